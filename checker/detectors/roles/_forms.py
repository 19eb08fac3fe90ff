"""Deeds told by other forms than a finite verb: infinitives, passives and participles.

A passive has its doer in the instrumental, and who must or manages to do a thing stands in the dative.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.roles._cases import CASES, agreed
from checker.detectors.roles._clauses import Phrase, agrees, phrases
from checker.detectors.roles._parties import (
    Act,
    Party,
    governs,
    members,
    nominative,
    party,
    role_of,
    same_number,
    side_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Token

_MUST = frozenset(
    """удаться удаваться прийтись приходиться следовать предстоять посчастливиться довестись надлежать суметь
    понадобиться потребоваться""".split()  # noqa: SIM905
)
"""Verbs whose doer is in the dative, and who does what the infinitive says."""
_MUST_WORDS = frozenset({"надо", "нужно", "необходимо", "можно", "нельзя", "пора", "предстоит", "придётся", "придется"})
_WILL = frozenset(
    """мочь смочь суметь хотеть захотеть решить намереваться планировать попытаться пытаться начать начинать стать
    продолжить продолжать обещать пообещать отказаться отказываться собираться готовиться успеть пробовать попробовать
    согласиться соглашаться рассчитывать надеяться стремиться поспешить бояться побояться должный намеренный
    готовый""".split()  # noqa: SIM905
)
"""Words whose subject does what the infinitive says."""
_MAKING = {
    **dict.fromkeys(
        """обязать обязывать заставить заставлять вынудить вынуждать попросить просить убедить уговорить призвать
        призывать приговорить научить учить пригласить подтолкнуть""".split(),  # noqa: SIM905
        "accs",
    ),
    **dict.fromkeys(
        """разрешить разрешать запретить запрещать велеть приказать приказывать позволить позволять поручить поручать
        предложить предлагать посоветовать советовать помочь помогать помешать мешать рекомендовать
        предписать""".split(),  # noqa: SIM905
        "datv",
    ),
}
"""Verbs whose object does what the infinitive says, with its case."""
_INSTRUMENTAL = frozenset(
    """являться становиться стать оказаться оказываться казаться заниматься заняться пользоваться воспользоваться
    гордиться восхищаться восхититься интересоваться заинтересоваться называться делиться поделиться обмениваться
    обменяться представиться представляться притвориться притворяться увлечься увлекаться любоваться руководствоваться
    ограничиться хвастаться работать обернуться оборачиваться распоряжаться числиться считаться ощущаться заручиться
    быть""".split()  # noqa: SIM905
)
"""Verbs in -ся whose instrumental is no doer."""
CAUSING = frozenset(
    """вызвать вызывать спровоцировать провоцировать породить порождать обусловить обусловливать повлечь погубить
    уничтожить разрушить порождаться вызываться провоцироваться обусловливаться""".split()  # noqa: SIM905
)
"""Verbs whose doer may be a thing: a fire caused by a short circuit."""


def infinitive(tokens: Sequence[Token], number: int) -> Iterator[Act]:
    """What one must, may or manages to do."""
    verb = tokens[number]
    place = number - 1
    while place > 0 and (tokens[place].tags & {"ADVB", "PRCL", "PRED"} or tokens[place].text.lower() in ("не", "бы")):
        if tokens[place].text.lower() in _MUST_WORDS:
            break
        place -= 1
    ruling = tokens[place]
    must = ruling.lemma in _MUST or ruling.text.lower() in _MUST_WORDS
    if ruling.lemma in _MAKING:
        yield from _made(tokens, place, number)
    if not must and ruling.lemma not in _WILL:
        return
    left, right = members(side_of(tokens, place, -1)), members(side_of(tokens, number, 1))
    if must:
        doers = [one for one in left if not one.preposition and one.dative and one.actor]
    else:
        doers = [one for one in left if nominative(one, ruling)]
    if len(doers) != 1 or (not must and any(_either(doers[0], one, ruling) for one in right)):
        return
    for one in [*left, *right]:
        if one is not doers[0] and (role := role_of(one, verb)):
            yield Act(verb, party(doers[0]), party(one), role)


def _either(doer: Phrase, other: Phrase, ruling: Token) -> bool:
    """Whether either of two may be the subject: такое решение может принять парламент."""
    return doer.object and not doer.animate and other.subject and not other.preposition and agrees(other, ruling)


def _made(tokens: Sequence[Token], place: int, number: int) -> Iterator[Act]:
    """What one who is made, asked or allowed to do a thing does to another: обязали подрядчика вернуть городу аванс."""
    wanted = _MAKING[tokens[place].lemma]
    if wanted == "datv" and governs(tokens[number], "datv"):
        return  # вундеркинду запрещено выдавать: he may be whom it is given to
    told = [one for one in members(side_of(tokens, place, -1)) if not nominative(one, tokens[place])]  # суд обязал
    before = [*told, *members(tokens[place + 1 : number])]
    doers = [one for one in before if one.actor and not one.preposition and role_of(one, tokens[place]) == wanted]
    if len(doers) != 1:
        return
    for one in members(side_of(tokens, number, 1)):
        role = role_of(one, tokens[number])
        if role and not ("nomn" in one.head.tags and one.animate):
            yield Act(tokens[number], party(doers[0]), party(one), role)


def passive(tokens: Sequence[Token], number: int) -> Iterator[Act]:
    """Whom somebody in the instrumental does something to: нанят чиновником, контролируется братом."""
    verb = tokens[number]
    if verb.lemma in _INSTRUMENTAL or "1per" in verb.tags or {"VERB", "perf"} <= verb.tags:
        return
    place = number - 1 if number and tokens[number - 1].lemma == "быть" else number
    around = [*members(side_of(tokens, place, -1)), *members(side_of(tokens, number, 1))]
    bare = [one for one in around if not one.preposition]
    causal = verb.lemma in CAUSING
    agent = next((one for one in bare if "ablt" in one.head.tags and (one.actor or causal)), None)
    patient = next((one for one in bare if one is not agent and nominative(one, verb)), None)
    if agent is not None and patient is not None and ("PRTS" in verb.tags or not patient.animate):
        yield Act(verb, party(agent), party(patient), "accs")


def active(tokens: Sequence[Token], number: int) -> Iterator[Act]:
    """What the noun of an active participle does: школьник, избивший одноклассника; обливший арбитра болельщик."""
    verb = tokens[number]
    near = side_of(tokens, number, 1)
    around = members(near)
    doer: Token | None = None
    if number > 1 and tokens[number - 1].text == ",":
        earlier = [one for one in tokens[max(0, number - 4) : number - 1] if "NOUN" in one.tags]
        doer = next((one for one in reversed(earlier) if agreed(one, verb)), None)
    else:
        doer = next((one.head for one in around if not one.preposition and agreed(one.head, verb)), None)
    if doer is None:
        return
    for one in around:
        before = one.head.start < doer.start or doer.start < verb.start
        if one.head is not doer and before and (role := role_of(one, verb)):
            yield Act(verb, Party((doer,), "anim" in doer.tags), party(one), role)


def participle(tokens: Sequence[Token], number: int) -> Iterator[Act]:
    """The same by a participle: назначенный советом ревизор; астероид, открытый астрономом."""
    verb = tokens[number]
    after = tokens[number + 1 : number + 9]
    ends = next((n for n, token in enumerate(after) if token.kind == "mark" or "VERB" in token.tags), len(after))
    near = list(phrases(after[:ends]))
    bare = [one for one in near if not one.preposition]
    agent = next((one for one in bare[:1] if "ablt" in one.head.tags and one.actor), None)
    if agent is None:
        return
    cases = CASES & verb.tags
    own = [token for one in bare for token in one.tokens if token is not agent.head]
    patient = next((token for token in own if cases & token.tags and same_number(token, verb)), None)
    if patient is None and number > 1 and tokens[number - 1].text == ",":
        earlier = [one for one in tokens[max(0, number - 4) : number - 1] if "NOUN" in one.tags]
        patient = next((one for one in reversed(earlier) if cases & one.tags and same_number(one, verb)), None)
    if patient is not None:
        yield Act(verb, party(agent), Party((patient,), "anim" in patient.tags), "accs")
    for one in near:
        if one.preposition and one.actor and (patient is None or one.head.start < patient.start):
            yield Act(verb, party(agent), party(one), role_of(one, verb))
