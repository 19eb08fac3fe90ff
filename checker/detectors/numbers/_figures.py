"""A quantity of the original written out in English, for suggestions."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from checker import data

if TYPE_CHECKING:
    from checker.notation import Quantity

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_SHARES = {
    "1/2": "half",
    "1/3": "a third",
    "2/3": "two thirds",
    "1/4": "a quarter",
    "3/4": "three quarters",
    "1/5": "a fifth",
    "1/10": "a tenth",
}
_SMALL = Fraction(1, 99)
_PARTS = {
    100: "hundredth", 1000: "thousandth", 10**4: "ten-thousandth", 10**5: "hundred-thousandth", 10**6: "millionth",
    10**9: "billionth",
}  # fmt: skip
_MIXED = {"3/2": "one and a half", "5/2": "two and a half"}
_UNITS = {
    "h": "hours", "min": "minutes", "s": "seconds", "d": "days", "wk": "weeks", "mo": "months", "a": "years",
    "decad": "ten days",
    "decade": "decades", "century": "centuries", "%": "%", "pp": "percentage points", "RUB": "roubles", "EUR": "euros",
    "USD": "dollars", "GBP": "pounds", "t": "tonnes", "ha": "hectares", "m": "metres", "lb": "pounds", "deg": "degrees",
    "degC": "degrees Celsius", "degF": "degrees Fahrenheit", "ac": "acres", "mi": "miles", "ft": "feet", "l": "litres",
}  # fmt: skip
_HALF = {
    "h": "half an hour",
    "a": "half a year",
    "d": "half a day",
    "century": "half a century",
    "min": "half a minute",
    "%": "half a percent",
}
_ONE = {"decad": "ten days", "d": "a day", "wk": "a week", "mo": "a month", "h": "an hour", "a": "a year"}
_TIMES = {
    "2": "twice", "3": "three times", "1/2": "half", "1/3": "a third", "1/4": "a quarter", "1/5": "a fifth",
    "1/6": "a sixth", "1/8": "an eighth", "1/10": "a tenth", "1/100": "a hundredth", "2/3": "two thirds",
}  # fmt: skip


def written(theirs: Quantity, ours: Quantity) -> str:
    """The value of `theirs`, in words and order as close to `ours` as may be; "" where nothing sure can be written."""
    kind, value = theirs.kind, theirs.low
    if kind == "date":
        text = _date(theirs.unit, ours.text)
    elif kind == "time":
        text = _clock(int(value), ours.text)
        if theirs.high > value:
            text = f"between {text.partition(' ')[0]} and {_clock(int(theirs.high) + 1, ours.text)}"
    elif kind in ("century", "ordinal"):
        text = _nth(int(value)) + (" century" if kind == "century" else "")
    elif theirs.unit == "decade" and kind == "year":
        text = f"{int(value)}s"
    elif kind == "factor":
        text = _TIMES.get(str(value), f"{_plain(value)} times")
    elif theirs.indefinite and value != theirs.high:
        text = _many(theirs)
    else:
        text = _amount(theirs, ours)
    return text


def _amount(theirs: Quantity, ours: Quantity) -> str:
    low, high = theirs.low, theirs.high
    unit = theirs.unit
    if low == high and low.denominator == 2 and low < 1 and unit in _HALF:
        return _HALF[unit]
    figure = _figure(low) if low == high else _range(low, high)
    if theirs.kind == "fraction":
        figure = _SHARES.get(str(low), figure)
    if low == high < 1 and str(low) in _SHARES and unit == "century":
        return f"{_SHARES[str(low)]} of a century"
    if low == high < _SMALL and low.denominator in _PARTS:
        count = "a" if low.numerator == 1 else _plain(Fraction(low.numerator))
        part = f"{count} {_PARTS[low.denominator]}" + "s" * (low.numerator > 1)
        return f"{part} of a {(_UNITS.get(unit) or _name(unit)).removesuffix('s')}" if unit else part
    if theirs.kind == "year" or not unit:
        return str(int(low)) if theirs.kind == "year" and low == high else figure
    if unit == "%":
        return f"{figure} percent" if re.search("[a-z]", ours.text) else f"{figure}%"
    sign = next((sign for sign in "$€£₽" if sign in ours.text), "")
    if unit in ("USD", "EUR", "GBP") and sign:
        return {"USD": "$", "EUR": "€", "GBP": "£"}[unit] + figure
    name = _UNITS.get(unit) or _name(unit)
    if unit == "RUB" and "ruble" in ours.text:
        name = "rubles"
    if low == high == 1:
        return _ONE.get(unit, f"{figure} {name.removesuffix('s')}")
    if ours.text.rstrip().endswith(("year", "hour", "minute", "day", "month", "week")) and "-" in ours.text:
        return f"{figure}-{name.removesuffix('s')}"
    return f"{figure} {name}".strip()


def _name(unit: str) -> str:
    """The sign of a unit or its English name in the plural."""
    row = next((row for row in data.rows("units") if row["unit"] == unit), None)
    if row is None:
        return unit
    if row["symbols"] and row["dimension"] != "money":
        return row["symbols"].split(" ")[0]
    name = row["en"].split(" ")[0].replace("_", " ")
    return name.replace("met*", "metres").replace("*", "s")


def _figure(value: Fraction) -> str:
    for scale, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if value >= scale and (value / scale * 1000).denominator == 1:
            return f"{_plain(value / scale)} {word}"
    return _plain(value)


def _plain(value: Fraction) -> str:
    if str(value) in _MIXED:
        return _MIXED[str(value)]
    if value.denominator == 1:
        return f"{int(value):,}"
    return f"{float(value):,.10g}"


def _range(low: Fraction, high: Fraction) -> str:
    one, two = _figure(low), _figure(high)
    first, _, scale = one.partition(" ")
    return f"{first}–{two}" if (scale and two.endswith(scale)) or not scale else f"{one}–{two}"


def _many(theirs: Quantity) -> str:
    names = {
        10: "dozens", 100: "hundreds", 10**3: "thousands", 10**4: "tens of thousands", 10**5: "hundreds of thousands",
        10**6: "millions", 10**7: "tens of millions", 10**8: "hundreds of millions", 10**9: "billions",
    }  # fmt: skip
    return names.get(int(theirs.low), "")


def _date(unit: str, pattern: str) -> str:
    if unit.startswith("-W"):
        return _DAYS[int(unit[-1]) - 1]
    unit, _, last = unit.partition("/")
    year, month, day = re.match(r"(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?$", unit).groups()  # type: ignore[union-attr]
    number = int(month)
    name = _MONTHS[number - 1] if number <= 12 else _SEASONS[number]
    if number == 23 and "fall" in pattern:
        name = "fall"
    if not day:
        joint = " of " if number > 12 else " "
        return name if year == "-" else f"{name}{joint}{year}"
    days = str(int(day)) + (f"–{int(last[-2:])}" if last else "")
    if pattern[:1].isdigit():
        return f"{days} {name}" + (f" {year}" if year != "-" else "")
    return f"{name} {days}" + (f", {year}" if year != "-" else "")


def _clock(minutes: int, pattern: str) -> str:
    hour, minute = divmod(minutes, 60)
    if re.search(r"[ap]\.?\s?m|in the|at night", pattern.lower()):
        half = "a.m." if hour < 12 else "p.m."
        return f"{(hour - 1) % 12 + 1}" + (f":{minute:02d}" if minute else "") + f" {half}"
    return f"{hour}:{minute:02d}"


def _nth(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"
