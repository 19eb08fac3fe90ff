"""Speed and memory of the aligner: given the vectors of the runs, and from texts."""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks._alignment_sets import karenina, lines, pair
from checker import plugins
from checker.aligners.costs import Weights
from checker.aligners.margin import beads
from checker.aligners.sides import Side, side
from checker.protocols import Context

if TYPE_CHECKING:
    from collections.abc import Callable

COUNTS = (100, 1000, 10000)
NEWS = 1500
"""Sentences of news that are aligned from the texts."""


def synthetic(count: int) -> tuple[Side, Side, set[tuple[int, int, int, int]]]:
    """Two texts of `count` ideas with vectors as noisy copies, a tenth of the target's merged; gold; seed fixed."""
    rng = np.random.default_rng(5)
    ideas = rng.standard_normal((count, 512), dtype=np.float32)
    merged = np.flatnonzero(rng.random(count - 1) < 0.1)
    firsts = np.setdiff1d(np.arange(count), merged + 1)
    ends = np.append(firsts[1:], count)
    copies = np.add.reduceat(ideas, firsts, axis=0)
    copies += np.float32(0.8) * rng.standard_normal(copies.shape, dtype=np.float32)
    lengths = rng.integers(40, 200, count).astype(np.float64)
    sides = [
        Side(("",) * len(one), _runs(one), size, np.zeros(len(one), dtype=np.bool_))
        for one, size in ((ideas, lengths), (copies, 1.1 * np.add.reduceat(lengths, firsts)))
    ]
    gold = {(int(i), int(k), j, j + 1) for j, (i, k) in enumerate(zip(firsts, ends, strict=True))}
    return sides[0], sides[1], gold


def _runs(single: Any) -> Any:
    runs = np.zeros((4, *single.shape), np.float32)
    total = np.zeros_like(single)
    for k in range(4):
        total[: len(single) - k] += single[k:]
        runs[k, : len(single) - k] = total[: len(single) - k]
    return runs / np.maximum(np.linalg.norm(runs, axis=2, keepdims=True), 1e-6)


def _took(run: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of the processor, the least of three, and the result."""
    best, found = float("inf"), None
    for _ in range(3):
        start = time.process_time()
        found = run()
        best = min(best, time.process_time() - start)
    return best, found


def _least(run: Callable[[Any, Any], Any]) -> float:
    """Seconds of the processor, the least of three, each with an encoder and an aligner of its own."""
    times = []
    for _ in range(3):
        encoder: Any = plugins.load("encoders", "embedded", None)
        context = Context(language=lambda _: None, encoder=lambda made=encoder: made, linker=lambda: None)  # type: ignore[arg-type,return-value,misc]
        aligner = plugins.load("aligners", "margin", context)
        encoder.encode(["Loads what is loaded when it is first asked for."])
        start = time.process_time()
        run(encoder, aligner)
        times.append(time.process_time() - start)
    return min(times)


def given(name: str, source: Side, target: Side, gold: set[tuple[int, int, int, int]]) -> str:
    """A row of the table: seconds, sentences a second, peak memory and the share of gold beads found."""
    took, found = _took(lambda: beads(source, target, Weights()))
    right = f"{len(gold & {one[0] for one in found}) / len(gold):.3f}" if gold else ""
    status = Path("/proc/self/status").read_text("utf-8")
    peak = int(status.split("VmHWM:")[1].split()[0])
    count = len(source) + len(target)
    return f"| {name} | {took:.3f} s | {count / took:,.0f} | {peak / 1024:,.0f} MB | {right} |"


def whole(data: Path) -> str:
    """What an alignment from the texts costs, measured by encoding its sentences once."""
    folder = data / "alignment" / "ntrex"
    news = pair(lines(folder / "ru")[:NEWS], lines(folder / "en")[:NEWS], (), ("ru", "en"))
    parts = []
    for name, one in (
        (f"{NEWS:,} lines of news, ru-en", news),
        ("Anna Karenina val", karenina(data)["Anna Karenina val en-ru"][0]),
    ):
        texts = [span.text for spans in (one.source[1], one.target[1]) for span in spans]
        sides = one.source[1], one.target[1]
        # Each time by an encoder that remembers no sentence.
        once = _least(lambda encoder, _, texts=texts: encoder.encode(texts))
        runs = _least(lambda encoder, _, one=one: (side(*one.source, encoder), side(*one.target, encoder)))
        every = _least(lambda _, aligner, one=one, sides=sides: aligner.align(one.source[0], one.target[0], sides))
        parts.append(f"{name}: {once:.1f} s once, {runs / once:.2f} times that with runs, {every / once:.2f} in all")
    short = pair(lines(folder / "ru")[:100], lines(folder / "en")[:100], (), ("ru", "en"))
    sides = short.source[1], short.target[1]
    took = _least(lambda _, aligner: aligner.align(short.source[0], short.target[0], sides))
    return "From the texts, beside encoding their sentences once: " + "; ".join(parts) + f". 100 lines: {took:.2f} s."


def _real(data: Path) -> tuple[Side, Side]:
    encoder: Any = plugins.load("encoders", "embedded", None)
    one = karenina(data)["Anna Karenina val en-ru"][0]
    return side(*one.source, encoder), side(*one.target, encoder)


def speeds(data: Path) -> list[str]:
    """The table of speed, every row from a process of its own."""
    table = [
        "| sentences | processor time | sentences/s, both sides | peak memory | right |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for what in (*map(str, COUNTS), "text", "whole"):
        command = [sys.executable, "-m", "benchmarks._alignment_speed", what, str(data)]
        found = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
        table += ["", found] if what == "whole" else [found]
    return table


def main() -> None:
    """One measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what")
    parser.add_argument("data", type=Path)
    asked = parser.parse_args()
    if asked.what == "whole":
        print(whole(asked.data))
    elif asked.what == "text":
        print(given("Anna Karenina val, encoder in memory", *_real(asked.data), set()))
    else:
        count = int(asked.what)
        print(given(f"{count:,} x {count:,}, made", *synthetic(count)))


if __name__ == "__main__":
    main()
