"""The figures of one side of a bead: its claims, what is no figure yet may stand for one, and shares of two parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.detectors._claims import Claim, claims, comparable
from checker.detectors._cues import LONGEST
from checker.detectors.numbers._told import fiscal, retold, roman

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Document, Span
    from checker.notation import Quantity
    from checker.protocols import Context

Place = tuple[Claim, int]
"""A claim and where the sentence of its quantity begins."""

_WRITTEN_OUT = 100  # up to here figures are written in words in running text
_LARGEST = 1000  # "one in 1,000" is a share; what is larger is a number of something, or a year
_NAMES = {
    "ru": {
        "совершеннолет": "18", "несовершеннолет": "18", "чирик": "10", "червонец": "10", "червонц": "10",
        "двадцатк": "20", "тридцатк": "30", "сороковник": "40", "полтинник": "50", "пятидесятк": "50",
        "стольник": "100", "сотк": "100", "столети": "100", "двухсотк": "200", "пятихатк": "500", "пятисотк": "500",
        "косар": "1000", "косых": "1000", "штук": "1000", "тысячник": "1000", "лимон": "1000000", "лям": "1000000",
        "тройк": "3", "четверк": "4", "пятерк": "5", "шестерк": "6", "семерк": "7", "восьмерк": "8", "девятк": "9",
        "круглосуточн": "24", "круглые сутки": "24", "канун нового года": "31", "новогодн": "31", "сочельник": "24",
        "миллионник": "1000000", "десятикласс": "10",
        "одиннадцатикласс": "11", "девятикласс": "9", "восьмикласс": "8", "семикласс": "7", "шестикласс": "6",
        "пятикласс": "5", "четверокласс": "4", "третьекласс": "3", "второкласс": "2",
        "пополам": "50", "поровну": "50", "полуфинал": "4", "четвертьфинал": "8",
        "полувеков": "50", "последней минуте": "90",
        "последние минуты": "90", "день победы": "9", "всухую": "0", "сухой": "0", "выходн": "2", "через день": "2",
    },
    "en": {
        "around the clock": "24", "round the clock": "24", "victory day": "9", "women's day": "8",
        "new year's eve": "31", "new year's day": "1", "christmas day": "25", "christmas eve": "24",
        "every other": "2", "every second": "2", "goalless": "0", "scoreless": "0", "nil": "0", "clean sheet": "0",
        "valentine": "14", "halloween": "31", "independence day": "4", "bastille day": "14", "boxing day": "26",
        "sexagenarian": "60", "septuagenarian": "70", "octogenarian": "80", "nonagenarian": "90", "stoppage time": "90",
        "sophomore": "2", "of age": "18", "adult": "18",
        "injury time": "90", "silver jubilee": "25", "golden jubilee": "50", "fifty-fifty": "1/2", "50-50": "1/2",
        "centur": "100", "bicenten": "200", "tercenten": "300", "millenni": "1000", "nickel": "5", "dime": "10",
        "a score of": "20", "a score or": "20", "penalt": "11", "spot kick": "11", "spot-kick": "11",
        "the key": "3", "the paint": "3", "restricted area": "3", "quarter": "1", "minors": "18", "underage": "18",
        "juvenile": "18", "january-september": "9", "january to september": "9", "january-june": "6",
        "january to june": "6", "january-march": "3", "january to march": "3",
        "semifinal": "4", "semi-final": "4", "quarterfinal": "8", "quarter-final": "8", "knockout": "16",
    },
}  # fmt: skip
"""Beginnings of words and phrases that can stand for a number and claim none."""
_HALF = re.compile(r"(?<!\w)пол-?(?!у?тор)(\w{4,})", re.IGNORECASE)
_SHIFTS = re.compile(
    r"\b(?:сутки|день|ночь|смену|неделю|месяц)\s+через\s+(\w+)|\bчерез\s+(\w+)\s+(?:суток|дня|ночи|смены)\s+на\s+\w+",
    re.IGNORECASE,
)
"""Turns of work: сутки через трое, через двое суток на третьи."""
_TURNS = {"двое": 2, "два": 2, "две": 2, "трое": 3, "три": 3, "четверо": 4, "четыре": 4, "сутки": 1, "день": 1}
_EVERY = re.compile(r"(?:\bкажд(?:ый|ая|ое|ого|ому|ую|ой|ым|ом)|\bevery|\beach)\s+$", re.IGNORECASE)
_OF = re.compile(
    r"\s{1,3}(?:(?:[а-яё]{1,20}\s)?из(?:\s+кажд\w+)?|(?:[a-z]{1,20}\s)?(?:in(?: every)?|out of(?: every)?)"
    r"|of(?: the| every)?)\s{1,3}",
    re.IGNORECASE,
)
"""Between the two figures of a share: one in six, one person in six."""
_DIGITS = re.compile(r"\d+")
_LETTERED = re.compile(r"\b[A-Za-z]{1,3}(\d{1,3}(?:,\d{3})+)\b")
"""A sum behind the letters of a currency that the tables lack: R300,000."""
_EVE = re.compile(r"\bноч(?:ь|и)(?: с \d{1,2}(?:-го)?)? на\s+$", re.IGNORECASE)
_BY = re.compile(
    r"\bby(?: (?:about|around|nearly|almost|roughly|some|over|more than|at least|up to|a))*\s+$", re.IGNORECASE
)
_NA = re.compile(r"\bна\s+(?:(?:целую|почти|добрую|добрых|целых)\s+)?$", re.IGNORECASE)
_MORE = re.compile(r"\s+(?:more|higher|larger|bigger|faster|increase|rise|growth|jump|hike)\b", re.IGNORECASE)
_AS_MUCH = re.compile(r"\s+as (?!an?\b|the\b)\w+(?! again\b| more\b)\b", re.IGNORECASE)
"""Behind a fraction that is a part of the other thing, not what it is more: half as much, but not again."""
_TIME = re.compile(r"\s+(?:год|месяц|недел|день|дня|час|сутк)", re.IGNORECASE)
_TENS = re.compile(r"\s+десят(?:ок|к[аеу])\b", re.IGNORECASE)
_ROOMS = {
    "en": re.compile(r"\w{1,6}[ -]bed(?:room)?s?\b", re.IGNORECASE),
    "ru": re.compile(r"\w{1,6}-?комнатн|(?:одн|дв|тр[её])ушк", re.IGNORECASE),
}
_AROUND = 40
"""Characters before a figure that are looked at."""


@dataclass(frozen=True, slots=True)
class Share:
    """A share said in two parts or by its turn: nine out of ten, every fifth."""

    value: Fraction
    parts: tuple[Claim, ...]
    turn: bool
    """Whether it is «каждый пятый»."""


@dataclass(frozen=True)
class Side:
    """The claims of one side of a bead."""

    claims: tuple[Place, ...]
    loose: frozenset[str]
    """Figures that are no quantity ("Су-35", "G20", «полстраны»): they can stand for a number, but claim none."""
    read: bool = True
    """Whether the language's number words are known: where they are not, a small figure may be written out."""
    shares: tuple[Share, ...] = ()

    def may_hold(self, claim: Claim) -> bool:
        """Whether a figure without a counterpart may stand on this side in words."""
        return not self.read and (not claim.digits or claim.value <= _WRITTEN_OUT)

    def names(self, claim: Claim) -> bool:
        """Whether a plain figure stands here inside a name, or in a word that is no number."""
        return str(claim.value) in self.loose

    def carries(self, claim: Claim, own: Side) -> bool:
        """Whether a share of this side and the claim of the `own` other one are the same: 90 % and nine out of ten."""
        values = [share.value for share in self.shares]
        mine = [share.value for share in own.shares if any(claim is part for part in share.parts)]
        values += [value for other, _ in self.claims if (value := _share(other)) is not None and mine]
        named = _share(claim)
        wanted = mine if named is None else [*mine, named]
        return any(abs(one - two) <= Fraction(17, 1000) for one in wanted for two in values)


