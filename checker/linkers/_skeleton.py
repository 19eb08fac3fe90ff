"""Names across scripts: what is left of a word when the ways of writing a sound are folded together.

Russian writes by sound what Latin writes by tradition (Уэйнрайт, Wainwright), and the other way round by half a
dozen standards (Юрий: Yury, Iurii, Jurij). Both sides are folded to one coarse alphabet and compared letter by
letter; it decides which word a name stands for, not whether it is spelt well.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

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
_VOWELS = re.compile(r"[aeiou]")
_CYRILLIC_LETTER = re.compile(r"[\u0400-\u04ff]")


@lru_cache(maxsize=8192)
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


@lru_cache(maxsize=65536)
def likeness(one: str, other: str) -> float:
    """How alike two words sound, 0-1; consonants count twice, for vowels are written in more ways."""
    left, right = skeleton(one), skeleton(other)
    if len(left) < 2 or len(right) < 2:
        return float(one.lower() == other.lower())
    whole = fuzz.ratio(left, right)
    if whole < 50:
        return 0.0
    consonants = fuzz.ratio(_VOWELS.sub("", left), _VOWELS.sub("", right))
    return (whole + consonants) / 200
