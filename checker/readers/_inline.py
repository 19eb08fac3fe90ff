"""Markdown inside a paragraph: which characters a reader of the rendered page would see.

Bounded patterns and one stack for brackets: linear, and never an error.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

_PATTERN = re.compile(
    r"""
    (?P<code>(`{1,9})(?!`)[^`]{1,500}\2(?!`))
  | (?P<escape>\\[!-/:-@\[-`{-~])
  | (?P<hard>(?:\\|[ ]{2,9})\n)
  | (?P<hidden><!--[^>]{0,500}--> | </?[a-zA-Z][^<>]{0,500}> | <[a-z]{2,10}:[^\s<>]{0,900}>
      | !\[[^\[\]]{0,300}\](?:\([^()\n]{0,900}\)|\[[^\[\]]{0,100}\]) | \[\^[^\s\[\]]{1,50}\]:?)
  | (?P<target>\](?:\([ ]{0,3}(?:<[^<>\n]{0,900}>|[^()\s]{0,900}(?:\([^()\s]{0,300}\)[^()\s]{0,300})?)
      (?:\s{1,3}(?:"[^"]{0,300}"|'[^']{0,300}'))?[ ]{0,3}\)|\[[^\[\]]{0,100}\]))
  | (?P<opening>\[) | (?P<closing>\])
  | (?P<emphasis>\*{1,3}|_{1,3}|~~)
  | (?P<entity>&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)
    """,
    re.VERBOSE,
)


class Seen(NamedTuple):
    """Something visible: where it stands, how long it is there, and what is seen."""

    start: int
    width: int
    text: str


def visible(text: str) -> list[Seen]:
    """The visible pieces of a paragraph, in order. A hard break is a ``\\n`` of its own."""
    hidden: list[tuple[int, int, str]] = []
    brackets: list[int] = []
    for match in _PATTERN.finditer(text):
        kind = match.lastgroup or ""
        if kind == "opening":
            brackets.append(match.start())
        elif kind == "closing":
            brackets[-1:] = []
        elif kind == "target":
            if brackets:
                opened = brackets.pop()
                hidden += [(opened, opened + 1, ""), (*match.span(), "")]
        else:
            hidden.append((*match.span(), _VISIBLE[kind](text, match)))
    return _between(text, sorted(hidden))


def _between(text: str, hidden: list[tuple[int, int, str]]) -> list[Seen]:
    seen, place = [], 0
    for start, stop, shown in hidden:
        if start > place:
            seen.append(Seen(place, start - place, text[place:start]))
        if shown:
            seen.append(Seen(start, stop - start, shown))
        place = stop
    if place < len(text):
        seen.append(Seen(place, len(text) - place, text[place:]))
    return seen


def _emphasis(text: str, match: re.Match[str]) -> str:
    """Marks of emphasis stand beside a word; "5 * 3", "2*3" and "snake_case" are none."""
    before = text[match.start() - 1 : match.start()] if match.start() else " "
    after = text[match.end() : match.end() + 1] or " "
    if before.isspace() and after.isspace():
        return match.group()
    inside = before.isalnum() and after.isalnum()
    if inside and (match.group()[0] == "_" or (before.isdigit() and after.isdigit())):
        return match.group()
    return ""


def _entity(_: str, match: re.Match[str]) -> str:
    meaning = unescape(match.group())
    return "" if meaning in "\u00ad\u200b" else meaning


_VISIBLE: dict[str, Callable[[str, re.Match[str]], str]] = {
    "code": lambda _, match: "",
    "escape": lambda _, match: match.group()[1],
    "hard": lambda _, match: "\n",
    "hidden": lambda _, match: "",
    "emphasis": _emphasis,
    "entity": _entity,
}
