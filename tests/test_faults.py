"""What breaks under a run: nothing finished is lost, the message is clear, the exit code right."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checker import parts
from checker.cache import Cache
from checker.cli.writing import write
from checker.errors import InputError
from checker.results import Journal, Results
from tests.sample import report
from tests.test_batch import FAST, few_parts, make, rows_of, summary, tree

assert few_parts  # the fixture, used here too

COMMAND = [sys.executable, "-c", "from checker.cli import main; main()"]


def start(*arguments, cwd, **more):
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)], cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more
    )


def wait_for(path, process, seconds=60):
    """Until a file holds something."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        if path.exists() and path.stat().st_size:
            return
        time.sleep(0.02)
    raise AssertionError(f"{path} did not come: {process.communicate()}")


def heeding_interrupts():
    """A shell that starts the tests in the background has them, and what they start, ignore interrupts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def no_space(*_, **__):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_loses_no_finished_row(tmp_path, monkeypatch):
    monkeypatch.setattr("checker.results.SIZE", 4)
    rows = rows_of(range(8))
    results = Results.opened(tmp_path / "out", 8, resume=False)
    for index in range(3):
        results.add(index, rows[index])
    with monkeypatch.context() as patched:
        patched.setattr(parts, "_put", no_space)
        with pytest.raises(InputError, match=r"No space left on device.*finished articles are kept.*--resume"):
            results.add(3, rows[3])
    results.close(finished=False)
    again = Results.opened(tmp_path / "out", 8, resume=True)
    assert again.adopt(row["key"] for row in rows) == 4
    for index in range(4, 8):
        again.add(index, rows[index])
    assert [row for part in range(2) for row in again.parts.read(part)] == rows


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_journal_on_a_full_disk_says_so(tmp_path):
    journal = Journal(tmp_path / "journal")
    journal._file.close()
    journal._file = Path("/dev/full").open("r+b")  # noqa: SIM115 -- closed with the journal
    with pytest.raises(InputError, match="No space left on device"):
        journal.add({"key": "k" * 10})
    journal.close()


def test_a_report_that_does_not_fit_leaves_the_old_one(tmp_path, monkeypatch):
    path = tmp_path / "r.json"
    write(path, "old")
    monkeypatch.setattr(Path, "replace", no_space)
    with pytest.raises(InputError, match=r"cannot be written \(No space left on device\); check the folder"):
        write(path, "new")
    assert path.read_text() == "old"
    assert [item.name for item in tmp_path.iterdir() if item.suffix != ".toml"] == ["r.json"]


def test_a_small_disk_fills_up(run, tmp_path):
    """On a file system of 96 kB, where the system lets us mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=96k", "tmpfs", disk], capture_output=True, check=False)
    if made.returncode:
        pytest.skip(f"no mount here: {made.stderr.decode().strip()}")
    try:
        manifest = make(tmp_path / "in", 150)
        done = run("batch", manifest, "--out", disk / "out", *FAST)
        assert done.returncode == 2, done.stderr.decode()
        assert b"No space left on device" in done.stderr
        assert b"Traceback" not in done.stderr
        subprocess.run(["mount", "-o", "remount,size=50m", disk], check=True)
        again = run("batch", manifest, "--out", disk / "out", *FAST, "--resume")
        assert again.returncode == 0, again.stderr.decode()
        assert b" from before" in again.stderr
        assert len(summary(disk / "out")) == 150
    finally:
        subprocess.run(["umount", disk], check=False)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_an_unwritable_folder_is_exit_2(run, tmp_path):
    manifest = make(tmp_path / "in", 1)
    (tmp_path / "shut").mkdir(mode=0o500)
    done = run("batch", manifest, "--out", tmp_path / "shut" / "out", *FAST)
    assert done.returncode == 2
    assert b"cannot be written (Permission denied); check the folder" in done.stderr


def test_a_file_in_the_place_of_the_folder_is_exit_2(run, tmp_path):
    manifest = make(tmp_path / "in", 1)
    (tmp_path / "out").write_text("mine")
    done = run("batch", manifest, "--out", tmp_path / "out", *FAST)
    assert (done.returncode, done.stderr) == (
        2,
        f"checker: {tmp_path / 'out'}: is a file; name a folder with --out\n".encode(),
    )
    below = run("batch", manifest, "--out", tmp_path / "out" / "deeper", *FAST)
    assert below.returncode == 2
    assert b"Traceback" not in below.stderr
    assert (tmp_path / "out").read_text() == "mine"


