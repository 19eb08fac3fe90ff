"""What is by a percentage more or less than something, told as that percentage of it: 40 % of the norm."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, located
from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Bead, Pair, Rule

_BY = re.compile(
    r"(?<!\w)на\s+(\d+(?:[.,]\d+)?)\s*(?:%|процент\w*)\s+(?:был[аио]?\s+)?"
    r"(больше|меньше|выше|ниже|дороже|дешевле|длиннее|короче|тяжелее|легче|быстрее|медленнее|превыша\w+|превыси\w+|"
    r"крупнее|мельче|теплее|холоднее)(?!\w)",
    re.IGNORECASE,
)
_MORE = frozenset(["больше", "выше", "дороже", "длиннее", "тяжелее", "быстрее", "крупнее", "теплее"])
_OF = (
    r"(?<![\d.,])%s\s?(?:%%|per ?cent)\s+of\s+(?:the |an? |its |their |his |her )?"
    r"(?:\w+['’]s\b|norm\w*|average|usual|plan\w*|target|level|previous|last|that|normal"
    r"|\w+ (?:norm|average|level|target|price)\b)"
)
_ADVICE = {True: "more than", False: "less than"}


def shares(pair: Pair, bead: Bead, rule: Rule) -> Iterator[Finding]:
    """Findings of a bead: "12% of last year's" for на 12 % ниже прошлогоднего."""
    source = bead_text(bead.source)
    if pair.source is None or "на " not in source:
        return
    target = bead_text(bead.target)
    for match in _BY.finditer(source):
        figure = match[1].replace(",", ".")
        found = re.search(_OF % re.escape(figure), target, re.IGNORECASE)
        if found is None or float(figure) >= 100:
            continue
        of = re.search(r"\bof\b", found.group(), re.IGNORECASE)
        stop = found.start() + (of.end() if of else 0)
        span = located(pair.translation, bead.target, found.start(), stop)
        evidence = located(pair.source.source, bead.source, match.start(), match.end())
        message = f'«{evidence.text}» is a difference; "{span.text}" is a share'
        more = match[2].lower() in _MORE or match[2].lower().startswith("превы")
        advice = f"{figure}% {_ADVICE[more]}"
        yield Finding(rule, span, message, Severity.MAJOR, 0.85, evidence, advice)
        return
