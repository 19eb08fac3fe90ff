"""What speaks for a link between two words: a row of figures for every pair of words of a bead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from checker.linkers._closed import closed
from checker.linkers._skeleton import likenesses, sameness

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from checker.model import Token
    from checker.notation import Quantity

    Floats = NDArray[np.float32]

NAMES = ("cosine", "lead", "sound", "name", "quantity", "same", "distance", "class", "closed", "neighbours")
"""The figures of a pair, in order:

cosine of the two words' vectors, below 0 cut off; its lead over the best rival of either word (0 or less for all but
mutual favourites); how alike they sound; the same where both are capitalised; whether both are part of
equal quantities; whether they are written alike; how far apart they stand, as a share of the sentence;
whether one is of a closed class and the other of content; whether both are of a closed class;
the best cosine of a pair of their neighbours.
"""


@dataclass(frozen=True, slots=True)
class Side:
    """The words of one side of a bead: tokens with the document's offsets, vectors, quantities."""

    lang: str
    tokens: tuple[Token, ...]
    vectors: Floats
    quantities: tuple[Quantity, ...]


def figures(source: Side, target: Side) -> Floats:
    """Figures of all pairs, shape (source words, target words, 10)."""
    cosines = np.maximum(source.vectors @ target.vectors.T, 0)
    sound, name, same = _surface(source.tokens, target.tokens)
    quantity = _quantities(source, target)
    opposed, both = _classes(source, target)
    together = np.maximum(np.maximum(cosines, name), np.maximum(quantity, same))
    return np.stack(
        (
            cosines,
            _lead(cosines),
            sound,
            name,
            quantity,
            same,
            _distance(*cosines.shape),
            opposed,
            both,
            _neighbours(together),
        ),
        axis=2,
    ).astype(np.float32)


def _lead(cosines: Floats) -> Floats:
    """By how much each pair is ahead of the best other pair of its row and column."""
    lead = np.full(cosines.shape, np.inf)
    for axis in (0, 1):
        if cosines.shape[axis] < 2:
            lead = np.minimum(lead, cosines)
            continue
        top = np.sort(cosines, axis=axis)
        best, second = np.take(top, [-1], axis=axis), np.take(top, [-2], axis=axis)
        lead = np.minimum(lead, np.where(cosines == best, cosines - second, cosines - best))
    return lead.astype(np.float32)


def _surface(source: Sequence[Token], target: Sequence[Token]) -> tuple[Floats, Floats, Floats]:
    """Likeness in sound, likeness of names, and sameness of the written words."""
    left, right = [token.text for token in source], [token.text for token in target]
    texts, lemmas = np.split(likenesses([*left, *(token.lemma for token in source)], right), 2)
    fits = _pairs(source, target, lambda token: token.kind == "word" and len(token.text) > 2, np.logical_and.outer)
    sound = np.where(fits, np.maximum(0.0, 2 * np.maximum(texts, lemmas) - 1), 0).astype(np.float32)
    name = sound * _pairs(source, target, lambda token: token.text[0].isupper(), np.logical_and.outer)
    kind = _pairs(source, target, lambda token: token.kind == "word", np.equal.outer)
    return sound, name, (kind & sameness(left, right)).astype(np.float32)


def _pairs(
    source: Sequence[Token], target: Sequence[Token], holds: Callable[[Token], bool], joined: Callable[..., Any]
) -> NDArray[np.bool_]:
    """Whether something holds of the pairs, from what holds of the words."""
    made: NDArray[np.bool_] = joined(*(np.array([holds(token) for token in side], bool) for side in (source, target)))
    return made


def _quantities(source: Side, target: Side) -> Floats:
    """1 for words of equal quantities, 0.5 for words of quantities of equal value but unequal unit."""
    equal = np.zeros((len(source.tokens), len(target.tokens)), np.float32)
    for one in source.quantities:
        for other in target.quantities:
            if (one.low, one.high) != (other.low, other.high):
                continue
            rows = [i for i, t in enumerate(source.tokens) if t.start < one.stop and t.stop > one.start]
            columns = [j for j, t in enumerate(target.tokens) if t.start < other.stop and t.stop > other.start]
            equal[np.ix_(rows, columns)] = 1.0
    return equal


def _distance(rows: int, columns: int) -> Floats:
    places = np.arange(rows)[:, None] / rows - np.arange(columns)[None, :] / columns
    return np.abs(places).astype(np.float32)


def _classes(source: Side, target: Side) -> tuple[Floats, Floats]:
    """Pairs of which one is of a closed class, and pairs of which both are."""
    numbers = {None: -1, False: 0, True: 1}
    left = np.array([numbers[closed(token, source.lang)] for token in source.tokens])[:, None]
    right = np.array([numbers[closed(token, target.lang)] for token in target.tokens])[None, :]
    opposed = (left >= 0) & (right >= 0) & (left != right)
    return opposed.astype(np.float32), ((left == 1) & (right == 1)).astype(np.float32)


def _neighbours(together: Floats) -> Floats:
    """The best of the pairs one step away on both sides, in the same order or crossed."""
    rows, columns = together.shape
    padded = np.zeros((rows + 2, columns + 2), together.dtype)
    padded[1:-1, 1:-1] = together
    shifted = [
        padded[1 + down : 1 + down + rows, 1 + right : 1 + right + columns] for down in (-1, 1) for right in (-1, 1)
    ]
    best: Floats = np.maximum.reduce(shifted)
    return best
