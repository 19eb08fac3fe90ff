"""What a language calls its numbers, units, months and seasons: the tables of ``data/`` as look-ups.

A form may be a whole word, the beginning of one ("процент*"), or, for units, several words joined by ``_``.
Words come in lower case with ё written as е.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache, cached_property
from typing import TYPE_CHECKING

from checker import data
from checker.bounds import WORDS, make_room
from checker.languages._conventions import calendar_names, conventions
from checker.languages._eastern import OPENINGS
from checker.languages._figures import figures
from checker.languages._profile import Profile
from checker.languages._profile import words as _listed
from checker.languages._written import alternatives, compounded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.languages._figures import Figures

_OTHERS = _listed(
    "unit calendar glued joint of hours elided sign counter first plain link clitic borrowed closing shortened"
)
NOTHING: frozenset[str] = frozenset()
_OF = {"en": frozenset({"of"})}
_JOINTS = {"en": frozenset({"and"})}
_ADJECTIVE = _listed("ый ой ий ая ое ее ые ие ого его ему ому ую юю ым им ом ем ых их ыми ими")
_INNER = _listed("less to and round times named name year am pm")
"""Kinds of words that no quantity begins with: they go on with one, or stand beside it."""


@dataclass(frozen=True)
class Lexicon:
    """Look-ups of one language; every mapping is empty where its tables do not know the language."""

    code: str
    words: dict[str, dict[str, Fraction]]
    """Form to {kind: value} of numerals.tsv."""
    stems: dict[str, dict[str, Fraction]]
    units: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    """First three letters of a form to (words of the form, unit), longest form first."""
    symbols: dict[str, str]
    calendar: dict[str, str]
    prefixes: dict[str, Fraction]
    compounds: tuple[tuple[str, str], ...]

    beginnings: dict[str, bool] = field(default_factory=dict)
    """Words already asked about by `may_begin`."""
    remembered: dict[str, Mapping[str, Fraction]] = field(default_factory=dict)
    """Words already asked about by `kinds`."""

    def may_begin(self, text: str, low: str, kind: str) -> bool:
        """Whether a quantity can begin with a piece at all: nearly every word of a text is turned away here."""
        if kind == "number":
            return True
        if kind == "mark":
            return text in "$€£₽¥₴₸₹₺₩₪₿"
        known = self.beginnings.get(text)
        if known is None:
            make_room(self.beginnings, WORDS)
            known = self.beginnings[text] = self._may_begin(text, low)
        return known

    def _may_begin(self, text: str, low: str) -> bool:
        if (
            low in ("a", "an")
            or text in self.money
            or text.isupper()
            or text[:-1].isupper()
            or not self.kinds(low).keys() <= (_INNER | {"century"} if self.code == "ru" else _INNER)
            or low in self.before
            or (self.code == "ru" and self.unit((low,))[1])
            or (self.glued and low in OPENINGS)
            or self.month(low)
        ):
            return True
        if self.code == "ru" and low.startswith("пол") and self.word(low[3:], "ordinal"):
            return True  # полвторого
        return any(low[:size] in self.prefixes for size in range(3, min(len(low), 13)))

    comma_thousands: bool = True
    """Whether the comma groups thousands (and the point is the decimal sign)."""
    glued: Mapping[str, Fraction] = field(default_factory=dict)
    """Scale signs that stand right after digits: 万, 億, 만."""
    joints: frozenset[str] = frozenset()
    """Words between tens and units, hundreds and tens: y, et, e."""
    of: frozenset[str] = frozenset()
    """Words between a sum and its unit: "5 millions de dollars"."""
    hours: frozenset[str] = frozenset()
    """Words between hours and minutes, or after both: 15 h 30, 15.30 Uhr."""
    elided: tuple[str, ...] = ()
    """What a vowel makes of little words, glued to the next: d'euros."""
    signs: Mapping[str, Fraction] = field(default_factory=dict)
    """What written numbers are made of beside `glued` where no words are set apart, all below 100: 三, 둘, ห้า."""
    counters: frozenset[str] = frozenset()
    """Words that are counted: behind one of them a single sign is a number."""
    before: Mapping[str, str] = field(default_factory=dict)
    """Words for a unit that stand before the number: yüzde, ร้อยละ, 百分之."""
    plain: frozenset[str] = frozenset()
    """Words that look like written numbers, or hold one, and are none: 十分, 오만, สามารถ."""
    link: str = "\0"
    """What joins tens and units in one word: და."""
    borrowed: frozenset[str] = frozenset()
    """Figures that by themselves are other words: 이 is two, and "this"; what the others count takes no scale."""
    closing: int = 10_000
    """The scale from which on a group of figures is closed: 万, 億; ล้าน."""
    shortened: frozenset[str] = frozenset()
    """Scales behind which a last figure counts the next smaller one: 三百五, 一万五."""
    clitics: tuple[str, ...] = ()
    """Little words written together with the numeral behind them: و, ب."""
    joined: frozenset[str] = frozenset()
    """Numerals written with hyphens: quatre-vingt-dix."""
    openings: frozenset[str] = frozenset()
    """What those begin with, up to any of their hyphens: quatre, quatre-vingt."""

    @cached_property
    def money(self) -> frozenset[str]:
        """Symbols that may stand before a sum."""
        return frozenset(symbol for symbol, unit in self.symbols.items() if unit_sizes()[unit].dimension == "money")

    @cached_property
    def scale_signs(self) -> str:
        """`glued` as the alternatives of a pattern, the longest first."""
        return "|".join(sorted(map(re.escape, self.glued), key=len, reverse=True))

    @cached_property
    def written_scales(self) -> Mapping[str, Fraction]:
        """`glued` where signs are; its scales of several words are left out."""
        return {sign: value for sign, value in self.glued.items() if self.signs and not _several(sign, self.glued)}

    @cached_property
    def number_sign(self) -> re.Pattern[str]:
        """One sign of a written number."""
        return re.compile(alternatives((*self.signs, *self.written_scales)))

    @cached_property
    def composed_teens(self) -> bool:
        """Whether eleven is said as ten one: on bir, он бір."""
        adds = {kinds["add"] for kinds in self.words.values() if "add" in kinds}
        return 10 in adds and 11 not in adds

    @cached_property
    def literals(self) -> frozenset[str]:
        """Words that are cut out of a line without blanks."""
        units = {form[0] for forms in self.units.values() for form, _ in forms if len(form) == 1}
        named = {form for form in (*self.words, *units, *self.calendar) if len(form) > 1 and "*" not in form}
        return self.plain | frozenset(self.before) | named

    def word(self, low: str, kind: str) -> Fraction | None:
        """The value of a word as `kind`, or None."""
        return self.kinds(low).get(kind)

    def kinds(self, low: str) -> Mapping[str, Fraction]:
        """Everything that numerals.tsv knows about a word."""
        known = self.remembered.get(low)
        if known is None:
            make_room(self.remembered, WORDS)
            known = self.remembered[low] = self._kinds(low)
        return known

    def _kinds(self, low: str) -> Mapping[str, Fraction]:
        found = self.words.get(low)
        if found is not None:
            return found
        together = compounded(low, self)
        if together is not None:
            return {"add": together}
        for length in range(min(len(low), 14), 2, -1):
            found = self.stems.get(low[:length])
            if found is not None:
                return found
        return {}

    def unit(self, lows: tuple[str, ...]) -> tuple[str, int]:
        """The unit that the words begin with, and how many of them it takes; ("", 0) for none."""
        if not lows:
            return "", 0
        for form, unit in self.units.get(lows[0][:3], ()):
            if len(form) <= len(lows) and all(
                low.startswith(part[:-1]) if part[-1] == "*" and len(part) > 1 else low == part
                for part, low in zip(form, lows, strict=False)
            ):
                return unit, len(form)
        return "", 0

    def month(self, low: str) -> str:
        """The calendar code ("--09", "-W-4", "--23") of a word, or ""."""
        found = self.calendar.get(low)
        if found is not None:
            return found
        return next(
            (
                self.calendar[low[:size] + "*"]
                for size in range(min(len(low), 24), 2, -1)
                if low[:size] + "*" in self.calendar
            ),
            "",
        )


