"""Processes that build a piece of work once and apply it to rows; one that dies costs only its row.

Every worker has a pipe of its own and one row at a time, so that a killed one is told from a slow one and
nothing is lost with it. Rows are drawn when a worker is free: the length of the input fills no memory.
"""

from __future__ import annotations

import os
import pickle
import signal
import time
from collections import deque
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

from checker.collector import collect_seldom
from checker.errors import CheckerError, EngineError, SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from multiprocessing.connection import Connection

    Row = Mapping[str, Any]
    Work = Callable[[Row], Row]

ATTEMPTS = 2
"""Workers that a row may cost before it is given up: the first may have died of something else."""
GRACE = 5.0
"""Seconds beyond its limit after which a row that does not stop by itself is stopped with its worker."""
_STARTS = 3
"""Workers that may die while they start, one after the other, before the run is given up."""
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


class OutOfTime(Exception):
    """A row ran past its time."""


@dataclass
class _Worker:
    process: Any
    pipe: Connection
    ready: bool = False
    row: Row | None = None
    deadline: float | None = None


@dataclass
class Workers:
    """`jobs` processes of `make()`, which is pickled and called once in each."""

    make: Callable[[], Work]
    jobs: int = 1
    seconds: float | None = None
    """Wall-clock limit of a row, which the work should keep by itself; `GRACE` later its worker is killed."""
    keep: bool = False
    """Whether the processes stay for the next `run`, until `close`."""
    _deaths: int = 0
    _workers: list[_Worker] = field(default_factory=list)
    _again: deque[Row] = field(default_factory=deque)
    _tries: dict[int, int] = field(default_factory=dict)

    def run(self, rows: Iterable[Row]) -> Iterator[tuple[Row, Row | Exception]]:
        """(row, its result) in the order of completion.

        The result of a row whose workers died is an EngineError, of one past its time OutOfTime. Raises what
        `make` raises, and EngineError where workers cannot start.
        """
        waiting, through = iter(rows), False
        try:
            while self._fill(waiting):
                yield from self._collect()
            through = True
        finally:
            if not (through and self.keep):
                self.close()

    def _fill(self, waiting: Iterator[Row]) -> bool:
        """Give every free worker a row, start one where more are needed; whether anything is under way."""
        free = [worker for worker in self._workers if worker.row is None]
        room = self.jobs - len(self._workers)
        while free or room > 0:
            row = self._again.popleft() if self._again else next(waiting, None)
            if row is None:
                break
            if free:
                worker = free.pop()
            else:
                worker, room = self._start(), room - 1
            worker.row = row
            if worker.ready:
                self._send(worker)
        return any(worker.row is not None for worker in self._workers)

    def _start(self) -> _Worker:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        # Pickled here and opened there after the threads are set: opening it may import numpy.
        process = context.Process(target=_serve, args=(theirs, pickle.dumps(self.make)), daemon=True)
        process.start()
        theirs.close()
        self._workers.append(_Worker(process, ours))
        return self._workers[-1]

    def _send(self, worker: _Worker) -> None:
        worker.deadline = None if self.seconds is None else time.monotonic() + self.seconds + GRACE
        try:
            worker.pipe.send(worker.row)
        except OSError:
            # It died a moment ago; its pipe says so when it is read.
            return

    def _collect(self) -> Iterator[tuple[Row, Row | Exception]]:
        """Wait until a worker says something, dies or is out of time; then what is finished."""
        deadlines = [worker.deadline for worker in self._workers if worker.deadline is not None]
        left = max(0.0, min(deadlines) - time.monotonic()) if deadlines else None
        said = set(wait([worker.pipe for worker in self._workers], left))
        now = time.monotonic()
        for worker in list(self._workers):
            if worker.pipe in said:
                yield from self._heard(worker)
            elif worker.deadline is not None and worker.deadline <= now and worker.row is not None:
                row = worker.row
                self._bury(worker)
                yield row, OutOfTime()

    def _heard(self, worker: _Worker) -> Iterator[tuple[Row, Row | Exception]]:
        try:
            kind, value = worker.pipe.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            yield from self._died(worker)
            return
        if kind == "broken":
            raise (SettingsError if value[0] == SettingsError.exit_code else EngineError)(value[1])
        if kind == "ready":
            worker.ready, self._deaths = True, 0
            if worker.row is not None:
                self._send(worker)
            return
        row, worker.row, worker.deadline = worker.row, None, None
        if row is not None:
            self._tries.pop(id(row), None)
            yield row, value

    def _died(self, worker: _Worker) -> Iterator[tuple[Row, Row | Exception]]:
        row, ready = worker.row, worker.ready
        how = self._bury(worker)
        if not ready:
            self._deaths += 1
            if self._deaths >= _STARTS:
                raise EngineError(f"workers die while they start ({how}); check the memory, or name fewer --jobs")
        if row is None:
            return
        tries = self._tries.pop(id(row), 0) + ready
        if tries < ATTEMPTS:
            self._tries[id(row)] = tries
            self._again.append(row)
        else:
            yield row, EngineError(f"its worker died {tries} times ({how})")

    def _bury(self, worker: _Worker) -> str:
        """End a worker for good; how it ended."""
        self._workers.remove(worker)
        worker.pipe.close()
        worker.process.join(0.5)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()
        code = worker.process.exitcode
        return f"signal {signal.Signals(-code).name}" if code and code < 0 else f"exit code {code}"

    def close(self) -> None:
        """Free workers end by themselves when their pipe closes; busy ones are killed."""
        for worker in self._workers:
            worker.pipe.close()
            if worker.row is not None:
                worker.process.kill()
        for worker in self._workers:
            worker.process.join(2)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers.clear()


def _serve(pipe: Connection, made: bytes) -> None:
    """A worker's life: build, then a row in and a result out until the pipe closes."""
    # Ctrl-C reaches all processes of a terminal; the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    collect_seldom()
    try:
        work = pickle.loads(made)()  # noqa: S301 -- from our own parent
    except CheckerError as error:
        pipe.send(("broken", (error.exit_code, str(error))))
        return
    except Exception as error:
        pipe.send(("broken", (EngineError.exit_code, f"a worker cannot start: {type(error).__name__}: {error}")))
        return
    try:
        pipe.send(("ready", None))
        while True:
            pipe.send(("done", work(pipe.recv())))
    except (EOFError, OSError):
        return
