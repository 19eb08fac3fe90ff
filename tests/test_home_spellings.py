"""Laws over every row of the table of languages with Latin letters."""

import re

import pytest

from checker.data import rows
from checker.testing import findings

ROWS = rows("home_spellings")
NATIONS = {row["country"] for row in rows("nations")}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["language"])
def test_a_row_is_complete_and_its_patterns_compile(row):
    assert {nation.replace("~", " ") for nation in row["nations"].split()} <= NATIONS
    for tell in row["tells"].split():
        assert tell == "+" or re.compile(tell)
    for pair in row["respelt"].split():
        assert re.compile(pair.rsplit("=", 1)[0])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["language"])
def test_an_example_is_found(row):
    source, latin = row["example"].split(" ≠ ")
    found = findings("names", f"A guest, {latin}, spoke.", f"Выступил гость {source}.")
    assert [(one.rule.code, one.span.text) for one in found] == [("NAM003", latin)]


def test_no_first_name_belongs_to_two_languages_that_spell_alike():
    names = [name for row in ROWS for name in row["given"].split()]
    assert len({name for name in names if names.count(name) > 1}) <= 12
