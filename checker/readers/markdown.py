"""Markdown: blocks by markdown-it, marks and code blanked out so that offsets are those of the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from checker.errors import InputError
from checker.model import Article, Document, Note
from checker.readers._canvas import Canvas
from checker.readers._decoding import decode
from checker.readers._furniture import outside
from checker.readers._inline import visible
from checker.readers._tags import tags

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE_END = re.compile(r"\r\n|\r|\n")
_NUMBER = re.compile(r"\d{1,9}[.)](?=\s*\Z)")
_FRONT = re.compile(r"(?:---|\+\+\+)[ \t]*\Z")


class MarkdownReader:
    """The text of a Markdown file without its marks, code, link targets and front matter."""

    suffixes = (".md", ".markdown", ".mdown", ".mkd")

    def read(self, data: bytes, name: str) -> tuple[Article, tuple[Note, ...]]:
        """The article. Raises InputError for an empty or binary file and one without text."""
        raw, encoding, notes = decode(data, name)
        canvas = _Page(raw).painted()
        text = canvas.text
        if not text.strip():
            raise InputError(name, "has no text beside code and mark-up", "give a file with text")
        document = Document(name, "", text, encoding, outside(text), canvas.masked, lines=canvas.lines)
        return Article(document), notes


class _Page:
    """A Markdown file with its lines."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.canvas = Canvas(raw)
        self.starts = [0, *(match.end() for match in _LINE_END.finditer(raw))]
        self.lines = _LINE_END.split(raw)
        self._done = 0
        self._cell = (0, 0)
        """Line, and the column after the last cell read in it."""

    def painted(self) -> Canvas:
        """The canvas with all blocks on it."""
        for token, in_table in self._tokens():
            if token.map is None:
                continue
            if token.type == "inline":
                self._paragraph(token, in_table)
            elif token.type == "html_block":
                self._html(*token.map)
        return self.canvas

    def _tokens(self) -> Iterator[tuple[Any, bool]]:
        from markdown_it import MarkdownIt

        parser = MarkdownIt("commonmark").enable("table")
        parser.core.ruler.disable("inline")
        in_table = False
        row = None
        for token in parser.parse(self._without_front_matter()):
            if token.type in ("table_open", "table_close"):
                in_table = token.type == "table_open"
            if token.type == "tr_open":
                row = token.map
            if in_table and token.type == "inline":
                token.map = row or token.map
            yield token, in_table

    def _without_front_matter(self) -> str:
        """The file, with as many empty lines for settings between ``---`` at its head."""
        lines = list(self.lines)
        if _FRONT.match(lines[0]):
            for number in range(1, min(len(lines), 200)):
                if lines[number].rstrip() in (lines[0].rstrip(), "..."):
                    lines[: number + 1] = [""] * (number + 1)
                    break
        return "\n".join(lines)

    def _paragraph(self, token: Any, in_table: bool) -> None:
        """Write what is visible of a paragraph, heading or cell."""
        first = token.map[0]
        places = self._places(token.content, first, in_table)
        if places is None:
            return
        start = places[0][1]
        prefix = self.lines[first][: start - self.starts[first]]
        number = None if in_table else _NUMBER.search(prefix)
        begin = self.starts[first] + number.start() if number else start
        self.canvas.end_block(min(self._done, begin), begin, 1 if in_table and self._cell[0] == first else 2)
        if number:
            self.canvas.write(begin, number.group())
            self.canvas.end_word()
        for seen in visible(token.content):
            self._write(seen.start, seen.width, seen.text, places)
        offset, place = places[-1]
        self._done = place + len(token.content) - offset
        self._cell = (first, self._done - self.starts[first])

    def _write(self, start: int, width: int, text: str, places: list[tuple[int, int]]) -> None:
        """A visible piece, line by line: a line end inside a paragraph is a space."""
        if text == "\n":
            place = self._place(start, places)
            self.canvas.end_block(place, place + width, 1)
            return
        if width != len(text):
            self.canvas.write(self._place(start, places), text, width)
            return
        for line in re.finditer(r"[^\n]+|\n", text):
            if line.group() == "\n":
                self.canvas.end_word()
                continue
            shown, offset = line.group(), start + line.start()
            if line.start():  # the indent of a line stands among the marks of its block
                offset += len(shown) - len(shown.lstrip(" \t"))
                shown = shown.lstrip(" \t")
            self.canvas.write(self._place(offset, places), shown)

    @staticmethod
    def _place(offset: int, places: list[tuple[int, int]]) -> int:
        from bisect import bisect_right

        inside, place = places[bisect_right(places, offset, key=lambda pair: pair[0]) - 1]
        return place + offset - inside

    def _places(self, content: str, first: int, in_table: bool) -> list[tuple[int, int]] | None:
        """Where each line of a block's content stands: offset in the content, offset in the file."""
        places, offset = [], 0
        for number, line in enumerate(content.split("\n"), first):
            if number >= len(self.lines):
                return None
            raw, bare = self.lines[number], line.strip(" \t")
            after = self._cell[1] if in_table and self._cell[0] == number else 0
            column = raw.find(bare, after) if in_table else raw.rfind(bare)
            if column < 0:
                return None
            places.append((offset + len(line) - len(line.lstrip(" \t")), self.starts[number] + column))
            offset += len(line) + 1
        return [(0, places[0][1] - places[0][0]), *places[1:]]

    def _html(self, first: int, last: int) -> None:
        start, stop = self.starts[first], self.starts[last] if last < len(self.starts) else len(self.raw)
        self.canvas.end_block(min(self._done, start), start)
        for piece in tags(self.raw[start:stop]):
            if piece.kind == "text":
                self.canvas.write(start + piece.start, self.raw[start + piece.start : start + piece.stop])
            elif piece.kind == "entity":
                self.canvas.write(start + piece.start, piece.name, piece.stop - piece.start)
        self._done = stop - 1 if stop > start else stop


def reader(context: object) -> MarkdownReader:
    """Reader of Markdown."""
    return MarkdownReader()
