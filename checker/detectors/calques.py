"""Calques (CAL001): Russian phrases rendered word for word where English has its own way of saying it.

Flags "the speech goes about the budget" (речь идёт о бюджете: the point at issue is the budget) and stays silent
where the English is good in another sense and the original holds no such phrase: most rows ask for the
Russian phrase in the sentence's original, and only what is wrong in any English fires without one.
The phrases, each with its reason and example, are the tables checker/data/calques_*.tsv.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors._phrases import Judgement, findings, tables
from checker.model import Category, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import Finding, Pair
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

    def detect(self, pair: Pair) -> Iterable[Finding]:
        """Findings sentence by sentence."""
        if pair.translation.lang != "en":
            return ()
        return findings(self.context, pair, tables(TABLES), self.judgement)


def detector(context: Context) -> Calques:
    """The family's factory."""
    return Calques(context)
