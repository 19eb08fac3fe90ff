"""Which case a word of the original stands in, where its likeliest reading alone is wrong.

авиакомпании is a genitive first of all, треска one of треск; before требуют the first is many airlines, behind
атлантическая the second a fish. The preposition and the adjective before a noun, and the verb that it may be the
subject of, choose among all of its forms (the language gives them as tags: "nomn+plur+femn").
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker.bounds import WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Token

    Form = tuple[str, str, str]
    """Case, number and gender ("" in the plural of an adjective)."""

CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
_SHAPES = frozenset({"sing", "plur", "masc", "femn", "neut"})
_NOMINAL = frozenset({"NOUN", "ADJF", "PRTF"})
_GOVERNED = {
    **dict.fromkeys(
        """из от до у без для около после против среди кроме вокруг возле вместо мимо ради накануне насчет насчёт
        помимо вследствие внутри вне изо ото из-за из-под близ вдоль относительно путём путем""".split(),  # noqa: SIM905
        frozenset({"gent"}),
    ),
    **dict.fromkeys(("к", "ко", "благодаря", "вопреки", "согласно", "навстречу", "наперекор"), frozenset({"datv"})),
    **dict.fromkeys(("в", "во", "на", "о", "об"), frozenset({"accs", "loct"})),
    **dict.fromkeys(("за", "под"), frozenset({"accs", "ablt"})),
    **dict.fromkeys(("про", "через", "сквозь"), frozenset({"accs"})),
    **dict.fromkeys(("над", "перед", "между", "надо", "передо"), frozenset({"ablt"})),
    **dict.fromkeys(("с", "со"), frozenset({"gent", "ablt", "accs"})),
    "при": frozenset({"loct"}),
    "по": frozenset({"datv", "accs", "loct"}),
}
"""The cases behind a preposition."""
_THOUSANDS = frozenset("тыс тысяча млн миллион млрд миллиард трлн триллион сотня десяток".split())  # noqa: SIM905
_ADJECTIVAL = ("ый", "ий", "ой")
_FUTURE = frozenset({"будет", "будут"})
_FINITE = frozenset({"VERB", "sing", "plur", "3per"})
_PHRASE = 5
"""Words from a participle to the noun behind its phrase."""


class Words(tuple["Token", ...]):
    """The words of a sentence as read once: what is made of them is remembered by which they are."""

    __slots__ = ()

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


@cache
def _form(tag: str) -> Form:
    case, number, gender = (*tag.split("+"), "", "")[:3]
    return (case, number, gender) if number in _SHAPES else (case, "", number)


def forms(token: Token) -> Sequence[Form]:
    """Every form that a word may be, that of its likeliest reading first."""
    return _forms(token.tags)


@lru_cache(WORDS)
def _forms(tags: frozenset[str]) -> Sequence[Form]:
    found = [_form(tag) for tag in sorted(tags) if "+" in tag]
    return sorted(found, key=lambda form: not tags.issuperset({one for one in form if one}))


def resolved(tokens: Sequence[Token]) -> list[Token]:
    """The words of a sentence with the cases that the words before them leave them; будет отчитываться is one verb."""
    found: list[Token] = []
    for number, token in enumerate(tokens):
        after = tokens[number + 1] if number + 1 < len(tokens) else token
        if (
            token.lemma in ("это", "то")
            and "NPRO" in token.tags
            and not after.tags.isdisjoint({"NOUN", "ADJF", "PRTF"})
        ):
            token = replace(token, tags=(token.tags - {"NPRO"}) | {"ADJF"})  # noqa: PLW2901
        elif token.lemma.endswith(_ADJECTIVAL) and "NOUN" in token.tags and before_noun(tokens, number):
            token = replace(token, tags=(token.tags - {"NOUN", "anim"}) | {"ADJF"})  # noqa: PLW2901
        elif "Name" in token.tags and token.text.islower():  # пол: no man called Paul
            token = replace(token, tags=token.tags - {"Name", "anim"})  # noqa: PLW2901
        elif token.lemma.endswith(("ое", "ее")) and {"NOUN", "neut"} <= token.tags and _adjective(token, after):
            token = replace(token, tags=(token.tags - {"NOUN", "neut"}) | {"ADJF"} | (after.tags & _SHAPES))  # noqa: PLW2901
        if "INFN" in token.tags and found and found[-1].text.lower() in _FUTURE:
            token = replace(token, tags=(token.tags - {"INFN"}) | (found[-1].tags & _FINITE))  # noqa: PLW2901
            found[-1] = replace(found[-1], tags=frozenset({"PRCL", "known"}))
        found.append(token if _NOMINAL.isdisjoint(token.tags) else _settled(found, token, after))
    return found


def before_noun(tokens: Sequence[Token], number: int) -> bool:
    """Whether a noun made of an adjective agrees with the noun behind it: рабочие места, больные и острые вопросы."""
    token, place = tokens[number], number + 1
    while place + 1 < len(tokens) and (modifies(tokens[place]) or tokens[place].text in ("и", ",")):
        if not modifies(tokens[place]) and not modifies(tokens[place + 1]):
            return False
        place += 1
    after = tokens[place] if place < len(tokens) else token
    if "NOUN" not in after.tags or after.text[:1].isupper() or after is token:
        return False
    return any(_same(other, form) for form in forms(token) for other in forms(after))


def _adjective(token: Token, after: Token) -> bool:
    """Whether a noun made of an adjective is one before its noun: главного тренера."""
    return "NOUN" in after.tags and any(one[0] == other[0] for one in forms(token) for other in forms(after))


def modifies(token: Token) -> bool:
    """Whether a word is an adjective or participle that may belong to the noun behind it."""
    return not token.tags.isdisjoint({"ADJF", "PRTF"}) and "NOUN" not in token.tags and token.lemma != "который"


def _settled(before: list[Token], token: Token, after: Token) -> Token:
    """A noun or adjective as the preposition and the adjectives before it want it; they are settled with it."""
    possible = forms(token)
    number = len(before)
    while number and modifies(before[number - 1]):
        number -= 1
    governed = _GOVERNED.get(before[number - 1].text.lower()) if number and "PREP" in before[number - 1].tags else None
    if governed is not None:
        possible = [form for form in possible if form[0] in governed] or possible
    if token.lemma == "который":
        return token if not possible or _is(token, possible[0]) else as_form(token, possible[0])
    last = before[-1] if number < len(before) else None
    if {"Fixd", "name"} <= token.tags and "surname" in after.tags and "nomn" not in after.tags:  # Эндрю Лоусона
        possible = [form for form in possible if form[0] in after.tags] or possible
    elif "NOUN" in token.tags and last is not None:
        possible = [form for form in possible if any(_same(form, other) for other in forms(last))] or possible
    elif before and "NOUN" in token.tags and _counted(before[-1], token):
        possible = [form for form in possible if form[0] == "gent"] or possible
    elif before and "NOUN" in token.tags & before[-1].tags:
        possible = _beside(before[-1], token, possible)
    elif {"NOUN", "anim"} <= token.tags and _told_before(before, possible):
        possible = [form for form in possible if form[0] == "accs"] or possible
    return token if not possible or _is(token, possible[0]) else as_form(token, possible[0])


def _counted(before: Token, token: Token) -> bool:
    """Whether what stands before a noun counts it: 2 млн человек."""
    return before.lemma in _THOUSANDS or (before.kind == "number" and token.text.lower() == "человек")


def _beside(before: Token, token: Token, possible: Sequence[Form]) -> Sequence[Form]:
    """A surname behind a first name stands in its case; a noun behind a noun is a genitive if it can be."""
    if before.tags & {"Name", "name"} and token.tags & {"Surn", "surname"}:
        return [form for form in possible if form[0] in before.tags] or possible
    common = "nomn" in token.tags & before.tags and token.text[:1].islower()
    if "Fixd" in token.tags and before.text.islower() and ("anim" not in before.tags or token.text.islower()):
        common = True  # принципу Паули
    return ([form for form in possible if form[0] == "gent"] or possible) if common else possible


def _is(token: Token, form: Form) -> bool:
    return token.tags.issuperset({one for one in form if one})


def _told_before(before: Sequence[Token], possible: Sequence[Form]) -> bool:
    """Whether a participle with a phrase of its own stands before a person: провалившегося под лёд инспектора."""
    near = before[-_PHRASE:]
    place = next((n for n in range(len(near) - 1, -1, -1) if near[n].tags & {"PRTF", "VERB"}), None)
    if place is None or "PRTF" not in near[place].tags or place + 2 > len(near) or "PREP" not in near[place + 1].tags:
        return False
    if any(one.kind == "mark" for one in near[place:]):
        return False
    return any(_same(form, other) for form in possible if form[0] == "accs" for other in forms(near[place]))


def _same(noun: Form, adjective: Form) -> bool:
    """Whether an adjective agrees with a noun."""
    return noun[:2] == adjective[:2] and (noun[1] == "plur" or not adjective[2] or noun[2] in (adjective[2], ""))


def as_form(token: Token, form: Form) -> Token:
    """A word read as one of its forms."""
    return replace(token, tags=(token.tags - CASES - _SHAPES) | {one for one in form if one})


def subject_form(token: Token, verb: Token) -> Token | None:
    """A noun as the nominative that agrees with a verb, or None where it has no such form."""
    for form in forms(token):
        if form[0] == "nomn" and agreeing(form, verb, token):
            return as_form(token, form)
    return None


def agreeing(form: Form, verb: Token, token: Token) -> bool:
    """Whether a form is the subject of a verb by number and gender; a man may be врач of a woman's verb."""
    if "plur" in verb.tags:
        return form[1] == "plur"
    genders = {"masc", "femn", "neut"} & verb.tags
    person = form[2] == "masc" and genders == {"femn"} and "anim" in token.tags
    return form[1] != "plur" and (not genders or form[2] in genders or person)


