"""When words that stand for themselves are no calque: the translation explains, or hedges one as the original does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Link, Token

_OPEN = frozenset("«\"“„'‘")
_SHUT = frozenset("»\"”“'’")
_CLAUSES = frozenset({"that", "which", "who", "whose", "whom", "where", "when"})
_WORD = 30
"""Characters within which the marks around one word stand."""


def explains(links: Sequence[Link], tokens: Sequence[Token]) -> bool:
    """Whether a clause parts the words: "housing that comes with the job" is no word-for-word служебное жильё."""
    first, last = min(link.target.start for link in links), max(link.target.stop for link in links)
    between = [token.text.lower() for token in tokens if first <= token.start < last]
    return not _CLAUSES.isdisjoint(between)


def hedged(links: Sequence[Link], source: str, target: str) -> bool:
    """Whether a word, and that word alone, stands in quotation marks on both sides: a "black" set of books.

    `source` and `target` are the two whole texts.
    """
    return any(_quoted(link.source, source) and _quoted(link.target, target) for link in links)


def _quoted(token: Token, text: str) -> bool:
    return (
        text[max(0, token.start - 1) : token.start] in _OPEN
        and text[token.stop : token.stop + 2].lstrip(",.")[:1] in _SHUT
        and token.stop - token.start <= _WORD
    )
