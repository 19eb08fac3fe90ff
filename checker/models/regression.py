"""Models with one number as their output: what a judge would say of a translation.

Two kinds: sequence classification with one label over the pair (MonoTransQuest: Ranasinghe et al. 2020,
arXiv:2011.01536), and MetricX-24 (Juraska et al. 2024, arXiv:2410.03983), an mT5 whose score is the logit of one token
at the first decoding step, an error score from 0 (best) to 25.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import torch
import transformers

from checker.errors import InputError
from checker.models.batches import by_length, fitted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.models.checkpoint import Checkpoint

_TOKENS = 4096
"""Tokens of a batch, padding counted: what a laptop's memory holds for a base model."""
_SCORE_TOKEN = 250_089
"""``<extra_id_10>`` of mT5's vocabulary, in which MetricX writes its score."""
_WORST = 25.0
_METRICX_ROOM = 1536
"""Tokens on which MetricX-24 was trained; mT5 itself states no limit."""
_USUAL = 512
_TEMPLATE = ("source: {}", " candidate: {}", " reference: {}")
"""The input of MetricX-24, without the end mark."""

Texts = tuple[str, ...]


@dataclass(frozen=True)
class Regression:
    """A regression model over (source, translation) or (source, translation, reference)."""

    checkpoint: Checkpoint

    @cached_property
    def metricx(self) -> bool:
        """Whether the model is an mT5 in the way of MetricX: an error score, lower is better."""
        return str(self.checkpoint.config.model_type) in ("mt5", "t5", "umt5")

    @cached_property
    def _model(self) -> Any:
        name = self.checkpoint.name
        if self.metricx:
            model = self.checkpoint.model(transformers.AutoModelForSeq2SeqLM)
            if model.config.vocab_size <= _SCORE_TOKEN:
                what = f"has {model.config.vocab_size:,} tokens, too few for MetricX"
                raise InputError(f"model {name}", what, "only mT5 models trained as MetricX give a score")
            return model
        model = self.checkpoint.model(transformers.AutoModelForSequenceClassification)
        if model.config.num_labels != 1:
            what = f"has {model.config.num_labels} labels"
            raise InputError(f"model {name}", what, "a regression model has one")
        return model

    @cached_property
    def room(self) -> int:
        """Tokens that the model takes at once, its own marks counted."""
        if self.metricx:
            return _METRICX_ROOM
        config = self.checkpoint.config
        taken = 2 if "roberta" in str(config.model_type) else 0
        limit = int(getattr(config, "max_position_embeddings", 0) or _USUAL + taken) - taken
        return min(limit, int(self.checkpoint.tokeniser.model_max_length))

    def score(self, rows: Sequence[Texts]) -> tuple[float, ...]:
        """A number for each row of source, translation and (MetricX only) reference.

        A row that is longer than the model takes is cut, all sides into as many parts, whose scores are averaged by
        the length of the translation's part.
        """
        parts = [(number, part) for number, row in enumerate(rows) for part in fitted(row, self._fits)]
        ids = [self._ids(part) for _, part in parts]
        made = [0.0] * len(parts)
        for batch in by_length([len(own["input_ids"]) for own in ids], _TOKENS):
            for k, value in zip(batch, self._forward([ids[k] for k in batch]), strict=True):
                made[k] = value
        return _averaged(parts, made, len(rows))

    def _fits(self, row: Texts) -> bool:
        return len(self._ids(row)["input_ids"]) <= self.room

    def _ids(self, row: Texts) -> dict[str, list[int]]:
        tokeniser = self.checkpoint.tokeniser
        if not self.metricx:
            return dict(tokeniser(row[0], row[1], verbose=False))
        text = "".join(piece.format(side) for piece, side in zip(_TEMPLATE, row, strict=False))
        return {"input_ids": list(tokeniser(text, add_special_tokens=False, verbose=False)["input_ids"])}

    def _forward(self, rows: Sequence[dict[str, list[int]]]) -> list[float]:
        place = self.checkpoint.place
        batch = {key: value.to(place) for key, value in self._padded(rows).items()}
        with self.checkpoint.running():
            if not self.metricx:
                return [float(value) for value in self._model(**batch).logits[:, 0].float().cpu().tolist()]
            first = torch.zeros((len(rows), 1), dtype=torch.long, device=place)
            logits = self._model(**batch, decoder_input_ids=first, use_cache=False).logits[:, 0, _SCORE_TOKEN]
            return [float(value) for value in logits.float().clamp(0, _WORST).cpu().tolist()]

    def _padded(self, rows: Sequence[dict[str, list[int]]]) -> dict[str, Any]:
        padded = self.checkpoint.tokeniser.pad(
            {key: [row[key] for row in rows] for key in rows[0]}, padding=True, return_tensors="pt"
        )
        return dict(padded)


def _averaged(parts: Sequence[tuple[int, Texts]], values: Sequence[float], count: int) -> tuple[float, ...]:
    sums, weights = [0.0] * count, [0.0] * count
    for (owner, part), value in zip(parts, values, strict=True):
        weight = max(1, len(part[1]))
        sums[owner] += weight * value
        weights[owner] += weight
    return tuple(total / weight for total, weight in zip(sums, weights, strict=True))
