"""Laws of every aligner: each sentence once, in order, whatever the texts are."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import plugins
from checker.protocols import Context
from tests.test_aligners import Meanings, document, place

NUMBERS = st.lists(st.lists(st.integers(0, 30), min_size=1, max_size=4), max_size=14)
ANY = st.lists(st.text(min_size=1, max_size=12), max_size=8)
BARE = Context(language=lambda code: None, encoder=lambda: None, linker=lambda: None)
ALIGNERS = [("margin", place(Meanings())), ("margin", BARE), ("length", BARE)]


def words(lists, letter):
    return [" ".join(f"{letter}{number}" for number in numbers) + "." for numbers in lists]


def check(aligner, ours, theirs):
    """The laws of an alignment; returns it."""
    source, target = document(ours, "ru"), document(theirs, "en")
    alignment = aligner.align(source[0], target[0], (source[1], target[1]))
    assert Counter(span for bead in alignment.beads for span in bead.source) == Counter(source[1])
    assert [span for bead in alignment.beads for span in bead.target] == list(target[1])
    straight = [span for bead in alignment.beads if not bead.moved for span in bead.source]
    assert all(one.start < other.start for one, other in pairwise(straight))
    for bead in alignment.beads:
        assert 0 <= bead.confidence <= 1
        assert bead.source or bead.target
        assert max(len(bead.source), len(bead.target)) <= 8
        assert (bead.similarity is None) or 0 <= bead.similarity <= 100
        assert all(one.stop <= other.start for one, other in pairwise(bead.source))
    return alignment


@pytest.mark.parametrize(("name", "context"), ALIGNERS)
@settings(max_examples=60, deadline=None)
@given(NUMBERS, NUMBERS)
def test_every_sentence_is_in_one_bead_in_the_order_of_the_target(name, context, ours, theirs):
    check(plugins.load("aligners", name, context), words(ours, "s"), words(theirs, "t"))


@pytest.mark.parametrize(("name", "context"), ALIGNERS)
@settings(max_examples=40, deadline=None)
@given(ANY, ANY)
def test_any_strings_are_sentences(name, context, ours, theirs):
    check(plugins.load("aligners", name, context), ours, theirs)


@settings(max_examples=30, deadline=None)
@given(NUMBERS, NUMBERS)
def test_the_same_texts_give_the_same_beads(ours, theirs):
    aligner = plugins.load("aligners", "margin", place(Meanings()))
    first, second = (check(aligner, words(ours, "s"), words(theirs, "t")) for _ in range(2))
    assert first == second


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=40, unique=True))
def test_a_text_aligned_with_itself_is_its_own_translation(numbers):
    sentences = words([[number, number + 20_000, number + 40_000] for number in numbers], "t")
    alignment = check(plugins.load("aligners", "margin", place(Meanings())), sentences, sentences)
    assert {bead.kind for bead in alignment.beads} == {"1-1"}
