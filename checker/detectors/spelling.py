"""Spelling: misspellings with one clear correction."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from checker.detectors._evidence import Evidence
from checker.detectors._lexicon import Lexicon
from checker.detectors._unknown import Unknowns
from checker.model import Category, Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import Pair
    from checker.protocols import Context

SPL001 = Rule(
    "SPL001",
    "misspelling",
    Category.LINGUISTIC,
    Severity.MINOR,
    "A misspelling with one clear correction.",
    "The claims will be heard separatly.",
    "The claims will be heard separately.",
    explanation=(
        "Common misspellings from a list, and unknown words a single slip away from one common word. British and "
        "American spellings are both right; names, the desk's own words and words the article keeps using stay."
    ),
)


class Spelling:
    """Misspellings."""

    rules = (SPL001,)

    def __init__(self, context: Context) -> None:
        self.context = context

    @cached_property
    def _lexicon(self) -> Lexicon:
        return Lexicon(self.context.language("en").zipf)

    def detect(self, pair: Pair) -> Iterable[Finding]:
        """Findings of the rule."""
        if pair.translation.lang not in ("en", ""):
            return
        sentences = [self.context.tokens(pair.translation.lang, sentence) for sentence in pair.sentences]
        unknowns = Unknowns(pair, self.context, self._lexicon, Evidence(pair, self.context))
        for found in unknowns.find(sentences):
            if found.kind == "misspelt":
                message = f'"{found.part}" is a misspelling of "{found.suggestion}".'
                yield Finding(
                    SPL001, found.span, message, SPL001.severity, found.confidence, suggestion=found.suggestion
                )


def detector(context: Context) -> Spelling:
    """The family."""
    return Spelling(context)
