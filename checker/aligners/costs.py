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


AGAIN = 0.45
"""Cosine of two neighbouring sentences up to which neither repeats the other: nine of ten really left out ..."""
UNUSUAL = 0.25
"""... and at least so much above the median of the text: in a language unknown to the encoder all is alike."""


@dataclass(frozen=True)
class Weights:
    """Weights of the features of a bead.

    Learned by ``python -m training.alignment`` on NTREX-128 documents in fifteen languages against English, rewritten
    at random (CC BY-SA 4.0), on eight books aligned by paragraph (ru-en, MIT) and on our own articles; nothing was
    learned on Text+Berg, Anna Karenina and WMT21. `paragraph`, `torn`, `repeated` and `signs` were set by hand;
    `skip` came out as -0.21 and was raised to -0.01, which finds more omissions at equal F1.
    """

    likeness: float = 5.578
    likeness_square: float = 5.685
    likeness_more: float = 2.141
    """For each sentence beyond two: a greater bead that is as alike says more."""
    likeness_long: float = 2.182
    """For each growth of its characters by e: long sentences are alike by chance less often."""
    long: float = -1.64
    length_ratio: float = 1.509
    length_square: float = 0.335
    one: tuple[float, ...] = (0.0, 0.0, 2.044, 1.358, 0.971, -0.043)
    """By the number of sentences of a bead one of whose sides has one."""
    many: tuple[float, ...] = (0.0, 0.0, 0.0, 0.0, 0.266, -0.557, 0.031, -0.995, -0.388)
    """By the number of sentences of a bead both of whose sides have several."""
    skip: float = -0.01
    astray: float = 0.722
    """Against a word whose counterpart stands just outside of the bead; in the second look only."""
    paragraph: float = 0.7
    """Against a bead that runs over the end of a paragraph, for each side; by hand, far below a wall."""
    torn: float = 1.2
    """For each cut inside of a bead that is hardly the end of a sentence (`Side.torn`)."""
    repeated: float = 4.0
    """Against leaving alone what says again what stands beside it, for each unit of cosine above what is usual."""
    signs: float = 1.0
    """For leaving alone what has neither a letter nor a number."""


def _lengths(lengths: NDArray[np.float64], places: NDArray[np.int64], count: int) -> Floats:
    """Characters of the `count` sentences before each place."""
    ahead = np.concatenate((np.zeros(count), np.cumsum(np.concatenate(([0.0], lengths)))))
    found: Floats = (ahead[count:] - ahead[: len(ahead) - count])[places].astype(np.float32)
    return found


def _inside(marks: NDArray[np.bool_], places: NDArray[np.int64], count: int) -> Floats:
    """How many of the `count` sentences before each place are marked, the first of them left out."""
    ahead = np.concatenate((np.zeros(count), np.cumsum(np.concatenate(([0], marks)))))
    inner = ahead[count:] - np.concatenate((np.zeros(1), ahead))[2 : len(ahead) - count + 2]
    found: Floats = inner[places].astype(np.float32)
    return found


def _seams(side: Side, places: NDArray[np.int64], count: int, weights: Weights) -> Floats:
    """What the cuts inside the `count` sentences before each place say against a bead of them."""
    price = weights.paragraph * np.minimum(_inside(side.opens, places, count), 1.0)
    found: Floats = (price - weights.torn * _inside(side.torn, places, count)).astype(np.float32)
    return found


def lattice(source: Side, target: Side, band: Band, weights: Weights) -> tuple[Lattice, Cosines]:
    """Costs of all steps in the band, and the cosines of the beads, both of shape (shapes, cells).

    The lengths of the two sides are to be of one measure (`Side.like`).
    """
    if source.runs is None or target.runs is None:
        raise ValueError("a lattice by meaning needs run vectors on both sides")
    alike = similarities(band, source.runs, target.runs, SHAPES)
    return priced(source, target, band, alike, weights), alike


def priced(source: Side, target: Side, band: Band, alike: Cosines, weights: Weights) -> Lattice:
    """Costs of all steps in the band from the cosines of its beads; linear in the weights."""
    rows, columns = band.cells()
    sizes = {a: (_lengths(source.lengths, rows, a), _lengths(target.lengths, columns, a)) for a in range(1, 5)}
    seams = {a: (_seams(source, rows, a, weights), _seams(target, columns, a, weights)) for a in range(2, 5)}
    costs = np.empty_like(alike)
    for place, (a, b) in enumerate(SHAPES):
        costs[place] = cost(alike[place], (sizes[a][0], sizes[b][1]), (a, b), weights)
        for side, count in enumerate((a, b)):
            if count > 1:
                costs[place] += seams[count][side]
    return Lattice(band, SHAPES, costs, (_skips(source, weights), _skips(target, weights)))


def _skips(side: Side, weights: Weights) -> NDArray[np.float64]:
    """What it costs to leave each sentence alone."""
    usual = max(AGAIN, float(np.median(side.again)) + UNUSUAL)
    repeated = weights.repeated * np.maximum(side.again - usual, 0.0)
    found: NDArray[np.float64] = repeated - weights.skip - weights.signs * side.signs
    return found


def cost(alike: Cosines, sizes: tuple[Floats, Floats], shape: tuple[int, int], weights: Weights) -> Floats:
    """What beads of one shape cost, by their cosines and the characters of their two sides; paragraphs left out."""
    return _length_cost(*sizes, weights) - _gain(alike, sizes, shape, weights)


def _gain(alike: Cosines, sizes: tuple[Floats, Floats], shape: tuple[int, int], weights: Weights) -> Floats:
    """What likeness of meaning and the shape say for a bead."""
    count = sum(shape)
    size = np.log((sizes[0] + sizes[1]) / 2 + 1) - np.float32(_MIDDLING)
    slope = np.float32(weights.likeness + weights.likeness_more * (count - 2))
    bonuses = weights.many if min(shape) > 1 else weights.one
    bonus = bonuses[min(count, len(bonuses) - 1)]
    gain = alike * (slope + np.float32(weights.likeness_square) * alike + np.float32(weights.likeness_long) * size)
    gain += np.float32(weights.long) * size + np.float32(bonus)
    return gain


def _length_cost(ours: Floats, theirs: Floats, weights: Weights) -> Floats:
    """What the lengths of the two sides say against a bead."""
    square = np.minimum((ours - theirs) ** 2 / np.maximum(ours + theirs, 1) / 6, 15)
    ratio = np.minimum(np.abs(np.log((ours + 5) / (theirs + 5))), 2)
    cost: Floats = np.float32(weights.length_square) * square + np.float32(weights.length_ratio) * ratio
    return cost
