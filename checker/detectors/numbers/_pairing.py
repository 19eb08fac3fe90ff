"""Figures of both sides of a bead: which of them stand for each other, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.detectors._claims import agree, clash
from checker.detectors.numbers._alike import kinship, likeness
from checker.detectors.numbers._comparisons import miscounted, turned
from checker.detectors.numbers._derived import derived
from checker.detectors.numbers._directions import lessened, redirected
from checker.detectors.numbers._ellipsis import leaning, lent_scales, same, scaled
from checker.detectors.numbers._frequencies import as_often, mistimed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors._claims import Claim
    from checker.detectors.numbers._sides import Place, Side
    from checker.model import Bead
    from checker.protocols import Context

_MOST = 60
"""Claims of a bead; what has more is a table."""
_REACH = 2
"""Beads on either side in which a figure may have moved."""
_REPEATED = 2
_HYPERBOLE = frozenset({"сто лет", "тысячу лет", "тысяча лет"})

Matched = tuple["Place | None", "Place | None"]
"""A figure of the translation and the one of the original that it should be; None where there is none."""


@dataclass(frozen=True)
class Figures:
    """The sides of all beads, and which of them is looked at."""

    sides: Sequence[tuple[Side, Side]]
    at: int
    lang: str
    """Of the original."""

    def near(self, which: int, before: int = _REACH, after: int = _REACH) -> list[Claim]:
        """Claims of one side (0 the original) of the bead and of those near by."""
        window = self.sides[max(0, self.at - before) : self.at + after + 1]
        return [claim for sides in window for claim, _ in sides[which].claims[:_MOST]]

    def said(self, claim: Claim, which: int) -> bool:
        """Whether a side says what a claim says, here or near by; what stands near by must be of its kind."""
        here = [other for other, _ in self.sides[self.at][which].claims[:_MOST]]
        if any(agree(claim, other) for other in here):
            return True
        return any(agree(claim, other) and _of_a_kind(claim, other) for other in self.near(which))


def _of_a_kind(one: Claim, two: Claim) -> bool:
    """Whether two equal claims of different sentences can be one: four times is no four kilometres."""
    factors = [claim.quantity.kind == "factor" for claim in (one, two)]
    if any(factors) and not all(factors):
        other = two if factors[0] else one
        return other.quantity.kind in ("fraction", "percent") or not (other.unit or other.quantity.kind == "ordinal")
    spans = {one.unit, two.unit} & {"min", "h"}
    return not spans or not {one.unit, two.unit} & {"day", "year"}


def unmatched(context: Context, bead: Bead, figures: Figures) -> list[Matched]:
    """Figures of a bead that say something else, are not in the original, or are missing."""
    source, target = figures.sides[figures.at]
    if max(len(source.claims), len(target.claims)) > _MOST:
        return []
    wrong, lost, crossed = _unanswered(context, bead, figures)
    pairs = [_twin(one, source, target) for one in _partners(wrong, lost)]
    alone = [given for found, given in pairs if found is None and given is not None]
    if alone:
        strays = _surplus(source, target, [found for found, _ in (*crossed, *pairs) if found is not None], alone)
        pairs = [one for one in pairs if one[0] is not None]
        pairs += [one for one in _partners(strays, alone) if one[1] is not None]
    return [*crossed, *pairs]


def _unanswered(
    context: Context, bead: Bead, figures: Figures
) -> tuple[list[Place], list[Place], list[tuple[Place, Place]]]:
    """Figures of the translation and of the original without a counterpart, and those that clash."""
    source, target = figures.sides[figures.at]
    crossed = [*_clashes(source.claims, target.claims), *_misshared(source, target)]
    if figures.lang == "ru":
        crossed = [both for both in crossed if not as_often(both[1], both[0], target.claims, bead)]
        crossed += mistimed(source.claims, target.claims, bead)
        crossed += miscounted(source.claims, target.claims, bead)
        crossed += redirected(source.claims, target.claims, bead)
    wrong = [
        one
        for one in target.claims
        if not figures.said(one[0], 0)
        and not (source.names(one[0]) or source.may_hold(one[0]) or source.carries(one[0], target))
        and not any(one[0] is found[0] for found, _ in crossed)
    ]
    lost = [
        one
        for one in source.claims
        if not figures.said(one[0], 1)
        and not (target.names(one[0]) or target.may_hold(one[0]) or target.carries(one[0], source))
        and not any(one[0] is given[0] for _, given in crossed)
    ]
    if not wrong or figures.lang != "ru":  # whether a figure counts something is asked of a Russian dictionary
        return wrong, lost, crossed
    return *_filled(context, bead, figures, wrong, lost), crossed


def _filled(
    context: Context, bead: Bead, figures: Figures, wrong: list[Place], lost: list[Place]
) -> tuple[list[Place], list[Place]]:
    """What is left of both when figures have been read with what they leave unsaid."""
    sides = figures.near(0, 1, 0), figures.near(1, 1, 0)
    scales = lent_scales(sides[0])
    source = figures.sides[figures.at][0].claims
    lent = [scales if scales and leaning(context, bead.source, given) else () for given in source]
    kept = [
        found
        for found in wrong
        if not any(same(given, found, free, sides) for given, free in zip(source, lent, strict=True))
        and not any(_put_otherwise(context, bead, figures, (given, found)) for given in lost)
    ]
    dropped = [found for found in wrong if found not in kept]
    left = []
    for given in lost:
        free = lent[source.index(given)]
        if any(
            same(given, found, free, sides) or _put_otherwise(context, bead, figures, (given, found))
            for found in dropped
        ):
            continue
        left.append((scaled(given[0], free[-1]), given[1]) if free and _scaled_up(kept) else given)
    return kept, left


def _put_otherwise(context: Context, bead: Bead, figures: Figures, both: tuple[Place, Place]) -> bool:
    """Whether a comparison is told from its other side, a fall by what it leaves, or a figure follows from others."""
    source, target = figures.sides[figures.at]
    if turned(context, bead, *both) or lessened(*both, bead) or as_often(*both, target.claims, bead):
        return True
    return derived(*both, (source.claims, target.claims), bead)


def _scaled_up(wrong: Sequence[Place]) -> bool:
    """Whether the only figure in question is large, so that what it stands for left its scale unsaid."""
    return len(wrong) == 1 and wrong[0][0].value >= 1000


def _twin(one: Matched, source: Side, target: Side) -> Matched:
    """A figure with no counterpart beside the one that the original has more often: two Swiss and two Austrians."""
    found, given = one
    if found is None or given is not None or found[0].value < _REPEATED or found[0].quantity.kind != "number":
        return one
    for place in source.claims:
        claim = place[0]
        if claim.quantity.kind != "number" or claim.value < _REPEATED or claim.digits != found[0].digits:
            continue
        times = [sum(other.value == claim.value for other, _ in side.claims) for side in (source, target)]
        if times[0] > times[1] > 0 and len(source.claims) == len(target.claims) and kinship(found[0], claim) > 0:
            return found, place
    return one


def _misshared(source: Side, target: Side) -> Iterator[tuple[Place, Place]]:
    """«Каждый третий» as three each: a plain number where nothing says that it is a share."""
    for share in source.shares:
        turn = share.parts[0]
        answered = any(
            agree(turn, other) and other.quantity.kind == "ordinal" for other, _ in target.claims
        ) or target.carries(turn, source)
        if not share.turn or answered or any(other.value == share.value for other in target.shares):
            continue
        given = next(place for place in source.claims if place[0] is turn)
        twins = [other for other, _ in source.claims if other is not turn and other.value == turn.value]
        plain = [
            place for place in target.claims if place[0].value == turn.value and place[0].quantity.kind == "number"
        ]
        if len(plain) == 1 and not twins and plain[0][0].quantity.low == plain[0][0].quantity.high:
            yield plain[0], given


def _clashes(source: Sequence[Place], target: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Figures whose unit, or dates whose month, changed though both values occur elsewhere in the bead."""
    for found in target:
        if any(_exactly(found[0], given[0]) or converted(found[0], given[0]) for given in source):
            continue
        for given in source:
            if any(_exactly(other[0], given[0]) for other in target):
                continue
            if clash(found[0], given[0]) or _other_month(found[0], given[0]):
                yield found, given
                break


