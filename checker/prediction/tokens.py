"""What is known of every word and mark of a side before its soundness is predicted.

Three things a token: figures of its own (named below), its vector where it stands, and the mean vector of what answers
it on the other side, weighted by nearness.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from checker.bounds import WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from checker.model import Token
    from checker.prediction.observed import Observed, Side, Word

    Floats = NDArray[np.float32]

NAMES = (
    *("mark", "number", "comma", "stop", "quote", "dash", "bracket", "place", "first", "last"),
    *("near", "second", "lead", "rival", "length", "capital", "shouted"),
    *("zipf", "rare", "unknown", "support", "strength", "links", "unlinked", "rarer", "shift", "shifted"),
)
"""The figures of a token, in order. From `near` on: cosine with the nearest token of the other side, with the next
nearest, their difference, by how much another token of this side is nearer to that one; length; how it is written.
From `zipf` on, for words: frequency, whether the other side carries it, its strongest link, number of links, whether
it has none, how much rarer the linked word is, and how far the link runs from the sentence's diagonal."""
_MARKS = (",;", ".!?…", "\"'“”‘’«»„", "-—–", ":()[]")
_SHARP = 10.0
"""How sharply nearness picks what answers a token: the weights are proportional to exp(10 x cosine)."""
_NO_WORD = (0.5, 0.0, 0.0, 0.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
"""The figures from `zipf` on of a mark."""


@dataclass(frozen=True, slots=True)
class Row:
    """The tokens of one side: figures (n, 27), vectors (n, dimension), and what answers them (n, dimension)."""

    figures: Floats
    vectors: Floats
    answers: Floats


def rows(seen: Observed) -> tuple[Row, Row]:
    """The tokens of the source and of the target; sides without a vector for a token have zeros there."""
    source, target = seen.source, seen.target
    cosines = np.maximum(source.contexts @ target.contexts.T, 0)
    forward = {s: (t, strength) for s, t, strength in sorted(seen.links, key=lambda link: link[2])}
    back = {t: (s, strength) for s, t, strength in sorted(seen.links, key=lambda link: link[2])}
    counts = Counter(s for s, _, _ in seen.links), Counter(t for _, t, _ in seen.links)
    return (
        _row(source, target, cosines, forward, counts[0]),
        _row(target, source, cosines.T, back, counts[1]),
    )


def _row(
    side: Side, other: Side, cosines: Floats, strongest: dict[int, tuple[int, float]], linked: Mapping[int, int]
) -> Row:
    tokens, size = side.tokens, len(side.tokens)
    near = _nearness(cosines).tolist()
    words = {word.token.start: number for number, word in enumerate(side.words)}
    figures: list[tuple[float, ...]] = []
    for place, token in enumerate(tokens):
        number = words.get(token.start)
        known: tuple[float, ...] = _NO_WORD
        if number is not None:
            partner, strength = strongest.get(number, (-1, 0.0))
            ends = (number / len(side.words), partner / max(1, len(other.words)))
            known = _of_word(side.words[number], other.words[partner] if partner >= 0 else None, strength, ends)
            known = (*known[:5], linked.get(number, 0) / 2, *known[6:])
        edges = (place / size, float(place == 0), float(place == size - 1))
        figures.append((*_of_text(token.kind, token.text), *edges, *near[place], *_written(token), *known))
    made = np.array(figures, np.float32).reshape(size, len(NAMES))
    return Row(made, side.contexts, _answers(cosines, other.contexts, size))


@lru_cache(WORDS)
def _of_text(kind: str, text: str) -> tuple[float, ...]:
    mark = kind == "mark"
    groups = (float(mark and text[0] in group) for group in _MARKS)
    return float(mark), float(kind == "number"), *groups


def _written(token: Token) -> tuple[float, float, float]:
    text = token.text
    return len(text) / 10, float(text[:1].isupper()), float(len(text) > 1 and text.isupper())


def _of_word(word: Word, partner: Word | None, strength: float, ends: tuple[float, float]) -> tuple[float, ...]:
    zipf = word.zipf
    own = zipf / 8, min(zipf, 3.0) / 3, float(zipf == 0), word.support
    if partner is None:
        return *own, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0
    shift = ends[1] - ends[0]
    return *own, strength, 0.0, 0.0, (partner.zipf - zipf) / 4, shift, abs(shift)


def _nearness(cosines: Floats) -> Floats:
    """For every row the best and second cosine, their difference, and the lead of the best one's own favourite."""
    if not cosines.size:
        return np.zeros((len(cosines), 4), np.float32)
    ordered = np.sort(cosines, axis=1)
    best, second = ordered[:, -1], ordered[:, -2] if cosines.shape[1] > 1 else np.zeros(len(cosines), np.float32)
    rival = cosines.max(axis=0)[cosines.argmax(axis=1)] - best
    return np.stack([best, second, best - second, rival], axis=1)


def _answers(cosines: Floats, vectors: Floats, size: int) -> Floats:
    if not cosines.size:
        return np.zeros((size, vectors.shape[1]), np.float32)
    weights = np.exp(_SHARP * (cosines - cosines.max(axis=1, keepdims=True)))
    answers: Floats = (weights / weights.sum(axis=1, keepdims=True)) @ vectors
    return answers
