"""Result rows in files of a hundred, in the order of the manifest: Parquet, or JSONL where pyarrow is absent.

A part is written to a temporary name, synced and renamed; its SHA-256 stands in ``parts.sha256`` (``sha256sum -c``
reads it) before the part does, so that at any moment every part is either whole and known, or not there.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from checker.errors import InputError, MissingExtra

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    Row = Mapping[str, Any]

SIZE = 100
"""Rows of a part: some 10 MB of reports, which is what the run holds in memory."""
PARQUET, JSONL = ".parquet", ".jsonl"


def suffix() -> str:
    """The format that this installation writes."""
    try:
        import pyarrow.parquet  # noqa: F401 -- asked for, not used
    except ImportError:
        return JSONL
    return PARQUET


def encode(rows: Sequence[Row], kind: str) -> bytes:
    """The bytes of a part: the same for the same rows. Columns are those of all rows, text but for `exit_code`."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    if kind == JSONL:
        return "".join(json.dumps({c: row.get(c) for c in columns}, ensure_ascii=False) + "\n" for row in rows).encode()
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema([(column, pa.int64() if column == "exit_code" else pa.string()) for column in columns])
    sink = io.BytesIO()
    table = pa.table({column: [row.get(column) for row in rows] for column in columns}, schema)
    parquet.write_table(table, sink, compression="zstd")
    return sink.getvalue()


def decode(data: bytes, kind: str, columns: Sequence[str] | None = None) -> list[dict[str, Any]]:
    """The rows of a part; only some columns if they are named."""
    if kind == JSONL:
        rows = [json.loads(line) for line in data.decode("utf-8").split("\n") if line]
        return rows if columns is None else [{column: row.get(column) for column in columns} for row in rows]
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise MissingExtra("a run with Parquet results", "parquet") from error
    found: list[dict[str, Any]] = parquet.read_table(io.BytesIO(data), columns=columns).to_pylist()
    return found


@dataclass
class Parts:
    """The parts of a run in ``parts/`` of its folder."""

    folder: Path
    kind: str = field(default_factory=suffix)

    @property
    def _sums(self) -> Path:
        return self.folder / "parts.sha256"

    @cached_property
    def _known(self) -> dict[str, set[str]]:
        """By name every hash that was ever announced: between two of them either may lie on the disk."""
        known: dict[str, set[str]] = {}
        with contextlib.suppress(FileNotFoundError):
            for line in self._sums.read_text("ascii", "replace").split("\n"):
                digest, _, name = line.partition("  ")
                known.setdefault(name, set()).add(digest)
        return known

    def path(self, number: int, kind: str = "") -> Path:
        """Where a part lies."""
        return self.folder / "parts" / f"part-{number:06}{kind or self.kind}"

    def numbers(self) -> list[int]:
        """Parts that are there, whole or not."""
        found = (self.folder / "parts").glob("part-*")
        return sorted({int(path.stem[5:]) for path in found if path.stem[5:].isdecimal()})

    def data(self, number: int) -> tuple[bytes, str] | None:
        """Bytes and format of a part; None where it is absent or its hash is not the announced one."""
        for kind in (self.kind, *({PARQUET, JSONL} - {self.kind})):
            path = self.path(number, kind)
            with contextlib.suppress(FileNotFoundError):
                data = path.read_bytes()
                if sha256(data).hexdigest() in self._known.get(f"parts/{path.name}", ()):
                    return data, kind
        return None

    def read(self, number: int, columns: Sequence[str] | None = None) -> list[dict[str, Any]]:
        """The rows of a part; none where it is absent or damaged."""
        found = self.data(number)
        return decode(*found, columns) if found else []

    def write(self, number: int, rows: Sequence[Row]) -> None:
        """Replace a part. Raises InputError where that cannot be done; then the old one still holds."""
        data, path = encode(rows, self.kind), self.path(number)
        digest = sha256(data).hexdigest()
        name = f"parts/{path.name}"
        temporary = path.with_name(f".{path.name}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _put(temporary, data, "wb")
            # The line feed before it ends what a full disk may have cut off.
            _put(self._sums, f"\n{digest}  {name}\n".encode("ascii"), "ab")
            self._known.setdefault(name, set()).add(digest)
            temporary.replace(path)
        except OSError as error:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise unwritable(path, error) from error
        for other in {PARQUET, JSONL} - {self.kind}:
            self.path(number, other).unlink(missing_ok=True)

    def settle(self, count: int) -> None:
        """Drop parts beyond `count` and write the list of hashes anew, one for each part."""
        for number in self.numbers():
            for kind in (PARQUET, JSONL) if number >= count else ():
                self.path(number, kind).unlink(missing_ok=True)
        lines = []
        for number in range(count):
            found = self.data(number)
            if found:
                lines.append(f"{sha256(found[0]).hexdigest()}  parts/{self.path(number, found[1]).name}\n")
        temporary = self._sums.with_name(".parts.sha256")
        try:
            _put(temporary, "".join(lines).encode("ascii"), "wb")
            temporary.replace(self._sums)
        except OSError as error:
            raise unwritable(self._sums, error) from error


def _put(path: Path, data: bytes, mode: str) -> None:
    """Write and sync: a rename may reach the disk before the bytes that it names."""
    with path.open(mode) as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def unwritable(path: Path, error: OSError) -> InputError:
    """What to say of a run that cannot go on writing."""
    advice = "finished articles are kept: make room or check the folder, then run again with --resume"
    return InputError(str(path), f"cannot be written ({error.strerror})", advice)
