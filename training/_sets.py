"""MLQE-PE ru-en as read, and what is observed of its sentence pairs (kept in a folder, for it takes minutes)."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np

from checker.model import Bead, Span
from checker.prediction import surface
from checker.prediction.observed import observe
from checker.testing import context

FOLDER = "quality/mlqe-ru-en"
BATCH = 200


@dataclass(frozen=True)
class Judged:
    """Sentence pairs with the mean judgement (0-100 and as z-score) and the page that each is from."""

    pairs: tuple[tuple[str, str], ...]
    mean: np.ndarray
    z: np.ndarray
    documents: tuple[str, ...]

    @property
    def proverbs(self) -> np.ndarray:
        """Which pairs are from Wikiquote."""
        return np.array(["wikiquote" in document for document in self.documents])


@dataclass(frozen=True)
class Seen:
    """What the model looks at: the named figures and the two vectors of every pair."""

    figures: np.ndarray
    source: np.ndarray
    target: np.ndarray


def judged(data: Path, split: str) -> Judged:
    """A split of MLQE-PE ru-en: train, dev or test20."""
    folder = data / FOLDER / split
    header, *rows = (line.split("\t") for line in lines(folder / "da.tsv"))
    place = {name: number for number, name in enumerate(header)}
    return Judged(
        tuple((row[place["original"]], row[place["translation"]]) for row in rows),
        np.array([float(row[place["mean"]]) for row in rows]),
        np.array([float(row[place["z_mean"]]) for row in rows]),
        tuple(lines(folder / "documents")),
    )


def lines(path: Path) -> list[str]:
    """Lines that end with \\n alone."""
    return path.read_text("utf-8").removesuffix("\n").split("\n")


def seen(pairs: tuple[tuple[str, str], ...], cache: Path | None = None) -> tuple[list[str], Seen]:
    """Names of the figures, and the figures and vectors of the pairs; from the cache where they are in it."""
    code = Path(surface.__file__).read_bytes()
    key = blake2b(repr(pairs).encode("utf-8", "replace") + code, digest_size=8).hexdigest()
    path = cache / f"{key}.npz" if cache else None
    if path is None or not path.exists():
        stored = _observed(pairs)
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            np.savez(path, **stored)
    else:
        stored = dict(np.load(path))
    return [str(name) for name in stored["names"]], Seen(stored["figures"], stored["source"], stored["target"])


def _observed(pairs: tuple[tuple[str, str], ...]) -> dict[str, np.ndarray]:
    where = context("embedded", "embedded")
    rows, sources, targets = [], [], []
    for first in range(0, len(pairs), BATCH):
        beads = [
            Bead((Span(0, len(one), one),), (Span(0, len(other), other),))
            for one, other in pairs[first : first + BATCH]
        ]
        for pair in observe(where, beads, ("ru", "en")):
            rows.append(surface.figures(pair))
            sources.append(pair.source.vector)
            targets.append(pair.target.vector)
    names = list(rows[0])
    return {
        "names": np.array(names),
        "figures": surface.columns(names, rows),
        "source": np.array(sources),
        "target": np.array(targets),
    }
