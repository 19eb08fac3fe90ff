"""XLIFF 1.2 and 2.x: the segments of a translation file, already paired."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.errors import InputError
from checker.readers._pairs import article
from checker.readers._xml import local, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Article, Note

_CODES = frozenset({"ph", "x", "bx", "ex", "it", "bpt", "ept", "sc", "ec", "cp"})
"""Inline codes of both versions: what is in them is mark-up of the original format."""


class XliffReader:
    """Every unit with a target is a pair; states are not judged, units without a target are left out."""

    suffixes = (".xlf", ".xliff", ".sdlxliff", ".mxliff")

    def read(self, data: bytes, name: str) -> tuple[Article, tuple[Note, ...]]:
        """The article. Raises InputError for what is no XLIFF file or has no translated unit."""
        root = parse(data, name, "XLIFF")
        if local(root) != "xliff":
            raise InputError(name, f"is no XLIFF file (its root is {local(root)})", "give an XLIFF 1.2 or 2.x file")
        pairs = [pair for unit in root.iter() if local(unit) in ("trans-unit", "segment") for pair in _pair(unit)]
        return article(name, pairs, ("translation", "source"), _languages(root)), ()


def _languages(root: Any) -> tuple[str, str]:
    """Codes of target and source, of version 2 at the root, of version 1 at the first file."""
    holder = next((element for element in root.iter() if local(element) == "file"), root)
    target = root.get("trgLang") or holder.get("target-language") or ""
    source = root.get("srcLang") or holder.get("source-language") or ""
    return _code(target), _code(source)


def _code(tag: str) -> str:
    short = tag.replace("_", "-").split("-")[0].lower()
    return short if len(short) == 2 and short.isascii() and short.isalpha() else ""


def _pair(unit: Any) -> Iterator[tuple[str, str]]:
    sides = {local(child): child for child in unit}
    if "target" in sides and "source" in sides:
        target = plain(sides["target"])
        if target.strip():
            yield target, plain(sides["source"])


def plain(element: Any) -> str:
    """The text of a segment without the content of its inline codes; mark-up that is text stays."""
    pieces, waiting = [], [(element, False)]
    while waiting:
        node, tail = waiting.pop()
        if tail:
            pieces.append(node.tail or "")
            continue
        if node is not element:
            waiting.append((node, True))
        if local(node) and local(node) not in _CODES:
            pieces.append(node.text or "")
            waiting.extend((child, False) for child in reversed(node))
    return "".join(pieces)


def reader(context: object) -> XliffReader:
    """Reader of XLIFF."""
    return XliffReader()
