"""--fix and --diff: safe corrections (spacing, typography) written into the file, or shown."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cli.writing import emit, say, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Report

WRITABLE = (".txt", ".md", ".html", ".htm", "")
_MARKS = {"utf-8-sig": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


def corrected(report: Report, text: str) -> tuple[str, int]:
    """`text` with the suggestions of fixable findings in place, and how many; overlapping ones are left."""
    done, last = 0, len(text) + 1
    for finding in sorted(report.findings, key=lambda finding: finding.span.start, reverse=True):
        span = finding.span
        if (
            not finding.rule.fixable
            or not finding.suggestion
            or span.stop > last
            or text[span.start : span.stop] != span.text
        ):
            continue
        text = text[: span.start] + finding.suggestion + text[span.stop :]
        done, last = done + 1, span.start
    return text, done


def fix_files(reports: Sequence[Report], *, write_them: bool) -> None:
    """Correct the file of each report, or print the difference."""
    for report in reports:
        path = Path(report.path)
        if report.path == "-" or path.suffix.lower() not in WRITABLE:
            say(f"{report.path}: not written: corrections go into text, Markdown and HTML files only")
            continue
        data, encoding = path.read_bytes(), report.pair.translation.encoding
        mark = next((mark for mark in _MARKS.values() if data.startswith(mark)), b"")
        codec = "utf-8" if encoding == "utf-8-sig" else encoding
        before = data[len(mark) :].decode(codec)
        after, count = corrected(report, before)
        if not count:
            continue
        if write_them:
            write(path, mark + after.encode(codec))
            say(f"{report.path}: {count} corrections written")
        else:
            lines = difflib.unified_diff(before.splitlines(True), after.splitlines(True), report.path, report.path)
            emit("".join(line if line.endswith("\n") else f"{line}\n" for line in lines), None)
