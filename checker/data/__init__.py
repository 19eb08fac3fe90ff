"""Tables with a reason on every row, shipped as tab-separated UTF-8 without quoting.

The first line names the columns; a line that begins with ``#`` is a comment.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """Rows of the table ``data/NAME.tsv`` as read-only mappings; a missing last cell is ""."""
    text = files(__name__).joinpath(f"{name}.tsv").read_text("utf-8")
    lines = [line for line in text.split("\n") if line.strip() and not line.startswith("#")]
    header = lines[0].split("\t")
    table = []
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) > len(header):
            raise ValueError(f"{name}.tsv: too many cells in {line!r}")
        cells += [""] * (len(header) - len(cells))
        table.append(MappingProxyType(dict(zip(header, cells, strict=True))))
    return tuple(table)
