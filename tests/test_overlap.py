"""BLEU, chrF, chrF++ and TER are sacrebleu's own, on segments, on corpora and over summed statistics."""

from __future__ import annotations

import copy

import pytest
import sacrebleu
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

from checker import plugins
from checker.model import Alignment, Bead, Document, Pair, Span
from checker.scorers.overlap import from_statistics, metric, segment_texts
from checker.testing import context

HYPOTHESES = (
    "The mine closed in May and the town is empty.",
    "Doctors treat two thousand patients a year.",
    "The speaker hurried.",
)
REFERENCES = (
    "The mine was closed in May, and the town stands empty.",
    "Two thousand patients are treated by the doctors every year.",
    "The speaker was in a hurry to close the session.",
)
OTHERS = ("In May the mine closed; the town emptied.", "Doctors treat 2,000 patients yearly.", "The speaker rushed.")


def _document(name, lines):
    spans, place = [], 0
    for line in lines:
        spans.append(Span(place, place + len(line), line))
        place += len(line) + 1
    return Document(name, "en", "\n".join(lines)), tuple(spans)


def _pair(hypotheses, references):
    (target, sentences), (reference, theirs) = _document("t", hypotheses), _document("r", references)
    beads = tuple(Bead((one,), (other,)) for one, other in zip(theirs, sentences, strict=True))
    return Pair(target, sentences, reference=Alignment(reference, target, beads))


def _scores(hypotheses=HYPOTHESES, references=REFERENCES):
    scorer = plugins.load("scorers", "overlap", context())
    return {score.metric: score for score in scorer.score(_pair(hypotheses, references), ())}


def test_corpus_figures_are_sacrebleus():
    scores = _scores()
    assert scores["bleu"].value == sacrebleu.corpus_bleu(list(HYPOTHESES), [list(REFERENCES)]).score
    assert scores["chrf"].value == sacrebleu.corpus_chrf(list(HYPOTHESES), [list(REFERENCES)]).score
    assert scores["ter"].value == sacrebleu.corpus_ter(list(HYPOTHESES), [list(REFERENCES)]).score


def test_segment_figures_are_sacrebleus():
    scores = _scores()
    for number, (hypothesis, reference) in enumerate(zip(HYPOTHESES, REFERENCES, strict=True)):
        assert scores["bleu"].per_bead[number] == sacrebleu.sentence_bleu(hypothesis, [reference]).score
        assert scores["chrf"].per_bead[number] == sacrebleu.sentence_chrf(hypothesis, [reference]).score
        assert scores["ter"].per_bead[number] == sacrebleu.sentence_ter(hypothesis, [reference]).score


def test_statistics_of_articles_add_up():
    whole, first, second = _scores(), _scores(HYPOTHESES[:1], REFERENCES[:1]), _scores(HYPOTHESES[1:], REFERENCES[1:])
    for name, score in whole.items():
        summed = [one + other for one, other in zip(first[name].statistics, second[name].statistics, strict=True)]
        assert from_statistics(name, summed) == pytest.approx(score.value, abs=1e-9)


def test_the_signature_tells_the_order_of_the_ngrams():
    assert _scores()["bleu"].signature.endswith("|order:4")


def test_callers_texts_are_left_alone():
    pair = _pair(HYPOTHESES, REFERENCES)
    before = copy.deepcopy(pair)
    plugins.load("scorers", "overlap", context()).score(pair, ())
    assert pair == before


def test_chrf_with_words():
    made = metric("chrf++")
    expected = CHRF(word_order=2).corpus_score(list(HYPOTHESES), [list(REFERENCES)]).score
    assert made.corpus_score(list(HYPOTHESES), [list(REFERENCES)]).score == expected
    assert expected != CHRF().corpus_score(list(HYPOTHESES), [list(REFERENCES)]).score


@pytest.mark.parametrize(("name", "peer"), [("bleu", BLEU()), ("chrf", CHRF()), ("ter", TER())])
def test_many_references(name, peer):
    from checker.scorers.overlap import corpus

    lists = [list(REFERENCES), list(OTHERS)]
    kept = copy.deepcopy(lists)
    value, statistics = corpus(name, HYPOTHESES, lists)
    assert value == peer.corpus_score(list(HYPOTHESES), copy.deepcopy(lists)).score
    assert from_statistics(name, statistics) == pytest.approx(value, abs=1e-9)
    assert lists == kept


@pytest.mark.data
@pytest.mark.slow
@pytest.mark.parametrize("year", [13, 14, 15, 16, 17])
def test_published_bleu(data, year):
    folder = data / "mt" / "ru-en"
    header, *rows = [line.split("\t") for line in (folder / "figures.tsv").read_text("utf-8").strip().split("\n")]
    figures = {row[1]: dict(zip(header, row, strict=True)) for row in rows if row[0] == f"wmt{year}"}
    read = lambda path: path.read_text("utf-8").removesuffix("\n").split("\n")  # noqa: E731
    references = read(folder / f"wmt{year}.en")
    for system, row in figures.items():
        pair = _pair(read(folder / f"wmt{year}.{system}.en"), references)
        rows_of = segment_texts(pair.reference)
        bleu = metric("bleu").corpus_score([one for one, _ in rows_of], [[other for _, other in rows_of]]).score
        assert round(bleu, 1) == pytest.approx(float(row["bleu_published"]), abs=0.051), system
        assert round(bleu, 2) == float(row["bleu_sacrebleu_2.6.0"]), system
