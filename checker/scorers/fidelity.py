"""Adequacy, fluency and fidelity: what a human judge would say, predicted, and why.

Fidelity is the predicted direct assessment (0 no meaning kept, 100 perfect), learned from public human judgements of
machine translation (see docs/scores.md for its correlation and its limits), less what the findings prove.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import sqrt
from typing import TYPE_CHECKING

from checker.model import Score, Span
from checker.prediction import english_alone, model_signature, predict, predictions
from checker.scorers import _deductions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Bead, Finding, Pair
    from checker.prediction import Prediction
    from checker.protocols import Context

_ALIKE = 0.1
"""Correlation of the errors of two beads of an article: the errors of an article's mean do not all cancel."""
_DOUBTED = 0.3
"""Probability from which a word is doubted: twice the share that post-editors of MLQE-PE ru-en changed. Ours."""
_FORESEEN = 0.5
"""Part of a finding's deduction that fidelity takes, for its prediction has seen most; chosen on MLQE-PE ru-en dev."""
_FLUENT = ("en", "")
"""Languages whose fluency was learned; of another the figure says only that it is not English."""
_OMITTED, _ADDED = "nothing of the original is translated here", "nothing in the original stands behind this"


@dataclass(frozen=True, slots=True)
class _Judged:
    """A bead's three values, the half width of its interval, and the reasons."""

    adequacy: float | None
    fluency: float | None
    fidelity: float | None
    below: float = 0.0
    above: float = 0.0
    lost: tuple[str, ...] = ()
    clumsy: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fidelity:
    """Three scores with the original or a re-translation; fluency alone without; none of fluency but in English."""

    context: Context

    def prepare(self, pair: Pair, beads: Sequence[Bead]) -> None:
        """Predict what the judgement of some beads would be."""
        if self.context.encoder() is not None:
            predict(self.context, pair, beads)

    def score(self, pair: Pair, findings: Sequence[Finding]) -> tuple[Score, ...]:
        """Values of 0-100 a bead; of the article, weighted by length, omitted text counted."""
        beads = pair.beads
        held = _deductions.of_beads(findings, beads)
        english = pair.translation.lang in _FLUENT
        if (pair.source is None and pair.reference is None) or self.context.encoder() is None:
            return (self._alone(pair, held),) if english else ()
        made = predictions(self.context, pair)
        judged = [self._judged(*row, pair) for row in zip(beads, made, held, strict=True)]
        weights = [_weight(bead) for bead in beads]
        mode = "source" if pair.source is not None else "re-translation"
        signature = f"{model_signature()}|against:{mode}|weight:characters|findings:deducted"
        scores = (
            _score("adequacy", [row.adequacy for row in judged], weights, signature, [row.lost for row in judged]),
            _score("fluency", [row.fluency for row in judged], weights, signature, [row.clumsy for row in judged]),
            replace(_with_interval(judged, weights, signature), heat=_heat(made)),
        )
        return tuple(score for score in scores if english or score.metric != "fluency")

    def _judged(self, bead: Bead, made: Prediction | None, findings: Sequence[Finding], pair: Pair) -> _Judged:
        lost, clumsy = _said(findings, meaning=True), _said(findings, meaning=False)
        english = _deductions.kept([finding for finding in findings if _deductions.english(finding)])
        if made is None:
            if not bead.target:
                return _Judged(0.0, None, 0.0, lost=(_OMITTED,))
            fluency, reasons = english_alone(self.context, pair.translation.lang, bead.target)
            return _Judged(0.0, fluency * english, 0.0, lost=(_ADDED, *lost), clumsy=(*clumsy, *reasons))
        meaning = _deductions.kept([finding for finding in findings if _deductions.meaning(finding)])
        whole = _deductions.kept([finding for finding in findings if _deductions.judged(finding)], _FORESEEN)
        estimate = made.estimate
        return _Judged(
            estimate.adequacy * meaning,
            estimate.fluency * english,
            estimate.fidelity * whole,
            (estimate.fidelity - estimate.low) * whole,
            estimate.high - estimate.fidelity,
            (*lost, *made.lost),
            (*clumsy, *made.clumsy),
        )

    def _alone(self, pair: Pair, held: Sequence[Sequence[Finding]]) -> Score:
        values: list[float | None] = []
        reasons: list[tuple[str, ...]] = []
        for bead, findings in zip(pair.beads, held, strict=True):
            if not bead.target:
                values.append(None)
                reasons.append(())
                continue
            value, words = english_alone(self.context, pair.translation.lang, bead.target)
            values.append(value * _deductions.kept([one for one in findings if _deductions.english(one)]))
            reasons.append((*_said(findings, meaning=False), *words))
        signature = f"{model_signature()}|against:nothing|weight:characters|findings:deducted"
        return _score("fluency", values, [_weight(bead) for bead in pair.beads], signature, reasons)


def _said(findings: Sequence[Finding], meaning: bool) -> tuple[str, ...]:
    """The messages of the findings that count against an axis, each once."""
    counts = _deductions.meaning if meaning else _deductions.english
    said = (f"{finding.rule.code}: {finding.message}" for finding in findings if finding.severity and counts(finding))
    return tuple(dict.fromkeys(said))


def _weight(bead: Bead) -> float:
    """Characters of the longer side: what is missing on one side counts by what stands on the other."""
    return float(max(sum(len(span.text) for span in side) for side in (bead.source, bead.target)))


def _score(
    metric: str,
    values: Sequence[float | None],
    weights: Sequence[float],
    signature: str,
    reasons: Sequence[tuple[str, ...]],
) -> Score:
    counted = [(value, weight) for value, weight in zip(values, weights, strict=True) if value is not None]
    total = sum(weight for _, weight in counted)
    summed = sum(value * weight for value, weight in counted)
    value = summed / total if total else None
    return Score(metric, value, tuple(values), signature, (summed, total), reasons=tuple(reasons))


def _with_interval(judged: Sequence[_Judged], weights: Sequence[float], signature: str) -> Score:
    """The article's fidelity and its 80 % interval: the beads' own, as far as their errors do not cancel."""
    reasons = [(*row.lost, *(one for one in row.clumsy if one not in row.lost)) for row in judged]
    score = _score("fidelity", [row.fidelity for row in judged], weights, signature, reasons)
    total = sum(weights)
    if score.value is None or not total:
        return score
    shares = [weight / total for weight in weights]
    low = score.value - _joint([share * row.below for share, row in zip(shares, judged, strict=True)])
    high = score.value + _joint([share * row.above for share, row in zip(shares, judged, strict=True)])
    return replace(score, interval=(max(0.0, low), min(100.0, high)))


def _heat(made: Sequence[Prediction | None]) -> tuple[tuple[Span, float], ...]:
    """Words that a post-editor would probably change, and how probably."""
    doubts = (doubt for one in made if one for doubt in one.doubts)
    found = [(Span(d.token.start, d.token.stop, d.token.text), d.wrong) for d in doubts if d.wrong >= _DOUBTED]
    return tuple(sorted(found))


def _joint(parts: Sequence[float]) -> float:
    """Half width of a sum from the parts', whose errors go together by `_ALIKE`."""
    return sqrt((1 - _ALIKE) * sum(part**2 for part in parts) + _ALIKE * sum(parts) ** 2)


def scorer(context: Context) -> Fidelity:
    """Factory of the entry point."""
    return Fidelity(context)
