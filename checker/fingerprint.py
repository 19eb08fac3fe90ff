"""What state of the program made a result: its version, its files, and others' parts."""

from __future__ import annotations

import os
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def fingerprint() -> str:
    """Version and state of the package and of others' parts: an edited table makes old results worthless."""
    from checker.version import __version__

    seen: list[tuple[str, int, int]] = []
    _walk(files("checker"), "", seen)
    return f"{__version__}|{sorted(seen)!r}|{_strangers()!r}"


def _strangers() -> list[tuple[str, str]]:
    """Packages that bring parts, by name and version; ours is among them."""
    from importlib.metadata import entry_points

    from checker.plugins import KINDS

    everything = entry_points()
    points = [point for kind in KINDS for point in everything.select(group=f"checker.{kind}")]
    found = {id(point.dist): point.dist for point in points}
    return sorted((dist.name, dist.version) for dist in found.values() if dist)


def _walk(folder: Any, prefix: str, seen: list[tuple[str, int, int]]) -> None:
    for entry in os.scandir(str(folder)):
        if entry.is_dir() and entry.name != "__pycache__":
            _walk(entry.path, f"{prefix}{entry.name}/", seen)
        elif entry.is_file():
            status = entry.stat()
            seen.append((prefix + entry.name, status.st_size, status.st_mtime_ns))
