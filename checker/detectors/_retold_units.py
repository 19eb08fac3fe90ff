"""Figures told in another unit: 50 cents for $0.50, 50 basis points for half a percentage point; a bare m of metres."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.detectors._claims import Claim

_WHOLE = {
    "cent": frozenset({"USD", "CAD", "AUD", "HKD", "EUR"}),
    "penny": frozenset({"GBP"}),
    "copeck": frozenset({"RUB", "BYN", "UAH"}),
    "bp": frozenset({"pp", "%"}),
}
_SMALL = frozenset({"penny", "cent"})


def in_coins(one: Claim, two: Claim) -> bool:
    """Whether the first claim is the second in hundredths of its unit."""
    return two.unit in _WHOLE.get(one.unit, ()) and one.value == 100 * two.value


def american_penny(units: set[str], one: Claim, two: Claim) -> bool:
    """Whether a cent is called a penny; pence are none."""
    return units == _SMALL and any("penn" in claim.quantity.text.lower() for claim in (one, two))


def metres(one: Claim, two: Claim) -> bool:
    """Whether a figure with an "m" that was read as millions is one of metres: the 200m."""
    text = one.quantity.text
    return text.endswith("m") and text[:-1].isdigit() and two.unit == "m" and one.value == 10**6 * two.value
