"""Words whose sense the words they go with settle: laws over the table, and what counts as going together."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from checker import data, plugins
from checker.detectors.senses._governed import _pairings, _rows
from checker.testing import context, pair

ROWS = data.rows("governed")
TOPICS = frozenset(row["topic"] for row in data.rows("topics"))
PAIRS = [(word, other) for row in ROWS for word in row["word"].split("|") for other in row["with"].split("|")]


def test_the_table_covers_the_words_of_the_news():
    assert len(ROWS) >= 2_000
    assert len(PAIRS) >= 10_000


def test_a_pair_stands_once():
    assert [pairing for pairing, count in Counter(PAIRS).items() if count > 1] == []


def test_rows_are_in_words():
    for row in ROWS:
        russian = [word for cell in ("word", "with") for part in row[cell].split("|") for word in part.split()]
        assert all(re.fullmatch(r"[а-я-]+", word) or word.removeprefix("#") in TOPICS for word in russian), row
        wrong, right = ([word for word in row[cell].split("|") if word] for cell in ("wrong", "right"))
        assert right, row
        assert all(re.fullmatch(r"[A-Za-z'-]+(?: [A-Za-z'-]+){0,3}", word) for word in (*wrong, *right)), row
        assert len(wrong) == len(set(wrong)) and len(right) == len(set(right)), row  # noqa: PT018
        assert set(wrong).isdisjoint(right), row
        assert row["seen"] in ("yes", "no"), row


def test_words_are_what_a_text_gives():
    russian = context().language("ru")
    known = {word for word, _ in PAIRS}
    others = {other.split(" ")[-1] for _, other in PAIRS}
    for words in (known, others):
        lost = {
            word for word in words if word and word[0] != "#" and russian.lemma(word).replace("ё", "е") not in words
        }
        assert sorted(lost - _FORMS) == []


_FORMS = frozenset({
    "банка", "вина", "высший", "гастроли", "голосов", "духовой", "задержанный", "заключенный", "исполняющий", "леса",
    "ложе", "марка", "нападающий", "пар", "понятой", "понятые", "посевной", "половой", "приемная", "пристав",
    "проценты", "слесарь", "смотрящий", "убой", "управляющий", "яровой",
})  # fmt: skip
"""Forms that the dictionary takes for words which would mean another thing; they are known as they stand."""


def _found(source: str) -> list[tuple[str, str]]:
    tokens = context().language("ru").words(source)
    return [(found.source.text, found.beside.text if found.beside else "") for found in _pairings(tokens, _rows("ru"))]


def test_what_goes_with_a_word():
    assert _found("Он снял старую квартиру.") == [("снял", "квартиру")]
    assert _found("Квартиру сняли на год.") == [("сняли", "Квартиру")]
    assert _found("Он снял картину в пустой квартире.") == [("снял", "картину")]
    assert ("поставили", "учёт") in _found("Мужчину поставили на новый учёт.")


def test_what_does_not_go_with_a_word():
    assert _found("Он снял, а квартира осталась.") == []
    assert _found("Продал квартиру и снял шляпу.") == []
    assert _found("Страны старого мира заключили союз.") == [("заключили", "союз")]


def _detected(translation: str, source: str) -> list[tuple[str, str]]:
    where = context("embedded", "embedded")
    detector = plugins.load("detectors", "senses", where)
    return [
        (finding.span.text, finding.suggestion) for finding in detector.detect(pair(translation, source, where=where))
    ]


@pytest.mark.parametrize(
    ("translation", "source", "flagged"),
    [
        ("The judge took off the charges.", "Судья снял обвинения.", "took off"),
        ("The judge dropped the charges.", "Судья снял обвинения.", ""),
        ("She rented a flat in Omsk.", "Она сняла квартиру в Омске.", ""),
        ("The team may fly out of the league.", "Команда может вылететь из лиги.", "fly out"),
        ("She filmed the view from the flat.", "Она сняла вид из квартиры.", ""),
        ("The tap of the tower was moved.", "Башенный кран передвинули.", "tap"),
        ("The crane was moved.", "Башенный кран передвинули.", ""),
        ('The bill on the "storage" of the data led to losses.', "Закон о «хранении» данных привёл к убыткам.", ""),
        ("The army took measures after receiving a report.", "Армия приняла меры, получив доклад.", ""),
        ("The United States hired staff.", "Соединённые Штаты приняли сотрудников.", ""),
    ],
)
def test_the_wrong_english_is_flagged(translation, source, flagged):
    assert [text for text, _ in _detected(translation, source)] == [flagged] * bool(flagged)


def test_words_that_disagree_say_nothing():
    assert _detected("Police delayed the flight.", "Полиция задержала рейс.") == []


SPORT = (
    "Футболист клуба забил гол в матче чемпионата. Тренер команды похвалил вратаря.",
    "A player of the club scored in a championship match. The team's coach praised the goalkeeper.",
)
"""An article on sport, as its words tell."""


@pytest.mark.parametrize(
    ("said", "before", "flagged"),
    [
        ("The tour was difficult.", SPORT, ["tour"]),
        ("The round was difficult.", SPORT, []),
        ("The tour was difficult.", ("Певец остался доволен.", "The singer was pleased."), []),
    ],
)
def test_an_article_on_a_topic_settles_a_sense(said, before, flagged):
    found = _detected(f"{before[1]} {said}", f"{before[0]} Тур оказался трудным.")
    assert [text for text, _ in found] == flagged
