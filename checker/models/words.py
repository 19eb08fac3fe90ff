"""Log probabilities of tokens, summed over the words that they spell: what is scored can also be pointed at."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, log
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

UNLIKELY = 0.002
"""Probability of a word below which it is named. A choice, not measured: models differ."""
_NAMED = 3
_MARKS = ".,;:!?…()[]«»“”„\"'"
_BEGINS = ("▁", "Ġ")
"""What sentencepiece and byte-level tokenisers put before a word; BERT's marks what continues one instead."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the model's tokeniser spells it, and its log probability (natural)."""

    text: str
    log_probability: float


@dataclass(frozen=True, slots=True)
class Judged:
    """A text's log probability: the sum over its tokens, their number, and its words."""

    total: float
    tokens: int
    words: tuple[Word, ...]

    @property
    def value(self) -> float:
        """100 x the geometric mean of the tokens' probabilities (100 / perplexity)."""
        return 100 * exp(self.total / self.tokens) if self.tokens else 0.0

    @property
    def unlikely(self) -> tuple[Word, ...]:
        """The least likely words, least likely first; marks are left out, and words that are likely enough."""
        found = [word for word in self.words if word.log_probability < log(UNLIKELY) and _is_word(word.text)]
        return tuple(sorted(found, key=lambda word: word.log_probability)[:_NAMED])


def whole_texts(owners: Sequence[int], parts: Sequence[Judged], count: int) -> tuple[Judged, ...]:
    """`count` texts from parts of them, in order; `owners` says whose each part is."""
    held: list[list[Judged]] = [[] for _ in range(count)]
    for owner, part in zip(owners, parts, strict=True):
        held[owner].append(part)
    return tuple(_joined(own) for own in held)


def _joined(parts: Sequence[Judged]) -> Judged:
    spelt = tuple(word for part in parts for word in part.words)
    return Judged(sum(part.total for part in parts), sum(part.tokens for part in parts), spelt)


def words(tokeniser: Any, text: str, ids: Sequence[int], scores: Sequence[float]) -> tuple[Word, ...]:
    """Words of a text from its ids without special tokens, each with the sum of its tokens' scores.

    A word stands as it is written where the pieces go word by word; else as the pieces spell it, in which what the
    model does not know is lost.
    """
    groups, written = word_groups(tokeniser, ids), text.split()
    if len(groups) == len(written):
        spelt = [word.strip(_MARKS) or word for word in written]
    else:
        spelt = [str(tokeniser.decode(list(ids[a:b]), skip_special_tokens=True)).strip(_MARKS + " ") for a, b in groups]
    return tuple(Word(word, sum(scores[a:b])) for word, (a, b) in zip(spelt, groups, strict=True))


def word_groups(tokeniser: Any, ids: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Where the words of a sequence of ids begin and end, by the marks that tokenisers put on their pieces."""
    pieces = [str(piece) for piece in tokeniser.convert_ids_to_tokens(list(ids))]
    if any(piece.startswith(_BEGINS) for piece in (*pieces, *tokeniser.tokenize("a a"))):
        begins = [piece.startswith(_BEGINS) for piece in pieces]
    else:
        begins = [not piece.startswith("##") for piece in pieces]
    starts = [index for index, begin in enumerate(begins) if begin or index == 0]
    return tuple(zip(starts, [*starts[1:], len(pieces)], strict=True)) if pieces else ()


def _is_word(text: str) -> bool:
    return any(char.isalnum() for char in text)
