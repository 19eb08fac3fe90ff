"""Cyrillic names in Latin letters: what the standards write, and whether a Latin word can be that name.

Two readings of one table (data/transliterations.tsv). By its `standard` rows a Latin word is a plain
transliteration of the Russian spelling (BGN/PCGN, ISO 9, GOST 7.79, ICAO passports, scholarly, press).
By its `foreign` rows it may be the Latin original that Russian once transcribed: Уэйнрайт is Wainwright.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker.bounds import WORDS
from checker.data import rows

if TYPE_CHECKING:
    from collections.abc import Mapping


STANDARDS = ("press", "bgn", "icao", "iso9", "gost", "scholarly")
# Transcription blurs: a foreign correspondence costs a little, so that many of them in a short word do not fit.
_FOREIGN_COST = 0.15
_LONGEST = 40
"""Letters beyond which a word is no name; the table of a comparison grows with the square."""
_INFINITE = float("inf")
_LONGEST_CHUNK = 5
"""Letters of a name that are written together at most."""
_Step = tuple[int, str, float]
_VOWELS = frozenset("aeiouy")
_CYRILLIC_VOWELS = frozenset("аеёиоуыэюяіїє")
_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "þ": "th", "ð": "d", "ı": "i", "ə": "a"}
    | dict.fromkeys('’ʹʼ′`´ʺ″“”"', "'")
    | dict.fromkeys("-‐‑ .", None)
)


@lru_cache(WORDS)
def folded(word: str) -> str:
    """Lower case without accents, hyphens and blanks: the form in which Latin words are compared."""
    plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
    return plain.translate(_LETTERS)


@lru_cache(WORDS)
def _cyrillic(word: str) -> str:
    return word.lower().replace("-", "").replace("\u0301", "")


@cache
def _steps() -> dict[str, tuple[tuple[str, float], ...]]:
    """For every Cyrillic chunk its Latin counterparts with what each costs."""
    table: dict[str, dict[str, float]] = {}
    for row in rows("transliterations"):
        cost = 0.0 if row["kind"] == "standard" else _FOREIGN_COST
        chunk = table.setdefault(row["cyrillic"], {})
        for latin in row["latin"].split():
            written = "" if latin == "-" else folded(latin)
            chunk[written] = min(chunk.get(written, cost), cost)
    return {chunk: tuple(sorted(latins.items())) for chunk, latins in table.items()}


@cache
def _strict_steps() -> dict[str, tuple[tuple[str, float], ...]]:
    plain = {chunk: tuple(step for step in steps if step[1] == 0) for chunk, steps in _steps().items()}
    return {chunk: steps for chunk, steps in plain.items() if steps}


@lru_cache(WORDS)
def _cost(name: str, latin: str, strict: bool, limit: float) -> float:
    """Least cost of writing `name` as `latin`; anything over `limit` counts as infinite.

    A dynamic programme over the places of both words, kept small by the limit.
    """
    written = _written(name, strict)
    if written.least(name, latin) > limit + 1e-9:
        return _INFINITE
    best: list[dict[int, float]] = [{0: 0.0}, *({} for _ in name)]
    added = [_added(latin, j) for j in range(len(latin))]
    for i, steps in enumerate(written.steps):
        here = best[i]
        if not here:
            continue
        silent = steps.get("", ())
        below = best[i + 1] if i < len(name) else {}
        vowel = i < len(name) and name[i] in _CYRILLIC_VOWELS
        for j in range(min(here), len(latin) + 1):
            cost = here.get(j)
            if cost is None:
                continue
            for size, _, price in silent:
                _reach(best[i + size], j, cost + price, limit)
            # A slip of one letter: one too many in Latin, one too few, another.
            if j < len(latin):
                for size, letters, price in steps.get(latin[j], ()):
                    if latin.startswith(letters, j):
                        _reach(best[i + size], j + len(letters), cost + price, limit)
                _reach(here, j + 1, cost + added[j], limit)
                if i < len(name):
                    _reach(below, j + 1, cost + (0.5 if vowel and latin[j] in _VOWELS else 1.0), limit)
            if i < len(name):
                _reach(below, j, cost + (0.7 if vowel else 1.0), limit)
    return best[len(name)].get(len(latin), _INFINITE)


def _added(latin: str, place: int) -> float:
    """The price of a Latin letter that stands for nothing."""
    letter = latin[place]
    return 0.3 if place and letter == latin[place - 1] else 0.7 if letter in _VOWELS or letter == "h" else 1.0


def _reach(row: dict[int, float], place: int, cost: float, limit: float) -> None:
    if cost <= limit and cost < row.get(place, _INFINITE):
        row[place] = cost


@dataclass(frozen=True, slots=True)
class _Written:
    """What the letters of a name may be written as."""

    steps: tuple[Mapping[str, tuple[_Step, ...]], ...]
    """From each place, by the first Latin letter or "" for none: letters of the name, Latin letters, price."""
    letters: frozenset[str]
    """All Latin letters of the steps."""
    over: tuple[tuple[str, ...], ...]
    """For each letter of the name what the steps that go over it write; () for one that may stand for nothing."""

    def least(self, name: str, latin: str) -> float:
        """A cost that every way of writing the name so has: letters of either word that only a slip can explain."""
        theirs = sum(
            min(_added(latin, j), 0.5 if letter in _VOWELS else 1.0)
            for j, letter in enumerate(latin)
            if letter not in self.letters
        )
        ours = sum(
            0.5 if letter in _CYRILLIC_VOWELS else 1.0
            for letter, written in zip(name, self.over, strict=True)
            if written and not any(form in latin for form in written)
        )
        return max(theirs, ours)


@lru_cache(WORDS)
def _written(name: str, strict: bool) -> _Written:
    known = _strict_steps() if strict else _steps()
    steps: list[dict[str, tuple[_Step, ...]]] = [{} for _ in range(len(name) + 1)]
    over: list[set[str]] = [set() for _ in name]
    for i in range(len(name)):
        for size in range(1, min(_LONGEST_CHUNK, len(name) - i) + 1):
            for letters, price in known.get(name[i : i + size], ()):
                steps[i][letters[:1]] = (*steps[i].get(letters[:1], ()), (size, letters, price))
                for place in range(i, i + size):
                    over[place].add(letters)
    needed = tuple(() if "" in forms else tuple(sorted(forms)) for forms in over)
    return _Written(tuple(steps), frozenset(letter for forms in over for form in forms for letter in form), needed)


def misfit(name: str, latin: str, *, strict: bool = False, limit: float = 0.4) -> float:
    """How badly `latin` fits the Cyrillic `name`: 0 fits exactly, 1 (or inf over `limit`) not at all.

    The least number of slips by a letter, as a share of the longer word's letters.
    """
    ours, theirs = _cyrillic(name), folded(latin)
    if max(len(ours), len(theirs)) > _LONGEST:
        return float("inf")
    size = max(len(ours), len(theirs), 1)
    return _cost(ours, theirs, strict, limit * size) / size


def transliterates(name: str, latin: str) -> bool:
    """Whether `latin` is `name` letter by letter, in any usual standard."""
    ours, theirs = _cyrillic(name), folded(latin)
    # Most words of a sentence are told apart by their first letter.
    return _may_open(ours[:1], theirs[:1]) and misfit(name, latin, strict=True, limit=0.0) == 0


@lru_cache(WORDS)
def _may_open(ours: str, theirs: str) -> bool:
    """Whether a name that begins with one letter may be written as a word that begins with the other."""
    opening = [letters for chunk, steps in _strict_steps().items() if chunk[:1] == ours for letters, _ in steps]
    return not ours or any(not letters or letters[0] == theirs for letters in opening)


@cache
def _letters(standard: str) -> dict[str, str]:
    return {row["letter"]: row[standard] for row in rows("romanisation")}


def romanised(name: str, standard: str = "press") -> str:
    """A Cyrillic name as one of `STANDARDS` writes it, capitals kept: Щербаков -> Shcherbakov."""
    letters = _letters(standard)
    low = name.lower()
    written = []
    place = 0
    while place < len(low):
        pair = low[place : place + 2]
        last = place + 2 >= len(low) or not low[place + 2].isalpha()
        size, latin = (2, letters[pair + "$"]) if last and pair + "$" in letters else (1, _letter(low, place, letters))
        capital = name[place].isupper()
        written.append(_raised(latin, capital, name[place : place + 2].isupper()))
        place += size
    return "".join(written)


def _letter(low: str, place: int, letters: dict[str, str]) -> str:
    letter = low[place]
    before = low[place - 1] if place else ""
    open_place = not before.isalpha() or before in _CYRILLIC_VOWELS or before in "йъь"
    if open_place and letter + "^" in letters:
        return letters[letter + "^"]
    return letters.get(letter, letter)


def _raised(latin: str, capital: bool, shouted: bool) -> str:
    if not capital:
        return latin
    return latin.upper() if shouted else latin[:1].upper() + latin[1:]


def forms(name: str) -> tuple[str, ...]:
    """A name in every standard, the press's first, each form once."""
    return tuple(dict.fromkeys(romanised(name, standard) for standard in STANDARDS))
