"""What is seen of one pair of texts before anything is predicted from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from checker.model import Bead, Link, Span, Token
    from checker.protocols import Context

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
    """One side of a bead: its text, its words in order, and the encoder's vector of it."""

    text: str
    words: tuple[Word, ...]
    marks: tuple[str, ...]
    vector: Floats


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
    sides = [[" ".join(span.text for span in spans) for spans in (bead.source, bead.target)] for bead in beads]
    sources = encoder.encode([source for source, _ in sides])
    targets = encoder.encode([target for _, target in sides])
    if linker is not None:
        linker.prepare(beads, *langs)
    for bead, (source, target), one, other in zip(beads, sides, sources, targets, strict=True):
        support = linker.support(bead, *langs) if linker is not None else ((), ())
        left = Side(source, *_read(context, bead.source, langs[0], support[0]), one)
        right = Side(target, *_read(context, bead.target, langs[1], support[1]), other)
        yield Observed(left, right, _numbered(context.links(bead, *langs), left, right))


def _read(
    context: Context, spans: Sequence[Span], lang: str, support: Sequence[tuple[Token, float]]
) -> tuple[tuple[Word, ...], tuple[str, ...]]:
    """The words of a side with what is known of them, and its marks."""
    tokens = [token for span in spans for token in context.tokens(lang, span)]
    zipf = context.language(lang).zipf
    known = {token.start: value for token, value in support}
    words = tuple(Word(t, zipf(t.text), known.get(t.start, -1.0)) for t in tokens if t.kind != "mark")
    return words, tuple(token.text for token in tokens if token.kind == "mark")


def _numbered(links: Sequence[Link], source: Side, target: Side) -> tuple[tuple[int, int, float], ...]:
    """Links by the numbers of the words."""
    left, right = ({word.token.start: number for number, word in enumerate(side.words)} for side in (source, target))
    return tuple((left[link.source.start], right[link.target.start], link.strength) for link in links)


def alone(context: Context, lang: str, spans: Sequence[Span]) -> Observed:
    """A translation without its other side, for what can be said of its language."""
    nothing = np.zeros(1, np.float32)
    target = Side(" ".join(span.text for span in spans), *_read(context, spans, lang, ()), nothing)
    return Observed(Side("", (), (), nothing), target, ())
