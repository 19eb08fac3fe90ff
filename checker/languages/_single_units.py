"""Units without a number, which are one of them: час, the decade, a kilogram, a year and a half, год и три месяца."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from checker.languages._calendar import Reading
from checker.languages._measures import EARLIER, THEN, and_half, and_smaller
from checker.languages._numerals import unit_sizes
from checker.languages._profile import words

if TYPE_CHECKING:
    from checker.languages._quantity_text import Text

_SINGLE = frozenset({"kg", "t", "km", "l", "ha", "mi"})  # "a kilogram" is one; "a foot", "a pound" can be anything
_ROW = words("next following same следующий следующую следующая")
_SAME = words("тот ту тем той та")
_CASES = words("год года году годом час часа часу часом")
_TERM = words("к до на от за через около почти примерно получил получила получили дали менее более чем")
"""What stands before a length of time that goes on in a smaller unit: к году и трем месяцам."""


def bare_unit(text: Text, index: int) -> Reading | None:
    """Час, сутки, decade without a number: one of them."""
    if text.lexicon.code == "ru" and text.low(index) in _CASES and text.low(index - 1) in _TERM:
        unit, _ = text.lexicon.unit((text.low(index),))
        extra, stop = and_smaller(text, index + 1, unit)
        if extra:
            return Reading(index, stop, 1 + extra, 1 + extra, "number", unit)
    if text.lexicon.code == "ru" and text.low(index) in THEN and text.low(index + 1) in EARLIER:
        unit, _ = text.lexicon.unit((text.low(index),))  # годом ранее
        return Reading(index, index + 1, Fraction(1), Fraction(1), "number", unit) if unit else None
    single = text.is_a(index, "single") is not None or (text.low(index - 1), text.low(index)) == ("per", "second")
    unit, taken = text.lexicon.unit((text.low(index),)) if single and not _of_row(text, index - 1) else ("", 0)
    if text.is_a(index + taken, "named") is not None:  # день рождения, День города: a feast, no length of time
        return None
    extra, stop = and_half(text, index + taken)
    return Reading(index, stop, 1 + extra, 1 + extra, "number", unit) if taken else None


def _of_row(text: Text, before: int) -> bool:
    """Whether a day or year is told apart from others and is no length of time: the next day, в тот же день.

    So is what something is a part of: the end of the year.
    """
    low, ahead = text.low(before), text.low(before - 1)
    return low in _ROW or (low == "же" and ahead in _SAME) or (low == "the" and ahead == "of")


def single_unit(text: Text, index: int) -> Reading | None:
    """An hour, a year and a half: one of a unit of time."""
    unit, taken = text.lexicon.unit((text.low(index + 1),))
    stop = index + 1 + taken
    extra, stop = and_half(text, stop) if taken else (Fraction(0), stop)
    timed = taken and unit_sizes()[unit].dimension == "time" and (unit != "s" or _closes(text, stop))
    single = unit in _SINGLE or timed
    if not taken or not (single or extra):
        return None
    if not extra and unit in ("h", "a"):
        extra, stop = and_smaller(text, stop, unit)
    return Reading(index, stop, 1 + extra, 1 + extra, "number", unit)


def _closes(text: Text, at: int) -> bool:
    """Whether a phrase ends before a piece, so that "a second" there is no second thing of a row."""
    low = text.low(at)
    return not low[:1].isalpha() or low in ("during", "while", "when", "before", "after")
