"""Plain lists of words in checker/data/negation.tsv, and the words that affirm a predicate in affirmed.tsv."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import data

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.model import Token


@cache
def words(label: str) -> frozenset[str]:
    """The forms of a label: "lead", words that stand for a negation of what follows them ("refused to release")."""
    rows = (row for row in data.rows("negation") if row["label"] == label)
    return frozenset(form for row in rows for form in row["forms"].split("; "))


@cache
def _affirmed() -> Mapping[tuple[str, bool], frozenset[str]]:
    return {
        (lemma, bool(row["kind"])): frozenset(row["en"].split())
        for row in data.rows("affirmed")
        for lemma in row["ru"].split()
    }


def affirming(lemma: str, modal: bool = False) -> frozenset[str]:
    """English words, lemmas or forms, that affirm a Russian predicate: sleep for спать; none where it is not listed.

    Of a modal one, where it is asked for as such, those that an infinitive follows: "able" for удаться.
    """
    return _affirmed().get((lemma, modal), frozenset())


def affirms(predicate: Token, word: Token) -> bool:
    """Whether an English word is listed among those that affirm a Russian predicate."""
    listed = affirming(predicate.lemma) | affirming(predicate.lemma, modal=True)
    return word.text.lower() in listed or word.lemma in listed


def vague(predicate: Token, word: Token) -> bool:
    """Whether an English word affirms but a few verbs, and not this one: "was kept on the ground" for не допускали."""
    return word.lemma in words("vague") and not affirms(predicate, word)


@cache
def modals() -> frozenset[str]:
    """English words of a modal kind that an infinitive follows: intend, able."""
    return frozenset(word for row in data.rows("affirmed") if row["kind"] for word in row["en"].split())
