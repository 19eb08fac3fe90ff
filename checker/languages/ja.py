"""Japanese."""

from __future__ import annotations

from checker.languages._profile import Profile, words
from checker.languages._unspaced import Unspaced

FIGURES = """
sign 0: 零 〇
sign 1: 一
sign 2: 二
sign 3: 三
sign 4: 四
sign 5: 五
sign 6: 六
sign 7: 七
sign 8: 八
sign 9: 九
counter: 人 名 つ 年 月 日 回 度 個 台 社 校 歳 才 倍 時 か国 カ国 ヶ国 か所 カ所 か月 カ月 ヶ月 週間 日間 年間 時間
counter: 分の 杯 冊 匹 本 枚 位 番目 割 件 隻 機
counter: 円 ドル ユーロ 世紀 世代  階 票 点 試合 戦 連 勝 敗 度目 回目 億
plain: 億万 十分 万一 三菱 三井 三越 三重 四国 九州 千葉 八百屋 百貨店 五輪 一部 一緒 二度と 万博 七夕 千代田 八王子
plain: 一人
plain: 二酸化 三角 十字 千載 百科
many 10: 数十 何十
many 100: 数百 何百
many 1000: 数千 何千
many 10000: 数万 何万
many 100000: 数十万 何十万
many 1000000: 数百万 何百万
many 10000000: 数千万
many 100000000: 数億
many 1000000000: 数十億
many 10000000000: 数百億
fraction 1/2: 半分 半数 過半数
glued 10: 十
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
unit a: 歳 年_間 年
unit m: メ_ー_ト_ル
unit km: キ_ロ_メ_ー
unit mi: マ_イ_ル
unit ft: フ_ィ_ー_ト
unit kg: キ_ロ_グ_ラ
unit t: ト_ン
"""
EAR = """
script: ァ-ヺー-ヿ
K: カ キ ク ケ コ ガ ギ グ ゲ ゴ
S: サ シ ス セ ソ ザ ジ ズ ゼ ゾ チ ツ ヂ ヅ
T: タ テ ト ダ デ ド
N: ナ ニ ヌ ネ ノ マ ミ ム メ モ ン
P: バ ビ ブ ベ ボ パ ピ プ ペ ポ フ ヴ
L: ラ リ ル レ ロ
"""
PROFILE = Profile(
    code="ja",
    name="Japanese",
    inside=words("Mr Mrs Dr Jr Sr Inc Co Ltd Corp u.s d.c vs St No"),
    quoting="とっ",
    spaced=False,
    quotes=("「」", "『』", "“”", "《》"),
    figures=FIGURES,
    ear=EAR,
)


def language(context: object) -> Unspaced:
    """Japanese."""
    return Unspaced(PROFILE)
