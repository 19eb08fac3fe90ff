"""Sentences of a language that ends none with a mark: Thai sets a blank between clauses as well as between sentences.

Every blank is weighed by the words on either side of it, every sentence by its length, and the best way to
cut the paragraph is found by a dynamic programme. Measured on NTREX in Thai, four lines a paragraph: docs/languages.md.
Cut a little finer than would score best by itself: what is cut once too often the aligner joins again, what is not
cut it cannot part.
"""

from __future__ import annotations

import re
from functools import cache
from math import log
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BLANK = re.compile(r"[ \t\u00a0\u200b]+")
_TIGHT_BEFORE = frozenset(",;:(-–—/&+“‘«.")
"""Marks that no sentence of this way of writing ends with."""
_TIGHT_AFTER = frozenset("ๆฯ)]%,;:-–—/&+=”’»")
_QUOTES = frozenset("\"'“”‘’«»")
_OPENING, _CLOSING = frozenset("\"'“‘«"), frozenset("\"'”’»")
_REACH = 70
"""Characters after a closing quotation mark among which its speaker is looked for."""
_LONGEST = 900
_WINDOW = 40
"""Blanks that a sentence may hold: the time stays linear."""
_USUAL = 85
"""Characters of a usual sentence."""
_LENGTHS = tuple(-0.7 * log(max(size, 3) / _USUAL) ** 2 for size in range(_LONGEST + 1))
"""What a sentence of so many characters costs: a bell over the logarithm of its length."""
_BIAS = 2.0
"""In favour of a cut. By itself 0 scores best (F1 0.55, with 2 0.51); aligned with English, 2 keeps 62 lines of 100
apart, 0 only 47."""


class Cues(NamedTuple):
    """What speaks for or against a cut, by the words around a blank."""

    starts: Mapping[str, float]
    ends: Mapping[str, float]
    said: re.Pattern[str]
    """Verbs of speech, which carry a quotation on after its mark."""
    counted: tuple[str, ...]
    """What stands behind a figure and belongs to it."""


@cache
def parse(block: str) -> Cues:
    """A language's block of cues: ``starts 3: words``, ``ends -6: words``, ``said: verbs``, ``counted: words``."""
    tables: dict[str, dict[str, float]] = {"starts": {}, "ends": {}}
    listed: dict[str, list[str]] = {"said": [], "counted": []}
    for line in block.strip().split("\n"):
        head, _, tail = line.partition(":")
        kind, _, weight = head.partition(" ")
        if kind in listed:
            listed[kind] += tail.split()
        else:
            tables[kind].update(dict.fromkeys(tail.split(), float(weight)))
    verbs = "|".join(map(re.escape, listed["said"])) or r"(?!)"
    said = re.compile(rf"[^\"'“”‘’«»]{{0,60}}?(?:{verbs})(?!ต่อว่า|ว่า|ต่อ ว่า)")
    return Cues(tables["starts"], tables["ends"], said, tuple(listed["counted"]))


def cut(text: str, start: int, stop: int, block: str) -> Iterator[tuple[int, int]]:
    """The likeliest sentences of text[start:stop], blanks between them left out."""
    cues = parse(block)
    places: list[tuple[int, int, float]] = [(start, start, 0.0)]
    for match in _BLANK.finditer(text, start, stop):
        weight = _weight(text, match.start(), match.end(), stop, cues) if start < match.start() else None
        if weight is not None:
            places.append((match.start(), match.end(), weight + _BIAS))
    places.append((stop, stop, 0.0))
    yield from _best(places)


def _best(places: list[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """The cuts with the greatest sum; a place is where a sentence ends, where the next begins, and its weight."""
    sums, back = [0.0], [0]
    for here in range(1, len(places)):
        end, _, weight = places[here]
        chosen, value = here - 1, float("-inf")
        for before in range(here - 1, max(-1, here - _WINDOW), -1):
            size = end - places[before][1]
            reached = sums[before] + _LENGTHS[min(size, _LONGEST)]
            if reached > value:
                chosen, value = before, reached
            if size > _LONGEST:
                break
        sums.append(value + weight)
        back.append(chosen)
    found, here = [], len(places) - 1
    while here:
        found.append((places[back[here]][1], places[here][0]))
        here = back[here]
    return found[::-1]


def _weight(text: str, left: int, right: int, stop: int, cues: Cues) -> float | None:
    """How well a sentence ends before a blank and another begins after it; None where neither can be."""
    last, first = text[left - 1], text[right : right + 1]
    latin = last.isascii() and last.isalnum(), first.isascii() and first.isalnum()
    if right >= stop or last in _TIGHT_BEFORE or first in _TIGHT_AFTER or all(latin):
        return None
    if (first.isdigit() and last not in _CLOSING) or (last.isdigit() and text.startswith(cues.counted, right)):
        return None
    ending = next(
        (cues.ends[text[at:left]] for at in range(max(0, left - 20), left) if text[at:left] in cues.ends), 0.0
    )
    ends = range(min(stop, right + 20), right, -1)
    opening = next((cues.starts[text[right:at]] for at in ends if text[right:at] in cues.starts), 0.0)
    return (
        ending + opening + _marks(last, first, ending) + (_speaker(text, right, stop, cues) if last in _CLOSING else 0)
    )


def _marks(last: str, first: str, ending: float) -> float:
    """What the characters on either side say: a name in Latin letters goes on more often than it ends a sentence."""
    weight = 3.0 if last in "!?…" else -0.5 if last.isdigit() or last == "ๆ" else 0.0
    if last.isascii() and last.isalpha():
        weight -= 1.5
    if first in _OPENING:
        weight += 2.0 if ending >= 0 else 0.0
    elif first == "(":
        weight -= 4.0
    elif first.isascii() and first.isalpha():
        weight += 0.5
    return weight


def _speaker(text: str, right: int, stop: int, cues: Cues) -> float:
    """After a closing mark: a new sentence, unless its speaker follows, or a word that carries the phrase on."""
    if cues.said.match(text, right, min(stop, right + _REACH)):
        return -4.0
    return 2.0
