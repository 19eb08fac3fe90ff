"""A text of the same length as the file, on which only what a reader of the page would see is written.

Mark-up becomes blanks. Where mark-up or an entity stands inside a word ("don&#39;t", a drop capital),
the rest of the word moves up to its beginning and the blanks stand after the word: the word stays
whole, starts where it starts in the file, and counts as masked.
"""

from __future__ import annotations

import re

_RUN = re.compile(r"\s+|\S+")
_GAP = re.compile(rb"\x00+")


class Canvas:
    """Receives the visible parts of a file in order; gives text, masked ranges and line starts."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._out = [" "] * len(raw)
        self._true = bytearray(len(raw))
        self._cursor = 0
        self._in_word = False

    def write(self, start: int, text: str, width: int = 0, keep_lines: bool = False) -> None:
        """Visible text that begins at `start` of the file; `width` is its length there where that is another."""
        width = width or len(text)
        for match in _RUN.finditer(text):
            piece, place = match.group(), start + match.start()
            if piece.isspace():
                self._blank(place, piece, keep_lines, width == len(text))
            else:
                self._word(place, piece, width == len(text))

    def _blank(self, place: int, piece: str, keep_lines: bool, exact: bool) -> None:
        if keep_lines:
            self._put(place, piece, exact)
        else:
            plain = piece[0] not in "\n\r\t\f\v"
            self._put(place, piece[0] if plain else " ", plain and exact)
        self._in_word = False

    def _word(self, place: int, piece: str, exact: bool) -> None:
        here = self._cursor if self._in_word and self._cursor <= place else place
        self._put(here, piece, exact and here == place)
        self._in_word = True

    def _put(self, place: int, piece: str, true: bool) -> None:
        stop = min(place + len(piece), len(self._out))
        self._out[place:stop] = piece[: stop - place]
        if true:
            self._true[place:stop] = b"\x01" * (stop - place)
        self._cursor = stop

    def end_block(self, start: int, stop: int, lines: int = 2) -> None:
        """A paragraph (`lines` = 2) or line (1) ends in the mark-up between two offsets."""
        count = min(lines, stop - start)
        self._out[start : start + count] = "\n" * count
        self._in_word = False

    def end_word(self) -> None:
        """Something invisible parts two words."""
        self._in_word = False

    @property
    def text(self) -> str:
        """As long as the file."""
        return "".join(self._out)

    @property
    def masked(self) -> tuple[tuple[int, int], ...]:
        """Where the text is not the file's."""
        return tuple((match.start(), match.end()) for match in _GAP.finditer(bytes(self._true)))

    @property
    def lines(self) -> tuple[int, ...]:
        """Offsets at which the lines of the file begin."""
        return (0, *(match.end() for match in re.finditer("\n", self.raw)))
