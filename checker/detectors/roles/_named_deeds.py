"""Deeds told by a noun, doer and sufferer exchanged: "the mayor's criticism of traders" for критика мэра торговцами.

deeds.tsv says by what case or preposition Russian tells the one from the other, and what English has before the other.
A doer alone may stand there too: "the lawsuit against the bank" for иск банка.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors.roles._cases import among
from checker.detectors.roles._clauses import NAMES, bodies
from checker.detectors.roles._parties import Act, Party, nouned

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors.roles._cases import Words
    from checker.detectors.roles._stands import Said
    from checker.model import Token

_REACH = 8
"""Words behind a noun among which its parties stand."""
_BEHIND = 5
"""Words from a noun of the translation to the one to whom its deed is done."""
_OPEN = frozenset({"of", "for", "about", "by", "from"})
"""Prepositions behind which the doer may stand as well, or that may say no more than a genitive does."""
_STOPS = frozenset({"VERB", "INFN", "GRND", "PRTS", "CONJ"})
_ASIDE = frozenset({"со", "стороны", "адрес"})


@cache
def _rows() -> Mapping[str, tuple[Mapping[str, str], ...]]:
    """The rows of deeds.tsv by each of their nouns."""
    found: dict[str, tuple[Mapping[str, str], ...]] = {}
    for row in data.rows("deeds"):
        for noun in row["nouns"].split():
            found[noun] = (*found.get(noun, ()), row)
    return found


def named_deeds(sentence: Words) -> Iterator[tuple[Act, Mapping[str, str]]]:
    """The deeds of a sentence that a noun tells, with their rows."""
    for noun, row, doer, other in _told(sentence):
        if other is not None and doer.tokens != other.tokens:
            yield Act(noun, doer, other, "noun"), row


def owned_deeds(sentence: Words) -> Iterator[tuple[Token, Mapping[str, str], Party]]:
    """The deeds of a sentence whose noun has its doer alone behind it, in a case that is surely the doer's."""
    for noun, row, doer, other in _told(sentence):
        head, roles = doer.tokens[0], row["other"].split()
        told = "gent" in head.tags and not any(role == "gent" or among(role, head) for role in roles)
        if other is None and told and noun.lemma != "интервью" and (doer.actor or head.lemma in bodies()):
            yield noun, row, doer


def _told(sentence: Words) -> Iterator[tuple[Token, Mapping[str, str], Party, Party | None]]:
    """The nouns of deeds with a row, the doer and the other one, if any."""
    if not any(token.lemma in _rows() for token in sentence):
        return
    tokens = nouned(sentence)
    for number, noun in enumerate(tokens):
        for row in _rows().get(noun.lemma, ()) if "NOUN" in noun.tags else ():
            parties = dict(_parties(tokens, number))
            doer = next((parties[role] for role in row["doer"].split() if role in parties), None)
            other = next((parties[role] for role in row["other"].split() if role in parties), None)
            if doer is not None:
                yield noun, row, doer, other
                break


def _parties(tokens: Sequence[Token], number: int) -> Iterator[tuple[str, Party]]:
    """The nouns behind a noun with the case or the preposition of each, the first of each alone."""
    seen: set[str] = set()
    tie, free = "", True
    for place in range(number + 1, min(len(tokens), number + 1 + _REACH)):
        token = tokens[place]
        if (token.kind == "mark" and token.text not in '«»"') or token.tags & _STOPS:
            return
        low = token.text.lower()
        if "PREP" in token.tags:
            tie, free = low, True
        elif "NOUN" in token.tags and low not in _ASIDE:
            role = tie or next((case for case in ("gent", "datv", "ablt") if case in token.tags), "")
            chained = not tie and place > number + 1 and "gent" in token.tags and "NOUN" in tokens[place - 1].tags
            if role and role not in seen and free and not (chained and "gent" in seen):
                seen.add(role)
                yield role, Party((token,), "anim" in token.tags or bool(NAMES & token.tags))
                free = not tie
    return


def noun_crossed(
    row: Mapping[str, str], at: int, doer: frozenset[int], other: frozenset[int], said: Said
) -> tuple[int, int] | None:
    """Where the translation gives a noun's deed to the other one and has it done to the doer, else None."""
    ties = frozenset(row["behind"].split())
    behind = list(said.behind(at))
    acting = [*_owners(said, at), *(place for place, tie in behind if tie in {"by", "from", "of"} - ties)]
    first = next((place for place in acting if place in other), None)
    second = next((place for place, tie in behind if place in doer and tie in ties), None)
    if first is None or second is None:
        return None
    return min(first, at), max(first, second)


def suffered_by(row: Mapping[str, str], at: int, doer: frozenset[int], said: Said) -> tuple[int, int] | None:
    """Where the doer of a noun's deed stands as the one to whom it is done, right behind the noun, else None."""
    ties = frozenset(row["behind"].split()) - _OPEN
    place = next((place for place, tie in said.behind(at) if place in doer and tie in ties), None)
    if place is None or place > at + _BEHIND or said.owner(place) or said.owner(at - 1) or said.owner(at - 2):
        return None
    return at, place


def _owners(said: Said, at: int) -> list[int]:
    """The words of the noun phrase that owns a noun."""
    own = next((place for place in range(at - 1, max(-1, at - 5), -1) if said.owner(place)), None)
    if own is None or any(said.words[place].kind == "mark" and len(said.low(place)) > 1 for place in range(own, at)):
        return []
    return [own, *(place for place in (own - 1, own - 2) if place >= 0 and said.plain(place))]
