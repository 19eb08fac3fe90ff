"""LIM001: a limit or scope turned round or lost: at most for at least, from for until, to for by, first for last."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from checker.detectors._bounds import OPPOSITE, denied, limited, lost, reached
from checker.detectors._constructions import misread
from checker.detectors._cues import Cue, bead_text, counterpart, cues, literal, located, readable
from checker.detectors._evidence import shared
from checker.detectors._freedom import told_closely
from checker.detectors._lasting import begun
from checker.detectors._level import no_level, shares
from checker.detectors._only import excused, restricts, unlike
from checker.detectors._opposites import opposed
from checker.detectors.limits._amounts import amounts
from checker.detectors.limits._changes import changing
from checker.detectors.limits._scopes import scoped
from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors._bounds import Limited
    from checker.model import Bead, Pair
    from checker.protocols import Context

TURNED = Rule(
    code="LIM001",
    name="limit-or-scope",
    category=Category.ACCURACY,
    severity=Severity.MAJOR,
    summary="A limit or scope of the original is turned round or lost: at least, at most, until, only, first, last.",
    bad="no more than 18 million roubles (не менее 18 млн рублей)",
    good="at least 18 million roubles",
    needs=Needs.SOURCE,
    explanation=(
        "The words beside a figure that is the same on both sides are compared: не менее and at most, до and "
        "from, more than "
        "and less than, by and to. Only and the first and last of a row are compared within the sentence. A limit "
        "is called "
        "lost only where it stands right before its figure and nothing near the figure can carry it. "
        "What lasts since a year (живёт с 2019 года) is no event in it, and 12% of a figure is not 12% below it. "
        "In an article that is translated freely throughout, only critical findings are told."
    ),
)

_FIRM = 0.8  # strength of a link between first and last that proves them turned round
_CLOSE = 0.75  # literalness from which a lost "only" means anything
_ADVICE = {
    "least": "at least", "most": "no more than", "above": "more than", "below": "less than", "about": "about",
    "upto": "up to", "floor": "from", "until": "until", "since": "from", "to": "to", "by": "by",
}  # fmt: skip
_SINCE_YEAR = re.compile(r"(?<!\w)со? (?:19|20)\d\d", re.IGNORECASE)
_FIRST_SINCE = re.compile(r"(?<!\w)(?:впервые|перв\w+)[^.!?;]{0,60}?\s(?:со?|за|после)\s", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|in (?:\w+ )?(?:\w+ )?years|for (?:\w+ )?(?:\w+ )?years)\b", re.IGNORECASE)
"""The first since then is told as the last, which was then."""
_ROUND = 10
_LINKED = 0.85
"""Strength of a link by which только itself stands for a word: weaker ones join it to its neighbours."""
_NEARLY = " под "
"""Before a figure that is nearly reached."""
_INSTRUMENTAL = re.compile(r"[\d\s]{0,20}\w{0,40}(?:ами|ями)\b")
"""A figure that под stands above: под 20 метрами льда."""
_UNDER = frozenset(["below", "under", "less than", "fewer than", "lower than"])
_ROUGH = frozenset(["около", "примерно", "приблизительно", "порядка"])
_SHARP = frozenset(["least", "most", "above", "below"])
"""Limits that a negation turns into another."""
_FLOOR = re.compile(r"[ -](?:floor|storey|story)")


class Limits:
    """Compares the limits of figures that agree, and words of scope."""

    rules = (TURNED,)

    def __init__(self, context: Context) -> None:
        self.context = context

    def detect(self, pair: Pair) -> Iterator[Finding]:
        """Findings of an article."""
        alignment = pair.source
        if alignment is None or (alignment.source.lang, alignment.target.lang) != ("ru", "en"):
            return
        found = (one for bead in alignment.beads if readable(bead) for one in self._found(pair, bead))
        yield from told_closely(self.context, pair, found)

    def _found(self, pair: Pair, bead: Bead) -> Iterator[Finding]:
        """What is reported of a bead, one finding a place."""
        found: list[Finding] = []
        for finding in (
            *self._figures(pair, bead),
            *self._rows(pair, bead),
            *self._only(pair, bead),
            *self._since(pair, bead),
            *shares(pair, bead, TURNED),
            *misread(self.context, pair, bead, TURNED),
            *self._opposed(pair, bead),
            *amounts(pair, bead, TURNED),
            *scoped(self.context, pair, bead, TURNED),
        ):
            if not any(finding.span.overlaps(other.span) or shared(finding, other) for other in found):
                found.append(finding)
        yield from found

    def _opposed(self, pair: Pair, bead: Bead) -> Iterator[Finding]:
        """Words of the opposite meaning; floors are counted from the ground in Britain."""
        for finding in opposed(self.context, pair, bead, TURNED, Severity.MAJOR):
            stop = finding.span.stop
            if not _FLOOR.match(pair.translation.text, stop) and not unlike(pair.translation.text[stop : stop + 40]):
                yield finding

    def _figures(self, pair: Pair, bead: Bead) -> Iterator[Finding]:
        source = limited(self.context, bead.source, "ru")
        spoken = [given for given in source if given.led("ru") or given.before.lower().endswith(_NEARLY)]
        target = limited(self.context, bead.target, "en") if spoken else ()
        for given in spoken:
            same = _closest([found for found in target if found.same(given)], given)
            twins = [other for other in source if other is not given and other.same(given) and other.unit == given.unit]
            if len(same) != 1 or twins or pair.source is None:
                continue
            found = same[0]
            if (given.kind, found.kind) == ("factor", "fraction"):
                continue  # almost 1.5 times less is a little more than two thirds
            verdict = _turned(given, found) or _almost(given, found) or lost(given, found)
            if verdict is None:
                continue
            theirs, ours = verdict
            evidence = pair.source.source.span(given.start - len(given.before) + theirs.start, given.stop)
            begin, stop = found.start, found.stop
            if ours is not None and ours.start < 0:
                stop = found.stop - ours.start
            elif ours is not None:
                begin = found.start - len(found.before) + ours.start
            span = pair.translation.span(begin, stop)
            message = f'the original says «{evidence.text}», the translation "{span.text}"'
            limit = (
                "almost"
                if theirs.text.lower() in ("под", "почти", "чуть ли не", "едва ли не")
                else _ADVICE[theirs.label]
            )
            advice = f"{limit} {pair.translation.text[found.start : found.stop]}"
            rough = theirs.label == "about" and theirs.text.lower() in _ROUGH  # not far from it either way
            severity = Severity.MAJOR if ours is not None and not rough else Severity.MINOR
            yield Finding(TURNED, span, message, severity, 0.9 if ours else 0.8, evidence, advice)

    def _rows(self, pair: Pair, bead: Bead) -> Iterator[Finding]:
        """The first of a row for the last, or the other way round."""
        source, target = bead_text(bead.source), bead_text(bead.target)
        theirs, ours = cues("limits", "ru"), cues("limits", "en")
        for given, other in (("first", "last"), ("last", "first")):
            right = theirs.find(source, given)
            wrong = ours.find(target, other) if right else ()
            if not wrong or pair.source is None:
                continue
            if source[: right[0].start].rstrip().lower().endswith((" не", " не в", " не во", " не на")):
                continue
            if given == "first" and _FIRST_SINCE.search(source) and not _SINCE.search(target):
                continue
            if not self._linked(pair, bead, right[0], wrong[0]) and (
                ours.has(target, f"{given}_") or theirs.has(source, f"{other}_")
            ):
                continue
            yield Finding(
                TURNED,
                located(pair.translation, bead.target, wrong[0].start, wrong[0].stop),
                f'the original says «{right[0].text}», the translation "{wrong[0].text}"',
                Severity.MAJOR,
                0.8,
                located(pair.source.source, bead.source, right[0].start, right[0].stop),
                given,
            )

    def _linked(self, pair: Pair, bead: Bead, theirs: Cue, ours: Cue) -> bool:
        """Whether two words, each the only one of its kind in its sentence, surely stand for each other."""
        if pair.source is None:
            return False
        one = located(pair.source.source, bead.source, theirs.start, theirs.stop)
        two = located(pair.translation, bead.target, ours.start, ours.stop)
        links = self.context.links(bead, "ru", "en")
        return any(
            link.source.start == one.start and link.target.start == two.start and link.strength >= _FIRM
            for link in links
        )

    def _since(self, pair: Pair, bead: Bead) -> Iterator[Finding]:
        """What lasts since a year, put into it."""
        if pair.source is None or not _SINCE_YEAR.search(bead_text(bead.source)):
            return
        for ours, theirs in begun(self.context, bead, self.context.links(bead, "ru", "en")):
            span, evidence = pair.translation.span(*ours), pair.source.source.span(*theirs)
            message = f'the original says «{evidence.text}», the translation "{span.text}"'
            yield Finding(TURNED, span, message, Severity.MAJOR, 0.8, evidence, f"since {span.text.split()[-1]}")

    def _only(self, pair: Pair, bead: Bead) -> Iterator[Finding]:
        """Только and лишь without a word of restriction in the translation."""
        lost = cues("limits", "ru").find(bead_text(bead.source), "only")
        if not lost or pair.source is None or cues("limits", "en").any(bead_text(bead.target), "only"):
            return
        evidence = located(pair.source.source, bead.source, lost[0].start, lost[0].stop)
        links = self.context.links(bead, "ru", "en")
        if links and literal(self.context, bead, links, evidence) < _CLOSE:
            return
        tokens = [token for sentence in bead.source for token in self.context.tokens("ru", sentence)]
        if not restricts(tokens, evidence) or excused(bead_text(bead.target)):
            return
        span = counterpart(pair.translation, bead, evidence, links, words=3, least=_LINKED)
        message = f"«{evidence.text}» of the original has no counterpart"
        opens = span.start in {sentence.start for sentence in bead.target} and span.text[:1].isupper()
        advice = f"Only {span.text[:1].lower()}{span.text[1:]}" if opens else f"only {span.text}"
        yield Finding(TURNED, span, message, Severity.MINOR, 0.75, evidence, advice)


def _closest(same: list[Limited], given: Limited) -> list[Limited]:
    """Figures of one value; of several, those of the same unit: two square metres, not remand prison No. 2."""
    exact = [found for found in same if found.unit == given.unit]
    return exact if given.unit and exact else same


def _turned(given: Limited, found: Limited) -> tuple[Cue, Cue | None] | None:
    """A limit turned round: (that of the original, that of the translation)."""
    for label, others in _pairs(given):
        theirs = given.mark("ru", label)
        if label == "floor" and theirs is not None and given.before[theirs.stop :].strip():
            continue  # от пяти до 60
        if theirs is None or (label == "until" and given.near("ru", "since")):
            continue
        # What stands behind a change is of the next figure: to a third by 2035.
        if found.led("en", label) if label in ("to", "by") else found.near("en", label):
            continue
        if label == "upto" and given.near("ru", "least", "above"):
            continue  # как минимум до 50%, более чем до 30 тонн
        nearest = given.mark("ru", "to", "by") if label in ("to", "by") else theirs
        if nearest is None or nearest.label != label:
            continue  # на 5% до 100
        ours = found.mark("en", *others) or _behind(found, others)
        if ours is not None and label in _SHARP and denied(given, "ru", theirs) != denied(found, "en", ours):
            continue
        if label == "by" and ours is not None and no_level(found, ours):
            continue
        if label == "upto" and ours is not None and ours.label == "least" and reached(given):
            continue  # who is to reach a half is to have at least a half
        # A loose answer explains a limit that stands apart from its figure, never one right before it.
        beside = ours is not None and ours.start >= 0 and not found.before[ours.stop :].strip()
        if ours is not None and (beside or not found.near("en", f"{label}_")):
            return theirs, ours
    return None


def _almost(given: Limited, found: Limited) -> tuple[Cue, Cue] | None:
    """ "Below forty" for под сорок, which is nearly that many: (под, the limit of the translation)."""
    value, quantity = given.claims[0].value, given.claims[0].quantity
    if not given.before.lower().endswith(_NEARLY) or value < 2 * _ROUND or value % _ROUND or given.kind == "percent":
        return None
    ours = found.mark("en", "below", "most")
    if ours is None or ours.text.lower() not in _UNDER or _INSTRUMENTAL.match(quantity.text + given.after):
        return None
    start = len(given.before) - len(_NEARLY) + 1
    return Cue(start, start + len("под"), "под", "about"), ours


def _behind(found: Limited, labels: Sequence[str]) -> Cue | None:
    """A limit right after the figure ("at the most"); its start is minus the distance from the figure to its end."""
    for cue in cues("limits", "en").find(found.after, *labels):
        if not found.after[: cue.start].strip(" ,") and cue.text.lower().startswith(("at", "or", "max", "min")):
            return replace(cue, start=-cue.stop, stop=0)
    return None


def _pairs(given: Limited) -> Iterator[tuple[str, Sequence[str]]]:
    yield from OPPOSITE.items()
    if given.kind not in ("date", "year", "time"):
        yield "upto", ("least", "above", "upto_not")
        if not given.after.lower().startswith(" до "):
            yield "floor", ("upto", "most")
    if given.kind in ("date", "year"):
        yield from (("until", ("since",)), ("since", ("until",)))
    elif given.kind != "ordinal" and changing(given):
        yield from (("to", ("by",)), ("by", ("to",)))


def detector(context: Context) -> Limits:
    """The family of limits."""
    return Limits(context)
