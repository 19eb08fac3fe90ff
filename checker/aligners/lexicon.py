"""Words whose counterpart stands in the wrong bead: they speak for another cut.

No dictionary: two words correspond as far as their vectors do, out of context.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Sentences = Sequence[Sequence[str]]
    Stretch = tuple[int, int]

STRANGERS, PARTNERS = 0.5, 0.85
"""Cosine of two words' vectors up to which they have nothing in common, and from which they translate each other."""
LEAST = 0.05
"""Weight of the commonest words."""
LONGEST = 4
"""Sentences of one side in a bead, at most."""

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""The beginning of a stretch of Chinese or Japanese."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def words(sentence: str) -> tuple[str, ...]:
    """The words and numbers of a sentence, in lower case; of scripts without spaces every two letters in a row.

    Such a pair that is no word is like nothing on the other side, and so says nothing.
    """
    found: list[str] = []
    for match in _WORD.finditer(sentence):
        word = plain(match.group())
        found.extend(word[i : i + 2] for i in range(len(word) - 1)) if _UNSPACED.match(word) else found.append(word)
    return tuple(found)


class Lexicon:
    """The words of two texts, and which of them correspond; `vectors` gives unit vectors of words."""

    def __init__(self, texts: tuple[Sequence[str], Sequence[str]], vectors: Callable[[Sequence[str]], Floats]) -> None:
        self._words = [[words(text) for text in side] for side in texts]
        self._weights = [_weights(side) for side in self._words]
        self._vectors, self._known = vectors, dict[str, "Floats"]()

    def learn(self, stretches: Sequence[tuple[Stretch, Stretch]]) -> None:
        """Look up all words of some stretches at once."""
        parts = [side[slice(*cut)] for both in stretches for side, cut in zip(self._words, both, strict=True)]
        new = sorted({word for part in parts for sentence in part for word in sentence if word not in self._known})
        if new:
            self._known.update(zip(new, self._vectors(new), strict=True))

    def astray(self, source: Stretch, target: Stretch) -> Floats:
        """What the words of each bead within two stretches of sentences would gain by its neighbours.

        Shape (LONGEST, LONGEST, n, m): [a - 1, b - 1, i, j] is the weight of the words of source i .. i+a-1 and target
        j .. j+b-1 whose best counterpart stands one sentence before or after the other side, less that of their best
        inside of it.
        """
        sides = (self._words[0][slice(*source)], self._words[1][slice(*target)])
        kinds = (_kinds(sides[0]), _kinds(sides[1]))
        n, m = len(sides[0]), len(sides[1])
        found = np.zeros((LONGEST, LONGEST, n, m), np.float32)
        if not kinds[0] or not kinds[1]:
            return found
        self.learn([(source, target)])
        ours, theirs = (np.stack([self._known[word] for word in side]) for side in kinds)
        alike = np.clip((ours @ theirs.T - STRANGERS) / (PARTNERS - STRANGERS), 0.0, 1.0)
        gains = (
            _gains(_shares(sides[0], kinds[0], self._weights[0]), alike, _shares(sides[1], kinds[1], None)),
            _gains(_shares(sides[1], kinds[1], self._weights[1]), alike.T, _shares(sides[0], kinds[0], None)),
        )
        for a in range(LONGEST):
            for b in range(LONGEST):
                found[a, b] = _summed(gains[0][b], a + 1) + _summed(gains[1][a], b + 1).T
        return found


def _kinds(sentences: Sentences) -> list[str]:
    return sorted({word for sentence in sentences for word in sentence})


def _weights(side: Sentences) -> dict[str, float]:
    """What each word counts, from LEAST to 1, by the number of sentences it stands in."""
    counts = Counter(word for sentence in side for word in set(sentence))
    scale = np.log(max(20.0, len(side) / 2))
    return {word: max(LEAST, 1.0 - float(np.log(count) / scale)) for word, count in counts.items()}


def _shares(sentences: Sentences, kinds: Sequence[str], weights: dict[str, float] | None) -> Floats:
    """Weight of each word in each sentence, shape (sentences, kinds); without weights, 1 where it stands."""
    places = {word: place for place, word in enumerate(kinds)}
    found = np.zeros((len(sentences), len(kinds)), np.float32)
    for row, sentence in zip(found, sentences, strict=True):
        for word in sentence:
            row[places[word]] = 1.0 if weights is None else row[places[word]] + weights[word]
    return found


def _gains(shares: Floats, alike: Floats, stands: Floats) -> list[Floats]:
    """For runs of one to LONGEST sentences of the other side: what each sentence would gain by its two neighbours."""
    m = len(stands)
    best = np.zeros((len(alike), m + LONGEST + 1), np.float32)
    sentences, kinds = np.nonzero(stands)
    places = np.unique(sentences, return_index=True)
    if len(sentences):
        best[:, places[0] + 1] = np.maximum.reduceat(alike[:, kinds], places[1], axis=1)
    runs = [best]
    for length in range(1, LONGEST + 2):
        runs.append(np.maximum(runs[-1][:, :-1], best[:, length:]))
    return [shares @ (runs[k + 2][:, :m] - runs[k][:, 1 : m + 1]) for k in range(LONGEST)]


def _summed(gains: Floats, count: int) -> Floats:
    """Sums of `count` rows from each on; of fewer at the end."""
    total = gains.copy()
    for ahead in range(1, count):
        total[:-ahead] += gains[ahead:]
    return total
