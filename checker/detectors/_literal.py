"""Russian set phrases whose every word was rendered by itself: "to lead by the nose" for водить за нос.

The tables checker/data/set_phrases.tsv and set_terms.tsv hold Russian phrases and terms and what English says; the
literal English needs no row, for word links and the encoder's word vectors tell whether a word stands for itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._cues import readable
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.model import Bead, Link, Pair, Span, Token
    from checker.protocols import Context, Encoder

_LOOSE = 2
"""Words that may stand between those of a phrase, in all."""
_LONGEST = 60
"""Characters of the translation in which the words of a phrase stand."""
_LINKED = 0.4
_ALIKE = 0.3
"""Cosine of two words' vectors from which one renders the other by itself."""
_SURE, _HARDLY = 0.8, 0.1
"""The same for a link of this strength."""
_FUNCTION = frozenset({"PREP", "CONJ", "PRCL", "NPRO"})
_SMALL = frozenset(
    {"the", "and", "one", "one's", "somebody", "somebody's", "something", "with", "from", "into", "over"}
)


@dataclass(frozen=True, slots=True)
class Literal:
    """A set phrase rendered word for word."""

    source: Span
    target: Span
    phrase: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    text: str
    lemmas: tuple[str, ...]
    suggestion: str


@cache
def _by_rarest(lang: str) -> Mapping[str, tuple[_Phrase, ...]]:
    """The phrases of a language by the longest of their words, which is looked for first."""
    table: dict[str, list[_Phrase]] = defaultdict(list)
    for row in (*data.rows("set_phrases"), *data.rows("set_terms")):
        if row["lang"] == lang:
            phrase = _Phrase(row["phrase"], tuple(row["lemmas"].split()), row["suggestion"])
            table[max(phrase.lemmas, key=len)].append(phrase)
    return {word: tuple(phrases) for word, phrases in table.items()}


def literal(context: Context, pair: Pair) -> Iterator[Literal]:
    """Set phrases of the original that were rendered word for word, sentence by sentence."""
    alignment, encoder = pair.source, context.encoder()
    if alignment is None or encoder is None:
        return
    langs = alignment.source.lang, alignment.target.lang
    phrases = _by_rarest(langs[0])
    for bead in alignment.beads if phrases else ():
        if not readable(bead):
            continue
        tokens = [token for span in bead.source for token in context.tokens(langs[0], span)]
        found = list(_hits(tokens, phrases))
        if not found:
            continue
        links = {link.source.start: link for link in context.links(bead, *langs) if link.strength >= _LINKED}
        said = _said(context, bead)
        for phrase, words in found:
            rendered = [links.get(word.start) for word in words if _content(word)]
            if not rendered or _idiomatic(context, phrase, said):
                continue
            own = [link for link in rendered if link is not None and _alike(encoder, link)]
            if len(own) == len(rendered):
                start, stop = min(link.target.start for link in own), max(link.target.stop for link in own)
                if stop - start > _LONGEST:
                    continue
                whole = alignment.source.span(words[0].start, words[-1].stop)
                yield Literal(whole, alignment.target.span(start, stop), phrase.text, phrase.suggestion)


def _hits(
    tokens: Sequence[Token], phrases: Mapping[str, tuple[_Phrase, ...]]
) -> Iterator[tuple[_Phrase, tuple[Token, ...]]]:
    lemmas = [plain(token.lemma) for token in tokens]
    for place, lemma in enumerate(lemmas):
        for phrase in phrases.get(lemma, ()):
            low = max(0, place - len(phrase.lemmas) - _LOOSE)
            window = range(low, min(len(tokens), place + len(phrase.lemmas) + _LOOSE + 1))
            where = _places([lemmas[i] for i in window], phrase.lemmas)
            if where is not None:
                yield phrase, tuple(tokens[low + i] for i in where)


def _places(lemmas: Sequence[str], wanted: Sequence[str]) -> tuple[int, ...] | None:
    """Where the words of a phrase stand, close together; in their order, or the first after the others."""
    for order in (tuple(wanted), (*wanted[1:], wanted[0])):
        for start in (i for i, lemma in enumerate(lemmas) if lemma == order[0]):
            places = [start]
            for word in order[1:]:
                following = range(places[-1] + 1, min(len(lemmas), places[-1] + 2 + _LOOSE))
                place = next((i for i in following if lemmas[i] == word), None)
                if place is None:
                    break
                places.append(place)
            if len(places) == len(order) and places[-1] - places[0] < len(order) + _LOOSE:
                return tuple(places)
    return None


def _content(token: Token) -> bool:
    return token.kind == "word" and len(token.text) > 2 and not token.tags & _FUNCTION and token.lemma != "быть"


def _alike(encoder: Encoder, link: Link) -> bool:
    vectors = encoder.words([link.source.lemma, link.target.lemma])
    cosine = float(vectors[0] @ vectors[1])
    return cosine >= _ALIKE or (link.strength >= _SURE and cosine >= _HARDLY)


def _said(context: Context, bead: Bead) -> frozenset[str]:
    tokens = [token for span in bead.target for token in context.tokens("en", span)]
    return frozenset(form for token in tokens for form in (token.lemma, token.text.lower()))


def _idiomatic(context: Context, phrase: _Phrase, said: frozenset[str]) -> bool:
    """Whether the translation has the words of what English says."""
    for wording in phrase.suggestion.split(", "):
        words = [word for word in re.findall(r"[\w'-]+", wording.lower()) if len(word) > 2 and word not in _SMALL]
        english = context.language("en")
        if words and all(word in said or english.lemma(word) in said for word in words):
            return True
    return False
