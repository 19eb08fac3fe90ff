"""Numbers of roads and rockets whose Cyrillic letter was taken for the Latin one it looks like: P-417 for Р-417."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.names._mentions import Sides
    from checker.model import Alignment, Rule

_CODE = re.compile(r"(?<!\w)(?:трасс|шоссе|дорог|магистрал|ракет)\w{0,5} «?(?P<code>[РН]-?(?P<number>\d{2,3}))(?!\w)")
_LATIN = {"Р": ("P", "R"), "Н": ("H", "N")}
"""What the letter looks like, and what it is."""


def codes(beads: Sequence[Sides], alignment: Alignment, rule: Rule) -> Iterator[Finding]:
    """Codes of the original that stand in the translation with the lookalike."""
    for bead in beads:
        for span in bead.bead.source:
            for match in _CODE.finditer(span.text) if "Р" in span.text or "Н" in span.text else ():
                wrong, right = _LATIN[match["code"][0]]
                for target in bead.bead.target:
                    found = re.search(rf"(?<!\w){wrong}-?{match['number']}(?!\w)", target.text)
                    if found is None:
                        continue
                    place = alignment.target.span(target.start + found.start(), target.start + found.end())
                    at = span.start + match.start("code")
                    source = alignment.source.span(at, at + len(match["code"]))
                    message = f'"{place.text}" for «{source.text}»: the letter is Cyrillic'
                    yield Finding(rule, place, message, rule.severity, 0.95, source, right + place.text[1:])
