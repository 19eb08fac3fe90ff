"""Transformers models: real loading and scoring, on small models that the tests make and save; no download."""

from __future__ import annotations

import json
import random
import stat
import sys
from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import plugins
from checker.assembly import build
from checker.config import Config
from checker.errors import EngineError, InputError, PluginError, SettingsError
from checker.model import Alignment, Bead, Document, Pair
from checker.models.batches import by_length, cut, fitted

torch = pytest.importorskip("torch", reason='the extra "models" is not installed')
transformers = pytest.importorskip("transformers", reason='the extra "models" is not installed')

from checker.models.checkpoint import Checkpoint, precision  # noqa: E402
from checker.models.codes import language_code, target_mark  # noqa: E402
from checker.models.language_model import LanguageModel  # noqa: E402
from checker.models.regression import Regression  # noqa: E402
from checker.models.seq2seq import Seq2Seq, Translated  # noqa: E402
from checker.retranslation import Settings, retranslate  # noqa: E402
from tests import toy  # noqa: E402

LEARNED, HELD = toy.split()
pytestmark = pytest.mark.filterwarnings("ignore:Recommended. pip install sacremoses")


@pytest.fixture(scope="module", autouse=True)
def _one_thread():
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def there(tmp_path_factory):
    """A Marian from the toy Russian to English."""
    return toy.marian(tmp_path_factory.mktemp("there"), LEARNED, steps=250)


@pytest.fixture(scope="module")
def back(tmp_path_factory):
    """A Marian the other way."""
    return toy.marian(tmp_path_factory.mktemp("back"), [row[::-1] for row in LEARNED], steps=250)


@pytest.fixture(scope="module")
def english(tmp_path_factory):
    """A causal model that has read the toy English."""
    return toy.gpt2(tmp_path_factory.mktemp("english"), [row[1] for row in LEARNED], steps=80)


def _model(folder, langs=("ru", "en")):
    return Seq2Seq(Checkpoint("test", str(folder), device="cpu"), *langs)


def _pair(rows, reference=()):
    """Beads of (source, translation) rows, an empty text for an empty side."""

    def document(name, lang, texts):
        text = "\n".join(texts)
        starts = [sum(len(own) + 1 for own in texts[:k]) for k in range(len(texts))]
        made = Document(name, lang, text)
        return made, [
            (made.span(start, start + len(own)),) if own else () for start, own in zip(starts, texts, strict=True)
        ]

    source, left = document("source", "ru", [row[0] for row in rows])
    target, right = document("translation", "en", [row[1] for row in rows])
    sentences = tuple(span for side in right for span in side)
    beads = tuple(Bead(one, other) for one, other in zip(left, right, strict=True))
    again = None
    if reference:
        theirs, spans = document("reference", "en", reference)
        again = Alignment(theirs, target, tuple(Bead(a, b) for a, b in zip(spans, right, strict=True)))
    return Pair(target, sentences, Alignment(source, target, beads), again)


def _scores(name, pair, **options):
    return plugins.load("scorers", name, None, **options).score(pair, ())


# What runs when


def test_heavy_scorers_run_only_when_named():
    names = [name for name, _ in build(Config()).scorers]
    assert names == ["fidelity", "overlap", "similarity"]
    assert {"likelihood", "language_model", "regression", "comet"} <= set(plugins.names("scorers"))


@pytest.mark.parametrize("name", ["likelihood", "language_model", "regression", "comet"])
def test_no_model_is_a_default(name):
    with pytest.raises(SettingsError, match="needs a model"):
        build(Config(scorers=(name,)))


# Batches


@given(st.text(alphabet="ab ", max_size=60), st.integers(1, 9))
def test_parts_of_a_text_hold_all_of_it(text, count):
    parts = cut(text, count)
    assert len(parts) == count
    words = text.split()
    assert (" ".join(" ".join(parts).split()).split() == words) or "".join(parts) == text
    if len(words) >= count:
        assert all(parts)


@given(st.lists(st.integers(1, 50), max_size=40), st.integers(50, 200), st.integers(1, 7))
def test_batches_hold_every_text_once_and_keep_their_bounds(lengths, tokens, rows):
    batches = list(by_length(lengths, tokens, rows))
    assert sorted(k for batch in batches for k in batch) == list(range(len(lengths)))
    assert all(len(batch) <= rows and len(batch) * max(lengths[k] for k in batch) <= tokens for batch in batches)


