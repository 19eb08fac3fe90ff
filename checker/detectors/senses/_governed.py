"""A word's sense that the word it goes with settles: показания are taken (сняли), never filmed or removed.

The table checker/data/governed.tsv has for a word of the original the words it goes with, the English that is wrong
beside them and what English says. Nothing is weighed: the two stand together in one clause, a noun with its
preposition or without, and a word link, or the place beside the rendering of the other, says which English word renders
the first. Where none of its words stands there, the topic of the article may settle it. Where a sense is settled and
English says anything but what is wrong, nothing more is asked about the word.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._cues import readable
from checker.detectors.senses._agents import is_subject
from checker.detectors.senses._english import English, named
from checker.detectors.senses._places import is_name
from checker.detectors.senses._sense_table import topics_of
from checker.patterns import QUOTES, plain

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from checker.model import Bead, Link, Pair, Token
    from checker.protocols import Context

_REACH = 4
"""Words between which the two may stand, in one clause."""
_LATER, _EARLIER = 2, 2
"""The same for an adjective, whose noun follows it or stands before it, and for a noun that another one owns."""
_ADJECTIVES = frozenset({"ADJF", "PRTF", "ADJS"})
_VERBS = frozenset({"VERB", "INFN", "GRND", "PRTS"})
_ABOUT, _NEIGHBOURS, _SAID = 8, 2, 3
"""Words of a topic that make an article one about it; beads to either side of which as many have words of it."""
_LINKED = 0.4
_TAKEN = 0.7
"""Strength of a link from which the English word renders another word of the original."""
_OVER = 0.15
"""Lead of a link from another word of the original from which the English renders that one."""
_NEAR = 4
"""Words of English within which an unlinked one renders the word."""
_TOGETHER = 8
"""Words of English within which what renders the other word stands: else the two were not rendered as a pair."""
_BEFORE = frozenset({"ADJF", "PRTF", "NUMR", "Apro", "Anum"})
"""What may stand between a preposition and its noun."""
_AMOUNTS = frozenset({
    "миллион", "миллиард", "тысяча", "триллион", "часть", "большинство", "ряд", "пакет", "половина", "треть", "сумма",
    "четверть", "серия", "множество", "десяток", "сотня", "процент", "остаток", "количество", "число", "пара", "тонна",
})  # fmt: skip
"""Nouns whose genitive is what is spoken of: миллион рублей is money."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A word whose sense is settled, and the English that stands for it where that is wrong."""

    source: Token
    beside: Token | None
    target: tuple[Token, ...]
    better: tuple[str, ...]


@cache
def _rows(lang: str) -> Mapping[str, Mapping[str, tuple[English, ...]]]:
    """By the word, then by what it goes with: a word with its preposition (на учет), a topic (#sport), "" for any."""
    table: dict[str, dict[str, tuple[English, ...]]] = defaultdict(dict)
    for row in data.rows("governed"):
        if row["lang"] != lang:
            continue
        made = English.read(row["wrong"], row["right"])
        for word in row["word"].split("|"):
            for other in row["with"].split("|"):
                table[word][other] = (*table[word].get(other, ()), made)
    return dict(table)


def settled(context: Context, pair: Pair) -> Iterator[Settled]:
    """Words of the original whose sense is settled, sentence by sentence; `target` is empty where English is right."""
    if pair.source is None:
        return
    langs = pair.source.source.lang, pair.translation.lang
    rows = _rows(langs[0])
    if not rows:
        return
    sentences = [[context.tokens(langs[0], span) for span in bead.source] for bead in pair.beads]
    about = _about(sentences, langs[0])
    for bead, tokens, topics in zip(pair.beads, sentences, about, strict=True):
        found = [pairing for one in tokens for pairing in _pairings(one, rows, topics)] if readable(bead) else []
        if found:
            yield from _judged(context, bead, langs, found)


