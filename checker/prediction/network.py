"""A small network over the tokens of both sides: how many points, and which words a post-editor would change.

Each side's tokens go through one layer of their own and one convolution over five neighbours; what they say together
(the token that counts most, and all on average) joins what is known of the whole pair. Several networks that were
trained from different beginnings give their mean. Weights: ``training/_network.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from checker.prediction.tokens import Row

    Floats = NDArray[np.float32]

WINDOW = 5
"""Tokens that the convolution sees, the middle one counted."""
CLIP = 4.0
"""Standard deviations beyond which a token's figure counts no further."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the networks say of a pair: a judge's z-score, and of every token the log odds that it is changed."""

    judgement: float
    source: Floats
    target: Floats


def hear(parts: Mapping[str, Any], point: Floats, rows: tuple[Row, Row]) -> Heard:
    """The mean over the networks; `point` is the pair's, as the kernel gets it, `rows` are source and target.

    All networks go side by side: arrays have the shape (networks, tokens, width).
    """
    source, target = (_tokens(parts, side, _inputs(parts, side, row)) for side, row in zip("st", rows, strict=True))
    whole = _bent(_layer(parts, "pair", point[None]))
    pooled = _pooled(parts, "t", target), _pooled(parts, "s", source)
    mixed = _bent(_layer(parts, "mix", np.concatenate([whole, *pooled], axis=2)))
    judgement = _layer(parts, "out", mixed)[:, 0, 0].mean()
    return Heard(float(judgement), _tags(parts, "s", source, mixed), _tags(parts, "t", target, mixed))


def _inputs(parts: Mapping[str, Any], side: str, row: Row) -> Floats:
    """Standardised figures, the first principal components of token and answer, and their product."""
    figures = np.clip((row.figures - parts[f"{side}_mean"]) / parts[f"{side}_deviation"], -CLIP, CLIP)
    own, answer = (
        (vectors - parts[f"{side}_centre"]) @ parts[f"{side}_base"] for vectors in (row.vectors, row.answers)
    )
    made: Floats = np.hstack([figures, own, answer, own * answer]).astype(np.float32)
    return made


def _tokens(parts: Mapping[str, Any], side: str, rows: Floats) -> Floats:
    """What is made of every token among its neighbours."""
    own = _bent(_layer(parts, f"{side}_in", rows))
    reach = WINDOW // 2
    padded = np.zeros((len(own), own.shape[1] + 2 * reach, own.shape[2]), own.dtype)
    padded[:, reach : reach + own.shape[1]] = own
    windows = np.concatenate([padded[:, shift : shift + len(rows)] for shift in range(WINDOW)], axis=2)
    return own + _bent(_layer(parts, f"{side}_conv", windows))


def _pooled(parts: Mapping[str, Any], side: str, rows: Floats) -> Floats:
    """The tokens by how much each counts, and all on average; zeros for a side without tokens."""
    if not rows.shape[1]:
        return np.zeros((len(rows), 1, 2 * rows.shape[2]), np.float32)
    odds = _layer(parts, f"{side}_counts", rows)
    weights = np.exp(odds - odds.max(axis=1, keepdims=True))
    counted = (weights * rows).sum(axis=1, keepdims=True) / weights.sum(axis=1, keepdims=True)
    return np.concatenate([counted, rows.mean(axis=1, keepdims=True)], axis=2)


def _tags(parts: Mapping[str, Any], side: str, rows: Floats, mixed: Floats) -> Floats:
    """Log odds that each token is changed, the networks' mean."""
    every = np.broadcast_to(mixed, (len(rows), rows.shape[1], mixed.shape[2]))
    odds: Floats = _layer(parts, f"{side}_tag", np.concatenate([rows, every], axis=2))[:, :, 0].mean(axis=0)
    return odds


def _layer(parts: Mapping[str, Any], name: str, rows: Floats) -> Floats:
    made: Floats = rows @ parts[name] + parts[f"{name}_bias"][:, None]
    return made


def _bent(rows: Floats) -> Floats:
    """GELU, by the hyperbolic tangent."""
    # Not rows**3: numpy's power takes two hundred times as long as two products.
    made: Floats = 0.5 * rows * (1 + np.tanh(0.7978845608 * (rows + 0.044715 * (rows * rows * rows))))
    return made
