"""Plain lists of words in checker/data/negation.tsv."""

from __future__ import annotations

from functools import cache

from checker import data


@cache
def words(label: str) -> frozenset[str]:
    """The forms of a label: "lead", words that stand for a negation of what follows them ("refused to release")."""
    rows = (row for row in data.rows("negation") if row["label"] == label)
    return frozenset(form for row in rows for form in row["forms"].split("; "))
