"""Every rule: precision and recall on labelled articles, and what it reports on clean text.

python -m benchmarks.rules --data DIR [--articles FOLDER ...] [--output docs/evaluation.md] [--show CODES]

DIR holds alignment/ntrex, retranslation/wmt21-refAB and mt/ru-en. Clean text is native news alone, the same as the
translation of its original, two people's translations of one set of articles, and the references of WMT13 to WMT17,
in blocks of lines since their articles are not marked (a quotation may be cut there). Rules were mended with sight of
2013 to 2016 and of the first half of 2017; the second half was not read.
Whatever is reported on clean text counts as a false alarm, though people's translations have real slips. What was
shown to be a slip of the first two sets stands in slips.tsv (document, code, the words, what is wrong with them), and
the table's last row leaves it out. --articles names further labelled articles, or folders of them, beside corpora/. A
second table tells how often a spoiled sentence of quality/demetr-ru gets the higher penalty.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks._page import write
from checker.assembly import build
from checker.config import Config
from checker.evaluation import Tally, evaluate, read_folder
from checker.model import Article, Document, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evaluation import Evaluation
    from checker.model import Rule
    from checker.pipeline import Pipeline

ROOT = Path(__file__).parents[1]
BLOCK = 15
"""Lines taken as an article where a set does not say where its articles end."""


@dataclass
class Alarms:
    """What was reported on one clean set."""

    name: str
    words: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    grave: Counter[str] = field(default_factory=Counter)
    """Major and critical ones."""
    slips: Counter[str] = field(default_factory=Counter)
    """Of these, what was shown to be wrong in the text."""

    def rate(self, count: int) -> float:
        """Of 1,000 words."""
        return 1000 * count / self.words if self.words else 0.0


def documents(translation: Path, source: Path | None, names: Path | None) -> Iterator[Article]:
    """The articles of a line-parallel set, each line a paragraph; without `names` blocks of lines."""
    files = [path.read_text("utf-8").split("\n") for path in (translation, *([source] if source else []))]
    blocks = (f"{translation.stem}-{number // BLOCK}" for number in range(len(files[0])))
    held: dict[str, list[tuple[str, ...]]] = {}
    for name, *lines in zip(names.read_text("utf-8").split("\n") if names else blocks, *files, strict=False):
        if lines[0].strip():
            held.setdefault(name, []).append(tuple(lines))
    for name, rows in held.items():
        sides = ["\n\n".join(column) for column in zip(*rows, strict=True)]
        original = Document(f"{name}.ru", "ru", sides[1]) if source else None
        yield Article(Document(f"{name}.en", "en", sides[0]), original)


def slips() -> frozenset[tuple[str, str, str]]:
    """Document, code and words of what is reported on clean text and wrong there indeed."""
    rows = (Path(__file__).parent / "slips.tsv").read_text("utf-8").splitlines()
    document, code, words = (rows[0].split("\t").index(name) for name in ("document", "code", "words"))
    return frozenset((row[document], row[code], row[words]) for row in (line.split("\t") for line in rows[1:]))


def clean(pipeline: Pipeline, data: Path, shown: Sequence[str]) -> Iterator[Alarms]:
    """The alarms of every clean set."""
    ntrex, wmt, years = data / "alignment" / "ntrex", data / "retranslation" / "wmt21-refAB", data / "mt" / "ru-en"
    sets: dict[str, list[tuple[Path, Path | None, Path | None]]] = {
        "native news": [(ntrex / "en", None, ntrex / "documents")],
        "the same, with its original": [(ntrex / "en", ntrex / "ru", ntrex / "documents")],
        "translator A": [(wmt / "refA.en", wmt / "ru", wmt / "documents")],
        "translator B": [(wmt / "refB.en", wmt / "ru", wmt / "documents")],
        "2013 to 2016": [(years / f"wmt{year}.en", years / f"wmt{year}.ru", None) for year in (13, 14, 15, 16)],
        "2017": [(years / "wmt17.en", years / "wmt17.ru", None)],
    }
    shown_slips = slips()
    for name, files in sets.items():
        made = Alarms(name)
        for article in (article for one in files for article in documents(*one)):
            report = pipeline.check(article)
            made.words += report.words
            for finding in report.findings:
                if finding.severity is not Severity.NEUTRAL:
                    made.codes[finding.rule.code] += 1
                    made.grave[finding.rule.code] += finding.severity >= Severity.MAJOR
                    slip = (article.translation.name.removesuffix(".en"), finding.rule.code, finding.span.text)
                    made.slips[finding.rule.code] += finding.severity >= Severity.MAJOR and slip in shown_slips
                if shown and finding.rule.code.startswith(tuple(shown)):
                    print(
                        f"{name}: {finding.rule.code} {finding.severity.label} {finding.span.text!r}: {finding.message}"
                    )
        print(name, made.words, sum(made.codes.values()), sum(made.grave.values()), flush=True)
        yield made


def table(rules: Sequence[Rule], measured: Evaluation, sets: Sequence[Alarms]) -> Iterator[str]:
    """The page's table."""
    heads = [f"{made.name}, {made.words:,} words" for made in sets]
    yield f"| rule | right | wrong | precision | defects | found | recall | {' | '.join(heads)} |"
    yield "| --- | " + "--- | " * (6 + len(sets))
    for rule in sorted(rules, key=lambda rule: rule.code):
        tally = measured.rules.get(rule.code, Tally())
        name = f"[{rule.code}](rules/{rule.code}.md){' (preview)' if rule.preview else ''}"
        yield _row(name, tally, [made.rate(made.codes[rule.code]) for made in sets])
    on = {rule.code for rule in rules if not rule.preview}
    default = [sum(made.codes[code] for code in on) for made in sets]
    grave = [sum(made.grave[code] for code in on) for made in sets]
    yield _row("all but preview", _sum(measured, on), [made.rate(n) for made, n in zip(sets, default, strict=True)])
    yield _row("of them major or critical", None, [made.rate(n) for made, n in zip(sets, grave, strict=True)])
    false = [number - sum(made.slips[code] for code in on) for made, number in zip(sets, grave, strict=True)]
    yield _row("and no slips of the text", None, [made.rate(n) for made, n in zip(sets, false, strict=True)])


