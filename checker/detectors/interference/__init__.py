"""Interference: what Russian grammar does to English.

Shapes of clauses and verbs are patterns over the characters of a sentence (`_shapes`); prepositions,
verb patterns and articles are phrases by lemma from the table `interference`.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._evidence import Evidence
from checker.detectors._linked import linked
from checker.detectors._surface import flat, paragraphs
from checker.detectors.interference._bare_nouns import bare_nouns
from checker.detectors.interference._carried import carried
from checker.detectors.interference._durations import lasting
from checker.detectors.interference._fragments import fragments
from checker.detectors.interference._grammar_words import expanded
from checker.detectors.interference._headless import headless
from checker.detectors.interference._interference_rules import RULES
from checker.detectors.interference._inverted import opened_by_verb
from checker.detectors.interference._lines import LINKED, Line
from checker.detectors.interference._objects import objects
from checker.detectors.interference._originals import speaks_against
from checker.detectors.interference._persons import persons
from checker.detectors.interference._shapes import candidates
from checker.detectors.interference._verb_patterns import infinitives
from checker.model import Finding
from checker.patterns import Index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.model import Pair, Span, Token
    from checker.patterns import Match
    from checker.protocols import Context

_CODES = {rule.code: rule for rule in RULES}
_AN = re.compile(
    r"\ba(?= \"?(?!eu|ew|one\b|once\b|us[ae]|usu|ut[ei]|uk|ur[aeio]|uni(?!n(?!om)|m|denti|ll|ssu|rr))[aeiou])"
)
"""An a before a vowel that is heard: no a before university, European, one."""
_CONDITIONS = frozenset({"GRM101", "GRM102"})
_CLOSING = ('"', "”", "»", "’", "'")
_DETERMINERS = frozenset({"the", "this", "these", "his", "her", "its", "their"})
_BEHIND = 6
"""Characters before a verb among which the end of a quotation is looked for."""
LISTED = 0.8
"""Confidence of a phrase from the table."""
BARE = 0.8
CARRIED = 0.85
"""The same of what the original's forms explain."""


class Interference:
    """Russian grammar in English words."""

    rules = RULES

    def __init__(self, context: Context) -> None:
        self.context = context

    @cached_property
    def _phrases(self) -> Index:
        return Index.of(expanded(row["pattern"]) for row in data.rows("interference"))

    def detect(self, pair: Pair) -> Iterable[Finding]:
        """Findings of the family; a headline, which drops articles by custom, is not judged."""
        if pair.translation.lang not in ("en", ""):
            return
        evidence = Evidence(pair, self.context)
        headings = [(part.start, part.stop) for part in paragraphs(pair) if part.is_heading]
        for sentence in pair.sentences:
            if any(start <= sentence.start < stop for start, stop in headings):
                continue
            tokens = self.context.tokens(pair.translation.lang, sentence)
            shown = (*self._shapes(pair, sentence, evidence), *self._listed(pair, tokens, evidence))
            once: dict[tuple[int, int], Finding] = {}
            for finding in shown:  # two rows may know one mistake
                once.setdefault((finding.span.start, finding.span.stop), finding)
            found = list(once.values())
            yield from found
            for other in (*_articles(pair, tokens, evidence), *_carried(pair, tokens, evidence)):
                if not any(other.span.overlaps(one.span) for one in found):
                    yield other

    def _shapes(self, pair: Pair, sentence: Span, evidence: Evidence) -> Iterator[Finding]:
        text = flat(sentence.text)
        for shape in candidates(text):
            for start, stop, advice in shape.find(text):
                span = pair.translation.span(sentence.start + start, sentence.start + stop)
                if shape.code in _CONDITIONS and _asked(evidence.tokens(sentence.start)):
                    continue
                rule = _CODES[shape.code]
                suggestion = _bracketed(_AN.sub("an", advice))
                source = evidence.words(span)
                if speaks_against(shape.code, span, source, evidence.tokens(sentence.start)):
                    continue
                yield Finding(rule, span, shape.message, rule.severity, shape.confidence, source, suggestion)

    def _listed(self, pair: Pair, tokens: Sequence[Token], evidence: Evidence) -> Iterator[Finding]:
        end = -1
        for match in self._phrases.find(tokens):
            if tokens[match.start].start < end or _title(tokens, match):
                continue
            row = data.rows("interference")[match.number]
            rule = _CODES[row["code"]]
            span = pair.translation.span(tokens[match.start].start, tokens[match.stop - 1].stop)
            end = span.stop
            if _told(pair.translation.text[: span.start][-_BEHIND:], tokens[match.start + 1].text):
                continue
            reason = row["reason"]
            message = f"{reason[:1].upper()}{reason[1:]}."
            suggestion = _fitted(row["suggestion"], tokens[match.start : match.stop])
            source = evidence.words(span)
            if not speaks_against(rule.code, span, source, evidence.tokens(span.start)):
                yield Finding(rule, span, message, rule.severity, LISTED, source, suggestion)


