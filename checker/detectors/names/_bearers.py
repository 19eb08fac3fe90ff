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
    эдвард сильвио мари марин натали тереза райнер маттиас рут эдит ханна грег николь теодор фридрих""".split()  # noqa: SIM905
)
"""First names with several English spellings that are hardly those of a Russian."""
_HOSTS = frozenset(
    """абрам аглая агния азамат азат айгуль айдар айрат айсылу алена алихан алла альбина альмира анастасия анвар
    ангелина антон антонина арсен артем асият аскар аслан ася ахмат богдан борис булат вадим валентина валерия
    варвара василиса венера вениамин вера викентий вильдан владислав владлен всеволод вячеслав гавриил галина
    герасим глеб гузель гульнара гурам гюзель дамир даниил данила дарья демьян денис динара евдокия егор еремей
    ефим ефрем ефросинья жанна зарема захар зелимхан зинаида зиновий злата зоя зульфия иван игнат изяслав ильдар
    ильшат ильяс инга инесса инна иннокентий ипполит ирина исаак камиль капитолина касьян клавдия клим
    константин кузьма лаврентий лада лазарь лариса лев леван лейла леонид леся лидия лилия любовь людмила
    магомед мадина макар марат маргарита марианна марина матвей милана мирон мстислав мурад муса надежда назар
    наиль наум нелли никон нина нонна оксана октябрина олеся ольга остап пантелей патимат полина прасковья
    прохор равиль рада раиса рамзан рамиль рауза рафаиль рашид резеда ренат римма ринат родион роза розалия
    роман ростислав руслан рустам рустем савва савелий салават самуил сания светлана святослав семен серафим
    серафима снежана спартак станислав степан таисия тамара тамила тарас тигран тимофей тимур трофим ульяна
    фаддей фаина фарид федот филат флюра фома харитон хасан шамиль эвелина элина эльвира эльдар эльмир юлий якуб
    яна ярослав""".split()  # noqa: SIM905
)
"""First names of Russia and its neighbours that the table of first names does not have."""
_EITHER = frozenset(
    """эдуард генрих альберт роберт артур герман марк эмиль альфред людвиг карл рудольф белла
    клара""".split()  # noqa: SIM905
)
"""First names that are as common in Russia as abroad: of a Russian, unless a country is said beside them."""
_OF_RUSSIA = tuple("ов ова ев ева ёв ёва ский ская цкий цкая вич швили дзе нян рян тян лян сян ина".split())  # noqa: SIM905
"""Endings of surnames from Russia and its neighbours alone: a first name before them is written as there."""
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


def either(mention: Mention, token: Token) -> bool:
    """Whether the first name may be a Russian's as well as a foreigner's: Эдуард Шварц."""
    return any(plain(other.lemma) in _EITHER for other in mention.tokens if other is not token)


def of_russia(mention: Mention, token: Token) -> bool:
    """Whether a first name stands before a surname or patronymic of Russia: Луиза Ахметова."""
    behind = [other for other in mention.tokens if other.start > token.start]
    return any("Patr" in other.tags or other.lemma.endswith(_OF_RUSSIA) for other in behind)


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
