"""Similarity: how near in meaning the two sides of a bead are, by the encoder's cosine.

A cosine rewards literal translation and lets untranslated words pass, so it is never the headline;
it is there to find beads whose sides have nothing to do with each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.model import Score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Bead, Finding, Pair, Span
    from checker.protocols import Context


@dataclass(frozen=True)
class Similarity:
    """100 x the cosine of the two sides, 0 for what is missing on one side."""

    context: Context

    def score(self, pair: Pair, findings: Sequence[Finding]) -> tuple[Score, ...]:
        """One score, or none without a second text or an encoder."""
        if pair.source is None and pair.reference is None:
            return ()
        encoder = self.context.encoder()
        if encoder is None:
            return ()
        beads = pair.beads
        cosines = self._cosines(beads)
        weights = [max(_length(bead.source), _length(bead.target)) for bead in beads]
        total = sum(weights)
        summed = sum(value * weight for value, weight in zip(cosines, weights, strict=True))
        value = summed / total if total else None
        signature = f"similarity|encoder:{encoder.name}|weight:characters"
        return (Score("similarity", value, tuple(cosines), signature, (summed, float(total))),)

    def _cosines(self, beads: Sequence[Bead]) -> list[float]:
        """What the aligner measured; the rest is encoded here."""
        values = [_known(bead) for bead in beads]
        open_ = [index for index, value in enumerate(values) if value is None]
        encoder = self.context.encoder()
        if open_ and encoder is not None:
            left = encoder.encode([_text(beads[index].source) for index in open_])
            right = encoder.encode([_text(beads[index].target) for index in open_])
            for index, cosine in zip(open_, (left * right).sum(axis=1), strict=True):
                values[index] = min(100.0, max(0.0, 100 * float(cosine)))
        return [value or 0.0 for value in values]


def _known(bead: Bead) -> float | None:
    return bead.similarity if bead.source and bead.target else 0.0


def _text(spans: Sequence[Span]) -> str:
    return " ".join(span.text for span in spans)


def _length(spans: Sequence[Span]) -> int:
    return sum(len(span.text) for span in spans)


def scorer(context: Context) -> Similarity:
    """Factory of the entry point."""
    return Similarity(context)