def _articles(pair: Pair, tokens: Sequence[Token], evidence: Evidence) -> Iterator[Finding]:
    """GRM111 for nouns that no table lists in this place."""
    rule = _CODES["GRM111"]
    for bare in bare_nouns(tokens):
        span = pair.translation.span(tokens[bare.start].start, tokens[bare.stop - 1].stop)
        articles = ("the",) if bare.definite else (_AN.sub("an", f"a {span.text}").split()[0], "the")
        suggestion = " / ".join(f"{article} {span.text}" for article in articles)
        message = "A singular noun of counting needs an article or another determiner."
        yield Finding(rule, span, message, rule.severity, BARE, evidence.words(span), _bracketed(suggestion))


def _carried(pair: Pair, tokens: Sequence[Token], evidence: Evidence) -> Iterator[Finding]:
    """What the order and the forms of a Russian original explain."""
    if evidence.alignment is None or evidence.alignment.source.lang != "ru" or not tokens:
        return
    place = tokens[0].start
    if evidence.bead(place) is None:
        return
    line = Line(tokens, evidence.tokens(place), linked(evidence.links(place), LINKED))
    told = tuple(carried(line))
    taken = {one.last for one in told if one.code == "GRM122"}
    more = (one for one in headless(line) if one.last not in taken)
    families = (infinitives, fragments, objects, opened_by_verb, lasting, persons)
    for found in (*told, *more, *(one for family in families for one in family(line))):
        rule = _CODES[found.code]
        span = pair.translation.span(tokens[found.first].start, tokens[found.last].stop)
        yield Finding(rule, span, found.message, rule.severity, CARRIED, evidence.words(span), found.suggestion)


def _asked(originals: Sequence[Token]) -> bool:
    """Whether the original has a question with «ли» and no condition: see if it will hold."""
    words = {token.text.lower() for token in originals}
    return "ли" in words and words.isdisjoint(("если", "когда"))


def _bracketed(suggestion: str) -> str:
    """Advice, rather than words to write, stands in brackets."""
    if suggestion.startswith("["):
        return suggestion
    advice = "..." in suggestion or "/" in suggestion or suggestion.startswith("(")
    return f"[{suggestion.strip('()')}]" if advice else suggestion


def _fitted(suggestion: str, tokens: Sequence[Token]) -> str:
    """A row's suggestion in the forms of the words found: depend on, for "depends from", is "depends on".

    ``{0}``, ``{1}`` are the words found, ``{lemma}`` the first one's dictionary form, ``{a}`` a or an.
    """
    words = [token.text.lower() if token.text.istitle() else token.text for token in tokens]
    if "{" in suggestion:
        fitted = suggestion.format(*words, a="a", lemma=tokens[0].lemma)
    else:
        forms = {token.lemma: word for token, word in zip(tokens, words, strict=True)}
        fitted = " ".join(forms.get(word, word) for word in suggestion.split())
    if tokens[0].text[:1].isupper() and suggestion[:1] not in "([":
        fitted = fitted[:1].upper() + fitted[1:]
    return _bracketed(_AN.sub("an", fitted))


def _told(before: str, word: str) -> bool:
    """Whether a verb behind a quotation has its subject, no object, behind it: "Never," responded the mayor."""
    return word.lower() in _DETERMINERS and before.rstrip(" ,-–—").endswith(_CLOSING)


def _title(row: Sequence[Token], match: Match) -> bool:
    """Whether a title begins in a match: the This Morning presenter, a star of Make Them Wait, told We The Women.

    A determiner, or any word with a capital before another one, where the word before has none but its sentence's.
    """
    tokens = row[match.start : match.stop + 1]
    first = tokens[0].text.islower() or (not match.start and tokens[0].text.istitle())
    if len(tokens) < 2 or not first or not tokens[1].text[:1].isupper() or tokens[1].text == "I":
        return False
    if len(tokens) > 2 and tokens[2].text[:1].isupper():
        return True
    return match.stop - match.start == 2 and tokens[1].text in {"This", "A", "The", "My", "His", "Our"}


def detector(context: Context) -> Interference:
    """The family."""
    return Interference(context)
