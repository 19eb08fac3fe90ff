"""What stands behind a stretch of the translation: its bead, and the source words linked to it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.model import Bead, Finding, Link, Pair, Span, Token
    from checker.protocols import Context


class Evidence:
    """Looks up beads by place; beads and links are asked for only when a rule has found something."""

    def __init__(self, pair: Pair, context: Context) -> None:
        self.pair, self.context = pair, context
        self.alignment = pair.source
        spans = [
            (span.start, number)
            for number, bead in enumerate(self.alignment.beads if self.alignment else ())
            for span in bead.target
        ]
        self._places = sorted(spans)
        self._links: dict[int, tuple[Link, ...]] = {}
        self._tokens: dict[int, tuple[Token, ...]] = {}

    def _number(self, offset: int) -> int | None:
        place = bisect_right(self._places, (offset, 1 << 60)) - 1
        return self._places[place][1] if place >= 0 else None

    def bead(self, offset: int) -> Bead | None:
        """The bead of the sentence at an offset of the translation, where it has an original."""
        number = self._number(offset)
        if number is None or self.alignment is None or not self.alignment.beads[number].source:
            return None
        return self.alignment.beads[number]

    def links(self, offset: int) -> tuple[Link, ...]:
        """Word links of that bead; () without a linker."""
        number = self._number(offset)
        if number is None or self.alignment is None:
            return ()
        known = self._links.get(number)
        if known is None:
            langs = self.alignment.source.lang, self.alignment.target.lang
            known = self._links[number] = tuple(self.context.links(self.alignment.beads[number], *langs))
        return known

    def tokens(self, offset: int) -> tuple[Token, ...]:
        """Source tokens of that bead."""
        number = self._number(offset)
        if number is None or self.alignment is None:
            return ()
        known = self._tokens.get(number)
        if known is None:
            lang, spans = self.alignment.source.lang, self.alignment.beads[number].source
            known = self._tokens[number] = tuple(token for span in spans for token in self.context.tokens(lang, span))
        return known

    def words(self, span: Span, strength: float = 0.3) -> Span | None:
        """The stretch of the source from the first to the last word linked to a span of the translation."""
        if self.alignment is None:
            return None
        linked = [
            link.source
            for link in self.links(span.start)
            if link.strength >= strength and span.start <= link.target.start and link.target.stop <= span.stop
        ]
        if not linked:
            return None
        return self.alignment.source.span(min(t.start for t in linked), max(t.stop for t in linked))

    def span(self, first: Token, last: Token | None = None) -> Span | None:
        """The stretch of the original from one source token to another."""
        if self.alignment is None:
            return None
        return self.alignment.source.span(first.start, (last or first).stop)


def shared(one: Finding, other: Finding) -> bool:
    """Whether two findings rest on the same words of the original."""
    return one.source is not None and other.source is not None and one.source.overlaps(other.source)
