"""MLQE-PE ru-en as read, and what is observed of its sentence pairs (kept in a folder, for it takes minutes)."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from checker.model import Bead, Span
from checker.prediction import surface, tokens
from checker.prediction.observed import Word, alone, observe
from checker.testing import context

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.prediction.observed import Observed

FOLDER = "quality/mlqe-ru-en"
BATCH = 200
STRANGERS = 600
_TOKENS = ("figures", "vectors", "answers", "sizes", "places")


@dataclass(frozen=True)
class Judged:
    """Sentence pairs with the mean judgement (0-100 and as z-score) and the page that each is from."""

    pairs: tuple[tuple[str, str], ...]
    mean: np.ndarray
    z: np.ndarray
    edits: np.ndarray
    """Share of words that a post-editor changed, at most 1."""
    documents: tuple[str, ...]
    split: Path
    """The folder that it was read from."""

    @property
    def proverbs(self) -> np.ndarray:
        """Which pairs are from Wikiquote."""
        return np.array(["wikiquote" in document for document in self.documents])


@dataclass(frozen=True)
class Tokens:
    """The tokens of one side of many pairs, all after one another."""

    figures: np.ndarray
    vectors: np.ndarray
    answers: np.ndarray
    sizes: np.ndarray
    """Tokens of every pair."""
    places: np.ndarray
    """Start and stop of every token in its text."""


@dataclass(frozen=True)
class Seen:
    """What the model looks at: the named figures and the two vectors of every pair, and its tokens."""

    figures: np.ndarray
    source: np.ndarray
    target: np.ndarray
    tokens: tuple[Tokens, Tokens]
    """Of the sources and of the translations."""


def judged(data: Path, split: str) -> Judged:
    """A split of MLQE-PE ru-en: train, dev or test20."""
    folder = data / FOLDER / split
    header, *rows = (line.split("\t") for line in lines(folder / "da.tsv"))
    place = {name: number for number, name in enumerate(header)}
    return Judged(
        tuple((row[place["original"]], row[place["translation"]]) for row in rows),
        np.array([float(row[place["mean"]]) for row in rows]),
        np.array([float(row[place["z_mean"]]) for row in rows]),
        np.array([min(1.0, float(line)) for line in lines(folder / "hter")]),
        tuple(lines(folder / "documents")),
        folder,
    )


def lines(path: Path) -> list[str]:
    """Lines that end with \\n alone."""
    return path.read_text("utf-8").removesuffix("\n").split("\n")


def seen(pairs: tuple[tuple[str, str], ...], cache: Path | None = None) -> tuple[list[str], Seen]:
    """Names of the figures, and the figures and vectors of the pairs; from the cache where they are in it."""
    code = b"".join(Path(str(module.__file__)).read_bytes() for module in (surface, tokens))
    key = blake2b(repr(pairs).encode("utf-8", "replace") + code, digest_size=8).hexdigest()
    path = cache / f"{key}.npz" if cache else None
    if path is None or not path.exists():
        stored = _observed(pairs)
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            np.savez(path, **stored)
    else:
        stored = dict(np.load(path))
    both = tuple(Tokens(*(stored[f"{side}_{part}"] for part in _TOKENS)) for side in "st")
    made = Seen(stored["figures"], stored["source"], stored["target"], (both[0], both[1]))
    return [str(name) for name in stored["names"]], made


def translations(judgements: Judged) -> list[tuple[Word, ...]]:
    """Words of the translations alone."""
    where = context()
    return [alone(where, "en", (Span(0, len(text), text),)).target.words for _, text in judgements.pairs]


def strangers(judgements: Judged, seed: int) -> tuple[tuple[str, str], ...]:
    """Sources with the translation of another sentence."""
    order = np.random.default_rng(seed).permutation(len(judgements.pairs))[: STRANGERS + 1]
    return tuple((judgements.pairs[one][0], judgements.pairs[other][1]) for one, other in pairwise(order))


def own_pairs(corpora: Path) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """Sentences of our own articles with a literal, machine-like translation, and the same with a free one."""
    literal, free = [], []
    for folder in sorted(path.parent for path in corpora.glob("*/beads.retranslation.tsv")):
        source, near, far = (lines(folder / f"article.{side}.sentences.txt") for side in ("ru", "en", "retranslation"))
        sides = [_by_target(folder / name) for name in ("beads.tsv", "beads.retranslation.tsv")]
        for target, original in sides[0].items():
            other = sides[1].get(target)
            if target and original and other:
                text = _joined(source, original)
                literal.append((text, _joined(near, target)))
                free.append((text, _joined(far, other)))
    return tuple(literal), tuple(free)


def _by_target(path: Path) -> dict[tuple[int, ...], tuple[int, ...]]:
    """Sentences of the source side of every bead by those of its target side."""
    rows = [line.split("\t") for line in lines(path)[1:]]
    return {tuple(range(int(row[2]), int(row[3]))): tuple(range(int(row[0]), int(row[1]))) for row in rows if row[0]}


def _joined(sentences: list[str], chosen: tuple[int, ...]) -> str:
    return " ".join(sentences[number] for number in chosen)


def seen_pairs(pairs: Sequence[tuple[str, str]]) -> Iterator[Observed]:
    """What is observed of the pairs, in order."""
    where = context("embedded", "embedded")
    for first in range(0, len(pairs), BATCH):
        beads = [
            Bead((Span(0, len(one), one),), (Span(0, len(other), other),))
            for one, other in pairs[first : first + BATCH]
        ]
        yield from observe(where, beads, ("ru", "en"))


def _observed(pairs: Sequence[tuple[str, str]]) -> dict[str, np.ndarray]:
    rows, sources, targets = [], [], []
    sides: dict[str, list[list[np.ndarray]]] = {"s": [], "t": []}
    for pair in seen_pairs(pairs):
        rows.append(surface.figures(pair))
        sources.append(pair.source.vector)
        targets.append(pair.target.vector)
        for name, side, row in zip("st", (pair.source, pair.target), tokens.rows(pair), strict=True):
            places = np.array([(token.start, token.stop) for token in side.tokens], np.int32).reshape(-1, 2)
            wide = row.vectors.astype(np.float16), row.answers.astype(np.float16)
            sides[name].append([row.figures, *wide, np.array([len(places)]), places])
    names = list(rows[0])
    return {
        "names": np.array(names),
        "figures": surface.columns(names, rows),
        "source": np.array(sources),
        "target": np.array(targets),
        **{
            f"{side}_{part}": np.concatenate(arrays)
            for side, held in sides.items()
            for part, arrays in zip(_TOKENS, zip(*held, strict=True), strict=True)
        },
    }
