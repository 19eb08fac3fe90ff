"""Precision and recall on labelled articles, and alignment F1 against gold beads.

A finding is right when its span overlaps a sure gold span and is at most three times its length plus
25 characters, or when its source excerpt overlaps a gold span on the source side. A hit on arguable
gold counts neither way; neutral findings are left out.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.errors import InputError
from checker.model import Article, Document, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from checker.model import Finding, Report
    from checker.pipeline import Pipeline

TRANSLATIONS = ("article.en.txt", "translation.en.txt")


@dataclass(frozen=True)
class Gold:
    """One labelled defect: where it is, on which side, how bad, and whether every editor would mark it."""

    code: str
    span: Span
    on_source: bool
    severity: Severity
    sure: bool


@dataclass(frozen=True)
class Labelled:
    """A labelled article: texts, defects, and gold beads over given sentences."""

    name: str
    article: Article
    gold: tuple[Gold, ...]
    beads: frozenset[tuple[tuple[int, ...], tuple[int, ...]]] = frozenset()
    sentences: tuple[tuple[Span, ...], tuple[Span, ...]] | None = None


@dataclass
class Tally:
    """Counts first, ratios last."""

    right: int = 0
    wrong: int = 0
    neither: int = 0
    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)

    @property
    def precision(self) -> float | None:
        """Share of right among right and wrong findings."""
        return _ratio(self.right, self.right + self.wrong)

    def recall(self, severity: str = "all") -> float | None:
        """Share of sure gold defects that some finding hits."""
        return _ratio(self.found[severity], self.wanted[severity])


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def f1(precision: float | None, recall: float | None) -> float | None:
    """The harmonic mean."""
    if precision is None or recall is None:
        return None
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True)
class Evaluation:
    """What was measured over a folder of labelled articles."""

    whole: Tally
    rules: Mapping[str, Tally]
    clean_words: int
    """Words of the sentences that hold no labelled defect."""
    clean_alarms: int
    """Wrong findings in those sentences."""
    alignment: Tally
    """Beads: right and wrong ones, wanted and found; severity names are "all" and "null"."""
    confidence: Mapping[int, tuple[int, int]]
    """By tenth of confidence: right findings, right and wrong findings."""


def evaluate(
    articles: Sequence[Labelled], pipeline: Pipeline
) -> tuple[Evaluation, tuple[tuple[Labelled, Report], ...]]:
    """Check every article and hold the findings against the labels."""
    whole, alignment = Tally(), Tally()
    rules: dict[str, Tally] = {}
    bins: dict[int, tuple[int, int]] = {}
    clean_words = clean_alarms = 0
    reports = []
    for labelled in articles:
        report = pipeline.check(labelled.article)
        reports.append((labelled, report))
        verdicts = [(finding, verdict(finding, labelled.gold)) for finding in report.findings]
        _count(verdicts, labelled.gold, whole, rules, bins)
        words, alarms = _clean(report, labelled.gold, verdicts)
        clean_words, clean_alarms = clean_words + words, clean_alarms + alarms
        if labelled.sentences is not None:
            _count_beads(labelled, pipeline, alignment)
    return Evaluation(whole, rules, clean_words, clean_alarms, alignment, bins), tuple(reports)


def verdict(finding: Finding, gold: Iterable[Gold]) -> bool | None:
    """True: right; False: wrong; None: neutral, or a hit on arguable gold only."""
    hits = [item for item in gold if hit(finding, item)]
    if any(item.sure for item in hits):
        return True
    return None if hits or finding.severity is Severity.NEUTRAL else False


def hit(finding: Finding, gold: Gold) -> bool:
    """Whether a finding points at a labelled defect."""
    if gold.on_source:
        return finding.source is not None and finding.source.overlaps(gold.span)
    longest = 3 * len(gold.span.text) + 25
    return finding.span.overlaps(gold.span) and finding.span.stop - finding.span.start <= longest


def _count(
    verdicts: Sequence[tuple[Finding, bool | None]],
    gold: Sequence[Gold],
    whole: Tally,
    rules: dict[str, Tally],
    bins: dict[int, tuple[int, int]],
) -> None:
    for finding, right in verdicts:
        if finding.severity is Severity.NEUTRAL:
            continue
        for tally in (whole, rules.setdefault(finding.rule.code, Tally())):
            tally.right += right is True
            tally.wrong += right is False
            tally.neither += right is None
        if right is not None:
            tenth = min(9, int(10 * finding.confidence))
            good, every = bins.get(tenth, (0, 0))
            bins[tenth] = (good + right, every + 1)
    counted = [finding for finding, right in verdicts if right and finding.severity is not Severity.NEUTRAL]
    for item in (item for item in gold if item.sure):
        found = any(hit(finding, item) for finding in counted)
        for tally in (whole, rules.setdefault(item.code, Tally())):
            for name in ("all", item.severity.label):
                tally.wanted[name] += 1
                tally.found[name] += found


def _clean(report: Report, gold: Sequence[Gold], verdicts: Sequence[tuple[Finding, bool | None]]) -> tuple[int, int]:
    marked = [item.span for item in gold if not item.on_source]
    clean = [sentence for sentence in report.pair.sentences if not any(sentence.overlaps(span) for span in marked)]
    alarms = sum(
        right is False and any(finding.span.overlaps(sentence) for sentence in clean) for finding, right in verdicts
    )
    return sum(len(sentence.text.split()) for sentence in clean), alarms


def _count_beads(labelled: Labelled, pipeline: Pipeline, tally: Tally) -> None:
    """Strict: a bead counts when both of its sides are a gold bead's."""
    assert labelled.sentences is not None and labelled.article.source is not None  # noqa: PT018, S101 -- the caller asked
    source, target = labelled.sentences
    alignment = pipeline.aligner.align(labelled.article.source, labelled.article.translation, (source, target))
    places = (
        {span.start: index for index, span in enumerate(source)},
        {span.start: index for index, span in enumerate(target)},
    )
    made = {
        (tuple(places[0][span.start] for span in bead.source), tuple(places[1][span.start] for span in bead.target))
        for bead in alignment.beads
    }
    made, gold = _single_nulls(made), _single_nulls(labelled.beads)
    tally.right += len(made & gold)
    tally.wrong += len(made - gold)
    for name, beads in (("all", gold), ("null", {bead for bead in gold if not all(bead)})):
        tally.wanted[name] += len(beads)
        tally.found[name] += len(beads & made)