def test_sides_are_cut_into_as_few_parts_as_fit():
    sides = ("one two three four five six", "раз два три четыре пять шесть")
    assert fitted(sides, lambda row: all(len(side) < 40 for side in row)) == (sides,)
    assert fitted(sides, lambda row: all(len(side) < 18 for side in row)) == (
        ("one two three", "раз два три"),
        ("four five six", "четыре пять шесть"),
    )


# Likelihood


def test_likelihood_ranks_the_right_translation_first(there):
    wrong = [(source, HELD[k - 1][1]) for k, (source, _) in enumerate(HELD)]
    wrong = [(source, text) for (source, text), right in zip(wrong, HELD, strict=True) if text != right[1]]
    model = _model(there)
    right = dict(zip([row[0] for row in HELD], model.likelihoods(HELD), strict=True))
    assert len(wrong) > 50
    for (source, _), judged in zip(wrong, model.likelihoods(wrong), strict=True):
        assert right[source].value > judged.value


def test_likelihood_points_at_the_wrong_word(there):
    verbs = list(toy.DOES.values())
    changed = []
    for source, text in HELD:
        own = next(verb for verb in verbs if verb in text)
        other = random.Random(source).choice([verb for verb in verbs if verb != own])
        changed.append(((source, text.replace(own, other)), other))
    judged = _model(there).likelihoods([row for row, _ in changed])
    least = [min(one.words, key=lambda word: word.log_probability).text for one in judged]
    hits = sum(text == other for text, (_, other) in zip(least, changed, strict=True))
    assert hits >= 0.95 * len(changed), f"{hits} of {len(changed)}"
    named = sum(bool(one.unlikely) and one.unlikely[0].text == text for one, text in zip(judged, least, strict=True))
    assert named >= 0.75 * len(changed), f"{named} of {len(changed)}"


def test_the_scorer_and_its_reasons(there, back):
    source, right = HELD[0]
    rows, verbs = [(source, right), (source, ""), ("", right)], []
    for source, right in HELD[1:13]:
        verb = next(word for word in toy.DOES if word in source)
        other = next(word for word in toy.DOES if word not in source)
        rows.append((source, right.replace(toy.DOES[verb], toy.DOES[other])))
        verbs.append((toy.DOES[other], verb))
    forward, reverse = _scores("likelihood", _pair(rows), model=str(there), reverse=str(back), device="cpu")
    assert (forward.metric, reverse.metric) == ("likelihood", "likelihood_reverse")
    assert forward.per_bead[0] > 90 > max(forward.per_bead[3:])
    assert forward.per_bead[1:3] == (None, None)
    assert forward.reasons[:3] == ((), (), ())
    for score, side in ((forward, 0), (reverse, 1)):
        named = [f"“{pair[side]}”" in " ".join(said) for pair, said in zip(verbs, score.reasons[3:], strict=True)]
        assert sum(named) >= 8, score.reasons
    total, tokens = forward.statistics
    assert forward.value == pytest.approx(100 * exp(total / tokens))
    assert f"model:{there.name}@" in forward.signature
    assert "direction:ru-en" in forward.signature
    assert "direction:en-ru" in reverse.signature
    assert str(there) not in forward.signature


def test_model_names_may_hold_the_languages(there):
    with pytest.raises(InputError, match="opus-ru-en"):
        _scores("likelihood", _pair(HELD[:1]), model=str(there / "opus-{source}-{target}"))


def test_forced_decoding_is_the_models_own_loss(there):
    model = _model(there)
    judged = model.likelihoods(HELD[:8])
    tokeniser = transformers.AutoTokenizer.from_pretrained(there)
    own = transformers.AutoModelForSeq2SeqLM.from_pretrained(there).eval()
    for (source, text), one in zip(HELD[:8], judged, strict=True):
        batch = tokeniser([source], text_target=[text], return_tensors="pt")
        with torch.inference_mode():
            loss = float(own(**batch).loss)
        assert one.tokens == batch["labels"].shape[1]
        assert one.total == pytest.approx(-loss * one.tokens, abs=1e-3)
        assert [word.text for word in one.words] == text.split()
        assert model.likelihoods([(source, text)])[0].total == pytest.approx(one.total, abs=1e-4)


