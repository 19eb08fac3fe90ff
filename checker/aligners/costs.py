"""What a bead costs: minus the log-odds of its likeness in meaning and in length, by its shape."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from checker.aligners.coarse import similarities
from checker.aligners.dynamic import Band, Lattice

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from checker.aligners.sides import Side

    Floats = NDArray[np.float64]

SHAPES = tuple((a, b) for a in range(1, 5) for b in range(1, 5))


@dataclass(frozen=True)
class Weights:
    """Log-odds per unit of each feature, relative to leaving the sentences alone."""

    likeness: float = 5.74
    likeness_more: float = 0.6
    length_square: float = 0.53
    length_ratio: float = 1.44
    bonus: tuple[float, ...] = (0.0, 0.0, 4.85, 5.97, 5.7, 4.7)
    """By the number of sentences where one side has one."""
    bonus_many: tuple[float, ...] = (0.0, 0.0, 0.0, 0.0, 6.7, 8.1, -5.0, -10.0, -15.0)
    """By the number of sentences where both sides have several."""
    skip: float = -1.8
    skip_likeness: float = 3.48


def lattice(source: Side, target: Side, band: Band, weights: Weights) -> tuple[Lattice, NDArray[np.float32]]:
    """Costs of all steps in the band, and the cosines of the beads."""
    assert source.runs is not None and target.runs is not None  # noqa: S101
    alike = similarities(band, source.runs, target.runs, SHAPES)
    costs = -alike.copy()
    rows, columns = band.cells()
    ahead = [np.concatenate(([0.0], np.cumsum(side.lengths))) for side in (source, target)]
    ratio = ahead[0][-1] / max(ahead[1][-1], 1.0)
    for place, (a, b) in enumerate(SHAPES):
        ours = ahead[0][rows] - ahead[0][np.maximum(rows - a, 0)]
        theirs = (ahead[1][columns] - ahead[1][np.maximum(columns - b, 0)]) * ratio
        square = np.minimum((ours - theirs) ** 2 / np.maximum(ours + theirs, 1) / 6, 15)
        folds = np.minimum(np.abs(np.log((ours + 5) / (theirs + 5))), 2)
        bonus = (weights.bonus_many if min(a, b) > 1 else weights.bonus)[a + b]
        gain = alike[place] * (weights.likeness + weights.likeness_more * (a + b - 2)) + bonus
        costs[place] = weights.length_square * square + weights.length_ratio * folds - gain
    skips = tuple(weights.skip + weights.skip_likeness * most for most in _best(band, alike[0]))
    return Lattice(band, SHAPES, costs, (skips[0], skips[1])), alike


def _best(band: Band, alike: NDArray[np.float32]) -> tuple[Floats, Floats]:
    """For every sentence of each side the likeness of its nearest one within the band, at least 0."""
    n, m = band.shape
    rows, columns = band.cells()
    usable = (rows > 0) & (columns > 0)
    found = np.zeros(n), np.zeros(m)
    np.maximum.at(found[0], rows[usable] - 1, alike[usable])
    np.maximum.at(found[1], columns[usable] - 1, alike[usable])
    return found
