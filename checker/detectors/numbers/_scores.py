"""Results of matches: 2-2 for 1:2, where each of the figures stands somewhere in the original."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, located
from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Bead, Pair, Rule

_THEIRS = re.compile(r"(?<![\d:.,])(\d{1,3}):(\d{1,3})(?![\d:]|[.,]\d)")
_OURS = re.compile(r"(?<![\d:.,$-])(\d{1,3})[-–:](\d{1,3})(?![\d:%-]|[.,]\d| ?[ap]\.?m)")
_MATCH = re.compile(
    r"(?i)\b(?:сч[её]т\w*|победи\w*|победа|победой|победу|выигра\w*|проигра\w*|уступи\w*|обыгра\w*|разгром\w*|матч\w*|ничь\w*|вничью|"
    r"тайм\w*|финал\w*|гол\w*|серии|сет\w*|одоле\w*|всухую)\b"
)
_CLOCK = re.compile(r"(?i)\b(?:в|во|до|к|с|около|на) $")


def wrong_scores(pair: Pair, bead: Bead, rule: Rule) -> Iterator[Finding]:
    """The one result of a bead that is another, where both sides have as many."""
    if pair.source is None:
        return
    source, target = bead_text(bead.source), bead_text(bead.target)
    if ":" not in source or not _MATCH.search(source):
        return
    theirs = [found for found in _THEIRS.finditer(source) if not _CLOCK.search(source[: found.start()])]
    ours = list(_OURS.finditer(target))
    if not theirs or len(theirs) != len(ours):
        return
    lost = _without(theirs, ours)
    wrong = _without(ours, theirs)
    if len(lost) != 1 or len(wrong) != 1:
        return
    span = located(pair.translation, bead.target, *wrong[0].span())
    evidence = located(pair.source.source, bead.source, *lost[0].span())
    right = "-".join(sorted(lost[0].groups(), key=int, reverse=True))  # English has the winner's first
    message = f'the original says «{evidence.text}», the translation "{span.text}"'
    yield Finding(rule, span, message, Severity.MAJOR, 0.9, evidence, right)


def _without(these: list[re.Match[str]], those: list[re.Match[str]]) -> list[re.Match[str]]:
    """Results that the other side has not, whichever way round they are written."""
    known = [sorted(one.groups()) for one in those]
    return [one for one in these if sorted(one.groups()) not in known]
