"""Places that a path goes through beyond doubt: between two pairs of sentences that nothing rivals.

They cut a long text into stretches that do not touch, so that the dynamic programme walks all of them at once.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from checker.aligners.dynamic import Lattice

    Integers = NDArray[np.int64]
    Floats = NDArray[np.floating]


def gated(lattice: Lattice, sure: float) -> Lattice:
    """The lattice cut down to the paths through its gates.

    A gate lies between two beads of one sentence by one, both cheaper by `sure` than leaving their sentences alone and
    than any such bead of either of their sentences with another, and together than one of two by one, one by two or
    two by two.
    """
    band = lattice.band
    rows, columns = band.cells()
    single = np.where((rows > 0) & (columns > 0), lattice.costs[lattice.shapes.index((1, 1))], np.inf)
    pairs = _pairs(single, rows, columns, band.shape, sure)
    gates = pairs[np.append(np.diff(pairs, axis=0) == 1, [[False, False]], axis=0).all(1)] if len(pairs) else pairs
    if len(gates):
        alone = single[band.index(*gates.T)] + single[band.index(*(gates + 1).T)]
        gates = gates[_rivals(lattice, gates) >= alone + sure]
        gates = _growing(gates)
    if not len(gates):
        return lattice
    narrow = band.gated(gates[:, 0], gates[:, 1])
    kept = band.index(*narrow.cells())
    return replace(lattice, band=narrow, costs=lattice.costs[:, kept])


def _pairs(single: Floats, rows: Integers, columns: Integers, size: tuple[int, int], sure: float) -> Integers:
    """Cells of beads of one by one that are beyond doubt in their row and their column, shape (pairs, 2)."""
    lines = (rows, size[0] + 1), (columns, size[1] + 1)
    least = [_least(single, line, count) for line, count in lines]
    best = np.flatnonzero((single <= -sure) & (single == least[0][rows]) & (single == least[1][columns]))
    others = single.copy()
    others[best] = np.inf
    for line, count in lines:
        best = best[_least(others, line, count)[line[best]] >= single[best] + sure]
    return np.stack((rows[best], columns[best]), axis=1)


def _least(values: Floats, line: Integers, count: int) -> Floats:
    found = np.full(count, np.inf, values.dtype)
    np.minimum.at(found, line, values)
    return found


def _rivals(lattice: Lattice, gates: Integers) -> Floats:
    """The least cost of a bead of two by one, one by two or two by two that goes over each gate."""
    padded = np.full(len(gates), np.inf)
    for place, (a, b) in enumerate(lattice.shapes):
        if max(a, b) == 2:
            for down in (0, 1) if a == 1 else (1,):
                for right in (0, 1) if b == 1 else (1,):
                    cells = lattice.band.index(gates[:, 0] + down, gates[:, 1] + right)
                    inside = cells < lattice.band.size
                    padded[inside] = np.minimum(padded[inside], lattice.costs[place, cells[inside]])
    return padded


def _growing(gates: Integers) -> Integers:
    """The gates that cross no other: where a passage has moved, there are none."""
    columns = gates[:, 1]
    before = np.concatenate(([-1], np.maximum.accumulate(columns)))[:-1]
    after = np.concatenate((np.minimum.accumulate(columns[::-1])[::-1], [columns.max(initial=0) + 1]))[1:]
    return gates[(columns > before) & (columns < after)]
