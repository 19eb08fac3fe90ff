"""How long the sides of a bead are for each other, by what is usual in their article."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Alignment, Span

_SHORT = 0.75
"""Share of its usual length below which a translation needs the sentence that stands beside it: one was split."""
_HELD = 0.5
"""Share of a sentence's length that such a neighbour must lack: a short word of parting is not half a lost sentence."""
_FEWEST_PAIRS = 8
"""Sentences that stand one for one from which an article's usual length is known."""


def usual_ratio(alignment: Alignment) -> float:
    """How long the target is for a letter of the source: the median of sentences that stand one for one; 0: unknown."""
    pairs = [bead for bead in alignment.beads if len(bead.source) == len(bead.target) == 1]
    ratios = sorted(length(bead.target) / max(length(bead.source), 1) for bead in pairs)
    return ratios[len(ratios) // 2] if len(ratios) >= _FEWEST_PAIRS else 0.0


def inverse(ratio: float) -> float:
    """The same for a letter of the target; 0: unknown."""
    return 1 / ratio if ratio else 0.0


def length(side: Sequence[Span]) -> int:
    """Letters of some sentences."""
    return sum(len(span.text) for span in side)


def short_of(side: Sequence[Span], other: Sequence[Span], ratio: float) -> bool:
    """Whether a side is too short for what the other says."""
    return length(side) < _SHORT * ratio * length(other)


def needs(sentence: Span, side: Sequence[Span], other: Sequence[Span], ratio: float) -> bool:
    """Whether a side is too short for what the other says, and by enough to want the sentence beside it."""
    spare = ratio * length(other) - length(side)
    return short_of(side, other, ratio) and spare >= _HELD * len(sentence.text)
