"""Korean."""

from __future__ import annotations

from checker.languages._language import Language
from checker.languages._profile import Profile, words

FIGURES = """
sign 1: 일 한 하나
sign 2: 이 두 둘
sign 3: 삼 세 셋
sign 4: 사 네 넷
sign 5: 오 다섯
sign 6: 육 륙 여섯
sign 7: 칠 일곱
sign 8: 팔 여덟
sign 9: 구 아홉
sign 10: 열
sign 20: 스물 스무
sign 30: 서른
sign 40: 마흔
sign 50: 쉰
sign 60: 예순
sign 70: 일흔
sign 80: 여든
sign 90: 아흔
counter: 명 개월 개의 개를 개가 개는 개국 달러 유로 퍼센트 파운드 마리 가지 곳 군데 번째 살 시간 차례 배로 배나 배가
counter: 배의 사람 가구 척 건의 건이 팀 경기 골
plain: 조사 구조 조이 오만 이만 사만 사천 이천 만일 이조 일조 백조 삼사 천만에 만약 천사 천재 만화 백신 백인 백악관
plain: 만족 천연
many 10: 수십 몇십
many 100: 수백 몇백
many 1000: 수천 몇천
many 10000: 수만 몇만
many 100000: 수십만
many 1000000: 수백만
many 10000000: 수천만
many 100000000: 수억
many 1000000000: 수십억
many 10000000000: 수백억
fraction 1/2: 절반 과반
glued 10: 십
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
unit a: 년_간 년
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
