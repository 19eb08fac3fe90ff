"""Clauses that keep the skeleton of the Russian sentence: its cases and its order, under English words.

«У завода нет лицензии» comes out as "At the plant is no licence", «Рабочим удалось спастись» as "To the workers
succeeded to escape". Each rule asks for two witnesses: the English shape, and the case or the conjunction of the
original that explains it, found through the word links. What needs no link is in the table `skeletons`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._linked import Linked
from checker.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Token


def _words(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


_NEAR = 5
"""Words that a noun phrase may have after its preposition."""
_FINITE = _words(
    "is are was were had has have did does do became becomes become will would could can should must not",
    "likes liked succeeded managed remained remains happened wants wanted got went came fell seems seemed",
)
_BE = _words("is are was were be has had have will not appeared arose remained remains appears")
_GIVEN = _words(
    "attributed credited due owed dedicated devoted given added awarded assigned granted joined come opposed"
)
"""After these "to him was ..." is an English inversion."""
_TO = _words("к ко благодаря согласно вопреки навстречу по")
_EXISTS = _words("есть нет быть иметься появиться возникнуть остаться оказаться находиться нашлось")
_PLACES = _words(
    "вход выход стена здание дом ворота подъезд дорога берег река море станция метро памятник театр магазин",
    "окно дверь граница обочина посольство стол костёр озеро мост фонтан храм церковь забор подножие школа",
    "вокзал остановка причал терминал касса трасса перекрёсток переход линия черта стенд мечеть собор отель",
    "павильон площадь суд офис штаб борт край",
)
"""Where у stands for "at"."""
_CROWD = _words("большинство ряд часть множество число пара тысяча миллион сотня десяток половина треть меньшинство")
"""Singulars that take a verb in the plural."""
_WHO = _words("который которые кто вы они мы все многие")
_AND = _words("и с со")
_CLOSING = frozenset(".!?")
_PAST = _words("gave built sent brought found caught held paid wrote stole chose laid led lent bought taught told shot")
_ERGATIVE = re.compile(
    r"(?:start|begin|began|begun|open|clos|end|finish|resum|continu|chang|increas|decreas|grow|grew|mov|stop|broke|"
    r"burn|s[au]nk|doubl|improv|ris|rose|fell|drop|split|return|turn|r[au]n|chang|cook|dissolv|melt|launch|premier|"
    r"became|appear|went|came|took|got|cost|sold|read|spread|expand|shut|debut)"
)
"""English verbs whose subject may be what the Russian verb has as its object: the doors opened."""


_SUBJECTS = frozenset({"i", "he", "she", "we", "they"})


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A stretch of the translation, and what an editor is told of it."""

    start: int
    stop: int
    reason: str
    suggestion: str
    severity: Severity = Severity.MAJOR


@dataclass(frozen=True, slots=True)
class _Row:
    pattern: re.Pattern[str]
    source: re.Pattern[str] | None
    suggestion: str
    reason: str


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(
        _Row(
            re.compile(row["pattern"]),
            re.compile(row["source"]) if row["source"] else None,
            row["suggestion"],
            row["reason"],
        )
        for row in data.rows("skeletons")
    )


def worded(text: str, original: str) -> Iterator[Skeleton]:
    """Rows of the table that hold in a sentence and its original; offsets count within the sentence."""
    plain, lower = re.sub(r"\s", " ", text), " ".join(original.lower().split())
    for row in _rows():
        if row.source is not None and not row.source.search(lower):
            continue
        for match in row.pattern.finditer(plain):
            yield Skeleton(*match.span("span"), row.reason, row.suggestion)


