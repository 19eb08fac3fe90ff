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
from checker.detectors.roles._named_deeds import named_deeds, noun_crossed
from checker.detectors.roles._objects import misplaced, redirected, whose
from checker.detectors.roles._order import RECEIVING
from checker.detectors.roles._stands import OWNER, PREPOSITIONS, Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors.roles._acts import Act
    from checker.detectors.roles._parties import Party
    from checker.detectors.roles._reversals import Parts
    from checker.model import Link, Token

_PLACED = 0.58
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
_FROM = frozenset({"from", "off", OWNER})
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
    known, named = list(acts(tokens)), list(named_deeds(tokens))
    if not known and not named:
        return
    index = {word.start: place for place, word in enumerate(words)}
    best = _best(links, index)
    claimed = frozenset(best[one.start][0][1] for one in tokens if one.tags & _DEEDS and one.start in best)
    verbs = frozenset(
        index[link.target.start]
        for link in links
        if link.source.tags & _DEEDS and link.strength >= _KNOWN and link.target.start in index
    )
    said = Said(words, verbs)
    for act in known:
        place = _crossed(act, tokens, best, said, claimed)
        if place is not None:
            parts = (act.verb, *act.doer.tokens, *act.other.tokens)
            yield parts, (words[place[0]].start, words[place[1]].stop)
    for act, place in _moved(known, tokens, best, said, claimed):
        yield (act.verb, *act.other.tokens), (words[place[0]].start, words[place[1]].stop)

    def surest(token: Token) -> int:
        return next((place for _, place in best.get(token.start, ())), -1)

    for person, place in (*whose(tokens, said, surest), *redirected(tokens, said, surest)):
        yield (person,), (words[place[0]].start, words[place[1]].stop)
    for act, row in named:
        place = _named(act, row, tokens, best, said)
        if place is not None:
            parts = (act.verb, *act.doer.tokens, *act.other.tokens)
            yield parts, (words[place[0]].start, words[place[1]].stop)


def _moved(
    known: Sequence[Act],
    tokens: Sequence[Token],
    best: Mapping[int, Sequence[tuple[float, int]]],
    said: Said,
    claimed: frozenset[int],
) -> Iterator[tuple[Act, tuple[int, int]]]:
    """Objects and places of every verb that have changed places."""

    def placed(party: Party, verb: int) -> frozenset[int]:
        return _places(party, tokens, best, said, verb)

    for _, group in groupby(known, key=lambda act: act.verb.start):
        together = [act for act in group if act.other.tokens]
        rendered = best.get(together[0].verb.start) if len(together) > 1 else None
        if rendered and rendered[0][0] >= _PLACED:
            yield from misplaced(together, rendered[0][1], said, placed)


def _named(
    act: Act,
    row: Mapping[str, str],
    tokens: Sequence[Token],
    best: Mapping[int, Sequence[tuple[float, int]]],
    said: Said,
) -> tuple[int, int] | None:
    """Where a deed told by a noun has its parties exchanged, by a noun of the translation or by a verb."""
    nouns, verbs = row["english"].split(), row["verbs"].split()
    places = [n for n in range(len(said.words)) if said.words[n].lemma in nouns or _lemma(said, n) in verbs]
    if len(places) != 1:
        return None
    at = places[0]
    doer, other = _places(act.doer, tokens, best, said, at), _places(act.other, tokens, best, said, at)
    if not doer or not other or doer & other:
        return None
    found = noun_crossed(row, at, doer, other, said)
    return found or (_turned(at, frozenset({""}), doer, other, act, said) if _lemma(said, at) in verbs else None)


def _best(links: Sequence[Link], index: Mapping[int, int]) -> dict[int, list[tuple[float, int]]]:
    """The places of every word of the original, those first that no other word has more surely, with strengths."""
    held: dict[int, float] = {}
    sure = [link for link in links if link.strength >= _KNOWN and link.target.start in index]
    for link in sure:
        held[link.target.start] = max(link.strength, held.get(link.target.start, 0.0))
    best: dict[int, list[tuple[float, int]]] = {}
    for link in sorted(sure, key=lambda link: (link.strength < held[link.target.start], -link.strength)):
        best.setdefault(link.source.start, []).append((link.strength, index[link.target.start]))
    return best


