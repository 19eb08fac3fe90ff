"""How many articles and sentences a second, what memory, how it grows with processes; beside what else one would run.

    python -m benchmarks.throughput [--output docs/scale.md] [--articles 40] [--manifest 1000] [--quick]

Articles have 80 sentences and are made from corpora/ (synthetic.py). Rates are a core's: articles by seconds of the
processor, so that a busy machine changes them little; the scaling from one process to two is by the clock, and on a
busy machine says less. With --output the tables stand between the two marks of that file.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

from benchmarks.synthetic import write

ROOT = Path(__file__).parent.parent
MARKS = "<!-- throughput: python -m benchmarks.throughput --output docs/scale.md -->", "<!-- /throughput -->"

ONE = """
import json, resource, sys, time
from benchmarks.synthetic import article
from checker.batch import FrameChecker
from checker.config import Config
start = time.process_time()
kind, count, cache = sys.argv[1], int(sys.argv[2]), sys.argv[3]
checker = FrameChecker(Config(cache=cache, source_lang="ru", target_lang="en"))
def row(number):
    source, translation = article(number)
    return {"translation_text": translation, "name": f"n{number}"} | ({"source_text": source} if kind == "pair" else {})
for number in range(3):
    assert not checker.row(row(number))["error"]
loaded = time.process_time() - start
if cache != "none":
    for number in range(10, 10 + count):
        checker.row(row(number))
rows = [row(number) for number in range(10, 10 + count)]
times = []
for values in rows:
    start = time.process_time()
    assert not checker.row(values)["error"]
    times.append(time.process_time() - start)
times.sort()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"loaded": loaded, "median": times[len(times) // 2], "mean": sum(times) / len(times), "peak": peak}))
"""


def python(script: str, *arguments: object) -> dict[str, float]:
    """What a script prints, in a process of its own with one BLAS thread."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", script, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, cwd=ROOT)
    made: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return made


def rates(count: int) -> list[tuple[str, dict[str, float]]]:
    """One core, by what the article comes with."""
    with tempfile.TemporaryDirectory() as folder:
        return [
            ("checker, translation and original", python(ONE, "pair", count, "none")),
            ("checker, translation alone", python(ONE, "alone", count, "none")),
            ("checker, translation and original, unchanged (from the cache)", python(ONE, "pair", count, folder)),
        ]


SACREBLEU = """
import json, time
from benchmarks.synthetic import article
from sacrebleu.metrics import BLEU, CHRF, TER
texts = [article(number)[1].split("\\n\\n") for number in range(10, 20)]
start = time.process_time()
for lines in texts:
    other = [" ".join(word for place, word in enumerate(line.split()) if place % 5) for line in lines]
    for metric in (BLEU(), CHRF(), TER()):
        metric.corpus_score(lines, [other])
print(json.dumps({"median": (time.process_time() - start) / len(texts)}))
"""
HARPER = """
import json, time
from benchmarks.synthetic import article
import harper
texts = [article(number)[1] for number in range(10, 20)]
lint = getattr(harper, "lint", None) or harper.Linter().lint
lint(texts[0])
start = time.process_time()
for text in texts:
    lint(text)
print(json.dumps({"median": (time.process_time() - start) / len(texts)}))
"""
TRANSFORMER = """
import json, time
import torch
from transformers import BertConfig, BertModel
torch.set_num_threads(1)
# LaBSE's shape: 12 layers of 768; the 501,153 rows of its embedding cost no time and are left out.
model = BertModel(BertConfig(vocab_size=1000, hidden_size=768, num_hidden_layers=12, num_attention_heads=12)).eval()
tokens = torch.randint(0, 1000, (8, 32))
with torch.inference_mode():
    model(tokens)
    start = time.process_time()
    model(tokens)
    sentence = (time.process_time() - start) / 8
print(json.dumps({"median": 160 * sentence}))
"""


