"""Spelling in other languages than English, by a dictionary that the user gives; the dictionaries are our own."""

from __future__ import annotations

import pytest

from checker import check
from checker.config import Config
from checker.errors import InputError

LISTED = "порт понеділок працював ніхто знає чому уряд рішення ухвалив учора про будівництво"


def found(target, translation, path):
    config = Config(
        target_lang=target,
        encoder="none",
        linker="none",
        scorers=("overlap",),
        select=("SPL",),
        parts={"detectors.spelling": {"dictionaries": {target: str(path)}}},
    )
    return check(translation, config=config)


@pytest.fixture
def listed(tmp_path):
    path = tmp_path / "words.txt"
    path.write_text("\n".join(LISTED.split()), "utf-8")
    return path


def test_a_slip_in_a_common_word_is_found_with_the_word_meant(listed):
    (finding,) = found("uk", "Уряд учора ухвалив рішеня про порт.", listed).findings
    assert (finding.span.text, finding.suggestion) == ("рішеня", "рішення")


@pytest.mark.parametrize(
    "translation",
    [
        "Уряд учора ухвалив рішення про порт.",  # nothing is wrong
        "Рішеня ухвалив уряд.",  # a capital: it may be a name
        "Уряд ухвалив рішеня про рішеня.",  # the article keeps using it
        "Уряд ухвалив гідродинаміку.",  # no common word is one slip away
    ],
)
def test_names_repeated_words_and_strange_words_stand(listed, translation):
    assert not found("uk", translation, listed).findings


def test_a_hunspell_dictionary_is_read(tmp_path):
    pytest.importorskip("spylls", reason='the extra "spelling" is not installed')
    (tmp_path / "xx.aff").write_text("SET UTF-8\nSFX N Y 1\nSFX N 0 en .\n", "utf-8")
    (tmp_path / "xx.dic").write_text("3\nFrage/N\nBrücke\ngesperrt\n", "utf-8")
    (finding,) = found("de", "Die Brücke ist gespertt.", tmp_path / "xx").findings
    assert (finding.span.text, finding.suggestion) == ("gespertt", "gesperrt")


def test_a_dictionary_that_is_not_there_is_said(tmp_path):
    with pytest.raises(InputError, match="dictionary"):
        _ = found("uk", "Уряд ухвалив рішеня.", tmp_path / "none.txt").findings


def test_the_report_says_that_spelling_was_not_checked_where_no_dictionary_was_given(listed):
    without = check("Der Hafen ist zu.", target_lang="de", select=("SPL",), encoder="none", linker="none")
    assert "spelling" in without.notes[-1].text
    given = found("uk", "Порт працював.", listed)
    assert not any("spelling" in note.text for note in given.notes)
