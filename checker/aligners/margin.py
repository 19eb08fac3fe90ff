"""The aligner that comes with checker: beads by meaning and length, omissions, additions and moves included.

Coarse to fine: a band is found on sums of neighbours' vectors, then the cheapest path through it, with beads of up to
four by four sentences; sentences that it leaves alone on both sides are looked at again for moved passages.
The same machinery serves an original and a re-translation. In a run without an encoder lengths and
anchors decide.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from threadpoolctl import ThreadpoolController

from checker.aligners.coarse import corridor
from checker.aligners.confidence import confidences
from checker.aligners.costs import SHAPES, Weights, lattice
from checker.aligners.doubts import reconsidered, stretches
from checker.aligners.dynamic import cheapest
from checker.aligners.gates import gated
from checker.aligners.length import by_length
from checker.aligners.lexicon import Lexicon
from checker.aligners.long import lengthened
from checker.aligners.moves import Move, moves
from checker.aligners.sides import side
from checker.model import Alignment, Bead

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.aligners.costs import Cosines
    from checker.aligners.dynamic import Lattice
    from checker.aligners.sides import Side
    from checker.model import Document, Span
    from checker.protocols import Context, Encoder

    Sides = tuple[Sequence[Span], Sequence[Span]]

SURE = 4.0
"""Log-odds by which nothing rivals a pair that the path is made to go through."""
FAMILIAR = 0.45
"""Median of the cosines of sentences with their nearest below which an encoder seems not to know a language ..."""
DEARER = 5.0
"""... and what a skip costs more for each unit below that; both by hand, on NTREX in languages it does not know."""
REACH = 5
"""Sentences around the coarser path that the last pass looks at, rows and columns: more than the greatest bead."""


class Margin:
    """Sentences to beads by the run's encoder."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def align(self, source: Document, target: Document, sides: Sides) -> Alignment:
        """Align the sentences `sides` of two documents: beads in the order of the target.

        An omitted sentence stands where it is missing, a moved bead where the target has it.
        """
        if not sides[0] or not sides[1]:
            alone = [Bead((span,), ()) for span in sides[0]] + [Bead((), (span,)) for span in sides[1]]
            return Alignment(source, target, tuple(alone))
        encoder = self._context.encoder()
        if encoder is None:
            return Alignment(source, target, by_length(sides, anchored=True))
        found = beads(side(source, sides[0], encoder), side(target, sides[1], encoder), Weights(), encoder)
        return Alignment(source, target, tuple(_bead(sides, *one) for one in found))


Found = tuple[tuple[int, int, int, int], float | None, float, bool]
"""A step (source start and stop, target start and stop), its cosine, its confidence, and whether it is moved."""


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def beads(source: Side, target: Side, weights: Weights, encoder: Encoder | None = None) -> list[Found]:
    """Steps of the best alignment of two texts with run vectors; with an encoder also by their words, where in doubt.

    One thread: the products are small, and a second thread costs more than it does.
    """
    with _threads().limit(limits=1, user_api="blas"):
        return _beads(source, target.like(source), weights, encoder)


def _beads(source: Side, target: Side, weights: Weights, encoder: Encoder | None) -> list[Found]:
    if source.runs is None or target.runs is None:
        raise ValueError("an alignment by meaning needs run vectors on both sides")
    full, alike = lattice(source, target, corridor(source.runs[0], target.runs[0], REACH), weights)
    full = _familiar(full, alike)
    path = gated(full, SURE)
    steps = cheapest(path)
    sure = confidences(path, steps)
    parts = stretches(steps, sure) if encoder else []
    if encoder and parts:
        path = reconsidered(path, parts, Lexicon((source.texts, target.texts), encoder.words), weights.astray)
        steps = cheapest(path)
        sure = confidences(path, steps)
    counts = steps[:, 1::2] - steps[:, 0::2]
    lonely = steps[counts[:, 1] == 0][:, [0, 2]], steps[counts[:, 0] == 0][:, [2, 0]]
    moved = moves(source, target, *lonely, weights)
    kinds = {shape: place for place, shape in enumerate(SHAPES)}
    cells = full.band.index(steps[:, 1], steps[:, 3])
    found: list[Found] = []
    for (i, k, j, q), cell, confidence in zip(steps.tolist(), cells.tolist(), sure.tolist(), strict=True):
        likeness = float(alike[kinds[k - i, q - j], cell]) if k > i and q > j else None
        found.append(((i, k, j, q), likeness, confidence, False))
    found = _replaced(found, moved) if moved else found
    return lengthened(found, source, target, encoder, weights) if encoder else found


def _familiar(lattice: Lattice, alike: Cosines) -> Lattice:
    """The lattice; with dearer skips where sentences are so little alike that a language must be unknown.

    Documents in languages it knows have medians from 0.48 up; Ukrainian ones 0.39, Azerbaijani 0.32, Georgian 0.13.
    """
    band = lattice.band
    rows, columns = band.cells()
    single = np.where((rows > 0) & (columns > 0), alike[SHAPES.index((1, 1))], 0.0)
    typical = float(np.median(np.maximum.reduceat(single, band.offsets[:-1])[1:]))
    strange = DEARER * max(0.0, FAMILIAR - typical)
    skips = lattice.skips[0] + strange, lattice.skips[1] + strange
    return replace(lattice, skips=skips) if strange else lattice


def _replaced(found: list[Found], moved: list[Move]) -> list[Found]:
    """The steps with moved beads in place of the skips of their sentences."""
    sources = {index for move in moved for index in range(*move.source)}
    begins = {move.target[0]: move for move in moved}
    targets = {index for move in moved for index in range(*move.target)}
    kept: list[Found] = []
    for one in found:
        i, k, j, q = one[0]
        if k == i and j in begins:
            move = begins[j]
            kept.append(((*move.source, *move.target), move.similarity, move.confidence, True))
        elif not (q == j and i in sources) and not (k == i and j in targets):
            kept.append(one)
    return kept


def _bead(
    sides: Sides, step: tuple[int, int, int, int], likeness: float | None, confidence: float, moved: bool
) -> Bead:
    similarity = None if likeness is None else min(max(100.0 * likeness, 0.0), 100.0)
    return Bead(tuple(sides[0][step[0] : step[1]]), tuple(sides[1][step[2] : step[3]]), similarity, confidence, moved)


def aligner(context: Context) -> Margin:
    """Beads by meaning, length and anchors."""
    return Margin(context)
