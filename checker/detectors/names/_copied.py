"""Names in Latin letters that the original itself has, and the translation misspells: Belaten for Beraten."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._transliteration import folded
from checker.detectors.names._mentions import bare
from checker.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.names._mentions import Sides
    from checker.model import Alignment, Rule, Span, Token
    from checker.protocols import Context

_WORD = re.compile(r"(?<![\w./@-])[A-Za-zÀ-ž]{5,}(?![\w/@]|[.-]\w)")
"""A word in Latin letters that is no part of an address."""
_KNOWN = 1.5
"""Zipf frequency from which a word is another one: Convergence translates Convergencia."""
_SLIPS = 3
"""Letters of a name for one that may be wrong in it."""


def copied(context: Context, beads: Sequence[Sides], alignment: Alignment, rule: Rule) -> Iterator[Finding]:
    """Words of the translation that are a few letters off a Latin word of their original, which it has nowhere else."""
    from rapidfuzz.distance import Levenshtein

    zipf = context.language(alignment.target.lang).zipf
    for bead in beads:
        theirs = {match[0]: (span, match.start()) for span in bead.bead.source for match in _WORD.finditer(span.text)}
        if not theirs:
            continue
        said = folded(" ".join(span.text for span in bead.bead.target))
        lost = {name: place for name, place in theirs.items() if folded(name) not in said}
        strange = [word for word in bead.capitals if not zipf(bare(word)) >= _KNOWN and bare(word) not in theirs]
        for name, place in lost.items():
            near = ((Levenshtein.distance(folded(name), folded(bare(word))), word) for word in strange)
            slips, word = min(near, key=lambda one: one[0], default=(len(name), None))
            if word is not None and 0 < slips <= len(name) // _SLIPS:
                yield _finding(rule, alignment, (name, place), word)


def _finding(rule: Rule, alignment: Alignment, original: tuple[str, tuple[Span, int]], word: Token) -> Finding:
    name, (sentence, at) = original
    start = sentence.start + at
    span = alignment.target.span(word.start, word.start + len(bare(word)))
    message = f'"{span.text}" is "{name}" in the original, in the same letters'
    return Finding(rule, span, message, rule.severity, 0.9, alignment.source.span(start, start + len(name)), name)
