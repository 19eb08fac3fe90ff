"""Whether a translation has the words of what English says: a table's suggestion, in any of its forms and spellings."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import data
from checker.bounds import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.model import Token
    from checker.protocols import Language

_BETWEEN = 4
"""Words that may stand between those of what English says."""
_PARTICLES = frozenset({"away", "down", "in", "off", "on", "out", "over", "up"})
_PARTED = 3
"""Words by which a particle may follow its verb: hand the house over."""
_STEM, _LONG, _ENDING = 5, 8, 3
"""Letters that words of one stem have in common; longer words differ in an ending of so many."""
_TELLING = 4
"""Letters of a word that says something."""
_SMALL = frozenset(
    {"the", "and", "one", "one's", "somebody", "somebody's", "something", "with", "from", "into", "over"}
    | {"his", "her", "its", "their", "our", "your"}
)
PASTS = {
    "bit": "bite", "bore": "bear", "broke": "break", "fell": "fall", "felt": "feel", "gone": "go", "left": "leave",
    "rose": "rise", "shook": "shake", "shot": "shoot", "swore": "swear", "thought": "think", "won": "win",
}  # fmt: skip
"""Forms of verbs that are words of their own too, which their lemma is then."""
_LIGHT = frozenset(
    {"get", "make", "take", "give", "put", "set", "keep", "have", "bring", "come", "hold", "turn", "fall"}
)
"""Verbs that stand for one another where two other words say what is meant: gain, get or take the upper hand."""


class Said:
    """The words of some tokens, as written and by lemma, in one spelling; looked up near each other."""

    def __init__(self, language: Language, tokens: Iterable[Token], *, kin: bool = False) -> None:
        """With `kin`, words of one stem will do too (trade secrecy for trade secret) and compounds (footbridge)."""
        self._language, self._kin = language, kin
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, token in enumerate(tokens):
            forms = token.lemma, token.text, PASTS.get(token.text.lower(), token.text)
            for form in {_american(form.lower().replace("’", "'").strip("'")) for form in forms}:
                for part in {form, *form.split("-")}:  # anti-death penalty says death penalty
                    self._places[part].append(place)

    def any_of(self, suggestion: str) -> bool:
        """Whether one of the wordings of a suggestion (alternatives by comma) is here."""
        return any(self._has(wording) for wording in suggestion.split(", "))

    def beyond(self, suggestion: str, words: Iterable[Token]) -> bool:
        """Whether one of the wordings is here that is more than a single one of these words.

        "Urgently" is but a part of "in an urgent order"; to hand over is more than to hand.
        """
        stems = {(word.lemma or word.text).lower()[:_STEM] for word in words}
        for wording in suggestion.split(", "):
            if self._has(wording):
                own = {word[:_STEM] for word in _words(wording)}
                if len(own) > 1 or not own < stems or self._completed(wording):
                    return True
        return False

    def _completed(self, wording: str) -> bool:
        """Whether a wording is a verb with its particle, and the two stand together here."""
        verb, _, particle = wording.partition(" ")
        return particle in _PARTICLES and any(
            0 < after - at <= _PARTED for at in self._of(verb) for after in self._places.get(particle, ())
        )

    def _has(self, wording: str) -> bool:
        words = _words(wording)
        places = [self._of(word) for word in words]
        reach = max(len(words) + _BETWEEN, len(wording.split()))
        return bool(words) and any(
            all(any(abs(one - at) <= reach for one in row) for row in places) for at in places[0]
        )

    def _of(self, word: str) -> Sequence[int]:
        word = _american(word)
        found = self._places.get(word, ()) or self._places.get(_american(self._language.lemma(word)), ())
        return found or (self._akin(word) if self._kin and len(word) > _STEM else ())

    def _akin(self, word: str) -> list[int]:
        stem = word[:_STEM] if len(word) <= _LONG else word[: len(word) - _ENDING]
        return [
            at for form, places in self._places.items() if form.startswith(stem) or form.endswith(word) for at in places
        ]


@lru_cache(WORDS)
def _words(wording: str) -> tuple[str, ...]:
    """The words of a wording that say what is meant."""
    found = [word.strip("'") for word in re.findall(r"[\w'-]+", wording.lower())]
    words = tuple(word for word in found if len(word) > 2 and word not in _SMALL)
    heavy = tuple(word for word in words if word not in _LIGHT)
    return heavy if len(heavy) > 1 else words or tuple(found)


@cache
def _spellings() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """British forms with their American ones: whole words, and stems."""
    table = [row for row in data.rows("variants_gb_us") if row["kind"] != "noun"]
    whole = {row["gb"]: row["us"] for row in table}
    return whole, {row["gb"]: row["us"] for row in table if row["kind"] == "stem"}


@lru_cache(WORDS)
def _american(word: str) -> str:
    """A word in American spelling, so that the two are one."""
    whole, stems = _spellings()
    if word in whole:
        return whole[word]
    for end in range(len(word) - 1, 3, -1):
        if word[:end] in stems:
            return stems[word[:end]] + word[end:]
    return word


_REMARK = re.compile(r"[{}…:]|\.\.\.|^cut\b")
"""Marks of advice that is no wording: "(cut it)", "worth {n}"."""


@lru_cache(WORDS)
def wordings(suggestion: str) -> tuple[tuple[str, ...], ...]:
    """The wordings of a row's suggestion, `first (second, third)`, as words in lower case."""
    parts = re.split(r"[(),;/]", suggestion)
    return tuple(tuple(part.lower().split()) for part in parts if part.strip() and not _REMARK.search(part.strip()))


def is_said(language: Language, tokens: Sequence[Token], place: tuple[int, int], suggestion: str) -> bool:
    """Whether some tokens are but a part of what a suggestion says, in any of its forms, or run into it.

    "Grew by leaps" runs into "by leaps and bounds"; what a place holds whole and with more is no part of it.
    """
    first, last = place
    for words in wordings(suggestion):
        for start in range(max(0, first - len(words) + 1), min(last - 1, len(tokens) - len(words)) + 1):
            stop = start + len(words)
            beyond = (*words[: max(0, first - start)], *words[len(words) - max(0, stop - last) :])
            covered = start <= first and last <= stop
            if (covered or any(len(word) >= _TELLING for word in beyond)) and all(
                _is(language, word, token) for word, token in zip(words, tokens[start:stop], strict=True)
            ):
                return True
    return False


def _is(language: Language, word: str, token: Token) -> bool:
    """Whether a token is a form of a word, its -ing apart (box is no boxing); any owner for one's."""
    text = token.text.lower().replace("’", "'")
    if word in ("one's", "somebody's"):
        return text.endswith(("'s", "s'")) or text in _OWNERS
    if word == text:
        return True
    return language.lemma(word) == token.lemma.lower() and word.endswith("ing") == text.endswith("ing")


_OWNERS = frozenset({"his", "her", "its", "their", "my", "our", "your"})
