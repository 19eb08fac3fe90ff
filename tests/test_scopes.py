"""Laws of scopes.tsv: what contradicts a sense is a sense with English words, and no form contradicts itself."""

from __future__ import annotations

from checker import data
from checker.model import Severity

ROWS = data.rows("scopes")


def test_every_contradiction_is_a_sense_with_english_words():
    said = {row["sense"] for row in ROWS if row["en"]}
    for row in ROWS:
        assert set(row["against"].split()) <= said, row["sense"]


def test_every_severity_is_known_and_every_sense_stands_once():
    named = [row["sense"] for row in ROWS if row["sense"]]
    assert len(named) == len(set(named))
    for row in ROWS:
        if row["sense"]:
            assert Severity[row["severity"].upper()]
            assert not row["lost"] or Severity[row["lost"].upper()]
