"""Laws of the families that look at the English: any text in, no crash, spans that tell the truth, linear time."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import plugins
from checker.model import Document, Pair, Span
from checker.testing import context, findings

FAMILIES = (
    "punctuation", "repetition", "garble", "spelling", "formats", "capitals", "consistency", "interference", "glossary",
)  # fmt: skip
PIECES = st.sampled_from(
    ["the ", "If ", "will ", "told ", '"', "“", "”", "'", "(", ")", " - ", "—", ", ", ".", "!", "\n", "\n\n", "3,5 ",
     "XVII century ", "January 5 ", "Donbas ", "Donbass ", "and ", "hastily ", "xqzvb ", "мир ", "colour ", "color "]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_gives_true_spans(text):
    for family in FAMILIES:
        for finding in findings(family, text):
            span = finding.span
            assert text[span.start : span.stop] == span.text
            assert 0 < finding.confidence <= 1
            assert finding.message


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("unit", ['said "We go. ', '"a (', "a  b ,c ", "a", "if the will ", "«b», — "])
def test_one_long_line_takes_linear_time(family, unit):
    detector = plugins.load("detectors", family, context())
    times = []
    for size in (5_000, 5_000, 40_000):
        text = (unit * (size // len(unit) + 1))[:size]
        pair = Pair(Document("line", "en", text), (Span(0, len(text), text),))
        start = process_time()
        list(detector.detect(pair))
        times.append(process_time() - start)
    assert times[2] < 0.5 + 24 * times[1]
