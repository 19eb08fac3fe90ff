"""Paired segments to an article: each side's segments one below the other, with spans that pair off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.errors import InputError
from checker.model import Article, Document, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIDES = ("translation", "source", "reference")


def article(
    name: str,
    rows: Sequence[tuple[str, ...]],
    sides: Sequence[str] = _SIDES,
    langs: Sequence[str] = ("", "", ""),
    encoding: str = "utf-8",
) -> Article:
    """An article of paired documents from rows of cells, one for each of `sides`.

    A segment's white space at the ends stands outside its span; an empty cell is an empty span, so
    that the spans of all sides pair off. Raises InputError where no translation has any text.
    """
    documents = {}
    for place, side in enumerate(sides):
        cells = [row[place] for row in rows]
        if side == "translation" or any(cell.strip() for cell in cells):
            documents[side] = _document(name, cells, langs[place] if place < len(langs) else "", encoding)
    translation = documents.get("translation")
    if translation is None or not translation.text.strip():
        raise InputError(name, "has no translated segment", "fill the column translation")
    return Article(translation, documents.get("source"), documents.get("reference"), paired=True)


def _document(name: str, cells: Sequence[str], lang: str, encoding: str) -> Document:
    spans, pieces, place = [], [], 0
    for cell in cells:
        inner = cell.strip()
        start = place + (cell.index(inner) if inner else 0)
        spans.append(Span(start, start + len(inner), inner))
        pieces.append(cell)
        place += len(cell) + 1
    lines, start = [], 0
    for cell in cells:
        lines.append(start)
        start += len(cell) + 1
    return Document(name, lang, "\n".join(pieces), encoding, segments=tuple(spans), lines=tuple(lines))
