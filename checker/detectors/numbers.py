"""NUM001, NUM002: figures, dates, sums and units that say something else than the original."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.detectors._claims import Claim, agree, claims, clash, comparable, dimension
from checker.detectors._cues import LONGEST, readable
from checker.detectors._exchanged import exchanged
from checker.detectors._figures import written
from checker.detectors._opposites import opposed
from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Bead, Document, Pair, Span
    from checker.notation import Quantity
    from checker.protocols import Context

MISMATCH = Rule(
    code="NUM001",
    name="number-mismatch",
    category=Category.ACCURACY,
    severity=Severity.MAJOR,
    summary="A number, date, sum, share, unit or currency differs from the original by value.",
    bad="63 thousand roubles (63 млн рублей)",
    good="63 million roubles",
    needs=Needs.SOURCE,
    explanation=(
        "Every figure is compared by value in both directions: words and digits, тыс. and млн, полтора, десяток, "
        "dates in any "
        "form, clock times, decades, centuries, sums with their currency, percentages against fractions and "
        "factors, and "
        "converted units. Critical where the unit, the currency or the order of magnitude differs. Silent where "
        "the figure "
        "stands in a neighbouring sentence, inside a name (Су-35), or where a small number word was simply left out. "
        "Without an original the re-translation's figures are held against."
    ),
)
OUTLIER = Rule(
    code="NUM002",
    name="year-outlier",
    category=Category.ACCURACY,
    severity=Severity.MINOR,
    summary="A date's year is out of line with the dates around it.",
    bad="on January 3, 2020 ... on January 5, 2022 ... since January 2, 2022",
    good="on January 3, 2022 ... on January 5, 2022 ... since January 2, 2022",
    explanation="A date in the month of others, or next to it, has another year than theirs. Silent with an original.",
)
_MOST = 60  # claims of a bead; what has more is a table
_WRITTEN_OUT = 100  # up to here figures are written in words in running text
_REACH = 2  # beads on either side in which a figure may have moved

Place = tuple[Claim, int]
"""A claim and where the sentence of its quantity begins."""


@dataclass(frozen=True)
class Side:
    """The claims of one side of a bead."""

    claims: tuple[Place, ...]
    loose: frozenset[str]
    """Digit strings that are no quantity ("Су-35", "G20"): they can stand for a number, but claim none."""
    read: bool = True
    """Whether the language's number words are known: where they are not, a small figure may be written out."""

    def may_hold(self, claim: Claim) -> bool:
        """Whether a figure without a counterpart may stand on this side in words."""
        return not self.read and (not claim.digits or claim.value <= _WRITTEN_OUT)


