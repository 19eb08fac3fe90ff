"""The command line as a user meets it: a process, its output, its files, its exit code."""

from __future__ import annotations

import csv
import json
import subprocess
import sys

import pytest

from tests.conftest import CORPORA

EN = "The minister left the meeting early.\n\nThey argued hastily and hastily about the budget. Nobody spoke.\n"
RU = "Министр рано покинул заседание.\n\nОни спорили о бюджете поспешно и второпях. Никто не выступил.\n"
CLEAN = "The minister left the meeting early. Nobody spoke.\n"
FAST = ("--encoder", "hashing", "--no-progress")


@pytest.fixture
def article(tmp_path):
    (tmp_path / "a.en.txt").write_text(EN, "utf-8")
    (tmp_path / "a.ru.txt").write_text(RU, "utf-8")
    return tmp_path / "a.en.txt"


def test_a_finding_shows_its_evidence_and_blocks(run, article):
    done = run("check", article, *FAST)
    text = done.stdout.decode()
    assert done.returncode == 1, done.stderr.decode()
    assert "REP002 major" in text
    assert "^^^^^^^^^^^^^^^^^^^" in text
    assert "поспешно и второпях" in text
    assert done.stderr.decode().startswith("a.en: 1 major finding (fail-on major)")


def test_the_exit_code_can_be_switched(run, article):
    assert run("check", article, *FAST, "--exit-zero").returncode == 0
    assert run("check", article, *FAST, "--fail-on", "never").returncode == 0
    assert run("check", article, *FAST, "--fail-on", "critical").returncode == 0
    assert run("check", article, *FAST, "--max-penalty", "1", "--fail-on", "never").returncode == 1


def test_a_clean_article_passes_in_silence(run, tmp_path):
    (tmp_path / "c.en.txt").write_text(CLEAN, "utf-8")
    done = run("check", tmp_path / "c.en.txt", *FAST, "--format", "concise")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_reports_are_written_for_each_article_and_the_run(run, article, tmp_path):
    out = tmp_path / "out"
    run("check", tmp_path, *FAST, "--reports", out, "--quiet")
    assert sorted(path.name for path in out.iterdir()) == [
        *("a.en.findings.csv", "a.en.html", "a.en.json", "a.en.segments.csv", "index.html", "summary.csv"),
    ]
    rows = list(csv.DictReader((out / "summary.csv").read_text("utf-8-sig").splitlines()))
    assert rows[0]["article"] == "a.en"
    assert rows[0]["passed"] == "false"
    assert rows[0]["source_lang"] == "ru"
    found = list(csv.DictReader((out / "a.en.findings.csv").read_text("utf-8-sig").splitlines()))
    text = EN
    for row in found:
        assert text[int(row["start"]) : int(row["end"])] == row["excerpt"]


def test_a_finished_check_can_be_rendered_again(run, article, tmp_path):
    done = run("check", article, *FAST, "--format", "json", "--output", tmp_path / "r.json")
    assert done.returncode == 1
    again = run("report", tmp_path / "r.json", "--format", "json")
    assert again.stdout == (tmp_path / "r.json").read_bytes()
    assert b"REP002" in run("report", tmp_path / "r.json", "--format", "sarif").stdout


def test_a_baseline_lets_only_new_findings_fail(run, article, tmp_path):
    known = tmp_path / "known.csv"
    assert run("baseline", article, "--encoder", "hashing", "--output", known).returncode == 0
    done = run("check", article, *FAST, "--baseline", known)
    assert done.returncode == 0, done.stdout.decode()
    article.write_text(EN + "\nHe spoke slowly and slowly.\n", "utf-8")
    done = run("check", article, *FAST, "--baseline", known, "--format", "concise", "--select", "REP")
    assert done.returncode == 1
    assert b"slowly and slowly" in done.stdout
    assert b"hastily" not in done.stdout


def test_standard_input(run, article):
    done = run("check", "-", *FAST, "--format", "concise", stdin=EN.encode())
    assert done.stdout.startswith(b"-:3:13: REP002")


