"""Doer and sufferer exchanged in other ways: two sides of a sentence, whose deputy, a subject left unsaid."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker.detectors._transliteration import transliterates
from checker.detectors.roles._clauses import NAMES, bodies, stretch
from checker.detectors.roles._order import RECEIVING, ahead, targets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Link, Token

    Parts = tuple[tuple[Token, ...], tuple[int, int]]
    """Words of the original, and start and end in the translation."""

_SURE = 0.65
_MARKS = frozenset("—–―−-,.!?…»”“\"'’")
"""Marks before a verb that tells who said what stands before them."""
_CONTRAST = frozenset({"а", "но"})
_BEFORE_DOER = frozenset({"by", "from", "of", "to", "with", "for", "than", "that"})
_KIN = frozenset(
    """заместитель помощник жена муж сын дочь брат сестра отец мать адвокат защитник секретарь водитель шофер охранник
    представитель подчиненный подчинённый начальник зять племянник коллега друг соратник сотрудник советник преемник
    предшественник наследник ученик агент тренер врач партнер партнёр соперник однофамилец двойник убийца
    знакомый сосед пресс-секретарь соавтор дядя тетя внук внучка""".split()  # noqa: SIM905
)
"""Persons of somebody: whose they are stands behind them in the genitive."""
_AMBIGUOUS = ("ова", "ева", "ёва", "ина", "ына", "ая", "ой")
"""Endings of a man's surname in the genitive that are a woman's nominative too."""


def sides_swapped(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """ "The firm undertook this, and the union that" that has become "the union undertook this, and the firm that"."""
    target = targets(links, _SURE)
    subjects = [token for token in tokens if _side(token) and token.start in target]
    for one, two in pairwise(subjects):
        verb = next((t for t in tokens if "VERB" in t.tags and one.start < t.start < two.start), None)
        if verb is None or verb.start not in target or not _contrasted(tokens, two):
            continue
        ours, theirs, made = target[one.start], target[two.start], target[verb.start]
        if _renders(links, made) != verb.start or not theirs.start < made.start < ours.start:
            continue
        first, passive = ahead(words, made, frozenset({theirs.start}))
        place = words.index(ours)
        near = {word.text.lower() for word in words[max(0, place - 2) : place]}
        if first is not None and not passive and _BEFORE_DOER.isdisjoint(near):
            yield (one, verb, two), (theirs.start, made.stop)
            yield (one, verb, two), (ours.start, ours.stop)


def _renders(links: Sequence[Link], made: Token) -> int:
    """The word of the original that a word of the translation renders before all others."""
    return max((link for link in links if link.target == made), key=lambda link: link.strength).source.start


def _side(token: Token) -> bool:
    return {"NOUN", "nomn", "sing"} <= token.tags and ("anim" in token.tags or token.lemma in bodies())


def _contrasted(tokens: Sequence[Token], subject: Token) -> bool:
    """Whether the second subject stands right behind a mark and a conjunction: ", а профсоюз"."""
    place = tokens.index(subject)
    return place > 1 and tokens[place - 1].text.lower() in _CONTRAST and tokens[place - 2].text in ",;"


def owners_lost(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """ "First Deputy Kobzar" for первый заместитель Кобзаря, who is another man."""
    target = targets(links, _SURE)
    for title, name, behind in zip(tokens, tokens[1:], [*tokens[2:], None], strict=False):
        if behind is not None and "Name" in name.tags and behind.text.endswith(_AMBIGUOUS) and name.text.endswith("а"):
            continue  # a woman with her surname: тренер Александра Лукина
        if title.lemma not in _KIN or {"gent", "plur"} & title.tags or not _owner(name):
            continue
        one, two = target.get(title.start), target.get(name.start)
        if one is None or two is None or two.text.endswith(("'s", "’s", "'", "’")):
            continue
        if two.text.endswith("a") and name.text.endswith(("а", "я")):
            continue  # the name of the person herself, which reads as a man's genitive: дочь Альфия, коллега Тамина
        if _office(name, two):
            continue
        place = words.index(two)
        if place and words[place - 1] is one and two.text[:1].isupper():
            after = words[place + 1].text.lower() if place + 1 < len(words) else ""
            if after not in ("'s", "’s", "'", "’", "family"):
                yield (title, name), (one.start, two.stop)


def _owner(name: Token) -> bool:
    """A surname that can be nothing but a man's genitive."""
    text = name.text
    plain = text[:1].isupper() and text[1:].islower() and len(text) > 4
    return plain and {"gent", "sing"} <= name.tags and "femn" not in name.tags and not text.endswith(_AMBIGUOUS)


def _office(name: Token, said: Token) -> bool:
    """Whether a capital makes no name of a word, but an office: заместитель Министра is the Deputy Minister."""
    if name.tags & NAMES or "known" not in name.tags:
        return False
    return not transliterates(name.lemma, said.text)


def _subjectless(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Verbs of a masculine or feminine doer who is left unsaid, with the person in the dative behind them."""
    for number, verb in enumerate(tokens):
        if not {"VERB", "sing", "past"} <= verb.tags or "neut" in verb.tags or verb.lemma.endswith(("ся", "сь")):
            continue
        around = [*stretch(tokens, number, -1), *stretch(tokens, number, 1)]
        if any(token.tags & {"nomn", "NPRO"} for token in around if token.kind == "word"):
            continue
        after = [token for token in stretch(tokens, number, 1) if token.kind == "word"][:2]
        given = next((token for token in after if {"NOUN", "anim", "datv"} <= token.tags), None)
        if given is not None and not _speaker(tokens, number, given):
            yield verb, given


def _speaker(tokens: Sequence[Token], number: int, given: Token) -> bool:
    """Whether a name that looks like a dative may be the doer: one the dictionary does not know, or behind a mark.

    A verb that follows a quotation has whoever speaks behind it: — пояснил Дембеле, — сказал Андре.
    """
    if not given.text[:1].isupper():
        return False
    before = next((token for token in reversed(tokens[:number]) if "ADVB" not in token.tags), None)
    inverted = before is not None and before.text in _MARKS
    return "known" not in given.tags or inverted


def undone(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """ "His friends were showing him the way" for показывал приятелям дорогу, where the doer is left unsaid."""
    target = targets(links, _SURE)
    for verb, given in _subjectless(tokens):
        made, person = target.get(verb.start), target.get(given.start)
        if made is None or person is None or made not in words or made.lemma in RECEIVING:
            continue
        first, passive = ahead(words, made, frozenset({person.start}))
        if first is not None and not passive:
            yield (verb, given), (first, made.stop)
