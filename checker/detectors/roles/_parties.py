"""The parties of what is done in a sentence of the original: its phrases as those who do or suffer something.

A wider net than _clauses.py: asides are stepped over, adjectives that name a person are nouns, который is the noun
before it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors.roles._cases import CASES, Words, among, before_noun, forms, subject_form
from checker.detectors.roles._clauses import NAMES, Phrase, agrees, dash, lemmas, phrases

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Token

_ASIDE = 18
"""Words of an aside between commas."""
_EARLY = 5
"""Words of an aside among which its participle stands."""
_OPENERS = frozenset({"по", "как", "впрочем", "однако", "видимо", "похоже", "кстати", "конечно", "судя", "наконец"})
_PERSONS = frozenset(
    """подозреваем обвиняем потерпевш пострадавш задержанн арестованн погибш ранен осуждённ осужденн заключённ заключенн
    пожарн дежурн военн рабоч больн служащ управляющ заведующ командующ учён учен взросл знаком нападавш выживш умерш
    убит пленн уполномоченн доверенн верующ безработн отдыхающ учащ трудящ постов часов рядов верховн военнослужащ
    нападающ подсудим подчинённ подчиненн приезж прохож провожающ проезж новорождённ новорожденн присяжн понят участков
    приговорённ приговоренн похищенн пропавш нуждающ голодающ бастующ протестующ митингующ голосующ курящ собравш
    присутствующ выступающ болеющ опрошенн уволенн близк родн неизвестн посторонн покойн вожат городов ссыльн
    придворн обездоленн беспризорн мобилизованн призванн заболевш заражённ зараженн потерявш выигравш победивш
    опоздавш выздоровевш уцелевш спасенн спасённ освобожденн освобождённ""".split()  # noqa: SIM905
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
PRONOUNS = {
    "он": "he", "она": "she", "они": "they", "я": "i", "мы": "we", "ты": "you", "вы": "you", "тот": "he", "та": "she",
    "те": "they", "его": "he", "него": "he", "ему": "he", "нему": "he", "её": "she", "ее": "she", "неё": "she",
    "нее": "she", "ей": "she", "ней": "she", "им": "they", "их": "they", "них": "they", "меня": "i", "мне": "i",
    "нас": "we", "нам": "we", "тебя": "you", "тебе": "you", "вас": "you", "вам": "you",
}  # fmt: skip


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


@lru_cache(4)
def nouned(tokens: Words) -> Sequence[Token]:
    """The words of a sentence, adjectives that name a person or stand for their noun made nouns; remembered."""
    found: list[Token] = []
    for number, token in enumerate(tokens):
        if token.tags.isdisjoint({"ADJF", "PRTF"}) or token.lemma == "который":
            found.append(token)
            continue
        after = tokens[number + 1] if number + 1 < len(tokens) else token
        common = bool(CASES & token.tags & after.tags) and after.text[:1].islower() and after is not token
        alone = not (common and after.tags & {"NOUN", "ADJF", "PRTF"}) and not before_noun(tokens, number)
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
            return replace(token, tags=(token.tags - CASES) | {"accs"})
        if before.text.endswith(("ого", "его")) and token.text.endswith(("а", "я")):
            return replace(token, tags=(token.tags - CASES - {"femn"}) | {"gent", "masc"})
    strange = "known" not in token.tags and token.text[:1].isupper() and token.text.endswith(_MEN)
    first = "Name" in token.tags and token.text[:1].isupper() and before.tags.isdisjoint({"NOUN", "NUMR", "PREP"})
    after = tokens[number + 1] if number + 1 < len(tokens) else token
    first = first or ("Name" in token.tags and token.text[:1].isupper() and {"VERB", "sing"} <= after.tags)
    if (strange or first) and {"gent", "plur"} <= token.tags:  # Фань призывает
        return replace(token, tags=(token.tags - CASES - {"plur"}) | {"nomn", "sing", "masc", "anim", "Surn"})
    return token


def _stem(word: str) -> str:
    return next((word[: -len(end)] for end in _ENDINGS if word.endswith(end)), word)


def side_of(tokens: Sequence[Token], number: int, step: int) -> list[Token]:
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
        if token.kind == "mark" and (token.text not in '«»"“”„-%' or dash(tokens, place)):
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
    led = not first.tags.isdisjoint({"ADVB", "PRCL", "PREP"}) and not second.tags.isdisjoint({"PRTF", "GRND"})
    later = led or _participle_within(tokens[min(comma, other) + 1 : max(comma, other)])
    if any(token.text in ".;!?—" for token in tokens[min(comma, other) : max(comma, other)]):
        return None
    return other if opens or later or second.lemma == "который" else None


def _participle_within(aside: Sequence[Token]) -> bool:
    """Whether an aside without a verb is a participle's, what belongs to it before: вчера вечером избитый."""
    if any(token.tags & {"VERB", "CONJ", "INFN", "PRTS"} for token in aside):
        return False
    return any(token.tags & {"PRTF", "GRND"} for token in aside[:_EARLY])


