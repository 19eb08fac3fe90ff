"""Who does it to whom, compared whatever the order: the parties of every act, and where the translation puts them.

The doer and the other party are told by Russian cases (_acts.py), their places by English order (_stands.py). A finding
needs both of them in the other's place: the other one as the subject of the verb, and the doer behind it.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from checker import data
from checker.detectors.roles._acts import acts
from checker.detectors.roles._clauses import lemmas
from checker.detectors.roles._named_deeds import named_deeds, noun_crossed, owned_deeds, suffered_by
from checker.detectors.roles._objects import misplaced, whose
from checker.detectors.roles._order import RECEIVING
from checker.detectors.roles._rendered import NOWHERE, PLACED
from checker.detectors.roles._stands import OWNER, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors.roles._parties import Act, Party
    from checker.detectors.roles._rendered import Rendered
    from checker.detectors.roles._reversals import Parts
    from checker.detectors.roles._stands import Said
    from checker.model import Token

_RENDERED = 0.8
"""The strength from which a verb that no table has is taken to be rendered by itself."""
_FAIR = 0.7
"""The same for a noun of a deed whose counterparts a table has."""
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
_FROM = frozenset({"from", "off", OWNER})
_TAKING = frozenset({"у", "с"})
_MUTUAL = frozenset(
    """встретить встречать обсудить обсуждать сопровождать составить составлять образовать касаться означать
    представлять представить объединять объединить стоить видеть иметь играть сыграть""".split()  # noqa: SIM905
)
"""Verbs whose two sides may change places."""


@cache
def directions() -> Mapping[tuple[str, str], tuple[frozenset[str], frozenset[str]]]:
    """The English verbs of the same side and what stands behind them, by a verb and the role of its other party."""
    found: dict[tuple[str, str], tuple[frozenset[str], frozenset[str]]] = {}
    for row in data.rows("directions"):
        ties = frozenset("" if tie == "-" else tie for tie in row["behind"].split())
        for verb in row["verbs"].split():
            for role in row["role"].split():
                found[verb, role] = frozenset(row["english"].split()), ties
    return found


def exchanged(rendered: Rendered) -> Iterator[Parts]:
    """Parties that have changed places: "the tram rammed a lorry" for трамвай протаранила фура."""
    words = rendered.words
    for noun, row, doer in owned_deeds(rendered.tokens):
        place = _owned(noun, row, doer, rendered)
        if place is not None:
            yield (noun, *doer.tokens), (words[place[0]].start, words[place[1]].stop)
    known, named = acts(rendered.tokens), list(named_deeds(rendered.tokens))
    if not known and not named:
        return
    found = [(act, place) for act in known if (place := _crossed(act, rendered))]
    found += [(act, place) for act, row in named if (place := _named(act, row, rendered))]
    for act, (first, last) in found:
        yield (act.verb, *act.doer.tokens, *act.other.tokens), (words[first].start, words[last].stop)
    for act, (first, last) in _moved(known, rendered):
        yield (act.verb, *act.other.tokens), (words[first].start, words[last].stop)
    for person, (first, last) in whose(rendered):
        yield (person,), (words[first].start, words[last].stop)


def _moved(known: Sequence[Act], rendered: Rendered) -> Iterator[tuple[Act, tuple[int, int]]]:
    """Objects and places of every verb that have changed places."""
    for _, group in groupby(known, key=lambda act: act.verb.start):
        together = [act for act in group if act.other.tokens]
        strength, place = rendered.best(together[0].verb) if len(together) > 1 else NOWHERE
        if strength >= PLACED:
            yield from misplaced(together, place, rendered)


def _owned(noun: Token, row: Mapping[str, str], doer: Party, rendered: Rendered) -> tuple[int, int] | None:
    """Where the noun of a deed has its doer behind it as the one to whom it is done."""
    strength, at = rendered.best(noun)
    if strength < _FAIR or rendered.lemma(at) not in row["english"].split():
        return None
    return suffered_by(row, at, rendered.sure(rendered.places(doer, at)), rendered.said)


def _named(act: Act, row: Mapping[str, str], rendered: Rendered) -> tuple[int, int] | None:
    """Where a deed told by a noun has its parties exchanged, by a noun of the translation or by a verb."""
    nouns, verbs, said = row["english"].split(), row["verbs"].split(), rendered.said
    places = [n for n in range(len(said.words)) if said.words[n].lemma in nouns or rendered.lemma(n) in verbs]
    if len(places) != 1:
        return None
    at = places[0]
    doer, other = rendered.places(act.doer, at), rendered.places(act.other, at)
    if not doer or not other or doer & other:
        return None
    found = noun_crossed(row, at, doer, other, said)
    return found or (_turned(at, frozenset({""}), doer, other, act, said) if rendered.lemma(at) in verbs else None)


def _crossed(act: Act, rendered: Rendered) -> tuple[int, int] | None:
    """Where the parties of an act stand, if each stands in the other's place."""
    verb = _verb(act, rendered)
    if verb is None:
        return None
    at, ties = verb
    doer, other = rendered.places(act.doer, at), rendered.places(act.other, at)
    if not doer or not other or doer & other:
        return None
    return _turned(at, ties, doer, other, act, rendered.said)


