"""Numbers, dates, times, sums and shares of a text, by value.

The reading is the same for every language; what differs stands in ``data/numerals.tsv``, ``units.tsv`` and
``calendar.tsv``. Digits are read in any language.
"""

from __future__ import annotations

from fractions import Fraction

from checker.languages._calendar import Reading, clock, date, era
from checker.languages._eastern import counts_nothing
from checker.languages._magnitudes import magnitude
from checker.languages._measures import compound_unit, kind_of, measured
from checker.languages._numerals import lexicon, unit_sizes
from checker.languages._quantity_pieces import pieces
from checker.languages._quantity_text import HYPHENS, Magnitude, Text
from checker.languages._short_dates import short_date
from checker.languages._single_units import bare_unit, single_unit
from checker.languages._spoken_clock import spoken_clock
from checker.languages._spoken_measures import composite, feet, inverted_unit
from checker.languages._stopwatch import elapsed
from checker.notation import Quantity

_ALIKE = 5
_YEARS = 1000
_NEAR = Fraction(20)  # ends of "5 to 10 million" share the scale; those of "500 to 1 million" do not


def quantities(text: str, code: str) -> tuple[Quantity, ...]:
    """Every quantity of a text in order, disjoint; offsets count within `text`."""
    known = lexicon(code)
    parsed = Text(pieces(text, known), known)
    found = []
    index = 0
    while index < len(parsed.pieces):
        reading = _read(parsed, index)
        if reading is None:
            index += 1
            continue
        found.append(_quantity(text, parsed, reading))
        index = max(reading.stop, index + 1)
    return tuple(found)


def _quantity(text: str, parsed: Text, reading: Reading) -> Quantity:
    start, stop = parsed.pieces[reading.start].start, parsed.pieces[reading.stop - 1].stop
    rounded = reading.rounded or parsed.is_a(reading.start - 1, "round") is not None
    return Quantity(start, stop, text[start:stop], reading.low, reading.high, reading.kind, reading.unit, rounded)


def _read(text: Text, index: int) -> Reading | None:
    piece = text.pieces[index]
    if not text.lexicon.may_begin(piece.text, piece.low, piece.kind):
        return None
    if piece.kind == "number" and (_in_name(text, index) or counts_nothing(text, index)):
        return None
    for read in _READERS:
        found = read(text, index)
        if found is not None:
            return found
    return None


def _in_name(text: Text, index: int) -> bool:
    """Digits that belong to a name or code: "Су-35", "G20", "COVID-19", "№"."""
    after = text.pieces[index + 1] if text.glued(index + 1) else None
    unset = bool(text.lexicon.glued)  # where no words are set apart every figure touches some
    if (
        after is not None
        and not unset
        and after.kind == "word"
        and len(after.low) > 5
        and not text.lexicon.unit((after.low,))[1]
    ):
        return text.is_a(index + 1, "scale") is None
    if not text.glued(index) or unset:
        return False
    before = text.pieces[index - 1]
    if len(text.low(index)) == 4 and 1900 <= (text.number(index) or 0) <= 2100:
        return False  # ЧМ-2018, сезон-2019/20
    if before.kind == "word":
        return before.text not in text.lexicon.symbols and before.low not in text.lexicon.clitics
    if before.text in HYPHENS and before.glued and index >= 2:
        return (
            text.pieces[index - 2].kind == "word"
            and text.is_a(index - 2, "add") is None
            and not _calendar(text, index - 2)
        )
    return False


def _calendar(text: Text, index: int) -> bool:
    return bool(text.lexicon.month(text.low(index))) or text.low(index) in (
        "mid",
        "early",
        "late",
        "pre",
        "post",
        "under",
        "over",
    )


def _unit_first(text: Text, index: int) -> Reading | None:
    """yüzde elli sekiz, ร้อยละ 12, 百分之二十: the unit stands before the number."""
    unit = text.lexicon.before.get(text.low(index), "")
    reading = _ranged(text, index, index + 1, unit) if unit else None
    return reading._replace(kind=kind_of(unit), unit=unit) if reading else None


