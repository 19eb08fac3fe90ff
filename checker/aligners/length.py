"""Alignment by length (Gale and Church 1993): the baseline, and with anchors what is left without an encoder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from checker.aligners.anchors import shared
from checker.aligners.confidence import confidences
from checker.aligners.dynamic import Band, Lattice, cheapest
from checker.model import Alignment, Bead, extent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from checker.model import Document, Span
    from checker.protocols import Context

    Floats = NDArray[np.float64]
    Sides = tuple[Sequence[Span], Sequence[Span]]

SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2))
PRIORS = (0.89, 0.089 / 2, 0.089 / 2, 0.011)
"""Shares of the kinds of beads in Gale and Church's data."""
SKIP = 0.0099 / 2
"""Share of sentences of a side left alone, there."""
VARIANCE = 6.8
"""Of the difference in characters, per character, there."""
REACH = 60
"""Sentences on either side of the diagonal."""
ANCHOR = 2.0
"""What a rare number or name in common takes off the cost; by hand, on NTREX documents."""


class Length:
    """Beads of sentences whose lengths agree."""

    def align(self, source: Document, target: Document, sides: Sides) -> Alignment:
        """Align the sentences `sides` of two documents."""
        return Alignment(source, target, by_length(sides))


def diagonal(n: int, m: int, reach: int) -> Band:
    """The cells near the line from corner to corner."""
    middle = np.arange(n + 1) * m // max(n, 1)
    wide = reach + -(-m // max(n, 1))
    start, stop = np.clip(middle - wide, 0, m), np.clip(middle + wide + 1, 1, m + 1)
    start[0], stop[n] = 0, m + 1
    return Band(start.astype(np.int64), stop.astype(np.int64))


def by_length(sides: Sides, anchored: bool = False) -> tuple[Bead, ...]:
    """Beads of the cheapest path by length and, if `anchored`, by shared anchors.

    The ratio of lengths is the document's own.
    """
    n, m = len(sides[0]), len(sides[1])
    band = diagonal(n, m, REACH + abs(n - m) // 4)
    rows, columns = band.cells()
    lengths = [np.array([float(extent(span.text)) for span in side]) for side in sides]
    ahead = [np.concatenate(([0.0], np.cumsum(side))) for side in lengths]
    ratio = ahead[1][-1] / max(ahead[0][-1], 1.0)
    gains = _gains(sides, band) if anchored else np.zeros(band.size)
    costs = np.empty((len(SHAPES), band.size))
    for place, ((a, b), prior) in enumerate(zip(SHAPES, PRIORS, strict=True)):
        ours = (ahead[0][rows] - ahead[0][np.maximum(rows - a, 0)]) * ratio
        theirs = ahead[1][columns] - ahead[1][np.maximum(columns - b, 0)]
        costs[place] = _surprise(ours, theirs) - np.log(prior)
        if anchored:
            costs[place] -= np.minimum(_boxes(gains, band, (a, b)), 3.0) * ANCHOR
    zero = np.zeros(1)
    skips = (_surprise(lengths[0] * ratio, zero) - np.log(SKIP), _surprise(lengths[1], zero) - np.log(SKIP))
    lattice = Lattice(band, SHAPES, costs, skips)
    steps = cheapest(lattice)
    sure = confidences(lattice, steps).tolist()
    return tuple(
        Bead(tuple(sides[0][i:k]), tuple(sides[1][j:q]), None, confidence)
        for (i, k, j, q), confidence in zip(steps.tolist(), sure, strict=True)
    )


def _gains(sides: Sides, band: Band) -> Floats:
    """What the last source and the last target sentence before each cell share."""
    ours, theirs, weight = shared(*([span.text for span in side] for side in sides))
    cells = band.index(ours + 1, theirs + 1)
    inside = cells < band.size
    found: Floats = np.bincount(cells[inside], weight[inside], band.size).astype(np.float64)
    return found


def _boxes(gains: Floats, band: Band, shape: tuple[int, int]) -> Floats:
    """Sum of the gains of all pairs of sentences in the bead that ends in each cell."""
    rows, columns = band.cells()
    padded = np.append(gains, 0.0)
    total = np.zeros(band.size)
    for back in range(shape[0]):
        for aside in range(shape[1]):
            total += padded[band.index(rows - back, columns - aside)]
    return total


def _surprise(ours: Floats, theirs: Floats) -> Floats:
    """Minus the log of the chance of so great a difference between two sides of a bead.

    ``-log(2 (1 - Phi(z)))`` for a standard normal z, by ``z^2 / 2 + log(1 + z sqrt(pi / 2))``: right at 0 and far out,
    within 0.2 between.
    """
    z = np.abs(ours - theirs) / np.sqrt(VARIANCE * np.maximum((ours + theirs) / 2, 1.0))
    surprise: Floats = z * z / 2 + np.log1p(z * np.sqrt(np.pi / 2))
    return surprise


def aligner(context: Context) -> Length:
    """Beads by length."""
    return Length()
