"""A small encoder without a model: hashed letter n-grams. For tests, and for two texts in one language.

Texts that share letters are near, texts in two scripts are not: it knows no meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from checker.encoders._whole import WholeTexts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]


class Hashing(WholeTexts):
    """Texts to unit vectors: counts of their letter trigrams, each thrown into one of the dimensions, with a sign."""

    name = "hashing"
    languages: frozenset[str] = frozenset()

    def __init__(self, dimension: int) -> None:
        self._dimension = dimension

    @property
    def dimension(self) -> int:
        """Of the vectors."""
        return self._dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (len(texts), dimension); the same in any batch."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for row, text in zip(vectors, texts, strict=True):
            padded = f" {' '.join(text.lower().split())} "
            for start in range(max(1, len(padded) - 2)):
                code = crc32(padded[start : start + 3].encode("utf-8", "surrogatepass"))
                row[code % self.dimension] += 1.0 if code & 0x80000000 else -1.0
        lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
        vectors /= np.where(lengths > 0, lengths, 1)[:, None]
        return vectors


def encoder(context: object, dimension: int = 256) -> Hashing:
    """Hashed letter n-grams in so many dimensions."""
    return Hashing(dimension)
