"""How many articles and sentences a second and core, in what memory; beside what else one would run.

    python -m benchmarks.throughput [--output docs/scale.md] [--articles 40] [--peers PYTHON]

Articles have 80 sentences and are made from corpora/ (synthetic.py). Rates are a core's: articles by seconds of the
processor, so that a busy machine changes them less; its caches are shared all the same, and so the load is written
beside them. With --output the table stands between the two marks of that file. --peers names the Python of an
environment that has the peers (README.md here): what they need cannot stand beside what we need. Memory over long
manifests, processes and Ray are measured by scale.py.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks._page import write

ROOT = Path(__file__).parent.parent

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


def python(script: str, *arguments: object, interpreter: str = sys.executable) -> dict[str, float]:
    """What a script prints, in a process of its own with one BLAS thread."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)}
    command = [interpreter, "-c", script, *map(str, arguments)]
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
lint = harper.Linter().lint
lint(texts[0])
start = time.process_time()
for text in texts:
    lint(text)
print(json.dumps({"median": (time.process_time() - start) / len(texts)}))
"""
HARDRULES = """
import json, resource, subprocess, sys, tempfile
from pathlib import Path
from benchmarks.synthetic import article
command = [Path(sys.executable).with_name("bicleaner-hardrules"), "--source_lang", "ru", "--target_lang", "en"]
# The rules that need a model of its own, which is downloaded, are off.
command += ["--disable_lang_ident", "--disable_lm_filter", "--disable_porn_removal", "--run_all_rules", "--quiet"]
def seconds(texts):
    with tempfile.TemporaryDirectory() as folder:
        pairs = Path(folder) / "pairs.tsv"
        cut = [[side.strip().split("\\n\\n") for side in sides] for sides in texts]
        lines = [pair for sides in cut for pair in zip(*sides, strict=True)]
        pairs.write_text("".join(f"{source}\\t{target}\\n" for source, target in lines), "utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([*command, pairs, Path(folder) / "judged.tsv"], check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert len((Path(folder) / "judged.tsv").read_text("utf-8").splitlines()) == len(lines)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
texts = [article(number) for number in range(10, 60)]
print(json.dumps({"median": (seconds(texts) - seconds(texts[:1])) / (len(texts) - 1)}))
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


def peers(theirs: str) -> list[tuple[str, dict[str, float] | str]]:
    """The same texts through what a user would otherwise run; a reason where that does not run."""
    listed = (
        ("sacrebleu: BLEU, chrF, TER of the translation", SACREBLEU, sys.executable),
        ("harper: grammar of the translation", HARPER, theirs),
        ("bicleaner-hardrules: its rules for pairs that need no model", HARDRULES, theirs),
        ("a LaBSE-sized transformer, random weights: 2 x 80 sentences of 32 tokens", TRANSFORMER, sys.executable),
    )
    made: list[tuple[str, dict[str, float] | str]] = []
    for name, script, interpreter in listed:
        try:
            made.append((name, python(script, interpreter=interpreter)))
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
    options.add_argument("--peers", default=sys.executable, help="the Python that has harper and bicleaner-hardrules")
    chosen = options.parse_args()
    machine = f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores."
    rates_table = rated(chosen.articles, chosen.peers)
    wanted = f"Processes that wanted a core, this one counted, in the last 15 minutes: {os.getloadavg()[2]:.1f}."
    text = f"{machine} {wanted}\n\n{rates_table}"
    print(text)
    if chosen.output:
        write(chosen.output, "throughput", [text])


def rated(count: int, theirs: str) -> str:
    """The table of rates."""
    rows: list[tuple[object, ...]] = []
    for name, made in [*rates(count), *peers(theirs)]:
        if isinstance(made, str):
            rows.append((name, "", "", made))
            continue
        peak = f"{made['peak']:.0f}" if "peak" in made else ""
        rows.append((name, f"{1 / made['median']:.1f}", f"{80 / made['median']:.0f}", peak))
    return table("on one core | articles a second | sentences a second | peak MB", rows)


if __name__ == "__main__":
    main()
