"""Words of the translation that are linked to a word of the opposite meaning: confirms for отрицают, son for дочь."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._cues import bead_text, cues
from checker.model import Finding
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.model import Bead, Link, Pair, Rule, Severity
    from checker.protocols import Context

_SURE = 0.55
_NOT = re.compile(r"(?:(?<!\w)не|\b(?:not|no|never)|n['’]t)\s+$", re.IGNORECASE)
_WORD = re.compile(r"[\w'’-]+")


@dataclass(frozen=True, slots=True)
class Poles:
    """One row of opposites.tsv: forms of both sides in both languages."""

    code: str
    forms: tuple[str, ...]
    """Russian and English of the one side, Russian and English of the other."""
    advice: tuple[str, str]
    """The first whole English word of either side."""


@cache
def _rows() -> tuple[Poles, ...]:
    columns = ("ru", "en", "ru_opposite", "en_opposite")
    return tuple(
        Poles(
            row["code"],
            tuple(row[column] for column in columns),
            (_whole(row["en"]), _whole(row["en_opposite"])),
        )
        for row in data.rows("opposites")
    )


@cache
def _pattern(forms: str) -> re.Pattern[str]:
    """Compiled when a word first begins like one of its forms: most rows are never asked for."""
    listed = "|".join(re.escape(form).replace(r"\*", r"\w*") for form in forms.split())
    return re.compile(f"(?:{listed or '(?!)'})")


def _whole(forms: str) -> str:
    return next((form for form in forms.split() if not form.endswith("*")), "")


@cache
def _openings(english: bool) -> tuple[Mapping[str, tuple[tuple[int, int], ...]], tuple[int, ...]]:
    """What forms of a language begin with, up to their first open end, with the rows and sides; and its lengths."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, row in enumerate(data.rows("opposites")):
        for side, column in enumerate(("en", "en_opposite") if english else ("ru", "ru_opposite")):
            for form in row[column].split():
                found.setdefault(form.partition("*")[0], []).append((number, side))
    return {opening: tuple(places) for opening, places in found.items()}, tuple(sorted(set(map(len, found))))


@lru_cache(maxsize=50_000)
def _sides(word: str, english: bool) -> frozenset[tuple[int, int]]:
    """Rows a word belongs to, with its side (0 or 1)."""
    openings, lengths = _openings(english)
    return frozenset(
        (number, side)
        for length in lengths
        for number, side in openings.get(word[:length], ())
        if _pattern(_rows()[number].forms[2 * side + english]).fullmatch(word)
    )


def opposed(context: Context, pair: Pair, bead: Bead, rule: Rule, severity: Severity) -> Iterator[Finding]:
    """Findings of the rows that belong to a rule; nothing without word links."""
    links = [link for link in context.links(bead, "ru", "en") if link.strength >= _SURE]
    if pair.source is None or not links:
        return
    theirs, ours = _present(bead_text(bead.source), english=False), _present(bead_text(bead.target), english=True)
    for link in links:
        found = _reversed(link, theirs, ours, rule.code)
        if found is None or _denied(bead) or _turned(pair, link):
            continue
        source = pair.source.source.span(link.source.start, link.source.stop)
        span = pair.translation.span(link.target.start, link.target.stop)
        message = f'«{source.text}» of the original has become its opposite, "{span.text}"'
        yield Finding(rule, span, message, severity, 0.85, source, _advice(*found))


@lru_cache(maxsize=1000)
def _present(text: str, english: bool) -> frozenset[tuple[int, int]]:
    return frozenset(side for word in _WORD.findall(plain(text)) for side in _sides(word, english))


def _reversed(
    link: Link, theirs: frozenset[tuple[int, int]], ours: frozenset[tuple[int, int]], code: str
) -> tuple[Poles, int] | None:
    """The row whose sides a link joins the wrong way round, where neither sentence holds the right word as well."""
    for number, side in _sides(plain(link.source.text), False):
        row, other = _rows()[number], (number, 1 - side)
        if row.code != code or other not in _sides(link.target.text.lower(), True):
            continue
        if (number, side) in ours or other in theirs:
            continue
        return row, side
    return None


def _advice(row: Poles, side: int) -> str:
    return row.advice[side] or "(the opposite)"


def _turned(pair: Pair, link: Link) -> bool:
    """Whether a negation right before one of two words makes the opposite the right one: не согласен, disagreement."""
    if pair.source is None:
        return False
    theirs = pair.source.source.text[max(0, link.source.start - 12) : link.source.start]
    ours = pair.translation.text[max(0, link.target.start - 12) : link.target.start]
    return theirs.lower().endswith("тем не ") or bool(_NOT.search(theirs)) != bool(_NOT.search(ours))


def _denied(bead: Bead) -> bool:
    """Whether one of the two sides is negated, and the other is not."""
    theirs = cues("negation", "ru").any(bead_text(bead.source), "plain")
    return theirs != cues("negation", "en").any(bead_text(bead.target), "plain")
