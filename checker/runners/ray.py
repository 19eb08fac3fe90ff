"""Articles on a cluster: Ray Data's `map_batches` over the frame checker, an actor for every core.

Ray moves the rows and restarts what a lost node was doing. Inside every actor the articles are checked in a
process of its own, as on one machine: what would kill an actor costs one row, and time limits hold everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

import pandas as pd
import ray
import ray.data

from checker.runners.local import Local

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.config import Config

BLOCK = 8
"""Articles that an actor gets at once: some seconds of work, beside which Ray's own some milliseconds are little."""
WAVE, PER_ACTOR = 20_000, 500
"""Articles that Ray holds at once: so many, and no fewer than so many for each actor.

A wave waits for its last article, and the models load anew: with 20 articles an actor a thousand actors would take
three times as long (python -m benchmarks.scale cost --cores 1000).
"""


class FrameRunner:
    """Frames of rows in, frames of result rows out, by a local runner of one process that outlives the frame."""

    def __init__(self, config: Config, root: str) -> None:
        self._local = Local(1, keep=True)
        self._config, self._root = config, root

    def __call__(self, frame: pd.DataFrame) -> pd.DataFrame:
        """One result row for each row."""
        rows: list[dict[str, Any]] = frame.to_dict("records")  # type: ignore[assignment]
        return pd.DataFrame(list(self._local.run(rows, self._config, self._root)))


@dataclass(frozen=True)
class Cluster:
    """The cluster that this process is connected to, or that RAY_ADDRESS names, or this machine."""

    jobs: int | None = None

    def run(self, rows: Iterable[Mapping[str, Any]], config: Config, root: str) -> Iterator[Mapping[str, Any]]:
        """Result rows in the order of completion. Paths must lead to the same files on every node."""
        if not ray.is_initialized():
            ray.init(log_to_driver=False, logging_level="ERROR", include_dashboard=False)
        ray.data.DataContext.get_current().enable_progress_bars = False
        jobs = self.jobs or max(1, int(ray.cluster_resources().get("CPU", 1)))
        waiting = iter(rows)
        while wave := [dict(row) for row in islice(waiting, max(WAVE, PER_ACTOR * jobs))]:
            blocks = -(-len(wave) // BLOCK)
            checked = ray.data.from_items(wave, override_num_blocks=blocks).map_batches(
                FrameRunner,
                fn_constructor_args=(config, root),
                batch_size=None,
                batch_format="pandas",
                compute=ray.data.ActorPoolStrategy(
                    min_size=1, max_size=min(jobs, blocks), initial_size=min(jobs, blocks)
                ),
            )
            for block in checked.iter_batches(batch_size=None, batch_format="pyarrow"):
                yield from block.to_pylist()


def runner(context: object, jobs: int | None = None) -> Cluster:
    """Factory of the entry point; without `jobs` an actor for every core of the cluster."""
    del context
    return Cluster(jobs)
