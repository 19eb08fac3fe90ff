"""The one scorer of the alignment benchmark: strict and lax precision, recall and F1 as vecalign defines them.

Written anew from the definition (Thompson and Koehn 2019). Counts are added over documents before they are divided.
Precision is over the links found, those to nothing included; recall is over the gold links with two sides.
``null_free`` leaves the links to nothing out of both (the convention of SentAlign).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks._alignment_errors import errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Link = tuple[tuple[int, ...], tuple[int, ...]]


def parse(line: str) -> Link:
    """A link as vecalign writes it: ``[0, 1]:[2]`` or ``[0]:[]:0.5``."""
    sides = line.split("]", 2)
    numbers = [tuple(int(cell) for cell in side.split("[")[1].split(",") if cell.strip()) for side in sides[:2]]
    return numbers[0], numbers[1]


def two_sided(links: Iterable[Link]) -> list[Link]:
    """The links that are no nulls."""
    return [link for link in links if link[0] and link[1]]


def nulls(links: Iterable[Link]) -> set[tuple[str, int]]:
    """Sentences linked to nothing, each with its side."""
    found = set()
    for source, target in links:
        if not target:
            found |= {("source", index) for index in source}
        if not source:
            found |= {("target", index) for index in target}
    return found


def _hits(found: Iterable[Link], truth: Iterable[Link]) -> tuple[int, int, int]:
    """Of the links found: how many are in the truth exactly, how many touch it on both sides, and their number."""
    exact, partners = set(truth), defaultdict(set)
    for source, target in exact:
        for index in source:
            partners[index].update(target)
    strict = lax = 0
    links = {link for link in found if link[0] or link[1]}
    for source, target in links:
        same = (source, target) in exact
        strict += same
        lax += same or any(not partners[index].isdisjoint(target) for index in source if index in partners)
    return strict, lax, len(links)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _share(hits: int, of: int) -> float:
    return hits / of if of else 0.0


@dataclass
class Tally:
    """Counts over documents; every figure is made from sums."""

    precision: list[int] = field(default_factory=lambda: [0, 0, 0])
    recall: list[int] = field(default_factory=lambda: [0, 0, 0])
    bare: list[int] = field(default_factory=lambda: [0, 0, 0])
    null: list[int] = field(default_factory=lambda: [0, 0, 0])
    kinds: Counter[str] = field(default_factory=Counter)
    kinds_found: Counter[str] = field(default_factory=Counter)
    reliability: list[tuple[float, bool]] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    """Places that differ from the gold, by kind."""

    def add(self, found: Sequence[Link], gold: Sequence[Link], confidences: Sequence[float] = ()) -> None:
        """Count one document."""
        for counts, hits in (
            (self.precision, _hits(found, gold)),
            (self.recall, _hits(two_sided(gold), two_sided(found))),
            (self.bare, _hits(two_sided(found), two_sided(gold))),
        ):
            for place, count in enumerate(hits):
                counts[place] += count
        ours, theirs = nulls(found), nulls(gold)
        for place, count in enumerate((len(ours & theirs), len(ours), len(theirs))):
            self.null[place] += count
        self.errors.update(errors(found, gold))
        exact = set(found)
        for link in gold:
            kind = kind_of(link)
            self.kinds[kind] += 1
            self.kinds_found[kind] += link in exact
        truth = set(gold)
        self.reliability += [(value, link in truth) for value, link in zip(confidences, found, strict=False)]

    def figures(self) -> dict[str, float]:
        """Every figure of the table."""
        precision, recall = _share(self.precision[0], self.precision[2]), _share(self.recall[0], self.recall[2])
        bare = _share(self.bare[0], self.bare[2])
        return {
            "strict": _f1(precision, recall),
            "precision": precision,
            "recall": recall,
            "lax": _f1(_share(self.precision[1], self.precision[2]), _share(self.recall[1], self.recall[2])),
            "null_free": _f1(bare, recall),
            "null_precision": _share(self.null[0], self.null[1]),
            "null_recall": _share(self.null[0], self.null[2]),
            "links": float(self.precision[2]),
            "nulls": float(self.null[2]),
        }

    def by_kind(self) -> dict[str, tuple[int, int]]:
        """For each kind of gold link how many were found exactly, and how many there are."""
        return {kind: (self.kinds_found[kind], count) for kind, count in self.kinds.most_common()}


def kind_of(link: Link) -> str:
    """``1-1``, ``1-n``, ``n-1``, ``n-m``, ``1-0`` (source alone) or ``0-1``."""
    source, target = len(link[0]), len(link[1])
    if not source or not target:
        return "1-0" if source else "0-1"
    return f"{'1' if source == 1 else 'n'}-{'1' if target == 1 else ('n' if source == 1 else 'm')}"
