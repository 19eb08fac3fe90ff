"""NUM001, NUM002: figures, dates, sums and units that say something else than the original."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.detectors._cues import readable
from checker.detectors._evidence import shared
from checker.detectors._opposites import opposed
from checker.detectors.numbers._alike import grave, in_points
from checker.detectors.numbers._currencies import invented, letter_kept
from checker.detectors.numbers._exchanged import exchanged
from checker.detectors.numbers._figures import written
from checker.detectors.numbers._misread import misread
from checker.detectors.numbers._nights import wrong_nights
from checker.detectors.numbers._ordinals import counted, older
from checker.detectors.numbers._pairing import Figures, converted, telling, unmatched
from checker.detectors.numbers._scores import wrong_scores
from checker.detectors.numbers._sides import placed, side
from checker.detectors.numbers._told import within_name
from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.detectors._claims import Claim
    from checker.detectors.numbers._sides import Place, Side
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
        "dates in any form, clock times, decades, centuries, sums with their currency, percentages against fractions "
        "and factors, falls against rises, "
        "shares told in two numbers, approximations with the number last (тысяч пятьдесят), and converted units. "
        "A scale or unit that the figure before has named may be left unsaid. The night «на субботу» is Friday "
        "night, «в шестом часу» the hour before six, третий этаж the second floor of Britain; a currency that the "
        "original speaks of nowhere is wrong. "
        "Critical where the unit, the currency or the order of magnitude differs. Silent where the figure "
        "stands in a neighbouring sentence, inside a name (Су-35), "
        "or where a small number word was simply left out. Without an original the re-translation's figures are held "
        "against."
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


_FLOOR = re.compile(r"[ -](?:and [a-z]+ )?floor")
_STOREY = re.compile(r"(?:-?\w{1,3})?\s+этаж|\s+и\s+\w+\s+этаж")
_NOT_FOR = re.compile(r"(?<!\w)ни (?:на|одной|одного|единой|единого)\s+(?:одн\w+\s+)?$", re.IGNORECASE)
_ALL_BUT = re.compile(r"\ball (?:but|except|save) ", re.IGNORECASE)
_BUT = re.compile(r"\ball (?:but|except|save) $", re.IGNORECASE)


def _before(pair: Pair, found: Place) -> str:
    """The few letters before a figure of the translation."""
    start = placed(pair.translation, found).start
    return pair.translation.text[max(0, start - 12) : start]


def _never(pair: Pair, given: Place) -> bool:
    """Whether a stretch of time says never: ни на минуту, "day and night"."""
    if given[0].digits or pair.compared is None:
        return False
    theirs = pair.compared.source
    start = placed(theirs, given).start
    return _NOT_FOR.search(theirs.text, max(0, start - 14), start) is not None


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
            (side(self.context, bead.source, *langs), side(self.context, bead.target, *reversed(langs)))
            for bead in alignment.beads
        ]
        if langs == ("ru", "en"):
            yield from invented(pair, sides, MISMATCH)
        for index, bead in enumerate(alignment.beads):
            if not readable(bead):
                continue
            yield from self._bead(pair, bead, Figures(sides, index, langs[0]))
            if langs == ("ru", "en"):
                yield from self._opposed(pair, bead, sides[index][1])
                yield from wrong_nights(pair, bead, sides[index], MISMATCH)
                yield from self._exchanged(pair, bead)
                yield from counted(pair, bead, MISMATCH)
                yield from older(pair, bead, MISMATCH)
                yield from misread(pair, bead, MISMATCH)

    def _exchanged(self, pair: Pair, bead: Bead) -> Iterator[Finding]:
        if pair.source is None:
            return
        for theirs, ours in exchanged(self.context, bead):
            evidence = pair.source.source.span(theirs[0].start, theirs[1].stop)
            for place, other in (ours, ours[::-1]):
                span = pair.translation.span(place.start, place.stop)
                message = f'"{place.text}" and "{other.text}" have changed places'
                yield Finding(MISMATCH, span, message, Severity.MAJOR, 0.9, evidence, other.text.lower())

    def _bead(self, pair: Pair, bead: Bead, figures: Figures) -> Iterator[Finding]:
        target = figures.sides[figures.at][1]
        scores = list(wrong_scores(pair, bead, MISMATCH))
        seen: set[tuple[int, int]] = set()
        for found, given in unmatched(self.context, bead, figures):
            if given is None and _in_brackets(pair.translation, found, target):
                continue
            finding = self._finding(pair, bead, found, given)
            if finding is None or any(_of_score(finding, score) for score in scores):
                continue
            if (finding.span.start, finding.span.stop) not in seen:
                seen.add((finding.span.start, finding.span.stop))
                yield finding
        yield from scores

    def _opposed(self, pair: Pair, bead: Bead, target: Side) -> Iterator[Finding]:
        """Words of the opposite meaning; the unit of a figure has been compared with the figure."""
        figures = [placed(pair.translation, place) for place in target.claims if place[0].unit]
        for finding in opposed(self.context, pair, bead, MISMATCH, Severity.MAJOR):
            if not any(finding.span.overlaps(figure) for figure in figures):
                yield finding

    def _finding(self, pair: Pair, bead: Bead, found: Place | None, given: Place | None) -> Finding | None:
        if pair.compared is None:
            return None
        theirs, witness = pair.compared.source, pair.witness
        original = placed(theirs, given) if given else None
        if found is not None and _BUT.search(_before(pair, found)):
            return None
        if given is not None and (_never(pair, given) or (found is not None and self._floor_below(pair, given, found))):
            return None
        if found is None:
            if given is None or not telling(given[0]) or _glued(theirs, given) or _decades(bead, given[0]):
                return None
            if any(_ALL_BUT.search(span.text) for span in bead.target):
                return None  # 62 of 65 is all but three
            slight = given[0].quantity.kind == "date" or not given[0].unit
            severity = Severity.MINOR if slight else Severity.MAJOR
            end = len(bead.target[-1].text.rstrip('.!?»”" ')) + bead.target[-1].start
            message = f"«{given[0].quantity.text}» of the {witness} is missing"
            advice = f"(give the figure: {self._written(given[0].quantity, given[0].quantity, pair)})"
            return Finding(MISMATCH, pair.translation.span(end, end), message, severity, 0.6, original, advice)
        if given is not None and (in_points(bead, given[0], found[0]) or letter_kept(bead, given[0], found[0])):
            return None
        span = placed(pair.translation, found)
        if given is None:
            if not telling(found[0]) or self._of_name(bead, span):
                return None
            message = f'the {witness} has no "{span.text}" here'
            return Finding(
                MISMATCH, span, message, Severity.MAJOR, 0.6, bead.source[0], f"(check against the {witness})"
            )
        advice = self._advice(given[0], found[0], pair)
        message = f'the {witness} says «{given[0].quantity.text}», the translation "{span.text}"'
        severity = Severity.CRITICAL if grave(found[0], given[0]) else Severity.MAJOR
        return Finding(MISMATCH, span, message, severity, 0.9, original, advice)

    def _of_name(self, bead: Bead, span: Span) -> bool:
        sentence = next((one for one in bead.target if one.start <= span.start < one.stop), None)
        if sentence is None:
            return False
        place = span.start - sentence.start, span.stop - sentence.start
        return within_name(sentence.text, *place)

    def _floor_below(self, pair: Pair, given: Place, found: Place) -> bool:
        """Whether a floor is counted from the ground, as in Britain: "second floor" for третий этаж.

        An American translation counts as Russian does.
        """
        if self.context.variant == "en-US" or found[0].value != given[0].value - 1 or pair.compared is None:
            return False
        theirs, ours = placed(pair.compared.source, given), placed(pair.translation, found)
        return (
            _FLOOR.match(pair.translation.text, ours.stop) is not None
            and _STOREY.match(pair.compared.source.text, theirs.stop) is not None
        )

    def _advice(self, given: Claim, found: Claim, pair: Pair) -> str:
        """What to write in the place of a figure, as that one was put."""
        theirs, ours = given.quantity, found.quantity
        if theirs.kind == "factor" and found.added and theirs.low > 1:
            return f"{float((theirs.low - 1) * 100):g} percent"
        if theirs.kind == "factor" and found.added:
            left = 1 - theirs.low
            return self._written(replace(theirs, kind="fraction", low=left, high=left), ours, pair)
        if theirs.kind == "ordinal" and ours.kind == "year":
            return str(int(ours.low) // 100 * 100 + int(theirs.low))
        written = self._written(theirs, ours, pair)
        return f"every {written}" if theirs.kind == "ordinal" and ours.kind == "number" else written

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


def _of_score(finding: Finding, score: Finding) -> bool:
    """Whether a finding is about a part of a result that is reported as a whole."""
    return shared(finding, score) or finding.span.overlaps(score.span)


def _in_brackets(document: Document, found: Place | None, side: Side) -> bool:
    """Whether the same stands right beside a figure in another unit: 800 kph (497 mph). One finding is enough."""
    if found is None:
        return False
    span = placed(document, found)
    for other in side.claims:
        near = placed(document, other)
        first, second = sorted((span, near), key=lambda one: one.start)
        if document.text[first.stop : second.start].strip() == "(" and converted(found[0], other[0]):
            return True
    return False


def _glued(document: Document, found: Place) -> bool:
    """Whether a figure is a part of something else: the minutes of a time with an odd colon, a number in a code."""
    start = found[1] + found[0].quantity.start
    before = document.text[max(0, start - 2) : start]
    return len(before) == 2 and before[0].isdigit() and not before[1].isspace() and before[1] not in '-–—(«"'


_AGES = {"двадцат": "teen", "двухтысячн": "millennial", "тысячн": "millennial"}
"""Beginnings of numbers that an age or a generation is told by in a word: немного меньше двадцати, the late teens."""


def _decades(bead: Bead, claim: Claim) -> bool:
    """Whether a round number of years is called decades, or one of an age or a generation by a word for it."""
    said = " ".join(span.text.lower() for span in bead.target)
    age = next((word for start, word in _AGES.items() if claim.quantity.text.lower().startswith(start)), "")
    return (claim.unit == "a" and claim.value % 10 == 0 and "decade" in said) or (bool(age) and age in said)


def detector(context: Context) -> Numbers:
    """The family of figures."""
    return Numbers(context)
