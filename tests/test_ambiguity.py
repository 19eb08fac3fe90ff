"""Ambiguous words: the table keeps its senses apart; surroundings, or a re-translation, speak for one of them."""

from __future__ import annotations

import re

import pytest

from checker import data, plugins
from checker.model import Pair
from checker.testing import context, pair

ROWS = data.rows("ambiguous")


def _senses(row):
    parts = [sense.partition(": ") for sense in row["senses"].split(" ; ")]
    return [([word.strip("()") for word in said.removeprefix("~").split("|")], cues.split()) for said, _, cues in parts]


def test_a_lemma_stands_once():
    lemmas = [lemma for row in ROWS for lemma in row["lemma"].split("|")]
    assert len(lemmas) == len(set(lemmas))


def test_the_table_covers_the_words_of_the_news():
    assert sum(len(row["lemma"].split("|")) for row in ROWS) >= 3_500


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["lemma"])
def test_senses_are_apart(row):
    senses = _senses(row)
    words = [word for renderings, _ in senses for word in renderings]
    assert len(senses) > 1
    assert len(words) == len(set(words))
    assert all(re.fullmatch(r"[A-Za-zé'-]+(?: [A-Za-z'-]+)*", word) for word in words)
    assert row["seen"] in ("yes", "no")
    assert re.fullmatch(r"[а-я-]+(?:\|[а-я-]+)*", row["lemma"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["lemma"])
def test_a_cue_speaks_for_one_sense(row):
    cues = [cue for _, of_sense in _senses(row) for cue in of_sense]
    assert len(cues) == len(set(cues))
    assert all(re.fullmatch(r"[а-я0-9a-z-]+", cue) for cue in cues)
    assert set(cues).isdisjoint(row["lemma"].split("|"))


_MISREAD = frozenset(
    {"вина", "граната", "данные", "духовой", "заем", "имеющийся", "лета", "марка", "отек"}
    | {"пар", "половой", "сизо", "стопа", "стража", "ушиб"}
)
"""Forms that the dictionary takes for common words which would be poor cues."""


def test_cues_are_what_a_text_gives():
    russian = context().language("ru")
    for row in ROWS:
        for _, cues in _senses(row):
            lost = [cue for cue in cues if russian.lemma(cue).replace("ё", "е") not in cues]
            assert _MISREAD.issuperset(lost)


def _detected(translation: str, source: str, retranslation: str = "") -> list[tuple[str, str]]:
    where = context("embedded", "embedded")
    checked = pair(translation, source, where=where)
    if retranslation:
        reference = pair(translation, retranslation, where=where, langs=("en", "en")).source
        checked = Pair(checked.translation, checked.sentences, checked.source, reference)
    detector = plugins.load("detectors", "senses", where)
    return [(finding.span.text, finding.suggestion) for finding in detector.detect(checked)]


def test_a_retranslation_speaks_for_another_sense():
    source, translation = "Врач выписал журнал.", "The doctor wrote out the magazine."
    assert _detected(translation, source) == []
    assert _detected(translation, source, translation) == []
    assert _detected(translation, source, "The doctor copied out the register.") == [("magazine", "log or register")]


@pytest.mark.parametrize(
    ("source", "translation", "retranslation", "found"),
    [
        ("Раковину вымыли.", "They washed the shell.", "They washed the sink.", ["shell"]),
        ("Раковину вымыли.", "They washed the shell.", "They washed the shell.", []),
        ("Участок осмотрели.", "They examined the plot.", "They examined the site.", ["plot"]),
        ("Участок осмотрели.", "They examined the plot.", "They looked at the land.", []),
        ("Он позвонил матери.", "He rang his mother.", "He called his mother.", []),
        ("У него болели ноги.", "His legs hurt.", "His feet hurt.", []),
    ],
)
def test_a_retranslation_speaks_for_a_sense_of_other_tables(source, translation, retranslation, found):
    assert [text for text, _ in _detected(translation, source, retranslation)] == found


def test_words_around_speak_for_a_sense():
    said = "The {} was delayed for a week."
    assert _detected(said.format("party"), "Поставку этой партии вакцин задержали на неделю.") != []
    assert _detected(said.format("batch"), "Поставку этой партии вакцин задержали на неделю.") == []


TOPICS = data.rows("topics")


@pytest.mark.parametrize("row", TOPICS, ids=lambda row: row["topic"])
def test_a_topic_has_words_of_its_own(row):
    words = row["words"].split()
    assert len(words) == len(set(words)) >= 15
    assert all(re.fullmatch(r"[а-я-]+", word) for word in words)
    russian = context().language("ru")
    assert _MISREAD.issuperset(word for word in words if russian.lemma(word).replace("ё", "е") != word)


def test_a_topic_of_the_cues_speaks_for_a_sense(monkeypatch):
    # The lead and the gain that a finding needs besides are another matter.
    monkeypatch.setattr("checker.detectors.senses._ambiguity._MARGIN", 3.5)
    monkeypatch.setattr("checker.detectors.senses._ambiguity._GAIN", -1.0)
    said = "The fraudster, whom the jury found guilty, was {} in spring."
    source = "Мошенника, которого присяжные сочли виновным, весной посадили."
    assert _detected(said.format("planted"), source) != []
    assert _detected(said.format("jailed"), source) == []


def test_a_sense_hardly_ever_meant_needs_no_cue():
    source = "Правительство выполнило поручение президента."
    assert _detected("The government carried out the president's errand.", source) == [
        ("errand", "instruction or order")
    ]
    assert _detected("The government carried out the president's instruction.", source) == []


def test_a_rendering_of_several_words_is_one():
    found = _detected("The court decided to carry out a sentence on the mayor.", "Суд решил вынести приговор мэру.")
    assert found == [("carry out", "hand down or deliver")]
    assert (
        _detected("The court decided to hand down a sentence on the mayor.", "Суд решил вынести приговор мэру.") == []
    )


def test_without_a_cue_all_senses_are_good():
    source = "Мы увидели кран."
    assert _detected("We saw a crane.", source) == []
    assert _detected("We saw a tap.", source) == []
