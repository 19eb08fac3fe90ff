"""Text in pieces, each with the findings that lie on it: what a page needs to mark findings in place."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.model import Document, Severity, Span

CARET = "‸"
"""Shown where words are missing."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding's stretch on one side; `place` is its index among the article's findings."""

    start: int
    stop: int
    place: int
    severity: Severity


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same findings; `begins` are those that begin here."""

    text: str
    severity: str = ""
    places: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    gap: bool = False
    """Whether it stands for words that are missing."""


def marked(
    document: Document | None, sides: Sequence[Sequence[Span]], marks: Sequence[Mark]
) -> list[tuple[Piece, ...]]:
    """For every side of a bead its pieces, in linear time. A finding begins once, in the first bead it touches."""
    if document is None:
        return [()] * len(sides)
    held = _held(sides, marks)
    seen: set[int] = set()
    made = []
    for side, inside in zip(sides, held, strict=True):
        pieces = tuple(_pieces(document, side[0].start, side[-1].stop, inside)) if side else ()
        made.append(tuple(_once(pieces, seen)))
    return made


def _held(sides: Sequence[Sequence[Span]], marks: Iterable[Mark]) -> list[list[Mark]]:
    """For every side the marks that touch it."""
    ranges = sorted((side[0].start, side[-1].stop, index) for index, side in enumerate(sides) if side)
    starts = [start for start, _, _ in ranges]
    held: list[list[Mark]] = [[] for _ in sides]
    for mark in marks:
        place = max(0, bisect_right(starts, mark.start) - 1)
        while place < len(ranges) and ranges[place][0] <= mark.stop:
            if ranges[place][1] >= mark.start:
                held[ranges[place][2]].append(mark)
            place += 1
    return held


def _pieces(document: Document, start: int, stop: int, marks: Sequence[Mark]) -> Iterator[Piece]:
    edges = {min(stop, max(start, edge)) for mark in marks for edge in (mark.start, mark.stop)}
    gaps = [mark for mark in marks if mark.start == mark.stop]
    yield from (_caret(mark) for mark in gaps if mark.start == start)
    for left, right in pairwise(sorted({start, stop} | edges)):
        over = [mark for mark in marks if mark.start <= left and mark.stop >= right]
        worst = max((mark.severity for mark in over), default=None)
        begins = tuple(mark.place for mark in over if max(start, mark.start) == left)
        places = tuple(mark.place for mark in over)
        yield Piece(document.text[left:right], worst.label if worst is not None else "", places, begins)
        yield from (_caret(mark) for mark in gaps if mark.start == right)


def _caret(mark: Mark) -> Piece:
    return Piece(CARET, mark.severity.label, (mark.place,), (mark.place,), gap=True)


def _once(pieces: Iterable[Piece], seen: set[int]) -> Iterator[Piece]:
    for piece in pieces:
        fresh = tuple(place for place in piece.begins if place not in seen)
        seen.update(fresh)
        yield piece if fresh == piece.begins else replace(piece, begins=fresh)
