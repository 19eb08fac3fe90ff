"""The encoder's network in numpy: embeddings, two layers of n-gram convolutions, a sum, a small deep network.

A token reaches the first convolution only through its vocabulary id, so that everything up to the
products of that layer is made once for an id and kept. Rows of a product are padded to a multiple
of `ROWS`: then a row's bits do not depend on its neighbours, and a text has the same vector in any batch. That holds
for OpenBLAS on processors with AVX-512; its kernels for older ones (Haswell) round a row by where it stands, and the
last bits of a vector, 1e-6 of it at most, depend on the batch there.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
_SHORT_PART = 8
"""Tokens of a part up to which all parts are summed together."""
_KEPT_IDS = 8192
"""Vocabulary ids whose products are kept (15 kB each); an article has about a thousand."""
_KEPT_TOKENS = 8_192
"""Tokens of whole texts whose features are kept (5 kB each): an article's sentences are asked for by the aligner, by
the linker and by the scores."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens that see each other; what lies between two cuts is summed, what lies outside them is only seen."""

    ids: Sequence[int]
    cuts: tuple[int, ...]

    @property
    def whole(self) -> bool:
        """Whether all of its tokens count."""
        return self.cuts[0] == 0 and self.cuts[-1] == len(self.ids)

    @classmethod
    def edged(cls, ids: Sequence[int]) -> Stretch:
        """All tokens; the first and the last, that would see a neighbour, in parts of their own if there are others."""
        edge = REACH + 1
        inner = (edge, len(ids) - edge) if len(ids) > 2 * edge else ()
        return cls(ids, (0, *inner, len(ids)))

    @classmethod
    def part(cls, ids: Sequence[int], start: int, stop: int) -> Stretch:
        """Some tokens of a longer text, with as many to either side as they must see."""
        first, last = max(0, start - REACH), min(len(ids), stop + REACH)
        return cls(ids[first:last], (start - first, stop - first))


