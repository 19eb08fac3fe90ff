"""Soft signs left as an apostrophe at the end of a name or of its first half: Kestrel' Island, Ust'-Karamysh."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._transliteration import transliterates
from checker.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.names._mentions import Sides
    from checker.model import Alignment, Rule, Token

_MARKED = re.compile(r"(?<![\w'’‘-])(?P<name>[A-Z][a-z]{1,30})['’ʼ](?:(?:-[A-Z][a-z]{1,30})(?![\w'’])|(?=[ ,.]))")
_POSSESSIVE = ("s", "x", "z")


def soft_signs(beads: Sequence[Sides], alignment: Alignment, rule: Rule) -> Iterator[Finding]:
    """Names whose apostrophe is no possessive's: the original has a soft sign there."""
    for bead in beads:
        for span in bead.bead.target:
            for match in _MARKED.finditer(span.text) if "'" in span.text or "’" in span.text else ():
                token = next((one for tokens in bead.source for one in tokens if _soft(one, match["name"])), None)
                if token is None or (match["name"].endswith(_POSSESSIVE) and "-" not in match[0]):
                    continue
                place = alignment.target.span(span.start + match.start(), span.start + match.end())
                source = alignment.source.span(token.start, token.stop)
                message = f'"{place.text}" for «{source.text}»: a soft sign is left as an apostrophe'
                plain = re.sub("['’ʼ]", "", place.text)
                yield Finding(rule, place, message, rule.severity, 0.95, source, plain)


def _soft(token: Token, name: str) -> bool:
    """Whether the word or its first half ends with a soft sign and is that name."""
    half = token.text.split("-")[0]
    if not half[:1].isupper() or token.kind != "word":
        return False
    # In another case the sign stands before the ending or is gone: Тверью, Твери.
    forms = (half, half[:-1], token.lemma) if half == token.text else (half,)
    return any(form.endswith("ь") and transliterates(form, name) for form in forms)
