"""Where in a text a phrase of many may begin: a look at each word in place of a try of each phrase."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.bounds import SENTENCES, WORDS, make_room

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_RUN = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True)
class Openings:
    """What forms begin with, each with the labels of its forms: a word, a mark, or the beginning of a word."""

    whole: Mapping[str, frozenset[str]]
    begun: Mapping[str, frozenset[str]]
    lengths: tuple[int, ...]
    """Of the beginnings."""
    _known: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, forms: Mapping[str, Iterable[str]]) -> Openings:
        """The openings of forms by label."""
        whole: dict[str, set[str]] = {}
        begun: dict[str, set[str]] = {}
        for label, listed in forms.items():
            for form in listed:
                first = _RUN.findall(form.replace("ё", "е"))[0]
                table = begun if form[len(first) : len(first) + 1] == "*" else whole
                table.setdefault(first.casefold(), set()).add(label)
        sets = [{word: frozenset(labels) for word, labels in table.items()} for table in (whole, begun)]
        return cls(sets[0], sets[1], tuple(sorted({len(word) for word in begun})))

    def places(self, plain: str) -> dict[str, list[int]]:
        """For each label where a form of it may begin, in order."""
        found: dict[str, list[int]] = {}
        known = self._known
        for word, start in _runs(plain):
            labels = known.get(word)
            for label in self._labels(word) if labels is None else labels:
                found.setdefault(label, []).append(start)
        return found

    def _labels(self, word: str) -> frozenset[str]:
        low = word.casefold()
        tables = [self.whole.get(low), *(self.begun.get(low[:length]) for length in self.lengths)]
        labels = frozenset().union(*(labels for labels in tables if labels))
        make_room(self._known, WORDS)
        self._known[word] = labels
        return labels


@lru_cache(SENTENCES)
def _runs(plain: str) -> tuple[tuple[str, int], ...]:
    """Words and marks of a text with their places; every table asks about the same texts."""
    return tuple((run.group(), run.start()) for run in _RUN.finditer(plain))
