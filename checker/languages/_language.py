"""One language, as the rest of the program meets it: the shared splitter over a language's facts."""

from __future__ import annotations

from functools import cached_property, lru_cache
from math import log10
from typing import TYPE_CHECKING

from checker.bounds import SENTENCES, WORDS, make_room
from checker.languages._sentences import sentences
from checker.languages._tokens import pieces
from checker.model import Token

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.languages._profile import Profile
    from checker.model import Span
    from checker.notation import Conventions, Quantity

NOTHING: frozenset[str] = frozenset()


class Language:
    """Splitting by the shared rules, words by the shared tokeniser, lemmas and frequencies from word lists."""

    lists: tuple[str, ...] = ("large", "small")
    """wordfreq's lists, the first that there is: large ones go down to Zipf 1, small ones to Zipf 3."""

    @property
    def way(self) -> str:
        """How words are known: "dictionary", "lemmas" of a list, "segmented", or "as written"."""
        import simplemma

        try:
            simplemma.lemmatize("a", lang=self.code)
        except ValueError:
            return "as written"
        return "lemmas"

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self.code, self.name = profile.code, profile.name
        self._small = str.maketrans({pair[0]: pair[1] for pair in profile.small.split()})
        self._analysed: dict[str, tuple[str, frozenset[str]]] = {}
        # Every detector asks for the same sentences.
        self.words = lru_cache(SENTENCES)(self._words)
        self.quantities = lru_cache(SENTENCES)(self._quantities)
        self.zipf = lru_cache(WORDS)(self._zipf)

    @cached_property
    def conventions(self) -> Conventions:
        """How figures, quotations and marks are written."""
        from checker.languages._conventions import conventions

        return conventions(self.profile)

    def sentences(self, text: str) -> tuple[Span, ...]:
        """Sentences in order; no white space at their ends; every other character is in one of them."""
        return sentences(text, self.profile)

    def _words(self, text: str) -> tuple[Token, ...]:
        """Words, numbers and marks in order. A web address is a mark with the tag "link"."""
        tokens = []
        for start, stop, kind in pieces(text):
            surface = text[start:stop]
            if kind == "word":
                lemma, tags = self.analysis(surface)
                tokens.append(Token(start, stop, surface, lemma, "word", tags))
            elif kind == "link":
                tokens.append(Token(start, stop, surface, surface, "mark", frozenset({"link"})))
            else:
                tokens.append(Token(start, stop, surface, surface, kind))
        return tuple(tokens)

    def analysis(self, word: str) -> tuple[str, frozenset[str]]:
        """Lemma and tags of a word, remembered."""
        known = self._analysed.get(word)
        if known is None:
            make_room(self._analysed, WORDS)
            known = self._analysed[word] = self._analyse(plain(word))
        return known

    def _analyse(self, word: str) -> tuple[str, frozenset[str]]:
        return self._lemmatise(word), frozenset({"known"}) if self.zipf(word) else NOTHING

    def lemma(self, word: str) -> str:
        """Dictionary form in lower case; the word itself in lower case where nothing is known."""
        return self.analysis(word)[0]

    def _lemmatise(self, word: str) -> str:
        import simplemma

        try:
            return simplemma.lemmatize(word, lang=self.code).lower()
        except ValueError:  # a language simplemma has no list of
            return word.lower()

    def _zipf(self, word: str) -> float:
        """Frequency on the Zipf scale (log10 per billion words, 0-8); 0 for a word no list has."""
        lowered = plain(word.translate(self._small)).lower()
        forms = (lowered, lowered.replace("ё", "е"), lowered.rstrip("."))
        frequency = next((self._frequencies[form] for form in forms if form in self._frequencies), 0.0)
        return round(log10(frequency) + 9, 2) if frequency else 0.0

    @cached_property
    def _frequencies(self) -> Mapping[str, float]:
        import wordfreq

        for size in self.lists:
            if self.code in wordfreq.available_languages(size):
                frequencies: Mapping[str, float] = wordfreq.get_frequency_dict(self.code, size)
                return frequencies
        return {}

    def _quantities(self, text: str) -> tuple[Quantity, ...]:
        """Numbers, dates, sums and shares by value, in order, disjoint."""
        from checker.languages._quantities import quantities

        return quantities(text, self.code)


def plain(word: str) -> str:
    """A word as dictionaries write it: straight apostrophe and hyphen, no stress mark."""
    return word if word.isascii() else word.translate(_PLAIN)


_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u0301": None, "\u00ad": None})
