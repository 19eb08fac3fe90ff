"""Consistency: one name, one spelling, one date and quotation style, one term through the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors._evidence import Evidence
from checker.detectors.consistency._doublets import doublets
from checker.detectors.consistency._name_forms import CON001, name_variants
from checker.detectors.consistency._styles import CON002, date_styles, quote_styles
from checker.detectors.consistency._terms import CON003, term_variants
from checker.detectors.consistency._varieties import hyphen_variants, spelling_varieties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import Finding, Pair
    from checker.protocols import Context


class Consistency:
    """What differs within one article."""

    rules = (CON001, CON002, CON003)

    def __init__(self, context: Context) -> None:
        self.context = context

    def detect(self, pair: Pair) -> Iterable[Finding]:
        """Findings of the three rules."""
        evidence = Evidence(pair, self.context)
        yield from name_variants(pair, self.context, evidence)
        yield from spelling_varieties(pair, CON002, self.context.variant)
        yield from hyphen_variants(pair, CON002)
        yield from doublets(pair, CON002)
        yield from date_styles(pair)
        yield from quote_styles(pair)
        yield from term_variants(pair, self.context, evidence)


def detector(context: Context) -> Consistency:
    """The family."""
    return Consistency(context)
