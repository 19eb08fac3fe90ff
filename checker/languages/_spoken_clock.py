"""Clock times as they are spoken: половина девятого and half past eight, без четверти два and a quarter to two."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from checker.languages._calendar import Reading
from checker.languages._profile import words
from checker.languages._quantity_text import HYPHENS, in_half

if TYPE_CHECKING:
    from checker.languages._quantity_text import Text

_OF_A_NOUN = ("а", "я", "у", "ю", "го", "му", "ей", "ой", "ем", "ом", "ы")
"""Ends of a word in a case that the hour could belong to: половина второго тайма is no time."""
_AFTER = words("на а у ночи утра дня вечера я она когда тогда ему ей чтобы пока из-за")

_HOURS = words("час часа часов часам")
_ONE_OCLOCK = words("час часа часу")
_AT = {
    "ru": words("в к до с около после на примерно ровно"),
    "en": words("at by until till since from around about nearly almost after before past"),
}
"""Words before an hour."""
_PARTS_OF_DAY = {
    ("in", "the", "morning"): 0,
    ("in", "the", "afternoon"): 720,
    ("in", "the", "evening"): 720,
    ("at", "night"): 720,
}
_SMALL_HOURS = 5
"""Up to here an hour at night is after midnight."""

_FIVES = (5, 10, 20, 25)
_WRITTEN_OUT = (Fraction(30), Fraction(15))
"""Minutes of a time in words: at one thirty."""


def spoken_clock(text: Text, index: int) -> Reading | None:
    """A spoken time of day in Russian or English; the unit is "h12" where the half of the day is unsaid."""
    if text.lexicon.code == "ru":
        return _russian(text, index)
    return _english(text, index) if text.lexicon.code == "en" else None


def _russian(text: Text, index: int) -> Reading | None:
    """Половина девятого, полвторого, десять минут третьего, без двадцати пяти два, в шесть утра."""
    low = text.low(index)
    hour = Fraction(1) if low in _ONE_OCLOCK else text.is_a(index, "add")
    if hour is not None:
        found = _worded_hour(text, index, hour)
        if found is not None:
            return found
    if low == "без":
        return _minutes_short(text, index)
    if low.endswith(("ом", "ем")) and text.low(index + 1) == "часу" and text.low(index - 1) in ("в", "во"):
        return _within(text, index)
    hour = text.lexicon.word(low[3:], "ordinal") if low.startswith("пол") and low.endswith("го") else None
    if hour:
        return _timed(text, (index, index + 1), hour, 30)
    past, at = _part_past(text, index)
    hour = text.is_a(at, "ordinal") if past and text.low(at).endswith("го") else None
    return _timed(text, (index, at + 1), hour, past) if hour and not _belongs(text, at + 1) else None


def _worded_hour(text: Text, index: int, hour: Fraction) -> Reading | None:
    """Шесть утра after a preposition (три ночи may be nights), одиннадцать часов ночи anywhere."""
    if hour.denominator != 1 or not 1 <= hour <= 12 or text.number(index) is not None:
        return None
    at = index + 1
    if text.low(at) in _HOURS:
        at += 1
    elif text.low(index - 1) not in _AT["ru"] or (text.low(at) == "дня" and text.low(index) not in _ONE_OCLOCK):
        return None
    half = next((found for kind in ("am", "pm") if (found := text.is_a(at, kind)) is not None), None)
    if half is None:
        return None
    value = in_half(hour * 60, half, text.low(at))
    return Reading(index, at + 1, value, value, "time", "h24")


def _within(text: Text, index: int) -> Reading | None:
    """В шестом часу: from five o'clock to a minute before six."""
    hour = text.is_a(index, "ordinal")
    first = _timed(text, (index, index + 2), hour, 0) if hour else None
    return first._replace(high=first.low + 59) if first else None


def _part_past(text: Text, index: int) -> tuple[int, int]:
    """Minutes that a Russian time begins with, and the index of its hour."""
    share = text.is_a(index, "fraction")
    if share in (Fraction(1, 2), Fraction(1, 4)):
        return int(share * 60), index + 1
    minutes = _number(text, index)
    if minutes and text.low(minutes[1]).startswith("минут"):
        return minutes[0], minutes[1] + 1
    return 0, index


