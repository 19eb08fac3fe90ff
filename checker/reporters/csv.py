"""The findings of a run as one CSV table, as findings.csv."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Report


@dataclass(frozen=True)
class Csv:
    """Findings of all reports, one header."""

    suffix: str = ".csv"

    def render(self, reports: Sequence[Report]) -> bytes:
        """UTF-8 with a byte-order mark."""
        import pandas as pd

        from checker import tables

        frames = [tables.findings(report) for report in reports if report.findings]
        frame = pd.concat(frames, ignore_index=True) if frames else tables.findings_header()
        return tables.to_csv(frame)


def reporter(context: object) -> Csv:
    """Factory of the entry point."""
    del context
    return Csv()
