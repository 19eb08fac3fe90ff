"""Sentences and clauses that stand twice: what a looping machine writes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors._evidence import Evidence
    from checker.model import Pair, Token

REP004 = Rule(
    "REP004",
    "repeated-passage",
    Category.LINGUISTIC,
    Severity.MAJOR,
    "A clause or a sentence stands twice.",
    "He said that the road was closed, said that the road was closed.",
    "He said that the road was closed.",
    Needs.BETTER_WITH_SOURCE,
    explanation="Silent where the original repeats too, on short sentences, headlines and parallel clauses.",
)
SHORTEST_SENTENCE = 6
"""Words; shorter sentences ("He said nothing.") recur by chance."""
SHORTEST_CLAUSE = 5
"""Words that must recur at once, or nearly so, to be a loop."""
_WORD = re.compile(r"\w+")
_ALIKE = 0.5
"""Share of words that two sentences of the original have in common if they say the same."""
_SMALL, _LONGEST_CRY = 3, 6
"""Letters of a word that may be said by the way; words that somebody says twice at once."""
_JOINTS = frozenset({"and", "or", "but", "that", "also"})
"""Words that may stand between the two; other words there make a parallel, not a loop."""


def _words(tokens: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(token for token in tokens if token.kind != "mark")


def passages(pair: Pair, sentences: Sequence[Sequence[Token]], evidence: Evidence) -> Iterator[Finding]:
    """REP004 over the whole article."""
    seen: dict[tuple[str, ...], int] = {}
    for number, tokens in enumerate(sentences):
        words = _words(tokens)
        key = tuple(token.text.lower() for token in words)
        if len(key) >= SHORTEST_SENTENCE:
            first = seen.setdefault(key, number)
            if first != number and not _said_so(pair, evidence, first, number):
                yield _sentence(pair, first, number)
                continue
        yield from (loop for loop in _loops(pair, words) if not _insists(evidence, loop.span.start))


def _insists(evidence: Evidence, offset: int) -> bool:
    """Whether the original says something twice at once there: «наладится, всё наладится»."""
    said = [token.text.lower() for token in evidence.tokens(offset) if token.kind == "word"]
    return any(
        len(said[at]) > _SMALL and said[at : at + size] == said[at + size : at + 2 * size]
        for size in range(1, _LONGEST_CRY + 1)
        for at in range(len(said) - 2 * size + 1)
    ) or any(len(one) > _SMALL and one == two for one, two in zip(said, said[2:], strict=False))


def _said_so(pair: Pair, evidence: Evidence, first: int, second: int) -> bool:
    """Whether the original repeats too, or the first is the headline."""
    if first == 0:
        return True
    one, two = (evidence.bead(pair.sentences[n].start) for n in (first, second))
    if one is None or two is None:
        return False
    left, right = (frozenset(_WORD.findall(" ".join(span.text for span in bead.source).lower())) for bead in (one, two))
    return one is two or len(left & right) >= _ALIKE * len(left | right)


def _sentence(pair: Pair, first: int, second: int) -> Finding:
    line = pair.translation.position(pair.sentences[first].start)[0]
    message = f"This sentence stands word for word in line {line} already."
    return Finding(REP004, pair.sentences[second], message, REP004.severity, 0.8, suggestion="[delete one of the two]")


def _loops(pair: Pair, words: Sequence[Token]) -> Iterator[Finding]:
    """A run of words that stands again at once, or with a word or two between."""
    lowered = [token.text.lower() for token in words]
    places: dict[str, list[int]] = {}
    at = 0
    while at < len(words):
        best = (0, 0)
        for earlier in places.get(lowered[at], [])[-4:]:
            length = _same(lowered, earlier, at)
            between = lowered[earlier + length : at]
            if length >= max(SHORTEST_CLAUSE, best[0] + 1) and len(between) <= 1 and _JOINTS.issuperset(between):
                best = (length, earlier)
        if best[0]:
            span = pair.translation.span(words[at].start, words[at + best[0] - 1].stop)
            message = f'"{span.text}" has just been said.'
            yield Finding(REP004, span, message, REP004.severity, 0.85, suggestion="[delete one of the two]")
        for n in range(at, at + max(best[0], 1)):
            places.setdefault(lowered[n], []).append(n)
        at += max(best[0], 1)


def _same(lowered: Sequence[str], one: int, two: int) -> int:
    length = 0
    while two + length < len(lowered) and one + length < two and lowered[one + length] == lowered[two + length]:
        length += 1
    return length
