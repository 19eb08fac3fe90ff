"""Batches: every article a row, resumed where it ended, the same bytes however it was made."""

from __future__ import annotations

import csv
import functools
import gc
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time

import pandas as pd
import pytest

from checker import batch
from checker import parts as parts_module
from checker.batch import FrameChecker, contents, encoded, inside, row_key
from checker.collector import give_back
from checker.config import Config
from checker.desk import Desk
from checker.errors import InputError
from checker.manifest import Manifest, row_name
from checker.parts import JSONL, PARQUET, decode, encode
from checker.results import Results
from checker.serial import to_json

RUSSIAN = (
    "Министр покинул заседание.",
    "Они спорили о бюджете поспешно и второпях.",
    "Никто не выступил.",
    "Шёл дождь.",
)
ENGLISH = ("The minister left.", "They argued hastily and hastily about the budget.", "Nobody spoke.", "It rained.")
FAST = ("--fail-on", "never", "--jobs", "1")
PLAIN = Config(encoder="none", cache="none")


@pytest.fixture(autouse=True)
def few_parts(tmp_path):
    """One family of rules: these tests are about rows, and every process loads what is named."""
    few = 'encoder = "none"\naligner = "length"\ndetectors = ["repetition"]\nscorers = ["similarity"]\n'
    (tmp_path / "checker.toml").write_text(few, "utf-8")


def text(number, sentences):
    return f"{sentences[number % 4]} {sentences[(number + 1) % 4]} {number}.\n"


def make(folder, count, form="csv"):
    """`count` small pairs and their manifest."""
    folder.mkdir(exist_ok=True)
    rows = []
    for number in range(count):
        (folder / f"a{number}.en.txt").write_text(text(number, ENGLISH), "utf-8")
        (folder / f"a{number}.ru.txt").write_text(text(number, RUSSIAN), "utf-8")
        rows.append({"translation": f"a{number}.en.txt", "source": f"a{number}.ru.txt", "desk": f"d{number % 2}"})
    path = folder / f"manifest.{form}"
    if form == "csv":
        pd.DataFrame(rows).to_csv(path, index=False)
    elif form == "jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    else:
        pd.DataFrame(rows).to_parquet(path, index=False)
    return path


def summary(out):
    return list(csv.DictReader((out / "summary.csv").read_text("utf-8-sig").splitlines()))


def tree(out):
    """Every file of a run by its hash."""
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def small(monkeypatch):
    """Parts of four rows, here and in processes that are started from here."""
    monkeypatch.setattr("checker.results.SIZE", 4)


def test_a_run_writes_parts_tables_and_a_page(run, tmp_path):
    manifest = make(tmp_path / "in", 5)
    done = run("batch", manifest, "--out", tmp_path / "out", *FAST)
    assert done.returncode == 0, done.stderr.decode()
    out = tmp_path / "out"
    assert sorted(tree(out)) == [
        *("findings.csv", "index.html", "parts.sha256", "parts/part-000000.parquet", "segments.csv", "summary.csv"),
    ]
    rows = summary(out)
    assert [row["article"] for row in rows] == [f"a{number}.en" for number in range(5)]
    assert [row["desk"] for row in rows] == ["d0", "d1", "d0", "d1", "d0"]
    found = list(csv.DictReader((out / "findings.csv").read_text("utf-8-sig").splitlines()))
    assert {"REP002"} <= {row["code"] for row in found}
    kept = pd.read_parquet(out / "parts")
    assert list(kept["name"]) == [row["article"] for row in rows]
    assert "5 articles" in done.stderr.decode()
    assert "5 articles checked" in (out / "index.html").read_text("utf-8")


def test_every_manifest_gives_the_same_rows(run, tmp_path):
    trees = []
    for form in ("csv", "jsonl", "parquet"):
        manifest = make(tmp_path / "in", 3, form)
        done = run("batch", manifest, "--out", tmp_path / form, *FAST)
        assert done.returncode == 0, done.stderr.decode()
        trees.append(tree(tmp_path / form))
    assert trees[0] == trees[1] == trees[2]


