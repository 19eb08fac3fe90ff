"""How sure a bead is: its share of all paths through the lattice, each weighted by its odds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from checker.aligners.dynamic import Lattice, potentials

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.int64]
    Floats = NDArray[np.float64]


def confidences(lattice: Lattice, steps: Integers) -> Floats:
    """The probability of every step of a path, in 0-1.

    The costs are log-odds, so the sum over all paths is a probability (forward and backward sums). A
    skipped sentence counts wherever on the other side a path skips it.
    """
    band = lattice.band
    n, m = band.shape
    rows, columns = band.cells()
    forward, reverse = potentials(lattice), lattice.reversed()
    behind = potentials(reverse)[reverse.band.index(n - rows, m - columns)]
    total = forward[band.size - 1]

    def share(origin: Integers, cost: Floats, ends: Integers) -> Floats:
        odds: Floats = np.exp(np.minimum(total - forward[origin] - cost - behind[ends], 0.0))
        return odds

    cells = np.arange(band.size)
    skips = [np.append(skip, 0.0) for skip in lattice.skips]
    ours = share(band.index(rows - 1, columns), skips[0][rows - 1], cells)
    theirs = share(band.index(rows, columns - 1), skips[1][columns - 1], cells)
    alone = np.bincount(rows, ours, n + 1), np.bincount(columns, theirs, m + 1)
    counts = steps[:, 1::2] - steps[:, 0::2]
    found = np.where(counts[:, 1] == 0, alone[0][steps[:, 1]], alone[1][steps[:, 3]])
    beads = np.flatnonzero(counts.min(1) > 0)
    if len(beads):
        kinds = {shape: place for place, shape in enumerate(lattice.shapes)}
        ends = band.index(steps[beads, 1], steps[beads, 3])
        kind = np.array([kinds[int(a), int(b)] for a, b in counts[beads]])
        origin = band.index(steps[beads, 0], steps[beads, 2])
        found[beads] = share(origin, lattice.costs[kind, ends].astype(np.float64), ends)
    return np.clip(found, 0.0, 1.0)
