"""What is done in a sentence of the original, by whom and to whom, whatever the order of its words.

A wider net than _clauses.py: asides are stepped over, adjectives that name a person are nouns, который is the noun
before it, a passive has its doer in the instrumental, and who must or manages to do a thing stands in the dative.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker.detectors.roles._clauses import NAMES, Phrase, agrees, lemmas, phrases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Token

_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
_ASIDE = 18
"""Words of an aside between commas."""
_OPENERS = frozenset({"по", "как", "впрочем", "однако", "видимо", "похоже", "кстати", "конечно", "судя", "наконец"})
_PERSONS = frozenset(
    """подозреваем обвиняем потерпевш пострадавш задержанн арестованн погибш ранен осуждённ осужденн заключённ заключенн
    пожарн дежурн военн рабоч больн служащ управляющ заведующ командующ учён учен взросл знаком нападавш выживш умерш
    убит пленн уполномоченн доверенн верующ безработн отдыхающ учащ трудящ постов часов рядов верховн военнослужащ
    нападающ подсудим""".split()  # noqa: SIM905
)
"""Stems of adjectives and participles that name a person."""
_ENDINGS = tuple(
    sorted(
        """ый ий ой ого его ому ему ым им ом ем ые ие ых их ыми ими ая яя ую юю ей""".split(),  # noqa: SIM905
        key=len,
        reverse=True,
    )
)
_MEN = ("ов", "ев", "ёв", "ин", "ын")
"""Endings of surnames that read as genitives of the plural where no dictionary has them."""
_COUNTING = frozenset({"один", "одна", "одно", "некоторые", "многие", "кто-то", "двое", "трое", "каждый", "каждая"})
"""Words that stand for one of those told by из behind them: один из конвоиров."""
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


@dataclass(frozen=True, slots=True)
class Party:
    """One of those in an act."""

    tokens: tuple[Token, ...]
    """The words by whose counterparts it is found in the translation."""
    actor: bool
    pronoun: str = ""
    """Which it is where a pronoun stands for it: he, she, they, i, we, you."""
    instead: tuple[Token, ...] = ()
    """What hangs on its head, for one that nothing renders: Denmark for сборная Дании."""


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


_PRONOUNS = {
    "он": "he", "она": "she", "они": "they", "я": "i", "мы": "we", "ты": "you", "вы": "you", "тот": "he", "та": "she",
    "те": "they", "его": "he", "него": "he", "ему": "he", "нему": "he", "её": "she", "ее": "she", "неё": "she",
    "нее": "she", "ей": "she", "ней": "she", "им": "they", "их": "they", "них": "they", "меня": "i", "мне": "i",
    "нас": "we", "нам": "we", "тебя": "you", "тебе": "you", "вас": "you", "вам": "you",
}  # fmt: skip
_SUBJECTS = frozenset({"он", "она", "они", "я", "мы", "ты", "вы", "тот", "та", "те"})
_DATIVES = frozenset({"ему", "нему", "ей", "ней", "им", "мне", "нам", "тебе", "вам"})


def nouned(tokens: Sequence[Token]) -> list[Token]:
    """The words of a sentence, adjectives that name a person or stand for their noun made nouns."""
    found: list[Token] = []
    for number, token in enumerate(tokens):
        if token.tags.isdisjoint({"ADJF", "PRTF"}) or token.lemma == "который":
            found.append(token)
            continue
        after = tokens[number + 1] if number + 1 < len(tokens) else token
        common = bool(_CASES & token.tags & after.tags) and after.text[:1].islower() and after is not token
        alone = not (common and after.tags & {"NOUN", "ADJF", "PRTF"})
        person = _stem(token.text.lower()) in _PERSONS
        named = number > 0 and token.text[:1].isupper() and not after.tags & {"NOUN"}
        if alone and (person or named):
            more = {"NOUN", "anim"} if person else {"NOUN", "place"}
            token = replace(token, tags=(token.tags | more) - {"ADJF", "PRTF"})  # noqa: PLW2901
        found.append(token)
    return [_told(found, number) for number in range(len(found))]


def _told(tokens: Sequence[Token], number: int) -> Token:
    """A noun whose case its adjective tells: Самарскую область can be no subject; a name like Дронов is one."""
    token = tokens[number]
    if "NOUN" not in token.tags:
        return token
    before = tokens[number - 1] if number else token
    if before.tags & {"ADJF", "PRTF"} and "nomn" in token.tags and "plur" not in token.tags:
        if before.text.endswith(("ую", "юю")):
            return replace(token, tags=(token.tags - _CASES) | {"accs"})
        if before.text.endswith(("ого", "его")) and token.text.endswith(("а", "я")):
            return replace(token, tags=(token.tags - _CASES - {"femn"}) | {"gent", "masc"})
    strange = "known" not in token.tags and token.text[:1].isupper() and token.text.endswith(_MEN)
    if strange and {"gent", "plur"} <= token.tags:
        return replace(token, tags=(token.tags - _CASES - {"plur"}) | {"nomn", "sing", "masc", "anim", "Surn"})
    return token


def _stem(word: str) -> str:
    return next((word[: -len(end)] for end in _ENDINGS if word.endswith(end)), word)


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
        elif {"PRTF", "pssv"} <= verb.tags or ("ADJF" in verb.tags and verb.text.lower().endswith(("ого", "ый", "ые"))):
            yield from _participle(tokens, number)


def _side(tokens: Sequence[Token], number: int, step: int) -> list[Token]:
    """The words of a clause on one side of its verb, asides left out."""
    found: list[Token] = []
    place = number + step
    while 0 <= place < len(tokens):
        token = tokens[place]
        if token.text == ",":
            other = _over(tokens, place, step)
            if other is None:
                break
            place = other + step
            continue
        if token.kind == "mark" and token.text not in '«»"“”„-':
            break
        if token.tags & {"VERB", "GRND", "PRTS", "CONJ", "INFN"} and token.text.lower() != "будет":
            break
        found.append(token)
        place += step
    return found if step > 0 else found[::-1]


def _over(tokens: Sequence[Token], comma: int, step: int) -> int | None:
    """The other comma of an aside: a participle's, a gerund's, a relative clause or words like по его словам."""
    others = range(comma + step, max(-1, min(len(tokens), comma + step * _ASIDE)), step)
    other = next((place for place in others if tokens[place].text == ","), None)
    if other is None:
        return None
    first = tokens[min(comma, other) + 1]
    second = tokens[min(comma, other) + 2]
    opens = first.tags & {"PRTF", "GRND"} or first.text.lower() in _OPENERS or first.lemma == "который"
    later = "ADVB" in first.tags and second.tags & {"PRTF", "GRND"}
    if any(token.text in ".;!?—" for token in tokens[min(comma, other) : max(comma, other)]):
        return None
    return other if opens or later or second.lemma == "который" else None


def _unrelated(side: Sequence[Token]) -> list[Token]:
    """The words of a side but for который and the preposition before it."""
    which = [n for n, token in enumerate(side) if token.lemma == "который"]
    gone = {*which, *(n - 1 for n in which if n and "PREP" in side[n - 1].tags)}
    return [token for n, token in enumerate(side) if n not in gone]


def _members(side: Sequence[Token]) -> list[Phrase]:
    """The phrases of one side of a verb; один из конвоиров is one."""
    found: list[Phrase] = []
    for phrase in phrases(_unrelated(side)):
        place = next((n for n, token in enumerate(side) if token is phrase.head), 0)
        before = [token.text.lower() for token in side[max(0, place - 4) : place]]
        counted = next((side[place - len(before) + n] for n, low in enumerate(before) if low in _COUNTING), None)
        if phrase.preposition == "из" and counted is not None:
            tags = (phrase.head.tags - _CASES - {"plur"}) | (counted.tags & (_CASES | {"masc", "femn", "sing"}))
            head = replace(phrase.head, tags=tags)
            found.append(Phrase((head, *phrase.tokens[1:]), "", phrase.quoted))
        else:
            found.append(phrase)
    return found


def _party(phrase: Phrase) -> Party:
    """A phrase as a party: its head, or the names beside it."""
    own = [token for token in phrase.tokens[1:] if NAMES & token.tags and _CASES & token.tags & phrase.head.tags]
    return Party((phrase.head, *own), phrase.actor or phrase.head.lemma in lemmas("party"), "", phrase.tokens[1:2])


def _standing(token: Token) -> Party:
    return Party((), True, _PRONOUNS[token.text.lower()])


def _finite(tokens: Sequence[Token], number: int) -> Iterator[Act]:  # noqa: PLR0912
    verb = tokens[number]
    left, right = _side(tokens, number, -1), _side(tokens, number, 1)
    before, after = _members(left), _members(right)
    around = [*before, *after]
    relative = next((n for n, token in enumerate(left) if token.lemma == "который"), None)
    told = [token for token in [*left, *right] if token.text.lower() in _SUBJECTS and "nomn" in token.tags]
    doers = [one for one in around if not one.preposition and one.subject and agrees(one, verb)]
    if verb.tags & {"plur", "neut"} and any(_numbered([*left, *right], one) for one in around if not one.preposition):
        return  # семь полицейских охраняли депутаты
    doers = [one for one in doers if not _numbered([*left, *right], one) or verb.tags & {"plur", "neut"}]
    sure = [one for one in doers if "nomn" in one.head.tags and (one.animate or not one.object)]
    if not doers:
        doers = sure = [one for one in _members(_beyond(tokens, number)) if _told_by(one, verb)][:1]
    doer: Party | None = None
    chosen: Phrase | None = None
    if told:
        doer = _standing(told[0])
    elif relative is not None and "nomn" in left[relative].tags and left[relative].tags.isdisjoint({"accs", "gent"}):
        doer = _before(tokens, left[relative]) if _fits(left[relative], verb) and not sure else None
    if doer is None and (sure or len(doers) == 1):
        chosen = (sure or doers)[0]
        doer = _party(chosen)
    if doer is None:
        return
    if relative is not None:
        yield from _related(tokens, left, relative, verb, doer)
    light = [one.head for one in around if verb.lemma in _LIGHT and _role(one, verb) == "accs" and one is not chosen]
    deed = light[0] if light else None
    for one in around:
        if one is not chosen and (role := _role(one, verb)):
            if role == "accs" and chosen is not None and _either(chosen, one, verb, before, after):
                continue
            yield Act(verb, doer, _party(one), role, None if role == "accs" else deed)
            if role == "accs" and len(one.tokens) > 1 and "gent" in one.tokens[1].tags:
                yield Act(verb, doer, Party((one.tokens[1],), True), "gent")
    for place, token in enumerate([*left, *right]):
        low = token.text.lower()
        if "NPRO" in token.tags and low in _PRONOUNS and low not in _SUBJECTS and not _tied([*left, *right], place):
            yield Act(verb, doer, _standing(token), "datv" if low in _DATIVES else "accs")
    yield from _hidden(before, chosen, verb, doer, around)


def _beyond(tokens: Sequence[Token], number: int) -> list[Token]:
    """The words behind the infinitive that follows a verb: помог устроиться на работу директор."""
    near = range(number + 1, min(len(tokens), number + 4))
    place = next((n for n in near if "INFN" in tokens[n].tags), None)
    if place is None or any(token.kind == "mark" for token in tokens[number:place]):
        return []
    return _side(tokens, place, 1)


def _told_by(one: Phrase, verb: Token) -> bool:
    """Whether a phrase can be nothing but the subject of a verb."""
    return not one.preposition and "nomn" in one.head.tags and one.animate and agrees(one, verb)


def _numbered(side: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a figure or a numeral counts a phrase: восемь человек."""
    place = next((n for n, token in enumerate(side) if token.start == phrase.head.start), 0)
    return place > 0 and (side[place - 1].kind == "number" or "NUMR" in side[place - 1].tags)


