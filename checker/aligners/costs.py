"""What a bead costs: minus its log-odds against leaving its sentences alone, by meaning, length and shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from checker.aligners.coarse import similarities
from checker.aligners.dynamic import Band, Lattice

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from checker.aligners.sides import Side

    Floats = NDArray[np.float32]
    Cosines = NDArray[np.float32]

SHAPES = tuple((a, b) for a in range(1, 5) for b in range(1, 5))

_MIDDLING = 4.0
"""Log of the characters of a middling sentence, where length adds no weight to likeness."""


@dataclass(frozen=True)
class Weights:
    """Weights of the features of a bead.

    Fitted by maximum likelihood of the gold paths (a semi-Markov random field) on Text+Berg dev (de-fr and its two
    machine re-translations; GPL-2), NTREX-128 documents with random merges, splits and drops in 14 languages
    against English (CC BY-SA 4.0), eight books aligned by paragraph (ru-en; MIT; the sum over all paths through the
    ends of paragraphs) and two articles of our own. `skip` and `paragraph` were set by hand.
    """

    likeness: float = -0.295
    likeness_square: float = 13.174
    likeness_more: float = 2.874
    """For each sentence beyond two: a greater bead that is as alike says more."""
    likeness_long: float = 5.199
    """For each growth of its characters by e: long sentences are alike by chance less often."""
    long: float = -1.716
    length_ratio: float = 2.639
    length_square: float = 0.202
    one: tuple[float, ...] = (0.0, 0.0, 4.036, 2.871, 2.125, 1.788)
    """By the number of sentences of a bead one of whose sides has one."""
    many: tuple[float, ...] = (0.0, 0.0, 0.0, 0.0, 1.749, 1.345, 0.653, -0.039, -0.731)
    """By the number of sentences of a bead both of whose sides have several."""
    skip: float = 0.1
    paragraph: float = 0.7
    """Against a bead that runs over the end of a paragraph, for each side; by hand, far below a wall."""


def _lengths(lengths: NDArray[np.float64], places: NDArray[np.int64], count: int) -> Floats:
    """Characters of the `count` sentences before each place."""
    ahead = np.concatenate((np.zeros(count), np.cumsum(np.concatenate(([0.0], lengths)))))
    found: Floats = (ahead[count:] - ahead[: len(ahead) - count])[places].astype(np.float32)
    return found


def _broken(opens: NDArray[np.bool_], places: NDArray[np.int64], count: int) -> Floats:
    """Whether a paragraph begins inside the `count` sentences before each place."""
    ahead = np.concatenate((np.zeros(count), np.cumsum(np.concatenate(([0], opens)))))
    inner = ahead[count:] - np.concatenate((np.zeros(1), ahead))[2 : len(ahead) - count + 2]
    found: Floats = np.minimum(inner, 1.0)[places].astype(np.float32)
    return found


def lattice(source: Side, target: Side, band: Band, weights: Weights) -> tuple[Lattice, Cosines]:
    """Costs of all steps in the band, and the cosines of the beads, both of shape (shapes, cells)."""
    if source.runs is None or target.runs is None:
        raise ValueError("a lattice by meaning needs run vectors on both sides")
    alike = similarities(band, source.runs, target.runs, SHAPES)
    rows, columns = band.cells()
    ratio = np.float32(source.lengths.sum() / max(target.lengths.sum(), 1.0))
    sizes = {a: (_lengths(source.lengths, rows, a), _lengths(target.lengths, columns, a)) for a in range(1, 5)}
    breaks = {a: (_broken(source.opens, rows, a), _broken(target.opens, columns, a)) for a in range(2, 5)}
    costs = np.empty_like(alike)
    for place, (a, b) in enumerate(SHAPES):
        ours, theirs = sizes[a][0], sizes[b][1]
        costs[place] = _length_cost(ours, theirs * ratio, weights) - _gain(
            alike[place], (ours, theirs), (a, b), weights
        )
        for side, count in enumerate((a, b)):
            if count > 1:
                costs[place] += np.float32(weights.paragraph) * breaks[count][side]
    skips = np.full(len(source), -weights.skip), np.full(len(target), -weights.skip)
    return Lattice(band, SHAPES, costs, skips), alike


def _gain(alike: Cosines, sizes: tuple[Floats, Floats], shape: tuple[int, int], weights: Weights) -> Floats:
    """What likeness of meaning and the shape say for a bead."""
    count = sum(shape)
    size = np.log((sizes[0] + sizes[1]) / 2 + 1) - np.float32(_MIDDLING)
    slope = np.float32(weights.likeness + weights.likeness_more * (count - 2))
    bonus = (weights.many if min(shape) > 1 else weights.one)[count]
    gain = alike * (slope + np.float32(weights.likeness_square) * alike + np.float32(weights.likeness_long) * size)
    gain += np.float32(weights.long) * size + np.float32(bonus)
    return gain


def _length_cost(ours: Floats, theirs: Floats, weights: Weights) -> Floats:
    """What the lengths of the two sides say against a bead."""
    square = np.minimum((ours - theirs) ** 2 / np.maximum(ours + theirs, 1) / 6, 15)
    ratio = np.minimum(np.abs(np.log((ours + 5) / (theirs + 5))), 2)
    cost: Floats = np.float32(weights.length_square) * square + np.float32(weights.length_ratio) * ratio
    return cost
