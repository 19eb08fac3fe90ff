"""Formats: dates, figures, ordinals, centuries and times written the Russian way."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from checker.detectors._figure_forms import figure_forms
from checker.detectors._surface import flat
from checker.model import Category, Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from checker.model import Pair, Span
    from checker.protocols import Context

LOC001 = Rule(
    "LOC001",
    "foreign-format",
    Category.LOCALE,
    Severity.MINOR,
    "A date, figure, ordinal, century or time is written the Russian way.",
    "On 09.01.22 losses in the XVII century style reached 3,5 million.",
    "On 9 January 2022 losses in the 17th-century style reached 3.5 million.",
    explanation=(
        "Dotted dates can be read two ways, a decimal comma is a thousands separator in English, Roman centuries are "
        "not used, nor is 1.4 thousand. Versions, scores, telephone numbers and lists of figures are left alone. Into "
        "a language with a decimal comma figures written the English way are flagged: 3.5 million, 12,000."
    ),
)
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_MONTH = "|".join(MONTHS)
_SCALE = (
    r"(?:thousand|million|billion|trillion|per ?cent|percentage|degrees?|times|met(?:re|er)s?|kilomet(?:re|er)s?|km|kg|"
    r"tons?|tonnes?|lit(?:re|er)s?|hectares?|points?|years?|hours?|kilograms?|square|cubic|rou?bles?|dollars?|euros?|mm|cm|m)\b"
)
_ROMAN = {"I": 1, "V": 5, "X": 10}
_ROMAN_NUMBER = r"(?:X{0,2}(?:IX|IV|V?I{1,3}|V)|X{1,2})"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 11th, ..."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(-one if any(one < two for two in values[n + 1 :]) else one for n, one in enumerate(values))


def _dotted(match: re.Match[str], american: bool) -> tuple[str, str] | None:
    day, month, year = int(match["day"]), int(match["month"]), match["year"]
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    full = year if len(year) == 4 else ("20" if int(year) < 50 else "19") + year
    if not 1800 <= int(full) <= 2100:
        return None
    name = MONTHS[month - 1]
    return (
        f"{name} {day}, {full}" if american else f"{day} {name} {full}",
        "A dotted date is read two ways in English (day first or month first)."
        if day != month and day <= 12
        else "English writes a date with the name of the month, not with points.",
    )


def _percent(match: re.Match[str], american: bool) -> tuple[str, str]:
    return f"{match['sum']}%", "English sets no blank before the sign of per cent."


def _broken_thousands(match: re.Match[str], american: bool) -> tuple[str, str] | None:
    count = Decimal(match["count"]) * 1000
    return (f"{int(count):,}", "English writes such a number out in figures.") if count == int(count) else None


def _comma(match: re.Match[str], american: bool) -> tuple[str, str]:
    return match.group().replace(",", ".", 1), "English sets a point before decimals; a comma parts thousands."


def _spaced(match: re.Match[str], american: bool) -> tuple[str, str]:
    return re.sub(r"\s", ",", match.group()), "English parts thousands with a comma, not with a blank."


def _bad_ordinal(match: re.Match[str], american: bool) -> tuple[str, str] | None:
    number, written = int(match["number"]), match["ending"].lstrip("-")
    right = ordinal(number)
    return None if match.group() == right else (right, f'"{written}" is not the ending of this ordinal.')


def _decade(match: re.Match[str], american: bool) -> tuple[str, str]:
    return match["years"] + "s", "A decade takes no hyphen."


def _century(match: re.Match[str], american: bool) -> tuple[str, str] | None:
    numbers = [_roman(one) for one in re.findall(r"[IVX]+", match["roman"])]
    if not all(1 <= number <= 22 for number in numbers):
        return None
    return "–".join(ordinal(n) for n in numbers) + match["rest"], "English writes centuries in Arabic numerals."


def _clock(match: re.Match[str], american: bool) -> tuple[str, str]:
    hour = int(match["hour"])
    shown = f"{hour - 12 or 12} p.m." if american and hour > 12 else f"{hour}:00"
    return shown, "With a 24-hour time English says no o'clock."


def _dashed_time(match: re.Match[str], american: bool) -> tuple[str, str]:
    return (
        f"{match['lead']} {match['hour']}:{match['minute']}",
        "English parts hours from minutes with a colon or point.",
    )


def _spoken_time(match: re.Match[str], american: bool) -> tuple[str, str] | None:
    hour, minute, part = int(match["hour"]), int(match["minute"] or 0), match["part"]
    if hour > 23 or minute > 59 or not (part or (match["minute"] and match["lead"].lower() == "at")):
        return None
    late = hour > 11 or part in ("afternoon", "evening", "day") or (part == "night" and hour > 5)
    shown = f"{hour % 12 or 12}:{minute:02d} {'p.m.' if late else 'a.m.'}"
    if not part and not american:
        shown = f"{hour}:{minute:02d}"
    return f"{match['lead']} {shown}", "A time of day is not counted in hours and minutes."


def _year(match: re.Match[str], american: bool) -> tuple[str, str]:
    return f"{match['lead']} {match['year']}", 'A year takes no "year" in English.'


def _money(match: re.Match[str], american: bool) -> tuple[str, str]:
    return match["sign"] + match["sum"], "The sign of a currency stands before the sum."


def _day_of(match: re.Match[str], american: bool) -> tuple[str, str]:
    day, month = match["day"], match["month"]
    return f"{month} {day}" if american else f"{day} {month}", "A date is written without of."


def _pointed_time(match: re.Match[str], american: bool) -> tuple[str, str] | None:
    hour, minute = int(match["hour"]), match["minute"]
    if not american:
        return None
    shown = f"{hour % 12 or 12}{'' if minute == '00' else ':' + minute} {'p.m.' if hour > 11 else 'a.m.'}"
    return f"{match['lead']} {shown}", "American English parts hours from minutes with a colon."


def _pointed_half(match: re.Match[str], american: bool) -> tuple[str, str] | None:
    if not american or not 0 < int(match["hour"]) < 13:
        return None
    return f"{match['hour']}:{match['minute']}", "American English parts hours from minutes with a colon."


def _score(match: re.Match[str], american: bool) -> tuple[str, str] | None:
    sentence, first, second = match.string, int(match["first"]), int(match["second"])
    if not _MATCH.search(sentence) or _RATIO.search(sentence):
        return None
    if first < second and _LOST.search(sentence):
        first, second = second, first
    return f"{first}-{second}", "English writes a score with a hyphen, and the winner's first."


_MATCH = re.compile(
    r"\b(?:w[io]ns?|winning|beat(?:en|s)?|lost|loses?|losing|defeat\w*|thrash\w*|scores?|scored|scoreline|draw\w*|drew|match\w*|"
    r"goals?|finals?|semi-?finals?|victory|trail\w*|penalt\w*|shoot-?out|half-?time|sets?|playoffs?|rout\w*)\b",
    re.IGNORECASE,
)
_RATIO = re.compile(r"\b(?:ratio|odds|scale|proportions?|mixture|gear)\b", re.IGNORECASE)
_LOST = re.compile(
    r"\b(?:lost|loses?|losing|beaten|defeated by|defeats? (?:to|against|by)|went down|fell)\b", re.IGNORECASE
)
_SCORE = r"(?<![\w:.,/-])(?P<first>\d{1,2}):(?P<second>\d)(?![\w:/]|[.,]\d)"
_POINTED_HALF = r"(?<![\w:.,$-])(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)(?= ?[ap]\.?m\b)"
_DOTTED = r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{2})\.(?P<year>\d{4}|\d{2})(?![\d.]|\.\d)"
_DECIMAL = rf"(?<![\d.,])(?:\d{{1,3}},\d{{1,2}}|0,\d{{1,3}})(?=[ -]{_SCALE}|%| %)"
_GROUPS = r"(?<![\d.,+()-])(?<!\d )\d{1,3}(?: \d{3})+(?![\d-]| \d|,\d\b)(?= [a-z]|[.,;)]|\Z)"
_ORDINAL = rf"(?<![\w.,-])(?P<number>\d{{1,4}})(?P<ending>-?(?:st|nd|rd|th)|-?d(?= of|,| (?:{_MONTH})))\b"
_DECADE = r"(?<![\w-])(?P<years>(?:1[0-9]|20)?\d0)-(?:s|es|ies|th|ths)\b"
_CENTURY = rf"(?<![\w.])(?P<roman>{_ROMAN_NUMBER}(?:[–—-]{_ROMAN_NUMBER})?)(?P<rest>(?:th)?[ -]centur(?:y|ies))\b"
_OCLOCK = r"(?<![\w:.])(?P<hour>1[3-9]|2[0-4])(?:[:.]00)? o'clock\b"
_AFTER_TIME = r"(?=[,;]|\.(?: |\Z)|\Z| (?:on|in|local|Moscow|this|that|the|and|to|today|yesterday|tomorrow)\b)"
_TIME = (
    r"\b(?P<lead>[Aa]t|[Ff]rom|[Uu]ntil|[Bb]y|[Aa]fter|[Bb]efore|[Ss]ince) "
    r"(?P<hour>[01]?\d|2[0-3])-(?P<minute>00|15|30|45)" + _AFTER_TIME
)
"""Before a noun, a per cent sign or the like the figures are a range: by 10-15%, after 10-15 minutes."""
_SPOKEN = (
    r"\b(?P<lead>[Aa]t|[Ff]rom|[Uu]ntil|[Bb]y) (?P<hour>[01]?\d|2[0-3]) hours?"
    r"(?:,? (?:and )?(?P<minute>[0-5]?\d) minutes?)?"
    r"(?: (?:in the |of the |at )?(?P<part>morning|afternoon|evening|day|night))?(?!['’])"
    r"(?! (?:\w+ )?(?:before|after|ahead|later|into|from|of|to|per|a day|straight|long)\b)\b"
)
_DAY_OF = rf"(?<![\w.,:-])(?P<day>[12]?\d|3[01]) of (?P<month>{_MONTH})\b(?!['’])"
_POINTED = (
    r"\b(?P<lead>[Aa]t|[Ff]rom|[Uu]ntil|[Bb]y|[Aa]fter|[Bb]efore|[Ss]ince) "
    r"(?P<hour>[01]?\d|2[0-3])\.(?P<minute>[0-5]\d)" + _AFTER_TIME
)
_YEAR = r"\b(?P<lead>[Ii]n|[Oo]f|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring|[Ff]or)(?: the)? (?P<year>(?:19|20)\d\d) year\b(?!-)"
_MONEY = r"(?<![\w.,$€£])(?P<sum>\d+(?:[.,]\d+)*) ?(?P<sign>[$€£])(?![\w$])"
_BROKEN = r"(?<![\d.,$€£¥-])(?P<count>\d{1,3}\.\d{1,3}) thousand\b(?! (?:times|tons of TNT))"
_PERCENT = r"(?<![\w.,-])(?P<sum>\d{1,9}(?:\.\d{1,9})?) %(?!\w)"
_COPIED = re.compile(r"(?<![\d.,])\d{1,3},\d{1,2}(?![\w,]|-\d)")
"""Figures with a decimal comma whatever they count: an error where the original has the same."""
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], bool], tuple[str, str] | None], float], ...] = (
    (re.compile(_DOTTED), _dotted, 0.95),
    (re.compile(_DECIMAL), _comma, 0.9),
    (re.compile(_GROUPS), _spaced, 0.85),
    (re.compile(_ORDINAL), _bad_ordinal, 0.95),
    (re.compile(_DECADE), _decade, 0.9),
    (re.compile(_CENTURY), _century, 0.97),
    (re.compile(_OCLOCK), _clock, 0.95),
    (re.compile(_TIME), _dashed_time, 0.8),
    (re.compile(_SPOKEN), _spoken_time, 0.9),
    (re.compile(_DAY_OF), _day_of, 0.9),
    (re.compile(_POINTED), _pointed_time, 0.85),
    (re.compile(_POINTED_HALF), _pointed_half, 0.85),
    (re.compile(_SCORE), _score, 0.9),
    (re.compile(_YEAR), _year, 0.9),
    (re.compile(_MONEY), _money, 0.9),
    (re.compile(_PERCENT), _percent, 0.9),
    (re.compile(_BROKEN), _broken_thousands, 0.85),
)


class Formats:
    """Formats of figures and dates."""

    rules = (LOC001,)

    def __init__(self, context: Context) -> None:
        self.context = context

    def detect(self, pair: Pair) -> Iterable[Finding]:
        """Findings of the rule; in a language with a decimal comma figures written the English way."""
        if pair.translation.lang not in ("en", ""):
            yield from self._anglicised(pair)
            return
        american = self._american(pair.translation.text)
        copied = frozenset(_COPIED.findall(pair.source.source.text)) if pair.source else frozenset()
        for sentence in pair.sentences:
            yield from _found(pair, sentence, american, copied)

    def _anglicised(self, pair: Pair) -> Iterator[Finding]:
        language = self.context.language(pair.translation.lang)
        for sentence in pair.sentences:
            for start, stop, fixed, why in figure_forms(sentence.text, language.conventions, language.quantities):
                span = pair.translation.span(sentence.start + start, sentence.start + stop)
                yield Finding(LOC001, span, why, LOC001.severity, 0.85, suggestion=fixed)

    def _american(self, text: str) -> bool:
        """Whether dates are written month first: by the run's variant, else by the article's own dates."""
        if self.context.variant:
            return self.context.variant == "en-US"
        first = len(re.findall(rf"(?:{_MONTH}) \d{{1,2}}\b", text))
        return first > len(re.findall(rf"\b\d{{1,2}} (?:{_MONTH})\b", text))


def _found(pair: Pair, sentence: Span, american: bool, copied: frozenset[str]) -> Iterator[Finding]:
    text = flat(sentence.text)
    if "V" not in text and "X" not in text and not any(map(str.isdigit, text)):
        return
    taken: list[tuple[int, int]] = []
    for pattern, judge, confidence in _FORMS:
        for match in pattern.finditer(text):
            verdict = judge(match, american)
            if verdict is None or any(start < match.end() and match.start() < stop for start, stop in taken):
                continue
            taken.append(match.span())
            span = pair.translation.span(sentence.start + match.start(), sentence.start + match.end())
            yield Finding(LOC001, span, verdict[1], LOC001.severity, confidence, suggestion=verdict[0])
    for match in _COPIED.finditer(text) if copied else ():
        if match[0] in copied and not any(start < match.end() and match.start() < stop for start, stop in taken):
            span = pair.translation.span(sentence.start + match.start(), sentence.start + match.end())
            fixed, why = _comma(match, american)
            yield Finding(LOC001, span, why, LOC001.severity, 0.9, suggestion=fixed)


def detector(context: Context) -> Formats:
    """The family."""
    return Formats(context)
