"""Figures of the languages whose files know number words: by value, with their units and dates."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker import plugins
from checker.detectors._claims import claims, comparable
from checker.languages._figures import parse
from checker.notation import Conventions

READ = [
    ("uk", "П’ятдесят вісім відсотків", 58, "%"),
    ("uk", "двадцять п'ять тисяч гривень", 25_000, "UAH"),
    ("uk", "1,7 млн доларів", 1_700_000, "USD"),
    ("uk", "45 000 осіб", 45_000, ""),
    ("uk", "півтора мільйона", 1_500_000, ""),
    ("uk", "триста сорок два", 342, ""),
    ("de", "fünfundzwanzig Prozent", 25, "%"),
    ("de", "1,5 Mio. Euro", 1_500_000, "EUR"),
    ("de", "1.234,5 Tonnen", Fraction(2469, 2), "t"),
    ("de", "zweitausend fünfhundert", 2500, ""),
    ("de", "37 Milliarden Dollar", 37 * 10**9, "USD"),
    ("de", "die 27-Jährige", 27, "a"),
    ("de", "anderthalb Stunden", Fraction(3, 2), "h"),
    ("fr", "quatre-vingt-dix-sept pour cent", 97, "%"),
    ("fr", "soixante-dix mètres", 70, "m"),
    ("fr", "vingt et un jours", 21, "d"),
    ("fr", "deux cents ans", 200, "a"),
    ("fr", "1,7 million de dollars", 1_700_000, "USD"),
    ("fr", "37 milliards d’euros", 37 * 10**9, "EUR"),
    ("fr", "12 000 personnes", 12_000, ""),
    ("es", "treinta y cinco por ciento", 35, "%"),
    ("es", "37 000 millones de dólares", 37 * 10**9, "USD"),
    ("es", "3.100 millones de euros", 3_100 * 10**6, "EUR"),
    ("es", "ciento veinte kilómetros", 120, "km"),
    ("es", "mil doscientos", 1200, ""),
    ("es", "37 mil millones", 37 * 10**9, ""),
    ("it", "trentadue per cento", 32, "%"),
    ("it", "1,05 milioni di dollari", 1_050_000, "USD"),
    ("pt", "vinte e cinco anos", 25, "a"),
    ("nl", "achtenvijftig procent", 58, "%"),
    ("pl", "dwadzieścia pięć tysięcy", 25_000, ""),
    ("be", "1,6 мільёна", 1_600_000, ""),
    ("tr", "37 milyar", 37 * 10**9, ""),
    ("ar", "19 مليون", 19_000_000, ""),
    ("zh", "价值110亿美元", 11 * 10**9, "USD"),
    ("zh", "37.5万", 375_000, ""),
    ("ja", "6億4900万人", 649_000_000, ""),
    ("ja", "37万5,000ドル", 375_000, "USD"),
    ("ko", "1억 4천 2백만", 142_000_000, ""),
    ("ko", "37만 5,000달러", 375_000, "USD"),
    ("th", "19 ล้าน", 19_000_000, ""),
    ("zh", "三百五十万", 3_500_000, ""),
    ("zh", "两亿美元", 200_000_000, "USD"),
    ("zh", "一万五", 15_000, ""),
    ("zh", "二十三名士兵", 23, ""),
    ("zh", "三人", 3, ""),
    ("zh", "百分之二十五", 25, "%"),
    ("zh", "三分之二", Fraction(2, 3), ""),
    ("zh", "二〇一八年", 2018, ""),
    ("zh", "550多万", 5_500_000, ""),
    ("ja", "三億五千万円", 350_000_000, "JPY"),
    ("ja", "平成30年", 2018, ""),
    ("ja", "令和元年", 2019, ""),
    ("ja", "3分の1", Fraction(1, 3), ""),
    ("ko", "삼백오십만 명", 3_500_000, ""),
    ("ko", "스물다섯 살", 25, ""),
    ("ko", "두 명", 2, ""),
    ("ko", "15만 대", 150_000, ""),
    ("th", "สองร้อยห้าสิบคน", 250, ""),
    ("th", "ยี่สิบเอ็ดปี", 21, "a"),
    ("th", "ร้อยละ 12", 12, "%"),
    ("th", "37 พันล้านเหรียญสหรัฐ", 37 * 10**9, "USD"),
    ("ar", "خمسة وعشرون", 25, ""),
    ("ar", "ثلاثة عشر شخصا", 13, ""),
    ("ar", "مائة وخمسة وعشرين", 125, ""),
    ("ar", "الثالث والستين", 63, ""),
    ("ar", "يومين", 2, ""),
    ("ar", "٢٥ مليون", 25_000_000, ""),
    ("ar", "٣٫٥ مليون", 3_500_000, ""),
    ("ar", "20 بالمائة", 20, "%"),
    ("ka", "ორმოცდახუთი", 45, ""),
    ("ka", "ორმოცდაცხრამეტმა", 59, ""),
    ("ka", "ას ოცდახუთი", 125, ""),
    ("ka", "სამი მილიონი", 3_000_000, ""),
    ("tr", "yüzde elli sekizini", 58, "%"),
    ("tr", "on sekiz", 18, ""),
    ("kk", "он сегіз", 18, ""),
]
NO_FIGURES = [
    ("zh", "十分高兴"),
    ("zh", "三四个人"),
    ("zh", "万一失败"),
    ("ja", "10代の若者"),
    ("ja", "三菱自動車"),
    ("ja", "億万長者"),
    ("ko", "이 사람"),
    ("ko", "10대 청소년"),
    ("ko", "조사 결과"),
    ("ko", "조명"),
    ("th", "สามารถ"),
    ("th", "พันธมิตร"),
    ("th", "เรียบร้อย"),
]
"""Words that hold the signs of numbers and count nothing; "three or four" is no number either."""
DATED = [
    ("uk", "3 травня 2018 року", "2018-05-03"),
    ("uk", "у неділю", "-W-7"),
    ("de", "am 3. Oktober 2018", "2018-10-03"),
    ("de", "im März", "--03"),
    ("fr", "le 3 mai 2018", "2018-05-03"),
    ("es", "el 3 de mayo de 2018", "2018-05-03"),
    ("it", "il 3 maggio 2018", "2018-05-03"),
    ("tr", "3 Mayıs 2018", "2018-05-03"),
    ("zh", "2018年5月3日", "2018-05-03"),
    ("ja", "9月4日", "--09-04"),
    ("ko", "2018년 10월", "2018-10"),
    ("ja", "平成30年4月1日", "2018-04-01"),
    ("ja", "月曜日", "-W-1"),
    ("zh", "周三", "-W-3"),
    ("ko", "월요일", "-W-1"),
    ("th", "30 กันยายน 1882", "1882-09-30"),
    ("th", "วันจันทร์", "-W-1"),
]
TIMED = [
    ("de", "um 15.30 Uhr", 930),
    ("fr", "à 15h30", 930),
    ("fr", "à 15 h 30", 930),
    ("uk", "о 15:30", 930),
    ("ja", "午後5時半", 1050),
    ("zh", "下午5：30", 1050),
    ("ko", "오전 11시 15분", 675),
]


def quantities(code, text):
    return plugins.load("languages", code, None).quantities(text)


@pytest.mark.parametrize(("code", "text", "value", "unit"), READ)
def test_a_figure_is_read_by_value(code, text, value, unit):
    (found,) = quantities(code, text)
    assert (found.low, found.high, found.unit) == (value, value, unit)
    assert text[found.start : found.stop] == found.text


@pytest.mark.parametrize(("code", "text", "unit"), DATED)
def test_a_date_is_read(code, text, unit):
    (found,) = quantities(code, text)
    assert (found.kind, found.unit) == ("date", unit)


@pytest.mark.parametrize(("code", "text", "minutes"), TIMED)
def test_a_time_is_read(code, text, minutes):
    (found,) = quantities(code, text)
    assert (found.kind, found.low) == ("time", minutes)


@pytest.mark.parametrize(("code", "text"), NO_FIGURES)
def test_a_word_that_holds_a_number_sign_is_no_figure(code, text):
    assert not quantities(code, text)


@pytest.mark.parametrize(
    ("code", "text", "value"), [("fr", "XVIIe siècle", 17), ("es", "siglo XVII", 17), ("ja", "21世紀", 21)]
)
def test_a_century_is_read(code, text, value):
    (found,) = quantities(code, text)
    assert (found.kind, found.low) == ("century", value)


NUMBERS_UNKNOWN = Conventions()
SCALES_KNOWN = Conventions(scales=True)


@pytest.mark.parametrize(
    ("text", "theirs", "value"),
    [
        ("19 million", NUMBERS_UNKNOWN, 19),
        ("2.25 billion", NUMBERS_UNKNOWN, Fraction(9, 4)),
        ("19 million", SCALES_KNOWN, 19_000_000),
        ("1,250", NUMBERS_UNKNOWN, 1250),
    ],
)
def test_a_scale_is_left_out_where_the_other_language_has_no_words_for_one(text, theirs, value):
    (claim,) = comparable(claims(quantities("en", text)), theirs)
    assert claim.value == value


BARE = frozenset("joint of hours elided calendar counter plain link clitic borrowed shortened".split())  # noqa: SIM905


@pytest.mark.parametrize("code", [code for code in plugins.names("languages") if code != "generic"])
def test_every_line_of_figures_names_a_kind_a_value_and_forms(code):
    from checker import data

    profile = plugins.load("languages", code, None).profile
    units = {row["unit"] for row in data.rows("units")}
    for line in parse(profile.figures) if profile.figures else ():
        assert line.forms, line
        if line.kind in ("unit", "first"):
            assert line.value in units, line
        elif line.kind not in BARE:
            Fraction(line.value)
        assert all(form == form.lower() for form in line.forms), line


@pytest.mark.parametrize(
    ("code", "decimal", "group"), [("en", ".", ","), ("de", ",", "."), ("fr", ",", " "), ("uk", ",", " ")]
)
def test_signs_of_figures_are_those_of_cldr(code, decimal, group):
    known = plugins.load("languages", code, None).conventions
    assert (known.decimal, known.group) == (decimal, group)


def test_a_language_without_a_file_has_the_conventions_of_cldr():
    known = plugins.load("languages", "generic", None, code="fa").conventions
    assert known.right_to_left
    assert not known.numerals
