"""What a text claims in figures, one claim a piece, and when two claims say the same.

A date makes claims about a day, a month and a year; a range about both its ends. Two claims agree by value:
"вдвое меньше" and "half", "15:00" and "3 p.m.", "550 pounds" and "250 кг", "50 %" and "half".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._proportions import share_agrees
from checker.detectors._retold_units import american_penny, centuries, dozens, in_coins, metres, year_of_life

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.notation import Conventions, Quantity

_DOLLARS = frozenset({"USD", "CAD", "AUD", "HKD"})
_CROWNS = frozenset({"krone", "SEK", "NOK", "DKK", "CZK"})
_POUNDS = frozenset({"GBP", "lb", "penny"})
_ROUBLES = frozenset({"RUB", "BYN"})
_DEGREES = frozenset({"deg", "degC", "degF"})
_ENGLISH_MEASURES = frozenset(
    ["in", "ft", "yd", "mi", "nmi", "mi2", "ft2", "ac", "lb", "oz", "stone", "gal", "bbl", "pint", "mph", "knot", "hp"]
)
_RUSSIAN_MEASURES = frozenset({"pood", "verst", "sazhen", "arshin", "vershok", "desyatina"})
_CONVERTED = Fraction(16, 100)  # translators round what they convert: 20 feet, 6 metres
_CALENDAR = Fraction(9, 100)  # a week and a half is ten days, a month four weeks
_ROUNDED = Fraction(3, 100)


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure: `sort` is "value", "month", "weekday", "season", "time", "decade" or "century"."""

    sort: str
    value: Fraction
    unit: str
    quantity: Quantity
    added: bool = False
    """Whether it is a percentage or fraction by which something changes ("by 150 percent"), or a year of a life."""
    eve: bool = False
    """Whether the night before it is meant: в ночь на субботу."""

    @property
    def digits(self) -> bool:
        """Whether it was written in figures."""
        return any(character.isdigit() for character in self.quantity.text)


def claims(quantities: Iterable[Quantity]) -> tuple[Claim, ...]:
    """The claims of some quantities, in order."""
    return tuple(claim for quantity in quantities for claim in _of(quantity))


def _of(quantity: Quantity) -> Iterator[Claim]:
    if quantity.kind == "date":
        yield from _dated(quantity)
        return
    if quantity.kind in ("time", "century"):
        yield Claim(quantity.kind, quantity.low, quantity.unit, quantity)
        return
    if quantity.unit == "decade" and quantity.kind == "year":
        yield Claim("decade", quantity.low, "", quantity)
        return
    yield Claim("value", quantity.low, quantity.unit, quantity)
    if quantity.high != quantity.low and not quantity.indefinite:
        yield Claim("value", quantity.high, quantity.unit, quantity)


def _dated(quantity: Quantity) -> Iterator[Claim]:
    unit, _, last = quantity.unit.partition("/")
    if unit.startswith("-W"):
        yield Claim("weekday", Fraction(int(unit[-1])), "", quantity)
        return
    year, month, day = re.match(r"(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?$", unit).groups()  # type: ignore[union-attr]
    if day:
        yield Claim("value", Fraction(int(day)), "day", quantity)
    if last:
        yield Claim("value", Fraction(int(last[-2:])), "day", quantity)
    if month:
        yield Claim("month" if int(month) <= 12 else "season", Fraction(int(month)), "", quantity)
    if year != "-":
        yield Claim("value", Fraction(int(year)), "year", quantity)


def sizes() -> dict[str, tuple[str, Fraction]]:
    """Dimension and size of every unit."""
    return {row["unit"]: (row["dimension"], Fraction(row["factor"] or "1")) for row in data.rows("units")}


def comparable(found: Iterable[Claim], theirs: Conventions) -> Iterator[Claim]:
    """Claims as they can be held against a language: without their scale where it has no words known for one."""
    for claim in found:
        yield replace(claim, value=_unscaled(claim)) if claim.digits and not theirs.scales else claim


def _unscaled(claim: Claim) -> Fraction:
    """The figure without the word behind it: 19 of "19 million"."""
    written = re.search(r"\d+(?:[.,]\d+)*", claim.quantity.text)
    digits = re.sub(r"\D", "", written.group()) if written else ""
    for scale in (1, 10**3, 10**6, 10**9, 10**12):
        value = claim.value / scale
        if value < 10 ** len(digits) and re.sub(r"\D", "", f"{float(value):g}").rstrip("0") == digits.rstrip("0"):
            return value
    return claim.value


