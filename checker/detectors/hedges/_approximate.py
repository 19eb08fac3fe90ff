"""Numerals behind what they count, which say about how many: человек сорок, лет через двадцать."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text
from checker.detectors.hedges._kinds import Made

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from checker.model import Bead, Link, Token
    from checker.protocols import Context

_COUNTED = (
    "человек|лет|минут|часов|дней|месяцев|недель|суток|метров|километров|тысяч|рублей|процентов|градусов|тонн|штук|семей"
    "|машин|граммов|килограммов|литров|гектаров|долларов|евро|домов|дворов"
)
_FORMS = re.compile(rf"\b(?:{_COUNTED})\s(?:\d{{1,9}}|[а-яё]{{1,20}})\b", re.IGNORECASE)
"""What is asked first: most sentences hold nothing like it."""
_ABOUT = re.compile(
    r"(?<!\w)(?:about|around|some|roughly|approximately|nearly|almost|or so|or more|or thereabouts|perhaps|maybe"
    r"|probably|odd|estimated|say|few|couple|dozens?|score|like|region|close|up to|over|under|more|less|circa|or two"
    r"|upwards|at least|think|thought|believe|suppose|guess"
    r"|reckon|good|several|by my|at a guess|give or take|must have)(?!\w)"
    r"|(?<!\w)\w{1,30}(?:-odd|-some|ish)(?!\w)",
    re.IGNORECASE,
)
_SURE = 0.9


def approximate(context: Context, bead: Bead) -> Iterator[Made]:
    """What is counted with its numeral behind it, and the figure of a translation that says it exactly."""
    if not _FORMS.search(bead_text(bead.source)) or _ABOUT.search(bead_text(bead.target)):
        return
    links = [link for link in context.links(bead, "ru", "en") if link.strength >= _SURE]
    for span in bead.source:
        tokens = context.tokens("ru", span)
        for at in range(len(tokens) - 1):
            if _inverted(tokens, at) and (found := _figure(tokens[at + 1], links)):
                if _value(context, "ru", tokens[at + 1]) != _value(context, "en", found):
                    continue  # a wrong figure is told as one
                yield Made("approximate", (tokens[at], tokens[at + 1]), (found, found))


def _inverted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is what the numeral behind it counts."""
    noun, figure = tokens[at], tokens[at + 1]
    if noun.text.lower() not in _COUNTED.split("|") or "NUMR" not in figure.tags:
        return False
    before = tokens[at - 1] if at else None
    after = tokens[at + 2] if at + 2 < len(tokens) else None
    free = before is None or not (before.tags & {"NUMR", "ADJF", "NOUN", "PREP"} or before.kind == "number")
    return free and (after is None or not after.tags & {"NOUN", "ADJF", "NUMR", "PRTF"})


def _figure(numeral: Token, links: Sequence[Link]) -> Token | None:
    """What stands for a numeral, where that is surely one word."""
    found = [link.target for link in links if link.source.start == numeral.start]
    return found[0] if len(found) == 1 else None


def _value(context: Context, lang: str, token: Token) -> Fraction | None:
    """What a word says in figures."""
    return next((quantity.low for quantity in context.language(lang).quantities(token.text)), None)
