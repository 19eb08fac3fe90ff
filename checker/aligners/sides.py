"""What an aligner looks at: the sentences of one text as arrays."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from checker.model import extent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from checker.model import Document, Span
    from checker.protocols import Encoder

LONGEST = 4
"""Sentences of one side in a bead, at most."""

UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})
"""Languages that put no space between sentences."""

_UNFINISHED = re.compile(r"(?:[:：]|(?<![^\W\d_])(?:[^\W\d_]|[A-ZÀ-ÞА-ЯЁ][a-zß-ÿа-яё]{1,3})\s?\.)$")
"""A colon, an initial, or a short word with a capital and a full stop, as abbreviations have: no end of a sentence."""
_FIRST = re.compile(r"[^\W_]")
_QUOTES = " '\"«“„‘(–—-"
A_RULE = 0.3
"""Share of sentences with a small first letter from which it says nothing."""


@dataclass(frozen=True)
class Side:
    """The n sentences of one text.

    `runs[k - 1, i]` is the unit vector of sentences i .. i+k-1 joined (k up to LONGEST; no vectors in a run without an
    encoder), `lengths` counts letters (`extent`), `opens` says where a paragraph begins.
    """

    texts: tuple[str, ...]
    runs: NDArray[np.float32] | None
    lengths: NDArray[np.float64]
    opens: NDArray[np.bool_]
    joint: str = " "
    """What stands between two sentences in this language."""

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def torn(self) -> NDArray[np.bool_]:
        """Whether each sentence seems to go on with the one before: their cut is hardly the end of a sentence.

        Small letters at the beginning say so unless the text has them as a rule; a gloss in square brackets belongs to
        what it explains.
        """
        found = np.zeros(len(self), dtype=np.bool_)
        for place, (before, text) in enumerate(pairwise(self.texts), 1):
            found[place] = _UNFINISHED.search(before.rstrip()[-12:]) or text.lstrip(_QUOTES).startswith("[")
        firsts = [_FIRST.search(text) for text in self.texts]
        small = np.array([first is not None and first.group().islower() for first in firsts], dtype=np.bool_)
        return found | small if small.sum() < A_RULE * len(small) else found

    @cached_property
    def signs(self) -> NDArray[np.bool_]:
        """Whether there is neither a letter nor a number in each sentence: rows of stars, a scanner's rubbish."""
        return np.array([not _FIRST.search(text) for text in self.texts], dtype=np.bool_)

    @cached_property
    def again(self) -> NDArray[np.float64]:
        """How much each sentence is like the one before or after it, cosine; -1 of a text of one or without vectors."""
        found = np.full(len(self), -1.0)
        if self.runs is not None:
            alike = (self.runs[0, 1:] * self.runs[0, :-1]).sum(1)
            found[1:] = alike
            found[:-1] = np.maximum(found[:-1], alike)
        return found

    def joined(self, start: int, stop: int) -> str:
        """Some neighbouring sentences as one text."""
        return self.joint.join(" ".join(text.split()) for text in self.texts[start:stop])

    def cut(self, start: int, stop: int) -> Side:
        """Some neighbouring sentences as a side of their own; runs that would leave them are zero."""
        runs = self.runs
        if runs is not None:
            runs = runs[:, start:stop].copy()
            for k in range(1, len(runs)):
                runs[k, max(stop - start - k, 0) :] = 0.0
        return replace(
            self,
            texts=self.texts[start:stop],
            runs=runs,
            lengths=self.lengths[start:stop],
            opens=self.opens[start:stop],
        )

    def like(self, other: Side) -> Side:
        """The same with the lengths that its sentences would have on the other side, by the lengths of the texts."""
        return replace(self, lengths=self.lengths * (other.lengths.sum() / max(self.lengths.sum(), 1.0)))


def side(document: Document, spans: Sequence[Span], encoder: Encoder | None) -> Side:
    """The sentences `spans` of a document."""
    texts = tuple(span.text for span in spans)
    joint = "" if document.lang.split("-")[0] in UNSPACED else " "
    runs = encoder.runs([" ".join(text.split()) for text in texts], LONGEST, joint) if encoder and texts else None
    lengths = np.array([extent(text) for text in texts], dtype=np.float64)
    return Side(texts, runs, lengths, _opens(document.text, spans), joint)


def _opens(text: str, spans: Sequence[Span]) -> NDArray[np.bool_]:
    """Whether a blank line, or where the text has none, a line end, stands before each sentence."""
    gaps = [text[one.stop : other.start] for one, other in pairwise(spans)]
    blank = [gap.count("\n") > 1 and not gap.strip() for gap in gaps]
    broken = blank if any(blank) else ["\n" in gap for gap in gaps]
    if all(broken):  # a sentence a line: nothing is said of paragraphs
        broken = [False] * len(gaps)
    return np.array([bool(spans), *broken][: len(spans)], dtype=np.bool_)
