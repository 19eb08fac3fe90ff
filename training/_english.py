"""Learn what English looks like from post-edited sentences (MLQE-PE ru-en train, CC0) and the same ones spoiled."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from checker.model import Span
from checker.prediction import english
from checker.prediction.observed import Word, alone
from checker.testing import context
from training._sets import FOLDER, lines

if TYPE_CHECKING:
    from pathlib import Path

    from checker.model import Token

COMMON, ENDINGS = 300, 80
SMOOTH = 4.0
"""Pairs of classes that are added, by their own frequencies, to what was counted after each class."""


def sentences(data: Path) -> list[tuple[Word, ...]]:
    """Words of the post-edited sentences."""
    where = context()
    texts = (re.sub(r" ?(['’]) ?(s|t|re|ve|ll|d|m)\b", r"\1\2", line) for line in lines(data / FOLDER / "train" / "pe"))
    return [alone(where, "en", (Span(0, len(text), text),)).target.words for text in texts]


def learn(data: Path, seed: int) -> dict[str, np.ndarray]:
    """Classes, log ratios, and the weights of the figures."""
    written = [words for words in sentences(data) if len(words) > 4]
    names = _classes(written)
    known = {name: number for number, name in enumerate(names)}
    halves = written[::2], written[1::2]
    generator = random.Random(seed)
    rows, labels = [], []
    for seen, unseen in (halves, halves[::-1]):
        ratios = _ratios(seen, known)
        for words in unseen:
            spoiled = _spoiled(words, generator)
            rows += [english.figures(words, known, ratios), english.figures(spoiled, known, ratios)]
            labels += [1.0, 0.0]
    weights = logistic(np.clip(np.array(rows), -20, 20), np.array(labels))
    return {
        "classes": np.array(names),
        "ratios": _ratios(written, known),
        "english": weights[:-1].astype(np.float32),
        "english_intercept": np.float32(weights[-1]),
    }


def _classes(written: list[tuple[Word, ...]]) -> list[str]:
    forms = Counter(word.token.text.lower().replace("’", "'") for words in written for word in words)
    common = [form for form, _ in forms.most_common(COMMON)]
    rest = {form: count for form, count in forms.items() if form not in set(common) and form.isalpha()}
    endings: Counter[str] = Counter()
    for form, count in rest.items():
        for size in (2, 3, 4):
            if len(form) > size + 1:
                endings[form[-size:]] += count * (size - 1)
    marks = [english.BEGIN, english.NUMBER, english.NAME, english.OTHER]
    return marks + common + [f"-{ending}" for ending, _ in endings.most_common(ENDINGS)]


def _ratios(written: list[tuple[Word, ...]], known: dict[str, int]) -> np.ndarray:
    counts = np.zeros((len(known), len(known)))
    for words in written:
        for pair in pairwise(english.classes(words, known)):
            counts[pair] += 1
    single = (counts.sum(axis=0) + 0.5) / (counts.sum() + 0.5 * len(known))
    after = counts.sum(axis=1, keepdims=True)
    given = (counts + SMOOTH * single) / (after + SMOOTH)
    return np.clip(np.round(english.STEP * np.log(given / single)), -127, 127).astype(np.int8)


def _spoiled(words: tuple[Word, ...], generator: random.Random) -> tuple[Word, ...]:
    kind = generator.choice(("all", "stretch", "swap", "lost", "articles", "double", "loop", "misspelt", "foreign"))
    made, place = list(words), generator.randrange(len(words) - 1)
    kind = generator.choice(("all", "stretch", "swap", "lost", "articles", "double", "loop", "misspelt", "foreign"))
    made, place = list(words), generator.randrange(len(words) - 1)
    if kind == "all":
        generator.shuffle(made)
    elif kind == "stretch":
        part = made[place : place + 6]
        generator.shuffle(part)
        made[place : place + 6] = part
    elif kind == "swap":
        made[place], made[place + 1] = made[place + 1], made[place]
    elif kind == "lost":
        del made[place]
    elif kind == "articles":
        made = [word for word in made if word.token.text.lower() not in ("the", "a", "an", "of", "to")]
    elif kind == "double":
        made.insert(place, made[place])
    elif kind == "loop":
        made += made[-4:] * generator.randint(1, 2)
    elif kind == "foreign":
        made[place] = replace(made[place], token=replace(made[place].token, text="слово"), zipf=0.0)
    else:
        made[place] = replace(made[place], token=_misspelt(made[place].token, generator), zipf=0.0)
    return tuple(made)


def _misspelt(token: Token, generator: random.Random) -> Token:
    place = generator.randrange(len(token.text))
    return replace(token, text=token.text[:place] + generator.choice("aeioumnrst") + token.text[place:])


def logistic(rows: np.ndarray, labels: np.ndarray, penalty: float = 1.0) -> np.ndarray:
    """Weights and, last, the intercept, by Newton's method."""
    inputs = np.hstack([rows, np.ones((len(rows), 1))]).astype(np.float64)
    weights = np.zeros(inputs.shape[1])
    for _ in range(25):
        odds = 1 / (1 + np.exp(-inputs @ weights))
        curvature = (inputs * (odds * (1 - odds))[:, None]).T @ inputs + penalty * np.eye(len(weights))
        weights += np.linalg.solve(curvature, inputs.T @ (labels - odds) - penalty * weights)
    return weights
