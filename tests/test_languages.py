"""What languages know of words, which language a text is in, and that every language keeps its promises."""

from __future__ import annotations

import subprocess
import sys

import pytest

from checker import plugins
from checker.data import rows
from checker.errors import LanguageError
from checker.languages.identification import identify, same
from checker.testing import context

LANGUAGES = plugins.names("languages")
SAMPLES = {
    "en": "The port stayed shut on Monday. Nobody knows why.",
    "ru": "Порт в понедельник не работал. Никто не знает почему.",
    "uk": "Порт у понеділок не працював. Ніхто не знає чому.",
    "be": "Порт у панядзелак не працаваў. Ніхто не ведае чаму.",
    "de": "Der Hafen blieb am Montag geschlossen. Niemand weiß, warum.",
    "fr": "Le port est resté fermé lundi. Personne ne sait pourquoi.",
    "es": "El puerto permaneció cerrado el lunes. Nadie sabe por qué.",
    "it": "Il porto è rimasto chiuso lunedì. Nessuno sa perché.",
    "pt": "O porto ficou fechado na segunda-feira. Ninguém sabe porquê.",
    "nl": "De haven bleef maandag gesloten. Niemand weet waarom.",
    "pl": "Port w poniedziałek był zamknięty. Nikt nie wie dlaczego.",
    "tr": "Liman pazartesi günü kapalıydı. Kimse nedenini bilmiyor.",
    "ar": "ظل الميناء مغلقا يوم الاثنين. لا أحد يعرف السبب.",
    "ja": "港は月曜日も閉鎖されたままだった。理由は誰も知らない。",
    "ko": "항구는 월요일에도 폐쇄되었다. 아무도 이유를 모른다.",
    "zh": "港口周一仍然关闭。没有人知道原因。",
    "ka": "პორტი ორშაბათს დაკეტილი დარჩა. არავინ იცის რატომ მოხდა ეს.",
    "kk": "Порт дүйсенбіде жабық болды. Неге екенін ешкім білмейді.",
    "th": "ท่าเรือยังคงปิดในวันจันทร์\nไม่มีใครรู้ว่าทำไม",
}


def words(lang, text):
    return context().language(lang).words(text)


@pytest.mark.parametrize("lang", [name for name in LANGUAGES if name != "generic"])
def test_every_language_splits_and_names_itself(lang):
    language = context().language(lang)
    assert (language.code, language.name) == (lang, next(row["name"] for row in rows("iso639") if row["code"] == lang))
    assert len(language.sentences(SAMPLES[lang])) == 2
    assert len(words(lang, SAMPLES[lang])) >= 8
    assert identify(SAMPLES[lang])[0] == lang


@pytest.mark.parametrize("lang", [name for name in LANGUAGES if name != "generic"])
def test_abbreviations_are_written_as_they_are_looked_up(lang):
    profile = context().language(lang).profile
    groups = (profile.before_name, profile.before_number, profile.inside, profile.ending, profile.years)
    assert not [word for group in groups for word in group if word.endswith(".") or word.startswith(".")]
    assert not [word for word in profile.starters | profile.saying | profile.lettered if word != word.lower()]
    assert not profile.before_name & profile.inside
    assert not profile.inside & profile.ending


def test_a_code_without_a_file_is_generic_and_nonsense_is_refused():
    assert plugins.load("languages", "generic", None, code="kk").name == "Kazakh"
    assert len(plugins.load("languages", "generic", None, code="ka").sentences("ეს ერთია. ეს ორია.")) == 2
    with pytest.raises(LanguageError, match="no ISO 639-1"):
        plugins.load("languages", "generic", None, code="xx")


@pytest.mark.parametrize(
    ("text", "lemma", "tags"),
    [
        ("Tokayev's", "tokayev", {"possessive"}),
        ("don't", "do", {"negated", "known"}),
        ("won’t", "will", {"negated"}),
        ("cannot", "can", {"negated"}),
        ("O'Brien", "o'brien", {"known"}),
        ("O’Brien’s", "o'brien", {"possessive"}),
        ("law-enforcers", "law-enforcer", set()),
        ("children", "child", {"known"}),
        ("U.S.", "u.s.", {"known"}),
        ("COVID-19", "covid-19", set()),
    ],
)
def test_english_words(text, lemma, tags):
    (token,) = words("en", text)
    assert (token.kind, token.lemma) == ("word", lemma)
    assert tags <= token.tags


@pytest.mark.parametrize(
    ("text", "lemma", "tags"),
    [
        ("Твери", "тверь", {"place", "NOUN", "femn", "known"}),
        ("Ивановым", "иванов", {"surname", "ablt", "sing"}),
        ("Петровичу", "петрович", {"patronymic"}),
        ("Ольгой", "ольга", {"name", "femn"}),
        ("ООН", "оон", {"organisation"}),
        ("ещё", "ещё", {"ADVB", "known"}),
        ("стра\u0301ны", "страна", {"NOUN"}),
    ],
)
def test_russian_words(text, lemma, tags):
    (token,) = words("ru", text)
    assert token.lemma == lemma
    assert tags <= token.tags


def test_what_the_dictionary_lacks_is_not_known():
    assert not [token for token in words("ru", "Глокая куздра бокрит") if "known" in token.tags]
    assert words("ru", "Reuters \U00017000")[0].tags == {"LATN"}


def test_only_capitals_are_names():
    (token,) = words("ru", "вера")
    assert "name" not in token.tags


@pytest.mark.parametrize(
    ("lang", "text", "kinds"),
    [
        ("en", "1,234.5 km", "number word"),
        ("en", "15 300 people", "number word"),
        ("en", "15-minute", "word"),
        ("en", "3-4%", "number mark number mark"),
        ("en", "$5.", "mark number mark"),
        ("en", "see https://a.example/b?c. Or", "word mark mark word"),
        ("en", "desk@news.example", "mark"),
        ("ru", "20-летний", "word"),
        ("ru", "1990-х", "word"),
        ("ru", "5 000 000 рублей", "number word"),
        ("zh", "1945年", "number word"),
    ],
)
def test_kinds_of_tokens(lang, text, kinds):
    assert [token.kind for token in words(lang, text)] == kinds.split()


def test_frequencies():
    english, russian = context().language("en"), context().language("ru")
    assert english.zipf("the") > 7 > english.zipf("harbour") > 3
    assert english.zipf("hurrah-patotism") == english.zipf("qzxv") == 0
    assert russian.zipf("Её") > 5
    assert russian.zipf("глокая") == 0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Тихие переговоры", "ru"),
        ("Київ чекає на дощ", "uk"),
        ("Прэзідэнт падпісаў указ", "be"),
        ("Storm closes port for third day", "en"),
        ("Der Sturm schließt den Hafen", "de"),
    ],
)
def test_headlines_are_identified(text, code):
    assert identify(text)[0] == code


def test_texts_without_letters_are_in_no_language():
    assert identify("12 345, 67") == ("", 0.0)


def test_the_same_text_is_known_again():
    text = "A sentence that is longer than forty characters, as most are.\nAnother one that is longer than forty too."
    assert same(text, text.replace("\n", "\n\n "))
    assert same(text * 9, text * 9 + "\nRead: 5")
    assert not same(text, text.upper())


def test_nothing_heavy_is_loaded_before_it_is_needed():
    code = (
        "import sys; from checker import plugins; "
        "[plugins.load(k, n, None) for k in ('readers', 'languages') for n in plugins.names(k)]; "
        "heavy = ('numpy', 'pymorphy3', 'wordfreq', 'simplemma', 'lxml', 'docx', 'markdown_it', 'budoux', 'anyascii'); "
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
