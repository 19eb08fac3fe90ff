"""Which words of a translation a post-editor would probably change: a heat for the eye, and evidence for detectors."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from checker.model import Pair, Token
    from checker.protocols import Context


class Doubt(NamedTuple):
    """A word, number or mark of the translation, and the share of such that post-editors changed."""

    token: Token
    """With the document's offsets."""
    wrong: float
    """0-1. Learned on MLQE-PE ru-en train, where 15 in 100 were changed, for style as well as for meaning."""


def doubts(context: Context, pair: Pair) -> tuple[tuple[Doubt, ...], ...]:
    """Parallel to ``pair.beads``, a bead's tokens in order; () for a bead with an empty side, or without an encoder.

    The judgements are made once a bead and kept: asking again costs nothing, nor does scoring fidelity after it.
    """
    from checker.prediction import predictions

    return tuple(made.doubts if made else () for made in predictions(context, pair))
