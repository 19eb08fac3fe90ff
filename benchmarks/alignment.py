"""Sentence alignment: our aligners and a peer on every development set, by one scorer, with speed and memory.

    python -m benchmarks.alignment --data DIR [--output docs/alignment.md] [--only WORDS]

DIR holds alignment/, retranslation/ and articles/. The tables are printed, and written between the markers of the
page. A folder of one's own with `source`, `target` and `gold` is measured by --pair FOLDER SOURCE_LANG TARGET_LANG.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks._alignment_errors import tables
from benchmarks._alignment_scorer import Link, Tally
from benchmarks._alignment_sets import Pair, all_sets, lines, pair, parse
from benchmarks._alignment_speed import speeds
from benchmarks._page import write
from checker import plugins
from checker.protocols import Context

if TYPE_CHECKING:
    from checker.model import Alignment

System = Callable[[Pair], tuple[list[Link], list[float]]]
PARTS = ("scores", "speed")
PEERS = Path(__file__).parent / "alignment_peers.json"
"""Figures of aligners that were run outside of this project: version, date and command are in it."""


class Remembering:
    """The embedded encoder, with the runs of texts that several sets share kept."""

    def __init__(self) -> None:
        self._encoder = plugins.load("encoders", "embedded", None)
        self._kept: dict[tuple[str, ...], Any] = {}

    def runs(self, sentences: Sequence[str], longest: int, joint: str = " ") -> Any:
        """Run vectors, remembered for long texts."""
        key = (joint, str(longest), *sentences)
        if key not in self._kept:
            made = self._encoder.runs(sentences, longest, joint)
            if len(sentences) < 400:
                return made
            self._kept = {} if len(self._kept) > 4 else self._kept
            self._kept[key] = made
        return self._kept[key]

    def __getattr__(self, name: str) -> Any:
        """Whatever else an encoder can do."""
        return getattr(self._encoder, name)


@cache
def context() -> Context:
    """A context with the embedded encoder."""
    encoder: Any = Remembering()
    return Context(
        language=lambda code: plugins.load("languages", code, None), encoder=lambda: encoder, linker=lambda: None
    )


def ours(name: str, **without: Any) -> System:
    """One of our aligners."""
    place = Context(language=context().language, encoder=lambda: None, linker=lambda: None) if without else context()
    aligner = plugins.load("aligners", name, place)

    def run(one: Pair) -> tuple[list[Link], list[float]]:
        alignment: Alignment = aligner.align(one.source[0], one.target[0], (one.source[1], one.target[1]))
        places = [{span.start: index for index, span in enumerate(side)} for side in (one.source[1], one.target[1])]
        links = [
            (tuple(places[0][span.start] for span in bead.source), tuple(places[1][span.start] for span in bead.target))
            for bead in alignment.beads
        ]
        return links, [bead.confidence for bead in alignment.beads]

    return run


def peers() -> dict[str, System]:
    """Aligners of others that are installed."""
    found: dict[str, System] = {}
    try:
        import galechurch
    except ImportError:
        return found

    def run(one: Pair) -> tuple[list[Link], list[float]]:
        texts = [[span.text for span in side] for side in (one.source[1], one.target[1])]
        return [parse(line) for line in galechurch.align(*texts).to_pharaoh_lines()], []

    found[f"galechurch {galechurch.__version__}"] = run
    return found


def rungs(one: Pair, links: Sequence[Link]) -> tuple[int, int]:
    """How many of the pair's rungs lie between links, and how many there are."""
    places, at = {(0, 0)}, [0, 0]
    for link in links:
        for side in (0, 1):
            at[side] += len(link[side])
        places.add((at[0], at[1]))
    return sum(rung in places for rung in one.rungs), len(one.rungs)


def measure(system: System, pairs: Sequence[Pair]) -> tuple[Tally, tuple[int, int]]:
    """Counts of one system over one set."""
    tally, hit, of = Tally(), 0, 0
    for one in pairs:
        links, sure = system(one)
        if one.rungs:
            some = rungs(one, links)
            hit, of = hit + some[0], of + some[1]
        else:
            tally.add(single(links), single(one.gold), sure if single(links) == list(links) else ())
    return tally, (hit, of)


def single(links: Sequence[Link]) -> list[Link]:
    """The links with every null of one sentence."""
    cut: list[Link] = []
    for source, target in links:
        if source and target:
            cut.append((source, target))
        cut += [((place,), ()) for place in source if not target] + [((), (place,)) for place in target if not source]
    return cut


