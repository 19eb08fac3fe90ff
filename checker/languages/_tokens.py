"""Words, numbers and marks of any language that sets words apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER = r"[^\W\d_]"
_MARKS = (
    r"[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u064b-\u065f\u0670\u0900-\u0963\u0971-\u0dff"
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e\u17b4-\u17d3]"
)
"""Combining marks, which Python's ``\\w`` leaves out: stress and niqqud, the vowels of Indic scripts and Thai."""
_PATTERN = re.compile(
    rf"""
    (?P<link>(?:https?://|www\.)[^\s<>"«»]*[^\s<>"«».,;:!?)]
      | [\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}})+ | [@\#]\w+)
  | (?P<number>\d{{1,3}}(?:[\u00a0\u202f\u2009\x20]\d{{3}})+(?:[.,]\d+)?(?!\w)
      | \d+(?:[.,:]\d+)*(?!\w|[-‐‑'’]{_LETTER}))
  | (?P<short>(?:{_LETTER}\.){{2,}})
  | (?P<word>(?:\d|{_LETTER}|{_MARKS})+(?:[-‐‑'’ʼ](?:\d|{_LETTER}|{_MARKS})+)*)
  | (?P<mark>\.\.+|([!?\-])\6*|\S)
    """,
    re.VERBOSE,
)


def pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind ("link", "number", "word", "mark") of everything that is not white space."""
    for match in _PATTERN.finditer(text):
        kind = match.lastgroup or "mark"
        yield match.start(), match.end(), "word" if kind == "short" else kind
