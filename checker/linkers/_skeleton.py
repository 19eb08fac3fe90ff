"""Names across scripts: what is left of a word when the ways of writing a sound are folded together.

Russian writes by sound what Latin writes by tradition (Уэйнрайт, Wainwright), and the other way round by half a
dozen standards (Юрий: Yury, Iurii, Jurij). Both sides are folded to one coarse alphabet and compared letter by
letter; it decides which word a name stands for, not whether it is spelt well.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.process import cdist

from checker.bounds import WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_CYRILLIC = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфхцэыіїєґ", "abvgdeziiklmnoprstufgceiiieg", strict=True)),
        **{"ё": "e", "ж": "z", "ч": "c", "ш": "s", "щ": "s", "ъ": "", "ь": "", "ю": "u", "я": "a", "ў": "v"},
    }
)
_LATIN = tuple(
    (re.compile(pattern), folded)
    for pattern, folded in (
        (r"['’`ʹʼ]s$|[^a-z]", ""),
        (r"shch|sch|sh", "s"),
        (r"tch|tsch|ch|ts|tz|cz", "C"),
        (r"zh|dzh|dj", "z"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"[kg]h", "g"),
        (r"ck|q", "k"),
        (r"x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"C", "c"),
        (r"w", "v"),
        (r"h", "g"),
        (r"[jy]", "i"),
        (r"i(?=[aeou])", ""),
        (r"(?<=.{3})e$", ""),
        (r"(.)\1", r"\1"),
    )
)
_OWN_LETTERS = str.maketrans(
    {"ø": "o", "æ": "e", "œ": "e", "ß": "ss", "ł": "l", "đ": "d", "ı": "i", "ð": "d", "þ": "t"}
)
_UNLIKE = 50
"""Of 100: below it the vowels are no matter of tradition, the words are two."""
_VOWELS = re.compile(r"[aeiou]")
_CYRILLIC_LETTER = re.compile(r"[\u0400-\u04ff]")


@lru_cache(WORDS)
def skeleton(word: str) -> str:
    """The folded form of a Cyrillic or Latin word; "" for other scripts."""
    lower = word.lower()
    if _CYRILLIC_LETTER.search(lower):
        # дж is one sound, which Latin writes with one letter: Джонс, Jones.
        folded = lower.replace("дж", "й").translate(_CYRILLIC)
        folded = re.sub(r"[^a-z]", "", folded)
        return re.sub(r"(.)\1", r"\1", re.sub(r"i(?=[aeou])", "", folded))
    plain = unicodedata.normalize("NFD", lower.translate(_OWN_LETTERS))
    folded = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for pattern, replacement in _LATIN:
        folded = pattern.sub(replacement, folded)
    return folded


@lru_cache(WORDS)
def _consonants(folded: str) -> str:
    return _VOWELS.sub("", folded)


def likenesses(left: Sequence[str], right: Sequence[str]) -> NDArray[np.float64]:
    """How alike words sound, 0-1, shape (left, right); consonants count twice, for vowels are written in more ways."""
    ours, theirs = [skeleton(word) for word in left], [skeleton(word) for word in right]
    whole = cdist(ours, theirs, scorer=fuzz.ratio, dtype=np.float64)
    bones = [[_consonants(word) for word in side] for side in (ours, theirs)]
    alike = np.where(whole < _UNLIKE, 0, (whole + cdist(*bones, scorer=fuzz.ratio, dtype=np.float64)) / 200)
    # Of a short word, or one in another script, too little is left to compare.
    bare = [np.array([len(word) < 2 for word in side], bool) for side in (ours, theirs)]
    made: NDArray[np.float64] = np.where(np.logical_or.outer(*bare), sameness(left, right), alike)
    return made


def sameness(left: Sequence[str], right: Sequence[str]) -> NDArray[np.bool_]:
    """Which words are written alike but for capitals, shape (left, right)."""
    numbers: dict[str, int] = {}
    ours, theirs = (
        np.array([numbers.setdefault(word.lower(), len(numbers)) for word in side], np.int64) for side in (left, right)
    )
    made: NDArray[np.bool_] = np.equal.outer(ours, theirs)
    return made
