"""Names that were translated as words: Yuri Immortal for Юрий Бессмертных, Stone Beam for Каменная Балка."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker.detectors._established import register
from checker.detectors._transliteration import romanised, transliterates
from checker.detectors.names._mentions import FITS, bare, fit
from checker.detectors.names._nations import nations
from checker.model import Finding, Severity, Token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from checker.detectors.names._mentions import Mention, Sides
    from checker.model import Alignment, Rule
    from checker.protocols import Context

_SURE = 0.9
"""Strength of a link between a word and its translation."""
_LIKELY = 0.75
"""The same beside a first name that the translation has."""
_WEAK = 0.6
"""The same right behind that first name."""
_COMMON = 3.0
"""Zipf frequency of an English word that is more than a name."""
_NEAR = 0.3
_REACH = 4
"""Words of a translated name at most."""
_WORD = 1.5
"""The same right behind a first name: Yury Bullfinch."""
TABLES = ("exonyms", "foreign_names", "titles")
# What a phrase of two capitals is called after that English translates: White House, Red Square, the Southern Ocean.
_TRANSLATED = frozenset(
    """дом площадь море океан остров озеро река гора улица собор мост дворец башня стена крест пояс совет суд палата
    штат штаты нация республика союз федерация королевство империя орда церковь престол завет год рождество пасха
    восток запад север юг война победа революция партия армия флот гвардия корпус орден премия кубок лига мир
    земля группа фонд банк комитет комиссия комиссар министр президент король королева принц князь трон библия
    книга весна осень звезда луна медведь театр музей парк сад лес школа университет академия институт круг
    величество высочество бассейн равнина долина пустыня пролив залив канал каньон хребет водопад барьер риф
    разлом депрессия пятница суббота воскресенье понедельник вторник среда четверг неделя пост потоп исход террор смута
    гонка игра легион трибунал дума сенат собрание конгресс парламент сеть паутина список дыра брат отец мать список
    смерть чума вечеря проповедь писание предание завеса занавес кожа панель треугольник четырёхугольник вихрь шторм
    буря волна ночь день утро вечер час эпоха эра порядок курс путь дракон тигр лев волк пантера кодекс хартия
    договор пакт акт закон код список рыцарь леди палец рука око глаз""".split()  # noqa: SIM905
)


def translated(context: Context, beads: Sequence[Sides], alignment: Alignment, rule: Rule) -> Iterator[Finding]:
    """Surnames after a first name, and places of two words, whose words were translated."""
    zipf = context.language("en").zipf
    for bead in beads:
        pairs = [*_surnames(bead), *_places(bead)]
        halves = [token for tokens in bead.source for token in tokens if _hyphened(token)]
        seats = _seats(bead)
        if not pairs and not halves and not seats:
            continue
        every_link = context.links(bead.bead, "ru", "en")
        linked_all = [link for link in every_link if link.strength >= _LIKELY]
        linked = [link for link in linked_all if link.target.text[:1].isupper()]
        weak = {link.source.start: link.target for link in every_link if link.strength >= _WEAK}
        links = {link.source.start: link.target for link in linked}
        sure = {link.source.start: link.target for link in linked if link.strength >= _SURE}
        for words, last in pairs:
            behind = last and _behind_given(words[0], weak, bead)
            found = _found(words, last, weak if behind else sure, bead)
            least = _WORD if behind else _COMMON
            if found and zipf(bare(found[-1]).lower()) >= least and zipf(bare(found[0]).lower()) >= least:
                yield as_words(rule, alignment, words, found)
        every = {link.source.start: link.target for link in linked_all}
        for kind, name, place in _settlements(bead, seats, every):
            yield as_words(rule, alignment, (name,), place, kind)
        for token in halves:
            other = links.get(token.start)
            if other is not None and _half(token, other, zipf):
                yield as_words(rule, alignment, (token,), (other,))


_SEATS = frozenset(
    """поселок посёлок село деревня город городок хутор станица аул слобода космодром аэропорт порт
    аэродром""".split()  # noqa: SIM905
)
"""What has a name of its own behind it: в поселке Заречный."""


def _seats(bead: Sides) -> list[tuple[Token, Token]]:
    """Kinds of settlements with a name behind them that is a word of the dictionary, in no table and not quoted."""
    found = []
    for tokens in bead.source:
        known = {place for one in register(*TABLES).find(tokens) for place in range(one.start, one.stop)}
        for place, (kind, name) in enumerate(pairwise(tokens), start=1):
            behind = tokens[place + 1].text[:1] if place + 1 < len(tokens) else ""
            if kind.lemma in _SEATS and place not in known and not behind.isupper() and _plain_name(name):
                found.append((kind, name))
    return found


def _plain_name(name: Token) -> bool:
    """Whether a word is the name of the settlement before it: an adjective, or a noun in the nominative."""
    written = name.text[:1].isupper() and name.text[1:].islower() and len(name.text) > 3
    stands = "ADJF" in name.tags or {"NOUN", "nomn"} <= name.tags
    return written and stands and "known" in name.tags and not name.tags & {"Name", "Patr"}


def _settlements(
    bead: Sides, seats: Sequence[tuple[Token, Token]], links: Mapping[int, Token]
) -> Iterator[tuple[Token, Token, Sequence[Token]]]:
    """Names of settlements whose words were translated: the settlement of Beyond the River, Berry Cosmodrome."""
    for kind, name in seats:
        if any(fit(name, part) <= _NEAR for word in bead.capitals for part in bare(word).split("-")):
            continue
        noun, own = links.get(kind.start), links.get(name.start)
        row = next((row for row in bead.target if noun in row), ()) if noun is not None else ()
        if not row or noun is None:
            continue
        at = row.index(noun)
        run = _of_phrase(row, at)
        if run:
            yield kind, name, run
        elif own is not None and at and row[at - 1] is own and noun.text[:1].isupper() and own.text[:1].isupper():
            yield kind, name, (own,)


def _of_phrase(row: Sequence[Token], at: int) -> Sequence[Token]:
    """Words with capitals behind "settlement of", those between them too."""
    if at + 2 >= len(row) or row[at + 1].text.lower() not in ("of", "called", "named"):
        return ()
    stop = start = at + 2
    for place in range(start, min(len(row), start + _REACH)):
        if row[place].kind != "word":
            break
        if row[place].text[:1].isupper():
            stop = place + 1
    return row[start:stop] if row[start].text[:1].isupper() else ()


def _hyphened(token: Token) -> bool:
    return token.text.count("-") == 1 and all(part[:1].isupper() and len(part) > 2 for part in token.text.split("-"))


def _half(token: Token, other: Token, zipf: Callable[[str], float]) -> bool:
    """Whether one half of a name was translated and the other kept: Granit-South for Гранит-Юг; no first name."""
    theirs, ours = token.text.split("-"), bare(other).split("-")
    if len(ours) != len(theirs) or not all(part[:1].isupper() for part in ours):
        return False
    fits = [fit(_part(token, one), two) for one, two in zip(theirs, ours, strict=True)]
    if sorted(fit_ <= FITS for fit_ in fits) != [False, True]:
        return False
    at = fits.index(max(fits))
    known = nations(theirs[at]) or register(*TABLES).find((_part(token, theirs[at]),))
    return not known and "Name" not in token.tags and zipf(ours[at].lower()) >= _COMMON


def _part(token: Token, text: str) -> Token:
    return Token(token.start, token.stop, text, text.lower(), "word")


def _behind_given(surname: Token, links: Mapping[int, Token], bead: Sides) -> bool:
    """Whether the first name before a surname stands before its counterpart too."""
    mention = next(one for one in bead.mentions if surname in one.tokens)
    found = links.get(surname.start)
    row = next((row for row in bead.target if found in row), ())
    place = row.index(found) if found is not None and row else 0
    return bool(place) and fit(mention.tokens[0], bare(row[place - 1])) <= FITS


def _surnames(bead: Sides) -> Iterator[tuple[tuple[Token, ...], bool]]:
    """A first name with a surname that is a word, outside of quotation marks."""
    for mention in bead.mentions:
        if not mention.person or len(mention.tokens) < 2 or (mention.quoted and _titled(mention, bead)):
            continue
        last = mention.tokens[-1]
        if last.lemma in _ORDINALS:
            continue
        word = "known" in last.tags and ("appellative" in last.tags or not _NAMES & last.tags)
        if "Name" in mention.tokens[0].tags and word:
            yield (last,), True


def _titled(mention: Mention, bead: Sides) -> bool:
    """Whether a quotation mark stands right before or behind a name: a work or a firm, no speech that names someone."""
    row = next(row for row in bead.source if mention.tokens[0] in row)
    at = row.index(mention.tokens[0])
    beside = (*row[max(0, at - 1) : at], *row[at + len(mention.tokens) :][:1])
    return any(token.text in '«»“”„"' for token in beside)


_ORDINALS = frozenset(
    """первый второй третий четвертый четвёртый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый
    тринадцатый четырнадцатый пятнадцатый шестнадцатый великий младший старший""".split()  # noqa: SIM905
)
"""Rulers and popes have their numbers and epithets translated."""
_NAMES = frozenset({"Surn", "Name", "Patr", "Geox"})


def _places(bead: Sides) -> Iterator[tuple[tuple[Token, ...], bool]]:
    """An adjective and a noun with capitals inside a sentence, in no table."""
    for tokens in bead.source:
        known = {place for found in register(*TABLES).find(tokens) for place in range(found.start, found.stop)}
        for at in range(1, len(tokens) - 1):
            first, second = tokens[at], tokens[at + 1]
            if (
                known & {at, at + 1}
                or tokens[at - 1].text in '«“„"'
                or "ADJF" not in first.tags
                or "Apro" in first.tags
            ):
                continue
            capitals = all(one.text[:1].isupper() and one.text[1:].islower() for one in (first, second))
            word = "appellative" in second.tags or not _NAMES & second.tags
            if not _stands_in(tokens, at) or ("anim" in second.tags and "Surn" not in second.tags):
                continue
            # Streets of a group of people are translated as often as not: улица Красных Партизан.
            if capitals and "NOUN" in second.tags and second.lemma not in _TRANSLATED and word and not _group(second):
                yield (first, second), False


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


def _found(words: Sequence[Token], person: bool, links: Mapping[int, Token], bead: Sides) -> tuple[Token, ...] | None:
    """The words of the translation, where they are no transliteration of the name; None where that is uncertain."""
    if words[0].start not in links:
        return None
    first = links[words[0].start]
    row = next(row for row in bead.target if first in row)
    at = row.index(first)
    if any(fit(words[0], bare(other)) <= FITS for other in bead.capitals):
        return None
    if not person and _rendered(words, bead):
        return None
    if person:
        return (first,) if at and row[at - 1].text[:1].isupper() else None
    if at + 1 >= len(row) or not row[at + 1].text[:1].isupper():
        return None
    return row[at : at + 2] if links.get(words[1].start) in (row[at + 1], None) else None


_COMPASS = frozenset("северный южный западный восточный центральный юго-западный юго-восточный".split())  # noqa: SIM905
_COMPASS_TOO = frozenset({"северо-западный", "северо-восточный", "внутренний", "внешний"})
_SIZES = frozenset("верхний нижний новый старый большой малый великий средний ближний дальний".split())  # noqa: SIM905


def _rendered(words: Sequence[Token], bead: Sides) -> bool:
    """Whether a point of the compass or a size stands before a foreign name that was kept: Upper Lusatia.

    Of a name at home the whole is kept: Верхняя Тура is no Upper Tura.
    """
    kept = [bare(other) for other in bead.capitals if fit(words[1], bare(other)) <= FITS]
    if words[0].lemma in _COMPASS | _COMPASS_TOO:
        return bool(kept)
    abroad = not any(transliterates(form, name) for name in kept for form in (words[1].lemma, words[1].text))
    return words[0].lemma in _SIZES and bool(kept) and abroad


def as_words(
    rule: Rule, alignment: Alignment, words: Sequence[Token], found: Sequence[Token], kind: Token | None = None
) -> Finding:
    """The finding; `kind` is the noun that an adjective agrees with, where it is no part of the name."""
    source = alignment.source.span(words[0].start, words[-1].stop)
    span = alignment.target.span(found[0].start, found[-1].start + len(bare(found[-1])))
    message = f'"{span.text}" translates the words of a name: «{source.text}»'
    name = " ".join(_capitals(romanised(_nominative(word, kind or words[-1]))) for word in words)
    return Finding(rule, span, message, Severity.MAJOR, 0.8, source, name)


def _capitals(name: str) -> str:
    return "-".join(part[:1].upper() + part[1:] for part in name.split("-"))


def _nominative(word: Token, noun: Token) -> str:
    """The adjective as it stands before a noun of that gender; a surname that is a genitive plural as it stands."""
    if word is noun or "NOUN" in word.tags:
        if "nomn" in word.tags and word is not noun:
            return word.text
        return word.text if word.tags & {"ADJF", "VERB", "PRTS", "ADJS"} else word.lemma
    if "femn" in noun.tags:
        return word.lemma[:-2] + ("яя" if word.lemma.endswith("ний") else "ая")
    return word.lemma[:-2] + ("ее" if word.lemma.endswith("ний") else "ое") if "neut" in noun.tags else word.lemma
