"""What a hedge of the original holds back: the word it governs, and whether the translation hedges that word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, located

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.detectors._cues import Cue
    from checker.model import Bead, Link, Pair, Span, Token
    from checker.protocols import Context

_SURE = 0.7
_FIRM = 0.85
_PLAIN = frozenset({"will", "is", "are", "was", "were", "be", "has", "have", "had", "to", "the", "a", "in", "of"})
_ADJECTIVE = re.compile(r"^(?:так )?\w+(?:ый|ая|ое|ые|ого|ой|ую|ых|ым|ыми|ому|ом)$")
_SUSPECTED = re.compile(r"подозрева(?:ет|ют|л)|по подозрению|заподозрен", re.IGNORECASE)
_TELLING = re.compile(r"report|told|said|according", re.IGNORECASE)
_HEARSAY = re.compile(
    r"(?<!\w)(?:по (?:(?:его|ее|её|их|моему|нашему) )?(?:данным|версии|сведениям|информации|словам|мнению"
    r"|предварительн\w+|оценк\w+)|следств|следовател|подозр|предполож|предполаг|полага|считает|считают|допуска"
    r"|не исключ|вероятн|эксперт|экспертиз|причин\w+)",
    re.IGNORECASE,
)
_FUTURE = re.compile(r"\bwill(?:\s+be)?\s+\w+")
_PLANS = re.compile(
    r"намер|план|предсто|должн|ожида|собира|обеща|готов|нужно|надо|если|когда|завтра|пусть", re.IGNORECASE
)
"""Other words of the original that a "will" may stand for."""
_GOVERNED = 9
"""Words after a hedge in which the predicate it governs stands."""
_NEAR = (70, 45)
"""Characters before and after the counterpart of the predicate in which its hedge stands."""
_BESIDE = 20  # characters from an answer to the predicate: so near it answers whatever else it renders
_TIED = frozenset({"possible", "conjectured", "probable", "planned", "scheduled", "promised", "suspected", "accused"})
"""Hedges whose counterpart must stand for them: no word that renders another word of the original."""
_CLOSE = frozenset({"possible", "conjectured", "planned", "promised"})
_CLAUSE = _CLOSE | {"probable"}
"""Hedges of their own clause alone."""
_AHEAD = frozenset({"possible", "probable", "planned", "scheduled", "promised", "expected"})
_PREDICATES = frozenset({"VERB", "INFN", "PRTS", "ADJS", "PRED"})
_BREAKS = frozenset(",;:—–.!?()")
_STOPS = frozenset(";:—–.!?()")
_NEWS = frozenset(
    "информация сообщение данные данный сведение факт слух новость версия предположение утверждение".split()  # noqa: SIM905
)
"""What is not confirmed by the word for it; of what it tells a noun behind says more."""
_NEEDS_INFINITIVE = re.compile(r"собира|рассчитыва", re.IGNORECASE)
"""Verbs of a plan that are others without an infinitive: to gather, to calculate."""
_IMPERSONAL = re.compile(r"ожида|прогноз", re.IGNORECASE)
"""Nobody's plans, of a thing that a free translation may name far from the word for it: summer is set to bring."""
_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_NOMINAL = frozenset(
    """a an the his her its their our my this that these those of for in on at by with from into about over after
    before without against under some any no""".split()  # noqa: SIM905
)
"""Words before a noun or gerund, which say nothing as a fact."""
_AUXILIARY = re.compile(
    r"(?:\b(?:there|it|he|she|they|we|I|will|would|has|have|had|is|are|was|were|be|been|being|an?|to|not) ){1,12}$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Held:
    """A hedge of a bead."""

    context: Context
    bead: Bead
    evidence: Span
    label: str

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The word links of the bead."""
        return tuple(self.context.links(self.bead, "ru", "en"))

    @cached_property
    def governed(self) -> Link | None:
        """The link of the first word after the hedge that it can hold back."""
        after = self._after()
        wanted = [token for token in after if token.tags & _PREDICATES or (token is after[0] and "PRTF" in token.tags)]
        if self.label in _CLOSE:
            infinitives = [token for token in (*after, *self._before()) if "INFN" in token.tags]
            wanted = infinitives or wanted
        if _ADJECTIVE.search(self.evidence.text):
            wanted = [token for token in after[:3] if "NOUN" in token.tags]
        elif self.label in ("suspected", "accused"):
            wanted = [token for token in after if "NOUN" in token.tags or token.tags & _PREDICATES]
            wanted = self._charge() or wanted
        elif self.label == "unconfirmed":
            wanted = [token for token in reversed(self._ahead) if "NOUN" in token.tags and token.lemma not in _NEWS]
        elif self._opens_apposition:
            wanted = [token for token in after if "NOUN" in token.tags]
        for token in wanted:
            found = [link for link in self.links if link.source.start == token.start and link.strength >= 0.6]
            if found:
                shared = {link.target.start for link in self.links if link.source.start != token.start}
                return max(found, key=lambda link: (link.target.start not in shared, link.strength))
        return self._lightly() if self.label == "probable" else None

    def _charge(self) -> list[Token]:
        """What somebody is suspected or accused of: подозревают бывшего мэра в получении взятки."""
        behind = [token for token in self.tokens if token.start >= self.evidence.stop]
        for before, token in pairwise(behind):
            if before.text in _STOPS:
                break
            if before.text.lower() in ("в", "во") and {"NOUN", "loct"} <= token.tags:
                return [token]
        return []

    @property
    def _opens_apposition(self) -> bool:
        """Whether it begins what a mark sets apart without a verb: люди в масках, предположительно охранники, ушли."""
        before = next((token for token in reversed(self.tokens) if token.stop <= self.evidence.start), None)
        if before is None or before.text not in _BREAKS or " " in self.evidence.text:
            return False
        for token in (token for token in self.tokens if token.start >= self.evidence.stop):
            if token.tags & _PREDICATES or "PRTF" in token.tags:
                return False
            if token.text in _BREAKS:
                return token.text not in ".!?" and token.start > self.evidence.stop + 1
        return False

    def _lightly(self) -> Link | None:
        """The link of the noun behind a verb that says little by itself: ведет переговоры, is negotiating."""
        after = self._after()
        at = next((n for n, token in enumerate(after) if "VERB" in token.tags), len(after))
        nouns = [token.start for token in after[at + 1 : at + 2] if "NOUN" in token.tags]
        found = (link for link in self.links if link.source.start in nouns and link.strength >= _FIRM)
        return next((link for link in found if link.target.text.endswith(("ing", "ed"))), None)

    @cached_property
    def tokens(self) -> list[Token]:
        """Words and marks of the original."""
        return [token for span in self.bead.source for token in self.context.tokens("ru", span)]

    def _after(self) -> list[Token]:
        """Words after the hedge; of a verb that takes an infinitive those of its own clause, or of its что."""
        behind = [token for token in self.tokens if token.start >= self.evidence.stop]
        if self.label in _CLAUSE:
            first = next((n for n, token in enumerate(behind) if token.kind == "word"), 0)
            last = next((n for n, token in enumerate(behind) if n > first and token.text in _BREAKS), len(behind))
            behind = behind[first:last]
        return [token for token in behind if token.kind == "word"][:_GOVERNED]

    def _before(self) -> list[Token]:
        """Words of the clause before the hedge, the nearest first: an infinitive may go ahead of its verb."""
        ahead: list[Token] = []
        for token in reversed([token for token in self.tokens if token.stop <= self.evidence.start]):
            if token.text in _STOPS or "VERB" in token.tags:
                break
            if token.kind == "word":
                ahead.append(token)
        return ahead[:_GOVERNED]

    @property
    def _ahead(self) -> list[Token]:
        """Words of the clause before the hedge, the nearest first, be a verb among them or not."""
        ahead = [token for token in self.tokens if token.stop <= self.evidence.start]
        last = max((n for n, token in enumerate(ahead) if token.text in _STOPS), default=-1)
        return ahead[:last:-1]

    @property
    def idle(self) -> bool:
        """Whether the verb holds nothing back here: люди собираются у фонтана, налог рассчитывает инспекция."""
        if not _NEEDS_INFINITIVE.match(self.evidence.text):
            return False
        words = [*self._after(), *self._before()]
        told = any(token.text.lower() in ("что", "на") for token in self._after()[:1])
        return not (told and self.evidence.text.lower().startswith("рассч")) and not any(
            "INFN" in token.tags for token in words
        )

    @property
    def guessed(self) -> bool:
        """Whether мог is said of something past that somebody else only reports: по данным газеты, мог уйти."""
        said = _HEARSAY.search(bead_text(self.bead.source)) is not None
        made = self.governed
        if made is None or made.strength < _SURE or not {"INFN", "perf"} <= made.source.tags or not said:
            return False
        denied = [token for token in self.tokens if token.stop <= self.evidence.start][-1:]
        past = made.target.text.lower() != made.target.lemma.lower() or made.target.text.endswith("ed")
        return past and not any(token.text.lower() == "не" for token in denied)

    @property
    def foretold(self) -> bool:
        """Whether a "will" is said of the predicate, or nothing else in the original speaks of the future."""
        if self.governed is not None and self.governed.strength >= _FIRM:
            return True
        infinitive = any("INFN" in token.tags for token in self._after()[:2])
        ahead = any("futr" in token.tags or _PLANS.match(token.text) for token in self.tokens)
        return infinitive and not ahead and len(_FUTURE.findall(bead_text(self.bead.target))) == 1

    @property
    def stated(self) -> bool:
        """Whether what the hedge governs is a verb of the translation, with its subject, and no noun or gerund."""
        if self.governed is None:
            return False
        word = self.governed.target
        row = next((span for span in self.bead.target if span.start <= word.start < span.stop), None)
        before = row.text[: word.start - row.start].lower().split() if row else []
        last = before[-1] if before else ""
        if word.text.endswith("ing") and not _BE.intersection(before[-3:]):
            return False
        return last not in _NOMINAL and not (last in ("more", "new", "own") or last.endswith(("'s", "’s")))

    @property
    def parenthetical(self) -> bool:
        """Whether it is a word between commas: он, похоже, ушёл."""
        row = next((span for span in self.bead.source if span.start <= self.evidence.start < span.stop), None)
        if row is None:
            return False
        before = row.text[: self.evidence.start - row.start].rstrip()
        after = row.text[self.evidence.stop - row.start :].lstrip()
        return before[-1:] in ("", ",", "—", "–", "«", ":", ";") and after[:1] in (",", ".")

    def answered(self, pair: Pair, answers: Sequence[Cue]) -> bool:
        """Whether one of the words that can answer the hedge does."""
        if self.label not in _TIED or (self.label == "suspected" and not _SUSPECTED.match(self.evidence.text)):
            return any(not self._merely_told(pair, cue) for cue in answers)
        if answers and (self._rendered() or _IMPERSONAL.match(self.evidence.text)):
            return True
        places = [located(pair.translation, self.bead.target, cue.start, cue.stop) for cue in answers]
        word = self.governed.target if self.governed else None
        if word is not None and any(0 <= word.start - place.stop <= _BESIDE for place in places):
            return True
        free = [place for place in places if not self._taken(place)]
        if self.label not in _CLOSE or word is None:
            return bool(free)
        return any(word.start - _NEAR[0] <= place.start and place.stop <= word.stop + _NEAR[1] for place in free)

    def _merely_told(self, pair: Pair, cue: Cue) -> bool:
        """Whether what could stand for якобы is the verb of saying that the original has beside it: сообщили, что."""
        if self.label != "alleged" or not _TELLING.match(cue.text):
            return False
        return self._taken(located(pair.translation, self.bead.target, cue.start, cue.stop))

    def _rendered(self) -> bool:
        """Whether the hedge itself has a sure counterpart that is not that of its predicate."""
        own = self.governed.target.start if self.governed else -1
        return any(
            self.evidence.start <= link.source.start < self.evidence.stop
            and link.strength >= _FIRM
            and link.target.start != own
            and link.target.text.lower() not in _PLAIN
            for link in self.links
        )

    def _taken(self, place: Span) -> bool:
        """Whether an answer renders a word of the original that is not the hedge and stands apart from it."""
        inside = [link for link in self.links if place.start <= link.target.start < place.stop]
        # The "on" of "on track" renders nothing, whatever preposition it is linked to.
        own = [link for link in inside if link.strength >= _SURE and "PREP" not in link.source.tags]
        if not own:
            return False
        return all(
            link.source.stop < self.evidence.start - 1 or link.source.start > self.evidence.stop + 1 for link in own
        )

    def place(self, pair: Pair) -> Span | None:
        """The predicate of the translation that is stated as a fact, its auxiliaries and pronoun with it."""
        made = self.governed
        plain = made is not None and made.strength >= _FIRM and made.source.tags & {"pres", "past"}
        future = self._future(pair) if self.label in _AHEAD and not plain else None
        if future is not None or self.governed is None:
            return future
        word = self._auxiliary or self.governed.target
        sentence = next((span for span in self.bead.target if span.start <= word.start < span.stop), None)
        if sentence is None:
            return None
        before = (
            None
            if _ADJECTIVE.search(self.evidence.text)
            else _AUXILIARY.search(pair.translation.text[sentence.start : word.start])
        )
        start = word.start - len(before.group()) if before else word.start
        return pair.translation.span(start, word.stop)

    @property
    def bare(self) -> bool:
        """Whether its predicate stands in the translation without an auxiliary or pronoun of its own."""
        made = self.governed
        row = next((span for span in self.bead.target if made and span.start <= made.target.start < span.stop), None)
        return row is None or made is None or not _AUXILIARY.search(row.text[: made.target.start - row.start])

    @property
    def _auxiliary(self) -> Token | None:
        """The word behind the auxiliary that the hedge itself is linked to, where its predicate is not sure."""
        if self.governed is None or self.governed.strength >= _FIRM:
            return None
        words = [token for span in self.bead.target for token in self.context.tokens("en", span)]
        own = {
            link.target.start
            for link in self.links
            if self.evidence.start <= link.source.start < self.evidence.stop and link.strength >= _SURE
        }
        for first, second in pairwise(words):
            if first.start in own and first.text.lower() in _BE | {"had", "has", "have"} and second.text.endswith("ed"):
                return second
            if first.start in own and first.text.lower() in _BE and second.text.endswith(("nt", "ne", "en")):
                return second
        return None

    @property
    def _own(self) -> float:
        return self._share(self.evidence, self.bead.source)

    @staticmethod
    def _share(place: Span, sentences: Sequence[Span]) -> float:
        """How far into its sentences a place stands, from 0 to 1."""
        return (place.start - sentences[0].start) / max(1, sentences[-1].stop - sentences[0].start)

    def _future(self, pair: Pair) -> Span | None:
        """The plain future in the sentence of the predicate, the one nearest to it."""
        text = bead_text(self.bead.target)
        found = [
            located(pair.translation, self.bead.target, match.start(), match.end()) for match in _FUTURE.finditer(text)
        ]
        if self.governed is None:
            return min(found, key=lambda place: abs(self._share(place, self.bead.target) - self._own), default=None)
        word = self.governed.target
        near = [place for place in found if abs(place.start - word.start) <= _NEAR[0]]
        return min(near, key=lambda place: abs(place.stop - word.stop), default=None)