def test_a_folder_is_a_manifest(run, tmp_path):
    make(tmp_path / "in", 3)
    done = run("batch", tmp_path / "in", "--out", tmp_path / "out", *FAST)
    assert done.returncode == 0, done.stderr.decode()
    assert [row["source_lang"] for row in summary(tmp_path / "out")] == ["ru", "ru", "ru"]


def test_an_article_is_the_same_bytes_alone_and_in_a_batch(tmp_path):
    make(tmp_path / "in", 2)
    frame = pd.DataFrame({"translation": ["a0.en.txt", "a1.en.txt"], "source": ["a0.ru.txt", "a1.ru.txt"]})
    rows = FrameChecker(PLAIN, str(tmp_path / "in"))(frame)
    from checker.companions import Companions

    files = Companions(tmp_path / "in" / "a1.en.txt", tmp_path / "in" / "a1.ru.txt")
    alone = Desk({"encoder": "none", "cache": "none"}, isolated=True).check(files, "a1.en")
    assert rows["report"][1] == encoded(to_json(alone.report))


def test_an_article_is_the_same_bytes_from_the_cache(tmp_path):
    make(tmp_path / "in", 1)
    values = {"translation": "a0.en.txt", "source": "a0.ru.txt"}
    cached = Config(encoder="none", cache=str(tmp_path / "cache"))
    first = FrameChecker(cached, str(tmp_path / "in")).row(values)
    assert list((tmp_path / "cache").iterdir())
    again = FrameChecker(cached, str(tmp_path / "in")).row(values)
    plain = FrameChecker(PLAIN, str(tmp_path / "in")).row(values)
    assert first == again == plain


def test_texts_stand_for_files(tmp_path):
    row = FrameChecker(PLAIN).row({"translation_text": ENGLISH[1], "source_text": RUSSIAN[1], "name": "one", "n": 7})
    assert row["error"] == ""
    assert row["n"] == 7
    assert json.loads(row["report"])["documents"]["source"]["text"] == RUSSIAN[1]


def test_freed_memory_goes_back_now_and_then(monkeypatch):
    given = []
    monkeypatch.setattr(batch, "_BETWEEN", 2)
    monkeypatch.setattr(batch, "give_back", lambda: given.append(give_back()))
    checker = FrameChecker(PLAIN)
    for number in range(5):
        assert not checker.row({"translation_text": ENGLISH[1], "name": f"{number}"})["error"]
    assert len(given) == 2


def test_two_processes_give_the_same_run(run, tmp_path):
    manifest = make(tmp_path / "in", 6)
    run("batch", manifest, "--out", tmp_path / "one", *FAST)
    done = run("batch", manifest, "--out", tmp_path / "two", *FAST[:-1], "2")
    assert done.returncode == 0, done.stderr.decode()
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_bad_article_is_a_row(run, tmp_path):
    manifest = make(tmp_path / "in", 2)
    with manifest.open("a") as file:
        file.write("missing.en.txt,,d9\n")
    (tmp_path / "in" / "a1.en.txt").write_bytes(b"\x00\x01\x02\x03" * 100)
    done = run("batch", manifest, "--out", tmp_path / "out", *FAST)
    assert done.returncode == 2
    rows = summary(tmp_path / "out")
    assert [bool(row["error"]) for row in rows] == [False, True, True]
    assert rows[2]["error"].startswith("missing.en.txt: cannot be read")
    assert b"missing.en.txt" in done.stderr
    assert b"Traceback" not in done.stderr
    assert "missing.en" in (tmp_path / "out" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("m.csv", "translation,name\na.txt,x\nb.txt,x\n", 'two articles are called "x" (rows 1 and 2)'),
        ("m.csv", "original\na.txt\n", "no column translation"),
        ("m.csv", "translation\n", "no rows"),
        ("m.csv", "translation\na.txt,b.txt\n", "more cells than the header"),
        ("m.csv", 'translation\n"a.txt\n', "row 1"),
        ("m.csv", b"translation\n\xff\xfe\xff\n", "not readable"),
        ("m.jsonl", "[1]\n", "no JSON object"),
        ("m.jsonl", "{" * 10, "not readable"),
        ("m.jsonl", '{"translation":' + "[" * 100_000, "not readable"),
        ("m.parquet", "PAR1 no", "not readable"),
    ],
)
def test_a_bad_manifest_is_exit_2(run, tmp_path, name, content, said):
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    done = run("batch", name, "--out", "out")
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert done.stderr.decode().count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_results_are_not_overwritten_without_resume(run, tmp_path):
    manifest = make(tmp_path / "in", 1)
    assert run("batch", manifest, "--out", tmp_path / "out", *FAST, "--resume").returncode == 0
    before = tree(tmp_path / "out")
    done = run("batch", manifest, "--out", tmp_path / "out", *FAST)
    assert done.returncode == 2
    assert b"--resume" in done.stderr
    assert tree(tmp_path / "out") == before


