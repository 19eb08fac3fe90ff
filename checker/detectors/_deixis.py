"""Who speaks and who is spoken to: pronouns of another person than the original's inside a quotation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Document, Link, Token

_THEIRS = {
    "we": frozenset("мы нас нам нами наш".split()),  # noqa: SIM905
    "you": frozenset("вы вас вам вами ваш ты тебя тебе тобой твой".split()),  # noqa: SIM905
    "I": frozenset("я меня мне мной мною мой".split()),  # noqa: SIM905
}
"""Forms, and lemmas of the possessives."""
_THIRD_RU = frozenset("он она оно они его ее их него нее них ему ей им нему ней ним ими ими свой".split())  # noqa: SIM905
_OURS = {
    "we": frozenset("we us our ours ourselves".split()),  # noqa: SIM905
    "you": frozenset("you your yours yourself yourselves".split()),  # noqa: SIM905
    "I": frozenset("i me my mine myself".split()),  # noqa: SIM905
    "they": frozenset("they them their theirs themselves he him his she her hers".split()),  # noqa: SIM905
}
_WHO = {form: person for person, forms in _OURS.items() for form in forms}
_VERBAL = {"we": frozenset({"1per", "plur"}), "you": frozenset({"2per"}), "I": frozenset({"1per", "sing"})}
"""Tags of verbs that say who acts without a pronoun."""
_ADVICE = {
    ("we", "nomn"): "we", ("we", "own"): "our", ("we", "else"): "us",
    ("you", "nomn"): "you", ("you", "own"): "your", ("you", "else"): "you",
    ("I", "nomn"): "I", ("I", "own"): "my", ("I", "else"): "me",
}  # fmt: skip
_POSSESSIVES = frozenset("our your my their his her".split())  # noqa: SIM905
_SURE = 0.75
_NEAR = 3
"""Words from a pronoun of the original to its noun or verb."""
_AHEAD = 5
"""The same in English: we have to go on living."""
_QUOTED = {"ru": re.compile(r"«[^«»]*»|„[^“”]*[“”]|“[^”]*”|\"[^\"\n]*\""), "en": re.compile(r"“[^”]*”|\"[^\"\n]*\"")}
_APOSTROPHE = re.compile(r"['’]")
_DASHED = re.compile(r"^[ \t]*[—–-][ \t][^\n]+", re.MULTILINE)
"""A paragraph of Russian direct speech."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Where a text quotes somebody."""

    places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, document: Document) -> Spoken:
        """The quotations of a text, by its marks; of a Russian one paragraphs that a dash opens too."""
        lang = document.lang
        found = [match.span() for match in _QUOTED[lang].finditer(document.text)]
        if lang == "ru":
            found += [match.span() for match in _DASHED.finditer(document.text)]
        return cls(tuple(found))

    def holds(self, token: Token) -> bool:
        """Whether a word stands in one."""
        return any(start <= token.start < stop for start, stop in self.places)


def exchanged(
    theirs: Sequence[Token], ours: Sequence[Token], links: Sequence[Link], quoted: tuple[Spoken, Spoken]
) -> Iterator[tuple[Token, Token, str]]:
    """A quoted pronoun, the one of the original that it renders, and what it should be.

    Reported where the sentence has fewer pronouns of the original's person than the original, and more of the other
    than the original's pronouns and verbs account for.
    """
    for number, token in enumerate(ours):
        other = _WHO.get(token.text.lower(), "")
        rendered = _rendered(number, theirs, ours, links) if other and quoted[1].holds(token) else None
        given = _person(rendered) if rendered is not None and quoted[0].holds(rendered) else ""
        if rendered is None or not given or given == other or (given, other) == ("I", "you"):  # anybody's you
            continue
        lacking = _count(ours, given) < sum(_person(one) == given for one in theirs)
        if lacking and _count(ours, other) > _accounted(theirs, other):
            yield token, rendered, _ADVICE[given, _case(rendered)]


def _rendered(number: int, theirs: Sequence[Token], ours: Sequence[Token], links: Sequence[Link]) -> Token | None:
    """The pronoun of the original that is linked, or stands beside the word that the next word is linked to."""
    sure = [link for link in links if link.strength >= _SURE]
    own = [link.source for link in sure if link.target.start == ours[number].start]
    if own:
        return own[0] if _person(own[0]) else None
    for word in ours[number + 1 : number + 1 + _AHEAD]:
        found = [link.source.start for link in sure if link.target.start == word.start]
        place = next((n for n, one in enumerate(theirs) if one.start in found), None)
        if place is not None:
            possessive = ours[number].text.lower() in _POSSESSIVES
            return _beside(theirs, place, possessive)
    return None


def _beside(theirs: Sequence[Token], place: int, possessive: bool) -> Token | None:
    """The pronoun that owns a noun, or is the subject of a verb: right before it, but for a word or two."""
    for one in reversed(theirs[max(0, place - _NEAR) : place]):
        if _person(one) and (_case(one) == "own") == possessive:
            return one
        if one.tags & {"VERB", "CONJ", "PREP"}:
            return None
    return None


def _person(token: Token) -> str:
    forms = {plain(token.text), plain(token.lemma)}
    return next((person for person, known in _THEIRS.items() if forms & known), "")


def _count(ours: Sequence[Token], person: str) -> int:
    return sum(_WHO.get(_APOSTROPHE.split(one.text.lower())[0]) == person for one in ours)  # I've


def _accounted(theirs: Sequence[Token], person: str) -> int:
    """How many words of the original may be said by a pronoun of a person."""
    if person == "they":
        # мне давали
        verbs = sum({"VERB", "plur"} <= one.tags and not one.tags & {"1per", "2per"} for one in theirs)
        subjects = sum({"nomn", "plur"} <= one.tags for one in theirs)
        return max(0, verbs - subjects) + sum(plain(one.text) in _THIRD_RU or one.lemma == "свой" for one in theirs)
    pronouns = sum(_person(one) == person or one.lemma == "свой" for one in theirs)
    verbs = sum(_VERBAL[person] <= one.tags and "impr" not in one.tags for one in theirs)
    bare = sum({"VERB", "past"} <= one.tags for one in theirs) if person == "I" else 0
    free = sum(bool(one.tags & {"INFN", "PRED"}) for one in theirs) if person == "you" else 0
    return pronouns + verbs + bare + free


def _case(token: Token) -> str:
    if token.lemma in ("наш", "ваш", "твой", "мой"):
        return "own"
    return "nomn" if plain(token.text) in ("мы", "вы", "ты", "я") else "else"
