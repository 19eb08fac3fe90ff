"""Regression: the number that a model trained on human judgements gives a translation, as it comes.

Models differ in scale and direction; the signature says which. MetricX predicts an MQM error score (0 best, 25 worst),
MonoTransQuest a direct assessment (0 to 1, or standardised).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.model import Score
from checker.models.checkpoint import Checkpoint
from checker.models.regression import Regression
from checker.scorers import _tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Finding, Pair


@dataclass(frozen=True)
class Judge:
    """The score `regression`, with the original; MetricX sees the re-translation too where there is one."""

    model: Regression

    def score(self, pair: Pair, findings: Sequence[Finding]) -> tuple[Score, ...]:
        """One score, the article's weighted by characters; none without an original."""
        if pair.source is None:
            return ()
        beads = pair.beads
        seen = self.model.metricx and pair.reference is not None
        both = [index for index, bead in enumerate(beads) if bead.source and bead.target]
        sides = [(_tokens.text(beads[index].source), _tokens.text(beads[index].target)) for index in both]
        theirs = pair.reference_texts
        pairs = list(zip(both, sides, strict=True))
        rows = [(*row, theirs[index]) if seen and theirs[index] else row for index, row in pairs]
        values = dict(zip(both, self.model.score(rows), strict=True))
        weights = {index: max(map(len, row)) for index, row in pairs}
        summed, total = sum(values[index] * weights[index] for index in both), sum(weights.values())
        return (
            Score(
                "regression",
                summed / total if total else None,
                tuple(values.get(index) for index in range(len(beads))),
                self._signature("source+re-translation" if seen else "source"),
                (summed, float(total)),
                higher_is_better=not self.model.metricx,
            ),
        )

    def _signature(self, against: str) -> str:
        checkpoint = self.model.checkpoint
        scale = "errors 0-25" if self.model.metricx else "the model's own"
        said = (f"model:{checkpoint.identity}", f"against:{against}", f"scale:{scale}", "weight:characters")
        return "|".join(("regression", *said, checkpoint.settings))


def scorer(
    context: object, model: str = "", revision: str | None = None, device: str = "auto", tokeniser: str = ""
) -> Judge:
    """A model by folder or hub id; `tokeniser` likewise where the model brings none (MetricX: google/mt5-xl)."""
    del context
    name = _tokens.named("regression", model, "TransQuest/monotransquest-da-multilingual")
    return Judge(Regression(Checkpoint("scorer regression", name, revision, device, tokeniser)))
