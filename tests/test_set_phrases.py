"""The tables of set phrases and terms: lemmas are those of the language file, and what English says is in words."""

from __future__ import annotations

import re

import pytest

from checker import data
from checker.detectors._about import About
from checker.detectors._plain_sense import meant_plainly
from checker.detectors._set_phrases import as_said, by_longest, joined, phrase_hits, widest
from checker.detectors._wording import Said, _american
from checker.testing import context
from checker.testing import pair as pair_of

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
    hits = [hit for hit in phrase_hits(words, by_longest("ru")) if as_said(context(), "ru", hit)]
    return {hit.phrase.text for hit in widest(hits)}


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


def test_a_noun_that_ends_as_a_verb_is_none():
    verbal = {phrase.text: phrase.verbal for table in by_longest("ru").values() for phrase in table}
    assert not verbal["по старой памяти"]
    assert verbal["вести войну"]


def test_what_english_says_is_known_again():
    """Each wording, in the plural and in the other spelling too, is seen in a translation that has it."""
    language = context().language("en")
    for row in ROWS:
        for wording in row["suggestion"].split(", "):
            american = " ".join(_american(word) for word in wording.split())
            last = wording.split()[-1].lower()
            plural = (
                wording + "s" if language.lemma(last + "s") == last and language.zipf(last + "s") > 3.5 else wording
            )
            for form in (wording, plural, american, re.sub(r"\b(?:one|somebody)'s\b", "their", wording)):
                assert Said(language, language.words(f"They say {form} here.")).any_of(row["suggestion"]), form


@pytest.mark.parametrize(
    "source",
    [
        "За девять игровых дней в зале побывало шесть тысяч зрителей.",
        "Начальник нашей станции уехал, а цеха стояли.",
        "Он вошёл в суде в историю болезни.",
    ],
)
def test_words_across_a_noun_are_no_phrase(source):
    words = context().language("ru").words(source)
    hits = [hit for hit in phrase_hits(words, by_longest("ru")) if as_said(context(), "ru", hit) and joined(words, hit)]
    assert not {hit.phrase.text for hit in hits} & {"игровой зал", "начальник цеха", "дело в суде"}


@pytest.mark.parametrize(
    ("phrase", "source", "meant"),
    [
        ("начальник станции", "Начальник станции вышел к поезду. Вагон стоял на рельсах у перрона.", True),
        ("начальник станции", "Начальник станции измерил газ над вулканом.", False),
        ("последняя капля", "Это стало последней каплей.", True),
        ("последняя капля", "Он выпил всё до последней капли.", False),
        ("голый король", "А король-то голый, голый король!", True),
        ("голый король", "На доске остались голые короли: шахматисты пожали руки.", False),
    ],
)
def test_a_phrase_is_meant_where_its_conditions_hold(phrase, source, meant):
    pair = pair_of("The men did it.", source)
    (entry,) = {entry for table in by_longest("ru").values() for entry in table if entry.text == phrase}
    words = [token for span in pair.source.beads[0].source for token in context().language("ru").words(span.text)]
    assert About(context(), pair).meant(entry.only, entry.unless, words) is meant


def test_words_of_plain_senses_are_lemmas():
    lemma = context().language("ru").lemma
    words = {word for row in data.rows("plain_sense") for word in (row["words"] + " " + row["beside"]).split()}
    assert {word: lemma(word) for word in words if lemma(word).replace("ё", "е") != word} == {}


@pytest.mark.parametrize(
    ("source", "plainly"),
    [
        ("Сторожа грели руки у костра.", True),
        ("Чиновники нагрели руки на поставках.", False),
        ("Вертолёт сел в лужу посреди поля.", True),
        ("Сборная снова села в лужу.", False),
        ("Пёс поджал хвост и ушёл в конуру.", True),
        ("Министр поджал хвост и промолчал.", False),
    ],
)
def test_an_idiom_beside_things_is_meant_plainly(source, plainly):
    words = context().language("ru").words(source)
    (hit,) = widest([hit for hit in phrase_hits(words, by_longest("ru")) if hit.phrase.verbal])
    assert meant_plainly("ru", hit.tokens, words) is plainly


@pytest.mark.parametrize(
    ("source", "phrase"),
    [
        ("Ребёнок ждал нас год.", "ждать ребёнка"),
        ("Душа вложила в него надежду.", "вложить душу"),
        ("Гол дали команде гостей.", "дать команду"),
    ],
)
def test_an_object_that_acts_is_no_object(source, phrase):
    words = context().language("ru").words(source)
    hits = [hit for hit in phrase_hits(words, by_longest("ru")) if hit.phrase.text == phrase]
    assert hits
    assert not any(as_said(context(), "ru", hit) for hit in hits)
