"""Where the parties of a clause stand in the translation: what is the subject of a verb, and what stands behind it.

English tells roles by places and small words, so this reads nothing but them: determiners open a noun phrase,
prepositions and 's take a noun out of the subject, commas that close let an aside be stepped over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.detectors.roles._clauses import dash, lemmas

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Token

OWNER = "'s"
"""The tie of a noun that owns what follows."""
PREPOSITIONS = frozenset(
    """from to for with by of in on at under over against behind about into onto than off through during after before
    without within among between across around along near beyond despite per via toward towards as inside outside
    upon above below since until till amid beside besides following including regarding concerning like unlike
    throughout past up out down opposite alongside""".split()  # noqa: SIM905
)
_DETERMINERS = frozenset(
    "the a an his her its their our my your this that these those some any another each every no".split()  # noqa: SIM905
)
_RELATIVE = frozenset({"who", "which", "that", "whom"})
BREAKS = frozenset(
    """who which that whom whose where when while because if whether although though unless but nor so what why how and
    or said says saying say added adds has have had would will could can may might must should shall did does do is are
    was were be been being""".split()  # noqa: SIM905
)
_CATENATIVE = frozenset(
    """manage have want try decide refuse agree offer plan promise intend hope attempt seek begin start continue fail
    need ought used going able about likely set due ready threaten get go prefer choose vow pledge prepare dare tend
    help wish unable forced obliged""".split()  # noqa: SIM905
)
_STEP = frozenset({"also", "not", "never", "then", "later", "first", "once", "again", "even", "now", "just"})
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_ASIDE = 16
"""Words of an aside between commas."""
_BEHIND = 16
"""Words behind a verb among which its parties are looked for."""
_REGION = 24
_PARTICLES = frozenset({"up", "out", "off", "down", "over", "on", "away", "back"})
_PARTS = frozenset("one some many most all none both each several two three four five half part any".split())  # noqa: SIM905
"""Words whose "of" ties nothing: threatened one of the guards."""
_LATER = frozenset({"get", "got", "gets", "ever", "once", "then", "later", "still"})
_SUBJECTS = frozenset({"i", "he", "she", "it", "we", "you", "they"})
_OBJECTS = frozenset({"him", "them", "us", "me"})
_ADVERBS = frozenset(
    {"most", "always", "ever", "still", "so", "too", "often", "only", "already", "soon", "both", "all"}
    | {"themselves", "himself", "herself"}
)
"""Words between a pronoun and its verb."""
_QUOTES = "“”\"'‘’«»"


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of the translation with the places of its words that render verbs."""

    words: Sequence[Token]
    verbs: frozenset[int]

    @property
    def title(self) -> bool:
        """Whether nothing ends the sentence."""
        return bool(self.words) and self.words[-1].kind == "word"

    def low(self, number: int) -> str:
        """A word in lower case; "" outside of the sentence."""
        return self.words[number].text.lower() if 0 <= number < len(self.words) else ""

    def before(self, number: int, count: int) -> list[str]:
        """The words before a place in lower case."""
        return [self.low(place) for place in range(max(0, number - count), number)]

    def clause_behind(self, number: int) -> bool:
        """Whether a word is the subject of a clause of its own: he said Kim had told him."""
        return self.low(number + 1) in lemmas("auxiliary") - _LATER

    def owner(self, number: int) -> bool:
        """Whether a word owns what follows it."""
        return self.low(number).endswith(_POSSESSIVE) or self.low(number + 1) in ("'s", "’s", "'", "’")

    def plain(self, number: int) -> bool:
        """Whether a word is neither a mark nor a word of grammar."""
        low = self.low(number)
        closed = low in PREPOSITIONS or low in _DETERMINERS or low in BREAKS
        return self.words[number].kind == "word" and not closed and number not in self.verbs

    def subject(self, at: int, depth: int = 0) -> tuple[list[int], bool]:
        """Places of the words of a verb's subject, the nearest first, and whether the verb is passive."""
        if self.low(at - 1) == "," and self.low(at).endswith("ing"):
            return self._antecedent(at), False  # the surgeon, assisting a robot
        place, passive = self._verb_group(at)
        if place == at - 1 and self.title and self.low(at).endswith("ed"):
            return [], False  # in a title "police chief charged" may be a passive
        if place < 0:
            return [], passive
        low = self.low(place)
        if low in PREPOSITIONS and self.low(at).endswith("ing"):
            return [], passive  # responsible for bringing
        if low in ("and", "but", "then") or (low == "or" and depth == 0):
            earlier = [one for one in self.verbs if one < place]
            return (self.subject(max(earlier), depth + 1)[0] if earlier and depth < 2 else []), passive
        if low in _RELATIVE:
            return self._antecedent(place), passive
        if low == "to" and place == at - 1:
            return self._noun_phrase(place - 1), False  # asked the policeman to take
        return self._noun_phrase(place), passive

    def _verb_group(self, at: int) -> tuple[int, bool]:
        """The place before a verb, its auxiliaries, adverbs, asides and verbs like "managed to"; and the passive."""
        place, passive, reached = at - 1, False, False
        for _ in range(_ASIDE):
            low = self.low(place)
            if place < 0 or not low:
                break
            if low in lemmas("be"):
                passive = passive or not reached
            elif low == "to" and (self._catenative(place - 1) or self._ordered(place - 1)):
                place, reached = place - 1, True
            elif low == ",":
                opening = next((n for n in range(place - 1, max(-1, place - _ASIDE), -1) if self.low(n) == ","), -1)
                if opening < 1:
                    return -1, passive
                place = opening
            elif not (
                low in lemmas("auxiliary") or low in _STEP or low.endswith(("ly", "n't", "n’t")) or low in _QUOTES
            ):
                break
            place -= 1
        return place, passive and not self.low(at).endswith("ing")

    def _ordered(self, place: int) -> bool:
        """Whether a word is a passive that makes its subject do what follows: was ordered to."""
        return place > 0 and self.low(place).endswith("ed") and self.low(place - 1) in lemmas("be")

    def _catenative(self, place: int) -> bool:
        return place >= 0 and (self.words[place].lemma in _CATENATIVE or self.low(place) in _CATENATIVE)

    def _antecedent(self, place: int) -> list[int]:
        """The nouns before who or which, the nearest first."""
        found = []
        start = place - 2 if self.low(place - 1) == "," else place - 1
        for number in range(start, max(-1, start - 9), -1):
            low = self.low(number)
            if low in BREAKS or self.words[number].kind == "mark" or number in self.verbs:
                break
            if low not in PREPOSITIONS and low not in _DETERMINERS and not self.owner(number):
                found.append(number)
        return found

    def _noun_phrase(self, end: int) -> list[int]:
        """The words of the noun phrase that is the subject: the last one that no preposition ties to another."""
        begin = end
        while begin > max(0, end - _REGION) and not self._bounds(begin - 1):
            begin -= 1
        if self._bounds(end):
            return []
        found: list[int] = []
        tied = False
        for number in range(begin, end + 1):
            low = self.low(number)
            if low in PREPOSITIONS:
                tied = True
            elif low in _DETERMINERS and self.low(number - 1) not in PREPOSITIONS:
                tied, found = False, []
            elif self.owner(number) and not tied:
                found = []
            elif low in _OBJECTS:
                return []  # the illness that was destroying him gave him: a clause of its own
            elif low in _SUBJECTS:
                if all(self._adverb(place) for place in range(number + 1, end + 1)):
                    return [number]  # the role he most liked
                break  # the operation he received
            elif not tied and self.words[number].kind == "word" and low not in _DETERMINERS:
                found.append(number)
        if begin and found and self.low(begin - 1) in _RELATIVE and not self._bounds(begin):
            return found[::-1] + self._antecedent(begin - 1)  # the man who hit a dog escaped
        return found[::-1]

    def _adverb(self, number: int) -> bool:
        low = self.low(number)
        return low.endswith("ly") or low in _STEP or low in _ADVERBS

    def _bounds(self, number: int) -> bool:
        """Whether a word ends the region of a subject."""
        token = self.words[number]
        if token.kind == "mark":
            return token.text not in _QUOTES and (token.text != "-" or dash(self.words, number))
        low = self.low(number)
        return (low in BREAKS and low not in ("and", "or")) or number in self.verbs

    def inverted(self, at: int) -> bool:
        """Whether what stands right behind a verb may be its subject: "...", says Okamura."""
        before = self.words[at - 1].text if at else ""
        return before in (",", "-", "–", "—") or (before in _QUOTES and before != "")

    def behind(self, at: int) -> Iterator[tuple[int, str]]:
        """Places of the words behind a verb with what ties each to it: "", a preposition, or "'s"."""
        tie, open_ = "", False
        for number in range(at + 1, min(len(self.words), at + 1 + _BEHIND)):
            low = self.low(number)
            if self.words[number].kind == "mark":
                if low in _QUOTES or (low == "-" and not dash(self.words, number)):
                    continue
                return
            if low in BREAKS and not (low == "that" and number == at + 1):
                return
            if number in self.verbs and low not in PREPOSITIONS and self.low(number - 1) != "to":
                return
            if low == "of" and self.low(number - 1) in _PARTS:
                continue
            if low in PREPOSITIONS:
                tie = low
                open_ = low in _PARTICLES and number == at + 1
            elif low in _DETERMINERS and self.low(number - 1) not in PREPOSITIONS:
                tie, open_ = "", False
            if self.words[number].kind == "word" and low not in PREPOSITIONS:
                yield number, OWNER if self.owner(number) else tie
                if open_ and low not in _DETERMINERS:
                    yield number, ""  # blew up the bridge
