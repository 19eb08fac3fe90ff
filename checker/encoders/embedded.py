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
from checker.encoders._runs import Runs, totals

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
        """Vocabulary ids of every text between the marks of begin and end; an empty text is one unknown token."""
        # A lone surrogate, which a text read with errors may hold, is no UTF-8: it becomes a question mark.
        plain = [text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        return [[_BEGIN, *(ids or [_UNKNOWN]), _END] for ids in self._tokeniser.encode(plain)]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (len(texts), 512); a text has the same bytes in any batch."""
        if not len(texts):
            return np.zeros((0, self.dimension), np.float32)
        ids = self._tokens(texts)
        with self._threads.limit(limits=1, user_api="blas"):
            stretches = [Stretch.edged(one) for one in ids]
            sums, _ = totals(self._network.sums(stretches), stretches)
            return self._network.vectors(self._network.projected(sums), [len(one) for one in ids])

    def runs(self, sentences: Sequence[str], longest: int, joint: str = " ") -> Vectors:
        """Unit vectors of runs of neighbours, shape (longest, len(sentences), 512).

        ``[k - 1, i]`` is the vector of sentences i .. i+k-1 joined by `joint`; zeros where the run would pass the end.
        """
        if not len(sentences):
            return np.zeros((longest, 0, self.dimension), np.float32)
        with self._threads.limit(limits=1, user_api="blas"):
            return Runs(self._network, self._tokens, joint).vectors(sentences, longest)

    def words(self, words: Sequence[str]) -> Vectors:
        """Context-free unit vectors of single words, shape (len(words), 512)."""
        return self.encode(words)


def encoder(context: object) -> Embedded:
    """The encoder that needs no download."""
    return Embedded()
