"""What an encoder that knows only whole texts makes of runs and words: each is a text of its own."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]


class WholeTexts(ABC):
    """Runs, words and words in context by `encode` alone."""

    @property
    @abstractmethod
    def dimension(self) -> int:
        """Of the vectors."""

    @abstractmethod
    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (len(texts), dimension); the same in any batch."""

    def runs(self, sentences: Sequence[str], longest: int, joint: str = " ") -> Vectors:
        """Unit vectors of runs of neighbours, shape (longest, len(sentences), dimension); zeros past the end."""
        runs = np.zeros((longest, len(sentences), self.dimension), np.float32)
        for length in range(1, min(longest, len(sentences)) + 1):
            starts = range(len(sentences) - length + 1)
            runs[length - 1, : len(starts)] = self.encode([joint.join(sentences[i : i + length]) for i in starts])
        return runs

    def words(self, words: Sequence[str]) -> Vectors:
        """Unit vectors of single words, shape (len(words), dimension)."""
        return self.encode(words)

    def in_context(self, texts: Sequence[str], places: Sequence[Sequence[tuple[int, int]]]) -> Vectors:
        """The words' own vectors: what such an encoder knows of tokens lies in another space than its texts, if any."""
        pairs = zip(texts, places, strict=True)
        return self.encode([text[start:stop] for text, spans in pairs for start, stop in spans])
