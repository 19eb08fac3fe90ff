"""Two things beside a verb that have changed places: Y preferred to X, from Y to X, Y whose X.

None of it asks for the doer: which of the two stands bare and which behind a preposition is enough.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.roles._cases import among
from checker.detectors.roles._clauses import NAMES
from checker.detectors.roles._order import RECEIVING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.roles._parties import Act
    from checker.detectors.roles._rendered import Rendered
    from checker.detectors.roles._reversals import Parts
    from checker.detectors.roles._stands import Said
    from checker.model import Token

_TIES = {
    "datv": frozenset({"to", "over"}), "к": frozenset({"to"}), "от": frozenset({"from"}), "у": frozenset({"from"}),
    "с": frozenset({"from"}), "из": frozenset({"from"}), "против": frozenset({"against"}), "в": frozenset({"into"}),
    "на": frozenset({"for", "into", "to"}), "ablt": frozenset({"with"}), "перед": frozenset({"to", "before"}),
    "под": frozenset({"into", "to"}),
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
_SOURCE = frozenset({"из", "от", "с", "со", "изо"})
_GOAL = frozenset({"в", "во", "на", "к", "ко", "до", "под"})
_BOTH = _SOURCE | _GOAL
_WEAK = frozenset("этот тот весь сам самый свой его её их мой наш ваш который один другой такой новый".split())  # noqa: SIM905
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
    subject, passive = said.subject(at)
    if passive:
        behind |= dict.fromkeys(subject, "")
    for one in act:
        ties = (
            _WITH if one.verb.lemma in _REPLACING and one.role in ("на", "ablt") else _TIES.get(one.role, frozenset())
        )
        theirs = rendered.places(one.other, at) if ties and one is not bare else frozenset()
        second = next((place for place in sorted(ours) if behind.get(place) in ties), None)
        first = next((place for place in sorted(theirs) if behind.get(place) == ""), None)
        if first is not None and second is not None and first < second and not ours & theirs:
            yield one, (first, second)


def redirected(rendered: Rendered) -> Iterator[Parts]:
    """From where and where to, exchanged: from Kiev to Moscow for из Москвы в Киев, from French into Yakut."""
    tokens, said = rendered.tokens, rendered.said
    if not any(word.text.lower() == "from" for word in said.words):
        return
    tied_words = [
        (token.text.lower(), word)
        for n, token in enumerate(tokens)
        if token.text.lower() in _BOTH
        for word in _headed(tokens, n)
    ]
    sources = [(tie, word) for tie, word in tied_words if tie in _SOURCE and among("gent", word)]
    goals = [word for tie, word in tied_words if tie in _GOAL and _reached(tie, word)]
    for tie, source in sources:
        for goal in goals:
            far = abs(source.start - goal.start) > _FAR or (tie == "с" and goal.start < source.start)
            if far or source.lemma == goal.lemma or ("ADJF" in source.tags) != ("ADJF" in goal.tags):
                continue
            there, here = rendered.surest(source), rendered.surest(goal)
            free = _TO | {""} if named(source, goal) else _TO
            if here in said.verbs or said.low(here).endswith("ing"):
                continue  # prevent from reaching
            if min(there, here) >= 0 and tied(said, here) == "from" and tied(said, there) in free:
                yield (source,), (said.words[min(here, there)].start, said.words[max(here, there)].stop)


def named(*nouns: Token) -> bool:
    """Whether all of some nouns are names."""
    return all(NAMES & noun.tags for noun in nouns)


def _reached(preposition: str, goal: Token) -> bool:
    """Whether what stands behind a preposition is where somebody or something gets, and not where it is."""
    if preposition == "до":
        return True
    return among("datv" if preposition == "к" else "accs", goal)


def _headed(tokens: Sequence[Token], number: int) -> Iterator[Token]:
    """The words that a preposition stands before: its noun, and the adjective that tells which of two is meant."""
    for place, token in enumerate(tokens[number + 1 : number + 1 + _REACH]):
        if "NOUN" in token.tags:
            yield token
            return
        if place == 0 and "ADJF" in token.tags and token.lemma not in _WEAK:
            yield token
        elif not token.tags & {"ADJF", "PRTF"} and token.text not in '«"':
            return


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
