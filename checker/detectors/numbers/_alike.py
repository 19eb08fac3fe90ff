"""How likely two unequal figures stand for each other, and how grave their difference is."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.detectors._claims import dimension, in_base
from checker.detectors._cues import bead_text

if TYPE_CHECKING:
    from checker.detectors._claims import Claim
    from checker.model import Bead


def kinship(one: Claim, two: Claim) -> int:
    """How likely two unequal claims stand for each other; 0 for not at all."""
    if one.sort != two.sort:
        return 0
    if one.sort != "value":
        return 3
    kinds = {one.quantity.kind, two.quantity.kind}
    vague, other = (one, two) if one.quantity.rounded and not one.digits else (two, one)
    if vague.quantity.rounded and not vague.digits and not other.quantity.rounded and other.value < 10:
        return 0  # "thousands" stands for no two
    if "ordinal" in kinds and len(kinds) > 1:
        return 2 if _anniversary(one, two) or _anniversary(two, one) or _year_of(one, two) or _year_of(two, one) else 0
    if 1 in (one.value, two.value) and not (one.digits and two.digits) and not (one.unit and two.unit):
        return 0
    if one.unit and two.unit:
        if dimension(one.unit) == dimension(two.unit) or one.unit == two.unit:
            return 4
        # A thing that is named without a figure is one: a tonne is none of "a year".
        return int(one.value == two.value and (one.value != 1 or (one.digits and two.digits)))
    return 2 if one.digits == two.digits else 1


def likeness(one: Claim, two: Claim) -> tuple[int, bool, Fraction]:
    """What orders candidates for the place of a figure: kinship, then the same unit, then how near the value is."""
    low, high = sorted((abs(one.value), abs(two.value)))
    return kinship(one, two), one.unit == two.unit, low / high if high else Fraction(1)


def _anniversary(one: Claim, two: Claim) -> bool:
    return "лети" in one.quantity.text and two.quantity.kind == "ordinal"


def _year_of(one: Claim, two: Claim) -> bool:
    """Whether an ordinal can be a year without its century where the other is a year."""
    return one.quantity.kind == "ordinal" and 10 < one.value < 100 and two.quantity.kind == "year" and two.digits


def grave(one: Claim, two: Claim) -> bool:
    """Whether unit, currency or order of magnitude differs."""
    if one.sort != "value":
        return False
    low, high = sorted((one.value, two.value))
    if one.unit and two.unit and one.unit != two.unit:
        measured = dimension(one.unit) == dimension(two.unit) not in ("", "money", "percent", "temperature")
        if not measured or low == high:
            return True
        low, high = sorted((in_base(one), in_base(two)))
    return low > 0 and high / low >= 10


_RATES = re.compile(r"\b(?:ставк|доходност|безработиц|инфляц|рентабельност|марж)", re.IGNORECASE)
"""What is itself counted in percent, so that it moves by percentage points, whatever the original calls them."""


def in_points(bead: Bead, given: Claim, found: Claim) -> bool:
    """Whether points are the better word for what the original calls percent: поднять ставку на 0,25 %."""
    if given.unit != "%" or found.unit not in ("pp", "bp"):
        return False
    value = found.value / 100 if found.unit == "bp" else found.value
    return value == given.value and _RATES.search(bead_text(bead.source)) is not None
