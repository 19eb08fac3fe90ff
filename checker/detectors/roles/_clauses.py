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
_ASIDE = 6  # words of an aside
_OPENERS = frozenset({"по", "как", "впрочем", "однако", "видимо", "похоже", "кстати", "конечно", "судя", "наконец"})
_IN_A = frozenset(
    """учителя доктора профессора директора инспектора тренера редактора мастера сторожа повара егеря юнкера
    прокурора""".split()  # noqa: SIM905
)
"""Plurals of men that read as the genitive of one: родителей поддержали учителя."""
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
        if "nomn" in tags or "Fixd" in tags or "known" not in tags or self.plural_in_a:
            return True
        return "accs" in tags and not self.animate and ("femn" not in tags or "plur" in tags)

    @property
    def plural_in_a(self) -> bool:
        """Whether the form is the plural of учитель as well as its genitive."""
        return self.head.text.lower() in _IN_A

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


def bodies() -> frozenset[str]:
    """Lemmas of bodies that do things: a firm, a court, a union."""
    return _lemmas("actor")


def ahead(words: Sequence[Token], verb: Token, known: frozenset[int]) -> tuple[int | None, bool]:
    """The known word that is the subject of a verb of the translation, and whether the verb is passive."""
    return _before(words, words.index(verb), known)


def subjectless(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Verbs of a masculine or feminine doer who is left unsaid, with the person in the dative behind them."""
    for number, verb in enumerate(tokens):
        if not {"VERB", "sing", "past"} <= verb.tags or "neut" in verb.tags or verb.lemma.endswith(("ся", "сь")):
            continue
        around = [*_stretch(tokens, number, -1), *_stretch(tokens, number, 1)]
        if any(token.tags & {"nomn", "NPRO"} for token in around if token.kind == "word"):
            continue
        after = [token for token in _stretch(tokens, number, 1) if token.kind == "word"][:2]
        given = next((token for token in after if {"NOUN", "anim", "datv"} <= token.tags), None)
        if given is not None:
            yield verb, given


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
    if not before or not after:
        return None
    left, right = before[0], after[0]
    if not (left.actor and right.actor):
        return _thing_deed(left, verb, right)
    if left.subject and _agrees(left, verb) and (right.preposition or (right.object and "tran" in verb.tags)):
        turned = right.subject and left.object and not right.preposition
        certain = not (turned and _agrees(right, verb))
        return Deed(left, verb, right, certain)
    if "datv" in right.head.tags and left.subject and _agrees(left, verb):
        return Deed(left, verb, right, True)
    if not right.preposition and right.subject and _agrees(right, verb) and left.object:
        return Deed(right, verb, left, not left.subject)
    return None


def _thing_deed(left: Phrase, verb: Token, right: Phrase) -> Deed | None:
    """The same of things, by number alone, for verbs that English cannot turn round: окопы занимает пехота."""
    if verb.lemma not in literal_verbs() or right.preposition or not {"NOUN", "nomn"} <= right.head.tags:
        return None
    told = left.object and not _agrees(left, verb) and _agrees(right, verb) and "gent" not in left.head.tags
    return Deed(right, verb, left, True) if told else None


@cache
def literal_verbs() -> Mapping[str, frozenset[str]]:
    """Verbs of roles.tsv with their one English, by lemma."""
    found: dict[str, frozenset[str]] = {}
    for row in data.rows("roles"):
        if row["kind"] == "literal":
            found |= dict.fromkeys(row["verbs"].split(), frozenset(row["english"].split()))
    return found


def _agrees(phrase: Phrase, verb: Token) -> bool:
    """Whether a noun can be the subject of a verb by number and gender."""
    if "plur" in verb.tags:
        return "plur" in phrase.head.tags or phrase.quoted or phrase.plural_in_a
    if "plur" in phrase.head.tags and "Fixd" not in phrase.head.tags:
        return False
    genders = {"masc", "femn", "neut"} & verb.tags
    same = bool(genders & phrase.head.tags)
    # врач сказала, but no person ever сказало
    person = phrase.animate and genders != {"neut"}
    return not genders or same or person or phrase.quoted or "Fixd" in phrase.head.tags


def _stretch(tokens: Sequence[Token], number: int, step: int) -> list[Token]:
    """The words of the clause before or after a verb."""
    found: list[Token] = []
    place = _over_aside(tokens, number) if step < 0 else number + step
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


def _over_aside(tokens: Sequence[Token], number: int) -> int:
    """The place before a verb, an aside between commas left out: клуб, по его подсчетам, задолжал."""
    place = number - 1
    while place > 0 and "ADVB" in tokens[place].tags:
        place -= 1
    if place < 1 or tokens[place].text != ",":
        return number - 1
    for begin in range(place - 1, max(-1, place - 2 - _ASIDE), -1):
        if tokens[begin].text == ",":
            opens = tokens[begin + 1].text.lower() in _OPENERS
            return begin - 1 if opens and begin else number - 1
        if tokens[begin].tags & {"VERB", "INFN", "GRND"}:
            break
    return number - 1


def _phrases(tokens: Sequence[Token]) -> Iterator[Phrase]:
    """The noun phrases of a stretch without commas."""
    held: list[Token] = []
    preposition, quoted, last_quoted = "", False, False
    for place, token in enumerate(tokens):
        if token.kind == "mark":
            # A mark that nothing closes before the verb opens direct speech, and no name.
            closes = any(other.text in "»”“" for other in tokens[place + 1 :])
            quoted = (token.text in "«“„" and closes) or (token.text == '"' and not quoted)
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
    things = not (deed.doer.actor and deed.sufferer.actor)
    if things and verb.lemma not in literal_verbs().get(deed.verb.lemma, frozenset()):
        return None
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


def _leading(words: Sequence[Token], at: int) -> Iterator[Token]:
    """The words before a verb, the nearest first, an aside between commas left out: the trenches, he notes, still."""
    place = at - 1
    for _ in range(_REACH):
        if place >= 0 and words[place].text == ",":
            opening = [n for n in range(max(0, place - _ASIDE), place) if words[n].text == ","]
            place = opening[-1] - 1 if opening else -1
        if place < 0:
            return
        yield words[place]
        place -= 1


def _before(words: Sequence[Token], at: int, known: frozenset[int]) -> tuple[int | None, bool]:
    """The nearest known word before a verb, only auxiliaries and adverbs between, and whether the verb is passive."""
    passive = False
    for token in _leading(words, at):
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
