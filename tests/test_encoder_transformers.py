"""The transformers encoder, on a BERT of two layers that the test makes and saves: real loading, no download."""

from __future__ import annotations

import json

import numpy as np
import pytest

from checker import plugins
from checker.errors import InputError, PluginError, SettingsError

torch = pytest.importorskip("torch", reason='the extra "models" is not installed')
transformers = pytest.importorskip("transformers", reason='the extra "models" is not installed')

WORDS = ["price", "of", "bread", "rose", "in", "the", "north", "цена", "хлеба", "выросла", "на", "севере", "."]
LONG = 40


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A model of 16 dimensions that takes 40 tokens, on disk."""
    path = tmp_path_factory.mktemp("tiny")
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", *WORDS]
    (path / "vocab.txt").write_text("\n".join(vocabulary) + "\n", "utf-8")
    tokeniser = transformers.BertTokenizer(str(path / "vocab.txt"), model_max_length=LONG)
    torch.manual_seed(7)
    config = transformers.BertConfig(
        vocab_size=len(vocabulary), hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=32,
        max_position_embeddings=LONG, initializer_range=0.5,
    )  # fmt: skip
    transformers.BertModel(config).save_pretrained(path)
    tokeniser.save_pretrained(path)
    return path


def _encoder(folder, **options):
    return plugins.load("encoders", "transformers", None, model=str(folder), device="cpu", **options)


def _copy(folder, tmp_path, modules, **files):
    """The model with a head of its own."""
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    listed = [{"idx": i, "name": str(i), "path": path, "type": kind} for i, (path, kind) in enumerate(modules)]
    (tmp_path / "modules.json").write_text(json.dumps(listed))
    for name, content in files.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "config.json").write_text(json.dumps(content))
    return tmp_path


def _states(folder, text):
    model = transformers.AutoModel.from_pretrained(folder)
    tokeniser = transformers.AutoTokenizer.from_pretrained(folder)
    with torch.inference_mode():
        return model.eval()(**tokeniser([text], return_tensors="pt")).last_hidden_state[0].numpy()


def _unit(vector):
    return vector / np.linalg.norm(vector)


def test_unit_vectors_in_the_order_of_the_texts(folder):
    texts = ["the price of bread rose in the north .", "цена хлеба", "", "bread"]
    encoder = _encoder(folder)
    vectors = encoder.encode(texts)
    assert vectors.shape == (4, encoder.dimension) == (4, 16)
    assert np.allclose((vectors**2).sum(axis=1), 1, atol=1e-5)
    for text, vector in zip(texts, vectors, strict=True):
        assert np.allclose(encoder.encode([text])[0], vector, atol=1e-5)


def test_the_mean_over_all_tokens_is_the_default(folder):
    text = "цена хлеба выросла"
    assert np.allclose(_encoder(folder).encode([text])[0], _unit(_states(folder, text).mean(axis=0)), atol=1e-5)


def test_pooling_as_the_model_says(folder, tmp_path):
    modules = [("", "sentence_transformers.models.Transformer"), ("1_Pooling", "sentence_transformers.models.Pooling")]
    model = _copy(folder, tmp_path, modules, **{"1_Pooling": {"pooling_mode_cls_token": True}})
    text = "bread rose"
    assert np.allclose(_encoder(model).encode([text])[0], _unit(_states(folder, text)[0]), atol=1e-5)
    assert np.allclose(
        _encoder(model, pooling="mean").encode([text])[0], _unit(_states(folder, text).mean(axis=0)), atol=1e-5
    )


def test_a_dense_layer_as_labse_has_one(folder, tmp_path):
    from safetensors.numpy import save_file

    kinds = ["Transformer", "Pooling", "Dense", "Normalize"]
    modules = [(f"{i}_{kind}", f"sentence_transformers.models.{kind}") for i, kind in enumerate(kinds)]
    model = _copy(
        folder, tmp_path, modules,
        **{"1_Pooling": {"pooling_mode_cls_token": True, "pooling_mode_mean_tokens": False},
           "2_Dense": {"activation_function": "torch.nn.modules.activation.Tanh"}},
    )  # fmt: skip
    weight, bias = np.random.default_rng(1).normal(size=(8, 16)).astype("f"), np.ones(8, "f")
    save_file({"linear.weight": weight, "linear.bias": bias}, tmp_path / "2_Dense" / "model.safetensors")
    encoder, text = _encoder(model), "the north"
    true = np.tanh(weight @ _states(folder, text)[0] + bias)
    assert encoder.dimension == 8
    assert np.allclose(encoder.encode([text])[0], _unit(true), atol=1e-5)


def test_a_long_text_is_never_cut_short(folder):
    encoder = _encoder(folder)
    body = "the price of bread rose in the north . " * 30
    vectors = encoder.encode([body + "bread", body + "севере", body + "bread"])
    assert np.allclose((vectors**2).sum(axis=1), 1, atol=1e-5)
    assert not np.allclose(vectors[0], vectors[1], atol=1e-4)
    assert np.allclose(vectors[0], vectors[2], atol=1e-5)


def test_runs_are_the_joined_texts(folder):
    encoder = _encoder(folder)
    sentences = ["bread rose .", "цена хлеба .", "in the north .", "выросла ."]
    runs = encoder.runs(sentences, 3)
    assert runs.shape == (3, 4, 16)
    assert np.allclose(runs[1, 2], encoder.encode(["in the north . выросла ."])[0], atol=1e-5)
    assert not runs[2, 2:].any()


def test_weights_that_are_no_safetensors_are_refused(folder, tmp_path):
    for name in ("config.json", "vocab.txt", "tokenizer_config.json"):
        if (folder / name).exists():
            (tmp_path / name).write_bytes((folder / name).read_bytes())
    (tmp_path / "pytorch_model.bin").write_bytes(b"not read")
    with pytest.raises(InputError, match="safetensors"):
        _encoder(tmp_path).encode(["bread"])


@pytest.mark.parametrize("content", [None, "{}", "not json"])
def test_what_is_no_model_is_one_clear_line(tmp_path, content):
    if content is not None:
        (tmp_path / "config.json").write_text(content)
    with pytest.raises(InputError, match="model ") as caught:
        _encoder(tmp_path).encode(["bread"])
    assert "\n" not in str(caught.value)


def test_bad_options_are_refused(folder):
    with pytest.raises(SettingsError, match="pooling"):
        _encoder(folder, pooling="best")
    with pytest.raises(PluginError, match="revision"):
        _encoder(folder, revison="main")
    with pytest.raises(SettingsError, match="device"):
        plugins.load("encoders", "transformers", None, model=str(folder), device="abacus").encode(["bread"])


def test_a_head_that_is_not_known_is_refused(folder, tmp_path):
    model = _copy(folder, tmp_path, [("", "x.Transformer"), ("1_WeightedLayerPooling", "x.WeightedLayerPooling")])
    with pytest.raises(InputError, match="WeightedLayerPooling"):
        _encoder(model).encode(["bread"])


def test_a_model_without_a_pooler_is_enough(folder, tmp_path):
    from safetensors.torch import load_file, save_file

    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    weights = load_file(folder / "model.safetensors")
    kept = {name: weight for name, weight in weights.items() if "pooler" not in name}
    assert len(kept) < len(weights)
    save_file(kept, tmp_path / "model.safetensors", {"format": "pt"})
    text = ["bread rose"]
    assert np.array_equal(_encoder(tmp_path).encode(text), _encoder(folder).encode(text))
    del kept["encoder.layer.0.output.dense.weight"]
    save_file(kept, tmp_path / "model.safetensors", {"format": "pt"})
    with pytest.raises(InputError, match="no weights for encoder"):
        _encoder(tmp_path).encode(text)


def test_the_identity_tells_models_apart(folder, tmp_path):
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert _encoder(folder).identity == _encoder(folder).identity
    assert _encoder(folder).identity != _encoder(tmp_path).identity
    assert _encoder(folder).identity != _encoder(folder, pooling="cls").identity


def test_an_original_in_ukrainian_is_aligned_by_it_and_omissions_are_looked_for(folder):
    """The embedded encoder was not trained on Ukrainian; a transformers model does not say, and is believed."""
    from checker import check

    source = "Ціна хліба зросла на півночі. Порт закрили. Учора приїхав міністр."
    translation = "The price of bread rose in the north. The port was closed. Yesterday the minister came."
    settings = {"source_lang": "uk", "target_lang": "en", "scorers": ("similarity",), "linker": "none"}
    report = check(translation, source=source, encoder="transformers", model=str(folder), **settings)
    assert report.score("similarity").value is not None
    assert all("omissions" not in note.text for note in report.notes)
    without = check(translation, source=source, **settings)
    said = next(note.text for note in without.notes if "not trained on Ukrainian: " in note.text)
    assert "omissions" in said