class Clause(Linked):
    """A sentence whose words keep the cases and the order of the original."""

    def before(self, source: Token, count: int) -> list[Token]:
        """Words of the original before one of them, the nearest first, up to a mark."""
        found = []
        for token in reversed(self.originals[: self.numbers[source.start]][-count:]):
            if token.kind == "mark":
                break
            found.append(token)
        return found

    def opens(self, number: int) -> bool:
        """Whether a word begins the sentence, or stands after a mark or a conjunction."""
        before = self.tokens[number - 1] if number else None
        return before is None or before.kind == "mark" or before.text in ("and", "but", "that", "because")

    def skeletons(self) -> Iterator[Skeleton]:
        """What the rules find."""
        for number, token in enumerate(self.tokens):
            word = token.text.lower()
            if word == "to" and self.opens(number):
                yield from self._dative(number)
            elif word == "at":
                yield from self._having(number)
        yield from self._absent()
        yield from self._objects()

    def _made(self, first: int, last: int, reason: str, suggestion: str) -> Skeleton:
        return Skeleton(self.tokens[first].start, self.tokens[last].stop, reason, suggestion)

    def _phrase(self, number: int) -> Iterator[int]:
        """Places of the words after a preposition, as far as a noun phrase may reach."""
        for place in range(number + 1, min(len(self.tokens), number + 1 + _NEAR)):
            if self.tokens[place].kind != "word":
                return
            yield place

    def _dative(self, number: int) -> Iterator[Skeleton]:
        """ "To the workers succeeded ..." for «Рабочим удалось ...»."""
        first = self.source(number + 1)
        if first is not None and first.tags & {"INFN", "VERB"}:
            return
        for place in self._phrase(number):
            if place == number + 1 or self.low(place) not in _FINITE:
                continue
            if self.low(place - 1) in _SUBJECTS:
                return  # to this day she does not know
            head = self.source(place - 1)
            if head is None or "datv" not in head.tags or any(t.lemma in _TO for t in self.before(head, 3)):
                return
            if _GIVEN.isdisjoint(self.low(later) for later in range(place + 1, place + 4)):
                reason = f"«{head.text}» is the subject in English, though Russian has the dative"
                yield self._made(number, place, reason, "(make the person the subject)")
            return

    def _having(self, number: int) -> Iterator[Skeleton]:
        """ "At the plant is no licence", "there are at the plant debts" for «у завода ...»."""
        for place in self._phrase(number):
            head = self.source(place)
            if head is None or "gent" not in head.tags or head.lemma in _PLACES:
                continue
            if head.tags.isdisjoint({"NOUN", "NPRO", "PRTF", "ADJF"}) or self._describes(place):
                continue
            if not any(t.text.lower() == "у" for t in self.before(head, 3)) or not self._exists():
                continue
            first = self._existential(number)
            there = place + 1 + (self.low(place + 1) == "there")
            if first is not None:
                yield self._made(first, place, f"«у {head.text}» says who has it", "... have")
            elif self.opens(number) and self.low(there) in _BE:
                yield self._made(number, there, f"«у {head.text}» says who has it", "... have")
            return

    def _describes(self, number: int) -> bool:
        """Whether a word's own word agrees with the next one's: it is no head yet."""
        head, after = self.source(number), self.source(number + 1)
        return head is not None and "NOUN" not in head.tags and after is not None and {"NOUN", "gent"} <= after.tags

    def _existential(self, number: int) -> int | None:
        """Where "there is" or "is there" begins, directly before a place."""
        words = self.low(number - 2), self.low(number - 1)
        return number - 2 if "there" in words and not _BE.isdisjoint(words) else None

    def _exists(self) -> bool:
        return any(token.lemma in _EXISTS or token.text.lower() in _EXISTS for token in self.originals)

    def _absent(self) -> Iterator[Skeleton]:
        """ "Wishing were not found", "Killed no" for «Желающих не нашлось», «Погибших нет»."""
        negated = any(token.text.lower() in ("не", "нет") for token in self.originals)
        for number in range(len(self.tokens) - 2):
            head = self.source(number) if self.opens(number) else None
            if head is None or "plur" not in head.tags or head.tags.isdisjoint({"gent", "accs"}):
                continue
            if head.tags.isdisjoint({"PRTF", "ADJF", "NOUN"}):
                continue
            reason = f"«{head.text}» is a noun here: those who do it"
            after = self.low(number + 1)
            last = number + 1 + (after in ("is", "was", "were", "are"))
            if self.low(number).endswith("ing") and after in ("were", "are"):
                yield self._made(number, last, reason, "those who ... / there are no ...")
            elif negated and self.low(last) == "no" and self._ends(last + 1):
                yield self._made(number, last, reason, "there are no ...")

    def _ends(self, number: int) -> bool:
        return number < len(self.tokens) and self.tokens[number].kind == "mark"

    def _objects(self) -> Iterator[Skeleton]:
        """ "The light gave only at night" for «Свет дали только ночью»: nobody is named who did it.

        A headline leaves out its auxiliary (Man arrested in Tula), so that only sentences with an end are looked at.
        """
        if not self.tokens or self.tokens[-1].text not in _CLOSING:
            return
        for noun, verb in zip(self.originals, self.originals[1:], strict=False):
            if not _acted_on(noun, verb) or self._plural_subject(noun):
                continue
            left, right = self.places.get(noun.start), self.places.get(verb.start)
            if left is None or right != left + 1 or self.tokens[right].text[0].isupper():
                continue
            word = self.low(right)
            if (word.endswith("ed") or word in _PAST) and not _ERGATIVE.match(word):
                reason = f"«{noun.text}» is what was done to, not who did it"
                yield self._made(left, right, reason, "(use the passive)")

    def _plural_subject(self, noun: Token) -> bool:
        """Whether some other word of the original may be, or may share, the subject of a verb in the plural."""
        return any(
            ({"nomn", "plur"} <= token.tags and not token.tags.isdisjoint({"NOUN", "NPRO", "ADJF", "PRTF"}))
            or token.lemma in _CROWD
            or token.text.lower() in _WHO
            or (token.start < noun.start and _several(token))
            for token in self.originals
            if token is not noun
        )


def _several(token: Token) -> bool:
    """Whether a word before a noun makes more of it than one: numbers, and, with."""
    return token.kind == "number" or "NUMR" in token.tags or token.text.lower() in _AND


def _acted_on(noun: Token, verb: Token) -> bool:
    """Whether a singular stands before a verb in the plural, which cannot be its own: nor is it a team's that never
    declines, Фиджи забили."""
    return (
        {"NOUN", "sing"} <= noun.tags
        and not ("Fixd" in noun.tags and noun.tags & {"Geox", "Orgn"} and noun.text[1:].islower())
        and not noun.tags.isdisjoint({"accs", "nomn"})
        and noun.lemma not in _CROWD
        and {"VERB", "plur", "past", "tran"} <= verb.tags
    )
