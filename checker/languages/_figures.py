"""The figures of a language's file: numerals, units and calendar words, one kind and value a line.

endings: ий а е          what "~" stands for at the end of a form
add 3: три трьох         kinds and values as in data/numerals.tsv
unit min: хвилин*        units as in data/units.tsv
calendar --09: вересн*   codes as in data/calendar.tsv
glued 10000: 万 萬        scale signs of a language that sets no words apart
joint and: і й           what joins tens and units: "treinta y cinco"
link: და                 the same inside a word: ორმოც-და-ხუთი
clitic: و ب              little words written together with a numeral behind them
first %: yüzde           a unit that stands before its number
sign 3: 三 叁             what written numbers are made of where no words are set apart, below 100
counter: 人 个            words that are counted: behind one a single sign is a number
plain: 十分 三菱           words that hold such signs and are no numbers
borrowed: 일 이           signs of another origin, which by themselves are other words
closing 10000: 万         the scale from which on a group of figures is closed
shortened: 百 千          scales behind which a last figure counts the next smaller one: 三百五
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from checker import plugins


class Figures(NamedTuple):
    """One line of the block."""

    kind: str
    value: str
    forms: tuple[str, ...]


@cache
def figures(code: str) -> tuple[Figures, ...]:
    """What the file of a language says; () for one without a file."""
    if code not in plugins.names("languages"):
        return ()
    profile = getattr(plugins.load("languages", code, None), "profile", None)
    return tuple(parse(profile.figures)) if profile else ()


def parse(block: str) -> list[Figures]:
    """The lines of a block; "~" written out."""
    found = []
    endings: tuple[str, ...] = ("",)
    for line in block.strip().split("\n"):
        head, _, tail = line.partition(":")
        kind, _, value = head.strip().partition(" ")
        forms = tail.split()
        if kind == "endings":
            endings = tuple(forms)
        elif kind:
            written = [form[:-1] + end for form in forms if form[-1] == "~" for end in endings]
            found.append(Figures(kind, value, (*(form for form in forms if form[-1] != "~"), *written)))
    return found
