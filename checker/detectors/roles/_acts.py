"""What is done in a sentence of the original, by whom and to whom, whatever the order of its words.

A passive has its doer in the instrumental, and who must or manages to do a thing stands in the dative.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.detectors.roles._cases import CASES, agreed, among, subject_form
from checker.detectors.roles._clauses import QUANTITIES, Phrase, agrees, phrases
from checker.detectors.roles._parties import (
    PRONOUNS,
    Party,
    before_which,
    fits,
    governs,
    members,
    nouned,
    numbered,
    party,
    role_of,
    same_number,
    side_of,
    standing,
    tied,
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
_LIGHT = frozenset(
    """провести проводить сделать делать нанести наносить оказать оказывать дать давать выразить выражать объявить
    объявлять задать задавать принести приносить предъявить предъявлять совершить совершать подать подавать поставить
    учинить устроить устраивать внести вынести выносить отдать сделать уделить направить вести""".split()  # noqa: SIM905
)
"""Verbs whose object says what is done."""
CAUSING = frozenset(
    """вызвать вызывать спровоцировать провоцировать породить порождать обусловить обусловливать повлечь погубить
    уничтожить разрушить порождаться вызываться провоцироваться обусловливаться""".split()  # noqa: SIM905
)
"""Verbs whose doer may be a thing: a fire caused by a short circuit."""
_UNDER = frozenset("начало руководство командование управление начальство".split())  # noqa: SIM905
_SUBJECTS = frozenset({"он", "она", "они", "я", "мы", "ты", "вы", "тот", "та", "те"})
_DATIVES = frozenset({"ему", "нему", "ей", "ней", "им", "мне", "нам", "тебе", "вам"})


@dataclass(frozen=True, slots=True)
class Act:
    """Who does what to whom."""

    verb: Token
    doer: Party
    other: Party
    role: str
    """The case or the preposition of the other party; "gent" for the owner of what it is done to."""
    deed: Token | None = None
    """The object of a verb that says little: провёл операцию is "operated"."""


def acts(sentence: Sequence[Token]) -> Iterator[Act]:
    """Everything done in a sentence whose doer and other party the cases tell."""
    tokens = nouned(sentence)
    for number, verb in enumerate(tokens):
        if number and verb.text[:1].isupper():
            continue
        if "VERB" in verb.tags:
            yield from _finite(tokens, number)
            if verb.lemma.endswith("ся"):
                yield from _passive(tokens, number)
        elif "PRTS" in verb.tags:
            yield from _passive(tokens, number)
        elif "INFN" in verb.tags:
            yield from _infinitive(tokens, number)
        elif {"PRTF", "actv"} <= verb.tags:
            yield from _active(tokens, number)
        elif {"PRTF", "pssv"} <= verb.tags or ("ADJF" in verb.tags and verb.text.lower().endswith(("ого", "ый", "ые"))):
            yield from _participle(tokens, number)


def _finite(tokens: Sequence[Token], number: int) -> Iterator[Act]:  # noqa: PLR0912
    verb = tokens[number]
    left, right = side_of(tokens, number, -1), side_of(tokens, number, 1)
    before, after = members(left), members(right)
    around = [*before, *after]
    relative = next((n for n, token in enumerate(left) if token.lemma == "который"), None)
    told = [token for token in [*left, *right] if token.text.lower() in _SUBJECTS and "nomn" in token.tags]
    doers = [one for one in around if not one.preposition and one.subject and agrees(one, verb)]
    if verb.tags & {"plur", "neut"} and any(numbered([*left, *right], one) for one in around if not one.preposition):
        return  # семь полицейских охраняли депутаты
    doers = [one for one in doers if not numbered([*left, *right], one) or verb.tags & {"plur", "neut"}]
    sure = [one for one in doers if "nomn" in one.head.tags and (one.animate or _man(one) or not one.object)]
    if not doers:
        doers = sure = [one for one in members(_beyond(tokens, number)) if _told_by(one, verb)][:1]
    doer: Party | None = None
    chosen: Phrase | None = None
    if told:
        doer = standing(told[0])
    elif relative is not None and "nomn" in left[relative].tags and left[relative].tags.isdisjoint({"accs", "gent"}):
        doer = before_which(tokens, left[relative]) if fits(left[relative], verb) and not sure else None
    if doer is None and (sure or len(doers) == 1):
        chosen = (sure or doers)[0]
        doer = party(chosen)
    if doer is None:
        return
    if relative is not None:
        yield from _related(tokens, left, relative, verb, doer)
    light = [one.head for one in around if verb.lemma in _LIGHT and role_of(one, verb) == "accs" and one is not chosen]
    deed = light[0] if light else None
    for one in around:
        if one is not chosen and (role := role_of(one, verb)):
            if role == "accs" and chosen is not None and _either(chosen, one, verb, before, after):
                continue
            yield Act(verb, doer, party(one), role, None if role == "accs" else deed)
            if role == "accs" and len(one.tokens) > 1 and "gent" in one.tokens[1].tags:
                yield Act(verb, doer, Party((one.tokens[1],), True), "gent")
    for place, token in enumerate([*left, *right]):
        low = token.text.lower()
        if "NPRO" not in token.tags or low not in PRONOUNS or low in _SUBJECTS:
            continue
        if not tied([*left, *right], place):
            yield Act(verb, doer, standing(token), "datv" if low in _DATIVES else "accs")
        elif "PREP" in [*left, *right][place - 1].tags and governs(verb, before_it := [*left, *right][place - 1].text):
            yield Act(verb, doer, standing(token), before_it)
    yield from _hidden(before, chosen, verb, doer, around)


def unsaid(sentence: Sequence[Token]) -> Iterator[Act]:
    """What nobody named does, in the plural: пять лет заменили на условный срок."""
    if not any({"VERB", "plur"} <= token.tags for token in sentence):
        return
    tokens = nouned(sentence)
    for number, verb in enumerate(tokens):
        if not {"VERB", "plur"} <= verb.tags or verb.tags & {"1per", "2per", "impr"} or verb.lemma.endswith("ся"):
            continue
        left, right = side_of(tokens, number, -1), side_of(tokens, number, 1)
        around = [*members(left), *members(right)]
        bare = [one for one in around if not one.preposition]
        pronouns = any(token.text.lower() in _SUBJECTS | {"кто", "который"} for token in [*left, *right])
        joined = any(token.lemma == "и" for token in tokens[max(0, number - len(left) - 1) : number])
        if pronouns or joined or any(_may_act(one, verb) for one in bare):
            continue
        for one in around:
            if role := role_of(one, verb):
                yield Act(verb, Party((), False), party(one), role)


def _may_act(phrase: Phrase, verb: Token) -> bool:
    """Whether a phrase may be the subject of a verb in the plural, as many of something also may."""
    told = phrase.subject and (agrees(phrase, verb) or phrase.head.lemma in QUANTITIES)
    return told or subject_form(phrase.head, verb) is not None


def _man(phrase: Phrase) -> bool:
    """Whether a phrase is a surname of the masculine: its accusative is no nominative."""
    return "masc" in phrase.head.tags and bool(phrase.head.tags & {"surname", "name"}) and not phrase.quoted


def _beyond(tokens: Sequence[Token], number: int) -> list[Token]:
    """The words behind the infinitive that follows a verb: помог устроиться на работу директор."""
    near = range(number + 1, min(len(tokens), number + 4))
    place = next((n for n in near if "INFN" in tokens[n].tags), None)
    if place is None or any(token.kind == "mark" for token in tokens[number:place]):
        return []
    return side_of(tokens, place, 1)


def _told_by(one: Phrase, verb: Token) -> bool:
    """Whether a phrase can be nothing but the subject of a verb."""
    return not one.preposition and "nomn" in one.head.tags and one.animate and agrees(one, verb)


def _hidden(
    before: Sequence[Phrase], chosen: Phrase | None, verb: Token, doer: Party, around: Sequence[Phrase]
) -> Iterator[Act]:
    """A person in the accusative that reads as the genitive of the noun before: на выходе из суда мэра журналисты."""
    if "tran" not in verb.tags or any(role_of(one, verb) == "accs" for one in around if one is not chosen):
        return
    for one in before:
        last = one.tokens[-1]
        shown = one.preposition or "nomn" not in one.head.tags
        if one is not chosen and len(one.tokens) > 1 and shown and {"gent", "anim"} <= last.tags:
            yield Act(verb, doer, Party((last,), True), "accs")


def _either(doer: Phrase, other: Phrase, verb: Token, before: Sequence[Phrase], after: Sequence[Phrase]) -> bool:
    """Whether the cases leave open who does it, and the order does too."""
    if {"Fixd"} & (doer.head.tags | other.head.tags) and ("known" not in doer.head.tags & other.head.tags):
        return True  # Меркель критикует Зипрас
    open_ = other.subject and doer.object and agrees(other, verb)
    return open_ and not (doer in before and other in after)


def _related(tokens: Sequence[Token], left: Sequence[Token], relative: int, verb: Token, doer: Party) -> Iterator[Act]:
    """What is done to the noun before который."""
    pronoun = left[relative]
    other = before_which(tokens, pronoun)
    tie = left[relative - 1].text.lower() if relative and "PREP" in left[relative - 1].tags else ""
    tie = "с кем" if tie in ("с", "со") and "gent" not in pronoun.tags else tie
    cases = {"datv", "ablt"} if among("datv", pronoun) and among("ablt", pronoun) else pronoun.tags & {"datv", "ablt"}
    plain = next((case for case in sorted(cases) if governs(verb, case)), "datv" if "datv" in pronoun.tags else "")
    role = tie or plain or ("accs" if pronoun.tags & {"accs", "gent", "nomn"} else "")
    if relative > 1 and left[relative - 1].lemma in _UNDER and left[relative - 2].text.lower() == "под":
        role = "под"
    if other is not None and role and other.tokens != doer.tokens and (role != "accs" or "tran" in verb.tags):
        yield Act(verb, doer, other, role)


def _infinitive(tokens: Sequence[Token], number: int) -> Iterator[Act]:
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
        doers = [one for one in left if not one.preposition and "nomn" in one.head.tags and agrees(one, ruling)]
    if len(doers) != 1:
        return
    for one in [*left, *right]:
        if one is not doers[0] and (role := role_of(one, verb)):
            yield Act(verb, party(doers[0]), party(one), role)


def _made(tokens: Sequence[Token], place: int, number: int) -> Iterator[Act]:
    """What one who is made, asked or allowed to do a thing does to another: обязали подрядчика вернуть городу аванс."""
    wanted = _MAKING[tokens[place].lemma]
    told = [one for one in members(side_of(tokens, place, -1)) if not _told_by_place(one, tokens[place])]
    before = [*told, *members(tokens[place + 1 : number])]
    doers = [one for one in before if one.actor and not one.preposition and role_of(one, tokens[place]) == wanted]
    if len(doers) != 1:
        return
    for one in members(side_of(tokens, number, 1)):
        role = role_of(one, tokens[number])
        if role and not ("nomn" in one.head.tags and one.animate):
            yield Act(tokens[number], party(doers[0]), party(one), role)


def _told_by_place(one: Phrase, verb: Token) -> bool:
    """Whether a phrase before a verb can be its subject: суд обязал, which is no суд that somebody obliged."""
    return not one.preposition and "nomn" in one.head.tags and agrees(one, verb)


def _passive(tokens: Sequence[Token], number: int) -> Iterator[Act]:
    """Whom somebody in the instrumental does something to: нанят чиновником, контролируется братом."""
    verb = tokens[number]
    if verb.lemma in _INSTRUMENTAL or "1per" in verb.tags or {"VERB", "perf"} <= verb.tags:
        return
    place = number - 1 if number and tokens[number - 1].lemma == "быть" else number
    around = [*members(side_of(tokens, place, -1)), *members(side_of(tokens, number, 1))]
    bare = [one for one in around if not one.preposition]
    causal = verb.lemma in CAUSING
    agent = next((one for one in bare if "ablt" in one.head.tags and (one.actor or causal)), None)
    patient = next((one for one in bare if one is not agent and "nomn" in one.head.tags and agrees(one, verb)), None)
    if agent is not None and patient is not None and ("PRTS" in verb.tags or not patient.animate):
        yield Act(verb, party(agent), party(patient), "accs")


def _active(tokens: Sequence[Token], number: int) -> Iterator[Act]:
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


def _participle(tokens: Sequence[Token], number: int) -> Iterator[Act]:
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