def _tied(side: Sequence[Token], place: int) -> bool:
    """Whether a pronoun stands behind a preposition or owns the noun behind it."""
    after = side[place + 1].tags if place + 1 < len(side) else frozenset()
    owns = side[place].text.lower() in ("его", "её", "ее", "их") and after & {"NOUN", "ADJF", "PRTF"}
    return bool(owns) or (place > 0 and "PREP" in side[place - 1].tags)


def _hidden(
    before: Sequence[Phrase], chosen: Phrase | None, verb: Token, doer: Party, around: Sequence[Phrase]
) -> Iterator[Act]:
    """A person in the accusative that reads as the genitive of the noun before: на выходе из суда мэра журналисты."""
    if "tran" not in verb.tags or any(_role(one, verb) == "accs" for one in around if one is not chosen):
        return
    for one in before:
        last = one.tokens[-1]
        shown = one.preposition or "nomn" not in one.head.tags
        if one is not chosen and len(one.tokens) > 1 and shown and {"gent", "anim"} <= last.tags:
            yield Act(verb, doer, Party((last,), True), "accs")


def _role(one: Phrase, verb: Token) -> str:
    """The case or the preposition that makes a phrase the other party of a verb, or ""; с with somebody is с кем."""
    tags = one.head.tags
    if one.preposition:
        low = {"со": "с", "ко": "к", "ото": "от", "изо": "из", "во": "в"}.get(one.preposition, one.preposition)
        return "с кем" if low == "с" and tags.isdisjoint({"gent", "accs"}) else low
    if one.dative and "gent" not in tags:
        return "datv"
    if "ablt" in tags:
        return "ablt"
    soft = {"femn", "sing", "nomn"} <= tags and one.head.text.endswith("ь")  # дочь is her own accusative
    return "accs" if (one.object or soft) and "tran" in verb.tags and "datv" not in tags else ""


