"""Floors under the quality on our own labelled articles: a change that lowers a figure fails here, not at a desk."""

from __future__ import annotations

from functools import cache

import pytest

from checker.assembly import build
from checker.config import Config
from checker.evaluation import evaluate, f1, read_article, read_folder
from checker.model import Article, Document
from tests.conftest import CORPORA


@cache
def _pipeline():
    return build(Config(source_lang="ru", target_lang="en", scorers=("similarity",)))


@cache
def _measured():
    return evaluate(read_folder(CORPORA), _pipeline())[0]


def test_findings_are_right():
    assert _measured().whole.precision >= FLOORS["precision"]


def test_defects_are_found():
    whole = _measured().whole
    grave = sum(whole.found[name] for name in ("major", "critical")) / sum(
        whole.wanted[name] for name in ("major", "critical")
    )
    assert whole.recall() >= FLOORS["recall"]
    assert grave >= FLOORS["recall of major and critical"]


def test_clean_sentences_stay_silent():
    measured = _measured()
    assert 1000 * measured.clean_alarms / measured.clean_words <= FLOORS["alarms per 1,000 clean words"]


def test_alignment():
    tally = _measured().alignment
    assert f1(tally.precision, tally.recall()) >= FLOORS["alignment F1"]


def test_what_the_published_article_must_show(data):
    """The article alone, without its original."""
    labelled = read_article(data / "articles" / "kazakhstan")
    report = _pipeline().check(labelled.article)
    found = {(finding.rule.code, finding.span.text): finding for finding in report.findings}
    assert ("REP002", "hastily and hastily") in found
    patotism = next(finding for (code, text), finding in found.items() if code == "GAR001" and "patotism" in text)
    assert patotism.suggestion
    assert any(code == "PUN002" and "help.But" in text for code, text in found)
    unclosed = sorted(
        report.pair.translation.position(f.span.start)[0] for (code, _), f in found.items() if code == "PUN001"
    )
    assert {18, 100, 118} <= set(unclosed)
    variants = " ".join(f.span.text + f.message for (code, _), f in found.items() if code == "CON001")
    assert all(name in variants for name in ("Yanukovych", "Yanukovich", "Donbas", "Donbass"))
    spelling = [text for code, text in found if code in ("GAR001", "SPL001")]
    assert not [text for text in spelling if text[:1].isupper()]


def test_a_clean_translation_has_nothing_major():
    labelled = read_article(CORPORA / "clean")
    report = _pipeline().check(labelled.article)
    assert [f"{finding.rule.code} {finding.span.text}" for finding in report.findings if finding.severity >= 5] == []


def test_a_text_aligned_with_itself_has_no_findings_from_comparison():
    text = (CORPORA / "clean" / "article.en.txt").read_text("utf-8")
    document = Document("x", "en", text)
    alone = _pipeline().check(Article(document))
    beside = _pipeline().check(Article(document, None, document))
    assert [finding.rule.code for finding in beside.findings] == [finding.rule.code for finding in alone.findings]
    assert beside.score("similarity").value == pytest.approx(100, abs=0.01)


FLOORS = {
    "precision": 0.85,
    "recall": 0.5,
    "recall of major and critical": 0.55,
    "alarms per 1,000 clean words": 3.0,
    "alignment F1": 0.98,
}
