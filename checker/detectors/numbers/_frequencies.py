"""How often and when: «дважды в неделю» is not every two weeks, «в шестом часу» not at six."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.detectors._claims import dimension, in_base
from checker.detectors.numbers._sides import worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors._claims import Claim
    from checker.detectors.numbers._sides import Place
    from checker.model import Bead

_UNITS = {
    "d": (r"(?:день|сутки)", r"day"),
    "wk": (r"неделю", r"week"),
    "mo": (r"месяц", r"month"),
    "a": (r"год", r"year"),
    "h": (r"час", r"hour"),
}
_TIMES = {
    unit: (re.compile(rf"\s(?:раза?\s)?в\s{ru}\b"), re.compile(rf"\s(?:a|an|per|each|every)\s{en}\b"))
    for unit, (ru, en) in _UNITS.items()
}
"""Behind a factor of either side: дважды в неделю, twice a week."""
_TURN = (re.compile(r"(?:\bкажд\w+|\bраз в)\s+$", re.IGNORECASE), re.compile(r"\b(?:every|each)\s+$", re.IGNORECASE))
"""Before a length of time of either side: каждые две недели, every two weeks."""
_MOST = 12
_NEARLY = Fraction(9, 100)
"""How far a month is from four weeks."""
_SHARP = re.compile(r"\b(?:at|since|from)\s+(?:exactly\s+)?$", re.IGNORECASE)
"""Before an hour that is meant to the minute."""
_CLOCK = re.compile(
    r"\s*(?:o['’]clock|[ap]\.?m\b|in the (?:morning|afternoon|evening)|at night|that|this|on\b|[.,;]|$)"
)
"""What stands behind an hour and no number of things."""


def mistimed(source: Sequence[Place], target: Sequence[Place], bead: Bead) -> Iterator[tuple[Place, Place]]:
    """Figures of the translation beside those of the original whose turn or hour they mistake."""
    for given in source:
        claim = given[0]
        if claim.sort == "time" and claim.quantity.low != claim.quantity.high:
            yield from ((found, given) for found in target if _at_its_end(claim, found, bead))
        elif claim.sort == "value" and 1 < claim.value <= _MOST:
            yield from ((found, given) for found in target if _exchanged(given, found, bead, target))


def as_often(given: Place, found: Place, target: Sequence[Place], bead: Bead) -> bool:
    """Whether the turn of the original is told by its times in a longer stretch: раз в полгода, twice a year."""
    one, two = given[0], found[0]
    if dimension(one.unit) != "time" or dimension(two.unit) != "time" or two.value != 1:
        return False
    if not _TURN[0].search(worded(bead.source, given)[0]):
        return False
    times = [other.value for other, _ in target if other.quantity.kind == "factor" and other.value > 1]
    return any(abs(in_base(one) * value - in_base(two)) <= _NEARLY * in_base(two) for value in times)


def _at_its_end(claim: Claim, found: Place, bead: Bead) -> bool:
    """Whether the hour that «в шестом часу» leads up to is given as the time: at six."""
    before, after = worded(bead.target, found)
    other, end = found[0], claim.quantity.high + 1
    if not _SHARP.search(before) or other.quantity.rounded:
        return False
    if other.sort == "time":
        return (other.value - end) % 720 == 0
    plain = other.sort == "value" and other.unit in ("", "h") and 60 * other.value % 720 == end % 720
    return plain and _CLOCK.match(after) is not None


def _exchanged(given: Place, found: Place, bead: Bead, target: Sequence[Place]) -> bool:
    """Whether one side says how many times within a stretch of time, the other once in so many of them."""
    one, two = given[0], found[0]
    if two.sort != "value" or one.value != two.value or {one.quantity.kind, two.quantity.kind} != {"factor", "number"}:
        return False
    which = 0 if one.quantity.kind == "factor" else 1
    unit = two.unit if which == 0 else one.unit
    if unit not in _TIMES:
        return False
    theirs, ours = worded(bead.source, given), worded(bead.target, found)
    factor, length = (theirs, ours) if which == 0 else (ours, theirs)
    told = _TIMES[unit][which].match(factor[1]) and _TURN[1 - which].search(length[0])
    return bool(told) and sum(place[0].value == one.value for place in target) == 1
