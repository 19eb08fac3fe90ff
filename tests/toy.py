"""Models for tests, made in seconds: a Marian that learns a toy language, and small untrained ones of other kinds."""

from __future__ import annotations

import io
import itertools
import json
import random
import warnings

import sentencepiece
import torch
import transformers

WHO = {"кот": "the cat", "врач": "the doctor", "судья": "the judge", "волк": "the wolf", "сосед": "the neighbour"}
DOES = {"видит": "sees", "ищет": "seeks", "любит": "loves", "ждёт": "awaits", "рисует": "draws"}
WHAT = {"дом": "a house", "хлеб": "bread", "снег": "snow", "мост": "a bridge", "поезд": "a train", "письмо": "a letter"}
WHEN = {"сегодня": "today", "зимой": "in winter", "утром": "in the morning"}


def sentences():
    """Every sentence of the toy language and its translation; the adverb moves from the front to the end."""
    for when, who, does, what in itertools.product(WHEN, WHO, DOES, WHAT):
        yield f"{when} {who} {does} {what} .", f"{WHO[who]} {DOES[does]} {WHAT[what]} {WHEN[when]} ."


def split():
    """Sentences to learn from, and sentences kept apart."""
    rows = list(sentences())
    random.Random(5).shuffle(rows)
    return rows[:-60], rows[-60:]


def marian(folder, rows, steps):
    """Train a Marian on (source, translation) rows and save it as opus-mt models are."""
    tokeniser = _marian_tokeniser(folder, rows)
    torch.manual_seed(3)
    pad = tokeniser.pad_token_id
    config = transformers.MarianConfig(
        vocab_size=len(tokeniser), d_model=48, encoder_layers=1, decoder_layers=1, encoder_attention_heads=4,
        decoder_attention_heads=4, encoder_ffn_dim=96, decoder_ffn_dim=96, max_position_embeddings=48, dropout=0.0,
        attention_dropout=0.0, pad_token_id=pad, eos_token_id=0, bos_token_id=0, decoder_start_token_id=pad,
        forced_eos_token_id=0, scale_embedding=True, activation_function="swish", num_beams=2,
    )  # fmt: skip
    model = transformers.MarianMTModel(config)
    optimiser = torch.optim.Adam(model.parameters(), lr=8e-3)
    schedule = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.05, steps)
    read = [(tokeniser(source)["input_ids"], tokeniser(text_target=text)["input_ids"]) for source, text in rows]
    picker = random.Random(1)
    for _ in range(steps):
        sources, targets = zip(*picker.sample(read, 20), strict=True)
        batch = tokeniser.pad({"input_ids": list(sources)}, return_tensors="pt")
        longest = max(map(len, targets))
        batch["labels"] = torch.tensor([[*ids, *[-100] * (longest - len(ids))] for ids in targets])
        model(**batch).loss.backward()
        optimiser.step()
        schedule.step()
        optimiser.zero_grad()
    model.eval().save_pretrained(folder)
    return folder


def _marian_tokeniser(folder, rows):
    pieces = {}
    for name, side in (("source", 0), ("target", 1)):
        made = _sentencepiece([row[side] for row in rows])
        (folder / f"{name}.spm").write_bytes(made)
        model = sentencepiece.SentencePieceProcessor(model_proto=made)
        pieces.update(dict.fromkeys(model.id_to_piece(k) for k in range(3, model.get_piece_size())))
    listed = ["</s>", "<unk>", *(piece for piece in pieces if piece not in ("</s>", "<unk>")), "<pad>"]
    (folder / "vocab.json").write_text(json.dumps({piece: k for k, piece in enumerate(listed)}, ensure_ascii=False))
    files = [str(folder / name) for name in ("source.spm", "target.spm", "vocab.json")]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it would rather have sacremoses
        tokeniser = transformers.MarianTokenizer(*files, model_max_length=48)
    tokeniser.save_pretrained(folder)
    return tokeniser


def _sentencepiece(texts):
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts), model_writer=written, vocab_size=110, model_type="bpe", hard_vocab_limit=False,
        num_threads=1, minloglevel=2,
    )  # fmt: skip
    return written.getvalue()


def word_tokeniser(folder, texts, **marks):
    """A fast tokeniser that knows whole words, saved in a folder."""
    import tokenizers

    words = dict.fromkeys(word for text in texts for word in text.split())
    listed = [*dict.fromkeys(marks.values()), *words]
    inner = tokenizers.Tokenizer(
        tokenizers.models.WordLevel({word: k for k, word in enumerate(listed)}, unk_token=marks["unk_token"])
    )
    inner.pre_tokenizer = tokenizers.pre_tokenizers.WhitespaceSplit()
    if "cls_token" in marks:
        first, last = marks["cls_token"], marks["sep_token"]
        inner.post_processor = tokenizers.processors.TemplateProcessing(
            single=f"{first} $A {last}",
            pair=f"{first} $A {last} $B:1 {last}:1",
            special_tokens=[(first, listed.index(first)), (last, listed.index(last))],
        )
    tokeniser = transformers.PreTrainedTokenizerFast(tokenizer_object=inner, model_max_length=10_000, **marks)
    tokeniser.save_pretrained(folder)
    return tokeniser


BERT_MARKS = {
    "pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]", "mask_token": "[MASK]",
}  # fmt: skip


def gpt2(folder, texts, steps, positions=24):
    """A causal model that has read `texts`."""
    tokeniser = word_tokeniser(folder, texts, bos_token="<s>", unk_token="<unk>", pad_token="<pad>")
    torch.manual_seed(2)
    config = transformers.GPT2Config(
        vocab_size=len(tokeniser), n_positions=positions, n_embd=32, n_layer=1, n_head=2, resid_pdrop=0.0,
        embd_pdrop=0.0, attn_pdrop=0.0, bos_token_id=0, eos_token_id=0, pad_token_id=2,
    )  # fmt: skip
    model = transformers.GPT2LMHeadModel(config)
    optimiser = torch.optim.Adam(model.parameters(), lr=1e-2)
    picker = random.Random(1)
    for _ in range(steps):
        rows = ["<s> " + text for text in picker.sample(texts, 24)]
        batch = tokeniser(rows, padding=True, return_tensors="pt", return_token_type_ids=False)
        labels = batch["input_ids"].masked_fill(batch["attention_mask"] == 0, -100)
        model(**batch, labels=labels).loss.backward()
        optimiser.step()
        optimiser.zero_grad()
    model.eval().save_pretrained(folder)
    return folder


def bert(folder, texts, kind, positions=24, **settings):
    """An untrained BERT of a kind (`BertForMaskedLM`, ...), its numbers large enough to differ."""
    tokeniser = word_tokeniser(folder, texts, **BERT_MARKS)
    torch.manual_seed(4)
    config = transformers.BertConfig(
        vocab_size=len(tokeniser), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32,
        max_position_embeddings=positions, initializer_range=0.6, **settings,
    )  # fmt: skip
    getattr(transformers, kind)(config).eval().save_pretrained(folder)
    return folder


def mt5(folder, vocabulary=250_112):
    """An untrained mT5 of 8 dimensions; with the usual vocabulary it is one that MetricX could be."""
    torch.manual_seed(6)
    config = transformers.MT5Config(
        vocab_size=vocabulary, d_model=8, d_kv=4, d_ff=16, num_layers=1, num_heads=2, dropout_rate=0.0,
        initializer_factor=3.0, tie_word_embeddings=False,
    )  # fmt: skip
    transformers.MT5ForConditionalGeneration(config).eval().save_pretrained(folder)
    return folder
