"""A narrator who interrupts a speaker and stands within the quotation marks: "I agree, he said, but not today."

The original sets him between dashes («Согласен, — сказал он, — но не сегодня»); English has to close the quotation
before him and to open it again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._speech import quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.detectors._speech import Quoted
    from checker.model import Span

_INTERRUPTED = re.compile(r"[,.!?…]\s?[—–-]\s(?P<told>[а-яё][^«»“”\"—–]{3,90}),?\.?\s[—–-]\s")
"""The narrator between two dashes."""
_VERB = (
    r"(?:said|says|told|tells|added|adds|explained|explains|recalled|recalls|admitted|admits|asked|asks|replied|replies"
    r"|answered|answers|noted|notes|continued|continues|complained|complains|insisted|insists|joked|jokes|sighed|sighs"
    r"|assured|assures|remembered|remembers|objected|objects|warned|warns|shrugged|shrugs|laughed|laughs|confessed"
    r"|confesses|stressed|stresses|argued|argues|wondered|wonders|repeated|repeats|remarked|remarks|reasoned|reasons"
    r"|marvelled|smiled|smiles|promised|promises|believes|believed|thinks|thought|clarified|clarifies|concluded)"
)
_NAME = r"(?:he|she|they|the [a-z]{3,20}|[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){0,2})"
_TELLER = re.compile(rf"(?P<mark>[,.!?]) (?P<told>{_NAME} {_VERB}|{_VERB} {_NAME})\b[^,.!?]{{0,60}}[,.] (?=[A-Za-z])")


def interrupting(source: Sequence[Span], target: Sequence[Span]) -> tuple[Quoted, int, int] | None:
    """The quotation of a translation that has the narrator inside, and where in it he begins and ends."""
    if not any("«" in span.text and _INTERRUPTED.search(span.text) for span in source):
        return None
    for ours in quoted(target, "en"):
        found = _TELLER.search(ours.text)
        if found is not None and found.start() > 0:
            return ours, found.start("told"), found.end()
    return None
