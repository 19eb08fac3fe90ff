"""SARIF 2.1.0 for code scanning: rules with help, fingerprints, the source sentence as a related location.

Columns count Unicode code points (``columnKind``); URIs are relative with forward slashes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from checker.model import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Document, Finding, Report, Rule, Span

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.CRITICAL: "error", Severity.MAJOR: "error", Severity.MINOR: "warning", Severity.NEUTRAL: "note"}


@dataclass(frozen=True)
class Sarif:
    """One run with every finding of every report."""

    suffix: str = ".sarif"

    def render(self, reports: Sequence[Report]) -> str:
        """The log file as JSON."""
        from checker.version import __version__

        found = {finding.rule.code: finding.rule for report in reports for finding in report.findings}
        rules = [found[code] for code in sorted(found)]
        index = {rule.code: place for place, rule in enumerate(rules)}
        driver = {"name": "checker", "version": __version__, "rules": [_rule(rule) for rule in rules]}
        run = {
            "tool": {"driver": driver},
            "columnKind": "unicodeCodePoints",
            "results": [
                _result(report, finding, name, index)
                for report in reports
                for finding, name in zip(report.findings, report.fingerprints, strict=True)
            ],
        }
        return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    said = rule.explanation or rule.summary
    markdown = f"{said}\n\n- Bad: {rule.bad}\n- Good: {rule.good}"
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": said},
        "help": {"text": f"{said}\n\nBad: {rule.bad}\n\nGood: {rule.good}", "markdown": markdown},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"category": rule.category.value, "tags": ["translation", rule.category.value]},
    }


def _result(report: Report, finding: Finding, name: str, index: dict[str, int]) -> dict[str, Any]:
    advice = f" Write: {finding.suggestion}" if finding.suggestion else ""
    result: dict[str, Any] = {
        "ruleId": finding.rule.code,
        "ruleIndex": index[finding.rule.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}{advice}"},
        "locations": [_location(report.path or report.name, report.pair.translation, finding.span)],
        "partialFingerprints": {"checkerFinding/v1": name},
        "properties": {"severity": finding.severity.label, "confidence": round(finding.confidence, 4)},
    }
    if finding.source is not None and report.evidence is not None:
        related = _location(report.source_path or report.evidence.name, report.evidence, finding.source)
        result["relatedLocations"] = [{"id": 0, "message": {"text": finding.source.text or "the source"}, **related}]
    if finding.rule.fixable and finding.suggestion:
        result["fixes"] = [_fix(result["locations"][0]["physicalLocation"], finding.suggestion)]
    return result


def _fix(place: dict[str, Any], text: str) -> dict[str, Any]:
    region = {key: place["region"][key] for key in ("startLine", "startColumn", "endLine", "endColumn")}
    change = {"deletedRegion": region, "insertedContent": {"text": text}}
    return {"artifactChanges": [{"artifactLocation": place["artifactLocation"], "replacements": [change]}]}


def _location(path: str, document: Document, span: Span) -> dict[str, Any]:
    line, column = document.position(span.start)
    end_line, end_column = document.position(span.stop)
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    region["charOffset"], region["charLength"] = span.start, span.stop - span.start
    where = {"uri": quote(PurePath(path).as_posix().lstrip("/"), errors="replace"), "uriBaseId": "%SRCROOT%"}
    return {"physicalLocation": {"artifactLocation": where, "region": region | {"snippet": {"text": span.text}}}}


def reporter(context: object) -> Sarif:
    """Factory of the entry point."""
    del context
    return Sarif()
