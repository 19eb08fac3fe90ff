"""Who bears a name: whether the words beside it say that he is at home in Russian."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.detectors._established import Entry, entries
from checker.detectors.names._foreign import home_grown
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.detectors.names._mentions import Mention
    from checker.model import Token

_GUESTS = frozenset(
    """мартин патрик питер пол поль томас тони фил ник николас доминик дональд лора лоран луи пауло рик рэй сэм ральф
    стефани маргарет меган грейс билл брэд бьорн крис кристин колин эллен кит деннис дэн эми эрик эмма ребекка сара
    сильвио мари марин натали тереза райнер маттиас рут эдит ханна грег николь теодор фридрих""".split()  # noqa: SIM905
)
"""First names with several English spellings that are hardly those of a Russian."""
_HOSTS = frozenset(
    """борис лев иван константин вячеслав роман антон артем вадим станислав ярослав руслан глеб семен степан матвей
    егор данила даниил леонид владислав всеволод святослав захар макар тимофей богдан ринат рустам тимур ильдар дамир
    айдар азамат денис ольга ирина светлана марина людмила надежда любовь вера галина тамара лариса валентина нина
    оксана алла жанна инна полина дарья анастасия алена зинаида раиса гульнара зоя варвара василиса олеся леся тарас
    мирон савелий прохор родион лидия нелли римма эльвира""".split()  # noqa: SIM905
)
"""First names of Russia and its neighbours that the table of first names does not have."""
_SHORTEST = 4
_STEM = 5
"""Letters of a surname that its cases have in common."""


@cache
def _by_source() -> dict[str, Entry]:
    return {entry.source.lower(): entry for entry in entries("foreign_names") if " " not in entry.source}


def single(lemma: str) -> Entry | None:
    """The row of a foreign or first name of one word."""
    return _by_source().get(lemma)


def russian_person(mention: Mention, token: Token) -> bool:
    """Whether the name beside it says that its bearer is at home in Russian."""
    others = [other for other in mention.tokens if other is not token]
    return any("Patr" in other.tags or _home_grown(other) or _russian_given(other) for other in others)


def _home_grown(token: Token) -> bool:
    """Whether a name beside another is formed as at home; a foreign first name of the table is not (Люк)."""
    entry = single(token.lemma)
    guest = plain(token.lemma) in _GUESTS or (entry is not None and entry.status == "foreign")
    return home_grown(token.lemma) and not guest


def _russian_given(token: Token) -> bool:
    entry = single(token.lemma)
    listed = entry is not None and entry.kind == "given" and entry.status == "variants"
    low = plain(token.lemma)
    return (listed and low not in _GUESTS) or low in _HOSTS


def hosts(rows: Iterable[Sequence[Token]]) -> Iterator[str]:
    """Beginnings of the surnames that stand behind a Russian first name or patronymic anywhere in an article."""
    for tokens in rows:
        for first, last in pairwise(tokens):
            named = last.text[:1].isupper() and len(last.text) > _SHORTEST
            if named and ("Patr" in first.tags or ("Name" in first.tags and _russian_given(first))):
                yield _stem(last)


def at_home(token: Token, known: frozenset[str]) -> bool:
    """Whether a surname is one of `hosts`."""
    return bool(known) and _stem(token) in known


def _stem(token: Token) -> str:
    return plain(token.text[:_STEM])
