"""Words, digit strings and marks of a text, ready for reading quantities. Linear in the length of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from checker.languages._profile import words

if TYPE_CHECKING:
    from checker.languages._numerals import Lexicon

_PIECE = re.compile(
    r"(?P<number>(?<!\d)\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)"
    r"|(?P<mark>[^\s\w]|_)"
)
_ABBREVIATIONS = words(  # a point after them belongs to the word
    """тыс млн млрд трлн долл руб коп грн кв куб мес сек мин г гг в вв ч проц янв фев февр апр авг сен сент окт
    нояб дек jan feb mar apr aug sept sep oct nov dec mln ca approx tsd mio mrd"""
)
_LONGEST = 24  # digits; what is longer is no number anybody reads


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, digit string or mark."""

    start: int
    stop: int
    text: str
    low: str
    kind: str
    value: Fraction | None = None
    glued: bool = False
    """Whether it follows the piece before it without a space."""


def pieces(text: str, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Cut a text."""
    cut: list[Piece] = []
    end = -1
    for match in _PIECE.finditer(text):
        kind = match.lastgroup or "mark"
        found = match.group()
        value = number(found, lexicon.comma_thousands) if kind == "number" else None
        low = found.lower().replace("ё", "е").removesuffix("'s").removesuffix("’s") if kind == "word" else found
        glued = match.start() == end
        end = match.end()
        if found == "." and glued and cut and cut[-1].low in _ABBREVIATIONS:
            cut[-1] = replace(cut[-1], stop=end)
            continue
        cut.append(Piece(match.start(), end, found, low, kind, value, glued))
    return tuple(cut)


def number(digits: str, comma_thousands: bool) -> Fraction | None:
    """The value of a digit string with its separators; None for a date or version ("1.2.3").

    The other convention's separator is understood where only it can be meant: "2,5" in English.
    """
    plain = "".join(digits.split())
    if len(plain) > _LONGEST:
        return None
    point, group = (".", ",") if comma_thousands else (",", ".")
    if point in plain and group in plain:
        if plain.rindex(point) < plain.rindex(group):
            point, group = group, point
        plain = plain.replace(group, "")
        return Fraction(plain.replace(point, ".")) if plain.count(point) == 1 else None
    if group in plain:
        head, *groups = plain.split(group)
        if all(len(part) == 3 for part in groups) and len(head) <= 3 and head != "0":
            return Fraction(plain.replace(group, ""))
        point = group
    return Fraction(plain.replace(point, ".")) if plain.count(point) <= 1 else None
