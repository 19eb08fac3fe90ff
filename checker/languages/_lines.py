"""Which line ends of a text end a paragraph, and which only wrap it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_LABEL = re.compile(r"\s*(?:[-–—•·*▪●■◦‣>|]|\(?(?:\d{1,3}|[^\W\d_])[.)](?!\w))")
_TABLE = re.compile(r"[\t|]")
_ENDS = tuple(".!?…:;»”\"')]。！？؟")

NARROWEST, WIDEST = 40, 130
"""Widths at which people and programs wrap text; a longer line is a paragraph of its own."""


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every paragraph: a line, or the lines of a hard-wrapped paragraph.

    A blank line always ends one. A line with nothing to wrap it to (a headline, a date, a list item)
    is one by itself.
    """
    for block in _blocks(text):
        wrapped = _wrapped(text, block)
        begin, stop = block[0]
        for here, following in pairwise(block):
            if not (wrapped and not _LABEL.match(text, *following)) and not _runs_on(text, here, following):
                yield begin, stop
                begin = following[0]
            stop = following[1]
        yield begin, stop


def _blocks(text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of lines that hold more than white space, with no blank line between them."""
    block: list[tuple[int, int]] = []
    for match in LINE.finditer(text):
        start, stop = match.span()
        if not match.group().strip():
            continue
        if block and text.count("\n", block[-1][1], start) + _odd_breaks(text[block[-1][1] : start]) > 1:
            yield block
            block = []
        block.append((start, stop))
    if block:
        yield block


def _odd_breaks(between: str) -> int:
    r"""Line ends other than ``\n`` between two lines; ``\r\n`` is one end, and U+2029 ends a paragraph."""
    plain = between.replace("\r\n", "\n")
    return 2 * plain.count("\u2029") + sum(plain.count(mark) for mark in "\r\v\f\x85\u2028")


def _wrapped(text: str, block: Sequence[tuple[int, int]]) -> bool:
    """Whether every line but the last was full: its successor's first word did not fit on it."""
    width = max(stop - start for start, stop in block)
    if len(block) < 3 or not NARROWEST <= width <= WIDEST:
        return False
    for (start, stop), following in pairwise(block):
        first = text[following[0] : following[1]].split(None, 1)[0]
        if stop - start + 1 + len(first) <= width or _TABLE.search(text, start, stop):
            return False
    return True


def _runs_on(text: str, here: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether the next line can only be the rest of this one: in mid-sentence and in lower case."""
    left, right = text[here[0] : here[1]].rstrip(), text[following[0] : following[1]].lstrip()
    if not right[0].islower() or "\u10a0" <= right[0] <= "\u10ff" or left.endswith(_ENDS) or _LABEL.match(right):
        return False
    return NARROWEST <= len(left) <= WIDEST and not _TABLE.search(left)
