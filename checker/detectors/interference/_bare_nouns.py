"""A singular noun of counting that stands without an article: "signed decree on", "on working visit"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker.detectors.interference._grammar_words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Token

_PREPOSITIONS = frozenset(
    """of in on at to from by with for against into about under after before during between near through
    without""".split()  # noqa: SIM905
)
_BE = frozenset("is was becomes became remains remained".split())  # noqa: SIM905
_PARTS = frozenset(
    """kind kinds types sorts type sort form piece part class number pair member way per species
    variety""".split()  # noqa: SIM905
)
"""What stands before "of" and a bare noun: a kind of animal."""
_POSTS = _PARTS | frozenset(
    """post posts position positions role roles title titles rank ranks job jobs office profession trade duties calling
    status""".split()  # noqa: SIM905
)
"""What stands before "of" and whom it makes of somebody: the post of doctor."""
_RANKED = frozenset(
    """first second third fourth fifth sixth seventh eighth ninth tenth only same largest biggest highest oldest main
    worst best latest""".split()  # noqa: SIM905
)
"""Words that make the noun a definite one."""
_LISTING = frozenset({",", "and", "or"})
_CLOSING = frozenset(words("FOLLOW"))
_ASKING = frozenset({"what", "who", "how", "as"})
_OFFICES = tuple([link, word] for link in ("of", "to") for word in ("the", "his", "her", "its"))
"""What follows the name of an office: editor of the paper, driver to the mayor."""
_WORKING = frozenset("work works worked working serves served employed hired known trained".split())  # noqa: SIM905
_AUXILIARIES = frozenset({"to", "will", "would", "can", "could", "must", "should", "may", "might", "not"})


@dataclass(frozen=True, slots=True)
class Bare:
    """A noun phrase without its article, from its first word on."""

    start: int
    """The first token of the phrase."""
    stop: int
    """After the noun."""
    definite: bool
    """Whether only "the" can be missing."""


@cache
def _listed(name: str) -> frozenset[str]:
    """A class of words to look one up in."""
    return frozenset(words(name))


@cache
def _adjectives() -> frozenset[str]:
    return _listed("ADJ") | _RANKED


@cache
def _verbs() -> tuple[frozenset[str], frozenset[str]]:
    """Verbs whose object may follow: in the past, and as they stand behind to, will, can."""
    return _listed("PAST"), _listed("VERB") - _listed("ADJ")


@cache
def _no_subject() -> frozenset[str]:
    """Words behind which a past form is a participle before its noun: the signed decree."""
    return _listed("DET") | _adjectives() | _PREPOSITIONS | {"and", "or", "as", "than", "its", "own"}


def bare_nouns(tokens: Sequence[Token]) -> Iterator[Bare]:
    """Nouns of a sentence that lack an article."""
    low = [token.text.lower() for token in tokens]
    for at, word in enumerate(low):
        known = word in _listed("NOUN")
        if not (known or word in _listed("OBJECT")) or not tokens[at].text.islower() or not _closes(low, at):
            continue
        first = at
        while first and low[first - 1] in _adjectives() and at - first < 2:
            first -= 1
        if first and (known or low[first - 1] in _listed("TRANSITIVE")) and _lacks(tokens, low, first, at):
            yield Bare(first, at + 1, any(word in _RANKED for word in low[first:at]))


def _closes(low: Sequence[str], at: int) -> bool:
    """Whether a noun is the last word of its phrase."""
    return at + 1 == len(low) or low[at + 1] in _CLOSING


def _lacks(tokens: Sequence[Token], low: Sequence[str], first: int, at: int) -> bool:
    """Whether the word before a phrase asks for an article."""
    left, before = low[first - 1], low[first - 2] if first > 1 else ""
    if left in _PREPOSITIONS:
        return not _set_phrase(low, first, at)
    if not before or tokens[first - 2].kind != "word":
        return False
    if left == "as":
        return before in _WORKING and low[at] in _listed("PERSON")
    if left in _BE:
        described = low[at] in _listed("ALSO_ADJ") and low[at + 1 : at + 2] != ["of"]
        return before not in _ASKING and not described and low[at + 1 : at + 3] not in _OFFICES
    past, base = _verbs()
    if left in base and before in _AUXILIARIES:
        return True
    return left in past and before not in _no_subject() and not before.endswith(("ly", "'s", "’s", "s'", "s’"))


def _set_phrase(low: Sequence[str], first: int, at: int) -> bool:
    """Whether a preposition and a noun go without an article: by mistake, from roof to floor, a kind of museum."""
    left, noun = low[first - 1], low[at]
    if _paired(low, first, at) or (noun in _listed("ABSTRACT") and _uncounted(low, first)):
        return True
    if noun in low[max(0, first - 3) : first] or noun in low[at + 1 : at + 3]:
        return True
    if left == "of" and first > 1 and low[first - 2] in (_POSTS if noun in _listed("PERSON") else _PARTS):
        return True
    if noun in _listed("ALSO_ADJ") and low[at + 1 : at + 2] in ([","], ["but"]) and at + 2 < len(low):
        return True  # an adjective among others: from criminal, corrupt officials
    if first < at:
        return f"{low[at - 1]}_{noun}" in _listed("MASS_KIND")
    return f"{left}_{noun}" in _listed("IDIOM") or (
        (left == "to" and noun in _listed("ALSO_VERB")) or (left == "by" and noun not in _listed("PERSON"))
    )


def _paired(low: Sequence[str], first: int, at: int) -> bool:
    """Whether the noun is one of several that stand bare: from roof to floor."""
    after = low[at + 1 : at + 4]
    if low[first - 1] == "to" and first > 2 and low[first - 3] == "from":
        return True
    if low[first - 1] == "from" and after[:1] == ["to"]:
        return len(after) > 1 and after[1] not in _listed("DET")
    listed = after[:1] == [","] and after[2:] and after[2] in _LISTING
    return bool(listed) and after[1].replace("-", "").isalpha() and after[1] not in _listed("DET")


def _uncounted(low: Sequence[str], first: int) -> bool:
    """Whether a noun is no single thing there: without incident, grounds for complaint, the risk of explosion."""
    left, before = low[first - 1], low[first - 2] if first > 1 else ""
    if left == "without":
        return True
    return before in _listed("GROUND" if left == "for" else "PERIL")
