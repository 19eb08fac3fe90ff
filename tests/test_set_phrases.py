"""The tables of set phrases and terms: lemmas are those of the language file, and what English says is in words."""

from __future__ import annotations

import re

import pytest

from checker import data
from checker.detectors._literal import _as_said, _by_longest, _hits, _widest
from checker.testing import context

ROWS = (*data.rows("set_phrases"), *data.rows("set_terms"))


def test_a_phrase_stands_once():
    lemmas = [row["lemmas"] for row in ROWS]
    assert len(lemmas) == len(set(lemmas))


def test_lemmas():
    lemma = context().language("ru").lemma
    words = {row["phrase"]: re.findall(r"[А-Яа-яёЁ-]+", row["phrase"]) for row in ROWS}
    made = {phrase: [lemma(word).replace("ё", "е") for word in found] for phrase, found in words.items()}
    assert [row["phrase"] for row in ROWS if row["lemmas"].split() != made[row["phrase"]]] == []
    assert [phrase for phrase, found in words.items() if len(found) < 2] == []


def test_what_english_says_is_in_words():
    assert [row["phrase"] for row in ROWS if not re.fullmatch(r"[A-Za-z0-9' ,-]+", row["suggestion"])] == []
    assert {row["seen"] for row in ROWS} <= {"yes", "no"}


def test_words_that_stand_for_a_word_are_lemmas():
    words = data.rows("set_phrase_words")
    assert len({row["word"] for row in words}) == len(words)
    for row in words:
        also = row["also"].split()
        assert also, row
        assert len(also) == len(set(also)), row
        assert all(re.fullmatch(r"[а-я-]+", word) and "ё" not in word for word in (row["word"], *also)), row
        assert row["word"] not in also, row


def found(source: str) -> set[str]:
    words = context().language("ru").words(source)
    hits = [hit for hit in _hits(words, _by_longest("ru")) if _as_said(context(), "ru", hit)]
    return {hit.phrase.text for hit in _widest(hits)}


@pytest.mark.parametrize(
    ("source", "phrase"),
    [
        ("Эмоции берут верх над разумом.", "взять верх"),
        ("За нос водили нас целый год.", "водить за нос"),
        ("Ведомство село в лужу.", "сесть в лужу"),
        ("Мэрия дала задний ход.", "дать задний ход"),
    ],
)
def test_a_phrase_is_found_in_other_aspects_and_orders(source, phrase):
    assert found(source) == {phrase}


@pytest.mark.parametrize(
    "source",
    [
        "Он взял нож. Верх был ржав.",
        "Гора стоит над рекой.",
        "Уходит из общественной жизни.",
        "Дал он мне ходунки назад.",
    ],
)
def test_words_that_are_no_phrase(source):
    assert not found(source)