Links = set[tuple[tuple[int, ...], tuple[int, ...]]]


def _single_nulls(beads: Iterable[tuple[tuple[int, ...], tuple[int, ...]]]) -> Links:
    """Unaligned runs as one link a sentence, as the gold of the field has them."""
    links: Links = set()
    for source, target in beads:
        if source and target:
            links.add((source, target))
        else:
            links |= {((index,), ()) for index in source} | {((), (index,)) for index in target}
    return links


def read_folder(folder: Path, *, reference: bool = True) -> tuple[Labelled, ...]:
    """Every labelled article below a folder (or the folder itself), by name; with its re-translation if `reference`.

    Raises InputError where there is none, or a label does not stand in its text.
    """
    if not folder.is_dir():
        raise InputError(str(folder), "is no folder", "name a folder of labelled articles")
    found = sorted(path.parent for path in [*folder.glob("findings.tsv"), *folder.glob("*/findings.tsv")])
    if not found:
        raise InputError(
            str(folder), "holds no labelled article (NAME/findings.tsv)", "see docs/evaluation.md for the layout"
        )
    return tuple(read_article(path, reference=reference) for path in found)


def read_article(folder: Path, *, reference: bool = True) -> Labelled:
    """One labelled article: the translation with what there is of an original and, if `reference`, a re-translation."""
    name = next((name for name in TRANSLATIONS if (folder / name).is_file()), None)
    if name is None:
        raise InputError(str(folder), f"holds no {TRANSLATIONS[0]}", "name a folder of labelled articles")
    translation = _document(folder / name, "en")
    source = _document(folder / "article.ru.txt", "ru") if (folder / "article.ru.txt").is_file() else None
    again = folder / "article.retranslation.txt"
    article = Article(translation, source, _document(again, "en") if reference and again.is_file() else None)
    gold = tuple(_gold(row, translation, source, folder) for row in read_table(folder / "findings.tsv"))
    beads = folder / "beads.tsv"
    if source is None or not beads.is_file():
        return Labelled(folder.name, article, gold)
    sides = tuple(
        _located(document, folder / f"article.{document.lang}.sentences.txt") for document in (source, translation)
    )
    links = frozenset(_bead(row) for row in read_table(beads))
    return Labelled(folder.name, article, gold, links, (sides[0], sides[1]))


def _document(path: Path, lang: str) -> Document:
    from checker import plugins

    article, _ = plugins.load("readers", "text", None).read(path.read_bytes(), path.name)
    read: Document = article.translation
    return Document(path.name, lang, read.text, read.encoding, read.outside)


def read_table(path: Path) -> list[dict[str, str]]:
    """A tab-separated table with a header and no quoting."""
    lines = path.read_text("utf-8").split("\n")
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=False)) for line in lines[1:] if line]


def _gold(row: Mapping[str, str], translation: Document, source: Document | None, folder: Path) -> Gold:
    on_source = row.get("side", "") == "source"
    document = source if on_source else translation
    span = _span(row, document) if document else None
    if span is None:
        raise InputError(
            str(folder / "findings.tsv"), f"{row['id']}: {row['exact_text']!r} is not in the text", "correct the label"
        )
    sure = row.get("sure") or row.get("certainty", "")
    return Gold(
        row.get("code", ""), span, on_source, Severity[row["severity"].upper()], sure in ("sure", "yes", "true", "1")
    )


def _span(row: Mapping[str, str], document: Document) -> Span | None:
    if row.get("start"):
        return document.span(int(row["start"]), int(row["end"]))
    place = -1
    for _ in range(int(row.get("occurrence") or 1)):
        place = document.text.find(row["exact_text"], place + 1)
        if place < 0:
            return None
    return document.span(place, place + len(row["exact_text"]))


def _located(document: Document, path: Path) -> tuple[Span, ...]:
    """The sentences of a file found in the text, white space apart."""
    spans, place = [], 0
    for sentence in filter(None, path.read_text("utf-8").split("\n")):
        words = sentence.split()
        start = document.text.find(words[0], place)
        stop = start
        for word in words:
            stop = document.text.find(word, stop) + len(word)
        if start < 0:
            raise InputError(str(path), f"{sentence[:40]!r} is not in the text", "build the article again")
        spans.append(document.span(start, stop))
        place = stop
    return tuple(spans)


def _bead(row: Mapping[str, str]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    ends = [int(row[name]) for name in ("src_start", "src_end", "tgt_start", "tgt_end")]
    return tuple(range(ends[0], ends[1])), tuple(range(ends[2], ends[3]))
