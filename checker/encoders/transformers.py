"""Sentence encoders of the transformers library: LaBSE and its like (extra ``models``).

A model is a folder or a name on the Hugging Face hub. Only safetensors weights are read and no code that comes with a
model is run. LaBSE: Feng et al. 2022, arXiv:2007.01852.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
import transformers
from transformers.utils.hub import cached_file

from checker.encoders._head import POOLINGS, Head, read
from checker.encoders._whole import WholeTexts
from checker.errors import SettingsError
from checker.models.batches import by_length
from checker.models.checkpoint import Checkpoint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

_TOKENS = 4096
"""Tokens of a batch, padding counted: what a laptop's memory holds for a base model."""


class Transformers(WholeTexts):
    """Texts to unit vectors by a transformers encoder. Nothing is loaded before the first text comes."""

    languages: frozenset[str] = frozenset()
    """Not known of a model."""

    def __init__(self, checkpoint: Checkpoint, pooling: str) -> None:
        self.name, self._checkpoint, self._pooling = checkpoint.name, checkpoint, pooling

    @cached_property
    def identity(self) -> str:
        """What decides a vector's bits, beside the text: files of the model by size and time, device, versions.

        "" where the model's files are not found; a name on the hub leads to the folder of one commit.
        """
        settings = self._beside("config.json")
        if settings is None:
            return ""
        known = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in settings.parent.iterdir()]
        made = f"torch {torch.__version__}|{self._checkpoint.place}|{self._checkpoint.settings}"
        return f"{self.name}|{self._pooling}|{settings.parent}|{sorted(known)}|{made}"

    @cached_property
    def dimension(self) -> int:
        """Of the vectors."""
        layers = self._head.layers
        return len(layers[-1][1]) if layers else int(self._model.config.hidden_size)

    @property
    def _tokeniser(self) -> Any:
        return self._checkpoint.tokeniser

    @cached_property
    def _model(self) -> Any:
        # Vectors are pooled here: what some models have for pooling, and others lack, is not used.
        return self._checkpoint.model(transformers.AutoModel, spare="pooler.")

    @cached_property
    def _head(self) -> Head:
        """How a text's vector is made of its tokens': as the model's own files say, unless asked for otherwise."""
        head = read(self.name, self._beside)
        return head if self._pooling == "auto" else replace(head, pooling=self._pooling)

    def _beside(self, name: str) -> Path | None:
        """Where a file of the model lies, None if it has none such."""
        if Path(self.name).is_dir():
            found = Path(self.name, name)
            return found if found.is_file() else None
        cached = cached_file(
            self.name, name, revision=self._checkpoint.revision, _raise_exceptions_for_missing_entries=False
        )
        return Path(cached) if cached else None

    @cached_property
    def _marks(self) -> tuple[list[int], list[int]]:
        """The ids that the tokeniser puts before and after a text."""
        bare = list(self._tokeniser("a", add_special_tokens=False)["input_ids"])
        marked = list(self._tokeniser("a")["input_ids"])
        start = next((i for i in range(len(marked)) if marked[i : i + len(bare)] == bare), 0)
        return marked[:start], marked[start + len(bare) :]

    @cached_property
    def _room(self) -> int:
        """Tokens that the model takes at once, its own marks not counted."""
        limit = getattr(self._model.config, "max_position_embeddings", 512)
        # RoBERTa and its like number positions from padding_idx + 1 on.
        offset = 2 if "roberta" in str(self._model.config.model_type) else 0
        limit = min(limit - offset, getattr(self._tokeniser, "model_max_length", limit))
        return int(limit - sum(map(len, self._marks)))

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (len(texts), dimension).

        A text that is longer than the model takes is cut into equal parts, whose vectors are averaged by their
        length: nothing is left out. Batches hold texts of like length, so that little is padding.
        """
        plain = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        parts = [(number, part) for number, text in enumerate(plain) for part in self._parts(text)]
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for batch in by_length([len(part) for _, part in parts], _TOKENS):
            made = self._forward([parts[k][1] for k in batch])
            for k, vector in zip(batch, made, strict=True):
                vectors[parts[k][0]] += vector * max(1, len(parts[k][1]))
        return _unit(vectors)

    def _parts(self, text: str) -> list[list[int]]:
        """Ids of a text without marks, in as many equal parts as the model needs."""
        ids = list(self._tokeniser(text, add_special_tokens=False, verbose=False)["input_ids"])
        count = max(1, -(-len(ids) // self._room))
        size = max(1, -(-len(ids) // count))
        return [ids[start : start + size] for start in range(0, max(1, len(ids)), size)]

    def _forward(self, parts: Sequence[Sequence[int]]) -> Vectors:
        """Unit vectors of texts that fit."""
        begin, end = self._marks
        marked = [[*begin, *ids, *end] for ids in parts]
        batch = self._tokeniser.pad({"input_ids": marked}, return_tensors="pt").to(self._checkpoint.place)
        with self._checkpoint.running():
            output = self._model(**batch)
        return _unit(self._head(self._pooled(output.last_hidden_state, batch["attention_mask"])))

    def _pooled(self, states: Any, mask: Any) -> Vectors:
        if self._head.pooling == "cls":
            pooled = states[:, 0]
        else:
            weights = mask.unsqueeze(-1).to(states.dtype)
            pooled = (states * weights).sum(1) / weights.sum(1)
        vectors: Vectors = pooled.float().cpu().numpy()
        return vectors


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
    unit: Vectors = (vectors / np.maximum(lengths, np.float32(1e-9))[:, None]).astype(np.float32)
    return unit


def encoder(
    context: object,
    model: str = "sentence-transformers/LaBSE",
    revision: str | None = None,
    device: str = "auto",
    pooling: str = "auto",
) -> Transformers:
    """An encoder by its folder or name on the hub; `pooling` is auto (what the model says), mean or cls."""
    if pooling not in ("auto", *POOLINGS):
        raise SettingsError(f'encoder transformers: pooling "{pooling}" is not one of auto, {", ".join(POOLINGS)}')
    return Transformers(Checkpoint("encoder transformers", model, revision, device), pooling)
