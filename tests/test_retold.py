"""What a re-translation proves: figures, negations and names that stand on one side only."""

from __future__ import annotations

import pytest

from checker import plugins
from checker.model import Pair
from checker.testing import context, pair


def _found(family: str, translation: str, retranslation: str, source: str = "") -> list[tuple[str, str]]:
    where = context("embedded", "embedded")
    plain = pair(translation, source, where=where)
    reference = pair(translation, retranslation, where=where, langs=("en", "en")).source
    held = Pair(plain.translation, plain.sentences, plain.source, reference)
    found = plugins.load("detectors", family, where).detect(held)
    return [(finding.rule.code, finding.span.text) for finding in found]


@pytest.mark.parametrize(
    ("translation", "retranslation", "span"),
    [
        ("The fund paid out 35,000 euros.", "The foundation paid 350,000 euros.", "35,000 euros"),
        ("The strike began on June 22.", "The walkout started on 22 July.", "June 22"),
    ],
)
def test_figures(translation: str, retranslation: str, span: str):
    assert _found("numbers", translation, retranslation) == [("NUM001", span)]
    assert _found("numbers", retranslation, retranslation) == []


@pytest.mark.parametrize(
    ("translation", "retranslation"),
    [
        ("The governor signed the order.", "The governor did not sign the order."),
        ("The governor did not sign the order.", "The governor signed the order."),
    ],
)
def test_negations(translation: str, retranslation: str):
    assert [code for code, _ in _found("negation", translation, retranslation)] == ["NEG001"]
    assert _found("negation", retranslation, retranslation) == []


@pytest.mark.parametrize("answer", ["refused to sign", "failed to sign", "was unwilling to sign", "no longer signs"])
def test_a_negation_has_many_answers(answer: str):
    assert _found("negation", "The governor did not sign the order.", f"The governor {answer} the order.") == []


@pytest.mark.parametrize(
    ("spelt", "other", "flagged"),
    [("Gaylbrun", "Geilbrunn", True), ("Geilbrunn", "Geilbrunn", False), ("Gaylbrun", "Gaylbrunn", False)],
)
def test_foreign_names(spelt: str, other: str, flagged: bool):
    source = "Капитан Гайльбрун сошёл на берег."
    found = _found("names", f"Captain {spelt} went ashore.", f"Captain {other} came ashore.", source)
    assert found == ([("NAM003", spelt)] if flagged else [])


def test_russian_names_may_be_spelt_in_many_ways():
    source = "Александр Жаворонцев сошёл на берег."
    assert _found("names", "Aleksandr Zhavorontsev went ashore.", "Alexander Javorontsev came ashore.", source) == []
