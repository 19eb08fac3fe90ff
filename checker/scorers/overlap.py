"""BLEU, chrF and TER against a re-translation, by sacrebleu, with its signatures.

Corpus figures come from summed sufficient statistics, so they add up over articles and workers. A
second human translation of the same news scores about 30 BLEU: the figures compare engines and
versions, they do not judge a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.model import Score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Alignment, Finding, Pair, Span
    from checker.protocols import Context

HIGHER_IS_BETTER = {"bleu": True, "chrf": True, "ter": False}


@dataclass(frozen=True)
class Overlap:
    """sacrebleu's metrics with its defaults; sentence scores with effective order, as sacrebleu's own."""

    def score(self, pair: Pair, findings: Sequence[Finding]) -> tuple[Score, ...]:
        """Three scores, or none without a re-translation."""
        if pair.reference is None:
            return ()
        rows = segment_texts(pair.reference)
        sides = [(_text(bead.target), text) for bead, text in zip(pair.beads, pair.reference_texts, strict=True)]
        return tuple(_score(name, rows, sides) for name in HIGHER_IS_BETTER)


def segment_texts(reference: Alignment) -> tuple[tuple[str, str], ...]:
    """(translation, re-translation) of every bead of an alignment with a re-translation."""
    return tuple((_text(bead.target), _text(bead.source)) for bead in reference.beads)


def metric(name: str, **options: Any) -> Any:
    """sacrebleu's metric object of that name: bleu, chrf, ter, or chrf++ (chrF with word pairs)."""
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER

    if name == "chrf++":
        return CHRF(word_order=2, **options)
    return {"bleu": BLEU, "chrf": CHRF, "ter": TER}[name](**options)


def corpus(
    name: str, translations: Sequence[str], references: Sequence[Sequence[str]]
) -> tuple[float, tuple[float, ...]]:
    """The corpus figure of translations against one or more references, and the sums it is made from.

    `references` holds a list for each reference, parallel to the translations; the lists are left as they are.
    """
    made = metric(name)
    extracted = made._extract_corpus_statistics(list(translations), [list(texts) for texts in references])
    summed = [sum(column) for column in zip(*extracted, strict=True)]
    return float(made._compute_score_from_stats(summed).score), tuple(map(float, summed))


def _score(name: str, rows: Sequence[tuple[str, str]], sides: Sequence[tuple[str, str]]) -> Score:
    corpus = metric(name)
    statistics = _statistics(corpus, rows)
    value = float(corpus._compute_score_from_stats(statistics).score) if rows else None
    single = metric(name, effective_order=True) if name == "bleu" else metric(name)
    # Lists of our own for every call: sacrebleu changes the lists that it is given.
    per_bead = tuple(
        float(single.sentence_score(translation, [text]).score) if translation and text else None
        for translation, text in sides
    )
    return Score(name, value, per_bead, _signature(corpus), tuple(map(float, statistics)), HIGHER_IS_BETTER[name])


def _statistics(corpus: Any, rows: Sequence[tuple[str, str]]) -> list[float]:
    extracted = corpus._extract_corpus_statistics([left for left, _ in rows], [[right for _, right in rows]])
    return [sum(column) for column in zip(*extracted, strict=True)]


def _signature(corpus: Any) -> str:
    """sacrebleu's own, and the n-gram order of BLEU, which it forgets."""
    signature = corpus.get_signature().format()
    order = getattr(corpus, "max_ngram_order", None)
    return f"{signature}|order:{order}" if order and type(corpus).__name__ == "BLEU" else str(signature)


def from_statistics(name: str, statistics: Sequence[float]) -> float:
    """The corpus figure of summed statistics."""
    whole = [value if name == "ter" else int(value) for value in statistics]
    return float(metric(name)._compute_score_from_stats(whole).score)


def _text(spans: Sequence[Span]) -> str:
    return " ".join(span.text for span in spans)


def scorer(context: Context) -> Overlap:
    """Factory of the entry point."""
    del context
    return Overlap()
