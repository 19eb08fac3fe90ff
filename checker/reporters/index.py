"""The page of a run: a sortable table of its articles, the worst first, and small plots."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from checker.reporters._rendering import METRICS, render, severities

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model import Report, Severity


@dataclass(frozen=True)
class Index:
    """The page of a run.

    `outcomes` says of an article by name why it does not pass ("" for one that does); a name without a report
    is an article that could not be checked.
    """

    outcomes: Mapping[str, str] = field(default_factory=dict)
    suffix: str = ".html"

    def render(self, reports: Sequence[Report]) -> str:
        """The whole page."""
        findings = [finding for report in reports for finding in report.findings]
        fidelity = [value for report in reports if (value := _value(report, "fidelity")) is not None]
        totals = _Totals(
            len(reports),
            sum(report.words for report in reports),
            Counter(finding.severity for finding in findings),
            Counter((finding.rule.code, finding.rule.name) for finding in findings),
            Counter(min(9, int(value // 10)) for value in fidelity),
        )
        rows = [
            self.row(report) | {"href": f"./{quote(report.name, safe='', errors='replace')}.html"} for report in reports
        ]
        return self.page(rows, totals)

    def page(self, rows: Sequence[Mapping[str, Any]], totals: Any) -> str:
        """The page of a run that may be too long to hold: `rows` (see `row`) of its worst articles, and `totals`.

        `totals` has the figures of `_Totals`. A row without `href` is not linked.
        """
        most = max(totals.rules.values(), default=1)
        listed = [{"href": "", "reason": self.outcomes.get(row["name"], ""), **row} for row in rows]
        checked = {row["name"] for row in listed}
        return render(
            "index",
            rows=sorted(listed, key=lambda row: -row["penalty"]),
            total=totals.articles,
            worst=max((row["penalty"] for row in listed), default=0.0),
            judged=bool(self.outcomes),
            broken=[(name, reason) for name, reason in self.outcomes.items() if name not in checked],
            metrics=[metric for metric in METRICS if any(metric in row["scores"] for row in listed)],
            counts=severities(totals.severities),
            words=totals.words,
            rules=[(code, name, count, 100 * count / most) for (code, name), count in totals.rules.most_common(20)],
            bins=_histogram(totals.fidelity) if totals.articles > 1 else [],
        )

    def row(self, report: Report) -> dict[str, Any]:
        """What the page of a run says of an article."""
        return {
            "name": report.name,
            "words": report.words,
            "penalty": report.penalty_per_1000_words,
            "counts": dict(severities(Counter(finding.severity for finding in report.findings))),
            "scores": {score.metric: score.value for score in report.scores if score.metric in METRICS},
        }


@dataclass(frozen=True)
class _Totals:
    """What the page of a run counts."""

    articles: int
    words: int
    severities: Counter[Severity]
    rules: Counter[tuple[str, str]]
    """Findings by code and name."""
    fidelity: Counter[int]
    """Articles by tenth of fidelity."""


def _value(report: Report, metric: str) -> float | None:
    score = report.score(metric)
    return score.value if score else None


def _histogram(counts: Mapping[int, int]) -> list[tuple[int, int, float]]:
    """Ten bins of 0-100: lower edge, count, height in percent."""
    most = max(counts.values(), default=1)
    return (
        [(10 * place, counts.get(place, 0), 100 * counts.get(place, 0) / most) for place in range(10)] if counts else []
    )


def reporter(context: object, outcomes: Mapping[str, str] | None = None) -> Index:
    """Factory of the entry point."""
    del context
    return Index(outcomes or {})
