"""Constructions of Russian syntax that have no English likeness, rendered word by word.

A row of the table frames.tsv holds a construction (как ни странно) and its literal English (how not strange); only both
together are a finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors.garble._skeletons import Skeleton
from checker.expressions import Late
from checker.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 2_000
"""Characters of a sentence, and of its original, that are looked at; longer ones are no sentences of an article."""


@dataclass(frozen=True, slots=True)
class _Frame:
    key: str
    source: Late
    pattern: Late
    suggestion: str
    reason: str
    severity: Severity


@cache
def _frames() -> tuple[_Frame, ...]:
    return tuple(
        _Frame(
            row["key"],
            Late(row["source"]),
            Late(row["pattern"], re.IGNORECASE),
            row["suggestion"],
            row["reason"],
            Severity[row["severity"].upper()],
        )
        for row in data.rows("frames")
    )


def framed(text: str, original: str) -> Iterator[Skeleton]:
    """Rows of the table that hold in a sentence and its original; offsets count within the sentence."""
    if not original or max(len(text), len(original)) > _LONGEST:
        return
    lower = " ".join(original.lower().split())
    plain = re.sub(r"\s", " ", text).replace("’", "'")
    for frame in _frames():
        if frame.key in lower and frame.source.ready.search(lower):
            for match in frame.pattern.ready.finditer(plain):
                yield Skeleton(*match.span("span"), frame.reason, frame.suggestion, frame.severity)
