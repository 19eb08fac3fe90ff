"""The encoder's network in numpy: embeddings, two layers of n-gram convolutions, a sum, a small deep network.

A token reaches the first convolution only through its vocabulary id, so that everything up to the
products of that layer is made once for an id and kept. Rows of a product are padded to a multiple
of `ROWS`: then a row's bits do not depend on its neighbours, and a text has the same vector in any batch.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from checker.encoders._weights import Weights

    Floats = NDArray[np.float32]
    Ids = NDArray[np.int64]

ROWS = 16
"""A matrix product takes rows in multiples of this: no tail kernel of a BLAS, which would round otherwise."""
ORDERS = ((2, 0), (3, 1), (5, 2))
"""Length of each n-gram window, and how many of its places lie before the token."""
REACH = 4
"""How many tokens to either side a token's features depend on: two layers of the longest window."""
WIDTH, CHANNELS = 512, 256
FEATURES = WIDTH + len(ORDERS) * CHANNELS
GAP = 2
"""Zero rows between two stretches: half of the longest window."""
_TOKENS = 512
"""Tokens in one product: more no longer gains speed, and loses the cache."""
_KEPT_IDS = 8192
"""Vocabulary ids whose products are kept (15 kB each); an article has about a thousand."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens that see each other, and which of them count; the rest are there to be seen."""

    ids: Sequence[int]
    start: int
    stop: int


def product(rows: Floats, matrix: Floats) -> Floats:
    """``rows @ matrix`` with the same bits for a row in any company."""
    lacking = -len(rows) % ROWS
    if lacking:
        rows = np.concatenate([rows, np.zeros((lacking, rows.shape[1]), np.float32)])
        return (rows @ matrix)[:-lacking]
    return rows @ matrix


def _normalised(rows: Floats, gain: Floats, bias: Floats, epsilon: float) -> Floats:
    """Layer normalisation, in place."""
    rows -= rows.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", rows, rows) / np.float32(rows.shape[1])
    rows *= (1.0 / np.sqrt(variance + np.float32(epsilon)))[:, None]
    rows *= gain
    rows += bias
    return rows


def _slots(matrix: Floats, order: int) -> Floats:
    """A convolution's matrix (order * 256, 256) with the places of the window side by side: (256, order * 256)."""
    return np.ascontiguousarray(matrix.reshape(order, CHANNELS, CHANNELS).transpose(1, 0, 2).reshape(CHANNELS, -1))


