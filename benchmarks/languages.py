"""Every language: alignment, retrieval, and false alarms on human translations.

    python -m benchmarks.languages --data DIR [--output docs/languages.md] [--only CODES] [--part languages|targets]

DIR holds alignment/ntrex-languages (the last 1,186 lines of NTREX-128 in twenty languages beside English, CC BY-SA 4.0)
and alignment/textberg-dev. The tables are printed, and written between the markers of the page; what
`checker languages` shows is written to checker/data/measured.tsv.
"""

from __future__ import annotations

import argparse
from collections import Counter, OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks._alignment_sets import lines, ntrex, textberg
from benchmarks._page import write
from benchmarks._splitting import splitting
from benchmarks.alignment import context, measure, ours
from checker.assembly import build
from checker.config import Config
from checker.model import Article, Document, Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.pipeline import Pipeline

PAIRS = (("en", "ru"), ("en", "uk"), ("en", "de"), ("en", "fr"), ("en", "es"), ("ru", "de"), ("de", "ru"), ("uk", "en"))
PARTS = ("languages", "targets")
MEASURED = Path(__file__).parent.parent / "checker/data/measured.tsv"
COLUMNS = ("alignment_f1", "retrieval", "number_alarms", "name_alarms", "target_alarms")


@dataclass
class Alarms:
    """Findings on texts that are right, by code, and the words they were found in."""

    words: int = 0
    found: Counter[str] = field(default_factory=Counter)
    grave: int = 0

    def add(self, report: Report) -> None:
        """Count one report; remarks are none."""
        self.words += len(report.pair.translation.text.split())
        self.found.update(finding.rule.code for finding in report.findings if finding.severity)
        self.grave += sum(int(finding.severity) >= 5 for finding in report.findings)

    def rate(self, *prefixes: str) -> float:
        """Alarms of some families (all without any) for 1,000 words."""
        count = sum(count for code, count in self.found.items() if code.startswith(prefixes or ("",)))
        return 1000 * count / max(1, self.words)


def documents(folder: Path, langs: tuple[str, str]) -> Iterator[list[tuple[str, str]]]:
    """The documents of a line-parallel set, as pairs of lines."""
    sides = [[line.strip() for line in lines(folder / lang)] for lang in langs]
    names = [line.split("\t")[0] for line in lines(folder / "documents")]
    grouped: OrderedDict[str, list[tuple[str, str]]] = OrderedDict()
    for name, *pair in zip(names, *sides, strict=True):
        grouped.setdefault(name, []).append((pair[0], pair[1]))
    yield from grouped.values()


def article(rows: Sequence[tuple[str, str]], langs: tuple[str, str], paired: bool) -> Article:
    """A document of pairs of lines: given as such, or as two texts of a paragraph a line."""
    made = []
    for side, lang in enumerate(langs):
        text = "\n\n".join(row[side] for row in rows)
        document = Document("d", lang.split("_")[0], text)
        at, segments = 0, []
        for row in rows:
            segments.append(document.span(at, at + len(row[side])))
            at += len(row[side]) + 2
        made.append(Document("d", document.lang, text, segments=tuple(segments) if paired else ()))
    return Article(made[1], made[0], None, paired)


def alarms(folder: Path, langs: tuple[str, str], pipeline: Pipeline, paired: bool) -> Alarms:
    """What the default rules say of one human translation."""
    counted = Alarms()
    for rows in documents(folder, langs):
        counted.add(pipeline.check(article(rows, langs, paired)))
    return counted


def retrieval(folder: Path, lang: str) -> float:
    """Share of the lines whose nearest English line by the encoder is their own."""
    encoder = context().encoder()
    assert encoder is not None
    theirs, english = (encoder.runs([line.strip() for line in lines(folder / code)], 1)[0] for code in (lang, "en"))
    return float(np.mean((theirs @ english.T).argmax(axis=1) == np.arange(len(english))))


def codes(folder: Path, only: Sequence[str]) -> list[str]:
    """The languages of the set, those that are asked for."""
    found = sorted(path.name for path in folder.iterdir() if path.name not in ("en", "documents", "LICENSE"))
    return [code for code in found if not only or code in only]