def test_fix_writes_safe_corrections_only(run, tmp_path):
    path = tmp_path / "f.en.txt"
    path.write_bytes("\ufeffThey asked for help.But nobody came to the house.\r\n".encode())
    shown = run("check", path, *FAST, "--diff")
    assert b"+They asked for help. But nobody" in shown.stdout.replace(b"\xef\xbb\xbf", b"")
    assert b"help.But" in path.read_bytes()
    run("check", path, *FAST, "--fix")
    assert path.read_bytes().decode() == "\ufeffThey asked for help. But nobody came to the house.\r\n"


BAD = {
    "missing": (("check", "nowhere.en.txt"), "does not exist"),
    "empty": (("check", "empty.en.txt"), "is empty"),
    "folder": (("check", "void"), "holds no translation"),
    "binary": (("check", "binary.en.txt"), "binary.en.txt"),
    "language": (("check", "a.en.txt", "--source-lang", "xx"), "no ISO 639-1 language code"),
    "swapped": (("check", "a.ru.txt", "--source", "a.en.txt"), "swapped"),
    "same": (("check", "a.en.txt", "--source", "a.en.txt"), "same text"),
    "large": (("check", "a.en.txt", "--config", "small.toml"), "max-size"),
    "key": (("check", "a.en.txt", "--config", "bad.toml"), 'did you mean "fail-on"'),
    "format": (("check", "a.en.txt", "--format", "htm"), 'did you mean "html"'),
    "rule": (("check", "a.en.txt", "--select", "REPP"), "no rule begins"),
    "encoder": (("check", "a.en.txt", "--encoder", "embeded"), 'did you mean "embedded"'),
    "several": (("check", "a.en.txt", "c.en.txt", "--source", "a.ru.txt"), "one translation"),
    "fidelity": (("check", "c.en.txt", "--min-fidelity", "50"), "score against"),
    "report": (("report", "a.en.txt"), "no JSON"),
    "explain": (("rules", "REP020"), "did you mean"),
}


