"""The stop of a Russian abbreviation left in English, where it ends a sentence that goes on: 12 billion. dollars.

Млн., тыс., г. and им. have a stop; million, thousand and a year have none. A machine that keeps it breaks the sentence
in two, the second half often with a capital: "in 2013. The bank", "three thousand. Voters".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, located, readable
from checker.detectors.punctuation._foreign_marks import PUN004
from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Bead, Pair

_SCALES = {"thousand": "тыс", "million": "млн", "billion": "млрд", "trillion": "трлн"}
_LEFT = re.compile(
    r"(?<![\w.,])(?P<number>\d[\d.,]{0,14})?(?: ?(?P<scale>thousand|million|billion|trillion))?"
    r"\.(?P<gap> )(?P<next>[A-Za-z]\w{0,30})"
)
_ABBREVIATED = re.compile(
    r"(?<![\w.,])(?P<number>\d[\d.,]{0,14})?[ \u00a0]?"
    r"(?P<word>тыс|млн|млрд|трлн|гг?|км|кв|руб|чел|долл|см|кг)\.[ \u00a0]?"
    r"(?P<next>[^\W\d]\w{0,30}|[\"«])"
)
_ALONE = re.compile(r"(?:\A|[.!?]\s)(?:In|By|Since|Until|From) \Z")
_JOINS = frozenset({"и", "а", "но"})


def left_stops(pair: Pair) -> Iterator[Finding]:
    """Findings of PUN004; major where the sentence is broken in two."""
    alignment = pair.source
    if alignment is None or (alignment.source.lang, alignment.target.lang) != ("ru", "en"):
        return
    for bead in alignment.beads:
        if readable(bead):
            yield from _of_bead(pair, bead)


def _of_bead(pair: Pair, bead: Bead) -> Iterator[Finding]:
    text = bead_text(bead.target)
    found = [match for match in _LEFT.finditer(text) if match["number"] or match["scale"]]
    given = list(_ABBREVIATED.finditer(bead_text(bead.source))) if found else []
    for match in found:
        alone = _ALONE.search(text[: match.start()]) is not None and match["scale"] is None
        abbreviated = next((one for one in given if _kept(match, one, alone)), None)
        if abbreviated is None or pair.source is None:
            continue
        first = located(pair.translation, bead.target, match.start(), match.start("gap"))
        last = located(pair.translation, bead.target, match.start("next"), match.end())
        evidence = located(pair.source.source, bead.source, abbreviated.start(), abbreviated.end("word") + 1)
        severity = Severity.MAJOR if match["next"][:1].isupper() else PUN004.severity
        message = f"The stop of «{abbreviated['word']}.» is left: the sentence goes on behind it."
        advice = f"{text[match.start() : match.start('gap') - 1]} {match['next']}"
        span = pair.translation.span(first.start, last.stop)
        yield Finding(PUN004, span, message, severity, 0.9, evidence, advice)


def _kept(match: re.Match[str], abbreviated: re.Match[str], alone: bool = False) -> bool:
    """Whether a stop of the translation is that of an abbreviation of the original, whose sentence goes on there.

    A translator may end a sentence where a clause of the original ends: в 2013 г. и основал. Nobody makes one of a year
    `alone`.
    """
    following = abbreviated["next"]
    if match["scale"] and abbreviated["word"] != _SCALES[match["scale"]]:
        return False
    if _digits(match["number"]) != _digits(abbreviated["number"]) or not (match["number"] or match["scale"]):
        return False
    if match["next"][:1].islower() or alone:
        return True
    return following[:1].islower() and following not in _JOINS


def _digits(number: str | None) -> str:
    return re.sub(r"\D", "", number or "")
