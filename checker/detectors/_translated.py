"""Names that were translated as words: Yuri Immortal for Юрий Бессмертных, Stone Beam for Каменная Балка."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors._established import register
from checker.detectors._mentions import FITS, bare, fit
from checker.detectors._transliteration import romanised
from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors._mentions import Sides
    from checker.model import Alignment, Rule, Token
    from checker.protocols import Context

_SURE = 0.9
"""Strength of a link between a word and its translation."""
_COMMON = 3.0
"""Zipf frequency of an English word that is more than a name."""
_TABLES = ("exonyms", "foreign_names", "titles")
# What a phrase of two capitals is called after that English translates: White House, Red Square, the Southern Ocean.
_TRANSLATED = frozenset(
    """дом площадь море океан остров озеро река гора улица собор мост дворец башня стена крест пояс совет суд палата
    штат штаты нация республика союз федерация королевство империя орда церковь престол завет год рождество пасха
    восток запад север юг война победа революция партия армия флот гвардия корпус орден премия кубок лига мир
    земля группа фонд банк комитет комиссия комиссар министр президент король королева принц князь трон библия
    книга весна осень звезда луна медведь театр музей парк сад лес школа университет академия институт круг
    величество высочество бассейн равнина долина пустыня пролив залив канал каньон хребет водопад барьер риф
    разлом""".split()  # noqa: SIM905
)


def translated(context: Context, beads: Sequence[Sides], alignment: Alignment, rule: Rule) -> Iterator[Finding]:
    """Surnames after a first name, and places of two words, whose words were translated."""
    zipf = context.language("en").zipf
    for bead in beads:
        pairs = [*_surnames(bead), *_places(bead)]
        if not pairs:
            continue
        links = {
            link.source.start: link.target
            for link in context.links(bead.bead, "ru", "en")
            if link.strength >= _SURE and link.target.text[:1].isupper()
        }
        for words, last in pairs:
            found = _found(words, last, links, bead)
            if found and zipf(bare(found[-1]).lower()) >= _COMMON and zipf(bare(found[0]).lower()) >= _COMMON:
                yield _finding(rule, alignment, words, found)


def _surnames(bead: Sides) -> Iterator[tuple[tuple[Token, ...], bool]]:
    """A first name with a surname that is a word, outside of quotation marks."""
    for mention in bead.mentions:
        if not mention.person or mention.quoted or len(mention.tokens) < 2:
            continue
        last = mention.tokens[-1]
        if {"Name", "known"} <= mention.tokens[0].tags and "known" in last.tags and not _NAMES & last.tags:
            yield (last,), True


_NAMES = frozenset({"Surn", "Name", "Patr", "Geox"})


def _places(bead: Sides) -> Iterator[tuple[tuple[Token, ...], bool]]:
    """An adjective and a noun with capitals inside a sentence, in no table."""
    for tokens in bead.source:
        known = {place for found in register(*_TABLES).find(tokens) for place in range(found.start, found.stop)}
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
            if capitals and "NOUN" in second.tags and second.lemma not in _TRANSLATED and not _NAMES & second.tags:
                yield (first, second), False


def _found(words: Sequence[Token], person: bool, links: Mapping[int, Token], bead: Sides) -> tuple[Token, ...] | None:
    """The words of the translation, where they are no transliteration of the name; None where that is uncertain."""
    if words[0].start not in links:
        return None
    first = links[words[0].start]
    row = next(row for row in bead.target if first in row)
    at = row.index(first)
    if any(fit(words[0], bare(other)) <= FITS for other in bead.capitals):
        return None
    if person:
        return (first,) if at and row[at - 1].text[:1].isupper() else None
    if at + 1 >= len(row) or not row[at + 1].text[:1].isupper():
        return None
    return row[at : at + 2] if links.get(words[1].start) in (row[at + 1], None) else None


def _finding(rule: Rule, alignment: Alignment, words: Sequence[Token], found: Sequence[Token]) -> Finding:
    source = alignment.source.span(words[0].start, words[-1].stop)
    span = alignment.target.span(found[0].start, found[-1].start + len(bare(found[-1])))
    message = f'"{span.text}" translates the words of a name: «{source.text}»'
    name = " ".join(romanised(_nominative(word, words[-1]).capitalize()) for word in words)
    return Finding(rule, span, message, Severity.MAJOR, 0.8, source, name)


def _nominative(word: Token, noun: Token) -> str:
    """The adjective as it stands before a noun of that gender; a surname that is a genitive plural as it stands."""
    if word is noun:
        return word.text if "ADJF" in word.tags else word.lemma
    if "femn" in noun.tags:
        return word.lemma[:-2] + ("яя" if word.lemma.endswith("ний") else "ая")
    return word.lemma[:-2] + ("ее" if word.lemma.endswith("ний") else "ое") if "neut" in noun.tags else word.lemma