def _several(sign: str, scales: Mapping[str, Fraction]) -> bool:
    return any(other != sign and sign.startswith(other) and sign.removeprefix(other) in scales for other in scales)


@cache
def lexicon(code: str) -> Lexicon:
    """The look-ups of a language, made once."""
    words: dict[str, dict[str, Fraction]] = {}
    stems: dict[str, dict[str, Fraction]] = {}
    prefixes: dict[str, Fraction] = {}
    own = figures(code)
    listed = [(row["kind"], row["value"], row["forms"].split()) for row in data.rows("numerals") if row["lang"] == code]
    for kind, value, forms in (*listed, *(one for one in own if one.kind not in _OTHERS)):
        for form in forms:
            if kind == "prefix":
                prefixes[form] = Fraction(value)
            elif form.endswith("*"):
                stems.setdefault(form[:-1], {})[kind] = Fraction(value)
            elif form.endswith("~"):
                for ending in _ADJECTIVE:
                    words.setdefault(form[:-1] + ending, {})[kind] = Fraction(value)
            else:
                words.setdefault(form, {})[kind] = Fraction(value)
    calendar = dict(calendar_names(code))
    calendar |= {form: row["code"] for row in data.rows("calendar") for form in row.get(code, "").split()}
    calendar |= {form: one.value for one in own if one.kind == "calendar" for form in one.forms}
    units, symbols, compounds = _units(code, own)
    joined = frozenset(form for form in words if "-" in form)
    return Lexicon(
        code,
        words,
        stems,
        units,
        symbols,
        calendar,
        prefixes,
        compounds,
        comma_thousands=conventions(Profile(code, code)).decimal == ".",
        glued={form: Fraction(one.value) for one in own if one.kind == "glued" for form in one.forms},
        of=_OF.get(code, NOTHING) | frozenset(form for one in own if one.kind == "of" for form in one.forms),
        hours=frozenset(form for one in own if one.kind == "hours" for form in one.forms),
        elided=tuple(form for one in own if one.kind == "elided" for form in one.forms),
        joints=_JOINTS.get(code, NOTHING) | frozenset(form for one in own if one.kind == "joint" for form in one.forms),
        signs={form: Fraction(one.value) for one in own if one.kind == "sign" for form in one.forms},
        counters=frozenset(form for one in own if one.kind == "counter" for form in one.forms),
        before={form: one.value for one in own if one.kind == "first" for form in one.forms},
        plain=frozenset(form for one in own if one.kind == "plain" for form in one.forms),
        link=next((form for one in own if one.kind == "link" for form in one.forms), "\0"),
        borrowed=frozenset(form for one in own if one.kind == "borrowed" for form in one.forms),
        closing=next((int(one.value) for one in own if one.kind == "closing"), 10_000),
        shortened=frozenset(form for one in own if one.kind == "shortened" for form in one.forms),
        clitics=tuple(form for one in own if one.kind == "clitic" for form in one.forms),
        joined=joined,
        openings=frozenset(form[: dash.start()] for form in joined for dash in re.finditer("-", form)),
    )


