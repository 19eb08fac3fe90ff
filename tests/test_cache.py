"""An unchanged article is not checked twice; the folder is bounded, shared, and never in the way."""

from __future__ import annotations

import os
import shutil
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest

from checker import cache, desk, fingerprint
from checker.cache import Cache
from checker.companions import Companions
from checker.desk import Desk
from checker.serial import to_json
from tests.sample import report

EN = "The minister left early.\n\nThey argued hastily and hastily about the budget.\n"
RU = "Министр ушёл рано.\n\nОни спорили о бюджете поспешно и второпях.\n"


@pytest.fixture
def article(tmp_path):
    (tmp_path / "a.en.txt").write_text(EN, "utf-8")
    (tmp_path / "a.ru.txt").write_text(RU, "utf-8")
    return Companions(tmp_path / "a.en.txt", tmp_path / "a.ru.txt")


@pytest.fixture
def check(tmp_path, article):
    """Check the article with a desk of its own, as another run would."""

    def check(**options):
        settings = {"encoder": "none", "cache": str(tmp_path / "kept"), **options}
        outcome = Desk(settings, isolated=True).check(article, "a.en")
        assert outcome.error is None
        return outcome

    return check


@pytest.fixture
def built(monkeypatch):
    """How many pipelines were built, and so how many articles were not found."""
    made = []
    original = desk.build
    monkeypatch.setattr(desk, "build", lambda config, store: made.append(config) or original(config, store))
    return made


def test_a_second_run_builds_no_pipeline_and_says_the_same(check, built):
    first = check()
    started = time.perf_counter()
    second = check()
    spent = time.perf_counter() - started
    assert len(built) == 1
    assert to_json(second.report) == to_json(first.report)
    assert (second.report.path, second.report.source_path) == (first.report.path, first.report.source_path)
    assert second.verdict == first.verdict
    assert spent < 0.5, "some milliseconds, and much air for a busy machine"


def test_limits_and_baselines_use_what_is_kept(check, built, tmp_path):
    check()
    known = tmp_path / "known.csv"
    known.write_text("article,fingerprint,verdict\n")
    assert check(**{"fail-on": "never"}).verdict.passed
    check(**{"max-penalty": 1.0, "baseline": str(known)})
    assert len(built) == 1


def test_what_decides_a_result_is_checked_anew(check, built, tmp_path, article, monkeypatch):
    words = tmp_path / "words.txt"
    words.write_text("left\n")
    check()
    check(ignore=["REP"])
    check(words=str(words))
    words.write_text("right\n")
    check(words=str(words))
    article.source.write_text(RU + "Никто не ждал.\n", "utf-8")
    check()
    monkeypatch.setattr(cache, "fingerprint", lambda: "another")
    check()
    assert len(built) == 6


@pytest.mark.parametrize("damage", [b"", b"x", b"\x78\x9c\x03\x00\x00\x00\x00\x01", "half"])
def test_a_damaged_entry_is_checked_anew_and_replaced(check, built, tmp_path, damage):
    first = check()
    (entry,) = (tmp_path / "kept").iterdir()
    entry.write_bytes(entry.read_bytes()[:-20] if damage == "half" else damage)
    assert to_json(check().report) == to_json(first.report)
    assert len(built) == 2
    check()
    assert len(built) == 2


def test_the_folder_keeps_its_bound_and_what_was_used_last(tmp_path):
    kept = Cache(tmp_path / "kept")
    kept.put("0", report())
    size = (tmp_path / "kept" / "0.z").stat().st_size
    kept = replace(kept, bound=size * 4)
    for number in range(1, 12):
        os.utime(tmp_path / "kept" / "0.z")
        kept.put(str(number), report())
        # Clocks of file systems are coarse; entries of one tick have no order.
        os.utime(tmp_path / "kept" / f"{number}.z", (number, number))
    names = sorted(path.name for path in (tmp_path / "kept").iterdir())
    assert names == ["0.z", "10.z", "11.z", "9.z"]


def test_the_folder_is_looked_through_once_for_many_reports(tmp_path, monkeypatch):
    looked = []
    monkeypatch.setattr(Cache, "_prune", lambda self: looked.append(1))
    kept = Cache(tmp_path / "kept")
    for number in range(50):
        kept.put(str(number), report())
    assert len(looked) == 1
    small = Cache(tmp_path / "kept", bound=50 * (tmp_path / "kept" / "0.z").stat().st_size)
    for number in range(50):
        small.put(str(number), report())
    assert len(looked) == 51


def hammer(folder):
    """Keep and fetch in a folder that others use and that is always too small."""
    kept, expected = Cache(Path(folder), bound=3_000), to_json(report())
    for number in range(30):
        kept.put(str(number % 5), report())
        found = kept.get(str((number + 2) % 5))
        if found is not None and to_json(found) != expected:
            return False
    return True


def test_runs_share_a_folder(tmp_path):
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        assert all(pool.map(hammer, [str(tmp_path / "kept")] * 3))
    assert not [path for path in (tmp_path / "kept").iterdir() if path.name.startswith(".new-")]


def test_a_folder_that_cannot_be_written_is_no_obstacle(check, built, tmp_path):
    (tmp_path / "file").write_text("in the way")
    check(cache=str(tmp_path / "file" / "kept"))
    check(cache=str(tmp_path / "file" / "kept"))
    assert len(built) == 2


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_read(check, built, tmp_path):
    check()
    (tmp_path / "kept").chmod(0o555)
    check()
    check(ignore=["REP"])
    assert len(built) == 2


def test_removing_the_folder_is_safe(check, built, tmp_path):
    check()
    shutil.rmtree(tmp_path / "kept")
    check()
    check()
    assert len(built) == 2


def test_none_keeps_nothing(check, built, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "user"))
    check(cache="none")
    assert not (tmp_path / "user").exists()
    check(cache="")
    assert [path.suffix for path in (tmp_path / "user" / "checker").iterdir()] == [".z"]
    assert len(built) == 2


def test_another_version_of_a_strangers_part_is_another_result(monkeypatch):
    fingerprint.fingerprint.cache_clear()
    before = fingerprint.fingerprint()
    monkeypatch.setattr(fingerprint, "_strangers", lambda: [("house-style", "2.0")])
    fingerprint.fingerprint.cache_clear()
    assert fingerprint.fingerprint() != before
    fingerprint.fingerprint.cache_clear()
