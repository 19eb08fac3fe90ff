"""What an article is about, told by the words of its original."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from checker import data
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Pair, Token
    from checker.protocols import Context

_TOPICAL = 3
"""Words of a topic from which on it is an article's."""


class About:
    """What an article is about, for the phrases that are meant in one kind of article only."""

    def __init__(self, context: Context, pair: Pair) -> None:
        self._context, self._pair = context, pair

    @cached_property
    def _lemmas(self) -> frozenset[str]:
        """The lemmas of the original."""
        alignment = self._pair.source
        if alignment is None:
            return frozenset()
        lang = alignment.source.lang
        spans = (span for bead in alignment.beads for span in bead.source)
        return frozenset(plain(token.lemma) for span in spans for token in self._context.tokens(lang, span))

    def meant(self, only: frozenset[str], unless: frozenset[str], tokens: Sequence[Token]) -> bool:
        """Whether a phrase is meant in a sentence of the article, by the words and topics it goes with."""
        if only and not (any(plain(token.lemma) in only for token in tokens) or self._topics(only)):
            return False
        return not unless or not (unless & self._lemmas or self._topics(unless))

    def _topics(self, words: frozenset[str]) -> bool:
        """Whether one of the topics among some words is the article's."""
        return any(len(self._lemmas & _topic(word[1:])) >= _TOPICAL for word in words if word.startswith("@"))


@cache
def _topic(name: str) -> frozenset[str]:
    """The words of a topic, in any language."""
    return frozenset(word for row in data.rows("topics") if row["topic"] == name for word in row["words"].split())
