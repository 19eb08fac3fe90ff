"""GitHub workflow commands: an annotation at the place of each finding, the gravest first.

GitHub shows ten errors and ten warnings a step; the rest stands in the Markdown summary and the reports.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.model import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Finding, Report

_LEVELS = {Severity.CRITICAL: "error", Severity.MAJOR: "error", Severity.MINOR: "warning", Severity.NEUTRAL: "notice"}


@dataclass(frozen=True)
class Github:
    """``::error file=...,line=...,col=...::message`` lines."""

    suffix: str = ".txt"

    def render(self, reports: Sequence[Report]) -> str:
        """All findings of a run by severity, then place."""
        rows = [(-int(finding.severity), _line(report, finding)) for report in reports for finding in report.findings]
        return "".join(f"{line}\n" for _, line in sorted(rows, key=lambda row: row[0]))


def _line(report: Report, finding: Finding) -> str:
    line, column = report.pair.translation.position(finding.span.start)
    end_line, end_column = report.pair.translation.position(finding.span.stop)
    # GitHub refuses columns over several lines.
    columns = f",col={column},endColumn={end_column}" if line == end_line else ""
    places = f"line={line},endLine={end_line}{columns}"
    where = f"file={_property(report.path or report.name)},{places}"
    title = _property(f"{finding.rule.code} {finding.rule.name} ({finding.severity.label})")
    said = [f"“{finding.span.text}”: {finding.message}" if finding.span.text else finding.message]
    said += [f"Source: {finding.source.text}"] if finding.source and finding.source.text else []
    said += [f"Write: {finding.suggestion}"] if finding.suggestion else []
    return f"::{_LEVELS[finding.severity]} {where},title={title}::{_data(chr(10).join(said))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def reporter(context: object) -> Github:
    """Factory of the entry point."""
    del context
    return Github()
