"""Names mentioned in an original, and whether the translation carries them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from checker.detectors._established import Entry, Found, register, says, words_of
from checker.detectors._transliteration import folded, misfit, romanised
from checker.detectors.names._states import states

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.model import Alignment, Bead, Token
    from checker.protocols import Context

TABLES = ("exonyms", "foreign_names")
# Up to here a Latin word counts as the name. Chosen by false alarms on NTREX (CC BY-SA) and WMT21 ru-en references.
FITS = 0.2
_NEAR = 0.26
"""Up to here a name is not called lost; it may be garbled."""
_CLOSE = 0.15
"""The same for a place of the table, whose English forms are known: Vienna is no Женева."""
_WORST = 0.3
"""From here on it makes no difference by how much a name does not fit."""
# Characters beyond which a bead is no sentence but a text without full stops: every name is held to every word.
_LONGEST = 10_000
_LETTERS = 5
"""From here on capitals are no person's letters."""
_PHRASE = 8
"""Letters of a place of several words whose last one may have lost its last: costa ric, southeast asi."""
_NAME_TAGS = frozenset({"name", "surname", "patronymic", "place"})
_ADJECTIVE = ("ский", "цкий", "ская", "цкая", "ское", "цкое", "ского", "цкого", "ской", "цкой")


_OF_A_PLACE = re.compile(r"(?<=\w{4})(?:ин|ен|ов|ев|ан|ян|ий|ей)[сц]к(?:ий|ая|ое|ого|ому|им|ом|ой|ую|ие|их|ими)$")
"""What an adjective adds to the stem of a place besides -ск-: Пенза, пензенский; Ялта, ялтинский."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as the original has it: the words, and the table row where there is one."""

    tokens: tuple[Token, ...]
    entry: Entry | None
    quoted: bool
    """Inside quotation marks: names of works and firms, which are translated as often as not."""
    person: bool
    opening: bool
    """Opens the sentence, where any word has a capital, and may be no name at all: an unknown word, Кабанов."""

    @property
    def text(self) -> str:
        """The words as they stand."""
        return " ".join(token.text for token in self.tokens)


@dataclass(frozen=True)
class Sides:
    """A bead's words on both sides."""

    bead: Bead
    source: tuple[tuple[Token, ...], ...]
    target: tuple[tuple[Token, ...], ...]
    hosts: frozenset[str] = frozenset()
    """Beginnings of the surnames of the article's persons with Russian first names."""

    @cached_property
    def said(self) -> str:
        """The translation's words, folded: what `says` looks through."""
        return words_of(span.text for span in self.bead.target)

    @cached_property
    def states(self) -> frozenset[str]:
        """States of the original that the translation has in short."""
        return frozenset(states(span.text for span in self.bead.target))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The names of the original."""
        return tuple(mention for tokens in self.source for mention in mentions(tokens))

    @cached_property
    def capitals(self) -> tuple[Token, ...]:
        """The translation's words with a capital."""
        return tuple(t for tokens in self.target for t in tokens if t.kind == "word" and t.text[:1].isupper())


def sides(context: Context, alignment: Alignment) -> tuple[Sides, ...]:
    """Every bead with its words; one too long to be a sentence is left out."""
    ours, theirs = alignment.source.lang, alignment.target.lang
    return tuple(
        Sides(
            bead,
            tuple(context.tokens(ours, span) for span in bead.source),
            tuple(context.tokens(theirs, span) for span in bead.target),
        )
        for bead in alignment.beads
        if sum(span.stop - span.start for span in (*bead.source, *bead.target)) < _LONGEST
    )


def bare(token: Token) -> str:
    """A word without its possessive ending."""
    text = token.text
    if text.endswith(("'s", "’s")):
        return text[:-2]
    # Behind another letter than s the mark is a soft sign: Kestrel' Island.
    return text[:-1] if text.endswith(("s'", "s’", "x'", "x’", "z'", "z’")) else text


def is_name(token: Token, first: bool) -> bool:
    """Whether a Russian word is a proper name by its capital and the dictionary.

    A word that opens a sentence has a capital anyway: there only a name that is nothing else counts.
    """
    text = token.text
    if token.kind != "word" or len(text) < 3 or not text[0].isupper() or text.isupper() or not _cyrillic(text):
        return False
    if first:
        return bool({"Name", "Surn", "Patr"} & token.tags) and "known" in token.tags
    return "known" not in token.tags or bool(_NAME_TAGS & token.tags)


def _cyrillic(text: str) -> bool:
    return all("\u0400" <= c <= "\u04ff" for c in text if c.isalpha())


def mentions(tokens: Sequence[Token]) -> tuple[Mention, ...]:
    """Names of a Russian sentence: table rows, and runs of words that are names."""
    rows = {found.start: found for found in register(*TABLES).find(tokens)}
    inside = quoted(tokens)
    found: list[Mention] = []
    place = 0
    while place < len(tokens):
        row = rows.get(place)
        stop = _run(tokens, place, row)
        if stop > place:
            first = not any(token.kind == "word" for token in tokens[:place])
            found.append(_mention(tokens[place:stop], row, place in inside, (not place, first)))
        place = max(stop, place + 1)
    return tuple(found)


