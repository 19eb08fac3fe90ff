"""Who bears a title: whether the office of a row is meant, and how its English name may be spelt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._transliteration import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.detectors._established import Found
    from checker.model import Token

_VARIANTS = (
    (re.compile(r"(?<=[a-z]i)z(?=(?:ation|e|ing))"), "s"),
    (re.compile(r"center"), "centre"),
    (re.compile(r"labor(?!at)"), "labour"),
    (re.compile(r"defense"), "defence"),
)
"""American letters of official names, and the British ones: either may be a desk's own."""


def spelling(form: str) -> str:
    """An official name in British letters, without capitals."""
    low = folded(form)
    for american, british in _VARIANTS:
        low = american.sub(british, low)
    return low


_OF_A_REGION = frozenset("область край республика округ регион земля губерния автономия провинция кантон".split())  # noqa: SIM905
_OTHER_STATES = frozenset(
    """германия немецкий фрг польша польский словения словенский венгрия венгерский австрия австрийский швейцария
    швейцарский норвегия норвежский швеция шведский хорватия хорватский сербия сербский румыния румынский финляндия
    финский дания датский эстония эстонский латвия латвийский литва литовский казахстан казахстанский беларусь
    белоруссия""".split()  # noqa: SIM905
)
"""States whose own "state secretaries" are no foreign ministers."""
_AMERICAN = frozenset({"сша", "американский", "вашингтон"})
_OF_A_SAINT = frozenset("храм церковь собор часовня святой святитель мученик священномученик монастырь".split())  # noqa: SIM905
_REACH = 4


def of_another(found: Found, tokens: Sequence[Token]) -> bool:
    """Whether the head of a region's government is meant, who is no prime minister, or a saint and his church."""
    if found.entry.suggestion == "prime minister":
        return any(token.lemma in _OF_A_REGION for token in tokens[found.stop : found.stop + _REACH])
    if found.entry.suggestion == "secretary of state":
        here = [token.lemma for token in tokens]
        return any(lemma in _OTHER_STATES for lemma in here) and not any(lemma in _AMERICAN for lemma in here)
    before = tokens[max(0, found.start - _REACH) : found.start]
    return found.entry.suggestion == "the pope" and any(token.lemma in _OF_A_SAINT for token in before)