def test_words_stand_as_they_are_written(there):
    """The toy model knows no capitals: a piece that it does not know is a part of its word all the same."""
    source, text = HELD[0]
    (judged,) = _model(there).likelihoods([(source, text.capitalize().replace(" .", "."))])
    assert [word.text for word in judged.words] == text.capitalize().removesuffix(" .").split()


def test_a_long_pair_is_scored_to_its_end(there):
    model = _model(there)
    source, text = (" ".join(row[side] for row in HELD[:12]) for side in (0, 1))
    assert len(model._source(source)) > model.room
    whole, changed = model.likelihoods([(source, text), (source, text[:-2].rsplit(" ", 1)[0] + " snow .")])
    assert [word.text for word in whole.words] == text.split()
    assert changed.total != pytest.approx(whole.total, abs=0.5)


def test_empty_sides_do_not_break_a_batch(there):
    judged = _model(there).likelihoods([("", ""), HELD[0]])
    assert judged[0].tokens == 1, "the end alone"


# Translation


def test_translations_of_sentences_not_seen(there):
    made = dict(_model(there).translate([source for source, _ in HELD], beams=3, batch=7))
    right = sum(made[k] == Translated(text, True) for k, (_, text) in enumerate(HELD))
    assert right >= 55, f"{right} of {len(HELD)}"


def test_a_long_text_is_translated_to_its_end(there, monkeypatch):
    seen = []
    own = Seq2Seq._generated

    def spied(self, sources, beams):
        seen.extend(self.checkpoint.tokeniser.decode(ids, skip_special_tokens=True) for ids in sources)
        return own(self, sources, beams)

    monkeypatch.setattr(Seq2Seq, "_generated", spied)
    text = " ".join(source for source, _ in HELD[:12])
    ((number, made),) = _model(there).translate([text])
    assert number == 0
    assert sorted(" ".join(seen).split()) == sorted(text.split())
    assert len(seen) > 1
    assert made.text.endswith(".")


@pytest.fixture(scope="module")
def endless(there, tmp_path_factory):
    """The Marian with its end mark forbidden."""
    folder = tmp_path_factory.mktemp("endless")
    model = transformers.AutoModelForSeq2SeqLM.from_pretrained(there)
    model.generation_config.forced_eos_token_id = None
    model.generation_config.suppress_tokens = [model.config.eos_token_id]
    model.save_pretrained(folder)
    transformers.AutoTokenizer.from_pretrained(there).save_pretrained(folder)
    return folder


def test_a_translation_without_an_end_is_said(endless, tmp_path):
    document = Document("a", "ru", HELD[0][0])
    made = retranslate(document, [document.span(0, len(document.text))], Settings(str(endless), "ru"), tmp_path)
    assert made.unfinished == (HELD[0][0],)


def test_retranslation_keeps_paragraphs_and_remembers(there, tmp_path, monkeypatch):
    rows = HELD[:5]
    text = f"{rows[0][0]} {rows[1][0]}\n\n{rows[2][0]}\n{rows[3][0]}\n\n\n{rows[0][0]}\n"
    document = Document("a", "ru", text)
    starts = [text.index(rows[k][0]) for k in range(4)] + [text.rindex(rows[0][0])]
    spans = [document.span(start, text.index(".", start) + 1) for start in starts]
    steps = []
    asked = []
    own = Seq2Seq.translate

    def counted(self, texts, beams=4, batch=16):
        asked.append(list(texts))
        return own(self, texts, beams, batch)

    monkeypatch.setattr(Seq2Seq, "translate", counted)
    settings = Settings(str(there), "ru", "en", batch=2, device="cpu")
    made = retranslate(document, spans, settings, tmp_path, lambda *step: steps.append(step))
    english = [row[1] for row in rows]
    assert made.text == f"{english[0]} {english[1]}\n\n{english[2]}\n{english[3]}\n\n{english[0]}\n"
    assert steps[0] == (0, 5)
    assert steps[-1] == (5, 5)
    assert len(asked[0]) == 4, "the same sentence once"
    assert retranslate(document, spans, settings, tmp_path).text == made.text
    assert asked[1] == []
    retranslate(document, spans, Settings(str(there), "ru", "en", beams=1, device="cpu"), tmp_path)
    assert len(asked[2]) == 4, "other settings are another translation"
    (tmp_path / "retranslations.sqlite").write_bytes(b"not a database")
    assert retranslate(document, spans, settings, tmp_path).text == made.text


