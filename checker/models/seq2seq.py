"""Translation models: translating by beam search, and the likelihood of a given translation by forced decoding.

MarianMT (opus-mt), NLLB, M2M100, mBART, MADLAD and other encoder-decoders of transformers.
"""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import torch
import transformers

from checker.errors import SettingsError
from checker.models.batches import by_length, cut, fitted
from checker.models.codes import language_code, language_token, target_mark
from checker.models.words import Judged, whole_texts, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.models.checkpoint import Checkpoint

_CELLS = 60_000_000
"""Numbers in the largest array of a batch (tokens x vocabulary): 240 MB in single precision."""
_UNLIMITED = 100_000
_USUAL = 512
"""Tokens taken where a model states no limit (T5 and its like count no positions, but were trained on this many)."""
_SHORTEST = 4
"""Words from which a text whose translation found no end is translated in two halves."""


@dataclass(frozen=True, slots=True)
class Translated:
    """A translation, and whether the model came to an end of its own."""

    text: str
    finished: bool


@dataclass(frozen=True)
class Seq2Seq:
    """A translation model between two languages (ISO 639-1, or the model's own names)."""

    checkpoint: Checkpoint
    source_lang: str
    target_lang: str

    @cached_property
    def _model(self) -> Any:
        return self.checkpoint.model(transformers.AutoModelForSeq2SeqLM)

    @cached_property
    def _codes(self) -> tuple[str, str] | None:
        """The model's names of the two languages; None for a model of one pair."""
        tokeniser = self.checkpoint.tokeniser
        if not hasattr(tokeniser, "src_lang"):
            return None
        found = tuple(language_code(tokeniser, lang) for lang in (self.source_lang, self.target_lang))
        if found[0] is None or found[1] is None:
            langs = f"{self.source_lang or '(not known)'} to {self.target_lang or '(not known)'}"
            raise SettingsError(
                f"model {self.checkpoint.name} does not know {langs}; name the languages as the model does"
            )
        return found[0], found[1]

    @cached_property
    def _tokeniser(self) -> Any:
        tokeniser = self.checkpoint.tokeniser
        if self._codes:
            tokeniser.src_lang, tokeniser.tgt_lang = self._codes
        return tokeniser

    @cached_property
    def room(self) -> int:
        """Tokens that the model takes at once, its own marks counted."""
        limits = (getattr(self._model.config, "max_position_embeddings", None), self._tokeniser.model_max_length)
        stated = [int(limit) for limit in limits if limit and limit < _UNLIMITED]
        return min(stated, default=_USUAL)

    def _source(self, text: str) -> list[int]:
        mark = target_mark(self._tokeniser, self.target_lang)
        return list(self._tokeniser(mark + text, verbose=False)["input_ids"])

    def _target(self, text: str) -> list[int]:
        return list(self._tokeniser(text_target=text, verbose=False)["input_ids"])

    # Likelihood

    def likelihoods(self, pairs: Sequence[tuple[str, str]]) -> tuple[Judged, ...]:
        """For every (source, translation) the log probability of the translation, by token and word.

        A pair that is longer than the model takes is cut, both sides into as many parts, scored part by part.
        """
        rows = [(number, part) for number, pair in enumerate(pairs) for part in fitted(pair, self._fits)]
        made = self._judged([(part[0], part[1]) for _, part in rows])
        return whole_texts([number for number, _ in rows], made, len(pairs))

    def _fits(self, pair: tuple[str, ...]) -> bool:
        return len(self._source(pair[0])) <= self.room and len(self._target(pair[1])) <= self.room

    def _judged(self, pairs: Sequence[tuple[str, str]]) -> list[Judged]:
        ids = [(self._source(source), self._target(target)) for source, target in pairs]
        tokens = max(1, self._cells // int(self._model.config.vocab_size))
        made: list[Judged] = [Judged(0.0, 0, ())] * len(pairs)
        for batch in by_length([max(map(len, pair)) for pair in ids], tokens):
            scores = self._forced([ids[k][0] for k in batch], [ids[k][1] for k in batch])
            for k, row in zip(batch, scores, strict=True):
                made[k] = self._of_words(pairs[k][1], ids[k][1], row)
        return made

    @property
    def _cells(self) -> int:
        return _CELLS * (8 if self.checkpoint.place.startswith("cuda") else 1)

    def _forced(self, sources: Sequence[list[int]], targets: Sequence[list[int]]) -> list[list[float]]:
        """Log probabilities of the target tokens, each given the source and the tokens before it."""
        with self.checkpoint.running():
            inputs = self._padded(sources)
            labels = self._padded(targets)["input_ids"]
            # Given labels, every model shifts them in the way of its own training.
            logits = self._model(**inputs, labels=labels, use_cache=False).logits.float()
            chosen = logits.gather(-1, labels.unsqueeze(-1)).squeeze(-1) - logits.logsumexp(-1)
            rows: list[list[float]] = chosen.cpu().tolist()
        return [row[: len(ids)] for row, ids in zip(rows, targets, strict=True)]

    def _padded(self, rows: Sequence[list[int]]) -> Any:
        """Rows padded at the right, with their mask, on the model's device."""
        width, pad = max(map(len, rows)), self._tokeniser.pad_token_id
        ids = torch.tensor([[*row, *[pad] * (width - len(row))] for row in rows])
        mask = torch.tensor([[1] * len(row) + [0] * (width - len(row)) for row in rows])
        return {"input_ids": ids.to(self.checkpoint.place), "attention_mask": mask.to(self.checkpoint.place)}

    def _of_words(self, text: str, ids: Sequence[int], scores: Sequence[float]) -> Judged:
        """The end counts (a translation that stops too early is unlikely there), a language's mark does not."""
        end, special = self._tokeniser.eos_token_id, self._special
        counted = [score for token, score in zip(ids, scores, strict=True) if token == end or token not in special]
        spelt = [(token, score) for token, score in zip(ids, scores, strict=True) if token not in special]
        found = words(self._tokeniser, text, [token for token, _ in spelt], [score for _, score in spelt])
        return Judged(sum(counted), len(counted), found)

    @cached_property
    def _special(self) -> frozenset[int]:
        """Ids of marks; an unknown word is a word, and some tokenisers do not count a language among their marks."""
        languages = {language_token(self._tokeniser, code) for code in self._codes or ()}
        return frozenset(self._tokeniser.all_special_ids) - {self._tokeniser.unk_token_id} | languages

    # Translation

    def translate(self, texts: Sequence[str], beams: int = 4, batch: int = 16) -> Iterator[tuple[int, Translated]]:
        """Translations with the numbers of their texts, as batches are done, texts of like length together.

        A text that is longer than the model takes is translated in parts.
        """
        rows = [(number, part[0]) for number, text in enumerate(texts) for part in fitted((text,), self._takes)]
        ids = [self._source(part) for _, part in rows]
        parts: dict[int, dict[int, Translated]] = {number: {} for number in range(len(texts))}
        wanted = Counter(owner for owner, _ in rows)
        for chosen in by_length(list(map(len, ids)), 32 * self.room, batch):
            for row, made in zip(chosen, self._generated([ids[k] for k in chosen], beams), strict=True):
                owner, text = rows[row]
                parts[owner][row] = made if made.finished else self._in_halves(text, made, beams)
                if len(parts[owner]) == wanted[owner]:
                    yield owner, _whole([parts[owner][row] for row in sorted(parts[owner])])

    def _takes(self, text: tuple[str, ...]) -> bool:
        return len(self._source(text[0])) <= self.room

    def _in_halves(self, text: str, made: Translated, beams: int) -> Translated:
        """What found no end, once more in two halves; as it was, where that ends no better."""
        if len(text.split()) < _SHORTEST:
            return made
        again = _whole(self._generated([self._source(part) for part in cut(text, 2)], beams))
        return again if again.finished else made

    def _generated(self, sources: Sequence[list[int]], beams: int) -> list[Translated]:
        limit = min(self.room - 1, 3 * max(map(len, sources)) + 16)
        with self.checkpoint.running():
            made = self._model.generate(
                **self._padded(sources), generation_config=self._search(beams, limit), **self._forced_start
            )
        end = self._tokeniser.eos_token_id
        # The first token is the decoder's start, which in some models is the end mark.
        rows = [row[1:] for row in made.cpu().tolist()]
        texts = [str(self._tokeniser.decode(row, skip_special_tokens=True)).strip() for row in rows]
        return [Translated(text, end in row) for text, row in zip(texts, rows, strict=True)]

    @property
    def _forced_start(self) -> dict[str, int]:
        return {"forced_bos_token_id": language_token(self._tokeniser, self._codes[1])} if self._codes else {}

    def _search(self, beams: int, limit: int) -> Any:
        """Plain beam search: no sampling, and no end forced at the limit, which would hide a cut."""
        search = deepcopy(self._model.generation_config)
        search.num_beams, search.do_sample, search.max_new_tokens = beams, False, limit
        search.forced_eos_token_id = search.max_length = None
        search.temperature = search.top_k = search.top_p = None
        return search


def _whole(parts: Sequence[Translated]) -> Translated:
    return Translated(" ".join(part.text for part in parts if part.text), all(part.finished for part in parts))
