"""Whose: possessives of the translation whose owner the original says by a name, by свой, or by nobody at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Link, Token

_LINKED = 0.7
_SURE = 0.9
_PERSONAL = frozenset({"он", "она", "я", "ты", "вы", "мы", "кто", "который"})
_THEIR = {"его": "masc", "ее": "femn"}
_OTHER = {"masc": "femn", "femn": "masc"}
_ANY = frozenset("его ее оно ему ей него нее нему ней".split())  # noqa: SIM905
_OURS = {"his": "masc", "her": "femn", "him": "masc", "he": "masc", "she": "femn"}
_CLOSE = 16
"""Characters from a possessive to its noun: her former director."""
_HEADS = frozenset(
    """директор гендиректор глава руководитель начальник президент председатель владелец основатель учредитель редактор
    главред представитель сотрудник работник акционер юрист адвокат тренер ректор совладелец управляющий заведующий
    пресс-секретарь менеджмент лидер сопредседатель директриса руководство правление сайт
    клиент покупатель филиал офис бухгалтер гендир""".split()  # noqa: SIM905
)
_HOUSES = frozenset(
    """компания филармония фирма корпорация партия газета больница школа организация академия команда клиника фабрика
    библиотека ассоциация федерация администрация авиакомпания радиостанция типография галерея студия поликлиника
    телекомпания биржа палата комиссия прокуратура полиция церковь сеть лаборатория
    завод театр музей университет банк клуб фонд институт концерн холдинг комитет телеканал регулятор суд комбинат
    колледж лицей журнал союз департамент стартап аэропорт порт зоопарк цирк ресторан магазин отель санаторий
    движение объединение агентство издание министерство предприятие общество учреждение ведомство
    издательство училище""".split()  # noqa: SIM905
)
_NEUTER_BEINGS = frozenset("лицо дитя существо животное божество чудовище млекопитающее насекомое солнце".split())  # noqa: SIM905
_BEHIND = {"ней": "femn", "нее": "femn", "нею": "femn", "нем": "masc", "него": "masc", "ним": "masc"}
"""Forms that stand behind a preposition, as a thing does: мельница, чтобы на ней вертеться."""
_COUNTRIES = ("Geox", "place")


def by_name(token: Token, tokens: Sequence[Token], links: Sequence[Link], after: Sequence[Token]) -> Token | None:
    """The её of a woman who is named before it, for a "his" whose noun renders nothing else of the original."""
    gender = _OTHER[_OURS[token.text.lower()]] if token.text.lower() in ("his", "her") else ""
    owners = [one for one in tokens if _THEIR.get(plain(one.text)) == gender]
    others = [one for one in tokens if plain(one.text) in _THEIR and one not in owners]
    if len(owners) != 1 or others or not after:
        return None
    named = [one for one in tokens if one.start < owners[0].start and {"Name", "known", "nomn", "sing"} <= one.tags]
    taken = any(link.target.start == after[0].start and link.strength >= _LINKED for link in links)
    if taken or not named or any(gender not in one.tags for one in named):
        return None
    return owners[0]


def own(token: Token, tokens: Sequence[Token], links: Sequence[Link]) -> Token | None:
    """The он or она of a sentence whose свой has become a possessive of the other gender."""
    if token.text.lower() not in ("his", "her"):
        return None
    whose = next(
        (
            link.source
            for link in links
            if link.target.start == token.start and link.source.lemma == "свой" and link.strength >= _LINKED
        ),
        None,
    )
    gender = _OURS[token.text.lower()]
    subjects = [one for one in tokens if plain(one.text) in ("он", "она")]
    genders = {"masc" if plain(one.text) == "он" else "femn" for one in subjects}
    if whose is None or genders != {_OTHER[gender]} or _later(subjects[0], whose, tokens):
        return None
    nearer = [one for one in tokens if subjects[0].start < one.start < whose.start and gender in one.tags]
    return None if any(_takes_over(one) for one in nearer) else subjects[0]


def _later(subject: Token, whose: Token, tokens: Sequence[Token]) -> bool:
    """Whether a subject stands behind свой and another verb: he drove his car and hit a girl, so that she was hurt."""
    return any("VERB" in one.tags for one in tokens if whose.start < one.start < subject.start)


def _takes_over(token: Token) -> bool:
    """Whether a word begins a clause with a subject of its own: что мужчина признал свою вину, который."""
    if not {"nomn", "sing"} <= token.tags:
        return False
    return token.lemma == "который" or {"NOUN", "anim"} <= token.tags or bool({"Name", "Surn"} & token.tags)


def thing(token: Token, links: Sequence[Link], tokens: Sequence[Token], before: Sequence[Token]) -> Token | None:
    """The его or её that no person said so far can be: движение ... его лидер, дождь ... его обещали."""
    given = next(
        (
            link.source
            for link in links
            if link.target.start == token.start and link.strength >= _SURE and plain(link.source.text) in _ANY
        ),
        None,
    )
    if given is None or token.text.lower() not in _OURS:
        return None
    said = [*before, *(one for one in tokens if one.start < given.start)]
    if plain(given.text) == "оно":
        return None if any(one.lemma in _NEUTER_BEINGS for one in said) else given
    gender = _OURS[token.text.lower()]
    things = [
        one for one in said if {"NOUN", "inan", "sing"} <= one.tags and (gender in one.tags or "neut" in one.tags)
    ]
    return given if things and not any(_somebody(one) for one in said) else None


def office(token: Token, links: Sequence[Link], tokens: Sequence[Token], previous: Sequence[Token]) -> Token | None:
    """The её of a firm or house for a her before the word for its head: её директор.

    The sentence names the house before it; where it opens with the possessive, the `previous` one does.
    """
    low = token.text.lower()
    if low not in ("his", "her"):
        return None
    for link in links:
        close = 0 < link.target.start - token.stop <= _CLOSE
        if not close or link.strength < _LINKED or link.source.lemma not in _HEADS:
            continue
        place = next((n for n, one in enumerate(tokens) if one.start == link.source.start), 0)
        given = next(
            (one for one in tokens[max(0, place - 2) : place] if _THEIR.get(plain(one.text)) == _OURS[low]), None
        )
        before = [one for one in tokens if given is not None and one.start < given.start] or previous
        houses = [one for one in before if one.lemma in _HOUSES and _agrees(one, _OURS[low])]
        persons = [one for one in before if _person(one, _OURS[low])]
        if given is not None and houses and not persons:
            return given
    return None


def of_thing(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a pronoun behind a preposition has a thing of its gender right before it in the sentence."""
    gender = _BEHIND.get(plain(token.text))
    if gender is None:
        return False
    nouns = [one for one in tokens if one.start < token.start and "NOUN" in one.tags and _agrees(one, gender)]
    return bool(nouns) and "anim" not in nouns[-1].tags and not _person(nouns[-1], gender)


def _agrees(token: Token, gender: str) -> bool:
    return "sing" in token.tags and (gender in token.tags or (gender == "masc" and "neut" in token.tags))


def _person(token: Token, gender: str) -> bool:
    """Whether a word may be a person of that gender: a name may be of either, a doctor or judge a woman."""
    named = bool({"Name", "Surn", "Patr"} & token.tags) or (token.text[:1].isupper() and "known" not in token.tags)
    return (
        named
        or plain(token.text) in ("он", "она")
        or ({"NOUN", "anim"} <= token.tags and not (gender == "masc" and "femn" in token.tags))
    )


def _somebody(token: Token) -> bool:
    """Whether a word may be a person, a country or a ship: a name, an animate noun, a pronoun, an unknown capital."""
    if token.lemma in _PERSONAL or {"Name", "Surn", "Patr", "name", "surname"} & token.tags or "anim" in token.tags:
        return True
    if any(tag in token.tags for tag in _COUNTRIES) or "1per" in token.tags or "2per" in token.tags:
        return True
    adjective = "ADJF" in token.tags and "Subx" in token.tags
    return adjective or (token.text[:1].isupper() and "known" not in token.tags)