def _either(doer: Phrase, other: Phrase, verb: Token, before: Sequence[Phrase], after: Sequence[Phrase]) -> bool:
    """Whether the cases leave open who does it, and the order does too."""
    if {"Fixd"} & (doer.head.tags | other.head.tags) and ("known" not in doer.head.tags & other.head.tags):
        return True  # Меркель критикует Зипрас
    open_ = other.subject and doer.object and agrees(other, verb)
    return open_ and not (doer in before and other in after)


def _fits(pronoun: Token, verb: Token) -> bool:
    return "plur" in verb.tags if "plur" in pronoun.tags else "plur" not in verb.tags


def _before(tokens: Sequence[Token], pronoun: Token) -> Party | None:
    """The noun that который stands for: the nearest before the comma that agrees with it, with its names."""
    place = next(n for n, token in enumerate(tokens) if token.start == pronoun.start)
    while place and tokens[place].text != ",":
        place -= 1
    wanted = {"plur"} if "plur" in pronoun.tags else {"masc", "femn", "neut"} & pronoun.tags
    found: list[Token] = []
    for token in reversed(tokens[max(0, place - 6) : place]):
        if token.kind == "mark" or token.tags & {"VERB", "CONJ"}:
            break
        if "NOUN" in token.tags and wanted & token.tags and ("plur" in wanted or "plur" not in token.tags):
            found.append(token)
            if not NAMES & token.tags:
                break
    if not found:
        found = [token for token in tokens[max(0, place - 2) : place] if {"NOUN", "anim"} <= token.tags][-1:]
    if not found:
        return None
    return Party(tuple(found), any("anim" in one.tags or NAMES & one.tags for one in found))


