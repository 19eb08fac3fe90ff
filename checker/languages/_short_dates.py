"""Dates that are told by a few figures: 9/11, Q1/15, the class of '68."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from checker.languages._calendar import Reading
from checker.languages._profile import words

if TYPE_CHECKING:
    from checker.languages._quantity_text import Text

_APOSTROPHES = frozenset("'’‘")
_LEADS = words(
    """of in since from until till to by back and before after during for summer winter spring autumn fall season
    january february march april may june july august september october november december"""
)
"""Before a year without its century."""
_AFTER = words("and or to was is were are had has in at when with would will but than as season")
_PIVOT = 50
"""Two figures below it are a year of this century."""


def short_date(text: Text, index: int) -> Reading | None:
    """The eleventh of September by its two figures, or a year without its century."""
    if text.number(index) is None:
        return None
    if [text.low(at) for at in range(index, index + 3)] == ["9", "/", "11"] and text.low(index + 3) != "/":
        return Reading(index, index + 3, Fraction(0), Fraction(0), "date", "--09-11")
    low = text.low(index)
    if (
        len(low) != 2
        or not low.isdigit()
        or not text.glued(index)
        or not (_of_quarter(text, index) or _cut(text, index))
    ):
        return None
    year = Fraction(int(low) + (2000 if int(low) < _PIVOT else 1900))
    return Reading(index, index + 1, year, year, "year")


def _of_quarter(text: Text, index: int) -> bool:
    """Whether a quarter or half of the year stands before: Q1/15, H2'14."""
    joined = text.low(index - 1) in ("/", *_APOSTROPHES) and text.low(index - 2) in ("1", "2", "3", "4")
    return joined and text.glued(index - 1) and text.glued(index - 2) and text.low(index - 3) in ("q", "h")


def _cut(text: Text, index: int) -> bool:
    """Whether an apostrophe stands for the century: in '68."""
    if text.lexicon.code != "en" or text.low(index - 1) not in _APOSTROPHES or text.glued(index - 1):
        return False
    after = text.low(index + 1)
    if after in _APOSTROPHES or (text.glued(index + 1) and after.isalnum()) or after in ("%", "-"):
        return False
    ahead = text.low(index - 2) in _LEADS or text.low(index - 3) in ("q", "h")
    return ahead and (not after.isalpha() or after in _AFTER)
