"""Word links: how many of the labelled ones are found, and what every link owes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import links as labelled
from checker import plugins, testing
from checker.linkers._skeleton import likenesses
from checker.model import Bead, Span

PAIRS = labelled.read()


@pytest.fixture(scope="module")
def where():
    return testing.context("embedded", "embedded")


@pytest.fixture(scope="module")
def linker(where):
    return where.linker()


def _bead(source, target, *, at=(0, 0)):
    return Bead(
        tuple(Span(at[0], at[0] + len(one), one) for one in [source] if one),
        tuple(Span(at[1], at[1] + len(one), one) for one in [target] if one),
    )


def _words(links):
    return {(link.source.text, link.target.text) for link in links}


@pytest.mark.parametrize("part", ["tune", "check"])
def test_links_between_words_of_content(linker, part):
    pairs = [pair for pair in PAIRS if pair.part == part]
    assert len(pairs) >= 20
    precision, recall, f1 = labelled.rates(labelled.judged(pair, linker.link(pair.bead, "ru", "en")) for pair in pairs)
    assert precision >= 0.94, (precision, recall, f1)
    assert recall >= 0.92, (precision, recall, f1)


def test_names_and_numbers_link_to_themselves(linker):
    wanted, found = set(), set()
    for pair in PAIRS:
        given = {(link.source.start, link.target.start) for link in linker.link(pair.bead, "ru", "en")}
        own = {at for at in pair.links if labelled.is_name(pair, at) or labelled.is_number(pair, at)}
        wanted |= {(pair.name, *at) for at in own}
        found |= {(pair.name, *at) for at in own & given}
    assert len(wanted) > 30
    assert len(found) >= 0.97 * len(wanted), sorted(wanted - found)


def test_strength_is_the_share_of_right(linker):
    for low, high in ((0.0, 0.9), (0.9, 1.01)):
        here = []
        for pair in PAIRS:
            for link in linker.link(pair.bead, "ru", "en"):
                at = (link.source.start, link.target.start)
                if low <= link.strength < high and labelled.of_content(link) and pair.links.get(at) is not False:
                    here.append((link.strength, at in pair.links))
        stated = sum(strength for strength, _ in here) / len(here)
        right = sum(sure for _, sure in here) / len(here)
        assert len(here) > 20
        assert abs(stated - right) < 0.12, (low, stated, right)


def test_tokens_carry_the_offsets_of_the_document(linker):
    source, target = "Цены на пшеницу выросли.", "Wheat prices rose."
    links = linker.link(_bead(source, target, at=(100, 40)), "ru", "en")
    assert links
    assert [link.target.start for link in links] == sorted(link.target.start for link in links)
    for link in links:
        assert (" " * 100 + source)[link.source.start : link.source.stop] == link.source.text
        assert (" " * 40 + target)[link.target.start : link.target.stop] == link.target.text


def test_links_go_over_the_sentences_of_a_bead(linker):
    source = (Span(0, 22, "Врач осмотрел ребёнка."), Span(23, 44, "Мать ждала в коридоре"))
    target = (Span(0, 68, "The doctor examined the child while the mother waited in the hallway"),)
    links = _words(linker.link(Bead(source, target), "ru", "en"))
    assert {("Врач", "doctor"), ("ребёнка", "child"), ("Мать", "mother"), ("коридоре", "hallway")} <= links


@pytest.mark.parametrize(
    ("source", "target"), [("", "A word."), ("Слово.", ""), ("", ""), ("...", "A word."), ("—", "?")]
)
def test_a_side_without_words_has_no_links(linker, source, target):
    bead = _bead(source, target)
    assert linker.link(bead, "ru", "en") == ()
    assert all(support == 0 for side in linker.support(bead, "ru", "en") for _, support in side)


def test_preparing_beads_changes_no_link(where, linker):
    fresh = plugins.load("linkers", "embedded", where)
    fresh.prepare([pair.bead for pair in PAIRS[:12]], "ru", "en")
    for pair in PAIRS[:12]:
        assert fresh.link(pair.bead, "ru", "en") == linker.link(pair.bead, "ru", "en")
        assert fresh.support(pair.bead, "ru", "en") == linker.support(pair.bead, "ru", "en")


def test_a_long_article_is_linked_once_and_dropped_when_the_next_begins(where, monkeypatch):
    fresh = plugins.load("linkers", "embedded", where)
    beads = [pair.bead for pair in PAIRS[:12]]
    fresh.begin()
    for first in (0, 4, 8):
        fresh.prepare(beads[first : first + 4], "ru", "en")
    with monkeypatch.context() as patch:
        patch.setattr(fresh, "_sides", None)  # a bead that is linked again would fail
        assert all(fresh.link(bead, "ru", "en") for bead in beads)
    fresh.begin()
    monkeypatch.setattr(fresh, "_sides", None)
    with pytest.raises(TypeError):
        fresh.link(beads[0], "ru", "en")


@pytest.mark.parametrize(
    ("source", "target", "added"),
    [
        ("Суд отклонил жалобу адвоката.", "The court rejected the lawyer's elephant complaint.", "elephant"),
        ("Пожар потушили за два часа.", "The fire was extinguished in two hours by Belgium.", "Belgium"),
        ("Школа закрыта до пятницы.", "The school is closed until Friday, the orchestra insists.", "orchestra"),
    ],
)
def test_what_the_source_lacks_has_little_support(linker, source, target, added):
    support = {token.text: value for token, value in linker.support(_bead(source, target), "ru", "en")[1]}
    strongest = max(support, key=lambda word: support[word])
    assert support[added] < 0.3 < support[strongest]
    assert added not in {word for _, word in _words(linker.link(_bead(source, target), "ru", "en"))}


@pytest.mark.parametrize(
    ("lang", "source", "target", "wanted"),
    [
        ("de", "Die Regierung senkt die Steuern für Bauern.", "The government is cutting taxes for farmers.",
         {("Regierung", "government"), ("Steuern", "taxes"), ("Bauern", "farmers")}),
        ("fr", "Le tribunal a condamné le maire de Lyon.", "The court convicted the mayor of Lyon.",
         {("tribunal", "court"), ("condamné", "convicted"), ("maire", "mayor"), ("Lyon", "Lyon")}),
        ("es", "La lluvia destruyó 40 casas en el norte.", "The rain destroyed 40 houses in the north.",
         {("lluvia", "rain"), ("destruyó", "destroyed"), ("40", "40"), ("casas", "houses"), ("norte", "north")}),
        ("pl", "Minister odwołał wizytę w Berlinie.", "The minister cancelled his visit to Berlin.",
         {("Minister", "minister"), ("wizytę", "visit"), ("Berlinie", "Berlin")}),
        ("en", "The storm damaged the old harbour.", "The old port was damaged by the storm.",
         {("storm", "storm"), ("damaged", "damaged"), ("old", "old"), ("harbour", "port")}),
    ],
)  # fmt: skip
def test_other_languages(linker, lang, source, target, wanted):
    assert wanted <= _words(linker.link(_bead(source, target), lang, "en"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Вашингтон", "Washington"), ("Ельцин", "Yeltsin"), ("Шекспира", "Shakespeare"), ("Джонс", "Jones"),
     ("Щербаков", "Shcherbakov"), ("Хельсинки", "Helsinki"), ("Юрий", "Iurii"), ("Київ", "Kyiv")],
)  # fmt: skip
def test_a_name_sounds_like_itself_in_the_other_script(one, other):
    strangers = ["Morrison", "Lisbon", "Anderson", "Dubrovnik", "Chekhov", "Baker"]
    right, *wrong = likenesses([one], [other, *strangers])[0]
    assert right >= 0.75
    assert right > max(wrong)


def test_a_run_with_another_encoder_has_the_same_links(linker):
    other = plugins.load("linkers", "embedded", testing.context("hashing"))
    for pair in PAIRS[:5]:
        assert other.link(pair.bead, "ru", "en") == linker.link(pair.bead, "ru", "en")


def test_a_bead_of_a_megabyte_is_left_alone(linker):
    bead = _bead("Слово за словом. " * 60_000, "Word after word. " * 60_000)
    assert linker.link(bead, "ru", "en") == ()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(["ru", "en", "zh", "de"]))
def test_any_text_links_within_itself(linker, source, target, lang):
    for link in linker.link(_bead(source, target), lang, "en"):
        assert source[link.source.start : link.source.stop] == link.source.text
        assert target[link.target.start : link.target.stop] == link.target.text
        assert 0 < link.strength <= 1
