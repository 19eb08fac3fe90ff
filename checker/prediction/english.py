"""Is it English: how well each word's class follows the one before it, and plain defects.

A bigram model over word classes (the commonest words themselves, endings for the rest), learned on post-edited
translations: small, so it knows word order and grammar words and nothing of the world. The weights of its figures are
learned from sentences against the same sentences spoiled (see ``training/_english.py``).
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.prediction.observed import Word

NAMES = ("follows", "worst", "misfits", "unknown", "doubled", "near", "loops", "bare", "foreign")
"""The figures of a sentence, in order: mean log ratio of each word's class given the one before it to its own
frequency; the worst mean over three in a row; share of pairs that fit badly; share of unknown lower-case words; words
doubled; words that recur after one other; repeated trigrams; a long sentence with hardly an article; words in
another script."""
BEGIN, NUMBER, NAME, OTHER = "<s>", "<number>", "<name>", "<other>"
TWICE = frozenset(
    {"had", "that", "very", "so", "no", "yes", "ha", "far", "long", "many", "much", "bye", "well", "more"}
)
"""Words that English doubles without a slip."""
STEP = 16
"""Log ratios are stored as whole numbers of this part of a nat."""


def word_class(word: Word, first: bool, known: Mapping[str, int]) -> int:
    """The class of a word: itself, a number, a name, its ending, or other."""
    text = word.token.text
    lower = text.lower().replace("’", "'")
    if lower in known:
        return known[lower]
    if word.token.kind == "number":
        return known[NUMBER]
    if text[:1].isupper() and not first:
        return known[NAME]
    return next((known[f"-{lower[-size:]}"] for size in (4, 3, 2) if f"-{lower[-size:]}" in known), known[OTHER])


def classes(words: Sequence[Word], known: Mapping[str, int]) -> list[int]:
    """Classes of a sentence's words, the mark of its beginning first."""
    return [known[BEGIN], *(word_class(word, number == 0, known) for number, word in enumerate(words))]


def figures(words: Sequence[Word], known: Mapping[str, int], ratios: np.ndarray) -> np.ndarray:
    """The figures of one sentence or bead; ratios has shape (classes, classes), [before, word], in parts of a nat."""
    found = classes(words, known)
    follows = [float(ratios[pair]) / STEP for pair in pairwise(found)] or [0.0]
    runs = [sum(follows[i : i + 3]) / 3 for i in range(max(1, len(follows) - 2))]
    forms = [word.token.text.lower() for word in words]
    size = max(1, len(forms))
    triples = Counter(zip(forms, forms[1:], forms[2:], strict=False))
    articles = sum(form in ("the", "a", "an") for form in forms) / size
    return np.array(
        [
            sum(follows) / len(follows),
            min(runs),
            sum(value < -1 for value in follows) / len(follows),
            sum(_unknown(word) for word in words) / size,
            len(doubled(forms)),
            sum(one == other for one, other in zip(forms, forms[2:], strict=False)) / size,
            sum(count - 1 for count in triples.values()),
            max(0.0, 0.05 - articles) * (size > 11),
            sum("\u0400" <= max(word.token.text) <= "\u04ff" for word in words),
        ],
        np.float32,
    )


def doubled(forms: Sequence[str]) -> list[str]:
    """Words that stand twice in a row and should not."""
    lower = [form.lower() for form in forms]
    return [one for one, other in pairwise(lower) if one == other and one.isalpha() and one not in TWICE]


def _unknown(word: Word) -> bool:
    text = word.token.text
    return word.token.kind == "word" and word.zipf == 0 and text[:1].islower()


def score(words: Sequence[Word], parts: Mapping[str, Any]) -> float:
    """Log odds that the words stand as somebody wrote them rather than spoiled."""
    made = figures(words, parts["known"], parts["ratios"])
    return float(np.clip(made, -20, 20) @ parts["english"] + parts["english_intercept"])
