"""Thai."""

from __future__ import annotations

from checker.languages._profile import Profile, words
from checker.languages._unspaced import Unspaced

PROFILE = Profile(
    code="th",
    name="Thai",
    before_name=words("นพ ดร ศ รศ ผศ พล.อ พล.ต พ.ต.อ พ.ต.ท ร.ต.อ ด.ต น.ส อ จ ต ถ ซ กม มม พ.ศ ค.ศ น ก.ม"),
    inside=words("Mr Mrs Dr Jr Sr Inc Co Ltd Corp u.s d.c vs St"),
    spaced=False,
)


def language(context: object) -> Unspaced:
    """Thai."""
    return Unspaced(PROFILE)
