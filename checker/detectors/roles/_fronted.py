"""Clauses of the original whose order hides the doer: врачам пенсионер не верит, её вытащил парень."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.roles._clauses import Deed, agrees, lemmas, phrases, stretch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.roles._clauses import Phrase
    from checker.model import Token

_NEEDED = frozenset(["нужный", "необходимый"])
_PERSONS = {
    "его": "he it", "ее": "she it", "её": "she it", "их": "they", "ему": "he it", "ей": "she it", "им": "they",
    "меня": "i", "мне": "i", "нас": "we", "нам": "we", "тебя": "you", "вас": "you", "вам": "you",
}  # fmt: skip
"""Pronouns of the one to whom something is done, with what they are as a subject in English."""
_PARTIES = frozenset(["сторона", "защита"])
"""Parties that do something to one who is told by a pronoun: его отклонила российская сторона."""
_WHOM = frozenset(["которого", "которую", "которых"])
_WHO = frozenset(["who", "which", "that"])
_DATIVE = frozenset({"datv", "gent", "loct"})
_ASIDE = frozenset({"ADVB", "PRCL"})


def fronted(tokens: Sequence[Token]) -> Iterator[Deed]:
    """Deeds whose doer and sufferer stand on one side of the verb, whose verb is reflexive, or that someone needs."""
    for number, verb in enumerate(tokens):
        if "VERB" in verb.tags and not (number and verb.text[:1].isupper()):
            yield from _of_verb(tokens, number)
        elif "ADJS" in verb.tags and verb.lemma in _NEEDED:
            yield from _needed(tokens, number)


def _of_verb(tokens: Sequence[Token], number: int) -> Iterator[Deed]:
    verb = tokens[number]
    before = [phrase for phrase in phrases(stretch(tokens, number, -1)) if not phrase.preposition]
    after = list(phrases(stretch(tokens, number, 1)))
    if verb.lemma in lemmas("reflexive"):
        given = next((phrase for phrase in after if phrase.preposition in ("на", "за", "от", "против")), None)
        doers = [*before[-1:], *(phrase for phrase in after[:1] if not phrase.preposition)]
        doer = next((phrase for phrase in doers if _doer(phrase, verb)), None)
        if doer is not None and given is not None and given.actor:
            yield Deed(doer, verb, given, True)
        return
    if verb.lemma.endswith(("ся", "сь")) or verb.lemma in lemmas("converse"):
        return
    bare = [phrase for phrase in after if not phrase.preposition]
    for pair in (before[-2:] if not bare else [], bare[:2] if not before else []):
        if len(pair) == 2:
            yield from _paired(pair[0], verb, pair[1])


def _paired(one: Phrase, verb: Token, two: Phrase) -> Iterator[Deed]:
    """A deed of two phrases on one side of its verb, where the cases leave no other reading."""
    for doer, sufferer in ((one, two), (two, one)):
        told = sufferer.object and "tran" in verb.tags and not sufferer.subject
        if _doer(doer, verb) and sufferer.actor and not sufferer.quoted and (sufferer.dative or told):
            yield Deed(doer, verb, sufferer, True)


def _doer(phrase: Phrase, verb: Token, parties: frozenset[str] = frozenset()) -> bool:
    return (phrase.actor or phrase.head.lemma in parties) and "nomn" in phrase.head.tags and agrees(phrase, verb)


def _acts(phrase: Phrase) -> bool:
    """Whether a nominative is no accusative: somebody, or a feminine body (её отклонила комиссия)."""
    return "anim" in phrase.head.tags or {"femn", "sing", "inan"} <= phrase.head.tags


def _needed(tokens: Sequence[Token], number: int) -> Iterator[Deed]:
    """Who needs (in the dative) what (in the nominative): the one needed would be the subject in Russian alone."""
    word = tokens[number]
    around = [*phrases(stretch(tokens, number, -1)), *phrases(stretch(tokens, number, 1))]
    bare = [phrase for phrase in around if not phrase.preposition]
    wanted = next((phrase for phrase in bare if phrase.subject and agrees(phrase, word)), None)
    # The dative of many nouns is their genitive or locative.
    needy = next((phrase for phrase in bare if phrase is not wanted and _DATIVE & phrase.head.tags), None)
    if wanted is not None and needy is not None:
        yield Deed(needy, word, wanted, True)


def done_to(tokens: Sequence[Token]) -> Iterator[tuple[Token, frozenset[str], Token, Phrase]]:
    """Someone told by a pronoun before the verb, what he or she would be as a subject, the verb, and the doer."""
    for number, token in enumerate(tokens):
        subjects = _PERSONS.get(token.text.lower())
        if subjects is None or (number and "PREP" in tokens[number - 1].tags):
            continue
        place = number + 1
        while place < len(tokens) and tokens[place].tags & _ASIDE:
            place += 1
        verb = tokens[place] if place < len(tokens) else token
        if "VERB" not in verb.tags or verb.lemma.endswith(("ся", "сь")) or verb.lemma in lemmas("converse"):
            continue
        around = [*stretch(tokens, number, -1), *stretch(tokens, place, 1)]
        if any("NPRO" in word.tags and "nomn" in word.tags for word in around):
            continue
        bare = [phrase for phrase in phrases(stretch(tokens, place, 1)) if not phrase.preposition]
        bare += [phrase for phrase in phrases(stretch(tokens, number, -1)) if not phrase.preposition][-1:]
        doer = next((phrase for phrase in bare if _doer(phrase, verb, _PARTIES) and _acts(phrase)), None)
        if doer is not None:
            yield token, frozenset(subjects.split()), verb, doer


def relatives(tokens: Sequence[Token]) -> Iterator[tuple[Token, frozenset[str], Token, Phrase]]:
    """The same of a noun told by который in the accusative: эксперт, которого пригласила епархия."""
    for number, token in enumerate(tokens):
        if token.text.lower() not in _WHOM or not number or tokens[number - 1].text != ",":
            continue
        clause = _clause(tokens, number)
        verbs = [place for place in clause if "VERB" in tokens[place].tags]
        verb = tokens[verbs[0]] if len(verbs) == 1 else token
        if "tran" not in verb.tags or verb.lemma in lemmas("converse"):
            continue
        if any({"NPRO", "nomn"} <= tokens[place].tags for place in clause):
            continue
        around = [*stretch(tokens, verbs[0], -1), *stretch(tokens, verbs[0], 1)]
        bare = [phrase for phrase in phrases(around) if not phrase.preposition and phrase.head is not token]
        doer = next((phrase for phrase in bare if _doer(phrase, verb)), None)
        if doer is not None:
            yield token, _WHO, verb, doer


def _clause(tokens: Sequence[Token], number: int) -> range:
    """The places of a relative clause behind its pronoun."""
    end = next((place for place in range(number + 1, len(tokens)) if tokens[place].text in ",;.!?—"), len(tokens))
    return range(number + 1, end)
