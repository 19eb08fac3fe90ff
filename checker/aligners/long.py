"""Beads of more sentences than the path knows: some of five and more, with those beside them that it left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from checker.aligners.costs import Weights, cost
from checker.aligners.sides import LONGEST

if TYPE_CHECKING:
    from checker.aligners.sides import Side
    from checker.protocols import Encoder

    Step = tuple[int, int, int, int]
    Found = tuple[Step, float | None, float, bool]

MOST = 8
"""Sentences of one side, at most."""
BETTER = 0.01
"""What the lonely sentences must add to the cosine: length alone can do with rubbish."""


def lengthened(found: list[Found], source: Side, target: Side, encoder: Encoder, weights: Weights) -> list[Found]:
    """The beads; those of LONGEST sentences on a side with the lonely neighbours that make them cheaper."""
    made: list[Found] = []
    waiting = found[::-1]
    while waiting:
        one = waiting.pop()
        (i, k, j, q), likeness, _, moved = one
        side = 0 if k - i == LONGEST else 1
        if likeness is None or moved or max(k - i, q - j) < LONGEST:
            made.append(one)
            continue
        before = _lonely(made[: -MOST - 1 : -1], side, (i, j)[side], -1)
        after = _lonely(waiting[: -MOST - 1 : -1], side, (k, q)[side], 1)
        ahead, behind, better = _best(one, side, (before, after), (source, target), encoder, weights)
        del made[len(made) - ahead :], waiting[len(waiting) - behind :]
        made.append(better)
    return made


def _lonely(steps: list[Found], side: int, edge: int, way: int) -> int:
    """How many of the steps leave alone the next sentences of a side."""
    count = 0
    for (i, k, j, q), likeness, _, moved in steps[: MOST - LONGEST]:
        start, stop = ((i, k), (j, q))[side]
        if likeness is not None or moved or stop == start or (start if way > 0 else stop) != edge:
            break
        edge, count = edge + way, count + 1
    return count


def _best(
    one: Found, side: int, lonely: tuple[int, int], sides: tuple[Side, Side], encoder: Encoder, weights: Weights
) -> tuple[int, int, Found]:
    """How many sentences before and after to add, and the bead with them."""
    best = (_cost(one[0], one[1] or 0.0, sides, weights), 0, 0, one)
    choices = [(a, b) for a in range(lonely[0] + 1) for b in range(lonely[1] + 1) if 0 < a + b <= MOST - LONGEST]
    steps = [_wider(one[0], side, choice) for choice in choices]
    if not steps:
        return 0, 0, one
    texts = [sides[side].joined(*step[2 * side : 2 * side + 2]) for step in steps]
    fixed = sides[1 - side].joined(*one[0][2 - 2 * side : 4 - 2 * side])
    alike = encoder.encode(texts) @ encoder.encode([fixed])[0]
    plain = best[0]
    for (a, b), step, likeness in zip(choices, steps, alike.tolist(), strict=True):
        price = _cost(step, likeness, sides, weights) + (a + b) * weights.skip
        if price < best[0] and likeness > (one[1] or 0.0) + BETTER:
            sure = one[2] / (1.0 + float(np.exp(price - plain)))
            best = (price, a, b, (step, likeness, sure, False))
    return best[1], best[2], best[3]


def _wider(step: Step, side: int, more: tuple[int, int]) -> Step:
    i, k, j, q = step
    return (i - more[0], k + more[1], j, q) if side == 0 else (i, k, j - more[0], q + more[1])


def _cost(step: Step, likeness: float, sides: tuple[Side, Side], weights: Weights) -> float:
    i, k, j, q = step
    sizes = (np.float32(sides[0].lengths[i:k].sum()), np.float32(sides[1].lengths[j:q].sum()))
    return float(cost(np.float32(likeness), sizes, (k - i, q - j), weights))  # type: ignore[arg-type]
