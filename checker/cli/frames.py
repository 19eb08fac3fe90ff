"""Tables of segments from and to files, format by suffix, input cells verbatim."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from checker.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd


def read(path: Path) -> pd.DataFrame:
    """Every cell as text, empty where it is empty. Raises InputError for what is no such table."""
    import pandas as pd

    suffix = path.suffix.lower()
    try:
        if suffix == ".parquet":
            return pd.read_parquet(path)
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror})", "check the path") from error
    except (UnicodeDecodeError, ValueError, ImportError) as error:
        raise InputError(
            str(path), f"is no readable table ({error})", "give CSV, TSV or JSONL in UTF-8, or Parquet"
        ) from error
    try:
        if suffix in (".jsonl", ".ndjson"):
            return pd.DataFrame([json.loads(line) for line in text.split("\n") if line.strip()], dtype=object)
        rows = _tsv(text) if suffix == ".tsv" else list(csv.reader(io.StringIO(text, newline="")))
        return pd.DataFrame(_rectangular(rows[1:], len(rows[0])), columns=rows[0], dtype=object)
    except (ValueError, IndexError, csv.Error) as error:
        raise InputError(str(path), f"is no table ({error})", "give CSV, TSV or JSONL with a header") from error


def _tsv(text: str) -> list[list[str]]:
    """A quotation mark is a plain character in TSV."""
    return [line.removesuffix("\r").split("\t") for line in text.removesuffix("\n").split("\n")]


def _rectangular(rows: list[list[str]], width: int) -> list[list[str]]:
    for number, row in enumerate(rows, 2):
        if len(row) > width:
            raise ValueError(f"line {number} has {len(row)} cells, the header {width}")
    return [row + [""] * (width - len(row)) for row in rows if row]


def render(frame: pd.DataFrame, suffix: str) -> str | bytes:
    """The frame in the format of a suffix; CSV for an unknown one."""
    if suffix == ".parquet":
        return bytes(frame.to_parquet(index=False))
    if suffix in (".jsonl", ".ndjson"):
        rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    if suffix == ".tsv":
        table = [list(frame.columns), *frame.astype(object).to_numpy().tolist()]
        return "".join("\t".join(_cell(value) for value in row) + "\n" for row in table)
    text: str = frame.to_csv(index=False, lineterminator="\n")
    return text


def _cell(value: Any) -> str:
    return "" if value is None or value != value else str(value)  # noqa: PLR0124 -- NaN alone differs from itself
