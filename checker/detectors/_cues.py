"""Cue words of a table: where they stand in a text, and where in the translation their counterpart would stand.

A form is words; ``*`` at the end of a word is any ending, ``..`` up to three words between, ``n't`` any negation
that is a part of its verb. Forms are separated by ``;``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import TYPE_CHECKING

from checker import data
from checker.bounds import SENTENCES, make_room
from checker.detectors._openings import CONTRACTION, NEGATED, Openings
from checker.expressions import Late

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.model import Bead, Document, Link, Span
    from checker.protocols import Context

LONGEST = 6_000
"""Characters of one side of a bead; what is longer is a table or a dump, not sentences."""
_SURE_LINK = 0.7
_CONTENT_TAGS = frozenset({"NOUN", "VERB", "INFN", "PRTS", "ADJS", "PRED", "GRND", "ADJF", "PRTF"})
_GAP = r"\W+(?:\w+\W+){0,3}?"


@dataclass(frozen=True, slots=True)
class Cue:
    """A form found in a text; offsets count within that text."""

    start: int
    stop: int
    text: str
    label: str


@dataclass(frozen=True)
class Cues:
    """The forms of one language of a table, by label."""

    patterns: tuple[tuple[str, Late], ...]
    openings: Openings
    """Where in a text a form may begin."""

    _known: dict[str, tuple[tuple[Cue, ...], tuple[Cue, ...]]] = field(default_factory=dict, repr=False, compare=False)

    def find(self, text: str, *labels: str) -> tuple[Cue, ...]:
        """Forms of the labels (all where none is named), in order.

        None of them is a part of a longer form of any label ("более" in "не более").
        """
        found = self._all(text)[1]
        return tuple(cue for cue in found if cue.label in labels) if labels and found else found

    def has(self, text: str, *labels: str) -> bool:
        """Whether any form of the labels occurs."""
        return bool(self.find(text, *labels))

    def any(self, text: str, *labels: str) -> bool:
        """Whether any form of the labels occurs, be it a part of a longer form."""
        return any(cue.label in labels for cue in self._all(text)[0])

    def places(self, text: str, *labels: str) -> tuple[Cue, ...]:
        """Every form of the labels, be it a part of a longer form of another."""
        return tuple(sorted((cue for cue in self._all(text)[0] if cue.label in labels), key=lambda cue: cue.start))

    @cached_property
    def _ranked(self) -> dict[str, int]:
        """The place of each label among the patterns."""
        return {label: rank for rank, (label, _) in enumerate(self.patterns)}

    def _all(self, text: str) -> tuple[tuple[Cue, ...], tuple[Cue, ...]]:
        """Every form of every label, label by label, and in order those that are no part of a longer one.

        Remembered, for a text is asked about one label after another.
        """
        known = self._known.get(text)
        if known is None:
            make_room(self._known, SENTENCES)
            every = tuple(self._matches(text))
            known = self._known[text] = every, _longest(every)
        return known

    def _matches(self, text: str) -> Iterator[Cue]:
        """A label's matches are disjoint; its pattern is tried only at words that one of its forms begins with."""
        plain = _plain(text)
        begun = self.openings.places(plain)
        for label in sorted(begun, key=self._ranked.__getitem__):
            pattern, stop = self.patterns[self._ranked[label]][1].ready, 0
            for place in begun[label]:
                match = pattern.match(plain, place) if place >= stop else None
                if match:
                    stop = match.end()
                    yield Cue(place, stop, text[place:stop], label)


def _longest(cues: Sequence[Cue]) -> tuple[Cue, ...]:
    """The cues that are no part of a longer one, in order."""
    kept: list[Cue] = []
    longest = (0, 0)
    for cue in sorted(cues, key=lambda cue: (cue.start, -cue.stop)):
        if cue.stop > longest[1] or (cue.start, cue.stop) == longest:
            kept.append(cue)
            longest = (cue.start, cue.stop)
    return tuple(kept)


_APOSTROPHES = str.maketrans("ё’‘ʼ´`＇\u00a0", "е" + "'" * 6 + " ")
_ENTITY = re.compile(r"&(?:amp;)?(?:#0*39|#x0*27|#8217|#x2019|rsquo|apos);(\w*)", re.IGNORECASE)


def _plain(text: str) -> str:
    """A text of the same length in which an apostrophe is one, be it an entity that a reader left (didn&#39;t)."""
    plain = text.translate(_APOSTROPHES)
    return _ENTITY.sub(lambda found: ("'" + found[1]).ljust(len(found[0])), plain) if "&" in plain else plain


@cache
def cues(table: str, lang: str) -> Cues:
    """The forms of a language in data/TABLE.tsv (columns lang, label, forms)."""
    forms: dict[str, list[str]] = {}
    for row in data.rows(table):
        if row["lang"] == lang:
            forms.setdefault(row["label"], []).extend(form.strip() for form in row["forms"].split(";") if form.strip())
    return of_forms(forms)


