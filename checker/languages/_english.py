"""English words: contractions, possessives and compounds on top of simplemma's word list."""

from __future__ import annotations

import re

from checker.languages._language import Language

_NEGATED = {"won": "will", "can": "can", "ca": "can", "sha": "shall", "ai": "be", "wo": "will"}
_CLITIC = re.compile(r"(?<=\w)['’](?:s|ll|ve|re|d|m|em)\Z", re.IGNORECASE)
_NEGATION = re.compile(r"(?<=\w)n['’]t\Z", re.IGNORECASE)
_IRREGULAR = {"cannot": "can", "men": "man", "women": "woman", "people": "people", "data": "data", "media": "media"}
"""Where the list gives a form that no editor would look for."""


class English(Language):
    """Lemmas of the base of a contraction, possessive or compound: Tokayev's, don't, law-enforcers."""

    def _analyse(self, word: str) -> tuple[str, frozenset[str]]:
        tags = set()
        base = word
        if _NEGATION.search(word):
            base = word[:-3]
            base = _NEGATED.get(base.lower(), base)
            tags.add("negated")
        elif _CLITIC.search(word):
            tags.add("possessive" if word[-1] in "sS" else "contracted")
            base = _CLITIC.sub("", word)
        if word.lower() == "cannot":
            tags.add("negated")
        if self.zipf(word) or self.zipf(base):
            tags.add("known")
        return self._base_form(base), frozenset(tags)

    def _base_form(self, word: str) -> str:
        lowered = word.lower()
        if lowered in _IRREGULAR:
            return _IRREGULAR[lowered]
        head, hyphen, tail = word.rpartition("-")
        if hyphen and head:
            return f"{head}-{self._lemmatise(tail)}".lower()
        return self._lemmatise(word)