def peers() -> list[tuple[str, dict[str, float] | str]]:
    """The same texts through what a user would otherwise run; a reason where that is not installed."""
    listed = (
        ("sacrebleu: BLEU, chrF, TER of the translation", SACREBLEU, ("sacrebleu",)),
        ("harper: grammar of the translation", HARPER, ("harper",)),
        (
            "a LaBSE-sized transformer, random weights: 2 x 80 sentences of 32 tokens",
            TRANSFORMER,
            ("torch", "transformers"),
        ),
    )
    made: list[tuple[str, dict[str, float] | str]] = []
    for name, script, needs in listed:
        missing = [one for one in needs if find_spec(one) is None]
        try:
            made.append((name, f"{', '.join(missing)} not installed" if missing else python(script)))
        except subprocess.CalledProcessError as error:
            made.append((name, f"did not run: {error.stderr.strip().splitlines()[-1][:80]}"))
    return made


BATCH = """
import json, resource, sys
from checker.cli import app
try:
    app(sys.argv[1:])
except SystemExit:
    pass
own, below = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({"own": own.ru_maxrss / 1024, "worker": below.ru_maxrss / 1024}))
"""


def batch(folder: Path, count: int, jobs: int, sentences: int, *more: str) -> dict[str, float]:
    """A whole run: seconds by the clock, peak memory of the parent and of the largest worker in MB."""
    manifest = write(folder / f"in{count}-{sentences}", count, sentences)
    start = time.monotonic()
    out = folder / f"out{count}-{sentences}-{jobs}"
    used = python(BATCH, "batch", manifest, "--out", out, "--jobs", jobs, "--fail-on", "never", "--isolated", *more)
    return used | {"seconds": time.monotonic() - start}


def table(header: str, rows: list[tuple[object, ...]]) -> str:
    """Markdown."""
    columns = [cell.strip() for cell in header.split("|")]
    lines = ["| " + " | ".join(columns) + " |", "| --- |" + " ---: |" * (len(columns) - 1)]
    return "\n".join([*lines, *("| " + " | ".join(map(str, row)) + " |" for row in rows)])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--output", type=Path)
    options.add_argument("--articles", type=int, default=40, help="for the rates")
    options.add_argument("--manifest", type=int, default=1000, help="articles of 4 sentences of the longer run")
    options.add_argument("--quick", action="store_true", help="rates only")
    chosen = options.parse_args()
    parts = [
        f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores.",
        rated(chosen.articles),
    ]
    if not chosen.quick:
        with tempfile.TemporaryDirectory() as folder:
            parts += [memory(Path(folder), chosen.manifest), scaling(Path(folder))]
    text = "\n\n".join(parts)
    print(text)
    if chosen.output:
        page = chosen.output.read_text("utf-8")
        before, after = page.split(MARKS[0])[0], page.split(MARKS[1])[1]
        chosen.output.write_text(f"{before}{MARKS[0]}\n\n{text}\n\n{MARKS[1]}{after}", "utf-8")


def rated(count: int) -> str:
    """The table of rates."""
    rows: list[tuple[object, ...]] = []
    for name, made in [*rates(count), *peers()]:
        if isinstance(made, str):
            rows.append((name, "", "", made))
            continue
        peak = f"{made['peak']:.0f}" if "peak" in made else ""
        rows.append((name, f"{1 / made['median']:.1f}", f"{80 / made['median']:.0f}", peak))
    return table("on one core | articles a second | sentences a second | peak MB", rows)


def memory(folder: Path, longer: int) -> str:
    """The table of memory by length of the manifest."""
    rows = []
    for count in (100, longer):
        used = batch(folder, count, 1, 4)
        rows.append((f"{count:,}", f"{used['own']:.0f}", f"{used['worker']:.0f}"))
    return table("articles of 4 sentences | parent, peak MB | largest worker, peak MB", rows)


def scaling(folder: Path) -> str:
    """The table of processes."""
    times = {jobs: batch(folder, 60, jobs, 80)["seconds"] for jobs in (1, 2)}
    rows = [(jobs, f"{seconds:.0f}", f"{times[1] / seconds:.2f}") for jobs, seconds in times.items()]
    return table("processes, 60 articles of 80 sentences | seconds by the clock | times one process", rows)


if __name__ == "__main__":
    main()
