"""Laws of the silencing table: its rules exist, none silence each other in a circle, something is always left."""

from __future__ import annotations

from graphlib import TopologicalSorter
from itertools import permutations

import pytest

from checker import plugins
from checker.data import rows
from checker.model import Document, Finding
from checker.selection import silence
from checker.testing import context

RULES = {
    rule.code: rule for name in plugins.names("detectors") for rule in plugins.load("detectors", name, context()).rules
}
TABLE = tuple(rows("silencing"))


def _silenced(row):
    """Codes that a row silences."""
    prefixes = tuple(row["silences"].split())
    return {code for code in RULES if code.startswith(prefixes)} - {row["code"]}


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row['code']}-{row['scope']}")
def test_a_row_names_rules_that_exist_and_says_why(row):
    assert row["code"] in RULES
    assert row["scope"] in ("overlap", "sentence")
    assert row["reason"]
    unknown = [p for p in row["silences"].split() if not any(code.startswith(p) for code in RULES)]
    assert not unknown


def test_no_two_rules_silence_each_other_in_a_circle():
    graph = {}
    for row in TABLE:
        graph.setdefault(row["code"], set()).update(_silenced(row))
    TopologicalSorter(graph).prepare()  # raises CycleError


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row['code']}-{row['scope']}")
def test_of_findings_on_one_word_one_is_always_left(row):
    text = "One word stands here."
    document = Document("t", "en", text)
    codes = sorted({row["code"], *_silenced(row)})
    findings = [Finding(RULES[code], document.span(4, 8), "why", RULES[code].severity, 0.9) for code in codes]
    for order in (findings, findings[::-1]):
        kept = silence(order, (document.span(0, len(text)),), text)
        assert RULES[row["code"]] in [finding.rule for finding in kept] or _louder(row["code"], codes)


def _louder(code, codes):
    """Whether one of some codes silences a code."""
    return any(row["code"] in codes and code in _silenced(row) for row in TABLE)


def test_a_pair_never_silences_both():
    text = "One word stands here."
    document = Document("t", "en", text)
    place = document.span(4, 8)
    for one, two in permutations(sorted({row["code"] for row in TABLE}), 2):
        pair = [Finding(RULES[code], place, "why", RULES[code].severity, 0.9) for code in (one, two)]
        assert silence(pair, (document.span(0, len(text)),), text), (one, two)
