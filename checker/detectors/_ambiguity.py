"""Which sense of an ambiguous word of the original is meant, asked of the encoder.

The table checker/data/ambiguous.tsv keeps the senses apart: шайба is a puck or a washer. Where the translation has a
word of one sense, words of the other senses are put in its place, and the five figures of `_CHEAP` and `_DEAR` say
which of them the original and its surroundings speak for. A first look
needs no sentence to be encoded, and leaves few to encode.

The weights are a logistic regression over 13,968 choices of human translators (WMT13-17 and WMT21 ru-en references,
NTREX): they had rendered one sense, and it should win over the others. It does in 81 of 100; `_MARGIN` is where
fewer than one word in a hundred of theirs would be called wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from checker import data
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from checker.model import Bead, Document, Pair, Span, Token
    from checker.protocols import Context, Encoder

    Floats = NDArray[np.float32]

_Leaders = tuple[dict[str, float], tuple[dict[str, float], ...]]

_CHEAP = np.array([0.29 / 0.0701, 0.66 / 0.0363, 0.51 / 0.0827])
"""Of a rendering's cosine to words beside the original's word, beside its own place, and in the sentences around."""
_DEAR = np.array([0.73 / 0.0346, 0.91 / 0.2696])
"""Of the sentence's cosine to the original's, and of the word's to the original's word, both where they stand."""
_GLANCE = 0.3
"""Lead after the cheap figures that a rendering needs for the dear ones."""
_MARGIN = 2.3
"""Lead of another sense's rendering over all those of the sense that stands there."""
_TOLD = -6.0
"""The same where a re-translation has a word of that sense and none of the sense that stands there."""
_LINKED = 0.4
_AROUND = 3
"""Sentences before and after that count as surroundings."""
_COMMON = frozenset(
    word
    for line in (
        "that with from this have were been they their which will would after also more about than when what into",
        "over there other some such only most them then these those said says could before being",
    )
    for word in line.split()
)


@dataclass(frozen=True, slots=True)
class Misread:
    """A word of the translation in a sense that the original does not mean."""

    source: Token
    target: Token
    better: tuple[str, ...]
    """Renderings of the sense that is meant."""
    lead: float


@dataclass(frozen=True, slots=True)
class _Choice:
    bead: Bead
    place: int
    source: Token
    target: Token
    own: tuple[str, ...]
    others: tuple[tuple[str, ...], ...]
    told: tuple[bool, ...]
    """For each other sense whether a re-translation speaks for it."""


