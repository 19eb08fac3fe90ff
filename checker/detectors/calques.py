"""Calques (CAL001): Russian phrases rendered word for word where English has its own way of saying it.

Flags "the speech goes about the budget" (речь идёт о бюджете: the point at issue is the budget) and stays silent
where the English is good in another sense and the original holds no such phrase: most rows ask for the
Russian phrase in the sentence's original, and only what is wrong in any English fires without one.
The phrases, each with its reason and example, are the tables checker/data/calques_*.tsv. Of the phrases of
checker/data/set_phrases.tsv and set_terms.tsv the literal English is not listed: word links and vectors tell it.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from checker.detectors._figurative import in_quoted_name
from checker.detectors._literal import literal
from checker.detectors._phrases import Judgement, hits, tables
from checker.detectors._plain_sense import meant_plainly
from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.detectors._phrases import Hit
    from checker.model import Pair, Span
    from checker.protocols import Context

TABLES = (
    "calques_discourse",
    "calques_economy",
    "calques_everyday",
    "calques_idioms",
    "calques_incidents",
    "calques_law",
    "calques_phrases",
    "calques_politics",
    "calques_prepositions",
    "calques_society",
    "calques_verbs",
    "calques_war",
)

IDIOMS = frozenset({"calques_everyday", "calques_idioms"})
"""Tables of phrases whose words may be meant as they stand."""

CALQUE = Rule(
    code="CAL001",
    name="calque",
    category=Category.STYLE,
    severity=Severity.MINOR,
    summary="A phrase of the original is rendered word for word where English says it another way.",
    bad="The speech goes about the new budget.",
    good="The point at issue is the new budget.",
    needs=Needs.BETTER_WITH_SOURCE,
    explanation=__doc__,
)


class Calques:
    """Looks the translation up in the phrase tables."""

    rules = (CALQUE,)

    def __init__(self, context: Context) -> None:
        self.context = context
        self.judgement = Judgement(CALQUE, "calque", with_source=0.9, alone=0.8)

    def detect(self, pair: Pair) -> Iterator[Finding]:
        """Findings sentence by sentence; what a row of the tables says is not said again."""
        if pair.translation.lang != "en":
            return
        told: list[Span] = []
        for found in hits(self.context, pair, tables(TABLES)):
            finding = self.judgement.finding(found, pair)
            if not _plain(found, pair) and not _is_named(finding, pair):
                told.append(finding.span)
                yield finding
        for hit in literal(self.context, pair):
            if not any(hit.target.overlaps(span) for span in told):
                message = f"«{hit.source.text}» is a set phrase ({hit.phrase}) rendered word for word"
                yield Finding(CALQUE, hit.target, message, Severity.MINOR, 0.85, hit.source, hit.suggestion)


def _plain(hit: Hit, pair: Pair) -> bool:
    """Whether the original means an idiom's words as they stand."""
    if pair.source is None or not hit.evidence or hit.row.table not in IDIOMS:
        return False
    lang, sentence = pair.source.source.lang, chain.from_iterable(hit.originals)
    return meant_plainly(lang, hit.evidence, sentence, f"{hit.row.source} {hit.row.reason}")


def _is_named(finding: Finding, pair: Pair) -> bool:
    """Whether the words are part of a name that the original has in quotation marks: the Information Agency Rosbalt."""
    if pair.source is None or finding.source is None or not finding.span.text.istitle():
        return False
    return in_quoted_name(pair.source.source.text, finding.source.start, finding.source.stop)


def detector(context: Context) -> Calques:
    """The family's factory."""
    return Calques(context)