@pytest.mark.parametrize(("arguments", "said"), BAD.values(), ids=BAD)
def test_bad_input_is_one_clear_line_and_exit_2(run, article, tmp_path, arguments, said):
    (tmp_path / "empty.en.txt").write_text(" \n")
    (tmp_path / "c.en.txt").write_text(CLEAN)
    (tmp_path / "binary.en.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "void").mkdir()
    (tmp_path / "small.toml").write_text("max-size = 10\n")
    (tmp_path / "bad.toml").write_text("fail_on = 'major'\n")
    before = sorted(tmp_path.iterdir())
    done = run(*arguments)
    text = done.stderr.decode()
    assert done.returncode == 2, text
    assert said in text
    assert "Traceback" not in text
    assert text.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == before


def test_of_many_files_the_others_are_finished(run, article, tmp_path):
    (tmp_path / "empty.en.txt").write_text("\n")
    done = run("check", tmp_path, *FAST, "--reports", tmp_path / "out")
    assert done.returncode == 2
    rows = list(csv.DictReader((tmp_path / "out" / "summary.csv").read_text("utf-8-sig").splitlines()))
    assert [(row["article"], bool(row["error"])) for row in rows] == [("a.en", False), ("empty.en", True)]


def test_nothing_heavy_is_imported_for_help():
    heavy = "{'numpy', 'pandas', 'torch', 'transformers', 'sacrebleu', 'rich.progress'}"
    code = f"import checker.cli, sys; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"


def test_nothing_of_a_text_leaves_the_machine(article):
    code = (
        "import socket, sys\n"
        "def closed(*a, **k): raise OSError('sockets are closed')\n"
        "socket.socket.connect = closed; socket.create_connection = closed; socket.getaddrinfo = closed\n"
        f"sys.argv = ['checker', 'check', {str(article)!r}, '--exit-zero']\n"
        "from checker.cli import main; main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert b"REP002" in done.stdout


def test_align_writes_every_format(run, article, tmp_path):
    source = tmp_path / "a.ru.txt"
    rows = run("align", article, "--source", source, "--encoder", "hashing").stdout.decode().splitlines()
    assert rows[0].startswith("kind\tsource_sentences")
    links = (
        run("align", article, "--source", source, "--encoder", "hashing", "--format", "vecalign")
        .stdout.decode()
        .split()
    )
    assert all(line.count(":") >= 2 for line in "".join(links).splitlines())
    tmx = run("align", article, "--source", source, "--encoder", "hashing", "--format", "tmx").stdout
    assert tmx.startswith(b'<?xml version="1.0" encoding="UTF-8"?>')
    beads = json.loads(run("align", article, "--source", source, "--encoder", "hashing", "--format", "json").stdout)[
        "beads"
    ]
    assert sorted(index for bead in beads for index in bead["target_sentences"]) == list(range(3))


def test_presplit_counts_blank_lines_from_0(run, tmp_path):
    (tmp_path / "t.txt").write_text("One came.\n\nTwo went home.\n", "utf-8")
    (tmp_path / "s.txt").write_text("Один пришёл.\n\nДвое ушли домой.\n", "utf-8")
    done = run("align", "t.txt", "--source", "s.txt", "--presplit", "--format", "vecalign", "--encoder", "hashing")
    numbers = [[json.loads(side) for side in line.split(":")[:2]] for line in done.stdout.decode().splitlines()]
    assert sorted(index for _, target in numbers for index in target) == [0, 1, 2]


def test_score_keeps_rows_and_cells(run, tmp_path):
    (tmp_path / "t.tsv").write_text('id\tsource\ttranslation\n7\tОн "ушёл.\tHe "left.\n8\tДа.\t\n', "utf-8")
    done = run("score", "t.tsv", "--source-lang", "ru", "--target-lang", "en", "--encoder", "hashing")
    rows = [line.split("\t") for line in done.stdout.decode().splitlines()]
    assert rows[0][:3] == ["id", "source", "translation"]
    assert rows[1][:3] == ["7", 'Он "ушёл.', 'He "left.']
    assert rows[2][0] == "8"
    assert len({len(row) for row in rows}) == 1


def test_init_overwrites_nothing(run, tmp_path):
    (tmp_path / "checker.toml").write_text("preview = true\n")
    done = run("init")
    assert (tmp_path / "checker.toml").read_text() == "preview = true\n"
    assert (tmp_path / ".github/workflows/translations.yml").is_file()
    assert b"exists and is left as it is" in done.stdout


def test_rules_and_plugins_are_listed(run):
    assert b"REP002  echoed-conjunct" in run("rules").stdout
    assert b"Bad:" in run("rules", "echoed-conjunct").stdout
    assert b"checker.encoders.embedded:encoder" in run("plugins").stdout


def test_a_closed_pipe_is_no_error(article):
    command = f"{sys.executable} -c 'from checker.cli import main; main()' rules | head -n 1"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {command}"], capture_output=True, check=False)
    assert b"Traceback" not in done.stderr


def test_a_text_checked_against_itself_has_nothing_to_say(run, tmp_path):
    clean = next(path for path in sorted(CORPORA.iterdir()) if path.name.startswith("clean"))
    text = (clean / "article.en.txt").read_bytes()
    (tmp_path / "x.en.txt").write_bytes(text)
    done = run("check", "x.en.txt", "--reference", "x.en.txt", "--format", "json")
    report = json.loads(done.stdout)
    scores = {score["metric"]: score["value"] for score in report["scores"]}
    assert scores["similarity"] == pytest.approx(100, abs=0.01)
    assert scores["chrf"] == pytest.approx(100)
    alone = json.loads(run("check", "x.en.txt", "--format", "json").stdout)
    assert [row["code"] for row in report["findings"]] == [row["code"] for row in alone["findings"]]