def _related(tokens: Sequence[Token], left: Sequence[Token], relative: int, verb: Token, doer: Party) -> Iterator[Act]:
    """What is done to the noun before который."""
    pronoun = left[relative]
    other = _before(tokens, pronoun)
    tie = left[relative - 1].text.lower() if relative and "PREP" in left[relative - 1].tags else ""
    tie = "с кем" if tie in ("с", "со") and "gent" not in pronoun.tags else tie
    role = tie or ("datv" if "datv" in pronoun.tags else "accs" if pronoun.tags & {"accs", "gent", "nomn"} else "")
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
    left, right = _members(_side(tokens, place, -1)), _members(_side(tokens, number, 1))
    if must:
        doers = [one for one in left if not one.preposition and one.dative and one.actor]
    else:
        doers = [one for one in left if not one.preposition and "nomn" in one.head.tags and agrees(one, ruling)]
    if len(doers) != 1:
        return
    for one in [*left, *right]:
        if one is not doers[0] and (role := _role(one, verb)):
            yield Act(verb, _party(doers[0]), _party(one), role)


def _made(tokens: Sequence[Token], place: int, number: int) -> Iterator[Act]:
    """What one who is made, asked or allowed to do a thing does to another: обязали подрядчика вернуть городу аванс."""
    wanted = _MAKING[tokens[place].lemma]
    before = [*_members(_side(tokens, place, -1)), *_members(tokens[place + 1 : number])]
    doers = [one for one in before if one.actor and not one.preposition and _role(one, tokens[place]) == wanted]
    if len(doers) != 1:
        return
    for one in _members(_side(tokens, number, 1)):
        role = _role(one, tokens[number])
        if role and not ("nomn" in one.head.tags and one.animate):
            yield Act(tokens[number], _party(doers[0]), _party(one), role)


def _passive(tokens: Sequence[Token], number: int) -> Iterator[Act]:
    """Whom somebody in the instrumental does something to: нанят чиновником, контролируется братом."""
    verb = tokens[number]
    if verb.lemma in _INSTRUMENTAL or "1per" in verb.tags or {"VERB", "perf"} <= verb.tags:
        return
    place = number - 1 if number and tokens[number - 1].lemma == "быть" else number
    around = [*_members(_side(tokens, place, -1)), *_members(_side(tokens, number, 1))]
    bare = [one for one in around if not one.preposition]
    agent = next((one for one in bare if "ablt" in one.head.tags and one.actor), None)
    patient = next((one for one in bare if one is not agent and "nomn" in one.head.tags and agrees(one, verb)), None)
    if agent is not None and patient is not None and ("PRTS" in verb.tags or not patient.animate):
        yield Act(verb, _party(agent), _party(patient), "accs")


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
    cases = _CASES & verb.tags
    own = [token for one in bare for token in one.tokens if token is not agent.head]
    patient = next((token for token in own if cases & token.tags and _same_number(token, verb)), None)
    if patient is None and number > 1 and tokens[number - 1].text == ",":
        earlier = [one for one in tokens[max(0, number - 4) : number - 1] if "NOUN" in one.tags]
        patient = next((one for one in reversed(earlier) if cases & one.tags and _same_number(one, verb)), None)
    if patient is not None:
        yield Act(verb, _party(agent), Party((patient,), "anim" in patient.tags), "accs")
    for one in near:
        if one.preposition and one.actor and (patient is None or one.head.start < patient.start):
            yield Act(verb, _party(agent), _party(one), _role(one, verb))


def _same_number(one: Token, two: Token) -> bool:
    return ("plur" in one.tags) == ("plur" in two.tags)
