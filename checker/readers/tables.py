"""Tables of paired segments: CSV, TSV and JSON lines with the columns translation, source and reference."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from checker.errors import InputError
from checker.readers._decoding import decode
from checker.readers._pairs import article

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.model import Article, Note

SIDES = ("translation", "source", "reference")
_ADVICE = "the columns are translation, source (optional) and reference (optional)"


class TableReader:
    """A row is a segment; the documents are the segments of a column, one a line, and pair off."""

    suffixes = (".csv", ".tsv", ".tab", ".jsonl", ".ndjson")

    def read(self, data: bytes, name: str) -> tuple[Article, tuple[Note, ...]]:
        """The article. Raises InputError for a table without the column translation and for broken rows."""
        text, encoding, notes = decode(data, name)
        suffix = PurePath(name).suffix.lower()
        if suffix in (".jsonl", ".ndjson"):
            rows = _json_lines(text, name)
        elif suffix in (".tsv", ".tab"):
            rows = _by_header(_tab_separated(text), name)
        else:
            rows = _by_header(_comma_separated(text, name), name)
        return article(name, rows, SIDES, encoding=encoding), notes


def _tab_separated(text: str) -> list[list[str]]:
    """Lines and cells as they are: a ``"`` is a plain character."""
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    return [line.removesuffix("\r").split("\t") for line in lines]


def _comma_separated(text: str, name: str) -> list[list[str]]:
    head = text[: text.find("\n") if "\n" in text else len(text)]
    separator = max(",;\t", key=head.count)
    before = csv.field_size_limit(len(text) + 1)
    try:
        return [row for row in csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True) if row]
    except csv.Error as error:
        raise InputError(name, f"is no CSV table ({error})", "save it again as CSV in UTF-8") from error
    finally:
        csv.field_size_limit(before)


def _by_header(table: Sequence[Sequence[str]], name: str) -> list[tuple[str, ...]]:
    """Cells of the known columns; a missing column is empty."""
    header = [title.strip().lower() for title in table[0]] if table else []
    if "translation" not in header:
        raise InputError(name, "has no column translation", _ADVICE)
    repeated = [title for title in SIDES if header.count(title) > 1]
    if repeated:
        raise InputError(name, f"has the column {repeated[0]} twice", _ADVICE)
    for number, row in enumerate(table[1:], 2):
        if len(row) != len(header):
            raise InputError(name, f"row {number} has {len(row)} cells, the header {len(header)}", "repair the row")
    places = [header.index(side) if side in header else None for side in SIDES]
    return [tuple("" if place is None else row[place] for place in places) for row in table[1:]]


def _json_lines(text: str, name: str) -> list[tuple[str, ...]]:
    rows = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            rows.append(_cells(_object(line, number, name), number, name))
    return rows


def _object(line: str, number: int, name: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(name, f"line {number} is no JSON ({error})", "one object a line") from error
    if not isinstance(value, dict) or "translation" not in value:
        raise InputError(name, f"line {number} is no object with the key translation", _ADVICE)
    return value


def _cells(value: dict[str, Any], number: int, name: str) -> tuple[str, ...]:
    cells: Iterable[Any] = [value.get(side) for side in SIDES]
    cells = ["" if cell is None else cell for cell in cells]
    if not all(isinstance(cell, str) for cell in cells):
        raise InputError(name, f"line {number} has a value that is no text", "give strings or null")
    for cell in cells:
        if any("\ud800" <= character <= "\udfff" for character in cell):
            raise InputError(name, f"line {number} has half of a surrogate pair", "repair the escape")
    return tuple(cells)


def reader(context: object) -> TableReader:
    """Reader of tables of paired segments."""
    return TableReader()