def _share(claim: Claim) -> Fraction | None:
    """The value of a claim that is a share of something."""
    kind = claim.quantity.kind
    return claim.value / 100 if kind == "percent" and claim.unit == "%" else claim.value if kind == "fraction" else None


def placed(document: Document, found: Place) -> Span:
    """The span of a figure."""
    quantity, offset = found[0].quantity, found[1]
    return document.span(offset + quantity.start, offset + quantity.stop)


def worded(spans: Sequence[Span], found: Place) -> tuple[str, str]:
    """What stands before and behind a figure in its sentence, some words of it."""
    row = next((span for span in spans if span.start == found[1]), None)
    if row is None:
        return "", ""
    start, stop = found[0].quantity.start, found[0].quantity.stop
    return row.text[max(0, start - _AROUND) : start], row.text[stop : stop + _AROUND]


def sentence_before(spans: Sequence[Span], found: Place) -> str:
    """What its sentence says before a figure."""
    return next((span.text[: found[0].quantity.start] for span in spans if span.start == found[1]), "")


def side(context: Context, spans: Sequence[Span], lang: str, other: str) -> Side:
    """What one side of a bead says in figures, as it can be held against the `other` language."""
    found: list[Place] = []
    language, theirs = context.language(lang), context.language(other).conventions
    loose: set[str] = set()
    shares: list[Share] = []
    for span in spans:
        if len(span.text) > LONGEST:
            continue
        quantities = language.quantities(span.text)
        here = [retold(_marked(claim, span.text), span.text) for claim in comparable(claims(quantities), theirs)]
        found.extend((claim, span.start) for claim in here)
        if lang in ("ru", "en"):
            shares.extend(_shares(span.text, here))
        loose.update(_loose(context, span, lang, quantities))
    return Side(tuple(found), frozenset(loose), language.conventions.numerals, tuple(shares))


