"""Tags, comments, text and entities of HTML with true offsets, in one pass and linear time.

Not a parser of documents: broken mark-up yields some tokens and never an error.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = re.compile(r"/?[a-zA-Z][^\s/>]{0,60}")
_LITERAL = re.compile(r"<(?:<(?=<))*")
_STOP = re.compile(r"[\"'>]")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_ATTRIBUTE = re.compile(r"(?<![\w:-])([a-zA-Z][\w:-]{0,40}+)\s*+(?:=\s*+(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_LONGEST = 4000


class Tag(NamedTuple):
    """A piece of a page."""

    kind: str
    """"open", "close", "void", "text", "entity" or "other" (comment, declaration)."""
    start: int
    stop: int
    name: str
    """Of a tag, in lower case; of an entity what it stands for."""


def tags(text: str) -> Iterator[Tag]:
    """The whole text, piece by piece."""
    scanner = _Scanner(text)
    place = 0
    while place < len(text):
        opened = text.find("<", place)
        if opened < 0:
            opened = len(text)
        yield from _entities(text, place, opened)
        if opened == len(text):
            return
        tag = scanner.tag(opened)
        yield tag
        place = tag.stop
        if tag.kind == "open" and tag.name in _RAW:
            closing = re.compile(rf"</{tag.name}\b", re.IGNORECASE).search(text, place)
            stop = closing.start() if closing else len(text)
            if stop > place:
                yield Tag("other", place, stop, "")
            place = stop


def attributes(text: str, tag: Tag) -> dict[str, str]:
    """Attributes of an opening tag, names and values in lower case."""
    inside = text[tag.start + 1 + len(tag.name) : min(tag.stop, tag.start + _LONGEST)]
    return {name.lower(): value.strip("\"'").lower() for name, value in _ATTRIBUTE.findall(inside)}


def _entities(text: str, start: int, stop: int) -> Iterator[Tag]:
    place = start
    for match in _ENTITY.finditer(text, start, stop):
        meaning = unescape(match.group())
        if meaning == match.group() or len(meaning) > len(match.group()):
            continue
        if match.start() > place:
            yield Tag("text", place, match.start(), "")
        yield Tag("entity", match.start(), match.end(), meaning)
        place = match.end()
    if stop > place:
        yield Tag("text", place, stop, "")


class _Scanner:
    """Finds the ends of tags. Remembers what does not occur any more, so that nothing is searched for twice."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._last = text.rfind(">")
        self._quotes_pair = True

    def tag(self, start: int) -> Tag:
        text = self.text
        if text.startswith("<!--", start):
            closing = text.find("-->", start + 2)
            return Tag("other", start, closing + 3 if closing >= 0 else len(text), "")
        named = _NAME.match(text, start + 1)
        if start > self._last or not (named or text.startswith(("<!", "<?"), start)):
            return Tag("text", start, _LITERAL.match(text, start).end(), "")  # type: ignore[union-attr]
        if not named:
            return Tag("other", start, text.index(">", start) + 1, "")
        stop = self._end(named.end())
        name = named.group().lower()
        kind = "close" if name[0] == "/" else "void" if text[stop - 2] == "/" else "open"
        return Tag(kind, start, stop, name.lstrip("/"))

    def _end(self, place: int) -> int:
        """After the ``>`` that is not inside quotes; where quotes do not pair, after any ``>``."""
        here = place
        while self._quotes_pair:
            found = _STOP.search(self.text, here)
            if found and found.group() == ">":
                return found.end()
            closing = self.text.find(found.group(), found.end()) if found else -1
            self._quotes_pair = closing >= 0
            here = closing + 1
        return self.text.index(">", place) + 1 if place <= self._last else len(self.text)
