"""When words that stand for themselves are no calque: the translation explains, hedges or names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Link, Token

_OPEN = frozenset("«\"“„'‘")
_SHUT = frozenset("»\"”“'’")
_CLAUSES = frozenset({"that", "which", "who", "whose", "whom", "where", "when"})
_WORD = 30
"""Characters within which the marks around one word stand."""
_APART = frozenset({"with", "during", "after", "before", "against", "among"})
"""Words that no two words of a thing's name stand across: "vehicles with a new combat module"."""
_TITLE = 40
"""Characters between a word and the quotation marks of a name that it is part of; what is said is mostly longer."""
_MARKS = re.compile(r"[«»\"“”„]")
_RUNNING = 5
"""Letters of the words that a headline writes with capitals and a sentence without."""


def explains(links: Sequence[Link], tokens: Sequence[Token]) -> bool:
    """Whether a clause parts the words: "housing that comes with the job" is no word-for-word служебное жильё."""
    first, last = min(link.target.start for link in links), max(link.target.stop for link in links)
    between = [token.text.lower() for token in tokens if first <= token.start < last]
    apart = frozenset() if any("PREP" in link.source.tags for link in links) else _APART
    return not (_CLAUSES | apart).isdisjoint(between)


def hedged(links: Sequence[Link], source: str, target: str) -> bool:
    """Whether a word, and that word alone, stands in quotation marks: a "black" set of books.

    So may the phrase as a whole where the original has no marks about it: the "gray salary" of others.
    The translator says so that it is not English. `source` and `target` are the whole texts.
    """
    if not links or any(_quoted(link.target, target) for link in links):
        return bool(links)
    first, last = min(link.target.start for link in links), max(link.target.stop for link in links)
    theirs = min(link.source.start for link in links)
    return _enclosed(first, last, target) and source[max(0, theirs - 1) : theirs] not in _OPEN


def named(links: Sequence[Link], tokens: Sequence[Token]) -> bool:
    """Whether a common noun is made a name, in a sentence that is no headline: the Mercantile Exchange.

    What is a name in the original has an English name that it may miss: Northern Icy Ocean.
    """
    if len(links) < 2 or not all(link.target.text[:1].isupper() and link.source.text.islower() for link in links):
        return False
    return sum(token.text.islower() and len(token.text) >= _RUNNING for token in tokens) > 1


def in_quoted_name(text: str, start: int, stop: int) -> bool:
    """Whether what stands from `start` to `stop` is in quotation marks, alone or with a few words: a name."""
    before, after = text[max(0, start - _TITLE) : start], text[stop : stop + _TITLE]
    opening, closing = list(_MARKS.finditer(before))[-1:], _MARKS.search(after)
    if not opening or closing is None or opening[0][0] not in _OPEN or closing[0] not in _SHUT:
        return False
    return not before[opening[0].end() : opening[0].end() + 1].isspace()


def _quoted(token: Token, text: str) -> bool:
    return _enclosed(token.start, token.stop, text)


def _enclosed(start: int, stop: int, text: str) -> bool:
    """Whether quotation marks stand right around a place of a word or two."""
    shut = text[stop : stop + 2].lstrip(",.")[:1]
    return text[max(0, start - 1) : start] in _OPEN and shut in _SHUT and stop - start <= _WORD
