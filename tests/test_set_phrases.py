"""The tables of set phrases and terms: lemmas are those of the language file, and what English says is in words."""

from __future__ import annotations

import re

import pytest

from checker import data
from checker.testing import context

ROWS = (*data.rows("set_phrases"), *data.rows("set_terms"))


def test_a_phrase_stands_once():
    lemmas = [row["lemmas"] for row in ROWS]
    assert len(lemmas) == len(set(lemmas))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["phrase"])
def test_lemmas(row):
    words = re.findall(r"[А-Яа-яёЁ-]+", row["phrase"])
    lemmas = [context().language("ru").lemma(word).replace("ё", "е") for word in words]
    assert row["lemmas"].split() == lemmas
    assert len(lemmas) > 1
    assert re.fullmatch(r"[A-Za-z0-9' ,-]+", row["suggestion"])
    assert row["seen"] in ("yes", "no")
