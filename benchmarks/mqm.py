"""Words that people marked, against what is said of them: the table of marked words in docs/evaluation.md.

python -m benchmarks.mqm --data DIR [--output docs/evaluation.md]

DIR holds quality/biomqm-ru-en, medical abstracts whose errors experts marked (MQM), and quality/mlqe-ru-en, Reddit and
proverbs whose translations people post-edited. A word is bad if it lies in an error that is more than neutral, or was
changed. Three judges say which: the findings that are on by default, those with preview rules too, and the word
doubts above the threshold that is best on MLQE-PE dev. Nothing is chosen by these sets.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks import words
from benchmarks._page import write
from benchmarks.fidelity import document
from checker.assembly import build
from checker.config import Config
from checker.model import Article, Severity
from checker.prediction.words import doubts
from training._sets import judged
from training._tags import tagged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.pipeline import Pipeline

    Place = tuple[int, int]
    Error = tuple[int, int, str]
    """Start, stop and severity of a marked stretch of a translation."""

FOLDER = "quality/biomqm-ru-en"
REFERENCES = ("reference", "reference_r1")
GRAVE = ("Major", "Critical")
JUDGES = ("findings", "preview too", "word doubts")
PEERS = (
    ("WMT22 en-ru, IST-Unbabel (CometKiwi)", 0.505, 0.435, 0.467, 0.427),
    ("WMT22 en-ru, Papago", 0.779, 0.252, 0.381, 0.421),
    ("WMT22 en-ru, the task's baseline", 0.604, 0.082, 0.144, 0.203),
)
"""Precision, recall, F1 and MCC, published or counted from published answers. No figure is known for these two sets."""
HEADS = ("text", "words", "judge", "said", "precision", "recall", "F1", "MCC")
HEADS += ("major: precision", "recall", "F1", "MCC", "errors hit", "major ones hit", "clean alarms")


@dataclass(frozen=True)
class Answers:
    """The words of some translations: which are bad, and which each judge doubts."""

    bad: np.ndarray
    grave: np.ndarray
    """In a major or critical error; all zeros where severities are not known."""
    said: dict[str, np.ndarray]
    clean: dict[str, int]
    """Findings that touch no bad word, by judge; empty where words were changed for style too."""
    hit: dict[str, np.ndarray]
    """By judge: errors touched, errors, major or critical ones touched, and such errors; empty with `clean`."""

    @classmethod
    def together(cls, parts: Sequence[Answers]) -> Answers:
        """Of several texts."""
        return cls(
            np.concatenate([part.bad for part in parts]),
            np.concatenate([part.grave for part in parts]),
            {judge: np.concatenate([part.said[judge] for part in parts]) for judge in JUDGES},
            {judge: sum(part.clean[judge] for part in parts) for judge in JUDGES[:2]},
            {judge: np.sum([part.hit[judge] for part in parts], axis=0) for judge in JUDGES},
        )


@dataclass(frozen=True)
class Judges:
    """The two pipelines, and the probability above which a word is doubted."""

    default: Pipeline
    preview: Pipeline
    threshold: float

    @classmethod
    def made(cls, data: Path) -> Judges:
        """As published: the threshold is the best on MLQE-PE dev."""
        settings = {"source_lang": "ru", "target_lang": "en", "scorers": ("similarity",)}
        best = words.best_threshold(words.marked(judged(data, "dev")))
        return cls(build(Config(**settings)), build(Config(**settings, preview=True)), best)

    def places(self, pairs: Sequence[tuple[str, str]]) -> dict[str, list[Place]]:
        """Where each judge says something, in the translations joined as `document` does."""
        article = Article(document([b for _, b in pairs], "en"), document([a for a, _ in pairs], "ru"), paired=True)
        pair = self.default.pair(article)
        made = {}
        for judge, pipeline in zip(JUDGES, (self.default, self.preview), strict=False):
            found = [one for one in pipeline.detect(pair) if one.severity is not Severity.NEUTRAL]
            made[judge] = [(one.span.start, one.span.stop) for one in found]
        rows = [row for bead in doubts(self.default.context, pair) for row in bead]
        made[JUDGES[2]] = [(one.token.start, one.token.stop) for one in rows if one.wrong > self.threshold]
        return made


def touched(tokens: Sequence[Place], places: Sequence[Place]) -> np.ndarray:
    """Which words share a letter with a place."""
    starts, stops = np.array(tokens, int).reshape(-1, 2).T
    made = np.zeros(len(tokens), bool)
    for start, stop in places:
        made |= (starts < stop) & (stops > start)
    return made


def errors(row: dict[str, Any]) -> Iterator[Error]:
    """The marked stretches of a row, more than neutral; an offset that does not fit its words is put right by them."""
    for error in row["target_errors"]:
        start, term = error["startIndex"], error["term"].strip()
        found = [match.start() for match in re.finditer(re.escape(term), row["target"])] if term else []
        place = min(found, key=lambda at: abs(at - start), default=start)
        if error["severity"] != "Neutral" and term:
            yield place, place + len(term), error["severity"]


def marked(judges: Judges, path: Path) -> Answers:
    """The answers for one translator. A segment that two people annotated is one, bad where either says so."""
    segments: dict[str, dict[str, tuple[tuple[str, str], set[Error]]]] = defaultdict(dict)
    for row in json.loads(path.read_text("utf-8")):
        texts = row["source"], row["target"]
        segments[row["DOC_ID"]].setdefault(row["SEG_ID"], (texts, set()))[1].update(errors(row))
    return Answers.together([_document(judges, list(held.values())) for held in segments.values()])


def _document(judges: Judges, segments: Sequence[tuple[tuple[str, str], set[Error]]]) -> Answers:
    pairs = [texts for texts, _ in segments]
    said = judges.places(pairs)
    text = document([target for _, target in pairs], "en")
    tokens = [match.span() for match in re.finditer(r"\S*\w\S*", text.text)]
    gold = [
        (segment.start + start, segment.start + stop, severity)
        for segment, (_, found) in zip(text.segments, segments, strict=True)
        for start, stop, severity in found
    ]
    bad = touched(tokens, [(start, stop) for start, stop, _ in gold])
    grave = touched(tokens, [(start, stop) for start, stop, severity in gold if severity in GRAVE])
    clean = {judge: sum(not (bad & touched(tokens, [place])).any() for place in said[judge]) for judge in JUDGES[:2]}
    words_said = {judge: touched(tokens, said[judge]) for judge in JUDGES}
    return Answers(bad, grave, words_said, clean, {judge: _hit(gold, said[judge]) for judge in JUDGES})


def _hit(gold: Sequence[Error], places: Sequence[Place]) -> np.ndarray:
    met = touched([(start, stop) for start, stop, _ in gold], places)
    major = np.array([severity in GRAVE for *_, severity in gold], bool)
    return np.array([met.sum(), len(met), (met & major).sum(), major.sum()])


def changed(judges: Judges, data: Path, split: str) -> tuple[Answers, np.ndarray]:
    """The answers for a split of MLQE-PE, its own tokens, and which are of a proverb; every pair is an article."""
    gold = judged(data, split)
    said = [judges.places([pair]) for pair in gold.pairs]
    tags = tagged(gold, 1)
    rows = {judge: _rows(gold, [one[judge] for one in said]) for judge in JUDGES}
    proverbs = np.repeat(gold.proverbs, [len(row) for row in tags])
    bad = np.concatenate(tags)
    return Answers(bad, np.zeros(len(bad), bool), rows, {}, {}), proverbs


def _rows(gold: Any, places: Sequence[Sequence[Place]]) -> np.ndarray:
    rows = {number: [(*place, 1.0) for place in found] for number, found in enumerate(places)}
    return np.concatenate(words.worst(gold, rows)) > 0


def lines(name: str, made: Answers, inside: np.ndarray | None = None) -> Iterator[str]:
    """Three rows of the table, a judge each; `inside` picks words."""
    chosen = np.ones(len(made.bad), bool) if inside is None else inside
    bad, grave = made.bad[chosen], made.grave[chosen]
    for judge in JUDGES:
        said = made.said[judge][chosen]
        cells = [f"{len(bad):,}, {100 * bad.mean():.1f} % bad", judge, f"{100 * said.mean():.1f} %"]
        cells += _agreed(bad, said)
        cells += _agreed(grave, said) if grave.any() else [""] * 4
        cells += _shares(made.hit[judge]) if judge in made.hit else ["", ""]
        cells += [f"{1000 * made.clean[judge] / len(bad):.2f}" if judge in made.clean else ""]
        yield f"| {name} | " + " | ".join(cells) + " |"


def _agreed(bad: np.ndarray, said: np.ndarray) -> list[str]:
    precision, recall = words.hits(bad, said)
    return [f"{precision:.2f}", f"{recall:.2f}", f"{_f1(precision, recall):.3f}", f"{words.agreement(bad, said):.3f}"]


def _shares(hit: np.ndarray) -> list[str]:
    return [f"{met} of {count}" for met, count in hit.reshape(2, 2)]


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def table(data: Path) -> list[str]:
    """Every translator, the engines together and the people apart; MLQE-PE; peers on another set."""
    judges = Judges.made(data)
    made = {}
    for path in sorted((data / FOLDER).glob("*.json")):
        made[path.stem] = marked(judges, path)
        print(path.stem, made[path.stem].clean, flush=True)
    engines = [answers for name, answers in made.items() if name not in REFERENCES]
    rows = [
        f"Words are doubted from {judges.threshold:.2f} on.",
        "",
        f"| {' | '.join(HEADS)} |",
        "| --- " * len(HEADS) + "|",
    ]
    rows += lines("BioMQM, the seven engines", Answers.together(engines))
    rows += lines("BioMQM, the two people", Answers.together([made[name] for name in REFERENCES]))
    answers, proverbs = changed(judges, data, "test20")
    rows += lines("MLQE-PE test20", answers)
    rows += lines("MLQE-PE test20, Reddit only", answers, ~proverbs)
    for name, answers in made.items():
        rows += lines(f"BioMQM, {name.replace('_', ' ')}", answers)
    for name, *figures in PEERS:
        rows.append(f"| {name} | 12,702, 7.8 % bad | | | " + " | ".join(f"{one:.3f}" for one in figures) + " |" * 8)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path)
    given = parser.parse_args()
    rows = table(given.data)
    print("\n".join(rows))
    if given.output:
        write(given.output, "marked words", rows)


if __name__ == "__main__":
    main()
