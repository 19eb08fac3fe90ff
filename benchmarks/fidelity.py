"""Adequacy, fluency and fidelity beside people, and doubted words beside post-editors: the tables of docs/scores.md.

python -m benchmarks.fidelity --data DIR [--output docs/scores.md] [--sample 200]

DIR holds ``quality/`` and ``mt/``. Scores are made by the whole pipeline, findings deducted where nothing else is said.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

import numpy as np

from benchmarks import words
from benchmarks._page import write
from checker.assembly import build
from checker.config import Config
from checker.model import Article, Document, Span
from checker.prediction.model import load
from training._sets import judged, lines, seen_pairs

YEARS = (13, 14, 15, 16, 17)
SYSTEMS = ("human", "google", "microsoft", "bergamot-tiny")
FLIPS = {
    "negation": "negation",
    "numbers_replaced": "number replaced",
    "ne_replaced": "name replaced",
    "ne_removed": "name removed",
    "noun_removed": "noun removed",
    "verb_removed": "verb removed",
    "codemix": "untranslated word",
    "antonym": "antonym",
    "addition": "addition",
    "shuffled": "words shuffled",
    "repeat2": "end repeated",
    "repeat4": "end repeated thrice",
    "misspelled": "misspelling",
    "word_swap": "two words swapped",
}


def scored(pairs: list[tuple[str, str]], chunk: int = 250, deduct: bool = True) -> dict[str, np.ndarray]:
    """The scores of segment pairs by the pipeline with its defaults, findings deducted or not."""
    pipeline = build(Config())
    made: dict[str, list[float]] = {"similarity": [], "adequacy": [], "fluency": [], "fidelity": []}
    for first in range(0, len(pairs), chunk):
        part = pairs[first : first + chunk]
        article = Article(document([b for _, b in part], "en"), document([a for a, _ in part], "ru"), paired=True)
        pair = pipeline.pair(article)
        for score in pipeline.score(pair, pipeline.detect(pair) if deduct else ()):
            if score.metric in made:
                made[score.metric] += [np.nan if value is None else value for value in score.per_bead]
    return {name: np.array(values) for name, values in made.items()}


def document(texts: list[str], lang: str) -> Document:
    spans, place = [], 0
    for text in texts:
        spans.append(Span(place, place + len(text), text))
        place += len(text) + 2
    return Document("segments", lang, "\n\n".join(texts), segments=tuple(spans))


def pearson(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.corrcoef(one, other)[0, 1])


def ranks(values: np.ndarray) -> np.ndarray:
    return np.argsort(np.argsort(values, kind="stable"), kind="stable").astype(float)


def area(values: np.ndarray, bad: np.ndarray) -> float:
    """Share of pairs of a bad and a good segment in which the bad one has the lower value."""
    order = ranks(-values)
    return float((order[bad].sum() - bad.sum() * (bad.sum() - 1) / 2) / (bad.sum() * (~bad).sum()))


def bootstrap(one: np.ndarray, other: np.ndarray, rounds: int = 1000) -> tuple[float, float]:
    """95 % interval of the correlation over resampled segments."""
    generator = np.random.default_rng(0)
    drawn = [generator.integers(0, len(one), len(one)) for _ in range(rounds)]
    low, high = np.quantile([pearson(one[i], other[i]) for i in drawn], [0.025, 0.975])
    return float(low), float(high)


def judgements(data: Path) -> list[str]:
    """Correlation with people on dev and test20, whole and Reddit alone."""
    rows = ["| set | score | Pearson (95 %) | Spearman | AUC, DA < 50 |", "| --- | --- | --- | --- | --- |"]
    for split in ("dev", "test20"):
        gold = judged(data, split)
        values = scored(list(gold.pairs))
        for part, inside in ((split, np.ones(len(gold.z), bool)), (f"{split}, Reddit only", ~gold.proverbs)):
            z, bad = gold.z[inside], gold.mean[inside] < 50
            for name in ("similarity", "adequacy", "fluency", "fidelity"):
                made = values[name][inside]
                low, high = bootstrap(made, z)
                rho = pearson(ranks(made), ranks(z))
                rows.append(
                    f"| {part} | {name} | {pearson(made, z):.3f} ({low:.3f} to {high:.3f}) | {rho:.3f} | "
                    f"{area(made, bad):.3f} |"
                )
    return rows


def intervals(data: Path) -> list[str]:
    """How often the judgement of a sentence lies in its 80 % interval, before findings are deducted."""
    rows = ["| set | in the interval | Reddit only |", "| --- | --- | --- |"]
    for split in ("dev", "test20"):
        gold = judged(data, split)
        made = load().among(load().estimates(seen_pairs(gold.pairs)))
        inside = np.array([one.low <= mean <= one.high for one, mean in zip(made, gold.mean, strict=True)])
        rows.append(f"| {split} | {100 * inside.mean():.1f} % | {100 * inside[~gold.proverbs].mean():.1f} % |")
    return rows


def perturbations(data: Path) -> list[str]:
    """DEMETR ru-en, first half: how often the spoiled sentence has the lower value, each kind two tables, then one."""
    items = [json.loads(line) for line in lines(data / "quality" / "demetr-ru" / "items.jsonl")]
    items = [item for item in items if item["pert_check"] and _kind(item) in FLIPS]
    axes = ("adequacy", "fluency", "fidelity")
    header = " | ".join((*axes, "fidelity, in one table"))
    rows = [f"| what was done | items | {header} |", "| --- | --- | --- | --- | --- | --- |"]
    for kind, said in FLIPS.items():
        chosen = [item for item in items if _kind(item) == kind]
        right, wrong = (
            scored([(item["src_sent"], item[side]) for item in chosen]) for side in ("mt_sent", "pert_sent")
        )
        both = scored([(item["src_sent"], item[side]) for item in chosen for side in ("mt_sent", "pert_sent")])
        shares = [np.mean(wrong[axis] < right[axis]) for axis in axes]
        shares.append(np.mean(both["fidelity"][1::2] < both["fidelity"][::2]))
        rows.append(f"| {said} | {len(chosen)} | " + " | ".join(f"{share:.2f}" for share in shares) + " |")
    return rows


def _kind(item: dict[str, str]) -> str:
    return item["pert_name"].split("_", 2)[2]


def translators(data: Path, sample: int) -> list[str]:
    """Mean fidelity of the human translation and of three engines, WMT13 to WMT17, before findings are deducted."""
    folder = data / "mt" / "ru-en"
    rows = [f"| set, {sample} segments | {' | '.join(SYSTEMS)} |", "| --- | --- | --- | --- | --- |"]
    for year in YEARS:
        source = lines(folder / f"wmt{year}.ru")
        chosen = sorted(random.Random(year).sample(range(len(source)), sample))
        means = []
        for system in SYSTEMS:
            made = lines(folder / (f"wmt{year}.en" if system == "human" else f"wmt{year}.{system}.en"))
            means.append(np.nanmean(scored([(source[n], made[n]) for n in chosen], deduct=False)["fidelity"]))
        rows.append(f"| wmt{year} | " + " | ".join(f"{mean:.1f}" for mean in means) + " |")
        print(rows[-1], flush=True)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path)
    parser.add_argument("--sample", type=int, default=200)
    parser.add_argument("--only", choices=("judgements", "words", "intervals", "perturbations", "translators"))
    given = parser.parse_args()
    tables = {
        "judgements": lambda: judgements(given.data),
        "words": lambda: words.table(given.data),
        "intervals": lambda: intervals(given.data),
        "perturbations": lambda: perturbations(given.data),
        "translators": lambda: translators(given.data, given.sample),
    }
    for name, table in tables.items():
        if given.only in (None, name):
            rows = table()
            print("\n".join(rows), flush=True)
            if given.output:
                write(given.output, name, rows)


if __name__ == "__main__":
    main()
