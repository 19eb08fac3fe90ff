"""Two figures of a sentence that have changed places: 12 officers from 240 countries for 240 офицеров из 12 стран."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Bead, Link, Token
    from checker.protocols import Context

_SURE = 0.7
_REACH = 3
"""Words from a figure to what it counts, adjectives between them."""
_MOST = 8
"""Figures of a bead; what has more is a table."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure of the original, what it counts, and the words of the translation that they stand for."""

    figure: Token
    figure_there: Token
    noun_there: Token


def exchanged(context: Context, bead: Bead) -> Iterator[tuple[tuple[Token, Token], tuple[Token, Token]]]:
    """Figures of the original in pairs, each pair with the two of the translation that stand for them."""
    theirs = [token for span in bead.source for token in context.tokens("ru", span)]
    if not 2 <= sum(map(_figure, theirs)) <= _MOST:
        return
    ours = [token for span in bead.target for token in context.tokens("en", span)]
    links = [link for link in context.links(bead, "ru", "en") if link.strength >= _SURE]
    numbers = {link.target.start for link in links if _figure(link.source)}
    for one, two in combinations(list(_counted(theirs, links)), 2):
        if one.noun_there == two.noun_there or one.figure.lemma == two.figure.lemma:
            continue
        crossed = _before(ours, one.figure_there, two.noun_there, numbers) and _before(
            ours, two.figure_there, one.noun_there, numbers
        )
        if crossed:
            yield (one.figure, two.figure), (one.figure_there, two.figure_there)


def _figure(token: Token) -> bool:
    return token.text[0].isdigit() or "NUMR" in token.tags


def _counted(tokens: Sequence[Token], links: Sequence[Link]) -> Iterator[Counted]:
    there = {link.source.start: link.target for link in sorted(links, key=lambda link: link.strength)}
    for place, token in enumerate(tokens):
        if not _figure(token) or token.start not in there:
            continue
        for other in tokens[place + 1 : place + 1 + _REACH]:
            if _figure(other) or other.kind != "word" or "PREP" in other.tags:
                break
            if "NOUN" in other.tags:
                if other.start in there:
                    yield Counted(token, there[token.start], there[other.start])
                break


def _before(tokens: Sequence[Token], figure: Token, noun: Token, numbers: set[int]) -> bool:
    """Whether a figure stands right before a noun, no other figure and no break between them."""
    starts = [token.start for token in tokens]
    first, last = bisect_right(starts, figure.start), bisect_right(starts, noun.start) - 1
    between = tokens[first:last]
    return 0 <= last - first < _REACH and all(
        token.kind == "word" and token.start not in numbers and token.text.lower() not in {"of", "from", "in", "and"}
        for token in between
    )