def _mention(tokens: Sequence[Token], row: Found | None, quoted: bool, where: tuple[bool, bool]) -> Mention:
    """`where`: whether the name opens the sentence, and whether its first word does."""
    person = any({"name", "surname", "patronymic"} & token.tags for token in tokens) or len(tokens) > 1
    entry = row.entry if row else None
    unknown = where[0] and not is_name(tokens[0], True) and "Geox" not in tokens[0].tags
    opening = len(tokens) == 1 and (unknown or (where[1] and "appellative" in tokens[0].tags))
    place = entry is not None and entry.table == "exonyms"
    named = entry is not None and entry.kind in ("given", "surname")
    return Mention(tuple(tokens), entry, quoted, (person or named) and not place, opening)


def _run(tokens: Sequence[Token], place: int, row: Found | None) -> int:
    """Where the name that begins at `place` ends; `place` itself where none begins."""
    if row is not None and _as_written(tokens[place : row.stop], row.entry, not place):
        stop = row.stop
        if row.entry.table == "exonyms":
            return stop
    elif is_name(tokens[place], not any(token.kind == "word" for token in tokens[:place])):
        stop = place + 1
    else:
        return place
    while stop < len(tokens) and _goes_on(tokens, stop):
        stop += 1
    return stop


def _as_written(tokens: Sequence[Token], entry: Entry, first: bool) -> bool:
    """Whether words have the capitals of a row: западная Вирджиния is no state, nor are минеральные воды a town.

    The word that opens a sentence has one anyway.
    """
    if entry.table != "exonyms" or len(tokens) == 1:
        return any(token.text[0].isupper() for token in tokens)
    words = entry.source.replace(" — ", " ").split()
    if len(words) != len(tokens):
        return any(token.text[0].isupper() for token in tokens)
    inside = list(zip(words, tokens, strict=True))[1 if first else 0 :]
    return all(token.text[0].isupper() for word, token in inside if word[0].isupper())


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is part of the name before it; after a first name any capital is a surname (Зоя Берёзовая)."""
    token = tokens[place]
    given = {"Name", "known"} <= tokens[place - 1].tags
    if is_name(token, False):
        return "place" not in token.tags or (given and bool({"Surn", "surname", "ADJF"} & token.tags))
    plain = token.kind == "word" and token.text[:1].isupper() and token.text[1:].islower() and len(token.text) > 3
    kinds = {"ADJF", "NOUN", "VERB", "ADJS", "PRTS", "PRTF"}
    return plain and given and not token.tags.isdisjoint(kinds)


def quoted(tokens: Sequence[Token]) -> frozenset[int]:
    """Places of the words inside quotation marks."""
    inside, depth = set(), 0
    for number, token in enumerate(tokens):
        if token.text in ("«", "“", "„") or (token.text == '"' and not depth):
            depth += 1
        elif token.text in ("»", "”", '"'):
            depth = max(0, depth - 1)
        elif depth:
            inside.add(number)
    return frozenset(inside)


def fit(token: Token, latin: str) -> float:
    """How badly a Latin word fits a Russian name in any of its cases: 0 exactly, inf beyond `_WORST`."""
    forms = {token.lemma, token.text.lower()}
    forms |= {part for form in forms for part in form.split("-") if len(part) > 4}
    best = min(misfit(form, latin, limit=_WORST) for form in forms)
    return best if best <= FITS / 4 else min(best, *(_stem_fit(form, folded(latin)) for form in forms))


def _stem_fit(form: str, latin: str) -> float:
    """The fit of the stem alone: Russian changes endings, English has its own."""
    if len(latin) < 4:
        return float("inf")
    stems = {form[: max(4, len(form) - 2)], *(form.removesuffix(ending) for ending in _ADJECTIVE)} - {form}
    if _OF_A_PLACE.search(form):
        stems.add(_OF_A_PLACE.sub("", form))
    cuts = [latin[: len(latin) - cut] for cut in range(min(3, len(latin) - 3) + 1)]
    fits = (misfit(stem, short, limit=_WORST) for stem in stems if len(stem) > 3 for short in cuts)
    return min(fits, default=float("inf")) + 0.05


def carried(mention: Mention, said: str, words: Iterable[str]) -> bool:
    """Whether a translation (its folded text and its capitalised words) has the name."""
    entry = mention.entry
    if entry and any(says(form, said) or _derived(form, said) for form in entry.accepted):
        return True
    if entry and entry.table == "exonyms" and len(mention.tokens) > 1:
        return False
    words = tuple(words)
    if any(_initials(mention, word) for word in words):
        return True
    named = [token for token in mention.tokens if "Patr" not in token.tags] or list(mention.tokens)
    parts = [part for word in words for part in {word, *word.replace("’", "'").split("-")} if len(part) > 1]
    near = _CLOSE if entry and entry.table == "exonyms" else _NEAR
    return any(fit(token, part) <= near for token in named for part in parts)


def _initials(mention: Mention, word: str) -> bool:
    """Whether letters are those of a person's names: JFK for Джон Кеннеди, MLK for Мартин Лютер Кинг."""
    if not (word.isupper() and 1 < len(word) < _LETTERS and len(mention.tokens) > 1):
        return False
    first, last = (romanised(mention.tokens[at].text)[:1] for at in (0, -1))
    begun = mention.entry.suggestion[:1] if mention.entry else first
    return word[0] == begun and word[-1] in (last, {"K": "C"}.get(last, last))


def _derived(form: str, said: str) -> bool:
    """Adjectives and people of a place: Italian for Italy, Belgians for Belgium, South-East Asian, Costa Ricans."""
    low = folded(form)
    if " " in form:
        joined = words_of((form,))
        return len(joined) > _PHRASE and joined[:-2] in said
    return len(low) > 4 and f" {low[: max(4, len(low) - 2)]}" in said
