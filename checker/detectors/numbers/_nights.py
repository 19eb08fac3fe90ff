"""The night before taken for the night after: в ночь на субботу is Friday night."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors.numbers._sides import placed
from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.detectors.numbers._sides import Place, Side
    from checker.model import Bead, Pair, Rule

_AFTER = re.compile(r"\s+(?:night|evening)\b", re.IGNORECASE)
_OF = re.compile(r"\b(?:night|evening) (?:of|on) (?:the )?$", re.IGNORECASE)
_INTO = re.compile(
    r"\b(?:into|to|before|early|hours of|eve of|morning of|morning on|overnight on|overnight|preceding|through"
    r"|dawn of|dawn on) (?:the )?$|[-\u2013/]$",
    re.IGNORECASE,
)
_AROUND = 30


def wrong_nights(pair: Pair, bead: Bead, sides: tuple[Side, Side], rule: Rule) -> Iterator[Finding]:
    """Findings of a bead."""
    if pair.source is None:
        return
    source, target = sides
    for given in source.claims:
        wrong = _wrong(pair, given, target) if given[0].eve else None
        if wrong is None:
            continue
        day = placed(pair.translation, wrong)
        night = _AFTER.match(pair.translation.text, day.stop)
        span = pair.translation.span(day.start, night.end() if night else day.stop)
        original = placed(pair.source.source, given)
        named = wrong[0].quantity.text
        message = f"«ночь на {original.text}» is the night before; the translation makes it the night after"
        severity = Severity.MAJOR if night else Severity.MINOR  # "the night of Saturday" is read either way
        yield Finding(rule, span, message, severity, 0.85, original, f"(overnight into {named})")


def _wrong(pair: Pair, given: Place, target: Side) -> Place | None:
    """The figure of the translation that names the day itself beside its night."""
    claim = given[0]
    if claim.sort != "weekday" and claim.unit != "day":
        return None
    alike = [place for place in target.claims if (place[0].sort, place[0].unit) == (claim.sort, claim.unit)]
    before = claim.value - 1 or 7
    if any(place[0].value == before for place in alike):
        return None
    for place in alike:
        span = placed(pair.translation, place)
        text = pair.translation.text[max(0, span.start - _AROUND) : span.start]
        follows = _AFTER.match(pair.translation.text, span.stop) is not None and not _INTO.search(text)
        if place[0].value == claim.value and (follows or _OF.search(text)):
            return place
    return None
