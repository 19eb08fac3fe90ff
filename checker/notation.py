"""How a language writes figures, quotations and marks, and what its figures are worth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, date, sum or share as written, by value.

    A plain number has ``low == high``; a range ("20-30", "1990s") has its ends. `scale` is what the
    text claims: "one and a half million" and "1.5 m" are both 1,500,000.
    """

    start: int
    stop: int
    text: str
    low: Fraction
    high: Fraction
    kind: str
    """"number", "percent", "money", "year", "date", "time", "ordinal", "century", "fraction", "factor"."""
    unit: str = ""
    """Currency (ISO 4217) or unit (SI symbol) where one is written; a month as "--MM", a date as ISO 8601.

    Days of a month are an interval ("--05-03/--05-05"), a weekday is "-W-4", a season month 21-24; "decade" stands
    beside a year, "h24" or (half of the day unsaid) "h12" beside a time in minutes since midnight.
    """
    rounded: bool = False
    """Whether the text calls it approximate."""

    @property
    def indefinite(self) -> bool:
        """Whether it is no more than an order of magnitude: сотни, tens of thousands."""
        return self.rounded and 0 < 10 * self.low == self.high


@dataclass(frozen=True, slots=True, eq=False)
class Ear:
    """How a script without capitals writes the names of others, by ear: what a language's file says in its EAR block.

    Sounds are the classes K, L, N, P, S, T of consonants that are hard to tell apart; "-" is none.
    """

    script: str
    """Characters of its words, as the inside of a character class."""
    sounds: tuple[tuple[str, str], ...]
    """A piece of a word and its sounds: "SK" is S for some writers and K for others.

    Korean letters stand for syllables with them, "-" before one that closes a syllable, "^" before one that
    opens a word; Chinese signs are read."""
    before: tuple[str, ...]
    """Articles and the like that are written in one with a word, the longest first."""
    behind: tuple[str, ...]
    """Case endings and the like."""
    never: tuple[str, ...]
    """Endings of words that are no names."""
    final: tuple[str, ...]
    """Letters that only end a word: one with such a letter inside is two run together."""
    marks: tuple[str, ...]
    """A foreign name has one of these; () where any rare word may be one."""
    shortest: int
    """Signs of the shortest word that is taken for a name."""
    rare: float
    """Zipf frequency below which a word is taken for a name."""
    least: int
    """Consonants of a Latin name that is missed where nothing sounds like it."""
    surnames: frozenset[str]
    """Syllables that names of its own people begin with, where given names are one or two syllables more."""
    titles: tuple[str, ...]
    """Words that stand beside such a name: "president", "said"."""
    signs: frozenset[str]
    """Signs that foreign names are written with, where a word is a stretch of signs; empty elsewhere."""


@dataclass(frozen=True, slots=True)
class Conventions:
    """How a language writes figures, quotations and marks, and what is known of its number words."""

    decimal: str = "."
    group: str = ","
    """Between thousands; " " for any blank."""
    quotes: tuple[str, ...] = ()
    """Pairs of quotation marks ("„“"), the usual one first, then others in use; () where nothing is known."""
    spaced: str = ""
    """Marks that a blank stands before: "?!;:" in French."""
    doubled: frozenset[str] = frozenset()
    """Words that stand twice in a row by the rules of grammar: the German relative and article "die die"."""
    alien: frozenset[str] = frozenset()
    """Letters that neighbours with the same script have and the language has not: ы in Ukrainian."""
    right_to_left: bool = False
    numerals: bool = False
    """Whether number words are known: twenty, двадцать."""
    scales: bool = False
    """Whether words after figures are: 5 million, 5 млн."""
    ear: Ear | None = None
    """How names are known by their sound; None where letters tell, and where nothing is known."""
    script: str = ""
    """The usual script (ISO 15924: Latn, Cyrl, Thai); "" for a language that CLDR does not describe."""
