"""Clubs and firms in the plural whose Russian case was taken for their name: Streltsov for the club «Стрельцы»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors._transliteration import folded, romanised, transliterates
from checker.detectors.names._mentions import bare
from checker.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.names._mentions import Sides
    from checker.model import Alignment, Rule, Token

_ENDINGS = ("ами", "ями", "ов", "ев", "ей", "ам", "ям", "ах", "ях")
_NOMINATIVES = ("ы", "и")
_SHORTEST = 4
_QUOTES = '«»“”„"'


def quoted_plurals(beads: Sequence[Sides], alignment: Alignment, rule: Rule) -> Iterator[Finding]:
    """A quoted name in an oblique case, letter by letter, where both texts have its nominative too."""
    quoted = [(bead, token) for bead in beads for tokens in bead.source for token in _alone(tokens)]
    plurals = {token.text for _, token in quoted if token.text.endswith(_NOMINATIVES)}
    if not plurals:
        return
    said = {folded(bare(word)) for bead in beads for word in bead.capitals}
    for bead, token in quoted:
        stem = next((token.text.removesuffix(ending) for ending in _ENDINGS if token.text.endswith(ending)), "")
        named = next((stem + ending for ending in _NOMINATIVES if stem + ending in plurals), "")
        if len(stem) < _SHORTEST or not named or folded(romanised(named)) not in said:
            continue
        for word in bead.capitals:
            latin = bare(word)
            if transliterates(token.text, latin):
                span = alignment.target.span(word.start, word.start + len(latin))
                source = alignment.source.span(token.start, token.stop)
                message = f'"{latin}" for «{token.text}»: the Russian case ending is carried over'
                yield Finding(rule, span, message, rule.severity, 0.85, source, romanised(named))


def _alone(tokens: Sequence[Token]) -> Iterator[Token]:
    """Single words with a capital between quotation marks."""
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if before.text in _QUOTES and after.text in _QUOTES and token.text[:1].isupper() and token.text[1:].islower():
            yield token
