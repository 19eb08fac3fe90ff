"""Chinese."""

from __future__ import annotations

from checker.languages._profile import Profile, words
from checker.languages._unspaced import Unspaced

FIGURES = """
sign 0: 零 〇
sign 1: 一 壹
sign 2: 二 两 兩 贰
sign 3: 三 叁
sign 4: 四
sign 5: 五
sign 6: 六
sign 7: 七
sign 8: 八
sign 9: 九
counter: 个 個 名 位 人 次 年 月 日 天 周 岁 歲 家 所 只 隻 条 條 项 項 倍 支 届 屆 轮 輪 局 号 號 楼 樓 部 部分 架
counter: 艘 辆 輛 座 起 场 場 件 成 份 篇 本 张
counter: 元 美元 公里 米 吨 噸 小时 小時 分钟 分鐘 分之 点 點 半 种 種 国 國 省 州 岛 島 度 级 級 世纪 世紀 例 宗 户
counter: 戶 票 枚 颗 顆 队 隊 层 層 匹
plain: 亿万 億萬 十分 万一 萬一 千万 千萬 一一 三星 三菱 五角大楼 五角大廈 七国集团 七大工業國 百货 百貨 百姓 千禧
plain: 三明治 二手
plain: 三角 八卦 四川 九江 百度
plain: 十字 一带一路 周刊
many 10: 数十 數十 几十 幾十
many 100: 数百 數百 几百 幾百 上百 成百
many 1000: 数千 數千 几千 幾千 上千 成千
many 10000: 成千上万 成千上萬 数万 數萬 几万 幾萬 上万 上萬
many 100000: 数十万 數十萬 几十万 幾十萬
many 1000000: 数百万 數百萬 几百万 幾百萬
many 10000000: 数千万 數千萬 几千万 幾千萬
many 100000000: 数亿 數億 几亿 幾億
many 1000000000: 数十亿 數十億 几十亿 幾十億
many 10000000000: 数百亿 數百億 几百亿 幾百億
fraction 1/2: 一半 半数 半數 过半 過半
ordinal 1: 第一 首次 首个 首個
ordinal 2: 第二
ordinal 3: 第三
ordinal 4: 第四
ordinal 5: 第五
first %: 百分之
calendar -W-1: 周一 週一 礼拜一 禮拜一 星期一
calendar -W-2: 周二 週二 礼拜二 禮拜二 星期二
calendar -W-3: 周三 週三 礼拜三 禮拜三 星期三
calendar -W-4: 周四 週四 礼拜四 禮拜四 星期四
calendar -W-5: 周五 週五 礼拜五 禮拜五 星期五
calendar -W-6: 周六 週六 礼拜六 禮拜六 星期六
calendar -W-7: 周日 週日 礼拜天 禮拜天 星期日 星期天 周天 礼拜日 禮拜日
glued 10: 十
glued 100: 百
glued 1000: 千
glued 10000: 万 萬
glued 100000000: 亿 億
glued 1000000000000: 兆
shortened: 百 千 万 萬 亿 億 兆
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
unit a: 岁 歲 年
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
EAR = """
script: 㐀-鿿
K: g k
K-: h
S: z c s q zh ch sh r
SK: j
S-: x
T: d t
N: n m ng
P: b p f
P-: w
L: l er
behind: 因 里
shortest: 3
rare: 4.2
titles: 主席 总统 總統 总理 總理 首相 部长 部長 外长 外長 防长 省长 省長 市长 市長 州长 书记 書記 委员长 委員長
titles: 议长 議長 大使 将军 將軍 上将 上將
titles: 先生 女士 教授 博士 院士 院长 院長 校长 校長 主任 局长 局長 司长 董事长 董事長 总裁 總裁 经理 經理 发言人
titles: 發言人 律师 律師 法官 记者 記者 教练 教練
titles: 议员 議員 委员 委員 代表 主编 导演 導演 演员 演員 歌手 作家 选手 選手 说 說 表示 指出 强调 強調 认为 認為
titles: 称 稱 宣布 透露 告诉 告訴 回应 回應
surnames: 王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧程曹袁邓鄧许許傅沈曾彭
surnames: 吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵
surnames: 孟龙龍万萬段钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文习習温溫栗柯洪游连連朴
signs: 阿埃艾爱安昂奥澳巴芭白班邦保鲍贝本比彼毕宾玻伯勃博布查昌彻茨达戴丹当道德登邓狄迪蒂丁东杜敦顿多
signs: 厄恩尔法凡范方菲费芬丰佛夫弗福富盖甘冈高戈格葛根贡古瓜圭哈海汉豪赫黑亨洪侯胡怀惠霍基吉纪加嘉贾简江杰金津
signs: 喀卡凯坎康考柯科克肯孔库夸奎昆扩拉莱赖兰劳朗勒雷蕾里理利莉力立丽列林琳灵留刘龙隆卢鲁路伦罗洛吕
signs: 马玛麦迈曼芒毛茂梅门蒙米密敏明莫默姆穆纳娜奈南瑙内嫩尼宁纽农努诺欧帕派潘庞佩彭皮珀平朴普奇齐恰乔钦琴琼丘屈
signs: 让热仁日荣茹儒若撒萨塞赛桑瑟森沙莎珊尚绍舍申圣史舒朔斯丝松苏索所塔泰坦汤唐陶特滕提田廷通图托瓦万旺威韦维魏温文
signs: 翁沃乌武伍西希悉锡夏肖谢辛欣休许雪逊雅亚延扬耶叶伊依易因英尤于约月云泽曾扎詹章朱佐兹黛妮妲婷娅薇苔宝桃
signs: 愛奧貝賓達當鄧東頓爾範費豐岡貢漢懷紀賈簡傑凱庫擴萊賴蘭勞蕾裡麗劉龍盧魯倫羅呂馬瑪麥邁門諾歐龐喬瓊讓熱榮
signs: 卓盛牙拿恺尤薩賽紹聖絲蘇湯陶圖萬韋維溫烏錫肖謝遜亞揚葉約雲澤詹茲婭寶衛蓋內紐農齊珊鮑畢達
"""
PROFILE = Profile(
    code="zh",
    name="Chinese",
    inside=words("Mr Mrs Dr Jr Sr Inc Co Ltd Corp u.s d.c vs St No"),
    spaced=False,
    quotes=("“”", "‘’", "「」", "『』", "《》"),
    figures=FIGURES,
    ear=EAR,
)


def language(context: object) -> Unspaced:
    """Chinese."""
    return Unspaced(PROFILE)
