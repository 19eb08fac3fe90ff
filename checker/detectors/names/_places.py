"""Places of two words of the dictionary: Каменная Балка, Сухой Лог. English keeps them; abroad it may have its own."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from checker.detectors._established import register
from checker.detectors._transliteration import transliterates
from checker.detectors.names._mentions import FITS, bare, fit, quoted
from checker.patterns import QUOTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.names._mentions import Sides
    from checker.model import Token

TABLES = ("exonyms", "foreign_names", "titles")
NAMES = frozenset({"Surn", "Name", "Patr", "Geox"})
# What a phrase of two capitals is called after that English translates: White House, Red Square, the Southern Ocean.
_TRANSLATED = frozenset(
    """дом площадь море океан остров озеро река гора улица собор мост дворец башня стена крест пояс совет суд палата
    штат штаты нация республика союз федерация королевство империя орда церковь престол завет год рождество пасха
    восток запад север юг война победа революция партия армия флот гвардия корпус орден премия кубок лига мир земля
    группа фонд банк комитет комиссия комиссар министр президент король королева принц князь трон библия книга весна
    осень звезда луна медведь театр музей парк сад лес школа университет академия институт круг величество высочество
    бассейн равнина долина пустыня пролив залив канал каньон хребет водопад барьер риф разлом свет город квартал
    депрессия пятница суббота воскресенье понедельник вторник среда четверг неделя пост потоп исход террор смута
    гонка игра легион трибунал дума сенат собрание конгресс парламент сеть паутина список дыра брат отец мать смерть
    чума вечеря проповедь писание предание завеса занавес кожа панель треугольник четырёхугольник вихрь шторм буря
    волна ночь день утро вечер час эпоха эра порядок курс путь дракон тигр лев волк пантера кодекс хартия договор
    пакт акт закон код рыцарь леди палец рука око глаз""".split()  # noqa: SIM905
)


def places_of_words(bead: Sides) -> Iterator[tuple[tuple[Token, ...], bool]]:
    """An adjective and a noun with capitals inside a sentence, in no table."""
    for tokens in bead.source:
        titled = _titled(tokens)
        known = {place for found in register(*TABLES).find(tokens) for place in range(found.start, found.stop)}
        for at in range(1, len(tokens) - 1):
            first, second = tokens[at], tokens[at + 1]
            if (
                known & {at, at + 1}
                or at in titled
                or tokens[at - 1].text in '«“„"'
                or "ADJF" not in first.tags
                or "Apro" in first.tags
            ):
                continue
            capitals = all(one.text[:1].isupper() and one.text[1:].islower() for one in (first, second))
            word = "appellative" in second.tags or not NAMES & second.tags
            if not _stands_in(tokens, at) or ("anim" in second.tags and "Surn" not in second.tags):
                continue
            # Streets of a group of people are translated as often as not: улица Красных Партизан.
            if capitals and "NOUN" in second.tags and second.lemma not in _TRANSLATED and word and not _group(second):
                yield (first, second), False


def _titled(tokens: Sequence[Token]) -> frozenset[int]:
    """Places of the words of titles: in quotation marks, more than two of them, every long one with a capital."""
    inside = sorted(quoted(tokens)) if any(token.text in QUOTES for token in tokens) else []
    found: set[int] = set()
    for _, run in groupby(enumerate(inside), key=lambda place: place[1] - place[0]):
        places = [place for _, place in run]
        words = [tokens[place].text for place in places if len(tokens[place].text) >= _LONG]
        if len(words) > 2 and all(word[:1].isupper() for word in words):
            found.update(places)
    return frozenset(found)


_LONG = 4
_OF_PLACE = frozenset(
    """житель мэр администрация власть глава район округ город городок деревня село посёлок поселок хутор станица
    станция разъезд окрестность окраина улица урочище местность долина берег порт вокзал аэропорт рынок парк школа
    больница кладбище церковь хозяин фермер дачник крестьянин уроженец поле роща яр слобода мельница
    брод""".split()  # noqa: SIM905
)
"""What has the name of a place behind it."""
_AT = frozenset("в во на из под у около близ возле через мимо до к ко вдоль вокруг над за между от по".split())  # noqa: SIM905


def _stands_in(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words before a name say that it is a place: у Каменной Балки, жители Сухого Лога."""
    before = tokens[at - 1]
    return before.text.lower() in _AT or before.lemma in _OF_PLACE


def _group(noun: Token) -> bool:
    return {"gent", "plur", "anim"} <= noun.tags


_COMPASS = frozenset("северный южный западный восточный центральный юго-западный юго-восточный".split())  # noqa: SIM905
_COMPASS_TOO = frozenset({"северо-западный", "северо-восточный", "внутренний", "внешний"})
_SIZES = frozenset("верхний нижний новый старый большой малый великий средний ближний дальний".split())  # noqa: SIM905


def rendered(words: Sequence[Token], bead: Sides) -> bool:
    """Whether a point of the compass or a size stands before a foreign name that was kept: Upper Lusatia.

    Of a name at home the whole is kept: Верхняя Тура is no Upper Tura.
    """
    kept = [bare(other) for other in bead.capitals if fit(words[1], bare(other)) <= FITS]
    if words[0].lemma in _COMPASS | _COMPASS_TOO:
        return bool(kept)
    abroad = not any(transliterates(form, name) for name in kept for form in (words[1].lemma, words[1].text))
    return words[0].lemma in _SIZES and bool(kept) and abroad
