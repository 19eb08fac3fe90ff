"""Names told by ear, between scripts that have no capitals and Latin letters; names and sentences are our own."""

from __future__ import annotations

import pytest

from checker import check, plugins
from checker.detectors.names._sounds import hearing, kin

SOUNDS = {"encoder": "none", "linker": "none", "scorers": ("overlap",)}


def of(lang):
    return hearing(plugins.load("languages", lang, None).conventions.ear)


@pytest.mark.parametrize(
    ("lang", "heard", "latin"),
    [
        ("ja", "ローゼンバーグ", "Rosenberg"),
        ("ja", "パーキンソン", "Parkinson"),
        ("ja", "マクドナルド", "McDonald"),
        ("ja", "ウエストバージニア", "Virginia"),
        ("ja", "チェコスロバキア", "Czechoslovakia"),
        ("ka", "ბერიძე", "Beridze"),
        ("ka", "გოგოლაშვილმა", "Gogolashvili"),
        ("ar", "كارلسون", "Carlson"),
        ("ar", "وتشامبرلين", "Chamberlain"),
        ("ar", "غونزاليس", "Gonzalez"),
        ("ar", "جوتنبرج", "Gutenberg"),
        ("ko", "트럼프는", "Trump"),
        ("ko", "문재인", "Moon Jae-in"),
        ("ko", "로젠버그에게서", "Rosenberg"),
        ("ko", "잉글랜드", "England"),
        ("zh", "特朗普", "Trump"),
        ("zh", "罗森伯格", "Rosenberg"),
        ("zh", "羅森伯格", "Rosenberg"),
        ("zh", "威尔金森", "Wilkinson"),
        ("zh", "弗拉基米尔", "Vladimir"),
        ("zh", "近平", "Jinping"),
    ],
)
def test_a_name_is_heard_in_its_transcription(lang, heard, latin):
    assert of(lang).alike(heard, latin)
    assert of(lang).alike(latin, heard)


@pytest.mark.parametrize(
    ("lang", "heard", "latin"),
    [
        ("ja", "ローゼンバーグ", "Kavanaugh"),
        ("ka", "გოგოლაშვილმა", "Petersen"),
        ("ar", "كارلسون", "Petersen"),
        ("ja", "マクドナルド", "Wilson"),
        ("ko", "트럼프는", "Clinton"),
        ("zh", "罗森伯格", "Wilkinson"),
        ("zh", "近平", "Keqiang"),
    ],
)
def test_another_name_is_not(lang, heard, latin):
    assert not of(lang).alike(heard, latin)


def test_short_words_tell_nothing():
    assert not of("ja").telling("Lee")
    assert of("ja").telling("Rosenberg")
    assert of("ja").writes("カバノー")
    assert not of("ja").writes("Rosenberg")
    assert not of("ja").writes("東京")


def test_two_spellings_of_one_latin_name_are_kin():
    assert kin("Pjongjang", "Pyongyang")
    assert not kin("Borneo", "Kalimantan")


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("ja", "ホテルでスヴァンベルクと会った。", ["スヴァンベルク"]),
        ("ko", "검사는 월요일에 호텔에서 스반베리를 만났습니다.", ["스반베리를"]),
        ("zh", "检察官周一在酒店会见了斯万贝里。", ["斯万贝里"]),
        ("ar", "التقى المدعي العام سفانبيرغ في الفندق.", ["سفانبيرغ"]),
    ],
)
def test_a_common_word_is_no_name(lang, text, expected):
    words = plugins.load("languages", lang, None)
    assert [token.text for token in of(lang).names(words.words(text), words.zipf)] == expected


def test_a_name_stands_where_its_token_says():
    words, text = plugins.load("languages", "zh", None), "检察官周一在酒店会见了斯万贝里。"
    (name,) = of("zh").names(words.words(text), words.zipf)
    assert text[name.start : name.stop] == name.text


SWAPPED = {
    "ja": "検察官は月曜日に裁判所でスヴァンベルクと面会した。",
    "ar": "التقى المدعي العام يوم الاثنين سفانبيرغ في المحكمة.",
    "ka": "პროკურორი ორშაბათს სასამართლოში გოგოლაშვილს შეხვდა.",
    "tr": "Savcı pazartesi günü mahkemede Svanberg ile görüştü.",
    "be": "Пракурор у панядзелак у судзе сустрэўся са Сванбергам.",
    "ko": "검사는 월요일에 법정에서 스반베리를 만났습니다.",
    "zh": "检察官周一在法庭上会见了斯万贝里。",
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


@pytest.mark.parametrize("lang", ["ar", "ja", "ka", "ko", "zh"])
def test_what_a_language_says_of_its_sounds_is_sound(lang):
    hearer = of(lang)
    ear = hearer.ear
    assert {sound for _, kind in ear.sounds for sound in kind} <= set("KLNPST-")
    assert len({form for form, _ in ear.sounds}) == len(ear.sounds)
    for form in (*ear.before, *ear.behind, *ear.never, *ear.final, *ear.marks, *ear.signs, *ear.surnames, *ear.titles):
        assert hearer.writes(form), form


@pytest.mark.parametrize("code", sorted(set(plugins.names("languages")) - {"generic"}))
def test_names_are_known_by_ear_or_by_letters(code):
    known = plugins.load("languages", code, None).conventions
    assert known.script
    assert (known.ear is None) == (known.script in ("Latn", "Cyrl", "Thai"))


PERSONS = {
    "zh": ("国家主席习近平周一在北京会见了代表团。", "Xi Jinping", "Li Keqiang"),
    "ko": ("문재인 대통령은 월요일 베이징에서 대표단을 만났다.", "Moon Jae-in", "Lee Myung-bak"),
}


@pytest.mark.parametrize("lang", PERSONS)
def test_a_person_of_its_own_people_who_was_exchanged_is_found(lang):
    source, right, wrong = PERSONS[lang]
    assert names(source, f"President {wrong} met the delegation in Beijing on Monday.", lang) == [wrong]
    assert names(source, f"President {right} met the delegation in Beijing on Monday.", lang) == []


def test_an_english_name_of_mandarin_syllables_is_no_mandarin_name():
    assert (
        names("副总统彭斯周一在法庭上说，他不知道。", "Mike Pence said in court on Monday he did not know.", "zh") == []
    )


def test_names_are_not_told_by_ear_where_every_noun_has_a_capital():
    report = check(
        "Der Staatsanwalt traf Lindqvist am Montag im Gericht.",
        source=SWAPPED["ja"],
        source_lang="ja",
        target_lang="de",
        **SOUNDS,
    )
    assert not any(finding.rule.code.startswith("NAM") for finding in report.findings)
