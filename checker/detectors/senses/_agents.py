"""Who does what in a clause of the original, as far as one verb and one noun of it tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Token

_ACTIVE = frozenset({"VERB", "tran"})
_PLAIN_CASE = ("а", "я")
"""Endings of a feminine nominative, which is another form than the accusative."""
_ACTORS = frozenset({
    "автобус", "автомобиль", "аферист", "арбитр", "архитектор", "аэс", "вертолет", "ветер", "вратарь",
    "грузовик", "гэс", "дождь", "дрон", "дым", "запах", "здоровье", "зрение", "каток", "машина", "мороз",
    "мошенник", "нерв", "нервы", "нотариус", "огонь", "оперативник", "паводок", "площадь", "поезд", "полицейский",
    "полиция", "присяжный", "присяжные", "пуля", "ракета", "рефери", "священник", "сердце", "силовик", "скорость",
    "следователь", "снаряд", "снег", "судья", "суд", "сумма", "сырость", "таможенник", "течение",
    "трактор", "убыток", "ураган", "ущерб", "хакер", "холод", "шторм", "электростанция",
})  # fmt: skip
"""Nouns beside a verb that are what acts as often as not; of any other noun a row means what the verb does it to."""


def is_subject(tokens: Sequence[Token], verb: int, noun: int) -> bool:
    """Whether the noun at a place is what does the verb at another, though a verb of that kind is spoken of with what
    it does something to: «город занял остальное» is a city that borrowed, not one that was taken.

    A form that may be either case is the subject where it stands in front of a verb that agrees with it, unless what
    can be nothing but the subject follows.
    """
    one, other = tokens[verb], tokens[noun]
    if not one.tags >= _ACTIVE or not other.tags >= {"NOUN", "nomn"} or plain(other.lemma) in _ACTORS:
        return False
    if not _agree(one, other):
        return False
    if _clear(other):
        return True
    after = tokens[verb + 1] if verb + 1 < len(tokens) else None
    follows = after is not None and {"NOUN", "nomn"} <= after.tags and _clear(after) and _agree(one, after)
    return noun < verb and not follows


def _clear(noun: Token) -> bool:
    """Whether a nominative could not be an accusative."""
    return "anim" in noun.tags or ({"femn", "sing"} <= noun.tags and plain(noun.text).endswith(_PLAIN_CASE))


def _agree(verb: Token, noun: Token) -> bool:
    """Whether number and, in the past, gender are alike."""
    kinds = {"sing", "plur"} if "past" not in verb.tags else {"sing", "plur", "masc", "femn", "neut"}
    own, others = verb.tags & kinds, noun.tags & kinds
    return own <= others or ("plur" in own and "plur" in others)
