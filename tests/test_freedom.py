"""In an article that is translated freely throughout, lost hedges and words of scope prove little."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.detectors._freedom import told_closely
from checker.model import Alignment, Bead, Document, Finding, Pair, Severity
from checker.plugins import load
from checker.testing import context

CLOSE = ("Мэр открыл новую школу в центре города.", "The mayor opened a new school in the centre of the city.")
FREE = (
    "Мэр открыл новую школу в центре города.",
    "Pupils downtown can now move in, thanks to the head of the town hall.",
)


def _pair(sentences):
    texts = ["\n\n".join(side) for side in zip(*sentences, strict=True)]
    source, target = Document("source", "ru", texts[0]), Document("target", "en", texts[1])
    beads, at = [], [0, 0]
    for one, other in sentences:
        spans = source.span(at[0], at[0] + len(one)), target.span(at[1], at[1] + len(other))
        beads.append(Bead((spans[0],), (spans[1],), 80.0))
        at = [at[0] + len(one) + 2, at[1] + len(other) + 2]
    return Pair(target, tuple(bead.target[0] for bead in beads), Alignment(source, target, tuple(beads)))


@pytest.mark.parametrize(
    ("sentences", "linker", "told"),
    [
        ([CLOSE] * 12, "embedded", 2),
        ([FREE] * 12, "embedded", 1),
        ([FREE] * 9, "embedded", 2),  # too few to tell
        ([FREE] * 12, "", 2),  # nobody knows
    ],
)
def test_critical_findings_alone_are_told_of_a_free_translation(sentences, linker, told):
    where = context("embedded" if linker else "", linker)
    pair = _pair(sentences)
    rule = load("detectors", "limits", where).rules[0]
    minor = Finding(rule, pair.sentences[0], "message", Severity.MINOR, 0.8)
    found = [minor, replace(minor, severity=Severity.CRITICAL)]
    assert len(list(told_closely(where, pair, found))) == told
