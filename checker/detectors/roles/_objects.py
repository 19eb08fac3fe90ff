"""Two things beside a verb that have changed places: Y preferred to X, from Y to X, Y whose X.

None of it asks for the doer: which of the two stands bare and which behind a preposition is enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.roles._clauses import NAMES, bodies
from checker.detectors.roles._order import RECEIVING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.roles._acts import Act
    from checker.detectors.roles._rendered import Rendered
    from checker.detectors.roles._stands import Said
    from checker.model import Token

_TIES = {
    "datv": frozenset({"to", "over"}), "к": frozenset({"to"}), "от": frozenset({"from"}), "у": frozenset({"from"}),
    "с": frozenset({"from"}), "из": frozenset({"from"}), "против": frozenset({"against"}), "в": frozenset({"into"}),
    "на": frozenset({"for", "into", "to"}), "ablt": frozenset({"with"}), "перед": frozenset({"to", "before"}),
}  # fmt: skip
"""What stands in English before what the role tells, the object in the accusative being bare."""
_REPLACING = frozenset("заменить заменять сменить сменять поменять менять подменить".split())  # noqa: SIM905
_WITH = frozenset({"with", "by", "for", "to"})
_CHOOSING = frozenset("предпочесть предпочитать".split())  # noqa: SIM905
_LOOSE = frozenset(
    """отделить отделять отличить отличать сравнить сравнивать соединить связать связывать смешать познакомить очистить
    освободить освобождать избавить избавлять разлучить разделить поменяться обменяться спутать перепутать защитить
    защищать""".split()  # noqa: SIM905
)
"""Verbs whose two sides may change places, or that free one thing of another."""
_ENGLISH_LOOSE = frozenset("substitute rob deprive strip clear rid compare separate distinguish provide".split())  # noqa: SIM905
_SOURCE = frozenset({"из", "от", "с"})
_GOAL = frozenset({"в", "на", "к", "до"})
_TO = frozenset({"to", "into", "for", "at", "in", "onto", "toward", "towards", "join"})
_FAR = 60
"""Characters between where from and where to."""
_REACH = 5
"""Words between a preposition and its noun."""
_RELATED = frozenset({"whose"})


def misplaced(act: Sequence[Act], at: int, rendered: Rendered) -> Iterator[tuple[Act, tuple[int, int]]]:
    """The objects of one verb of the original, at a place of the translation, that have changed places."""
    said = rendered.said
    bare = next((one for one in act if one.role == "accs"), None)
    if bare is None or bare.verb.lemma in _LOOSE or said.words[at].lemma in _ENGLISH_LOOSE | RECEIVING:
        return
    ours = rendered.places(bare.other, at)
    behind = dict(reversed(list(said.behind(at))))
    for one in act:
        ties = (
            _WITH if one.verb.lemma in _REPLACING and one.role in ("на", "ablt") else _TIES.get(one.role, frozenset())
        )
        theirs = rendered.places(one.other, at) if ties and one is not bare else frozenset()
        second = next((place for place in sorted(ours) if behind.get(place) in ties), None)
        first = next((place for place in sorted(theirs) if behind.get(place) == ""), None)
        if first is not None and second is not None and first < second and not ours & theirs:
            yield one, (first, second)


def redirected(rendered: Rendered) -> Iterator[tuple[Token, tuple[int, int]]]:
    """From where and where to, exchanged: from Kiev to Moscow for из Москвы в Киев."""
    tokens, said = rendered.tokens, rendered.said
    if not any(word.text.lower() == "from" for word in said.words):
        return
    tied_nouns = [
        (tokens[n].text.lower(), noun)
        for n, noun in ((n, _named(tokens, n)) for n, token in enumerate(tokens) if "PREP" in token.tags)
        if noun is not None
    ]
    for one, source in tied_nouns:
        for two, goal in tied_nouns:
            if (
                one not in _SOURCE
                or two not in _GOAL
                or "gent" not in source.tags
                or abs(source.start - goal.start) > _FAR
            ):
                continue
            if (
                two != "до"
                and "accs" not in goal.tags
                and not (two == "к" and "datv" in goal.tags)
                and "nomn" not in goal.tags
            ):
                continue
            there, here = rendered.surest(source), rendered.surest(goal)
            if min(there, here) >= 0 and tied(said, here) == "from" and tied(said, there) in _TO | {""}:
                yield source, (min(here, there), max(here, there))


def _named(tokens: Sequence[Token], number: int) -> Token | None:
    """The place or body that a preposition stands before, adjectives and marks of a name between."""
    for token in tokens[number + 1 : number + 5]:
        if "NOUN" in token.tags:
            named = bool(NAMES & token.tags) or (token.text[:1].isupper() and token.kind == "word")
            return token if named or token.lemma in bodies() else None
        if not token.tags & {"ADJF", "PRTF"} and token.text not in '«"':
            return None
    return None


def tied(said: Said, place: int) -> str:
    """The preposition before a noun of the translation, or ""."""
    for number in range(place - 1, max(-1, place - 1 - _REACH), -1):
        low = said.low(number)
        if low in _TO | {"from", "of", "by", "with", "on", "over", "against"}:
            return low
        if said.words[number].kind == "mark" or number in said.verbs:
            return ""
    return ""


def whose(rendered: Rendered) -> Iterator[tuple[Token, tuple[int, int]]]:
    """ "The prosecutor, whose son had lost his licence" for сын прокурора, лишавшийся прав."""
    tokens, said = rendered.tokens, rendered.said
    if not any(word.text.lower() in _RELATED for word in said.words):
        return
    for number, person in enumerate(tokens[:-2]):
        if not {"NOUN", "anim"} <= person.tags or not tokens[number + 1].tags & {"ADJF", "NOUN", "PRTF"}:
            continue
        rest = tokens[number + 1 : number + 6]
        owner = next((one for one in rest if {"anim", "gent"} <= one.tags or {"gent", "PRTF"} <= one.tags), None)
        comma = next((n for n, one in enumerate(rest) if one.text == ","), None)
        if owner is None or comma is None or owner.start > rest[comma].start or not _told(tokens, number, comma):
            continue
        one, two = rendered.surest(person), rendered.surest(owner)
        which = next((n for n, word in enumerate(said.words) if word.text.lower() in _RELATED), -1)
        if 0 <= two < which < one <= which + 3 and which - two <= _REACH:
            yield person, (two, one)


def _told(tokens: Sequence[Token], number: int, comma: int) -> bool:
    """Whether the clause behind the comma tells of the person, not the owner: a который that agrees."""
    person = tokens[number]
    after = tokens[number + 2 + comma : number + 6 + comma]
    which = next((one for one in after if one.lemma == "который" or "PRTF" in one.tags), None)
    if which is None or not {"nomn"} & which.tags:
        return False
    same = {"masc", "femn"} & which.tags & person.tags or {"plur"} <= which.tags & person.tags
    return bool(same)
