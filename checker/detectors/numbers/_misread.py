"""Figures whose value agrees as far as it is told, and that are misread all the same.

A quarter in Roman numerals, the decade of another century, dozens that have become ten, degrees without their minus.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, located
from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Bead, Pair, Rule

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_QUARTER_RU = re.compile(r"(?<![\w.-])(I{1,3}|IV)\s+квартал", re.IGNORECASE)
_QUARTER_EN = re.compile(
    r"\b(?:(?P<word>first|second|third|fourth|1st|2nd|3rd|4th|final)(?:[- ]quarter|(?= (?:and|to|or) \w+ quarter))"
    r"|Q(?P<digit>[1-4])|(?P<first>[1-4])Q)\b",
    re.IGNORECASE,
)
_WORDS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4}
_SAID = ("", "first", "second", "third", "fourth")
_DECADE_RU = re.compile(
    r"(?<![\d.,:-])(?P<digits>[2-9]0)(?:-?е|-?х|-?м|-?ми)(?=\s+(?:год|гг)|\s+(?:прошл|минувш|позапрошл|XX|XIX))"
)
_DECADE_EN = re.compile(r"\b(?P<century>1[5-9]|20)(?P<digits>[2-9]0)['’]?s\b")
_OTHER_CENTURY = re.compile(
    r"XVI|XIX|XVII|1[5-8]\d\d|(?:1[6-9]|девятнадцат\w+|восемнадцат\w+)(?:-?го)? (?:век|столети)"
)
_BEFORE_LAST = re.compile(r"позапрошл\w+ (?:век|столети)")
_LAST = re.compile(r"(?<!поза)(?:прошл|минувш)\w+ (?:век|столети)|XX в|двадцатого (?:век|столети)")
_VAGUE_RU = {
    10: re.compile(r"(?<!\w)десятк(?:и|ам|ами|ах) (?=\w)", re.IGNORECASE),
    100: re.compile(r"(?<!\w)сотн(?:и|ям|ями|ях) (?=\w)", re.IGNORECASE),
    1000: re.compile(r"(?<!\w)тысяч(?:и|ам|ами|ах) (?=\w)", re.IGNORECASE),
}
_COUNTED = re.compile(
    r"(?:\d\S{0,12}|\w{0,12}(?:два|две|три|четыре|двух|тр[её]х|четыр[её]х|пять|шесть|семь|восемь|девять|тора|десять"
    r"|дцать|десят|сорок|сто|оба|обе|первые|последни[ех])|пара|пару|около|менее|меньше|более|больше|свыше|порядка|почти"
    r"|до|от|из|с|для|у|к|не|ни|на|и)",
    re.IGNORECASE,
)
"""Before a scale that is no vague crowd."""
_EXACT_EN = {
    scale: re.compile(rf"(?<![\w.,-])(?:{words})(?![\w,%-]|\.\d|\s(?:{units}|million|years|percent))", re.IGNORECASE)
    for scale, words, units in (
        (10, "ten|10", "times|o'clock|per cent|thousand"),
        (100, "(?:a|one) hundred|100", "and|per cent|thousand"),
        (1000, "(?:a|one) thousand|1,?000", "and"),
    )
}
_VAGUE_EN = re.compile(
    r"\b(?:dozens?|tens|scores?|hundreds|thousands|myriads?|countless|many|numerous|more than|over|some|about"
    r"|around)\b",
    re.IGNORECASE,
)
_MINUS_RU = re.compile(
    r"(?:(?<!\w)минус(?:а|у|ом)?\s+|(?<![\w)])[−–-])(?P<number>\d{1,2}|[а-яё]{3,20}(?:\s[а-яё]{3,10})?)"
    r"(?P<unit>\s?(?:°|град))?",
    re.IGNORECASE,
)
_WEATHER = re.compile(
    r"град|°|мороз|температур|похолода|столбик|термометр|синоптик|метеоролог|стуж|ночью", re.IGNORECASE
)
_BELOW = re.compile(r"minus|below|sub-?zero|frost|freez|[−–-]\s?\d|negative|\bfahrenheit\b|°\s?F", re.IGNORECASE)
_DEGREES = re.compile(r"\b(?P<number>\d{1,2}|[a-z]+(?:-[a-z]+)?)(?:\s(?:degrees|°)|°)", re.IGNORECASE)


def misread(pair: Pair, bead: Bead, rule: Rule) -> Iterator[Finding]:
    """Findings of a bead."""
    if pair.source is None:
        return
    source, target = bead_text(bead.source), bead_text(bead.target)
    whole = pair.source.source.text
    for found in (
        _quarter(source, target),
        _decade(source, target, whole),
        _crowd(source, target),
        _frost(source, target),
    ):
        if found is not None:
            theirs, ours, advice = found
            evidence = located(pair.source.source, bead.source, *theirs)
            span = located(pair.translation, bead.target, *ours)
            message = f'the original says «{evidence.text}», the translation "{span.text}"'
            yield Finding(rule, span, message, Severity.MAJOR, 0.85, evidence, advice)


_Found = tuple[tuple[int, int], tuple[int, int], str]


def _quarter(source: str, target: str) -> _Found | None:
    theirs = list(_QUARTER_RU.finditer(source))
    ours = list(_QUARTER_EN.finditer(target))
    if len(theirs) != 1 or len(ours) != 1:
        return None
    meant, one = _ROMAN[theirs[0].group(1).lower()], ours[0]
    said = int(one["digit"] or one["first"] or 0) or _WORDS[one["word"].lower()]
    advice = f"Q{meant}" if one["digit"] else _SAID[meant] + " quarter"
    return (theirs[0].span(), one.span(), advice) if said != meant else None


def _decade(source: str, target: str, whole: str) -> _Found | None:
    theirs = list(_DECADE_RU.finditer(source))
    ours = list(_DECADE_EN.finditer(target))
    if len(theirs) != 1 or len(ours) != 1 or theirs[0]["digits"] != ours[0]["digits"]:
        return None
    if _BEFORE_LAST.search(source):
        meant = "18"
    elif _LAST.search(source) or not _OTHER_CENTURY.search(whole):
        meant = "19"
    else:
        return None
    said = ours[0]["century"]
    if said == meant or (said == "20" and not _LAST.search(source)):
        return None
    return theirs[0].span(), ours[0].span(), f"{meant}{ours[0]['digits']}s"


def _crowd(source: str, target: str) -> _Found | None:
    """Dozens, hundreds or thousands that have become exactly one of them."""
    for scale, vague in _VAGUE_RU.items():
        theirs = [match for match in vague.finditer(source) if not _counted(source, match.start())]
        ours = list(_EXACT_EN[scale].finditer(target))
        if len(theirs) == 1 and len(ours) == 1 and not _VAGUE_EN.search(target):
            words = {10: "dozens of", 100: "hundreds of", 1000: "thousands of"}
            advice = words[scale].capitalize() if ours[0].group()[0].isupper() else words[scale]
            return (theirs[0].start(), theirs[0].end() - 1), ours[0].span(), advice
    return None


def _counted(source: str, start: int) -> bool:
    """Whether the word before a place counts what stands there."""
    before = source[max(0, start - 40) : start].split()
    return bool(before) and _COUNTED.fullmatch(before[-1]) is not None


def _frost(source: str, target: str) -> _Found | None:
    """A temperature below zero that is told as one above."""
    theirs = [
        match for match in _MINUS_RU.finditer(source) if match["unit"] or match.group().lower().startswith("минус")
    ]
    if len(theirs) != 1 or not _WEATHER.search(source) or _BELOW.search(target):
        return None
    ours = list(_DEGREES.finditer(target))
    if len(ours) != 1:
        return None
    return theirs[0].span(), ours[0].span(), f"minus {ours[0].group()}"
