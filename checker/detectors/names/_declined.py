"""Short surnames in the case of the original, told by their first names: Anton Linem for Антоном Линем, who is Lin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors._transliteration import romanised, transliterates
from checker.detectors.names._mentions import bare
from checker.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.names._mentions import Mention, Sides
    from checker.model import Alignment, Rule

_SHARED = 3
"""Letters that the cases of a surname have in common."""
_LONGER = 3
"""Letters that a case ending may have."""


def declined(beads: Sequence[Sides], alignment: Alignment, rule: Rule) -> Iterator[Finding]:
    """Words that are an oblique case of a surname whose nominative stands behind the same first name elsewhere."""
    nominatives: dict[str, set[str]] = {}
    for bead in beads:
        for mention in bead.mentions:
            if _full(mention) and "nomn" in mention.tokens[0].tags:
                nominatives.setdefault(mention.tokens[0].lemma, set()).add(mention.tokens[1].text)
    for bead in beads:
        for mention in bead.mentions:
            if not _full(mention) or "nomn" in mention.tokens[0].tags:
                continue
            oblique = mention.tokens[1]
            name = next((one for one in nominatives.get(mention.tokens[0].lemma, ()) if _case(one, oblique.text)), "")
            for word in bead.capitals if name else ():
                latin = bare(word)
                if transliterates(oblique.text, latin) and not transliterates(name, latin):
                    span = alignment.target.span(word.start, word.start + len(latin))
                    source = alignment.source.span(oblique.start, oblique.stop)
                    message = f'"{span.text}" for «{source.text}»: the Russian case ending is carried over'
                    yield Finding(rule, span, message, rule.severity, 0.85, source, romanised(name))


def _full(mention: Mention) -> bool:
    return len(mention.tokens) == 2 and "Name" in mention.tokens[0].tags and not mention.quoted


def _case(nominative: str, oblique: str) -> bool:
    """Whether a surname may be another's case: Линь, Линем."""
    shorter = abs(len(nominative) - len(oblique)) <= _LONGER
    return nominative != oblique and shorter and nominative[:_SHARED] == oblique[:_SHARED]
