"""Whether a figure is that of a change, so that by and to tell it apart: подорожали на 15 %."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.detectors._bounds import Limited

_CHANGE = re.compile(
    r"\b(?:выр[ао]с|увелич|возр[ао]с|прибав|подорож|дорожа|удорож|повы[сш]|прир[ао]с|подр[ао]с|надбав|подня[лтв]|подним|под[ъь]ем"
    r"|рост(?:а|у|е|ом)?\b|рос(?:л[аио])?\b|раст[её][тш]|растут|расти\b|растущ|снизи|снижа|снижен|сокра[тщ]|упа[лд]|паде|пада"
    r"|просе[лд]|рухну|обвали|уменьш|подешев|дешеве|удешев|понизи|понижа|потеря|подскоч|взлете|скакн|урез|индекс|расшир"
    r"|ускори|замедли|укороти|убави|ослаб|укрепи|отста[лвю]|опереди|обогна|скид|наценк|превы[сш])",
    re.IGNORECASE,
)
_CLAUSE = 70
"""Characters before a figure in which its verb of change stands."""
_HALF = 0.5
_RANK = re.compile(r"\W*(?:\w{1,2}\W+)?(?:мест|этаж|позици|строч|ступен|уров)", re.IGNORECASE)
"""After a figure that counts a place in a row: поднялся на 3 место."""
_RATE = re.compile(r"(?:расч[её]т\w|пересч[её]те|норм\w+|курс\w*|срок\w*|период\w*|сумм\w+|счет\w*) на$", re.IGNORECASE)
"""Nouns whose на measures no change: в расчете на 100 человек."""


def changing(given: Limited) -> bool:
    """Whether a figure, or a fraction other than a half, which is as much by as to, is that of a change."""
    value = given.claims[0].value
    return (value > 1 or (0 < value < 1 and value != _HALF)) and _change(given)


def _change(given: Limited) -> bool:
    """Whether a figure is that of a change: подорожали, говорят, на 15–20 %."""
    before = given.before.rstrip()
    if not before.endswith((" на", " до")) or _RATE.search(before) or _RANK.match(given.after):
        return False
    return _CHANGE.search(given.lead[-_CLAUSE:]) is not None
