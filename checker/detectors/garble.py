"""Garble: words that are no words, and words that a machine broke."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from checker.detectors._broken import GAR002, broken, broken_anywhere
from checker.detectors._evidence import Evidence
from checker.detectors._lexicon import Lexicon
from checker.detectors._salad import salad
from checker.detectors._unknown import Unknown, Unknowns
from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import Pair, Span
    from checker.protocols import Context

GAR001 = Rule(
    "GAR001",
    "non-word",
    Category.LINGUISTIC,
    Severity.MAJOR,
    "A word that is no English word, name or explained foreign word.",
    'A wave of "hurrah-patotism" rose.',
    "A wave of jingoism rose.",
    Needs.BETTER_WITH_SOURCE,
    explanation=(
        "Compounds are looked at part by part. Names are never flagged, nor British or American spellings, words made "
        "from a common one by an affix, foreign words explained in quotation marks or brackets, words the article "
        "keeps using, and the desk's own words."
    ),
)

GAR003 = Rule(
    "GAR003",
    "garbled-phrase",
    Category.LINGUISTIC,
    Severity.MAJOR,
    "Words that cannot stand side by side in English: a phrase was garbled.",
    "Is to nurses dreaming work?",
    "Do nurses dream of work?",
    Needs.BETTER_WITH_SOURCE,
    explanation=(
        "Words of grammar alone are looked at: an article before a verb, a preposition or another determiner, an "
        "auxiliary beside another one, a question whose auxiliary has no subject, a sentence that ends on an "
        "article or a conjunction. A pair of words is minor, for it may be a slip of the keyboard. Wording that is "
        "merely odd is left to fidelity and its heat."
    ),
)


def _garbled(found: Unknown) -> Finding:
    where = f' ("{found.part}")' if found.part != found.span.text.lower() else ""
    message = f'"{found.span.text}" is not an English word{where}.'
    if found.source is not None:
        message += f" It stands for {found.source.text}."
    suggestion = found.suggestion or "[find the English word]"
    # A rare word that no list has may still be one: without a near word or a source word it weighs less.
    sure = found.source is not None or bool(found.suggestion)
    severity = GAR001.severity if sure else Severity.MINOR
    return Finding(GAR001, found.span, message, severity, found.confidence, found.source, suggestion)


def _glued(found: Unknown) -> Finding:
    message = "Two words are glued together."
    return Finding(GAR002, found.span, message, GAR002.severity, found.confidence, suggestion=found.suggestion)


def _impossible(span: Span, evidence: Evidence) -> Finding:
    pair = len(span.text.split()) == 2
    message = f'"{span.text}": these words cannot stand side by side' if pair else f'"{span.text}" leads nowhere'
    severity = Severity.MINOR if pair else GAR003.severity
    bead = evidence.bead(span.start)
    source = evidence.words(span) or (bead.source[0] if bead is not None else None)
    return Finding(GAR003, span, message, severity, 0.9, source, "[say it anew]")


class Garble:
    """Non-words and broken words."""

    rules = (GAR001, GAR002, GAR003)

    def __init__(self, context: Context) -> None:
        self.context = context

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self.context.language("en").zipf)

    def detect(self, pair: Pair) -> Iterable[Finding]:
        """Findings of the three rules; in other languages than English what is broken in any."""
        if pair.translation.lang not in ("en", ""):
            yield from broken_anywhere(pair)
            return
        sentences = [self.context.tokens(pair.translation.lang, sentence) for sentence in pair.sentences]
        evidence = Evidence(pair, self.context)
        unknowns = Unknowns(pair, self.context, self._lexicon, evidence)
        for found in unknowns.find(sentences):
            if found.kind == "garbled":
                yield _garbled(found)
            elif found.kind == "glued":
                yield _glued(found)
        yield from broken(pair, sentences, self._lexicon)
        for tokens in sentences:
            for first, last in salad(tokens):
                yield _impossible(pair.translation.span(first.start, last.stop), evidence)


def detector(context: Context) -> Garble:
    """The family."""
    return Garble(context)
