"""Words of a set phrase rendered by their plainest English, which a list has: "angry languages" for злые языки."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from checker import data
from checker.model import Link
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model import Token

_LOOSE = 4
"""Words that may stand between the renderings, in all."""
_REACH = 2
"""Words before a lone noun among which its preposition stands."""
_FIRM = 0.9
"""Strength of a link beside which no other word renders its source."""
_MANY = 4
"""Places of one word that are looked at."""
_PLAIN = 1.0


@cache
def _table(lang: str) -> Mapping[str, frozenset[str]]:
    return {row["word"]: frozenset(row["glosses"].split()) for row in data.rows("glosses") if row["lang"] == lang}


def glossed(
    lang: str,
    words: Sequence[tuple[str, Token]],
    links: Mapping[int, Link],
    english: Sequence[Token],
    before: str = "",
) -> tuple[Link, ...]:
    """The words of a phrase, each with the English word that renders it plainly, where these stand close together.

    A word comes with its lemma in the phrase. A lone word asks for what it stands after, `before`, rendered too.
    """
    table = _table(lang)
    choices = []
    for lemma, token in words:
        wanted = table.get(lemma, frozenset()) | table.get(plain(token.lemma), frozenset())
        places = [place for place, word in enumerate(english) if _is(word, wanted)]
        link = links.get(token.start)
        if link is not None and link.strength >= _FIRM:
            places = [place for place in places if english[place].start == link.target.start]
        if len(words) == 1:
            places = [place for place in places if _after(english, place, table.get(before, frozenset()))]
        choices.append(places[:_MANY])
    best = min(product(*choices), key=_spread, default=())
    if not best or len(set(best)) < len(words) or _spread(best) >= len(words) + _LOOSE:
        return ()
    return tuple(Link(token, english[place], _PLAIN) for (_, token), place in zip(words, best, strict=True))


def _is(word: Token, wanted: frozenset[str]) -> bool:
    return word.kind == "word" and (word.lemma.lower() in wanted or word.text.lower() in wanted)


def _after(english: Sequence[Token], place: int, wanted: frozenset[str]) -> bool:
    return any(_is(word, wanted) for word in english[max(0, place - _REACH) : place])


def _spread(places: Sequence[int]) -> int:
    """Distance of the places that are farthest apart; the same place twice is no place."""
    return max(places) - min(places) + (len(set(places)) < len(places)) * len(places) * _LOOSE
