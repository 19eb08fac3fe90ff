"""Runners: a worker that dies costs its row, a slow article its time, a lost node nothing; the rows are the same."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time
from functools import partial
from pathlib import Path

import pandas as pd
import pytest

from checker import plugins
from checker.batch import FrameChecker
from checker.config import Config
from checker.errors import EngineError, SettingsError
from checker.workers import OutOfTime, Workers

FEW = Config(encoder="none", aligner="length", detectors=("repetition",), scorers=("similarity",), cache="none")


def rows_of(count):
    texts = ("They argued hastily and hastily.", "It rained.", "Nobody spoke and and left.")
    return [
        {
            "translation_text": f"{texts[number % 3]} {number}",
            "source_text": f"Шёл дождь. {number}",
            "_row": str(number),
            "name": f"n{number}",
        }
        for number in range(count)
    ]


def behave(row):
    """Work that does what the row says."""
    what = row["what"]
    if what == "die" or (what == "die once" and not Path(row["mark"]).exists()):
        if "mark" in row:
            Path(row["mark"]).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if what == "sleep":
        time.sleep(60)
    if what == "exit":
        os._exit(3)
    return {"what": what, "pid": os.getpid()}


def plain():
    return behave


def broken():
    raise SettingsError("no such rule")


def crash():
    os._exit(9)


def outcomes(workers, *whats, **more):
    return [(row["what"], done) for row, done in workers.run({"what": what, **more} for what in whats)]


def test_a_worker_is_built_once():
    done = outcomes(Workers(plain, 1), *["fine"] * 20)
    assert len({result["pid"] for _, result in done}) == 1
    assert len(done) == 20


def test_rows_are_drawn_as_workers_are_free():
    drawn = []

    def rows():
        for number in range(100):
            drawn.append(number)
            yield {"what": "fine"}

    running = Workers(plain, 2).run(rows())
    next(running)
    assert len(drawn) <= 4
    running.close()


def test_a_worker_that_dies_costs_its_row_alone():
    done = outcomes(Workers(plain, 2), "fine", "die", "exit", "fine", "fine", "fine")
    fine = [result for what, result in done if what == "fine"]
    assert len(fine) == 4
    assert all(isinstance(result, dict) for result in fine)
    died = dict(item for item in done if item[0] != "fine")
    assert str(died["die"]) == "its worker died 2 times (signal SIGKILL)"
    assert str(died["exit"]) == "its worker died 2 times (exit code 3)"


def test_a_row_is_tried_again_when_its_worker_dies(tmp_path):
    done = outcomes(Workers(plain, 1), "die once", mark=str(tmp_path / "mark"))
    assert isinstance(done[0][1], dict)


def test_a_slow_row_is_stopped(monkeypatch):
    monkeypatch.setattr("checker.workers.GRACE", 0.0)
    started = time.monotonic()
    done = outcomes(Workers(plain, 1, seconds=0.5), "sleep", "fine")
    assert isinstance(done[0][1], OutOfTime)
    assert isinstance(done[1][1], dict)
    assert time.monotonic() - started < 30


def test_a_worker_that_cannot_start_says_why():
    with pytest.raises(SettingsError, match="no such rule"):
        outcomes(Workers(broken, 2), "fine")
    with pytest.raises(EngineError, match="die while they start"):
        outcomes(Workers(crash, 1), "fine")


def test_workers_may_stay_for_the_next_rows():
    workers = Workers(plain, 1, keep=True)
    first, second = outcomes(workers, "fine"), outcomes(workers, "fine")
    assert first[0][1]["pid"] == second[0][1]["pid"]
    workers.close()
    with pytest.raises(ProcessLookupError):
        os.kill(first[0][1]["pid"], 0)


def test_the_time_of_an_article_is_limited(monkeypatch):
    checker = FrameChecker(Config(**{**vars_of(FEW), "max_seconds": 0.3}))
    monkeypatch.setattr(checker._desk, "report", lambda *_: spin(20))
    started = time.monotonic()
    row = checker.row({"translation_text": "It rained.", "name": "slow"})
    assert row["error"] == "slow: took longer than max-seconds 0.3; raise max-seconds or split it"
    assert row["exit_code"] == 2
    assert time.monotonic() - started < 5
    assert signal.getsignal(signal.SIGALRM) is not None


def vars_of(config):
    return {name: getattr(config, name) for name in config.__slots__}


def spin(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(Exception):  # what a part does that catches everything
            sum(range(1000))


def test_a_part_that_breaks_is_an_error_of_its_article(monkeypatch):
    checker = FrameChecker(FEW)
    monkeypatch.setattr(checker._desk, "report", lambda *_: 1 / 0)
    row = checker.row({"translation_text": "It rained.", "name": "n"})
    assert (row["error"], row["exit_code"]) == ("n: ZeroDivisionError: division by zero", 3)


def local(rows, jobs=1):
    made = plugins.load("runners", "local", None, jobs=jobs).run(rows, FEW, ".")
    return sorted(made, key=lambda row: int(row["_row"]))


def test_a_frame_in_is_a_frame_out():
    rows = rows_of(5)
    frame = FrameChecker(FEW)(pd.DataFrame(rows))
    assert set(frame["error"]) == {""}
    assert frame.to_dict("records") == local(rows, jobs=2)
    empty = FrameChecker(FEW)(pd.DataFrame(columns=["translation_text", "desk"]))
    assert list(empty.columns) == ["name", "key", "report", "error", "exit_code", "desk"]


@pytest.fixture
def cluster():
    """Two nodes on this machine."""
    if sys.platform != "linux":
        pytest.skip("Ray has clusters of several nodes on one machine for Linux only")
    import ray
    from ray.cluster_utils import Cluster

    nodes = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "object_store_memory": 100_000_000})
    nodes.add_node(num_cpus=1, object_store_memory=100_000_000)
    os.environ["PYTHONPATH"] = os.pathsep.join([str(Path.cwd()), os.environ.get("PYTHONPATH", "")])
    ray.init(address=nodes.address, log_to_driver=False, logging_level="ERROR")
    yield nodes
    ray.shutdown()
    nodes.shutdown()


@pytest.mark.slow
def test_ray_gives_the_same_rows_though_a_node_is_lost(cluster):
    rows = rows_of(200)
    doomed = next(iter(cluster.worker_nodes))

    made = []
    for row in plugins.load("runners", "ray", None, jobs=2).run(rows, FEW, "."):
        made.append(row)
        if len(made) == 8:
            threading.Thread(target=partial(cluster.remove_node, doomed, allow_graceful=False)).start()
    assert sorted(made, key=lambda row: int(row["_row"])) == local(rows)


@pytest.mark.slow
def test_spark_takes_the_frame_checker():
    """docs/scale.md shows this example."""
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    rows = rows_of(6)
    spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        frame = spark.createDataFrame(pd.DataFrame(rows))

        def check(frames):
            checker = FrameChecker(FEW)
            for one in frames:
                yield checker(one)

        schema = "name string, key string, report string, error string, exit_code long, _row string"
        made = [row.asDict() for row in frame.mapInPandas(check, schema).collect()]
    finally:
        spark.stop()
    assert sorted(made, key=lambda row: int(row["_row"])) == local(rows)
