"""Ambiguous words: the table keeps its senses apart, and a re-translation speaks for one of them."""

from __future__ import annotations

import re

import pytest

from checker import data, plugins
from checker.model import Pair
from checker.testing import context, pair

ROWS = data.rows("ambiguous")


def test_a_lemma_stands_once():
    lemmas = [row["lemma"] for row in ROWS]
    assert len(lemmas) == len(set(lemmas))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["lemma"])
def test_senses_are_apart(row):
    senses = [sense.split("|") for sense in row["senses"].split(" ; ")]
    words = [word for sense in senses for word in sense]
    assert len(senses) > 1
    assert len(words) == len(set(words))
    assert all(re.fullmatch(r"[A-Za-zé'-]+(?: [A-Za-z'-]+)*", word) for word in words)
    assert row["seen"] in ("yes", "no")
    assert re.fullmatch(r"[а-я-]+", row["lemma"])


def _found(retranslation: str) -> list[tuple[str, str]]:
    where = context("embedded", "embedded")
    source, translation = "Врач выписал журнал.", "The doctor wrote out the magazine."
    checked = pair(translation, source, where=where)
    if retranslation:
        reference = pair(translation, retranslation, where=where, langs=("en", "en")).source
        checked = Pair(checked.translation, checked.sentences, checked.source, reference)
    detector = plugins.load("detectors", "senses", where)
    return [(finding.span.text, finding.suggestion) for finding in detector.detect(checked)]


def test_a_retranslation_speaks_for_another_sense():
    assert _found("") == []
    assert _found("The doctor wrote out the magazine.") == []
    assert _found("The doctor copied out the register.") == [("magazine", "log or register")]
