"""What the words of the original say of a sentence's order: clauses, subjects, verbs and who owns what."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker.detectors._linked import Linked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Token

LINKED = 0.6
"""Strength from which a word link says what a word stands for."""
_NEAR = 4
"""Words within which an infinitive follows its verb."""
_CROWD = frozenset(
    "большинство ряд часть множество число пара тысяча миллион сотня десяток половина треть меньшинство".split()  # noqa: SIM905
)
"""Singulars that take a verb in the plural."""
_WHO = frozenset({"который", "кто", "они", "мы", "вы", "все", "многие", "некоторые", "другие", "оба", "обе", "двое"})
_NOMINAL = frozenset({"NOUN", "NPRO", "ADJF", "PRTF", "NUMR"})
_WHOSE = frozenset({"которого", "которой", "которых"})
_ACTING = frozenset({"NOUN", "NPRO"})
_ENDS = frozenset(".,;:—–()!?")
_JOINS = frozenset({"and", "but", "that", "because", "if", "while", "since", "although"})


def listed(*lines: str) -> frozenset[str]:
    """The words of some lines."""
    return frozenset(word for line in lines for word in line.split())


class Line(Linked):
    """A sentence whose order and forms are held against those of the original."""

    def tags(self, number: int) -> frozenset[str]:
        """What the dictionary knows of that word."""
        found = self.source(number)
        return found.tags if found is not None else frozenset()

    def is_word(self, number: int) -> bool:
        """Whether a word or a number stands there."""
        return 0 <= number < len(self.tokens) and self.tokens[number].kind != "mark"

    def led(self, number: int) -> bool:
        """Whether a preposition of the original leads to a word: «потребовал от Петрова»."""
        found = self.source(number)
        at = self.numbers[found.start] if found is not None else 0
        return any("PREP" in token.tags for token in self.originals[max(0, at - 3) : at])

    def begin(self, number: int) -> int:
        """Where the clause of a word begins: behind a mark or a conjunction."""
        while self.is_word(number - 1) and self.low(number - 1) not in _JOINS:
            number -= 1
        return number

    def governs(self, verb: Token, done: Token | None) -> bool:
        """Whether a verb of the original has an infinitive close behind it, which is `done` where that is known."""
        for token in self.originals[self.numbers[verb.start] + 1 :][:_NEAR]:
            if token.kind == "mark":
                return False
            if "INFN" in token.tags:
                return done is None or done.start == token.start
        return False

    def lacks_subject(self, verb: Token) -> bool:
        """Whether a verb in the plural has no subject in its clause: «в Москве считают», they in Moscow.

        A thing is what the verb is done to where English has it behind the verb.
        """
        at = self.numbers[verb.start]
        before = self._until(range(at - 1, -1, -1))
        if before and {"NOUN", "femn", "gent", "sing"} <= before[-1].tags:
            return False  # власти, части: the dictionary's genitive may be a plural
        clause = [*before, *self._until(range(at + 1, len(self.originals)))]
        return not any(self._may_act(token, verb) for token in clause) and not _two_act(clause)

    def owned(self, noun: Token) -> bool:
        """Whether «который» in the genitive stands right behind a noun of the original: «рабочие которого»."""
        following = self.originals[self.numbers[noun.start] + 1 :][:1]
        return any(token.lemma == "который" and token.text.lower() in _WHOSE for token in following)

    def acts_behind(self, verb: Token, number: int) -> bool:
        """Whether the subject of a verb stands behind a word: "companies forced to close by the crisis"."""
        at = self.numbers[verb.start]
        clause = [*self._until(range(at - 1, -1, -1)), *self._until(range(at + 1, len(self.originals)))]
        subjects = [token for token in clause if "nomn" in token.tags and not token.tags.isdisjoint(_ACTING)]
        places = [place for token in subjects if (place := self.places.get(token.start)) is not None]
        return bool(places) and min(places) > number

    def _until(self, places: range) -> list[Token]:
        found = []
        for place in places:
            token = self.originals[place]
            if token.text in _ENDS:
                break
            found.append(token)
        return found

    def _may_act(self, token: Token, verb: Token) -> bool:
        places = self.places.get(token.start), self.places.get(verb.start)
        behind = places[0] is not None and places[1] is not None and places[1] < places[0]
        if behind and "tran" in verb.tags and "anim" not in token.tags:
            return False
        if token.kind == "number" or token.lemma in _CROWD or token.lemma in _WHO or "NUMR" in token.tags:
            return True
        return ({"nomn", "plur"} <= token.tags and not token.tags.isdisjoint(_NOMINAL)) or "Fixd" in token.tags


def _two_act(clause: Sequence[Token]) -> bool:
    """Whether two of the singular act together: «мэр и губернатор», «Анна с братом»."""
    return any(
        {"NOUN", "nomn", "sing", "anim"} <= one.tags and two.text.lower() in ("и", "с", "со", "да", "или")
        for one, two in pairwise(clause)
    )
