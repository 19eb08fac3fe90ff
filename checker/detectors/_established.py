"""Names, acronyms and titles that have an established English: rows of checker/data found in an original."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker.bounds import WORDS
from checker.data import rows
from checker.detectors._transliteration import folded
from checker.patterns import Index, Remembered, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.model import Token


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: what stands in the original, what English calls it, what it must not be called."""

    table: str
    source: str
    suggestion: str
    accepted: tuple[str, ...]
    """Every English form that stands for it, the suggestion first."""
    wrong: tuple[str, ...]
    alone: tuple[str, ...]
    """Wrong forms that are unmistakable without the original."""
    kind: str
    """"city", "water", "org", "given", "surname", ..., "acronym", "title"."""
    status: str
    """"foreign": a plain transliteration is wrong; "variants": several forms are in use."""
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """An entry in the tokens that were searched."""

    entry: Entry
    start: int
    stop: int
    """Token numbers, the end excluded."""


@dataclass(frozen=True)
class Register:
    """Entries by the first word of what stands in the original."""

    by_first: Mapping[str, tuple[tuple[tuple[frozenset[str], ...], Entry], ...]]
    _known: Remembered[tuple[Found, ...]] = field(default_factory=Remembered, init=False, repr=False, compare=False)

    def find(self, tokens: Sequence[Token]) -> tuple[Found, ...]:
        """Entries in a sentence's tokens in order, the longest where several begin at a word; none overlap."""
        return self._known.of(tokens, self._find)

    def _find(self, tokens: Sequence[Token]) -> tuple[Found, ...]:
        found: list[Found] = []
        unlike, stop = self.by_first.keys().isdisjoint, 0
        for place, token in enumerate(tokens):
            if place < stop or unlike(keys := _keys(token.text, token.lemma)):
                continue
            best = self._at(tokens, place, keys)
            if best:
                found += best
                stop = best[0].stop
        return tuple(found)

    def _at(self, tokens: Sequence[Token], place: int, keys: Sequence[str]) -> list[Found]:
        token = tokens[place]
        fitting = [
            Found(entry, place, place + len(words))
            for key in dict.fromkeys(keys)
            for words, entry in self.by_first.get(key, ())
            if _stands(words, tokens[place : place + len(words)]) and not _borrowed(words, entry, token)
        ]
        longest = max((found.stop for found in fitting), default=0)
        unique = {id(found.entry): found for found in fitting if found.stop == longest}
        # Джордж is also a case of Джорджа: the word as it stands goes first.
        exact = [found for found in unique.values() if plain(found.entry.source) == plain(token.text)]
        return exact or list(unique.values())


_SOFT = ("е", "я", "ю", "и", "ем", "ём")


@lru_cache(WORDS)
def _keys(text: str, lemma: str) -> tuple[str, ...]:
    """A word and its lemma; of a name also with the soft sign that the dictionary does not know of: в Марселе."""
    word, lemma = plain(text), plain(lemma)
    if text[:1].isupper() and lemma[-1:] in "лнрсздт" and text.endswith(_SOFT):
        return word, lemma, lemma + "ь"
    return word, lemma


def _stands(words: Sequence[frozenset[str]], tokens: Sequence[Token]) -> bool:
    return len(words) == len(tokens) and all(
        not forms.isdisjoint(_keys(token.text, token.lemma)) for forms, token in zip(words, tokens, strict=True)
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _entry(table: str, row: Mapping[str, str]) -> Entry:
    return Entry(
        table,
        row["source"].split("|")[0],
        row["suggestion"],
        (row["suggestion"], *_split(row.get("accepted", ""))),
        _split(row["wrong"]),
        _split(row.get("alone", "")),
        row.get("kind", table),
        row.get("status", "foreign"),
        row["reason"],
    )


@cache
def entries(table: str) -> tuple[Entry, ...]:
    """The rows of data/TABLE.tsv, in order."""
    return tuple(_entry(table, row) for row in rows(table))


@cache
def register(*tables: str) -> Register:
    """The entries of some tables, looked up by the words of the original."""
    found: dict[str, list[tuple[tuple[frozenset[str], ...], Entry]]] = {}
    for table in tables:
        for row, entry in zip(rows(table), entries(table), strict=True):
            for surface, lemmas in zip(_split(row["source"]), _split(row["lemmas"]), strict=True):
                words = [word for word in surface.replace(" — ", " ").split() if word]
                forms = tuple(
                    frozenset((plain(word), plain(lemma))) for word, lemma in zip(words, lemmas.split(), strict=True)
                )
                for first in forms[0]:
                    found.setdefault(first, []).append((forms, entry))
    return Register({first: tuple(known) for first, known in found.items()})


@dataclass(frozen=True)
class WrongForms:
    """The wrong English of entries, looked up in a translation."""

    index: Index
    entries: tuple[Entry, ...]
    """Parallel to the index's patterns."""

    def find(self, tokens: Sequence[Token]) -> Iterable[tuple[Entry, int, int]]:
        """Entry and the tokens that its wrong form covers."""
        return [(self.entries[match.number], match.start, match.stop) for match in self.index.find(tokens)]


@cache
def wrong_forms(table: str, inflected: bool = False, alone: bool = False) -> WrongForms:
    """The wrong forms of a table's phrases; `inflected` matches their words by lemma, else as written.

    `alone` takes only those that need no original.
    """
    pairs = [
        (" ".join(_pattern(word, inflected) for word in form.split()), entry)
        for entry in entries(table)
        for form in (entry.alone if alone else entry.wrong)
    ]
    return WrongForms(Index.of(text for text, _ in pairs), tuple(entry for _, entry in pairs))


def _pattern(word: str, inflected: bool) -> str:
    return word if inflected else f"={word}"


def _borrowed(words: Sequence[frozenset[str]], entry: Entry, token: Token) -> bool:
    """Whether a row has the lemma of a common noun that its name only looks like a case of: порт, of Порту."""
    if len(words) > 1 or entry.table != "exonyms" or "known" not in token.tags or token.tags & _NAMED:
        return False
    source = plain(entry.source)
    return "NOUN" in token.tags and source not in (plain(token.lemma), plain(token.text))


_NAMED = frozenset({"name", "surname", "place", "Name", "Surn", "Patr", "Geox", "Orgn"})


def says(form: str, text: str) -> bool:
    """Whether a text, made by `words_of`, holds an English form, as whole words."""
    return f" {_joined(form)} " in text


@cache
def _joined(form: str) -> str:
    return _compass(" ".join(folded(word) for word in form.replace("-", " ").split()))


_POINTS = re.compile(r"(?<=north|south) (?=(?:east|west)(?:ern)?\b)")


def _compass(text: str) -> str:
    """Two points of the compass as one word: south east, which is also written South-East and Southeast."""
    return _POINTS.sub("", text) if "north " in text or "south " in text else text


def words_of(texts: Iterable[str]) -> str:
    """Texts as folded words between blanks, possessives and hyphens gone: what `says` looks through."""
    words = (
        folded(part)
        for text in texts
        for word in text.replace("-", " ").replace("—", " ").replace("–", " ").replace("/", " ").split()
        for part in _parts(word)
    )
    return _compass(f" {' '.join(word for word in words if word)} ")


def _parts(word: str) -> tuple[str, ...]:
    bare = word.strip("\"“”„«»'‘’.,;:!?()[]…*")
    for ending in ("'s", "’s", "s'", "s’"):
        if bare.endswith(ending) and len(bare) > len(ending):
            return (bare[: -len(ending)] + ("s" if ending[0] == "s" else ""),)
    return (bare,)
