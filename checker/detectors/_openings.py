"""Where in a text a phrase of many may begin: a look at each word in place of a try of each phrase."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.bounds import SENTENCES, WORDS, make_room

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Labels = frozenset[str]

CONTRACTION = "n't"
NEGATED = (
    *("don", "doesn", "didn", "isn", "aren", "wasn", "weren", "won", "wouldn", "can", "couldn", "shouldn", "mustn"),
    *("hasn", "haven", "hadn", "needn", "mightn", "ain", "shan"),
)
"""What stands before the apostrophe where "not" is a part of its verb."""
_RUN = re.compile(r"\w+|[^\w\s]")
_SECOND = re.compile(r" (\w+)(?![\w*])")
"""The second word of a form, where it is one; a beginning of a word or a gap asks for nothing."""
_NONE: Labels = frozenset()


@dataclass(frozen=True)
class Openings:
    """What forms begin with, each with the labels of its forms: a word, a mark, or the beginning of a word."""

    whole: Mapping[str, Labels]
    begun: Mapping[str, Labels]
    lengths: tuple[int, ...]
    """Of the beginnings."""
    pairs: Mapping[str, Mapping[str, Labels]]
    """First words of forms of which none is alone: the labels by the second word."""
    _known: dict[str, Labels] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, forms: Mapping[str, Iterable[str]]) -> Openings:
        """The openings of forms by label."""
        whole: dict[str, set[str]] = {}
        begun: dict[str, set[str]] = {}
        pairs: dict[str, dict[str, set[str]]] = {}
        for label, listed in forms.items():
            for form in listed:
                written = form.replace("ё", "е")
                if written.split()[0] == CONTRACTION:
                    for verb in NEGATED:
                        whole.setdefault(verb, set()).add(label)
                    continue
                first = _RUN.findall(written)[0]
                key, second = first.casefold(), _SECOND.match(written, len(first))
                if second:
                    pairs.setdefault(key, {}).setdefault(second[1].casefold(), set()).add(label)
                else:
                    (begun if written[len(first) : len(first) + 1] == "*" else whole).setdefault(key, set()).add(label)
        return cls(
            _frozen(whole),
            _frozen(begun),
            tuple(sorted({len(word) for word in begun})),
            {first: _frozen(seconds) for first, seconds in pairs.items()},
        )

    def places(self, plain: str) -> dict[str, list[int]]:
        """For each label where a form of it may begin, in order."""
        found: dict[str, list[int]] = {}
        known, pairs = self._known, self.pairs
        runs = _runs(plain)
        for number, (word, start) in enumerate(runs):
            labels = known.get(word)
            if labels is None:
                labels = self._labels(word)
            if word in pairs:
                labels |= pairs[word].get(_following(runs, number), _NONE)
            for label in labels:
                found.setdefault(label, []).append(start)
        return found

    def _labels(self, word: str) -> Labels:
        tables = [self.whole.get(word), *(self.begun.get(word[:length]) for length in self.lengths)]
        labels = frozenset().union(*(labels for labels in tables if labels))
        make_room(self._known, WORDS)
        self._known[word] = labels
        return labels


def _frozen(table: Mapping[str, Iterable[str]]) -> dict[str, Labels]:
    return {word: frozenset(labels) for word, labels in table.items()}


def _following(runs: tuple[tuple[str, int], ...], number: int) -> str:
    """The next word; a hyphen may stand where a form has a blank."""
    return next((word for word, _ in runs[number + 1 : number + 4] if word != "-"), "")


@lru_cache(SENTENCES)
def _runs(plain: str) -> tuple[tuple[str, int], ...]:
    """Words and marks of a text, folded, with their places; every table asks about the same texts."""
    return tuple((run.group().casefold(), run.start()) for run in _RUN.finditer(plain))
