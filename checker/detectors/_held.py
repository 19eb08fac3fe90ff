"""What a hedge of the original holds back: the word it governs, and whether the translation hedges that word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
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
_ADJECTIVE = re.compile(r"(?:ый|ая|ое|ые|ого|ой|ую|ых|ым|ыми|ому|ом)$")
_SUSPECTED = re.compile(r"подозрева(?:ет|ют|л)|по подозрению|заподозрен", re.IGNORECASE)
_TELLING = re.compile(r"report|told|said|according", re.IGNORECASE)
_FUTURE = re.compile(r"\bwill(?:\s+be)?\s+\w+")
_GOVERNED = 9
"""Words after a hedge in which the predicate it governs stands."""
_NEAR = (70, 45)
"""Characters before and after the counterpart of the predicate in which its hedge stands."""
_BESIDE = 20  # characters from an answer to the predicate: so near it answers whatever else it renders
_TIED = frozenset({"possible", "probable", "planned", "scheduled", "promised", "suspected", "accused"})
"""Hedges whose counterpart must stand for them: no word that renders another word of the original."""
_CLOSE = frozenset({"possible", "planned", "promised"})
_AHEAD = frozenset({"possible", "probable", "planned", "scheduled", "promised"})
_PREDICATES = frozenset({"VERB", "INFN", "PRTS", "ADJS", "PRED"})
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
        after = [token for token in self._tokens() if token.start >= self.evidence.stop][:_GOVERNED]
        wanted = [token for token in after if token.tags & _PREDICATES]
        if _ADJECTIVE.search(self.evidence.text):
            wanted = [token for token in after[:3] if "NOUN" in token.tags]
        elif self.label in ("suspected", "accused"):
            wanted = [token for token in after if "NOUN" in token.tags or token.tags & _PREDICATES]
        for token in wanted:
            found = [link for link in self.links if link.source.start == token.start and link.strength >= 0.6]
            if found:
                shared = {link.target.start for link in self.links if link.source.start != token.start}
                return max(found, key=lambda link: (link.target.start not in shared, link.strength))
        return None

    def _tokens(self) -> list[Token]:
        return [token for span in self.bead.source for token in self.context.tokens("ru", span) if token.kind == "word"]

    def answered(self, pair: Pair, answers: Sequence[Cue]) -> bool:
        """Whether one of the words that can answer the hedge does."""
        if self.label not in _TIED or (self.label == "suspected" and not _SUSPECTED.match(self.evidence.text)):
            return any(not self._merely_told(pair, cue) for cue in answers)
        if answers and self._rendered():
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
        own = [link for link in self.links if place.start <= link.target.start < place.stop and link.strength >= _SURE]
        if not own:
            return False
        return all(
            link.source.stop < self.evidence.start - 1 or link.source.start > self.evidence.stop + 1 for link in own
        )

    def place(self, pair: Pair) -> Span | None:
        """The predicate of the translation that is stated as a fact, its auxiliaries and pronoun with it."""
        future = self._future(pair) if self.label in _AHEAD else None
        if future is not None or self.governed is None:
            return future
        word = self.governed.target
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