_SIZES: dict[str, tuple[str, Fraction]] = {}


def dimension(unit: str) -> str:
    """The dimension of a unit, "" for none."""
    if not _SIZES:
        _SIZES.update(sizes())
    found = _SIZES.get(unit)
    return found[0] if found else ""


def _size(unit: str) -> Fraction:
    return _SIZES[unit][1]


def in_base(claim: Claim) -> Fraction:
    """The value of a measured claim in the base unit of its dimension."""
    return claim.value * _size(claim.unit)


def agree(one: Claim, two: Claim) -> bool:
    """Whether two claims, one of each side, say the same."""
    if one.sort != two.sort:
        return _across(one, two) or _across(two, one)
    if one.sort == "time":
        loose = "h12" in (one.unit, two.unit)
        if one.quantity.low != one.quantity.high or two.quantity.low != two.quantity.high:
            return _within(one, two) or _within(two, one)
        return one.value % 720 == two.value % 720 if loose else one.value % 1440 == two.value % 1440
    if one.sort == "decade":
        return one.value == two.value or (min(one.value, two.value) < 100 and (one.value - two.value) % 100 == 0)
    if one.eve != two.eve and (one.sort == "weekday" or one.unit == two.unit == "day"):
        eve, other = (one, two) if one.eve else (two, one)
        before = eve.value - 1 or Fraction(7 if one.sort == "weekday" else 0)
        return other.value in (eve.value, before)
    if one.sort != "value":
        return one.value == two.value
    return _values_agree(one, two) or _digits_agree(one.quantity, two.quantity)


def _within(one: Claim, two: Claim) -> bool:
    """Whether a time lies in an hour that only is named, or at its end: в шестом часу, at 5:40, just before six."""
    return (two.value - one.value) % 720 <= one.quantity.high - one.quantity.low + 1


def _across(one: Claim, two: Claim) -> bool:
    """Claims of different sorts: 15 часов is 3 p.m., the 1990s begin in 1990, 17-й is XVII."""
    if two.sort != "value":
        return False
    if one.sort == "time":
        hour = one.value / 60
        return (
            (two.unit in ("", "h", "year") and (two.value == hour or (two.value - hour) % 12 == 0))
            or (two.unit == "min" and two.value == one.value % 60)
            or _pointed(two.quantity.text, one.value)
            or _digits_agree(one.quantity, two.quantity)
        )
    if one.sort == "decade":
        return two.value == one.value or (two.value % 100 == one.value % 100 and two.unit in ("", "year", "a"))
    return one.sort == "century" and two.value == one.value


def _pointed(text: str, minutes: Fraction) -> bool:
    """Whether a figure is a time of the twelve hours with a point: 6.30 for 18:30."""
    found = re.fullmatch(r"(\d{1,2})\.([0-5]\d)", text)
    return found is not None and (60 * int(found[1]) + int(found[2]) - minutes) % 720 == 0


def _digits_agree(one: Quantity, two: Quantity) -> bool:
    """The same groups of digits in another reading (a score 11:10, 1.500 and 1,500), unless a word scales them."""
    left, right = re.findall(r"\d+", one.text), re.findall(r"\d+", two.text)
    if len(left) < 2 or left != right or {one.kind, two.kind} & {"money", "percent"}:
        return False
    if one.unit != two.unit and dimension(one.unit) == dimension(two.unit) != "":
        return False  # 0,3 нг is not 0.3 mg
    return not _scaled(one) and not _scaled(two)


def _scaled(quantity: Quantity) -> bool:
    """Whether a word makes more of the digits: 600,3 тысячи."""
    digits = re.sub(r"\D", "", quantity.text) or "0"
    return quantity.high >= 1000 and quantity.kind != "date" and int(digits) < quantity.high


