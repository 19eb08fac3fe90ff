"""Factors that compare: two that are told the other way round, and one that is taken for a number of things."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors.numbers._sides import worded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.numbers._sides import Place
    from checker.model import Bead, Token
    from checker.protocols import Context

_SURE = 0.6
_COMPARED = re.compile(r"\s+(?:as\s+\w+(?:\s+\w+){0,3}?\s+as|(?:\w+\s+){1,3}?than|the)\b", re.IGNORECASE)
"""Behind a factor that compares in English: twice as many complaints as, half the."""
_GREATER = re.compile(r"\s+(?:больше|более|выше|чаще)\b", re.IGNORECASE)
_MORE = re.compile(r"\s+(?:more|extra|additional)\b", re.IGNORECASE)
_CONTENT = frozenset({"NOUN", "NPRO", "ADJF", "NUMR", "PRTF"})
_BREAKS = frozenset(",;:.!?()")


def turned(context: Context, bead: Bead, given: Place, found: Place) -> bool:
    """Whether a comparison stands with its sides exchanged: июль вдвое беднее мая, twice as much in May as in July."""
    one, two = given[0], found[0]
    if one.quantity.kind != "factor" or two.quantity.kind != "factor" or one.value * two.value != 1:
        return False
    if not _COMPARED.match(worded(bead.target, found)[1]):
        return False
    ahead: list[Token] = []
    for token in (token for span in bead.source for token in context.tokens("ru", span)):
        if token.start < given[1] + one.quantity.start:
            ahead = [] if token.text in _BREAKS else [*ahead, token]
    own = {token.start for token in ahead if token.tags & _CONTENT}
    links = [link for link in context.links(bead, "ru", "en") if link.strength >= _SURE]
    places = [link.target.start for link in links if link.source.start in own]
    here = found[1] + two.quantity.start
    return bool(places) and all(place > here for place in places)


def miscounted(source: Sequence[Place], target: Sequence[Place], bead: Bead) -> Iterator[tuple[Place, Place]]:
    """«Вдвое больше» as "two more"."""
    for given in source:
        claim = given[0]
        if claim.quantity.kind != "factor" or claim.value < 2 or not _GREATER.match(worded(bead.source, given)[1]):
            continue
        alike = [found for found in target if found[0].value == claim.value]
        plain = len(alike) == 1 and alike[0][0].quantity.kind == "number" and not alike[0][0].unit
        if plain and _MORE.match(worded(bead.target, alike[0])[1]):
            yield alike[0], given
