"""What a person reads in a terminal: findings with the sentence, a caret and the source beside it, or a line each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Bead, Document, Finding, Note, Report, Span

_COLOURS = {Severity.CRITICAL: "1;31", Severity.MAJOR: "31", Severity.MINOR: "33", Severity.NEUTRAL: "36"}
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Hebrew, Arabic and their like: carets would stand under other words than those they mean."""
_WINDOW = 50
"""Characters of context on either side of a finding."""


@dataclass(frozen=True)
class Concise:
    """``path:line:column: CODE severity message`` for each finding."""

    suffix: str = ".txt"

    def render(self, reports: Sequence[Report]) -> str:
        """One line a finding; nothing for a clean article."""
        return "".join(f"{line}\n" for report in reports for line in self._lines(report))

    def _lines(self, report: Report) -> Iterator[str]:
        for finding in report.findings:
            line, column = report.pair.translation.position(finding.span.start)
            where = f"{report.path or report.name}:{line}:{column}"
            advice = f" -> {_inline(finding.suggestion)}" if finding.suggestion else ""
            yield f"{where}: {finding.rule.code} {finding.severity.label} {_inline(finding.message)}{advice}"


@dataclass(frozen=True)
class Full:
    """Every finding with its sentence, the place marked, the source sentence, and what to write instead."""

    colour: bool = False
    quiet: bool = False
    suffix: str = ".txt"

    def render(self, reports: Sequence[Report]) -> str:
        """A block for each article, its scores last."""
        return "\n".join("".join(f"{line}\n" for line in self._article(report)) for report in reports)

    def _article(self, report: Report) -> Iterator[str]:
        unchecked = [note for note in report.notes if note.topic == "unchecked"]
        if not self.quiet:
            yield from self._notes(report, unchecked)
        for finding, bead in zip(report.findings, report.beads_of_findings, strict=True):
            yield from self._finding(report, finding, None if bead is None else report.pair.beads[bead])
            yield ""
        if not self.quiet:
            yield from self._notes(report, [note for note in report.notes if note not in unchecked])
            yield self._summary(report)
            yield from (self._paint(f"  {line}", "1") for line in _scores(report))

    def _notes(self, report: Report, notes: Sequence[Note]) -> Iterator[str]:
        return (self._paint(f"{report.path or report.name}: {_inline(note.text)}", "2") for note in notes)

    def _finding(self, report: Report, finding: Finding, bead: Bead | None) -> Iterator[str]:
        line, column = report.pair.translation.position(finding.span.start)
        head = f"{report.path or report.name}:{line}:{column}"
        colour = _COLOURS[finding.severity]
        code = self._paint(f"{finding.rule.code} {finding.severity.label}", colour)
        sure = f"({finding.rule.name}, {finding.confidence:.0%} sure)"
        yield f"{self._paint(head, '1')}: {code} {_inline(finding.message)} {sure}"
        yield from self._marked(report.pair.translation, finding.span, colour)
        evidence = _evidence(report, finding, bead)
        if evidence:
            yield f"    {self._paint(evidence, '2')}"
        if finding.suggestion:
            yield f"    write: {self._paint(_inline(finding.suggestion), '32')}"

    def _marked(self, document: Document, span: Span, colour: str) -> Iterator[str]:
        """The line with carets below, or, where a terminal writes from the right, with the place in brackets."""
        before, inside, after = _excerpt_parts(document, span)
        if _RIGHT_TO_LEFT.search(before + inside + after):
            yield f"    {before}⟦{self._paint(inside, colour)}⟧{after}"
            return
        yield f"    {before}{inside}{after}"
        yield "    " + " " * _columns(before) + self._paint("^" * max(1, _columns(inside)), colour)

    def _summary(self, report: Report) -> str:
        counts = [
            (severity, sum(f.severity == severity for f in report.findings))
            for severity in sorted(Severity, reverse=True)
        ]
        said = ", ".join(
            self._paint(f"{count} {severity.label}", _COLOURS[severity]) for severity, count in counts if count
        )
        return f"{report.path or report.name}: {said or 'no findings'} in {report.words} words"

    def _paint(self, text: str, code: str) -> str:
        return f"\033[{code}m{text}\033[0m" if self.colour else text


def _inline(text: str) -> str:
    """On one line, control characters visible: a text must not drive the terminal."""
    return "".join(
        char if char.isprintable() or char == " " else " " if char.isspace() else f"\\u{ord(char):04x}" for char in text
    )


def _excerpt(document: Document, span: Span) -> tuple[str, int, int]:
    """The line around a span, the caret's place and its width in columns."""
    before, inside, after = _excerpt_parts(document, span)
    return before + inside + after, _columns(before), _columns(inside)


def _excerpt_parts(document: Document, span: Span) -> tuple[str, str, str]:
    text = document.text
    left = max(text.rfind("\n", 0, span.start) + 1, span.start - _WINDOW)
    stop = text.find("\n", span.stop)
    right = min(len(text) if stop < 0 else stop, span.stop + _WINDOW)
    before = ("…" if left and text[left - 1] != "\n" else "") + _inline(text[left : span.start].lstrip())
    after = _inline(text[span.stop : right].rstrip()) + ("…" if right < len(text) and text[right] != "\n" else "")
    return before, _inline(span.text), after


def _columns(text: str) -> int:
    """Terminal columns: wide characters take two, marks none."""
    from unicodedata import category, east_asian_width

    return sum(
        0 if category(char) in ("Mn", "Me", "Cf") else 2 if east_asian_width(char) in "WF" else 1 for char in text
    )


def _evidence(report: Report, finding: Finding, bead: Bead | None) -> str:
    alignment = report.pair.compared
    if alignment is None:
        return ""
    lang = alignment.source.lang
    if finding.source is not None and finding.source.text:
        words = _inline(finding.source.text)
        around = "" if len(words) > 2 * _WINDOW else _inline(_around(alignment.source, finding.source))
        return f"{lang}: “{words}”" + (f" in: {around}" if around and around != words else "")
    return f"{lang}: {_inline(' '.join(span.text for span in bead.source))}" if bead and bead.source else ""


def _around(document: Document, span: Span) -> str:
    text, _, _ = _excerpt(document, span)
    return text


def _scores(report: Report) -> Iterator[str]:
    for score in report.scores:
        if score.value is None:
            continue
        interval = f" (80 % interval {score.interval[0]:.0f}-{score.interval[1]:.0f})" if score.interval else ""
        yield f"{score.metric:<10} {score.value:6.2f}{interval}  {score.signature}"
    if report.words:
        weights = "MQM points per 1,000 words (minor 1, major 5, critical 25)"
        yield f"{'penalty':<10} {report.penalty_per_1000_words:6.2f}  {weights}"


def concise(context: object) -> Concise:
    """Factory of the entry point `concise`."""
    del context
    return Concise()


def full(context: object, colour: bool = False, quiet: bool = False) -> Full:
    """Factory of the entry point `full`."""
    del context
    return Full(colour, quiet)
