"""Whether an article is translated freely: that a hedge or a word of scope is put otherwise proves little then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors._cues import literal, readable
from checker.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.model import Finding, Pair
    from checker.protocols import Context

_FREE = 0.8
"""Mean literalness of the sentences of an article below which a person has retold it.

That of 29 articles of machine-like English lies between 0.83 and 0.94; that of 28 free translations of the same
originals between 0.71 and 0.82, of 22 of them below 0.80.
"""
_ENOUGH = 10
"""Sentences from which a mean says something."""


def told_closely(context: Context, pair: Pair, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of an article, of one that is translated freely the critical ones alone."""
    free: bool | None = None  # asked with the first finding
    for finding in findings:
        if free is None:
            free = retold(context, pair)
        if not free or finding.severity is Severity.CRITICAL:
            yield finding


def retold(context: Context, pair: Pair) -> bool:
    """Whether an article is translated freely; nobody knows it of beads without word links."""
    return closeness(context, pair) < _FREE


def closeness(context: Context, pair: Pair) -> float:
    """Mean literalness of an article's sentences in 0-1; 1 where too few tell."""
    beads = [(bead, links) for bead in pair.beads if readable(bead) and (links := context.links(bead, "ru", "en"))]
    return sum(literal(context, *both) for both in beads) / len(beads) if len(beads) >= _ENOUGH else 1.0
