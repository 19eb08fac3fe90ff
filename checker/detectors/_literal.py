"""Russian set phrases whose every word was rendered by itself: "to lead by the nose" for водить за нос.

The tables checker/data/set_phrases.tsv and set_terms.tsv hold Russian phrases and terms and what English says; the
literal English needs no row, for word links and the encoder's word vectors tell whether a word stands for itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.detectors._about import About
from checker.detectors._cues import readable
from checker.detectors._figurative import explains, hedged, named
from checker.detectors._glosses import glossed
from checker.detectors._plain_sense import meant_plainly
from checker.detectors._set_phrases import as_said, by_longest, infinitive, joined, phrase_hits, widest
from checker.detectors._wording import Said
from checker.patterns import plain
from checker.prediction import fitted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors._set_phrases import PhraseHit
    from checker.model import Link, Pair, Span, Token
    from checker.protocols import Context, Encoder

_LONGEST = 60
"""Characters of the translation in which the words of a phrase stand."""
_LINKED = 0.4
_ALIKE = 0.3
"""Cosine of two words' vectors from which one renders the other by itself; one word of a phrase at least has it."""
_SURE, _HARDLY = 0.8, 0.1
"""The same for a link of this strength; for a verb the strength will do."""
_CERTAIN = 0.9
"""Strength of a link that will do for any word."""
_ENOUGH = 0.98
"""Strength and cosine together of a word that is no verb: a downed line is no обрыв, reading leaves is no гуща."""
_SHOWN = 3
"""Of what English says, as much as an editor is shown; the rest is there so that it is not flagged."""
_FUNCTION = frozenset({"PREP", "CONJ", "PRCL", "NPRO"})
_ADJECTIVES = frozenset({"ADJF", "PRTF"})


@dataclass(frozen=True, slots=True)
class Literal:
    """A set phrase rendered word for word."""

    source: Span
    target: Span
    phrase: str
    suggestion: str


def literal(context: Context, pair: Pair) -> Iterator[Literal]:
    """Set phrases of the original that were rendered word for word, sentence by sentence."""
    alignment, encoder = pair.source, fitted(context).encoder()
    if alignment is None or encoder is None:
        return
    langs = alignment.source.lang, alignment.target.lang
    phrases, language, about = by_longest(langs[0]), context.language(langs[1]), About(context, pair)
    for bead in alignment.beads if phrases else ():
        if not readable(bead):
            continue
        tokens = [token for span in bead.source for token in context.tokens(langs[0], span)]
        found = [
            hit
            for hit in phrase_hits(tokens, phrases)
            if as_said(context, langs[0], hit)
            and joined(tokens, hit)
            and not (hit.phrase.figurative and meant_plainly(langs[0], hit.tokens, tokens))
            and about.meant(hit.phrase.only, hit.phrase.unless, tokens)
        ]
        if not found:
            continue
        links = {link.source.start: link for link in context.links(bead, *langs) if link.strength >= _LINKED}
        english = [token for span in bead.target for token in context.tokens(langs[1], span)]
        said = Said(language, english, kin=True)
        for hit in widest(found):
            own = () if said.any_of(hit.phrase.suggestion) else _own(encoder, hit, links)
            if not own:
                own = _plainest(langs[0], hit, links, english)
                if said.beyond(hit.phrase.suggestion, [link.target for link in own]):
                    continue
            explained = own and not hit.phrase.verbal and explains(own, english)
            set_apart = hedged(own, alignment.source.text, alignment.target.text)
            if explained or set_apart or _turned(own) or named(own, english):
                continue
            places = [place for link in own for place in (link.target.start, link.target.stop)]
            told = alignment.target.text[min(places) : max(places)] if places else ""
            if told and len(told) <= _LONGEST and ", and " not in told:
                starts = [place for token in hit.tokens for place in (token.start, token.stop)]
                source = alignment.source.span(min(starts), max(starts))
                target = alignment.target.span(min(places), max(places))
                shown = ", ".join(hit.phrase.suggestion.split(", ")[:_SHOWN])
                yield Literal(source, target, hit.phrase.text, shown)


def _own(encoder: Encoder, hit: PhraseHit, links: Mapping[int, Link]) -> tuple[Link, ...]:
    """The links of a phrase's words of content if each is rendered by itself; else none."""
    words = [(lemma, token) for lemma, token in zip(hit.phrase.lemmas, hit.tokens, strict=True) if _content(token)]
    linked = [(lemma, link) for lemma, token in words if (link := links.get(token.start)) is not None]
    cosines = [_cosine(encoder, lemma, link) for lemma, link in linked]
    # Two words that became one were not rendered each by itself.
    if len({link.target for _, link in linked}) < len(words) or max(cosines, default=0.0) < _ALIKE:
        return ()
    own = (_by_itself(lemma, link, cosine) for (lemma, link), cosine in zip(linked, cosines, strict=True))
    return tuple(link for _, link in linked) if all(own) else ()


def _plainest(lang: str, hit: PhraseHit, links: Mapping[int, Link], english: Sequence[Token]) -> tuple[Link, ...]:
    """A phrase's words of content if each is rendered by its plainest English; else none."""
    words = [(lemma, token) for lemma, token in zip(hit.phrase.lemmas, hit.tokens, strict=True) if _content(token)]
    before = next((plain(token.lemma) for token in hit.tokens if "PREP" in token.tags), "")
    if not words or (len(words) == 1 and not before):
        return ()
    return glossed(lang, words, links, english, before)


def _turned(own: Sequence[Link]) -> bool:
    """Whether an adjective stands right behind its noun in English, where it says something else: a bridge swaying."""
    if len(own) != 2 or own[0].source.tags.isdisjoint(_ADJECTIVES) or "NOUN" not in own[1].source.tags:
        return False
    return 0 < own[0].target.start - own[1].target.stop <= 1


def _cosine(encoder: Encoder, lemma: str, link: Link) -> float:
    """Of a word, by the phrase's lemma or the text's (село for сел), and what it is linked to."""
    vectors = encoder.words([lemma, link.source.lemma, link.target.lemma])
    return float((vectors[:2] @ vectors[2]).max())


def _by_itself(lemma: str, link: Link, cosine: float) -> bool:
    """Whether a link says that a word stands for itself; of verbs the vectors know least."""
    verb = infinitive(lemma)
    if link.strength >= (_SURE if verb else _CERTAIN):
        return True
    if not verb and link.strength + cosine < _ENOUGH:
        return False
    return cosine >= _ALIKE or (link.strength >= _SURE and cosine >= _HARDLY)


def _content(token: Token) -> bool:
    return token.kind == "word" and len(token.text) > 2 and not token.tags & _FUNCTION and token.lemma != "быть"
