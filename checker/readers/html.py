"""HTML: the article of a page, its mark-up blanked out so that offsets are those of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.errors import InputError
from checker.model import Article, Document, Note, Span
from checker.readers._canvas import Canvas
from checker.readers._decoding import decode
from checker.readers._furniture import outside
from checker.readers._page import beside, elements, merged, names, root
from checker.readers._tags import tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.readers._tags import Tag

_INLINE = names(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark q ruby rb rt rp s samp small
    span strike strong sub sup time tt u var wbr label input link meta nobr blink"""
)
_SILENT = "\u00ad\u200b"
"""Entities that show nothing: soft hyphen, zero-width space."""


class HtmlReader:
    """The visible text of a page; navigation, comments and the like are outside the article."""

    suffixes = (".html", ".htm", ".xhtml")

    def read(self, data: bytes, name: str) -> tuple[Article, tuple[Note, ...]]:
        """The article. Raises InputError for an empty or binary file and a page without text."""
        raw, encoding, notes = decode(data, name, declared=True)
        pieces = list(tags(raw))
        found = elements(raw, pieces)
        hidden = merged((element.start, element.stop) for element in found if element.hidden)
        canvas = _paint(raw, pieces, hidden)
        text = canvas.text
        if not text.strip():
            raise InputError(name, "is a page without text", "give the saved page of the article")
        words = len(text.split())
        around = beside(found, root(found, words), len(raw))
        away = merged([*around, *((span.start, span.stop) for span in outside(text))])
        spans = _trimmed(text, away)
        if len("".join(span.text for span in spans).split()) == words:
            spans = ()
        document = Document(name, "", text, encoding, spans, canvas.masked, lines=canvas.lines)
        return Article(document), notes


def _paint(raw: str, pieces: Sequence[Tag], hidden: Sequence[tuple[int, int]]) -> Canvas:
    canvas = Canvas(raw)
    until, following = 0, list(reversed(hidden))
    preformatted = False
    for piece in pieces:
        while following and following[-1][0] <= piece.start:
            until = max(until, following.pop()[1])
        if piece.kind in ("open", "close", "void") and piece.name not in _INLINE:
            canvas.end_block(piece.start, piece.stop, 1 if piece.name in ("br", "td", "th") else 2)
            preformatted = piece.kind == "open" if piece.name == "pre" else preformatted
        elif piece.start < until:
            continue
        elif piece.kind == "text":
            canvas.write(piece.start, raw[piece.start : piece.stop], keep_lines=preformatted)
        elif piece.kind == "entity" and piece.name not in _SILENT:
            canvas.write(piece.start, piece.name, width=piece.stop - piece.start)
    return canvas


def _trimmed(text: str, ranges: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    spans = []
    for start, stop in ranges:
        inner = text[start:stop].strip()
        if inner:
            begin = text.index(inner[0], start)
            spans.append(Span(begin, begin + len(inner), inner))
    return tuple(spans)


def reader(context: object) -> HtmlReader:
    """Reader of saved pages."""
    return HtmlReader()
