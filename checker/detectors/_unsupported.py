"""Stretches of words that nothing on the other side of a bead carries.

Two witnesses must agree: no word of the stretch has a link, and without the stretch its side is
nearer to the other in meaning (the encoder's cosine).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.model import Alignment, Bead, Link, Span, Token
    from checker.protocols import Context, Encoder

_CONTENT_RU = frozenset({"NOUN", "ADJF", "ADJS", "VERB", "INFN", "PRTF", "PRTS", "GRND", "NUMR"})
_FEWEST = 2
"""Content words of a stretch: a single word is too often rendered by paraphrase."""
_GAIN = 0.02
"""How much nearer the rest must be."""
_SHORTEST_REST = 3
"""Words that must be left of a sentence."""
_FUNCTION_ZIPF = 6.2
"""English words as frequent as this carry grammar."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that nothing carries."""

    span: Span
    words: int
    """Of content."""
    place: int
    """In the translation: where the words should stand, or where they stand."""
    added: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class _Loose:
    """A run of words without a link, as yet unproved."""

    alignment: Alignment
    sides: tuple[Span, tuple[Span, ...]]
    """Its sentence, and the other side of the bead."""
    place: int
    run: tuple[int, int]
    words: int
    added: bool

    @property
    def rest(self) -> str:
        """The sentence without the run."""
        sentence, (start, stop) = self.sides[0], self.run
        return " ".join((sentence.text[: start - sentence.start] + sentence.text[stop - sentence.start :]).split())

    def texts(self) -> tuple[str, str, str]:
        """The sentence, the sentence without the run, and the other side."""
        sentence, others = self.sides
        return sentence.text, self.rest, " ".join(span.text for span in others)

    def proved(self, gain: float) -> Stretch:
        """The run as a stretch; `gain` is how much nearer to the other side the sentence is without it."""
        document = self.alignment.target if self.added else self.alignment.source
        confidence = min(0.8, 0.4 + 4 * gain)
        return Stretch(document.span(*self.run), self.words, self.place, self.added, confidence)


def stretches(context: Context, alignment: Alignment, beads: Iterable[Bead], encoder: Encoder) -> Iterator[Stretch]:
    """Unsupported stretches of both sides of some beads."""
    langs = alignment.source.lang, alignment.target.lang
    loose = [
        run
        for bead in beads
        for run in _loose(context, alignment, bead, context.links(bead, *langs))
        if len(run.rest.split()) >= _SHORTEST_REST
    ]
    # All at once, for a text more costs an encoder less than a call more.
    vectors = iter(encoder.encode([text for run in loose for text in run.texts()]))
    for run, whole, without, other in zip(loose, vectors, vectors, vectors, strict=True):
        gain = float(without @ other - whole @ other)
        if gain > _GAIN:
            yield run.proved(gain)


def _loose(context: Context, alignment: Alignment, bead: Bead, links: Sequence[Link]) -> Iterator[_Loose]:
    """Runs without a link on both sides of a bead; none where nothing is linked at all."""
    for added in (False, True) if links else ():
        document = alignment.target if added else alignment.source
        spans, others = (bead.target, bead.source) if added else (bead.source, bead.target)
        linked = {(link.target if added else link.source).start for link in links if link.strength > 0.3}
        for span in spans:
            tokens = context.tokens(document.lang, span)
            for first, last, count in _runs(context, document.lang, tokens, linked):
                start, stop = tokens[first].start, tokens[last].stop
                place = start if added else _place(tokens[:first], links, bead)
                yield _Loose(alignment, (span, others), place, (start, stop), count, added)


def _runs(context: Context, lang: str, tokens: Sequence[Token], linked: set[int]) -> Iterator[tuple[int, int, int]]:
    """First and last token of runs without a link, and how many words of content they hold."""
    start, count, last = -1, 0, -1
    for number, token in enumerate(tokens):
        stops = token.start in linked or token.text in ';:()«»"“”'
        if not stops and (token.kind != "mark" or start >= 0):
            content = _content(context, lang, token)
            start = number if start < 0 else start
            count, last = count + content, number if content else last
        if stops or number == len(tokens) - 1:
            if count >= _FEWEST:
                yield start, last, count
            start, count = -1, 0


def _content(context: Context, lang: str, token: Token) -> bool:
    if token.kind == "number":
        return True
    if token.kind != "word":
        return False
    if lang == "ru":
        return not _CONTENT_RU.isdisjoint(token.tags)
    return len(token.text) > 2 and context.language(lang).zipf(token.text) < _FUNCTION_ZIPF


def _place(before: Sequence[Token], links: Sequence[Link], bead: Bead) -> int:
    """Where lost words should stand: after the translation of the word before them."""
    by_source = {link.source.start: link.target.stop for link in links}
    near = [by_source[token.start] for token in before[-3:] if token.start in by_source]
    far = [by_source[token.start] for token in before if token.start in by_source]
    return max(near, default=far[-1] if far else bead.target[0].start)
