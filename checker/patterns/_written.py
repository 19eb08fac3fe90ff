"""Patterns as they are written: words, gaps and signs to elements."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker.bounds import WORDS

if TYPE_CHECKING:
    from checker.model import Token

_NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred
    два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать пятнадцать двадцать тридцать сорок
    пятьдесят сто несколько several""".split()  # noqa: SIM905
)


def plain(text: str) -> str:
    """Lower case, with the letter that Russian print mostly leaves out."""
    return text.lower().replace("ё", "е")


@lru_cache(WORDS)
def plain_word(word: str) -> str:
    """The same of a word, remembered: a sentence's words are asked about by one part after the other."""
    return plain(word)


@dataclass(frozen=True, slots=True)
class Element:
    """One step of a pattern. `kind`: word, gap, number, name, not, start, end, open, close."""

    kind: str
    low: int = 1
    high: int = 1
    lemmas: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    cased: frozenset[str] = frozenset()

    @property
    def words(self) -> frozenset[str]:
        """All its words in lower case."""
        return self.lemmas | self.forms | {plain(form) for form in self.cased}

    def fits(self, token: Token) -> bool:
        """Whether a token can stand here."""
        if self.kind == "gap":
            return token.kind != "mark"
        if self.kind == "number":
            return token.kind == "number" or plain(token.lemma) in _NUMBERS
        if self.kind == "name":
            return token.kind == "word" and token.text[:1].isupper()
        low = plain(token.text)
        return low in self.lemmas or plain(token.lemma) in self.lemmas or low in self.forms or token.text in self.cased


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern."""

    text: str
    elements: tuple[Element, ...]

    @property
    def anchors(self) -> tuple[int, ...]:
        """The elements that it can be looked up by: words that must be there."""
        return tuple(n for n, element in enumerate(self.elements) if element.kind == "word" and element.low)


def _word(text: str, kind: str = "word", low: int = 1) -> Element:
    lemmas, forms, cased = set(), set(), set()
    for word in text.split("|"):
        if not word or word == "=":
            raise ValueError(f"an empty alternative in {text!r}")
        exact = word.removeprefix("=")
        if exact == word:
            lemmas.add(plain(word))
        elif exact == exact.lower():
            forms.add(plain(exact))
        else:
            cased.add(exact)
    return Element(kind, low, 1, frozenset(lemmas), frozenset(forms), frozenset(cased))


_SIGNS = {"^": "start", "$": "end", "[": "open", "]": "close"}
BRACKETS = ("open", "close")
_CLASSES = {"*": "gap", "{n}": "number", "{Name}": "name"}


@cache
def _element(text: str) -> Element:
    if text in _SIGNS:
        return Element(_SIGNS[text], 0, 0)
    optional = len(text) > 1 and text.endswith("?")
    body = text[:-1] if optional else text
    low = 0 if optional else 1
    if body in _CLASSES:
        return Element(_CLASSES[body], low)
    if body[0] == "*" and body[1:].isdigit():
        return Element("gap", 0, min(int(body[1:]), 9))
    if body[0] == "!" and len(body) > 1:
        return _word(body[1:], "not", 0)
    return _word(body, low=low)


@cache
def compiled(text: str) -> Pattern:
    """Compile one pattern. Raises ValueError where it has no word to look it up by."""
    pattern = Pattern(text, tuple(_element(part) for part in text.split()))
    if not pattern.anchors:
        raise ValueError(f"the pattern {text!r} needs a word that must be there")
    return pattern
