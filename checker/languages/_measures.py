"""What a magnitude measures: the unit behind it, what goes on in a smaller one, and years."""

from __future__ import annotations

from fractions import Fraction

from checker.languages._calendar import Reading
from checker.languages._magnitudes import magnitude
from checker.languages._numerals import unit_sizes
from checker.languages._profile import words
from checker.languages._quantity_text import HYPHENS, Magnitude, Text
from checker.languages._spoken_measures import and_unsaid


def compound_unit(text: Text, rest: str) -> str | None:
    """The unit in the second part of a Russian compound adjective; "" for what is only counted (этажный)."""
    for stem, unit in text.lexicon.compounds:
        if rest.startswith(stem):
            return unit
    unit, taken = text.lexicon.unit((rest,))
    if taken:
        return unit
    return (
        ""
        if rest.startswith(
            ("этажн", "этажк", "этажек", "комнатн", "местн", "балльн", "тонк", "мест", "сторонн", "ступенчат")
        )
        else None
    )


def kind_of(unit: str) -> str:
    """The kind of a quantity with a unit."""
    if not unit:
        return "number"
    dimension = unit_sizes()[unit].dimension
    return dimension if dimension in ("percent", "money") else "number"


def and_half(text: Text, at: int) -> tuple[Fraction, int]:
    """A half after a unit: "an hour and a half", "год с половиной"."""
    if text.is_a(at, "and") is None:
        return Fraction(0), at
    step = at + 2 if text.low(at + 1) == "a" else at + 1
    share = text.is_a(step, "fraction")
    return (share, step + 1) if share is not None else (Fraction(0), at)


def measured(text: Text, start: int, found: Magnitude, currency: str = "") -> Reading:
    """A magnitude with the unit after it; plain four digits are a year."""
    stop, kind, unit = found.stop, found.kind, currency
    low, high = found.low, found.high
    at = stop
    if text.low(at) in HYPHENS and text.glued(at) and text.glued(at + 1):
        at += 1
    elif text.lexicon.code == "en" and text.low(at) == "of" and kind == "fraction" and text.low(at + 1) in ("a", "an"):
        at += 2
    elif text.low(at) in (("a", "an") if text.lexicon.code == "en" and kind == "fraction" else _between(text)):
        at += 1
    measured, taken = (
        ("", 0) if kind == "ordinal" else text.lexicon.unit(tuple(text.low(step) for step in range(at, at + 4)))
    )
    if taken and text.low(at) in THEN and text.low(at + 1) in EARLIER:
        taken = 0
    if at > stop and not taken and text.low(at + 1) in HYPHENS:
        measured, taken = text.lexicon.unit((text.low(at), text.low(at + 2)))  # a 600-square-metre plot
        taken += int(taken == 2)
    if at > stop and not taken and text.lexicon.code == "ru":
        measured = compound_unit(text, text.low(at)) or ""
        taken = 1 if measured else 0
    if not taken:
        measured = _symbol(text, at) if kind != "ordinal" else ""
        taken = 1 if measured else 0
    if kind in ("number", "ordinal") and not unit and _is_year(text, found, measured):
        stop = at + 1 if measured == "a" else stop
        return Reading(start, stop, low, high, "year")
    if taken:
        unit, stop = unit or measured, at + taken
        extra, stop = and_half(text, stop) if kind == "number" else (Fraction(0), stop)
        if not extra and low == high and (found.digits or unit in ("ft", "h", "a")):
            extra, stop = and_smaller(text, stop, unit)
        low, high = low + extra, high + extra
    sort = kind_of(unit) if unit else kind if kind in ("ordinal", "fraction") else "number"
    return Reading(start, stop, low, high, sort, unit, found.rounded)


THEN = words("годом месяцем неделей днем часом сутками")

EARLIER = words("ранее раньше прежде позже позднее")
"""«2,8 годом ранее»: the year belongs to the adverb."""


def _between(text: Text) -> frozenset[str]:
    """Words between a sum and its unit, where they are not English "of": "5 millions de dollars"."""
    return text.lexicon.of if text.lexicon.code != "en" else frozenset()


_COINS = {
    "USD": ("cent",), "CAD": ("cent",), "AUD": ("cent",), "EUR": ("cent",), "GBP": ("penny",), "lb": ("penny",),
    "RUB": ("copeck",), "UAH": ("copeck",), "BYN": ("copeck",),
}  # fmt: skip
"""The hundredth of a currency; a фунт is one of sterling where pence follow."""


def and_smaller(text: Text, at: int, unit: str) -> tuple[Fraction, int]:
    """The smaller unit that goes on: "1 м 82 см", "2 hours 15 minutes", in the first unit."""
    size = unit_sizes()[unit]
    listed = text.low(at) == "," and size.dimension == "time"
    step = at + 1 if listed or text.low(at) in ("and", "и") else at
    found = magnitude(text, step)
    after = found.stop if found is not None and found.bare else step
    smaller, taken = text.lexicon.unit(tuple(text.low(index) for index in range(after, after + 3)))
    if step == at and size.dimension == "length" and not taken:
        return and_unsaid(text, at, unit)
    if found is None or after == step or not taken:
        return Fraction(0), at
    if smaller in _COINS.get(unit, ()) and found.low < 100:
        return found.low / 100, after + taken
    if size.dimension not in ("time", "length", "mass"):
        return Fraction(0), at
    other = unit_sizes()[smaller]
    if other.dimension != size.dimension or not 0 < found.low * other.factor < size.factor:
        return Fraction(0), at
    further, stop = and_smaller(text, after + taken, smaller) if smaller == "min" else (Fraction(0), after + taken)
    return (found.low + further) * other.factor / size.factor, stop


def _symbol(text: Text, at: int) -> str:
    """A unit sign: %, °C, €, or one glued to the digits ("5kg", "100m")."""
    if not 0 <= at < len(text.pieces):
        return ""
    piece = text.pieces[at]
    if piece.kind == "mark":
        return text.lexicon.symbols.get(piece.text, "") if piece.text in "%€$£₽₸₴¥" else ""
    return text.lexicon.symbols.get(piece.text, "") if piece.glued else ""


def _is_year(text: Text, found: Magnitude, unit: str) -> bool:
    """Four plain digits from 1000 to 2100 with no unit but a word for year."""
    written = text.low(found.stop - 1)
    if not found.digits or found.scale != 1 or not 1000 <= found.low <= 2100 or found.low.denominator != 1:
        return text.lexicon.code == "ru" and found.kind == "ordinal" and found.low >= 1000 and unit == ""
    return (len(written) == 4 or found.kind == "ordinal") and unit in ("", "a")
