"""The dynamic programme: costs of steps over a band of cells in, the cheapest path out.

It knows no text and no model. A cell (i, j) stands after i source and j target sentences; a step is
a bead of `a` source and `b` target sentences that ends in a cell, or the skip of one sentence of
one side. Time and memory are linear in the cells of the band: a row is a handful of array
operations, and a run of target skips inside a row is one cumulative minimum. Gates, cells that all paths
go through, cut a long text into stretches, which are walked side by side.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Floats = NDArray[np.float64]

BLOCK = 20_000
"""Cells whose predecessors are looked up at once, and at least one row."""
APART = 1e7
"""More than any path costs: keeps stretches apart that are walked side by side in one array."""


@dataclass(frozen=True)
class Band:
    """The cells that a path may touch: row i holds the columns ``start[i] .. stop[i] - 1``.

    There are n + 1 rows for n source sentences. Starts and stops never fall, neighbouring rows overlap, the first
    row starts at 0 and the last stops at m + 1: so a path from corner to corner always exists.
    """

    start: Integers
    stop: Integers
    gates: Integers = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    """Rows of one cell, in order, at which every path stops: no bead goes over them."""

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
        gates = self.shape[0] - self.gates[::-1]
        return Band(columns - self.stop[::-1], columns - self.start[::-1], gates)

    def gated(self, rows: Integers, columns: Integers) -> Band:
        """The band whose paths all stop at the given cells, of which both rows and columns grow."""
        places = np.searchsorted(rows, np.arange(len(self.start)))
        start = np.maximum(self.start, np.concatenate(([0], columns))[places])
        start[rows] = columns
        stop = np.minimum(self.stop, np.concatenate((columns + 1, [self.shape[1] + 1]))[places])
        return Band(start, stop, rows)


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


class _Walk:
    """The order in which cells are filled: stretches between gates side by side, a row of each at a time.

    What lies before a gate and after it do not touch.
    """

    def __init__(self, lattice: Lattice) -> None:
        self._lattice = lattice
        band = self._band = lattice.band
        widths = band.stop - band.start
        self.gates = np.concatenate(([0], band.gates))
        rows = np.arange(len(widths))
        self.stretch = np.maximum(np.searchsorted(self.gates, rows) - 1, 0)
        step = rows - self.gates[self.stretch]
        order = np.argsort(step, kind="stable")
        self.cells = np.repeat(band.offsets[order] - np.cumsum(widths[order]) + widths[order], widths[order])
        self.cells += np.arange(band.size)
        self.rows = np.repeat(order, widths[order])
        counts = np.bincount(step, widths)
        self._ends = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
        self._along = np.concatenate(([0.0], np.cumsum(lattice.skips[1])))

    def arrivals(self, best: Floats) -> Iterator[tuple[Integers, Floats, Floats, Floats]]:
        """Row by row: cells, costs of entering them by each shape and at last a skip, level and order of the stretches.

        `best` is what has been found so far; it has one infinite place more than cells, then one for each gate.
        """
        for first, last in self._blocks():
            part = slice(int(self._ends[first]), int(self._ends[last]))
            rows, cells = self.rows[part], self.cells[part]
            columns = self._band.start[rows] + cells - self._band.offsets[rows]
            origins = self._origins(rows, columns)
            costs = np.empty(origins.shape)
            costs[:-1] = self._lattice.costs[:, cells]
            costs[-1] = np.append(self._lattice.skips[0], 0.0)[rows - 1]
            level, apart = self._along[columns], self.stretch[rows] * APART
            for step in range(first, last):
                here = slice(int(self._ends[step]) - part.start, int(self._ends[step + 1]) - part.start)
                yield cells[here], best[origins[:, here]] + costs[:, here], level[here], apart[here]

    def _blocks(self) -> Iterator[tuple[int, int]]:
        """Steps whose cells are looked up at once."""
        first = 0
        for step in range(1, len(self._ends)):
            if self._ends[step] - self._ends[first] >= BLOCK or step == len(self._ends) - 1:
                yield first, step
                first = step

    def _origins(self, rows: Integers, columns: Integers) -> Integers:
        """Place of the cell from which each shape, and last a source skip, enters cells; gates have their own."""
        band, shapes = self._band, (*self._lattice.shapes, (1, 0))
        gate, stretch = self.gates[self.stretch[rows]], self.stretch[rows]
        later = stretch > 0
        found = np.empty((len(shapes), len(rows)), dtype=np.int64)
        # What a row of origins is like is asked once for all shapes that come from it.
        for a in {shape[0] for shape in shapes}:
            above = np.maximum(rows - a, 0)
            start, stop, shift = band.start[above], band.stop[above], band.offsets[above] - band.start[above]
            reached = (rows >= a) & ~((rows - a < gate) & later)
            at_gate = (rows - a == gate) & later
            for place, b in ((place, shape[1]) for place, shape in enumerate(shapes) if shape[0] == a):
                column = columns - b
                origin = np.where(at_gate, band.size + 1 + stretch, shift + column)
                found[place] = np.where(reached & (column >= start) & (column < stop), origin, band.size)
        return found

    def started(self) -> Floats:
        """Nothing found yet but the gates, where every stretch begins at nought."""
        best = np.full(self._band.size + 1 + len(self.gates), np.inf)
        best[self._band.size + 1 :] = 0.0
        return best


def cheapest(lattice: Lattice) -> Integers:
    """Steps of the cheapest path, shape (steps, 4): start and stop in the source, start and stop in the target.

    A skipped sentence is a step whose other side is empty. Of equal paths the one of the earlier shapes wins.
    """
    walk, kinds = _Walk(lattice), len(lattice.shapes)
    best = walk.started()
    choice = np.zeros(lattice.band.size, dtype=np.int8)
    for cells, arriving, level, apart in walk.arrivals(best):
        pick = arriving.argmin(0)
        value = arriving[pick, np.arange(len(cells))]
        if cells[0] == 0:
            value[0] = 0.0
        value -= level + apart
        reach = np.minimum.accumulate(value)
        choice[cells] = np.where(reach < value, kinds + 1, pick)
        best[cells] = _found(reach + level + apart)
    return _trace(lattice, choice)


def _found(value: Floats) -> Floats:
    """Costs, infinite where only the stretch before leads."""
    return np.where(value > APART / 2, np.inf, value)


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
    walk, size = _Walk(lattice), lattice.band.size
    best = walk.started()
    for cells, arriving, level, apart in walk.arrivals(best):
        least = np.minimum(arriving.min(0), 1e300)
        value = least - np.log(np.maximum(np.exp(least - arriving).sum(0), 1e-300))
        if cells[0] == 0:
            value[0] = 0.0
        value -= level + apart
        best[cells] = _found(level + apart - np.logaddexp.accumulate(-value))
    ends = lattice.band.offsets[walk.gates[1:]]
    before = np.concatenate(([0.0], np.cumsum(best[ends])))
    best[walk.cells] += before[walk.stretch[walk.rows]]
    return best[: size + 1]