def _factor(text: Text, index: int) -> Reading | None:
    """вдвое, удвоил, twice, tripled; в 2,5 раза, three times; "в три раза меньше" is a third."""
    value = text.is_a(index, "factor")
    stop = index + 1
    if value is None:
        found = magnitude(text, index)
        if found is None or found.kind not in ("number", "fraction"):
            return None
        at = found.stop + 1 if text.low(found.stop) in HYPHENS else found.stop
        if text.is_a(at, "times") is None or (text.low(at) == "time" and found.low == 1):
            return None
        value, stop = found.low, at + 1
    if value > 1 and _lessening(text, index, stop):
        value = 1 / value
    return Reading(index, stop, value, value, "factor")


def _lessening(text: Text, start: int, stop: int) -> bool:
    """Whether a word for getting less stands next to a factor."""
    for near in (range(start - 1, start - 5, -1), range(stop, stop + 3)):
        for at in near:
            if text.low(at) in _CLAUSE_MARKS:
                break
            # "No less than three times" is a limit, по меньшей мере втрое as well.
            limit = text.low(at - 1) in ("не", "no", "not") or text.low(at + 1) == "мере"
            if text.is_a(at, "less") is not None and not limit:
                return True
    return False


_CLAUSE_MARKS = frozenset(["", ",", ".", ";", ":", "—", "–", "(", ")"])


def _money_first(text: Text, index: int) -> Reading | None:
    """$15.3 million, US$ 5bn, £2bn, RUB 300."""
    symbol, at = text.pieces[index].text, index + 1
    if symbol == "$" and text.glued(at) and text.pieces[at].text in _DOLLARS:
        symbol, at = f"{text.pieces[at].text}$", at + 1  # $US970
        symbol = symbol if symbol in text.lexicon.symbols else "$"
    if text.low(at) == "$" and text.glued(at):
        symbol, at = symbol + "$", at + 1
    unit = text.lexicon.symbols.get(symbol, "")
    if not unit or unit_sizes()[unit].dimension != "money" or text.number(at) is None:
        return None
    if text.pieces[index].kind == "word" and symbol.islower():
        return None
    return _ranged(text, index, at, unit)


_DOLLARS = frozenset({"US", "A", "AU", "C", "CA", "NZ", "HK", "S"})


def _compound(text: Text, index: int) -> Reading | None:
    """Russian compounds: двадцатиминутный, двухлетний, полчаса, полмиллиона, десятиклассник (left alone)."""
    low = text.low(index)
    if low == "пол" and text.low(index + 1) in HYPHENS and text.glued(index + 1) and text.glued(index + 2):
        half = Magnitude(Fraction(1, 2), Fraction(1, 2), index + 2)
        return measured(text, index, half) if text.lexicon.unit((text.low(index + 2),))[1] else None  # пол-литра
    if text.lexicon.code != "ru" or len(low) < 5 or text.pieces[index].kind != "word":
        return None
    whole = magnitude(text, index)
    if whole is not None and whole.kind == "fraction":
        return None  # стотысячная доля
    if text.is_a(index, "halfof") is not None:
        rest, value = low[4:] if low.startswith("полу") else low[3:], Fraction(1, 2)
    else:
        value, rest = Fraction(0), low
        while rest:
            size = next((size for size in range(min(len(rest), 12), 2, -1) if rest[:size] in text.lexicon.prefixes), 0)
            if not size:
                break
            value, rest = value + text.lexicon.prefixes[rest[:size]], rest[size:]
    if not value or len(rest) < 4:
        return None
    for stem, scale in (
        ("тысяч", 10**3),
        ("миллион", 10**6),
        ("миллиард", 10**9),
        ("триллион", 10**12),
        ("сотн", 100),
        ("дюжин", 12),
    ):
        if rest.startswith(stem):
            reading = Magnitude(value * scale, value * scale, index + 1)
            return measured(text, index, reading)
    if rest.startswith("кратн"):
        return Reading(index, index + 1, value, value, "factor")
    unit = compound_unit(text, rest)
    if unit is None:
        return None
    return Reading(index, index + 1, value, value, kind_of(unit), unit)


