"""A currency that the original speaks of nowhere: "$80 million" for 80 млн in an article about roubles."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.detectors._claims import agree, dimension
from checker.detectors._cues import bead_text
from checker.detectors.numbers._figures import written
from checker.detectors.numbers._sides import placed
from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors._claims import Claim
    from checker.detectors.numbers._sides import Side
    from checker.model import Bead, Pair, Rule

_LEAST = 100
"""Smaller figures without a currency are of anything."""
_SPOKEN = {
    "USD": re.compile(r"\$|доллар|бакс|\bсша\b|америк", re.IGNORECASE),
    "EUR": re.compile(r"€|\bевро\b|евро[вс]|европ|\bес\b", re.IGNORECASE),
    "GBP": re.compile(r"£|фунт|стерлинг|британ|лондон|англи", re.IGNORECASE),
    "RUB": re.compile(r"₽|рубл|\bруб\b|росси|москв", re.IGNORECASE),
}
"""What in an original makes a currency thinkable that is beside none of its figures."""


def invented(pair: Pair, sides: Sequence[tuple[Side, Side]], rule: Rule) -> Iterator[Finding]:
    """Findings of an article whose original names one currency and no word of the one that the translation has."""
    if pair.source is None:
        return
    named = Counter(claim.unit for source, _ in sides for claim, _ in source.claims if dimension(claim.unit) == "money")
    if len(named) != 1:
        return
    usual = next(iter(named))
    text = pair.source.source.text
    strange = {unit for unit, words in _SPOKEN.items() if unit != usual and not words.search(text)}
    for source, target in sides if strange else ():
        for found in target.claims:
            claim = found[0]
            given = (
                next((one for one in source.claims if _bare(one[0], claim)), None) if claim.unit in strange else None
            )
            if given is None:
                continue
            span, original = placed(pair.translation, found), placed(pair.source.source, given)
            right = written(replace(given[0].quantity, unit=usual, kind="money"), replace(claim.quantity, text=""))
            message = (
                f'the original says «{original.text}» and speaks of no such currency, the translation "{span.text}"'
            )
            yield Finding(rule, span, message, Severity.MAJOR, 0.8, original, right)


_COINS = re.compile(r"\b(?:цент|пенс|пенни|фунт|евро\b|стерлинг)", re.IGNORECASE)


def letter_kept(bead: Bead, given: Claim, found: Claim) -> bool:
    """Whether the letter of the English pence stands in an original on foreign money: 50 центов (40р) for 40p."""
    letters = given.quantity.text[-1:], found.quantity.text[-1:]
    return letters == ("р", "p") and given.value == found.value and _COINS.search(bead_text(bead.source)) is not None


def _bare(given: Claim, found: Claim) -> bool:
    return given.unit == "" and given.sort == "value" and given.value >= _LEAST and agree(given, found)