def object_form(token: Token, verb: Token) -> Token | None:
    """A name that cannot be the subject of a verb as the accusative that it may be: Гусева заменил."""
    told = "nomn" in token.tags and not any(one[0] == "nomn" and agreeing(one, verb, token) for one in forms(token))
    if not told:
        return None
    return next((as_form(token, form) for form in forms(token) if form[0] in ("accs", "datv")), None)


def among(form_case: str, token: Token) -> bool:
    """Whether a word may stand in a case."""
    return form_case in token.tags or any(form[0] == form_case for form in forms(token))


def agreed(noun: Token, adjective: Token) -> bool:
    """Whether a noun stands in a case and number of an adjective or participle."""
    alike = CASES & noun.tags & adjective.tags and ("plur" in noun.tags) == ("plur" in adjective.tags)
    return bool(alike) or any(_same(one, other) for one in forms(noun) for other in forms(adjective))


def of_gender(noun: Token, pronoun: Token) -> bool:
    """Whether a pronoun can stand for a noun by number and gender."""
    if "plur" in pronoun.tags:
        return "plur" in noun.tags
    genders = {form[2] for form in forms(noun)} | noun.tags
    return "plur" not in noun.tags and any(gender in pronoun.tags and gender in genders for gender in ("masc", "femn"))
