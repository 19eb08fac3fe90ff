"""Japanese."""

from __future__ import annotations

from checker.languages._profile import Profile, words
from checker.languages._unspaced import Unspaced

PROFILE = Profile(
    code="ja",
    name="Japanese",
    inside=words("Mr Mrs Dr Jr Sr Inc Co Ltd Corp u.s d.c vs St No"),
    quoting="とっ",
    spaced=False,
)


def language(context: object) -> Unspaced:
    """Japanese."""
    return Unspaced(PROFILE)
