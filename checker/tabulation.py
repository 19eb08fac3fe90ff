"""From result rows to the tables of a run: summary.csv, segments.csv, findings.csv, and figures for its page.

Every part is tabulated by itself, so that several processes can share the work and no length fills the memory;
then the pieces are joined in order.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from checker import plugins, tables
from checker.batch import RESULT
from checker.desk import Desk
from checker.errors import CheckerError
from checker.parts import SIZE, Parts, unwritable
from checker.serial import from_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.config import Config
    from checker.model import Report, Severity

KINDS = ("summary", "segments", "findings")
WORST = 500
"""Articles that the page of a run lists: the worst ones; summary.csv has them all."""
REASONS = 20
"""Articles of a part whose reasons are said on standard error."""


@dataclass
class Figures:
    """What is counted over a run; figures of parts add up."""

    articles: int = 0
    errors: int = 0
    refused: int = 0
    """Articles that did not pass the gate."""
    words: int = 0
    exit_code: int = 0
    rules: Counter[tuple[str, str]] = field(default_factory=Counter)
    fidelity: Counter[int] = field(default_factory=Counter)
    """Articles by tenth of fidelity."""
    worst: list[tuple[float, int, dict[str, Any]]] = field(default_factory=list)
    """(badness, place in the manifest, what the page says of it), the worst first."""
    broken: list[tuple[str, str]] = field(default_factory=list)
    """Name and error of articles that could not be checked, the first ones."""
    severities: Counter[Severity] = field(default_factory=Counter)
    reasons: list[str] = field(default_factory=list)

    def __iadd__(self, other: Figures) -> Figures:
        self.articles += other.articles
        self.errors += other.errors
        self.refused += other.refused
        self.words += other.words
        self.exit_code = max(self.exit_code, other.exit_code)
        self.rules += other.rules
        self.fidelity += other.fidelity
        self.worst = sorted([*self.worst, *other.worst], key=lambda item: (-item[0], item[1]))[:WORST]
        self.severities += other.severities
        self.broken += other.broken[: max(0, WORST - len(self.broken))]
        self.reasons += other.reasons[: max(0, REASONS - len(self.reasons))]
        return self


class Tabulator:
    """Makes the tables of one part; built once a worker."""

    def __init__(self, folder: str, config: Config) -> None:
        self.folder, self.config = Path(folder), config
        self._desk, self._index = Desk(), plugins.load("reporters", "index", None)

    def __call__(self, row: Mapping[str, Any]) -> Mapping[str, Any]:
        """Write the tables of part ``row["part"]`` beside it; its figures."""
        number = int(row["part"])
        figures, found = Figures(), _Tables()
        for place, values in enumerate(Parts(self.folder).read(number)):
            self._article(values, number * SIZE + place, found, figures)
        for kind, data in found.rendered().items():
            _write(piece(self.folder, kind, number), data)
        return {"part": number, "figures": figures}

    def _article(self, values: Mapping[str, Any], place: int, found: _Tables, figures: Figures) -> None:
        figures.articles += 1
        name, error, code = values["name"], values["error"], values["exit_code"]
        try:
            if error:
                raise _Said(error, code)
            report = from_json(json.loads(values["report"]), name)
            outcome = self._desk.judged(self.config, report)
        except CheckerError as raised:
            figures.errors += 1
            figures.exit_code = max(figures.exit_code, getattr(raised, "code", raised.exit_code))
            figures.reasons.append(str(raised))
            found.add(tables.error_row(name, str(raised)), values, None)
            figures.broken.append((name, str(raised)))
            return
        assert outcome.report is not None  # noqa: S101 -- judged() gives both
        assert outcome.verdict is not None  # noqa: S101
        report, verdict = outcome.report, outcome.verdict
        found.add(tables.summary_row(report, verdict.passed, "; ".join(verdict.reasons)), values, report)
        _count(report, place, verdict.reasons, figures, self._index)
        if not verdict.passed:
            figures.refused += 1
            figures.exit_code = max(figures.exit_code, 1)
            figures.reasons += [f"{name}: {reason}" for reason in verdict.reasons]


class _Said(CheckerError):
    """An error that was said when the article was checked."""

    def __init__(self, text: str, code: int) -> None:
        super().__init__(text)
        self.code = code


@dataclass
class _Tables:
    summary: list[dict[str, Any]] = field(default_factory=list)
    segments: list[pd.DataFrame] = field(default_factory=list)
    findings: list[pd.DataFrame] = field(default_factory=list)

    def add(self, row: Mapping[str, Any], values: Mapping[str, Any], report: Report | None) -> None:
        carried = {_carried(column): value for column, value in values.items() if column not in RESULT}
        self.summary.append({**row, **carried})
        if report is not None:
            self.segments.append(tables.segments(report))
            self.findings.append(tables.findings(report))

    def rendered(self) -> dict[str, bytes]:
        """The three tables as CSV without a mark of order or a header."""
        summary = tables.summary(self.summary)
        for column in dict.fromkeys(column for row in self.summary for column in row):
            if column not in tables.SUMMARY:
                summary[column] = [row.get(column) for row in self.summary]
        return {
            "summary": tables.to_csv(summary),
            "segments": tables.to_csv(_joined(self.segments, tables.SEGMENTS)),
            "findings": tables.to_csv(_joined(self.findings, tables.FINDINGS)),
        }


def _joined(frames: Sequence[pd.DataFrame], columns: Sequence[str]) -> pd.DataFrame:
    full = [frame for frame in frames if len(frame)]
    return pd.concat(full, ignore_index=True) if full else pd.DataFrame(columns=list(columns), dtype=object)


def _carried(column: str) -> str:
    """A manifest's column that has the name of one of ours is told from it."""
    return f"manifest_{column}" if column in tables.SUMMARY else column


def _count(report: Report, place: int, reasons: Sequence[str], figures: Figures, index: Any) -> None:
    figures.words += report.words
    figures.severities.update(finding.severity for finding in report.findings)
    figures.rules.update((finding.rule.code, finding.rule.name) for finding in report.findings)
    fidelity = report.score("fidelity")
    if fidelity is not None and fidelity.value is not None:
        figures.fidelity[min(9, int(fidelity.value // 10))] += 1
    row = index.row(report) | {"reason": "; ".join(reasons)}
    figures.worst.append((report.penalty_per_1000_words, place, row))


def piece(folder: Path, kind: str, number: int) -> Path:
    """Where one part's piece of a table lies until the pieces are joined."""
    return folder / ".tables" / f"{kind}-{number:06}.csv"


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise unwritable(path, error) from error


def join(folder: Path, parts: int) -> None:
    """Put the pieces of each table together in order, under one header, whole or not at all."""
    for kind in KINDS:
        temporary = folder / f".{kind}.csv"
        try:
            with temporary.open("wb") as whole:
                for number in range(parts):
                    with piece(folder, kind, number).open("rb") as part:
                        header = part.readline()
                        if number == 0:
                            whole.write(header)
                        shutil.copyfileobj(part, whole)
                whole.flush()
                os.fsync(whole.fileno())
            temporary.replace(folder / f"{kind}.csv")
        except OSError as error:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise unwritable(folder / f"{kind}.csv", error) from error
    shutil.rmtree(folder / ".tables", ignore_errors=True)


def total(figures: Iterable[Figures]) -> Figures:
    """The sum."""
    whole = Figures()
    for part in figures:
        whole += part
    return whole
