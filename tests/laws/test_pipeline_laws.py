"""What must hold whatever the text: no crash, true offsets, beads that cover each side once and in order."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.assembly import build
from checker.config import Config
from checker.model import Article, Document
from checker.serial import from_json, to_json

PIECES = st.sampled_from(
    [
        *(
            "The minister left. ",
            'He said: "no',
            "1,5 млн",
            "на 20 % ",
            "«Да», — сказал он. ",
            "\n\n",
            "\r\n",
            " ",
            "\u00a0",
        ),
        *(
            "help.But ",
            "hastily and hastily ",
            "U.S. ",
            "г. ",
            "— ",
            "\u202e",
            "\x00",
            "𝔘",
            "é",
            "e\u0301",
            "NCOs ",
            "Янукович ",
        ),
        *(
            "Yanukovych ",
            "not ",
            "не ",
            "(",
            ")",
            "[sic]",
            "12.05.2021 ",
            "XVII век ",
            "http://a.b/c?d=e ",
            "\ud800",
            "ооо",
            "a" * 300,
        ),
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=12), min_size=1, max_size=25).map("".join)


@cache
def pipeline():
    return build(Config(encoder="hashing", preview=True, source_lang="ru", target_lang="en"))


def _check(translation, source):
    documents = Document("t.txt", "en", translation), Document("s.txt", "ru", source)
    return pipeline().check(Article(*documents))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS)
def test_any_pair_of_texts(translation, source):
    report = _check(translation, source)
    text, original = report.pair.translation.text, report.pair.source.source.text
    for finding in report.findings:
        assert text[finding.span.start : finding.span.stop] == finding.span.text
        assert 0 <= finding.confidence <= 1
        if finding.source is not None:
            assert original[finding.source.start : finding.source.stop] == finding.source.text
    keys = [(finding.span.start, finding.span.stop, finding.rule.code) for finding in report.findings]
    assert keys == sorted(set(keys))
    targets = [span for bead in report.pair.beads for span in bead.target]
    assert targets == list(report.pair.sentences)
    sources = sorted(span for bead in report.pair.beads for span in bead.source)
    assert sources == list(pipeline().split(report.pair.source.source))
    for span in (*targets, *sources):
        assert span.text == span.text.strip()
    for score in report.scores:
        assert len(score.per_bead) == len(report.pair.beads)
    assert to_json(from_json(to_json(report), "x")) == to_json(report)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_sentences_hold_every_visible_character(text):
    for code in ("en", "ru"):
        spans = pipeline().context.language(code).sentences(text)
        assert "".join("".join(span.text.split()) for span in spans) == "".join(text.split())


@pytest.mark.slow
def test_one_line_of_a_megabyte_is_linear():
    from time import process_time

    def seconds(size):
        text = ('Never (before, he said "the 12 men" of N. N. Ivanov\'s ' * size)[: 55 * size]
        start = process_time()
        pipeline().detect(pipeline().pair(Article(Document("t", "en", text))))
        return process_time() - start

    seconds(50)
    short, long = seconds(2_000), seconds(8_000)
    assert long < 7 * short + 1  # linear is 4 times, a square 16
