"""Things of one kind taken for each other: laws over the table."""

from __future__ import annotations

import re
from collections import Counter

from checker import data
from checker.testing import context

ROWS = data.rows("sisters")


def test_rows_are_in_words():
    for row in ROWS:
        assert all(re.fullmatch(r"[а-я-]+", word) for word in row["word"].split("|")), row
        english, also = (row[cell].split("|") for cell in ("english", "also"))
        assert all(re.fullmatch(r"[a-zé-]+(?: [a-z]+)?", word) for word in english), row
        assert all(re.fullmatch(r"[a-zé0-9-]+(?: [a-z]+)?", word) for word in also if word), row
        assert set(english).isdisjoint(also), row
        assert len(also) == len(set(also)), row


def test_a_word_stands_once_in_a_kind():
    for kind in {row["kind"] for row in ROWS}:
        words = Counter(word for row in ROWS if row["kind"] == kind for word in row["word"].split("|"))
        assert max(words.values()) == 1, (kind, words.most_common(1))


def test_a_kind_is_of_several_things():
    assert min(Counter(row["kind"] for row in ROWS).values()) > 1


def test_words_are_as_the_language_has_them():
    """A row none of whose words is a dictionary form would never be asked."""
    language = context().language("ru")
    for row in ROWS:
        lemmas = {language.words(word)[0].lemma.replace("ё", "е") for word in row["word"].split("|")}
        assert lemmas & set(row["word"].split("|")), row
