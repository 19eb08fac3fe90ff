"""What is by a percentage more or less than something, told as that percentage of it: 40 % of the norm."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, located
from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.detectors._bounds import Limited
    from checker.detectors._cues import Cue
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
_ABOVE = re.compile(r"\W*(?:above|below|higher|lower|more|less|fewer|over|under|of)\b", re.IGNORECASE)
"""After a figure that "to" leads to: "to 15 per cent above the norm"."""
_AMOUNT = re.compile(
    r"[ -](?:percent |per cent |percentage |points? |bps |\w+ )?(?:\w+ )?"
    r"(?:drop|fall|decline|decrease|reduction|cut|loss|slide|slump|dip|rise|increase|gain|growth|jump|surge|hike|boost"
    r"|discount|premium|markup|raise|climb|advance|difference|change|shift|swing)s?\b",
    re.IGNORECASE,
)
"""After a figure that is the amount of a change: adding up to a 5.8 percent drop."""
_TOTAL = re.compile(
    r"\b(?:due|thanks|according|owing|compared|equal|equivalent|similar|close|related|add(?:s|ed|ing)? up|amount\w*"
    r"|com(?:es|ing)|came|work(?:s|ed|ing) out|translat\w+) (?:up )?$"
    r"|\b(?:br(?:ing|ings|inging|ought)|tak(?:es?|ing)|took|push\w*|total\w*|cumulative\w*|overall)\b[^.;:!?]{0,40}"
    r"\b(?:gains?|rises?|increases?|growth|drops?|declines?|loss(?:es)?|falls?|cuts?|decreases?|hikes?|reductions?)\b"
    r"[^.;:!?]{0,50}$",
    re.IGNORECASE,
)
"""Before a "to" that leads to the amount of a change: brought the total gain over the summer to 4.2 per cent."""
_BETWEEN = frozenset(
    """the a an about around almost nearly some over under roughly approximately just only us rs usd eur more than less
    well above below exactly up to""".split()  # noqa: SIM905
)
_LEAD = 110
"""Characters before a "to" in which its verb stands."""
_ADVICE = {True: "more than", False: "less than"}


def no_level(found: Limited, to: Cue) -> bool:
    """Whether a "to" before a figure of change does not make a level of it: to fall 3.8 percent, due to a few thousand.

    It does where nothing but small words stand between, and neither side names the amount of a change.
    """
    between = re.findall(r"[a-z]+", found.before[to.stop :].lower())
    if not _BETWEEN.issuperset(between) or _ABOVE.match(found.after) or _AMOUNT.match(found.after):
        return True
    lead = found.lead[: len(found.lead) - len(found.before) + to.start]
    return _TOTAL.search(lead[-_LEAD:]) is not None


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