def _command(*arguments):
    from checker.cli import app

    return app([str(argument) for argument in arguments], standalone_mode=False)


def test_the_command(there, tmp_path, capsys):
    source = tmp_path / "article.ru.txt"
    source.write_text(f"{HELD[0][0].capitalize()}\n\n{HELD[1][0].capitalize()}\n", "utf-8")
    options = ("--model", there, "--beams", "2", "--source-lang", "ru", "--cache", tmp_path / "kept")
    _command("retranslate", source, *options)
    written = (tmp_path / "article.retranslation.txt").read_text("utf-8")
    assert len(written.split("\n\n")) == 2
    assert "2 sentences from ru" in capsys.readouterr().err
    with pytest.raises(InputError, match="original itself"):
        _command("retranslate", source, *options, "--output", source)
    with pytest.raises(InputError, match="model "):
        _command("retranslate", source, "--model", tmp_path, "--source-lang", "ru")
    html = tmp_path / "page.ru.html"
    html.write_text(f"<html><body><p>{HELD[0][0].capitalize()}</p></body></html>", "utf-8")
    _command("retranslate", html, *options, "--quiet")
    assert (tmp_path / "page.retranslation.txt").exists()
    assert capsys.readouterr().err == ""


def test_the_command_says_what_found_no_end(endless, tmp_path, capsys):
    source = tmp_path / "article.ru.txt"
    source.write_text("Кот видит дом.\n", "utf-8")
    _command("retranslate", source, "--model", endless, "--source-lang", "ru", "--cache", "none")
    assert "came to no end" in capsys.readouterr().err


# Languages of multilingual models


class _Vocabulary:
    unk_token_id = 0

    def __init__(self, *tokens):
        self.tokens = tokens

    def convert_tokens_to_ids(self, token):
        return self.tokens.index(token) + 1 if token in self.tokens else 0


@pytest.mark.parametrize(
    ("tokens", "lang", "code"),
    [
        (("__ru__", "__en__"), "ru", "ru"),
        (("ru_RU", "en_XX"), "en", "en_XX"),
        (("rus_Cyrl", "eng_Latn"), "ru", "rus_Cyrl"),
        (("rus_Cyrl", "eng_Latn"), "rus_Cyrl", "rus_Cyrl"),
        (("rus_Cyrl", "ru"), "ru", "rus_Cyrl"),
        (("rus_Cyrl", "eng_Latn"), "ka", None),
    ],
)
def test_language_names(tokens, lang, code):
    assert language_code(_Vocabulary(*tokens), lang) == code


def test_target_marks():
    assert target_mark(_Vocabulary("<2en>"), "en") == "<2en> "
    assert target_mark(_Vocabulary(">>eng<<"), "en") == ">>eng<< "
    assert target_mark(_Vocabulary("en"), "en") == ""


