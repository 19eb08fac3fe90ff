"""One party in the wrong place is enough: "the bus, which was overtaking" for автобус, который обгоняла фура.

_sides.py wants both parties in each other's place. Where directions.tsv says that a verb of the translation is told
from the same side as that of the original, one will do: the other one as its subject, the doer as its bare object, or
somebody else behind "by". The same goes for a verb of the other side (converses.tsv) that has kept its subject, and
for one person of the sentence who says what another one says in the original.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from checker.detectors.roles._acts import acts, unsaid
from checker.detectors.roles._clauses import NAMES, QUANTITIES, bodies
from checker.detectors.roles._converses import converse_rows
from checker.detectors.roles._doers import subjects
from checker.detectors.roles._objects import misplaced
from checker.detectors.roles._order import RECEIVING
from checker.detectors.roles._rendered import PLACED
from checker.detectors.roles._sides import TELLING, directions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.roles._clauses import Phrase
    from checker.detectors.roles._parties import Act, Party
    from checker.detectors.roles._rendered import Rendered
    from checker.detectors.roles._reversals import Parts
    from checker.model import Token


_KNOWN = 0.5
_RENDERED = 0.6
_SURE = 0.8
_NEAR = 5
"""Words from a verb to its bare object."""
_TIES = {
    "datv": frozenset({"to"}),
    "из": frozenset({"from"}), "от": frozenset({"from"}), "к": frozenset({"to"}), "против": frozenset({"against"}),
    "над": frozenset({"over"}), "под": frozenset({"under"}), "за": frozenset({"behind", "after"}),
    "перед": frozenset({"before"}), "о": frozenset({"about"}), "на": frozenset({"at", "against"}),
}  # fmt: skip
"""What stands in English before the one behind a preposition, whatever the verb."""
SAYING = frozenset(
    """сказать говорить заявить заявлять сообщить сообщать рассказать рассказывать добавить добавлять отметить
    отмечать подчеркнуть подчеркивать подчёркивать пояснить пояснять объяснить объяснять признаться признать
    признавать признаваться передать передавать писать написать утверждать уверять заверить считать полагать
    напомнить напоминать уточнить уточнять рассуждать предположить предполагать ответить отвечать посетовать
    сетовать пожаловаться жаловаться возразить заметить констатировать пообещать обещать пошутить шутить
    согласиться подтвердить подтверждать опровергнуть предупредить посоветовать вспоминать вспомнить парировать
    резюмировать заключить""".split()  # noqa: SIM905
)
"""What a person says, and nobody else may be told to have said."""
_INVERTED = 2
SAY = frozenset(
    """say tell add note stress emphasise emphasize explain report admit claim believe write state announce insist
    recall specify clarify argue assure remind acknowledge think suggest complain reply answer object observe remark
    promise joke agree confirm deny warn advise remember concede conclude maintain assert""".split()  # noqa: SIM905
)
_OBJECTS = frozenset({"him", "her", "them", "it", "us", "me", "you"})


def proved(sentence: Rendered) -> Iterator[Parts]:
    """Deeds of which one party alone stands where it cannot."""
    tokens, words = sentence.tokens, sentence.words
    known = [*acts(tokens), *unsaid(tokens)]
    speaks = any(token.lemma in SAYING for token in tokens)
    for act in known:
        if any(one.lemma in QUANTITIES for one in act.other.tokens):
            continue
        for proof in (_same_side, _kept_subject, _beyond, _by_another, _undergone):
            stretch = proof(act, sentence)
            if stretch is not None:
                yield (act.verb, *act.doer.tokens, *act.other.tokens), (words[stretch[0]].start, words[stretch[1]].stop)
                break
    yield from _unsaid_objects(known, sentence)
    for verb, doer, chosen in subjects(tokens) if speaks else ():
        said = _other_speaker(verb, doer, chosen, sentence)
        if said is not None:
            yield (verb, *doer.tokens), (words[said[0]].start, words[said[1]].stop)


def _same_side(act: Act, sentence: Rendered) -> tuple[int, int] | None:
    """Where a verb of the same side has the other one as its subject, or the doer as its object."""
    role = "accs" if act.role == "gent" else act.role
    english, behind = directions().get((act.verb.lemma, role), (frozenset(), frozenset()))
    at = sentence.rendered(act) if act.role != "gent" else -1
    said = sentence.said
    if act.role != "gent" and english and (at < 0 or sentence.lemma(at) not in english):
        at = sentence.verb(act, sorted(english))
    if at < 0 or sentence.lemma(at) not in english:
        return None
    doer, other = sentence.sure(sentence.places(act.doer, at)), sentence.sure(sentence.places(act.other, at))
    subject, passive = said.subject(at)
    after = list(said.behind(at))
    if sentence.lemma(at) in SAY and said.inverted(at) and any(place <= at + 2 for place in doer):
        return None
    if passive or not subject or doer & other or any(tie == "by" for _, tie in after):
        return None
    if doer & set(subject) or (act.role == "datv" and not act.doer.tokens and not act.doer.pronoun):
        return None  # what nobody named offers: the residents offered new homes
    if said.words[at].lemma in TELLING and any(said.clause_behind(place) for place, _ in after[:_NEAR]):
        return None
    told = bool(doer) or sentence.rendered(act, _SURE) == at
    at_object = _object(sentence, at, after, behind) if told and other & set(subject[:2]) else None
    if at_object is not None and not sentence.belongs(at_object, act.other):
        return min(other & set(subject)), at_object
    mine = next((place for place, tie in after if place in doer and tie in behind), None)
    if mine is not None and act.doer.actor and not act.doer.pronoun and mine - at <= _NEAR:
        return at, mine
    return None


def _object(sentence: Rendered, at: int, after: Sequence[tuple[int, str]], behind: frozenset[str]) -> int | None:
    """The nearest word behind a verb that stands where its other party would, no doubt one of the sentence."""
    linked = {link.target.start for link in sentence.links if link.strength >= _KNOWN}
    for place, tie in after:
        low = sentence.said.low(place)
        if tie in behind and (sentence.words[place].start in linked or low in _OBJECTS) and place - at <= _NEAR:
            plain = sentence.said.plain(place) or low in _OBJECTS
            if plain and not low.endswith("ly"):
                return place
    return None


def _kept_subject(act: Act, sentence: Rendered) -> tuple[int, int] | None:
    """Where a verb of the other side has the doer as its subject still."""
    said = sentence.said
    for row in converse_rows(act.verb.lemma):
        if act.role not in row["role"].split():
            continue
        english = row["english"].split()
        at = sentence.verb(act, english)
        made = sentence.lemma(at) if at >= 0 else ""
        same = any(made in ours for (verb, _), (ours, _) in directions().items() if verb == act.verb.lemma)
        if made not in english or same or "to" in said.before(at, 2):
            continue
        subject, passive = said.subject(at)
        doer, other = sentence.places(act.doer, at), sentence.places(act.other, at)
        ties = {"" if tie == "-" else tie for tie in row["behind"].split()}
        placed = [tie for place, tie in said.behind(at) if place in other]
        if not passive and doer & set(subject) and not (placed and ties.isdisjoint(placed)):
            return min(doer & set(subject)), at
    return None


def _beyond(act: Act, sentence: Rendered) -> tuple[int, int] | None:
    """Where the doer stands behind the preposition of the other one: Lisbon recalled its ambassador from Ankara."""
    ties = _TIES.get(act.role)
    at = sentence.rendered(act, PLACED)
    if at >= 0 and sentence.lemma(at) in RECEIVING:
        return None  # suffered a loss to Clinton
    if ties is None or at < 0 or not act.doer.tokens or not act.other.tokens or not act.doer.actor:
        return None
    doer, other = sentence.places(act.doer, at), sentence.places(act.other, at)
    subject, passive = sentence.said.subject(at)
    if passive or doer & other or not other & set(subject[:2]) or doer & set(subject):
        return None
    mine = next((place for place, tie in sentence.said.behind(at) if place in doer and tie in ties), None)
    return None if mine is None else (min(other & set(subject)), mine)


def _by_another(act: Act, sentence: Rendered) -> tuple[int, int] | None:
    """Where somebody else of the sentence stands behind "by": left to the museum by a patient."""
    at = sentence.rendered(act, PLACED)
    told = act.doer.actor and act.doer.tokens and not act.verb.lemma.endswith("ся")
    doer = sentence.places(act.doer, at) if at >= 0 and told else frozenset()
    passive = bool(doer) and sentence.said.subject(at)[1]
    agent = [place for place, tie in sentence.said.behind(at) if tie == "by"] if passive else []
    if not agent or doer & set(agent) or any(at < place < agent[-1] + _NEAR for place in doer):
        return None
    mean = next((mean for place in agent if (mean := sentence.meant(place)) is not None and person(mean)), None)
    if mean is None or "anim" not in mean.tags or mean.start in {one.start for one in act.doer.tokens}:
        return None
    return at, agent[-1]


def _undergone(act: Act, sentence: Rendered) -> tuple[int, int] | None:
    """Where the doer has done to him what he did: "the governor was supported" for депутата поддержал губернатор."""
    role = "accs" if act.role == "gent" else act.role
    english, _ = directions().get((act.verb.lemma, role), (frozenset(), frozenset()))
    at = sentence.rendered(act, PLACED)
    if at < 0 or act.role == "gent" or not act.doer.actor or act.doer.pronoun or act.verb.lemma.endswith("ся"):
        return None
    if sentence.lemma(at) not in english or sentence.lemma(at) in RECEIVING or not sentence.said.low(at).endswith("ed"):
        return None
    subject, passive = sentence.said.subject(at)
    doer = sentence.sure(sentence.places(act.doer, at)) & set(subject[:2]) if passive else frozenset()
    if not doer or sentence.places(act.other, at) & set(subject) or _followed(sentence, at):
        return None
    return min(doer), at


def _followed(sentence: Rendered, at: int) -> bool:
    """Whether a passive has its doer, or what is done by it, behind it: was asked to go, was told that."""
    if any(tie in ("by", "with", "to", "of") for _, tie in sentence.said.behind(at)):
        return True
    return sentence.said.low(at + 1) in ("that", "to", "by")


def _unsaid_objects(known: Sequence[Act], sentence: Rendered) -> Iterator[Parts]:
    """Two things that nobody named has to do with, exchanged: a suspended term was replaced with five years."""
    for _, group in groupby(known, key=lambda act: act.verb.start):
        together = list(group)
        at = sentence.rendered(together[0], PLACED)
        if at < 0 or len(together) < 2 or together[0].doer.tokens or together[0].doer.pronoun:
            continue
        for act, place in misplaced(together, at, sentence):
            words = sentence.words
            yield (act.verb, *act.other.tokens), (words[place[0]].start, words[place[1]].stop)


def _other_speaker(verb: Token, doer: Party, chosen: Phrase, sentence: Rendered) -> tuple[int, int] | None:
    """Where somebody else of the sentence says or does what one person says or does."""
    strength, at = sentence.best(verb)
    if at < 0 or strength < _RENDERED or not chosen.actor or chosen.quoted or "nomn" not in chosen.head.tags:
        return None
    if verb.lemma not in SAYING or sentence.lemma(at) not in SAY:
        return None
    mine = sentence.places(doer, at)
    subject, passive = sentence.said.subject(at)
    if any(at < place <= at + _INVERTED for place in mine) and sentence.lemma(at) != "tell":
        return None  # says Natalie Savard
    if any(mine & set(sentence.said.subject(n)[0]) for n in sentence.verbs(SAY) if n != at):
        return None
    if sentence.said.low(at - 1) == "," and any(place < at for place in mine):
        return None  # Fan, director for Moldova, and Ukraine, stated
    if passive or not mine or not subject or any(place in subject or subject[0] < place < at for place in mine):
        return None
    mean = sentence.meant(subject[0])
    if mean is None or not person(mean) or _same_phrase(sentence.tokens, chosen, mean):
        return None
    return subject[0], at


def _same_phrase(tokens: Sequence[Token], phrase: Phrase, one: Token) -> bool:
    """Whether a noun belongs to a phrase or stands right behind it: пресс-секретарь департамента Хезер Науэрт."""
    last = max(token.stop for token in phrase.tokens)
    between = [token for token in tokens if last <= token.start < one.start]
    inside = phrase.head.start <= one.start < last
    apart = {"VERB", "INFN", "GRND", "CONJ"}
    return inside or (one.start >= last and not any(token.kind == "mark" or token.tags & apart for token in between))


def person(token: Token) -> bool:
    """Whether a noun of the original in an oblique case is somebody who can speak."""
    told = "anim" in token.tags or bool(NAMES & token.tags) or token.lemma in bodies()
    return "NOUN" in token.tags and told and "nomn" not in token.tags
