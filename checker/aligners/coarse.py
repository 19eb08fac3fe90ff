"""From coarse to fine: where in the lattice of two long texts the path can be.

Both texts are halved until they are short, by adding the vectors of neighbours; the path over the shortest
ones is a band for the next finer ones. Time and memory grow with the length of the texts, not with its square.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from checker.aligners.dynamic import Band, Lattice, cheapest
from checker.aligners.gates import gated

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]
    Integers = NDArray[np.int64]

SMALL = 160
"""Sentences of the longer side up to which every cell is looked at."""
REACH = 8
"""Cells on either side of a coarser path that the next finer one may touch."""
SURE = 2.0
"""Standard deviations of chance likeness by which nothing rivals a pair that a coarse path is made to go through."""
ROWS = 32
"""Rows whose products are taken at once."""

SHAPES = ((1, 1),)


def whole(n: int, m: int) -> Band:
    """The band of all cells."""
    return Band(np.zeros(n + 1, dtype=np.int64), np.full(n + 1, m + 1, dtype=np.int64))


def around(steps: Integers, n: int, m: int, reach: int) -> Band:
    """The cells within `reach` rows and columns of a path of `steps` over n by m sentences."""
    low, high = np.full(n + 1, m, dtype=np.int64), np.zeros(n + 1, dtype=np.int64)
    low[0], high[n] = 0, m
    if len(steps):
        for rows, columns in ((steps[:, 0], steps[:, 2]), (steps[:, 1], steps[:, 3])):
            np.minimum.at(low, rows, columns)
            np.maximum.at(high, rows, columns)
    low = np.minimum.accumulate(low[::-1])[::-1]
    high = np.maximum.accumulate(high)
    rows = np.arange(n + 1)
    start = np.clip(low[np.maximum(rows - reach, 0)] - reach, 0, m)
    stop = np.clip(high[np.minimum(rows + reach, n)] + reach + 1, 1, m + 1)
    return Band(start, stop)


def similarities(
    band: Band, source: Vectors, target: Vectors, shapes: tuple[tuple[int, int], ...]
) -> NDArray[np.float32]:
    """Cosine of every bead, shape (shapes, cells), from run vectors of shape (longest, sentences, dimension).

    A bead that would begin before the text has an arbitrary value; no path can reach it.
    """
    longest, dimension = source.shape[0], source.shape[2]
    found = np.empty((len(shapes), band.size), dtype=np.float32)
    for first in range(0, len(band.start), ROWS):
        last = min(first + ROWS, len(band.start))
        rows, columns = band.cells(first, last)
        top, left = max(first - longest, 0), max(int(band.start[first]) - longest, 0)
        ours = source[:, top : max(last - 1, top + 1)]
        theirs = target[:, left : max(int(band.stop[last - 1]) - 1, left + 1)]
        block = (ours.reshape(-1, dimension) @ theirs.reshape(-1, dimension).T).reshape(
            longest, ours.shape[1], longest, theirs.shape[1]
        )
        cells = slice(int(band.offsets[first]), int(band.offsets[last]))
        for place, (a, b) in enumerate(shapes):
            found[place, cells] = block[
                a - 1, np.clip(rows - a - top, 0, None), b - 1, np.clip(columns - b - left, 0, None)
            ]
    return found


def _centred(vectors: Vectors) -> Vectors:
    """Directions from the text's middle: what a language or a subject has in common is no evidence."""
    vectors = vectors - vectors.mean(0)
    centred: Vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    return centred


def _halved(vectors: Vectors) -> Vectors:
    """Sums of neighbours, two by two."""
    sums = vectors[::2].copy()
    sums[: len(vectors) // 2] += vectors[1::2]
    return sums


def _path(source: Vectors, target: Vectors) -> Integers:
    """Steps of the path that gathers most similarity above chance."""
    band = corridor(source, target, REACH)
    alike = similarities(band, _centred(source)[None], _centred(target)[None], SHAPES)
    chance = alike.mean() + alike.std()
    skips = np.zeros(len(source)), np.zeros(len(target))
    return cheapest(gated(Lattice(band, SHAPES, np.minimum(chance - alike, 0.0), skips), SURE * float(alike.std())))


def corridor(source: Vectors, target: Vectors, reach: int) -> Band:
    """Where the path between the sentences of two texts can be, from their vectors of shape (sentences, dimension).

    All cells of short texts; else those within `reach` of the path over pairs of neighbours.
    """
    n, m = len(source), len(target)
    if max(n, m) <= SMALL:
        return whole(n, m)
    steps = 2 * _path(_halved(source), _halved(target))
    steps[:, :2] = np.minimum(steps[:, :2], n)
    steps[:, 2:] = np.minimum(steps[:, 2:], m)
    return around(steps, n, m, reach)