class _Vocabulary:
    """What is known of a token by its id alone, made when first asked for and kept within bounds.

    Entry 0 is all zero: the padding between stretches.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        dense = weights.dense
        self._project = np.concatenate([dense[f"proj{order}"] for order, _ in ORDERS], axis=1)
        self._bias, self._gain, self._shift = (
            np.concatenate([dense[f"{name}{order}"] for order, _ in ORDERS]) for name in ("proj_b", "ln_g", "ln_b")
        )
        self._first = [_slots(dense[f"w1_{order}"], order) for order, _ in ORDERS]
        self._clear()

    def _clear(self) -> None:
        self._entry = np.full(len(self._weights.table) * len(self._weights.table[0]), -1, np.int64)
        self._count = 1
        # Room that is never written to is never given out by the system, so that all of it may be asked for at once.
        self.embedding = np.zeros((_KEPT_IDS, WIDTH), np.float32)
        self.projected = [np.zeros((_KEPT_IDS, CHANNELS), np.float32) for _ in ORDERS]
        self.products = [np.zeros((order, _KEPT_IDS, CHANNELS), np.float32) for order, _ in ORDERS]

    def entries(self, ids: Ids) -> Ids:
        """Row numbers of the ids in `embedding`, `projected` and `products`; id -1 is the padding."""
        new = self._new(ids)
        if self._count + len(new) > _KEPT_IDS:
            self._clear()
            new = self._new(ids)
        if len(new):
            self._add(new)
        return np.where(ids < 0, 0, self._entry[ids])

    def _new(self, ids: Ids) -> Ids:
        return np.unique(ids[(ids >= 0) & (self._entry[ids] < 0)])

    def _add(self, new: Ids) -> None:
        first, last = self._count, self._count + len(new)
        self.embedding[first:last] = self._weights.embeddings(new)
        projected = product(self.embedding[first:last], self._project) + self._bias
        projected = _normalised(projected, self._gain, self._shift, self._weights.epsilon)
        for index, (order, _) in enumerate(ORDERS):
            rows = np.ascontiguousarray(projected[:, index * CHANNELS : (index + 1) * CHANNELS])
            self.projected[index][first:last] = rows
            places = product(rows, self._first[index]).reshape(-1, order, CHANNELS)
            self.products[index][:, first:last] = places.transpose(1, 0, 2)
        self._entry[new] = np.arange(first, last)
        self._count = last


class Network:
    """Token features and sentence vectors from vocabulary ids."""

    def __init__(self, weights: Weights) -> None:
        self._vocabulary = _Vocabulary(weights)
        self._epsilon = weights.epsilon
        self._dense = dense = weights.dense
        self._bias = [(dense[f"b1_{order}"], dense[f"b2_{order}"]) for order, _ in ORDERS]
        self._second = [_slots(dense[f"w2_{order}"], order) for order, _ in ORDERS]

    def sums(self, stretches: Sequence[Stretch]) -> Floats:
        """Sums of the features of the tokens that count, projected; shape (len(stretches), 512).

        The projection is linear, so that sums of stretches are the sum of a longer stretch, rounding apart.
        """
        summed = np.zeros((len(stretches), FEATURES), np.float32)
        batch: list[tuple[int, Stretch]] = []
        size = 0
        for number, stretch in enumerate(stretches):
            for piece in _pieces(stretch):
                if batch and size + len(piece.ids) + GAP > _TOKENS:
                    self._add_sums(summed, batch)
                    batch, size = [], 0
                batch.append((number, piece))
                size += len(piece.ids) + GAP
        if batch:
            self._add_sums(summed, batch)
        return product(summed, self._dense["cnn_W"])

    def _add_sums(self, summed: Floats, batch: Sequence[tuple[int, Stretch]]) -> None:
        features, starts = self._batch([stretch for _, stretch in batch])
        cuts = [start + place for (_, one), start in zip(batch, starts, strict=True) for place in (one.start, one.stop)]
        totals = np.add.reduceat(features, cuts, axis=0)[::2]
        for (number, _), total in zip(batch, totals, strict=True):
            summed[number] += total

    def features(self, ids: Sequence[int]) -> Floats:
        """Features of every token of one text, projected: shape (len(ids), 512)."""
        rows = []
        for piece in _pieces(Stretch(ids, 0, len(ids))):
            features, (start,) = self._batch([piece])
            rows.append(features[start + piece.start : start + piece.stop])
        return product(np.concatenate(rows), self._dense["cnn_W"])

    def _batch(self, stretches: Sequence[Stretch]) -> tuple[Floats, list[int]]:
        """Features of all tokens, with `GAP` rows of padding around every stretch; where each stretch starts."""
        starts, position = [], GAP
        for stretch in stretches:
            starts.append(position)
            position += len(stretch.ids) + GAP
        ids = np.full(position, -1, np.int64)
        for stretch, start in zip(stretches, starts, strict=True):
            ids[start : start + len(stretch.ids)] = stretch.ids
        entries = self._vocabulary.entries(ids)
        features = np.zeros((position, FEATURES), np.float32)
        features[:, :WIDTH] = self._vocabulary.embedding[entries]
        for index in range(len(ORDERS)):
            left = WIDTH + index * CHANNELS
            features[:, left : left + CHANNELS] = self._convolved(index, entries)
        return _normalised(features, self._dense["ln_g"], self._dense["ln_b"], self._epsilon), starts

    def _convolved(self, index: int, entries: Ids) -> Floats:
        """Two residual convolutions over n-grams of one order, shape (len(entries), 256)."""
        order, before = ORDERS[index]
        products = self._vocabulary.products[index]
        hidden = np.zeros((len(entries), CHANNELS), np.float32)
        for place in range(order):
            _shifted_add(hidden, products[place][entries], place - before)
        hidden += self._bias[index][0]
        np.maximum(hidden, 0, out=hidden)
        hidden += self._vocabulary.projected[index][entries]
        hidden[entries == 0] = 0.0
        seen = product(hidden, self._second[index])
        output = np.zeros_like(hidden)
        for place in range(order):
            _shifted_add(output, seen[:, place * CHANNELS : (place + 1) * CHANNELS], place - before)
        output += self._bias[index][1]
        np.maximum(output, 0, out=output)
        output += hidden
        return output

    def vectors(self, sums: Floats, counts: Sequence[int] | NDArray[np.int64]) -> Floats:
        """Unit vectors of texts, shape (len(sums), 512), from their projected sums and numbers of tokens."""
        dense = self._dense
        lengths: Floats = np.asarray(counts, np.float32)[:, None]
        mean: Floats = (sums + lengths * dense["cnn_b"]) / np.sqrt(lengths)
        first = np.maximum(product(mean, dense["d0"]), 0)
        second = np.maximum(product(mean, dense["p1"]) + product(first, dense["d1"]), 0)
        third = np.maximum(product(second, dense["d2"]), 0)
        output = np.tanh(product(second, dense["p3"]) + product(third, dense["d3"]))
        squares = np.einsum("ij,ij->i", output, output)
        unit: Floats = output / np.sqrt(np.maximum(squares, np.float32(self._epsilon)))[:, None]
        return unit


def _shifted_add(total: Floats, rows: Floats, shift: int) -> None:
    """``total[i] += rows[i + shift]`` wherever both exist."""
    if shift < 0:
        total[-shift:] += rows[:shift]
    elif shift:
        total[:-shift] += rows[shift:]
    else:
        total += rows


def _pieces(stretch: Stretch) -> list[Stretch]:
    """A stretch that fits one product as it is; a longer one in pieces, each with what its tokens must see."""
    if len(stretch.ids) <= _TOKENS:
        return [stretch]
    pieces = []
    step = _TOKENS - 2 * REACH
    for start in range(stretch.start, stretch.stop, step):
        stop = min(start + step, stretch.stop)
        first, last = max(0, start - REACH), min(len(stretch.ids), stop + REACH)
        pieces.append(Stretch(stretch.ids[first:last], start - first, stop - first))
    return pieces
