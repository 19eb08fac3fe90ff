"""Any language without a file of its own: the shared rules with no abbreviations."""

from __future__ import annotations

from checker.data import rows
from checker.errors import LanguageError, nearest
from checker.languages._language import Language
from checker.languages._profile import Profile, words

INSIDE = words("mr mrs dr prof st no jr sr inc ltd u.s u.k")
"""Abbreviations that other languages borrow."""
SMALL = {"az": "Iı İi"}
"""Small letters (`Profile.small`) of languages without a file, by code."""


def language(context: object, code: str = "", name: str = "") -> Language:
    """The language of an ISO 639-1 code, as far as it can be known without a file."""
    names = {row["code"]: row["name"] for row in rows("iso639")}
    if code and code not in names:
        raise LanguageError(f'"{code}" is no ISO 639-1 language code{nearest(code, names)}')
    known = name or names.get(code, "Unknown")
    return Language(Profile(code=code, name=known, inside=INSIDE, small=SMALL.get(code, "")))
