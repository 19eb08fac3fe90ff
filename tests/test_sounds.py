"""Names told by ear, between scripts that have no capitals and Latin letters; names and sentences are our own."""

from __future__ import annotations

import pytest

from checker import check, plugins
from checker.detectors._sounds import alike, is_name, kin, script, telling

SOUNDS = {"encoder": "none", "linker": "none", "scorers": ("overlap",)}


@pytest.mark.parametrize(
    ("heard", "latin"),
    [
        ("ローゼンバーグ", "Rosenberg"),
        ("パーキンソン", "Parkinson"),
        ("マクドナルド", "McDonald"),
        ("ウエストバージニア", "Virginia"),
        ("ბერიძე", "Beridze"),
        ("გოგოლაშვილმა", "Gogolashvili"),
        ("كارلسون", "Carlson"),
        ("وتشامبرلين", "Chamberlain"),
    ],
)
def test_a_name_is_heard_in_its_transcription(heard, latin):
    assert alike(heard, latin)


@pytest.mark.parametrize(
    ("heard", "latin"),
    [
        ("ローゼンバーグ", "Kavanaugh"),
        ("გოგოლაშვილმა", "Petersen"),
        ("كارلسون", "Petersen"),
        ("マクドナルド", "Wilson"),
    ],
)
def test_another_name_is_not(heard, latin):
    assert not alike(heard, latin)


def test_short_words_tell_nothing():
    assert not telling("Lee")
    assert telling("Rosenberg")
    assert script("カバノー") == "kana"
    assert script("Rosenberg") == script("東京") == ""


def test_two_spellings_of_one_latin_name_are_kin():
    assert kin("Pjongjang", "Pyongyang")
    assert not kin("Borneo", "Kalimantan")


def test_a_common_loanword_is_no_name():
    words = plugins.load("languages", "ja", None)
    found = [token.text for token in words.words("ホテルでスヴァンベルクと会った。") if is_name(token, words.zipf)]
    assert found == ["スヴァンベルク"]


SWAPPED = {
    "ja": "検察官は月曜日に裁判所でスヴァンベルクと面会した。",
    "ar": "التقى المدعي العام يوم الاثنين سفانبيرغ في المحكمة.",
    "ka": "პროკურორი ორშაბათს სასამართლოში გოგოლაშვილს შეხვდა.",
    "tr": "Savcı pazartesi günü mahkemede Svanberg ile görüştü.",
    "be": "Пракурор у панядзелак у судзе сустрэўся са Сванбергам.",
    "th": "อัยการพบกับ Svanberg ที่ศาลเมื่อวันจันทร์",
}


def names(source, translation, lang):
    report = check(translation, source=source, source_lang=lang, target_lang="en", **SOUNDS)
    return [finding.span.text for finding in report.findings if finding.rule.code.startswith("NAM")]


@pytest.mark.parametrize("lang", SWAPPED)
def test_a_name_that_was_exchanged_is_found_and_the_right_one_is_not(lang):
    right = "Gogolashvili" if lang == "ka" else "Svanberg"
    assert names(SWAPPED[lang], "The prosecutor met with Lindqvist in court on Monday.", lang) == ["Lindqvist"]
    assert names(SWAPPED[lang], f"The prosecutor met with {right} in court on Monday.", lang) == []
