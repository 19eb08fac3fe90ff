"""Who feels and who is the cause: the photo was surprised (фото удивило), "No!" offended the chairman (обиделся).

English has the one who feels before a passive and behind an active verb. Russian turns that round with the reflexive:
удивить is to surprise, удивиться to be surprised. And what is done by somebody in the instrumental, whose place the
sufferer has taken: the boot is trampled by the rights (сапогом растаптываются права).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.roles._clauses import NAMES, agrees, bodies, lemmas, phrases, stretch
from checker.detectors.roles._order import targets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors.roles._clauses import Phrase
    from checker.detectors.roles._reversals import Parts
    from checker.model import Link, Token

_LINKED = 0.5
_MOVING = frozenset(
    """беспокоить обеспокоить тревожить встревожить удивить удивлять поразить поражать смутить смущать пугать напугать
    испугать радовать обрадовать порадовать обидеть обижать волновать взволновать интересовать заинтересовать
    расстроить расстраивать разочаровать разочаровывать возмутить возмущать шокировать потрясти потрясать впечатлить
    впечатлять озадачить озадачивать насторожить настораживать злить разозлить раздражать оскорбить оскорблять
    восхитить восхищать огорчить огорчать изумить изумлять ужаснуть ужасать утомить утомлять""".split()  # noqa: SIM905
)
"""Verbs whose subject is the cause and whose object feels; with -ся the subject feels."""
_MOVED = frozenset(
    """worry surprise confuse frighten scare offend upset disappoint outrage shock impress interest please delight
    amaze puzzle alarm concern annoy irritate anger embarrass astonish terrify horrify disturb insult stun""".split()  # noqa: SIM905
)
_QUOTED = frozenset("\"”»’'")
_DASHES = frozenset("-–—,")
_DEGREES = frozenset("very so not too most also still already quite deeply been being even more".split())  # noqa: SIM905
_BELONGING = frozenset({"of", "in", "on", "at", "from", "for", "with", "to", "itself", "themselves", "alone"})
_PRONOUNS = frozenset({"he", "she", "they", "we", "i", "you", "who", "it"})
_STOPS = frozenset({"VERB", "INFN", "GRND"})
_REACH = 5
"""Words from a verb to what is behind it."""
_ADVERBS, _WITHIN = 3, 8
"""Adverbs between an auxiliary and its participle, and words between a subject and its auxiliary."""


def felt(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """A cause that is said to feel, and one who feels that is said to be the cause."""
    moving = [number for number, token in enumerate(tokens) if "VERB" in token.tags and _root(token) in _MOVING]
    if not moving:
        return
    target = targets(links, _LINKED)
    for number in moving:
        verb = tokens[number]
        made = target.get(verb.start)
        if made is None or made.lemma not in _MOVED or made.text.endswith("ing"):
            continue
        if verb.lemma.endswith("ся"):
            yield from _offended(tokens, number, target, made, words)
        else:
            yield from _surprised(tokens, number, target, made, words)


def _root(verb: Token) -> str:
    return verb.lemma.removesuffix("ся")


def _surprised(
    tokens: Sequence[Token], number: int, target: Mapping[int, Token], made: Token, words: Sequence[Token]
) -> Iterator[Parts]:
    """ "The photo was surprised" for фотография удивила."""
    causes = [phrase for phrase in phrases(stretch(tokens, number, -1)) if _causes(phrase, tokens[number])]
    ours = target.get(causes[-1].head.start) if causes else None
    helper = _helper(words, words.index(made))
    if ours is None or helper is None or not _leads(words, words.index(ours), helper):
        return
    behind = words.index(made) + 1
    if behind == len(words) or words[behind].text.lower() != "by":
        yield (causes[-1].head, tokens[number]), (ours.start, made.stop)


def _helper(words: Sequence[Token], at: int) -> int | None:
    """The place of the form of "be" before a participle, adverbs between them."""
    for place in range(at - 1, max(-1, at - 2 - _ADVERBS), -1):
        lower = words[place].text.lower()
        if lower in lemmas("be"):
            return place
        if not (lower in _DEGREES or lower.endswith("ly")):
            return None
    return None


def _leads(words: Sequence[Token], subject: int, helper: int) -> bool:
    """Whether a word is the subject of the form of "be" behind it: nothing between but what belongs to it."""
    while helper and (words[helper - 1].text.lower() in lemmas("be") or words[helper - 1].text.lower() in _DEGREES):
        helper -= 1
    between = [word.text.lower() for word in words[subject + 1 : helper]]
    if subject >= helper:
        return False
    belongs = not between or between[0] in _BELONGING or (between[0] == between[-1] == ",")
    return belongs and _PRONOUNS.isdisjoint(between) and len(between) <= _WITHIN


def _causes(phrase: Phrase, verb: Token) -> bool:
    """Whether a phrase is a thing that is the subject of a verb: things are moved by nothing."""
    return not phrase.preposition and phrase.subject and _thing(phrase) and agrees(phrase, verb)


def _thing(phrase: Phrase) -> bool:
    """Whether it is no person, body or name; a quotation mark before it may open a title or speech."""
    head = phrase.head
    return "inan" in head.tags and NAMES.isdisjoint(head.tags) and head.lemma not in bodies()


def _offended(
    tokens: Sequence[Token], number: int, target: Mapping[int, Token], made: Token, words: Sequence[Token]
) -> Iterator[Parts]:
    """ "No!" offended the chairman, for обиделся председатель behind his words."""
    at = words.index(made)
    behind = next((phrase for phrase in phrases(stretch(tokens, number, 1)) if not phrase.preposition), None)
    ours = target.get(behind.head.start) if behind is not None and "nomn" in behind.head.tags else None
    before = at - 1
    while before > 0 and words[before].text in _DASHES:
        before -= 1
    if ours is None or behind is None or before < 0 or words[before].text not in _QUOTED:
        return
    if ours not in words[at + 1 : at + 1 + _REACH]:
        return
    between = words[at + 1 : words.index(ours)]
    if all(word.kind == "word" and word.text.lower() not in _BELONGING | {"by", "about"} for word in between):
        yield (tokens[number], behind.head), (made.start, ours.stop)


def undergone(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """ "The boot is being trampled by the rights" for сапогом растаптываются права."""
    places = [n for n, token in enumerate(tokens) if _passive(token)]
    if not places or not any(word.text.lower() == "by" for word in words):
        return
    target = targets(links, _LINKED)
    for number in places:
        made = target.get(tokens[number].start)
        helper = _helper(words, words.index(made)) if made in words else None
        if made is None or helper is None:
            continue
        around = [*phrases(_near(tokens, number, -1)), *phrases(_near(tokens, number, 1))]
        bare = [phrase for phrase in around if not phrase.preposition]
        agent = next((phrase for phrase in bare if "ablt" in phrase.head.tags and "nomn" not in phrase.head.tags), None)
        patient = next((phrase for phrase in bare if _undergoes(phrase, tokens[number])), None)
        ours = target.get(agent.head.start) if agent is not None else None
        theirs = target.get(patient.head.start) if patient is not None else None
        if agent is None or patient is None or ours is None or theirs is None or ours == theirs:
            continue
        after = [word.text.lower() for word in words[words.index(made) + 1 : words.index(theirs)]]
        if _leads(words, words.index(ours), helper) and after[:1] == ["by"] and len(after) <= _REACH:
            yield (agent.head, tokens[number], patient.head), (ours.start, theirs.stop)


def _near(tokens: Sequence[Token], number: int, step: int) -> list[Token]:
    """The words on one side of a verb up to another one, asides and joined phrases with them."""
    found: list[Token] = []
    place = number + step
    while 0 <= place < len(tokens) and tokens[place].tags.isdisjoint(_STOPS) and tokens[place].text not in ";:":
        found.append(tokens[place])
        place += step
    return found if step > 0 else found[::-1]


def _passive(token: Token) -> bool:
    return ("VERB" in token.tags and token.lemma.endswith("ся") and "1per" not in token.tags) or "PRTS" in token.tags


def _undergoes(phrase: Phrase, verb: Token) -> bool:
    """Whether a phrase is what is done to: the subject of распоряжается, that no passive is, is somebody."""
    told = phrase.subject and "ablt" not in phrase.head.tags and agrees(phrase, verb)
    return told and ("PRTS" in verb.tags or _thing(phrase))
