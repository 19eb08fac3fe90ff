"""Which rules know which languages, and what a report says was not checked."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from checker import check, data, knowledge, plugins
from checker.cli import app
from checker.cli.listing import all_rules
from checker.coverage import ANY, DICTIONARY, ENCODER, Ground
from checker.data import rows
from checker.model import Category, Rule, Severity

CATALOGUE = all_rules()
CODES = {row["code"] for row in rows("iso639")}


def rule(code: str) -> Rule:
    return next(one for one in CATALOGUE if one.code == code)


@pytest.mark.parametrize("row", data.rows("coverage"), ids=lambda row: row["codes"])
def test_a_row_speaks_of_rules_and_languages_that_there_are(row):
    assert any(one.code.startswith(row["codes"]) for one in CATALOGUE)
    for column in ("sources", "targets"):
        assert row[column] in (ANY, ENCODER, DICTIONARY) or set(row[column].split()) <= CODES
    assert row["subject"]


@pytest.mark.parametrize("one", CATALOGUE, ids=lambda one: one.code)
def test_every_rule_of_ours_has_a_row(one):
    assert any(one.code.startswith(row["codes"]) for row in data.rows("coverage"))


def test_russian_to_english_is_covered_whole():
    assert Ground("ru", "en").unchecked(CATALOGUE) is None
    assert Ground("", "en").unchecked(CATALOGUE) is None


def test_a_rule_is_asked_only_in_languages_that_it_knows():
    assert Ground("uk", "en").knows(rule("CAL001"))
    assert not Ground("de", "en").knows(rule("CAL001"))
    assert not Ground("ru", "de").knows(rule("GRM101"))
    assert Ground("ru", "de").knows(rule("NUM001"))


def test_a_rule_of_a_stranger_is_always_asked():
    strange = Rule("XYZ001", "x", Category.STYLE, Severity.MINOR, "x", "x", "x")
    assert Ground("de", "fr").knows(strange)


def test_omissions_hang_on_what_the_encoder_was_trained_on():
    known = frozenset({"de", "en"})
    assert Ground("de", "en", known).knows(rule("OMI001"))
    assert not Ground("uk", "en", known).knows(rule("OMI001"))
    assert Ground("uk", "en").knows(rule("OMI001"))


def test_the_report_says_what_was_not_checked():
    report = check(
        "Der Minister kam am Montag an.", source="Міністр прибув у понеділок.", source_lang="uk", target_lang="de"
    )
    said = [note.text for note in report.notes if note.topic == "unchecked"]
    assert len(said) == 1
    assert "for want of knowledge of German: " in said[0]
    assert "the encoder was not trained on Ukrainian" in said[0]
    assert "omissions" in said[0]


def test_what_is_known_is_listed_for_every_language_with_a_file():
    known = {one.code: one for one in knowledge.languages(CATALOGUE)}
    assert set(known) == set(plugins.names("languages")) - {"generic"}
    assert (known["ru"].words, known["uk"].numerals, known["zh"].words) == ("dictionary", "words", "segmented")
    assert known["de"].quotes.startswith("„“")
    assert known["de"].encoder
    assert not known["ka"].encoder
    assert known["en"].rules > known["de"].rules > known["th"].rules
    assert all(one.identified for one in known.values())


def test_pairs_are_those_with_tables_of_their_own():
    pairs = {(one.source, one.target): one.subjects for one in knowledge.pairs(CATALOGUE)}
    assert "false friends" in pairs["ru", "en"]
    assert pairs["uk", "en"] == ("calques",)


def test_languages_are_printed_as_text_and_as_json():
    text = CliRunner().invoke(app, ["languages"]).stdout
    assert "Georgian" in text
    assert "ru to en: acronyms" in text
    shown = json.loads(CliRunner().invoke(app, ["languages", "--format", "json"]).stdout)
    assert next(one for one in shown["languages"] if one["code"] == "uk")["numerals"] == "words"
    assert {"source", "target", "knows"} == set(shown["pairs"][0])
