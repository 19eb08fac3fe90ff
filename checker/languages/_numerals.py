"""What a language calls its numbers, units, months and seasons: the tables of ``data/`` as look-ups.

A form may be a whole word, the beginning of one ("процент*"), or, for units, several words joined by ``_``.
Words come in lower case with ё written as е.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from checker import data
from checker.languages._profile import words as _listed

_ADJECTIVE = _listed("ый ой ий ая ое ее ые ие ого его ему ому ую юю ым им ом ем ых их ыми ими")
_MEMORY = 200_000  # words remembered; a worker that runs for days does not grow
_COMMA_THOUSANDS = frozenset({"en", "zh", "ja", "ko", "th", "he", "ar", "hi"})


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

    beginnings: dict[str, bool]
    """Words already asked about by `may_begin`."""

    def may_begin(self, text: str, low: str, kind: str) -> bool:
        """Whether a quantity can begin with a piece at all: nearly every word of a text is turned away here."""
        if kind == "number":
            return True
        if kind == "mark":
            return text in "$€£₽¥₴₸₹₺₩₪₿"
        known = self.beginnings.get(text)
        if known is None:
            if len(self.beginnings) > _MEMORY:
                self.beginnings.clear()
            known = self.beginnings[text] = self._may_begin(text, low)
        return known

    def _may_begin(self, text: str, low: str) -> bool:
        if low in ("a", "an") or text in self.symbols or text.isupper() or self.kinds(low) or self.month(low):
            return True
        if self.code == "ru" and low.startswith("пол") and self.word(low[3:], "ordinal"):
            return True  # полвторого
        return any(low[:size] in self.prefixes for size in range(3, min(len(low), 13)))

    @property
    def comma_thousands(self) -> bool:
        """Whether the comma groups thousands (and the point is the decimal sign)."""
        return self.code in _COMMA_THOUSANDS

    def word(self, low: str, kind: str) -> Fraction | None:
        """The value of a word as `kind`, or None."""
        return self.kinds(low).get(kind)

    def kinds(self, low: str) -> dict[str, Fraction]:
        """Everything that numerals.tsv knows about a word."""
        found = self.words.get(low)
        if found is not None:
            return found
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


@cache
def lexicon(code: str) -> Lexicon:
    """The look-ups of a language, made once."""
    words: dict[str, dict[str, Fraction]] = {}
    stems: dict[str, dict[str, Fraction]] = {}
    prefixes: dict[str, Fraction] = {}
    for row in data.rows("numerals"):
        if row["lang"] != code:
            continue
        value = Fraction(row["value"])
        for form in row["forms"].split():
            if row["kind"] == "prefix":
                prefixes[form] = value
            elif form.endswith("*"):
                stems.setdefault(form[:-1], {})[row["kind"]] = value
            elif form.endswith("~"):
                for ending in _ADJECTIVE:
                    words.setdefault(form[:-1] + ending, {})[row["kind"]] = value
            else:
                words.setdefault(form, {})[row["kind"]] = value
    calendar = {form: row["code"] for row in data.rows("calendar") for form in row.get(code, "").split()}
    units, symbols, compounds = _units(code)
    return Lexicon(code, words, stems, units, symbols, calendar, prefixes, compounds, {})


def _units(
    code: str,
) -> tuple[dict[str, tuple[tuple[tuple[str, ...], str], ...]], dict[str, str], tuple[tuple[str, str], ...]]:
    units: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    symbols: dict[str, str] = {}
    compounds: list[tuple[str, str]] = []
    for row in data.rows("units"):
        for form in row.get(code, "").lower().split():
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
