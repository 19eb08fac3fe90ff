"""Texts from strangers: no crash, no hang, no blow-up, nothing read or written where it should not be."""

from __future__ import annotations

import io
import json
import os
import resource
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pandas as pd
import pytest

from checker import plugins, tables
from checker.batch import FrameChecker
from checker.companions import companions
from checker.config import Config
from checker.errors import InputError, SettingsError
from checker.manifest import Manifest

ROOT = Path(__file__).parent.parent
PLAIN = Config(encoder="none", aligner="length", cache="none")
BOMB = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">{}]><{root}>&j;</{root}>'
ENTITIES = "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefghi", "bcdefghij", strict=True))


@pytest.fixture(scope="module")
def plain():
    """One checker for all: what it is built of is another test's business."""
    return FrameChecker(PLAIN)


def read(reader, data, name):
    return plugins.load("readers", reader, None).read(data, name)


def quick(call, seconds=5.0):
    start = time.process_time()
    try:
        return call()
    finally:
        assert time.process_time() - start < seconds


@pytest.mark.parametrize(("reader", "name", "root"), [("xliff", "a.xlf", "xliff"), ("tmx", "a.tmx", "tmx")])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_entity_bomb_is_refused(reader, name, root, encoding):
    data = BOMB.format(ENTITIES, root=root).encode(encoding)
    with pytest.raises(InputError):
        quick(lambda: read(reader, data, name))


@pytest.mark.parametrize(("reader", "name", "root"), [("xliff", "a.xlf", "xliff"), ("tmx", "a.tmx", "tmx")])
def test_no_other_file_is_read_through_xml(reader, name, root, tmp_path):
    (tmp_path / "secret").write_text("secret")
    data = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]><{root}>&x;</{root}>'.encode()
    with pytest.raises(InputError):
        read(reader, data, name)


def test_entities_after_a_long_head_are_not_expanded():
    data = ("<?xml version='1.0'?><!--" + "x" * 5000 + "-->" + BOMB.format(ENTITIES, root="tmx")[21:]).encode()
    with pytest.raises(InputError):
        quick(lambda: read("tmx", data, "a.tmx"))