def test_the_gate_is_the_settings_at_the_end(run, tmp_path):
    """A resumed run judges all articles anew: nothing is checked again for another limit."""
    manifest = make(tmp_path / "in", 2)
    assert run("batch", manifest, "--out", tmp_path / "out", *FAST).returncode == 0
    strict = ["--jobs", "1", "--resume", "--fail-on", "major"]
    done = run("batch", manifest, "--out", tmp_path / "out", *strict)
    assert done.returncode == 1
    assert b"0 checked now, 2 from before" in done.stderr
    assert {row["passed"] for row in summary(tmp_path / "out")} == {"false"}
    assert run("batch", manifest, "--out", tmp_path / "out", *strict, "--exit-zero").returncode == 0


def test_a_changed_article_is_checked_again_and_no_other(run, tmp_path):
    manifest = make(tmp_path / "in", 4)
    run("batch", manifest, "--out", tmp_path / "out", *FAST)
    (tmp_path / "in" / "a2.en.txt").write_text("It was dry and dry.\n", "utf-8")
    done = run("batch", manifest, "--out", tmp_path / "out", *FAST, "--resume")
    assert b"1 checked now" in done.stderr
    assert b"3 from before" in done.stderr
    run("batch", manifest, "--out", tmp_path / "fresh", *FAST)
    assert tree(tmp_path / "out") == tree(tmp_path / "fresh")


def test_a_longer_manifest_keeps_what_is_done(run, tmp_path):
    manifest = make(tmp_path / "in", 4)
    run("batch", manifest, "--out", tmp_path / "out", *FAST)
    make(tmp_path / "in", 6)
    header, *lines = manifest.read_text().splitlines()
    manifest.write_text("\n".join([header, *reversed(lines)]) + "\n")
    done = run("batch", manifest, "--out", tmp_path / "out", *FAST, "--resume")
    assert b"2 checked now" in done.stderr, done.stderr.decode()
    run("batch", manifest, "--out", tmp_path / "fresh", *FAST)
    assert tree(tmp_path / "out") == tree(tmp_path / "fresh")


def begun(process, journal):
    """Wait until a run checks articles, or has ended."""
    while process.poll() is None and not (journal.exists() and journal.stat().st_size):
        time.sleep(0.01)


