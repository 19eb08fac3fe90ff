"""Many articles: memory over a long manifest, processes, Ray beside the local engine, and what a million would cost.

    python -m benchmarks.scale memory [--articles 10000]      peak memory after 100 articles and after many
    python -m benchmarks.scale processes [--articles 300]     one process and two, by the clock and by the processor
    python -m benchmarks.scale ray [--articles 2000]          the two engines at two workers over the same rows
    python -m benchmarks.scale engines [--articles 2000]      the same, whole runs with all rules; memory by the way
    python -m benchmarks.scale cost [--articles 1000000] [--rate 3.1] [--cores 64 1000]     a simulation

The first four measure, by articles of 80 sentences; the last draws. Its articles take lognormal times about the
measured mean, some nodes are slow and some are lost, and tasks are handed out as the engines do. All say how busy the
machine was. With --output docs/scale.md a figure stands between its marks there.
"""

from __future__ import annotations

import argparse
import heapq
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import deque
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks._page import write as write_page
from benchmarks.synthetic import article, write

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent

RUN = """
import json, os, resource, sys, time
from checker.cli import app
start = time.monotonic()
try:
    app(sys.argv[1:])
except SystemExit as end:
    assert end.code in (0, None), end.code
own, below = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({
    "seconds": time.monotonic() - start,
    "processor": sum(use.ru_utime + use.ru_stime for use in (own, below)),
    "parent": own.ru_maxrss / 1024,
    "worker": below.ru_maxrss / 1024,
}))
"""
ENGINE = """
import json, sys, time
from checker import plugins
from checker.config import Config
engine, path = sys.argv[1:]
rows = [json.loads(line) for line in open(path)]
config = Config(encoder="none", aligner="length", detectors=("repetition",), scorers=("similarity",), cache="none")
if engine == "ray":
    import ray
    ray.init(num_cpus=2, log_to_driver=False, logging_level="ERROR", include_dashboard=False)
start, moments = time.monotonic(), []
for row in plugins.load("runners", engine, None, jobs=2).run(rows, config, "."):
    assert not row["error"], row["error"]
    moments.append(time.monotonic() - start)
assert len(moments) == len(rows)
print(json.dumps({"seconds": moments[-1], "first": moments[0]}))
"""


def python(script: str, *arguments: object) -> dict[str, float]:
    """What a script prints last, in a process of its own."""
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", script, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=ROOT)
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    made: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return made


def batch(folder: Path, articles: int, sentences: int, jobs: int, engine: str = "local") -> dict[str, float]:
    """A whole run of `checker batch` with the settings that it has by itself."""
    manifest = write(folder / f"in{articles}-{sentences}", articles, sentences)
    out = folder / f"out{articles}-{sentences}-{jobs}-{engine}"
    # Languages are said: of one short sentence they cannot always be told.
    given = ("--source-lang", "ru", "--target-lang", "en", "--fail-on", "never", "--isolated", "--quiet")
    return python(RUN, "batch", manifest, "--out", out, "--jobs", jobs, "--engine", engine, *given)


def memory(articles: int, sentences: int) -> Iterator[str]:
    """Peak memory of the parent and of its one worker by the length of the manifest."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (batch(Path(folder), number, sentences, 1) for number in (100, articles))
    yield f"Articles of {sentences} sentences with their originals, one worker:"
    yield from _grown(few, many, articles)


def _grown(few: dict[str, float], many: dict[str, float], articles: int) -> Iterator[str]:
    """How much more memory many articles take than a hundred."""
    for who in ("parent", "worker"):
        grown = f"{many[who] / few[who] - 1:+.1%}"
        yield f"{who} {few[who]:.0f} MB after 100 articles, {many[who]:.0f} MB after {articles:,} ({grown});"


def processes(articles: int) -> Iterator[str]:
    """One process and two: seconds by the clock, and of the processor, which other work does not change."""
    with tempfile.TemporaryDirectory() as folder:
        made = {jobs: batch(Path(folder), articles, 80, jobs) for jobs in (1, 2)}
    for jobs, used in made.items():
        clock, work = used["seconds"], used["processor"]
        yield f"processes: {jobs}; {articles} articles in {clock:.1f} s by the clock, {work:.1f} s of the processor;"
    clock, work = (made[1][what] / made[2][what] for what in ("seconds", "processor"))
    yield f"two are {clock:.2f} times as fast by the clock; had each its own core: {2 * work:.2f} times;"


def ray(articles: int) -> Iterator[str]:
    """Both engines over the same rows, three times in turn; one rule, so that what an engine costs is much of it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for number in range(articles):
                source, translation = article(number)
                row = {
                    "translation_text": translation,
                    "source_text": source,
                    "name": f"n{number}",
                    "_row": str(number),
                }
                file.write(json.dumps(row | {"source_lang": "ru", "target_lang": "en"}, ensure_ascii=False) + "\n")
        runs = [(python(ENGINE, "local", path), python(ENGINE, "ray", path)) for _ in range(3)]
    for place, name in enumerate(("local", "ray")):
        seconds, first = (median(run[place][what] for run in runs) for what in ("seconds", "first"))
        yield f"{name}: {seconds:.1f} s for {articles:,} articles, the first after {first:.1f} s;"
    more = median(other["seconds"] - own["seconds"] for own, other in runs)
    yield f"with the cheapest rule alone Ray takes {more:.1f} s more, {1000 * more / articles:.1f} ms an article;"


