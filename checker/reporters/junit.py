"""JUnit XML: a suite for each article, a failed case for each finding of major or critical severity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from checker.model import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Finding, Report


@dataclass(frozen=True)
class Junit:
    """Minor and neutral findings are passed cases with their text in system-out."""

    suffix: str = ".xml"

    def render(self, reports: Sequence[Report]) -> bytes:
        """UTF-8 XML; characters that XML 1.0 cannot hold become U+FFFD."""
        root = ET.Element("testsuites", name="checker")
        for report in reports:
            root.append(_suite(report))
        ET.indent(root)
        return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _suite(report: Report) -> ET.Element:
    failures = sum(finding.severity >= Severity.MAJOR for finding in report.findings)
    count = max(1, len(report.findings))
    suite = ET.Element("testsuite", name=_xml(report.name), tests=str(count), failures=str(failures), errors="0")
    for finding in report.findings:
        suite.append(_case(report, finding))
    if not report.findings:
        ET.SubElement(suite, "testcase", classname=_xml(report.name), name="no findings")
    return suite


def _case(report: Report, finding: Finding) -> ET.Element:
    line, column = report.pair.translation.position(finding.span.start)
    name = f"{finding.rule.code} {finding.rule.name} {line}:{column}"
    case = ET.Element(
        "testcase", classname=_xml(report.name), name=name, file=_xml(report.path or report.name), line=str(line)
    )
    parts = [
        f"translation: {finding.span.text}" if finding.span.text else "",
        f"source: {finding.source.text}" if finding.source and finding.source.text else "",
        f"write: {finding.suggestion}" if finding.suggestion else "",
    ]
    text = _xml("\n".join(part for part in (finding.message, *parts) if part))
    if finding.severity >= Severity.MAJOR:
        failure = ET.SubElement(case, "failure", type=finding.severity.label, message=_xml(finding.message))
        failure.text = text
    else:
        ET.SubElement(case, "system-out").text = text
    return case


def _xml(text: str) -> str:
    def allowed(char: str) -> bool:
        return char in "\t\n\r" or " " <= char <= "\ud7ff" or "\ue000" <= char <= "\ufffd" or char >= "\U00010000"

    return "".join(char if allowed(char) else "\ufffd" for char in text)


def reporter(context: object) -> Junit:
    """Factory of the entry point."""
    del context
    return Junit()
