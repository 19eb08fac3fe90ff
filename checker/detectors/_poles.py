"""The rows of opposites.tsv: which words stand on which side of them, and which of those are plain enough to accuse."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import data

if TYPE_CHECKING:
    from collections.abc import Mapping

Side = tuple[int, int]
"""The number of a row and its side, 0 or 1."""

_ENDING = (
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
    back step steps stepped stepping move moves moved moving follow follows followed add adds added order""".split()  # noqa: SIM905
)
"""Words too light to be the opposite of anything by themselves: встал is "got up", not "got"."""


@dataclass(frozen=True, slots=True)
class Poles:
    """One row of opposites.tsv: forms of both sides in both languages."""

    code: str
    forms: tuple[str, ...]
    """Russian and English of the one side, Russian and English of the other."""
    advice: tuple[str, str]
    """The first whole English word of either side."""
    kind: str
    """What else can make the other word the right one; see the table."""


@cache
def rows() -> tuple[Poles, ...]:
    columns = ("ru", "en", "ru_opposite", "en_opposite")
    return tuple(
        Poles(
            row["code"],
            tuple(row[column] for column in columns),
            (_whole(row["en"]), _whole(row["en_opposite"])),
            row["kind"],
        )
        for row in data.rows("opposites")
    )


def _whole(forms: str) -> str:
    return next((form for form in forms.split() if not form.endswith("*") and form[0] != "~"), "")


@cache
def _pattern(forms: str) -> re.Pattern[str]:
    """Compiled when a word first begins like one of its forms: most rows are never asked for."""
    listed = "|".join(re.escape(form.lstrip("~")).replace(r"\*", r"\w*") for form in forms.split())
    return re.compile(f"(?:{listed or '(?!)'})")


@cache
def _accusing(forms: str, english: bool) -> re.Pattern[str]:
    """The same without the forms that only explain, nor what an open end of English takes in by chance."""
    split = forms.split()
    weak = "|".join(re.escape(form[1:]).replace(r"\*", r"\w*") for form in split if form[0] == "~")
    firm = [re.escape(form) for form in split if form[0] != "~"]
    if english:
        firm = [re.sub(r"(.)\\\*$", rf"\1\1?{_ENDING}", form) for form in firm]
    listed = "|".join(form.replace(r"\*", r"\w*") for form in firm)
    return re.compile(f"(?!(?:{weak or '(?!)'})$)(?:{listed or '(?!)'})")


@cache
def _openings(english: bool) -> tuple[Mapping[str, tuple[Side, ...]], tuple[int, ...]]:
    """What forms of a language begin with, up to their first open end, with the rows and sides; and its lengths."""
    found: dict[str, list[Side]] = {}
    for number, row in enumerate(data.rows("opposites")):
        for side, column in enumerate(("en", "en_opposite") if english else ("ru", "ru_opposite")):
            for form in row[column].split():
                found.setdefault(form.lstrip("~").partition("*")[0], []).append((number, side))
    return {opening: tuple(places) for opening, places in found.items()}, tuple(sorted(set(map(len, found))))


@lru_cache(maxsize=16_384)
def sides(word: str, english: bool) -> frozenset[Side]:
    """Rows a word belongs to, with its side (0 or 1), be it only to explain."""
    openings, lengths = _openings(english)
    return frozenset(
        (number, side)
        for length in lengths
        for number, side in openings.get(word[:length], ())
        if _pattern(rows()[number].forms[2 * side + english]).fullmatch(word)
    )


@lru_cache(maxsize=16_384)
def accused(word: str, english: bool) -> frozenset[Side]:
    """The rows whose side a word says plainly: none for "got", which is an opposite only in "got up"."""
    if english and word in _LIGHT:
        return frozenset()
    return frozenset(
        (number, side)
        for number, side in sides(word, english)
        if _accusing(rows()[number].forms[2 * side + english], english).fullmatch(word)
    )
