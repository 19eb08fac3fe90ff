"""One source term translated in two ways: what word links show."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.detectors._evidence import Evidence
    from checker.model import Bead, Link, Pair, Token
    from checker.protocols import Context

CON003 = Rule(
    "CON003",
    "term-variant",
    Category.TERMINOLOGY,
    Severity.MINOR,
    "One term of the original has two translations in the article.",
    "The washers were found. The spacers were added to the file.",
    "The washers were found. The washers were added to the file.",
    Needs.SOURCE,
    preview=True,
    explanation=(
        "Only rarer concrete nouns count: the commoner a word, the more good translations it has. Real synonyms and "
        "words chosen for style are flagged too, so the rule is in preview."
    ),
)
STRENGTH = 0.5
_COMMON_SOURCE, _COMMON_TARGET = 4.6, 4.6
"""Zipf frequency above which a word has too many good translations to be called a term."""


def term_variants(pair: Pair, context: Context, evidence: Evidence) -> Iterator[Finding]:
    """CON003: nouns of the original that are linked to two different nouns."""
    if pair.source is None or context.linker() is None:
        return
    uses: dict[str, dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    target = context.language(pair.translation.lang)
    for bead in _worthwhile(pair, context, evidence):
        links = [link for link in evidence.links(bead.target[0].start) if link.strength >= STRENGTH]
        partners = Counter(link.source.start for link in links)
        for link in links:
            one, two = link.source, link.target
            if not _is_term(one) or partners[one.start] > 1 or two.kind != "word" or not two.text.islower():
                continue
            if len(two.text) >= 4 and target.zipf(two.lemma) < _COMMON_TARGET:
                uses[one.lemma][two.lemma].append(link)
    for lemma, by_target in uses.items():
        yield from _variants(pair, evidence, lemma, by_target)


def _is_term(token: Token) -> bool:
    return "NOUN" in token.tags and "Name" not in token.tags and token.text.islower() and "-" not in token.text


def _worthwhile(pair: Pair, context: Context, evidence: Evidence) -> tuple[Bead, ...]:
    """Beads with a rarer noun of the original that another bead has too."""
    if pair.source is None:
        return ()
    source = context.language(pair.source.source.lang)
    nouns = [
        (bead, {token.lemma for token in evidence.tokens(bead.target[0].start) if _is_term(token)})
        for bead in pair.source.beads
        if bead.source and bead.target
    ]
    counts = Counter(lemma for _, lemmas in nouns for lemma in lemmas if source.zipf(lemma) < _COMMON_SOURCE)
    return tuple(bead for bead, lemmas in nouns if any(counts[lemma] > 1 for lemma in lemmas))


def _variants(pair: Pair, evidence: Evidence, lemma: str, by_target: Mapping[str, list[Link]]) -> Iterator[Finding]:
    if len(by_target) < 2:
        return
    usual = max(by_target, key=lambda word: (len(by_target[word]), -by_target[word][0].target.start))
    for word, links in by_target.items():
        if word == usual or word[:4] == usual[:4]:
            continue
        link = links[0]
        if any(two.lemma == usual for two in _beside(evidence, link)):
            continue  # one term of two words: lieutenant colonel
        span = pair.translation.span(link.target.start, link.target.stop)
        message = f'"{lemma}" is translated "{usual}" elsewhere in the article.'
        yield Finding(CON003, span, message, CON003.severity, 0.4, evidence.span(link.source), usual)


def _beside(evidence: Evidence, link: Link) -> tuple[Token, ...]:
    return tuple(other.target for other in evidence.links(link.target.start))
