"""Right-to-left and wide scripts in the terminal, on the page and in tables; texts are our own."""

from __future__ import annotations

import csv
import io

import pytest

from checker import check, plugins
from checker.model import word_count

ARABIC = "أعلن مجلس المدينة تأجيل افتتاح الجسر. وقال رئيس المجلس إن التكلفة ارتفعت إلى 19 مليون دولار."
ENGLISH = (
    "The city council postponed the opening of the bridge. Its head said the cost had risen to 91 million dollars."
)
CHINESE = "市议会推迟了大桥的开放。议会主席说，费用已升至1900万美元。"
JAPANESE = "市議会は橋の開通を延期した。議長は、費用が9,100万ドルに増えたと述べた。"


def report(source, translation, langs):
    settings = {"encoder": "none", "linker": "none", "scorers": ("overlap",)}
    return check(translation, source=source, source_lang=langs[0], target_lang=langs[1], **settings)


def rendered(name, *reports):
    return plugins.load("reporters", name, None).render(reports)


@pytest.mark.parametrize(
    ("source", "translation", "langs", "excerpt"),
    [
        (ARABIC, ENGLISH, ("ar", "en"), "91 million dollars"),
        (ENGLISH.replace("91", "91"), ARABIC, ("en", "ar"), "19 مليون دولار"),
        (CHINESE, ENGLISH, ("zh", "en"), "91 million dollars"),
        (ENGLISH.replace("91", "19"), JAPANESE, ("en", "ja"), "9,100万ドル"),
    ],
)
def test_a_wrong_figure_is_found_in_any_script(source, translation, langs, excerpt):
    (finding,) = report(source, translation, langs).findings
    assert (finding.rule.code, finding.span.text) == ("NUM001", excerpt)


def test_the_terminal_brackets_what_is_written_from_the_right():
    text = rendered("full", report(ENGLISH, ARABIC, ("en", "ar")))
    assert "إلى ⟦19 مليون دولار⟧." in text
    assert "^" not in text


def test_carets_stand_under_wide_signs():
    lines = rendered("full", report(ENGLISH.replace("91", "19"), JAPANESE, ("en", "ja"))).split("\n")
    line = next(place for place, text in enumerate(lines) if text.strip().startswith("^"))
    before = lines[line - 1].partition("9,100万ドル")[0]
    assert len(lines[line]) - len(lines[line].lstrip()) == len(before) + sum(char > "\u2e80" for char in before)
    assert lines[line].count("^") == len("9,100") + 2 * len("万ドル")


def test_the_page_says_the_direction_and_keeps_quoted_words_in_order():
    page = rendered("html", report(ARABIC, ENGLISH, ("ar", "en")))
    assert 'lang="ar" dir="rtl"' in page
    assert "«<bdi>19 مليون دولار</bdi>»" in page


def test_tables_keep_the_text_as_it_is():
    made = rendered("csv", report(ENGLISH, ARABIC, ("en", "ar"))).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(made)))
    assert rows[0]["excerpt"] == "19 مليون دولار"


@pytest.mark.parametrize(
    ("text", "words"),
    [("Two words", 2), (CHINESE, 13), ("橋", 1), ("Nord Stream 2は", 4), ("", 0), ("— да —", 3), ("ท่าเรือ", 2)],
)
def test_words_of_unspaced_scripts_are_counted_by_their_signs(text, words):
    assert word_count(text) == words
