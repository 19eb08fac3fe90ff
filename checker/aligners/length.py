"""Alignment by length alone (Gale and Church 1993), in a band: the baseline, and what is left without an encoder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from checker.aligners.dynamic import Band, Lattice, cheapest
from checker.model import Alignment, Bead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Document, Span
    from checker.protocols import Context

SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2))
PRIORS = (0.89, 0.089 / 2, 0.089 / 2, 0.011)
"""Shares of the kinds of beads in Gale and Church's data; a skipped sentence has 0.0099 / 2."""
SKIP = 0.0099 / 2
VARIANCE = 6.8
"""Of the difference in characters, per character (the same paper)."""
REACH = 60
"""Sentences on either side of the diagonal."""


class Length:
    """Beads of sentences whose lengths agree."""

    def align(self, source: Document, target: Document, sides: tuple[Sequence[Span], Sequence[Span]]) -> Alignment:
        """Align the sentences `sides` of two documents."""
        return Alignment(source, target, by_length(sides))


def diagonal(n: int, m: int, reach: int) -> Band:
    """The cells near the line from corner to corner."""
    middle = np.arange(n + 1) * m // max(n, 1)
    wide = reach + -(-m // max(n, 1))
    start, stop = np.clip(middle - wide, 0, m), np.clip(middle + wide + 1, 1, m + 1)
    start[0], stop[n] = 0, m + 1
    return Band(start.astype(np.int64), stop.astype(np.int64))


def by_length(sides: tuple[Sequence[Span], Sequence[Span]]) -> tuple[Bead, ...]:
    """Beads of the cheapest path by length; the ratio of lengths is the document's own."""
    n, m = len(sides[0]), len(sides[1])
    band = diagonal(n, m, REACH + abs(n - m) // 4)
    rows, columns = band.cells()
    lengths = [np.array([float(len(span.text)) for span in side]) for side in sides]
    ahead = [np.concatenate(([0.0], np.cumsum(side))) for side in lengths]
    ratio = ahead[1][-1] / max(ahead[0][-1], 1.0)
    costs = []
    for (a, b), prior in zip(SHAPES, PRIORS, strict=True):
        ours = (ahead[0][rows] - ahead[0][np.maximum(rows - a, 0)]) * ratio
        theirs = ahead[1][columns] - ahead[1][np.maximum(columns - b, 0)]
        costs.append(_surprise(ours, theirs) - np.log(prior))
    zero = np.zeros(1)
    skips = (_surprise(lengths[0] * ratio, zero) - np.log(SKIP), _surprise(lengths[1], zero) - np.log(SKIP))
    steps = cheapest(Lattice(band, SHAPES, np.stack(costs), skips)).tolist()
    return tuple(Bead(tuple(sides[0][i:k]), tuple(sides[1][j:q])) for i, k, j, q in steps)


def _surprise(
    ours: np.ndarray[tuple[int, ...], np.dtype[np.float64]], theirs: np.ndarray[tuple[int, ...], np.dtype[np.float64]]
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Minus the log of the chance of so great a difference between two sides of a bead (normal, both tails)."""
    z = np.abs(ours - theirs) / np.sqrt(VARIANCE * np.maximum((ours + theirs) / 2, 1.0))
    # The logarithm of 2 (1 - Phi(z)) by a bound that holds for small and for great z (Chernoff-like, within 2 %).
    return z * z / 2 + np.log1p(z * np.sqrt(np.pi / 2) * (1 + 0.0 * z))


def aligner(context: Context) -> Length:
    """Beads by length."""
    return Length()
