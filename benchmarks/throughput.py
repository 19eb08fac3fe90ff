"""How many articles and sentences a second and core, in what memory; beside what else one would run.

    python -m benchmarks.throughput [--output docs/scale.md] [--articles 40]

Articles have 80 sentences and are made from corpora/ (synthetic.py). Rates are a core's: articles by seconds of the
processor, so that a busy machine changes them less; its caches are shared all the same, and so the load is written
beside them. With --output the table stands between the two marks of that file. Memory over long manifests, processes
and Ray are measured by scale.py.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parent.parent
MARKS = "<!-- throughput: python -m benchmarks.throughput --output docs/scale.md -->", "<!-- /throughput -->"

ONE = """
import json, resource, sys, time
from benchmarks.synthetic import article
from checker.batch import FrameChecker
from checker.config import Config
start = time.process_time()
kind, count, cache, least = sys.argv[1], int(sys.argv[2]), sys.argv[3], float(sys.argv[4])
checker = FrameChecker(Config(cache=cache, source_lang="ru", target_lang="en", min_confidence=least))
def row(number):
    source, translation = article(number)
    return {"translation_text": translation, "name": f"n{number}"} | ({"source_text": source} if kind == "pair" else {})
for number in range(3):
    assert not checker.row(row(number))["error"]
loaded = time.process_time() - start
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
        plain = python(ONE, "pair", count, "none", 0)
        python(ONE, "pair", count, folder, 0)
        return [
            ("checker, translation and original", plain),
            # Another setting: the reports in the cache are of no use, the vectors, beads and word links are.
            ("the same, vectors, beads and word links from the cache", python(ONE, "pair", count, folder, 0.01)),
            ("the same, unchanged articles: reports from the cache", python(ONE, "pair", count, folder, 0)),
            ("checker, translation alone", python(ONE, "alone", count, "none", 0)),
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


def table(header: str, rows: list[tuple[object, ...]]) -> str:
    """Markdown."""
    columns = [cell.strip() for cell in header.split("|")]
    lines = ["| " + " | ".join(columns) + " |", "| --- |" + " ---: |" * (len(columns) - 1)]
    return "\n".join([*lines, *("| " + " | ".join(map(str, row)) + " |" for row in rows)])


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--output", type=Path)
    options.add_argument("--articles", type=int, default=40)
    chosen = options.parse_args()
    machine = f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores."
    rates_table = rated(chosen.articles)
    wanted = f"Processes that wanted a core, this one counted, in the last 15 minutes: {os.getloadavg()[2]:.1f}."
    text = f"{machine} {wanted}\n\n{rates_table}"
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


if __name__ == "__main__":
    main()