def product(rows: Floats, matrix: Floats) -> Floats:
    """``rows @ matrix`` with the same bits for a row in any company, where the BLAS allows it."""
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
        self._entry = np.full(len(weights.table) * len(weights.table[0]), -1, np.int64)
        self._count, self._asked = 1, 0
        self._last = np.zeros(_KEPT_IDS, np.int64)
        # Room that is never written to is never given out by the system, so that all of it may be asked for at once.
        self.embedding = np.zeros((_KEPT_IDS, WIDTH), np.float32)
        self.projected = [np.zeros((_KEPT_IDS, CHANNELS), np.float32) for _ in ORDERS]
        self.products = [np.zeros((_KEPT_IDS, order * CHANNELS), np.float32) for order, _ in ORDERS]

    def entries(self, ids: Ids) -> Ids:
        """Row numbers of the ids in `embedding`, `projected` and `products`; id -1 is the padding."""
        new = self._new(ids)
        if self._count + len(new) > _KEPT_IDS:
            self._forget()
            new = self._new(ids)
        if len(new):
            self._add(new)
        entries = np.where(ids < 0, 0, self._entry[ids])
        self._asked += 1
        self._last[entries] = self._asked
        return entries

    def prepare(self, ids: Ids) -> None:
        """Make all new entries in a few large products, as long as there is room for them."""
        new = self._new(ids)
        if self._count + len(new) > _KEPT_IDS:
            known = self._entry[ids[ids >= 0]]
            self._asked += 1
            self._last[known[known >= 0]] = self._asked
            self._forget()
            new = self._new(ids)
        for first in range(0, min(len(new), _KEPT_IDS - self._count), _TOKENS):
            self._add(new[first : min(first + _TOKENS, _KEPT_IDS - self._count + first)])

    def _forget(self) -> None:
        """Keep the half that was asked for last: what is common is in it."""
        old = np.flatnonzero(self._entry >= 0)
        ids = old[np.argsort(self._last[self._entry[old]], kind="stable")][-_KEPT_IDS // 2 + 1 :]
        kept = self._entry[ids]
        for rows in (self.embedding, *self.projected, *self.products):
            rows[1 : len(ids) + 1] = rows[kept]
        self._entry[:] = -1
        self._entry[ids] = np.arange(1, len(ids) + 1)
        self._last[1 : len(ids) + 1] = self._last[kept]
        self._last[len(ids) + 1 :] = 0
        self._count = len(ids) + 1

    def _new(self, ids: Ids) -> Ids:
        return np.unique(ids[(ids >= 0) & (self._entry[ids] < 0)])

    def _add(self, new: Ids) -> None:
        first, last = self._count, self._count + len(new)
        self.embedding[first:last] = self._weights.embeddings(new)
        projected = product(self.embedding[first:last], self._project) + self._bias
        projected = _normalised(projected, self._gain, self._shift, self._weights.epsilon)
        for index in range(len(ORDERS)):
            rows = np.ascontiguousarray(projected[:, index * CHANNELS : (index + 1) * CHANNELS])
            self.projected[index][first:last] = rows
            self.products[index][first:last] = product(rows, self._first[index])
        self._entry[new] = np.arange(first, last)
        self._last[first:last] = self._asked
        self._count = last


class _Kept:
    """Features of the last whole texts, by their ids."""

    def __init__(self) -> None:
        self._features: dict[tuple[int, ...], Floats] = {}
        self._tokens = 0

    def get(self, piece: Stretch) -> Floats | None:
        """Features of a whole text's tokens; None for what is a part of one, or is not known."""
        return self._features.get(tuple(piece.ids)) if piece.whole else None

    def put(self, piece: Stretch, features: Floats) -> None:
        """Keep a whole text's features; the oldest go."""
        key = tuple(piece.ids)
        if key in self._features:
            return
        self._features[key] = features
        self._tokens += len(key)
        while self._tokens > _KEPT_TOKENS:
            oldest = next(iter(self._features))
            del self._features[oldest]
            self._tokens -= len(oldest)


class Network:
    """Token features and sentence vectors from vocabulary ids."""

    def __init__(self, weights: Weights) -> None:
        self._vocabulary = _Vocabulary(weights)
        self._epsilon = weights.epsilon
        self._dense = dense = weights.dense
        self._kept = _Kept()
        self._bias = [(dense[f"b1_{order}"], dense[f"b2_{order}"]) for order, _ in ORDERS]
        self._second = [dense[f"w2_{order}"].reshape(order, CHANNELS, CHANNELS) for order, _ in ORDERS]

    def sums(self, stretches: Sequence[Stretch]) -> Floats:
        """Sums of the features of the parts of every stretch, one after the other; shape (all parts, 1280)."""
        ends = np.cumsum([0, *(len(stretch.cuts) - 1 for stretch in stretches)])
        summed = np.zeros((ends[-1], FEATURES), np.float32)
        places = [
            (piece, end + part)
            for stretch, end in zip(stretches, ends.tolist(), strict=False)
            for piece, part in _pieces(stretch)
        ]
        unknown = []
        for piece, row in places:
            features = self._kept.get(piece)
            if features is None:
                unknown.append((piece, row))
            else:
                _add_sums(summed, features, [(piece, row)])
        self._vocabulary.prepare(np.array([one for piece, _ in unknown for one in piece.ids], np.int64))
        for batch in _batches(unknown):
            _add_sums(summed, self._made([piece for piece, _ in batch]), batch)
        return summed

    def _made(self, pieces: Sequence[Stretch]) -> Floats:
        """Features of the tokens that count of some pieces, in order; those of whole texts are kept."""
        features = self._features(pieces)
        # A slice holds on to the whole array: where it is all of it that is kept, no copy is needed.
        kept = features if all(piece.whole for piece in pieces) else None
        first = 0
        for piece in pieces:
            stop = first + piece.cuts[-1] - piece.cuts[0]
            if piece.whole:
                self._kept.put(piece, features[first:stop].copy() if kept is None else kept[first:stop])
            first = stop
        return features

    def projected(self, sums: Floats) -> Floats:
        """Sums (n, 1280) as (n, 512). Linear: the sum of projected parts is the projected sum, rounding apart."""
        return product(sums, self._dense["cnn_W"])

    def _features(self, stretches: Sequence[Stretch]) -> Floats:
        """Features of the tokens that count, in order, shape (their number, 1280)."""
        length = GAP + sum(len(stretch.ids) + GAP for stretch in stretches)
        ids = np.full(length, -1, np.int64)
        counting = []
        position = GAP
        for stretch in stretches:
            ids[position : position + len(stretch.ids)] = stretch.ids
            counting.append(np.arange(position + stretch.cuts[0], position + stretch.cuts[-1]))
            position += len(stretch.ids) + GAP
        places = np.concatenate(counting)
        entries = self._vocabulary.entries(ids)
        features = np.empty((len(places), FEATURES), np.float32)
        features[:, :WIDTH] = self._vocabulary.embedding[entries[places]]
        for index in range(len(ORDERS)):
            left = WIDTH + index * CHANNELS
            features[:, left : left + CHANNELS] = self._convolved(index, entries, places)
        return _normalised(features, self._dense["ln_g"], self._dense["ln_b"], self._epsilon)

    def _convolved(self, index: int, entries: Ids, places: Ids) -> Floats:
        """Two residual convolutions over n-grams of one order at the given places, shape (len(places), 256)."""
        order, before = ORDERS[index]
        seen = np.zeros(len(entries), bool)
        for shift in range(-before, order - before):
            seen[places + shift] = True
        inner = np.flatnonzero(seen & (entries > 0))
        hidden = self._hidden(index, entries, inner)
        row = np.full(len(entries), len(inner), np.int64)
        row[inner] = np.arange(len(inner))
        # Rows up to a full product are made here, and not by copying what was gathered.
        wanted = np.concatenate([places, np.zeros(-len(places) % ROWS, np.int64)])
        gathered = np.empty((len(wanted), CHANNELS), np.float32)
        output, part = np.zeros_like(gathered), np.empty_like(gathered)
        for place, matrix in enumerate(self._second[index]):
            hidden.take(row[wanted + place - before], axis=0, out=gathered, mode="clip")
            output += np.matmul(gathered, matrix, out=part)
        output += self._bias[index][1]
        np.maximum(output, 0, out=output)
        output += hidden.take(row[wanted], axis=0, out=gathered, mode="clip")
        return output[: len(places)]

    def _hidden(self, index: int, entries: Ids, places: Ids) -> Floats:
        """The first convolution: only sums, the products are known. The last row is zero and stands for all padding."""
        order, before = ORDERS[index]
        hidden = np.zeros((len(places) + 1, CHANNELS), np.float32)
        made, part = hidden[:-1], np.empty((len(places), CHANNELS), np.float32)
        products = self._vocabulary.products[index].reshape(-1, CHANNELS)
        for place in range(order):
            # Not by an index in brackets, which takes twice as long.
            made += products.take(entries[places + place - before] * order + place, axis=0, out=part, mode="clip")
        made += self._bias[index][0]
        np.maximum(made, 0, out=made)
        made += self._vocabulary.projected[index].take(entries[places], axis=0, out=part, mode="clip")
        return hidden

    def vectors(self, sums: Floats, counts: Sequence[int] | NDArray[np.int64]) -> Floats:
        """Unit vectors of texts, shape (len(sums), 512), from their projected sums and numbers of tokens."""
        dense = self._dense
        lengths: Floats = np.asarray(counts, np.float32)[:, None]
        mean = ((sums + lengths * dense["cnn_b"]) / np.sqrt(lengths)).astype(np.float32, copy=False)
        first = np.maximum(product(mean, dense["d0"]), 0)
        second = np.maximum(product(mean, dense["p1"]) + product(first, dense["d1"]), 0)
        third = np.maximum(product(second, dense["d2"]), 0)
        output = np.tanh(product(second, dense["p3"]) + product(third, dense["d3"]))
        squares = np.einsum("ij,ij->i", output, output)
        unit: Floats = output / np.sqrt(np.maximum(squares, np.float32(self._epsilon)))[:, None]
        return unit


def _batches(pieces: Sequence[tuple[Stretch, int]]) -> Iterator[list[tuple[Stretch, int]]]:
    """Pieces for one product each, with the numbers of their first rows."""
    batch: list[tuple[Stretch, int]] = []
    size = 0
    for piece, row in pieces:
        if batch and size + len(piece.ids) > _TOKENS:
            yield batch
            batch, size = [], 0
        batch.append((piece, row))
        size += len(piece.ids)
    if batch:
        yield batch


def _add_sums(summed: Floats, features: Floats, batch: Sequence[tuple[Stretch, int]]) -> None:
    """Add the sums of the pieces' parts to their rows."""
    lengths = np.array([stop - start for piece, _ in batch for start, stop in pairwise(piece.cuts)])
    rows = [row + number for piece, row in batch for number in range(len(piece.cuts) - 1)]
    totals = grouped(features, lengths)
    if rows == list(range(rows[0], rows[-1] + 1)):
        summed[rows[0] : rows[-1] + 1] += totals
        return
    for row, total in zip(rows, totals, strict=True):
        summed[row] += total


def grouped(features: Floats, lengths: NDArray[np.int64]) -> Floats:
    """Sums of neighbouring rows, as many as each length says; row after row, so that all have the same bits.

    One row of every part at a time while they are short, as words are: numpy's reduceat takes ten times as long.
    """
    ends = np.cumsum(lengths)
    starts = ends - lengths
    totals: Floats = features.take(starts, axis=0)
    for number in range(1, min(int(lengths.max()), _SHORT_PART + 1)):
        longer = np.flatnonzero((lengths > number) & (lengths <= _SHORT_PART))
        totals[longer] += features.take(starts[longer] + number, axis=0)
    for part in np.flatnonzero(lengths > _SHORT_PART):
        totals[part] = features[starts[part] : ends[part]].sum(axis=0)
    return totals


def _pieces(stretch: Stretch) -> Iterator[tuple[Stretch, int]]:
    """A stretch as it is where it fits one product; else cut up, each piece with the number of its first part."""
    if len(stretch.ids) <= _TOKENS:
        yield stretch, 0
        return
    step = _TOKENS - 2 * REACH
    for part, (start, stop) in enumerate(pairwise(stretch.cuts)):
        for first in range(start, stop, step):
            yield Stretch.part(stretch.ids, first, min(first + step, stop)), part
