"""Markdown for a pull-request comment or a job summary: what blocks first, grouped by article and severity."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Finding, Report

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~@$])")
LONGEST = 50
"""Findings shown of each article; a comment that nobody can read to its end helps nobody."""


ROOM = 60_000
"""Characters of the whole: GitHub takes comments up to 65,536."""


@dataclass(frozen=True)
class Markdown:
    """A heading, a line of scores and a table for each article; past the room only headings, and then a count."""

    suffix: str = ".md"

    def render(self, reports: Sequence[Report]) -> str:
        """Articles with the highest penalty first."""
        ordered = sorted(reports, key=lambda report: -report.penalty)
        written, left = [], ROOM
        for number, report in enumerate(ordered):
            text = "\n".join(_article(report)) + "\n"
            if len(text) > left:
                text = f"{_heading(report)}: see the report\n"
            if len(text) > left:
                written.append(f"and {len(ordered) - number} more articles: see the reports\n")
                break
            written.append(text)
            left -= len(text) + 1
        return "\n".join(written)


def _heading(report: Report) -> str:
    counts = [
        (severity, sum(f.severity == severity for f in report.findings)) for severity in sorted(Severity, reverse=True)
    ]
    said = ", ".join(f"{count} {severity.label}" for severity, count in counts if count) or "no findings"
    return f"### {_escape(report.name)}: {said}"


def _article(report: Report) -> Iterator[str]:
    yield from (_heading(report), "")
    scores = [f"{score.metric} {score.value:.1f}" for score in report.scores if score.value is not None]
    yield ", ".join([*scores, f"penalty {report.penalty_per_1000_words:.1f} per 1,000 words"])
    yield from (f"\n{_escape(note.text)}" for note in report.notes if note.topic == "unchecked")
    if not report.findings:
        return
    yield from (
        "",
        "| severity | rule | line | translation | source | why | write |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    )
    gravest = sorted(report.findings, key=lambda finding: (-int(finding.severity), finding.span.start))
    for finding in gravest[:LONGEST]:
        yield _row(report, finding)
    if len(gravest) > LONGEST:
        yield from ("", f"and {len(gravest) - LONGEST} more: see the report")


def _row(report: Report, finding: Finding) -> str:
    line, _ = report.pair.translation.position(finding.span.start)
    source = finding.source.text if finding.source else ""
    cells = (
        finding.severity.label,
        finding.rule.code,
        str(line),
        finding.span.text,
        source,
        finding.message,
        finding.suggestion,
    )
    return "| " + " | ".join(_escape(cell) for cell in cells) + " |"


def _escape(text: str) -> str:
    shown = " ".join(text.split())
    return _SPECIAL.sub(r"\\\1", shown if len(shown) <= 300 else f"{shown[:299]}…")


def reporter(context: object) -> Markdown:
    """Factory of the entry point."""
    del context
    return Markdown()
