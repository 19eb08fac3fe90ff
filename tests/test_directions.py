"""Laws over directions.tsv and deeds.tsv: a row says what stands before the other party, and no verb is told twice."""

import pytest

from checker import data

VERBS, NOUNS = data.rows("directions"), data.rows("deeds")


@pytest.mark.parametrize("row", [*VERBS, *NOUNS], ids=lambda row: row["example"].split(":")[0])
def test_row(row):
    assert all(row.values())
    assert ": " in row["example"]


@pytest.mark.parametrize(("rows", "word", "role"), [(VERBS, "verbs", "role"), (NOUNS, "nouns", "other")])
def test_none_has_two_rows_of_a_role(rows, word, role):
    pairs = [(one, each) for row in rows for one in row[word].split() for each in row[role].split()]
    assert len(pairs) == len(set(pairs))
