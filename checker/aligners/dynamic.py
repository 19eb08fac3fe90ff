"""The dynamic programme: costs of steps over a band of cells in, the cheapest path out.

It knows no text and no model. A cell (i, j) stands after i source and j target sentences; a step is
a bead of `a` source and `b` target sentences that ends in a cell, or the skip of one sentence of
one side. Time and memory are linear in the cells of the band: a row is a handful of array
operations, and a run of target skips inside a row is one cumulative minimum.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Floats = NDArray[np.float64]

BLOCK = 512
"""Rows whose predecessors are looked up at once."""


@dataclass(frozen=True)
class Band:
    """The cells that a path may touch: row i holds the columns ``start[i] .. stop[i] - 1``.

    There are n + 1 rows for n source sentences. Starts and stops never fall, neighbouring rows overlap, the first
    row starts at 0 and the last stops at m + 1: so a path from corner to corner always exists.
    """

    start: Integers
    stop: Integers

    @cached_property
    def offsets(self) -> Integers:
        """Where each row begins in an array of all cells, and after the last row their number."""
        return np.concatenate(([0], np.cumsum(self.stop - self.start)))

    @property
    def size(self) -> int:
        """Number of cells."""
        return int(self.offsets[-1])

    @property
    def shape(self) -> tuple[int, int]:
        """Number of source and of target sentences."""
        return len(self.start) - 1, int(self.stop[-1]) - 1

    def cells(self, first: int = 0, last: int | None = None) -> tuple[Integers, Integers]:
        """Row and column of every cell of the rows first .. last - 1, in order."""
        last = len(self.start) if last is None else last
        widths = self.stop[first:last] - self.start[first:last]
        rows = np.repeat(np.arange(first, last), widths)
        inside = np.arange(len(rows)) - np.repeat(self.offsets[first:last] - self.offsets[first], widths)
        return rows, self.start[rows] + inside

    def index(self, rows: Integers, columns: Integers) -> Integers:
        """Place of cells in an array of all cells; `size` for a cell outside the band."""
        safe = np.clip(rows, 0, len(self.start) - 1)
        inside = (rows == safe) & (columns >= self.start[safe]) & (columns < self.stop[safe])
        return np.where(inside, self.offsets[safe] + columns - self.start[safe], self.size)

    def reversed(self) -> Band:
        """The band of the two texts read from their ends."""
        columns = self.shape[1] + 1
        return Band(columns - self.stop[::-1], columns - self.start[::-1])


@dataclass(frozen=True)
class Lattice:
    """What every step costs.

    `costs[p, c]` is the cost of a bead of `shapes[p]` that ends in cell c (infinite where it cannot), `skips` the
    cost of leaving each source and each target sentence alone.
    """

    band: Band
    shapes: tuple[tuple[int, int], ...]
    costs: NDArray[np.floating]
    skips: tuple[Floats, Floats]

    def reversed(self) -> Lattice:
        """The same lattice with both texts read from their ends."""
        (n, m), band = self.band.shape, self.band.reversed()
        rows, columns = band.cells()
        padded = np.concatenate((self.costs, np.full((len(self.shapes), 1), np.inf, self.costs.dtype)), axis=1)
        costs = np.stack(
            [padded[p, self.band.index(n - rows + a, m - columns + b)] for p, (a, b) in enumerate(self.shapes)]
        )
        return Lattice(band, self.shapes, costs, (self.skips[0][::-1], self.skips[1][::-1]))


def _origins(lattice: Lattice, first: int, last: int) -> Integers:
    """Place of the cell from which each shape, and last a source skip, enters the cells of some rows."""
    rows, columns = lattice.band.cells(first, last)
    return np.stack([lattice.band.index(rows - a, columns - b) for a, b in (*lattice.shapes, (1, 0))])


def cheapest(lattice: Lattice) -> Integers:
    """Steps of the cheapest path, shape (steps, 4): start and stop in the source, start and stop in the target.

    A skipped sentence is a step whose other side is empty. Of equal paths the one of the earlier shapes wins.
    """
    band, kinds = lattice.band, len(lattice.shapes)
    best = np.full(band.size + 1, np.inf)
    choice = np.zeros(band.size, dtype=np.int8)
    along = np.concatenate(([0.0], np.cumsum(lattice.skips[1])))
    for first in range(0, len(band.start), BLOCK):
        last = min(first + BLOCK, len(band.start))
        origins, base = _origins(lattice, first, last), int(band.offsets[first])
        for i in range(first, last):
            low, high = int(band.offsets[i]), int(band.offsets[i + 1])
            arriving = best[origins[:, low - base : high - base]]
            arriving[:kinds] += lattice.costs[:, low:high]
            arriving[kinds] += lattice.skips[0][i - 1] if i else 0.0
            pick = arriving.argmin(0)
            value = arriving[pick, np.arange(high - low)]
            if i == 0:
                value[0] = 0.0
            level = along[band.start[i] : band.stop[i]]
            value -= level
            reach = np.minimum.accumulate(value)
            choice[low:high] = np.where(reach < value, kinds + 1, pick)
            best[low:high] = reach + level
    return _trace(lattice, choice)


def _trace(lattice: Lattice, choice: NDArray[np.int8]) -> Integers:
    moves = (*lattice.shapes, (1, 0), (0, 1))
    band = lattice.band
    offsets, starts = band.offsets.tolist(), band.start.tolist()
    i, j = band.shape
    steps = []
    while i or j:
        a, b = moves[choice[offsets[i] + j - starts[i]]] if i else (0, 1)
        steps.append((i - a, i, j - b, j))
        i, j = i - a, j - b
    return np.array(steps[::-1], dtype=np.int64).reshape(-1, 4)


def potentials(lattice: Lattice) -> Floats:
    """Soft cost of reaching each cell: minus the log of the sum of exp(-cost) over all paths to it.

    One more cell at the end is infinite: it stands for whatever is outside the band.
    """
    band, kinds = lattice.band, len(lattice.shapes)
    best = np.full(band.size + 1, np.inf)
    along = np.concatenate(([0.0], np.cumsum(lattice.skips[1])))
    for first in range(0, len(band.start), BLOCK):
        last = min(first + BLOCK, len(band.start))
        origins, base = _origins(lattice, first, last), int(band.offsets[first])
        for i in range(first, last):
            low, high = int(band.offsets[i]), int(band.offsets[i + 1])
            arriving = best[origins[:, low - base : high - base]]
            arriving[:kinds] += lattice.costs[:, low:high]
            arriving[kinds] += lattice.skips[0][i - 1] if i else 0.0
            least = np.minimum(arriving.min(0), 1e300)
            value = least - np.log(np.maximum(np.exp(least - arriving).sum(0), 1e-300))
            if i == 0:
                value[0] = 0.0
            level = along[band.start[i] : band.stop[i]]
            best[low:high] = level - np.logaddexp.accumulate(level - value)
    return best
