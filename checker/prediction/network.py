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
    """The mean over the networks; `point` is the pair's, as the kernel gets it, `rows` are source and target."""
    inputs = [_inputs(parts, side, row) for side, row in zip("st", rows, strict=True)]
    said = [_one(parts, member, point, inputs) for member in range(len(parts["out"]))]
    return Heard(
        float(np.mean([judgement for judgement, _, _ in said])),
        np.mean([source for _, source, _ in said], axis=0),
        np.mean([target for _, _, target in said], axis=0),
    )


def _inputs(parts: Mapping[str, Any], side: str, row: Row) -> Floats:
    """Standardised figures, the first principal components of token and answer, and their product."""
    figures = np.clip((row.figures - parts[f"{side}_mean"]) / parts[f"{side}_deviation"], -CLIP, CLIP)
    own, answer = (
        (vectors - parts[f"{side}_centre"]) @ parts[f"{side}_base"] for vectors in (row.vectors, row.answers)
    )
    made: Floats = np.hstack([figures, own, answer, own * answer]).astype(np.float32)
    return made


def _one(parts: Mapping[str, Any], member: int, point: Floats, inputs: list[Floats]) -> tuple[float, Floats, Floats]:
    sides = [_tokens(parts, side, member, rows) for side, rows in zip("st", inputs, strict=True)]
    whole = _bent(_layer(parts, "pair", member, point))
    pooled = [_pooled(parts, side, member, rows) for side, rows in zip("ts", sides[::-1], strict=True)]
    mixed = _bent(_layer(parts, "mix", member, np.concatenate([whole, *pooled])))
    judgement = float(_layer(parts, "out", member, mixed)[0])
    tags = [
        _layer(parts, f"{side}_tag", member, np.hstack([rows, np.tile(mixed, (len(rows), 1))]))[:, 0]
        for side, rows in zip("st", sides, strict=True)
    ]
    return judgement, tags[0], tags[1]


def _tokens(parts: Mapping[str, Any], side: str, member: int, rows: Floats) -> Floats:
    """What is made of every token among its neighbours, shape (tokens, width)."""
    own = _bent(_layer(parts, f"{side}_in", member, rows))
    reach = WINDOW // 2
    padded = np.zeros((len(own) + 2 * reach, own.shape[1]), own.dtype)
    padded[reach : reach + len(own)] = own
    windows = np.hstack([padded[shift : shift + len(own)] for shift in range(WINDOW)])
    return own + _bent(_layer(parts, f"{side}_conv", member, windows))


def _pooled(parts: Mapping[str, Any], side: str, member: int, rows: Floats) -> Floats:
    """The tokens by how much each counts, and all on average; zeros for a side without tokens."""
    if not len(rows):
        return np.zeros(2 * rows.shape[1], np.float32)
    odds = _layer(parts, f"{side}_counts", member, rows)[:, 0]
    weights = np.exp(odds - odds.max())
    return np.concatenate([weights @ rows / weights.sum(), rows.mean(axis=0)])


def _layer(parts: Mapping[str, Any], name: str, member: int, rows: Floats) -> Floats:
    made: Floats = rows @ parts[name][member] + parts[f"{name}_bias"][member]
    return made


def _bent(rows: Floats) -> Floats:
    """GELU, by the hyperbolic tangent."""
    # Not rows**3: numpy's power takes two hundred times as long as two products.
    made: Floats = 0.5 * rows * (1 + np.tanh(0.7978845608 * (rows + 0.044715 * (rows * rows * rows))))
    return made