def test_a_multilingual_model_begins_with_the_language(tmp_path):
    """M2M100's ways: a language mark before both sides, which is no part of the likelihood."""
    made = toy._sentencepiece([text for row in LEARNED for text in row])
    (tmp_path / "spm.model").write_bytes(made)
    import sentencepiece

    pieces = sentencepiece.SentencePieceProcessor(model_proto=made)
    listed = ["<s>", "<pad>", "</s>", "<unk>", *(pieces.id_to_piece(k) for k in range(3, pieces.get_piece_size()))]
    (tmp_path / "vocab.json").write_text(json.dumps({piece: k for k, piece in enumerate(listed)}))
    tokeniser = transformers.M2M100Tokenizer(str(tmp_path / "vocab.json"), str(tmp_path / "spm.model"))
    tokeniser.save_pretrained(tmp_path)
    tokeniser.tgt_lang = "en"
    torch.manual_seed(1)
    config = transformers.M2M100Config(
        vocab_size=400, d_model=16, encoder_layers=1, decoder_layers=1, encoder_attention_heads=2,
        decoder_attention_heads=2, encoder_ffn_dim=16, decoder_ffn_dim=16, max_position_embeddings=64,
    )  # fmt: skip
    transformers.M2M100ForConditionalGeneration(config).save_pretrained(tmp_path)
    model = _model(tmp_path)
    (judged,) = model.likelihoods(HELD[:1])
    assert judged.tokens == len(tokeniser(text_target=HELD[0][1], add_special_tokens=False)["input_ids"]) + 1
    assert [word.text for word in judged.words] == HELD[0][1].split()
    assert len(list(model.translate([HELD[0][0]], beams=1))) == 1
    with pytest.raises(SettingsError, match="does not know"):
        _model(tmp_path, ("ru", "xx")).likelihoods(HELD[:1])


# Language models


def test_a_causal_model_ranks_order_over_disorder(english):
    texts = [text for _, text in HELD]
    mixed = []
    for text in texts:
        words = text.split()
        random.Random(text).shuffle(words)
        mixed.append(" ".join(words))
    model = LanguageModel(Checkpoint("test", str(english), device="cpu"))
    assert not model.masked
    assert all(a.value > b.value for a, b in zip(model.judge(texts), model.judge(mixed), strict=True))


def test_a_causal_model_scores_every_token_once(english):
    model = LanguageModel(Checkpoint("test", str(english), device="cpu"))
    text = " ".join(row[1] for row in HELD[:12])
    short, long = model.judge([HELD[0][1], text])
    assert (short.tokens, long.tokens) == (len(HELD[0][1].split()), len(text.split()))
    own = transformers.AutoModelForCausalLM.from_pretrained(english).eval()
    ids = transformers.AutoTokenizer.from_pretrained(english)("<s> " + HELD[0][1], return_tensors="pt")["input_ids"]
    with torch.inference_mode():
        logs = own(ids).logits.log_softmax(-1)[0]
    for k, word in enumerate(short.words):
        assert word.log_probability == pytest.approx(float(logs[k, ids[0, k + 1]]), abs=1e-4)


def test_a_masked_model_hides_what_it_scores(tmp_path):
    texts = [row[1] for row in LEARNED]
    toy.bert(tmp_path, texts, "BertForMaskedLM")
    model = LanguageModel(Checkpoint("test", str(tmp_path), device="cpu"))
    assert model.masked
    text = HELD[0][1]
    (judged,) = model.judge([text])
    tokeniser = transformers.AutoTokenizer.from_pretrained(tmp_path)
    own = transformers.AutoModelForMaskedLM.from_pretrained(tmp_path).eval()
    ids = tokeniser(text, return_tensors="pt")["input_ids"]
    for k, word in enumerate(judged.words):
        hidden = ids.clone()
        hidden[0, k + 1] = tokeniser.mask_token_id
        with torch.inference_mode():
            logs = own(hidden).logits.log_softmax(-1)[0, k + 1]
        assert word.log_probability == pytest.approx(float(logs[ids[0, k + 1]]), abs=1e-4)
    (long,) = model.judge([" ".join(texts[:8])])
    assert long.tokens == len(" ".join(texts[:8]).split())


def test_the_fluency_scorer(english):
    good, bad = HELD[0][1], "seeks the the in a snow today wolf ."
    pair = _pair([(HELD[0][0], good), (HELD[1][0], bad), (HELD[2][0], "")])
    (score,) = _scores("language_model", pair, model=str(english), device="cpu")
    assert score.per_bead[0] > score.per_bead[1]
    assert score.per_bead[2] is None
    assert score.reasons[1][0].startswith("improbable in this place")
    assert "family:causal" in score.signature
    with pytest.raises(SettingsError, match="has no mask"):
        _scores("language_model", pair, model=str(english), device="cpu", family="masked")
    with pytest.raises(SettingsError, match="family"):
        _scores("language_model", pair, model=str(english), family="best")


# Regression


