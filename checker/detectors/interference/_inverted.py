"""Sentences that open with their verb, the subject behind it: "Defended the mayor only Petrov" (защищал мэра Петров).

Russian puts the news last. An English sentence that opens with an inflected verb is neither a command nor a question.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.interference._carried import Carried
from checker.detectors.interference._lines import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.detectors.interference._lines import Line
    from checker.model import Token

_BE = listed("is are was were has have had")
_SAYING = listed("say add ask reply answer note explain write tell claim joke quip continue conclude recall")
"""Verbs whose subject may stand behind them in English too."""
_PERSONS = listed("he she it they we i you who there that which this these those")
_HELPING = listed("is are was were be been has have had will would can could may might must should did does do")
_FARTHEST = 14
"""Words from the verb to its subject."""
_BACK = 3
"""Words before a subject among which "by" would make it the doer of a passive."""
_WORDS = 2
"""Words of the original before the verb that opens it."""


def opened_by_verb(line: Line) -> Iterator[Carried]:
    """What the rule finds in a sentence."""
    first = next((number for number in range(min(2, len(line.tokens))) if line.is_word(number)), None)
    if first is None or line.tokens[-1].text == "?":
        return
    at = first + 1 if line.low(first) in _BE else first
    verb = line.source(at)
    done = "VERB" if at == first else "PRTS"
    if verb is None or done not in verb.tags or verb.tags & {"impr", "1per", "2per"} or not _inflected(line, at):
        return
    if line.numbers[verb.start] > _WORDS or (at > first and line.low(at).endswith("ing")):
        return
    subject = _subject(line, verb)
    place = line.places.get(subject.start) if subject is not None else None
    if place is None or not at < place <= at + _FARTHEST:
        return
    before = [line.low(number) for number in range(at + 1, place)]
    if "by" in before[-_BACK:] or not _PERSONS.isdisjoint(before) or _governs(line, at, place):
        return
    message = f"«{verb.text}» may stand before its subject in Russian; an English statement opens with the subject."
    yield Carried("GRM108", first, place, message, "[put the subject before the verb]")


def _inflected(line: Line, at: int) -> bool:
    """Whether a word is a past or a third person, and none that stands before its subject in English."""
    word = line.tokens[at]
    told = word.text.lower() != word.lemma and not word.text.lower().endswith("ing")
    return told and word.lemma not in _SAYING and not (at == 0 and line.low(1) in ("by", "to", "as", "of"))


def _subject(line: Line, verb: Token) -> Token | None:
    """The noun in the nominative behind a verb that agrees with it, and is no accusative."""
    alone = "intr" in verb.tags or "PRTS" in verb.tags or verb.lemma.endswith("ся")
    for token in line.originals[line.numbers[verb.start] + 1 :]:
        if token.text in ";:.!?" or "VERB" in token.tags or ("CONJ" in token.tags and token.text != "и"):
            return None
        if {"NOUN", "nomn"} <= token.tags and _agrees(token, verb) and ("anim" in token.tags or alone):
            return token
    return None


def _agrees(noun: Token, verb: Token) -> bool:
    shared = {"sing", "plur"} & noun.tags & verb.tags
    genders = {"masc", "femn", "neut"}
    return bool(shared) and (not verb.tags & genders or bool(verb.tags & genders & noun.tags))


def _governs(line: Line, at: int, place: int) -> bool:
    """Whether another verb stands before the subject, or right behind it: Seen from here, the tower leans."""
    verbs = [
        number
        for number in range(at + 1, min(len(line.tokens), place + 4))
        if line.tags(number) & {"VERB", "PRTS"} or line.low(number) in _HELPING
    ]
    return any(number < place or "," not in (line.low(n) for n in range(place, number)) for number in verbs)