def rows(system: str, name: str, tally: Tally, hits: tuple[int, int]) -> tuple[str, str]:
    """A row of the table of scores and a row of the table of kinds."""
    if hits[1]:
        return f"| {name} | {system} | boundary recall {hits[0] / hits[1]:.3f} ({hits[0]} of {hits[1]}) | | | | | |", ""
    got = tally.figures()
    nulls = f"{got['null_precision']:.2f} / {got['null_recall']:.2f} ({got['nulls']:.0f})" if got["nulls"] else "none"
    cells = [f"{got[key]:.3f}" for key in ("strict", "precision", "recall", "lax", "null_free")]
    kinds = ", ".join(f"{kind} {found / count:.2f} ({count})" for kind, (found, count) in tally.by_kind().items())
    return f"| {name} | {system} | {' | '.join(cells)} | {nulls} |", f"| {name} | {system} | {kinds} |"


def reliability(tallies: Sequence[Tally]) -> list[str]:
    """Stated confidence against the share that is right, in ten bins."""
    pairs = [item for tally in tallies for item in tally.reliability]
    table = ["| stated confidence | links | mean stated | right |", "| --- | ---: | ---: | ---: |"]
    for low, high in ((0, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 0.97), (0.97, 0.99), (0.99, 1.01)):
        some = [(value, right) for value, right in pairs if low <= value < high]
        if some:
            mean, share = np.mean([value for value, _ in some]), np.mean([right for _, right in some])
            table.append(f"| {low:g}-{min(high, 1):g} | {len(some)} | {mean:.3f} | {share:.3f} |")
    return table


def outside(name: str) -> list[str]:
    """Rows of the table of scores for aligners that were run outside of this project."""
    found = []
    for one in json.loads(PEERS.read_text("utf-8"))["figures"]:
        if one["set"] == name:
            cells = [f"{one[key]:.3f}" for key in ("strict", "precision", "recall", "lax", "null_free")]
            nulls = f"{one['null_precision']:.2f} / {one['null_recall']:.2f} ({one['nulls']})"
            found.append(f"| {name} | {one['aligner']} * | {' | '.join(cells)} | {nulls} |")
    return found


def outsiders() -> list[str]:
    """Table of what was run outside, and how."""
    table = ["| aligner | version | run on | command | seconds for Anna Karenina |", "| --- | --- | --- | --- | ---: |"]
    every = json.loads(PEERS.read_text("utf-8"))
    for one in every["systems"]:
        seconds = [
            f"{row['seconds']:.1f}"
            for row in every["figures"]
            if row["set"].startswith("Anna") and row["aligner"].startswith(one["aligner"])
        ]
        cells = (one["aligner"], one["version"], one["date"], f"`{one['command']}`", ", ".join(seconds) or "not run")
        table.append(f"| {' | '.join(cells)} |")
    return table


def report(data: Path, only: str) -> list[str]:
    """All tables as lines of Markdown."""
    systems = {"margin": ours("margin"), "length": ours("length"), "length and anchors": ours("margin", encoder=None)}
    systems |= peers()
    scores = [
        "| set | aligner | strict F1 | precision | recall | lax F1 | strict F1, nulls left out | nulls P / R (gold) |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    kinds = ["| set | aligner | recall by kind of gold link (links) |", "| --- | --- | --- |"]
    tallies: dict[str, Tally] = {}
    for name, pairs in all_sets(data):
        if only.lower() not in name.lower():
            continue
        for system, run in systems.items():
            tally, hits = measure(run, pairs)
            row, kind = rows(system, name, tally, hits)
            print(row, flush=True)
            scores.append(row)
            if system == "margin":
                tallies[name] = tally
                kinds += [kind] if kind else []
        scores += outside(name)
    return [
        *scores,
        "",
        "Run outside of this project, on the same files and by the same scorer (\\*):",
        "",
        *outsiders(),
        "",
        "Recall by kind:",
        "",
        *kinds,
        "",
        "Places where `margin` differs from the gold, by kind of error:",
        "",
        *tables({name: (tally.kinds.total(), tally.errors) for name, tally in tallies.items() if tally.kinds}),
        "",
        "Confidence of `margin`, all sets together:",
        "",
        *reliability(list(tallies.values())),
    ]


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path)
    parser.add_argument("--output", type=Path)
    parser.add_argument("--only", default="", help="sets whose name holds these words")
    parser.add_argument("--pair", nargs=3, metavar=("FOLDER", "SOURCE_LANG", "TARGET_LANG"))
    parser.add_argument("--part", choices=PARTS, help="one of the two tables")
    asked = parser.parse_args()
    if asked.pair:
        folder = Path(asked.pair[0])
        gold = [parse(line) for line in lines(folder / "gold")]
        one = pair(lines(folder / "source"), lines(folder / "target"), gold, (asked.pair[1], asked.pair[2]))
        print(rows("margin", folder.name, *measure(ours("margin"), [one]))[0])
        return
    for part in [asked.part] if asked.part else PARTS:
        table = report(asked.data, asked.only) if part == "scores" else speeds(asked.data)
        print("\n".join(table))
        if asked.output:
            write(asked.output, part, table)


if __name__ == "__main__":
    main()
