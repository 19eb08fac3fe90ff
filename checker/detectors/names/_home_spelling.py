"""Names of people and firms who write Latin letters at home, in the letters of the Russian spelling.

The country or the first name beside it says from which language a name comes; the row of that language
(data/home_spellings.tsv) says which letters a transliteration has and the language has not: no German name has kh.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._nations import nations
from checker.detectors._transliteration import folded, transliterates
from checker.detectors.names._foreign import home_grown, spelt_at_home
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.detectors.names._mentions import Mention, Sides
    from checker.model import Token

_COMMON = "kh zh shch dzh ts(?=[aeiouy]) [bcdfghklmnpqrstvwxz]y[aou](?=[a-z]) iy[oeu]"
"""What no language with Latin letters has: the + of a row."""
_BEFORE = 28
"""Characters before a person within which a word says where he is from."""
_FIRM = 45
"""The same for a name in quotation marks, what kind of firm it is between: датским судовладельцем «...»."""
_BEHIND = 14
"""Characters after a name: из Дании, (Германия)."""
_SHORTEST = 4
_PARTICLES = {
    "фон": "German",
    "цу": "German",
    "ван": "Dutch",
    "дель": "Italian",
    "делла": "Italian",
    "ди": "Italian",
    "дю": "French",
    "дос": "Portuguese",
    "душ": "Portuguese",
}
_ARTICLES = ("дер", "ден", "де", "ла")
_OWN_ENDINGS = {"Polish": ("ский", "цкий"), "Turkish": ("ин", "ан"), "Serbian": ("вич",), "Czech": ("вич",)}
"""Endings of names that a language shares with Russian."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """A language with Latin letters."""

    language: str
    tells: re.Pattern[str]
    respelt: tuple[tuple[re.Pattern[str], str], ...]

    def respell(self, latin: str) -> str:
        """A transliteration as the language may have written it."""
        low = latin.lower()
        for pattern, letters in self.respelt:
            low = pattern.sub(letters, low)
        return "-".join(_raised(part) for part in low.split("-"))


def _raised(part: str) -> str:
    """With its capitals: McIntyre."""
    rest = part[2:3].upper() + part[3:] if part.lower().startswith("mc") else part[2:]
    return part[:1].upper() + part[1:2] + rest


@cache
def _spellings() -> tuple[Spelling, ...]:
    found = []
    for row in data.rows("home_spellings"):
        parts = [part for tell in row["tells"].split() for part in (_COMMON.split() if tell == "+" else [tell])]
        pairs = (pair.rsplit("=", 1) for pair in row["respelt"].split())
        found.append(
            Spelling(row["language"], re.compile("|".join(parts)), tuple((re.compile(old), new) for old, new in pairs))
        )
    return tuple(found)


@cache
def _by_given() -> dict[str, Spelling]:
    rows = zip(data.rows("home_spellings"), _spellings(), strict=True)
    return {plain(name): spelling for row, spelling in rows for name in row["given"].split()}


@cache
def _by_nation() -> dict[int, Spelling | None]:
    """For every row of nations.tsv the language of its names; None for those that have other letters."""
    languages = {
        nation.replace("~", " "): spelling
        for row, spelling in zip(data.rows("home_spellings"), _spellings(), strict=True)
        for nation in row["nations"].split()
    }
    return {number: languages.get(row["country"]) for number, row in enumerate(data.rows("nations"))}


def respelled(bead: Sides, mention: Mention, token: Token, latin: str) -> str:
    """How the bearer of a name may write it where `latin` is its Russian spelling letter by letter; else ""."""
    low = folded(latin).replace("'", "")
    if (
        len(low) < _SHORTEST
        or spelt_at_home(latin)
        or (not latin[1:].replace("-", "").replace("'", "").islower() and "-" not in latin)
    ):
        return ""
    spelling = _from_given(bead, mention, token) or _from_nation(bead, mention)
    if spelling is None or not spelling.tells.search(low) or _russian(spelling, mention, token):
        return ""
    made = spelling.respell(latin)
    same = folded(made) == folded(latin)
    return made if not same and any(transliterates(form, latin) for form in nominatives(token)) else ""


def _russian(spelling: Spelling, mention: Mention, token: Token) -> bool:
    """Whether the surname is formed as in Russia and not in that language too."""
    forms = nominatives(token)
    if token is not mention.tokens[0] and any(form.endswith(_OWN_ENDINGS.get(spelling.language, ())) for form in forms):
        return False
    return home_grown(token.lemma) or home_grown(token.text)


def nominatives(token: Token) -> tuple[str, ...]:
    """What the name may be in the nominative: the dictionary does not know most foreign ones."""
    text = token.text.lower()
    cut = [text[:-1], text[:-1] + "а", text[:-1] + "я", text[:-2]] if len(text) > _SHORTEST + 1 else []
    return tuple(dict.fromkeys((text, token.lemma, *cut)))


def _from_given(bead: Sides, mention: Mention, token: Token) -> Spelling | None:
    """The language of the first name, for the surname behind it and for itself before one."""
    first = mention.tokens[0]
    if len(mention.tokens) == 1:
        row = next((tokens for tokens in bead.source if first in tokens), ())
        place = row.index(first) if row else 0
        first = row[place - 1] if place and row[place - 1].text[:1].isupper() else first
    known = _by_given()
    found = known.get(plain(first.lemma)) or known.get(plain(first.text))
    if found is None and len(mention.tokens) == 1:
        return _by_particle(row, place)
    return found if len(mention.tokens) > 1 or first is not token else None


def _by_particle(row: Sequence[Token], place: int) -> Spelling | None:
    """The language of the word between first name and surname: фон, ван дер."""
    for token in reversed(row[max(0, place - 2) : place]):
        if token.text in _PARTICLES:
            return next(one for one in _spellings() if one.language == _PARTICLES[token.text])
        if token.text not in _ARTICLES:
            break
    return None


def _from_nation(bead: Sides, mention: Mention) -> Spelling | None:
    """The language of the country that is said right beside a name; None where there is none, or two."""
    row = next((tokens for tokens in bead.source if mention.tokens[0] in tokens), ())
    near = [token for token in row if _beside(token, mention)]
    found = [number for token in near if not _in_it(row, token) for number in nations(token.text)]
    languages = [_by_nation().get(number) for number in found]
    if not found or any(spelling is None for spelling in languages):
        return None
    return languages[-1]


def _beside(token: Token, mention: Mention) -> bool:
    first, last = mention.tokens[0], mention.tokens[-1]
    reach = _FIRM if mention.quoted else _BEFORE
    return 0 <= first.start - token.stop <= reach or 0 <= token.start - last.stop <= _BEHIND


def _in_it(row: Sequence[Token], token: Token) -> bool:
    """Whether the word says where something happens: в Германии; из Германии says where somebody is from."""
    place = row.index(token)
    before = row[place - 1] if place else None
    return before is not None and "PREP" in before.tags and before.text.lower() not in ("из", "от")
