"""Those to whom something is given or forbidden by nobody named, and who is born, made the doers of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.roles._clauses import lemmas, phrases, stretch
from checker.detectors.roles._order import ahead, targets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.roles._clauses import Phrase
    from checker.detectors.roles._reversals import Parts
    from checker.model import Link, Token

_SURE = 0.75
_BEGINNING = frozenset({"начать", "начинать", "стать", "продолжать", "продолжить", "перестать", "прекратить"})
_BEGUN = frozenset({"begin", "start", "continue", "stop", "cease"})
_AT_MOST = 3
"""Words from a verb of beginning to what is begun."""
_ENDS = frozenset('.!?…»”"')


def given(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """ "The victims have begun paying" for пострадавшим начали выплачивать; "the veterans presented medals"."""
    if not words or words[-1].text not in _ENDS:
        return  # in a title "victims paid" may be a passive
    for verb, person in _receivers(tokens):
        target = targets(links, _SURE)
        made, theirs = target.get(verb.start), target.get(person.start)
        if made is None or theirs is None or made not in words or theirs not in words:
            continue
        if made.lemma not in lemmas("given"):
            continue
        first, passive = ahead(words, _begun(words, made), frozenset({theirs.start}))
        if first is not None and not passive:
            yield (verb, person), (first, made.stop)


def _receivers(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Verbs of giving in the plural without a subject, with the person in the dative."""
    for number, verb in enumerate(tokens):
        if verb.lemma not in lemmas("given") or not verb.tags & {"VERB", "INFN"}:
            continue
        place = number if "VERB" in verb.tags else _beginning(tokens, number)
        if place is None or not {"VERB", "plur"} <= tokens[place].tags or {"1per", "2per"} & tokens[place].tags:
            continue
        clause = [*stretch(tokens, place, -1), *stretch(tokens, number, 1)]
        if any("nomn" in token.tags and (token.tags & {"NPRO", "anim"} or _body(token)) for token in clause):
            continue
        person = next((token for n, token in enumerate(clause) if _person(token, clause[n - 1] if n else None)), None)
        if person is not None:
            yield verb, person


def _body(token: Token) -> bool:
    return "NOUN" in token.tags and (token.lemma in lemmas("actor") or token.text[:1].isupper())


def _beginning(tokens: Sequence[Token], number: int) -> int | None:
    """The place of the verb of beginning on which an infinitive hangs."""
    near = range(max(0, number - _AT_MOST), number)
    return next((place for place in near if tokens[place].lemma in _BEGINNING), None)


def _person(token: Token, before: Token | None) -> bool:
    """Whether a word is a person in the dative: студентам, пострадавшим."""
    noun = {"NOUN", "anim", "datv"} <= token.tags
    used_as_noun = {"Subx", "datv"} <= token.tags and bool(token.tags & {"PRTF", "ADJF"})
    return (noun or used_as_noun) and (before is None or "PREP" not in before.tags)


def _begun(words: Sequence[Token], made: Token) -> Token:
    """The verb of beginning before a verb of the translation, or that itself."""
    place = words.index(made)
    near = reversed(words[max(0, place - 2) : place])
    return next((word for word in near if word.lemma in _BEGUN), made)


def born(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """ "The girl gave birth" for девочка родилась."""
    for number, verb in enumerate(tokens):
        if verb.lemma not in ("родиться", "рождаться") or "VERB" not in verb.tags:
            continue
        clause = [*stretch(tokens, number, -1), *stretch(tokens, number, 1)]
        child = next((token for token in clause if {"NOUN", "nomn", "anim"} <= token.tags), None)
        target = targets(links, _SURE)
        ours = target.get(child.start) if child is not None else None
        place = next((n for n, word in enumerate(words) if word.lemma == "birth"), 0)
        if child is None or ours is None or not place or words[place - 1].lemma != "give":
            continue
        first, passive = ahead(words, words[place - 1], frozenset({ours.start}))
        if first is not None and not passive:
            yield (child, verb), (first, words[place].stop)


def stripped(tokens: Sequence[Token]) -> Iterator[tuple[Phrase, Token]]:
    """Somebody from whom something was taken ("у Иванова отобрали"), with the verb that has no doer."""
    for number, verb in enumerate(tokens):
        if {"VERB", "plur", "past"} <= verb.tags and verb.lemma in lemmas("stripped"):
            for phrase in phrases([*stretch(tokens, number, -1), *stretch(tokens, number, 1)]):
                if phrase.preposition == "у" and phrase.actor:
                    yield phrase, verb
