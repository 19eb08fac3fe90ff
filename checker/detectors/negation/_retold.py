"""Negations held against a re-translation: two English texts of one original deny in the same sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, counterpart, cues, located, readable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Alignment, Bead, Pair, Span
    from checker.protocols import Context

_PREFIXED = re.compile(r"\b(?:un|in|im|ir|il|dis|non|mis)-?[a-z]{4,}|\b\w+less\b", re.IGNORECASE)
"""Words that may deny by a part of themselves. Read widely: they only answer a negation."""
_AFTER, _WORDS = 60, 3
"""Characters and words after a negation in which what it denies begins."""
_EMPTY = frozenset(
    {"have", "been", "being", "that", "this", "only", "just", "even", "very", "such", "more", "than", "with"}
)
_ANSWERS = ("plain", "soft", "verb", "weak", "idiom")


def denials(context: Context, pair: Pair) -> Iterator[tuple[Span, Span, bool]]:
    """Places that deny on one side of a sentence only: the place, the evidence, and whether the translation denies.

    Of two good translations with 37,000 words (WMT21 ru-en, both references) six sentences differ so, one of them
    by an error.
    """
    alignment = pair.reference
    if alignment is None or alignment.source.lang != "en" or alignment.target.lang != "en":
        return
    for bead in alignment.beads:
        if readable(bead) and not bead.moved:
            for span, evidence, added in _bead(context, alignment, bead):
                if _original_agrees(pair, span, added):
                    yield span, evidence, added


def _original_agrees(pair: Pair, span: Span, added: bool) -> bool:
    """Whether a Russian original, where there is one, denies as the re-translation does."""
    if pair.source is None or pair.source.source.lang != "ru":
        return True
    known = cues("negation", "ru")
    said = " ".join(bead_text(bead.source) for bead in pair.beads if any(one.overlaps(span) for one in bead.target))
    return not known.find(said, "plain", "soft", "verb", "idiom") if added else bool(known.find(said, "plain"))


def _bead(context: Context, alignment: Alignment, bead: Bead) -> Iterator[tuple[Span, Span, bool]]:
    known = cues("negation", "en")
    theirs, ours = bead_text(bead.source), bead_text(bead.target)
    denied = known.find(theirs, "plain"), known.find(ours, "plain")
    if denied[1] and not _answered(theirs) and _same(context, ours[denied[1][0].stop :], theirs):
        cue = denied[1][0]
        yield located(alignment.target, bead.target, cue.start, cue.stop), bead.source[0], True
    elif denied[0] and not _answered(ours) and _same(context, theirs[denied[0][0].stop :], ours):
        evidence = located(alignment.source, bead.source, denied[0][0].start, denied[0][0].stop)
        links = context.links(bead, "en", "en")
        after = [link for link in links if 0 <= link.source.start - evidence.stop <= 2]
        yield counterpart(alignment.target, bead, evidence, after or links), evidence, False


def _same(context: Context, denied: str, other: str) -> bool:
    """Whether the word that is denied stands on the other side too: what is put in other words may deny in others."""
    english = context.language("en")
    after = [token for token in english.words(denied[:_AFTER]) if token.kind == "word"][:_WORDS]
    head = next((token.lemma for token in after if len(token.text) > 3 and token.lemma not in _EMPTY), None)
    return head is not None and any(token.lemma == head for token in english.words(other))


def _answered(text: str) -> bool:
    return bool(cues("negation", "en").find(text, *_ANSWERS)) or _PREFIXED.search(text) is not None
