"""The subjects of a sentence, where the likeliest reading of a word hides them: авиакомпании требуют, Гусева заменил.

A clause whose verb has no nominative that agrees with it takes the one noun that may be one; a surname that would be
the subject of a verb of the other gender is what the verb acts on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.roles._cases import Words, among, modifies, object_form, resolved, subject_form
from checker.detectors.roles._parties import side_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Token

_QUOTES = '«»"“”„'


def read(tokens: Sequence[Token]) -> Words:
    """The words of a sentence with the cases that their neighbours and verbs leave them."""
    found = resolved(tokens)
    places = {token.start: number for number, token in enumerate(found)}
    for number, token in enumerate(found):
        if "VERB" in token.tags and not token.tags & {"1per", "2per", "impr"}:
            around = [*side_of(found, number, -1), *side_of(found, number, 1)]
            _ruled(found, number, [places[one.start] for one in around])
    return Words(found)


def _ruled(tokens: list[Token], number: int, places: Sequence[int]) -> None:
    """The nouns of a clause: one is made the subject of its verb where no other can be, and one that cannot is none."""
    verb = tokens[number]
    free = [n for n in places if "NOUN" in tokens[n].tags and not _tied(tokens, n)]
    for n in free:
        if "Surn" in tokens[n].tags and (form := object_form(tokens[n], verb)) is not None:
            tokens[n] = form
    told = any("nomn" in tokens[n].tags and tokens[n].tags & {"NOUN", "NPRO"} for n in places)
    which = [tokens[n] for n in places if tokens[n].lemma == "который"]
    if told or any("nomn" in token.tags for token in which) or ("plur" in verb.tags and not which):
        return
    may = [(n, form) for n in free if (form := subject_form(tokens[n], verb)) is not None and not _hangs(tokens, n)]
    if len(may) == 1:
        tokens[may[0][0]] = may[0][1]


def _tied(tokens: Sequence[Token], number: int) -> bool:
    """Whether a noun stands behind a preposition or a number."""
    place = number - 1
    while place >= 0 and (tokens[place].text in _QUOTES or modifies(tokens[place])):
        place -= 1
    return place >= 0 and (not tokens[place].tags.isdisjoint({"PREP", "NUMR"}) or tokens[place].kind == "number")


def _hangs(tokens: Sequence[Token], number: int) -> bool:
    """Whether a noun may be the genitive of the noun before it."""
    place = number - 1
    while place >= 0 and "ADJF" in tokens[place].tags:
        place -= 1
    return place >= 0 and "NOUN" in tokens[place].tags and among("gent", tokens[number])
