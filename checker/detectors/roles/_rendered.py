"""Where words of the original stand in a sentence of the translation, by word links."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from checker.detectors._wording import PASTS
from checker.detectors.roles._stands import Said

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from checker.detectors.roles._parties import Party
    from checker.model import Link, Token

PLACED = 0.58
"""The strength from which a link tells where a party stands."""
_KNOWN = 0.5
"""The same for a verb whose counterparts a table has."""
_FORMS = {
    "he": frozenset({"he", "him"}), "she": frozenset({"she", "her"}), "they": frozenset({"they", "them"}),
    "i": frozenset({"i", "me"}), "we": frozenset({"we", "us"}), "you": frozenset({"you"}),
}  # fmt: skip
_DEEDS = frozenset({"VERB", "INFN", "GRND", "PRTS"})
NOWHERE = 0.0, -1
"""Strength and place of a word that has no counterpart."""


class Rendered:
    """A sentence of the original and its translation, with the places of the original's words there."""

    def __init__(self, tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> None:
        index = {word.start: place for place, word in enumerate(words)}
        sure = [link for link in links if link.strength >= _KNOWN and link.target.start in index]
        self.tokens = tokens
        self._best = _best(sure, index)
        self.said = Said(words, frozenset(index[link.target.start] for link in sure if link.source.tags & _DEEDS))

    @cached_property
    def claimed(self) -> frozenset[int]:
        """Places that surely are those of verbs."""
        return frozenset(
            self._best[one.start][0][1] for one in self.tokens if one.tags & _DEEDS and one.start in self._best
        )

    @cached_property
    def _counted(self) -> Mapping[str, int]:
        """How often each lemma stands in the translation."""
        return Counter(word.lemma for word in self.said.words)

    def best(self, token: Token) -> tuple[float, int]:
        """Strength and place of the surest counterpart of a word."""
        return self._best.get(token.start, (NOWHERE,))[0]

    def surest(self, token: Token) -> int:
        """The place alone; -1 where there is none."""
        return self.best(token)[1]

    def lemma(self, place: int) -> str:
        """The lemma of a word of the translation; a past form that is a word of its own is its verb's."""
        return PASTS.get(self.said.low(place), self.said.words[place].lemma)

    def verbs(self, wanted: Collection[str]) -> list[int]:
        """Places of the verbs among some lemmas."""
        return [place for place in range(len(self.said.words)) if self.lemma(place) in wanted]

    def places(self, party: Party, verb: int = -1) -> frozenset[int]:
        """Where a party stands, by words that stand there once and are not the verb."""
        if party.pronoun:
            forms = _FORMS[party.pronoun]
            return frozenset(place for place in range(len(self.said.words)) if self.said.low(place) in forms)
        found = self._once([*party.tokens, *_beside(self.tokens, party.tokens[-1])], verb)
        if not found or "place" in party.tokens[0].tags:
            found |= self._once(list(_adjectives(self.tokens, party.tokens[0])), verb)
        return found or self._once(party.instead, verb)

    def _once(self, own: Sequence[Token], verb: int) -> frozenset[int]:
        """The surest places of words that the translation has once."""
        places = (next((p for s, p in self._best.get(one.start, ()) if p != verb and s >= PLACED), -1) for one in own)
        words = self.said.words
        return frozenset(place for place in places if place >= 0 and self._counted[words[place].lemma] == 1)


def _best(sure: Sequence[Link], index: Mapping[int, int]) -> dict[int, list[tuple[float, int]]]:
    """The places of every word of the original, those first that no other word has more surely, with strengths."""
    held: dict[int, float] = {}
    for link in sure:
        held[link.target.start] = max(link.strength, held.get(link.target.start, 0.0))
    best: dict[int, list[tuple[float, int]]] = {}
    for link in sorted(sure, key=lambda link: (link.strength < held[link.target.start], -link.strength)):
        best.setdefault(link.source.start, []).append((link.strength, index[link.target.start]))
    return best


def _beside(tokens: Sequence[Token], last: Token) -> Iterator[Token]:
    """The noun that stands beside another between commas: виновница аварии, врач-стоматолог, ..."""
    place = next((n for n, token in enumerate(tokens) if token.start == last.start), len(tokens)) + 1
    while place < len(tokens) and tokens[place].tags & {"NOUN", "ADJF"} and "gent" in tokens[place].tags:
        place += 1
    after = tokens[place + 1 : place + 6]
    if place >= len(tokens) or tokens[place].text != ",":
        return
    for one in after:
        if "NOUN" in one.tags:
            closes = any(two.text == "," for two in tokens[place + 2 : place + 8])
            if closes and _CASES & one.tags & last.tags and "anim" in one.tags:
                yield one
            return
        if "ADJF" not in one.tags:
            return


def _adjectives(tokens: Sequence[Token], head: Token) -> Iterator[Token]:
    """The adjectives before a noun: contractor for подрядная организация."""
    place = next((n for n, token in enumerate(tokens) if token.start == head.start), 0)
    while place and tokens[place - 1].tags & {"ADJF"} and tokens[place - 1].lemma not in _PLAIN:
        place -= 1
        yield tokens[place]


_PLAIN = frozenset("этот тот весь сам самый свой его её мой наш ваш который один другой такой первый новый".split())  # noqa: SIM905
_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt"})
