"""Laws over every row of the phrase tables: a row says what it flags, why, when, and proves it on its own example."""

from __future__ import annotations

import pytest

from checker.data import rows
from checker.detectors import calques, senses
from checker.detectors._phrases import tables
from checker.detectors._wording import wordings
from checker.patterns import Index, condition
from checker.testing import context, findings

FAMILIES = {"calques": ("CAL001", calques.TABLES), "senses": ("FFR001", senses.FRIENDS), "": ("SEN001", senses.SENSES)}
ROWS = [
    pytest.param(family or "senses", code, row, id=f"{name}-{number}")
    for family, (code, names) in FAMILIES.items()
    for name in names
    for number, row in enumerate(rows(name), 2)
]
ALONE = {row.values[2]["reason"] for row in ROWS if row.values[2]["alone"] != "no"}


def _unmark(text):
    start = text.find("⟦")
    return text.replace("⟦", "").replace("⟧", ""), (start, text.find("⟧") - 1)


def _tokens(lang, text):
    language = context().language(lang)
    return [language.words(sentence.text) for sentence in language.sentences(text)]


def _places(row, text):
    """Where the row's patterns stand in a text, as (start, stop)."""
    language = context().language("en")
    index = Index.of(row["pattern"].split(" ; "))
    for sentence in language.sentences(text):
        tokens = language.words(sentence.text)
        for match in index.find(tokens):
            yield sentence.start + tokens[match.start].start, sentence.start + tokens[match.stop - 1].stop


@pytest.mark.parametrize(("family", "code", "row"), ROWS)
def test_a_row_is_complete_and_proves_itself(family, code, row):
    assert row["severity"] in ("minor", "major", "critical")
    assert row["alone"] in ("yes", "remark", "no")
    assert row["seen"]
    assert row["source"] or row["alone"] == "yes", "a row without a condition must be wrong in any English"
    assert len(row["reason"]) > 10
    assert row["suggestion"]
    text, span = _unmark(row["example"])
    assert span in list(_places(row, text)), f"the example does not show the pattern: {list(_places(row, text))}"
    if row["source"]:
        assert condition(row["source"]).evidence(_tokens("ru", row["source_example"])), "the condition does not hold"
        if not row["counter"]:
            assert not condition(row["source"]).evidence(_tokens("ru", "Погода в городе хорошая."))


@pytest.mark.parametrize(("family", "code", "row"), ROWS)
def test_a_row_fires_in_its_family(family, code, row):
    text, (start, stop) = _unmark(row["example"])
    found = [finding for finding in findings(family, text, row["source_example"]) if finding.rule.code == code]
    assert any(finding.span.start < stop and start < finding.span.stop for finding in found)
    for finding in found:
        assert finding.span.text == text[finding.span.start : finding.span.stop]
    if row["alone"] == "no" and not any(row["reason"] in reason for reason in ALONE):
        assert not list(_own(family, row, text))


def _forms(wording):
    """A wording, and the same in the plural where that is English."""
    yield wording
    plural = wording[:-1] + "ies" if wording.endswith("y") else wording + "s"
    language, last = context().language("en"), wording.split()[-1]
    if language.lemma(plural.split()[-1]) == last and language.zipf(plural.split()[-1]) > 3:
        yield plural


@pytest.mark.parametrize(("family", "code", "row"), [row for row in ROWS if row.values[2]["source_example"]])
def test_a_row_is_silent_on_its_own_suggestion(family, code, row):
    """Every wording it suggests, put in the place of the bad one beside the same original."""
    before, _, rest = row["example"].partition("⟦")
    after = rest.partition("⟧")[2]
    for words in wordings(row["suggestion"]):
        for form in _forms(" ".join(words)):
            start, stop = len(before), len(before) + len(form)
            found = findings(family, before + form + after, row["source_example"])
            own = [finding.span for finding in found if row["reason"] in finding.message]
            assert not [span.text for span in own if start <= span.start and span.stop <= stop]


@pytest.mark.parametrize(("family", "code", "row"), [row for row in ROWS if row.values[2]["counter"]])
def test_a_row_is_silent_on_its_counter(family, code, row):
    if row["alone"] == "yes":
        assert not list(_places(row, row["counter"]))
    assert not list(_own(family, row, row["counter"]))


def _own(family, row, text):
    """Findings of the row's own making without an original."""
    return (finding for finding in findings(family, text) if row["reason"] in finding.message)


def _lemmas(text):
    """The words of a condition that stand for all their forms."""
    words = (word for part in text.split() for word in part.strip("!?").split("|"))
    return [word for word in words if word.isalpha() and not word.isascii()]


@pytest.mark.parametrize(("family", "code", "row"), [row for row in ROWS if row.values[2]["source"]])
def test_every_word_of_a_condition_can_be_met(family, code, row):
    """A lemma that the language never gives (a participle taken for an adjective) would be dead."""
    russian, words = context().language("ru"), set(_lemmas(row["source"]))
    known = {word.replace("ё", "е") for word in words}
    dead = {word: russian.lemma(word) for word in words if russian.lemma(word).replace("ё", "е") not in known}
    assert not dead, "write WORD|LEMMA, or =FORM"


@pytest.mark.parametrize("names", [calques.TABLES, senses.FRIENDS, senses.SENSES])
def test_no_pattern_stands_twice_with_one_condition(names):
    seen = [(row.pattern, row.source) for row in tables(names).rows]
    assert len(seen) == len(set(seen))


def test_tables_are_large_enough_to_be_of_use():
    counts = {code: sum(len(rows(name)) for name in names) for code, names in FAMILIES.values()}
    assert counts["CAL001"] >= 600
    assert counts["FFR001"] >= 250
