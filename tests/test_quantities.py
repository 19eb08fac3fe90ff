"""Quantities by value: what stands in a text is read alike in words, in digits and in either language."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.languages._numerals import unit_sizes
from checker.testing import context

PAIRS = [
    ("63 млн рублей", "63 million roubles", 63 * 10**6, "RUB"),
    ("двадцать пять тысяч триста", "twenty-five thousand three hundred", 25_300, ""),
    ("полтора миллиона долларов", "$1.5m", 1_500_000, "USD"),
    ("два с половиной миллиона", "two and a half million", 2_500_000, ""),
    ("5 млн 300 тыс.", "5.3 million", 5_300_000, ""),
    ("3 000 000 евро", "€3,000,000", 3_000_000, "EUR"),
    ("1,5 %", "1.5 percent", Fraction(3, 2), "%"),
    ("5 процентных пунктов", "5 percentage points", 5, "pp"),
    ("две трети", "two thirds", Fraction(2, 3), ""),
    ("треть", "a third", Fraction(1, 3), ""),
    ("полчаса", "half an hour", Fraction(1, 2), "h"),
    ("полгода", "the last half-year", Fraction(1, 2), "a"),
    ("полтора часа", "an hour and a half", Fraction(3, 2), "h"),
    ("35-летний", "35-year-old", 35, "a"),
    ("двадцатиминутный", "twenty-minute", 20, "min"),
    ("300 МВт", "300 MW", 300, "MW"),
    ("120 км/ч", "120 km/h", 120, "kph"),
    ("XVII век", "17th century", 17, ""),
    ("двенадцать дюжин", "twelve dozen", 144, ""),
    ("в три раза меньше", "three times less", Fraction(1, 3), ""),
    ("втрое", "threefold", 3, ""),
    ("7 утра", "7 a.m.", 420, "h24"),
    ("в шесть утра", "at six in the morning", 360, "h24"),
    ("в одиннадцать часов ночи", "at eleven o'clock at night", 1380, "h24"),
    ("одиннадцать часов дня", "11 a.m.", 660, "h24"),
    ("в час ночи", "by one in the morning", 60, "h24"),
    ("половина двенадцатого ночи", "11:30 p.m.", 1410, "h24"),
    ("из тысячи ста", "1,100", 1100, ""),
    ("до миллиона двухсот тысяч", "1.2 million", 1_200_000, ""),
    ("15:00", "3:00 p.m.", 900, "h24"),
    ("10-миллионный", "10-million", 10**7, ""),
    ("2 млрд гривен", "2bn hryvnias", 2 * 10**9, "UAH"),
    ("125-я", "125th", 125, ""),
    ("тысяч пятьдесят", "50,000", 50_000, ""),
    ("миллиона три", "three million", 3_000_000, ""),
    ("тысяч за сорок рублей", "40 thousand roubles", 40_000, "RUB"),
    ("километров пять", "five kilometres", 5, "km"),
    ("часа через полтора", "an hour and a half", Fraction(3, 2), "h"),
    ("три с лишним тысячи", "3,000-odd", 3000, ""),
    ("двадцать с небольшим километров", "20-odd kilometres", 20, "km"),
    ("миллионная доля метра", "a millionth of a metre", Fraction(1, 10**6), "m"),
    ("две сотых секунды", "two hundredths of a second", Fraction(1, 50), "s"),
    ("стотысячная доля секунды", "a hundred-thousandth of a second", Fraction(1, 10**5), "s"),
    ("полтора десятка лет", "fifteen years", 15, "a"),
    ("пара сотен рублей", "a couple of hundred roubles", 200, "RUB"),
    ("час сорок", "an hour and forty minutes", Fraction(5, 3), "h"),
    ("пол-литра", "half a litre", Fraction(1, 2), "l"),
    ("полтора рубля", "a rouble and a half", Fraction(3, 2), "RUB"),
    ("полдюжины", "half a dozen", 6, ""),
    ("одна целая две десятых миллиона", "1.2 million", 1_200_000, ""),
    ("три целых и пять сотых процента", "3.05 percent", Fraction(305, 100), "%"),
    ("600 квадратных метров", "600-square-metre", 600, "m2"),
]

DATES = [
    ("18 сентября 2021 года", "September 18, 2021", "2021-09-18"),
    ("09.01.22", "9 January 2022", "2022-01-09"),
    ("первого июня", "June 1st", "--06-01"),
    ("в сентябре 2021", "in September 2021", "2021-09"),
    ("осенью 2020 года", "the autumn of 2020", "2020-23"),
    ("в четверг", "on Thursday", "-W-4"),
    ("3–5 мая", "May 3-5", "--05-03/--05-05"),
]

RANGES = [
    ("20–30 %", "20 to 30 percent", 20, 30),
    ("от 5 до 10 млн", "5 to 10 million", 5 * 10**6, 10**7),
    ("1990-е", "the 1990s", 1990, 1999),
    ("девяностые годы", "the '90s", 90, 99),
    ("в 2014–15 годах", "in 2014-15", 2014, 2015),
    ("десятки тысяч", "tens of thousands", 10**4, 10**5),
    ("два-три дня", "2-3 days", 2, 3),
]


def _one(text, code):
    found = context().language(code).quantities(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(("russian", "english", "value", "unit"), PAIRS)
def test_both_languages_give_one_value(russian, english, value, unit):
    for text, code in ((russian, "ru"), (english, "en")):
        quantity = _one(text, code)
        assert (quantity.low, quantity.high, quantity.unit) == (value, value, unit)


@pytest.mark.parametrize(("russian", "english", "unit"), DATES)
def test_dates(russian, english, unit):
    for text, code in ((russian, "ru"), (english, "en")):
        assert _one(text, code).unit == unit


@pytest.mark.parametrize(("russian", "english", "low", "high"), RANGES)
def test_ranges(russian, english, low, high):
    for text, code in ((russian, "ru"), (english, "en")):
        quantity = _one(text, code)
        assert (quantity.low, quantity.high) == (low, high)


@pytest.mark.parametrize("text", ["Су-35 и Т-72", "COVID-19", "G20", "Mrs May may march"])
def test_names_are_no_quantities(text):
    for code in ("ru", "en"):
        assert context().language(code).quantities(text) == ()


@pytest.mark.parametrize("code", ["de", "fr", "uk", "ja", "generic"])
def test_digits_are_read_in_any_language(code):
    values = [quantity.low for quantity in context().language(code).quantities("x 42 y 7")]
    assert values == [42, 7]


@given(st.text(max_size=200))
def test_any_text_gives_true_disjoint_spans(text):
    for code in ("ru", "en"):
        end = 0
        for quantity in context().language(code).quantities(text):
            assert end <= quantity.start < quantity.stop
            assert text[quantity.start : quantity.stop] == quantity.text
            end = quantity.stop


@given(st.integers(min_value=2, max_value=10**12))
def test_any_written_integer_is_read_back(number):
    assert _one(f"{number:,}", "en").low == number
    assert _one(f"{number:,}".replace(",", "\u00a0"), "ru").low == number


def test_units_have_sizes():
    for name, unit in unit_sizes().items():
        assert unit.factor > 0, name


def test_time_is_linear():
    def seconds(size):
        text = "12 000 345 two hundred and five 1-2-3 " * size
        start = time.perf_counter()
        context().language("en").quantities(text)
        return time.perf_counter() - start

    seconds(10)
    assert seconds(4_000) < 12 * max(seconds(1_000), 0.05)


SPOKEN = [
    ("метр девяносто", Fraction(19, 10), "m"),
    ("кило триста", Fraction(13, 10), "kg"),
    ("тысяч десять-пятнадцать", 10_000, ""),
    ("тысяча пятьдесят рублей", 1050, "RUB"),
    ("три тысячи пятьдесят", 3050, ""),
    ("тысячи людей", 1000, ""),
]


@pytest.mark.parametrize(("text", "value", "unit"), SPOKEN)
def test_numbers_behind_what_they_count_are_told_from_sums(text, value, unit):
    quantity = _one(text, "ru")
    assert (quantity.low, quantity.unit) == (value, unit)


def test_a_height_in_feet_takes_the_inches_in():
    for text in ("six foot three", "6-foot-3", "6 ft 3 in"):
        quantity = _one(text, "en")
        assert (quantity.low, quantity.unit) == (Fraction(25, 4), "ft")


def test_a_year_earlier_is_no_unit_of_the_figure_before_it():
    figure, earlier = context().language("ru").quantities("2,8 годом ранее")
    assert (figure.low, figure.unit) == (Fraction(14, 5), "")
    assert (earlier.low, earlier.unit) == (1, "a")


def test_results_of_races_are_read_by_value():
    for one, two in (("3.59,4", "3:59.4"), ("2 часа 20 минут 15 секунд", "2:20:15")):
        assert _one(one, "ru").low == _one(two, "en").low


def test_a_time_of_day_with_seconds_is_no_result():
    assert all(quantity.unit != "h" for quantity in context().language("en").quantities("The bell rang at 10:20:15."))
