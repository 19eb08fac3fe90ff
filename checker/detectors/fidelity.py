"""Beads that a human judge would mark far below the rest of the article, by the learned part of the fidelity score."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Category, Finding, Needs, Rule, Severity
from checker.prediction import predictions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import Alignment, Bead, Pair
    from checker.prediction import Prediction
    from checker.protocols import Context

LOW_FIDELITY = Rule(
    "FID001",
    "low-fidelity",
    Category.ACCURACY,
    Severity.NEUTRAL,
    "A sentence whose predicted fidelity is far below the rest of the article.",
    bad="The bank was closed yesterday by the grandmother. (Набережную вчера перекрыли из-за паводка.)",
    good="The embankment was closed yesterday because of the flood.",
    needs=Needs.BETTER_WITH_SOURCE,
    explanation="Where to look first when there is no time to read everything. A remark: it says that something is "
    "probably wrong, not what; other findings in the sentence say what. Silent in an article that is low throughout, "
    "and on beads that have only one side, which OMI001 and ADD001 report.",
)
_THRESHOLD = 40.0
"""Points of fidelity below which a bead may be flagged."""
_BELOW = 15.0
"""Points by which it must lie below the article's mean."""
_CONFIDENCE = 0.7
"""Of the sentences of MLQE-PE ru-en dev below the threshold people gave 81 % less than 50 points, of Reddit's 73 %."""
_FEWEST_WORDS = 3


class LowFidelity:
    """FID001."""

    rules = (LOW_FIDELITY,)

    def __init__(self, context: Context) -> None:
        self._context = context

    def detect(self, pair: Pair) -> Iterable[Finding]:
        """Against the original, or the re-translation where there is no original."""
        alignment = pair.compared
        if alignment is None:
            return
        made = predictions(self._context, pair)
        weighed = [(one.estimate.fidelity, _length(bead)) for bead, one in zip(pair.beads, made, strict=True) if one]
        total = sum(weight for _, weight in weighed)
        if not total:
            return
        mean = sum(value * weight for value, weight in weighed) / total
        for bead, one in zip(pair.beads, made, strict=True):
            if one and one.estimate.fidelity < min(_THRESHOLD, mean - _BELOW) and _words(bead) >= _FEWEST_WORDS:
                yield _finding(alignment, bead, one, mean)


def _finding(alignment: Alignment, bead: Bead, made: Prediction, mean: float) -> Finding:
    points = f"predicted fidelity {made.estimate.fidelity:.0f}, the article's is {mean:.0f}"
    reasons = (*made.lost, *made.clumsy)
    return Finding(
        rule=LOW_FIDELITY,
        span=alignment.target.span(bead.target[0].start, bead.target[-1].stop),
        message="; ".join((points, *reasons)),
        severity=LOW_FIDELITY.severity,
        confidence=_CONFIDENCE,
        source=alignment.source.span(bead.source[0].start, bead.source[-1].stop),
        suggestion="(compare with the original)",
    )


def _length(bead: Bead) -> int:
    return max(sum(len(span.text) for span in side) for side in (bead.source, bead.target))


def _words(bead: Bead) -> int:
    return sum(len(span.text.split()) for span in bead.target)


def detector(context: Context) -> LowFidelity:
    """The family `fidelity`."""
    return LowFidelity(context)
