"""Every rendering of one report made by hand, against a golden file; and what each format promises."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from importlib.resources import files

import pytest

from checker import plugins, tables
from checker.errors import InputError
from checker.gate import VERDICTS
from checker.serial import from_json, to_json
from tests.sample import report

FORMATS = {
    "full": "full.txt",
    "concise": "concise.txt",
    "json": "report.json",
    "jsonl": "findings.jsonl",
    "csv": "findings.csv",
    "html": "page.html",
    "index": "index.html",
    "markdown": "comment.md",
    "github": "github.txt",
    "sarif": "report.sarif",
    "junit": "junit.xml",
    "rdjson": "rdjson.json",
}
ALL = (*FORMATS, "xlsx")


@pytest.mark.parametrize(("name", "file"), FORMATS.items())
def test_golden(name, file, golden):
    golden(file, plugins.load("reporters", name, None).render([report()]))


@pytest.mark.parametrize("name", ALL)
def test_a_run_without_articles_or_findings_renders(name):
    reporter = plugins.load("reporters", name, None)
    assert reporter.render([replace(report(), findings=(), scores=())]) is not None
    if name not in ("json", "html"):
        assert reporter.render([]) is not None


def test_a_report_survives_json():
    made = replace(report(), path="article.en.txt", source_path="")
    text = json.dumps(to_json(made))
    again = from_json(json.loads(text), "x")
    assert to_json(again) == to_json(made)
    assert again.findings == made.findings
    assert again.pair.sentences == made.pair.sentences


@pytest.mark.parametrize("values", [{}, [], {"schema": 99}, {"schema": 1, "documents": {}}, "x"])
def test_a_damaged_report_is_refused(values):
    with pytest.raises(InputError):
        from_json(values, "x.json")


def test_json_holds_no_path():
    assert "news/" not in json.dumps(to_json(report()))


def test_columns_are_those_of_the_contract():
    made = report()
    assert tuple(tables.segments(made).columns) == tables.SEGMENTS
    assert tuple(tables.findings(made).columns) == tables.FINDINGS
    row = tables.summary_row(made, False, "why")
    assert set(row) == set(tables.SUMMARY)


def test_csv_is_made_for_spreadsheets():
    text = tables.to_csv(tables.segments(report())).decode("utf-8")
    assert text.startswith("\ufeffarticle,bead,kind")
    assert "\r" not in text
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows[0]["translation"] == "'=Headline, with <b>"
    assert rows[0]["similarity"] == "81.23"
    assert rows[2]["kind"] == "omitted"
    assert rows[2]["translation_start"] == rows[2]["similarity"][:0] == ""
    assert rows[1]["findings"] == "REP002 PUN002"
    assert rows[1]["penalty"] == "6"


def test_a_reviewed_table_comes_back(tmp_path):
    made = report()
    frame = tables.findings(made)
    frame.loc[1, "verdict"], frame.loc[1, "comment"] = "reject", "fine, as it is"
    path = tmp_path / "findings.csv"
    path.write_bytes(tables.to_csv(frame))
    known = tables.read_baseline(path, VERDICTS)
    assert known["article.en"][made.fingerprints[1]] == ("reject", "fine, as it is")
    path.write_text("article;fingerprint;verdict\nx;y;maybe\n")
    with pytest.raises(InputError, match='2: unknown verdict "maybe"'):
        tables.read_baseline(path, VERDICTS)


def test_sarif_points_with_relative_uris_and_code_points():
    log = json.loads(plugins.load("reporters", "sarif", None).render([report()]))
    run = log["runs"][0]
    result = run["results"][1]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "REP002"
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "news/article.en.txt"
    assert location["region"]["startColumn"] == 11
    assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "news/article.ru.txt"


def test_junit_is_xml_whatever_the_text():
    made = report()
    bad = replace(made.findings[1], message="a\x00b\ud800<&>")
    root = ET.fromstring(plugins.load("reporters", "junit", None).render([replace(made, findings=(bad,))]))
    assert root.find("testsuite").get("failures") == "1"


def test_rdjson_counts_bytes():
    rows = json.loads(plugins.load("reporters", "rdjson", None).render([report()]))["diagnostics"]
    start = rows[1]["related_locations"][0]["location"]["range"]["start"]
    assert (start["line"], start["column"]) == (3, len("Они ушли ".encode()) + 1)
    assert rows[2]["suggestions"][0]["text"] == "hastily. But"


def test_the_terminal_is_never_driven_by_the_text():
    made = report()
    bad = replace(made.findings[1], message="x\x1b[2Jy\u202e")
    text = plugins.load("reporters", "full", None).render([replace(made, findings=(bad,))])
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_json_keeps_to_its_schema():
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(files("checker.data").joinpath("report.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(to_json(report()), schema)
