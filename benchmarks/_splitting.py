"""Sentences as checker finds them: lines that were run together into paragraphs, cut and aligned again."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from benchmarks._alignment_sets import UNSPACED, Pair, lines
from checker import plugins
from checker.model import Document, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from benchmarks._alignment_scorer import Link

PARAGRAPH = 4
"""Lines of a paragraph."""
_LEAST = 3
"""Characters of a line in a sentence from which the sentence holds some of it."""


class _Side:
    """One side of a document: its paragraphs, which line every character is of, and the sentences found."""

    def __init__(self, lang: str, rows: Sequence[str]) -> None:
        joint = " " if lang not in UNSPACED or lang == "th" else ""
        text, owners, self.ends = "", [], set[int]()
        for number, row in enumerate(rows):
            gap = "" if not number else joint if number % PARAGRAPH else "\n\n"
            if gap == joint and number:
                self.ends.add(len(text))
            text += gap + row
            owners += [-1] * len(gap) + [number] * len(row)
        self.owners = owners
        self.document = Document("d", lang.split("_")[0], text)
        known = self.document.lang in plugins.names("languages")
        name, options = (self.document.lang, {}) if known else ("generic", {"code": self.document.lang})
        self.sentences: tuple[Span, ...] = plugins.load("languages", name, None, **options).sentences(text)

    def cuts(self) -> set[int]:
        """Where sentences end inside of paragraphs."""
        starts = [span.start for span in self.sentences[1:]]
        ends = zip(self.sentences, starts, strict=False)
        return {span.stop for span, start in ends if "\n" not in self.document.text[span.stop : start]}

    def held(self, numbers: Sequence[int]) -> set[int]:
        """The lines that some sentences hold."""
        owned = sorted(
            self.owners[at]
            for number in numbers
            for at in range(self.sentences[number].start, self.sentences[number].stop)
        )
        return {line for line, some in groupby(owned) if line >= 0 and len(list(some)) >= _LEAST}


def splitting(
    aligner: Callable[[Pair], tuple[list[Link], list[float]]], folder: Path, lang: str
) -> tuple[float, float]:
    """F1 of the line ends found inside of paragraphs, and the share of lines that no bead joins with another."""
    names = [line.split("\t")[0] for line in lines(folder / "documents")]
    rows = zip(
        names, *([" ".join(line.split()) for line in lines(folder / code)] for code in (lang, "en")), strict=True
    )
    right = found = given = apart = whole = 0
    for _, some in groupby(rows, key=lambda row: row[0]):
        texts = list(some)
        source, target = (_Side(code, [row[side] for row in texts]) for side, code in ((1, lang), (2, "en")))
        cuts = source.cuts()
        right, found, given = right + len(cuts & source.ends), found + len(cuts), given + len(source.ends)
        pair = Pair((source.document, source.sentences), (target.document, target.sentences), ())
        joined: set[int] = set()
        for ours, theirs in aligner(pair)[0]:
            held = source.held(ours), target.held(theirs)
            joined |= held[0] | held[1] if held[0] != held[1] or len(held[0]) > 1 else set()
        apart, whole = apart + len(texts) - len(joined), whole + len(texts)
    return 2 * right / max(1, found + given), apart / whole
