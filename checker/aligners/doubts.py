"""A second look at what the path is unsure of, word by word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from checker.aligners.dynamic import Lattice
    from checker.aligners.lexicon import Lexicon

    Integers = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Stretch = tuple[int, int]

UNSURE = 0.9
"""Confidence below which a step is looked at again ..."""
GROWN = 2
"""... with so many steps before and after it."""
LARGEST = 40_000
"""Pairs of sentences of a stretch beyond which it is left as it is: words will not mend where nothing is sure."""


def stretches(steps: Integers, sure: Floats) -> list[tuple[Stretch, Stretch]]:
    """Source and target sentences of the parts of a path that are in doubt; beads or ends stand around each."""
    count = len(steps)
    beads = (steps[:, 1] > steps[:, 0]) & (steps[:, 3] > steps[:, 2])
    firm = np.flatnonzero(np.concatenate(([True], beads[1:] & beads[:-1], [True])))
    places = np.flatnonzero(sure < UNSURE)
    first = firm[np.searchsorted(firm, np.maximum(places - GROWN, 0), "right") - 1]
    last = firm[np.searchsorted(firm, np.minimum(places + 1 + GROWN, count))]
    covered = np.cumsum(np.bincount(first, minlength=count + 1) - np.bincount(last, minlength=count + 1)) > 0
    edges = np.flatnonzero(np.diff(np.concatenate(([False], covered)).astype(np.int8)))
    found = []
    for begin, end in edges.reshape(-1, 2).tolist():
        source = (int(steps[begin, 0]), int(steps[end - 1, 1]))
        target = (int(steps[begin, 2]), int(steps[end - 1, 3]))
        if 0 < (source[1] - source[0]) * (target[1] - target[0]) <= LARGEST:
            found.append((source, target))
    return found


def reconsidered(lattice: Lattice, parts: list[tuple[Stretch, Stretch]], lexicon: Lexicon, weight: float) -> Lattice:
    """The lattice with a price on words gone astray in some parts, which every path now enters and leaves as before."""
    corners = [corner for source, target in parts for corner in zip(source, target, strict=True)]
    places = _growing(lattice, corners)
    band = lattice.band.gated(places[:, 0], places[:, 1])
    costs = lattice.costs[:, lattice.band.index(*band.cells())]
    shapes = np.array(lattice.shapes)
    lexicon.learn(parts)
    for source, target in parts:
        astray = lexicon.astray(source, target)
        cells = slice(int(band.offsets[source[0] + 1]), int(band.offsets[source[1] + 1]))
        rows, columns = band.cells(source[0] + 1, source[1] + 1)
        begins = rows - shapes[:, :1] - source[0], columns - shapes[:, 1:] - target[0]
        inside = (begins[0] >= 0) & (begins[1] >= 0) & (columns <= target[1])
        price = astray[shapes[:, :1] - 1, shapes[:, 1:] - 1, begins[0] * inside, begins[1] * inside]
        costs[:, cells] += np.float32(weight) * np.where(inside, price, np.float32(0.0))
    return replace(lattice, band=band, costs=costs)


def _growing(lattice: Lattice, corners: list[Stretch]) -> Integers:
    """The gates of a lattice, and of more cells on a path through them those that grow in both directions."""
    gates = lattice.band.gates
    old = set(zip(gates.tolist(), lattice.band.start[gates].tolist(), strict=True))
    kept: list[Stretch] = [(0, 0)]
    for place in sorted({*corners, *old}):
        if place in old:
            while kept[-1] not in old and not (kept[-1][0] < place[0] and kept[-1][1] < place[1]) and len(kept) > 1:
                kept.pop()
            kept.append(place)
        elif kept[-1][0] < place[0] < lattice.band.shape[0] and kept[-1][1] < place[1] < lattice.band.shape[1]:
            kept.append(place)
    return np.array(kept[1:], dtype=np.int64).reshape(-1, 2)
