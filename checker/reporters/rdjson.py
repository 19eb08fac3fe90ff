"""Reviewdog Diagnostic Format: the source words as related locations, suggestions where a fix is literal.

Columns of rdjson count UTF-8 bytes, from 1.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.model import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Document, Finding, Report, Span

_SEVERITIES = {Severity.CRITICAL: "ERROR", Severity.MAJOR: "ERROR", Severity.MINOR: "WARNING", Severity.NEUTRAL: "INFO"}


@dataclass(frozen=True)
class Rdjson:
    """One DiagnosticResult for the run."""

    suffix: str = ".json"

    def render(self, reports: Sequence[Report]) -> str:
        """The result as JSON."""
        rows = [_diagnostic(report, finding) for report in reports for finding in report.findings]
        whole = {"source": {"name": "checker"}, "diagnostics": rows}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _diagnostic(report: Report, finding: Finding) -> dict[str, Any]:
    where = _location(report.path or report.name, report.pair.translation, finding.span)
    advice = f" Write: {finding.suggestion}" if finding.suggestion else ""
    row: dict[str, Any] = {
        "message": f"{finding.message}{advice}",
        "location": where,
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule.code},
    }
    if finding.rule.fixable and finding.suggestion:
        row["suggestions"] = [{"range": where["range"], "text": finding.suggestion}]
    if finding.source is not None and report.evidence is not None:
        place = _location(report.source_path or report.evidence.name, report.evidence, finding.source)
        row["related_locations"] = [{"message": finding.source.text or "the source", "location": place}]
    return row


def _location(path: str, document: Document, span: Span) -> dict[str, Any]:
    return {"path": path, "range": {"start": _place(document, span.start), "end": _place(document, span.stop)}}


def _place(document: Document, offset: int) -> dict[str, int]:
    line, column = document.position(offset)
    before = document.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}


def reporter(context: object) -> Rdjson:
    """Factory of the entry point."""
    del context
    return Rdjson()
