"""Names torn apart at their initial: "Lindsey told M. Piegza" for Линдси М. Пьегза, "Adam S said. Posen"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, located, readable
from checker.detectors._transliteration import folded, romanised
from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Alignment, Rule

_WHOLE = re.compile(r"(?<!\w)(?P<given>[А-ЯЁ][а-яё]{2,20}) (?P<initial>[А-ЯЁ])\. ?(?P<surname>[А-ЯЁ][а-яё]{2,30})")
_TORN = re.compile(
    r"\b(?P<given>[A-Z][a-z]{2,20}) "
    r"(?:(?P<word>[a-z]{2,20}) (?P<initial>[A-Z])\.|(?P<letter>[A-Z])\.? (?P<verb>[a-z]{2,20})\.)"
    r" (?P<surname>[A-Z][\w-]{2,30})"
)
_JOINED = frozenset({"and", "or", "von", "van", "de", "del", "der", "den", "di", "da", "la", "le", "bin", "ibn", "al"})
_ALIKE = 1
"""Letters that the two given names have in common at least."""


def torn(alignment: Alignment, rule: Rule) -> Iterator[Finding]:
    """Findings of an article: a word stands inside of a name that the original has in one piece."""
    for bead in alignment.beads:
        text = bead_text(bead.target) if readable(bead) else ""
        found = [match for match in _TORN.finditer(text) if (match["word"] or match["verb"]) not in _JOINED]
        names = list(_WHOLE.finditer(bead_text(bead.source))) if found else []
        for match in found:
            name = next((one for one in names if _begins(one["given"], match["given"])), None)
            if name is None:
                continue
            first = located(alignment.target, bead.target, match.start(), match.end("given"))
            last = located(alignment.target, bead.target, match.start("surname"), match.end())
            span = alignment.target.span(first.start, last.stop)
            evidence = located(alignment.source, bead.source, name.start(), name.end())
            message = f'"{match["word"] or match["verb"]}" stands inside of the name «{name.group()}»'
            advice = f"{match['given']} {match['initial'] or match['letter']}. {match['surname']}"
            yield Finding(rule, span, message, Severity.MAJOR, 0.9, evidence, advice)


def _begins(russian: str, english: str) -> bool:
    """Whether two given names begin alike: the surname may be garbled, the rest of the name in other letters."""
    return folded(romanised(russian))[:_ALIKE] == folded(english)[:_ALIKE]
