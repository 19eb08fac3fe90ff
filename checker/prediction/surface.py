"""Figures of a pair of texts that are no vectors: length, frequency, numbers, word links, repetition.

Every function gives named figures; the names are the columns of the learned part, in the order of `figures`.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING

import numpy as np

from checker.model import extent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.prediction.observed import Observed, Side, Word

_DIGITS = re.compile(r"\d+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
_NEGATIVE = {
    "ru": frozenset({"не", "ни", "нет", "нельзя", "без", "никто", "ничто", "никогда", "нигде", "никакой", "никак"}),
    "en": frozenset(
        {"not", "no", "never", "nobody", "nothing", "nowhere", "none", "neither", "nor", "without", "cannot"}
    ),
}
_ARTICLES = frozenset({"a", "an", "the"})
UNSUPPORTED = 0.3
"""Support below which a word of content is said to have no counterpart."""


def figures(seen: Observed) -> dict[str, float]:
    """All figures of a pair."""
    return {
        **{f"source_{name}": value for name, value in _texture(seen.source).items()},
        **{f"target_{name}": value for name, value in _texture(seen.target).items()},
        **_english(seen.target),
        **_lengths(seen),
        **_agreement(seen),
        **{f"source_{name}": value for name, value in _carried(seen.source.words).items()},
        **{f"target_{name}": value for name, value in _carried(seen.target.words).items()},
        **_order(seen),
    }


def _mean(values: Sequence[float], empty: float = 0.0) -> float:
    return sum(values) / len(values) if values else empty


def _texture(side: Side) -> dict[str, float]:
    """How long and how rare the words are, and what marks there are."""
    words = [word for word in side.words if word.token.kind == "word"]
    zipfs = sorted(word.zipf for word in words) or [0.0]
    plain = [word for word in words if not word.token.text[:1].isupper()]
    text, length = side.text, max(1, len(side.text))
    return {
        "words": log(1 + len(side.words)),
        "word_length": _mean([float(len(word.token.text)) for word in words]),
        "zipf": _mean(zipfs),
        "rarest": zipfs[0],
        "second_rarest": zipfs[min(1, len(zipfs) - 1)],
        "rare_share": _mean([float(word.zipf < 3) for word in words]),
        "unknown": log(1 + sum(word.zipf == 0 for word in plain)),
        "capitals": _mean([float(word.token.text[:1].isupper()) for word in words]),
        "shouted": _mean([float(len(word.token.text) > 1 and word.token.text.isupper()) for word in words]),
        "numbers": log(1 + sum(word.token.kind == "number" for word in side.words)),
        "commas": text.count(",") / length * 100,
        "dashes": sum(text.count(mark) for mark in ("—", "–", " - ")) / length * 100,
        "quotes": log(1 + sum(text.count(mark) for mark in '"«»“”„')),
        "asking": float("?" in text),
        "calling": float("!" in text),
        "brackets": float("(" in text or "[" in text),
        "ended": float(text.rstrip()[-1:] in '.!?…"»”)'),
        "colons": float(":" in text or ";" in text),
        "dots": float("..." in text or "…" in text),
        "distinct": len({word.token.lemma for word in words}) / max(1, len(words)),
    }


def _english(side: Side) -> dict[str, float]:
    """What betrays bad English: repetition, missing articles, letters of another script."""
    forms = [word.token.text.lower() for word in side.words]
    content = Counter(word.token.lemma for word in side.words if word.zipf < 5 and word.token.kind == "word")
    return {
        "doubled": float(sum(one == other for one, other in pairwise(forms))),
        "twice_near": float(sum(one == other for one, other in zip(forms, forms[2:], strict=False))),
        "content_repeated": float(sum(count - 1 for count in content.values())) / max(1, len(forms)) * 10,
        "trigrams_repeated": float(len(forms) - 2 - len(set(zip(forms, forms[1:], forms[2:], strict=False))))
        if len(forms) > 2
        else 0.0,
        "articles": _mean([float(form in _ARTICLES) for form in forms]),
        "of": _mean([float(form == "of") for form in forms]),
        "contractions": _mean([float("'" in form or "’" in form) for form in forms]),
        "cyrillic": log(1 + len(_CYRILLIC.findall(side.text))),
    }


def _lengths(seen: Observed) -> dict[str, float]:
    source, target = seen.source, seen.target
    characters = log((extent(target.text) + 5) / (extent(source.text) + 5))
    words = log((len(target.words) + 2) / (len(source.words) + 2))
    return {
        "character_ratio": characters,
        "word_ratio": words,
        "short": max(0.0, -0.15 - characters),
        "long": max(0.0, characters - 0.45),
        "cosine": seen.cosine,
    }


def _agreement(seen: Observed) -> dict[str, float]:
    """Digits, capitals, marks and negations on both sides."""
    one, other = (Counter(_DIGITS.findall(side.text)) for side in (seen.source, seen.target))
    capitals = [sum(word.token.text[:1].isupper() for word in side.words[1:]) for side in (seen.source, seen.target)]
    marks = [Counter(mark for mark in side.marks if mark in ".,!?:;") for side in (seen.source, seen.target)]
    negations = [_negations(seen.source, "ru"), _negations(seen.target, "en")]
    return {
        "digits_lost": float(sum((one - other).values())),
        "digits_new": float(sum((other - one).values())),
        "capitals_lost": float(max(0, capitals[0] - capitals[1])),
        "capitals_new": float(max(0, capitals[1] - capitals[0])),
        "marks_changed": float(sum(((marks[0] - marks[1]) + (marks[1] - marks[0])).values())),
        "negation_lost": float(max(0, negations[0] - negations[1])),
        "negation_new": float(max(0, negations[1] - negations[0])),
        "negations": float(negations[0]),
    }


def _negations(side: Side, lang: str) -> int:
    listed = _NEGATIVE[lang]
    forms = [word.token.text.lower().replace("’", "'") for word in side.words]
    return sum(form in listed or form.endswith("n't") for form in forms)


def _carried(words: Sequence[Word]) -> dict[str, float]:
    """How well the other side carries the words of one."""
    measured = [word for word in words if word.support >= 0]
    values = sorted(word.support for word in measured) or [0.5]
    weights = [word.weight for word in measured]
    rarest = sorted(measured, key=lambda word: word.zipf)[:3]
    content = [word for word in measured if word.zipf < 5.5]
    return {
        "support": _mean(values),
        "support_weighted": _weighted([word.support for word in measured], weights) if sum(weights) else _mean(values),
        "support_least": values[0],
        "support_second": values[min(1, len(values) - 1)],
        "support_quarter": _quarter(values),
        "support_rarest": _mean([word.support for word in rarest], 0.5),
        "lost": float(sum(word.support < UNSUPPORTED for word in content)),
        "lost_share": _mean([float(word.support < UNSUPPORTED) for word in content]),
        "lost_lower": _mean([float(word.support < 0.5) for word in content if not word.token.text[:1].isupper()]),
        "lost_weight": sum(word.weight * (1 - word.support) for word in content) / (1 + len(words)),
    }


def _weighted(values: Sequence[float], weights: Sequence[float]) -> float:
    """The weighted mean."""
    shares = np.array(weights)
    return float((np.array(values) * shares).sum() / shares.sum())


def _quarter(ordered: Sequence[float]) -> float:
    """The first quartile of sorted values, between two of them in proportion (as numpy's, without its preparations)."""
    place = 0.25 * (len(ordered) - 1)
    low = int(place)
    one, other, part = ordered[low], ordered[min(low + 1, len(ordered) - 1)], place - low
    return one + (other - one) * part if part < 0.5 else other - (other - one) * (1 - part)


def _order(seen: Observed) -> dict[str, float]:
    """How many words are linked, how strongly, and how far the order of the words is kept."""
    places = [source for source, _, _ in seen.links]
    strengths = [strength for _, _, strength in seen.links]
    steps = [abs(b - a - 1) for a, b in pairwise(places)]
    sizes = max(1, len(seen.source.words)), max(1, len(seen.target.words))
    return {
        "linked_source": len({source for source, _, _ in seen.links}) / sizes[0],
        "linked_target": len({target for _, target, _ in seen.links}) / sizes[1],
        "strength": _mean(strengths),
        "strength_least": min(strengths, default=0.0),
        "jumps": _mean([min(5.0, float(step)) for step in steps]),
        "far_jumps": _mean([float(step > 3) for step in steps]),
        "displaced": _mean([abs(s / sizes[0] - t / sizes[1]) for s, t, _ in seen.links]),
    }


def columns(names: Sequence[str], rows: Sequence[Mapping[str, float]]) -> np.ndarray:
    """The named figures as a matrix, shape (rows, names)."""
    return np.array([[row[name] for name in names] for row in rows], np.float32).reshape(len(rows), len(names))
