"""Words of the original left standing in a translation that is written in another script than Latin."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.model import Category, Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Pair, Span
    from checker.protocols import Context

UNTRANSLATED = Rule(
    "UNT001",
    "untranslated",
    Category.ACCURACY,
    Severity.MAJOR,
    "Words of the original's language are left standing in the translation.",
    bad="The council met в четверг to discuss the budget.",
    good="The council met on Thursday to discuss the budget.",
    explanation="Words in another alphabet, and sentences that are the original's own. Silent where the word is "
    "glossed (in brackets or quotation marks beside its English); a foreign letter inside an English word is GAR002.",
)
_LATIN_RUN = re.compile(r"(?<![\w@./-])[a-z]{2,}(?: [a-z]{2,}){2,}(?![\w@]|[./]\w)")
"""Three words in small Latin letters: names, brands and terms have capitals or stand alone."""
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_QUOTES = frozenset("\"'«»“”„‘’()[]")


def left_over(context: Context, pair: Pair) -> Iterator[Finding]:
    """Runs of Latin words that the original has too, and words with letters that the language does not have."""
    original = " ".join(pair.source.source.text.lower().split()) if pair.source else ""
    alien = context.language(pair.translation.lang).conventions.alien
    for sentence in pair.sentences:
        for match in _LATIN_RUN.finditer(sentence.text):
            if match.group() in original or not original:
                yield _finding(pair, sentence, match, f'"{match.group()}" is not translated', 0.9)
        if alien and len(alien & set(sentence.text.lower())) < len(alien):
            yield from _neighbours(pair, sentence, alien)


def _neighbours(pair: Pair, sentence: Span, alien: frozenset[str]) -> Iterator[Finding]:
    """Small words in the spelling of a neighbour language, outside quotation marks."""
    for match in _WORD.finditer(sentence.text):
        word = match.group()
        before, after = sentence.text[match.start() - 1 : match.start()], sentence.text[match.end() : match.end() + 1]
        if word.islower() and not alien.isdisjoint(word) and not ({before, after} & _QUOTES):
            message = f'"{word}" has letters that the language does not have: a word of another one'
            yield _finding(pair, sentence, match, message, 0.85)


def _finding(pair: Pair, sentence: Span, match: re.Match[str], message: str, confidence: float) -> Finding:
    span = pair.translation.span(sentence.start + match.start(), sentence.start + match.end())
    return Finding(
        rule=UNTRANSLATED,
        span=span,
        message=message,
        severity=UNTRANSLATED.severity,
        confidence=confidence,
        suggestion="(translate)",
    )
