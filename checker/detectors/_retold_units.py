"""Figures told in another unit: 50 cents for $0.50, 50 basis points, tens in dozens, an age as a year of life."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.detectors._claims import Claim

_WHOLE = {
    "cent": frozenset({"USD", "CAD", "AUD", "HKD", "EUR"}),
    "penny": frozenset({"GBP"}),
    "copeck": frozenset({"RUB", "BYN", "UAH"}),
    "bp": frozenset({"pp", "%"}),
}
_DOZEN = 12
_SMALL = frozenset({"penny", "cent"})


def in_coins(one: Claim, two: Claim) -> bool:
    """Whether the first claim is the second in hundredths of its unit."""
    return two.unit in _WHOLE.get(one.unit, ()) and one.value == 100 * two.value


def american_penny(units: set[str], one: Claim, two: Claim) -> bool:
    """Whether a cent is called a penny; pence are none."""
    return units == _SMALL and any("penn" in claim.quantity.text.lower() for claim in (one, two))


def metres(one: Claim, two: Claim) -> bool:
    """Whether a figure with an "m" that was read as millions is one of metres: the 200m, and 10K ten kilometres."""
    text = one.quantity.text
    if text[-1:] in ("K", "k") and text[:-1].isdigit() and two.unit == "km":
        return one.value == 1000 * two.value  # a 10K race
    return text.endswith("m") and text[:-1].isdigit() and two.unit == "m" and one.value == 10**6 * two.value


def dozens(one: Claim, two: Claim) -> bool:
    """Whether tens are told in dozens: два десятка or двадцать, two dozen; полтора are fifteen, not eighteen."""
    if "dozen" not in two.quantity.text.lower():
        return False
    if one.value == _DOZEN and two.quantity.text.lower() == "dozens":
        return one.quantity.text.lower().startswith("дюжин")  # имена дюжин женщин
    tens = one.value % 10 == 0 and re.search("десят|дцат", one.quantity.text.lower()) is not None
    return tens and 12 * one.quantity.low == 10 * two.quantity.low


def centuries(one: Claim, two: Claim) -> bool:
    """Whether hundreds of runs are called centuries, as in cricket: три сотни, three centuries."""
    return two.unit == "century" and "сот" in one.quantity.text.lower() and one.value == 100 * two.value


def year_of_life(one: Claim, two: Claim) -> bool:
    """Whether an age is that of a year of life: на 81-м году жизни, aged 80."""
    return one.quantity.kind == "ordinal" and one.added and one.value - two.value == 1 and two.unit in ("", "a")
