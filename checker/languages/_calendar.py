"""Dates, clock times, decades and centuries among the pieces of a text."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from checker.languages._eastern import signed
from checker.languages._magnitudes import magnitude
from checker.languages._profile import words
from checker.languages._quantity_text import HYPHENS, in_half

if TYPE_CHECKING:
    from checker.languages._quantity_text import Text


class Reading(NamedTuple):
    """A quantity read from pieces: its first and last piece (end excluded) and its value."""

    start: int
    stop: int
    low: Fraction
    high: Fraction
    kind: str
    unit: str = ""
    rounded: bool = False


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "Х": 10, "І": 1, "С": 100}  # the last three are Cyrillic
_MONTH_PREPOSITIONS = words(
    """in of since until till by from to last this next early late mid through during every between before after
    and , ( - –"""
)
_BEFORE_MONTH = {"en": ("of",), "ru": ("of",)}  # elsewhere "3. Oktober", "3 de octubre"
_SEASON_WORDS = words("""last this next the every each late early mid in by since - – all""")


def date(text: Text, index: int) -> Reading | None:
    """A date in any usual form, the longest reading first."""
    sign = signed(text, index)
    if sign is not None:
        high = sign.value + (9 if sign.unit == "decade" else 0)
        return Reading(index, sign.stop, sign.value, high, sign.kind, sign.unit)
    for read in (_numeric_date, _day_month, _month_day, _calendar_word):
        found = read(text, index)
        if found is not None:
            return found
    return None


def _numeric_date(text: Text, index: int) -> Reading | None:
    """09.01.22, 9.1.2022, 2022-01-09 (day first; English month-first dates are left alone)."""
    if text.number(index) is None and not text.low(index)[:1].isdigit():
        return None
    parts = text.pieces[index].text.split(".")
    stop = index + 1
    if len(parts) == 1 and text.low(index + 1) in ("-", "/", ".") and text.low(index + 3) == text.low(index + 1):
        parts, stop = [text.low(at) for at in (index, index + 2, index + 4)], index + 5
        if not all(text.glued(at) for at in range(index + 1, index + 5)):
            return None
    if len(parts) != 3 or not all(part.isdigit() and part.isascii() for part in parts):
        return None
    if len(parts[0]) == 4:
        parts.reverse()
    day, month, year = (int(part) for part in parts)
    if text.lexicon.code == "en" and day <= 12 < month:
        day, month = month, day  # the American order
    if not (1 <= day <= 31 and 1 <= month <= 12) or len(parts[2]) not in (2, 4):
        return None
    if len(parts[2]) == 2:
        year += 2000 if year < 50 else 1900
    return _dated(index, stop, year, month, day)


def _dated(start: int, stop: int, year: int | None, month: int | None, day: int | None) -> Reading:
    unit = f"{year:04d}" if year is not None else "-"
    unit += f"-{month:02d}" if month is not None else ""
    unit += f"-{day:02d}" if day is not None else ""
    value = Fraction(year or 0)
    return Reading(start, stop, value, value, "date", unit)


def _day(text: Text, index: int) -> tuple[int, int, int] | None:
    """A day of the month or two of them joined by a dash: (first, last, index after)."""
    found = magnitude(text, index)
    if found is None or not _is_day(found.low) or found.kind not in ("number", "ordinal"):
        return None
    first = last = int(found.low)
    stop = found.stop
    if text.low(stop) in HYPHENS:
        other = magnitude(text, stop + 1)
        if other is not None and _is_day(other.low) and other.digits:
            last, stop = int(other.low), other.stop
    return first, last, stop


def _is_day(value: Fraction) -> bool:
    return value.denominator == 1 and 1 <= value <= 31


def _year(text: Text, index: int) -> tuple[int, int] | None:
    """A year after a month or season: (year, index after, with a word for year taken in)."""
    at = index + 1 if text.low(index) in (",", "of", "de") else index
    value = text.number(at)
    if value is None or value.denominator != 1 or not 1000 <= value <= 2100 or len(text.low(at)) != 4:
        return None
    stop = at + 1
    if text.is_a(stop, "year") is not None:
        stop += 1
    return int(value), stop


def _day_month(text: Text, index: int) -> Reading | None:
    """18 сентября 2021 года, первого июня, 3-5 June, the 5th of January 2022."""
    day = _day(text, index)
    if day is None:
        return None
    at = day[2] + 1 if text.low(day[2]) in _BEFORE_MONTH.get(text.lexicon.code, (".", "de")) else day[2]
    month = _month(text, at, near_number=True)
    return _with_year(text, (index, at + 1), month, day) if month else None


def _month_day(text: Text, index: int) -> Reading | None:
    """September 18, 2021; September 3-5; September 18th."""
    month = _month(text, index, near_number=True)
    if not month or text.lexicon.code == "ru":
        return None
    at = index + 1
    if text.low(at) == "." and text.glued(at):
        at += 1
    if text.low(at) == "the":
        at += 1
    day = _day(text, at)
    if day is None or (text.low(at).isdigit() and len(text.low(at)) > 2):
        return None
    return _with_year(text, (index, day[2]), month, day)


def _with_year(text: Text, place: tuple[int, int], month: int, day: tuple[int, int, int]) -> Reading:
    start, stop = place
    year = _year(text, stop)
    found = _dated(start, year[1] if year else stop, year[0] if year else None, month, day[0])
    if day[1] != day[0]:
        return found._replace(unit=f"{found.unit}/{found.unit[:-2]}{day[1]:02d}")
    return found


def _month(text: Text, index: int, near_number: bool = False) -> int:
    """The number of a month, 0 for no month: May and March only where nothing else can be meant."""
    low = text.low(index)
    code = text.lexicon.month(low) if low else ""
    if not code.startswith("--") or not 1 <= int(code[2:]) <= 12:
        return 0
    capital = text.pieces[index].text[0].isupper()
    if (
        text.lexicon.code == "en"
        and low in ("may", "march", "mar", "august", "jan", "june", "april")
        and not near_number
    ):
        return int(code[2:]) if capital and text.low(index - 1) in _MONTH_PREPOSITIONS else 0
    if text.lexicon.code == "ru" and capital and index > 0 and text.low(index - 1) not in (".", "-", "–", "—"):
        return int(code[2:]) if near_number else 0
    return int(code[2:])


def _calendar_word(text: Text, index: int) -> Reading | None:
    """A month, weekday or season, with its year where one follows."""
    low = text.low(index)
    code = text.lexicon.month(low) if low and text.pieces[index].kind == "word" else ""
    if not code:
        return None
    if code.startswith("-W"):
        if (
            text.lexicon.code == "en"
            and not text.pieces[index].text[0].isupper()
            and low in ("mon", "sun", "sat", "tue")
        ):
            return None
        return Reading(index, index + 1, Fraction(0), Fraction(0), "date", code)
    season = int(code[2:]) > 12
    year = _year(text, index + 1)
    if season:
        sure = text.low(index - 1) in _SEASON_WORDS or text.low(index + 1) == "of"
        if text.lexicon.code == "en" and low in ("fall", "spring") and not (year or sure):
            return None
    elif not _month(text, index, near_number=year is not None):
        return None
    stop = index + 1
    if text.low(stop) == "." and text.glued(stop) and len(low) <= 4 and not season:
        stop += 1
    if year is None:
        return Reading(index, stop, Fraction(0), Fraction(0), "date", code)
    return _dated(index, year[1], year[0], int(code[2:]), None)


def clock(text: Text, index: int) -> Reading | None:
    """15:00, 7.55am, 10 a.m., 10 часов утра, в 19.30, noon: minutes since midnight, "h24" or (half unknown) "h12"."""
    named = text.is_a(index, "clock")
    if named is not None:
        return Reading(index, index + 1, named, named, "time", "h24")
    value = text.number(index)
    if value is None or value > 24 or "," in text.low(index):
        return None
    named = text.is_a(index + 1, "clock") if value == 12 else None
    if named is not None:
        return Reading(index, index + 2, named, named, "time", "h24")  # 12 noon
    worded = _worded(text, index) if text.lexicon.hours else None
    if worded is not None:
        return worded
    minutes, stop, sure = _minutes(text, index)
    if minutes is None:
        return None
    half, after = _half_of_day(text, stop, sure)
    if after == stop and not sure:
        return None
    total = Fraction(minutes)
    if half is None:
        return Reading(index, stop, total, total, "time", "h24" if minutes >= 780 else "h12")
    total = in_half(total, half, text.low(after - 1))
    return Reading(index, after, total, total, "time", "h24")


def _worded(text: Text, index: int) -> Reading | None:
    """15 h 30, 15h30; 15 Uhr, 15.30 Uhr, 15 Uhr 30."""
    hour, _, minute = text.low(index).partition(".")
    at = index + 1
    if not hour.isdigit() or text.low(at) not in text.lexicon.hours:
        return None
    at += 1
    if not minute and text.low(at).isdigit() and len(text.low(at)) == 2:
        minute, at = text.low(at), at + 1
    if (not minute and text.low(index + 1) == "h") or not (minute or "0").isdigit() or int(minute or 0) > 59:
        return None
    value = Fraction(int(hour) * 60 + int(minute or 0))
    return Reading(index, at, value, value, "time", "h24" if value >= 780 or minute[:1] == "0" else "h12")


def _minutes(text: Text, index: int) -> tuple[int | None, int, bool]:
    """Minutes since midnight, index after, and whether it can only be a time."""
    low = text.low(index)
    if text.low(index + 1) == ":" and text.glued(index + 1) and text.glued(index + 2):
        right = text.low(index + 2)
        if low.isdigit() and right.isdigit() and len(right) == 2 and int(right) < 60:
            return int(low) * 60 + int(right), index + 3, True
        return None, index, False
    left, point, right = low.partition(".")
    if point:
        if not (left.isdigit() and right.isdigit() and len(right) == 2 and int(right) < 60):
            return None, index, False
        followed = text.lexicon.unit((text.low(index + 1),))[1] > 0 or text.is_a(index + 1, "scale") is not None
        return int(left) * 60 + int(right), index + 1, text.low(index - 1) == "в" and not followed
    return (int(low) * 60, index + 1, False) if low.isdigit() else (None, index, False)


def _half_of_day(text: Text, stop: int, sure: bool) -> tuple[Fraction | None, int]:
    """Morning or afternoon after a time: 0 or 720 minutes and the index after it."""
    at = stop
    hour = text.low(at) in ("час", "часа", "часов", "ч")
    if hour:
        at += 2 if text.low(at + 1) == "." else 1
    for kind in ("am", "pm"):
        value = text.is_a(at, kind)
        if value is not None and (hour or sure or text.low(at) not in ("дня",)):
            return value, at + 1
        if value is None and text.low(at) == kind[0] and text.low(at + 1) == "." and text.low(at + 2) == "m":
            return Fraction(0 if kind == "am" else 720), at + (4 if text.low(at + 3) == "." else 3)
    if text.low(at) == "o'clock" or text.low(at) == "o’clock":
        return None, at + 1
    return None, stop


def era(text: Text, index: int) -> Reading | None:
    """Decades ("1990s", "90-е", "девяностые", "mid-90s") and centuries ("XVII век", "17th century")."""
    decade = _decade(text, index)
    if decade is not None:
        stop = decade[1] + 1 if text.is_a(decade[1], "year") is not None else decade[1]
        return Reading(index, stop, decade[0], decade[0] + 9, "year", "decade")
    if text.is_a(index, "century") is not None and _roman(text, index + 1) and text.lexicon.code != "ru":
        value = Fraction(_roman(text, index + 1))
        return Reading(index, index + 2, value, value, "century")
    roman = _roman(text, index)
    if roman:
        at = index + 1
        if text.low(at) in HYPHENS and _roman(text, at + 1):
            roman, at = _roman(text, at + 1), at + 2
        if text.is_a(at, "century") is not None:
            return Reading(index, at + 1, Fraction(roman), Fraction(roman), "century")
        return None
    found = magnitude(text, index)
    if found is None or not 1 <= found.low <= 30:
        return None
    dotted = found.digits and text.low(found.stop) == "." and text.glued(found.stop)
    if found.kind != "ordinal" and not dotted:
        return None
    at = found.stop + 1 if dotted or text.low(found.stop) in HYPHENS else found.stop
    if text.is_a(at, "century") is None or text.low(at) in ("c", "в"):
        return None
    return Reading(index, at + 1, found.low, found.low, "century")


def _decade(text: Text, index: int) -> tuple[Fraction, int] | None:
    named = text.is_a(index, "decade")
    if named is not None:
        return named, index + 1
    value = text.number(index)
    if value is not None:
        if value % 10 or not (20 <= value <= 90 or 1000 <= value <= 2090) or "." in text.low(index):
            return None
        at = index + 2 if text.low(index + 1) in ("'", "’") and text.glued(index + 1) else index + 1
        if text.low(at) == "s" and text.glued(at):
            return value, at + 1
        if text.lexicon.code in ("ru", "uk", "be") and text.low(index + 1) in HYPHENS:
            plural = text.low(index + 2) in ("е", "х", "ые", "ых", "м", "ми", "ті", "і", "я", "ыя")
            known = value >= 1000 or text.low(index + 2) in ("е", "х", "ті") or text.is_a(index + 3, "year") is not None
            return (value, index + 3) if plural and known else None
        return None
    order = text.is_a(index, "ordinal")
    if order is None or order % 10 or not 20 <= order <= 90 or text.lexicon.code != "ru":
        return None
    return (order, index + 1) if text.low(index).endswith(("ые", "ых", "ыми")) else None


def _roman(text: Text, index: int) -> int:
    """The value of a Roman numeral, 0 for anything else."""
    if not 0 <= index < len(text.pieces):
        return 0
    letters = text.pieces[index].text.removesuffix("e")
    if len(letters) > 6 or not letters or any(letter not in _ROMAN for letter in letters):
        return 0
    values = [_ROMAN[letter] for letter in letters]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))
