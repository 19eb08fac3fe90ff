"""Arabic."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

PROFILE = Profile(
    code="ar",
    name="Arabic",
    before_name=words("د أ م ج ق ص ت"),
    before_number=words("ص ج رقم"),
)


def language(context: object) -> Language:
    """Arabic."""
    return Language(PROFILE)
