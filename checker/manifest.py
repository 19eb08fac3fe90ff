"""Manifests of pairs, read row by row: CSV, TSV, JSONL, Parquet, or a folder of articles.

Columns: ``translation`` (a path) or ``translation_text``; optional ``source``, ``source_text``, ``reference``,
``reference_text``, ``name``, ``source_lang``, ``target_lang``. Other columns are carried through as text.
"""

from __future__ import annotations

import csv
import json
import os
from array import array
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from checker.errors import InputError, MissingExtra

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.config import Config

ROLES = ("translation", "source", "reference")
OWN = (*ROLES, *(f"{role}_text" for role in ROLES), "name", "source_lang", "target_lang")
"""The columns that decide what is checked."""
ROW = "_row"
"""Column with the row's place in the manifest, from 0: rows come back in any order."""
_LONGEST_CELL = 2**31 - 1
_ADVICE = "give CSV, TSV or JSONL in UTF-8, or Parquet, with a column translation or translation_text"


@dataclass(frozen=True)
class Scan:
    """What must be known of a manifest before its first row is checked."""

    length: int
    carried: tuple[str, ...]
    """Columns that are none of ours, in the order in which they come; a row may lack some."""


@dataclass(frozen=True)
class Manifest:
    """The rows of a file or folder. Every pass reads it anew, so that no length fills the memory."""

    path: Path
    root: Path
    """Where relative paths count from, and what no path may lead out of."""
    config: Config = field(repr=False)

    def __iter__(self) -> Iterator[dict[str, str]]:
        """Rows with every cell as text, a name for each, and their place under `ROW`."""
        number = -1
        try:
            for number, values in enumerate(self._values()):
                row = {_column(column): _text(value) for column, value in values.items()}
                yield row | {"name": row_name(row, number), ROW: str(number)}
        except OSError as error:
            raise InputError(str(self.path), f"cannot be read ({error.strerror})", "check the path") from error
        except (ValueError, TypeError, RecursionError, csv.Error) as error:
            where = f"{self.path}: row {number + 2}"
            raise InputError(where, f"is not readable ({str(error)[:200]})", _ADVICE) from error

    @cached_property
    def scan(self) -> Scan:
        """A pass over all rows. Raises InputError for none, unreadable ones, and a name that comes twice."""
        import numpy as np

        digests = array("Q")
        columns: dict[str, None] = {}
        for row in self:
            digests.append(_digest(row["name"]))
            columns.update(dict.fromkeys(row))
        if not digests:
            raise InputError(str(self.path), "has no rows", _ADVICE)
        known, counts = np.unique(np.frombuffer(digests, np.uint64), return_counts=True)
        if len(known) < len(digests):
            self._refuse(set(known[counts > 1].tolist()))
        return Scan(len(digests), tuple(column for column in columns if column not in (*OWN, ROW)))

    def _refuse(self, digests: set[int]) -> None:
        """Say which names come twice; two names of one digest (once in 10^7 runs of a million) are none."""
        seen: dict[str, int] = {}
        for number, row in enumerate(self):
            name = row["name"]
            if name in seen:
                places = f"rows {seen[name] + 1} and {number + 1}"
                raise InputError(str(self.path), f'two articles are called "{name}" ({places})', "fill a column name")
            if _digest(name) in digests:
                seen[name] = number

    def _values(self) -> Iterable[Mapping[str, Any]]:
        if self.path.is_dir():
            return self._folder()
        suffix = self.path.suffix.lower()
        if suffix == ".parquet":
            return self._parquet()
        return self._jsonl() if suffix in (".jsonl", ".ndjson") else self._csv("\t" if suffix == ".tsv" else "")

    def _folder(self) -> Iterator[Mapping[str, Any]]:
        """The translations of a folder with what the templates find beside them."""
        from checker.companions import companions, translations
        from checker.desk import article_names

        paths = translations([self.path], self.config)
        for path, name in zip(paths, article_names(paths), strict=True):
            found = companions(path, self.config)
            files = {"translation": found.translation, "source": found.source, "reference": found.reference}
            yield {"name": name} | {role: at and os.path.relpath(at, self.root) for role, at in files.items()}

    def _csv(self, delimiter: str) -> Iterator[Mapping[str, Any]]:
        csv.field_size_limit(_LONGEST_CELL)
        with self.path.open(encoding="utf-8-sig", newline="") as file:
            if not delimiter:
                head = file.readline(100_000)
                file.seek(0)
                delimiter = max(",;\t", key=head.count)
            if delimiter == "\t":  # a quotation mark is a plain character in TSV
                table = csv.DictReader(file, delimiter=delimiter, quoting=csv.QUOTE_NONE)
            else:
                table = csv.DictReader(file, delimiter=delimiter, strict=True)
            self._expect(table.fieldnames or ())
            for row in table:
                if None in row:
                    raise ValueError("it has more cells than the header")
                yield row

    def _jsonl(self) -> Iterator[Mapping[str, Any]]:
        with self.path.open(encoding="utf-8-sig", newline="\n") as file:
            for line in file:
                if line.strip():
                    values = json.loads(line)
                    if not isinstance(values, dict):
                        raise TypeError("it is no JSON object")
                    self._expect(values)
                    yield values

    def _parquet(self) -> Iterator[Mapping[str, Any]]:
        try:
            from pyarrow import parquet
        except ImportError as error:
            raise MissingExtra("a Parquet manifest", "parquet") from error
        with parquet.ParquetFile(self.path) as table:
            self._expect(table.schema_arrow.names)
            for batch in table.iter_batches(batch_size=100):
                yield from batch.to_pylist()

    def _expect(self, columns: Iterable[str]) -> None:
        if not {"translation", "translation_text"} & set(columns):
            raise InputError(str(self.path), "has no column translation or translation_text", _ADVICE)


def row_name(values: Mapping[str, Any], number: int = 0) -> str:
    """The article's name: given, or the translation's file name less its last suffix, or the row's number from 1."""
    given, path = _text(values.get("name")), _text(values.get("translation"))
    return given or PurePath(path).stem or f"row-{number + 1:06}"


def _text(value: Any) -> str:
    """A cell as text that any format can hold: missing values are "", lone surrogates U+FFFD."""
    if value is None or value != value:  # noqa: PLR0124 -- NaN alone differs from itself
        return ""
    if isinstance(value, bool | int | float | list | dict):
        value = json.dumps(value, ensure_ascii=False, default=str)
    text = str(value)
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _column(name: Any) -> str:
    """A column's name in one line; one that begins with an underscore is ours."""
    return " ".join(_text(name).split()).lstrip("_") or "unnamed"


def _digest(name: str) -> int:
    return int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