def _turned(
    at: int, ties: frozenset[str], doer: frozenset[int], other: frozenset[int], act: Act, said: Said
) -> tuple[int, int] | None:
    """Where a verb has the other one as its subject and the doer behind it, else None."""
    subject, passive = said.subject(at)
    first = next((place for place in subject if place in doer | other), None)
    if first is None:
        return None
    behind = [(place, tie) for place, tie in said.behind(at) if place in doer | other]
    if first in other and not passive and not _reduced(said, at, behind):
        place = next((place for place, tie in behind if place in doer and tie in ties), None)
        if place is None and max(doer) < first and said.owner(max(doer)):
            place = next((n for n, tie in said.behind(at) if tie in ties and said.low(n) in _OBJECTS), None)
        if (
            place is None
            or _his(act.doer, place, said)
            or (said.words[at].lemma in TELLING and said.clause_behind(place))
        ):
            return None
        return first, place
    if first in doer and (passive or _reduced(said, at, behind)):
        place = next((place for place, tie in behind if place in other and tie == "by"), None)
        return None if place is None else (first, place)
    return None


TELLING = frozenset(
    """say tell know think believe claim admit find see show hear report note fear hope add prove confirm learn assume
    suspect understand promise warn expect write feel agree insist""".split()  # noqa: SIM905
)
"""Verbs behind which a clause may open without that."""
_OBJECTS = frozenset({"him", "her", "them", "it"})


def _his(doer: Party, place: int, said: Said) -> bool:
    """Whether a her owns what follows it."""
    after = said.words[place + 1] if place + 1 < len(said.words) else None
    her = doer.pronoun == "she" and said.low(place) == "her"
    return her and after is not None and after.kind == "word" and said.low(place + 1) not in _CLOSED


_CLOSED = frozenset(
    """to for with in on at by from about of when while and but as that on up off out after before because into over
    last this yesterday today if""".split()  # noqa: SIM905
)


def _verb(act: Act, rendered: Rendered) -> tuple[int, frozenset[str]] | None:
    """The place of the verb that says it from the same side, and what its other party may stand behind."""
    role, said = "accs" if act.role == "gent" else act.role, rendered.said
    english, behind = directions().get((act.verb.lemma, role), (frozenset(), frozenset()))
    strength, place = rendered.best(act.verb)
    if act.deed is not None and (place < 0 or rendered.lemma(place) not in english):
        strength, place = rendered.best(act.deed)
    ties = _TIES.get(act.role, frozenset())
    if place >= 0 and rendered.lemma(place) in english:
        return place, ties if act.role == "gent" else behind
    if english and (place < 0 or strength < PLACED or said.low(place) in PREPOSITIONS):
        places = [n for n in rendered.verbs(english) if n not in rendered.claimed]
        return (places[0], behind) if len(places) == 1 and act.role != "gent" else None
    if place < 0 or not ties or act.verb.lemma in _MUTUAL:
        return None
    told = act.role in _TAKING and strength >= PLACED and act.doer.actor
    plain = act.verb.lemma not in lemmas("converse") and said.words[place].lemma not in RECEIVING
    if not told and not (plain and strength >= _RENDERED and act.doer.actor and act.other.actor):
        return None
    return place, ties if plain else ties & _FROM


def _reduced(said: Said, at: int, behind: Sequence[tuple[int, str]]) -> bool:
    """Whether a participle right behind its noun has its doer behind "by": teenagers beaten by a pensioner."""
    before = said.low(at - 1)
    if before in lemmas("auxiliary") or before in ("to", "he", "she", "they", "we", "i", "it") or before.endswith("ly"):
        return False
    first = next((tie for place, tie in said.behind(at) if not said.low(place).endswith("ly")), "")
    return first == "by" and any(tie == "by" for _, tie in behind)
