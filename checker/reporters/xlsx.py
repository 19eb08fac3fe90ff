"""A workbook for a desk: the findings, the segments and a line an article, findings coloured by severity.

Columns are those of findings.csv, segments.csv and summary.csv (less what only a gate knows). Every text is
a text: no cell is a formula, nothing turns into a date. Equal reports are equal bytes. Needs the extra `xlsx`.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

# At the top, so that the door can name the extra where the package is missing.
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from checker.model import Report

COLOURS = {"critical": "FFC9D0", "major": "FFDFCC", "minor": "FFF3C4", "neutral": "DCECF6"}
"""Fills of the severity cells, light enough for black text."""
_LONGEST = 32_767
"""Characters that a cell can hold; Excel calls a file with longer ones damaged."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_EPOCH = datetime(2000, 1, 1)
_WIDE = {
    "excerpt": 34,
    "source_excerpt": 34,
    "message": 60,
    "suggestion": 30,
    "comment": 40,
    "rule": 24,
    "category": 22,
}
_WIDE |= {"source": 60, "translation": 60, "reference": 60, "article": 24, "fingerprint": 19}
_OF_THE_GATE = ["passed", "reason", "error"]


@dataclass(frozen=True)
class Xlsx:
    """All reports of a run in one workbook."""

    suffix: str = ".xlsx"

    def render(self, reports: Sequence[Report]) -> bytes:
        """The workbook."""
        from checker import tables

        book = Workbook()
        book.properties.created = book.properties.modified = _EPOCH
        first = book.active
        if first is not None:
            book.remove(first)
        found = _joined([tables.findings(report) for report in reports], tables.findings_header())
        segments = _joined([tables.segments(report) for report in reports], tables.segments_header())
        summary = tables.summary([tables.summary_row(report, True, "") for report in reports])
        _verdicts(_sheet(book, "findings", found))
        _sheet(book, "segments", segments)
        _sheet(book, "summary", summary.drop(columns=_OF_THE_GATE))
        return _bytes(book)


def _joined(frames: Sequence[pd.DataFrame], header: pd.DataFrame) -> pd.DataFrame:
    import pandas as pd

    filled = [frame for frame in frames if len(frame)]
    return pd.concat(filled, ignore_index=True) if filled else header


def _sheet(book: Workbook, title: str, frame: pd.DataFrame) -> Worksheet:
    sheet: Worksheet = book.create_sheet(title)
    columns = list(frame.columns)
    for number, name in enumerate(columns, 1):
        sheet.cell(1, number, name).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = _WIDE.get(name, 12)
    for row, values in enumerate(frame.to_dict("records"), 2):
        for number, name in enumerate(columns, 1):
            _fill(sheet.cell(row, number), name, values)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    return sheet


def _fill(cell: Cell | MergedCell, name: str, values: Mapping[Any, Any]) -> None:
    import pandas as pd

    value = values[name]
    if isinstance(value, str):
        cell.value = _UNWRITABLE.sub("\ufffd", value)[:_LONGEST]
        cell.data_type = "s"  # else "=..." is a formula
        cell.alignment = Alignment(vertical="top", wrap_text=name in _WIDE)
    elif not pd.isna(value):
        cell.value = value
        cell.alignment = Alignment(vertical="top")
        cell.number_format = "0.00" if isinstance(value, float) else "0"
    if name == "severity" and value in COLOURS:
        cell.fill = PatternFill("solid", fgColor=COLOURS[value])


def _verdicts(sheet: Worksheet) -> None:
    """A list to choose from in the column of the editor's verdict."""
    from checker.tables import FINDINGS

    column = get_column_letter(FINDINGS.index("verdict") + 1)
    choice = DataValidation(type="list", formula1='"accept,reject,fixed,known"', allow_blank=True)
    choice.add(f"{column}2:{column}{max(2, sheet.max_row)}")
    sheet.add_data_validation(choice)


def _bytes(book: Workbook) -> bytes:
    """The file, with the clock taken out of the archive."""
    made, steady = io.BytesIO(), io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(steady, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", content)
            new.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return steady.getvalue()


def reporter(context: object) -> Xlsx:
    """Factory of the entry point."""
    del context
    return Xlsx()
