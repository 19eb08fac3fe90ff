"""The folder of a batch: finished rows are in it at once, and in their parts as soon as a part is whole.

    DIR/journal         rows of unfinished parts, each with its hash, in the order of completion; gone at the end
    DIR/parts/          a hundred rows a file, in the order of the manifest (parts.py)
    DIR/parts.sha256

A run that is killed at any moment leaves a folder from which `--resume` goes on: a row that is whole in the
journal or in a part, and whose key still holds, is not checked again. The journal is locked while a run writes.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import IO, TYPE_CHECKING, Any

from checker.errors import InputError
from checker.parts import SIZE, Parts, unwritable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    Row = Mapping[str, Any]

WAITING, IN_JOURNAL, IN_PART = 0, 1, 2
TABLES = ("summary.csv", "segments.csv", "findings.csv", "index.html")


class Journal:
    """Rows one by one, flushed; a line that was cut off is known by its hash and dropped."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file: IO[bytes] = path.open("a+b")
        except OSError as error:
            raise InputError(str(path.parent), f"cannot be written ({error.strerror})", "check the folder") from error
        if not _locked(self._file):
            self._file.close()
            raise InputError(str(path.parent), "another run is writing here", "wait for it, or name another --out")

    def entries(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """(offset, row) of every whole line; what follows the last of them is cut off."""
        self._file.seek(0)
        end = 0
        for line in self._file:
            row = _opened(line)
            if row is not None:
                yield end, row
            elif not line.endswith(b"\n"):
                break
            end += len(line)
        self._file.truncate(end)

    def add(self, row: Row) -> int:
        """Keep a row; its offset."""
        text = json.dumps(row, ensure_ascii=False).encode("utf-8")
        offset = self._file.seek(0, os.SEEK_END)
        try:
            self._file.write(_digest(text) + b" " + text + b"\n")
            self._file.flush()
        except OSError as error:
            with contextlib.suppress(OSError):
                self._file.truncate(offset)
            raise unwritable(self.path, error) from error
        return offset

    def row(self, offset: int) -> dict[str, Any]:
        """The row at an offset."""
        self._file.seek(offset)
        row = _opened(self._file.readline())
        if row is None:
            raise InputError(str(self.path), "was changed by someone else", "run again with --resume")
        return row

    def clear(self) -> None:
        """Forget all rows."""
        self._file.truncate(0)

    def close(self, *, remove: bool = False) -> None:
        """Let the lock go; with `remove`, the file too."""
        if remove:
            with contextlib.suppress(OSError):
                self.path.unlink()
        # A full disk may refuse what is still to be written; that row was never said to be finished.
        with contextlib.suppress(OSError):
            self._file.close()


def _digest(text: bytes) -> bytes:
    return blake2b(text, digest_size=8).hexdigest().encode("ascii")


def _opened(line: bytes) -> dict[str, Any] | None:
    digest, _, text = line.removesuffix(b"\n").partition(b" ")
    if not line.endswith(b"\n") or digest != _digest(text):
        return None
    row: dict[str, Any] = json.loads(text)
    return row


def _locked(file: IO[bytes]) -> bool:
    """Take the lock, which the system drops when the process ends, however it ends."""
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        with contextlib.suppress(OSError):
            file.seek(2**40)  # far beyond the text: the lock is on bytes, and others may read
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
            return True
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        # A file system without locks: better a run without one than none.
        return True
    return True


@dataclass
class Results:
    """What is finished of `total` rows. Use `opened`, then `adopt` to resume, `add` for every row, `finish`."""

    folder: Path
    total: int
    journal: Journal
    parts: Parts
    _states: bytearray
    _offsets: dict[int, int] = field(default_factory=dict)

    @classmethod
    def opened(cls, folder: Path, total: int, *, resume: bool) -> Results:
        """The folder, locked. Raises InputError where it holds results and `resume` was not said."""
        if folder.exists() and not folder.is_dir():
            raise InputError(str(folder), "is a file", "name a folder with --out")
        held = [name for name in (*TABLES, "parts", "journal") if (folder / name).exists()]
        journal = Journal(folder / "journal")
        if held and not resume:
            if held != ["journal"] or any(True for _ in journal.entries()):
                journal.close(remove="journal" not in held)
                raise InputError(str(folder), "holds results already", "say --resume to go on, or name another --out")
            journal.clear()
        return cls(folder, total, journal, Parts(folder), bytearray(total))

    def adopt(self, keys: Iterable[str]) -> int:
        """Take over what an earlier run finished, by the keys of all rows ("" for none); how many there are."""
        written = {row["key"]: offset for offset, row in self.journal.entries() if row["key"]}
        for index, key in enumerate(keys):
            if not key:
                continue
            if key in written:
                self._states[index], self._offsets[index] = IN_JOURNAL, written[key]
            elif self._key_at(index) == key:
                self._states[index] = IN_PART
            elif key in self._elsewhere:
                part, place = divmod(self._elsewhere[key], SIZE)
                self._keep(index, self.parts.read(part)[place])
        for part in range(self._count):
            self._seal(part)
        return self.total - self._states.count(WAITING)

    def _key_at(self, index: int) -> str:
        part, place = divmod(index, SIZE)
        keys = self._keys(part)
        return keys[place] if place < len(keys) else ""

    @cached_property
    def _keys(self) -> Any:
        return lru_cache(maxsize=2)(lambda part: [row["key"] for row in self.parts.read(part, ["key"])])

    @cached_property
    def _elsewhere(self) -> dict[str, int]:
        """Rows by key, for a manifest that was changed: made only when a row is not where it was."""
        keys = (
            (key, part * SIZE + place) for part in self.parts.numbers() for place, key in enumerate(self._keys(part))
        )
        return {key: place for key, place in keys if key}

    def waiting(self, index: int) -> bool:
        """Whether a row must be checked."""
        return self._states[index] == WAITING

    def add(self, index: int, row: Row) -> None:
        """Keep a finished row. Raises InputError where it cannot be written."""
        if self.waiting(index):
            self._keep(index, row)
            self._seal(index // SIZE)

    def _keep(self, index: int, row: Row) -> None:
        self._offsets[index] = self.journal.add(row)
        self._states[index] = IN_JOURNAL

    @property
    def _count(self) -> int:
        return -(-self.total // SIZE)

    def _seal(self, part: int) -> None:
        """Write a part whose rows are all there and not all in it."""
        rows = range(part * SIZE, min((part + 1) * SIZE, self.total))
        states = self._states[rows.start : rows.stop]
        if WAITING in states or (IN_JOURNAL not in states and len(self._keys(part)) == len(rows)):
            return
        old = self.parts.read(part) if IN_PART in states else []
        self.parts.write(
            part,
            [
                self.journal.row(self._offsets[index]) if self._states[index] == IN_JOURNAL else old[index - rows.start]
                for index in rows
            ],
        )
        self._keys.cache_clear()
        for index in rows:
            self._states[index] = IN_PART
            self._offsets.pop(index, None)
        if not self._offsets:
            self.journal.clear()

    def finish(self) -> int:
        """All rows are in their parts: tidy up; the number of parts."""
        self.parts.settle(self._count)
        return self._count

    def close(self, *, finished: bool) -> None:
        """Let the folder go."""
        self.journal.close(remove=finished)
