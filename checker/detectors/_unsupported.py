"""Stretches of words that nothing on the other side of a bead carries.

Three witnesses must agree: no word of content in the stretch has a sure link, the other side is shorter by about as
much as the stretch would take there, and without the stretch its side is nearer to the other in meaning (the
encoder's cosine).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, cues
from checker.detectors._lengths import length

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Alignment, Bead, Link, Span, Token
    from checker.protocols import Context, Encoder

_CONTENT_RU = frozenset({"NOUN", "ADJF", "ADJS", "VERB", "INFN", "PRTF", "PRTS", "GRND", "NUMR"})
_OPENING = frozenset({"PREP", "CONJ"})
_FEWEST = 2
"""Content words of a stretch: a single word is too often rendered by paraphrase."""
_GAIN = 0.05
"""How much nearer the rest must be."""
_LINKED = 0.5
"""Strength of a link that carries a word of content."""
_COVERED = 0.75
"""Share of the length that the stretch would take on the other side by which that side is too short."""
_COVERED_CLAUSE = 0.6
"""The same for a whole clause: how long the words around it come out weighs less against so many without a link."""
_MISSED = 0.1
"""The same as a share of the whole other side."""
_USUAL = 1.14
"""Letters of English for a letter of Russian where an article is too short to tell: the median of those in corpora."""
_MOST_SENTENCES = 2
"""Of either side of a bead."""
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
    sides: tuple[tuple[Span, ...], tuple[Span, ...]]
    """Of the bead: the run's own and the other."""
    around: tuple[Bead, ...]
    """The beads before and after."""
    place: int
    run: tuple[int, int]
    words: int
    added: bool

    def texts(self) -> tuple[str, ...]:
        """The run's side, the same without the run, the other side; and each neighbour without and with the run."""
        text, (start, stop) = bead_text(self.sides[0]), self.run
        document = self.alignment.target if self.added else self.alignment.source
        run = document.text[start:stop]
        rest = " ".join(text.replace(run, " ", 1).split())
        near = [(bead.target, bead.source) if self.added else (bead.source, bead.target) for bead in self.around]
        beside = [text for own, other in near for text in (bead_text(own), f"{bead_text(own)} {run}", bead_text(other))]
        return (text, rest, bead_text(self.sides[1]), *beside)

    def proved(self, gain: float) -> Stretch:
        """The run as a stretch; `gain` is how much nearer to the other side the sentence is without it."""
        document = self.alignment.target if self.added else self.alignment.source
        confidence = round(min(0.85, 0.75 + gain), 2)
        return Stretch(document.span(*self.run), self.words, self.place, self.added, confidence)


def stretches(
    context: Context, alignment: Alignment, beads: Sequence[Bead], encoder: Encoder, ratio: float
) -> Iterator[Stretch]:
    """Unsupported stretches of both sides of some beads; `ratio` is the usual length of the target for the source's."""
    langs = alignment.source.lang, alignment.target.lang
    ratio = ratio or (_USUAL if langs == ("ru", "en") else 0.0)
    loose: list[_Loose] = []
    for before, bead, after in zip((None, *beads), beads, (*beads[1:], None), strict=False):
        if ratio and max(len(bead.source), len(bead.target)) <= _MOST_SENTENCES and _uneven(bead, ratio):
            around = tuple(one for one in (before, after) if one is not None)
            loose.extend(_loose(context, alignment, (bead, around), ratio))
    # All at once, for a text more costs an encoder less than a call more.
    vectors = iter(encoder.encode([text for run in loose for text in run.texts()]))
    for run in loose:
        whole, rest, other = next(vectors), next(vectors), next(vectors)
        near = [(next(vectors), next(vectors), next(vectors)) for _ in run.around]
        gain = float(rest @ other - whole @ other)
        moved = any(float(joined @ there - alone @ there) > 0 for alone, joined, there in near)
        if gain > _GAIN and not moved:
            yield run.proved(gain)


def _uneven(bead: Bead, ratio: float) -> bool:
    """Whether one of the sides is too short for all that the other says."""
    expected, found = ratio * length(bead.source), length(bead.target)
    return expected - found >= _MISSED * expected or found - expected >= _MISSED * found


def _loose(
    context: Context, alignment: Alignment, place: tuple[Bead, tuple[Bead, ...]], ratio: float
) -> Iterator[_Loose]:
    """Runs without a link on the side of a bead that is the longer; none where nothing is linked at all."""
    bead, around = place
    links = context.links(bead, alignment.source.lang, alignment.target.lang)
    if not links:
        return
    short = ratio * length(bead.source) - length(bead.target)
    added = short < 0
    document = alignment.target if added else alignment.source
    spans, others = (bead.target, bead.source) if added else (bead.source, bead.target)
    missing = -short if added else short
    scale = 1.0 if added else ratio
    linked = {(link.target if added else link.source).start for link in links if link.strength >= _LINKED}
    for span in spans:
        tokens = context.tokens(document.lang, span)
        for first, last, count in _runs(context, document.lang, tokens, linked):
            start, stop = tokens[first].start, tokens[last].stop
            rest = len(span.text.split()) - len(document.text[start:stop].split())
            least = _COVERED_CLAUSE if not added and count > _FEWEST and _clause(tokens[first : last + 1]) else _COVERED
            if rest < _SHORTEST_REST or missing < least * scale * (stop - start):
                continue
            if not added and (_told(span, start, document.text[start:stop]) or not _adjunct(tokens, first, last)):
                continue
            at = start if added else _place(tokens[:first], links, bead)
            yield _Loose(alignment, (spans, others), around, at, (start, stop), count, added)


_SPEAKER = re.compile(r"[»”\"!?,.…]\s*[—–-]\s*$")
"""Before the words that say who has spoken."""


def _told(sentence: Span, start: int, run: str) -> bool:
    """Whether the words say whose statement it is: those that are lost are told as a hedge, others move freely."""
    return _SPEAKER.search(sentence.text[: start - sentence.start]) is not None or cues("hedges", "ru").has(
        f"{run}, что"
    )


def _adjunct(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a Russian run is a phrase of its own, up to a mark, and no mere name: a pronoun may stand for that."""
    begun = first == 0 or tokens[first - 1].kind == "mark" or not _OPENING.isdisjoint(tokens[first].tags)
    ended = last + 1 == len(tokens) or tokens[last + 1].kind == "mark"
    content = [token for token in tokens[first : last + 1] if not _CONTENT_RU.isdisjoint(token.tags)]
    return begun and ended and not all(token.text[:1].isupper() for token in content)


def _clause(run: Sequence[Token]) -> bool:
    """Whether a Russian run is a clause of its own: a conjunction, and a verb."""
    return "CONJ" in run[0].tags and any("VERB" in token.tags for token in run)


def _runs(context: Context, lang: str, tokens: Sequence[Token], linked: set[int]) -> Iterator[tuple[int, int, int]]:
    """First and last token of runs whose words of content have no link, and how many of those they hold."""
    start, count, last = -1, 0, -1
    for number, token in enumerate(tokens):
        content = _content(context, lang, token)
        stops = (content and token.start in linked) or token.text in ";:()"
        if not stops and (token.kind != "mark" or start >= 0):
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