def _crossed(
    act: Act,
    tokens: Sequence[Token],
    best: Mapping[int, Sequence[tuple[float, int]]],
    said: Said,
    claimed: frozenset[int],
) -> tuple[int, int] | None:
    verb = _verb(act, best, said, claimed)
    if verb is None:
        return None
    at, ties = verb
    doer, other = _places(act.doer, tokens, best, said, at), _places(act.other, tokens, best, said, at)
    if not doer or not other or doer & other:
        return None
    return _turned(at, ties, doer, other, act, said)


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
        if place is None or _his(act.doer, place, said) or (said.words[at].lemma in _TELLING and _acts_on(said, place)):
            return None
        return first, place
    if first in doer and (passive or _reduced(said, at, behind)):
        place = next((place for place, tie in behind if place in other and tie == "by"), None)
        return None if place is None else (first, place)
    return None


def _places(
    party: Party, tokens: Sequence[Token], best: Mapping[int, Sequence[tuple[float, int]]], said: Said, verb: int = -1
) -> frozenset[int]:
    """Where a party stands in the translation, by words that stand there once and are not the verb."""
    if party.pronoun:
        forms = _FORMS[party.pronoun]
        return frozenset(place for place in range(len(said.words)) if said.low(place) in forms)
    found = _once([*party.tokens, *_beside(tokens, party.tokens[-1])], best, said, verb)
    if not found or "place" in party.tokens[0].tags:
        found |= _once(list(_adjectives(tokens, party.tokens[0])), best, said, verb)
    if not found:
        found = _once(party.instead, best, said, verb)
    return found


def _once(
    own: Sequence[Token], best: Mapping[int, Sequence[tuple[float, int]]], said: Said, verb: int
) -> frozenset[int]:
    """The surest places of words that the translation has once."""
    counted = [word.lemma for word in said.words]
    places = (next((p for s, p in best.get(one.start, ()) if p != verb and s >= _PLACED), -1) for one in own)
    return frozenset(place for place in places if place >= 0 and counted.count(said.words[place].lemma) == 1)


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
_TELLING = frozenset(
    """say tell know think believe claim admit find see show hear report note fear hope add prove confirm learn assume
    suspect understand promise warn expect write feel agree insist""".split()  # noqa: SIM905
)
"""Verbs behind which a clause may open without that."""
_PASTS = {
    "won": "win",
    "broke": "break",
    "left": "leave",
    "shot": "shoot",
    "bit": "bite",
    "bore": "bear",
    "felt": "feel",
}
"""Past forms that are words of their own for the dictionary."""
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


def _lemma(said: Said, place: int) -> str:
    low = said.low(place)
    return _PASTS.get(low, said.words[place].lemma)


def _verb(
    act: Act, best: Mapping[int, Sequence[tuple[float, int]]], said: Said, claimed: frozenset[int]
) -> tuple[int, frozenset[str]] | None:
    """The place of the verb that says it from the same side, and what its other party may stand behind."""
    role = "accs" if act.role == "gent" else act.role
    english, behind = _directions().get((act.verb.lemma, role), (frozenset(), frozenset()))
    strength, place = best.get(act.verb.start, ((0.0, -1),))[0]
    if act.deed is not None and (place < 0 or _lemma(said, place) not in english):
        strength, place = best.get(act.deed.start, ((0.0, -1),))[0]
    ties = _TIES.get(act.role, frozenset())
    if place >= 0 and _lemma(said, place) in english:
        return place, ties if act.role == "gent" else behind
    if english and (place < 0 or strength < _PLACED or said.low(place) in PREPOSITIONS):
        places = [n for n in range(len(said.words)) if _lemma(said, n) in english and n not in claimed]
        return (places[0], behind) if len(places) == 1 and act.role != "gent" else None
    if place < 0 or not ties or act.verb.lemma in _MUTUAL:
        return None
    told = act.role in _TAKING and strength >= _PLACED and act.doer.actor
    plain = act.verb.lemma not in lemmas("converse") and said.words[place].lemma not in RECEIVING
    if not told and not (plain and strength >= _RENDERED and act.doer.actor and act.other.actor):
        return None
    return place, ties if plain else ties & _FROM


def _reduced(said: Said, at: int, behind: Sequence[tuple[int, str]]) -> bool:
    """Whether a participle right behind its noun has its doer behind "by": teenagers beaten by a pensioner."""
    before = said.low(at - 1)
    return any(tie == "by" for _, tie in behind) and before not in lemmas("auxiliary") and not before.endswith("ly")
