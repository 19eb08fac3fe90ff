"""Misspellings by a dictionary that the user gives: a Hunspell pair of files, or a list of words."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from checker.errors import InputError, MissingExtra

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.model import Token
    from checker.protocols import Language

_SHORTEST = 5
_COMMON = 3.3
"""Zipf that the word meant has at least: a slip in a rare word is not told from a rare word."""
_RARE = 3.0
"""Zipf that a word has at most to be a slip; news has more words than dictionaries."""
_OFTENER = 1.8
"""Zipf by which the word meant is more common than the slip: word lists of the web hold the usual slips."""
_LEADS = 0.7
"""Zipf by which the word meant is more common than the next that is one slip away."""


class Slip(NamedTuple):
    """A misspelt word and what was meant."""

    token: Token
    meant: str


class Dictionary:
    """Which words there are."""

    def __init__(self, path: str) -> None:
        self.path = path

    @cached_property
    def _hunspell(self) -> Any:
        try:
            from spylls.hunspell import Dictionary as Hunspell
        except ImportError as error:
            raise MissingExtra(f"the dictionary {self.path}", "spelling") from error
        try:
            return Hunspell.from_files(self.path)
        except OSError as error:
            raise InputError(self.path, "no .aff and .dic files", "name the two files without their suffix") from error

    @cached_property
    def _listed(self) -> frozenset[str] | None:
        if not Path(self.path).suffix:
            return None
        try:
            return frozenset(Path(self.path).read_text("utf-8-sig").lower().split())
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(self.path, "the dictionary cannot be read", "check the path; it must be UTF-8") from error

    def has(self, word: str) -> bool:
        """Whether the dictionary has a word, or its compound parts."""
        listed = self._listed
        return word in listed if listed is not None else bool(self._hunspell.lookup(word))

    def slips(self, language: Language, sentences: Sequence[Sequence[Token]], known: Iterable[str]) -> Iterator[Slip]:
        """Small words that the article has once, that neither the dictionary nor `known` has, and what was meant."""
        words = [token for tokens in sentences for token in tokens if token.kind == "word"]
        counts = Counter(token.text.lower() for token in words)
        letters = sorted({letter for word in counts for letter in word if letter.isalpha()})
        kept = frozenset(known)
        for token in words:
            word = token.text
            if not word.islower() or not word.isalpha() or len(word) < _SHORTEST or counts[word] > 1 or word in kept:
                continue
            if language.zipf(word) > _RARE or self.has(word):
                continue
            meant = self._meant(language, word, letters)
            if meant and language.zipf(meant) - language.zipf(word) >= _OFTENER:
                yield Slip(token, meant)

    def _meant(self, language: Language, word: str, letters: Sequence[str]) -> str:
        rated = sorted(((language.zipf(other), other) for other in _one_off(word, letters)), reverse=True)
        likely = [(rate, other) for rate, other in rated[:2] if rate >= _COMMON]
        if not likely or (len(rated) > 1 and likely[0][0] - rated[1][0] < _LEADS):
            return ""
        return likely[0][1] if self.has(likely[0][1]) else ""


def _one_off(word: str, letters: Sequence[str]) -> set[str]:
    """Words one slip away: a letter lost, doubled, exchanged with its neighbour, replaced or put in; not the ending."""
    cuts = [(word[:at], word[at:]) for at in range(len(word))]
    last = len(word) - 1
    found = {left + right[1:] for left, right in cuts if len(left) < last}
    found |= {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    found |= {left + letter + right[1:] for left, right in cuts if 0 < len(left) < last for letter in letters}
    found |= {left + letter + right for left, right in cuts if left for letter in letters}
    return found - {word}