def _exactly(one: Claim, two: Claim) -> bool:
    if one.sort == two.sort == "month" and one.quantity.unit[-6:] != two.quantity.unit[-6:]:
        return False
    return one.sort == two.sort and one.value == two.value and one.unit == two.unit


def converted(one: Claim, two: Claim) -> bool:
    """Whether one is the other in another unit: 10 inches for 25 см."""
    return bool(one.unit and two.unit) and one.unit != two.unit and agree(one, two)


def _other_month(one: Claim, two: Claim) -> bool:
    left, right = one.quantity.unit, two.quantity.unit
    return (
        one.sort == two.sort == "month"
        and one.value != two.value
        and len(left) >= 7
        and left[-2:] == right[-2:]
        and left[-6:] != right[-6:]
        and left[-3:] == right[-3:]
    )


def _surplus(source: Side, target: Side, taken: Sequence[Place], lost: Sequence[Place]) -> list[Place]:
    """Figures that the bead's own original lacks, though a sentence near by has them.

    Beside a figure that is lost they are the likeliest place of the slip: 12 for 21 where 12 is said elsewhere. In
    words they are where they count what the lost one counts: fourteen minutes, сорок минут.
    """
    own = [claim for claim, _ in source.claims]
    return [
        one
        for one in target.claims
        if (one[0].digits or any(_alike(one[0], given[0]) for given in lost))
        and one not in taken
        and not source.names(one[0])
        and not any(agree(one[0], other) for other in own)
    ]


def _alike(one: Claim, two: Claim) -> bool:
    """Whether two figures count in one unit, or are both proportions."""
    if one.sort != two.sort or one.quantity.rounded or two.quantity.rounded:
        return False
    return one.unit == two.unit != "" or {one.quantity.kind, two.quantity.kind} == {"factor", "fraction"}


def telling(claim: Claim) -> bool:
    """Whether a claim without a counterpart is worth an alarm by itself."""
    quantity = claim.quantity
    if (claim.unit == "%" and claim.value == 100) or quantity.text.lower() in _HYPERBOLE:
        return False  # all of it; ages
    if claim.sort != "value" or (quantity.kind in ("factor", "fraction", "ordinal") and not claim.digits):
        return False
    if quantity.indefinite:
        return False
    return claim.value not in (0, 1) if claim.digits else claim.value >= 10


def _partners(wrong: Sequence[Place], lost: Sequence[Place]) -> Iterator[tuple[Place | None, Place | None]]:
    """Each claim of the translation without a counterpart beside the likeliest one of the original."""
    left = list(lost)
    for found in wrong:
        best = max(left, key=lambda given: likeness(found[0], given[0]), default=None)
        if best is not None and kinship(found[0], best[0]) > 0:
            left.remove(best)
            yield found, best
        else:
            yield found, None
    for given in left:
        yield None, given