def _values_agree(one: Claim, two: Claim) -> bool:
    if _ordinal_beside_measure(one, two) or _ordinal_beside_measure(two, one):
        return False
    kinds = {one.quantity.kind, two.quantity.kind}
    if kinds == {"percent", "factor"} or (kinds == {"fraction", "factor"} and (one.added or two.added)):
        return share_agrees(one, two) or share_agrees(two, one)
    units = {one.unit, two.unit} - {"", "year", "day", "a"} if "" in (one.unit, two.unit) else {one.unit, two.unit}
    if one.value == two.value and (len(units) < 2 or _same_family(units) or american_penny(units, one, two)):
        return True
    both = (one, two), (two, one)
    if any(
        told(*pair)
        for told in (_short_year, _part_of_row, dozens, centuries, year_of_life, in_coins, metres)
        for pair in both
    ):
        return True
    if share_agrees(one, two) or share_agrees(two, one):
        return True
    if one.unit in _DEGREES and two.unit in _DEGREES:
        alike = units != {"deg", "degF"} and len(units - {"deg"}) < 2  # degrees of a Russian text are Celsius
        return (one.value == two.value and alike) or _converted(one, two)
    if (
        len(units) == 2
        and dimension(one.unit) == dimension(two.unit) != ""
        and dimension(one.unit) not in ("money", "percent")
    ):
        return _converted(one, two)
    if len(units) < 2 or _same_family(units):
        return _rounded(one, two)
    return False


_CENTURIES = (1800, 1900, 2000)


def _short_year(one: Claim, two: Claim) -> bool:
    """Whether an ordinal is a year without its century: в девяносто четвёртом, 1994."""
    year = two.unit == "year" or two.quantity.kind == "year"
    return one.quantity.kind == "ordinal" and one.value < 100 and year and two.value - one.value in _CENTURIES


def _part_of_row(one: Claim, two: Claim) -> bool:
    """Whether a part is one of a row and no share: в третьей части романа, the third part."""
    part = one.quantity.kind == "fraction" and "част" in one.quantity.text
    return part and two.quantity.kind == "ordinal" and one.value * two.value == 1


def _ordinal_beside_measure(one: Claim, two: Claim) -> bool:
    """The first is no 1 %, the fifth no $5; the fifth time is five times."""
    if two.quantity.kind == "factor" and two.quantity.text.lower().endswith(" раз"):
        return False
    return one.quantity.kind == "ordinal" and two.quantity.kind in ("percent", "money", "fraction", "factor")


def clash(one: Claim, two: Claim) -> bool:
    """The same figure with another unit of the same kind: 300 MW for 300 кВт, 5 hours for 5 минут."""
    if one.value != two.value or not one.unit or not two.unit or one.unit == two.unit:
        return False
    return dimension(one.unit) == dimension(two.unit) != "" and not agree(one, two)


def _same_family(units: set[str]) -> bool:
    if units & _POUNDS and units <= _POUNDS:
        return True
    if units <= {"year", "day", "a", "min", "h"} and units & {"year", "day"}:
        return True
    general = {frozenset(("USD",)): _DOLLARS, frozenset(("krone",)): _CROWNS, frozenset(("RUB",)): _ROUBLES}
    return any(units <= family and units & key for key, family in general.items()) or units in (
        {"t", "kt"},
        {"mi", "nmi"},
    )


def _rounded(one: Claim, two: Claim) -> bool:
    """A figure that either side calls approximate, within three in a hundred."""
    if not (one.quantity.rounded or two.quantity.rounded) or max(one.value, two.value) < 100:
        return False
    if one.quantity.kind == "year" and one.value.denominator == 1 and 1900 <= one.value < 2100:
        return False
    return abs(one.value - two.value) <= _ROUNDED * max(one.value, two.value)


def _converted(one: Claim, two: Claim) -> bool:
    if dimension(one.unit) == "temperature":
        return any(abs((hot - 32) * Fraction(5, 9) - cold) <= 2 for hot, cold in _scales(one, two))
    left, right = one.value * _size(one.unit), two.value * _size(two.unit)
    systems = _system(one.unit) != _system(two.unit)
    allowed = _CONVERTED if systems else _CALENDAR if dimension(one.unit) == "time" else Fraction(2, 100)
    return abs(left - right) <= allowed * max(left, right)


def _system(unit: str) -> str:
    return "English" if unit in _ENGLISH_MEASURES else "Russian" if unit in _RUSSIAN_MEASURES else ""


def _scales(one: Claim, two: Claim) -> Iterator[tuple[Fraction, Fraction]]:
    """Readings of two temperatures as Fahrenheit and Celsius; plain degrees can be either."""
    for hot, cold in ((one, two), (two, one)):
        if hot.unit != "degC" and cold.unit != "degF":
            yield hot.value, cold.value
