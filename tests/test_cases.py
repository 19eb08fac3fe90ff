"""Every row of tests/cases/FAMILY.tsv: what must flag flags exactly the marked span; what must not stays silent.

Columns: expect (flag, pass), code, translation (the span marked ⟦so⟧), source (optional), suggestion (optional).
``\\n`` in a cell is a line end. A family's options, if any, stand on a line ``# options: {...}``.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from checker import plugins
from checker.testing import context, findings

CASES = Path(__file__).parent / "cases"


def _rows():
    for path in sorted(CASES.glob("*.tsv")):
        lines = [line for line in path.read_text("utf-8").split("\n") if line.strip() and not line.startswith("#")]
        header = lines[0].split("\t")
        for number, line in enumerate(lines[1:], 1):
            cells = [cell.replace("\\n", "\n") for cell in line.split("\t")]
            row = dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
            yield pytest.param(path.stem, row, id=f"{path.stem}-{number}-{row['code']}")


@cache
def _options(family):
    """What stands on the line ``# options:`` of a family's cases."""
    lines = (CASES / f"{family}.tsv").read_text("utf-8").split("\n")
    return json.loads(next((line.partition(":")[2] for line in lines if line.startswith("# options:")), "{}"))


def _unmark(text):
    start = text.find("⟦")
    plain = text.replace("⟦", "").replace("⟧", "")
    return plain, (start, text.find("⟧") - 1) if start >= 0 else None


@pytest.mark.parametrize(("family", "row"), _rows())
def test_case(family, row):
    translation, span = _unmark(row["translation"])
    source, evidence = _unmark(row.get("source", ""))
    kit = row.get("with", "")
    where = context("embedded", "embedded") if "linked" in kit else context()
    order = [int(number) for number in kit.removeprefix("order=").split(",")] if kit.startswith("order=") else ()
    found = [
        finding
        for finding in findings(family, translation, source, where=where, order=order, **_options(family))
        if finding.rule.code == row["code"]
    ]
    if row["expect"] == "pass":
        assert not found, [(finding.span, finding.message) for finding in found]
        return
    spans = [(finding.span.start, finding.span.stop) for finding in found]
    assert span in spans, [(finding.span, finding.message) for finding in found]
    finding = found[spans.index(span)]
    assert translation[finding.span.start : finding.span.stop] == finding.span.text
    if evidence:
        assert finding.source is not None
        assert (finding.source.start, finding.source.stop) == evidence
    if row.get("suggestion"):
        assert row["suggestion"] in finding.suggestion


@pytest.mark.parametrize("family", plugins.names("detectors"))
def test_every_rule_has_three_cases_of_each_kind(family):
    detector = plugins.load("detectors", family, context())
    rows = [parameter.values[1] for parameter in _rows() if parameter.values[0] == family]
    for rule in detector.rules:
        for expect in ("flag", "pass"):
            count = sum(row["code"] == rule.code and row["expect"] == expect for row in rows)
            assert count >= 3, f"{rule.code}: {count} cases that must {expect} in tests/cases/{family}.tsv"
