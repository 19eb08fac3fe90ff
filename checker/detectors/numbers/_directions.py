"""Factors that turn a fall into a rise: «прибыль сократилась на 18 %, выручка — почти втрое», almost tripled."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.detectors.numbers._sides import sentence_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from checker.detectors._claims import Claim
    from checker.detectors.numbers._sides import Place
    from checker.model import Bead

_CHANGED = re.compile(
    r"(?<!\w)(?:"
    r"(?P<down>со?кра[тщ]\w+|(?:по)?сниз\w+|снижа\w+|пони[зж]\w+|упа[лд]\w*|па[дл]а\w+|просе[лд]\w*|рухну\w+|обвали\w+"
    r"|уменьш\w+|(?:по|у)дешев\w+|обесцен\w+|ослаб\w+|сжал\w+|сжим\w+|урез\w+|меньше|ниже|реже|дешевле)"
    r"|(?P<up>вы?р[ао]с\w*|возр[ао]с\w*|увелич\w+|повы[сш]\w+|прир[ао]с\w+|подн[яи]\w+|подорож\w+|дорож\w+|удорож\w+|рост\w*"
    r"|рос(?:л[аио])?|раст[еёу]\w+|прибав\w+|подскоч\w+|взлете\w+|больше|выше|чаще|дороже|превы\w+|стал[аио]?))(?!\w)",
    re.IGNORECASE,
)
_GROWN = re.compile(r"(?:doubl|tripl|trebl|quadrupl|quintupl)(?:e|es|ed|ing)", re.IGNORECASE)
_HALVED = re.compile(r"halv(?:e|es|ed|ing)", re.IGNORECASE)
_NEAR = 25
"""Characters before a factor in which its word for a fall stands."""
_FALLS = re.compile(
    r"\b(?:fell|fall\w*|drop\w*|declin\w*|decreas\w*|shr[aiu]nk\w*|los(?:s|ses|t)|down|cut\w*)\b", re.IGNORECASE
)


def redirected(source: Sequence[Place], target: Sequence[Place], bead: Bead) -> Iterator[tuple[Place, Place]]:
    """Doubled and tripled for what fell so many times, halved for what grew twice."""
    for given in source:
        alike = [found for found in target if _size(found[0]) == _size(given[0])]
        if given[0].quantity.kind != "factor" or len(alike) != 1:
            continue
        text = alike[0][0].quantity.text
        if _GROWN.fullmatch(text) and _way(given, bead) == "down":
            if not _FALLS.search(sentence_before(bead.target, alike[0])[-_NEAR:]):
                yield alike[0], (_inverted(given[0]), given[1])
        elif _HALVED.fullmatch(text) and given[0].value > 1 and _way(given, bead) == "up":
            yield alike[0], given


def lessened(given: Place, found: Place, bead: Bead) -> bool:
    """Whether a factor far behind its word for a fall is told as what is left: сократилось за год вдвое, halved."""
    one, two = given[0], found[0]
    falls = one.quantity.kind == "factor" and one.value > 1 and one.value * two.value == 1
    return falls and two.quantity.kind in ("factor", "fraction") and _way(given, bead) == "down"


def _size(claim: Claim) -> Fraction:
    """How many times more or less."""
    return claim.value if claim.value >= 1 or not claim.value else 1 / claim.value


def _way(given: Place, bead: Bead) -> str:
    """Where the last word of change before a factor leads: "up", "down" or nowhere."""
    last = ""
    for match in _CHANGED.finditer(sentence_before(bead.source, given)[-200:]):
        last = match.lastgroup or ""
    return last


def _inverted(claim: Claim) -> Claim:
    """A factor as the share that is left."""
    if claim.value <= 1:
        return claim
    quantity = replace(claim.quantity, low=1 / claim.quantity.high, high=1 / claim.quantity.low)
    return replace(claim, value=1 / claim.value, quantity=quantity)
