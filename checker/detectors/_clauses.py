"""Who does what to whom in a clause of the original, and whether the translation turns it round.

Cases tell the doer from the sufferer in Russian, the order of words and the passive in English.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker import data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.model import Link, Token

_MODIFIERS = frozenset({"ADJF", "NUMR", "PRTF"})
_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "name", "surname", "place", "organisation"})
_STOPS = frozenset({"VERB", "INFN", "GRND", "CONJ", "PRTS", "ADJS", "PRED", "PREP", "NPRO"})
_GIVEN = frozenset({"на", "от", "против", "к", "за"})
"""Prepositions of a sufferer: подал в суд на, требует от, выступил против."""
_SURE = 0.6
_REACH = 4  # words between an English verb and its subject or object


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun with what belongs to it."""

    tokens: tuple[Token, ...]
    preposition: str
    quoted: bool

    @property
    def head(self) -> Token:
        """The first noun."""
        return self.tokens[0]

    @property
    def actor(self) -> bool:
        """Whether it is somebody or a body that can do things: a person, a name, an office."""
        head = self.head
        return self.quoted or "anim" in head.tags or bool(_NAMES & head.tags) or head.lemma in _lemmas("actor")

    @property
    def animate(self) -> bool:
        """Whether its accusative is its genitive."""
        return "anim" in self.head.tags and not self.quoted

    @property
    def subject(self) -> bool:
        """Whether its form can be the nominative."""
        tags = self.head.tags
        if "nomn" in tags or "Fixd" in tags or "known" not in tags:
            return True
        return "accs" in tags and not self.animate and ("femn" not in tags or "plur" in tags)

    @property
    def object(self) -> bool:
        """Whether its form can be the accusative, or is the dative."""
        tags = self.head.tags
        if {"accs", "datv", "Fixd"} & tags or "known" not in tags:
            return True
        if self.animate:
            return "gent" in tags and ("masc" in tags or "plur" in tags)
        return "nomn" in tags and ("femn" not in tags or "plur" in tags)


@dataclass(frozen=True, slots=True)
class Deed:
    """A clause of the original."""

    doer: Phrase
    verb: Token
    sufferer: Phrase
    certain: bool
    """Whether the cases leave no other reading."""


@cache
def _lemmas(kind: str) -> frozenset[str]:
    """Words of roles.tsv that are no patterns."""
    return frozenset(
        word
        for row in data.rows("roles")
        if row["kind"] == kind
        for word in (row["verbs"] + " " + row["english"]).split()
    )


def deeds(tokens: Sequence[Token]) -> Iterator[Deed]:
    """Finite verbs with a doer and a sufferer beside them, both of which could do it."""
    for number, verb in enumerate(tokens):
        if "VERB" not in verb.tags or verb.lemma.endswith(("ся", "сь")) or verb.lemma in _lemmas("converse"):
            continue
        if number and verb.text[:1].isupper():  # a name that looks like a verb
            continue
        before = [phrase for phrase in _phrases(_stretch(tokens, number, -1)) if not phrase.preposition][-1:]
        after = list(_phrases(_stretch(tokens, number, 1)))
        plain = [phrase for phrase in after if not phrase.preposition][:1]
        given = [phrase for phrase in after if phrase.preposition in _GIVEN][:1]
        deed = _deed(before, verb, plain or given)
        if deed is not None:
            yield deed


def _deed(before: Sequence[Phrase], verb: Token, after: Sequence[Phrase]) -> Deed | None:
    if not before or not after or not (before[0].actor and after[0].actor):
        return None
    left, right = before[0], after[0]
    if left.subject and _agrees(left, verb) and (right.preposition or (right.object and "tran" in verb.tags)):
        turned = right.subject and left.object and not right.preposition
        certain = not (turned and _agrees(right, verb))
        return Deed(left, verb, right, certain)
    if "datv" in right.head.tags and left.subject and _agrees(left, verb):
        return Deed(left, verb, right, True)
    if not right.preposition and right.subject and _agrees(right, verb) and left.object:
        return Deed(right, verb, left, not left.subject)
    return None


def _agrees(phrase: Phrase, verb: Token) -> bool:
    """Whether a noun can be the subject of a verb by number and gender."""
    if "plur" in verb.tags:
        return "plur" in phrase.head.tags or phrase.quoted
    if "plur" in phrase.head.tags and "Fixd" not in phrase.head.tags:
        return False
    genders = {"masc", "femn", "neut"} & verb.tags
    same = bool(genders & phrase.head.tags)
    return not genders or same or phrase.animate or phrase.quoted or "Fixd" in phrase.head.tags


def _stretch(tokens: Sequence[Token], number: int, step: int) -> list[Token]:
    """The words of the clause before or after a verb."""
    found: list[Token] = []
    place = number + step
    while 0 <= place < len(tokens):
        token = tokens[place]
        if (token.kind == "mark" and token.text not in '«»"“”„-') or token.tags & {
            "VERB",
            "GRND",
            "PRTS",
            "CONJ",
            "INFN",
        }:
            break
        found.append(token)
        place += step
    return found if step > 0 else found[::-1]


