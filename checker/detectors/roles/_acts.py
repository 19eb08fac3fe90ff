"""What is done in a sentence of the original, by whom and to whom, whatever the order of its words.

A passive has its doer in the instrumental, and who must or manages to do a thing stands in the dative.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from checker.detectors.roles._cases import Words, among, of_gender, subject_form
from checker.detectors.roles._clauses import QUANTITIES, Phrase, agrees
from checker.detectors.roles._doers import SUBJECTS, Clause, clause
from checker.detectors.roles._forms import active, infinitive, participle, passive
from checker.detectors.roles._parties import (
    PRONOUNS,
    Act,
    Party,
    before_which,
    governs,
    members,
    nouned,
    party,
    role_of,
    side_of,
    standing,
    tied,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Token

_LIGHT = frozenset(
    """провести проводить сделать делать нанести наносить оказать оказывать дать давать выразить выражать объявить
    объявлять задать задавать принести приносить предъявить предъявлять совершить совершать подать подавать поставить
    учинить устроить устраивать внести вынести выносить отдать сделать уделить направить вести""".split()  # noqa: SIM905
)
"""Verbs whose object says what is done."""
_UNDER = frozenset("начало руководство командование управление начальство".split())  # noqa: SIM905
_CLAUSE = 12
"""Words before тот among which the one it stands for is looked for."""
_DATIVES = frozenset({"ему", "нему", "ей", "ней", "им", "мне", "нам", "тебе", "вам"})


@lru_cache(4)
def acts(sentence: Words) -> Sequence[Act]:
    """Everything done in a sentence whose doer and other party the cases tell; remembered."""
    return tuple(_acts(sentence))


def _acts(sentence: Words) -> Iterator[Act]:
    tokens = nouned(sentence)
    for number, verb in enumerate(tokens):
        if number and verb.text[:1].isupper():
            continue
        if "VERB" in verb.tags:
            yield from _finite(tokens, number)
            if verb.lemma.endswith("ся"):
                yield from passive(tokens, number)
        elif "PRTS" in verb.tags:
            yield from passive(tokens, number)
        elif "INFN" in verb.tags:
            yield from infinitive(tokens, number)
        elif {"PRTF", "actv"} <= verb.tags:
            yield from active(tokens, number)
        elif {"PRTF", "pssv"} <= verb.tags or ("ADJF" in verb.tags and verb.text.lower().endswith(("ого", "ый", "ые"))):
            yield from participle(tokens, number)


def _finite(tokens: Sequence[Token], number: int) -> Iterator[Act]:
    told = clause(tokens, number)
    verb, doer, chosen = told.verb, told.doer, told.chosen
    if doer is None:
        return
    if told.relative is not None:
        yield from _related(tokens, told.left, told.relative, verb, doer)
    around, words = told.around, [*told.left, *told.right]
    latter = _latter(tokens, told)
    if latter is not None:
        yield from (Act(verb, latter, party(one), role) for one in around if (role := role_of(one, verb)))
    light = [one.head for one in around if verb.lemma in _LIGHT and role_of(one, verb) == "accs" and one is not chosen]
    deed = light[0] if light else None
    for one in around:
        if one is not chosen and (role := role_of(one, verb)):
            if role == "accs" and chosen is not None and _either(chosen, one, told):
                continue
            yield Act(verb, doer, party(one), role, None if role == "accs" else deed)
            if role == "accs" and len(one.tokens) > 1 and "gent" in one.tokens[1].tags:
                yield Act(verb, doer, Party((one.tokens[1],), True), "gent")
    for place, token in enumerate(words):
        low = token.text.lower()
        if "NPRO" not in token.tags or low not in PRONOUNS or low in SUBJECTS:
            continue
        if not tied(words, place):
            yield Act(verb, doer, standing(token), "datv" if low in _DATIVES else "accs")
        elif "PREP" in words[place - 1].tags and governs(verb, words[place - 1].text.lower()):
            yield Act(verb, doer, standing(token), words[place - 1].text.lower())
    yield from _hidden(told.before, chosen, verb, doer, around)


def _latter(tokens: Sequence[Token], told: Clause) -> Party | None:
    """Whom тот stands for: the last person of the clause before who is not its subject."""
    pronoun = next((one for one in told.left if one.text.lower() in ("тот", "та", "те") and "nomn" in one.tags), None)
    if pronoun is None:
        return None
    number = next(n for n, token in enumerate(tokens) if token.start == pronoun.start)
    if number < 2 or tokens[number - 1].text.lower() not in ("но", "и", "а", ","):
        return None
    for one in reversed(tokens[max(0, number - _CLAUSE) : number]):
        if one.text in ".;:" or "PRTS" in one.tags:
            return None
        if {"NOUN", "anim"} <= one.tags and "nomn" not in one.tags and of_gender(one, pronoun):
            return Party((one,), True)
    return None


def unsaid(sentence: Words) -> Iterator[Act]:
    """What nobody named does, in the plural: пять лет заменили на условный срок."""
    if not any({"VERB", "plur"} <= token.tags for token in sentence):
        return
    tokens = nouned(sentence)
    for number, verb in enumerate(tokens):
        if not {"VERB", "plur"} <= verb.tags or verb.tags & {"1per", "2per", "impr"} or verb.lemma.endswith("ся"):
            continue
        left, right = side_of(tokens, number, -1), side_of(tokens, number, 1)
        around = [*members(left), *members(right)]
        bare = [one for one in around if not one.preposition]
        pronouns = any(
            token.text.lower() in SUBJECTS | {"кто", "который"} or {"PRTF", "nomn", "plur"} <= token.tags
            for token in [*left, *right]
        )  # пережившие катастрофу предупредили
        counted = any(token.kind == "number" or token.text == "%" for token in [*left, *right])  # 55% жителей
        joined = any(token.lemma == "и" for token in tokens[max(0, number - len(left) - 1) : number])
        if pronouns or joined or counted or any(_may_act(one, verb) for one in bare):
            continue
        for one in around:
            if role := role_of(one, verb):
                yield Act(verb, Party((), False), party(one), role)


def _may_act(phrase: Phrase, verb: Token) -> bool:
    """Whether a phrase may be the subject of a verb in the plural, as many of something also may."""
    told = phrase.subject and (agrees(phrase, verb) or phrase.head.lemma in QUANTITIES)
    return told or subject_form(phrase.head, verb) is not None


def _hidden(
    before: Sequence[Phrase], chosen: Phrase | None, verb: Token, doer: Party, around: Sequence[Phrase]
) -> Iterator[Act]:
    """A person in the accusative that reads as the genitive of the noun before: на выходе из суда мэра журналисты."""
    if "tran" not in verb.tags or any(role_of(one, verb) == "accs" for one in around if one is not chosen):
        return
    for one in before:
        last = one.tokens[-1]
        shown = one.preposition or "nomn" not in one.head.tags
        if one is not chosen and len(one.tokens) > 1 and shown and {"gent", "anim"} <= last.tags:
            yield Act(verb, doer, Party((last,), True), "accs")


def _either(doer: Phrase, other: Phrase, told: Clause) -> bool:
    """Whether the cases leave open who does it, and the order does too."""
    if {"Fixd"} & (doer.head.tags | other.head.tags) and ("known" not in doer.head.tags & other.head.tags):
        return True  # Меркель критикует Зипрас
    open_ = other.subject and doer.object and agrees(other, told.verb)
    return open_ and not (doer in told.before and other in told.after)


def _related(tokens: Sequence[Token], left: Sequence[Token], relative: int, verb: Token, doer: Party) -> Iterator[Act]:
    """What is done to the noun before который."""
    pronoun = left[relative]
    other = before_which(tokens, pronoun)
    tie = left[relative - 1].text.lower() if relative and "PREP" in left[relative - 1].tags else ""
    tie = "с кем" if tie in ("с", "со") and "gent" not in pronoun.tags else tie
    cases = {"datv", "ablt"} if among("datv", pronoun) and among("ablt", pronoun) else pronoun.tags & {"datv", "ablt"}
    plain = next((case for case in sorted(cases) if governs(verb, case)), "datv" if "datv" in pronoun.tags else "")
    role = tie or plain or ("accs" if pronoun.tags & {"accs", "gent", "nomn"} else "")
    if relative > 1 and left[relative - 1].lemma in _UNDER and left[relative - 2].text.lower() == "под":
        role = "под"
    if other is not None and role and other.tokens != doer.tokens and (role != "accs" or "tran" in verb.tags):
        yield Act(verb, doer, other, role)
