"""Times that something took, as results of races have them: 2:20:15, 3:59.4, and in Russian 3.59,4."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.languages._calendar import Reading
from checker.languages._profile import words

if TYPE_CHECKING:
    from checker.languages._quantity_text import Text

_SECONDS = re.compile(r"[0-5]\d(?:[.,]\d{1,3})?")
_POINTED = re.compile(r"(\d{1,2})\.([0-5]\d),(\d{1,3})")
_CLOCK = words("в к до с at by until till since from")
"""Before these figures a time of day is meant."""


def elapsed(text: Text, index: int) -> Reading | None:
    """Hours, minutes and seconds, or minutes, seconds and parts of one; a time of day is left to the clock."""
    low = text.low(index)
    pointed = _POINTED.fullmatch(low) if text.lexicon.code == "ru" else None
    if pointed is not None:
        value = int(pointed[1]) + Fraction(f"{pointed[2]}.{pointed[3]}") / 60
        return Reading(index, index + 1, value, value, "number", "min")
    if not low.isdigit() or len(low) > 2 or not _colon(text, index + 1):
        return None
    second = text.low(index + 2)
    if not _SECONDS.fullmatch(second):
        return None
    if not second.isdigit():
        value = int(low) + _seconds(second) / 60
        return Reading(index, index + 3, value, value, "number", "min")
    last = text.low(index + 4)
    if not _colon(text, index + 3) or not _SECONDS.fullmatch(last) or _daytime(text, index):
        return None
    value = int(low) + Fraction(int(second), 60) + _seconds(last) / 3600
    return Reading(index, index + 5, value, value, "number", "h")


def _colon(text: Text, at: int) -> bool:
    return text.low(at) == ":" and text.glued(at) and text.glued(at + 1)


def _seconds(figure: str) -> Fraction:
    return Fraction(figure.replace(",", "."))


def _daytime(text: Text, index: int) -> bool:
    half = any(text.is_a(index + 5, kind) is not None for kind in ("am", "pm"))
    return half or text.low(index - 1) in _CLOCK