@pytest.fixture(scope="module")
def judge(tmp_path_factory):
    texts = [text for row in LEARNED for text in row]
    return toy.bert(tmp_path_factory.mktemp("judge"), texts, "BertForSequenceClassification", num_labels=1)


def test_a_head_with_one_label_gives_its_logit(judge):
    model = Regression(Checkpoint("test", str(judge), device="cpu"))
    values = model.score(HELD[:6])
    tokeniser = transformers.AutoTokenizer.from_pretrained(judge)
    own = transformers.AutoModelForSequenceClassification.from_pretrained(judge).eval()
    for row, value in zip(HELD[:6], values, strict=True):
        with torch.inference_mode():
            assert value == pytest.approx(float(own(**tokeniser(*row, return_tensors="pt")).logits), abs=1e-4)
    long = tuple(" ".join(row[side] for row in HELD[:6]) for side in (0, 1))
    ended = (long[0], long[1].removesuffix(".") + "snow")
    whole, changed = model.score([long, ended])
    assert whole != pytest.approx(changed, abs=1e-5)


def test_metricx_reads_its_number_from_one_token(tmp_path):
    texts = [text for row in LEARNED for text in row]
    toy.mt5(tmp_path)
    apart = tmp_path / "tokeniser"
    tokeniser = toy.word_tokeniser(
        apart, ["source: candidate: reference:", *texts], pad_token="<pad>", eos_token="</s>", unk_token="<unk>"
    )
    pair = _pair([HELD[0], HELD[1], ("", HELD[2][1])], [HELD[0][1], "", HELD[2][1]])
    (score,) = _scores("regression", pair, model=str(tmp_path), tokeniser=str(apart), device="cpu")
    assert not score.higher_is_better
    own = transformers.AutoModelForSeq2SeqLM.from_pretrained(tmp_path).eval()
    (source, text), (other, its) = HELD[:2]
    said = [f"source: {source} candidate: {text} reference: {text}", f"source: {other} candidate: {its}"]
    for value, line in zip(score.per_bead, said, strict=False):
        ids = torch.tensor([tokeniser(line, add_special_tokens=False)["input_ids"]])
        with torch.inference_mode():
            logit = own(input_ids=ids, decoder_input_ids=torch.zeros((1, 1), dtype=torch.long)).logits[0, 0, 250_089]
        assert value == pytest.approx(min(25.0, max(0.0, float(logit))), abs=1e-3)
    assert score.per_bead[2] is None
    assert "against:source+re-translation" in score.signature
    assert "scale:errors 0-25" in score.signature


def test_models_that_give_no_judgement_are_refused(tmp_path, there):
    two, bare, small = tmp_path / "two", tmp_path / "bare", tmp_path / "small"
    toy.bert(two, ["a b"], "BertForSequenceClassification", num_labels=2)
    toy.bert(bare, ["a b"], "BertForMaskedLM")
    small.mkdir()
    toy.mt5(small, vocabulary=100)
    for folder, what in ((two, "2 labels"), (bare, "no weights for"), (small, "too few")):
        with pytest.raises(InputError, match=what):
            Regression(Checkpoint("test", str(folder), device="cpu")).score(HELD[:1])
    with pytest.raises(InputError, match="model "):
        Regression(Checkpoint("test", str(there), device="cpu")).score(HELD[:1])


# Loading


def test_a_model_in_a_folder_opens_no_connection(there, english, judge, monkeypatch):
    import socket

    def refuse(*_):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for name, folder in (("likelihood", there), ("language_model", english), ("regression", judge)):
        assert _scores(name, _pair(HELD[:2]), model=str(folder))


def test_half_precision_on_a_gpu_only():
    assert precision("cpu", "marian") == torch.float32
    assert precision("cuda", "marian") == torch.float16
    assert precision("mps", "marian") == torch.float32


def test_the_identity_follows_the_weights(there, tmp_path):
    for path in there.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    one, other = (Checkpoint("test", str(path)).identity for path in (there, tmp_path))
    assert one.split("@")[1] == other.split("@")[1]
    weights = tmp_path / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-1] + b"\x01")
    assert Checkpoint("test", str(tmp_path)).identity != other


