"""Who does it to whom, compared whatever the order: the parties of every act, and where the translation puts them.

The doer and the other party are told by Russian cases (_acts.py), their places by English order (_stands.py). A finding
needs both of them in the other's place: the other one as the subject of the verb, and the doer behind it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors.roles._acts import acts
from checker.detectors.roles._clauses import lemmas
from checker.detectors.roles._order import RECEIVING
from checker.detectors.roles._stands import OWNER, Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors.roles._acts import Act, Party
    from checker.detectors.roles._reversals import Parts
    from checker.model import Link, Token

_PLACED = 0.6
"""The strength from which a link tells where a party stands."""
_RENDERED = 0.8
"""The strength from which a verb that no table has is taken to be rendered by itself."""
_KNOWN = 0.5
"""The same where directions.tsv has the two verbs."""
_FREE = frozenset({"to", "with", "for", "at", "on", "against", "from", OWNER, ""})
_TIES: Mapping[str, frozenset[str]] = {
    "accs": frozenset({""}),
    "datv": _FREE,
    "у": _FREE | {"off", "of"},
    "от": _FREE | {"off", "of"},
    "с": _FREE | {"off", "of"},
    "на": _FREE,
    "против": _FREE,
    "к": _FREE,
    "за": _FREE | {"behind", "after"},
    "над": _FREE | {"over"},
    "перед": _FREE | {"before"},
    "gent": frozenset({OWNER, "of", "by", "from"}),
}
"""What may stand in English before the one who is the other party in Russian, where no table says."""
_TAKING = frozenset({"у", "с"})
_FORMS = {
    "he": frozenset({"he", "him"}), "she": frozenset({"she", "her"}), "they": frozenset({"they", "them"}),
    "i": frozenset({"i", "me"}), "we": frozenset({"we", "us"}), "you": frozenset({"you"}),
}  # fmt: skip
_MUTUAL = frozenset(
    """встретить встречать обсудить обсуждать сопровождать составить составлять образовать касаться означать
    представлять представить объединять объединить стоить видеть иметь играть сыграть""".split()  # noqa: SIM905
)
"""Verbs whose two sides may change places."""


@cache
def _directions() -> Mapping[tuple[str, str], tuple[frozenset[str], frozenset[str]]]:
    """The English verbs of the same side and what stands behind them, by a verb and the role of its other party."""
    found: dict[tuple[str, str], tuple[frozenset[str], frozenset[str]]] = {}
    for row in data.rows("directions"):
        ties = frozenset("" if tie == "-" else tie for tie in row["behind"].split())
        for verb in row["verbs"].split():
            for role in row["role"].split():
                found[verb, role] = frozenset(row["english"].split()), ties
    return found


def exchanged(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """Parties that have changed places: "the tram rammed a lorry" for трамвай протаранила фура."""
    known = list(acts(tokens))
    if not known:
        return
    index = {word.start: place for place, word in enumerate(words)}
    best = _best(links, index)
    verbs = frozenset(
        index[link.target.start]
        for link in links
        if link.source.tags & _DEEDS and link.strength >= _KNOWN and link.target.start in index
    )
    said = Said(words, verbs)
    for act in known:
        place = _crossed(act, tokens, best, said)
        if place is not None:
            parts = (act.verb, *act.doer.tokens, *act.other.tokens)
            yield parts, (words[place[0]].start, words[place[1]].stop)


def _best(links: Sequence[Link], index: Mapping[int, int]) -> dict[int, tuple[float, int]]:
    """The surest place of every word of the original that no other word has more surely, with the link's strength."""
    held: dict[int, float] = {}
    sure = [link for link in links if link.strength >= _KNOWN and link.target.start in index]
    for link in sure:
        held[link.target.start] = max(link.strength, held.get(link.target.start, 0.0))
    best: dict[int, tuple[float, int]] = {}
    for link in sorted(sure, key=lambda link: (link.strength == held[link.target.start], link.strength)):
        best[link.source.start] = link.strength, index[link.target.start]
    return best


def _crossed(
    act: Act, tokens: Sequence[Token], best: Mapping[int, tuple[float, int]], said: Said
) -> tuple[int, int] | None:
    verb = _verb(act, best, said)
    if verb is None:
        return None
    at, ties = verb
    doer, other = _places(act.doer, tokens, best, said), _places(act.other, tokens, best, said)
    if not doer or not other or doer & other or at in doer | other:
        return None
    subject, passive = said.subject(at)
    first = next((place for place in subject if place in doer | other), None)
    if first is None:
        return None
    behind = [(place, tie) for place, tie in said.behind(at) if place in doer | other]
    if first in other and not passive and not _reduced(said, at, behind):
        place = next((place for place, tie in behind if place in doer and tie in ties), None)
        if place is None and all(one < first and said.owner(one) for one in doer):
            place = next((n for n, tie in said.behind(at) if tie in ties and said.low(n) in _OBJECTS), None)
        if place is None or _his(act.doer, place, said) or _acts_on(said, place):
            return None
        return first, place
    if first in doer and (passive or _reduced(said, at, behind)):
        place = next((place for place, tie in behind if place in other and tie == "by"), None)
        return None if place is None else (first, place)
    return None


