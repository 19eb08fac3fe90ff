"""Chinese."""

from __future__ import annotations

from checker.languages._profile import Profile, words
from checker.languages._unspaced import Unspaced

PROFILE = Profile(
    code="zh",
    name="Chinese",
    inside=words("Mr Mrs Dr Jr Sr Inc Co Ltd Corp u.s d.c vs St No"),
    spaced=False,
)


def language(context: object) -> Unspaced:
    """Chinese."""
    return Unspaced(PROFILE)
