"""Everything in a report as JSON: `json` is one document, `jsonl` a line for each finding."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.serial import to_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Report


@dataclass(frozen=True)
class Json:
    """One report as an object; several as ``{"schema": ..., "reports": [...]}``."""

    suffix: str = ".json"

    def render(self, reports: Sequence[Report]) -> str:
        """Keys in a fixed order, so that equal reports are equal bytes."""
        values = [to_json(report) for report in reports]
        whole = values[0] if len(values) == 1 else {"schema": 1, "reports": values}
        return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True)
class Lines:
    """A line for each finding, with the article's name."""

    suffix: str = ".jsonl"

    def render(self, reports: Sequence[Report]) -> str:
        """Findings in the order of the reports."""
        rows = [{"article": report.name, **row} for report in reports for row in to_json(report)["findings"]]
        return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def reporter(context: object) -> Json:
    """Factory of the entry point `json`."""
    del context
    return Json()


def lines(context: object) -> Lines:
    """Factory of the entry point `jsonl`."""
    del context
    return Lines()
