"""Where the sides of a bead deny, and which words a negation reaches: what losses and additions are told by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.bounds import WORDS
from checker.detectors._negation_words import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model import Link, Token

Place = tuple[int, int]
"""Start and end of a word, in document offsets."""

_NEGATED = re.compile(
    r"(?:не(?!смотря|больш|скольк|давн|много|обходим|посредств|счаст|высок|которы|дел|фт|мец|мк|кот|скол|рв|жн|бе|вест|йтр|замедл)|бе[зс])\w{4,}"
)
PREDICATES = frozenset({"VERB", "INFN", "PRTS", "ADJS", "PRED", "GRND"})
EMPTY = frozenset(["быть", "стоить", "следовать", "мочь"])
_FIRM = 0.75  # strength of a link by which a negative word of the translation renders one of the original
_HEAD = 0.88  # the same for one that renders any word
_SHORT = 4  # words of content of a sentence too short for a share of linked ones to tell anything
_FAR = 13  # words over which a negation reaches
_FARTHEST = 25  # "it is unlikely that most of these people who move into these houses will ever come"
_SECOND = 8
"""Words from one denied word to the next within which the second is seen to stand by itself."""
_JOINED = frozenset(["or", "nor", "neither", "either", "that", "if", "whether", "to"])
_OWN = frozenset(
    "can could will would may might must should is are was were has have had does did am shall".split()  # noqa: SIM905
)
_OBJECTS = frozenset(
    """no nothing none nobody neither nor never few little without hardly unlikely blank short nil zero
    silence""".split()  # noqa: SIM905
)


@lru_cache(WORDS)
def negated(word: str) -> bool:
    """Whether a Russian word denies by its prefix: небогатый, безопасный."""
    return _NEGATED.match(word.lower()) is not None


@dataclass(frozen=True, slots=True)
class Denials:
    """Where one side of a bead denies, in document offsets."""

    plain: tuple[Place, ...]
    soft: tuple[Place, ...]
    verbs: tuple[Place, ...]
    denied: tuple[tuple[Token, Token], ...]
    """Each не with the predicate that it denies."""
    tokens: tuple[Token, ...]


def answers(theirs: Denials, ours: Denials, links: Mapping[int, Link]) -> tuple[Place, ...]:
    """Negative words of the translation that are free to answer a negation.

    Weak ones ("only", "still") are not, nor those that render another negative word of the original ("a ban" for
    запрет, "without" for без).
    """
    plain = {place[0] for place in theirs.plain}
    heads = {token.start for both in theirs.denied for token in both}
    taken = {
        link.target.start
        for link in links.values()
        if link.strength >= _FIRM
        and link.source.start not in plain | heads
        and (
            any(place[0] <= link.source.start < place[1] for place in theirs.soft + theirs.verbs)
            or (
                link.strength >= _HEAD
                and link.target.text.lower() not in words("own")
                and not _near(theirs, link.source)
            )
        )
    }
    weak = {(token.start, token.stop) for token in ours.tokens if token.text.lower() in words("weak")}
    soft = [place for place in ours.soft + ours.verbs if place[0] not in taken and place not in weak]
    return (*ours.plain, *soft)


def _near(theirs: Denials, word: Token) -> bool:
    """Whether a word of the original stands within three words of one of its negations."""
    starts = [token.start for token in theirs.tokens]
    return any(
        abs(starts.index(place[0]) - starts.index(word.start)) <= 3 for place in theirs.plain if place[0] in starts
    )


def within(side: Denials, place: Place, word: Token) -> bool:
    """Whether a negative word of the original stands right beside a word of it, or is it."""
    between = [token for token in side.tokens if min(place[1], word.stop) <= token.start < max(place[0], word.start)]
    return len(between) <= 3


def content(token: Token) -> bool:
    return bool(token.tags & (PREDICATES | {"NOUN", "ADJF"}))


def literal(theirs: Denials, links: Mapping[int, Link], share: float) -> bool:
    """Whether nearly every content word of the original has its link: no free rendering explains a negation then."""
    heavy = [token for token in theirs.tokens if content(token)]
    wanted = min(share, 0.5) if len(heavy) <= _SHORT else share
    return sum(token.start in links for token in heavy) >= wanted * len(heavy)


def beside(side: Denials, place: Place, word: Token) -> bool:
    """Whether a negation reaches a word: from before it, or as its object ("admit no guilt")."""
    between = [token for token in side.tokens if min(place[1], word.stop) <= token.start < max(place[0], word.start)]
    if place[0] <= word.start:
        first = next((token for token in side.tokens if token.start == place[0]), None)
        return len(between) <= (_FARTHEST if first is not None and first.lemma in words("own") else _FAR)
    objects = any(token.start == place[0] and token.lemma in _OBJECTS for token in side.tokens)
    return len(between) <= (4 if objects else 0)


def apart(side: Denials, place: Place, word: Token, others: Sequence[Token]) -> bool:
    """Whether a negation belongs to another denied word, behind which one with its own auxiliary begins.

    "did not know and could know": a negation says nothing of the second verb.
    """
    between = [token for token in side.tokens if place[1] <= token.start < word.start]
    first = next((number for number, token in enumerate(between) if token in others), None)
    if first is None or len(between) - first > _SECOND:
        return False
    rest = [token.text.lower() for token in between[first + 1 :]]
    return not _JOINED.intersection(rest) and any(one in _OWN for one in rest)
