"""Words that a translation carries over on purpose: the table, and what counts as explained."""

import pytest

from checker.data import rows
from checker.detectors._realia import Explained, is_loan, is_realia


def test_rows_are_distinct_words_of_one_kind():
    words = [word for row in rows("realia") for word in row["words"].split()]
    assert len(words) > 350
    assert len(set(words)) == len(words)
    for row in rows("realia"):
        assert row["reason"]
        assert row["example"] in row["words"].split()
        assert row["seen"] == "no"
    assert all(is_realia(word) for word in words)


@pytest.mark.parametrize("word", ["пастилы", "навагой", "распадка", "валенках", "Самогоном", "братинами"])
def test_cases_are_known(word):
    assert is_realia(word)


@pytest.mark.parametrize("word", ["балкера", "прораба", "избирком", "тарелка", "парка", "квартира", "шлагбаум"])
def test_common_words_are_none(word):
    assert not is_realia(word)


def test_loans():
    assert is_loan("Dacha")
    assert not is_loan("prokuratura")


@pytest.mark.parametrize(
    "text",
    [
        "They ate zzz, a kind of jam.",
        "They ate zzz (jam).",
        "They ate zzz, or jam.",
        "They ate jam, or zzz, by the jar.",
        "The zzz, as such jam is called here, was good.",
        "A jam called zzz was served.",
        "They ate zzz, sheets of dried berries.",
        "They ate zzz — a dense jam — all day.",
        "There was zzz: jam and cream.",
        "They wore zzz. Later it rained. A zzz, the shirt of those years, cost little.",
    ],
)
def test_explained(text):
    assert "zzz" in Explained(text)


@pytest.mark.parametrize(
    "text",
    [
        "They ate zzz, bread and butter.",
        "The zzz, the cook and the driver were held.",
        "The zzz, tired of arguing, went home.",
        "The zzz — and nobody else — knew.",
        "He took a zzz, a hat, a coat.",
        "The zzzs are jam: a kind of it.",
        "The zzz left.",
    ],
)
def test_not_explained(text):
    assert "zzz" not in Explained(text)