def _unrelated(side: Sequence[Token]) -> list[Token]:
    """The words of a side but for который and the preposition before it."""
    which = [n for n, token in enumerate(side) if token.lemma == "который"]
    gone = {*which, *(n - 1 for n in which if n and "PREP" in side[n - 1].tags)}
    return [token for n, token in enumerate(side) if n not in gone]


def members(side: Sequence[Token]) -> list[Phrase]:
    """The phrases of one side of a verb; один из конвоиров is one."""
    found: list[Phrase] = []
    for phrase in phrases(_unrelated(side)):
        place = next((n for n, token in enumerate(side) if token is phrase.head), 0)
        before = [token.text.lower() for token in side[max(0, place - 4) : place]]
        counted = next((side[place - len(before) + n] for n, low in enumerate(before) if low in _COUNTING), None)
        if phrase.preposition == "из" and counted is not None:
            tags = (phrase.head.tags - CASES - {"plur"}) | (counted.tags & (CASES | {"masc", "femn", "sing"}))
            head = replace(phrase.head, tags=tags)
            found.append(Phrase((head, *phrase.tokens[1:]), "", phrase.quoted))
        else:
            found.append(phrase)
    return found


def party(phrase: Phrase) -> Party:
    """A phrase as a party: its head, or the names beside it."""
    own = [token for token in phrase.tokens[1:] if NAMES & token.tags and CASES & token.tags & phrase.head.tags]
    return Party((phrase.head, *own), phrase.actor or phrase.head.lemma in lemmas("party"), "", phrase.tokens[1:2])


def standing(token: Token) -> Party:
    return Party((), True, PRONOUNS[token.text.lower()])


def numbered(side: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a figure or a numeral counts a phrase: восемь человек."""
    place = next((n for n, token in enumerate(side) if token.start == phrase.head.start), 0)
    if place and ":" in side[place - 1].text:
        return False  # a score
    while place > 1 and side[place - 1].text in '«»"“”„':
        place -= 1  # менее "пяти" сотрудников
    before = side[place - 1]
    return place > 0 and (before.kind == "number" or "NUMR" in before.tags or before.text == "%")


def tied(side: Sequence[Token], place: int) -> bool:
    """Whether a pronoun stands behind a preposition or owns the noun behind it."""
    after = side[place + 1].tags if place + 1 < len(side) else frozenset()
    owns = side[place].text.lower() in ("его", "её", "ее", "их") and after & {"NOUN", "ADJF", "PRTF"}
    return bool(owns) or (place > 0 and "PREP" in side[place - 1].tags)


@cache
def _governed() -> frozenset[tuple[str, str]]:
    return frozenset(
        (verb, role) for row in data.rows("directions") for verb in row["verbs"].split() for role in row["role"].split()
    )


def governs(verb: Token, role: str) -> bool:
    """Whether directions.tsv has a verb with a case or preposition."""
    return (verb.lemma, role) in _governed()


def given(verb: Token) -> bool:
    """Whether something is given to somebody in the dative: then выдала Сербии is no genitive."""
    return governs(verb, "datv") and not governs(verb, "gent")


def _named_dative(one: Phrase) -> bool:
    """Whether a place or body may stand in the dative as well as in the genitive: Сербии, комиссии."""
    return one.actor and not one.animate and "gent" in one.head.tags and among("datv", one.head)


def role_of(one: Phrase, verb: Token) -> str:
    """The case or the preposition that makes a phrase the other party of a verb, or ""; с with somebody is с кем."""
    tags = one.head.tags
    if one.preposition:
        low = {"со": "с", "ко": "к", "ото": "от", "изо": "из", "во": "в"}.get(one.preposition, one.preposition)
        return "с кем" if low == "с" and tags.isdisjoint({"gent", "accs"}) else low
    if (one.dative and "gent" not in tags) or (
        given(verb) and _named_dative(one) and subject_form(one.head, verb) is None
    ):
        return "datv"
    if "ablt" in tags:
        return "ablt"
    soft = {"femn", "sing", "nomn"} <= tags and one.head.text.endswith("ь")  # дочь is her own accusative
    return "accs" if (one.object or soft) and "tran" in verb.tags and "datv" not in tags else ""


def nominative(one: Phrase, verb: Token) -> bool:
    """Whether a phrase stands in the nominative and agrees with a verb: its subject, if there is no other."""
    return not one.preposition and "nomn" in one.head.tags and agrees(one, verb)


def fits(pronoun: Token, verb: Token) -> bool:
    return "plur" in verb.tags if "plur" in pronoun.tags else "plur" not in verb.tags


def before_which(tokens: Sequence[Token], pronoun: Token) -> Party | None:
    """The noun that который stands for: the nearest before the comma that agrees with it, with its names."""
    place = next(n for n, token in enumerate(tokens) if token.start == pronoun.start)
    while place and tokens[place].text != ",":
        place -= 1
    genders = {gender for case, number, gender in forms(pronoun) if case in pronoun.tags and number == "sing"}
    wanted = {"plur"} if "plur" in pronoun.tags else genders or {"masc", "femn", "neut"} & pronoun.tags
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


def same_number(one: Token, two: Token) -> bool:
    return ("plur" in one.tags) == ("plur" in two.tags)
