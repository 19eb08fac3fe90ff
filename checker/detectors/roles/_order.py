"""Whether the translation turns round who does what to whom: the order of its words, and the passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.roles._clauses import ASIDE, NAMES, lemmas, literal_verbs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors.roles._clauses import Deed, Phrase
    from checker.model import Link, Token

_SURE = 0.6
_REACH = 4  # words between an English verb and its subject or object


def ahead(words: Sequence[Token], verb: Token, known: frozenset[int]) -> tuple[int | None, bool]:
    """The known word that is the subject of a verb of the translation, and whether the verb is passive."""
    return _before(words, words.index(verb), known)


def robbed(phrase: Phrase, verb: Token, links: Sequence[Link], words: Sequence[Token]) -> tuple[int, int] | None:
    """Start and end in the translation where the one stripped has become the one who strips, else None."""
    target = {link.source.start: link.target for link in links if link.strength >= _SURE}
    index = {token.start: place for place, token in enumerate(words)}
    made, places = target.get(verb.start), _places(phrase, target)
    if made is None or made.start not in index:
        return None
    at = index[made.start]
    first, passive = _before(words, at, places)
    after = words[at + 1].text.lower() if at + 1 < len(words) else "."
    if first is None or passive or after in lemmas("break") or not after.isalnum():
        return None
    return first, made.stop


def turned(deed: Deed, links: Sequence[Link], words: Sequence[Token]) -> tuple[int, int] | None:
    """Start and end in the translation of a deed that it turns round, else None."""
    target = {link.source.start: link.target for link in links if link.strength >= _SURE}
    verb = target.get(deed.verb.start)
    if verb is None:
        return None
    doer, sufferer = _places(deed.doer, target), _places(deed.sufferer, target)
    index = {token.start: place for place, token in enumerate(words)}
    if not doer or not sufferer or verb.start not in index or doer & sufferer:
        return None
    at = index[verb.start]
    things = not (deed.doer.actor and deed.sufferer.actor)
    if things and verb.lemma not in literal_verbs().get(deed.verb.lemma, frozenset()):
        return None
    first, passive = _before(words, at, sufferer | doer)
    bridged = bool(deed.sufferer.preposition) or "datv" in deed.sufferer.head.tags
    second, by = _after(words, at, sufferer | doer, bridged)
    if first is None or second is None:
        return None
    if not passive and not by and first in sufferer and second in doer:
        return first, _end(words, second)
    if passive and by and first in doer and second in sufferer:
        return first, _end(words, second)
    return None


def _places(phrase: Phrase, target: Mapping[int, Token]) -> frozenset[int]:
    """Where the words of a phrase stand in the translation: its head, or the names it holds."""
    named = [
        token for token in phrase.tokens if token is phrase.head or (NAMES & token.tags and "gent" not in token.tags)
    ]
    return frozenset(target[token.start].start for token in named if token.start in target)


def _end(words: Sequence[Token], start: int) -> int:
    return next(token.stop for token in words if token.start == start)


def _leading(words: Sequence[Token], at: int) -> Iterator[Token]:
    """The words before a verb, the nearest first, an aside between commas left out: the trenches, he notes, still."""
    place = at - 1
    for _ in range(_REACH):
        if place >= 0 and words[place].text == ",":
            opening = [n for n in range(max(0, place - ASIDE), place) if words[n].text == ","]
            place = opening[-1] - 1 if opening else -1
        if place < 0:
            return
        yield words[place]
        place -= 1


def _before(words: Sequence[Token], at: int, known: frozenset[int]) -> tuple[int | None, bool]:
    """The nearest known word before a verb, only auxiliaries and adverbs between, and whether the verb is passive."""
    passive = False
    for token in _leading(words, at):
        lower = token.text.lower()
        if token.start in known:
            return token.start, passive and not words[at].text.endswith("ing")
        if lower in lemmas("be"):
            passive = True
            continue
        passes = token.text in "”\"'’" if token.kind == "mark" else lower in lemmas("auxiliary") or lower.endswith("ly")
        if not passes:
            return None, passive
    return None, passive


def _after(words: Sequence[Token], at: int, known: frozenset[int], bridged: bool) -> tuple[int | None, bool]:
    """The nearest known word after a verb, and whether "by" stands before it."""
    by = False
    for number, token in enumerate(words[at + 1 : at + 2 + _REACH]):
        lower = token.text.lower()
        if token.start in known:
            return token.start, by
        by = by or lower == "by"
        if lower == "by" or (bridged and number < 2 and lower in lemmas("bridge")):
            continue
        if token.text not in "“\"'‘" if token.kind == "mark" else lower in lemmas("break"):
            return None, by
    return None, by
