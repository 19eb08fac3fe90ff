"""Measures as they are spoken: километров пять, часа через полтора; метр девяносто, кило триста, six foot three."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from checker.languages._calendar import Reading
from checker.languages._magnitudes import magnitude
from checker.languages._profile import words
from checker.languages._quantity_text import HYPHENS
from checker.languages._spoken_amounts import OUT_OF, approximate, is_number, stepped

if TYPE_CHECKING:
    from checker.languages._quantity_text import Text

_UNITS_MANY = words(
    """лет минут секунд часов дней суток недель месяцев километров метров сантиметров миллиметров тонн килограммов кило
    граммов литров гектаров рублей долларов евро процентов градусов верст миль"""
)
_UNITS_FEW = words("года часа дня месяца километра метра рубля доллара литра минуты недели секунды тонны гектара")
_SMALLER = {"m": 100, "h": 60, "kg": 1000, "RUB": 100, "ft": 12}
"""How many of the smaller unit, left unsaid, the larger one holds: метр девяносто, час сорок, six foot three."""
_WHOLE = words("метр кило килограмм час рубль")


def inverted_unit(text: Text, index: int) -> Reading | None:
    """Километров пять, лет двадцать, часа через полтора."""
    low = text.low(index)
    if text.lexicon.code != "ru" or not (low in _UNITS_MANY or low in _UNITS_FEW):
        return None
    before = text.low(index - 1)
    if before in OUT_OF or before.endswith(("ых", "их")) or is_number(text, index - 1):
        return None
    found = approximate(text, stepped(text, index + 1), low in _UNITS_FEW, magnitude)
    if found is None or text.lexicon.unit((text.low(found.stop),))[1]:
        return None
    unit, _ = text.lexicon.unit((low,))
    return Reading(index, found.stop, found.low, found.high, _sort(unit), unit, True)


def feet(text: Text, index: int) -> Reading | None:
    """Feet and inches with their signs: 6'2"."""
    foot, inch = text.number(index), text.number(index + 2)
    if foot is None or inch is None or text.low(index + 1) not in ("'", "′", "’"):
        return None
    if not (text.glued(index + 1) and text.glued(index + 2)) or not 2 < foot < 9 or inch >= 12:
        return None
    stop = index + 4 if text.glued(index + 3) and text.low(index + 3) in ('"', "″") else index + 3
    value = foot + inch / 12
    return Reading(index, stop, value, value, "number", "ft")


def _sort(unit: str) -> str:
    return "percent" if unit == "%" else "money" if unit in ("RUB", "USD", "EUR") else "number"


def composite(text: Text, index: int) -> Reading | None:
    """Метр девяносто, кило триста, час сорок: one of the unit and some of the smaller one."""
    if text.lexicon.code != "ru" or text.low(index) not in _WHOLE or is_number(text, index - 1):
        return None
    unit, _ = text.lexicon.unit((text.low(index),))
    extra, stop = and_unsaid(text, index + 1, unit)
    return Reading(index, stop, 1 + extra, 1 + extra, _sort(unit), unit) if extra else None


def and_unsaid(text: Text, at: int, unit: str) -> tuple[Fraction, int]:
    """What goes on after a unit in the smaller one that is not named, in the larger, and the index after it."""
    step = at + 1 if unit == "ft" and text.low(at) in HYPHENS else at
    size = _SMALLER.get(unit)
    if size is None or (text.number(step) is None and text.is_a(step, "add") is None):
        return Fraction(0), at
    found = magnitude(text, step)
    if found is None or found.kind != "number" or found.scale != 1 or not 0 < found.low < size:
        return Fraction(0), at
    if (unit != "ft" and found.low < 5) or text.lexicon.unit((text.low(found.stop),))[1]:
        return Fraction(0), at
    return found.low / size, found.stop
