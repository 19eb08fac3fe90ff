"""The check before publication: limits and reports in, a verdict with its reasons out. Pure.

A count of minor findings never blocks by itself: the default gate stands on major and critical.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from checker.errors import SettingsError
from checker.model import Note, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from checker.model import Report

SILENT = ("reject", "known")
VERDICTS = ("accept", "reject", "fixed", "known")


@dataclass(frozen=True, slots=True)
class Policy:
    """What an article must satisfy."""

    fail_on: Severity | None = Severity.MAJOR
    """The least severity that blocks; None: no finding blocks."""
    min_fidelity: float | None = None
    max_penalty: float | None = None
    """MQM penalty per 1,000 words."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an article passes, and why not."""

    passed: bool
    reasons: tuple[str, ...] = ()


def judge(report: Report, policy: Policy) -> Verdict:
    """Hold one report against a policy.

    Raises SettingsError where a fidelity limit is set and nothing was there to score against: that is never a pass.
    """
    reasons = [*_findings(report, policy), *_fidelity(report, policy), *_penalty(report, policy)]
    return Verdict(not reasons, tuple(reasons))


def _findings(report: Report, policy: Policy) -> list[str]:
    if policy.fail_on is None:
        return []
    blocking = [finding for finding in report.findings if finding.severity >= policy.fail_on]
    counts = {
        severity: sum(finding.severity == severity for finding in blocking)
        for severity in sorted(Severity, reverse=True)
    }
    said = ", ".join(f"{count} {severity.label}" for severity, count in counts.items() if count)
    return [f"{said} finding{'s' if len(blocking) > 1 else ''} (fail-on {policy.fail_on.label})"] if blocking else []


def _fidelity(report: Report, policy: Policy) -> list[str]:
    if policy.min_fidelity is None:
        return []
    score = report.score("fidelity")
    if score is None or score.value is None:
        raise SettingsError(
            f"{report.name}: min-fidelity is set, but there is no source or reference to score against; "
            "name one with --source or --reference, or drop the limit"
        )
    low = round(score.value, 2) < policy.min_fidelity
    return [f"fidelity {score.value:.2f} is below {policy.min_fidelity:g}"] if low else []


def _penalty(report: Report, policy: Policy) -> list[str]:
    if policy.max_penalty is None or report.penalty_per_1000_words <= policy.max_penalty:
        return []
    return [f"penalty {report.penalty_per_1000_words:.2f} per 1,000 words is above {policy.max_penalty:g}"]


def accept(
    report: Report, baseline: Mapping[str, tuple[Any, ...]], asked: Callable[[Any], bool] = lambda _: True
) -> Report:
    """The report without what the editor rejected or knows; what came back and what is gone is noted.

    `baseline` maps fingerprints of this article to entries (verdict, comment, ...); `asked` says of an entry whether
    this run would find it if it were there. Of rules that were not asked nothing is known to be gone.
    """
    pairs = list(zip(report.findings, report.fingerprints, strict=True))
    kept = tuple(finding for finding, name in pairs if baseline.get(name, ("", ""))[0] not in SILENT)
    returned = sum(baseline.get(name, ("", ""))[0] == "fixed" for _, name in pairs)
    present = set(report.fingerprints)
    absent = [entry for name, entry in baseline.items() if name not in present and entry[0] != "fixed"]
    stale = sum(asked(entry) for entry in absent)
    notes = []
    if len(kept) < len(pairs):
        notes.append(Note("baseline", f"{len(pairs) - len(kept)} known or rejected findings are silent"))
    if returned:
        notes.append(Note("baseline", f"{returned} findings that were marked fixed have returned"))
    if stale:
        notes.append(
            Note("baseline", f"{stale} baseline entries no longer occur; write the baseline again to drop them")
        )
    verdicts = {name: (baseline[name][0], baseline[name][1]) for name in report.fingerprints if name in baseline}
    return replace(report, findings=kept, notes=(*report.notes, *notes), verdicts=verdicts)
