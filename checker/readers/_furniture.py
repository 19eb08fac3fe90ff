"""Page furniture: counters, buttons, forms, feeds and menus that were pasted along with an article.

Whole lines only, each by a pattern of ``data/furniture.tsv``. When in doubt a line is article: a judged
counter costs a glance, a headline that nobody judged costs a correction.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from checker.data import rows
from checker.model import Span

_LINE = re.compile(r"[^\n\r\x85\u2028\u2029]+")
_LONGEST = 220
_TRAIL = re.compile(r"\s*[|•·›»>→]\s*|\s+/\s+")
_ENDS = tuple(".!?…:;»”\"'")
BEFORE_TAIL = 0.3
"""Share of the text that must stand before a line which makes everything after it furniture."""


class _Line(NamedTuple):
    start: int
    stop: int
    kind: str
    """ "" for article, else as in the table."""
    text: str


def outside(text: str) -> tuple[Span, ...]:
    """The stretches of a text that are no part of the article, sorted and disjoint, without white space at the ends."""
    lines = _lines(text)
    flags = [line.kind in ("line", "block", "tail") for line in lines]
    _settle_weak(lines, flags)
    _spread_blocks(lines, flags)
    _spread_tail(lines, flags, len(text))
    _bridge(lines, flags)
    return _spans(text, lines, flags) if not all(flags) else ()


def _lines(text: str) -> list[_Line]:
    found = []
    for match in _LINE.finditer(text):
        inner = match.group().strip()
        if inner:
            start = match.start() + match.group().index(inner[0])
            found.append(_Line(start, start + len(inner), _kind(inner), inner))
    return found


def _kind(line: str) -> str:
    if len(line) > _LONGEST:
        return ""
    bare = " ".join(line.lower().replace("’", "'").strip(' \t\u00a0.!?:…*_#•|-–—«»"[]<>').split())
    full = " ".join(line.lower().replace("’", "'").strip(" \t\u00a0!…*_#•|[]<>").split())
    for kind, pattern in _patterns():
        if pattern.fullmatch(bare) or pattern.fullmatch(full):
            return kind
    return "line" if _menu(line) else ""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    kinds: dict[str, list[str]] = {}
    for row in rows("furniture"):
        kinds.setdefault(row["kind"], []).append(row["pattern"])
    return tuple((kind, re.compile("|".join(f"(?:{one})" for one in patterns))) for kind, patterns in kinds.items())


def _menu(line: str) -> bool:
    """ "Share | Print", "Home | Politics | Ports": short items, at least half of them known, or both of two."""
    items = [item for item in _TRAIL.split(line) if item]
    if len(items) < 2 or any(len(item.split()) > 4 or len(item) > 30 or item.endswith(".") for item in items):
        return False
    known = [pattern for kind, pattern in _patterns() if kind in ("weak", "line")]
    count = sum(any(pattern.fullmatch(item.lower().strip()) for pattern in known) for item in items)
    return count == len(items) if len(items) == 2 else 2 * count >= len(items)


def _settle_weak(lines: list[_Line], flags: list[bool]) -> None:
    """A weak line counts beside a line of furniture, or in a run of three."""
    start = 0
    while start < len(lines):
        if not lines[start].kind.startswith("weak"):
            start += 1
            continue
        stop = start
        while stop < len(lines) and lines[stop].kind.startswith("weak"):
            stop += 1
        beside = (start > 0 and flags[start - 1]) or (stop < len(lines) and flags[stop])
        if beside or (stop - start > 2 and len({line.text for line in lines[start:stop]}) > 2):
            flags[start:stop] = [True] * (stop - start)
        start = stop


def _spread_blocks(lines: list[_Line], flags: list[bool]) -> None:
    """After "Read also" the next lines are headlines of other articles, up to the first that ends like a sentence."""
    for place, line in enumerate(lines):
        if line.kind != "block":
            continue
        for following in range(place + 1, min(place + 9, len(lines))):
            text = lines[following].text
            if len(text) > 150 or text.endswith(_ENDS[:4]) or lines[following].kind == "tail":
                break
            flags[following] = True


def _spread_tail(lines: list[_Line], flags: list[bool], length: int) -> None:
    for place, line in enumerate(lines):
        confirmed = line.kind == "tail" or (line.kind == "weaktail" and any(flags[place + 1 : place + 8]))
        if confirmed and line.start >= BEFORE_TAIL * length:
            flags[place:] = [True] * (len(lines) - place)
            return


def _bridge(lines: list[_Line], flags: list[bool]) -> None:
    """A label between two lines of furniture is furniture too."""
    for place in range(1, len(lines) - 1):
        text = lines[place].text
        if flags[place - 1] and flags[place + 1] and len(text) <= 40 and not text.endswith(_ENDS[:4]):
            flags[place] = True


def _spans(text: str, lines: list[_Line], flags: list[bool]) -> tuple[Span, ...]:
    """Runs of furniture, each one span."""
    found: list[Span] = []
    run: list[_Line] = []
    for line, flag in zip([*lines, None], [*flags, False], strict=True):
        if line is not None and flag:
            run.append(line)
        elif run:
            found.append(Span(run[0].start, run[-1].stop, text[run[0].start : run[-1].stop]))
            run = []
    return tuple(found)
