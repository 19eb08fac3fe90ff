"""Tokens as patterns see them: quotation marks looked through, and where each word stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.patterns._written import plain

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


_VIEWS: dict[int, tuple[Sequence[Token], View]] = {}
"""The last views by the identity of the tokens, which are held so that it is not given to others."""
_KEPT_VIEWS = 1_000


def view_of(tokens: Sequence[Token]) -> View:
    """The view of some tokens; many indexes are asked about the same ones, one after the other."""
    known = _VIEWS.get(id(tokens))
    if known is not None and known[0] is tokens:
        return known[1]
    kept = [(token, place) for place, token in enumerate(tokens) if token.text not in QUOTES]
    places: dict[str, list[int]] = {}
    for at, (token, _) in enumerate(kept):
        for word in {plain(token.text), plain(token.lemma)}:
            places.setdefault(word, []).append(at)
    view = View(tuple(token for token, _ in kept), tuple(place for _, place in kept), places)
    if isinstance(tokens, tuple):
        if len(_VIEWS) >= _KEPT_VIEWS:
            _VIEWS.clear()
        _VIEWS[id(tokens)] = tokens, view
    return view
