"""The present of what has lasted for years: "carries people for twenty years" for двадцать лет возит людей.

Russian tells in the present what began in the past and goes on; English has the perfect there. The original has to
say that it goes on: by уже or с тех пор, or by a person with a name, of whom nothing is true in general.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors.interference._carried import Carried
from checker.detectors.interference._lines import listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.interference._lines import Line
    from checker.model import Token

_YEARS = listed("год месяц неделя десятилетие сутки лето лет")
_GOES_ON = listed("уже вот давно давным-давно")
_NO_SPAN = listed("на через за в во до от к по спустя каждый каждые раз назад")
"""Words before a length of time that make it another one: за два года, на два года."""
_LIMITS = listed("длиться продолжаться хватать хранить храниться действовать предстоять составлять занимать")
"""Verbs that say how long a thing takes or holds."""
_PERFECT = listed("have has had 've 'd been will would can could may might must should did to")
_PLURALS = listed("they we you i who not people children men women also still now police")
"""Words right before a verb in the plural, or before one that is denied."""
_BE = listed("is are am 's 're 'm")
_FOR = re.compile(
    r"\b(?:for (?:(?:already|more than|over|almost|nearly|about|some|the past|the last|at least|around|a) )?"
    r"(?:[\w-]+ ){1,2}?(?:years|months|weeks|decades|year|month|week|decade)"
    r"|for the (?:second|third|fourth|fifth|sixth|seventh|tenth) (?:year|month|week)"
    r"|since (?:then|childhood|birth|(?:early |late |last |the )*(?:\w+ )?(?:19|20)\d\ds?|last \w+"
    r"|spring|summer|autumn|winter))"
    r"(?![\w-])(?! (?:to come|a|at a time|after|before|in a row)\b)"
)
_OWN = re.compile(r"\b(?:has|have|had|been|who|which|that)\b")
"""What makes a length of time another verb's: the situation that it has faced since 2008."""
_CLAUSE = 14
"""Words behind a verb among which its length of time stands."""
_BEFORE = 3
"""Words before a length of time that say what it is."""
_ENDS = frozenset(".;:!?")
_COUNTS = frozenset({"NUMR", "Anum"})
_NAMES = frozenset({"Name", "Surn", "name", "surname"})


def lasting(line: Line) -> Iterator[Carried]:
    """What the rule finds in a sentence."""
    if not any(token.text in ("for", "since") for token in line.tokens):
        return
    for number in range(len(line.tokens)):
        verb = line.source(number) if line.is_word(number) else None
        if verb is None or not {"VERB", "pres"} <= verb.tags or verb.lemma in _LIMITS or not _present(line, number):
            continue
        last = _length(line, number)
        if last and _goes_on(line, verb):
            first = number - 1 if line.low(number - 1) in _BE else number
            message = f"«{verb.text}» goes on since then: a length of time up to now takes the perfect."
            yield Carried("GRM106", first, last, message, "[has / have + participle]")
            return


def _present(line: Line, number: int) -> bool:
    """Whether a word is a verb in the present, simple or progressive, and no perfect."""
    low, lemma = line.low(number), line.tokens[number].lemma
    if lemma == "be":
        return False  # is the eighth since 2006
    before = [line.low(place) for place in range(max(0, number - 3), number)]
    if not _PERFECT.isdisjoint(before):
        return False
    if low.endswith("ing"):
        return not _BE.isdisjoint(before[-2:])
    if low == lemma:  # saw it disappear is no present
        return bool(before) and (before[-1].endswith(("s", "n't")) or before[-1] in _PLURALS)
    return low.endswith("s") and _BE.isdisjoint(before[-2:])


def _length(line: Line, number: int) -> int:
    """The last word of a length of time behind a verb in its clause; 0 where there is none."""
    end = number + 1
    while end < len(line.tokens) and end - number <= _CLAUSE and line.tokens[end].text not in _ENDS:
        end += 1
    start, text = line.tokens[number].stop, ""
    for token in line.tokens[number + 1 : end]:
        text += " " * (token.start - start - len(text)) + token.text
    found = _FOR.search(text)
    if found is None or "," in text[: found.start()] or _OWN.search(text, 0, found.start()):
        return 0
    return max(place for place in range(number + 1, end) if line.tokens[place].stop <= start + found.end())


def _goes_on(line: Line, verb: Token) -> bool:
    """Whether the original says that what a verb tells began in the past and goes on."""
    tokens, at = line.originals, line.numbers[verb.start]
    named = any(one.tags & _NAMES and "nomn" in one.tags for one in tokens[:at])
    for place in range(max(0, at - _CLAUSE), min(len(tokens), at + _CLAUSE)):
        if tokens[place].lemma in _YEARS and _counted(tokens, place):
            before = {one.text.lower() for one in tokens[max(0, place - _BEFORE) : place]}
            if before & _GOES_ON or named:
                return True
        if tokens[place].text.lower() in ("с", "со") and _began(tokens[place + 1 : place + 3]):
            return True
    return False


def _began(behind: Sequence[Token]) -> bool:
    """Whether words behind с name a time: с 2015 года, с тех пор, с детства."""
    year = behind[0].text[:2] in ("19", "20") if behind else False
    return year or any(one.lemma in ("пора", "детство", "рождение") for one in behind)


def _counted(tokens: Sequence[Token], place: int) -> bool:
    """Whether a length of time is counted and has no preposition that makes it another one."""
    before = [one.text.lower() for one in tokens[max(0, place - _BEFORE) : place]]
    counted = any(one.kind == "number" or one.tags & _COUNTS for one in tokens[max(0, place - 2) : place])
    after = tokens[place + 1].text.lower() if place + 1 < len(tokens) else ""
    return counted and _NO_SPAN.isdisjoint(before) and after not in ("назад", "спустя")