def kill_and_resume(tmp_path, count, kills, seed):
    """Kill a run at random moments until it is through; what is left must be what an undisturbed run leaves."""
    chance = random.Random(seed)
    manifest = make(tmp_path / "in", count)
    command = [sys.executable, "-c", "from checker.cli import main; main()", "batch", str(manifest), "--out"]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    subprocess.run([*command, str(tmp_path / "whole"), *FAST], capture_output=True, check=True, env=environment)
    done = 0
    for _ in range(kills):
        process = subprocess.Popen(
            [*command, str(tmp_path / "out"), *FAST, "--resume"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env=environment,
        )
        if chance.random() < 0.8:  # else at some moment while it starts, adopts what is there, or ends
            begun(process, tmp_path / "out" / "journal")
        try:
            process.wait(chance.uniform(0, 1))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            done += 1
    last = subprocess.run(
        [*command, str(tmp_path / "out"), *FAST, "--resume"], capture_output=True, env=environment, check=False
    )
    assert last.returncode == 0, last.stderr.decode()
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")
    names = [row["article"] for row in summary(tmp_path / "out")]
    assert names == [f"a{number}.en" for number in range(count)]
    return done


@pytest.mark.skipif(os.name == "nt", reason="process groups are POSIX")
def test_a_run_survives_being_killed(tmp_path):
    kills = int(os.environ.get("CHECKER_KILLS", "3"))
    done = kill_and_resume(tmp_path, 200 * kills, kills, seed=7)
    print(f"killed {done} times")
    assert done > kills / 2


def rows_of(numbers):
    return [{"name": f"n{number}", "key": f"k{number}", "report": "r" * number, "error": ""} for number in numbers]


def test_every_moment_of_a_run_can_be_resumed(tmp_path, small, monkeypatch):
    """Stop after each single row, and after each single write: what was said to be kept is kept, once."""
    rows = rows_of(range(10))
    order = [3, 0, 1, 2, 9, 4, 8, 5, 7, 6]
    for stop in range(10):
        folder = tmp_path / f"s{stop}"
        results = Results.opened(folder, 10, resume=False)
        for index in order[:stop]:
            results.add(index, rows[index])
        results.journal.close()
        again = Results.opened(folder, 10, resume=True)
        assert again.adopt(row["key"] for row in rows) == stop
        assert [index for index in range(10) if not again.waiting(index)] == sorted(order[:stop])
        for index in order:
            again.add(index, rows[index])
        assert again.finish() == 3
        again.close(finished=True)
        assert [row for part in range(3) for row in again.parts.read(part)] == rows


def test_a_part_that_was_cut_off_is_made_again(tmp_path, small):
    rows = rows_of(range(8))
    results = Results.opened(tmp_path / "out", 8, resume=False)
    for index, row in enumerate(rows):
        results.add(index, row)
    results.close(finished=True)
    part = results.parts.path(1)
    part.write_bytes(part.read_bytes()[:-5])
    again = Results.opened(tmp_path / "out", 8, resume=True)
    assert again.adopt(row["key"] for row in rows) == 4
    assert [again.waiting(index) for index in range(8)] == [False] * 4 + [True] * 4


def test_half_a_line_of_the_journal_is_dropped(tmp_path):
    rows = rows_of(range(3))
    results = Results.opened(tmp_path / "out", 3, resume=False)
    for index in (0, 1):
        results.add(index, rows[index])
    results.close(finished=False)
    journal = tmp_path / "out" / "journal"
    whole = journal.read_bytes()
    for cut in range(1, len(whole.split(b"\n")[1]) + 2):
        journal.write_bytes(whole[:-cut])
        again = Results.opened(tmp_path / "out", 3, resume=True)
        assert again.adopt(row["key"] for row in rows) == 1
        again.add(2, rows[2])
        again.close(finished=False)
        last = Results.opened(tmp_path / "out", 3, resume=True)
        assert last.adopt(row["key"] for row in rows) == 2
        last.close(finished=False)


def test_the_journal_is_emptied_when_its_rows_are_in_parts(tmp_path, small):
    results = Results.opened(tmp_path / "out", 8, resume=False)
    for index, row in enumerate(rows_of(range(8))):
        results.add(index, row)
        if index == 2:
            assert (tmp_path / "out" / "journal").stat().st_size > 0
        if index in (3, 7):
            assert (tmp_path / "out" / "journal").stat().st_size == 0
    results.close(finished=True)


@pytest.mark.parametrize("kind", [PARQUET, JSONL])
def test_a_part_survives_its_file(kind):
    rows = [
        {"name": "é\u202e", "report": '{"a": "\\ud800"}', "exit_code": 0, "x": "=1"},
        {"name": "", "report": "", "exit_code": 3, "x": ""},
    ]
    assert decode(encode(rows, kind), kind) == rows
    assert encode(rows, kind) == encode(rows, kind)


def test_parts_are_json_lines_without_pyarrow(run, tmp_path):
    """And a run that began so is finished with it."""
    manifest = make(tmp_path / "in", 3)
    (tmp_path / "block").mkdir()
    (tmp_path / "block" / "pyarrow.py").write_text("raise ImportError('blocked')\n")
    blocked = {"PYTHONPATH": str(tmp_path / "block")}
    done = run("batch", manifest, "--out", tmp_path / "out", *FAST, env=blocked)
    assert done.returncode == 0, done.stderr.decode()
    assert (tmp_path / "out" / "parts" / "part-000000.jsonl").exists()
    again = run("batch", manifest, "--out", tmp_path / "out", *FAST, "--resume")
    assert b"0 checked now, 3 from before" in again.stderr
    refused = run("batch", make(tmp_path / "in", 3, "parquet"), "--out", tmp_path / "p", *FAST, env=blocked)
    assert refused.returncode == 2
    assert b'pip install "translation-checker[parquet]"' in refused.stderr


def test_a_key_is_made_of_the_content(tmp_path):
    make(tmp_path / "in", 1)
    values = {"translation": "a0.en.txt", "name": "n"}

    def key(**changes):
        config = Config(encoder="none", **changes)
        return row_key(values, config, contents(values, config, (tmp_path / "in").resolve()))

    first = key()
    assert key(cache="elsewhere", fail_on="never", max_penalty=3.0, max_seconds=9.0) == first
    assert key(preview=True) != first
    (tmp_path / "in" / "a0.en.txt").write_text("Changed.", "utf-8")
    assert key() != first


def test_no_memory_grows_with_the_words_of_articles():
    """What is kept of words is kept within bounds: an unbounded cache holds what tables hold, and they have an end."""
    checker = FrameChecker(Config(encoder="hashing", linker="none", cache="none", preview=True))

    def check(seed):
        chance = random.Random(seed)
        names = ["".join(chance.choices("abdefgilmnorstuvz", k=chance.randint(4, 9))) for _ in range(200)]
        english = "\n\n".join(f"Ivan {n.title()} {n}ed the {n}s of {n.title()}ville on {len(n)} May." for n in names)
        russian = "\n\n".join(f"Иван {n.title()} в {len(n)} мая {n}." for n in names)
        row = checker.row(
            {"translation_text": english, "source_text": russian, "target_lang": "en", "source_lang": "ru"}
        )
        assert not row["error"]
        made = (thing for thing in gc.get_objects() if isinstance(thing, functools._lru_cache_wrapper))
        ours = {
            f"{one.__module__}.{one.__qualname__}": one.cache_info()
            for one in made
            if "checker." in str(one.__module__)
        }
        return {name: info.currsize for name, info in ours.items() if info.maxsize is None}

    check(0)
    before, after = check(1), check(2)
    assert {name: (before[name], size) for name, size in after.items() if size > before.get(name, 0)} == {}


def test_a_manifest_is_read_row_by_row(tmp_path):
    path = tmp_path / "m.jsonl"
    path.write_text(
        '{"translation_text": "A.", "n": 1, "_row": "9", "d": null}\n{"translation": "b/c.en.txt", "x": [1]}\n'
    )
    manifest = Manifest(path, tmp_path, Config())
    assert manifest.scan.length == 2
    assert manifest.scan.carried == ("n", "row", "d", "x")
    rows = list(manifest)
    assert rows[0] == {"translation_text": "A.", "n": "1", "row": "9", "d": "", "name": "row-000001", "_row": "0"}
    assert rows[1]["name"] == "c.en"
    assert row_name({"name": "given", "translation": "x.txt"}) == "given"


def test_paths_stay_in_the_root(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "secret.txt").write_text("x")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "in" / "loop.txt").symlink_to(tmp_path / "in" / "loop.txt")
    root = (tmp_path / "in").resolve()
    for path in (
        "../secret.txt",
        str(tmp_path / "secret.txt"),
        "link.txt",
        "a/../../secret.txt",
        "loop.txt",
        "a\x00b",
        ".",
    ):
        with pytest.raises(InputError):
            inside(root, path)
    assert inside(root, "none.txt") == root / "none.txt"


def test_the_part_size_is_the_same_everywhere():
    from checker import results, tabulation

    assert results.SIZE == tabulation.SIZE == parts_module.SIZE
