"""Korean."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

FIGURES = """
glued 100: 백
glued 1000: 천
glued 10000: 만
glued 100000000: 억
glued 1000000000000: 조
unit %: 퍼_센_트
unit USD: 달_러
unit EUR: 유_로
unit GBP: 파_운_드
unit KRW: 원
unit JPY: 엔
unit h: 시_간
unit min: 분
unit s: 초
unit wk: 주
unit mo: 개_월
unit a: 년_간
unit m: 미_터
unit km: 킬_로_미_터
unit mi: 마_일
unit ft: 피_트
unit kg: 킬_로_그_램
unit t: 톤
"""
PROFILE = Profile(
    code="ko",
    name="Korean",
    inside=words("Mr Mrs Dr Jr Sr Inc Co Ltd Corp u.s d.c vs St"),
    quotes=("“”", "‘’", "「」", "『』"),
    figures=FIGURES,
)


def language(context: object) -> Language:
    """Korean."""
    return Language(PROFILE)
