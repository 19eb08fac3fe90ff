"""What a language model makes of a text: log probabilities of its tokens, from the left or in their surroundings.

Causal models (GPT-2 and its like) score each token after those before it. Masked models (BERT, RoBERTa) score each
token with itself hidden, and with it the rest of its word, so that a long word does not give itself away:
pseudo-log-likelihood as of Salazar et al. 2020, arXiv:1910.14659, within words from the left as of Kauf and Ivanova
2023, arXiv:2305.10588.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import torch
import transformers

from checker.errors import SettingsError
from checker.models.batches import by_length
from checker.models.words import Judged, word_groups, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.models.checkpoint import Checkpoint

FAMILIES = ("auto", "masked", "causal")
_CELLS = 60_000_000
"""Numbers in the largest array of a batch (tokens x vocabulary): 240 MB in single precision."""
_WINDOW = 1024
"""Tokens seen at once of a model that would take more: enough context for a sentence."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One forward pass: the ids shown, and which text's tokens are read off at which places."""

    ids: tuple[int, ...]
    reads: tuple[tuple[int, int], ...]
    """(place among the logits, token of the text that is scored there)."""
    text: int


@dataclass(frozen=True)
class LanguageModel:
    """A masked or causal model; `family` is auto (as its config says), masked or causal."""

    checkpoint: Checkpoint
    family: str = "auto"

    @cached_property
    def masked(self) -> bool:
        """Whether the model fills masks rather than going on from the left."""
        if self.family != "auto":
            return self.family == "masked"
        named = " ".join(getattr(self.checkpoint.config, "architectures", None) or ())
        if "MaskedLM" in named or "ForPreTraining" in named:
            return True
        if "LMHead" in named or "CausalLM" in named:
            return False
        what = (
            f"model {self.checkpoint.name} does not say whether it is masked or causal ({named or 'no architecture'})"
        )
        raise SettingsError(f"{self.checkpoint.part}: {what}; say family = masked or causal")

    @cached_property
    def _model(self) -> Any:
        auto = transformers.AutoModelForMaskedLM if self.masked else transformers.AutoModelForCausalLM
        return self.checkpoint.model(auto)

    @property
    def _tokeniser(self) -> Any:
        return self.checkpoint.tokeniser

    @cached_property
    def _room(self) -> int:
        """Tokens of a text that are seen at once, the model's marks not counted."""
        config = self._model.config
        # RoBERTa and its like number positions from padding_idx + 1 on.
        taken = 2 if "roberta" in str(config.model_type) else 0
        limit = int(getattr(config, "max_position_embeddings", 0) or _WINDOW) - taken
        return max(2, min(limit, int(self._tokeniser.model_max_length), _WINDOW) - len(self._begin) - len(self._end))

    @cached_property
    def _begin(self) -> tuple[int, ...]:
        tokeniser = self._tokeniser
        first = tokeniser.cls_token_id if self.masked else tokeniser.bos_token_id
        first = tokeniser.eos_token_id if first is None and not self.masked else first
        return () if first is None else (int(first),)

    @cached_property
    def _end(self) -> tuple[int, ...]:
        last = self._tokeniser.sep_token_id if self.masked else None
        return () if last is None else (int(last),)

    def judge(self, texts: Sequence[str]) -> tuple[Judged, ...]:
        """For every text the log probabilities of its tokens and words.

        Of a text that is longer than the model takes, each token is scored in a window of what stands before it
        (causal) or around it (masked): every token is scored, once.
        """
        ids = [tuple(self._tokeniser(text, add_special_tokens=False, verbose=False)["input_ids"]) for text in texts]
        rows = [row for number, own in enumerate(ids) for row in self._rows(number, own)]
        scores: list[dict[int, float]] = [{} for _ in texts]
        tokens = _CELLS * (8 if self.checkpoint.place.startswith("cuda") else 1) // int(self._model.config.vocab_size)
        for batch in by_length([len(row.ids) for row in rows], max(1, tokens)):
            self._read([rows[k] for k in batch], ids, scores)
        return tuple(self._judged(*row) for row in zip(texts, ids, scores, strict=True))

    def _rows(self, number: int, ids: tuple[int, ...]) -> list[_Row]:
        return self._masked_rows(number, ids) if self.masked else self._causal_rows(number, ids)

    def _causal_rows(self, number: int, ids: tuple[int, ...]) -> list[_Row]:
        """Windows that overlap by half: what is scored has at least that much before it, but at the text's start."""
        rows, done, begin = [], 0, self._begin
        while done < len(ids):
            start = max(0, done - self._room // 2) if done else 0
            stop = min(len(ids), start + self._room)
            shift = len(begin) - start - 1
            # Without a mark of the beginning nothing stands before the first token: it has no score.
            reads = tuple((k + shift, k) for k in range(done, stop) if k + shift >= 0)
            rows.append(_Row((*begin, *ids[start:stop]), reads, number))
            done = stop
        return rows

    def _masked_rows(self, number: int, ids: tuple[int, ...]) -> list[_Row]:
        """A row for each token, with it and what follows in its word hidden."""
        rows = []
        mask = self._tokeniser.mask_token_id
        if mask is None:
            what = f"the tokeniser of model {self.checkpoint.name} has no mask; say family = causal"
            raise SettingsError(f"{self.checkpoint.part}: {what}")
        for start, stop in word_groups(self._tokeniser, ids):
            for k in range(start, stop):
                first = max(0, min(k - self._room // 2, len(ids) - self._room))
                hidden = (*ids[:k], *[int(mask)] * (stop - k), *ids[stop:])[first : first + self._room]
                place = len(self._begin) + k - first
                rows.append(_Row((*self._begin, *hidden, *self._end), ((place, k),), number))
        return rows

    def _read(self, rows: Sequence[_Row], ids: Sequence[Sequence[int]], scores: list[dict[int, float]]) -> None:
        """One forward pass; what it says of the tokens to be read goes into `scores`."""
        width = max(len(row.ids) for row in rows)
        shown = torch.tensor([[*row.ids, *[self._padding] * (width - len(row.ids))] for row in rows])
        mask = torch.tensor([[1] * len(row.ids) + [0] * (width - len(row.ids)) for row in rows])
        places = [(index, place, ids[row.text][k]) for index, row in enumerate(rows) for place, k in row.reads]
        if not places:
            return
        where = self.checkpoint.place
        with self.checkpoint.running():
            logits = self._model(input_ids=shown.to(where), attention_mask=mask.to(where)).logits
            at = torch.tensor(places, device=where)
            picked = logits[at[:, 0], at[:, 1]].float()
            found = (picked.gather(1, at[:, 2:]).squeeze(1) - picked.logsumexp(1)).cpu().tolist()
        reads = ((row.text, k) for row in rows for _, k in row.reads)
        for (text, k), value in zip(reads, found, strict=True):
            scores[text][k] = value

    @property
    def _padding(self) -> int:
        return int(self._tokeniser.pad_token_id or 0)

    def _judged(self, text: str, ids: Sequence[int], scores: dict[int, float]) -> Judged:
        by_token = [scores.get(k, 0.0) for k in range(len(ids))]
        return Judged(sum(scores.values()), len(scores), words(self._tokeniser, text, ids, by_token))
