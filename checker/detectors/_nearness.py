"""How near two words are out of context: what tells a plain translation from a word that merely stands in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from checker.prediction import fitted

if TYPE_CHECKING:
    from checker.protocols import Context, Language


def nearness(context: Context, theirs: str, ours: str) -> float | None:
    """Cosine of a Russian and an English word, each by its form and its lemma together; None without an encoder.

    About 0.5 and more for a word and its plain translation, but also for the opposite of that (невозможно, possible);
    0.3 and less for words that have little to do with each other (военный, civil).
    """
    encoder = fitted(context).encoder()
    if encoder is None:
        return None
    words = [*_forms(context.language("ru"), theirs), *_forms(context.language("en"), ours)]
    one, one_lemma, two, two_lemma = np.asarray(encoder.words(words), dtype=np.float64)
    left, right = one + one_lemma, two + two_lemma
    norms = float(np.linalg.norm(left) * np.linalg.norm(right))
    return float(left @ right) / norms if norms else 0.0


def _forms(language: Language, word: str) -> tuple[str, str]:
    return word.lower(), language.lemma(word.lower())
