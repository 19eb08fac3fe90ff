"""The encoder that comes with checker: Universal Sentence Encoder, multilingual, v3, in numpy.

Sixteen languages in one space of 512 dimensions, about a thousand sentences a second on one core, no
download. Model: Yang et al. 2019, arXiv:1907.04307.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import numpy as np
import sentencepiece
from threadpoolctl import ThreadpoolController

from checker.bounds import SENTENCES, WORDS, make_room
from checker.encoders import _weights
from checker.encoders._network import Network, Stretch
from checker.encoders._runs import Runs, totals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]
    _Spans = tuple[tuple[int, int], ...]

_UNKNOWN, _BEGIN, _END = 0, 1, 2
_PIECE = re.compile(r"\S+")
_LONGEST_PIECE = 40
"""Characters of a word with the marks at it whose tokens are remembered."""
_KEPT_WORDS = 10_000
"""Words of texts whose vectors in context are kept (2 kB each): the linker and the scores ask for the same ones."""
_ROWS = 512
"""Words projected at once."""
_BLOCK = 1000
"""Texts at once: their sums take 15 kB each. No vector depends on it."""


class Embedded:
    """Texts to unit vectors of 512 dimensions. Nothing is read before the first text comes."""

    name = "embedded"
    dimension = 512
    languages = frozenset({"ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"})

    def __init__(self) -> None:
        self._cuts: dict[str, tuple[list[int], list[int]]] = {}
        self._alone: dict[str, Vectors] = {}
        self._contexts: dict[tuple[str, _Spans], Vectors] = {}
        self._texts: dict[str, Vectors] = {}

    @cached_property
    def identity(self) -> str:
        """What decides a vector's bits, beside the text: weights, code and numpy's version."""
        return f"{self.name}|float32|{_weights.fingerprint()}|numpy {np.__version__}"

    @cached_property
    def _tokeniser(self) -> Any:
        return sentencepiece.SentencePieceProcessor(model_file=str(_weights.resource("sp.model")))

    @cached_property
    def _network(self) -> Network:
        return Network(_weights.load())

    @cached_property
    def _threads(self) -> ThreadpoolController:
        return ThreadpoolController()

    def _tokens(self, texts: Sequence[str]) -> list[list[int]]:
        """Vocabulary ids of every text between the marks of begin and end; an empty text is one unknown token."""
        # A lone surrogate, which a text read with errors may hold, is no UTF-8: it becomes a question mark.
        plain = [text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        # One by one: for a list the tokeniser sets up threads, which costs more than they save.
        return [[_BEGIN, *(self._tokeniser.encode(text) or [_UNKNOWN]), _END] for text in plain]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (len(texts), 512); a text has the same bytes in any batch."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        asked = {text: self._texts.get(text) for text in texts}
        new = [text for text, vector in asked.items() if vector is None]
        with self._threads.limit(limits=1, user_api="blas"):
            for first in range(0, len(new), _BLOCK):
                block = new[first : first + _BLOCK]
                made = self._encoded(block)
                asked |= zip(block, made, strict=True)
                self._remember(block, made)
        for row, text in enumerate(texts):
            vectors[row] = asked[text]
        return vectors

    def _encoded(self, texts: Sequence[str]) -> Vectors:
        ids = self._tokens(texts)
        stretches = [Stretch.edged(one) for one in ids]
        sums, _ = totals(self._network.sums(stretches), stretches)
        return self._network.vectors(self._network.projected(sums), [len(one) for one in ids])

    def runs(self, sentences: Sequence[str], longest: int, joint: str = " ") -> Vectors:
        """Unit vectors of runs of neighbours, shape (longest, len(sentences), 512).

        ``[k - 1, i]`` is the vector of sentences i .. i+k-1 joined by `joint`; zeros where the run would pass the end.
        """
        vectors = np.zeros((longest, len(sentences), self.dimension), np.float32)
        with self._threads.limit(limits=1, user_api="blas"):
            for first in range(0, len(sentences), _BLOCK):
                # The last runs of a block reach into the next.
                block = sentences[first : first + _BLOCK + longest - 1]
                made = Runs(self._network, self._tokens, joint).vectors(block, longest)[:, :_BLOCK]
                vectors[:, first : first + made.shape[1]] = made
        self._remember(sentences, vectors[0])
        return vectors

    def _remember(self, texts: Sequence[str], vectors: Vectors) -> None:
        """Keep the vectors of the last texts: the scores ask for what the aligner did, and each once more."""
        self._texts |= zip(texts[-SENTENCES:], vectors[-SENTENCES:].copy(), strict=True)
        make_room(self._texts, SENTENCES, 0)

    def words(self, words: Sequence[str]) -> Vectors:
        """Unit vectors of single words out of context, shape (len(words), 512).

        They are the projected features before the deep network, which brings all that is short together:
        strangers have a cosine near 0.05 here, not 0.35.
        """
        new = sorted({word for word in words if word not in self._alone})
        if len(self._alone) + len(new) > WORDS:
            make_room(self._alone, WORDS, len(new))
            new = sorted({word for word in words if word not in self._alone})
        ids = self._tokens(new)
        made = self._unit([Stretch(one, (1, len(one) - 1)) for one in ids], range(len(ids)))
        self._alone.update(zip(new, made, strict=True))
        return np.array([self._alone[word] for word in words], np.float32).reshape(-1, self.dimension)

    def in_context(self, texts: Sequence[str], places: Sequence[Sequence[tuple[int, int]]]) -> Vectors:
        """Unit vectors of words where they stand, in the space of `words`: shape (all places, 512).

        `places` are start and stop of words in each text, sorted and disjoint; zeros where a word has no token.
        """
        asked = [(text, tuple(spans)) for text, spans in zip(texts, places, strict=True)]
        kept = {key: self._contexts[key] for key in asked if key in self._contexts}
        new = [key for key in dict.fromkeys(asked) if key not in kept]
        stretches, rows = [], []
        parts = 0
        for text, spans in new:
            stretch, own = self._stretch(text, spans)
            stretches.append(stretch)
            rows += [row if row < 0 else row + parts for row in own]
            parts += len(stretch.cuts) - 1
        vectors = self._unit(stretches, rows)
        ends = accumulate(len(spans) for _, spans in new)
        made = {key: vectors[end - len(key[1]) : end] for key, end in zip(new, ends, strict=True)}
        self._keep(made)
        found = kept | made
        return np.concatenate([np.zeros((0, self.dimension), np.float32), *(found[key] for key in asked)])

    def _keep(self, made: Mapping[tuple[str, _Spans], Vectors]) -> None:
        """Keep words' vectors for those who ask next; the oldest texts go."""
        self._contexts |= made
        size = sum(map(len, self._contexts.values()))
        while size > _KEPT_WORDS:
            size -= len(self._contexts.pop(next(iter(self._contexts))))

    def _stretch(self, text: str, spans: _Spans) -> tuple[Stretch, list[int]]:
        """A text's tokens, cut at its words, and for each word its part; -1 for one without a token."""
        ids, starts = self._placed(text)
        owners = [_owner(start, spans) for start in starts]
        cuts = [0, *(i for i in range(1, len(ids)) if owners[i] != owners[i - 1]), len(ids)]
        first = {owners[cut]: number for number, cut in enumerate(cuts[:-1])}
        return Stretch(ids, tuple(cuts)), [first.get(number, -1) for number in range(len(spans))]

    def _placed(self, text: str) -> tuple[list[int], list[int]]:
        """Ids of a text between its marks, and the offset where each token starts.

        No token goes over white space, so that the pieces between are cut up one by one and the offsets cannot drift.
        """
        ids, starts = [_BEGIN], [-1]
        for match in _PIECE.finditer(text):
            own, before = self._cut(match.group())
            ids += own
            starts += [match.start() + offset for offset in before]
        return [*ids, _END], [*starts, -1]

    def _cut(self, piece: str) -> tuple[list[int], list[int]]:
        """Ids of what stands between two blanks, and where in it each token starts; the common ones are remembered."""
        known = self._cuts.get(piece)
        if known is None:
            ids = self._tokens([piece])[0][1:-1]
            lengths = [len(self._tokeniser.id_to_piece(one).lstrip("\u2581")) for one in ids]
            known = ids, list(accumulate(lengths[:-1], initial=0))
            if len(piece) <= _LONGEST_PIECE:
                make_room(self._cuts, WORDS)
                self._cuts[piece] = known
        return known

    def _unit(self, stretches: Sequence[Stretch], rows: Sequence[int]) -> Vectors:
        """Projected sums of the given parts of all stretches, of unit length; zeros for row -1."""
        if not rows:
            return np.zeros((0, self.dimension), np.float32)
        with self._threads.limit(limits=1, user_api="blas"):
            sums, wanted = self._network.sums(stretches), np.array(rows)
            unit = np.empty((len(rows), self.dimension), np.float32)
            for first in range(0, len(rows), _ROWS):
                chosen = wanted[first : first + _ROWS]
                picked = sums[chosen]
                picked[chosen < 0] = 0
                unit[first : first + len(chosen)] = self._network.projected(picked)
        lengths = np.sqrt(np.einsum("ij,ij->i", unit, unit))
        unit /= np.maximum(lengths, np.float32(1e-9))[:, None]
        return unit


def _owner(start: int, spans: Sequence[tuple[int, int]]) -> int:
    """The span in which a token's first letter stands, or -1."""
    number = bisect_right(spans, (start, sys.maxsize)) - 1
    return number if number >= 0 and start < spans[number][1] else -1


def encoder(context: object) -> Embedded:
    """The encoder that needs no download."""
    return Embedded()
