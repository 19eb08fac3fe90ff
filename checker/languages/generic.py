"""Any language without a file of its own: the shared rules with no abbreviations."""

from __future__ import annotations

from checker.errors import LanguageError
from checker.languages._language import Language
from checker.languages._profile import Profile, words

INSIDE = words("mr mrs dr prof st no jr sr inc ltd u.s u.k")
"""Abbreviations that other languages borrow."""


def language(context: object, code: str = "", name: str = "") -> Language:
    """The language of an ISO 639-1 code, as far as it can be known without a file."""
    if code and not (len(code) in (2, 3) and code.isascii() and code.isalpha() and code.islower()):
        raise LanguageError(f'"{code}" is no language code; give one like "en" or "kk" (ISO 639-1)')
    return Language(Profile(code=code, name=name or code or "Unknown", inside=INSIDE))
