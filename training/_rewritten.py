"""Line-parallel texts made as hard as real ones: joined, cut elsewhere, shortened, left out; with gold links.

Nothing but the lines themselves is used, so that gold is known: a cut falls after a comma or the like inside a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    Link = tuple[tuple[int, ...], tuple[int, ...]]

_CUT = re.compile(r"(?<=[,;:–—，；、،؛])\s*(?=\S)|(?<=\))\s+")
FURTHER = 0.4
"""Share of lines cut across whose parts are cut further."""
_SHORTEST = 12
"""Characters that either part of a cut line has at least."""


@dataclass(frozen=True)
class Habits:
    """How often a translator does what, as shares of lines; drawn for every document."""

    join: float
    drop: float
    cross: float
    """The end of a line goes to the next line."""
    split: float
    """A line is cut in two on one side."""
    shorten: float
    """A part of the line is left out on one side."""

    @classmethod
    def drawn(cls, rng: random.Random) -> Habits:
        """From faithful, as half of them are, to free."""
        free = max(0.0, rng.uniform(-1.0, 1.0))
        return cls(
            join=rng.uniform(0.02, 0.2),
            drop=rng.choice((0.0, 0.02, 0.05, 0.1)),
            cross=0.1 * free,
            split=0.1 * rng.random(),
            shorten=0.5 * free,
        )


def _cut(line: str, rng: random.Random) -> tuple[str, str] | None:
    """A line in two parts, or nothing where it has no place for it."""
    places = [match.end() for match in _CUT.finditer(line)]
    places = [place for place in places if _SHORTEST <= place <= len(line) - _SHORTEST]
    if not places:
        return None
    place = rng.choice(places)
    return line[:place].rstrip(), line[place:]


def rewritten(
    source: Sequence[str], target: Sequence[str], rng: random.Random, joints: tuple[str, str]
) -> tuple[list[str], list[str], list[Link]]:
    """Two sides and the links between them."""
    habits = Habits.drawn(rng)
    sides: tuple[list[str], list[str]] = ([], [])
    links: list[Link] = []
    at = 0
    while at < len(source):
        parts = _step((source[at : at + 3], target[at : at + 3]), habits, rng, joints)
        at += parts[2]
        link = []
        for side, some in zip(sides, parts[:2], strict=True):
            link.append(tuple(range(len(side), len(side) + len(some))))
            side.extend(some)
        if any(link):
            links.append((link[0], link[1]))
    return sides[0], sides[1], links


def _step(
    lines: tuple[Sequence[str], Sequence[str]], habits: Habits, rng: random.Random, joints: tuple[str, str]
) -> tuple[list[str], list[str], int]:
    """What becomes of the next lines: those of either side, and how many lines that uses up."""
    made = [list(lines[0][:1]), list(lines[1][:1])]
    place, chance, used = rng.randrange(2), rng.random(), 1
    if chance < habits.drop:
        made[place] = []
    elif chance < habits.drop + habits.join and len(lines[0]) > 1:
        used = min(len(lines[0]), rng.choice((2, 2, 2, 3)))
        made = [list(side[:used]) for side in lines]
        made[place] = [joints[place].join(made[place])]
    elif chance < habits.drop + habits.join + habits.cross and len(lines[0]) > 1:
        cut = _cut(lines[place][0], rng)
        if cut:
            used = 2
            made = [list(side[:2]) for side in lines]
            made[place] = [cut[0], cut[1] + joints[place] + lines[place][1]]
            for side in range(2) if rng.random() < FURTHER else ():
                which = rng.randrange(2)
                made[side][which : which + 1] = _cut(made[side][which], rng) or made[side][which : which + 1]
    elif chance < habits.drop + habits.join + habits.cross + habits.split:
        made[place] = list(_cut(lines[place][0], rng) or made[place])
    if all(made) and rng.random() < habits.shorten:
        made[place] = _shortened(made[place], rng)
    return made[0], made[1], used


def _shortened(lines: list[str], rng: random.Random) -> list[str]:
    """The lines without a part of one of them, the lesser part."""
    which = rng.randrange(len(lines))
    cut = _cut(lines[which], rng)
    if cut:
        lines[which] = max(cut, key=len)
    return lines
