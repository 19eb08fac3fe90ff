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
    "у": frozenset({"from", "off", OWNER}),
    "от": frozenset({"from", "off"}),
    "с": frozenset({"from", "off"}),
    "на": frozenset({"on", "at", "against", "to"}),
    "против": frozenset({"against"}),
    "к": frozenset({"to", "at", "against"}),
    "за": frozenset({"for", "behind", "after"}),
    "над": frozenset({"over", "at"}),
    "перед": frozenset({"to", "before"}),
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
    best: dict[int, tuple[float, int]] = {}
    for link in links:
        place = index.get(link.target.start, -1)
        if place >= 0 and link.strength >= max(_KNOWN, best.get(link.source.start, (0.0, 0))[0]):
            best[link.source.start] = link.strength, place
    deeds = frozenset({"VERB", "INFN", "GRND", "PRTS"})
    verbs = frozenset(
        index[link.target.start]
        for link in links
        if link.source.tags & deeds and link.strength >= _KNOWN and link.target.start in index
    )
    said = Said(words, verbs)
    for act in known:
        place = _crossed(act, best, said)
        if place is not None:
            parts = (act.verb, *act.doer.tokens, *act.other.tokens)
            yield parts, (words[place[0]].start, words[place[1]].stop)


def _crossed(act: Act, best: Mapping[int, tuple[float, int]], said: Said) -> tuple[int, int] | None:
    doer, other = _places(act.doer, best, said), _places(act.other, best, said)
    if not doer or not other or doer & other or _twice(doer | other, said):
        return None
    verb = _verb(act, best, said)
    if verb is None:
        return None
    at, ties = verb
    subject, passive = said.subject(at)
    first = next((place for place in subject if place in doer | other), None)
    if first is None:
        return None
    behind = [(place, tie) for place, tie in said.behind(at) if place in doer | other]
    if first in other and not passive and not _reduced(said, at, behind):
        place = next((place for place, tie in behind if place in doer and tie in ties), None)
        return None if place is None or _his(act.doer, place, said) else (first, place)
    if first in doer and (passive or _reduced(said, at, behind)):
        place = next((place for place, tie in behind if place in other and tie == "by"), None)
        return None if place is None else (first, place)
    return None


def _places(party: Party, best: Mapping[int, tuple[float, int]], said: Said) -> frozenset[int]:
    """Where a party stands in the translation."""
    if party.pronoun:
        forms = _FORMS[party.pronoun]
        return frozenset(place for place in range(len(said.words)) if said.low(place) in forms)
    found = [best[token.start] for token in party.tokens if token.start in best]
    return frozenset(place for strength, place in found if strength >= _PLACED)


def _twice(places: frozenset[int], said: Said) -> bool:
    """Whether a noun of a party stands in the translation more than once, so that either may be meant."""
    counted = [word.lemma for word in said.words]
    own = {said.words[place].lemma for place in places if said.words[place].text.lower() not in _ANY}
    return any(counted.count(lemma) > 1 for lemma in own)


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
    ties = _TIES.get(act.role, frozenset())
    if place >= 0 and said.words[place].lemma in english:
        return place, ties if act.role == "gent" else behind
    if english and (place < 0 or strength < _PLACED):
        places = [number for number, word in enumerate(said.words) if word.lemma in english]
        return (places[0], behind) if len(places) == 1 and act.role != "gent" else None
    if place < 0 or not ties or act.verb.lemma in _MUTUAL:
        return None
    told = act.role in _TAKING and strength >= _PLACED
    plain = act.verb.lemma not in lemmas("converse") and said.words[place].lemma not in RECEIVING
    if not told and not (plain and strength >= _RENDERED and act.doer.actor and act.other.actor):
        return None
    return place, ties


def _reduced(said: Said, at: int, behind: Sequence[tuple[int, str]]) -> bool:
    """Whether a participle right behind its noun has its doer behind "by": teenagers beaten by a pensioner."""
    before = said.low(at - 1)
    return any(tie == "by" for _, tie in behind) and before not in lemmas("auxiliary") and not before.endswith("ly")
