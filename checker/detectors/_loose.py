"""Runs of words without a link inside a bead, and what is measured of each before a sentence is encoded for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.detectors._lengths import length

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Alignment, Bead, Link, Span, Token
    from checker.protocols import Context

NAMES = (
    *("words", "one word", "clause", "best support", "mean support", "loose opposite", "nothing loose opposite"),
    *("loose beside", "missing length", "literal", "begins a phrase", "ends a phrase", "frequency", "share"),
)
"""Of `Run.figures`."""
_BEGINS, _ENDS = NAMES.index("begins a phrase"), NAMES.index("ends a phrase")
LINKED = 0.5
"""Strength of a link that carries a word of content."""
_SURE = 0.8
"""The same for an acronym, which is mostly put by several words."""
_CONTENT_RU = frozenset(
    {"NOUN", "ADJF", "ADJS", "VERB", "INFN", "PRTF", "PRTS", "GRND", "NUMR", "ADVB", "COMP", "UNKN", "LATN"},
)
_PRONOUN = "Apro"
_COMMON = {"ru": 6.2, "en": 6.0}
"""Zipf frequency from which a word carries grammar; for other languages the second."""
_COMMON_ADVERB = 5.4
"""The same for Russian adverbs: потому, затем."""
_OPENING_RU = frozenset({"PREP", "CONJ"})
_OPENING_EN = frozenset(
    word
    for line in (
        "in on at by for from with without to of near after before during under over through into since until against",
        "between among about across along behind beyond towards toward amid despite because due owing and or but while",
        "when who which that as",
    )
    for word in line.split()
)
_FINITE_EN = frozenset(
    word
    for line in ("is are was were will would has have had", "can could may might must should does do did")
    for word in line.split()
)
"""Words before which a phrase that a verb follows has ended."""
_MOST_SENTENCES = 2
"""Of either side of a bead."""
_MOST, _CLAUSE = 5, 3
"""Words of content from which more make no difference; and from which a run may be a clause."""
_REACH = 2
"""Words to either side of the place opposite in which a paraphrase of the run may stand."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one side of a bead, up to marks and linked words, none of content with a link."""

    alignment: Alignment
    bead: Bead
    added: bool
    """Whether they stand in the translation."""
    start: int
    stop: int
    words: int
    """Of content."""
    kinds: frozenset[str]
    """Of these: "name" (with a capital), "number", "word"."""
    rest: int
    """Words of content left on its side."""
    place: int
    """In the translation: where the words should stand, or where they stand."""
    acronym: bool
    """Whether the other side has an acronym without a link."""
    figures: tuple[float, ...]
    """In the order of NAMES."""

    @property
    def whole(self) -> bool:
        """Whether it begins and ends as a phrase does."""
        return bool(self.figures[_BEGINS] and self.figures[_ENDS])

    @property
    def text(self) -> str:
        """As it stands."""
        return (self.alignment.target if self.added else self.alignment.source).text[self.start : self.stop]


@dataclass(frozen=True, slots=True)
class _Side:
    """Tokens of one side, which of them are content, where they are linked to, and how well supported they are."""

    lang: str
    tokens: tuple[Token, ...]
    content: tuple[bool, ...]
    loose: tuple[bool, ...]
    """Which are content without a link."""
    partners: dict[int, int]
    """Start of a word to the start of what it is best linked to."""
    support: dict[int, float]
    numbers: dict[int, int]
    """Start of a word to its number."""
    all_content: int
    all_loose: int
    acronym: bool
    """Whether one of those without a link is an acronym."""

    def opens(self, number: int) -> bool:
        return opens(self.lang, self.tokens[number])

    def ends_before(self, number: int) -> bool:
        """Whether a phrase ends before a word, by what that is."""
        return self.opens(number) or (self.lang == "en" and self.tokens[number].text.lower() in _FINITE_EN)


def runs(context: Context, alignment: Alignment, beads: Sequence[Bead], ratio: float) -> Iterator[Run]:
    """The runs of both sides of some beads with two sides; `ratio` is the usual length of the target for the source's.

    Nothing of beads of many sentences, nor of those in which nothing is linked.
    """
    langs = alignment.source.lang, alignment.target.lang
    linker = context.linker()
    if linker is None:
        return
    fitting = [bead for bead in beads if 1 <= len(bead.source) <= _MOST_SENTENCES >= len(bead.target) >= 1]
    linker.prepare(fitting, *langs)
    for bead in fitting:
        links = context.links(bead, *langs)
        if not links:
            continue
        support = linker.support(bead, *langs)
        source, target = (
            _side(context, lang, spans, side, measured)
            for lang, spans, side, measured in zip(
                langs, (bead.source, bead.target), _partners(links), support, strict=True
            )
        )
        standing = {link.source.start: link.target.stop for link in links}
        missing = ratio * length(bead.source) - length(bead.target)
        for added, own, other, lack in ((False, source, target, missing), (True, target, source, -missing)):
            scale = 1.0 if added else ratio
            for numbers in _unlinked(own):
                first, last = numbers[0], numbers[-1]
                start, stop = own.tokens[first].start, own.tokens[last].stop
                held = [number for number in numbers if own.content[number]]
                missed = lack / max(1.0, scale * (stop - start))
                figures = _figures(context, (own, other), (first, last, held), missed)
                yield Run(
                    alignment,
                    bead,
                    added,
                    start,
                    stop,
                    len(held),
                    frozenset(_kind(own.tokens[number]) for number in held),
                    own.all_content - len(held),
                    start if added else _place(own.tokens[:first], standing, bead),
                    other.acronym,
                    figures,
                )


