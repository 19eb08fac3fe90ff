"""One-sided marks that the original has at the same place: the translation carries them over, and is no worse for it.

A quotation of several paragraphs is often set with one mark only, and an excerpt may begin or end in the middle of one.
Where the original's own marks, paired over its whole text, leave one over in the sentence that the translation renders,
the translator has kept it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from checker.detectors._marks import brackets, pairing
from checker.detectors._speech import TOLD
from checker.detectors._surface import paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors._marks import Mark, Pairing, Quotation
    from checker.detectors._surface import Paragraph
    from checker.model import Bead, Document, Pair, Span

_NAME_WORDS = 3
"""Words of a name in marks whose closing one may close the speech around it too: за «Зарю», - сказал он."""
_NAMES = 40
"""Names in a quotation among which the last one is looked for."""
_DASHES = "-–—−"
_ENDING = re.compile(r"[.!?…»”\")\]]|,?\s*(?:[-–—−]|\Z)")
"""What follows a closing mark that closes more than its name."""


class Inherited:
    """The marks that the original leaves over, counted by the sentences that they stand in when first asked for."""

    def __init__(self, pair: Pair, quotes: Sequence[str]) -> None:
        self._pair, self._quotes = pair, quotes

    @cached_property
    def _beads(self) -> tuple[tuple[int, Bead], ...]:
        return tuple(enumerate(self._pair.source.beads)) if self._pair.source is not None else ()

    @cached_property
    def _targets(self) -> list[tuple[int, int]]:
        return sorted((span.start, number) for number, bead in self._beads for span in bead.target)

    @cached_property
    def _left(self) -> Counter[tuple[str, int]]:
        left: Counter[tuple[str, int]] = Counter()
        if self._pair.source is None:
            return left
        spans = sorted((span.start, number, span) for number, bead in self._beads for span in bead.source)
        sources = [(start, number) for start, number, _ in spans]
        for kind, place in _leftovers(self._pair.source.source, [span for *_, span in spans], self._quotes):
            left[kind, _bead(sources, place)] += 1
        return left

    def takes(self, kind: str, place: int) -> bool:
        """Whether a mark of the translation is the original's; each of its marks accounts for one."""
        key = kind, _bead(self._targets, place)
        self._left[key] -= 1
        return self._left[key] >= 0


def _bead(starts: Sequence[tuple[int, int]], place: int) -> int:
    at = bisect_right(starts, (place, len(starts))) - 1
    return starts[at][1] if at >= 0 else -1


def _leftovers(document: Document, sentences: Sequence[Span], quotes: Sequence[str]) -> Iterator[tuple[str, int]]:
    parts = tuple(paragraphs_of(document, sentences))
    paired = pairing(parts, quotes)
    for mark in paired.unclosed:
        if not _ends_with_a_name(mark, paired.quotations, parts[mark.paragraph], document.text):
            yield "open", mark.place
    for mark in paired.unopened:
        yield "close", mark.place
    yield from (("close", place) for place in _unmarked_speech(parts, paired))
    unclosed, unopened = brackets(parts)
    yield from (("(", place) for place in unclosed)
    yield from ((")", place) for place in unopened)


def _ends_with_a_name(mark: Mark, closed: Sequence[Quotation], part: Paragraph, text: str) -> bool:
    """Whether one mark closes a quotation and the name that it ends with: «Я играю за «Зарю», - сказал он."""
    first = bisect_right(closed, mark.place, key=lambda one: one.start)
    place = mark.place
    for one in closed[first : first + _NAMES]:
        if one.stop > part.stop or TOLD.search(text, place, one.start):
            return False
        if text[one.start] == mark.sign and _ENDING.match(text, one.stop, part.stop):
            return True
        place = one.start
    return False


def _unmarked_speech(parts: Sequence[Paragraph], paired: Pairing) -> Iterator[int]:
    """Ends of direct speech before its speaker that no mark opens: Мы рады, - сказал он. A line of dialogue is none."""
    starts = [one.start for one in paired.quotations]
    reaches = list(accumulate((one.stop for one in paired.quotations), max))
    by_end = {one.stop: one for one in paired.quotations}
    unclosed = [mark.place for mark in paired.unclosed]
    for part in parts:
        if part.text[:1] in _DASHES:
            continue
        for told in TOLD.finditer(part.text):
            place = part.start + told.start()
            inside = bisect_left(starts, place)
            if inside and reaches[inside - 1] > place + 2:
                continue
            if bisect_left(unclosed, place) > bisect_left(unclosed, part.start):
                continue
            before = by_end.get(place + 1) or by_end.get(place + 2)
            marked = told["mark"] or told["mark_first"]
            if not marked or (before and _names(before, part)):
                yield place


def _names(quotation: Quotation, part: Paragraph) -> bool:
    """Whether what stands in marks is a name within the speech, no speech itself."""
    inside = part.text[quotation.start - part.start + 1 : quotation.stop - part.start - 1]
    leading = part.text[max(0, quotation.start - part.start - 4) : quotation.start - part.start].rstrip()
    return leading[-1:].isalpha() and len(inside.split()) <= _NAME_WORDS
