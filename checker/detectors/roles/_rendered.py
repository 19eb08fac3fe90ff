"""Where words of the original stand in a sentence of the translation, by word links."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from checker.detectors._wording import PASTS
from checker.detectors.roles._stands import PREPOSITIONS, Said

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from checker.detectors.roles._cases import Words
    from checker.detectors.roles._parties import Act, Party
    from checker.model import Link, Token

PLACED = 0.58
"""The strength from which a link tells where a party stands."""
_KNOWN = 0.5
"""The same for a verb whose counterparts a table has."""
_RENDERS, _FAIR, _TOLD = 0.6, 0.7, 0.8
"""Strengths of the link of a verb, of one of those looked for, and of a word that surely means another."""
_PRONOUNS = frozenset("he him she her they them i me we us you it".split())  # noqa: SIM905
_FORMS = {
    "he": frozenset({"he", "him"}), "she": frozenset({"she", "her"}), "they": frozenset({"they", "them"}),
    "i": frozenset({"i", "me"}), "we": frozenset({"we", "us"}), "you": frozenset({"you"}),
}  # fmt: skip
_DEEDS = frozenset({"VERB", "INFN", "GRND", "PRTS"})
_OTHER_DEEDS = _DEEDS | {"PRTF"}
NOWHERE = 0.0, -1
"""Strength and place of a word that has no counterpart."""


class Rendered:
    """A sentence of the original and its translation, with the places of the original's words there."""

    def __init__(self, tokens: Words, links: Sequence[Link], words: Sequence[Token]) -> None:
        self.tokens, self.links, self.words = tokens, links, words

    @cached_property
    def _sure(self) -> Sequence[tuple[Link, int]]:
        """The links that tell something, with the places of what they lead to."""
        index = {word.start: place for place, word in enumerate(self.words)}
        return [
            (link, index[link.target.start])
            for link in self.links
            if link.strength >= _KNOWN and link.target.start in index
        ]

    @cached_property
    def _best(self) -> Mapping[int, Sequence[tuple[float, int]]]:
        """The places of every word, those first that no other word has more surely, with strengths."""
        held: dict[int, float] = {}
        for link, place in self._sure:
            held[place] = max(link.strength, held.get(place, 0.0))
        best: dict[int, list[tuple[float, int]]] = {}
        for link, place in sorted(self._sure, key=lambda one: (one[0].strength < held[one[1]], -one[0].strength)):
            best.setdefault(link.source.start, []).append((link.strength, place))
        return best

    @cached_property
    def said(self) -> Said:
        """The translation, with the places of its verbs."""
        return Said(self.words, frozenset(place for link, place in self._sure if link.source.tags & _DEEDS))

    @cached_property
    def claimed(self) -> frozenset[int]:
        """Places that surely are those of verbs."""
        return frozenset(
            self._best[one.start][0][1] for one in self.tokens if one.tags & _OTHER_DEEDS and one.start in self._best
        )

    @cached_property
    def _counted(self) -> Mapping[str, int]:
        """How often each lemma stands in the translation."""
        return Counter(word.lemma for word in self.words)

    def best(self, token: Token) -> tuple[float, int]:
        """Strength and place of the surest counterpart of a word."""
        return self._best.get(token.start, (NOWHERE,))[0]

    def surest(self, token: Token) -> int:
        """The place alone; -1 where there is none."""
        return self.best(token)[1]

    def lemma(self, place: int) -> str:
        """The lemma of a word of the translation; a past form that is a word of its own is its verb's."""
        return PASTS.get(self.said.low(place), self.words[place].lemma)

    def verbs(self, wanted: Collection[str]) -> list[int]:
        """Places of the verbs among some lemmas."""
        return [place for place in range(len(self.words)) if self.lemma(place) in wanted]

    def places(self, party: Party, verb: int = -1) -> frozenset[int]:
        """Where a party stands, by words that stand there once and are not the verb; nobody's is nowhere."""
        if party.pronoun:
            forms = _FORMS[party.pronoun]
            return frozenset(place for place in range(len(self.words)) if self.said.low(place) in forms)
        if not party.tokens:
            return frozenset()
        found = self._once([*party.tokens, *_beside(self.tokens, party.tokens[-1])], verb)
        if not found or "place" in party.tokens[0].tags:
            found |= self._once(list(_adjectives(self.tokens, party.tokens[0])), verb)
        return found or self._once(party.instead, verb)

    def rendered(self, act: Act, least: float = _RENDERS) -> int:
        """The place of the verb of an act, or -1."""
        strength, place = self.best(act.verb)
        return place if strength >= least else -1

    def verb(self, act: Act, english: Sequence[str]) -> int:
        """The place of one of some verbs that renders the verb of an act, or the only one of them that renders none."""
        at = self.rendered(act, _FAIR)
        if at >= 0 and self.lemma(at) in english:
            return at
        if (
            at >= 0
            and self.said.low(at) not in PREPOSITIONS
            and self.words[at].kind == "word"
            and at in self.said.verbs
        ):
            return -1
        if not act.verb.tags & {"VERB", "INFN"}:
            return -1  # a participle may be no verb of the translation at all
        free = [n for n in range(len(self.words)) if self.lemma(n) in english and n not in self.claimed]
        return free[0] if len(free) == 1 else -1

    def sure(self, places: frozenset[int]) -> frozenset[int]:
        """Those of some places that a word of the original surely renders."""
        return frozenset(
            place for place in places if self.said.low(place) in _PRONOUNS or self.meant(place) is not None
        )

    def belongs(self, place: int, party: Party) -> bool:
        """Whether a word renders what hangs on a party: Slovenia for команду Словении."""
        mean = self.meant(place)
        return mean is not None and any(one.start == mean.start for one in (*party.instead, *party.tokens))

    def meant(self, place: int) -> Token | None:
        """The word of the original that a word of the translation renders most surely."""
        links = [link for link in self.links if link.target == self.words[place] and link.strength >= _TOLD]
        return max(links, key=lambda link: link.strength).source if links else None

    def _once(self, own: Sequence[Token], verb: int) -> frozenset[int]:
        """The surest places of words that the translation has once."""
        places = (next((p for s, p in self._best.get(one.start, ()) if p != verb and s >= PLACED), -1) for one in own)
        return frozenset(place for place in places if place >= 0 and self._counted[self.words[place].lemma] == 1)


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
