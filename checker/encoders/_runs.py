"""Vectors of runs of neighbouring sentences from the sums of their tokens' features.

A run's sum is that of its sentences but for the tokens near a seam, which see over it, and for the marks of
begin and end there. These are computed once for each pair of neighbours; once for each longer
cluster of seams where a sentence between two is so short that both reach the same token.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from checker.encoders._network import REACH, Stretch, grouped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from checker.encoders._network import Network

    Floats = NDArray[np.float32]
    Ids = list[int]
    Ints = NDArray[np.int64]


_LEAST = 3
"""Tokens of a text that may be empty: the marks of begin and end, and one that stands for nothing."""


@dataclass(frozen=True, slots=True)
class _Seam:
    """Two or more sentences joined: their tokens, and how many of the outer two's are as they were."""

    first: int
    last: int
    ids: Ids
    before: int
    """Tokens of the first sentence, from its begin, that the joined text has too."""
    after: int
    """Tokens of the last sentence, to its end, that the joined text has too."""

    @property
    def zone(self) -> tuple[int, int]:
        """The tokens of the joined text that are new or see something new."""
        return max(0, self.before - REACH), min(len(self.ids), len(self.ids) - self.after + REACH)

    def outer(self, ids: list[Ids]) -> tuple[tuple[int, tuple[int, int], int], ...]:
        """The first and the last sentence: which, the tokens that `zone` replaces, and 1 for an end, 0 for a begin."""
        left, right = len(ids[self.first]), len(ids[self.last])
        return (
            (self.first, (min(max(0, self.before - REACH), left - 1), left), 1),
            (self.last, (0, min(right - self.after + REACH, right)), 0),
        )


class Runs:
    """Runs over the sentences of one text; `tokens` gives the ids of texts with their marks."""

    def __init__(self, network: Network, tokens: Callable[[Sequence[str]], list[Ids]], joint: str) -> None:
        self._network, self._tokens, self._joint = network, tokens, joint

    def vectors(self, sentences: Sequence[str], longest: int) -> Floats:
        """Unit vectors, shape (longest, len(sentences), 512); zeros where a run would pass the end."""
        ids = self._tokens(sentences)
        seams = self._seams(sentences, ids, [(i, i + 1) for i in range(len(sentences) - 1)] if longest > 1 else [])
        short = _short(ids, seams)
        chains = sorted({chain for i, j in _ranges(len(ids), longest) for chain in _chains(i, j, short)})
        pairs = {(seam.first, seam.last): seam for seam in seams}
        longer = self._seams(sentences, ids, [chain for chain in chains if chain not in pairs])
        seams = [pairs[chain] for chain in chains if chain in pairs] + longer
        sums, changes = self._sums(ids, seams)
        lengths = {(seam.first, seam.last): len(seam.ids) for seam in seams}
        vectors = np.zeros((longest, len(ids), sums.shape[1]), np.float32)
        for length in range(1, min(longest, len(ids)) + 1):
            run_sums = np.add.reduce([sums[k : len(ids) - length + 1 + k] for k in range(length)])
            counts = np.array([sum(map(len, ids[i : i + length])) for i in range(len(ids) - length + 1)])
            for i in range(len(counts)):
                for chain in _chains(i, i + length - 1, short):
                    run_sums[i] += changes[chain]
                    counts[i] += lengths[chain] - sum(map(len, ids[chain[0] : chain[1] + 1]))
            vectors[length - 1, : len(counts)] = self._network.vectors(run_sums, counts)
        return vectors

    def _seams(self, sentences: Sequence[str], ids: list[Ids], chains: Sequence[tuple[int, int]]) -> list[_Seam]:
        # No token reaches over a blank: the joined text has the sentences' own, but where one of them has none.
        plain = [self._joint == " " and min(map(len, ids[first : last + 1])) > _LEAST for first, last in chains]
        odd = [chain for chain, same in zip(chains, plain, strict=True) if not same]
        joined = iter(self._tokens([self._joint.join(sentences[first : last + 1]) for first, last in odd]))
        return [
            _plain_seam(first, last, ids) if same else _seam(first, last, next(joined), (ids[first], ids[last]))
            for (first, last), same in zip(chains, plain, strict=True)
        ]

    def _sums(self, ids: list[Ids], seams: Sequence[_Seam]) -> tuple[Floats, dict[tuple[int, int], Floats]]:
        """Projected sums of the sentences, and what every seam changes."""
        stretches = [Stretch.edged(one) for one in ids]
        parts = self._network.sums(stretches)
        whole, starts = totals(parts, stretches)
        new = self._network.sums([Stretch.part(seam.ids, *seam.zone) for seam in seams])
        old = np.zeros_like(new)
        odd: list[tuple[int, Stretch]] = []
        for number, seam in enumerate(seams):
            old[number] += whole[seam.first + 1 : seam.last].sum(axis=0)
            for sentence, zone, part in seam.outer(ids):
                if zone in pairwise(stretches[sentence].cuts):
                    old[number] += parts[starts[sentence + part] - part]
                else:
                    odd.append((number, Stretch.part(ids[sentence], *zone)))
        for (number, _), total in zip(odd, self._network.sums([stretch for _, stretch in odd]), strict=True):
            old[number] += total
        changes = self._network.projected(new - old)
        keyed = {(seam.first, seam.last): change for seam, change in zip(seams, changes, strict=True)}
        return self._network.projected(whole), keyed


def totals(parts: Floats, stretches: Sequence[Stretch]) -> tuple[Floats, Ints]:
    """The sum of every stretch over its parts, and where its parts begin (and, at last, end)."""
    starts = np.cumsum([0, *(len(stretch.cuts) - 1 for stretch in stretches)])
    return grouped(parts, np.diff(starts)), starts


def _plain_seam(first: int, last: int, ids: list[Ids]) -> _Seam:
    """A seam at which the tokens stay as they are, all but the marks of end and begin between the sentences."""
    together = ids[first][:-1]
    for middle in ids[first + 1 : last]:
        together = together + middle[1:-1]
    return _Seam(first, last, together + ids[last][1:], len(ids[first]) - 1, len(ids[last]) - 1)


def _seam(first: int, last: int, together: Ids, outer: tuple[Ids, Ids]) -> _Seam:
    """What of the outer sentences' tokens the joined text has kept: nearly always all but the marks."""
    before = _common(outer[0], together)
    room = len(together) - before
    after = _common(outer[1][: -room - 1 : -1], together[: -room - 1 : -1]) if room else 0
    return _Seam(first, last, together, before, after)


def _common(one: Ids, other: Ids) -> int:
    """How many tokens two lists begin with alike."""
    for count, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return count
    return min(len(one), len(other))


def _short(ids: list[Ids], seams: Sequence[_Seam]) -> frozenset[int]:
    """Sentences with a token that sees over both its seams."""
    return frozenset(
        left.last for left, right in pairwise(seams) if len(ids[left.last]) - left.after + REACH > right.before - REACH
    )


def _ranges(sentences: int, longest: int) -> Iterator[tuple[int, int]]:
    """First and last sentence of every run of two and more."""
    for first in range(sentences):
        for last in range(first + 1, min(first + longest, sentences)):
            yield first, last


def _chains(first: int, last: int, short: frozenset[int]) -> Iterator[tuple[int, int]]:
    """The seams of a run, those on both sides of a short sentence together."""
    begin = first
    for middle in range(first + 1, last):
        if middle not in short:
            yield begin, middle
            begin = middle
    if last > first:
        yield begin, last
