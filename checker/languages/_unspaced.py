"""Words of Chinese, Japanese and Thai, which set none apart.

Chinese and Japanese by the likeliest sequence of words of wordfreq's lists (a unigram model, the
usual baseline of segmenters); Thai by BudouX. Linear: a word has at most `LONGEST` characters.
"""

from __future__ import annotations

import re
from functools import cached_property
from math import inf, log
from typing import TYPE_CHECKING, Any

from checker.languages._language import NOTHING, Language
from checker.model import Token

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 8
UNKNOWN = log(1e-9)
"""Of a character that no list has as a word; rarer than any word that one has."""

_RUN = re.compile(
    r"(?P<katakana>[\u30a1-\u30ff\uff66-\uff9f]+)|(?P<unspaced>[\u3005-\u3007\u3041-\u309f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f]+)"
    r"|(?P<thai>[\u0e01-\u0e3a\u0e40-\u0e4e]+)|(?P<digits>\d+(?:[.,]\d+)*)|(?P<other>[^\W\d_]+|\S)"
)


class Unspaced(Language):
    """A language whose words are found by their frequency."""

    way = "segmented"

    def _words(self, text: str) -> tuple[Token, ...]:
        """Words, numbers and marks in order."""
        tokens: list[Token] = []
        for token in super()._words(text):
            if token.kind == "word" and not token.text.isascii():
                tokens.extend(self._parts(token))
            else:
                tokens.append(token)
        return tuple(tokens)

    def _parts(self, token: Token) -> Iterator[Token]:
        for match in _RUN.finditer(token.text):
            place, run = token.start + match.start(), match.group()
            if match.lastgroup == "digits":
                yield Token(place, place + len(run), run, run, "number")
                continue
            pieces = self._cut(run) if match.lastgroup in ("unspaced", "thai") else [run]
            for piece in pieces:
                lemma, tags = self.analysis(piece)
                yield Token(place, place + len(piece), piece, lemma, "word", tags)
                place += len(piece)

    def _analyse(self, word: str) -> tuple[str, frozenset[str]]:
        return word.lower(), frozenset({"known"}) if self.zipf(word) else NOTHING

    def _cut(self, run: str) -> list[str]:
        """The sequence of words whose frequencies have the greatest product."""
        if self.code == "th":
            return [piece for piece in self._thai.parse(run) if piece]
        frequencies = self._frequencies
        best, back = [0.0], [0]
        for stop in range(1, len(run) + 1):
            value, start = -inf, stop - 1
            for begin in range(max(0, stop - LONGEST), stop):
                frequency = frequencies.get(run[begin:stop])
                if frequency or begin == stop - 1:
                    reached = best[begin] + (log(frequency) if frequency else UNKNOWN)
                    if reached > value:
                        value, start = reached, begin
            best.append(value)
            back.append(start)
        pieces, stop = [], len(run)
        while stop:
            pieces.append(run[back[stop] : stop])
            stop = back[stop]
        return pieces[::-1]

    @cached_property
    def _thai(self) -> Any:
        import budoux

        return budoux.load_default_thai_parser()
