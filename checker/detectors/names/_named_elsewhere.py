"""Names that stand alone and were translated as words: Frost for the colonel Мороз, the Thawed for the river Талая.

A word is a name for certain where the article calls a person by it, where the translation keeps it in another
sentence, or where something is called after it (театр имени Грибова).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker.detectors._established import register
from checker.detectors._transliteration import transliterates
from checker.detectors.names._mentions import FITS, bare, fit
from checker.detectors.names._places import TABLES
from checker.detectors.names._translated import as_words
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.names._mentions import Sides
    from checker.model import Alignment, Finding, Rule, Token
    from checker.protocols import Context

_LINKED = 0.7
"""Strength of a link between a name and the word that stands for it."""
_OPENING = 0.9
"""The same for a word that opens its sentence, where any word has a capital."""
_CALLED = 0.6
"""The same behind words that say what bears the name."""
_COMMON = 2.5
"""Zipf frequency of an English word that is more than a name."""
_CUT = 2
"""Letters that the cases of a name may differ by."""
_AFTER = frozenset({"имени", "улица", "улице", "улицу", "улицы", "проспект", "проспекте", "площадь", "площади"})
_GENITIVES = ("ова", "ева", "ёва", "ина", "ына")
_QUOTES = frozenset('«»“”„"')
_NAMES = frozenset({"Surn", "Name", "Patr", "Geox", "surname", "name", "patronymic", "place"})


def named_elsewhere(context: Context, beads: Sequence[Sides], alignment: Alignment, rule: Rule) -> Iterator[Finding]:
    """Single words with a capital whose meaning stands in the translation with a capital too."""
    zipf = context.language("en").zipf
    names = _persons(beads) | _kept(beads)
    for bead in beads:
        wanted = {token.start: (token, least) for token, least in _candidates(bead, names)}
        if not wanted or not bead.capitals:
            continue
        openings = {next((t.start for t in row if t.kind == "word"), -1) for row in bead.target}
        for link in context.links(bead.bead, "ru", "en"):
            token, least = wanted.get(link.source.start, (None, 1.0))
            word = link.target
            if token is None or link.strength < (_OPENING if word.start in openings else least):
                continue
            said = any(fit(token, part) <= FITS for part in _said(bead))
            if word.text[:1].isupper() and word.text[1:].islower() and not said and zipf(bare(word).lower()) >= _COMMON:
                yield as_words(rule, alignment, (token,), (word,))


def _said(bead: Sides) -> Iterator[str]:
    """Words with capitals, their parts, and two in a row: Pan American."""
    for one in bead.capitals:
        yield from bare(one).split("-")
    for row in bead.target:
        for one, two in pairwise(row):
            if one.text[:1].isupper() and two.text[:1].isupper():
                yield bare(one) + bare(two)


def _stem(token: Token) -> str:
    """What the cases of a name have in common: Мороз, Мороза; Талая, Талой."""
    low = plain(token.text)
    return low[: max(3, len(low) - _CUT)]


def _persons(beads: Sequence[Sides]) -> frozenset[str]:
    """Stems of the surnames that stand behind a first name."""
    persons = (mention for bead in beads for mention in bead.mentions if mention.person and len(mention.tokens) > 1)
    return frozenset(_stem(one.tokens[-1]) for one in persons if "Name" in one.tokens[0].tags)


def _kept(beads: Sequence[Sides]) -> frozenset[str]:
    """Stems of the words inside a sentence that have a capital in both texts, letter by letter."""
    return frozenset(
        _stem(token)
        for bead in beads
        for token in _single(bead)
        if any(transliterates(form, bare(word)) for word in bead.capitals for form in _forms(token))
        or any(fit(token, bare(word)) <= FITS / 4 for word in bead.capitals)
    )


def _forms(token: Token) -> tuple[str, ...]:
    """A name as it stands and in its nominatives: Талой, Талый, Талая."""
    endings = ("ая", "яя", "ое", "ее") if "ADJF" in token.tags else ()
    return (token.text, token.lemma, *(token.text[:-2] + ending for ending in endings))


def _single(bead: Sides) -> Iterator[Token]:
    """Words of the dictionary with a capital that no other word with one stands beside, in no table and not quoted."""
    for tokens in bead.source:
        known: frozenset[int] | None = None
        for at in range(1, len(tokens)):
            token, before = tokens[at], tokens[at - 1]
            behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
            if not _plain_word(token) or before.text[:1].isupper() or before.text in _QUOTES or before.text in ".!?…":
                continue
            if behind[:1].isupper() or behind in _QUOTES:
                continue
            if known is None:
                known = frozenset(
                    place for one in register(*TABLES).find(tokens) for place in range(one.start, one.stop)
                )
            if at not in known:
                yield token


def _plain_word(token: Token) -> bool:
    written = token.kind == "word" and len(token.text) > 2 and token.text[0].isupper() and token.text[1:].islower()
    return written and "known" in token.tags and ("appellative" in token.tags or not _NAMES & token.tags)


def _candidates(bead: Sides, names: frozenset[str]) -> Iterator[tuple[Token, float]]:
    """Names that may have been translated, and how strong a link must be."""
    for token in _single(bead):
        if _stem(token) in names:
            yield token, _LINKED
    for tokens in bead.source:
        for before, token in pairwise(tokens):
            if before.text.lower() in _AFTER and token.text[:1].isupper() and token.text.endswith(_GENITIVES):
                yield token, _CALLED