def _minutes_short(text: Text, index: int) -> Reading | None:
    share = text.is_a(index + 1, "fraction")
    minutes = (15, index + 2) if share == Fraction(1, 4) else _number(text, index + 1)
    if minutes is None or not 0 < minutes[0] < 60:
        return None
    at = minutes[1] + 1 if text.low(minutes[1]).startswith("минут") else minutes[1]
    hour = Fraction(1) if text.low(at) == "час" else text.is_a(at, "add")
    if hour is None or text.lexicon.unit((text.low(at + 1),))[1]:
        return None
    return _timed(text, (index, at + 1), hour, 60 - minutes[0])


def _number(text: Text, index: int) -> tuple[int, int] | None:
    """A whole number from 1 to 59 in words or digits, and the index after it."""
    value = text.number(index) if text.number(index) is not None else text.is_a(index, "add")
    if value is None or value.denominator != 1 or not 1 <= value < 60:
        return None
    step = index + 2 if text.low(index + 1) in HYPHENS else index + 1
    one = text.is_a(step, "add") if value >= 20 and value % 10 == 0 else None
    return (int(value + one), step + 1) if one is not None and 1 <= one <= 9 else (int(value), index + 1)


def _belongs(text: Text, index: int) -> bool:
    """Whether the word after an ordinal is a noun that it counts."""
    low = text.low(index)
    return low.isalpha() and low not in _AFTER and len(low) > 3 and low.endswith(_OF_A_NOUN)


def _english(text: Text, index: int) -> Reading | None:
    """Half past eight, a quarter to two, twenty-five minutes past three."""
    found = _part_of_day(text, index)
    if found is not None:
        return found
    at = index + 1 if text.low(index) == "a" else index
    share = text.is_a(at, "fraction")
    named = share in (Fraction(1, 2), Fraction(1, 4))
    minutes = (int((share or 0) * 60), at + 1) if named else _number(text, at)
    if minutes is None:
        return None
    plain = text.is_a(minutes[1], "add") if text.pieces[index].kind == "word" and text.low(index - 1) == "at" else None
    if plain in _WRITTEN_OUT and minutes[0] <= 12 and minutes[1] == index + 1:
        return _timed(text, (index, minutes[1] + 1), Fraction(minutes[0] + 1), int(plain or 0))
    step = minutes[1] + 1 if text.low(minutes[1]) in ("minute", "minutes") else minutes[1]
    way = text.low(step)
    bare = way == "to" and text.low(index - 1) == "at" and minutes[0] in _FIVES  # at ten to five
    if way not in ("past", "to", "before", "after") or (way != "past" and step == minutes[1] and not (named or bare)):
        return None
    hour = text.number(step + 1) if text.number(step + 1) is not None else text.is_a(step + 1, "add")
    if hour is None or (share == Fraction(1, 2) and way != "past") or text.lexicon.unit((text.low(step + 2),))[1]:
        return None
    past = minutes[0] if way in ("past", "after") else 60 - minutes[0]
    return _timed(text, (index, step + 2), hour + 1 if way in ("past", "after") else hour, past)


def _part_of_day(text: Text, index: int) -> Reading | None:
    """At six in the morning, by 11 o'clock at night."""
    if text.low(index - 1) not in _AT["en"]:
        return None
    hour = text.number(index) if text.number(index) is not None else text.is_a(index, "add")
    if hour is None or hour.denominator != 1 or not 1 <= hour <= 12:
        return None
    at = index + 1 + int(text.low(index + 1) in ("o'clock", "o’clock"))
    part = next((part for part in _PARTS_OF_DAY if all(text.low(at + n) == word for n, word in enumerate(part))), None)
    if part is None:
        return None
    late = part[0] == "in" or _SMALL_HOURS < hour < 12
    value = hour % 12 * 60 + (_PARTS_OF_DAY[part] if late else 0)
    return Reading(index, at + len(part), value, value, "time", "h24")


def _timed(text: Text, place: tuple[int, int], hour: Fraction, minutes: int) -> Reading | None:
    """A time `minutes` into the hour that ends at `hour`, with the half of the day where it is said."""
    if hour.denominator != 1 or not 1 <= hour <= 24:
        return None
    start, stop = place
    half = next((found for kind in ("am", "pm") if (found := text.is_a(stop, kind)) is not None), None)
    value = Fraction((int(hour) - 1) * 60 + minutes)
    if half is None:
        return Reading(start, stop, value, value, "time", "h12")
    value = in_half(value, half, text.low(stop))
    return Reading(start, stop + 1, value, value, "time", "h24")
