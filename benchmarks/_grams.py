"""N-gram models of English, counted from a folder of free text: of words, and of words of grammar among classes."""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.linkers._closed import _WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

_TOKEN = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|\d[\d.,:]*|[^\sA-Za-z\d]")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[\"“A-Z])")
_DISCOUNT = 0.75
_ENDINGS = ("ing", "ed", "ly", "s", "tion", "ity", "ment", "er", "al", "ous", "ive", "able", "en", "est")


def sentences(folder: Path) -> Iterator[list[str]]:
    """Tokens of the sentences of all text files, numbers folded."""
    for path in sorted(folder.glob("*.txt")):
        for sentence in _SENTENCE.split(path.read_text("utf-8", errors="replace")):
            yield _TOKEN.findall(sentence)


def folded(word: str) -> str:
    """A word as the models count it."""
    return "<number>" if word[0].isdigit() else word.lower().replace("’", "'")


class Trigrams:
    """Words after the two before them, by absolute discounting."""

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        self.counts: tuple[Counter[tuple[str, ...]], ...] = (Counter(), Counter(), Counter())
        self.after: Counter[tuple[str, ...]] = Counter()
        self.kinds: Counter[tuple[str, ...]] = Counter()
        for text in texts:
            words = ["<s>", *map(folded, text), "</s>"]
            for size, counts in enumerate(self.counts, 1):
                counts.update(zip(*(words[place:] for place in range(size)), strict=False))
        for counts in self.counts[1:]:
            for gram, count in counts.items():
                self.after[gram[:-1]] += count
                self.kinds[gram[:-1]] += 1
        self.total = sum(self.counts[0].values())

    def chance(self, gram: tuple[str, ...]) -> float:
        """Of the last word after the others."""
        if len(gram) == 1:
            return (self.counts[0][gram] + 0.5) / (self.total + 60_000)
        before, shorter = self.after[gram[:-1]], self.chance(gram[1:])
        if not before:
            return shorter
        own = max(self.counts[len(gram) - 1][gram] - _DISCOUNT, 0)
        return (own + _DISCOUNT * self.kinds[gram[:-1]] * shorter) / before

    def gain(self, words: Sequence[str], first: int, last: int) -> float:
        """By how much the words from first to two after last are likelier where they stand than anywhere."""
        line = ["<s>", "<s>", *words, "</s>"]
        places = range(first + 2, min(last + 5, len(line)))
        return sum(
            math.log(self.chance((line[at - 2], line[at - 1], line[at])) / self.chance((line[at],))) for at in places
        )


class Classes:
    """Which words of grammar follow which, and which classes of the others."""

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        self.pairs: Counter[tuple[str, str]] = Counter()
        for text in texts:
            self.pairs.update((one, two) for one, _, two, _ in _neighbours(text))
        self.left: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        for (one, two), count in self.pairs.items():
            self.left[one] += count
            self.right[two] += count
        self.total = sum(self.pairs.values())

    def odd(self, text: str, least: float) -> list[tuple[str, str]]:
        """Pairs of words of a sentence that were met less often than expected by e to the power of `least`."""
        found = []
        for one, first, two, second in _neighbours(_TOKEN.findall(text)):
            if one == two or "<" in one[0] + two[0] or (one[0] in "-~" and two[0] in "-~"):
                continue
            expected = self.left[one] * self.right[two] / self.total
            if math.log((expected + 0.01) / (self.pairs[one, two] + 0.5)) > least:
                found.append((first, second))
        return found


def _neighbours(text: Sequence[str]) -> Iterator[tuple[str, str, str, str]]:
    """Class and word of neighbours between which no mark stands."""
    made = [(_class(word, place == 0), word) for place, word in enumerate(text)]
    for (one, first), (two, second) in pairwise(made):
        if one and two:
            yield one, first, two, second


def _class(word: str, first: bool) -> str:
    """The word itself if it is one of grammar, else its ending; names and numbers are one class, a mark has none."""
    lower = folded(word)
    if not word[0].isalnum():
        return ""
    if word[0].isdigit() or (word[0].isupper() and not first and not lower.startswith("i'") and word != "I"):
        return "<name>"
    if lower in _WORDS["en"]:
        return lower
    return next((f"-{end}" for end in _ENDINGS if lower.endswith(end) and len(lower) > len(end) + 2), "~")