def test_errors_are_one_clear_line(there, tmp_path):
    with pytest.raises(SettingsError, match="device abacus"):
        Seq2Seq(Checkpoint("test", str(there), device="abacus"), "ru", "en").likelihoods(HELD[:1])
    for path in there.iterdir():
        if path.suffix != ".safetensors":
            (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "pytorch_model.bin").write_bytes(b"not read")
    with pytest.raises(InputError, match="safetensors") as caught:
        _model(tmp_path).likelihoods(HELD[:1])
    assert "\n" not in str(caught.value)
    (tmp_path / "model.safetensors").write_bytes(b"broken")
    with pytest.raises(InputError, match="model "):
        _model(tmp_path).likelihoods(HELD[:1])


def test_what_breaks_in_mid_run_is_an_engine_error(there):
    checkpoint = Checkpoint("scorer likelihood", str(there))
    for error, said in (
        (RuntimeError("no such kernel\nat line 7"), "no such kernel"),
        (torch.OutOfMemoryError(), "memory"),
    ):
        with pytest.raises(EngineError, match=said), checkpoint.running():
            raise error


# COMET

FAKE = """#!{python}
import argparse, json, pathlib, sys
parser = argparse.ArgumentParser()
for name in ("-s", "-t", "-r", "--model", "--batch_size", "--gpus", "--to_json"):
    parser.add_argument(name)
parser.add_argument("--quiet", action="store_true")
told = parser.parse_args()
if told.model == "needs/reference" and told.r is None:
    sys.exit("comet-score: error: needs/reference requires -r/--references")
sides = [pathlib.Path(name).read_text("utf-8").splitlines() for name in (told.s, told.t, told.r) if name]
rows = []
for row in zip(*sides, strict=True):
    assert all(len(side) < 1200 for side in row)
    rows.append({{"src": row[0], "mt": row[1], "COMET": 0.9 if "good" in row[1] else 0.3 + 0.1 * (len(row) > 2)}})
    if "bad" in row[1]:
        rows[-1]["errors"] = [{{"text": " bad", "severity": "major", "confidence": 0.5, "start": 0, "end": 4}}]
if told.model != "silent":
    pathlib.Path(told.to_json).write_text(json.dumps({{told.t: rows}}))
"""


@pytest.fixture
def command(tmp_path):
    """A command that takes and writes what comet-score does."""
    path = tmp_path / "comet-score"
    path.write_text(FAKE.format(python=sys.executable), "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_comet_by_its_command(command):
    long = "a good one " * 300
    pair = _pair([("раз", "good\u2028one"), ("два", "bad"), ("три", ""), ("слово " * 500, long.strip())])
    (score,) = _scores("comet", pair, model="some/kiwi", command=command)
    assert score.per_bead == (pytest.approx(90), pytest.approx(30), None, pytest.approx(90))
    assert score.reasons[1] == ("an error (major), says the model: “bad”",)
    assert "model:some/kiwi|against:source|scale:x100" in score.signature


def test_comet_against_a_re_translation(command):
    pair = _pair([("раз", "bad"), ("два", "good")], ["one", "two"])
    (score,) = _scores("comet", pair, model="needs/reference", command=command, against="reference")
    assert score.per_bead == (pytest.approx(40), pytest.approx(90))
    assert _scores("comet", _pair([("раз", "bad")]), model="m", command=command, against="reference") == ()
    with pytest.raises(EngineError, match="requires -r"):
        _scores("comet", pair, model="needs/reference", command=command)


def test_comet_that_fails_is_said(command):
    pair = _pair([("раз", "one")])
    with pytest.raises(EngineError, match="wrote no scores"):
        _scores("comet", pair, model="silent", command=command)
    with pytest.raises(PluginError, match="unbabel-comet"):
        _scores("comet", pair, model="m", command="no-such-comet-score")
    with pytest.raises(SettingsError, match="against"):
        _scores("comet", pair, model="m", against="all")


def test_a_words_threshold_is_a_probability():
    from checker.models.words import UNLIKELY, Judged, Word

    words = (Word("snow", log(UNLIKELY) - 1), Word(",", -50.0), Word("bread", log(UNLIKELY) + 1))
    assert [word.text for word in Judged(0.0, 3, words).unlikely] == ["snow"]