def _units(
    code: str, own: Sequence[Figures]
) -> tuple[dict[str, tuple[tuple[tuple[str, ...], str], ...]], dict[str, str], tuple[tuple[str, str], ...]]:
    units: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    symbols: dict[str, str] = {}
    compounds: list[tuple[str, str]] = []
    said = {one.value: " ".join(one.forms) for one in own if one.kind == "unit"}
    for row in data.rows("units"):
        for form in f"{row.get(code, '')} {said.get(row['unit'], '')}".lower().split():
            parts = tuple(form.split("_"))
            units.setdefault(parts[0].rstrip("*")[:3], []).append((parts, row["unit"]))
        symbols.update((symbol, row["unit"]) for symbol in row["symbols"].split())
        if code == "ru":
            compounds.extend((stem, row["unit"]) for stem in row["compound"].split())
    ordered = {
        first: tuple(sorted(forms, key=lambda form: (-len(form[0]), -len(form[0][0]))))
        for first, forms in units.items()
    }
    return ordered, symbols, tuple(sorted(compounds, key=lambda pair: -len(pair[0])))


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's dimension and its size in the base unit of that dimension (1 for currencies)."""

    dimension: str
    factor: Fraction


@cache
def unit_sizes() -> dict[str, Unit]:
    """Every unit of units.tsv by its symbol."""
    return {row["unit"]: Unit(row["dimension"], Fraction(row["factor"] or "1")) for row in data.rows("units")}
