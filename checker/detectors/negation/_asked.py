"""Questions that a particle asks and nothing denies: не было ли конфликта is "whether there was", not "was no"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, located
from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Bead, Pair, Rule

_ASKS = re.compile(
    r"(?<!чуть )(?<!едва )(?<!вряд )(?<![\w-])(?:не\s+(?:[\w-]+\s+){1,3}?|нет\s+)ли(?!\w)(?P<rest>[^.;:!?]*)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"не\s+(?:так|то|та|тот|вс[её]|пора|лучше|проще|слишком|только|хватит|стоит|следует)\s", re.IGNORECASE
)
"""A question that suggests its answer, and may be denied in English as well."""
_DENIED = re.compile(r"(?<!\w)(?:не|ни|нет|без|никто|ничего|никогда|нельзя)(?!\w)", re.IGNORECASE)
_WHETHER = re.compile(
    r"\b(?:whether|(?:check|see|ask|find(?:ing)? out|establish|determin|investigat|wonder|verify)[a-z]{0,3} if)\b"
    r"(?! or not)(?P<said>[^.;:!?\"”]{0,70}?(?:\b(?:not|no|never|nobody|nothing|none)\b|n['’]t\b))"
    r"(?! (?:only|longer|just)\b)",
    re.IGNORECASE,
)


def asked(pair: Pair, bead: Bead, rule: Rule) -> Iterator[Finding]:
    """One finding at most: the denial that a question has become."""
    source = bead_text(bead.source)
    if pair.source is None or " ли" not in source:
        return
    questions = list(_ASKS.finditer(source))
    if len(questions) != 1 or _LEADING.match(questions[0].group()) or _DENIED.search(questions[0]["rest"]):
        return
    found = list(_WHETHER.finditer(bead_text(bead.target)))
    if len(found) != 1 or found[0]["said"].lower().endswith("or not"):
        return
    evidence = located(pair.source.source, bead.source, questions[0].start(), questions[0].start("rest"))
    span = located(pair.translation, bead.target, found[0].start(), found[0].end())
    message = f'«{evidence.text}» asks, "{span.text}" denies'
    advice = "(whether it is so, without the negation)"
    yield Finding(rule, span, message, Severity.CRITICAL, 0.8, evidence, advice)
