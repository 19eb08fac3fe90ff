"""Models for tests, made in seconds: a Marian that learns a toy language, and small untrained ones of other kinds."""

from __future__ import annotations

import io
import itertools
import json
import random

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
    optimiser = torch.optim.Adam(model.parameters(), lr=4e-3)
    schedule = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.05, steps)
    picker = random.Random(1)
    for _ in range(steps):
        chosen = picker.sample(rows, 24)
        sources, targets = [row[0] for row in chosen], [row[1] for row in chosen]
        batch = tokeniser(sources, text_target=targets, padding=True, return_tensors="pt")
        batch["labels"][batch["labels"] == pad] = -100
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
    tokeniser = transformers.MarianTokenizer(
        str(folder / "source.spm"), str(folder / "target.spm"), str(folder / "vocab.json"), model_max_length=48
    )
    tokeniser.save_pretrained(folder)
    return tokeniser


def _sentencepiece(texts):
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts), model_writer=written, vocab_size=110, model_type="bpe", hard_vocab_limit=False,
        num_threads=1, minloglevel=2,
    )  # fmt: skip
    return written.getvalue()
