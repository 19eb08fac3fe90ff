"""The table of ambiguous words: their senses, what English says for each, and what speaks for it.

checker/data/ambiguous.tsv keeps the senses apart, with words of the original that stand near each; topics.tsv has the
words of the topics that they belong to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from checker import data

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence


_TOPICAL = 2
"""Cues of a sense in a topic, where it has as many, that make it the sense's own."""


@dataclass(frozen=True, slots=True)
class Sense:
    """A sense of a word: what English says, and words of the original that stand near it."""

    renderings: tuple[str, ...]
    """Those that stand for this sense alone."""
    advice: tuple[str, ...]
    """All of them: some are said of other senses as well."""
    cues: frozenset[str]
    rare: bool
    """Hardly ever meant in the news."""
    topic: frozenset[str] = frozenset()
    """Words of the topics that its cues belong to."""


@cache
def known_words(lang: str) -> Mapping[str, Mapping[str, str]]:
    """Rows of the table by the words that they are about."""
    return {lemma: row for row in data.rows("ambiguous") if row["lang"] == lang for lemma in row["lemma"].split("|")}


@cache
def senses_of(lang: str, lemma: str) -> tuple[Sense, ...]:
    """The senses of a word that the table has, read when the word is first met."""
    row = known_words(lang)[lemma]
    found = tuple(_sense(text) for text in row["senses"].split(" ; "))
    return _topical(found, frozenset(row["lemma"].split("|")), tuple(topics_of(lang).values()))


@cache
def topics_of(lang: str) -> Mapping[str, frozenset[str]]:
    """The words of each topic."""
    return {row["topic"]: frozenset(row["words"].split()) for row in data.rows("topics") if row["lang"] == lang}


def _topical(
    senses: tuple[Sense, ...], lemmas: frozenset[str], topics: tuple[frozenset[str], ...]
) -> tuple[Sense, ...]:
    """The senses with the words of topics that hold cues of one of them alone."""
    taken = lemmas.union(*(sense.cues for sense in senses))
    own: list[frozenset[str]] = [frozenset()] * len(senses)
    for topic in topics:
        held = [len(topic & sense.cues) for sense in senses]
        best = held.index(max(held))
        if held[best] >= min(_TOPICAL, len(senses[best].cues)) > 0 and sum(map(bool, held)) == 1:
            own[best] |= topic - taken
    shared = frozenset(word for index, words in enumerate(own) for other in own[:index] for word in words & other)
    return tuple(replace(sense, topic=words - shared) for sense, words in zip(senses, own, strict=True))


def _sense(text: str) -> Sense:
    renderings, _, cues = text.partition(": ")
    said = renderings.removeprefix("~").split("|")
    own = tuple(word for word in said if word[0] != "(")
    return Sense(own, tuple(word.strip("()") for word in said), frozenset(cues.split()), renderings.startswith("~"))


def holds(text: str, words: Collection[str], renderings: Sequence[str]) -> bool:
    """Whether a sentence, given with the forms of its words, has one of some renderings."""
    return any(word in words or (" " in word and word in text) for word in renderings)
