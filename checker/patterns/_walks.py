"""One pattern around one token: from the word that it was found by outwards, both ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.patterns._written import BRACKETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.model import Token
    from checker.patterns._views import View
    from checker.patterns._written import Element, Pattern


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern stands in the tokens that were searched."""

    number: int
    """Place of the pattern in the sequence that the index was made from."""
    start: int
    """First token reported."""
    stop: int
    """After the last token reported."""
    gaps: tuple[tuple[int, int], ...] = ()
    """What each ``*`` and ``{...}`` covers, in order: first token, after the last."""
    whole: tuple[int, int] = (0, 0)
    """The tokens of the whole match, context included."""


@dataclass(frozen=True, slots=True)
class _Walk:
    """A walk over the elements on one side of the anchor; `step` is the direction."""

    tokens: tuple[Token, ...]
    elements: tuple[Element, ...]
    step: int

    def run(self, number: int, at: int) -> tuple[tuple[int, int], ...] | None:
        """(element, token) steps from `number` on with the token `at` next, or None.

        Gaps are bounded by nine words, so the search is bounded too.
        """
        if not 0 <= number < len(self.elements):
            return ()
        element = self.elements[number]
        if element.high == 0 or element.kind == "not":
            return self._sign(number, at) if self._holds(element, number, at) else None
        reach = self._reach(element, at)
        # Gaps take as little as they can; a word that may be missing is taken where it stands.
        counts = range(element.low, reach + 1)
        for count in counts if element.kind == "gap" else reversed(counts):
            rest = self.run(number + self.step, at + self.step * count)
            if rest is not None:
                return (*((number, at + self.step * taken) for taken in range(count)), *rest)
        return None

    def _reach(self, element: Element, at: int) -> int:
        """How many tokens from `at` on the element could take."""
        for count in range(element.high):
            here = at + self.step * count
            if not 0 <= here < len(self.tokens) or not element.fits(self.tokens[here]):
                return count
        return element.high

    def _sign(self, number: int, at: int) -> tuple[tuple[int, int], ...] | None:
        rest = self.run(number + self.step, at)
        if rest is None or self.elements[number].kind not in BRACKETS:
            return rest
        # A bracket is kept with the token that follows it in reading order.
        return ((number, at if self.step > 0 else at + 1), *rest)

    def _holds(self, element: Element, number: int, at: int) -> bool:
        following = at if self.step > 0 else at + 1
        if element.kind == "start":
            return all(token.kind == "mark" for token in self.tokens[:following])
        if element.kind == "end":
            return all(token.kind == "mark" for token in self.tokens[following:])
        if element.kind == "not":
            seen = following - 1 if number == 0 else following
            return not (0 <= seen < len(self.tokens) and element.fits(self.tokens[seen]))
        return True


def steps_of(pattern: Pattern, anchor: int, view: View, at: int) -> tuple[tuple[int, int], ...] | None:
    """(element, token) steps of the pattern around a token that stands at its anchor."""
    if not pattern.elements[anchor].fits(view.tokens[at]):
        return None
    before = _Walk(view.tokens, pattern.elements, -1).run(anchor - 1, at - 1)
    if before is None:
        return None
    after = _Walk(view.tokens, pattern.elements, 1).run(anchor + 1, at + 1)
    return None if after is None else tuple(sorted((*before, (anchor, at), *after)))


def matched(number: int, pattern: Pattern, steps: Sequence[tuple[int, int]], view: View) -> Match:
    kinds = [(pattern.elements[element].kind, place) for element, place in steps]
    consumed = [place for kind, place in kinds if kind not in BRACKETS]
    brackets = {kind: place for kind, place in kinds if kind in BRACKETS}
    first, last = brackets.get("open", consumed[0]), brackets.get("close", consumed[-1] + 1)
    whole = view.places[consumed[0]], view.places[consumed[-1]] + 1
    gaps = _gaps(pattern.elements, steps, view)
    return Match(number, view.places[first], view.places[last - 1] + 1, gaps, whole)


def _gaps(elements: Sequence[Element], steps: Iterable[tuple[int, int]], view: View) -> tuple[tuple[int, int], ...]:
    covered: dict[int, list[int]] = {
        number: [] for number, element in enumerate(elements) if element.kind in ("gap", "number", "name")
    }
    for number, place in steps:
        if number in covered:
            covered[number].append(view.places[place])
    return tuple((places[0], places[-1] + 1) if places else (0, 0) for places in covered.values())
