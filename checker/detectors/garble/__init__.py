"""Garble: words that are no words, and words that a machine broke."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text
from checker.detectors._evidence import Evidence
from checker.detectors._lexicon import Lexicon
from checker.detectors._linked import linked
from checker.detectors._unknown import Unknown, Unknowns
from checker.detectors.garble._broken import GAR002, broken, broken_anywhere
from checker.detectors.garble._frames import framed
from checker.detectors.garble._salad import salad
from checker.detectors.garble._skeletons import Clause, worded
from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.detectors.garble._skeletons import Skeleton
    from checker.model import Pair, Span, Token
    from checker.protocols import Context

_LISTED = 0.9
"""Confidence of a non-word that a table lists."""
_LONG = 12
"""Letters from which a word two slips away is the one meant: interfluve is no interlude."""
_LINKED = 0.3
"""Strength from which a word link says what a word stands for."""

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
    "Words that cannot stand together in English: a phrase was garbled.",
    "Is to nurses dreaming work?",
    "Do nurses dream of work?",
    Needs.BETTER_WITH_SOURCE,
    explanation=(
        "Two things are looked for. Words of grammar that cannot follow each other: an article before a verb, a "
        "preposition or another determiner, an auxiliary beside another one, a question whose auxiliary has no "
        "subject, a sentence that ends on an article or a conjunction; a pair of words is minor, for it may be a slip "
        "of the keyboard. And, with the original, clauses that keep its cases and its order under English words: at "
        "the plant is no licence (у завода нет), to the workers succeeded (рабочим удалось), needing were not found "
        "(нуждающихся не нашлось), in how much (во сколько), him arrested (его арестовали), or a construction word by "
        "word: how not strange (как ни странно), not so much, how much (не столько, сколько). Wording that is merely "
        "odd is left to fidelity and its heat."
    ),
)


def _garbled(found: Unknown) -> Finding:
    where = f' ("{found.part}")' if found.part != found.span.text.lower() else ""
    message = f'"{found.span.text}" is not an English word{where}.'
    if found.source is not None:
        message += f" It stands for {found.source.text}."
    suggestion = found.suggestion or "[find the English word]"
    # A rare word that no list has may still be one, and one of the original may be kept on purpose: they weigh less.
    sure = found.source is None and bool(found.suggestion) and _near(found)
    severity = GAR001.severity if sure else Severity.MINOR
    return Finding(GAR001, found.span, message, severity, found.confidence, found.source, suggestion)


def _near(found: Unknown) -> bool:
    """Whether the word suggested is the one that was broken: a slip or two away, or known from a list."""
    from rapidfuzz.distance import OSA

    slips = OSA.distance(found.span.text.lower(), found.suggestion.lower())
    return found.confidence >= _LISTED or slips <= (2 if len(found.part) >= _LONG else 1)


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


def _skeletons(sentence: Span, tokens: Sequence[Token], evidence: Evidence) -> Iterator[Skeleton]:
    """Clauses that keep the cases and the order of the original; offsets of the document."""
    bead = evidence.bead(sentence.start)
    original = bead_text(bead.source) if bead is not None else ""
    for found in (*worded(sentence.text, original), *framed(sentence.text, original)):
        yield replace(found, start=found.start + sentence.start, stop=found.stop + sentence.start)
    if bead is None or evidence.alignment is None or evidence.alignment.source.lang != "ru":
        return
    links = linked(evidence.links(sentence.start), _LINKED)
    yield from Clause(tokens, evidence.tokens(sentence.start), links).skeletons()


def _kept(pair: Pair, found: Skeleton, evidence: Evidence) -> Finding:
    span = pair.translation.span(found.start, found.stop)
    bead = evidence.bead(found.start)
    source = evidence.words(span) or (bead.source[0] if bead is not None else None)
    message = f'"{span.text}" keeps the skeleton of the Russian: {found.reason}'
    return Finding(GAR003, span, message, found.severity, 0.85, source, found.suggestion)


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
        for sentence, tokens in zip(pair.sentences, sentences, strict=True):
            told = [pair.translation.span(first.start, last.stop) for first, last in salad(tokens)]
            for span in told:
                yield _impossible(span, evidence)
            for kept in _skeletons(sentence, tokens, evidence):
                span = pair.translation.span(kept.start, kept.stop)
                if not any(span.overlaps(other) for other in told):
                    told.append(span)
                    yield _kept(pair, kept, evidence)


def detector(context: Context) -> Garble:
    """The family."""
    return Garble(context)
