"""Words that cannot stand side by side in English, whatever is around them: what is left where a phrase was garbled.

Only words of grammar are looked at: a determiner before a verb or another determiner, an auxiliary without its
subject at the head of a question, a sentence that ends on an article or a conjunction. Lists and not a model: what
n-gram models, the encoder and a model of what post-editors change are worth for this is in docs/evaluation.md.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Token

_ARTICLES = frozenset(["the", "a", "an"])
_OWNERS = frozenset(["my", "your", "our", "their"])
_POINTING = frozenset(["this", "these", "those"])
_FINITE = frozenset(["is", "are", "was", "were", "am", "has", "does", "been"])
_SUBJECTS = frozenset(["he", "she", "they", "we"])
_JOINING = frozenset(["and", "or", "but", "because", "if", "than", "although"])
_LINKING = frozenset(["of", "at", "by", "from", "with", "into", "among", "during"])
_BE = frozenset(["is", "are", "was", "were"])
_HEADLESS = frozenset(["to", "of", "at", "from", "by", "with", "into"])
_AUXILIARY = frozenset(["Is", "Are", "Was", "Were", "Has", "Does", "Did", "Will"])
_CLOSING = frozenset(".!?")
_NEVER = {
    "of": ["to", "be", "been", "of"],
    "in": ["be", "been", "of"],
    "to": ["of", "been"],
    **{word: ["of"] for word in ("by", "at", "from", "its", "their", "our")},
    "the": ["such", "any", "each", "every", "been", "has", "have", "would", "should", "them", "to"],
    "a": ["any", "each", "every", "been", "has", "have", "would", "should", "them", "these", "those", "such"],
    "an": ["any", "each", "every", "been", "has", "have", "would", "should", "them", "such", "to"],
}
"""Pairs that were met less than a four-hundredth as often as expected in 1.8 million words of public-domain English
(benchmarks/_grams.py), looked through: a preposition may end a clause (the town I live in is small)."""


def salad(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """First and last word of each impossible sequence of a sentence."""
    last = ""
    for one, two in pairwise(tokens):
        before, last = last, one.text.lower()
        if one.kind != "word" or not one.text[-1].isalpha() or (before, last) == ("instead", "of"):
            continue  # "to me, instead of to him"
        if two.text in _CLOSING:
            if one.text in _ARTICLES | _JOINING and two is tokens[-1]:
                yield one, one
        elif (
            one.text.lower() != two.text
            and not _letter(one, tokens)
            and _apart(one.text.lower(), two.text)
            and not _joined(one, two)
        ):
            yield one, two
    yield from _questions(tokens)


def _apart(one: str, two: str) -> bool:
    """Whether a lower-case word cannot follow another."""
    if two in _NEVER.get(one, ()):
        return True
    if one in _ARTICLES | _OWNERS:
        if one in _OWNERS and two in ("and", "or"):
            return False  # your and your sister's
        return two in _ARTICLES | _OWNERS | _POINTING | _FINITE | _SUBJECTS | _JOINING | _LINKING
    if one in _BE:
        return two in ("be", "am") or (two in _BE and two != one)
    return one in _POINTING - {"this"} and two in _ARTICLES | _OWNERS


def _letter(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether an "A" is no article but the letter: levels A and B."""
    return token.text == "A" and token is not tokens[0]


def _joined(one: Token, two: Token) -> bool:
    """Whether no blank stands between two tokens, as in a hyphenated word or a quotation."""
    return two.start - one.stop != 1


def _questions(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """A question whose auxiliary has no subject after it ("Is to nurses dreaming work?")."""
    words = [token for token in tokens if token.kind == "word"]
    if len(words) < 4 or tokens[-1].text != "?" or words[0] is not tokens[0]:
        return
    if words[0].text in _AUXILIARY and words[1].text in _HEADLESS:
        yield words[0], words[2]
