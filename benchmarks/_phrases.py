"""Pairs of neighbouring words of content, with the figures by which their phrase might be judged garbled."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from benchmarks._grams import Trigrams, folded
from checker.linkers._closed import closed
from checker.prediction import predict
from checker.prediction.observed import observe
from checker.testing import context

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Pair
    from checker.prediction.observed import Observed

OTHERS = 6
"""Words that are tried for a word of the original."""


@dataclass
class Phrase:
    """Two words of the translation, their figures, and what is known of them."""

    start: int
    stop: int
    words: tuple[tuple[int, int], tuple[int, int]]
    figures: dict[str, float]
    bad: bool | None = False
    """None where the label is arguable."""
    found: bool = False
    """Whether a default rule reports it."""
    texts: dict[str, str] = field(default_factory=dict)
    others: list[tuple[str, float]] = field(default_factory=list)


@cache
def _vocabulary() -> tuple[list[str], np.ndarray]:
    from wordfreq import top_n_list

    english, encoder = context().language("en"), context("embedded", "embedded").encoder()
    words = [word for word in top_n_list("en", 22_000) if word.isalpha() and word.isascii() and len(word) > 2]
    words = [word for word in words if english.lemma(word) == word]
    assert encoder is not None
    return words, encoder.words(words)


@cache
def nearest(lemma: str) -> tuple[str, ...]:
    """English words whose vectors are nearest to a word of the original."""
    words, vectors = _vocabulary()
    encoder = context("embedded", "embedded").encoder()
    assert encoder is not None
    return tuple(words[place] for place in np.argsort(-(vectors @ encoder.words([lemma])[0]))[:OTHERS])


class Spoken:
    """The model of pocketsphinx, or nothing."""

    def __init__(self) -> None:
        try:
            import pocketsphinx as package
        except ImportError:
            self.model = None
        else:
            self.log = package.LogMath()
            path = package.get_model_path("en-us/en-us.lm.bin")
            self.model = package.NGramModel(package.Config(), self.log, path)

    def gain(self, words: Sequence[str], first: int, last: int) -> float:
        """As of `Trigrams`; words that it does not know are left out."""
        if self.model is None:
            return 0.0
        made = 0.0
        for place in range(first, min(last + 3, len(words))):
            history = list(words[max(0, place - 2) : place + 1])[::-1]
            there, anywhere = (self.log.log_to_ln(self.model.prob(some)) for some in (history, history[:1]))
            made += there - anywhere if min(there, anywhere) > -100 else 0.0
        return made


class Phrases:
    """Reads the phrases of a pair with their figures."""

    def __init__(self, own: Trigrams) -> None:
        self.own, self.spoken = own, Spoken()
        self.where = context("embedded", "embedded")

    def of(self, pair: Pair) -> list[Phrase]:
        """In the order of the beads."""
        beads = [bead for bead in pair.beads if bead.source and bead.target]
        langs = pair.compared.source.lang, pair.translation.lang
        made, found = predict(self.where, pair, beads), []
        for bead, seen in zip(beads, observe(self.where, beads, langs), strict=True):
            doubts = {one.token.start: one.wrong for one in made[bead].doubts}
            found += list(self._phrases(seen, doubts, pair))
        self._likeness(found)
        return found

    def _phrases(self, seen: Observed, doubts: dict[int, float], pair: Pair) -> Iterator[Phrase]:
        links: dict[int, int] = {}
        for source, target, _ in sorted(seen.links, key=lambda link: link[2]):
            links[target] = source
        words, theirs = seen.target.words, seen.source.words
        forms = [folded(word.token.text) for word in words]
        content = [number for number, word in enumerate(words) if closed(word.token, "en") is False]
        for i, j in pairwise(content):
            a, b = links.get(i, -1), links.get(j, -1)
            if j - i > 3 or min(a, b) < 0 or a == b or abs(a - b) > 4 or words[j].token.text[0].isupper():
                continue
            one, two = words[i].token, words[j].token
            text = pair.translation.text[one.start : two.stop]
            if any(mark in text for mark in ".;:!?"):
                continue
            low, high = theirs[min(a, b)].token, theirs[max(a, b)].token
            original = pair.compared.source.text[low.start : high.stop]
            doubt = max(doubts.get(token.start, 0.0) for token in (one, two))
            likely = self.own.gain(forms, i, j)
            figures = {"own": likely, "spoken": self.spoken.gain(forms, i, j), "cosine": seen.cosine, "doubt": doubt}
            phrase = Phrase(one.start, two.stop, ((one.start, one.stop), (two.start, two.stop)), figures)
            halves = {"one": one.text, "two": two.text, "first": theirs[a].token.text, "second": theirs[b].token.text}
            phrase.texts = {"phrase": text, "original": original, **halves}
            for number, token, source in ((i, one, a), (j, two, b)):
                for other in nearest(theirs[source].token.lemma):
                    if other not in (token.lemma, one.lemma, two.lemma):
                        at = token.start - one.start
                        changed = [*forms[:number], other, *forms[number + 1 :]]
                        likelier = self.own.gain(changed, i, j) - likely
                        phrase.others.append((text[:at] + other + text[at + len(token.text) :], likelier))
            yield phrase

    def _likeness(self, phrases: Sequence[Phrase]) -> None:
        """The figures that need phrases to be encoded, all at once."""
        texts = sorted({text for one in phrases for text in (*one.texts.values(), *(other for other, _ in one.others))})
        encoder = self.where.encoder()
        assert encoder is not None
        vectors = dict(zip(texts, encoder.encode(texts), strict=True))
        for phrase in phrases:
            made = {name: vectors[text] for name, text in phrase.texts.items()}
            ours, theirs = made["one"] + made["two"], made["first"] + made["second"]
            whole = float(made["phrase"] @ made["original"])
            nearer = [float(vectors[other] @ made["original"]) - whole for other, _ in phrase.others]
            phrase.figures |= {
                "phrase": whole,
                "apart": float(theirs @ made["original"] / np.linalg.norm(theirs)),
                "together": float(ours @ made["phrase"] / np.linalg.norm(ours)),
                "whole": float(ours @ theirs / np.linalg.norm(ours) / np.linalg.norm(theirs)),
                "literal": min(float(made["one"] @ made["first"]), float(made["two"] @ made["second"])),
                "nearer": max(nearer, default=0.0),
                "likelier": max((likelier for _, likelier in phrase.others), default=0.0),
            }
