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
_ARTICLE = 10
"""The same for its cues: a short article, or what a long one is about here."""
_BESIDE = 3
"""Words to either side that count as beside."""
_SHORT = 4
"""Letters of a word below which it says nothing; around, it has to be longer."""
_NEAREST = 5
"""Words around that count for a rendering."""
_ENOUGH = np.array([3, 3, 5, 3], np.float32)
"""Cues of a sense, and words of its topic, after which one more says nothing new."""
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

    def __init__(self, tokens: Iterable[Token]) -> None:
        self.tokens = tuple(token for token in tokens if token.kind == "word")

    @cached_property
    def forms(self) -> frozenset[str]:
        """Lemmas and forms, folded."""
        return frozenset(form for token in self.tokens for form in _folded(token))

    @cached_property
    def content(self) -> tuple[tuple[str, str], ...]:
        """Form and lemma of the words that say something."""
        pairs = ((token.text.lower(), token.lemma) for token in self.tokens if len(token.text) >= _SHORT)
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
        self._near: dict[int, frozenset[str]] = {}
        self._around: dict[int, tuple[Floats, list[str]]] = {}
        self._rows: dict[str, int] = {}
        self._vectors = np.zeros((0, 0), np.float32)

    def _sentence(self, place: int, side: int) -> _Sentence:
        found = self._sentences.get((place, side))
        if found is None:
            bead = self._beads[place]
            spans: Sequence[Span] = (bead.source, bead.target)[side]
            tokens = (token for span in spans for token in self._context.tokens(self._langs[side], span))
            found = self._sentences[place, side] = _Sentence(tokens)
        return found

    def _neighbours(self, place: int, reach: int = _AROUND) -> list[_Sentence]:
        places = range(max(0, place - reach), min(len(self._beads), place + reach + 1))
        return [self._sentence(other, 0) for other in places if other != place]

    def cues(self, place: int, source: Token, senses: Sequence[tuple[Collection[str], Collection[str]]]) -> Floats:
        """How many cues of each sense stand beside a word, in its sentence and in those around, and how many words of
        its topic in the sentence: shape (senses, 4). `senses` are cues and topic of each.
        """
        sentence = self._sentence(place, 0)
        at = next((i for i, token in enumerate(sentence.tokens) if token.start == source.start), 0)
        near = [token for i, token in enumerate(sentence.tokens) if 0 < abs(i - at) <= _BESIDE]
        beside = frozenset(form for token in near for form in _folded(token))
        groups = beside, sentence.forms - beside, self._forms_around(place) - sentence.forms
        counts = [
            [*(len(group.intersection(cues)) for group in groups), len(sentence.forms.intersection(topic))]
            for cues, topic in senses
        ]
        return np.minimum(np.array(counts, np.float32), _ENOUGH)

    def _forms_around(self, place: int) -> frozenset[str]:
        """Lemmas and forms of the article's sentences around."""
        found = self._near.get(place)
        if found is None:
            near = self._neighbours(place, _ARTICLE)
            found = self._near[place] = frozenset().union(*(one.forms for one in near))
        return found

    def learn(self, encoder: Encoder, words: Iterable[str], places: Iterable[int]) -> None:
        """Have the vectors of renderings, and of the words around the places, at hand."""
        wanted = set(words)
        for place in places:
            for sentence in (self._sentence(place, 1), *self._neighbours(place)):
                wanted.update(form for form, _ in sentence.content)
        names = sorted(wanted)
        self._rows = {name: row for row, name in enumerate(names)}
        if names:
            self._vectors = encoder.words(names)

    def nearness(self, place: int, source: Token, target: Token, words: Sequence[str]) -> Floats:
        """Cosines of renderings to the words of their own sentence, and to the nearest around: shape (words, 2)."""
        vectors = self._matrix(words)
        own = self._sentence(place, 1).but(target.lemma)
        beside = vectors @ self._matrix(own).mean(axis=0) if own else np.zeros(len(vectors), np.float32)
        return np.stack((beside, self._nearest(vectors, place, source)), axis=1)

    def _matrix(self, words: Sequence[str]) -> Floats:
        found: Floats = self._vectors[[self._rows[word] for word in words]]
        return found

    def _nearest(self, vectors: Floats, place: int, source: Token) -> Floats:
        """Mean cosine of each vector to the words around a place that are nearest to it."""
        if place not in self._around:
            pairs = [pair for other in self._neighbours(place) for pair in other.content if len(pair[0]) > _SHORT]
            self._around[place] = self._matrix([form for form, _ in pairs]), [lemma for _, lemma in pairs]
        matrix, lemmas = self._around[place]
        if source.lemma in lemmas:
            matrix = matrix[[lemma != source.lemma for lemma in lemmas]]
        cosines = vectors @ matrix.T
        if cosines.shape[1] > _NEAREST:
            cosines = np.partition(cosines, -_NEAREST, axis=1)[:, -_NEAREST:]
        nearest: Floats = cosines.mean(axis=1) if cosines.size else np.zeros(len(vectors), np.float32)
        return nearest
