"""What the words around an ambiguous one say of its senses, without a sentence to encode."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from numpy.typing import NDArray

    from checker.model import Pair, Span, Token
    from checker.protocols import Context, Encoder

    Floats = NDArray[np.float32]

_AROUND = 3
"""Sentences before and after that count as surroundings."""
_BESIDE = 3
"""Words to either side that count as beside."""
_ENOUGH = 2
"""Cues of a sense after which one more says nothing new."""
_COMMON = frozenset(
    word
    for line in (
        "that with from this have were been they their which will would after also more about than when what into",
        "over there other some such only most them then these those said says could before being",
    )
    for word in line.split()
)


class _Sentence:
    """The words of one side of a bead."""

    def __init__(self, tokens: Iterable[Token], shortest: int) -> None:
        self.tokens = tuple(token for token in tokens if token.kind == "word")
        self._shortest = shortest

    @cached_property
    def forms(self) -> frozenset[str]:
        """Lemmas and forms, folded."""
        return frozenset(form for token in self.tokens for form in _folded(token))

    @cached_property
    def content(self) -> tuple[tuple[str, str], ...]:
        """Form and lemma of the words that say something."""
        pairs = ((token.text.lower(), token.lemma) for token in self.tokens if len(token.text) >= self._shortest)
        return tuple(pair for pair in pairs if pair[0] not in _COMMON)

    def but(self, lemma: str) -> list[str]:
        return [form for form, other in self.content if other != lemma]


def _folded(token: Token) -> tuple[str, str]:
    return plain(token.lemma), plain(token.text)


class Surroundings:
    """The words around any place of an article, and how near renderings are to them."""

    def __init__(self, context: Context, pair: Pair) -> None:
        assert pair.source is not None  # noqa: S101 -- the caller asked
        self._context, self._beads = context, pair.beads
        self._langs = pair.source.source.lang, pair.translation.lang
        self._sentences: dict[tuple[int, int], _Sentence] = {}
        self._forms_around: dict[int, frozenset[str]] = {}
        self._rows: dict[str, int] = {}
        self._vectors = np.zeros((0, 0), np.float32)

    def _sentence(self, place: int, side: int) -> _Sentence:
        found = self._sentences.get((place, side))
        if found is None:
            bead = self._beads[place]
            spans: Sequence[Span] = (bead.source, bead.target)[side]
            tokens = (token for span in spans for token in self._context.tokens(self._langs[side], span))
            found = self._sentences[place, side] = _Sentence(tokens, 4)
        return found

    def _neighbours(self, place: int) -> list[_Sentence]:
        places = range(max(0, place - _AROUND), min(len(self._beads), place + _AROUND + 1))
        return [self._sentence(other, 0) for other in places if other != place]

    def cues(self, place: int, source: Token, senses: Sequence[Collection[str]]) -> Floats:
        """How many cues of each sense stand beside a word, in its sentence, around it: shape (senses, 3)."""
        sentence = self._sentence(place, 0)
        at = next((i for i, token in enumerate(sentence.tokens) if token.start == source.start), 0)
        near = [token for i, token in enumerate(sentence.tokens) if 0 < abs(i - at) <= _BESIDE]
        beside = frozenset(form for token in near for form in _folded(token))
        around = self._forms_around.get(place)
        if around is None:
            around = self._forms_around[place] = frozenset().union(*(one.forms for one in self._neighbours(place)))
        groups = beside, sentence.forms - beside, around
        return np.array([[min(_ENOUGH, len(group.intersection(cues))) for group in groups] for cues in senses], float)

    def learn(self, encoder: Encoder, words: Iterable[str], places: Iterable[int]) -> None:
        """Have the vectors of renderings, and of the words around the places, at hand."""
        wanted = set(words)
        for place in places:
            wanted.update(form for form, _ in self._sentence(place, 1).content)
            for sentence in (self._sentence(place, 0), *self._neighbours(place)):
                wanted.update(form for form, _ in sentence.content)
        names = sorted(wanted)
        self._rows = {name: row for row, name in enumerate(names)}
        if names:
            self._vectors = encoder.words(names)

    def nearness(self, place: int, source: Token, target: Token, words: Sequence[str]) -> Floats:
        """Cosines of renderings to the words of the original's sentence, of their own, and around: (words, 3)."""
        own = self._sentence(place, 1).but(target.lemma)
        here = self._sentence(place, 0).but(source.lemma)
        around = [form for other in self._neighbours(place) for form in other.but(source.lemma) if len(form) > 4]
        vectors = self._matrix(words)
        figures = self._nearest(vectors, here, 3), self._nearest(vectors, own, None), self._nearest(vectors, around, 5)
        return np.stack(figures, axis=1)

    def _matrix(self, words: Sequence[str]) -> Floats:
        found: Floats = self._vectors[[self._rows[word] for word in words]]
        return found

    def _nearest(self, vectors: Floats, words: Sequence[str], count: int | None) -> Floats:
        """Mean cosine of each vector to the words that are nearest to it, or to all of them."""
        if not words:
            return np.zeros(len(vectors), np.float32)
        cosines = vectors @ self._matrix(words).T
        if count is not None and count < len(words):
            cosines = np.partition(cosines, len(words) - count, axis=1)[:, -count:]
        nearest: Floats = cosines.mean(axis=1)
        return nearest
