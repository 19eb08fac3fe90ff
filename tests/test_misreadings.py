"""English that a word never is in the news: laws over the table, and what a row asks of the place and the article."""

from __future__ import annotations

import re

import pytest

from checker import data, plugins
from checker.detectors.senses._places import PLACES, holds, is_name
from checker.model import Severity
from checker.testing import context, pair

ROWS = data.rows("misreadings")
TOPICS = frozenset(row["topic"] for row in data.rows("topics"))
GRAMMEMES = frozenset({"NOUN", "ADJF", "VERB", "INFN", "PRTF", "sing", "plur", "femn", "past"})


def test_rows_are_in_words():
    for row in ROWS:
        russian = [word for cell in ("word", "given", "unless") for word in row[cell].split("|") if word]
        assert all(re.fullmatch(r"[а-я-]+", word) or word.removeprefix("#") in TOPICS for word in russian), row
        wrong, right = (row[cell].split("|") for cell in ("wrong", "right"))
        assert all(re.fullmatch(r"[A-Za-z'-]+(?: [A-Za-z'-]+){0,3}", word) for word in (*wrong, *right)), row
        assert len(wrong) == len(set(wrong)) and len(right) == len(set(right)), row  # noqa: PT018
        assert set(wrong).isdisjoint(right), row
        assert set(row["word"].split("|")).isdisjoint(row["unless"].split("|")), row
        assert set(row["given"].split("|")).isdisjoint(row["unless"].split("|")) or not row["given"], row


def test_what_a_row_asks_of_the_place_is_known():
    asked = {name for row in ROWS for name in row["when"].split()}
    assert {name for name in asked if name[0] != "-"} <= GRAMMEMES | PLACES.keys()


def test_the_table_covers_the_words_of_the_news():
    assert len({word for row in ROWS for word in row["word"].split("|")}) >= 500


def _holds(name: str, word: str, source: str) -> bool:
    tokens = context().language("ru").words(source)
    return holds(name, tokens, next(at for at, token in enumerate(tokens) if token.text == word))


@pytest.mark.parametrize(
    ("name", "word", "source", "expected"),
    [
        ("tells", "бросил", "«Поздно», — бросил министр.", True),
        ("tells", "бросил", "Министр бросил курить.", False),
        ("owns", "Простой", "Простой судна обошёлся дорого.", True),
        ("owns", "Простой", "Простой обошёлся дорого.", False),
        ("owns", "простых", "Они ехали мимо простых домов.", False),
        ("bare", "следствие", "Следствие — как считает следствие — закончено.", True),
        ("objectless", "заработала", "Линия так и не заработала.", True),
        ("objectless", "заработала", "Семья заработала миллион.", False),
        ("reaches", "пережила", "Она пережила войну.", True),
        ("alone", "больничный", "Он ушёл на больничный.", True),
        ("alone", "больничный", "Во дворе стоит больничный корпус.", False),
        ("-как", "следствие", "Как следствие, цены выросли.", False),
        ("-как", "следствие", "Это установило следствие.", True),
        ("past", "стоил", "Обед стоил дорого.", True),
    ],
)
def test_where_a_word_stands(name, word, source, expected):
    assert _holds(name, word, source) is expected


@pytest.mark.parametrize(
    ("word", "source", "expected"),
    [
        ("Люк", "Люк Барнс приехал.", True),
        ("Люка", "Мы ждали Люка.", True),
        ("Люк", "Люк открыт.", False),
        ("люк", "Он открыл люк.", False),
    ],
)
def test_a_name_is_no_noun(word, source, expected):
    tokens = context().language("ru").words(source)
    at = next(at for at, token in enumerate(tokens) if token.text == word)
    assert is_name(tokens, at) is expected


def _flagged(translation: str, source: str) -> list[str]:
    where = context("embedded", "embedded")
    detector = plugins.load("detectors", "senses", where)
    return [finding.span.text for finding in detector.detect(pair(translation, source, where=where))]


def test_what_the_article_speaks_of_lets_the_english_be():
    assert _flagged("He broke his brush in the fall.", "Он сломал кисть при падении.") == ["brush"]
    assert _flagged("The painter broke his brush.", "Художник сломал кисть.") == []
    assert _flagged("His stepmother came in.", "Вошла его тёща.") == ["stepmother"]
    art = ("The stepmother left. His mother-in-law came in.", "Мачеха ушла. Вошла его тёща.")
    assert _flagged(*art) == []


def test_what_answers_for_it_lets_it_be():
    assert _flagged("He broke his hand, not his brush.", "Он сломал кисть.") == []


def test_the_article_may_be_about_what_a_row_asks_for():
    said = ("The consequence continues.", "Следствие продолжается.")
    court = (
        "The court, the judge, the prosecutor, the lawyer and the witness argued over the verdict and the sentence.",
        "Суд, судья, прокурор, адвокат, подсудимый и свидетель спорили об обвинении; приговор, арест и апелляция.",
    )
    assert _flagged(f"{court[0]} {said[0]}", f"{court[1]} {said[1]}") == ["consequence"]
    assert _flagged(*said) == []


def _gravest(translation: str, source: str) -> list[Severity]:
    where = context("embedded", "embedded")
    detector = plugins.load("detectors", "senses", where)
    return [finding.severity for finding in detector.detect(pair(translation, source, where=where))]


@pytest.mark.parametrize(
    ("translation", "source", "severity"),
    [
        ("The lock on the door was broken.", "Замок на двери сломали.", None),
        ("His stepmother came in.", "Вошла его тёща.", Severity.MINOR),
        ("A castle hung there.", "Там на двери висел замок.", Severity.MINOR),
        ("The castle on the door was broken with a key.", "Замок на двери сломали ключом.", Severity.MAJOR),
        ("He bought a kayak and a jumper.", "Он купил байдарку и бампер.", Severity.MAJOR),
    ],
)
def test_what_one_word_speaks_for_is_minor(translation, source, severity):
    assert _gravest(translation, source) == ([severity] if severity else [])


@pytest.mark.parametrize(
    ("translation", "source", "flagged"),
    [
        ("A bump stop was installed on the road.", "На трассе поставили отбойник.", ["bump stop"]),
        ("A crash barrier was installed on the road.", "На трассе поставили отбойник.", []),
        ("The road bends by the bumper.", "Бампер и отбойник лежали на дороге.", []),
        ("The sketches hang there.", "Первокурсники рисуют.", []),
    ],
)
def test_wrong_english_may_stand_for_a_word_that_has_no_link(translation, source, flagged):
    assert _flagged(translation, source) == flagged
