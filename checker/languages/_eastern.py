"""Dates with signs behind their figures: 2018年5月3日, 9월 4일."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.languages._quantity_text import Text

_YEAR, _MONTH, _DAY = frozenset("年년"), frozenset("月월"), frozenset("日号號일")


def signed_date(text: Text, index: int) -> tuple[int, str] | None:
    """Index after the date and its code ("2018-05-03", "--05-03", "--05"); None where no month is said."""
    if not text.lexicon.glued:
        return None
    year, at = _part(text, index, _YEAR, 2100)
    month, at = _part(text, at, _MONTH, 12)
    if not month:
        return None
    day, at = _part(text, at, _DAY, 31)
    code = f"{year:04d}" if year else "-"
    return at, f"{code}-{month:02d}" + (f"-{day:02d}" if day else "")


def _part(text: Text, index: int, signs: frozenset[str], most: int) -> tuple[int, int]:
    """The figure before one of the signs and the index after the sign; (0, index) where there is none."""
    value = text.number(index)
    if value is None or value.denominator != 1 or not Fraction(0) < value <= most or text.low(index + 1) not in signs:
        return 0, index
    return int(value), index + 2
