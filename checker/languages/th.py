"""Thai."""

from __future__ import annotations

from checker.languages._profile import Profile, words
from checker.languages._unspaced import Unspaced

FIGURES = """
glued 100: ร้อย
glued 1000: พัน
glued 10000: หมื่น
glued 100000: แสน
glued 1000000: ล้าน
glued 1000000000: พันล้าน
glued 10000000000: หมื่นล้าน
glued 100000000000: แสนล้าน
glued 1000000000000: ล้านล้าน
scale 1000000: ล้าน
"""
PROFILE = Profile(
    code="th",
    name="Thai",
    before_name=words("นพ ดร ศ รศ ผศ พล.อ พล.ต พ.ต.อ พ.ต.ท ร.ต.อ ด.ต น.ส อ จ ต ถ ซ กม มม พ.ศ ค.ศ น ก.ม"),
    inside=words("Mr Mrs Dr Jr Sr Inc Co Ltd Corp u.s d.c vs St"),
    spaced=False,
    quotes=("“”", "‘’"),
    figures=FIGURES,
)


def language(context: object) -> Unspaced:
    """Thai."""
    return Unspaced(PROFILE)