def _places(
    party: Party, tokens: Sequence[Token], best: Mapping[int, tuple[float, int]], said: Said
) -> frozenset[int]:
    """Where a party stands in the translation, by words that stand there once."""
    if party.pronoun:
        forms = _FORMS[party.pronoun]
        return frozenset(place for place in range(len(said.words)) if said.low(place) in forms)
    found = _once([best[token.start] for token in party.tokens if token.start in best], said)
    if party.tokens and (not found or "place" in party.tokens[0].tags):
        found |= _once([best[one.start] for one in _adjectives(tokens, party.tokens[0]) if one.start in best], said)
    return found


def _once(found: Sequence[tuple[float, int]], said: Said) -> frozenset[int]:
    """The places of sure links whose words the translation has once."""
    counted = [word.lemma for word in said.words]
    sure = [place for strength, place in found if strength >= _PLACED]
    return frozenset(place for place in sure if counted.count(said.words[place].lemma) == 1)


def _adjectives(tokens: Sequence[Token], head: Token) -> Iterator[Token]:
    """The adjectives before a noun: contractor for подрядная организация."""
    place = next((n for n, token in enumerate(tokens) if token.start == head.start), 0)
    while place and tokens[place - 1].tags & {"ADJF"} and tokens[place - 1].lemma not in _PLAIN:
        place -= 1
        yield tokens[place]


_PLAIN = frozenset("этот тот весь сам самый свой его её мой наш ваш который один другой такой первый новый".split())  # noqa: SIM905
_DEEDS = frozenset({"VERB", "INFN", "GRND", "PRTS"})
_OBJECTS = frozenset({"him", "her", "them", "it"})


def _acts_on(said: Said, place: int) -> bool:
    """Whether a word behind a verb is the subject of a clause of its own: he said Kim had told him."""
    return said.low(place + 1) in lemmas("auxiliary") - {"get", "got", "gets", "ever", "once", "then", "later", "still"}


_ANY = frozenset().union(*_FORMS.values())


def _his(doer: Party, place: int, said: Said) -> bool:
    """Whether a her owns what follows it."""
    after = said.words[place + 1] if place + 1 < len(said.words) else None
    her = doer.pronoun == "she" and said.low(place) == "her"
    return her and after is not None and after.kind == "word" and said.low(place + 1) not in _CLOSED


_CLOSED = frozenset(
    """to for with in on at by from about of when while and but as that on up off out after before because into over
    last this yesterday today if""".split()  # noqa: SIM905
)


def _verb(act: Act, best: Mapping[int, tuple[float, int]], said: Said) -> tuple[int, frozenset[str]] | None:
    """The place of the verb that says it from the same side, and what its other party may stand behind."""
    role = "accs" if act.role == "gent" else act.role
    english, behind = _directions().get((act.verb.lemma, role), (frozenset(), frozenset()))
    strength, place = best.get(act.verb.start, (0.0, -1))
    if act.deed is not None and (place < 0 or said.words[place].lemma not in english):
        strength, place = best.get(act.deed.start, (0.0, -1))
    ties = _TIES.get(act.role, frozenset())
    if place >= 0 and said.words[place].lemma in english:
        return place, ties if act.role == "gent" else behind
    if english and (place < 0 or strength < _PLACED):
        places = [number for number, word in enumerate(said.words) if word.lemma in english]
        return (places[0], behind) if len(places) == 1 and act.role != "gent" else None
    if place < 0 or not ties or act.verb.lemma in _MUTUAL:
        return None
    told = act.role in _TAKING and strength >= _PLACED and act.doer.actor
    plain = act.verb.lemma not in lemmas("converse") and said.words[place].lemma not in RECEIVING
    if not told and not (plain and strength >= _RENDERED and act.doer.actor and act.other.actor):
        return None
    return place, ties


def _reduced(said: Said, at: int, behind: Sequence[tuple[int, str]]) -> bool:
    """Whether a participle right behind its noun has its doer behind "by": teenagers beaten by a pensioner."""
    before = said.low(at - 1)
    return any(tie == "by" for _, tie in behind) and before not in lemmas("auxiliary") and not before.endswith("ly")
