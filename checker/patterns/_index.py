"""Many patterns looked up together, and conditions made of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from checker.patterns._views import view_of
from checker.patterns._walks import matched, steps_of
from checker.patterns._written import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.model import Token
    from checker.patterns._views import View
    from checker.patterns._walks import Match
    from checker.patterns._written import Pattern

# Poor anchors: a pattern is looked up by its rarest word, and these are in every sentence.
_COMMON = frozenset(
    """a an the of to in on at by for with from as and or but not no it is be have do this that which who what he she
    they we i you his her their its all so if than then there one will would can up out about into over after under
    и в во не на что с со он она они я мы по из за к ко от о об у же а но как это этот весь свой который быть для
    до при так то или если бы ли один мочь""".split()  # noqa: SIM905
)


@dataclass(frozen=True)
class Index:
    """Many patterns looked up together: the cost grows with the text, not with the number of patterns."""

    patterns: tuple[Pattern, ...]
    anchors: tuple[int, ...]
    """For each pattern the element that it is looked up by: its word that fewest patterns have."""
    by_word: Mapping[str, tuple[int, ...]] = field(repr=False)
    others: tuple[tuple[frozenset[str], ...], ...] = field(repr=False)
    """For each pattern the words of its other elements: a sentence without one of each needs no second look."""

    @classmethod
    def of(cls, texts: Iterable[str]) -> Index:
        """An index of patterns as written; a match's `number` counts them from 0."""
        patterns = tuple(compiled(text) for text in texts)
        words = [{n: pattern.elements[n].words for n in pattern.anchors} for pattern in patterns]
        counts = Counter(word for elements in words for group in elements.values() for word in group)

        def cost(group: frozenset[str]) -> tuple[bool, int]:
            return not group.isdisjoint(_COMMON), sum(counts[word] for word in group)

        anchors = tuple(min((cost(group), n) for n, group in elements.items())[1] for elements in words)
        by_word: dict[str, list[int]] = {}
        for number, (elements, anchor) in enumerate(zip(words, anchors, strict=True)):
            for word in elements[anchor]:
                by_word.setdefault(word, []).append(number)
        others = tuple(
            tuple(group for n, group in elements.items() if n != anchor)
            for elements, anchor in zip(words, anchors, strict=True)
        )
        return cls(patterns, anchors, {word: tuple(numbers) for word, numbers in by_word.items()}, others)

    def find(self, tokens: Sequence[Token]) -> tuple[Match, ...]:
        """Matches in one sentence's tokens, by place; a pattern matches at most once at a place."""
        view = view_of(tokens)
        words = self.by_word.keys() & view.places_of.keys()
        if not words:
            return ()
        found: dict[tuple[int, int, int], Match] = {}
        for at, number in self._candidates(words, view):
            steps = steps_of(self.patterns[number], self.anchors[number], view, at)
            if steps is not None:
                match = matched(number, self.patterns[number], steps, view)
                found.setdefault((match.start, match.stop, number), match)
        return tuple(found[key] for key in sorted(found))

    def _candidates(self, words: Iterable[str], view: View) -> list[tuple[int, int]]:
        """Places of anchors with their patterns, in order, where the sentence has a word of each other element."""
        found: set[tuple[int, int]] = set()
        seen, others = view.words, self.others
        for word in words:
            for number in self.by_word[word]:
                for group in others[number]:
                    if group.isdisjoint(seen):
                        break
                else:
                    found.update((at, number) for at in view.places_of[word])
        return sorted(found)


@dataclass(frozen=True)
class Condition:
    """What must stand somewhere in a stretch of tokens: alternatives of patterns that go together."""

    text: str
    clauses: tuple[tuple[Index, Index | None], ...]
    """For each alternative the patterns that must all be there, and those that must not."""

    def evidence(self, sentences: Sequence[Sequence[Token]]) -> tuple[Token, ...]:
        """Tokens of the first clause that holds (its first pattern's match), or () where none does."""
        found = self._held(sentences)
        return next((there for number, there in found if number == 0), ())

    def cues(self, sentences: Sequence[Sequence[Token]]) -> int:
        """How many words stand there that the clause asks for beside its first pattern; two where it asks for none, for
        what a word means whatever stands about it is as sure as by two cues; 0 where no clause holds.
        """
        found = self._held(sentences)
        if found and max(number for number, _ in found) == 0:
            return 2
        own = {token.start for number, there in found if number == 0 for token in there}
        return len({token.lemma for number, there in found if number for token in there if token.start not in own})

    def _held(self, sentences: Sequence[Sequence[Token]]) -> list[tuple[int, tuple[Token, ...]]]:
        """What stands there for the patterns of the first clause that holds, each with its pattern's number."""
        for wanted, unwanted in self.clauses:
            found = [
                (match.number, tuple(tokens[match.start : match.stop]))
                for tokens in sentences
                for match in wanted.find(tokens)
            ]
            if len({number for number, _ in found}) < len(wanted.patterns):
                continue
            if unwanted is None or not any(unwanted.find(tokens) for tokens in sentences):
                return found
        return []


@cache
def condition(text: str) -> Condition:
    """Parse a condition: ``a ; b``, ``a & b``, ``a &! b``. Raises ValueError where it is malformed."""
    clauses = []
    for clause in text.split(" ; "):
        first, *others = clause.split("&")
        wanted = [first.strip(), *(other.strip() for other in others if not other.startswith("!"))]
        unwanted = [other[1:].strip() for other in others if other.startswith("!")]
        if not all(wanted) or not all(unwanted):
            raise ValueError(f"an empty pattern in the condition {text!r}")
        clauses.append((Index.of(wanted), Index.of(unwanted) if unwanted else None))
    return Condition(text, tuple(clauses))
