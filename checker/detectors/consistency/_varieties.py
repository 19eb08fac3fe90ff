"""British and American spelling in one article, and compounds written in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import data
from checker.bounds import WORDS
from checker.detectors._marks import pairing
from checker.detectors._surface import flat, paragraphs
from checker.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.model import Pair, Rule, Span

_WORD = re.compile(r"[A-Za-z]+(?:[-'][A-Za-z]+)*")
_LETTERS = re.compile(r"[A-Za-z]+")
_LONG_QUOTATION = 60
"""Characters; a longer quotation keeps its speaker's spelling, a shorter one is the writer's word."""
_FIRM = 3
"""Spellings of one side that show which an article is written in."""
_NOT_STEMS = re.compile(
    r"colora|coloni|colorect|harbormaster|honorar|honorif|humoris|favorin|laborat|laborio|moldov|moldav"
)


@cache
def _table() -> tuple[Mapping[str, tuple[str, str]], tuple[tuple[str, str, str], ...]]:
    """Whole words with their side and counterpart, and stems likewise."""
    words: dict[str, tuple[str, str]] = {}
    stems: list[tuple[str, str, str]] = []
    for row in data.rows("variants_gb_us"):
        gb, us, kind = row["gb"], row["us"], row["kind"]
        if kind == "stem":
            stems += [(gb, "british", us), (us, "american", gb)]
            continue
        words[gb] = ("british", us)
        if kind == "word":
            words[us] = ("american", gb)
    return words, tuple(stems)


@lru_cache(WORDS)
def variety(word: str) -> tuple[str, str] | None:
    """Side of a lower-case word and its counterpart on the other side, or None."""
    words, stems = _table()
    if word in words:
        return words[word]
    if _NOT_STEMS.match(word):
        return None
    for stem, side, other in stems:
        at = word.find(stem)
        if at == 0 or (at > 0 and word[:at] in {"dis", "un", "mis", "multi", "re", "be"}):
            return side, word.replace(stem, other, 1)
    return None


def _quoted(pair: Pair) -> tuple[tuple[int, int], ...]:
    """Long quotations, but for those of a translation, where the translator chose the words."""
    if pair.source is not None and pair.source.source.lang != pair.translation.lang:
        return ()
    found = pairing(paragraphs(pair)).quotations
    return tuple((one.start, one.stop) for one in found if one.stop - one.start > _LONG_QUOTATION)


def _judged(pair: Pair) -> Iterator[tuple[Span, str, bool]]:
    """Words with a side, and whether they count: names do not, nor what a long quotation holds."""
    quoted = _quoted(pair)
    for sentence in pair.sentences:
        first = True
        for match in _WORD.finditer(flat(sentence.text)):
            word = match.group()
            for part in _LETTERS.finditer(word):
                text = part.group()
                name = text[:1].isupper() and not first
                if not name and variety(text.lower()) is not None:
                    start = sentence.start + match.start() + part.start()
                    inside = any(one < start < two for one, two in quoted)
                    yield pair.translation.span(start, start + len(text)), text, not inside
            first = False


def spelling_varieties(pair: Pair, rule: Rule, variant: str) -> Iterator[Finding]:
    """CON002: the minority's spelling, where it first is; with a variant set in the run, all of the other one's."""
    if pair.translation.lang not in ("en", ""):
        return
    sides: dict[str, list[Span]] = defaultdict(list)
    for span, text, counts in _judged(pair):
        known = variety(text.lower())
        if counts and known is not None:
            sides[known[0]].append(span)
    rare, usual = _minority({side: len(spans) for side, spans in sides.items()}, variant)
    for span in sides.get(rare, [])[: None if variant else 1]:
        known = variety(span.text.lower())
        if known is not None:
            fixed = known[1].capitalize() if span.text[:1].isupper() else known[1]
            message = f'"{span.text}" is {rare.capitalize()} spelling; the article is {usual.capitalize()} elsewhere.'
            if variant:
                message = f'"{span.text}" is {rare.capitalize()} spelling; {variant} is asked for.'
            yield Finding(rule, span, message, rule.severity, 0.9, suggestion=fixed)


def _minority(counts: Mapping[str, int], variant: str) -> tuple[str, str]:
    """The side to report and the other; ("", "") where the article is of one piece or in balance."""
    british, american = counts.get("british", 0), counts.get("american", 0)
    if variant:
        return ("american", "british") if variant == "en-GB" else ("british", "american")
    if american and british >= max(_FIRM, 2 * american):
        return "american", "british"
    if british and american >= max(_FIRM, 2 * british):
        return "british", "american"
    return "", ""


def hyphen_variants(pair: Pair, rule: Rule) -> Iterator[Finding]:
    """CON002: cease-fire here, ceasefire there: the rarer one, or the later of two."""
    places: dict[str, list[int]] = defaultdict(list)
    for sentence in pair.sentences:
        for match in _WORD.finditer(flat(sentence.text)):
            word = match.group()
            if word.islower() and len(word) > 5 and "'" not in word:
                places[word].append(sentence.start + match.start())
    for word in [word for word in places if word.count("-") == 1 and word.replace("-", "") in places]:
        closed = word.replace("-", "")
        rare, usual = sorted((word, closed), key=lambda one: (len(places[one]), -places[one][0]))
        span = pair.translation.span(places[rare][0], places[rare][0] + len(rare))
        message = f'"{rare}" is written "{usual}" elsewhere in the article.'
        yield Finding(rule, span, message, rule.severity, 0.85, suggestion=usual)
