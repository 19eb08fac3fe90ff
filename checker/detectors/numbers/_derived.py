"""Figures worked out from those of the original: by 3 to 7 for с 10 до 7, 20 people for 12 мужчин и 8 женщин."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, cues
from checker.detectors.numbers._sides import worded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from checker.detectors._claims import Claim
    from checker.detectors.numbers._sides import Place
    from checker.model import Bead

_THROUGH = re.compile(
    r"\b(?:through|thru|after|and including|end of(?: the day)?|midnight)\s+(?:on\s+)?$", re.IGNORECASE
)
_BOUND = re.compile(r"(?<!\w)(?:до|со?|к|по)\s+$", re.IGNORECASE)
_WEEK = 7
_REST = re.compile(
    r"\b(?:un(?!i|der|til)\w{4,}|remain\w*|rest|others?|still|yet|lack\w*|without"
    r"|of (?:what|its|their|the former|the previous)|lost|left|fail\w*|compared)\b",
    re.IGNORECASE,
)
"""What a share speaks of when it is what the other share leaves: 90 percent are unrepaired, отремонтировано 10 %."""
_KINDS = frozenset({"number", "money"})


def derived(given: Place, found: Place, sides: tuple[Sequence[Place], Sequence[Place]], bead: Bead) -> bool:
    """Whether a figure follows from a lost one of the original and from another that is said, or that is lost too."""
    one, two = given[0], found[0]
    if one.sort != two.sort:
        return False
    if one.sort == "weekday":
        return _day_before(given, found, bead)
    return one.sort == "value" and (_reckoned(one, two, sides) or _complement(one, two, bead))


def _reckoned(one: Claim, two: Claim, sides: tuple[Sequence[Place], Sequence[Place]]) -> bool:
    """Whether a figure is what two of the original add up to, or differ by where the smaller of them is said."""
    if not {one.quantity.kind, two.quantity.kind} <= _KINDS or one.unit != two.unit:
        return False
    own = {other.value for other, _ in sides[1] if other.unit == two.unit and other is not two}
    for other, _ in sides[0]:
        if other is one or other.unit != one.unit or other.quantity.kind not in _KINDS or other.value == one.value:
            continue
        said = other.value in own
        if said and two.value == one.value - other.value and two.value != other.value:
            return True
        if not said and one.value not in own and two.value == one.value + other.value:
            return True
    return False


def _complement(one: Claim, two: Claim, bead: Bead) -> bool:
    """Whether one share is what the other leaves, and the sentence speaks of the rest."""
    shares = [_share(claim) for claim in (one, two)]
    if shares[0] is None or shares[1] is None or shares[0] + shares[1] != 1:
        return False
    source, target = bead_text(bead.source), bead_text(bead.target)
    denied = cues("negation", "ru").any(source, "plain") != cues("negation", "en").any(target, "plain")
    return denied or _REST.search(target) is not None


def _share(claim: Claim) -> Fraction | None:
    if claim.quantity.kind == "percent" and claim.unit == "%":
        return claim.value / 100
    return claim.value if claim.quantity.kind == "fraction" else None


def _day_before(given: Place, found: Place, bead: Bead) -> bool:
    """Whether a stretch ends with the day before the one at which it stops: through Sunday, до понедельника."""
    if (found[0].value % _WEEK) + 1 != given[0].value:
        return False
    bound = _BOUND.search(worded(bead.source, given)[0])
    return bound is not None and _THROUGH.search(worded(bead.target, found)[0]) is not None
