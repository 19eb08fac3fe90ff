"""The rows of opposites.tsv: which words stand on which side of them, and which of those are plain enough to accuse."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import data
from checker.bounds import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Side = tuple[int, int]
"""The number of a row and its side, 0 or 1."""
_Form = tuple[int, int, str]
"""The same, and a form of it as the table has it."""
_OPEN = re.compile(r"\w*")
"""What "*" stands for at the end of a form."""

_ENDING = re.compile(
    "(?:s|es|e|d|ed|ing|ings|ers?|ors?|est|rs?|st|ly|y|ies|ied|ying|ily|ier|iest|als?|ally|abl[ey]|ible|ions?|tions?"
    "|ations?|itions?|sions?|ments?|ances?|ences?|ces?|c(?:y|ies)|t|tly|ants?|ent(?:s|ly)?|ive(?:s|ly)?|ness|ful(?:ly)?"
    "|ism|ists?|istic(?:ally)?|ity|ities|ages?|en(?:s|ed|ing)?|ern(?:er|ers)?|wards?|n|th|ians?|ous(?:ly)?|m)?"
)
"""What an open end of English stands for in an accusation: winner, not window; eased, not Easter."""

_LIGHT = frozenset(
    """get gets got getting take takes took taken taking put puts putting let lets letting go goes going went gone come
    comes came coming make makes made making keep keeps kept keeping turn turns turned turning set sets setting cut
    cuts cutting hold holds held bring brings brought draw lay laid lie lies stand stands stood give gave given run
    runs off over up down way on in out at just still even also ahead under by as once this that like tear tore torn
    back step steps stepped stepping move moves moved moving follow follows followed following
    add adds added order""".split()  # noqa: SIM905
)
"""Words too light to be the opposite of anything by themselves: встал is "got up", not "got"."""


@dataclass(frozen=True, slots=True)
class Poles:
    """What a finding needs of a row of opposites.tsv."""

    code: str
    advice: tuple[str, str]
    """The first whole English word of either side."""
    kind: str
    """What else can make the other word the right one; see the table."""


@cache
def rows() -> tuple[Poles, ...]:
    """The rows of the table, in order."""
    return tuple(
        Poles(row["code"], (_whole(row["en"]), _whole(row["en_opposite"])), row["kind"])
        for row in data.rows("opposites")
    )


def _whole(forms: str) -> str:
    return next((form for form in forms.split() if not form.endswith("*") and form[0] != "~"), "")


@cache
def _openings(english: bool) -> tuple[Mapping[str, tuple[_Form, ...]], tuple[int, ...]]:
    """What forms of a language begin with, up to their open end, with row, side and form; and its lengths."""
    found: dict[str, list[_Form]] = {}
    for number, row in enumerate(data.rows("opposites")):
        for side, column in enumerate(("en", "en_opposite") if english else ("ru", "ru_opposite")):
            for form in row[column].split():
                found.setdefault(form.lstrip("~").rstrip("*"), []).append((number, side, form))
    return {opening: tuple(places) for opening, places in found.items()}, tuple(sorted(set(map(len, found))))


def _said(word: str, english: bool) -> Iterator[tuple[_Form, str]]:
    """The forms that a word is, each with what the word has in the place of its open end."""
    openings, lengths = _openings(english)
    for length in lengths:
        for form in openings.get(word[:length], ()):
            rest = word[length:]
            if _OPEN.fullmatch(rest) if form[2][-1] == "*" else not rest:
                yield form, rest


@lru_cache(WORDS)
def sides(word: str, english: bool) -> frozenset[Side]:
    """Rows a word belongs to, with its side (0 or 1), be it only to explain."""
    return frozenset((number, side) for (number, side, _), _ in _said(word, english))


@lru_cache(WORDS)
def accused(word: str, english: bool) -> frozenset[Side]:
    """The rows whose side a word says plainly: none for "got", which is an opposite only in "got up"."""
    if english and word in _LIGHT:
        return frozenset()
    said = tuple(_said(word, english))
    weak = {(number, side) for (number, side, form), _ in said if form[0] == "~"}
    return frozenset(
        (number, side)
        for (number, side, form), rest in said
        if form[0] != "~" and (number, side) not in weak and (not english or form[-1] != "*" or _ends(form, rest))
    )


def _ends(form: str, rest: str) -> bool:
    """Whether an English word goes on as its form may, the last letter doubled or not."""
    doubled = rest[:1] == form[-2] and _ENDING.fullmatch(rest, 1)
    return bool(doubled or _ENDING.fullmatch(rest))
