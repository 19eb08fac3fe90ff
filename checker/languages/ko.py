"""Korean."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

PROFILE = Profile(
    code="ko",
    name="Korean",
    inside=words("Mr Mrs Dr Jr Sr Inc Co Ltd Corp u.s d.c vs St"),
)


def language(context: object) -> Language:
    """Korean."""
    return Language(PROFILE)
