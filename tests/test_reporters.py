"""Every rendering of one report made by hand, against a golden file; and what each format promises."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from importlib.resources import files

import jsonschema
import openpyxl
import pytest

from checker import plugins, tables
from checker.cli.writing import write
from checker.errors import InputError
from checker.gate import VERDICTS
from checker.serial import from_json, to_json
from tests.conftest import CORPORA
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


@pytest.mark.parametrize(("name", "suffix"), [("html", "html"), ("markdown", "md"), ("csv", "findings.csv")])
def test_the_example_is_what_the_reporters_make(name, suffix):
    """Once a rendering has changed: make report."""
    folder = CORPORA.parent / "reports" / "example"
    kept = from_json(json.loads((folder / "article.en.json").read_text("utf-8")), "example")
    made = plugins.load("reporters", name, None).render([kept])
    assert (folder / f"article.en.{suffix}").read_bytes() == (made if isinstance(made, bytes) else made.encode("utf-8"))


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
    assert known["article.en"][made.fingerprints[1]][:2] == ("reject", "fine, as it is")
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


def test_sarif_keeps_to_the_official_schema():
    """pydantic-sarif is made from sarif-schema-2.1.0.json and refuses unknown properties."""
    from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log

    for reports in ([], [report()], [report(), report("b c.en", "/über uns/b c.en.txt")]):
        text = plugins.load("reporters", "sarif", None).render(reports)
        log = Log.model_validate_json(text)
        assert len(log.runs[0].results) == sum(len(made.findings) for made in reports)
    with pytest.raises(ValueError, match="extra"):
        Log.model_validate({"version": "2.1.0", "runs": [], "unknown": 1})


def test_sarif_explains_its_rules_and_corrects_what_is_safe():
    run = json.loads(plugins.load("reporters", "sarif", None).render([report()]))["runs"][0]
    assert all(rule["help"]["text"] and rule["fullDescription"]["text"] for rule in run["tool"]["driver"]["rules"])
    assert [name for result in run["results"] for name in result["partialFingerprints"].values()] == list(
        report().fingerprints
    )
    change = run["results"][2]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change["insertedContent"]["text"] == "hastily. But"
    assert [result["ruleId"] for result in run["results"] if "fixes" in result] == ["PUN002"]


@pytest.mark.parametrize("name", ALL)
def test_a_lone_surrogate_can_be_written(name, tmp_path):
    made = report()
    bad = replace(made.findings[1], message="a\ud800b", suggestion="\udfff")
    content = plugins.load("reporters", name, None).render([replace(made, findings=(bad,), path="\ud800.txt")])
    write(tmp_path / "x", content)
    data = (tmp_path / "x").read_bytes()
    if name != "xlsx":
        assert "REP002" in data.decode("utf-8")
    if name in ("json", "sarif", "rdjson"):
        assert r"a\ud800b" in data.decode("utf-8")
        json.loads(data)


def test_annotations_over_several_lines_have_no_columns():
    made = report()
    wide = replace(made.findings[1], span=made.pair.translation.span(1, 40))
    line = plugins.load("reporters", "github", None).render([replace(made, findings=(wide,))])
    assert "line=1,endLine=3,title=" in line
    assert "%0A" in line
    assert line.count("\n") == 1


def test_a_comment_stays_readable_and_within_what_github_takes():
    comment = plugins.load("reporters", "markdown", None)
    made = report()
    long = replace(made, findings=made.findings * 100)
    text = comment.render([long] * 40)
    assert len(text) < 65_000
    assert "and 350 more: see the report" in text
    assert text.count("see the report\n") >= 30
    assert comment.render([long] * 5000).rstrip().endswith("more articles: see the reports")
    cell = comment.render([replace(made, findings=(replace(made.findings[1], message="| <b>`x`\n@you #1"),))])
    assert "\\| \\<b\\>\\`x\\` \\@you \\#1" in cell


def test_a_workbook_has_the_columns_and_no_formula():
    made = report()
    evil = replace(made, findings=(replace(made.findings[1], message="=1+1\x00", suggestion="1-1"), *made.findings[2:]))
    data = plugins.load("reporters", "xlsx", None).render([evil])
    assert data == plugins.load("reporters", "xlsx", None).render([evil]), "equal reports are equal bytes"
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["findings", "segments", "summary"]
    found = [[cell.value for cell in row] for row in book["findings"]]
    assert tuple(found[0]) == tables.FINDINGS
    row = dict(zip(found[0], book["findings"][2], strict=True))
    assert (row["message"].value, row["message"].data_type) == ("=1+1\ufffd", "s")
    assert (row["suggestion"].value, row["line"].value, row["confidence"].value) == ("1-1", 3, 0.93)
    assert row["severity"].fill.fgColor.rgb.endswith("FFDFCC")
    kinds = [cell.value for cell in book["segments"]["C"]]
    assert kinds == ["kind", "1-1", "1-1", "omitted", "1-1"]
    assert book["segments"]["D2"].value == "Заголовок"


def test_a_reviewed_workbook_comes_back(tmp_path):
    path = tmp_path / "reviewed.xlsx"
    made = report("=odd name")
    path.write_bytes(plugins.load("reporters", "xlsx", None).render([made]))
    book = openpyxl.load_workbook(path)
    sheet, verdict = book["findings"], tables.FINDINGS.index("verdict") + 1
    sheet.cell(3, verdict, "Reject"), sheet.cell(3, verdict + 1, "fine as it is")
    book.save(path)
    known = tables.read_baseline(path, VERDICTS)
    assert known["=odd name"][made.fingerprints[1]][:2] == ("reject", "fine as it is")
    assert set(known["=odd name"]) == set(made.fingerprints)
    path.write_bytes(b"PK no workbook")
    with pytest.raises(InputError, match="is no workbook"):
        tables.read_baseline(path, VERDICTS)
    with pytest.raises(InputError, match="cannot be read"):
        tables.read_baseline(tmp_path / "none.xlsx", VERDICTS)


def test_without_its_package_the_workbook_names_the_extra(monkeypatch):
    import sys

    from checker.errors import MissingExtra

    monkeypatch.delitem(sys.modules, "checker.reporters.xlsx", raising=False)
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingExtra, match=r"translation-checker\[xlsx\]"):
        plugins.load("reporters", "xlsx", None)


def test_junit_is_xml_whatever_the_text():
    made = report()
    bad = replace(made.findings[1], message="a\x00b\ud800<&>")
    root = ET.fromstring(plugins.load("reporters", "junit", None).render([replace(made, findings=(bad,))]))
    assert root.find("testsuite").get("failures") == "1"


def message(required=(), **fields):
    """A protobuf message in JSON that knows no other field."""
    return {"type": "object", "properties": fields, "required": list(required), "additionalProperties": False}


def diagnostic_result():
    """The messages of reviewdog's rdf/reviewdog.proto; here no field may be there that it does not name."""
    number = {"type": "integer", "minimum": 1, "maximum": 2**31 - 1}
    text = {"type": "string"}
    severity = {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]}
    position = message(["line"], line=number, column=number)
    stretch = message(["start"], start=position, end=position)
    location = message(["path"], path=text, range=stretch)
    source = message(["name"], name=text, url=text)
    related = message(["location"], message=text, location=location)
    suggestion = message(["range", "text"], range=stretch, text=text)
    diagnostic = message(
        ["message", "location"],
        message=text,
        location=location,
        severity=severity,
        source=source,
        code=message(["value"], value=text, url=text),
        suggestions={"type": "array", "items": suggestion},
        original_output=text,
        related_locations={"type": "array", "items": related},
    )
    rows = {"type": "array", "items": diagnostic}
    return message(["diagnostics"], diagnostics=rows, source=source, severity=severity)


def test_rdjson_keeps_to_the_published_messages():
    for reports in ([], [report()], [report(), report("b c.en", "/über uns/b c.en.txt")]):
        values = json.loads(plugins.load("reporters", "rdjson", None).render(reports))
        jsonschema.validate(values, diagnostic_result())
        assert len(values["diagnostics"]) == sum(len(made.findings) for made in reports)
    first = values["diagnostics"][0]
    for wrong in ({"line": 1}, {"severity": "major"}, {"location": {}}, {"message": None}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({"diagnostics": [first | wrong]}, diagnostic_result())


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
    schema = json.loads(files("checker.data").joinpath("report.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(to_json(report()), schema)
