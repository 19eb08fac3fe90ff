"""Where a benchmark's table goes: between two marks of a page in docs/."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def write(page: Path, part: str, rows: Iterable[str]) -> None:
    """Put lines between ``<!-- part: begin -->`` and ``<!-- part: end -->`` in place of what stands there."""
    begin, end = (f"<!-- {part}: {word} -->" for word in ("begin", "end"))
    before, found, rest = page.read_text("utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise SystemExit(f"{page}: no {begin} ... {end}")
    page.write_text("\n".join([before + begin, "", *rows, "", end + after]), "utf-8")