def of_languages(data: Path, only: Sequence[str]) -> tuple[list[str], dict[str, dict[str, float]]]:
    """The table of languages as originals of English, and its figures by language."""
    folder = data / "alignment" / "ntrex-languages"
    table = [
        "| language | alignment F1 | nulls P / R | sentence ends F1 | lines apart | retrieval "
        "| false alarms: numbers | names | default rules |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    figures: dict[str, dict[str, float]] = {}
    aligner = ours("margin")
    for code in codes(folder, only):
        sets = ntrex(data, [code])
        tally, _ = measure(aligner, sets[f"NTREX {code}-en, perturbed"])
        got = tally.figures()
        lang = code.split("_")[0]
        settings = Config(source_lang=lang, target_lang="en", encoder="none", linker="none", scorers=("overlap",))
        counted = alarms(folder, (code, "en"), build(settings), paired=True)
        split = splitting(aligner, folder, code)
        figures[code] = {
            "alignment_f1": got["strict"],
            "retrieval": retrieval(folder, code),
            "number_alarms": counted.rate("NUM"),
            "name_alarms": counted.rate("NAM"),
        }
        nulls = f"{got['null_precision']:.2f} / {got['null_recall']:.2f}"
        cells = (f"{got['strict']:.3f}", nulls, *(f"{figure:.3f}" for figure in split))
        rates = " | ".join(f"{rate:.2f}" for rate in (counted.rate("NUM"), counted.rate("NAM"), counted.rate()))
        table.append(f"| {code} | {' | '.join(cells)} | {figures[code]['retrieval']:.3f} | {rates} |")
        print(table[-1], flush=True)
    if not only:
        tally, _ = measure(aligner, textberg(data)["Text+Berg dev de-fr"])
        got = tally.figures()
        nulls = f"{got['null_precision']:.2f} / {got['null_recall']:.2f}"
        table.append(f"| de-fr (Text+Berg dev) | {got['strict']:.3f} | {nulls} | | | | | | |")
    return table, figures


def of_targets(data: Path, only: Sequence[str]) -> tuple[list[str], dict[str, dict[str, float]]]:
    """The table of pairs: all default rules on whole texts, split and aligned by checker itself."""
    folder = data / "alignment" / "ntrex-languages"
    table = [
        "| pair | words | false alarms for 1,000 words | major or worse | most of them |",
        "| --- | ---: | ---: | ---: | --- |",
    ]
    figures: dict[str, dict[str, float]] = {}
    for source, target in PAIRS:
        if only and target not in only and source not in only:
            continue
        # No default rule of these pairs asks for word links, and scores are not what is measured.
        settings = Config(source_lang=source, target_lang=target, linker="none", scorers=("overlap",))
        counted = alarms(folder, (source, target), build(settings), paired=False)
        if source == "en":
            figures[target] = {"target_alarms": counted.rate()}
        most = ", ".join(f"{code} {count}" for code, count in counted.found.most_common(5))
        grave = 1000 * counted.grave / max(1, counted.words)
        table.append(f"| {source} to {target} | {counted.words:,} | {counted.rate():.2f} | {grave:.2f} | {most} |")
        print(table[-1], flush=True)
    return table, figures


def keep(figures: dict[str, dict[str, float]]) -> None:
    """Put figures into measured.tsv, those of other languages and columns left as they are."""
    text = MEASURED.read_text("utf-8")
    comments = [line for line in text.split("\n") if line.startswith("#")]
    old = [line.split("\t") for line in text.split("\n") if line and not line.startswith(("#", "lang\t"))]
    known = {cells[0]: dict(zip(COLUMNS, [*cells[1:], *[""] * len(COLUMNS)], strict=False)) for cells in old}
    for code, measured in figures.items():
        row = known.setdefault(code, {})
        row.update({key: f"{value:.3f}" if key in COLUMNS[:2] else f"{value:.2f}" for key, value in measured.items()})
    rows = ["\t".join([code, *(known[code].get(key, "") for key in COLUMNS)]) for code in sorted(known)]
    MEASURED.write_text("\n".join([*comments, "\t".join(("lang", *COLUMNS)), *rows, ""]), "utf-8")


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path)
    parser.add_argument("--only", default="", help="language codes, separated by commas")
    parser.add_argument("--part", choices=PARTS, help="one of the two tables")
    asked = parser.parse_args()
    only = [code for code in asked.only.split(",") if code]
    for part in [asked.part] if asked.part else PARTS:
        table, figures = (of_languages if part == "languages" else of_targets)(asked.data, only)
        print("\n".join(table))
        if asked.output and not only:
            write(asked.output, part, table)
            keep(figures)


if __name__ == "__main__":
    main()
