"""Tokens as patterns see them: quotation marks looked through, and where each word stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.patterns._remembered import Remembered
from checker.patterns._written import plain_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model import Token

QUOTES = frozenset("\"'«»“”„‟‘’‚‹›`")


@dataclass(frozen=True, slots=True)
class View:
    """Tokens without quotation marks, with their places in the full sequence and what they are looked up by."""

    tokens: tuple[Token, ...]
    places: tuple[int, ...]
    places_of: Mapping[str, Sequence[int]]
    """Where each form and each lemma stands, folded."""
    words: frozenset[str]
    """The keys of `places_of`: two sets are compared by the smaller one, a set and a mapping by the mapping."""


_VIEWS: Remembered[View] = Remembered()


def view_of(tokens: Sequence[Token]) -> View:
    """The view of some tokens; many indexes are asked about the same ones, one after the other."""
    return _VIEWS.of(tokens, _viewed)


def _viewed(tokens: Sequence[Token]) -> View:
    kept = [(token, place) for place, token in enumerate(tokens) if token.text not in QUOTES]
    places: dict[str, list[int]] = {}
    for at, (token, _) in enumerate(kept):
        for word in {plain_word(token.text), plain_word(token.lemma)}:
            places.setdefault(word, []).append(at)
    return View(tuple(token for token, _ in kept), tuple(place for _, place in kept), places, frozenset(places))
