"""The translation as lines, paragraphs and plain characters, with the document's offsets kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Document, Pair, Span

_FLAT = str.maketrans(
    {
        **dict.fromkeys("\n\r\t\u00a0\u2007\u2009\u202f", " "),
        **dict.fromkeys("’‘ʼ‛", "'"),
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‐‑", "-"),
    }
)
_LINE = re.compile(r"[^\n]+")
_ENDS = frozenset(".!?:;…\"”’')»")
LONGEST_HEADING = 18
"""Words; a longer line without a full stop is a sentence that lost it."""


def flat(text: str) -> str:
    """The text with one kind of blank, hyphen, apostrophe and quotation mark: as long as before."""
    return text.translate(_FLAT)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article, white space at its ends left out."""

    start: int
    stop: int
    text: str

    @property
    def is_heading(self) -> bool:
        """Whether it is a headline or label: short and without a closing mark."""
        return self.text.rstrip("\"”’')»")[-1:] not in _ENDS and len(self.text.split()) <= LONGEST_HEADING


def paragraphs(pair: Pair) -> tuple[Paragraph, ...]:
    """Paragraphs that hold a judged sentence. A line that goes on in lower case is no paragraph's end."""
    return tuple(paragraphs_of(pair.translation, pair.sentences))


def paragraphs_of(document: Document, sentences: Sequence[Span]) -> Iterator[Paragraph]:
    """Paragraphs that hold some sentences of a document, in its order."""
    return _merged(document, tuple(_lines(document.text, sentences)))


def _lines(text: str, sentences: Sequence[Span]) -> Iterator[tuple[int, int]]:
    for sentence in sentences:
        for piece in _LINE.finditer(text, sentence.start, sentence.stop):
            start, stop = piece.span()
            while stop > start and text[stop - 1].isspace():
                stop -= 1
            while start < stop and text[start].isspace():
                start += 1
            if start < stop:
                yield start, stop


def _merged(document: Document, lines: Sequence[tuple[int, int]]) -> Iterator[Paragraph]:
    text = document.text
    start, stop = -1, -1
    for line in lines:
        if start >= 0 and _goes_on(text, stop, line[0]):
            stop = line[1]
            continue
        if start >= 0:
            yield Paragraph(start, stop, text[start:stop])
        start, stop = line
    if start >= 0:
        yield Paragraph(start, stop, text[start:stop])


def _goes_on(text: str, stop: int, start: int) -> bool:
    breaks = text.count("\n", stop, start)
    return breaks == 0 or (breaks == 1 and text[stop - 1] not in _ENDS and text[start].islower())


def masked(document: Document, start: int, stop: int) -> bool:
    """Whether blanks between the two offsets stand for mark-up of the file."""
    place = bisect_right(document.masked, (stop, -1)) - 1
    return place >= 0 and document.masked[place][1] > start


def word_span(document: Document, start: int, stop: int) -> Span:
    """The span widened to whole words on either side (white space ends a word), at most 200 characters."""
    text = document.text
    begin, end = max(0, start - 200), min(len(text), stop + 200)
    while start > begin and not text[start - 1].isspace():
        start -= 1
    while stop < end and not text[stop].isspace():
        stop += 1
    return document.span(start, stop)
