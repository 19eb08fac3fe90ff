"""What findings take away from the axes of the bead that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Category, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Bead, Finding

_SHARE = {Severity.NEUTRAL: 0.0, Severity.MINOR: 0.04, Severity.MAJOR: 0.2, Severity.CRITICAL: 0.4}
"""Of the points that are left, times the finding's confidence. Ours, not learned: MQM's order, not its steps."""
_MEANING = frozenset({Category.ACCURACY, Category.TERMINOLOGY})
_BOTH = ("UNT", "GAR001")
"""What is no English carries no meaning to an English reader either."""


def of_beads(findings: Sequence[Finding], beads: Sequence[Bead]) -> tuple[tuple[Finding, ...], ...]:
    """The findings of every bead, those in a gap with the bead before it."""
    places = sorted((span.start, index) for index, bead in enumerate(beads) for span in bead.target)
    held: list[list[Finding]] = [[] for _ in beads]
    place = -1
    for finding in sorted(findings, key=lambda finding: finding.span.start):
        while place + 1 < len(places) and places[place + 1][0] <= finding.span.start:
            place += 1
        if places:
            held[places[max(0, place)][1]].append(finding)
    return tuple(tuple(found) for found in held)


def meaning(finding: Finding) -> bool:
    """Whether a finding says that meaning was changed or lost."""
    return finding.rule.category in _MEANING or finding.rule.code.startswith(_BOTH)


def english(finding: Finding) -> bool:
    """Whether a finding says that the English is bad."""
    return finding.rule.category not in _MEANING or finding.rule.code.startswith(_BOTH)


def judged(finding: Finding) -> bool:
    """Whether a finding counts against fidelity: stray mark-up and formats are mended without a translator."""
    return finding.rule.category not in (Category.DESIGN, Category.LOCALE)


def kept(findings: Sequence[Finding], part: float = 1.0) -> float:
    """The share of the points that is left after the findings; `part` of each counts."""
    share = 1.0
    for finding in findings:
        share *= 1 - part * _SHARE[finding.severity] * finding.confidence
    return share
