"""Events that take place: a link between состояться and the English phrase, which no word link joins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.model import Token

_HAPPENING = frozenset(["состояться", "пройти", "проходить", "произойти"])
_PHRASES = frozenset(
    [(take, "place") for take in ("take", "takes", "took", "taken", "taking")]
    + [(go, "ahead") for go in ("go", "goes", "went", "gone", "going")]
    + [(be, "held") for be in ("be", "been", "is", "are", "was", "were", "not", "being")]
)
_STRENGTH = 0.95


def events(theirs: Sequence[Token], ours: Sequence[Token], links: Mapping[int, Link]) -> Iterator[Link]:
    """A link for the one verb of happening of the original and the one such phrase of the translation."""
    verbs = [token for token in theirs if token.lemma in _HAPPENING and token.start not in links]
    words = [token.text.lower() for token in ours]
    taken = {link.target.start for link in links.values()}
    ends = [
        token
        for place, token in enumerate(ours)
        if place and (words[place - 1], words[place]) in _PHRASES and token.start not in taken
    ]
    if len(verbs) == 1 and len(ends) == 1:
        yield Link(verbs[0], ends[0], _STRENGTH)