def _sum(measured: Evaluation, codes: set[str]) -> Tally:
    whole = Tally()
    for code, tally in measured.rules.items():
        if code in codes:
            whole.right, whole.wrong = whole.right + tally.right, whole.wrong + tally.wrong
        whole.found["all"] += tally.found["all"]
        whole.wanted["all"] += tally.wanted["all"]
    return whole


def _row(name: str, tally: Tally | None, rates: Sequence[float]) -> str:
    cells = ["", "", "", "", "", ""]
    if tally is not None:
        cells = [
            str(tally.right),
            str(tally.wrong),
            _share(tally.precision),
            str(tally.wanted["all"]),
            str(tally.found["all"]),
            _share(tally.recall()),
        ]
    return f"| {name} | " + " | ".join([*cells, *(f"{rate:.2f}" for rate in rates)]) + " |"


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


def spoiled(pipeline: Pipeline, data: Path) -> Iterator[str]:
    """DEMETR ru-en, first half: how often the spoiled sentence has the higher penalty, kind by kind.

    Accuracy counts a tie as wrong.
    """
    lines = (data / "quality" / "demetr-ru" / "items.jsonl").read_text("utf-8").splitlines()
    items = [item for item in map(json.loads, lines) if item["pert_check"] and item["severity"] != "base"]
    known: dict[tuple[str, str], int] = {}

    def penalty(source: str, translation: str) -> int:
        if (source, translation) not in known:
            sides = Document("s", "en", translation), Document("o", "ru", source)
            known[source, translation] = pipeline.check(Article(*sides)).penalty
        return known[source, translation]

    yield "| what was done | items | more penalty | as much | less | accuracy |"
    yield "| --- | --- | --- | --- | --- | --- |"
    counts: dict[str, Counter[int]] = {}
    for item in items:
        before, after = (penalty(item["src_sent"], item[name]) for name in ("mt_sent", "pert_sent"))
        counts.setdefault(item["pert_name"].split("_", 2)[2], Counter())[(after > before) - (after < before)] += 1
    for kind, signs in sorted(counts.items(), key=lambda pair: -pair[1][1] / pair[1].total()):
        row = [signs.total(), signs[1], signs[0], signs[-1], f"{signs[1] / signs.total():.2f}"]
        yield f"| {kind.replace('_', ' ')} | " + " | ".join(map(str, row)) + " |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument("--output", type=Path)
    parser.add_argument("--show", nargs="*", default=[], help="codes whose alarms on clean text are printed")
    parser.add_argument("--only", choices=("rules", "spoiled"))
    given = parser.parse_args()
    pipeline = build(Config(source_lang="ru", target_lang="en", scorers=("similarity",), preview=True))
    made = {"rules": lambda: every(pipeline, given), "spoiled": lambda: list(spoiled(pipeline, given.data))}
    for name, rows in made.items():
        if given.only in (None, name):
            lines = rows()
            print("\n".join(lines), flush=True)
            if given.output:
                write(given.output, name, lines)


def every(pipeline: Pipeline, given: argparse.Namespace) -> list[str]:
    """The table of every rule."""
    labelled = [article for folder in (ROOT / "corpora", *given.articles) for article in read_folder(folder)]
    measured, _ = evaluate(labelled, pipeline)
    sets = list(clean(pipeline, given.data, given.show))
    said = f"{len(labelled)} labelled articles; alarms of 1,000 words of clean text."
    return [said, "", *table(pipeline.rules, measured, sets)]


if __name__ == "__main__":
    main()
