"""Quotation marks and brackets of a text, paired the way a reader pairs them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from checker.detectors._surface import Paragraph

CARRY = 12
"""Paragraphs over which a quotation may stay open; longer ones are set as block quotations."""
CARRY_FRAGMENT = 3
"""The same for a quotation that begins within a sentence."""
_BEFORE_OPENING = frozenset(" \n\t\r\u00a0\u202f([{—–-/‘'«“\"„…")
_AFTER_CLOSING = frozenset(" \n\t\r\u00a0\u202f)]}—–-/.,;:!?…’'»”\"")
_DIRECTED = {"“": "open", "„": "open", "«": "open", "”": "close", "»": "close", "‟": "open"}
_DIRECTED_OR_PLAIN = frozenset({*_DIRECTED, '"'})


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark: where it stands, and whether it opens, closes or could be either."""

    place: int
    sign: str
    turn: str
    """"open", "close" or "either"."""
    paragraph: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with both its marks; offsets of the marks themselves."""

    start: int
    stop: int
    depth: int


@dataclass(frozen=True, slots=True)
class Pairing:
    """What pairs, and what was left over."""

    quotations: tuple[Quotation, ...]
    unclosed: tuple[Mark, ...]
    unopened: tuple[Mark, ...]


def directions(quotes: Sequence[str]) -> Mapping[str, str]:
    """What the double marks of a language do: “ closes „German“ quotations and opens “English” ones."""
    if not quotes:
        return _DIRECTED
    opening = {pair[0] for pair in quotes} & _DIRECTED.keys()
    closing = {pair[1] for pair in quotes} & _DIRECTED.keys()
    turns = dict.fromkeys(opening, "open") | dict.fromkeys(closing, "close")
    return {**_DIRECTED, **turns, **dict.fromkeys(opening & closing, "either")}


def double_marks(paragraphs: Sequence[Paragraph], directed: Mapping[str, str] = _DIRECTED) -> Iterator[Mark]:
    """Double quotation marks in order; inches and seconds are none."""
    for number, paragraph in enumerate(paragraphs):
        text = paragraph.text
        before = 0
        for at, sign in enumerate(text):
            if sign in directed:
                turn = directed[sign]
                if directed is not _DIRECTED:
                    turn = _turn(text, at) if turn == "either" else turn
                elif sign == "“" and _turn(text, at) == "close":
                    turn = "either"  # the closing mark of „German“ quotations
                yield Mark(paragraph.start + at, sign, turn, number)
            elif sign == '"' and not _inch(text, at, before):
                before += 1
                yield Mark(paragraph.start + at, sign, _turn(text, at), number)


def _turn(text: str, at: int) -> str:
    before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
    opens = before in _BEFORE_OPENING and not after.isspace()
    closes = after in _AFTER_CLOSING and not before.isspace()
    if opens == closes:
        return "either"
    return "open" if opens else "close"


def _inch(text: str, at: int, before: int) -> bool:
    """A digit before the mark and no quotation that it could close: 6'2", a 12" record."""
    if not text[at - 1 : at].isdigit():
        return False
    if before % 2 == 0:
        return True
    return "'" in text[max(0, at - 4) : at]


class _Reader:
    """Goes through the marks once; open ones lie on a stack."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.seen = -1
        self.open: list[Mark] = []
        self.quotations: list[Quotation] = []
        self.unclosed: list[Mark] = []
        self.unopened: list[Mark] = []

    def take(self, mark: Mark) -> None:
        turn = mark.turn
        if turn == "either":
            turn = "close" if self.open and self.open[-1].paragraph == mark.paragraph else "open"
        if turn == "open":
            self._opening(mark)
        elif self.open:
            first = self.open.pop()
            self.quotations.append(Quotation(first.place, mark.place + 1, len(self.open)))
        else:
            self.unopened.append(mark)

    def _opening(self, mark: Mark) -> None:
        at_start = mark.place == self.paragraphs[mark.paragraph].start
        if at_start and self.open and self.open[-1].paragraph == mark.paragraph - 1 and self._may_go_on(self.open[-1]):
            self.open.pop()  # the quotation goes on: a paragraph of it opens anew
        self.open.append(mark)

    def _may_go_on(self, mark: Mark) -> bool:
        """A quotation of whole sentences may run over paragraphs, a fragment of one may not.

        Behind its speaker such a quotation goes on in lower case: "We," he said, "are tired.
        """
        paragraph = self.paragraphs[mark.paragraph]
        at = mark.place + 1 - paragraph.start
        if (
            at > 1
            and paragraph.text[0] in _DIRECTED_OR_PLAIN
            and paragraph.text[max(0, at - 4) : at - 1].rstrip().endswith(",")
        ):
            return True
        following = paragraph.text[at : at + 8].lstrip("….[ ")
        return not following[:1].islower()

    def drop_stale(self, paragraph: int) -> None:
        """Give up what no later mark can close."""
        if paragraph == self.seen:
            return
        self.seen = paragraph
        kept: list[Mark] = []
        for mark in self.open:
            reach = CARRY if self._may_go_on(mark) else CARRY_FRAGMENT
            (kept if paragraph - mark.paragraph <= reach else self.unclosed).append(mark)
        self.open = kept

    def finish(self) -> Pairing:
        left = sorted([*self.unclosed, *self.open], key=lambda mark: mark.place)
        return Pairing(tuple(sorted(self.quotations, key=lambda one: one.start)), tuple(left), tuple(self.unopened))


def pairing(paragraphs: Sequence[Paragraph], quotes: Sequence[str] = ()) -> Pairing:
    """Pair the double quotation marks of an article, read as English ones or as those of a language's `quotes`."""
    reader = _Reader(paragraphs)
    for mark in double_marks(paragraphs, directions(quotes)):
        reader.drop_stale(mark.paragraph)
        reader.take(mark)
    return reader.finish()


def brackets(paragraphs: Sequence[Paragraph]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Places of brackets that are never closed, and of closing ones that nothing opens."""
    unclosed: list[int] = []
    unopened: list[int] = []
    for paragraph in paragraphs:
        left, over = loose_brackets(paragraph.text)
        unclosed += [paragraph.start + at for at in left if not _smiles(paragraph.text, at, left)]
        over = {at: None for at in over if not _enumerates(paragraph.text, at)}
        unopened += [paragraph.start + at for at in over if not _smiles(paragraph.text, at, over)]
    return tuple(unclosed), tuple(unopened)


def loose_brackets(text: str) -> tuple[dict[int, None], dict[int, None]]:
    """Places of the brackets that nothing closes, and of those that close nothing, in order."""
    stack: list[int] = []
    over: dict[int, None] = {}
    for at, sign in enumerate(text):
        if sign in "([":
            stack.append(at)
        elif sign in ")]":
            if stack:
                stack.pop()
            else:
                over[at] = None
    return dict.fromkeys(stack), over


def _smiles(text: str, at: int, over: Container[int]) -> bool:
    """Whether a bracket without its fellow is a smile: :) or, as Russians write it, )))."""
    faces = text[at - 1 : at] in (":", ";", "-", "=")
    return faces or any(near in over and text[near] == text[at] for near in (at - 1, at + 1))


def _enumerates(text: str, at: int) -> bool:
    """``1)``, ``a)``, ``iv)``: a label, no bracket."""
    start = at
    while start > 0 and text[start - 1].isalnum() and at - start < 4:
        start -= 1
    label = text[start:at]
    return bool(label) and (start == 0 or text[start - 1] in " \n\t;,:.") and (label.isdigit() or len(label) <= 3)
