"""Rules in translations into other languages than English, by the conventions of each."""

from __future__ import annotations

import pytest

from checker import check

FLAGGED = [
    # target, code, translation, flagged span, suggestion
    ("de", "LOC001", "Die Kosten stiegen auf 3.5 Millionen Euro.", "3.5", "3,5"),
    ("uk", "LOC001", "Вони витратили 12,000 доларів на ремонт.", "12,000", "12\u00a0000"),
    ("es", "LOC001", "La obra costó 1,250,000 euros en total.", "1,250,000", "1.250.000"),
    ("fr", "LOC001", "Le projet a coûté 1.7 million d’euros.", "1.7", "1,7"),
    ("ru", "LOC001", "Город потратил 45,000 рублей на скамейки.", "45,000", "45\u00a0000"),
    ("uk", "PUN002", "Порт закрили.Ніхто не знає чому.", "закрили.Ніхто", "закрили. Ніхто"),
    ("de", "PUN002", "Der Hafen blieb  am Montag zu.", "blieb  am", "blieb am"),
    ("es", "PUN002", "El puerto cerró , y nadie sabe por qué.", "cerró ,", "cerró,"),
    ("uk", "PUN001", "Міністр сказав: «Ми не підемо. Потім він вийшов.", "«Ми не підемо", None),
    ("de", "PUN001", "Er sagte: „Wir gehen nicht. Dann ging er.", "„Wir gehen nicht", None),
    ("fr", "PUN004", "Il a dit „nous partons“ et il est parti.", "„nous partons“", "«nous partons»"),
    ("es", "PUN004", "La llaman „la vieja“ en el barrio.", "„la vieja“", "«la vieja»"),
    ("de", "REP001", "Der Hafen blieb blieb am Montag geschlossen.", "blieb blieb", "blieb"),
    ("ru", "REP001", "Порт в понедельник не не работал.", "не не", "не"),
    ("uk", "GAR002", "Це дужe дивна справа.", "дужe", "дуже"),
    ("ru", "GAR002", "Цена &nbsp; выросла вдвое.", "&nbsp;", " "),
    ("uk", "UNT001", "Міністр сказав, что порт закрито, и ушёл.", "ушёл", "(translate)"),
    ("ru", "UNT001", "Суд отложил заседание, як повідомляє прокурор.", "повідомляє", "(translate)"),
]
SILENT = [
    ("de", "Die Familien, die die Folgen spüren, warten seit 1.5.2018 auf die 2.500 Euro."),
    ("de", "„Wir gehen“, sagte er, „und zwar ‚sofort‘.“"),
    ("fr", "Nous nous sommes trompés : « Il est 15 h 30 », a-t-il dit ; c’était faux !"),
    ("fr", "La ville compte 12 500 habitants et 2,5 % de chômeurs."),
    ("es", "«Llegaron a las 10.30», dijo, y pagaron 1.250 euros."),
    ("uk", "У м. Львові, на вул. Зеленій, 12 500 осіб отримали 1,7 млн гривень."),
    ("uk", "«Ми не підемо», — сказав міністр о 15.30."),
    ("uk", "Газета «Новый мир» закрилася в червні."),
    ("ru", "Версия 2.5 вышла 3.5.2018, её скачали 12 500 раз."),
    ("ru", "Сайт lenta.ru и журнал «Forbes» писали об этом."),
    ("ru", "«Я сказал: «Порт закрыт», — вспоминает он."),
    ("be", "Порт не працаваў, але людзі прыйшлі."),
]


def found(target, translation, source="The port was closed.", source_lang="en"):
    settings = {"encoder": "none", "linker": "none", "scorers": ("overlap",), "ignore": ("OMI", "ADD", "NUM")}
    return check(translation, source=source, source_lang=source_lang, target_lang=target, **settings).findings


@pytest.mark.parametrize(("target", "code", "translation", "span", "suggestion"), FLAGGED)
def test_a_slip_is_found_in_any_target(target, code, translation, span, suggestion):
    (finding,) = [one for one in found(target, translation) if one.rule.code == code]
    assert finding.span.text == span
    assert suggestion is None or finding.suggestion == suggestion


@pytest.mark.parametrize(("target", "translation"), SILENT)
def test_what_the_language_allows_stands(target, translation):
    assert [(one.rule.code, one.span.text) for one in found(target, translation)] == []


def test_latin_words_of_the_original_left_in_cyrillic_are_found():
    source = "The minister said that he was out of office until Monday."
    (finding,) = found("ru", "Министр сказал, что он out of office до понедельника.", source)
    assert (finding.rule.code, finding.span.text) == ("UNT001", "out of office")


def test_numbers_are_compared_in_any_pair():
    settings = {"encoder": "none", "linker": "none", "scorers": ("overlap",)}
    report = check(
        "Der Bau kostete 25 Millionen Euro.",
        source="Строительство обошлось в двадцать пять миллиардов евро.",
        source_lang="ru",
        target_lang="de",
        **settings,
    )
    (finding,) = report.findings
    assert (finding.rule.code, finding.severity.label) == ("NUM001", "critical")
    again = check(
        "Строительство обошлось в 25 млрд евро.",
        source="Der Bau kostete fünfundzwanzig Milliarden Euro.",
        source_lang="de",
        target_lang="ru",
        **settings,
    )
    assert not again.findings


NAMED = [
    (
        "uk",
        "en",
        "У понеділок міністр Федорук зустрівся з фермерами.",
        "On Monday Minister Fedoruk met the farmers.",
        (),
    ),
    (
        "uk",
        "en",
        "У понеділок міністр Федорук зустрівся з фермерами.",
        "On Monday Minister Kovalchuk met the farmers.",
        ("NAM001",),
    ),
    (
        "en",
        "ru",
        "On Monday Minister Haseloff met farmers.",
        "В понедельник министр Кречман встретился с фермерами.",
        ("NAM001",),
    ),
    (
        "en",
        "ru",
        "On Monday Minister Haseloff met farmers.",
        "В понедельник министр Хазелофф встретился с фермерами.",
        (),
    ),
    ("ru", "uk", "Вчера министр Федорук уехал.", "Учора міністр Ковальчук поїхав.", ("NAM001",)),
    ("ru", "de", "Вчера министр Ковальчук уехал.", "Gestern fuhr Minister Kowaltschuk ab.", ()),
    ("ru", "fr", "Вчера министр Ковальчук уехал.", "Hier, le ministre Kovaltchouk est parti.", ()),
    (
        "en",
        "fr",
        "Yesterday Minister Haseloff left Magdeburg.",
        "Hier, le ministre Hasseloff a quitté Magdebourg.",
        ("NAM002",),
    ),
    ("it", "en", "Il treno per Amburgo parte alle dieci.", "The train for Hamburg leaves at ten.", ()),
]


@pytest.mark.parametrize(("source_lang", "target", "source", "translation", "codes"), NAMED)
def test_names_are_compared_by_their_letters(source_lang, target, source, translation, codes):
    findings = found(target, translation, source, source_lang)
    assert tuple(one.rule.code for one in findings if one.rule.code.startswith("NAM")) == codes
