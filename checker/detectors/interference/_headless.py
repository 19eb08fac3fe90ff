"""Clauses that open with phrases of time and place and go on with a verb that has no subject: nobody is named.

"He said that in the hall for two hours illegally held a deputy", for «в зале два часа незаконно удерживали депутата».
Russian needs no word for those who did it; the translation has taken over its order. `_carried` asks for one phrase of
place; here there may be several, with articles and figures, and adverbs before the verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.interference._carried import Carried
from checker.detectors.interference._lines import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.detectors.interference._lines import Line
    from checker.model import Token

_PREPOSITIONS = listed("in at on among inside across throughout during before after for from near behind over under")
_WITHIN = _PREPOSITIONS | listed("of by to with about between until since")
_DETERMINERS = listed("the a an his her its their our this that these those")
_HELPING = listed("could can will would must may might should have has had not also already still again never")
_PERSONS = listed(
    "he she they we i you it who which there everyone nobody people one some many all both others half least"
)
_BODIES = listed("authorities officials police residents scientists experts doctors citizens critics lawyers officers")
"""Whom a translation names, and власти, whose plural the dictionary takes for a genitive."""
_FOLK = frozenset(
    """отказаться отказываться договориться пытаться попытаться собираться опасаться бояться надеяться стараться
    готовиться согласиться решиться""".split()  # noqa: SIM905
)
"""Reflexive verbs of people: the others have what is done to as their subject."""
_BEING = listed("be stand lie sit come go live hang appear remain work gather stop take happen occur die")
_SHORTEST, _LONGEST = 3, 24
"""Words from the first preposition to the verb."""
_NOMINAL = frozenset({"NOUN", "NPRO", "ADJF", "PRTF", "NUMR"})
_MARKS = frozenset(".,;:—–()!?")
_CROWDS = listed("кто который все многие некоторые они мы вы оба часть большинство")
_BACK = 12
"""Words of the original on either side of a verb among which its subject stands."""


def headless(line: Line) -> Iterator[Carried]:
    """What the rule finds in a sentence."""
    for number in range(_SHORTEST, len(line.tokens)):
        verb = line.source(number)
        if verb is None or not {"VERB", "plur"} <= verb.tags or {"impr", "1per", "2per"} & verb.tags:
            continue
        if verb.lemma.endswith("ся") and verb.lemma not in _FOLK:
            continue
        if line.low(number).endswith("ing") or not _done_to(line, number, verb) or _acts(line, verb):
            continue
        begin = _opening(line, number)
        if begin is not None:
            message = f"«{verb.text}» has no subject in Russian; an English clause needs one."
            yield Carried("GRM122", begin, number, message, "[name the subject, or use the passive]")


def _done_to(line: Line, number: int, verb: Token) -> bool:
    """Whether a verb is no verb of being somewhere, whose subject English too may have behind it."""
    if line.tokens[number].lemma in _BEING:
        return False
    return verb.lemma != "мочь" or "tran" in line.tags(number + 1) | line.tags(number + 2)


def _opening(line: Line, number: int) -> int | None:
    """Where the clause of a verb begins, if all before the verb hangs on prepositions."""
    first = number
    while line.low(first - 1) in _HELPING or (line.low(first - 1).endswith("ly") and line.low(first - 1) != "only"):
        first -= 1
    begin = line.begin(first)
    opens = begin == 0 or line.low(begin - 1) == "that"
    if not opens or line.low(begin) not in _PREPOSITIONS or not _SHORTEST <= first - begin <= _LONGEST:
        return None
    return begin if _hangs(line, begin, first) else None


def _hangs(line: Line, begin: int, end: int) -> bool:
    """Whether every word between is a preposition or belongs to its phrase: no article opens a phrase of its own."""
    for number in range(begin, end):
        low, before = line.low(number), line.low(number - 1) if number > begin else ""
        if low in _PERSONS or low in _BODIES or {"nomn", "anim"} <= line.tags(number):
            return False
        if low in _WITHIN:
            continue
        if low in _DETERMINERS and before not in _WITHIN | {"more", "than", "and"}:
            return False
        source = line.source(number)
        if source is None:
            if before not in _WITHIN | _DETERMINERS | {"than", "more"} and low not in ("more", "than", "least", "own"):
                return False
            continue
    return end > begin and line.low(end - 1) not in _WITHIN


def _acts(line: Line, verb: Token) -> bool:
    """Whether a plural of the original, or two of the singular, may be the subject of its verb."""
    at = line.numbers[verb.start]
    around = [*range(at - 1, max(-1, at - 1 - _BACK), -1)], [*range(at + 1, min(len(line.originals), at + 1 + _BACK))]
    for places in around:
        for place in places:
            token = line.originals[place]
            if token.text in _MARKS or (places is around[1] and "CONJ" in token.tags):
                break
            if _nominative(line, place):
                return True
    return False


def _nominative(line: Line, place: int) -> bool:
    """Whether a word may be a subject in the plural: not the object behind a verb, which its form may be too."""
    token = line.originals[place]
    if token.lemma in _CROWDS:
        return "nomn" in token.tags or "known" not in token.tags
    if {"nomn", "plur"} <= token.tags and token.tags & _NOMINAL and not _governed(line, place):
        return "anim" in token.tags or "NPRO" in token.tags or _heads(line, place)
    if "Fixd" in token.tags or "known" not in token.tags:
        return token.kind == "word" and token.text[:1].isupper() and not _hung(line, place)
    return {"NUMR", "nomn"} <= token.tags or (token.kind == "number" and not _hung(line, place))


def _heads(line: Line, place: int) -> bool:
    """Whether a thing in the plural stands before its verb; behind it it is what the verb is done to."""
    return any({"VERB", "plur"} <= token.tags for token in line.originals[place + 1 : place + 1 + _BACK])


def _governed(line: Line, place: int) -> bool:
    """Whether a preposition stands before a word, adjectives between them."""
    while place and {"ADJF", "PRTF"} & line.originals[place - 1].tags:
        place -= 1
    return bool(place) and "PREP" in line.originals[place - 1].tags


def _hung(line: Line, place: int) -> bool:
    """Whether a word stands right behind a preposition or a noun on which it hangs."""
    before = line.originals[place - 1] if place else None
    return before is not None and bool(before.tags & {"PREP", "NOUN", "COMP", "ADJF"})
