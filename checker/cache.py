"""Finished reports by content: an unchanged article is not checked twice, and of a changed one little is encoded.

The key is a hash of the texts' bytes, the settings that name parts, and this version with its tables;
the value is the report as JSON, compressed. Files are written whole and renamed, so that runs may share
the folder; the oldest are dropped when it grows over its bound. Removing the folder is always safe. Beside them lies
the file of vectors, beads and word links (vectors.py).
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import zlib
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from checker.fingerprint import fingerprint
from checker.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.config import Config
    from checker.model import Report

BOUND = 200_000_000
"""Bytes that reports may take."""
LOOKS = 100
"""The folder is looked through, a call of the system for each file, as often as this part of its bound has come in."""
_LEVEL = 4
"""zlib's: at 6 it takes twice as long and saves a twelfth."""
VECTORS = 800_000_000
"""Bytes that vectors, beads and word links may take: 8 MB for a new article of 80 sentences."""


def default_folder() -> Path:
    """The user's cache folder: ``XDG_CACHE_HOME``, ``LOCALAPPDATA`` or ``~/.cache``."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return Path(base) / "checker" if base else Path.home() / ".cache" / "checker"


@dataclass(eq=False)
class Cache:
    """A folder of finished reports. What cannot be read is checked anew; what cannot be written is not kept."""

    folder: Path
    bound: int = BOUND
    _unseen: float = field(default=inf, init=False, repr=False)
    """Bytes written since the folder was last looked through."""

    def get(self, key: str) -> Report | None:
        """The report kept under a key, or None."""
        import json

        from checker.errors import InputError
        from checker.serial import from_json

        path = self._path(key)
        try:
            values = json.loads(zlib.decompress(path.read_bytes()))
            report = from_json(values, str(path))
        except (OSError, ValueError, zlib.error, InputError):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)
        return report

    def put(self, key: str, report: Report) -> None:
        """Keep a report; in silence where the folder cannot be written."""
        import json

        from checker.serial import to_json

        data = zlib.compress(json.dumps(to_json(report), ensure_ascii=True).encode("ascii"), _LEVEL)
        path = self._path(key)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(temporary).replace(path)
            self._unseen += len(data)
            if self._unseen * LOOKS > self.bound:
                self._prune()
                self._unseen = 0

    def _path(self, key: str) -> Path:
        return self.folder / f"{key}.z"

    def _prune(self) -> None:
        """Drop the least recently used until the folder keeps its bound."""
        entries = []
        for path in (*self.folder.glob("*.z"), *self.folder.glob(".new-*")):
            with contextlib.suppress(OSError):
                status = path.stat()
                entries.append((status.st_mtime_ns, status.st_size, path))
        total = sum(size for _, size, _ in entries)
        for _, size, path in sorted(entries):
            if total <= self.bound:
                return
            with contextlib.suppress(OSError):
                path.unlink()
            total -= size


def vectors(folder: Path) -> Store:
    """What is kept of sentences in the same folder. The number in the name is that of its layout."""
    return Store(folder / "vectors-1.sqlite", VECTORS)


def key(config: Config, texts: Iterable[tuple[str, bytes | None]]) -> str:
    """A name for a check: same parts, same texts, same version give the same key."""
    parts = replace(config, fail_on="major", min_fidelity=None, max_penalty=None, baseline="", per_file=(), cache="")
    digest = blake2b(repr(parts).encode(), digest_size=20)
    digest.update(fingerprint().encode())
    for path in (config.glossary, config.words):
        digest.update(b"\x00" + (Path(path).read_bytes() if path and Path(path).is_file() else b""))
    for name, data in texts:
        digest.update(f"\x00{name}\x00{-1 if data is None else len(data)}\x00".encode("utf-8", "surrogatepass"))
        digest.update(data or b"")
    return digest.hexdigest()
