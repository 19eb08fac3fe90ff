"""Blanks around marks in any language that sets words apart, by its own conventions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._surface import masked, word_span
from checker.detectors.punctuation._spacing import PUN002
from checker.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors._surface import Paragraph
    from checker.model import Pair

_L = r"[^\W\d_]"
_GLUED = re.compile(rf"(?<![\w./@-])(?P<left>{_L}{{3,40}})(?P<mark>[.!?,;:])(?P<right>{_L}{{2,40}})(?![\w@-]|\.\w)")
_BEFORE = re.compile(r"(?<=\w)(?P<gap>[ \t\u00a0\u202f]{1,3})(?P<mark>[,;:!?.])(?=\s|\Z)")
_DOUBLED = re.compile(r"(?<=[\w,;])  +(?=\w)")
_FEW = 6
"""An article with more doubled blanks has them by habit of its typesetting."""
_BICAMERAL = re.compile(r"[A-Za-zÀ-\u024f\u0370-\u052f]")


def plain_spacing(pair: Pair, parts: Sequence[Paragraph], spaced: str) -> Iterator[Finding]:
    """PUN002: a blank missing after a mark, standing before one that takes none, or doubled."""
    doubled = []
    for part in parts:
        for match in _GLUED.finditer(part.text):
            if _runs_on(match):
                cut = part.start + match.end("mark")
                span = word_span(pair.translation, cut - 1, cut + 1)
                fixed = span.text[: cut - span.start] + " " + span.text[cut - span.start :]
                yield _finding(pair, (span.start, span.stop), f'A blank is missing after "{match["mark"]}".', fixed)
        for match in _BEFORE.finditer(part.text):
            place = (part.start + match.start(), part.start + match.end())
            if match["mark"] in spaced or masked(pair.translation, *place):
                continue
            span = word_span(pair.translation, *place)
            fixed = span.text.replace(match.group(), match["mark"], 1)
            yield _finding(pair, (span.start, span.stop), f'A blank stands before "{match["mark"]}".', fixed)
        doubled += [(part.start + match.start(), part.start + match.end()) for match in _DOUBLED.finditer(part.text)]
    for place in doubled if len(doubled) <= _FEW else ():
        if not masked(pair.translation, *place):
            span = word_span(pair.translation, place[0] - 1, place[1] + 1)
            yield _finding(pair, (span.start, span.stop), "A blank is doubled.", re.sub("  +", " ", span.text))


def _runs_on(match: re.Match[str]) -> bool:
    """Whether two words are glued by a mark: "кінець.Початок", "так,але"; no domains, names or abbreviations."""
    left, right = match["left"], match["right"]
    if not (_BICAMERAL.match(left[-1]) and _BICAMERAL.match(right)) or not left[1:].islower():
        return False
    if match["mark"] in ",;":
        return right.islower() or right.istitle()
    return right.istitle() and left.islower()


def _finding(pair: Pair, place: tuple[int, int], message: str, fixed: str) -> Finding:
    return Finding(PUN002, pair.translation.span(*place), message, PUN002.severity, 0.85, suggestion=fixed)
