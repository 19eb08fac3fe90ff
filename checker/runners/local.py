"""Articles on this machine: as many processes as `jobs`, models loaded once in each."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from checker.batch import FrameChecker, failed, out_of_time
from checker.errors import EngineError
from checker.manifest import row_name
from checker.workers import OutOfTime, Workers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.config import Config


@dataclass
class Local:
    """A process has one thread: two jobs on two cores are faster than one job on two."""

    jobs: int = 1
    keep: bool = False
    """Whether the processes stay for the next rows of the same run; they end with this one."""
    _workers: Workers | None = field(default=None, repr=False)

    def run(self, rows: Iterable[Mapping[str, Any]], config: Config, root: str) -> Iterator[Mapping[str, Any]]:
        """Result rows in the order of completion."""
        if self._workers is None or not self.keep:
            self._workers = Workers(partial(_work, config, root), self.jobs, config.max_seconds, self.keep)
        for row, done in self._workers.run(rows):
            if isinstance(done, OutOfTime):
                yield failed(row, out_of_time(row_name(row), config))
            elif isinstance(done, Exception):
                yield failed(row, EngineError(f"{row_name(row)}: {done}"))
            else:
                yield done


def _work(config: Config, root: str) -> Any:
    return FrameChecker(config, root).row


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def runner(context: object, jobs: int | None = None) -> Local:
    """Factory of the entry point; without `jobs` a process for every core."""
    del context
    return Local(jobs or cores())