def _amount(text: Text, index: int) -> Reading | None:
    """A magnitude with its unit, alone or as a range."""
    if text.lexicon.code == "en" and text.low(index) in ("a", "an"):
        found = magnitude(text, index) or magnitude(text, index + 1)
        if found is None or (found.kind == "ordinal") or found.digits or found.kind == "both":
            return single_unit(text, index)
    return _ranged(text, index, index, "")


def _ranged(text: Text, start: int, index: int, currency: str) -> Reading | None:
    first = magnitude(text, index)
    if first is None or not _plausible(text, first, index):
        return None
    second = _second(text, first)
    if second is None:
        return measured(text, start, first, currency)
    reading = measured(text, start, second, currency)
    if currency and measured(text, start, second).kind == "percent":
        return measured(text, start, first, currency)  # на $3, или 2 процента
    low = first.low * second.scale if _shares(first, second) else first.low
    if low == first.low and first.bare and text.low(first.stop) in HYPHENS and _grouped(text, first, second):
        low *= 1000
    high = second.high
    if first.digits and 1000 <= first.low <= 2100 and high < 100 and second.bare:
        return Reading(start, reading.stop, low, high + first.low - first.low % 100, "year")
    return reading._replace(low=low, high=high)


def _plausible(text: Text, found: Magnitude, index: int) -> bool:
    """Whether a word that may be a number is one here: "second" after a number is a unit, "one" an article."""
    low = text.low(index)
    return not (
        found.kind == "ordinal" and found.stop == index + 1 and low in ("second", "seconds") and text.number(index - 1)
    )


def _shares(first: Magnitude, second: Magnitude) -> bool:
    mantissa = second.low / second.scale
    return (
        first.scale == 1 and second.scale != 1 and 0 < first.low <= mantissa * _NEAR and mantissa <= first.low * _NEAR
    )


def _grouped(text: Text, first: Magnitude, second: Magnitude) -> bool:
    """Whether the noughts of a range's end are its beginning's too: 5-6,000."""
    last = text.pieces[second.stop - 1].text
    return last.endswith((",000", " 000")) and second.scale == 1 and 1 < second.low / (first.low or 1) / 1000 <= _ALIKE


def _second(text: Text, first: Magnitude) -> Magnitude | None:
    """The other end of a range: after a dash, or after to, до, или, and where the first end leans on it."""
    at = first.stop
    year = first.digits and first.bare and 1900 <= first.low <= 2100
    if text.low(at) in HYPHENS or (year and text.low(at) == "/" and text.glued(at) and text.glued(at + 1)):
        other = magnitude(text, at + 1) if text.low(at + 1) not in HYPHENS else None
        if other is None or other.kind == "both" or first.kind == "ordinal" != other.kind:
            return None
        if other.digits and text.glued(at) != text.glued(at + 1):
            return None
        if year and not (1900 <= other.low <= 2100 or (text.glued(at) and other.low < 100)):
            return None
        return other
    mixed = first.kind == "fraction" and first.low > 1 and not first.digits  # от полутора до трёх лет
    if text.is_a(at, "to") is None or not (first.bare or mixed):
        return None
    step = at + 2 if text.low(at + 1) in ("$", "€", "£") else at + 1
    other = magnitude(text, step)
    if other is None or other.kind not in ("number", "fraction"):
        return None
    if year and other.low < _YEARS:
        return None  # cut its forecast for 2015 to 3 percent
    leans = other.scale != 1 and _shares(first, other)
    if first.digits != other.digits and not (leans and text.low(at) in ("to", "до")):
        return None
    return other if leans or (text.low(at) != "and" and text.lexicon.unit((text.low(other.stop),))[1]) else None


_READERS = (
    elapsed,
    spoken_clock,
    date,
    short_date,
    clock,
    era,
    _unit_first,
    _factor,
    _money_first,
    feet,
    composite,
    inverted_unit,
    bare_unit,
    _compound,
    _amount,
)
"""In the order they are asked: what takes more words first."""
