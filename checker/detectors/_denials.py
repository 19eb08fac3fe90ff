"""Which negations of a bead have no counterpart: denied words that are affirmed, affirmed words that are denied."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker import data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.model import Link, Token

Place = tuple[int, int]
"""Start and end of a word, in document offsets."""

NEGATED = re.compile(
    r"(?:не(?!смотря|больш|скольк|давн|много|обходим|посредств|счаст|высок|которы|дел|фт|мец|мк|кот|скол|рв|жн|бе|вест|йтр|замедл)|бе[зс])\w{4,}"
)
"""Russian words that deny by their prefix: небогатый, безопасный."""
PREDICATES = frozenset({"VERB", "INFN", "PRTS", "ADJS", "PRED", "GRND"})
EMPTY = frozenset(["быть", "стоить", "следовать", "мочь"])
_FIRM = 0.75  # strength of a link that makes a negation of the translation an addition
_HEAD = 0.88  # the same for the word that is denied; weaker links join it to its own opposite ("tolerate", порицать)
_FAIR = 0.8  # the same in a close translation of an original without any negative word
_SAME = 0.95  # strength of a link between a word and its plain translation: "closed" for закрыт, not "open"
_CLOSE = 0.8  # share of linked content words that makes a translation a close one
_SHORT = 4  # words of content of a sentence too short for that share to tell anything
_NEXT = 4  # words after a negation in which what it denies stands
_FAR = 13  # words over which a negation reaches
_FARTHEST = 25  # "it is unlikely that most of these people who move into these houses will ever come"
_OBJECTS = frozenset(
    ["no", "nothing", "none", "nobody", "neither", "nor", "never", "few", "little", "without", "hardly", "unlikely"]
)


@cache
def words(label: str) -> frozenset[str]:
    """A plain word list of negation.tsv."""
    rows = (row for row in data.rows("negation") if row["label"] == label)
    return frozenset(form for row in rows for form in row["forms"].split("; "))


@dataclass(frozen=True, slots=True)
class Denials:
    """Where one side of a bead denies, in document offsets."""

    plain: tuple[Place, ...]
    soft: tuple[Place, ...]
    verbs: tuple[Place, ...]
    denied: tuple[tuple[Token, Token], ...]
    """Each не with the predicate that it denies."""
    tokens: tuple[Token, ...]


def additions(theirs: Denials, ours: Denials, links: Mapping[int, Link]) -> Iterator[Place]:
    """Negations of the translation whose words nothing denies in the original."""
    backward = {link.target.start: link.source for link in links.values() if link.strength >= _FIRM}
    weak = {link.target.start for link in links.values() if link.strength < _FIRM}
    close = literal(theirs, links, _CLOSE)
    if any(token.lemma == "вместо" for token in theirs.tokens):
        return
    for place in ours.plain:
        follow = next((verb for verb in ours.verbs if verb[0] > place[1]), None)
        doubled = follow is not None and follow[0] - place[1] <= 2
        if doubled and follow is not None and not theirs.plain and theirs.verbs:
            yield place[0], follow[1]
        if not links:
            if not (theirs.plain or theirs.soft or theirs.verbs):
                yield place
            continue
        words = [token for token in ours.tokens if place[1] < token.start][:_NEXT]
        head = next((token for token in words if _heavy(token)), None)
        if head is not None and head.start not in backward and (not close or head.start in weak):
            continue  # a weak link may well join opposites: "not boastful" for скромный
        own = backward.get(place[0])
        if own is not None and NEGATED.match(own.text.lower()):
            continue
        linked = [backward[token.start] for token in words if token.start in backward]
        denied = next((token for token in linked if content(token)), None)
        if denied is not None and not theirs.plain and _sure(theirs, denied, links[denied.start], close):
            yield place


def _sure(theirs: Denials, denied: Token, link: Link, close: bool) -> bool:
    """Whether a denied word is the plain translation of one that nothing denies."""
    unhindered = close and not (theirs.soft or theirs.verbs)
    return link.strength >= (_FAIR if unhindered else _HEAD) and not _explained(theirs, denied, link)


def _explained(theirs: Denials, denied: Token, link: Link) -> bool:
    """Whether a negative word of the original stands beside a word, or is it and may be rendered by its opposite."""
    same = link.strength >= _SAME and not NEGATED.match(denied.text.lower())
    others = [other for other in theirs.soft + theirs.verbs if not same or other[0] != denied.start]
    return any(_within(theirs, other, denied) for other in others)


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


def _within(side: Denials, place: Place, word: Token) -> bool:
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


def _heavy(token: Token) -> bool:
    """Whether an English word can be what a negation denies: no auxiliary, article or adverb."""
    return token.text.lower() not in words("light") and not token.text.lower().endswith("ly")


def beside(side: Denials, place: Place, word: Token) -> bool:
    """Whether a negation reaches a word: from before it, or as its object ("admit no guilt")."""
    between = [token for token in side.tokens if min(place[1], word.stop) <= token.start < max(place[0], word.start)]
    if place[0] <= word.start:
        first = next((token for token in side.tokens if token.start == place[0]), None)
        return len(between) <= (_FARTHEST if first is not None and first.lemma in words("own") else _FAR)
    objects = any(token.start == place[0] and token.lemma in _OBJECTS for token in side.tokens)
    return len(between) <= (4 if objects else 0)
