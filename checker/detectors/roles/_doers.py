"""The clause of a finite verb in the original: its sides, its phrases, and who is its subject."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.detectors.roles._cases import among
from checker.detectors.roles._clauses import Phrase, agrees
from checker.detectors.roles._parties import (
    Party,
    before_which,
    fits,
    members,
    nominative,
    nouned,
    numbered,
    party,
    side_of,
    standing,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.roles._cases import Words
    from checker.model import Token

SUBJECTS = frozenset({"он", "она", "они", "я", "мы", "ты", "вы", "тот", "та", "те"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A finite verb with what stands on its two sides."""

    verb: Token
    left: list[Token]
    right: list[Token]
    before: list[Phrase]
    after: list[Phrase]
    relative: int | None
    """The place of который on the left."""
    doer: Party | None
    chosen: Phrase | None
    """The phrase that is the subject, if it is one."""

    @property
    def around(self) -> list[Phrase]:
        return [*self.before, *self.after]


def clause(tokens: Sequence[Token], number: int) -> Clause:
    """The clause of a finite verb, with its subject where cases, number and gender tell it."""
    verb = tokens[number]
    left, right = side_of(tokens, number, -1), side_of(tokens, number, 1)
    before, after = members(left), members(right)
    relative = next((n for n, token in enumerate(left) if token.lemma == "который"), None)
    doer, chosen = _subject(tokens, number, (left, right), [*before, *after], relative)
    return Clause(verb, left, right, before, after, relative, doer, chosen)


def _subject(
    tokens: Sequence[Token],
    number: int,
    sides: tuple[list[Token], list[Token]],
    around: Sequence[Phrase],
    relative: int | None,
) -> tuple[Party | None, Phrase | None]:
    verb, all_ = tokens[number], [*sides[0], *sides[1]]
    told = [token for token in all_ if token.text.lower() in SUBJECTS and "nomn" in token.tags]
    doers = [one for one in around if not one.preposition and one.subject and agrees(one, verb)]
    if verb.tags & {"plur", "neut"} and any(numbered(all_, one) for one in around if not one.preposition):
        return None, None  # семь полицейских охраняли депутаты
    doers = [one for one in doers if not numbered(all_, one) or verb.tags & {"plur", "neut"}]
    which = sides[0][relative] if relative is not None else None
    if which is not None and among("nomn", which) and fits(which, verb):
        doer = before_which(tokens, which)
        who = doer is not None and (any("anim" in one.tags for one in doer.tokens) or not among("accs", which))
        if who or "tran" not in verb.tags:
            return doer, None  # человек, который нас видит; фермионы, которые подчиняются принципу
    sure = [one for one in doers if "nomn" in one.head.tags and (one.animate or _man(one) or not one.object)]
    if not doers:
        doers = sure = [one for one in members(_beyond(tokens, number)) if nominative(one, verb) and one.animate][:1]
    if told:
        return standing(told[0]), None
    if which is not None and "nomn" in which.tags and which.tags.isdisjoint({"accs", "gent"}):
        doer = before_which(tokens, which) if fits(which, verb) and not sure else None
        if doer is not None:
            return doer, None
    if which is not None and not sure and among("nomn", which) and fits(which, verb):
        return None, None  # журналисты, которые выносят проблемы: either may be the subject
    if sure or len(doers) == 1:
        chosen = (sure or doers)[0]
        if chosen.head.start > verb.start and any(_named(one, verb) for one in doers if one is not chosen):
            return None, None  # Лонг попросил Сибелиус: a woman's name may be the object
        return party(chosen), chosen
    return None, None


def subjects(sentence: Words) -> Iterator[tuple[Token, Party, Phrase]]:
    """The finite verbs of a sentence with the nouns that are their subjects."""
    tokens = nouned(sentence)
    for number, verb in enumerate(tokens):
        if "VERB" not in verb.tags or (number and verb.text[:1].isupper()):
            continue
        found = clause(tokens, number)
        if found.doer is not None and found.chosen is not None:
            yield verb, found.doer, found.chosen


def _named(phrase: Phrase, verb: Token) -> bool:
    """Whether a name in the nominative stands before a verb."""
    return phrase.head.stop < verb.start and "nomn" in phrase.head.tags and phrase.head.text[:1].isupper()


def _man(phrase: Phrase) -> bool:
    """Whether a phrase is a surname of the masculine: its accusative is no nominative."""
    return "masc" in phrase.head.tags and bool(phrase.head.tags & {"surname", "name"}) and not phrase.quoted


def _beyond(tokens: Sequence[Token], number: int) -> list[Token]:
    """The words behind the infinitive that follows a verb: помог устроиться на работу директор."""
    near = range(number + 1, min(len(tokens), number + 4))
    place = next((n for n in near if "INFN" in tokens[n].tags), None)
    if place is None or any(token.kind == "mark" for token in tokens[number:place]):
        return []
    return side_of(tokens, place, 1)
