"""First names that are words too and were translated as such: Spring Radić for Весна Радич, Hope for Надежда."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors._transliteration import romanised
from checker.detectors.names._mentions import FITS, bare, fit
from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.names._mentions import Sides
    from checker.model import Alignment, Rule, Token

_MEANT = {
    "вера": "faith belief", "надежда": "hope", "любовь": "love", "слава": "glory fame", "лев": "lion",
    "весна": "spring", "звезда": "star", "заря": "dawn", "роман": "novel romance",
    "пол": "floor sex gender", "том": "volume tome", "рой": "swarm", "кит": "whale", "люк": "hatch", "лука": "onion",
    "мина": "mine", "мила": "dear nice", "света": "light", "рада": "glad", "злата": "golden gold",
    "снежана": "snowy", "богдан": "god-given", "ягода": "berry", "мечта": "dream",
    "искра": "spark", "роса": "dew", "радость": "joy", "добрыня": "good", "ждан": "awaited", "пётр": "stone",
    "невена": "marigold", "цвета": "colour color flower", "вук": "wolf", "златан": "golden", "зоряна": "starry",
}  # fmt: skip
"""What a first name is as a word, by its nominative."""
_BEFORE = 1
_QUOTES = '«»“”„"'


def given_words(beads: Sequence[Sides], alignment: Alignment, rule: Rule) -> Iterator[Finding]:
    """A first name translated before a surname that was not; the name may have a case ending (Весны, Надежде)."""
    for bead in beads:
        for tokens in bead.source:
            for before, first, last in zip((None, *tokens), tokens, tokens[1:], strict=False):
                named = _named(before, first) and last.text[:1].isupper()
                meant = _meanings(first) if named else frozenset()
                for words in bead.target if meant else ():
                    place = _place(words, last, meant)
                    if place is not None:
                        yield _finding(rule, alignment, first, words[place])


def _named(before: Token | None, first: Token) -> bool:
    """Whether a word with a capital may be a first name: known as one, or inside a sentence and not in quotes."""
    inside = before is not None and before.text not in _QUOTES and before.kind == "word"
    return first.text[:1].isupper() and (inside or "name" in first.tags)


def _meanings(token: Token) -> frozenset[str]:
    text = token.text.lower()
    forms = {token.lemma, text, *(text[:-1] + ending for ending in ("а", "я", "ь"))}
    return frozenset(word for form in forms for word in _MEANT.get(form, "").split())


def _place(words: Sequence[Token], last: Token, meant: frozenset[str]) -> int | None:
    """Where a word of that meaning stands right before the surname."""
    for place in range(_BEFORE, len(words)):
        before, name = words[place - 1], words[place]
        if before.text.lower() in meant and before.text[:1].isupper() and name.text[:1].isupper():
            return place - 1 if fit(last, bare(name)) <= FITS else None
    return None


def _finding(rule: Rule, alignment: Alignment, first: Token, word: Token) -> Finding:
    source, span = alignment.source.span(first.start, first.stop), alignment.target.span(word.start, word.stop)
    message = f'"{span.text}" translates the words of a name: «{source.text}»'
    name = first.text if "nomn" in first.tags else first.lemma.capitalize()
    return Finding(rule, span, message, Severity.MAJOR, 0.85, source, romanised(name))
