"""Japanese."""

from __future__ import annotations

from checker.languages._profile import Profile, words
from checker.languages._unspaced import Unspaced

FIGURES = """
glued 100: 百
glued 1000: 千
glued 10000: 万
glued 100000000: 億 憶
glued 1000000000000: 兆
unit %: パ_ー_セ_ン パ_ー_セ_ン_ト
unit USD: ド_ル 米_ド_ル
unit EUR: ユ_ー_ロ
unit GBP: ポ_ン_ド
unit JPY: 円
unit RUB: ル_ー_ブ_ル
unit h: 時_間
unit min: 分
unit s: 秒
unit d: 日_間
unit wk: 週_間 週
unit mo: か_月 ヶ_月 カ_月
unit a: 歳 年_間
unit m: メ_ー_ト_ル
unit km: キ_ロ_メ_ー
unit mi: マ_イ_ル
unit ft: フ_ィ_ー_ト
unit kg: キ_ロ_グ_ラ
unit t: ト_ン
"""
PROFILE = Profile(
    code="ja",
    name="Japanese",
    inside=words("Mr Mrs Dr Jr Sr Inc Co Ltd Corp u.s d.c vs St No"),
    quoting="とっ",
    spaced=False,
    quotes=("「」", "『』", "“”", "《》"),
    figures=FIGURES,
)


def language(context: object) -> Unspaced:
    """Japanese."""
    return Unspaced(PROFILE)
