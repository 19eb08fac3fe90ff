"""Chinese."""

from __future__ import annotations

from checker.languages._profile import Profile, words
from checker.languages._unspaced import Unspaced

FIGURES = """
glued 100: 百
glued 1000: 千
glued 10000: 万 萬
glued 100000000: 亿 億
glued 1000000000000: 兆
unit %: 百_分_点
unit USD: 美_元 美_金
unit EUR: 欧_元 歐_元
unit GBP: 英_镑 英_鎊
unit CNY: 人_民_币 人_民_幣
unit JPY: 日_元 日_圆
unit RUB: 卢_布
unit h: 小_时 小_時
unit min: 分_钟 分_鐘
unit s: 秒
unit d: 天
unit wk: 周 週 星_期
unit mo: 个_月 個_月
unit a: 岁 歲
unit km: 公_里 千_米
unit m: 米 公_尺
unit mi: 英_里
unit ft: 英_尺
unit kg: 公_斤 千_克
unit t: 吨 噸
unit lb: 磅
unit ac: 英_亩
unit ha: 公_顷
"""
PROFILE = Profile(
    code="zh",
    name="Chinese",
    inside=words("Mr Mrs Dr Jr Sr Inc Co Ltd Corp u.s d.c vs St No"),
    spaced=False,
    quotes=("“”", "‘’", "「」", "『』", "《》"),
    figures=FIGURES,
)


def language(context: object) -> Unspaced:
    """Chinese."""
    return Unspaced(PROFILE)
