"""Foreign names that came through the Russian spelling: beginnings and endings that give them away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from checker.data import rows
from checker.detectors._transliteration import folded, transliterates

# Endings of names formed in Russian and its neighbours: they keep the transliteration.
_HOME = tuple("ов ова ев ева ёв ёва ин ина ын ына ский ская цкий цкая ко чук щук юк".split())  # noqa: SIM905
_HOME_TOO = tuple("вич нян рян тян лян сян янц швили дзе иани ая заде зода оглы кызы баев бек хан".split())  # noqa: SIM905
_LAND_TOO = tuple(
    "стье лесье бережье порожье городье полье полья горье борье морье озерье озёрье дворье донье речье".split()  # noqa: SIM905
)


_NEVER = ("уэ", "уи", "уо", "уай", "хью", "макк", "макг", "макф", "фицдж", "джеймс", "джонс")
"""Beginnings that no name formed in Russia has, whatever its ending: Уэйклин."""
_LAND = ("при", "за", "под", "между")
"""What a stretch of land in -ье begins with: Приангарье, Забайкалье."""
_LAND_LETTERS = 8


def stretch(lemma: str) -> bool:
    """Whether a word is a stretch of land by its form, which English may call by its region: Приангарье.

    From so many letters on no surname ends so.
    """
    return lemma.endswith(("ье", "ья")) and len(lemma) >= _LAND_LETTERS


_OWN = re.compile(r"[wq]|cz|rz(?!h)|(?<!t)sz(?!h)")
"""Letters that no standard of Russian writes: Michalczewski, Orzeszkowa."""


def spelt_at_home(latin: str) -> bool:
    """Whether the letters of a name are those of a language of its own."""
    return _OWN.search(folded(latin)) is not None


@dataclass(frozen=True, slots=True)
class Sign:
    """A beginning or ending of the Russian spelling, and what stands there in each alphabet."""

    russian: str
    latin: str
    original: str
    reason: str
    begins: bool

    def respelt(self, latin: str) -> str:
        """The Latin word with the likely original spelling at that place."""
        size = len(self.latin)
        if self.begins:
            return self.original + latin[size:]
        return latin[: len(latin) - size] + self.original


@cache
def _signs() -> tuple[Sign, ...]:
    """The longest first: -ржак before -жак."""
    signs = (
        Sign(
            row["cyrillic"].strip("-"), latin.strip("-"), row["original"], row["reason"], row["cyrillic"].endswith("-")
        )
        for row in rows("foreign_patterns")
        for latin in row["latin"].split()
    )
    return tuple(sorted(signs, key=lambda sign: -len(sign.russian)))


def home_grown(name: str) -> bool:
    """Whether a surname is formed as in Russia and its neighbours."""
    low = name.lower()
    if low.endswith("ье") and len(low) >= _LAND_LETTERS and low.startswith(_LAND):
        return True
    # Armenian names end in -ян; so do short Chinese ones.
    return low.endswith(_HOME + _HOME_TOO + _LAND_TOO) or (low.endswith("ян") and len(low) > 5)


def foreign_sign(name: str, latin: str) -> Sign | None:
    """The sign that `latin` is the Russian spelling, letter by letter, of a name written otherwise at home."""
    low, written = name.lower(), folded(latin)
    if (home_grown(low) and not low.startswith(_NEVER)) or not transliterates(name, latin):
        return None
    for sign in _signs():
        ends = (low.startswith, written.startswith) if sign.begins else (low.endswith, written.endswith)
        if ends[0](sign.russian) and ends[1](sign.latin) and len(low) >= len(sign.russian) + (0 if sign.begins else 2):
            return sign
    return None