def _about(sentences: Sequence[Sequence[Sequence[Token]]], lang: str) -> list[frozenset[str]]:
    """For each bead the topics that the article is about and that a word near the bead is of."""
    forms = [frozenset(plain(token.lemma) for tokens in one for token in tokens) for one in sentences]
    whole = frozenset().union(*forms)
    topics = {name: words for name, words in topics_of(lang).items() if len(words & whole) >= _ABOUT}
    found = []
    for place in range(len(forms)):
        near = frozenset().union(*forms[max(0, place - _NEIGHBOURS) : place + _NEIGHBOURS + 1])
        found.append(frozenset(name for name, words in topics.items() if len(words & near) >= _SAID))
    return found


@dataclass(frozen=True, slots=True)
class _Pairing:
    """A word with what its rows say, one for each word that it goes with here."""

    source: Token
    others: tuple[Token, ...]
    """The words that it goes with, the nearest first."""
    rows: tuple[English, ...]
    """None where it goes with a word as no row means it."""

    @property
    def beside(self) -> Token | None:
        """The nearest of them."""
        return self.others[0] if self.others else None


def _pairings(
    tokens: Sequence[Token], rows: Mapping[str, Mapping[str, tuple[English, ...]]], topics: Collection[str] = ()
) -> Iterator[_Pairing]:
    """Words of a sentence that have rows, with the words about them that the rows name, else with the topics."""
    for at, token in enumerate(tokens):
        row = {**rows.get(plain(token.text), {}), **rows.get(plain(token.lemma), {})}
        if not row or token.kind != "word" or is_name(tokens, at):
            continue
        named = [(other, key) for other in _clause(tokens, at) for key in _keys(tokens, other, at) if key in row]
        if named:
            meant = [(other, key) for other, key in named if " " in key or not is_subject(tokens, at, other)]
            said = dict.fromkeys(one for _, key in meant for one in row[key])
            yield _Pairing(token, tuple(tokens[other] for other, _ in meant), tuple(said))
        else:
            said = dict.fromkeys(one for key in ("", *(f"#{topic}" for topic in topics)) for one in row.get(key, ()))
            if said:
                yield _Pairing(token, (), tuple(said))


def _clause(tokens: Sequence[Token], at: int) -> list[int]:
    """Places of the words that one may go with, the nearest first, up to the next mark and back to a conjunction."""
    found: list[tuple[int, int]] = []
    for step, reach in ((1, _LATER), (-1, _EARLIER)) if _ADJECTIVES & tokens[at].tags else ((1, _REACH), (-1, _REACH)):
        steps = 0
        place = at + step
        while 0 <= place < len(tokens) and steps < reach:
            token = tokens[place]
            if (token.kind == "mark" and token.text not in QUOTES) or (step < 0 and "CONJ" in token.tags):
                break
            if token.kind == "word":
                steps += 1
                found.append((steps * 2 - (step > 0), place))
            place += step
    places = [place for _, place in sorted(found)]
    owner = _owner(tokens, at)
    if owner < 0:
        return places
    return [place for place in places if owner <= place <= at + _LATER and _VERBS.isdisjoint(tokens[place].tags)]


def _owner(tokens: Sequence[Token], at: int) -> int:
    """Place of the noun whose genitive a word is, or -1: in «страны мира подписали» nobody signs a peace."""
    if not {"NOUN", "gent"} <= tokens[at].tags:
        return -1
    before = at - 1
    while before >= 0 and _qualifies(tokens[before]):
        before -= 1
    owned = before >= 0 and "NOUN" in tokens[before].tags and plain(tokens[before].lemma) not in _AMOUNTS
    return before if owned else -1


