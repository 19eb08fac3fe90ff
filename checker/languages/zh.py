"""Chinese."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

PROFILE = Profile(
    code="zh",
    name="Chinese",
    inside=words("Mr Mrs Dr Jr Sr Inc Co Ltd Corp u.s d.c vs St No"),
    spaced=False,
)


def language(context: object) -> Language:
    """Chinese."""
    return Language(PROFILE)
