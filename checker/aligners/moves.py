"""Passages that stand elsewhere: sentences that the path left alone on both sides, and that translate each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from checker.aligners.coarse import whole
from checker.aligners.confidence import confidences
from checker.aligners.costs import SHAPES, Weights, lattice
from checker.aligners.dynamic import cheapest

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from checker.aligners.sides import Side

    Integers = NDArray[np.int64]
    Stretch = tuple[int, int]

MOST = 3000
"""Sentences left alone beyond which nobody speaks of moved paragraphs (the table of all pairs would be too great)."""
ALIKE = 0.5
"""Cosine from which a bead found out of place is believed ..."""
EVIDENCE = 60
"""... where its passage has, in all, at least so many characters of such beads ..."""
NEAR = 4
"""... or stands no further than so many sentences from where it is missing: two sentences that changed places."""


@dataclass(frozen=True)
class Move:
    """A bead out of place: source and target sentences, cosine and confidence."""

    source: tuple[int, int]
    target: tuple[int, int]
    similarity: float
    confidence: float


def _stretches(indices: Integers) -> list[tuple[int, int]]:
    """Neighbouring indices as half-open ranges."""
    cuts = np.flatnonzero(np.diff(indices) > 1) + 1
    return [(int(part[0]), int(part[-1]) + 1) for part in np.split(indices, cuts) if len(part)]


def _pairs(source: Side, target: Side, ours: Integers, theirs: Integers) -> list[tuple[Stretch, Stretch]]:
    """Stretches that hold each other's nearest sentences."""
    if (
        source.runs is None
        or target.runs is None
        or not len(ours)
        or not len(theirs)
        or max(len(ours), len(theirs)) > MOST
    ):
        return []
    alike = source.runs[0, ours] @ target.runs[0, theirs].T
    nearest, back = alike.argmax(1), alike.argmax(0)
    mutual = [i for i in range(len(ours)) if back[nearest[i]] == i and alike[i, nearest[i]] >= ALIKE]
    found = set()
    stretches = _stretches(ours), _stretches(theirs)
    for i in mutual:
        one = next(part for part in stretches[0] if part[0] <= ours[i] < part[1])
        other = next(part for part in stretches[1] if part[0] <= theirs[nearest[i]] < part[1])
        found.add((one, other))
    return sorted(found)


def _near(missing: int, stretch: Stretch) -> bool:
    """Whether a stretch stands beside the sentence of its side where its counterpart is missing."""
    return stretch[0] - NEAR <= missing <= stretch[1] + NEAR


def moves(source: Side, target: Side, ours: Integers, theirs: Integers, weights: Weights) -> list[Move]:
    """Beads among the sentences that the path left alone, each sentence in one at most.

    `ours` and `theirs` have a row for each: the sentence, and how many of the other side stand before it.
    """
    candidates = []
    missing = dict(ours.tolist())
    for one, other in _pairs(source, target, ours[:, 0], theirs[:, 0]):
        parts = source.cut(*one), target.cut(*other)
        here, alike = lattice(*parts, whole(len(parts[0]), len(parts[1])), weights)
        steps = cheapest(here)
        sure = confidences(here, steps)
        beads = []
        for (i, k, j, q), confidence in zip(steps.tolist(), sure.tolist(), strict=True):
            if k > i and q > j:
                cell = int(here.band.index(np.array([k]), np.array([q]))[0])
                likeness = float(alike[SHAPES.index((k - i, q - j)), cell])
                if likeness >= ALIKE:
                    beads.append(Move((one[0] + i, one[0] + k), (other[0] + j, other[0] + q), likeness, confidence))
        weight = sum(source.lengths[slice(*bead.source)].sum() for bead in beads)
        if weight >= EVIDENCE or _near(missing[one[0]], other):
            candidates.append((-weight, one, other, beads))
    taken: tuple[set[int], set[int]] = (set(), set())
    found = []
    for _, _, _, beads in sorted(candidates, key=lambda candidate: candidate[:3]):
        for bead in beads:
            sentences = set(range(*bead.source)), set(range(*bead.target))
            if not (sentences[0] & taken[0] or sentences[1] & taken[1]):
                taken[0].update(sentences[0])
                taken[1].update(sentences[1])
                found.append(bead)
    return found
