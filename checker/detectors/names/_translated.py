"""Names that were translated as words: Yuri Immortal for Юрий Бессмертных, Stone Beam for Каменная Балка."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker.detectors._established import register
from checker.detectors._nations import nations
from checker.detectors._transliteration import romanised
from checker.detectors.names._mentions import FITS, bare, fit
from checker.detectors.names._nations import abroad
from checker.detectors.names._places import NAMES, TABLES, places_of_words, rendered
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
_NEAR_BY = 2
"""Beads on either side in which a foreign country makes a place one abroad: the Black Hills, Bear Creek."""
_REACH = 4
"""Words of a translated name at most."""
_WORD = 1.5
"""The same right behind a first name: Yury Bullfinch."""


def translated(context: Context, beads: Sequence[Sides], alignment: Alignment, rule: Rule) -> Iterator[Finding]:
    """Surnames after a first name, and places of two words, whose words were translated."""
    zipf = context.language("en").zipf
    for number, bead in enumerate(beads):
        places = () if abroad(beads[max(0, number - _NEAR_BY) : number + _NEAR_BY + 1]) else places_of_words(bead)
        pairs = [*_surnames(bead), *places]
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
        word = "known" in last.tags and ("appellative" in last.tags or not NAMES & last.tags)
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


def _found(words: Sequence[Token], person: bool, links: Mapping[int, Token], bead: Sides) -> tuple[Token, ...] | None:
    """The words of the translation, where they are no transliteration of the name; None where that is uncertain."""
    if words[0].start not in links:
        return None
    first = links[words[0].start]
    row = next(row for row in bead.target if first in row)
    at = row.index(first)
    if any(fit(words[0], bare(other)) <= FITS for other in bead.capitals):
        return None
    if not person and rendered(words, bead):
        return None
    if person:
        return (first,) if at and row[at - 1].text[:1].isupper() else None
    if at + 1 >= len(row) or not row[at + 1].text[:1].isupper():
        return None
    return row[at : at + 2] if links.get(words[1].start) in (row[at + 1], None) else None


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
