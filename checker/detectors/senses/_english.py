"""English that is wrong for a word of the original: whether it stands there, and whether something answers for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.detectors._english_forms import forms

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from checker.model import Token

_NEAR = 4
"""Words of English within which a right word answers for the wrong one."""
_TELLING = 6
"""Letters of a right word that answers from anywhere in the translation."""
_SMALL = frozenset({"the", "and", "for", "with", "from", "into", "his", "her", "its", "one", "that", "this", "their"})
"""Words of a right rendering that answer for nothing: taking the law into one's own hands."""
_PARTICLES = frozenset({
    "ahead", "along", "apart", "aside", "away", "back", "down", "forward", "idle", "off", "on", "out", "over", "short",
    "still", "through", "together", "up",
})  # fmt: skip
"""After a verb they make another one; a row that means them names them."""


@dataclass(frozen=True, slots=True)
class English:
    """What is wrong for a word, and what English says."""

    wrong: tuple[tuple[str, ...], ...]
    """Words, each of one word or more, as lemmas or forms, the longest first; none where a row lets the word be."""
    right: frozenset[str]
    """Words of what English says."""
    better: tuple[str, ...]

    @classmethod
    def read(cls, wrong: str, right: str) -> English:
        """Two cells of a table, alternatives by "|"."""
        better = tuple(right.split("|"))
        wordings = sorted((tuple(words.split()) for words in wrong.split("|") if words), key=len, reverse=True)
        telling = (word for words in better for word in words.split() if len(word) > 2 and word not in _SMALL)
        return cls(tuple(wordings), frozenset(telling), better)

    def there(self, words: Sequence[Token], place: int, source: Token) -> tuple[Token, ...]:
        """The words of a wrong rendering that begin at a place, the longest; none where a particle changes the verb.

        What renders a noun is no verb that a particle could change: a practitioner on his way.
        """
        for wording in self.wrong:
            there = tuple(words[place : place + len(wording)])
            if len(there) == len(wording) and all(map(_is, there, wording)):
                after = words[place + len(wording)].text.lower() if place + len(wording) < len(words) else ""
                changed = after in _PARTICLES and wording[-1] not in _PARTICLES and "NOUN" not in source.tags
                return () if changed else there
        return ()

    def about(self, words: Sequence[Token], place: int, source: Token) -> tuple[Token, ...]:
        """The same of a rendering that the word at a place is a part of."""
        longest = max((len(wording) for wording in self.wrong), default=0)
        for begin in range(place, max(-1, place - longest), -1):
            there = self.there(words, begin, source)
            if len(there) > place - begin:
                return there
        return ()

    def answered(self, words: Sequence[Token], place: int, length: int, taken: Collection[int]) -> bool:
        """Whether a right word stands near, or anywhere if it is long or renders no other word of the original.

        `taken`: where the English words stand that other words of the original are rendered by.
        """
        others = (
            (at, token.start, form)
            for at, token in enumerate(words)
            for form in forms(token)
            if not place <= at < place + length
        )
        return any(
            form in self.right
            and (len(form) >= _TELLING or start not in taken or place - _NEAR <= at < place + length + _NEAR)
            for at, start, form in others
        )


def named(there: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether a capital within the sentence makes a name of the words: the United States, the Labour Party."""
    return there[0].text[:1].isupper() and there[0] is not words[0]


def _is(token: Token, word: str) -> bool:
    return word in forms(token)