def _marked(claim: Claim, text: str) -> Claim:
    """A claim with what the words beside it make of it."""
    before = text[max(0, claim.quantity.start - _AROUND) : claim.quantity.start]
    if claim.quantity.kind == "date":
        return replace(claim, eve=True) if _EVE.search(before) else claim
    if claim.quantity.kind == "percent":
        added = _BY.search(before) or _MORE.match(text, claim.quantity.stop)
        return replace(claim, added=True) if added else claim
    if claim.quantity.kind == "fraction" and _AS_MUCH.match(text, claim.quantity.stop):
        return replace(claim, quantity=replace(claim.quantity, kind="factor"))
    if claim.quantity.kind == "fraction" and (_BY.search(before) or _NA.search(before)):
        return replace(claim, added=True)
    return claim


def _shares(text: str, here: Sequence[Claim]) -> Iterator[Share]:
    plain = [claim for claim in here if claim.sort == "value" and claim.unit not in ("year", "day", "a")]
    for claim in plain:
        start = claim.quantity.start
        if (
            claim.quantity.kind == "ordinal"
            and _EVERY.search(text[max(0, start - _AROUND) : start])
            and claim.value > 1
        ):
            yield Share(1 / claim.value, (claim,), True)
    for one, two in pairwise(plain):
        between = text[one.quantity.stop : two.quantity.start]
        if 0 < one.value < two.value <= _LARGEST and _OF.fullmatch(between):
            yield Share(one.value / two.value, (one, two), False)


@cache
def _names(lang: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(_NAMES.get(lang, {}), key=len, reverse=True)) + ")")


def _loose(context: Context, span: Span, lang: str, quantities: Sequence[Quantity]) -> Iterator[str]:
    inside = {at for quantity in quantities for at in range(quantity.start, quantity.stop)}
    yield from (match.group() for match in _DIGITS.finditer(span.text) if match.start() not in inside)
    yield from (match[1].replace(",", "") for match in _LETTERED.finditer(span.text))
    yield from roman(span.text, lang)
    yield from fiscal(span.text)
    if lang not in _NAMES:
        return
    text = span.text.lower().replace("ё", "е").replace("’", "'")
    if lang == "ru":
        yield from (
            str(10 * (quantity.low - 1))  # who begins his seventh ten is sixty
            for quantity in quantities
            if quantity.kind == "ordinal" and quantity.low > 1 and _TENS.match(span.text, quantity.stop)
        )
        yield from (
            str(quantity.low - 1)  # девятый год is more than eight years
            for quantity in quantities
            if quantity.kind == "ordinal" and quantity.low > 2 and _TIME.match(span.text, quantity.stop)
        )
    yield from (  # Russia counts the living room as well
        str(quantity.low + (1 if lang == "en" else -1))
        for quantity in quantities
        if _ROOMS[lang].match(span.text, quantity.start)
    )
    yield from (_NAMES[lang][match.group()] for match in _names(lang).finditer(text))
    if lang != "ru":
        return
    for match in _SHIFTS.finditer(text) if "через" in text else ():
        off = _TURNS.get(match[1] or match[2], 0)
        yield from map(str, (1, off, off + 1, 24, 24 * off))  # a day on and two off is every third day
    for match in _HALF.finditer(text):
        rest = context.language("ru").words(match[1])
        if rest and {"NOUN", "gent", "known"} <= rest[0].tags:
            yield "1/2"  # полстраны, пол-репетиции