def zipped(**parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return data.getvalue()


def test_a_zip_bomb_is_refused_in_little_memory():
    data = zipped(word__document_dot_xml=b"<a>" + b" " * 200_000_000)
    assert len(data) < 300_000
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(InputError, match="unpacks to more than"):
        quick(lambda: read("docx", data, "a.docx"))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000  # kB


def test_a_part_that_leads_out_of_the_archive_is_not_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError):
        read("docx", zipped(**{"..__escaped_dot_txt": b"x"}), "a.docx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("reader", "name", "data"),
    [
        ("xliff", "a.xlf", b"<xliff>" + b"<g>" * 100_000),
        ("tmx", "a.tmx", b"<tmx>" + b"<tu>" * 100_000 + b"</tu>" * 100_000 + b"</tmx>"),
        ("docx", "a.docx", zipped(word__document_dot_xml=b"<w>" + b"<p>" * 100_000)),
        ("html", "a.html", b"<div>" * 100_000 + b"text" + b"</div>" * 100_000),
        ("html", "a.html", b"<" * 100_000),
        ("html", "a.html", b"<a " * 100_000),
        ("html", "a.html", b"<!--" * 100_000),
        ("markdown", "a.md", b"> " * 20_000 + b"text"),
        ("markdown", "a.md", b"[" * 50_000),
        ("markdown", "a.md", b"*a_" * 30_000),
        ("markdown", "a.md", b"`" * 50_000 + b"a"),
        ("tables", "a.jsonl", b'{"translation":' + b"[" * 100_000),
        ("tables", "a.csv", b'translation\n"' + b'a""' * 100_000),
        ("po", "a.po", b'msgid "' + b"\\" * 100_000),
        ("po", "a.po", b'msgid "a"\n' * 20_000),
    ],
)
def test_deep_and_endless_mark_up_is_read_or_refused(reader, name, data):
    try:
        quick(lambda: read(reader, data, name), 20.0)
    except InputError:
        return


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["a", "a ", "А. ", "1,", "(", "«", "don't ", "not ", " ", "\u0301", "a-", "http://a."])
def test_an_endless_line_is_checked_in_time(plain, unit):
    size = 12_000 if unit in ("(", "«") else 120_000  # a finding for every one of them
    text = "It rained. " + (unit * (size // len(unit))) + " We left."
    row = quick(lambda: plain.row({"translation_text": text, "target_lang": "en"}), 24.0)
    assert row["exit_code"] in (0, 2)


@pytest.mark.parametrize(
    "text",
    [
        "The \ud800 minister left \udfff.",
        "The\x00 minister left.",
        "\u202eThe minister\u202c left \u2066now\u2069.",
        "\ufeffThe minister left.",
        "The minister\r\nleft\u2028now\x85then\x0c.",
        "e\u0301" * 500,
        "\U000e0041\U000e0042 tags",
        "\u200b\u200c\u200d\ufeff" * 100 + " left.",
        "𝓣𝓱𝓮 𝓶𝓲𝓷𝓲𝓼𝓽𝓮𝓻 left. 👩‍👩‍👧‍👦",
        "=cmd|' /C calc'!A0",
        "<script>alert(1)</script> & <b>left</b>",
    ],
)
def test_strange_characters_are_a_row_and_a_report(plain, text):
    row = plain.row({"translation_text": text, "source_text": "Министр ушёл. " + text, "name": "n"})
    assert row["exit_code"] in (0, 2), row["error"]
    row["report"].encode("utf-8")
    row["error"].encode("utf-8")
    if row["report"]:
        from checker.serial import from_json

        report = from_json(json.loads(row["report"]), "n")
        for name in plugins.names("reporters"):
            page = plugins.load("reporters", name, None).render([report])
            if name in ("html", "index"):
                assert "<script>alert" not in page
                assert "\u202e" not in page
                assert "\u2066" not in page
        for span in (finding.span for finding in report.findings):
            assert report.pair.translation.text[span.start : span.stop] == span.text


def test_no_cell_is_a_formula(plain):
    text = "=HYPERLINK(1) and and left.\n\n+1 and and left.\n\n@a and and left.\n\n-2 and and left.\n"
    row = plain.row({"translation_text": text, "name": "=1+1", "note": "@x", "target_lang": "en"})
    from checker.serial import from_json

    report = from_json(json.loads(row["report"]), "=1+1")
    for frame in (
        tables.segments(report),
        tables.findings(report),
        tables.summary([tables.summary_row(report, True, "")]),
    ):
        read_back = pd.read_csv(io.BytesIO(tables.to_csv(frame)), dtype=str, keep_default_na=False)
        cells = [cell for column in read_back for cell in read_back[column]]
        assert not [
            cell
            for cell in cells
            if cell[:1] in ("=", "@", "\t", "\r") or (cell[:1] in ("+", "-") and not _number(cell))
        ]


def _number(cell):
    return cell.lstrip("+-").replace(".", "", 1).isdigit()


def test_a_template_does_not_lead_to_objects_or_absolute_paths(tmp_path):
    (tmp_path / "a.en.txt").write_text("x")
    for template in (
        "{stem.__class__}",
        "{stem!r}{nothing}",
        "/etc/{stem}",
        "{0}",
        "{stem:>{width}}",
        "{stem:>9999999999}",
        "{",
    ):
        with pytest.raises(SettingsError):
            companions(tmp_path / "a.en.txt", Config(source_template=template))


def test_a_manifest_reads_nothing_outside_its_root(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "in" / "link.txt").symlink_to("../secret.txt")
    (tmp_path / "in" / "ok.en.txt").write_text("It rained.")
    checker = FrameChecker(PLAIN, str(tmp_path / "in"))
    for path in ("../secret.txt", str(tmp_path / "secret.txt"), "link.txt", "ok.en.txt/../../secret.txt"):
        row = checker.row({"translation": "ok.en.txt", "source": path, "name": "n"})
        assert row["exit_code"] == 2
        assert "leads out of in/" in row["error"]
        assert "secret" not in row["report"]
        assert str(tmp_path) not in row["error"].replace(path, "")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_or_device_is_no_article(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    row = quick(lambda: FrameChecker(PLAIN, str(tmp_path)).row({"translation": "pipe.txt"}))
    assert row["error"].startswith("pipe.txt: is no file")


def test_a_file_beyond_the_limit_is_not_read(tmp_path):
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(2**33)
    row = quick(lambda: FrameChecker(PLAIN, str(tmp_path)).row({"translation": "big.txt"}))
    assert "more than max-size 5,000,000" in row["error"]


def test_a_manifest_with_a_huge_cell_is_read(tmp_path):
    path = tmp_path / "m.csv"
    path.write_text('translation_text,name\n"' + "It rained. " * 50_000 + '",n\n', "utf-8")
    assert Manifest(path, tmp_path, Config()).scan.length == 1


def test_a_page_name_is_no_path(run, tmp_path):
    """A name may hold anything: it is text in tables, never a place on the disk."""
    path = tmp_path / "m.jsonl"
    rows = [
        {"translation_text": "It rained.", "name": name} for name in ("../../x", "/etc/y", "a\nb", "<b>", "con", "")
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    done = run(
        "batch", path, "--out", tmp_path / "deep" / "out", "--encoder", "none", "--fail-on", "never", "--jobs", "1"
    )
    assert done.returncode == 0, done.stderr.decode()
    assert sorted(item.name for item in tmp_path.iterdir()) == ["deep", "m.jsonl"]
    assert [item.name for item in (tmp_path / "deep").iterdir()] == ["out"]
    assert (
        "<b>"
        not in (tmp_path / "deep" / "out" / "index.html").read_text("utf-8").split("<table")[1].split("</table")[0]
    )


@pytest.mark.slow
def test_every_pattern_is_linear():
    """But those that see bounded text only, which tests/patterns_in_use.py lists with the bound."""
    script = ROOT / "tests" / "patterns_in_use.py"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, script], capture_output=True, timeout=900, env=environment, check=False)
    assert done.returncode == 0, done.stderr.decode()
    measured = json.loads(done.stdout)
    assert measured["patterns"] > 100
    assert measured["bad"] == []


@pytest.mark.slow
def test_readers_survive_damage():
    """A short run of the command that fuzzes them: benchmarks/fuzz.py."""
    command = [sys.executable, "-m", "benchmarks.fuzz", "--inputs", "2400", "--seed", "7"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
