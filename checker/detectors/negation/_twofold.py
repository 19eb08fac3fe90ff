"""Two negations that make a yes, one of them lost or put in: нельзя сказать, что не ...; refused not to sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, cues, located
from checker.detectors._negation_words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Bead, Pair, Span

_GAP = r"(?:[\s,]+(?!не\b)[\w«»\"-]+){0,8}?[\s,]+"
_TWICE = re.compile(
    r"(?<!\w)(?:(?:нельзя|невозможно|нет оснований|нет причин)\s+(?:было\s+)?(?:сказать|утверждать|считать|говорить),?"
    rf"\s+(?:что|чтобы|будто|как будто){_GAP}не\s+\w+"
    rf"|не\s+то\s+чтобы{_GAP}не\s+\w+"
    r"|не\s+только\s+не\s+\w+"
    rf"|не\s+сомнева\w+(?:,\s+|\s+в\s+том,\s+)что{_GAP}не\s+\w+"
    rf"|(?:нет|не\s+остал\w+|не\s+было|не\s+оста[её]тся)\s+(?:\w+\s+)?сомнени\w+(?:,\s+|\s+в\s+том,\s+)что{_GAP}не\s+\w+"
    rf"|не\s+(?:отрица|скрыва|исключа|оспарива)\w+(?:,\s+|\s+(?:того|тот\s+факт|возможности)\s*,?\s+)(?:того,\s+)?что{_GAP}не\s+\w+"
    rf"|ни\s+од\w+(?:\s+[\w«»-]+){{1,5}}?\s+не\s+(?:обход|обош|проход|прош)\w+{_GAP}без\s+\w+"
    rf"|не\s+(?:обош|обход|проход|прош)\w+(?:ся|сь|ит|ло|ла|ел){_GAP}без\s+\w+"
    rf"|не\s+(?:мысл|представля)\w+{_GAP}без\s+\w+"
    rf"|нет\s+(?:ни\s+одн\w+\s+)?\w+,\s+(?:\w+\s+)?котор\w+(?:\s+бы)?{_GAP}не\s+\w+)",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"нельзя|невозможно|то чтобы|только не|сомне|отрица|скрыва|исключа|оспарива|без|котор", re.IGNORECASE
)
_ALL = re.compile(
    r"\b(?:every\w*|all|always|must|invariably|certain\w*|sure\w*|inevitab\w*|necessar\w*|complete|integral|each|both|any"
    r"|definitely|convinced|confident|likely|possib\w*|may|might|could|some|there (?:was|were|is|are)|saw|had its"
    r"|featured?|marred)\b",
    re.IGNORECASE,
)
"""What may say the same without a negation."""
_STRICT = re.compile(r"не\s+только\s+не|сказать|утверждать|то\s+чтобы", re.IGNORECASE)
"""Of these nothing but two negations does."""
_REFUSED = re.compile(
    r"\b(?:(?:refus|declin|forb[ai]d|forbade|prohibit)\w*(?:\s+(?!and\b|but\b|that\b|or\b)\w+){0,3}?\s+not\s+to\s+\w+"
    r"|(?:refrain|abstain|desist|dissuad|prevent|prohibit|ban|banned|stop|kept|discourag)\w*"
    r"(?:\s+(?!and\b|but\b|that\b)\w+){0,3}?\s+from\s+not\s+\w+"
    r"|(?:avoid|avoided|avoiding|stopped|ceased|gave up)\s+not\s+\w+ing)\b",
    re.IGNORECASE,
)
_UNDONE = re.compile(r"(?<!\w)(?:не|нет|ни)\s+\w+", re.IGNORECASE)
_REFUSAL = re.compile(
    r"(?<!\w)(?:отказ|воздерж|удерж|запре|избе[жг]|отговор|помеша|предотвра|отговар|уклон|отвер|отсовет|переста|прекра)\w*",
    re.IGNORECASE,
)
_NOT = re.compile(r"(?<!\w)(?:не|нет|нельзя|никто|никогда|ничего)(?!\w)", re.IGNORECASE)
_NOT_ONLY = re.compile(r"\bnot (?:only|just|merely)\b", re.IGNORECASE)
_NOT_ONLY_SO = re.compile(r"\bnot (?:only|just|merely)(?:\s+\w+){1,2}", re.IGNORECASE)
_STRETCH = re.compile(r"[\w'’]+(?:\s+[\w'’]+){0,6}")
_CLAUSE = re.compile(r"[,;:.]")
_MANY = 3
"""Negations of a sentence from which on none is matched with another."""


def twofold(pair: Pair, bead: Bead) -> Iterator[tuple[Span, Span, str]]:
    """Each (span of the translation, evidence in the original, advice)."""
    if pair.source is None:
        return
    source, target = bead_text(bead.source), bead_text(bead.target)
    found = _halved(source, target) or _stacked(source, target)
    if found is not None:
        ours, theirs, advice = found
        yield located(pair.translation, bead.target, *ours), located(pair.source.source, bead.source, *theirs), advice


def _halved(source: str, target: str) -> tuple[tuple[int, int], tuple[int, int], str] | None:
    """One negation for two: "it cannot be said that there was any warning"."""
    theirs = _TWICE.search(source) if _LEADS.search(source) else None
    if theirs is None or len(_UNDONE.findall(source)) > _MANY:
        return None
    strict = _STRICT.search(theirs.group()) is not None
    if not strict and _ALL.search(target):
        return None
    known = cues("negation", "en")
    wanted = 1 if "только" in theirs.group().lower() else 2
    text = _NOT_ONLY.sub(lambda match: "x" * len(match.group()), target)
    others, own = len(_NOT.findall(source)), len(_NOT.findall(theirs.group()))
    found = [cue for cue in known.find(text, "plain", "soft", "verb", "idiom") if cue.text.lower() not in words("weak")]
    places = {cue.start for cue in found}
    if len(places) >= wanted or (others > own and not strict):
        return None
    if wanted == 1:
        place = _NOT_ONLY_SO.search(target)
        return (place.span(), theirs.span(), "(restore the second negation)") if place else None
    if len(places) != 1:
        return None
    cue = found[0]
    behind = _STRETCH.search(target, cue.start)
    stop = behind.end() if behind else cue.stop
    return (cue.start, stop), theirs.span(), "(restore the second negation)"


def _stacked(source: str, target: str) -> tuple[tuple[int, int], tuple[int, int], str] | None:
    """A negation behind a verb that denies already: "refused not to sign"."""
    ours = _REFUSED.search(target) if " not " in target else None
    theirs = _REFUSAL.search(source) if ours is not None else None
    if ours is None or theirs is None:
        return None
    clause = _CLAUSE.split(source[theirs.start() :])[0]
    return None if _UNDONE.search(clause) else (ours.span(), theirs.span(), "(without the negation)")
