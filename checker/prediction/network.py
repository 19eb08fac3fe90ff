"""A small network over the tokens of both sides: how many points, and which words a post-editor would change.

Each side's tokens go through one layer of their own and one convolution over five neighbours; what they say together
(the token that counts most, and all on average) joins what is known of the whole pair. Several networks that were
trained from different beginnings give their mean. Weights: ``training/_network.py``.

Many pairs go at once. Their rows stand in blocks of one size, so that a product is made the same way whatever it holds:
the bits of a pair do not depend on its company.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from checker.prediction.tokens import Row

    Floats = NDArray[np.float32]

WINDOW = 5
"""Tokens that the convolution sees, the middle one counted."""
CLIP = 4.0
"""Standard deviations beyond which a token's figure counts no further."""
_BLOCK = 128
"""Rows of one product."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the networks say of a pair: a judge's z-score, and of every token the log odds that it is changed."""

    judgement: float
    source: Floats
    target: Floats


def product(rows: Floats, matrix: Floats) -> Floats:
    """``rows @ matrix`` in blocks of `_BLOCK` rows: the same bits for a row in any company."""
    lacking = -len(rows) % _BLOCK
    padded = np.concatenate([rows, np.zeros((lacking, rows.shape[1]), rows.dtype)]) if lacking else rows
    made: Floats = padded.reshape(-1, _BLOCK, rows.shape[1]) @ matrix
    return made.reshape(-1, matrix.shape[1])[: len(rows)]


def hear(parts: Mapping[str, Any], points: Floats, rows: Sequence[tuple[Row, Row]]) -> list[Heard]:
    """The mean over the networks; `points` are the pairs', as the kernel gets them, `rows` are source and target.

    All networks go side by side: arrays have the shape (networks, tokens or pairs, width).
    """
    sides = [_Side.of(parts, side, [pair[i] for pair in rows]) for i, side in enumerate("st")]
    whole = _bent(_layer(parts, "pair", points))
    mixed = _bent(_layer(parts, "mix", np.concatenate([whole, sides[1].pooled(), sides[0].pooled()], axis=2)))
    judgements = _layer(parts, "out", mixed)[:, :, 0].mean(axis=0)
    tags = zip(*(side.tags(mixed) for side in sides), strict=True)
    return [Heard(float(one), *pair) for one, pair in zip(judgements, tags, strict=True)]


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of all pairs: what is made of every token among its neighbours, and how many tokens each pair has."""

    parts: Mapping[str, Any]
    side: str
    rows: Floats
    sizes: Sequence[int]

    @classmethod
    def of(cls, parts: Mapping[str, Any], side: str, rows: Sequence[Row]) -> _Side:
        """The tokens of one side through their own layer and the convolution."""
        sizes = [len(row.figures) for row in rows]
        own = _bent(_layer(parts, f"{side}_in", _inputs(parts, side, rows)))
        reach = WINDOW // 2
        # Between two pairs lie rows of zeros, for no token sees into another pair.
        places = np.arange(sum(sizes)) + reach * (1 + np.repeat(np.arange(len(sizes)), sizes))
        padded = np.zeros((len(own), sum(sizes) + reach * (len(sizes) + 1), own.shape[2]), own.dtype)
        padded[:, places] = own
        windows = np.concatenate([padded[:, places + shift - reach] for shift in range(WINDOW)], axis=2)
        return cls(parts, side, own + _bent(_layer(parts, f"{side}_conv", windows)), sizes)

    def pooled(self) -> Floats:
        """A pair's tokens by how much each counts, and all on average; zeros for a side without tokens."""
        pooled = np.zeros((len(self.rows), len(self.sizes), 2 * self.rows.shape[2]), np.float32)
        odds = _layer(self.parts, f"{self.side}_counts", self.rows)
        for number, (first, last) in enumerate(self._ends()):
            if first == last:
                continue
            rows, own = self.rows[:, first:last], odds[:, first:last]
            weights = np.exp(own - own.max(axis=1, keepdims=True))
            counted = (weights * rows).sum(axis=1) / weights.sum(axis=1)
            pooled[:, number] = np.concatenate([counted, rows.mean(axis=1)], axis=1)
        return pooled

    def tags(self, mixed: Floats) -> list[Floats]:
        """For every pair the log odds that each token is changed, the networks' mean."""
        every = np.repeat(mixed, self.sizes, axis=1)
        odds = _layer(self.parts, f"{self.side}_tag", np.concatenate([self.rows, every], axis=2))[:, :, 0].mean(axis=0)
        return [odds[first:last] for first, last in self._ends()]

    def _ends(self) -> list[tuple[int, int]]:
        ends = np.cumsum([0, *self.sizes]).tolist()
        return list(pairwise(ends))


def _inputs(parts: Mapping[str, Any], side: str, rows: Sequence[Row]) -> Floats:
    """Standardised figures, the first principal components of token and answer, and their product."""
    raw = np.concatenate([row.figures for row in rows])
    figures = np.clip((raw - parts[f"{side}_mean"]) / parts[f"{side}_deviation"], -CLIP, CLIP)
    own, answer = (
        product(np.concatenate(vectors) - parts[f"{side}_centre"], parts[f"{side}_base"])
        for vectors in ([row.vectors for row in rows], [row.answers for row in rows])
    )
    made: Floats = np.hstack([figures, own, answer, own * answer]).astype(np.float32)
    return made


def _layer(parts: Mapping[str, Any], name: str, rows: Floats) -> Floats:
    """A layer of every network over rows of its own, or over the same rows for all."""
    weights, bias = parts[name], parts[f"{name}_bias"]
    each = rows if rows.ndim == 3 else [rows] * len(weights)
    return np.stack([product(own, matrix) + start for own, matrix, start in zip(each, weights, bias, strict=True)])


def _bent(rows: Floats) -> Floats:
    """GELU, by the hyperbolic tangent."""
    # Not rows**3: numpy's power takes two hundred times as long as two products.
    made: Floats = 0.5 * rows * (1 + np.tanh(0.7978845608 * (rows + 0.044715 * (rows * rows * rows))))
    return made