def _phrases(tokens: Sequence[Token]) -> Iterator[Phrase]:
    """The noun phrases of a stretch without commas."""
    held: list[Token] = []
    preposition, quoted, last_quoted = "", False, False
    for token in tokens:
        if token.kind == "mark":
            quoted = token.text in "«“„" or (token.text == '"' and not quoted)
            continue
        if "PREP" in token.tags or token.tags & _STOPS or "ADVB" in token.tags:
            if held:
                yield Phrase(tuple(held), preposition, last_quoted)
                held = []
            preposition = token.text.lower() if "PREP" in token.tags else ""
        elif "NOUN" in token.tags:
            if held and not _belongs(held, token):
                yield Phrase(tuple(held), preposition, last_quoted)
                held, preposition = [], ""
            if not held:
                last_quoted = quoted
            held.append(token)
        elif held and token.tags & _MODIFIERS and "gent" not in token.tags:
            yield Phrase(tuple(held), preposition, last_quoted)
            held, preposition = [], ""
    if held:
        yield Phrase(tuple(held), preposition, last_quoted)


def _belongs(held: Sequence[Token], token: Token) -> bool:
    """Whether a noun goes on the phrase of those before it: a genitive, or a name in the same case."""
    if "gent" in token.tags or (_NAMES & held[-1].tags and _NAMES & token.tags and {"Name", "name"} & held[-1].tags):
        return True
    cases = {"nomn", "gent", "datv", "accs", "ablt", "loct"}
    return bool(cases & held[-1].tags & token.tags) and bool(_NAMES & token.tags or token.text[0].isupper())


def stripped(tokens: Sequence[Token]) -> Iterator[tuple[Phrase, Token]]:
    """Somebody from whom something was taken ("у Иванова отобрали"), with the verb that has no doer."""
    for number, verb in enumerate(tokens):
        if {"VERB", "plur", "past"} <= verb.tags and verb.lemma in _lemmas("stripped"):
            for phrase in _phrases([*_stretch(tokens, number, -1), *_stretch(tokens, number, 1)]):
                if phrase.preposition == "у" and phrase.actor:
                    yield phrase, verb


def robbed(phrase: Phrase, verb: Token, links: Sequence[Link], words: Sequence[Token]) -> tuple[int, int] | None:
    """Start and end in the translation where the one stripped has become the one who strips, else None."""
    target = {link.source.start: link.target for link in links if link.strength >= _SURE}
    index = {token.start: place for place, token in enumerate(words)}
    made, places = target.get(verb.start), _places(phrase, target)
    if made is None or made.start not in index:
        return None
    at = index[made.start]
    first, passive = _before(words, at, places)
    after = words[at + 1].text.lower() if at + 1 < len(words) else "."
    if first is None or passive or after in _lemmas("break") or not after.isalnum():
        return None
    return first, made.stop


def turned(deed: Deed, links: Sequence[Link], words: Sequence[Token]) -> tuple[int, int] | None:
    """Start and end in the translation of a deed that it turns round, else None."""
    target = {link.source.start: link.target for link in links if link.strength >= _SURE}
    verb = target.get(deed.verb.start)
    if verb is None:
        return None
    doer, sufferer = _places(deed.doer, target), _places(deed.sufferer, target)
    index = {token.start: place for place, token in enumerate(words)}
    if not doer or not sufferer or verb.start not in index or doer & sufferer:
        return None
    at = index[verb.start]
    first, passive = _before(words, at, sufferer | doer)
    bridged = bool(deed.sufferer.preposition) or "datv" in deed.sufferer.head.tags
    second, by = _after(words, at, sufferer | doer, bridged)
    if first is None or second is None:
        return None
    if not passive and not by and first in sufferer and second in doer:
        return first, _end(words, second)
    if passive and by and first in doer and second in sufferer:
        return first, _end(words, second)
    return None


def _places(phrase: Phrase, target: Mapping[int, Token]) -> frozenset[int]:
    """Where the words of a phrase stand in the translation: its head, or the names it holds."""
    named = [
        token for token in phrase.tokens if token is phrase.head or (_NAMES & token.tags and "gent" not in token.tags)
    ]
    return frozenset(target[token.start].start for token in named if token.start in target)


def _end(words: Sequence[Token], start: int) -> int:
    return next(token.stop for token in words if token.start == start)


def _before(words: Sequence[Token], at: int, known: frozenset[int]) -> tuple[int | None, bool]:
    """The nearest known word before a verb, only auxiliaries and adverbs between, and whether the verb is passive."""
    passive = False
    for token in reversed(words[max(0, at - _REACH) : at]):
        lower = token.text.lower()
        if token.start in known:
            return token.start, passive and not words[at].text.endswith("ing")
        if lower in _lemmas("be"):
            passive = True
            continue
        passes = (
            token.text in "”\"'’" if token.kind == "mark" else lower in _lemmas("auxiliary") or lower.endswith("ly")
        )
        if not passes:
            return None, passive
    return None, passive


def _after(words: Sequence[Token], at: int, known: frozenset[int], bridged: bool) -> tuple[int | None, bool]:
    """The nearest known word after a verb, and whether "by" stands before it."""
    by = False
    for number, token in enumerate(words[at + 1 : at + 2 + _REACH]):
        lower = token.text.lower()
        if token.start in known:
            return token.start, by
        by = by or lower == "by"
        if lower == "by" or (bridged and number < 2 and lower in _lemmas("bridge")):
            continue
        if token.text not in "“\"'‘" if token.kind == "mark" else lower in _lemmas("break"):
            return None, by
    return None, by