def of_forms(forms: dict[str, list[str]]) -> Cues:
    """Cues of some forms, by label."""
    patterns = tuple((label, forms_pattern(tuple(listed))) for label, listed in forms.items())
    return Cues(patterns, Openings.of(forms))


def forms_pattern(forms: tuple[str, ...]) -> Late:
    """A pattern of forms, the longest first; case does not matter."""
    longest_first = sorted(forms, key=lambda form: (-len(form.split()), -len(form)))
    return Late(r"(?:(?<!\w)|(?='))(?:" + "|".join(_form(form) for form in longest_first) + r")(?!\w)", re.IGNORECASE)


_CONTRACTED = f"(?:{'|'.join(NEGATED)})'t"


def _form(form: str) -> str:
    parts = [
        _CONTRACTED if part == CONTRACTION else re.escape(part).replace(r"\*", r"\w*")
        for part in form.replace("ё", "е").split()
    ]
    return r"[\s\-]+".join(parts).replace(r"[\s\-]+\.\.[\s\-]+", _GAP)


def readable(bead: Bead) -> bool:
    """Whether a bead has both sides and the length of sentences; what is longer is a table or a dump."""
    for side in (bead.source, bead.target):
        size = 0
        for span in side:
            size += len(span.text)
        if not 0 < size <= LONGEST:
            return False
    return True


def bead_text(spans: Sequence[Span]) -> str:
    """The text of one side of a bead, its sentences joined by a blank."""
    return spans[0].text if len(spans) == 1 else " ".join([span.text for span in spans])


def located(document: Document, spans: Sequence[Span], start: int, stop: int) -> Span:
    """A stretch of `bead_text` as a span of the document, cut at the end of its first sentence."""
    offset = 0
    for span in spans:
        size = len(span.text)
        if start <= offset + size:
            low = span.start + max(start - offset, 0)
            return document.span(low, max(low, min(span.start + stop - offset, span.stop)))
        offset += size + 1
    return document.span(spans[-1].stop, spans[-1].stop)


def counterpart(
    document: Document, bead: Bead, lost: Span, links: Iterable[Link], words: int = 5, least: float = 0.5
) -> Span:
    """Where in the translation words would stand that it has lost.

    With word links, what it is itself linked to by at least that strength, or what the two source words after `lost`
    became; else as far into the bead as `lost` is into its original.
    """
    links = tuple(links)
    own = [
        link.target
        for link in links
        if lost.start <= link.source.start < lost.stop and link.strength >= least and len(link.target.text) > 2
    ]
    if own:
        return document.span(own[0].start, own[-1].stop if 0 <= own[-1].stop - own[0].start <= 60 else own[0].stop)
    after = sorted({link.source.start for link in links if lost.stop <= link.source.start <= lost.stop + 40})[:2]
    linked = [link.target for link in links if link.source.start in after]
    if linked:
        start, stop = min(token.start for token in linked), max(token.stop for token in linked)
        return document.span(start, stop) if stop - start <= 60 else document.span(linked[0].start, linked[0].stop)
    size = sum(len(span.text) + 1 for span in bead.source) - len(lost.text)
    before = sum(len(span.text) + 1 for span in bead.source if span.stop < lost.start)
    inside = next((lost.start - span.start for span in bead.source if span.start <= lost.start <= span.stop), 0)
    share = (before + inside) / max(size, 1)
    return _words_at(document, bead, int(share * len(bead_text(bead.target))), words)


def literal(context: Context, bead: Bead, links: Iterable[Link], but: Span | None = None) -> float:
    """Share of the original's words of content that have a sure link, in 0-1: how close a translation is.

    In a free one a negation or a hedge that has no counterpart may well have been put otherwise; its own words,
    `but`, do not count.
    """
    linked = {link.source.start for link in links if link.strength >= _SURE_LINK}
    content = [
        token.start
        for span in bead.source
        for token in context.tokens("ru", span)
        if token.tags & _CONTENT_TAGS and not (but is not None and but.start <= token.start < but.stop)
    ]
    return sum(start in linked for start in content) / len(content) if content else 1.0


def _words_at(document: Document, bead: Bead, offset: int, words: int) -> Span:
    found = list(re.finditer(r"\w[\w'’-]*", bead_text(bead.target)))
    if not found:
        return document.span(bead.target[0].start, bead.target[-1].stop)
    index = min(range(len(found)), key=lambda number: abs(found[number].start() - offset))
    first = max(0, min(index - words // 2, len(found) - words))
    return located(document, bead.target, found[first].start(), found[min(len(found), first + words) - 1].end())
