"""Laws over the tables of the rules that look at the English: every row fires on its own example."""

from __future__ import annotations

import pytest

from checker import data
from checker.detectors._lexicon import Lexicon
from checker.detectors._surface import flat
from checker.detectors.consistency._doublets import _rows
from checker.detectors.garble._frames import framed
from checker.detectors.garble._skeletons import worded
from checker.detectors.interference._grammar_words import expanded
from checker.detectors.interference._shapes import candidates, shapes
from checker.patterns import Index
from checker.testing import context


@pytest.mark.parametrize("table", ["interference", "pleonasms"])
def test_every_phrase_matches_its_example(table):
    english = context().language("en")
    for row in data.rows(table):
        assert Index.of([expanded(row["pattern"])]).find(english.words(row["example"])), row


def test_every_shape_matches_its_example():
    for row, shape in zip(data.rows("shapes"), shapes(), strict=True):
        assert shape in candidates(flat(row["example"])), row["example"]
        assert list(shape.find(flat(row["example"]))), row["example"]


def test_every_shape_is_looked_up_by_what_it_needs():
    for row, shape in zip(data.rows("shapes"), shapes(), strict=True):
        assert row["key"] or row["words"], row
        assert all(word == word.lower() for group in shape.words for word in group), row
    assert candidates("It rained.") == [shape for shape in shapes() if shape.key in "it rained." and not shape.words]


def test_every_skeleton_matches_its_example_and_needs_its_original():
    for row in data.rows("skeletons"):
        assert row["suggestion"], row
        assert row["reason"], row
        found = {skeleton.reason for skeleton in worded(row["example"], row["original"])}
        assert row["reason"] in found, row
        if row["source"]:
            assert row["reason"] not in {skeleton.reason for skeleton in worded(row["example"], "")}, row


def test_every_frame_matches_its_example_and_needs_its_original():
    for row in data.rows("frames"):
        assert row["suggestion"], row
        assert row["key"] in row["original"].lower(), row
        found = {frame.reason for frame in framed(row["example"], row["original"])}
        assert row["reason"] in found, row
        assert not list(framed(row["example"], "Вчера шёл дождь.")), row


def test_no_misspelling_is_a_correction():
    rows = data.rows("misspellings")
    wrong = {row["wrong"] for row in rows}
    assert len(wrong) == len(rows)
    assert not wrong & {row["right"] for row in rows}


def test_corrections_are_known_words():
    lexicon = Lexicon(context().language("en").zipf)
    unknown = [
        row["right"]
        for row in data.rows("misspellings")
        if not all(lexicon.known(part) for part in row["right"].lower().replace("'", " ").split() if len(part) > 2)
    ]
    assert not unknown


@pytest.mark.parametrize(
    "table", ["nonwords", "pleonasms", "interference", "shapes", "bodies", "idioms_repeat", "doublets"]
)
def test_every_row_has_an_example(table):
    for row in data.rows(table):
        assert row["example"], row


def test_spellings_of_one_side_are_none_of_the_other():
    rows = [row for row in data.rows("variants_gb_us") if row["kind"] == "word"]
    assert not {row["gb"] for row in rows} & {row["us"] for row in rows}


def test_both_forms_of_a_doublet_stand_in_its_example():
    for row, (one, other, *_) in zip(data.rows("doublets"), _rows(), strict=True):
        assert one.search(row["example"]), row
        assert other.search(row["example"]), row
