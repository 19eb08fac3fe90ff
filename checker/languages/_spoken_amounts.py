"""Amounts as they are spoken: тысяч пятьдесят, миллиона три, три с лишним тысячи, пара сотен, fifty-odd."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.languages._profile import words
from checker.languages._quantity_text import HYPHENS, Magnitude

if TYPE_CHECKING:
    from checker.languages._quantity_text import Text

_EXCESS = words("лишним лишком небольшим хвостиком гаком копейками")
_ODD = words("odd plus something")
_MANY = words("тысяч тыщ миллионов миллиардов триллионов сотен десятков")
"""Scale words in the genitive plural: before a number they make it approximate."""
_FEW = words("тысячи миллиона миллиарда триллиона сотни десятка дюжины")
"""The same beside two, three, four and one and a half."""
_STEPS = words("за под на до через в с по этак эдак около")
OUT_OF = words(
    """из от до после среди для более менее больше меньше свыше около несколько нескольких много многих мало этих тех
    всех течение сколько столько первых последних и"""
)
Read = Callable[["Text", int], "Magnitude | None"]
"""What reads a magnitude at an index."""


def past_excess(text: Text, at: int) -> int:
    """The index after «с лишним» or "-odd"; `at` where neither stands there."""
    if text.lexicon.code == "ru" and text.low(at) == "с":
        if text.low(at + 1) in _EXCESS:
            return at + 2
        return at + 4 if text.low(at + 1) == "чем" and text.low(at + 3) == "то" else at
    if text.lexicon.code == "en" and text.low(at) in HYPHENS and text.glued(at + 1) and text.low(at + 1) in _ODD:
        return at + 2
    return at


def past_case(text: Text, at: int) -> int:
    """The index after the ending of a case that digits carry: 15-ти миллионов, 2-х лет; `at` where there is none.

    An ordinal's ending (2-й, 90-х) is none.
    """
    if text.lexicon.code != "ru" or text.low(at) not in HYPHENS or not (text.glued(at) and text.glued(at + 1)):
        return at
    value, ending = text.number(at - 1) or Fraction(0), text.low(at + 1)
    small = value % 10 in (2, 3, 4) and value % 100 not in (12, 13, 14)
    return at + 2 if ending in (_FEW_CASES if small else _MANY_CASES) else at


_FEW_CASES = words("х ух ех рех ырех умя мя емя")
_MANY_CASES = words("ти и ми ью тью ка ста")


def inverted(text: Text, index: int, read: Read) -> Magnitude | None:
    """Тысяч пятьдесят, миллиона три, тысяч за сорок: about so many."""
    if text.lexicon.code != "ru" or text.low(index - 1) in OUT_OF:
        return None
    low = text.low(index)
    scale = text.is_a(index, "scale") or text.is_a(index, "group") or text.is_a(index, "many")
    if scale is None or not (low in _MANY or low in _FEW):
        return None
    at = stepped(text, index + 1) if low in _MANY else index + 1
    found = approximate(text, at, low in _FEW, read)
    if found is None:
        return None
    return replace(found, low=found.low * scale, high=found.high * scale, scale=scale)


def is_number(text: Text, at: int) -> bool:
    """Whether the piece is any part of a number."""
    kinds = ("add", "scale", "many", "ordinal", "mixed", "fraction", "group", "several")
    return text.number(at) is not None or any(text.is_a(at, kind) is not None for kind in kinds)


def stepped(text: Text, at: int) -> int:
    """The index of the number: a preposition may stand before it."""
    for _ in range(2):
        at += int(text.low(at) in _STEPS)
    return at


def approximate(text: Text, at: int, few: bool, read: Read) -> Magnitude | None:
    """The number after what it counts, or a range of two: пять, пять-шесть, полтора."""
    first = _bare(text, at, few, read)
    if first is None:
        return None
    second = _bare(text, first.stop + 1, few, read) if text.low(first.stop) in HYPHENS else None
    if second is not None and first.high < second.low:
        return replace(first, high=second.high, stop=second.stop)
    return replace(first, rounded=True)


def _bare(text: Text, at: int, few: bool, read: Read) -> Magnitude | None:
    if text.number(at) is None and text.is_a(at, "add") is None and text.is_a(at, "mixed") is None:
        return None  # asks no further: "тысяч тысяч тысяч" would be read once for each
    found = read(text, at)
    mixed = text.is_a(at, "mixed") is not None
    if found is None or found.scale != 1 or (found.kind != "number" and not mixed) or found.low >= 1000:
        return None
    return found if (found.low in (2, 3, 4, Fraction(3, 2))) is few else None


def couple(text: Text, index: int) -> Magnitude | None:
    """Пара тысяч, a couple of hundred."""
    if not text.low(index).startswith(("пар", "couple")) or text.is_a(index, "both") != 2:
        return None
    at = index + 2 if text.low(index + 1) == "of" else index + 1
    kinds = ("scale", "hundred", "group", "many")
    size = next((value for kind in kinds if (value := text.is_a(at, kind)) is not None), None)
    return Magnitude(2 * size, 2 * size, at + 1, scale=size, rounded=True) if size else None
