"""The rule of negations, and how what its parts find is reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.negation._polarity import TWICE
from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from checker.model import Pair, Span

NEGATION = Rule(
    code="NEG001",
    name="negation",
    category=Category.ACCURACY,
    severity=Severity.CRITICAL,
    summary="A negation stands on one side only: the translation says the opposite.",
    bad="obliges everyone to something (никого ни к чему не обязывает)",
    good="commits no one to anything",
    needs=Needs.SOURCE,
    explanation=(
        "Не, нет, никто, нельзя and verbs of refusing need a negation or a negative word in the translation, and "
        "the other way "
        "round. The double negation of Russian counts once; не раз, не только, чуть не, нельзя не and the like "
        "are none; without, "
        "fail, refuse, deny, lack, hardly, unless and words such as unknown or impossible answer a negation. "
        "A negation counts as lost only where the denied word itself, or a plain word for it, stands in the "
        "translation with the words that go with it: what was put in other words (the stove is left unlit for печь не "
        "топят) is left alone. The не of пока не is none after until. "
        "Two negations may be said of everyone (мало кто не слышал: nearly everyone has heard), one may not be lost. "
        "A re-translation proves a negation where it denies the same word on its side only and no original contradicts."
    ),
)
RESTORE = "(restore the negation)"
"""What an editor is advised where a negation is lost."""


def retold(pair: Pair, span: Span, evidence: Span, added: bool) -> Finding:
    """Evidence is the re-translation's, or where there is an original the sentence of it."""
    quoted = f"«{evidence.text}»" if len(evidence.text) <= 40 else "nothing of the kind"
    if added:
        message, advice = f'"{span.text}" denies what the re-translation affirms', "(without the negation)"
    else:
        message, advice = (
            f"the re-translation denies this ({quoted}), the translation affirms it",
            RESTORE,
        )
    if pair.source is not None:
        bead = next(
            (bead for bead in pair.beads if bead.source and any(one.overlaps(span) for one in bead.target)), None
        )
        return Finding(NEGATION, span, message, Severity.CRITICAL, 0.8, bead.source[0] if bead else None, advice)
    return Finding(NEGATION, span, message, Severity.CRITICAL, 0.8, evidence, advice)


def turned_round(span: Span, evidence: Span) -> Finding:
    if TWICE.fullmatch(span.text):
        message = f'"{span.text}": two negations of one verb affirm it'
        return Finding(NEGATION, span, message, Severity.CRITICAL, 0.85, evidence, "(one negation)")
    message = f'«{evidence.text}» of the original has lost a negation in "{span.text}"'
    return Finding(NEGATION, span, message, Severity.CRITICAL, 0.85, evidence, RESTORE)


def doubled_up(span: Span, evidence: Span, advice: str) -> Finding:
    message = f'«{evidence.text}»: "{span.text}" says the opposite'
    return Finding(NEGATION, span, message, Severity.MAJOR, 0.85, evidence, advice)
