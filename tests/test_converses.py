"""Laws over converses.tsv: a row says how Russian marks the other party, and what would stand before it in English."""

import pytest

from checker import data

ROWS = data.rows("converses")
ROLES = {"accs", "datv", "ablt", "gent", "у", "от", "после", "за", "с", "к", "из", "из-за", "на", "в", "под", "перед"}
TIES = {"-", "from", "to", "for", "with", "under", "against", "over", "behind", "of", "about", "on"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["verbs"].split()[0])
def test_row(row):
    assert set(row["role"].split()) <= ROLES
    assert set(row["behind"].split()) <= TIES
    assert all(row[column] for column in ("verbs", "english", "reason"))
    assert ": " in row["example"]


def test_no_verb_has_two_rows_of_a_role():
    pairs = [(verb, role) for row in ROWS for verb in row["verbs"].split() for role in row["role"].split()]
    assert len(pairs) == len(set(pairs))
