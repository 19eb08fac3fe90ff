"""A sentence of the translation beside its original, and the word that each of its words stands for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.model import Link, Token


def linked(links: Iterable[Link], least: float) -> dict[int, Token]:
    """The source word of each word of a translation, by its start: the strongest link's, from a strength on."""
    return {
        link.target.start: link.source
        for link in sorted(links, key=lambda link: link.strength)
        if link.strength >= least
    }


def strongest(links: Iterable[Link], source: Token) -> Link | None:
    """The strongest link of a word of the original."""
    return max(
        (link for link in links if link.source.start == source.start), key=lambda link: link.strength, default=None
    )


@dataclass(frozen=True)
class Linked:
    """A sentence of the translation, its original, and the links between their words."""

    tokens: Sequence[Token]
    originals: Sequence[Token]
    links: Mapping[int, Token]
    """By the start of the translation's word."""

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """Where each word of the original stands in it, by its start."""
        return {token.start: number for number, token in enumerate(self.originals)}

    @cached_property
    def places(self) -> Mapping[int, int]:
        """Where the word stands that renders a word of the original, by the original's start."""
        return {found.start: n for n in range(len(self.tokens)) if (found := self.source(n)) is not None}

    def source(self, number: int) -> Token | None:
        """The original's word for a word of the translation."""
        return self.links.get(self.tokens[number].start) if 0 <= number < len(self.tokens) else None

    def low(self, number: int) -> str:
        """A word of the translation in lower case; "" outside of the sentence."""
        return self.tokens[number].text.lower() if 0 <= number < len(self.tokens) else ""
