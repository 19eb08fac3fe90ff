"""The encoder that comes with checker: Universal Sentence Encoder, multilingual, v3, in numpy.

Sixteen languages in one space of 512 dimensions, about a thousand sentences a second on one core, no
download. Model: Yang et al. 2019, arXiv:1907.04307.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
import sentencepiece
from threadpoolctl import ThreadpoolController

from checker.encoders import _weights
from checker.encoders._network import Network, Stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

_UNKNOWN, _BEGIN, _END = 0, 1, 2


class Embedded:
    """Texts to unit vectors of 512 dimensions. Nothing is read before the first text comes."""

    name = "embedded"
    dimension = 512
    languages = frozenset({"ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"})

    @cached_property
    def _tokeniser(self) -> Any:
        return sentencepiece.SentencePieceProcessor(model_file=str(_weights.resource("sp.model")))

    @cached_property
    def _network(self) -> Network:
        return Network(_weights.load())

    @cached_property
    def _threads(self) -> ThreadpoolController:
        return ThreadpoolController()

    def _tokens(self, texts: Sequence[str]) -> list[list[int]]:
        """Vocabulary ids of every text, without the marks at its ends; an empty text is one unknown token."""
        return [ids or [_UNKNOWN] for ids in self._tokeniser.encode(list(texts))]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (len(texts), 512); a text has the same bytes in any batch."""
        if not len(texts):
            return np.zeros((0, self.dimension), np.float32)
        marked = [[_BEGIN, *ids, _END] for ids in self._tokens(texts)]
        with self._threads.limit(limits=1, user_api="blas"):
            sums = self._network.sums([Stretch(ids, 0, len(ids)) for ids in marked])
            return self._network.vectors(sums, [len(ids) for ids in marked])

    def runs(self, sentences: Sequence[str], longest: int, joint: str = " ") -> Vectors:
        """Unit vectors of runs of neighbours, shape (longest, len(sentences), 512).

        ``[k - 1, i]`` is the vector of sentences i .. i+k-1 joined by `joint`; zeros where the run would pass the end.
        """
        runs = np.zeros((longest, len(sentences), self.dimension), np.float32)
        for length in range(1, min(longest, len(sentences)) + 1):
            starts = range(len(sentences) - length + 1)
            runs[length - 1, : len(starts)] = self.encode([joint.join(sentences[i : i + length]) for i in starts])
        return runs

    def words(self, words: Sequence[str]) -> Vectors:
        """Context-free unit vectors of single words, shape (len(words), 512)."""
        return self.encode(words)


def encoder(context: object) -> Embedded:
    """The encoder that needs no download."""
    return Embedded()
