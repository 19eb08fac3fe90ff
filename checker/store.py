"""Small values by key in one file that runs share: bounded, and never in the way.

What cannot be read is not there, what cannot be written is not kept, a damaged file is begun anew: a caller makes
the value again and is right. Removing the file is always safe. SQLite, because an article has some hundred
values, and so many small files cost ten times as long to write.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import time
import zlib
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

WAIT = 1.0
"""Seconds to wait for another process that writes; after that the value is not there, or not kept."""
FRESH = 3600
"""Seconds after its last use within which a value is not noted as used again: reading then writes nothing."""
_ASKED = 100
"""Keys of one query; SQLite's limit was 999 until 2020."""
_LAYOUT = """
PRAGMA journal_mode = TRUNCATE;
PRAGMA synchronous = OFF;
CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, used INTEGER, sum INTEGER, value BLOB);
CREATE INDEX IF NOT EXISTS by_use ON kept (used);
"""


def content_key(*parts: str) -> bytes:
    """A hash of parts, each with its length before it, so that no two lists of parts feed the same bytes."""
    encoded = [part.encode("utf-8", "surrogatepass") for part in parts]
    pieces = [piece for data in encoded for piece in (len(data).to_bytes(8, "little"), data)]
    return blake2b(b"".join(pieces), digest_size=16).digest()


@dataclass(eq=False)
class Store:
    """Values under keys in the file `path`, of at most about `bound` bytes; the least recently used go first."""

    path: Path
    bound: int
    _connection: sqlite3.Connection | None = field(default=None, repr=False)
    _owner: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values that are there, unharmed."""
        found: dict[bytes, bytes] = {}
        stale: list[bytes] = []
        now = int(time.time())

        def read(file: sqlite3.Connection) -> None:
            file.execute("BEGIN")
            rest = iter(dict.fromkeys(keys))
            while some := tuple(islice(rest, _ASKED)):
                query = f"SELECT * FROM kept WHERE key IN ({','.join('?' * len(some))})"  # noqa: S608 (marks alone)
                for key, used, check, value in file.execute(query, some):
                    if isinstance(value, bytes) and _sum(key, value) == check:
                        found[key] = value
                        if not 0 <= now - used < FRESH:
                            stale.append(key)

        def note(file: sqlite3.Connection) -> None:
            file.executemany("UPDATE kept SET used = ? WHERE key = ?", [(now, key) for key in stale])

        self._try(read)
        if stale:
            self._try(note)
        return found

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keep values: all or, where that cannot be done, none."""
        now = int(time.time())
        rows = [(key, now, _sum(key, value), value) for key, value in values.items()]

        def write(file: sqlite3.Connection) -> None:
            file.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", rows)
            while _size(file) > self.bound:
                file.execute(
                    "DELETE FROM kept WHERE rowid IN"
                    " (SELECT rowid FROM kept ORDER BY used, rowid LIMIT (SELECT count(*) / 4 + 1 FROM kept))"
                )

        self._try(write)

    def _try(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Do something with the file, in one transaction; what goes wrong with it ends the work and nothing else."""
        with self._lock:
            try:
                with self._connect() as file:
                    work(file)
            except (sqlite3.OperationalError, OSError):  # locked, full, read-only, gone
                self._close()
            except sqlite3.Error:
                self._close()
                with contextlib.suppress(OSError):
                    self.path.unlink()

    def _connect(self) -> sqlite3.Connection:
        if self._connection is None or self._owner != os.getpid():  # a forked process must not use its parent's
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self.path, timeout=WAIT, check_same_thread=False)
            self._owner = os.getpid()
            self._connection.executescript(_LAYOUT)
        return self._connection

    def _close(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None


@dataclass(frozen=True, eq=False)
class Memory:
    """A store for values that hang on the whole program."""

    store: Store
    identity: str
    """What decides the values, beside what their keys are made of."""

    def key(self, *parts: str) -> bytes:
        """The key of a value."""
        return content_key(self.identity, *parts)


def _sum(key: bytes, value: bytes) -> int:
    """Of both: a damaged index may lead to another key's value."""
    return zlib.crc32(value, zlib.crc32(key))


def _size(file: sqlite3.Connection) -> int:
    """Bytes in use: the pages of what was dropped are free for what comes."""
    pages, free, size = (
        int(file.execute(f"PRAGMA {name}").fetchone()[0]) for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size
