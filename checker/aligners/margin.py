"""The aligner that comes with checker: beads by meaning, length and anchors, omissions and additions included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.aligners.coarse import fine
from checker.aligners.costs import SHAPES, Weights, lattice
from checker.aligners.dynamic import cheapest
from checker.aligners.sides import side
from checker.model import Alignment, Bead

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from checker.model import Document, Span
    from checker.protocols import Context

REACH = 6


class Margin:
    """Sentences to beads by the run's encoder; by length alone in a run without one."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def align(self, source: Document, target: Document, sides: tuple[Sequence[Span], Sequence[Span]]) -> Alignment:
        """Align the sentences `sides` of two documents."""
        if not sides[0] or not sides[1]:
            alone = [Bead((span,), ()) for span in sides[0]] + [Bead((), (span,)) for span in sides[1]]
            return Alignment(source, target, tuple(alone))
        encoder = self._context.encoder()
        ours, theirs = side(source, sides[0], encoder), side(target, sides[1], encoder)
        if ours.runs is None or theirs.runs is None:
            from checker.aligners.length import by_length

            return Alignment(source, target, by_length(sides))
        band = fine(ours.runs[0], theirs.runs[0], REACH)
        whole, alike = lattice(ours, theirs, band, Weights())
        steps = cheapest(whole)
        return Alignment(source, target, tuple(_bead(sides, step, band, alike) for step in steps.tolist()))


def _bead(
    sides: tuple[Sequence[Span], Sequence[Span]], step: list[int], band: object, alike: NDArray[np.float32]
) -> Bead:
    import numpy as np

    from checker.aligners.dynamic import Band

    assert isinstance(band, Band)  # noqa: S101
    i, k, j, q = step
    similarity = None
    if k > i and q > j:
        cell = int(band.index(np.array([k]), np.array([q]))[0])
        similarity = float(np.clip(100 * alike[SHAPES.index((k - i, q - j)), cell], 0, 100))
    return Bead(tuple(sides[0][i:k]), tuple(sides[1][j:q]), similarity)


def aligner(context: Context) -> Margin:
    """Beads by meaning."""
    return Margin(context)