class Numbers:
    """Compares the figures of every bead, both ways."""

    rules = (MISMATCH, OUTLIER)

    def __init__(self, context: Context) -> None:
        self.context = context

    def detect(self, pair: Pair) -> Iterator[Finding]:
        """Findings of an article: against the original, else against the re-translation."""
        alignment = pair.compared
        if alignment is None:
            yield from self._outliers(pair)
            return
        langs = alignment.source.lang, alignment.target.lang
        sides = [
            (self._side(bead.source, *langs), self._side(bead.target, *reversed(langs))) for bead in alignment.beads
        ]
        for index, bead in enumerate(alignment.beads):
            if readable(bead) and max(len(side.claims) for side in sides[index]) <= _MOST:
                yield from self._bead(pair, bead, sides, index)
            if readable(bead) and langs == ("ru", "en"):
                yield from opposed(self.context, pair, bead, MISMATCH, Severity.MAJOR)
                yield from self._exchanged(pair, bead)

    def _exchanged(self, pair: Pair, bead: Bead) -> Iterator[Finding]:
        if pair.source is None:
            return
        for theirs, ours in exchanged(self.context, bead):
            evidence = pair.source.source.span(theirs[0].start, theirs[1].stop)
            for place, other in (ours, ours[::-1]):
                span = pair.translation.span(place.start, place.stop)
                message = f'"{place.text}" and "{other.text}" have changed places'
                yield Finding(MISMATCH, span, message, Severity.MAJOR, 0.9, evidence, other.text.lower())

    def _side(self, spans: Sequence[Span], lang: str, other: str) -> Side:
        found: list[Place] = []
        theirs = self.context.language(other).conventions
        loose: set[str] = set()
        for span in spans:
            if len(span.text) > LONGEST:
                continue
            quantities = self.context.language(lang).quantities(span.text)
            found.extend((claim, span.start) for claim in comparable(claims(quantities), theirs))
            inside = {at for quantity in quantities for at in range(quantity.start, quantity.stop)}
            if "совершеннолет" in span.text:
                loose.add("18")  # minors are those under 18
            loose.update(match.group() for match in re.finditer(r"\d+", span.text) if match.start() not in inside)
        return Side(tuple(found), frozenset(loose), self.context.language(lang).conventions.numerals)

    def _bead(self, pair: Pair, bead: Bead, sides: Sequence[tuple[Side, Side]], index: int) -> Iterator[Finding]:
        source, target = sides[index]
        near = range(max(0, index - _REACH), min(len(sides), index + _REACH + 1))
        theirs = [claim for other in near for claim, _ in sides[other][0].claims[:_MOST]]
        ours = [claim for other in near for claim, _ in sides[other][1].claims[:_MOST]]
        clashes = list(_clashes(source.claims, target.claims))
        wrong = [one for one in target.claims if not any(agree(one[0], other) for other in theirs)]
        lost = [one for one in source.claims if not any(agree(one[0], other) for other in ours)]
        wrong = [one for one in wrong if not _named(one[0], source) and not any(one[0] is c[0][0] for c in clashes)]
        lost = [one for one in lost if not _named(one[0], target) and not any(one[0] is c[1][0] for c in clashes)]
        wrong = [one for one in wrong if not source.may_hold(one[0])]
        lost = [one for one in lost if not target.may_hold(one[0])]
        seen: set[tuple[int, int]] = set()
        pairs = list(_partners(wrong, lost))
        alone = [given for found, given in pairs if found is None and given is not None]
        if alone:
            strays = _surplus(source, target, [found for found, _ in (*clashes, *pairs) if found is not None])
            pairs = [one for one in pairs if one[0] is not None]
            pairs += [one for one in _partners(strays, alone) if one[1] is not None]
        pairs = [one for one in pairs if one[1] is not None or not _in_brackets(pair.translation, one[0], target)]
        for found, given in [*clashes, *pairs]:
            finding = self._finding(pair, bead, found, given)
            if finding is not None and (finding.span.start, finding.span.stop) not in seen:
                seen.add((finding.span.start, finding.span.stop))
                yield finding

    def _finding(self, pair: Pair, bead: Bead, found: Place | None, given: Place | None) -> Finding | None:
        if pair.compared is None:
            return None
        theirs, witness = pair.compared.source, pair.witness
        original = _span(theirs, given) if given else None
        if found is None:
            if given is None or not _telling(given[0]) or _glued(theirs, given) or _decades(bead, given[0]):
                return None
            slight = given[0].quantity.kind == "date" or not given[0].unit
            severity = Severity.MINOR if slight else Severity.MAJOR
            end = len(bead.target[-1].text.rstrip('.!?»”" ')) + bead.target[-1].start
            message = f"«{given[0].quantity.text}» of the {witness} is missing"
            advice = f"(give the figure: {self._written(given[0].quantity, given[0].quantity, pair)})"
            return Finding(MISMATCH, pair.translation.span(end, end), message, severity, 0.6, original, advice)
        span = _span(pair.translation, found)
        if given is None:
            if not _telling(found[0]):
                return None
            message = f'the {witness} has no "{span.text}" here'
            return Finding(
                MISMATCH, span, message, Severity.MAJOR, 0.6, bead.source[0], f"(check against the {witness})"
            )
        advice = self._written(given[0].quantity, found[0].quantity, pair)
        message = f'the {witness} says «{given[0].quantity.text}», the translation "{span.text}"'
        severity = Severity.CRITICAL if _grave(found[0], given[0]) else Severity.MAJOR
        return Finding(MISMATCH, span, message, severity, 0.9, original, advice)

    def _written(self, theirs: Quantity, ours: Quantity, pair: Pair) -> str:
        """What to write: words in English, elsewhere the figure alone, as advice."""
        lang = pair.translation.lang
        if lang in ("en", ""):
            return written(theirs, ours)
        known = self.context.language(lang).conventions
        plain = f"{float(theirs.low):,.10g}" if theirs.low.denominator > 1 else f"{int(theirs.low):,}"
        if theirs.kind not in ("number", "money", "percent") or theirs.low != theirs.high:
            return f"({theirs.text})"
        group = "\u00a0" if known.group == " " else known.group
        return f"({plain.replace(',', chr(0)).replace('.', known.decimal).replace(chr(0), group)})"

    def _outliers(self, pair: Pair) -> Iterator[Finding]:
        dated = [
            (quantity, sentence.start)
            for sentence in pair.sentences
            for quantity in self.context.language(pair.translation.lang).quantities(sentence.text)
            if quantity.kind == "date" and re.fullmatch(r"\d{4}-\d\d(-\d\d)?", quantity.unit)
        ]
        years = Counter(quantity.unit[:4] for quantity, _ in dated)
        for quantity, offset in dated:
            usual = [
                other.unit[:4]
                for other, _ in dated
                if other is not quantity and _same_season(quantity.unit, other.unit)
            ]
            if len(usual) < 2 or len(set(usual)) > 1 or usual[0] == quantity.unit[:4] or years[quantity.unit[:4]] > 1:
                continue
            span = pair.translation.span(offset + quantity.start, offset + quantity.stop)
            advice = span.text.replace(quantity.unit[:4], usual[0])
            message = f"the dates around it are in {usual[0]}"
            yield Finding(OUTLIER, span, message, Severity.MINOR, 0.6, None, advice)