def engines(articles: int) -> Iterator[str]:
    """Whole runs of both engines with all rules over articles of 80 sentences and their originals, once each."""
    with tempfile.TemporaryDirectory() as folder:
        few = batch(Path(folder), 100, 80, 2)
        made = {engine: batch(Path(folder), articles, 80, 2, engine) for engine in ("local", "ray")}
    local, other = (made[engine]["seconds"] for engine in ("local", "ray"))
    yield f"{articles:,} articles, all rules, two workers:"
    yield f"local {local:.0f} s, Ray {other:.0f} s ({other / local - 1:+.1%});"
    yield from _grown(few, made["local"], articles)


BLOCK, WAVE, PER_CORE, START = 8, 20_000, 500, 12.0
"""As in checker/runners/ray.py: articles a task; articles a wave, at least and for each core; seconds to start it."""


def handed_out(times: list[float], speeds: list[float], block: int, lost: dict[int, float]) -> float:
    """Seconds until all is done when every free core takes the next `block` articles.

    `speeds` are the cores'. A core in `lost` ends at that moment, and what it had begun is done again at the end.
    """
    tasks = deque(sum(times[first : first + block]) for first in range(0, len(times), block))
    free = [(0.0, core) for core in range(len(speeds))]
    heapq.heapify(free)
    end = 0.0
    while tasks:
        if not free:
            raise SystemExit("all cores were lost")
        now, core = heapq.heappop(free)
        task = tasks.popleft()
        done = now + task / speeds[core]
        if done > lost.get(core, math.inf):
            tasks.append(task)
            continue
        end = max(end, done)
        heapq.heappush(free, (done, core))
    return end


def in_waves(times: list[float], speeds: list[float], lost: dict[int, float]) -> float:
    """The same, as the engine of clusters does it: wave by wave, each waiting for its last task."""
    wave, now = max(WAVE, PER_CORE * len(speeds)), 0.0
    for first in range(0, len(times), wave):
        now += START
        left = {core: moment - now for core, moment in lost.items()}
        now += handed_out(times[first : first + wave], speeds, BLOCK, left)
    return now


def cost(articles: int, rate: float, cores: int, price: float) -> Iterator[str]:
    """What so many articles take on so many cores, from the measured rate of one."""
    chance = random.Random(1)
    spread = 0.8  # of the logarithm of lengths: a twentieth of all articles is 3.7 times as long as the middle one
    mean = math.exp(spread**2 / 2)
    times = [chance.lognormvariate(0, spread) / mean / rate for _ in range(articles)]
    ideal = sum(times) / cores
    yield f"{articles:,} articles at {rate:g} a second and core take {sum(times) / 3600:,.0f} core hours:"
    yield ""
    yield f"| {cores:,} cores | handed out | hours | more than at best | core hours | at {price:g} an hour |"
    yield "| --- | --- | ---: | ---: | ---: | ---: |"
    slow = {core for core in range(cores) if chance.random() < 0.05}
    lost = {core: chance.uniform(0, ideal) for core in range(cores) if chance.random() < 0.02}
    for name, few, gone in (
        ("all alike", set(), {}),
        ("1 in 20 at a third of the speed", slow, {}),
        ("and 1 in 50 lost on the way", slow, lost),
    ):
        speeds = [1 / 3 if core in few else 1.0 for core in range(cores)]
        for how, end in (
            ("one by one", handed_out(times, speeds, 1, gone)),
            ("by Ray", in_waves(times, speeds, gone)),
        ):
            paid = end * cores / 3600
            yield f"| {name} | {how} | {end / 3600:.2f} | {end / ideal - 1:.0%} | {paid:,.0f} | {paid * price:,.0f} |"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", choices=("memory", "processes", "ray", "engines", "cost"))
    options.add_argument("--articles", type=int)
    options.add_argument("--output", type=Path)
    options.add_argument("--sentences", type=int, default=80, help="of an article, for the memory")
    options.add_argument("--rate", type=float, default=3.1, help="articles a second and core (docs/scale.md)")
    options.add_argument("--cores", type=int, nargs="+", default=[64, 1000])
    options.add_argument("--price", type=float, default=0.05, help="of a core for an hour")
    chosen = options.parse_args()
    lines = measured(chosen) if chosen.what != "cost" else drawn(chosen)
    made = []
    for line in lines:
        made.append(line)
        print(line, flush=True)
    if chosen.output:
        write_page(chosen.output, chosen.what, made)


def drawn(chosen: argparse.Namespace) -> Iterator[str]:
    """The simulation for each number of cores."""
    for place, cores in enumerate(chosen.cores):
        if place:
            yield ""
        yield from cost(chosen.articles or 1_000_000, chosen.rate, cores, chosen.price)


def measured(chosen: argparse.Namespace) -> Iterator[str]:
    """What was asked for, and how busy the machine was."""
    begun, before = time.monotonic(), os.getloadavg()[0]
    defaults = {
        "memory": (partial(memory, sentences=chosen.sentences), 10_000),
        "processes": (processes, 300),
        "ray": (ray, 2000),
        "engines": (engines, 2000),
    }
    work, articles = defaults[chosen.what]
    yield from work(chosen.articles or articles)
    load = f"load {before:.1f} at the beginning, {os.getloadavg()[0]:.1f} at the end"
    yield f"{os.cpu_count()} cores, {load}, {time.monotonic() - begun:.0f} s in all."


if __name__ == "__main__":
    main()
