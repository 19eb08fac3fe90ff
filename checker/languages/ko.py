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
borrowed: 일 이 삼 사 오 육 륙 칠 팔 구
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
EAR = """
script: 가-힣
K: ㄱ ㄲ ㅋ -ㄱ -ㄲ -ㅋ -ㄳ
T: ㄷ ㄸ ㅌ -ㄷ -ㅅ -ㅆ -ㅌ
N: ㄴ ㅁ -ㄴ -ㅁ -ㅇ -ㄵ -ㄶ
P: ㅂ ㅃ ㅍ -ㅂ -ㅍ -ㅄ
S: ㅅ ㅆ ㅈ ㅉ ㅊ -ㅈ -ㅊ
L: ㄹ -ㄹ
behind: 에게서 으로부터 으로서 으로써 이라는 이라고 이었다 에서는 에서도 에게는 에서의 에서 으로 에게 께서 부터
behind: 까지 라는 라고 처럼 보다
behind: 이나 이며 에는 에도 와는 과는 와의 과의 으로는 로부터 하고 은 는 이 가 을 를 의 에 로 와 과 도 만 씨 측 시
behind: 주 군 양 인 전 계
L-: ^ㅇ
NL: ^ㄴ
titles: 대통령 총리 장관 차관 의원 의장 대표 위원장 총장 지사 시장 회장 부회장 사장 부사장 이사 교수 박사 감독 선수
titles: 코치 기자 변호사 판사 검사 대사 씨 군 양 여사
titles: 대변인 원장 소장 국장 실장 주석 총비서 비서관 배우 가수 작가
surnames: 김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구나민진지엄채원천방공현
surnames: 함변염여추도석선설마길연위표명기반라왕
never: 습니다 입니다 됩니다 합니다 니다 했다 한다 된다 됐다 였다 었다 았다 있다 없다 이다 는다 하다 되다 하는 하고
never: 하며 하여 하기 했던 하던 되는 되고
never: 되어 되며 지만 에도 면서 때문 때문에 스럽게 스러운 스럽다 위해 위한 것은 것이 것을 것으로 들은 들이 들을
never: 들의 면 던 들
marks: 스 트 크 프 드 브 르 츠 즈 흐 므 튼 슨 턴 런 케 테 페 헤 베 벨 델 켈 헬 젤 텔 펠 멜 셀 넬 엘 앨 앤 캐 맥 잭
marks: 릭 닉 딕 믹 윌 웰 웨 워
marks: 슈 쉬 셔 쇼 샤 컨 펀 튜 듀 큐 뷰 빌 힐 필 킬 틸 딜 퍼 터 커 버 머 랜 밴 캔 댄 탠 낸 렌 벤 켄 덴 텐 펜 멘 린
marks: 빈 킨 틴 핀 딘 칸 탄
marks: 콜 톨 폴 몬 콘 톤 폰 카 타 코 토 쿠 푸 티 키 디 레 루
shortest: 3
rare: 3.0
"""
PROFILE = Profile(
    code="ko",
    name="Korean",
    inside=words("Mr Mrs Dr Jr Sr Inc Co Ltd Corp u.s d.c vs St"),
    quotes=("“”", "‘’", "「」", "『』"),
    figures=FIGURES,
    ear=EAR,
)


def language(context: object) -> Language:
    """Korean."""
    return Language(PROFILE)
