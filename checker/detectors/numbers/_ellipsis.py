"""What a figure leaves unsaid because another has just said it: 40 тысяч машин, а собрал 25; 31,5 центнера против 42.

The scale or unit is lent by a figure of the same side near by. A figure that counts something of its own (30 рабочих)
borrows no scale.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.detectors._claims import agree, dimension

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors._claims import Claim
    from checker.detectors.numbers._sides import Place
    from checker.model import Span
    from checker.protocols import Context

_SCALES = tuple(Fraction(10**power) for power in (3, 6, 9, 12))
_STEMS = (
    ("трлн", _SCALES[3]), ("триллион", _SCALES[3]), ("млрд", _SCALES[2]), ("миллиард", _SCALES[2]),
    ("млн", _SCALES[1]), ("миллион", _SCALES[1]), ("тыс", _SCALES[0]),
)  # fmt: skip
_COUNTED = frozenset({"NOUN", "ADJF", "PRTF"})
_CASES = frozenset({"gent", "datv", "ablt", "loct"})
"""What is counted never stands in the nominative; beside a numeral in it, always in the genitive."""
_THEN = frozenset({"год", "месяц", "неделя", "день", "прошлый", "минувший", "наличные", "наличный"})
"""What stands behind a figure to say when: 42 годом ранее."""


def lent_scales(claims: Sequence[Claim]) -> tuple[Fraction, ...]:
    """Scales that are named by word or noughts, in order, the last named last."""
    named: list[Fraction] = []
    smaller: list[Fraction] = []
    for claim in claims:
        if claim.sort == "value" and claim.value >= _SCALES[0] and claim.quantity.kind in ("number", "money"):
            said = next((scale for stem, scale in _STEMS if stem in claim.quantity.text.lower()), None)
            named.append(said or max(scale for scale in _SCALES if scale <= claim.value))
            if claim.value < 10 * named[-1] and named[-1] > _SCALES[0]:
                smaller.append(named[-1] / 1000)  # 1.2 million can have been told in thousands
    return tuple(reversed(dict.fromkeys(reversed((*smaller, *named)))))


def scaled(claim: Claim, scale: Fraction) -> Claim:
    """A claim as if its scale had been said."""
    quantity = replace(claim.quantity, low=claim.quantity.low * scale, high=claim.quantity.high * scale)
    return replace(claim, value=claim.value * scale, quantity=quantity)


def leaning(context: Context, spans: Sequence[Span], place: Place) -> bool:
    """Whether a figure of the original counts nothing of its own and names no scale."""
    claim, offset = place
    if claim.sort != "value" or claim.value >= 1000 or claim.quantity.kind not in ("number", "fraction", "money"):
        return False
    stop = offset + claim.quantity.stop
    if claim.unit:
        return False
    tokens = (token for span in spans if span.start <= offset < span.stop for token in context.tokens("ru", span))
    after = next((token for token in tokens if token.start >= stop), None)
    cases = _CASES if claim.digits else {"gent"}
    return after is None or not (after.tags & _COUNTED and after.tags & cases) or after.lemma in _THEN


def same(given: Place, found: Place, lent: Sequence[Fraction], sides: tuple[Sequence[Claim], Sequence[Claim]]) -> bool:
    """Whether two figures agree once what is unsaid is filled in; `lent` are the scales that the first may borrow."""
    one, two = given[0], found[0]
    if one.sort != "value" or two.sort != "value":
        return False
    if any(agree(scaled(one, scale), two) for scale in lent):
        return True
    return any(agree(left, right) for left, right in _measured(one, two, *sides))


def _measured(one: Claim, two: Claim, theirs: Sequence[Claim], ours: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Both claims with units that other figures of their sides name."""
    for left in _units(one, theirs):
        for right in _units(two, ours):
            borrowed = left.unit != one.unit or right.unit != two.unit
            if borrowed and left.unit != right.unit and dimension(left.unit) == dimension(right.unit) != "":
                yield left, right


def _units(claim: Claim, near: Sequence[Claim]) -> Iterator[Claim]:
    if claim.unit:
        yield claim
        return
    units = {other.unit for other in near if dimension(other.unit) not in ("", "money", "percent", "time")}
    yield from (replace(claim, unit=unit) for unit in sorted(units))
