"""Which findings are reported: selected codes, preview, confidence, who silences whom, [sic]."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from checker import data
from checker.errors import SettingsError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.model import Document, Finding, Rule, Span

_SIC = re.compile(r"\s{0,3}[\[(]sic[\])]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Selection:
    """--select, --ignore, --preview and --min-confidence. Prefixes of codes; the longest wins."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    min_confidence: float = 0.0

    def reports(self, rule: Rule) -> bool:
        """Whether a rule is on. A preview rule needs --preview, or to be selected by its whole code."""
        if rule.preview and not self.preview and rule.code not in self.select:
            return False
        chosen = max((len(prefix) for prefix in self.select if rule.code.startswith(prefix)), default=-1)
        refused = max((len(prefix) for prefix in self.ignore if rule.code.startswith(prefix)), default=-1)
        if not self.select:
            chosen = 0
        return chosen >= 0 and chosen > refused

    def keeps(self, finding: Finding) -> bool:
        """Whether a finding of a reported rule is sure enough."""
        return finding.confidence >= self.min_confidence

    def check(self, rules: Iterable[Rule]) -> None:
        """Raise SettingsError for a prefix that no rule has."""
        codes = [rule.code for rule in rules]
        for prefix in (*self.select, *self.ignore):
            if not any(code.startswith(prefix) for code in codes):
                raise SettingsError(f'no rule begins with "{prefix}"{nearest(prefix, codes)}')


def _silencers() -> dict[str, tuple[tuple[str, str], ...]]:
    """By silencing code: (prefix of the silenced code, "sentence" or "overlap")."""
    table: dict[str, list[tuple[str, str]]] = {}
    for row in data.rows("silencing"):
        for prefix in row["silences"].split():
            table.setdefault(row["code"], []).append((prefix, row["scope"]))
    return {code: tuple(silenced) for code, silenced in table.items()}


class _Loud:
    """The findings that may silence others, by code and sentence: each finding is held against few of them."""

    def __init__(self, findings: Sequence[Finding], sentences: Sequence[Span]) -> None:
        self._starts = [sentence.start for sentence in sentences]
        self._table = _silencers()
        self._by: dict[str, tuple[tuple[str, str], ...]] = {}
        self._at: dict[tuple[str, int], list[Finding]] = {}
        for finding in findings:
            if finding.rule.code in self._table:
                for sentence in self._sentences(finding.span):
                    self._at.setdefault((finding.rule.code, sentence), []).append(finding)

    def _sentence(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1

    def _sentences(self, span: Span) -> range:
        return range(self._sentence(span.start), self._sentence(span.stop) + 1)

    def _silencing(self, code: str) -> tuple[tuple[str, str], ...]:
        """(code, scope) of what silences a code."""
        if code not in self._by:
            self._by[code] = tuple(
                (other, scope)
                for other, silenced in self._table.items()
                for prefix, scope in silenced
                if other != code and code.startswith(prefix)
            )
        return self._by[code]

    def silences(self, finding: Finding) -> bool:
        """Whether another finding explains this one."""
        span = finding.span
        for code, scope in self._silencing(finding.rule.code):
            if scope == "sentence":
                here = self._sentence(span.start)
                if any(self._sentence(other.span.start) == here for other in self._at.get((code, here), ())):
                    return True
            elif any(
                span.overlaps(other.span)
                for sentence in self._sentences(span)
                for other in self._at.get((code, sentence), ())
            ):
                return True
        return False


def silence(findings: Sequence[Finding], sentences: Sequence[Span], text: str) -> tuple[Finding, ...]:
    """Drop what another finding explains, what is marked [sic], and doubles; sort by place, then code."""
    loud = _Loud(findings, sentences)
    kept = [finding for finding in findings if not _SIC.match(text, finding.span.stop) and not loud.silences(finding)]
    best: dict[tuple[int, int, str], Finding] = {}
    for finding in kept:
        key = (finding.span.start, finding.span.stop, finding.rule.code)
        if key not in best or finding.confidence > best[key].confidence:
            best[key] = finding
    return tuple(best[key] for key in sorted(best))


def number(findings: Sequence[Finding], document: Document) -> tuple[Finding, ...]:
    """Say of each finding which of its like it is (from 1), before anything is left out."""
    seen: dict[tuple[str, str, str], int] = {}
    numbered = []
    for finding in findings:
        key = (finding.rule.code, finding.span.text, document.around(finding.span))
        seen[key] = seen.get(key, 0) + 1
        numbered.append(replace(finding, occurrence=seen[key]))
    return tuple(numbered)
