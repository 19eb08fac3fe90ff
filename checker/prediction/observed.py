"""What is seen of one pair of texts before anything is predicted from it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from checker.model import Bead, Link, Span, Token
    from checker.protocols import Context, Encoder

    Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Word:
    """A word or number of a side, how common it is, and how likely the other side carries it."""

    token: Token
    zipf: float
    """Zipf frequency in its language, 0-8; 0 for an unknown word."""
    support: float
    """Likelihood in 0-1 that the other side has a counterpart; -1 where nothing was measured."""

    @property
    def weight(self) -> float:
        """How much of a sentence's content the word is: rare words say more than common ones."""
        return max(0.0, 7.0 - self.zipf)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a bead: its text, its words in order, and the encoder's vectors of it and of its tokens."""

    text: str
    words: tuple[Word, ...]
    marks: tuple[str, ...]
    vector: Floats
    tokens: tuple[Token, ...]
    """Words, numbers and marks in order."""
    contexts: Floats
    """Vectors of the tokens where they stand, shape (tokens, dimension); zeros where nothing is known of one."""


@dataclass(frozen=True, slots=True)
class Observed:
    """Both sides and the word links between them."""

    source: Side
    target: Side
    links: tuple[tuple[int, int, float], ...]
    """(number of the source word, number of the target word, strength), in the target's order."""

    @property
    def cosine(self) -> float:
        """Of the two sides' vectors."""
        return float(self.source.vector @ self.target.vector)


def observe(context: Context, beads: Sequence[Bead], langs: tuple[str, str]) -> Iterator[Observed]:
    """What is seen of beads with two sides, in order; nothing without an encoder."""
    encoder, linker = context.encoder(), context.linker()
    if encoder is None:
        return
    if linker is not None:
        linker.prepare(beads, *langs)
    support = [linker.support(bead, *langs) if linker is not None else ((), ()) for bead in beads]
    sources = _sides(context, encoder, langs[0], [bead.source for bead in beads], [one[0] for one in support])
    targets = _sides(context, encoder, langs[1], [bead.target for bead in beads], [one[1] for one in support])
    for bead, source, target in zip(beads, sources, targets, strict=True):
        yield Observed(source, target, _numbered(context.links(bead, *langs), source, target))


def _sides(
    context: Context,
    encoder: Encoder,
    lang: str,
    sides: Sequence[tuple[Span, ...]],
    support: Sequence[Sequence[tuple[Token, float]]],
) -> tuple[Side, ...]:
    """One side of some beads, in order."""
    tokens = [[context.tokens(lang, span) for span in spans] for spans in sides]
    vectors = encoder.encode([_text(spans) for spans in sides])
    contexts = _contexts(encoder, sides, tokens)
    return tuple(
        _side(context, lang, spans, tuple(chain(*found)), measured, (vector, rows))
        for spans, found, measured, vector, rows in zip(sides, tokens, support, vectors, contexts, strict=True)
    )


def _contexts(
    encoder: Encoder, sides: Sequence[tuple[Span, ...]], tokens: Sequence[Sequence[tuple[Token, ...]]]
) -> list[Floats]:
    """The vectors of every side's tokens, sentence by sentence: a word's neighbours are those of its sentence."""
    texts = [span.text for spans in sides for span in spans]
    starts = [span.start for spans in sides for span in spans]
    inside = [found for side in tokens for found in side]
    places = [[(t.start - at, t.stop - at) for t in found] for found, at in zip(inside, starts, strict=True)]
    vectors = encoder.in_context(texts, places)
    sizes = [sum(map(len, side)) for side in tokens]
    return np.split(vectors, np.cumsum(sizes)[:-1]) if sizes else []


def _side(
    context: Context,
    lang: str,
    spans: Sequence[Span],
    tokens: tuple[Token, ...],
    support: Sequence[tuple[Token, float]],
    vectors: tuple[Floats, Floats],
) -> Side:
    """A side with what is known of its words; `vectors` are the text's and its tokens'."""
    zipf = context.language(lang).zipf
    known = {token.start: value for token, value in support}
    words = tuple(Word(t, zipf(t.text), known.get(t.start, -1.0)) for t in tokens if t.kind != "mark")
    marks = tuple(token.text for token in tokens if token.kind == "mark")
    return Side(_text(spans), words, marks, vectors[0], tokens, vectors[1])


def _text(spans: Sequence[Span]) -> str:
    return " ".join(span.text for span in spans)


def _numbered(links: Sequence[Link], source: Side, target: Side) -> tuple[tuple[int, int, float], ...]:
    """Links by the numbers of the words."""
    left, right = ({word.token.start: number for number, word in enumerate(side.words)} for side in (source, target))
    return tuple((left[link.source.start], right[link.target.start], link.strength) for link in links)


def alone(context: Context, lang: str, spans: Sequence[Span]) -> Observed:
    """A translation without its other side, for what can be said of its language."""
    nothing = np.zeros(1, np.float32), np.zeros((0, 1), np.float32)
    tokens = tuple(token for span in spans for token in context.tokens(lang, span))
    empty = Side("", (), (), nothing[0], (), nothing[1])
    return Observed(empty, _side(context, lang, spans, tokens, (), nothing), ())
