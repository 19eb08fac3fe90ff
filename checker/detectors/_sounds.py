"""Names between an alphabet and a script that writes them by ear: katakana, Arabic and Georgian letters.

A word is reduced to the classes of its consonants (K, L, N, P, S, T): カバノー, كافانو and Kavanaugh are all KPN.
Vowels, h, w and y are left out, and what is hard to tell by ear is one class. So two words that do not sound alike here
are sure to be two names; two that do may still be. The letters are those of the usual standards (Hepburn, the
Georgian national system).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from checker.detectors._transliteration import folded

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model import Token

_SCRIPTS = {
    "kana": re.compile(r"[\u30a1-\u30fa\u30fc-\u30ff]+\Z"),
    "arabic": re.compile(r"[\u0620-\u064a\u066e-\u06d3]+\Z"),
    "georgian": re.compile(r"[\u10d0-\u10fa]+\Z"),
}
_KANA = {
    "K": "カキクケコガギグゲゴ", "S": "サシスセソザジズゼゾチツヂヅ", "T": "タテトダデド",
    "N": "ナニヌネノマミムメモン", "P": "バビブベボパピプペポフヴ", "L": "ラリルレロ",
}  # fmt: skip
_ARABIC = {"K": "غقكخگك", "S": "زسشصجچژ", "T": "تثدذضطظ", "N": "من", "P": "بفپڤ", "L": "رل"}
_GEORGIAN = {"K": "გკქღყხ", "S": "ზჟსშჩცძწჭჯ", "T": "დთტ", "N": "მნ", "P": "ბვპფ", "L": "ლრ"}
_LATIN = {"K": "kgqc", "S": "sz", "T": "td", "N": "nm", "P": "pbfv", "L": "lr"}
_SPELT = (
    (re.compile(r"gh|^k(?=n)|h|w|y"), ""), (re.compile(r"x"), "ks"), (re.compile(r"c(?=[ei])|j|dg(?=[ei])"), "s"),
)  # fmt: skip
_DIGRAPHS = ((re.compile(r"ph"), "f"), (re.compile(r"t?sch|t?ch|sh|cz|ts|tz|zh|dzh|dz"), "s"), (re.compile(r"kh"), "k"))
_ENDINGS = {
    "arabic": re.compile(r"\A(?:[وفبلك]?ال|[وف](?=...))(?=...)"),
    "georgian": re.compile(r"(?<=...)(?:თვის|სთან|თან|დან|მდე|ისა|მა|ის|ით|ზე|ში|ს|მ)\Z"),
}
_FAMILY = re.compile(r"(?:შვილ|ძე)")
"""Georgian has no capitals and no list of its words here: what is sure to be a name ends like a family's."""
_OF_SOMEBODY = re.compile(r"(?:ها|هم|هما|كم|نا)\Z")
"""Endings of "their" and "our" in Arabic, which no name has."""
_SHORTEST = {"kana": 4, "arabic": 4, "georgian": 5}
_RARE = {"kana": 2.5, "arabic": 2.0, "georgian": 8.0}
_CLASSES = 3
"""Consonants of a word that says anything by its sound."""
_LONG = 6
"""Consonants from which two may be heard otherwise."""


@lru_cache(maxsize=16_384)
def script(word: str) -> str:
    """ "kana", "arabic" or "georgian"; "" for any other word."""
    return next((name for name, pattern in _SCRIPTS.items() if pattern.match(word)), "")


def is_name(token: Token, frequency: Callable[[str], float]) -> bool:
    """Whether a word of a script without capitals is taken for a name: a rare one, and by its form."""
    kind = script(token.text)
    bare = _ENDINGS[kind].sub("", token.text) if kind in _ENDINGS else token.text
    if (
        not kind
        or _OF_SOMEBODY.search(bare)
        or len(bare) < _SHORTEST[kind]
        or max(frequency(token.text), frequency(bare)) >= _RARE[kind]
    ):
        return False
    return (kind != "georgian" or _FAMILY.search(bare) is not None) and len(_heard(token.text)[0]) >= _CLASSES


@lru_cache(maxsize=16_384)
def alike(heard: str, latin: str) -> bool:
    """Whether a Latin word may be the name that a word of another script writes by ear."""
    return any(_close(one, two) for one in _heard(heard) for two in _spelt(latin))


@lru_cache(maxsize=16_384)
def kin(one: str, two: str) -> bool:
    """Whether two Latin words may be one name in the spelling of two languages: Pjongjang and Pyongyang."""
    return any(
        min(len(left), len(right)) >= _CLASSES and _close(left, right) for left in _spelt(one) for right in _spelt(two)
    )


def _close(one: str, two: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    if len(two) >= _CLASSES and two in one:
        return True  # a part of a compound: ウエストバージニア
    most = max(len(one), len(two))
    return Levenshtein.distance(one, two) <= (0 if most < _CLASSES + 1 else 1 if most < _LONG else 2)


def telling(word: str) -> bool:
    """Whether a word has consonants enough to be told from others by ear."""
    forms = _heard(word) if script(word) else _spelt(word)
    return min(len(form) for form in forms) >= _CLASSES


@lru_cache(maxsize=16_384)
def _heard(word: str) -> tuple[str, ...]:
    """The consonant classes of a word, and those of it without its case ending or article."""
    kind = script(word)
    bare = _ENDINGS[kind].sub("", word) if kind in _ENDINGS else word
    forms = [bare, word]
    if kind == "arabic":
        forms = [form.replace("تش", "ش") for form in forms]
        forms += [form.replace("ج", "غ") for form in forms]  # Egypt says g for it
    return tuple(dict.fromkeys(_classes(form, kind) for form in forms))


def _classes(word: str, kind: str) -> str:
    table = _table(kind)
    return _squeezed("".join(table.get(sign, "") for sign in word))


@cache
def _table(kind: str) -> dict[str, str]:
    listed = {"kana": _KANA, "arabic": _ARABIC, "georgian": _GEORGIAN, "latin": _LATIN}[kind]
    return {sign: name for name, signs in listed.items() for sign in signs}


@lru_cache(maxsize=16_384)
def _spelt(word: str) -> tuple[str, ...]:
    """The consonant classes of a Latin word, with every r, and without those that are not spoken in Parker."""
    plain = folded(word).replace("'", "")
    lisped = re.sub(r"g(?=[ei])", "s", plain.replace("th", "s"))
    for pattern, letters in (*_DIGRAPHS, *_SPELT):
        plain, lisped = pattern.sub(letters, plain), pattern.sub(letters, lisped)
    mute = re.sub(r"r(?![aeiou])", "", plain)
    table = _table("latin")
    forms = (plain, mute, lisped, re.sub(r"r(?![aeiou])", "", lisped))
    return tuple(dict.fromkeys(_squeezed("".join(table.get(letter, "") for letter in form)) for form in forms))


def _squeezed(classes: str) -> str:
    return "".join(name for name, _ in groupby(classes))