def _same_season(one: str, two: str) -> bool:
    """Whether two dates fall into the same or neighbouring months, whatever the year."""
    return (int(one[5:7]) - int(two[5:7])) % 12 in (0, 1, 11)


def _span(document: Document, found: Place) -> Span:
    quantity, offset = found[0].quantity, found[1]
    return document.span(offset + quantity.start, offset + quantity.stop)


def _named(claim: Claim, side: Side) -> bool:
    """Whether a plain figure stands inside a name on the other side."""
    return str(claim.value) in side.loose


def _in_brackets(document: Document, found: Place | None, side: Side) -> bool:
    """Whether the same stands right beside a figure in another unit: 800 kph (497 mph). One finding is enough."""
    if found is None:
        return False
    span = _span(document, found)
    for other in side.claims:
        near = _span(document, other)
        first, second = sorted((span, near), key=lambda one: one.start)
        if document.text[first.stop : second.start].strip() == "(" and _converted(found[0], other[0]):
            return True
    return False


def _clashes(source: Sequence[Place], target: Sequence[Place]) -> Iterator[tuple[Place, Place]]:
    """Figures whose unit, or dates whose month, changed though both values occur elsewhere in the bead."""
    for found in target:
        if any(_exactly(found[0], given[0]) or _converted(found[0], given[0]) for given in source):
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


def _converted(one: Claim, two: Claim) -> bool:
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


def _surplus(source: Side, target: Side, taken: Sequence[Place]) -> list[Place]:
    """Figures that the bead's own original lacks, though a sentence near by has them.

    Beside a figure that is lost they are the likeliest place of the slip: 12 for 21 where 12 is said elsewhere.
    """
    own = [claim for claim, _ in source.claims]
    return [
        one
        for one in target.claims
        if one[0].digits
        and one not in taken
        and not _named(one[0], source)
        and not any(agree(one[0], other) for other in own)
    ]


def _glued(document: Document, found: Place) -> bool:
    """Whether a figure is a part of something else: the minutes of a time with an odd colon, a number in a code."""
    start = found[1] + found[0].quantity.start
    before = document.text[max(0, start - 2) : start]
    return len(before) == 2 and before[0].isdigit() and not before[1].isspace() and before[1] not in '-–—(«"'


def _decades(bead: Bead, claim: Claim) -> bool:
    """Whether a round number of years is called decades."""
    whole = claim.unit == "a" and claim.value >= 20 and claim.value % 10 == 0
    return whole and any("decade" in span.text.lower() for span in bead.target)


def _telling(claim: Claim) -> bool:
    """Whether a claim without a counterpart is worth an alarm by itself."""
    quantity = claim.quantity
    if claim.sort != "value" or (quantity.kind in ("factor", "fraction", "ordinal") and not claim.digits):
        return False
    if quantity.rounded and quantity.high != quantity.low:
        return False
    return claim.value not in (0, 1) if claim.digits else claim.value >= 10


def _partners(wrong: Sequence[Place], lost: Sequence[Place]) -> Iterator[tuple[Place | None, Place | None]]:
    """Each claim of the translation without a counterpart beside the likeliest one of the original."""
    left = list(lost)
    for found in wrong:
        best = max(left, key=lambda given: _kinship(found[0], given[0]), default=None)
        if best is not None and _kinship(found[0], best[0]) > 0:
            left.remove(best)
            yield found, best
        else:
            yield found, None
    for given in left:
        yield None, given


def _kinship(one: Claim, two: Claim) -> int:
    """How likely two unequal claims stand for each other; 0 for not at all."""
    if one.sort != two.sort:
        return 0
    if one.sort != "value":
        return 3
    kinds = {one.quantity.kind, two.quantity.kind}
    vague, other = (one, two) if one.quantity.rounded and not one.digits else (two, one)
    if vague.quantity.rounded and not vague.digits and not other.quantity.rounded and other.value < 10:
        return 0  # "thousands" stands for no two
    if "ordinal" in kinds and len(kinds) > 1:
        return 0
    if min(one.value, two.value) == 1 and not (one.digits and two.digits) and "decad" not in (one.unit, two.unit):
        return 0
    if one.unit and two.unit:
        return 4 if dimension(one.unit) == dimension(two.unit) or one.unit == two.unit else int(one.value == two.value)
    return 2 if one.digits == two.digits else 1


def _grave(one: Claim, two: Claim) -> bool:
    """Whether unit, currency or order of magnitude differs."""
    if one.sort != "value":
        return False
    low, high = sorted((one.value, two.value))
    return bool(one.unit and two.unit and one.unit != two.unit) or (low > 0 and high / low >= 10)


def detector(context: Context) -> Numbers:
    """The family of figures."""
    return Numbers(context)
