"""Fractions: полтора, две трети, half, a third, three quarters, 1/8."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from checker.languages._profile import words
from checker.languages._quantity_text import HYPHENS, Magnitude, Text
from checker.languages._spoken_amounts import past_excess


def written_fraction(text: Text, index: int) -> Magnitude | None:
    """1/8, 2 1/2, and the one-character fractions come as marks and are left alone."""
    if "/" not in (text.low(index + 1), text.low(index + 2)):
        return None
    whole, at = Fraction(0), index
    if text.low(index + 2) == "/" and text.number(index + 1) is not None and not text.glued(index + 1):
        whole, at = text.number(index) or Fraction(0), index + 1
    over, under = text.number(at), text.number(at + 2)
    if text.low(at + 1) != "/" or not text.glued(at + 1) or not text.glued(at + 2) or over is None or under is None:
        return None
    if not 0 < over < under <= 128 or text.low(at + 3) == "/" or (over > 9 and under != 100):
        return None
    value = whole + over / under
    return scaled(text, Magnitude(value, value, at + 3, "fraction", digits=True))


def mixed(text: Text, index: int) -> Magnitude | None:
    """полтора, полтора миллиона; три целых и пять сотых."""
    if text.low(index + 1) in _WHOLES and text.lexicon.code == "ru":
        return _decimal(text, index)
    value = text.is_a(index, "mixed")
    return scaled(text, Magnitude(value, value, index + 1, "fraction")) if value is not None else None


_WHOLES = words("целая целых целой целую целые целыми")


def _decimal(text: Text, index: int) -> Magnitude | None:
    """Одна целая две десятых, ноль целых семь десятых."""
    whole = text.is_a(index, "add")
    part = fraction(text, index + 3 if text.low(index + 2) == "и" else index + 2)
    if whole is None or part is None:
        return None
    value = whole * part.scale + part.low
    return Magnitude(value, value, part.stop, scale=part.scale)


def scaled(text: Text, found: Magnitude) -> Magnitude:
    """Take in a scale word that follows ("of a" may stand between)."""
    at = past_excess(text, found.stop)
    if text.lexicon.code == "en" and text.low(at) in ("a", "of"):
        at += 2 if text.low(at) == "of" and text.low(at + 1) == "a" else 1
    scale = text.is_a(at, "scale") or text.is_a(at, "hundred")
    if scale is None and (text.lexicon.code == "ru" or at > found.stop):
        scale = text.is_a(at, "group")  # полтора десятка, четверть сотни, half a dozen
    if scale is None:
        return found
    return replace(found, low=found.low * scale, high=found.high * scale, stop=at + 1, kind="number", scale=scale)


def fraction(text: Text, index: int) -> Magnitude | None:
    """половина, треть, две трети, две пятых; half, a third, three quarters, two-thirds."""
    numerator, at = Fraction(1), index
    count = text.is_a(index, "add")
    if text.number(index) is not None:
        return None
    if count is not None and 1 <= count <= 9:
        numerator, at = count, index + 1
        if text.low(at) in HYPHENS:
            at += 1
    elif text.low(index) in ("a", "an") and text.lexicon.code == "en":
        at = index + 1
    denominator, stop = _part(text, at, counted=at > index)
    if denominator is None:
        return None
    return scaled(text, Magnitude(numerator * denominator, numerator * denominator, stop, "fraction"))


def _part(text: Text, at: int, counted: bool) -> tuple[Fraction | None, int]:
    """What a share is a multiple of, and the index after it: третья часть, миллионная доля, a hundred-thousandth."""
    if text.lexicon.code == "ru":
        order = _long_ordinal(text.low(at), text)
        part = text.low(at + 1)
        if order >= 3 and (part in _SHARES or (part in _PARTS and not counted)):
            return 1 / order, at + 2
        return (1 / order, at + 1) if counted and order >= 1000 else (_denominator(text, at, counted), at + 1)
    scale = text.is_a(at, "hundred") or (text.is_a(at, "add") if text.low(at) == "ten" else None)
    step = at + 2 if text.low(at + 1) in HYPHENS else at + 1
    order = text.is_a(step, "ordinal") or Fraction(0)
    if scale and order >= 1000 and (step > at + 1 or _ends_phrase(text, step + 1)):
        return 1 / (scale * order), step + 1
    if not counted and text.low(at).endswith("ths") and text.low(at + 1) == "of":
        return 1 / (text.is_a(at, "ordinal") or Fraction(1)), at + 1
    if text.low(at) == "third" and text.low(at - 1) in _OF_THREE and text.low(at + 1) == "of":
        return Fraction(1, 3), at + 1  # the first third of the century
    return _denominator(text, at, counted), at + 1


_OF_THREE = words("first second middle last final")
_SHARES = words("доля доли долю долей долям долями долях")
_PARTS = words("часть части частью")


def _long_ordinal(low: str, text: Text) -> Fraction:
    """The value of an ordinal, be it one word of several parts: стотысячная; 0 for any other word."""
    known = text.lexicon.word(low, "ordinal")
    if known is not None:
        return known
    for size in range(min(len(low) - 5, 13), 2, -1):
        scale = text.lexicon.word(low[size:], "ordinal") if low[:size] in text.lexicon.prefixes else None
        if scale is not None and scale >= 1000:
            return text.lexicon.prefixes[low[:size]] * scale
    return Fraction(0)


def _denominator(text: Text, at: int, counted: bool) -> Fraction | None:
    word = text.is_a(at, "fraction")
    if word == Fraction(1, 2) and text.is_a(at - 1, "ordinal") is not None and not _of_unit(text, at):
        return None  # во второй половине, the first half
    if word is not None:
        if word == Fraction(1, 2) and at - 1 >= 0 and (text.is_a(at - 1, "add") or 1) > 1:
            return None  # "seven halves" of a match
        return None if text.lexicon.code == "en" and not _english_fraction(text, at, counted) else word
    order = text.is_a(at, "ordinal")
    if order is None or order < 3 or not counted:
        return None
    low = text.low(at)
    if text.lexicon.code == "en":
        joined = text.low(at + 1) in HYPHENS and text.glued(at + 2)  # a ninth-grader, a third-round match
        return 1 / order if low.endswith("s") or (_ends_phrase(text, at + 1) and not joined) else None
    return 1 / order if low.endswith(("ых", "ьих", "ая", "ую", "ой")) and order >= 5 else None


_ROW = words("first last past next previous final latest")


def _english_fraction(text: Text, at: int, counted: bool) -> bool:
    """Whether half or quarter is a share: not "the second quarter", "the first half", "at half-time"."""
    before, after = text.low(at - 1), text.low(at + 1)
    if _of_unit(text, at):
        return True
    if text.is_a(at - 1, "ordinal") or before in ("last", "next", "previous", "opening", "closing", "final", "this"):
        return False
    if after in HYPHENS:
        return text.is_a(at + 2, "scale") is not None
    if text.low(at) == "quarters" and (text.is_a(at - 1, "add") not in (None, 3) or text.low(at - 2) in _ROW):
        return False  # "two quarters" of a year, the first three
    if text.low(at).startswith("quarter"):
        return counted or after == "of"
    return after not in ("time", "brother", "sister", "back", "price")


def _of_unit(text: Text, at: int) -> bool:
    """Whether a unit follows half or quarter, so that it is a share in any row: the last half-year, second half hour.

    "The past quarter of a century" is one as well.
    """
    low = text.low(at)
    if text.lexicon.code != "en" or not low.startswith(("half", "quarter")):
        return False
    step = at + 1
    if text.low(step) in HYPHENS:
        step += 1
    elif low == "half":
        step += int(text.low(step) in ("a", "an"))
    elif text.low(step) == "of" and text.low(step + 1) in ("a", "an"):
        step += 2
    unit, taken = text.lexicon.unit((text.low(step),))
    return bool(taken) and unit != "quarter"


def _ends_phrase(text: Text, at: int) -> bool:
    """Whether "a third" before this piece is a share and not the third of a row."""
    low = text.low(at)
    return not low or not low[0].isalpha() or low in _AFTER_SHARE or text.is_a(at, "less") is not None


_AFTER_SHARE = words("of more higher larger greater since in from by compared on at over to than and or this last")
