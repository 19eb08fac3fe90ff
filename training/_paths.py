"""Many alignments as one long pair of texts: the sum over all paths of all of them in one walk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from benchmarks._alignment_scorer import Tally
from checker.aligners.costs import SHAPES
from checker.aligners.dynamic import Band, Lattice, cheapest, potentials

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks._alignment_scorer import Link

NEVER = 300.0
"""Cost of leaving alone a sentence that may not be."""


@dataclass(frozen=True)
class Example:
    """Two texts, cells among which the right path lies, and what is right.

    `columns[k]` is what a weight k of one adds to the cost of each bead, shape (shapes, cells); `right` says whether a
    bead may be part of a right path, `alone` whether a sentence may be left alone in one.
    """

    name: str
    size: tuple[int, int]
    band: Band
    gold: tuple[Link, ...]
    columns: np.ndarray
    right: np.ndarray
    alone: tuple[np.ndarray, np.ndarray]


class Paths:
    """All paths through the examples, which stand one after the other with a gate between two bridges after each."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.examples = examples
        self.columns = np.concatenate([one.columns for one in examples], axis=2)
        self.right = np.concatenate([one.right for one in examples], axis=1)
        sizes = np.array([one.size for one in examples]) + 2
        self.begins = np.concatenate(([[0, 0]], np.cumsum(sizes, axis=0)))
        self.band = self._band()
        self.rows, self.marks = self.band.cells()
        self._origins = np.stack([self.band.index(self.rows - a, self.marks - b) for a, b in SHAPES])
        owner = np.searchsorted(self.begins[:, 0], self.rows, "right") - 1
        inside = self.rows - self.begins[owner, 0] <= np.append(sizes[:, 0] - 2, -1)[owner]
        self.cells = np.flatnonzero(inside)
        owner = np.append(np.where(inside, owner, -1), -1)
        self._inner = (owner[self._origins] == owner[:-1]) & inside
        gates = self.band.offsets[self.band.gates]
        self._bridges = np.concatenate((gates, self.band.offsets[self.band.gates + 1]))
        self._sentences = [self._along(axis) for axis in (0, 1)]

    def _band(self) -> Band:
        starts, stops = [], []
        for one, (_, column) in zip(self.examples, self.begins.tolist(), strict=False):
            gate = column + one.size[1] + 1
            starts += [one.band.start + column, np.array([gate])]
            stops += [one.band.stop + column, np.array([gate + 1])]
        last = self.begins[-1:, 1]
        return Band(np.concatenate((*starts, last)), np.concatenate((*stops, last + 1)), self.begins[1:, 0] - 1)

    def _along(self, axis: int) -> tuple[np.ndarray, np.ndarray]:
        """Of every sentence of a side whether it is one, and whether a right path may leave it alone."""
        real = np.zeros((2, self.band.shape[axis]), np.bool_)
        for one, begin in zip(self.examples, self.begins[:, axis].tolist(), strict=False):
            real[0, begin : begin + one.size[axis]] = True
            real[1, begin : begin + one.size[axis]] = one.alone[axis]
        return real[0], real[1]

    def lattice(self, weights: np.ndarray, skip: float, *, right: bool) -> Lattice:
        """All paths, or the right ones only."""
        costs = np.full((len(SHAPES), self.band.size), np.inf, np.float32)
        made = np.tensordot(weights.astype(np.float32), self.columns, 1)
        costs[:, self.cells] = np.where(self.right, made, np.inf) if right else made
        costs[~self._inner] = np.inf
        costs[0, self._bridges] = 0.0
        skips = [np.where(side[int(right)], -skip, NEVER) for side in self._sentences]
        return Lattice(self.band, SHAPES, costs, (skips[0], skips[1]))

    def total(self, weights: np.ndarray, skip: float, *, right: bool) -> tuple[float, np.ndarray, float]:
        """Minus the log of the sum over paths, and its slopes by the weights and by the skip."""
        lattice = self.lattice(weights, skip, right=right)
        forward, reverse = potentials(lattice), lattice.reversed()
        n, m = self.band.shape
        total = forward[self.band.size - 1]
        with np.errstate(invalid="ignore", over="ignore"):
            behind = total - potentials(reverse)[reverse.band.index(n - self.rows, m - self.marks)]
            share = np.nan_to_num(np.exp(behind - forward[self._origins] - lattice.costs), posinf=0.0)
            share[0, self._bridges] = 0.0
            slopes = np.tensordot(self.columns, share[:, self.cells].astype(np.float32), ([1, 2], [0, 1]))
            alone = 0.0
            for axis, along in enumerate((self.rows, self.marks)):
                origin = self.band.index(self.rows - (axis == 0), self.marks - (axis == 1))
                chance = np.exp(behind - forward[origin] - np.append(lattice.skips[axis], 0.0)[along - 1])
                alone += float(chance[np.isfinite(chance) & (along > 0)].sum())
        return float(total), slopes, -alone

    def scores(self, weights: np.ndarray, skip: float) -> dict[str, Tally]:
        """How the cheapest paths of the examples with gold links do, by name."""
        steps = cheapest(self.lattice(weights, skip, right=False))
        tallies: dict[str, Tally] = {}
        for one, begin in zip(self.examples, self.begins, strict=False):
            here = steps - begin.repeat(2)
            inside = (here[:, ::2] >= 0).all(1) & (here[:, 1::2] <= one.size).all(1)
            found = [(tuple(range(i, k)), tuple(range(j, q))) for i, k, j, q in here[inside].tolist()]
            if one.gold:
                tallies.setdefault(one.name, Tally()).add(found, one.gold)
        return tallies