@cache
def _senses(lang: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    return {
        row["lemma"]: tuple(tuple(sense.split("|")) for sense in row["senses"].split(" ; "))
        for row in data.rows("ambiguous")
        if row["lang"] == lang
    }


class Ambiguity:
    """Looks for ambiguous words in a sense that is not meant."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def misread(self, pair: Pair) -> Iterator[Misread]:
        """Words in a wrong sense, sentence by sentence; nothing where the run has no encoder or no word links."""
        encoder = self._context.encoder()
        if pair.source is None or encoder is None:
            return
        choices = list(self._choices(pair, _senses(pair.source.source.lang)))
        glance = _Glance(self._context, encoder, pair, choices)
        near = [(choice, found) for choice in choices if (found := glance.leaders(choice))]
        for choice, leads in zip((choice for choice, _ in near), _look(encoder, pair, near), strict=True):
            over = [lead - (_TOLD if told else _MARGIN) for lead, told in zip(leads, choice.told, strict=True)]
            best = max(range(len(over)), key=over.__getitem__)
            if over[best] > 0:
                yield Misread(choice.source, choice.target, choice.others[best], leads[best])

    def _choices(self, pair: Pair, senses: Mapping[str, tuple[tuple[str, ...], ...]]) -> Iterator[_Choice]:
        assert pair.source is not None  # noqa: S101 -- the caller asked
        langs = pair.source.source.lang, pair.translation.lang
        for place, (bead, reference) in enumerate(zip(pair.beads, pair.reference_texts, strict=True)):
            links = [link for link in self._context.links(bead, *langs) if link.strength >= _LINKED]
            if not any(plain(link.source.lemma) in senses for link in links):
                continue
            there = {
                word for span in bead.target for token in self._context.tokens("en", span) for word in _forms(token)
            }
            elsewhere = {word for token in self._context.language("en").words(reference) for word in _forms(token)}
            for link in links:
                known = senses.get(plain(link.source.lemma), ())
                meant = [sense for sense in known if there.intersection(sense)]
                if len(meant) == 1 and set(_forms(link.target)).intersection(meant[0]):
                    others = tuple(sense for sense in known if sense is not meant[0])
                    silent = not _holds(reference, elsewhere, meant[0])
                    told = tuple(silent and _holds(reference, elsewhere, sense) for sense in others)
                    yield _Choice(bead, place, link.source, link.target, meant[0], others, told)


def _forms(token: Token) -> tuple[str, str]:
    return token.lemma, token.text.lower()


def _holds(text: str, words: set[str], sense: Sequence[str]) -> bool:
    return any(word in words or (" " in word and word in text) for word in sense)


class _Glance:
    """Renderings held against the words around, without a sentence to encode."""

    def __init__(self, context: Context, encoder: Encoder, pair: Pair, choices: Sequence[_Choice]) -> None:
        self._context, self._pair, self._vectors = context, pair, dict[str, "Floats"]()
        self._words = {choice: self._around(choice) for choice in choices}
        wanted = {word for group in self._words.values() for words in group for word in words}
        wanted |= {word for choice in choices for sense in (choice.own, *choice.others) for word in sense}
        wanted |= {choice.target.lemma for choice in choices}
        names = sorted(wanted)
        self._vectors = dict(zip(names, encoder.words(names), strict=True)) if names else {}

    def leaders(self, choice: _Choice) -> _Leaders | None:
        """Cheap sums of the own sense's renderings and of the others', or None where none of these leads enough."""
        own = {word: self._sum(choice, word) for word in (choice.target.lemma, *choice.own)}
        floor = max(own.values()) + _GLANCE
        sums = ({word: self._sum(choice, word) for word in sense} for sense in choice.others)
        others = tuple(
            {word: value for word, value in sense.items() if told or value > floor}
            for sense, told in zip(sums, choice.told, strict=True)
        )
        return (own, others) if any(others) else None

    def _sum(self, choice: _Choice, word: str) -> float:
        beside, own, around = self._words[choice]
        vector = self._vectors[word]
        figures = [self._nearest(beside, vector, 3), self._mean(own, vector), self._nearest(around, vector, 5)]
        return float(_CHEAP @ np.array(figures))

    def _nearest(self, words: Sequence[str], vector: Floats, count: int) -> float:
        if not words:
            return 0.0
        cosines = np.sort(np.array([self._vectors[word] for word in words]) @ vector)
        return float(cosines[-count:].mean())

    def _mean(self, words: Sequence[str], vector: Floats) -> float:
        return float((np.array([self._vectors[word] for word in words]) @ vector).mean()) if words else 0.0

    def _around(self, choice: _Choice) -> tuple[tuple[str, ...], ...]:
        place, lemma = choice.place, choice.source.lemma
        beads = self._pair.beads[max(0, place - _AROUND) : place] + self._pair.beads[place + 1 : place + 1 + _AROUND]
        around = [word for bead in beads for word in _content(self._context, "ru", bead.source, 5, lemma)]
        beside = _content(self._context, "ru", choice.bead.source, 4, lemma)
        own = _content(self._context, "en", choice.bead.target, 4, choice.target.lemma)
        return tuple(beside), tuple(own), tuple(around)


def _content(context: Context, lang: str, spans: Sequence[Span], shortest: int, but: str) -> list[str]:
    return [
        token.text.lower()
        for span in spans
        for token in context.tokens(lang, span)
        if token.kind == "word"
        and len(token.text) >= shortest
        and token.lemma != but
        and token.text.lower() not in _COMMON
    ]


def _look(encoder: Encoder, pair: Pair, near: Sequence[tuple[_Choice, _Leaders]]) -> Iterator[tuple[float, ...]]:
    """For every choice the lead of each other sense over the one that stands there, with its sentence encoded."""
    assert pair.source is not None  # noqa: S101 -- the caller asked
    texts: list[str] = []
    places: list[list[tuple[int, int]]] = []
    spans: list[int] = []
    for choice, (own, others) in near:
        text, at = _text(pair.translation, choice.bead.target), choice.bead.target[0].start
        start, stop = choice.target.start - at, choice.target.stop - at
        spans.append(len(texts))
        for word in (word for sense in (own, *others) for word in sense):
            texts.append(text[:start] + word + text[stop:])
            places.append([(start, start + len(word))])
    originals = [_text(pair.source.source, choice.bead.source) for choice, _ in near]
    theirs = [
        [(choice.source.start - choice.bead.source[0].start, choice.source.stop - choice.bead.source[0].start)]
        for choice, _ in near
    ]
    whole, inside = encoder.encode(texts), encoder.in_context(texts, places)
    source, word_there = encoder.encode(originals), encoder.in_context(originals, theirs)
    for index, (_, (own, others)) in enumerate(near):
        row = spans[index]
        sums = []
        for sense in (own, *others):
            best = -np.inf
            for cheap in sense.values():
                dear = _DEAR @ np.array([whole[row] @ source[index], inside[row] @ word_there[index]])
                best, row = max(best, cheap + float(dear)), row + 1
            sums.append(best)
        yield tuple(float(value - sums[0]) for value in sums[1:])


def _text(document: Document, spans: Sequence[Span]) -> str:
    return document.text[spans[0].start : spans[-1].stop]
