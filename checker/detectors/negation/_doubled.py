"""Negations of Russian that English says once, or not at all: until … not, not a single … did not, hardly … not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, cues, located
from checker.detectors.negation._everyone import few, scarce

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Bead, Pair, Span

_Found = tuple[tuple[int, int], tuple[int, int], str]
"""Where it stands in the translation and in the original, and the advice."""
_HARDLY_NOT = re.compile(r"(?<!\w)(?:на)?(?:вряд|едва)\s+ли(?:\s+(?!не\b|чтобы\b)\w+){0,3}\s+не\s+\w+", re.IGNORECASE)
_HARDLY = re.compile(
    r"\b(?:hardly|unlikely|scarcely|doubtful|doubts?|improbable)\b(\s+[\w'’]+)(?:\s+[\w'’]+){0,5}",
    re.IGNORECASE,
)
_EXCUSED = re.compile(
    r"\b(?:un(?!ti|de|i|like)\w+|ignor\w+|fail\w*|lack\w*|miss\w*|without|refus\w+|avoid\w*|escap\w+|overlook\w*|forg[eo]t\w*"
    r"|deny|denies|denied|oppos\w+|object\w*|resist\w*|stay\w*|remain\w*|in the dark|any|but|out|less|dis\w+|im\w+ble"
    r"|in\w+ble)\b",
    re.IGNORECASE,
)
"""What may answer the second negation."""
_WAITED = re.compile(
    r"(?<!\w)пока,?(?:\s+(?!не\b)[\w«»\"-]+){0,7}\s+не\s+(?!только\b|более\b|менее\b)\w+", re.IGNORECASE
)
_UNTIL_NOT = re.compile(
    r"\b(?:until|till)\s+(?:[\w'’-]+\s+){1,9}?"
    r"((?:do|does|did|is|are|was|were|has|have|had|will)(?:\s+not|n['’]t)\s+(?!just\b|only\b|yet\b)[\w-]+)",
    re.IGNORECASE,
)
_CEASED = re.compile(
    r"не\s+(?:переста|прекра|исчез|исся|(?:за)?конч|стих|утих|погас|умер|умолк|уш[ёе]?л|уехал|закр|опустел|потеря)",
    re.IGNORECASE,
)
_CEASES = re.compile(
    r"\b(?:stop|ceas|disappear|end|die|fad|clos|leav|left|los|go|gone|finish|complet|over|empt)\w*$", re.IGNORECASE
)
_LEFT_SO = re.compile(r"(?<!\w)пока\b(?:.{0,120}?(?<!\w)не(?!\w)){2}", re.IGNORECASE)
"""A wait that ends when something is not so: two negations behind пока."""


def doubled(pair: Pair, bead: Bead) -> Iterator[tuple[Span, Span, str]]:
    """Each (span of the translation, evidence in the original, advice)."""
    if pair.source is None:
        return
    source, target = bead_text(bead.source), bead_text(bead.target)
    lower = source.lower()
    found = None
    if "пока" in lower:
        found = _until(source, target)
    if found is None and "ли" in lower and "не" in lower:
        found = _hardly(source, target)
    if found is None:
        found = _few(source, target)
    if found is not None:
        ours, theirs, advice = found
        span = located(pair.translation, bead.target, *ours)
        yield span, located(pair.source.source, bead.source, *theirs), advice


def _until(source: str, target: str) -> _Found | None:
    """ "Until the debts are not paid", the не of пока не carried over."""
    ours = _UNTIL_NOT.search(target)
    theirs = _WAITED.search(source) if ours else None
    if ours is None or theirs is None or _LEFT_SO.search(source[theirs.start() : theirs.end() + 20]):
        return None
    if _CEASED.search(theirs.group()) and not _CEASES.search(ours.group(1)):
        return None
    return ours.span(1), theirs.span(), "(without the negation)"


def _hardly(source: str, target: str) -> _Found | None:
    """ "Hardly knew" for вряд ли не знал."""
    theirs = _HARDLY_NOT.search(source)
    ours = _HARDLY.search(target) if theirs else None
    if theirs is None or ours is None or cues("negation", "en").any(target, "plain") or _EXCUSED.search(ours.group()):
        return None
    return (ours.start(), ours.end(1)), theirs.span(), "(restore the second negation)"


def _few(source: str, target: str) -> _Found | None:
    """ "Few have heard" for мало кто не слышал."""
    ours = few(target)
    theirs = scarce(source) if ours is not None else []
    if ours is None or not theirs or cues("negation", "en").any(target, "plain", "idiom"):
        return None
    if _EXCUSED.search(target, ours.end()):
        return None
    return ours.span(), theirs[0].span(), "(restore the second negation)"