def test_two_runs_at_once_do_not_mix(tmp_path):
    manifest = make(tmp_path / "in", 400)
    first = start("batch", manifest, "--out", tmp_path / "out", *FAST, cwd=tmp_path)
    wait_for(tmp_path / "out" / "journal", first)
    second = start("batch", manifest, "--out", tmp_path / "out", *FAST, "--resume", cwd=tmp_path)
    _, said = second.communicate(timeout=60)
    assert second.returncode == 2, said
    assert b"another run is writing here" in said
    _, said = first.communicate(timeout=120)
    assert first.returncode == 0, said
    assert len(summary(tmp_path / "out")) == 400


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
def test_an_interrupted_run_can_be_resumed(run, tmp_path):
    # As many as cannot be done before a busy machine gets to send the signal.
    manifest = make(tmp_path / "in", 1000)
    options = {"cwd": tmp_path, "start_new_session": True, "preexec_fn": heeding_interrupts}
    process = start("batch", manifest, "--out", tmp_path / "out", *FAST, **options)
    wait_for(tmp_path / "out" / "journal", process)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130, said
    assert said == b"checker: interrupted; finished articles are kept: run again with --resume\n"
    done = run("batch", manifest, "--out", tmp_path / "out", *FAST, "--resume")
    assert done.returncode == 0, done.stderr.decode()
    assert b"from before" in done.stderr
    run("batch", manifest, "--out", tmp_path / "whole", *FAST)
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")


@pytest.mark.skipif(not Path("/proc").exists(), reason="finds workers in /proc")
def test_no_worker_outlives_a_killed_run(tmp_path):
    manifest = make(tmp_path / "in", 400)
    process = start("batch", manifest, "--out", tmp_path / "out", *FAST, cwd=tmp_path)
    wait_for(tmp_path / "out" / "journal", process)
    children = [int(one) for one in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]
    assert children
    process.kill()
    process.communicate()
    end = time.monotonic() + 20
    while time.monotonic() < end and any(Path(f"/proc/{child}").exists() for child in children):
        time.sleep(0.1)
    assert not [child for child in children if Path(f"/proc/{child}").exists()]


def test_a_closed_pipe_is_no_error(run, tmp_path):
    make(tmp_path / "in", 40)
    process = start("check", tmp_path / "in", "--format", "json", "--cache", "none", "--fail-on", "never", cwd=tmp_path)
    process.stdout.close()
    said = process.stderr.read()
    process.wait(60)
    assert b"Traceback" not in said
    assert process.returncode == 0


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "ru_RU.KOI8-R", "PYTHONUTF8": "0"},
        {"TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "1"},
    ],
)
def test_locale_and_clock_change_no_byte(run, tmp_path, environment):
    manifest = make(tmp_path / "in", 2)
    run("batch", manifest, "--out", tmp_path / "plain", *FAST)
    done = run("batch", manifest, "--out", tmp_path / "other", *FAST, env=environment)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert tree(tmp_path / "plain") == tree(tmp_path / "other")


def test_a_clock_that_runs_backwards_loses_nothing(tmp_path, monkeypatch):
    """No decision of a run hangs on the time of day: keys and hashes alone say what is finished."""
    monkeypatch.setattr(time, "time", lambda: -1e9)
    rows = rows_of(range(3))
    results = Results.opened(tmp_path / "out", 3, resume=False)
    results.add(0, rows[0])
    results.close(finished=False)
    os.utime(tmp_path / "out" / "journal", (0, 0))
    assert Results.opened(tmp_path / "out", 3, resume=True).adopt(row["key"] for row in rows) == 1


def test_a_cache_that_cannot_be_written_is_no_cache(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put("key", report())
    assert cache.get("key") is None
    kept = Cache(tmp_path / "cache")
    monkeypatch.setattr("tempfile.mkstemp", no_space)
    kept.put("key", report())
    assert kept.get("key") is None


def test_a_damaged_cache_is_checked_anew(tmp_path):
    cache = Cache(tmp_path)
    cache.put("key", report())
    assert cache.get("key") is not None
    path = next(tmp_path.iterdir())
    for damage in (b"", path.read_bytes()[:-7], b"x" * 100):
        path.write_bytes(damage)
        assert cache.get("key") is None