def _partners(links: Sequence[Link]) -> tuple[dict[int, int], dict[int, int]]:
    """The best partner of every word of both sides."""
    source: dict[int, int] = {}
    target: dict[int, int] = {}
    for link in sorted(links, key=lambda link: -link.strength):
        if link.strength >= (_SURE if _acronym(link.source) or _acronym(link.target) else LINKED):
            source.setdefault(link.source.start, link.target.start)
            target.setdefault(link.target.start, link.source.start)
    return source, target


def _acronym(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()


def _side(
    context: Context,
    lang: str,
    spans: Sequence[Span],
    partners: dict[int, int],
    support: Sequence[tuple[Token, float]],
) -> _Side:
    tokens = tuple(token for span in spans for token in context.tokens(lang, span))
    says = tuple(content(context, lang, token) for token in tokens)
    loose = tuple(one and token.start not in partners for token, one in zip(tokens, says, strict=True))
    return _Side(
        lang,
        tokens,
        says,
        loose,
        partners,
        {token.start: value for token, value in support},
        {token.start: number for number, token in enumerate(tokens)},
        sum(says),
        sum(loose),
        any(one and _acronym(token) for token, one in zip(tokens, loose, strict=True)),
    )


def opens(lang: str, token: Token) -> bool:
    """Whether a word begins a phrase by what it is."""
    if lang == "ru":
        return not _OPENING_RU.isdisjoint(token.tags)
    return lang == "en" and token.text.lower() in _OPENING_EN


def content(context: Context, lang: str, token: Token) -> bool:
    """Whether a word or number says something of its own."""
    if token.kind != "word":
        return token.kind == "number"
    zipf = context.language(lang).zipf(token.text)
    if zipf >= _COMMON.get(lang, _COMMON["en"]):
        return False
    if lang == "ru":
        says = not _CONTENT_RU.isdisjoint(token.tags) and _PRONOUN not in token.tags
        return says and not (zipf >= _COMMON_ADVERB and "ADVB" in token.tags)
    return len(token.text) > 2


def _kind(token: Token) -> str:
    if token.kind == "number":
        return "number"
    return "name" if token.text[:1].isupper() else "word"


def _unlinked(side: _Side) -> Iterator[range]:
    """The tokens of each run: from the first that is free to the last of content."""
    begun = -1
    for number in range(len(side.tokens) + 1):
        ended = number == len(side.tokens) or side.tokens[number].kind == "mark"
        if not ended and not (side.content[number] and not side.loose[number]):
            begun = number if begun < 0 else begun
            continue
        held = [other for other in range(max(begun, 0), number) if side.loose[other]] if begun >= 0 else []
        if held:
            free = (n for n in range(begun, number) if n == held[0] or side.tokens[n].start not in side.partners)
            first = next(free)
            first -= first > begun and side.opens(first - 1)  # на in «на самолёте» may be linked to the verb's in
            yield range(first, held[-1] + 1)
        begun = -1


def _figures(
    context: Context, sides: tuple[_Side, _Side], run: tuple[int, int, Sequence[int]], missing: float
) -> tuple[float, ...]:
    (own, other), (first, last, held) = sides, run
    zipf = context.language(own.lang).zipf
    support = [own.support.get(own.tokens[number].start, 0.0) for number in held]
    count, content = len(held), own.all_content
    return (
        min(count, _MOST),
        count == 1,
        count >= _CLAUSE,
        max(support),
        sum(support) / count,
        min(_opposite(own, other, first, last) / count, 2.0),
        other.all_loose == 0,
        min(own.all_loose - count, _MOST),
        max(-1.0, min(2.0, missing)),
        1 - own.all_loose / content,
        first == 0 or own.tokens[first - 1].kind == "mark" or own.opens(first - 1) or own.opens(first),
        last + 1 == len(own.tokens) or own.tokens[last + 1].kind == "mark" or own.ends_before(last + 1),
        sum(zipf(own.tokens[number].text) for number in held) / count,
        count / content,
    )


def _opposite(own: _Side, other: _Side, first: int, last: int) -> int:
    """Words of content without a link on the other side, between what the words around the run are linked to."""
    before = [own.partners.get(own.tokens[n].start) for n in range(first) if own.content[n]]
    after = [own.partners.get(own.tokens[n].start) for n in range(last + 1, len(own.tokens)) if own.content[n]]
    low = next((other.numbers[start] for start in reversed(before) if start is not None), -1)
    high = next((other.numbers[start] for start in after if start is not None), len(other.tokens))
    low, high = min(low, high), max(low, high)
    between = range(max(0, low - _REACH), min(len(other.tokens), high + _REACH + 1))
    return sum(other.loose[n] for n in between)


def _place(before: Sequence[Token], standing: dict[int, int], bead: Bead) -> int:
    """Where lost words should stand: after the translation of the word before them; `standing`: where those end."""
    near = [standing[token.start] for token in before[-3:] if token.start in standing]
    far = [standing[token.start] for token in before if token.start in standing]
    return max(near, default=far[-1] if far else bead.target[0].start)
