"""Who turns to whom, who lost to whom, and which of two is feared more: roles that prepositions and "than" tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.roles._clauses import agrees, lemmas, phrases, stretch
from checker.detectors.roles._order import LOSING, RECEIVING, ahead, targets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors.roles._clauses import Phrase
    from checker.detectors.roles._reversals import Parts
    from checker.model import Link, Token

_SURE = 0.7
_BEHIND = 10
"""Words behind a verb, or behind "than", among which the other one stands."""
_BEFORE_NAME = 4
"""Words between a preposition and the noun that it stands before."""
_TO = frozenset({"with", "to", "against", "before", "at"})
_FROM = frozenset({"from", "of"})
_PREPOSITIONS = {"": _TO, "в": _TO, "к": _TO, "на": _TO, "перед": _TO, "от": _FROM, "у": _FROM, "из": _FROM}
"""What stands before the other one in Russian, and before the doer of a translation that turns it round."""
_LOST = frozenset({"lose", "concede"})
_MORE = {
    "больше": "more rather", "чаще": "often oftener frequently", "сильнее": "more stronger harder", "лучше": "better",
    "хуже": "worse", "выше": "higher taller above", "ниже": "lower", "меньше": "less fewer smaller",
    "быстрее": "faster quicker", "раньше": "earlier sooner", "позже": "later", "дороже": "dearer expensive",
    "дешевле": "cheaper", "старше": "older", "моложе": "younger", "богаче": "richer", "беднее": "poorer",
    "важнее": "important", "опаснее": "dangerous", "страшнее": "worse frightening", "скорее": "rather sooner more",
}  # fmt: skip
"""Comparatives with what says as much in English: one with the opposite word may turn the two round."""
_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})


def addressed(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """ "The court complained to the union" for профсоюз пожаловался в суд; "Y lost to X" for X проиграл Y."""
    target: Mapping[int, Token] = {}
    for number, verb in enumerate(tokens):
        if "VERB" not in verb.tags or (number and verb.text[:1].isupper()):
            continue
        given = next((one for one in phrases(stretch(tokens, number, 1)) if _recipient(one)), None)
        doer = next((one for one in phrases(stretch(tokens, number, -1)) if _doer(one, verb)), None)
        if given is None or doer is None or doer.head.lemma == given.head.lemma:
            continue
        target = target or targets(links, _SURE)
        made, ours, theirs = (target.get(one.start) for one in (verb, doer.head, given.head))
        if made is None or ours is None or theirs is None or not _told(verb, made):
            continue
        first, passive = ahead(words, made, _whole(words, theirs))
        if first is not None and not passive and _behind(words, made, ours, _PREPOSITIONS[given.preposition]):
            yield (verb, doer.head, given.head), (first, ours.stop)


def _told(verb: Token, made: Token) -> bool:
    """Whether a verb has the same subject in both languages; to lose has, for all that one may beat instead."""
    if verb.lemma in LOSING:
        return made.lemma in _LOST
    return verb.lemma not in lemmas("converse") and made.lemma not in RECEIVING


def _recipient(phrase: Phrase) -> bool:
    if phrase.preposition not in _PREPOSITIONS or not phrase.actor:
        return False
    return bool(phrase.preposition) or (phrase.dative and "gent" not in phrase.head.tags)


def _whole(words: Sequence[Token], one: Token) -> frozenset[int]:
    """Where a word stands, and the noun that it owns: prosecutor's office for прокуратура."""
    place = words.index(one)
    owned = words[place + 1 : place + 2] if one.text.endswith(("'s", "’s")) else ()
    return frozenset({one.start, *(word.start for word in owned)})


def _doer(phrase: Phrase, verb: Token) -> bool:
    return not phrase.preposition and phrase.actor and "nomn" in phrase.head.tags and agrees(phrase, verb)


def _behind(words: Sequence[Token], verb: Token, other: Token, prepositions: frozenset[str]) -> bool:
    """Whether a word stands behind a verb and right after one of the prepositions, no mark between."""
    place, end = words.index(verb), words.index(other)
    if not place < end <= place + _BEHIND or any(word.kind == "mark" for word in words[place + 1 : end]):
        return False
    if words[end].text.endswith(("'s", "’s")):
        return False
    near = [word.text.lower() for word in words[max(place + 1, end - _BEFORE_NAME) : end]]
    return not prepositions.isdisjoint(near)


def compared(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """ "More afraid of the dark than of critics" for критиков боится больше, чем темноты; старше матери."""
    place = next((n for n, word in enumerate(words) if word.text.lower() == "than"), 0)
    said = {word.text.lower() for word in words[max(0, place - _BEHIND) : place]}
    for low, firsts, second in _compared(tokens) if place else ():
        if said.isdisjoint(_MORE[low].split()):
            continue
        target = targets(links, _SURE)
        theirs = target.get(second.start)
        for first in firsts:
            ours = target.get(first.start)
            if ours is None or theirs is None or len([w for w in words if w.lemma in (ours.lemma, theirs.lemma)]) > 2:
                continue
            if words.index(theirs) < place < words.index(ours) <= place + _BEFORE_NAME:
                yield (first, second), (theirs.start, ours.stop)
                break


def _compared(tokens: Sequence[Token]) -> Iterator[tuple[str, list[Token], Token]]:
    """Comparatives with those that may be compared, the nearest first, and what they are compared with."""
    for number in range(1, len(tokens) - 1):
        low = tokens[number].text.lower()
        if low == "чем" and tokens[number - 1].text == ",":
            near = (token.text.lower() for token in reversed(tokens[max(0, number - 1 - _BEFORE_NAME) : number - 1]))
            low, end, cases = next((word for word in near if word in _MORE), ""), number - 1, _CASES
        else:
            end, cases = number, frozenset({"nomn"})
        second = _noun_behind(tokens, number) if low in _MORE else None
        if second is None or (cases != _CASES and not _genitive(tokens, number, second)):
            continue
        before = list(_clause_before(tokens, end))
        if cases == _CASES:
            yield low, [one for one in before if _alike(one, second)], second
        else:
            yield low, [one for one in before if "nomn" in one.tags and one.lemma != second.lemma][:1], second


def _genitive(tokens: Sequence[Token], number: int, second: Token) -> bool:
    """Whether a noun is what a comparative before it compares with: старше матери, выше прошлогоднего уровня."""
    between = tokens[number + 1 : next(n for n, token in enumerate(tokens) if token.start == second.start)]
    return "gent" in second.tags and not any("PREP" in token.tags for token in between)


def _noun_behind(tokens: Sequence[Token], number: int) -> Token | None:
    """The noun right behind a conjunction, a preposition and adjectives left out."""
    for token in tokens[number + 1 : number + 1 + _BEFORE_NAME]:
        if "NOUN" in token.tags:
            return token
        if not token.tags & {"PREP", "ADJF", "PRTF"}:
            return None
    return None


def _clause_before(tokens: Sequence[Token], number: int) -> Iterator[Token]:
    """The nouns of a clause before its end, the last first."""
    for token in reversed(tokens[:number]):
        if token.kind == "mark" and token.text not in '«»"“”-':
            return
        if "NOUN" in token.tags:
            yield token


def _alike(one: Token, two: Token) -> bool:
    """Whether two nouns stand in one case, and are two."""
    return bool(_CASES & one.tags & two.tags) and one.lemma != two.lemma
