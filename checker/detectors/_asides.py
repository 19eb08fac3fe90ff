"""What a translator says in square brackets: a note for the reader, which no original has."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Document, Span

_LONGEST = 600
_MARKS = re.compile(r"[\[\]]")


class Asides:
    """The notes of a document."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._notes = tuple(_notes(document.text))

    def holds(self, sentence: Span) -> bool:
        """Whether a sentence stands inside a note, but for the marks at its end."""
        last = sentence.start + len(sentence.text.rstrip(".!?'\"’”"))
        place = bisect_right(self._notes, (sentence.start, len(self._text))) - 1
        return place >= 0 and sentence.start < last <= self._notes[place][1]


def _notes(text: str) -> Iterator[tuple[int, int]]:
    """Where notes start and stop, the brackets taken in; a bracket that is not closed soon opens none."""
    start = -1
    for mark in _MARKS.finditer(text):
        if mark.group() == "[":
            start = mark.start() if start < 0 or mark.start() - start > _LONGEST else start
        elif start >= 0:
            if mark.end() - start <= _LONGEST:
                yield start, mark.end()
            start = -1
