"""Ordinals that have become a count: "fell to 21 places" for опустился на 21-ю строчку, "after 40 minutes" for 40-й.

Who dies на 84-м году жизни is 83: the years of a life are counted from the first, and an age from nought.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, located
from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Bead, Pair, Rule

_RANKED = {
    "позици": "position|place|spot", "мест": "place|position|spot", "строч": "line|place|position", "минут": "minute",
    "секунд": "second", "круг": "lap|circle", "этаж": "floor|storey|story", "страниц": "page", "глав": "chapter",
    "тур": "round|tour", "раунд": "round", "ряд": "row", "стать": "article", "пункт": "point|item|paragraph",
    "палат": "ward", "кабинет": "office|room", "километр": "kilometer|kilometre", "школ": "school",
    "параграф": "paragraph",
}  # fmt: skip
"""Stems of what is numbered, with its English."""
_ORDINAL = re.compile(r"(?<![\w-])(?P<number>\d{1,4})-(?:ый|ой|й|го|ого|му|ому|ом|м|ую|ю|ая|я) (?P<noun>[а-яё]{3,20})")
_YEAR_OF_LIFE = re.compile(r"(?<!\w)на (?P<number>\d{2,3})-?о?м году(?: (?:своей )?жизни)?(?!\w)", re.IGNORECASE)
_SUFFIX = {1: "st", 2: "nd", 3: "rd"}
_TEEN = (11, 12, 13)


def counted(pair: Pair, bead: Bead, rule: Rule) -> Iterator[Finding]:
    """Findings of a bead; silent where the translation has the ordinal too."""
    source = bead_text(bead.source)
    if pair.source is None or "-" not in source:
        return
    text = bead_text(bead.target)
    for match in _ORDINAL.finditer(source):
        english = next((words for stem, words in _RANKED.items() if match["noun"].startswith(stem)), None)
        number = match["number"]
        ranked = re.search(rf"(?<!\d){number}(?:st|nd|rd|th)\b|[Nn]o\. ?{number}\b", text)
        if english is None or int(number) < 2 or ranked:
            continue
        later = r"(?! (?:in|into|from|after|gone)\b)" if english in ("minute", "second") else ""
        found = re.search(rf"(?<![\d.,:-]){number} (?:{english})s\b{later}", text)
        if found is None:
            continue
        singular = text[found.start() : found.end() - 1].split()[1]
        message = f'«{match.group()}» is one of a row, "{found.group()}" is how many'
        span = located(pair.translation, bead.target, found.start(), found.end())
        evidence = located(pair.source.source, bead.source, match.start(), match.end())
        yield Finding(rule, span, message, Severity.MAJOR, 0.85, evidence, f"the {_ordinal(int(number))} {singular}")


def older(pair: Pair, bead: Bead, rule: Rule) -> Iterator[Finding]:
    """An age that is the number of the year of life: "at the age of 84" for на 84-м году."""
    source = bead_text(bead.source)
    if pair.source is None or " году" not in source:
        return
    text = bead_text(bead.target)
    for match in _YEAR_OF_LIFE.finditer(source):
        number = match["number"]
        found = re.search(
            rf"\b(?:at the age of|at age|aged|at) {number}\b(?!st|nd|rd|th)|\b{number}[- ]years?[- ]old\b", text
        )
        if found is not None:
            age = int(number) - 1
            span = located(pair.translation, bead.target, found.start(), found.end())
            evidence = located(pair.source.source, bead.source, match.start(), match.end())
            message = f"«{match.group()}» is at the age of {age}"
            advice = f"at the age of {age} (in the {_ordinal(int(number))} year)"
            yield Finding(rule, span, message, Severity.MAJOR, 0.85, evidence, advice)


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in _TEEN else _SUFFIX.get(number % 10, "th")
    return f"{number}{ending}"