def _keys(tokens: Sequence[Token], place: int, word: int) -> tuple[str, ...]:
    """What a word is looked up by, as one goes with it that stands at `word`: with the preposition that governs it."""
    token = tokens[place]
    own = dict.fromkeys((plain(token.lemma), plain(token.text)))
    before = place - 1
    counted = False
    while before >= 0 and before != word and (_qualifies(tokens[before]) or tokens[before].text in QUOTES):
        counted |= tokens[before].kind == "number" or "NUMR" in tokens[before].tags
        before -= 1
    if before < 0 or before == word:
        return tuple(own)
    first = tokens[before]
    if "PREP" in first.tags:
        return tuple(f"{plain(first.lemma)} {form}" for form in own)
    if counted:
        return tuple(own)
    attribute = "NOUN" in first.tags and {"NOUN", "gent"} <= token.tags and plain(first.lemma) not in _AMOUNTS
    return () if attribute else tuple(own)


def _qualifies(token: Token) -> bool:
    return token.kind == "number" or not _BEFORE.isdisjoint(token.tags)


def _judged(context: Context, bead: Bead, langs: tuple[str, str], found: Iterable[_Pairing]) -> Iterator[Settled]:
    """What each pairing makes of the translation: wrong only where all that the word goes with say so."""
    links = [link for link in context.links(bead, *langs) if link.strength >= _LINKED]
    words = [token for span in bead.target for token in context.tokens(langs[1], span)]
    for pairing in found:
        told = [_wrong(row, pairing, words, links) for row in pairing.rows]
        wrong = told[0] if told and all(told) and _together(pairing, told[0], words, links) else ()
        yield Settled(pairing.source, pairing.beside, wrong, pairing.rows[0].better if wrong else ())


def _together(pairing: _Pairing, there: Sequence[Token], words: Sequence[Token], links: Sequence[Link]) -> bool:
    """Whether what renders a word that it goes with stands near: else the translation says it freely."""
    if not pairing.others:
        return True
    starts = {token.start for token in pairing.others}
    near = {link.target.start for link in links if link.source.start in starts}
    places = [place for place, token in enumerate(words) if token.start in near]
    at = next(place for place, token in enumerate(words) if token.start == there[0].start)
    return any(abs(place - at) <= _TOGETHER for place in places)


def _wrong(row: English, pairing: _Pairing, words: Sequence[Token], links: Sequence[Link]) -> tuple[Token, ...]:
    """The wrong English for a word, or nothing where a right word stands near it."""
    own = _own(links, pairing.source)
    taken = _taken(links, pairing.source)
    places = [place for place, token in enumerate(words) if token.start in own]
    if not places:
        places = _unlinked(row, pairing, words, links)
    for place in places:
        there = row.there(words, place, pairing.source)
        if there and not named(there, words) and not row.answered(words, place, len(there), taken):
            return there
    return ()


def _taken(links: Sequence[Link], source: Token, least: float = _TAKEN) -> set[int]:
    """Where the English words stand that render other words of the original."""
    return {link.target.start for link in links if link.strength >= least and link.source.start != source.start}


def _own(links: Sequence[Link], source: Token) -> set[int]:
    """Where the English words stand that render a word, and no other one of the original better."""
    strengths: dict[int, float] = {}
    for link in links:
        if link.source.start != source.start and not link.source.text[:1].isupper():
            strengths[link.target.start] = max(strengths.get(link.target.start, 0.0), link.strength)
    return {
        link.target.start
        for link in links
        if link.source.start == source.start and strengths.get(link.target.start, 0.0) < link.strength + _OVER
    }


def _unlinked(row: English, pairing: _Pairing, words: Sequence[Token], links: Sequence[Link]) -> list[int]:
    """Places near the rendering of the other word where a wrong word stands that renders nothing else."""
    source, beside = pairing.source, pairing.beside
    if beside is None:
        return []
    taken = _taken(links, source, _LINKED)
    others = {link.target.start for link in links if link.source.start == beside.start}
    near = [place for place, token in enumerate(words) if token.start in others]
    return [
        place
        for place, token in enumerate(words)
        if token.start not in taken
        and any(abs(place - other) <= _NEAR for other in near)
        and row.there(words, place, source)
    ]
