"""Reports as pandas frames and CSV files: the one place that knows the columns.

CSV is UTF-8 with a byte-order mark (Excel shows Cyrillic), ``\\n`` line ends, two decimals, what does
not apply empty. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from checker.errors import InputError, MissingExtra
from checker.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from checker.model import Bead, Report

SCORES = ("similarity", "adequacy", "fluency", "fidelity", "bleu", "chrf", "ter")
SEGMENTS = (
    *("article", "bead", "kind", "source", "translation", "reference", "source_start", "source_end"),
    *("translation_start", "translation_end", "confidence", *SCORES, "findings", "penalty"),
)
FINDINGS = (
    *("article", "fingerprint", "code", "rule", "category", "severity", "confidence", "line", "column", "start", "end"),
    *("excerpt", "bead", "source_start", "source_end", "source_excerpt", "message", "suggestion", "verdict", "comment"),
)
SUMMARY = (
    *("article", "source_lang", "target_lang", "words", "segments", "omitted", "added", "moved"),
    *("fidelity", "adequacy", "fluency", "similarity", "bleu", "chrf", "ter"),
    *("penalty_per_1000_words", "critical", "major", "minor", "passed", "reason", "error"),
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_INTEGERS = {
    *("bead", "source_start", "source_end", "translation_start", "translation_end", "penalty", "line", "column"),
    *("start", "end", "words", "segments", "omitted", "added", "moved", "critical", "major", "minor"),
}
_DECIMALS = {*SCORES, "confidence", "penalty_per_1000_words"}


def _frame(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows), columns=list(columns), dtype=object)
    for column in columns:
        if column in _INTEGERS:
            frame[column] = frame[column].astype("Int64")
        elif column in _DECIMALS:
            frame[column] = frame[column].astype("Float64").round(2)
    return frame


def _hull(spans: Sequence[Span]) -> tuple[int | None, int | None]:
    return (spans[0].start, spans[-1].stop) if spans else (None, None)


def _joined(spans: Sequence[Span]) -> str:
    return " ".join(span.text for span in spans)


def _kind(bead: Bead, aligned: bool) -> str:
    return bead.kind if aligned else ""


def segments(report: Report) -> pd.DataFrame:
    """A row for each bead."""
    beads = report.pair.beads
    codes: dict[int, list[str]] = {}
    weight: dict[int, int] = {}
    for finding, index in zip(report.findings, report.beads_of_findings, strict=True):
        if index is not None:
            codes.setdefault(index, []).append(finding.rule.code)
            weight[index] = weight.get(index, 0) + int(finding.severity)
    references = report.pair.reference_texts
    only_reference = report.pair.source is None and report.pair.reference is not None
    aligned = report.pair.source is not None or only_reference
    rows = []
    for index, bead in enumerate(beads):
        source_start, source_end = (None, None) if only_reference else _hull(bead.source)
        start, end = _hull(bead.target)
        rows.append(
            {
                "article": report.name,
                "bead": index + 1,
                "kind": _kind(bead, aligned),
                "source": "" if only_reference else _joined(bead.source),
                "translation": _joined(bead.target),
                "reference": references[index],
                "source_start": source_start,
                "source_end": source_end,
                "translation_start": start,
                "translation_end": end,
                "confidence": bead.confidence if aligned else None,
                "findings": " ".join(codes.get(index, [])),
                "penalty": weight.get(index, 0),
            }
            | {metric: _of_bead(report, metric, index) for metric in SCORES}
        )
    return _frame(rows, SEGMENTS)


def _of_bead(report: Report, metric: str, index: int) -> float | None:
    score = report.score(metric)
    return score.per_bead[index] if score is not None else None


def findings(report: Report) -> pd.DataFrame:
    """A row for each finding."""
    rows = []
    for finding, name, bead in zip(report.findings, report.fingerprints, report.beads_of_findings, strict=True):
        line, column = report.pair.translation.position(finding.span.start)
        verdict, comment = report.verdicts.get(name, ("", ""))
        rows.append(
            {
                "article": report.name,
                "fingerprint": name,
                "code": finding.rule.code,
                "rule": finding.rule.name,
                "category": finding.rule.category.value,
                "severity": finding.severity.label,
                "confidence": finding.confidence,
                "line": line,
                "column": column,
                "start": finding.span.start,
                "end": finding.span.stop,
                "excerpt": finding.span.text,
                "bead": None if bead is None else bead + 1,
                "source_start": finding.source.start if finding.source else None,
                "source_end": finding.source.stop if finding.source else None,
                "source_excerpt": finding.source.text if finding.source else "",
                "message": finding.message,
                "suggestion": finding.suggestion,
                "verdict": verdict,
                "comment": comment,
            }
        )
    return _frame(rows, FINDINGS)


def findings_header() -> pd.DataFrame:
    """The findings table without a row."""
    return _frame([], FINDINGS)


def segments_header() -> pd.DataFrame:
    """The segments table without a row."""
    return _frame([], SEGMENTS)


def summary_row(report: Report, passed: bool, reason: str) -> dict[str, Any]:
    """What summary.csv says of an article."""
    pair = report.pair
    kinds = [bead.kind for bead in pair.beads] if pair.compared else []
    counts = {severity: sum(finding.severity == severity for finding in report.findings) for severity in Severity}
    values = {metric: (score.value if (score := report.score(metric)) else None) for metric in SCORES}
    return {
        "article": report.name,
        "source_lang": pair.source.source.lang if pair.source else "",
        "target_lang": pair.translation.lang,
        "words": report.words,
        "segments": len(pair.beads),
        "omitted": kinds.count("omitted") if kinds else None,
        "added": kinds.count("added") if kinds else None,
        "moved": kinds.count("moved") if kinds else None,
        "penalty_per_1000_words": report.penalty_per_1000_words,
        "critical": counts[Severity.CRITICAL],
        "major": counts[Severity.MAJOR],
        "minor": counts[Severity.MINOR],
        "passed": "true" if passed else "false",
        "reason": reason,
        "error": "",
        **values,
    }


def error_row(name: str, error: str) -> dict[str, Any]:
    """What summary.csv says of an article that could not be checked."""
    return {"article": name, "passed": "false", "error": error}


def summary(rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
    """A row for each article of a run, in the order given."""
    return _frame(rows, SUMMARY)


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _writable(cell: object) -> object:
    """A lone surrogate is no character: no encoding can write it."""
    return _SURROGATES.sub("\ufffd", cell) if isinstance(cell, str) else cell


def _unsafe(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _safe(cell[1:]) != cell[1:] else cell


def to_csv(frame: pd.DataFrame) -> bytes:
    """The frame as report CSV."""
    safe = frame.copy()
    for column in safe.columns:
        if column not in _INTEGERS and column not in _DECIMALS:
            safe[column] = safe[column].map(_writable).map(_safe)
    text = safe.to_csv(index=False, lineterminator="\n", float_format="%.2f")
    return text.encode("utf-8-sig")


def _csv(path: Path) -> tuple[Sequence[str], Iterable[Mapping[str, str]]]:
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror})", "write one with checker baseline") from error
    except UnicodeDecodeError as error:
        raise InputError(str(path), "is not UTF-8", "save it as CSV UTF-8") from error
    delimiter = ";" if ";" in text.partition("\n")[0] else ","
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    return table.fieldnames or (), table


def _workbook(path: Path) -> tuple[Sequence[str], Iterable[Mapping[str, str]]]:
    """The sheet "findings" of a workbook, or its first one."""
    try:
        from openpyxl import load_workbook
    except ModuleNotFoundError as error:
        raise MissingExtra(f"a baseline in {path.name}", "xlsx") from error
    try:
        book = load_workbook(path, read_only=True, data_only=True)
        sheet = book["findings"] if "findings" in book.sheetnames else book.worksheets[0]
        cells = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror})", "check the path") from error
    except (ValueError, KeyError, IndexError, zipfile.BadZipFile) as error:
        raise InputError(str(path), f"is no workbook ({error})", "save it as XLSX or as CSV UTF-8") from error
    header = cells[0] if cells else []
    return header, [dict(zip(header, row, strict=False)) for row in cells[1:]]


class Entry(NamedTuple):
    """A row of a baseline."""

    verdict: str
    comment: str
    code: str = ""
    """Of the rule; "" where the table does not say."""
    confidence: float = 1.0


def read_baseline(path: Path, verdicts: Sequence[str]) -> dict[str, dict[str, Entry]]:
    """By article: fingerprint to its entry.

    Raises InputError where the file is no findings table or holds an unknown verdict.
    """
    columns, rows = _workbook(path) if path.suffix.lower() == ".xlsx" else _csv(path)
    missing = {"article", "fingerprint", "verdict"} - set(columns)
    if missing:
        raise InputError(str(path), f"has no column {', '.join(sorted(missing))}", "a findings.csv is needed")
    known: dict[str, dict[str, Entry]] = {}
    for number, row in enumerate(rows, 2):
        verdict = (row["verdict"] or "").strip().lower()
        if verdict and verdict not in verdicts:
            raise InputError(
                f"{path}:{number}", f'unknown verdict "{verdict}"', f"use {', '.join(verdicts)} or leave it empty"
            )
        comment = _unsafe(row.get("comment") or "").strip()
        code = (row.get("code") or "").strip()
        entry = Entry(verdict, comment, code, _confidence(row.get("confidence")))
        known.setdefault(_unsafe(row["article"]), {})[row["fingerprint"]] = entry
    return known


def _confidence(cell: str | None) -> float:
    """A decimal comma is a spreadsheet's; what is no number says nothing."""
    try:
        return float((cell or "1").replace(",", "."))
    except ValueError:
        return 1.0
