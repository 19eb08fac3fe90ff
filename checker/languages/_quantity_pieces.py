"""Words, digit strings and marks of a text, ready for reading quantities. Linear in the length of the text."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from checker.languages._profile import words
from checker.languages._written import alternatives, patterns, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.languages._numerals import Lexicon

_PIECE = re.compile(
    r"(?P<number>(?<!\d)\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)"
    r"|(?P<mark>[^\s\w]|_)"
)
_SIGNS = r"[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]"
"""Each a piece of its own where scale signs follow figures: what stands for a word has one or two."""
_WORDS = frozenset({"sign", "literal", "thai"})
_ABBREVIATIONS = words(  # a point after them belongs to the word
    """тыс млн млрд трлн долл руб коп грн кв куб мес сек мин г гг в вв ч проц янв фев февр апр авг сен сент окт
    нояб дек jan feb mar apr aug sept sep oct nov dec mln ca approx tsd mio mrd thou thous ths thsd mil bln trln"""
)
_ARABIC = re.compile(r"(?<=\d)[\u066b\u066c\u060c](?=\d)")
"""Decimal and thousands signs of Arabic, and the Arabic comma that is typed for the latter."""
_HALF_A = re.compile(r"\b(?:half|quarter-of)-an?-(?=[a-z])", re.IGNORECASE)
"""What is otherwise written in words of its own: half-a-billion."""
_APOSTROPHES = str.maketrans("’ʼ", "''")
_ROUND = re.compile(r"[1-9]\d{0,2}(?:,\d{3})*,000")  # the English way, wherever it stands: no decimals are all noughts
_MYRIAD = 10_000  # smaller signs count within a group of four figures, this and larger ones close one
_LONGEST = 24  # digits; what is longer is no number anybody reads


class Piece(NamedTuple):
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
    native, glues = lexicon.code in ("en", "ru"), bool(lexicon.elided or lexicon.clitics)
    plain = _ARABIC.sub(_separator, text) if lexicon.code == "ar" else text
    plain = _HALF_A.sub(_apart, plain) if lexicon.code == "en" else plain
    for match in _pattern(lexicon).finditer(plain):
        kind = "word" if match.lastgroup in _WORDS else match.lastgroup or "mark"
        found = match.group()
        value = number(found, lexicon.comma_thousands) if kind == "number" else None
        if kind == "glued":
            kind, value = "number", glued(found, lexicon)
        elif kind == "run":
            value = written(text, match.start(), match.end(), lexicon)
            kind = "word" if value is None else "number"
        low = found if kind != "word" else _folded(found) if native else found.lower().translate(_APOSTROPHES)
        touches = match.start() == end
        end = match.end()
        if found == "." and touches and cut and cut[-1].low in _ABBREVIATIONS:
            cut[-1] = cut[-1]._replace(stop=end)
            continue
        head = _head(low, lexicon) if glues else ""
        if head:
            at = match.start() + len(head)
            cut.append(Piece(match.start(), at, found[: len(head)], head, kind, None, touches))
            cut.append(Piece(at, end, found[len(head) :], low[len(head) :], kind, None, True))
            continue
        cut.append(Piece(match.start(), end, found, low, kind, value, touches))
    return tuple(_joined(cut, lexicon) if lexicon.joined else cut)


def _separator(match: re.Match[str]) -> str:
    return "." if match.group() == "\u066b" else ","


def _apart(match: re.Match[str]) -> str:
    return match.group().replace("-", " ")


def _head(low: str, lexicon: Lexicon) -> str:
    """A little word written together with what stands behind it, or ""."""
    return next((form for form in lexicon.elided if low.startswith(form)), "") or _clitic(low, lexicon)


def _clitic(low: str, lexicon: Lexicon) -> str:
    """The same before a numeral alone."""
    known = lexicon.words
    if lexicon.clitics and (low in known or lexicon.unit((low,))[1]):
        return ""
    return next((form for form in lexicon.clitics if low.startswith(form) and low[len(form) :] in known), "")


def _folded(word: str) -> str:
    """An English or Russian word as the tables have it."""
    return word.lower().replace("ё", "е").removesuffix("'s").removesuffix("’s")


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    if not lexicon.glued:
        return _PIECE
    return _with_scales(lexicon.scale_signs, patterns(lexicon), alternatives(lexicon.plain))


@cache
def _with_scales(scales: str, others: str, plain: str) -> re.Pattern[str]:
    """Figures with scale signs in them are one piece (3億5,000万), a written number is one, and a sign is one."""
    part = rf"\d+(?:[.,]\d+)*[ \u00a0]?[多余餘여]?(?!{plain})(?:{scales})+"
    tail = r"(?:[ \u00a0]?\d+(?:[.,]\d+)*(?!\d))?"
    return re.compile(rf"(?P<glued>{part}(?:[ \u00a0]?{part})*{tail})|{others}|(?P<sign>{_SIGNS})|{_PIECE.pattern}")


def glued(text: str, lexicon: Lexicon) -> Fraction | None:
    """The value of figures with scale signs among them: 6億4900万 is 649 million, 4천 2백만 is 42 million."""
    total = section = Fraction(0)
    for part in re.finditer(rf"(\d+(?:[.,]\d+)*)[ \u00a0]?[多余餘여]?((?:{lexicon.scale_signs})*)", text):
        value = number(part[1], lexicon.comma_thousands)
        if value is None:
            return None
        section += value
        for scale in (lexicon.glued[sign] for sign in re.findall(lexicon.scale_signs, part[2])):
            if scale < _MYRIAD:
                section += value * (scale - 1)
                value *= scale
            else:
                total, section = total + section * scale, Fraction(0)
    return total + section


def _joined(cut: list[Piece], lexicon: Lexicon) -> Iterator[Piece]:
    """Pieces with numerals of several parts made one: quatre-vingt-dix."""
    at = 0
    while at < len(cut):
        stop = at + 1
        low = cut[at].low
        while low in lexicon.openings:
            if not (stop + 1 < len(cut) and cut[stop].low == "-" and cut[stop].glued and cut[stop + 1].glued):
                break
            low, stop = f"{low}-{cut[stop + 1].low}", stop + 2
        while stop > at + 1 and low not in lexicon.joined:
            stop -= 2
            low = low.rpartition("-")[0]
        whole = cut[at] if stop == at + 1 else _whole(cut[at:stop], low)
        yield whole
        at = stop


def _whole(parts: list[Piece], low: str) -> Piece:
    text = "".join(part.text for part in parts)
    return parts[0]._replace(stop=parts[-1].stop, text=text, low=low)


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
    elif _ROUND.fullmatch(plain):
        return Fraction(plain.replace(point, ""))
    return Fraction(plain.replace(point, ".")) if plain.count(point) <= 1 else None
