"""What is read from pieces: the text beside its look-ups, and how many of something."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.languages._numerals import Lexicon
    from checker.languages._quantity_pieces import Piece

HYPHENS = frozenset("-–—‑−")


@dataclass(frozen=True, slots=True)
class Magnitude:
    """A value and how it was written; `stop` is the index of the piece after it."""

    low: Fraction
    high: Fraction
    stop: int
    kind: str = "number"
    digits: bool = False
    scale: Fraction = Fraction(1)
    """What a scale word multiplied it with."""
    rounded: bool = False

    @property
    def bare(self) -> bool:
        """Whether it is a plain number without a scale word."""
        return self.kind == "number" and self.scale == 1 and self.low == self.high


@dataclass(frozen=True)
class Text:
    """The pieces of a text beside the look-ups of its language."""

    pieces: tuple[Piece, ...]
    lexicon: Lexicon
    read: dict[int, Magnitude | None] = field(default_factory=dict)
    """Magnitudes already read, by their first piece: several readers ask for the same one."""

    def low(self, index: int) -> str:
        """The piece in lower case, "" past either end."""
        return self.pieces[index].low if 0 <= index < len(self.pieces) else ""

    def is_a(self, index: int, kind: str) -> Fraction | None:
        """The value of the piece as a word of that kind."""
        return self.lexicon.kinds(self.pieces[index].low).get(kind) if 0 <= index < len(self.pieces) else None

    def glued(self, index: int) -> bool:
        """Whether a piece exists and follows without a space."""
        return 0 <= index < len(self.pieces) and self.pieces[index].glued

    def number(self, index: int) -> Fraction | None:
        """The value of a digit string, or None."""
        return self.pieces[index].value if 0 <= index < len(self.pieces) else None


_LATE = 540
"""Minutes into a half of the day, nine o'clock: from there night is before midnight and day before noon."""
_NIGHT_AND_DAY = frozenset({"ночи", "ночі", "ночы", "дня"})


def in_half(minutes: Fraction, half: Fraction, word: str) -> Fraction:
    """Minutes since midnight of a time beside the word for its part of the day, which begins `half` minutes in.

    Одиннадцать ночи is 11 p.m. and час ночи 1 a.m.; одиннадцать дня is 11 a.m. and час дня 1 p.m.
    """
    past = minutes % 720
    return past + (720 - half if past >= _LATE and word in _NIGHT_AND_DAY else half)
