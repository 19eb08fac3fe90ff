"""One party in the wrong place is enough: "the bus, which was overtaking" for автобус, который обгоняла фура.

_sides.py wants both parties in each other's place. Where directions.tsv says that a verb of the translation is told from
the same side as that of the original, one will do: the other one as its subject, the doer as its bare object, or
somebody else behind "by". The same goes for a verb of the other side (converses.tsv) that has kept its subject, and for
one person of the sentence who does what another one does in the original.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.roles._acts import acts, unsaid
from checker.detectors.roles._clauses import QUANTITIES
from checker.detectors.roles._converses import converse_rows
from checker.detectors.roles._order import RECEIVING
from checker.detectors.roles._sides import _TELLING, _best, _directions, _lemma, _places
from checker.detectors.roles._stands import Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors.roles._acts import Act
    from checker.detectors.roles._reversals import Parts
    from checker.model import Link, Token

    Best = Mapping[int, Sequence[tuple[float, int]]]

_KNOWN = 0.5
_RENDERED = 0.6
_FAIR = 0.7
_DEEDS = frozenset({"VERB", "INFN", "GRND", "PRTS"})
_NEAR = 5
"""Words from a verb to its bare object."""
_OBJECTS = frozenset({"him", "her", "them", "it", "us", "me", "you"})


class _Sentence:
    """What the proofs ask of a sentence and its translation."""

    def __init__(self, tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> None:
        index = {word.start: place for place, word in enumerate(words)}
        self.tokens, self.words = tokens, words
        self.best: Best = _best(links, index)
        verbs = frozenset(
            index[link.target.start]
            for link in links
            if link.source.tags & _DEEDS and link.strength >= _KNOWN and link.target.start in index
        )
        self.said = Said(words, verbs)

    def rendered(self, act: Act, least: float = _RENDERED) -> int:
        """The place of the verb of an act, or -1."""
        strength, place = self.best.get(act.verb.start, ((0.0, -1),))[0]
        return place if strength >= least else -1

    def doer(self, act: Act, verb: int) -> frozenset[int]:
        if not act.doer.tokens and not act.doer.pronoun:
            return frozenset()
        return _places(act.doer, self.tokens, self.best, self.said, verb)

    def other(self, act: Act, verb: int) -> frozenset[int]:
        return _places(act.other, self.tokens, self.best, self.said, verb)


def proved(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """Deeds of which one party alone stands where it cannot."""
    known = [*acts(tokens), *unsaid(tokens)]
    if not known:
        return
    sentence = _Sentence(tokens, links, words)
    for act in known:
        if any(one.lemma in QUANTITIES for one in act.other.tokens):
            continue
        place = _same_side(act, sentence) or _kept_subject(act, known, sentence)
        if place is not None:
            yield (act.verb, *act.doer.tokens, *act.other.tokens), (words[place[0]].start, words[place[1]].stop)


def _same_side(act: Act, sentence: _Sentence) -> tuple[int, int] | None:
    """Where a verb of the same side has the other one as its subject, or the doer as its object."""
    role = "accs" if act.role == "gent" else act.role
    english, behind = _directions().get((act.verb.lemma, role), (frozenset(), frozenset()))
    at = sentence.rendered(act)
    if at < 0 or act.role == "gent" or _lemma(sentence.said, at) not in english:
        return None
    said = sentence.said
    doer, other = sentence.doer(act, at), sentence.other(act, at)
    subject, passive = said.subject(at)
    after = list(said.behind(at))
    if passive or not subject or doer & other or any(tie == "by" for _, tie in after):
        return None
    if doer & set(subject):
        return None
    if said.words[at].lemma in _TELLING and any(said.clause_behind(place) for place, _ in after[:_NEAR]):
        return None
    if other & set(subject[:2]) and (at_object := _object(sentence, at, after, behind)) is not None:
        return min(other & set(subject)), at_object
    mine = next((place for place, tie in after if place in doer and tie in behind), None)
    if mine is not None and act.doer.actor and not act.doer.pronoun and mine - at <= _NEAR:
        return at, mine
    return None


def _object(sentence: _Sentence, at: int, after: Sequence[tuple[int, str]], behind: frozenset[str]) -> int | None:
    """The nearest word behind a verb that stands where its other party would, no doubt one of the sentence."""
    linked = {place for found in sentence.best.values() for _, place in found}
    for place, tie in after:
        low = sentence.said.low(place)
        if tie in behind and (place in linked or low in _OBJECTS) and place - at <= _NEAR:
            plain = sentence.said.plain(place) or low in _OBJECTS
            if plain and not low.endswith("ly"):
                return place
    return None


def _kept_subject(act: Act, known: Sequence[Act], sentence: _Sentence) -> tuple[int, int] | None:
    """Where a verb of the other side has the doer as its subject still."""
    for row in converse_rows(act.verb.lemma):
        if act.role not in row["role"].split():
            continue
        at = sentence.rendered(act, _FAIR)
        made = _lemma(sentence.said, at) if at >= 0 else ""
        same = any(made in english for (verb, _), (english, _) in _directions().items() if verb == act.verb.lemma)
        if made not in row["english"].split() or same or "to" in sentence.said.before(at, 2):
            return None
        subject, passive = sentence.said.subject(at)
        doer = sentence.doer(act, at)
        if not passive and doer & set(subject):
            return min(doer & set(subject)), at
    return None
