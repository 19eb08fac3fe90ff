"""Who does what to whom in a clause of the original.

Cases tell the doer from the sufferer in Russian; what English makes of it is told by its order (_order.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker import data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.model import Token

_MODIFIERS = frozenset({"ADJF", "NUMR", "PRTF"})
NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "name", "surname", "place", "organisation"})
QUANTITIES = frozenset(
    """много немало мало несколько сколько столько большинство часть половина треть четверть ряд группа тысяча миллион
    десяток сотня пара тройка множество количество число доля масса толпа""".split()  # noqa: SIM905
)
"""Words that count what stands behind them in the genitive."""
_STOPS = frozenset({"VERB", "INFN", "GRND", "CONJ", "PRTS", "ADJS", "PRED", "PREP", "NPRO"})
_GIVEN = frozenset({"на", "от", "против", "к", "за"})
"""Prepositions of a sufferer: подал в суд на, требует от, выступил против."""
_GENITIVE = frozenset("аяоыи")
"""Letters in which the genitive of a name ends."""
ASIDE = 6  # words of an aside
_OPENERS = frozenset({"по", "как", "впрочем", "однако", "видимо", "похоже", "кстати", "конечно", "судя", "наконец"})
_IN_A = frozenset(
    """учителя доктора профессора директора инспектора тренера редактора мастера сторожа повара егеря юнкера
    прокурора""".split()  # noqa: SIM905
)
"""Plurals of men that read as the genitive of one: родителей поддержали учителя."""


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
        return self.quoted or "anim" in head.tags or bool(NAMES & head.tags) or head.lemma in lemmas("actor")

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
    def dative(self) -> bool:
        """Whether its form is the dative; a locative without a preposition is one (пригрозил газете)."""
        tags = self.head.tags
        return "datv" in tags or (not self.preposition and "loct" in tags)

    @property
    def object(self) -> bool:
        """Whether its form can be the accusative, or is the dative."""
        tags = self.head.tags
        if {"accs", "Fixd"} & tags or self.dative or "known" not in tags:
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
def lemmas(kind: str) -> frozenset[str]:
    """Words of roles.tsv that are no patterns."""
    return frozenset(
        word
        for row in data.rows("roles")
        if row["kind"] == kind
        for word in (row["verbs"] + " " + row["english"]).split()
    )


def bodies() -> frozenset[str]:
    """Lemmas of bodies that do things: a firm, a court, a union."""
    return lemmas("actor")


def deeds(tokens: Sequence[Token]) -> Iterator[Deed]:
    """Finite verbs with a doer and a sufferer beside them, both of which could do it."""
    for number, verb in enumerate(tokens):
        if "VERB" not in verb.tags or verb.lemma.endswith(("ся", "сь")) or verb.lemma in lemmas("converse"):
            continue
        if number and verb.text[:1].isupper():  # a name that looks like a verb
            continue
        ahead = stretch(tokens, number, -1)
        before = [phrase for phrase in phrases(ahead) if not phrase.preposition][-1:]
        if before and _counted(ahead, before[0].head, verb):
            continue
        after = list(phrases(stretch(tokens, number, 1)))
        plain = [phrase for phrase in after if not phrase.preposition][:1]
        given = [phrase for phrase in after if phrase.preposition in _GIVEN][:1]
        deed = _deed(before, verb, plain or given)
        if deed is not None:
            yield deed


def _counted(ahead: Sequence[Token], head: Token, verb: Token) -> bool:
    """Whether a genitive hangs on a numeral that may be the subject of a verb: пять солдат спасли врачи."""
    place = next(number for number, token in enumerate(ahead) if token is head)
    while place and ahead[place - 1].tags & _MODIFIERS and "NUMR" not in ahead[place - 1].tags:
        place -= 1
    counts = ahead[place - 1] if place else None
    if counts is None or "gent" not in head.tags or not verb.tags & {"plur", "neut"}:
        return False
    return counts.kind == "number" or counts.lemma in QUANTITIES or {"NUMR", "nomn"} <= counts.tags


def _deed(before: Sequence[Phrase], verb: Token, after: Sequence[Phrase]) -> Deed | None:
    if not before or not after:
        return None
    left, right = before[0], after[0]
    if verb.lemma in lemmas("governing"):
        return _governing(left, verb, right)
    if not (left.actor and right.actor):
        return _thing_deed(left, verb, right)
    fixed = "Fixd" in left.head.tags | right.head.tags
    if "tran" in verb.tags and not (right.preposition or fixed) and (_strange(left) or _strange(right)):
        return _strangers(left, verb, right)
    if left.subject and agrees(left, verb) and (right.preposition or (right.object and "tran" in verb.tags)):
        turned = right.subject and left.object and not right.preposition
        certain = not (turned and agrees(right, verb))
        if turned and "Fixd" in left.head.tags and "known" not in right.head.tags and right.head.text[-1] not in "аяую":
            return None  # either may be the doer: Меркель критикует Ципрас
        return Deed(left, verb, right, certain)
    if right.dative and left.subject and agrees(left, verb):
        return Deed(left, verb, right, True)
    told = left.dative or "tran" in verb.tags
    if not right.preposition and right.subject and agrees(right, verb) and left.object and told:
        return Deed(right, verb, left, not left.subject)
    return None


def _strange(phrase: Phrase) -> bool:
    """Whether a phrase is a name that no dictionary has, whose gender and number are guessed, and no dative."""
    head = phrase.head
    return "known" not in head.tags and head.text[:1].isupper() and not phrase.quoted and not phrase.dative


def _strangers(left: Phrase, verb: Token, right: Phrase) -> Deed | None:
    """The same where a name is strange: by a nominative and a genitive alone, whatever their genders seem to be."""
    for doer, sufferer in ((left, right), (right, left)):
        told = "nomn" in doer.head.tags and (_strange(doer) or agrees(doer, verb))
        formed = sufferer.head.text[-1] in _GENITIVE  # Венгер is none, whatever it is taken for
        if told and formed and "gent" in sufferer.head.tags and (sufferer.animate or _strange(sufferer)):
            return Deed(doer, verb, sufferer, False)
    return None


def _governing(left: Phrase, verb: Token, right: Phrase) -> Deed | None:
    """Who governs, and what in the instrumental: фракцией руководит Петров."""
    for doer, governed in ((left, right), (right, left)):
        told = "ablt" in governed.head.tags and not governed.preposition and not doer.preposition
        if told and "nomn" in doer.head.tags and agrees(doer, verb) and ("anim" in doer.head.tags or doer.actor):
            return Deed(doer, verb, governed, True)
    return None


def _thing_deed(left: Phrase, verb: Token, right: Phrase) -> Deed | None:
    """The same of things, by number alone, for verbs that English cannot turn round: окопы занимает пехота."""
    if verb.lemma not in literal_verbs() or right.preposition or not {"NOUN", "nomn"} <= right.head.tags:
        return None
    told = left.object and not agrees(left, verb) and agrees(right, verb) and "gent" not in left.head.tags
    return Deed(right, verb, left, True) if told else None


@cache
def literal_verbs() -> Mapping[str, frozenset[str]]:
    """Verbs of roles.tsv with their one English, by lemma."""
    found: dict[str, frozenset[str]] = {}
    for row in data.rows("roles"):
        if row["kind"] == "literal":
            found |= dict.fromkeys(row["verbs"].split(), frozenset(row["english"].split()))
    return found


def agrees(phrase: Phrase, verb: Token) -> bool:
    """Whether a noun can be the subject of a verb by number and gender."""
    if "plur" in verb.tags:
        return "plur" in phrase.head.tags or phrase.quoted or phrase.plural_in_a
    if "plur" in phrase.head.tags and "Fixd" not in phrase.head.tags:
        return False
    genders = {"masc", "femn", "neut"} & verb.tags
    same = bool(genders & phrase.head.tags)
    # врач сказала, but no person ever сказало
    person = phrase.animate and genders != {"neut"}
    person = person or ("nomn" in phrase.head.tags and genders == {"masc"} and _strange(phrase))  # Томсула поддержал
    return not genders or same or person or phrase.quoted or "Fixd" in phrase.head.tags


def dash(words: Sequence[Token], place: int) -> bool:
    """Whether a mark is a hyphen with a blank before it, and so stands for a dash."""
    return words[place].text == "-" and place > 0 and words[place - 1].stop < words[place].start


def stretch(tokens: Sequence[Token], number: int, step: int) -> list[Token]:
    """The words of the clause before or after a verb."""
    found: list[Token] = []
    place = _over_aside(tokens, number) if step < 0 else number + step
    while 0 <= place < len(tokens):
        token = tokens[place]
        if (token.kind == "mark" and (token.text not in '«»"“”„-' or dash(tokens, place))) or token.tags & {
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
    for begin in range(place - 1, max(-1, place - 2 - ASIDE), -1):
        if tokens[begin].text == ",":
            opens = tokens[begin + 1].text.lower() in _OPENERS
            return begin - 1 if opens and begin else number - 1
        if tokens[begin].tags & {"VERB", "INFN", "GRND"}:
            break
    return number - 1


def phrases(tokens: Sequence[Token]) -> Iterator[Phrase]:
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
            titled = held and quoted and tokens[place - 1].kind == "mark" and not last_quoted  # командой "Вайкингс"
            if held and not titled and not _belongs(held, token):
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
    if (
        "gent" in token.tags
        or _like_genitive(token)
        or (NAMES & held[-1].tags and NAMES & token.tags and {"Name", "name"} & held[-1].tags)
    ):
        return True
    if held[-1].lemma in lemmas("actor") and "anim" not in held[-1].tags and "known" not in token.tags:
        return token.text[:1].isupper()  # Университета Рутгерс
    cases = {"nomn", "gent", "datv", "accs", "ablt", "loct"}
    return bool(cases & held[-1].tags & token.tags) and bool(NAMES & token.tags or token.text[0].isupper())


def _like_genitive(token: Token) -> bool:
    """Whether a locative is the genitive of a name as well: премьер Франции, глава Марии."""
    return "loct" in token.tags and (token.text.endswith("ии") or token.text[:1].isupper())
