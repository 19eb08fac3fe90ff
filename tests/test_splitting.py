"""Gold cases of sentence splitting, written in the text itself, and the laws that hold for any text."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.testing import context

GOLD = Path(__file__).parent / "splitting"


def _cases():
    for path in sorted(GOLD.glob("*.txt")):
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
            if line.strip() and not line.startswith("# "):
                yield pytest.param(path.stem, line, id=f"{path.stem}-{number}")


@pytest.mark.parametrize(("lang", "case"), tuple(_cases()))
def test_gold(lang, case):
    parts = case.replace("\\n", "\n|").replace("\\r", "\r").replace("↵", "\n").split("|")
    found = context().language(lang).sentences("".join(parts))
    assert [sentence.text for sentence in found] == [part.strip() for part in parts if part.strip()]


TEXTS = st.text() | st.lists(
    st.sampled_from(
        [
            ".",
            "!",
            "?",
            "...",
            " ",
            "\n",
            "\n\n",
            "A",
            "б",
            "Б",
            "5",
            "«",
            "»",
            '"',
            "—",
            "(",
            ")",
            "U.S",
            "г",
            "。",
            "\u2029",
            "ข่าว",
            "ครับ",
            "และ",
            "ๆ",
        ]
    )
).map("".join)


@pytest.mark.parametrize("lang", ["en", "ru", "th", "generic"])
@settings(deadline=None)  # the first text loads a dictionary
@given(text=TEXTS)
def test_spans_tell_the_truth_and_cover_the_text(lang, text):
    spans = context().language(lang).sentences(text)
    covered = "".join(span.text for span in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(text[span.start : span.stop] == span.text == span.text.strip() != "" for span in spans)
    assert all(one.stop <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize("lang", ["en", "ru", "th", "generic"])
@settings(deadline=None)  # the first text loads a dictionary
@given(text=TEXTS)
def test_words_tell_the_truth_and_cover_the_text(lang, text):
    tokens = context().language(lang).words(text)
    assert all(text[token.start : token.stop] == token.text for token in tokens)
    assert "".join("".join(token.text for token in tokens).split()) == "".join(text.split())


@pytest.mark.parametrize("unit", ["Слово дело. ", "a. ", "x.", '"A!" ', "(a!) B ", "a\n", "1. ", "— A. "])
def test_time_is_linear_in_the_length_of_a_line(unit):
    _is_linear("ru", unit)


@pytest.mark.parametrize("unit", ["ก ข ", "ข่าวใหม่ ", '"ก" ข ', "กล่าว "])
def test_time_is_linear_where_blanks_end_sentences(unit):
    _is_linear("th", unit)


def _is_linear(lang, unit):
    language = context().language(lang)

    def seconds(size):
        text = unit * (size // len(unit))
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            language.sentences(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(160_000) < 8 * max(seconds(40_000), 0.01)
