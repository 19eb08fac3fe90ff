"""Percentages, fractions and factors that tell the same proportion: 50 %, half, twice less, half as much again."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.detectors._claims import Claim


_NEAR, _VAGUE = Fraction(17, 1000), Fraction(36, 1000)
"""How far a percentage may be from a share, and from one that is called approximate: about a third, 30 percent."""


def share_agrees(one: Claim, two: Claim) -> bool:
    """A percentage, a fraction and a factor for the same share: 50 %, half, 2 times less."""
    kind, other = one.quantity.kind, two.quantity.kind
    if kind == "percent" and other in ("fraction", "factor", "number"):
        change = one.value / 100
        shares = {1 - change, 1 + change}
        if other == "fraction" or not one.added:  # "by 150 percent" is two and a half times as much
            shares.add(change)
        return (
            two.unit in ("", "%")
            and other != "number"
            and any(abs(share - two.value) <= (_VAGUE if two.quantity.rounded else _NEAR) for share in shares)
        )
    if kind == "factor" and other in ("fraction", "factor"):
        again = one.value - 1 if other == "fraction" else one.value  # up by half is one and a half times as much
        if two.added:
            return two.value in (1 - one.value, again)  # down by a third is no three times less
        return two.value in (one.value, 1 - one.value, again) or (
            one.value == 2 and two.value == Fraction(1, 2) and _halving(one, two)
        )
    return kind == "fraction" and other == "fraction" and two.value in (one.value, 1 - one.value)


def _halving(one: Claim, two: Claim) -> bool:
    """Twice less said on one side without its word for less near by, or a thing that happened twice."""
    return any(word in claim.quantity.text.lower() for claim in (one, two) for word in ("раз", "дважды"))
