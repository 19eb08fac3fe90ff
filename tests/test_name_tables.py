"""Laws over every row of the tables of names, acronyms, titles and words carried over."""

import pytest

from checker.data import rows
from checker.patterns import compiled
from checker.testing import context, findings

TABLES = {
    "exonyms": ("names", ("NAM002", "NAM003"), 600),
    "foreign_names": ("names", ("NAM002", "NAM003"), 300),
    "acronyms": ("acronyms", ("ACR001",), 200),
    "titles": ("acronyms", ("TTL001",), 200),
    "transliterated_words": ("untranslated", ("UNT002",), 150),
}


def _pair(example):
    source, sign, english = example.partition(" ≠ ")
    if not sign:
        source, _, english = example.partition(" = ")
    return bool(sign), f"В статье упомянуто: {source} и другое.", f"The article mentions {english} and more.", english


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_many_distinct_and_complete(table):
    found = rows(table)
    assert len(found) >= TABLES[table][2]
    key = "english" if table == "transliterated_words" else "source"
    assert len({row[key] for row in found}) == len(found)
    for row in found:
        assert row["source"]
        assert row["suggestion"]
        assert row["reason"]
        assert row["example"]
        assert row["seen"] in ("no", "yes", "dev1", "dev2", "kazakhstan")


@pytest.mark.parametrize("table", TABLES)
def test_lemmas_are_those_of_the_language(table):
    russian = context().language("ru")
    for row in rows(table):
        phrases = [[t.lemma for t in russian.words(p) if t.kind != "mark"] for p in row["source"].split("|")]
        assert row["lemmas"] == "|".join(" ".join(phrase) for phrase in phrases)


@pytest.mark.parametrize("table", TABLES)
def test_no_wrong_form_is_an_accepted_one(table):
    for row in rows(table):
        accepted = {row["suggestion"], *row.get("accepted", "").split("|")}
        assert accepted.isdisjoint(form for form in row.get("wrong", "").split("|") if form), row["source"]


@pytest.mark.parametrize("table", ["exonyms", "foreign_names", "titles"])
def test_wrong_forms_are_patterns(table):
    for row in rows(table):
        for form in filter(None, row["wrong"].split("|")):
            assert compiled(form).anchors


@pytest.mark.parametrize("table", TABLES)
def test_every_example_does_what_it_says(table):
    family, codes, _ = TABLES[table]
    failures = []
    for row in rows(table):
        wrong, source, translation, english = _pair(row["example"])
        found = [finding for finding in findings(family, translation, source) if finding.rule.code in codes]
        suggested = any(row["suggestion"] in finding.suggestion for finding in found)
        if wrong != bool(found) or (wrong and not suggested):
            failures.append((row["example"], [(finding.span.text, finding.suggestion) for finding in found]))
        assert all(finding.span.text in english for finding in found), row["example"]
    assert not failures


def test_what_english_calls_it_is_never_flagged():
    for table in ("exonyms", "acronyms", "titles"):
        family, codes, _ = TABLES[table]
        for row in rows(table):
            source = row["source"].split("|")[0]
            _, source, translation, _ = _pair(f"{source} = {row['suggestion']}")
            found = [finding for finding in findings(family, translation, source) if finding.rule.code in codes]
            assert not found, (row["source"], [finding.span.text for finding in found])


def test_signs_of_foreign_names():
    from checker.detectors.names._foreign import foreign_sign

    for row in rows("foreign_patterns"):
        name, sign, latin = row["example"].partition(" ≠ ")
        if sign:
            assert foreign_sign(name.lower(), latin) is not None, row["example"]
        else:
            name, _, latin = row["example"].partition(" = ")
            assert foreign_sign(name.lower(), latin) is None, row["example"]


@pytest.mark.parametrize("row", rows("name_sexes"), ids=lambda row: row["woman"])
def test_names_of_a_woman_and_of_a_man_differ(row):
    assert not {*row["women"].split()} & {*row["men"].split()}
    assert row["woman"][:2] == row["man"][:2]
    assert row["example"].startswith(row["woman"])
