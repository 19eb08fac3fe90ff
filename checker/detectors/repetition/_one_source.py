"""Words said twice where the original says them once: the shortage of shortage, the Park Park, stories and stories.

A machine that has lost a word fills its place with a neighbour. Both words of the translation are then linked to one
word of the original, which no translator who repeats a word on purpose brings about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors._linked import linked
from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors._evidence import Evidence
    from checker.model import Pair, Rule, Token

_LINKED = 0.5
"""Strength of both links."""
_REACH = 3
"""Words between the two, at most."""
_CONTENT = frozenset({"NOUN", "ADJF", "PRTF", "ADJS"})
_JOINTS = frozenset({"of", "from", "for", "in", "to", "with", "at", "on", "and", "or", "is", "are", "was", "were"})
"""Words that a word may not stand on both sides of; by and after make idioms: step by step, year after year."""
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "this"})
_PAIRING = frozenset({"on", "to", "for", "in", "at", "from", "with"})
"""Words that make a phrase of a bare word on either side: day to day, year on year, like for like."""
_TOGETHER = frozenset(
    """day week month year quarter season hour minute night game match person man face hand eye arm door house case word
    point pound end side coast peer business state""".split()  # noqa: SIM905
)
"""Words of such phrases, which may also stand before a noun: the day to day work."""
_COUNTED = frozenset("hour day week month year mile time thousand hundred dozen million".split())  # noqa: SIM905
"""Hours and hours, miles and miles: how much there is."""
_SHORTEST, _STEM = 4, 5
"""Letters of such a word, and of what words of one stem have in common."""


def one_source(
    pair: Pair, tokens: Sequence[Token], evidence: Evidence, idioms: frozenset[str], rule: Rule
) -> Iterator[Finding]:
    """Findings of a sentence; minor where the words stand side by side and one may simply go."""
    pairs = [(at, other) for at in range(len(tokens)) for other in _echoes(tokens, at)]
    if not pairs:
        return
    links = linked(evidence.links(tokens[0].start), _LINKED)
    for at, other in pairs:
        first, last = tokens[at], tokens[other]
        words = [token.text.lower() for token in tokens[at : other + 1]]
        sources = {links.get(first.start), links.get(last.start)}
        if words[1] == "of":  # Ministry of the Ministry: the second stands for an acronym, or for nothing
            sources -= {None}
        source = sources.pop() if len(sources) == 1 else None
        if source is None or " ".join(words) in idioms or not _once(source, first, evidence.tokens(first.start)):
            continue
        if _pairs_off(tokens, at, other) or _goes_on(tokens, other, links, source):
            continue
        span = pair.translation.span(first.start, last.stop)
        message = f'"{span.text}" says twice what the original says once: {source.text}.'
        severity = Severity.MINOR if other == at + 1 else Severity.MAJOR
        advice = first.text if other == at + 1 else f'[say "{first.text}" once; find the word that is lost]'
        yield Finding(rule, span, message, severity, 0.85, evidence.span(source), advice)


def _echoes(tokens: Sequence[Token], at: int) -> Iterator[int]:
    """Where the word at `at` stands again, with nothing between that a repetition on purpose would have."""
    word = tokens[at]
    if word.kind != "word" or len(word.text) < _SHORTEST:
        return
    for other in range(at + 1, min(at + 2 + _REACH, len(tokens))):
        if tokens[other].kind == "word" and tokens[other].text.lower() == word.text.lower():
            if _joined([token.text.lower() for token in tokens[at + 1 : other]], word):
                yield other
            return


def _joined(between: Sequence[str], word: Token) -> bool:
    """Whether the words between make one phrase of it; two equal small words in a row are another rule's."""
    if not between:
        return word.text[:1].isupper()
    if between == [","]:
        return True
    if not all(one.isalpha() for one in between) or (between[0] in ("and", "or") and word.lemma in _COUNTED):
        return False
    if between[0] in _JOINTS:
        return len(between) == 1 or (len(between) == 2 and between[1] in _DETERMINERS)
    return len(between) == 1 and between[0] not in _DETERMINERS and len(between[0]) > 2


def _pairs_off(tokens: Sequence[Token], at: int, other: int) -> bool:
    """Whether a bare word stands on both sides of a preposition: month on month, from coast to coast; war is war."""
    between = tokens[at + 1].text.lower()
    if between in ("is", "are", "was", "were"):
        before = tokens[at - 1].text.lower() if at else ""
        return other == at + 2 + (before in _DETERMINERS)  # a deal is a deal
    if other != at + 2 or between not in _PAIRING:
        return False
    bare = not at or tokens[at - 1].kind != "word" or tokens[at - 1].text.lower() not in _DETERMINERS
    return tokens[at].lemma in _TOGETHER or (bare and tokens[at].text.lower() == tokens[at].lemma)


def _goes_on(tokens: Sequence[Token], other: int, links: Mapping[int, Token], source: Token) -> bool:
    """Whether the second of two joined words begins something of its own: prisoners and prisoners of war."""
    if tokens[other - 1].text.lower() not in ("and", "or", ","):
        return False
    behind = tokens[other + 1 : other + 3]
    if behind and behind[0].text.lower() in ("of", "for", "'s", "’s"):
        behind = behind[1:]
    theirs = links.get(behind[0].start) if behind and behind[0].kind == "word" else None
    return theirs is not None and theirs != source and not _CONTENT.isdisjoint(theirs.tags)


def _once(source: Token, word: Token, originals: Sequence[Token]) -> bool:
    """Whether a word of the original is one word of content, said once: no Баден-Баден, из поколения в поколение."""
    parts = source.text.lower().split("-")
    alike = sum(one.lemma[:_STEM] == source.lemma[:_STEM] for one in originals)
    once = alike == 1 and parts[0] not in parts[1:]
    return once and not _CONTENT.isdisjoint(source.tags) and word.text.isalpha()
