"""`checker batch`: a manifest or folder of pairs in; results, tables and a page of the run out."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from checker.cli import options as opt
from checker.cli.writing import say, write
from checker.errors import CheckerError, InputError

SECONDS = 600.0
"""For an article, if nothing is said; a book of 5 MB takes as long."""

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.config import Config
    from checker.manifest import Manifest
    from checker.results import Results
    from checker.tabulation import Figures


def command(
    manifest: Annotated[
        Path, typer.Argument(help="CSV, TSV, JSONL or Parquet with a column translation, or a folder of articles.")
    ],
    out: Annotated[Path, typer.Option("--out", help="Folder for the results.")],
    engine: Annotated[str, typer.Option(help="Runner by name: local, or ray for a cluster.")] = "local",
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, help="Processes; without it one for every core.")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where an earlier run ended.")] = False,
    root: Annotated[
        Path | None, typer.Option(help="Folder out of which no path may lead; without it the manifest's own.")
    ] = None,
    max_seconds: Annotated[float | None, typer.Option(help="Most seconds for an article; without it 600.")] = None,
    source_lang: opt.SourceLang = None,
    target_lang: opt.TargetLang = None,
    variant: opt.Variant = None,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    preview: opt.Preview = None,
    min_confidence: opt.MinConfidence = None,
    glossary: opt.Glossary = None,
    words: opt.Words = None,
    encoder: opt.Encoder = None,
    model: opt.Model = None,
    fail_on: opt.FailOn = None,
    min_fidelity: opt.MinFidelity = None,
    max_penalty: opt.MaxPenalty = None,
    baseline: opt.Baseline = None,
    exit_zero: opt.ExitZero = False,
    quiet: opt.Quiet = False,
    no_progress: opt.NoProgress = False,
    config: opt.ConfigFile = None,
    isolated: opt.Isolated = False,
    cache: opt.Cache = None,
) -> None:
    """Check any number of articles: a row each, whatever happens to it; an interrupted run can be resumed."""
    from checker.manifest import Manifest

    if not manifest.exists():
        raise InputError(str(manifest), "does not exist", "name a manifest or a folder")
    settings = _settings(opt.settings(locals()), config, isolated, manifest)
    place = (root or (manifest if manifest.is_dir() else manifest.parent)).resolve()
    rows = Manifest(manifest, place, settings)
    shown = sys.stderr.isatty() and not (quiet or no_progress)
    try:
        figures = _run(rows, (settings, out, engine, jobs), resume=resume, shown=shown, quiet=quiet)
    except KeyboardInterrupt:
        say("checker: interrupted; finished articles are kept: run again with --resume")
        raise SystemExit(130) from None
    for reason in figures.reasons:
        say(f"checker: {reason}")
    left = figures.refused + figures.errors - len(figures.reasons)
    if left > 0:
        say(f"checker: and {left} more; {out / 'summary.csv'} says why")
    raise typer.Exit(0 if figures.exit_code == 1 and exit_zero else figures.exit_code)


def _settings(given: dict[str, Any], file: Path | None, isolated: bool, manifest: Path) -> Config:
    """One set of settings for the whole run, found from the manifest; no cache unless one is named."""
    from dataclasses import replace

    from checker.desk import Desk

    found = Desk(given, file, isolated).settings(manifest)
    # One article must not hold a worker for ever.
    seconds = SECONDS if found.max_seconds is None else found.max_seconds
    return replace(found, cache=found.cache or "none", max_seconds=seconds)


def _run(
    rows: Manifest, parts: tuple[Config, Path, str, int | None], *, resume: bool, shown: bool, quiet: bool
) -> Figures:
    from checker import plugins
    from checker.results import Results

    settings, out, engine, jobs = parts
    total = rows.scan.length
    runner = plugins.load("runners", engine, None, **({} if jobs is None else {"jobs": jobs}))
    results = Results.opened(out, total, resume=resume)
    finished = False
    try:
        before = results.adopt(_keys(rows, settings)) if resume else 0
        started = time.monotonic()
        with _Progress(total, before, shown=shown) as progress:
            for row in runner.run(_waiting(rows, results), settings, str(rows.root)):
                results.add(int(row["_row"]), {column: value for column, value in row.items() if column != "_row"})
                progress.step(failed=bool(row["error"]))
        seconds = time.monotonic() - started
        figures = _tabulate(results, settings, out, jobs)
        finished = True
    finally:
        results.close(finished=finished)
    if not quiet:
        _say_end(figures, (before, total - before, seconds), out)
    return figures


def _keys(rows: Manifest, settings: Config) -> Iterator[str]:
    """What every row's key should be now; "" where it cannot be read, so that it is tried again."""
    from checker.batch import contents, row_key

    for row in _complete(rows):
        try:
            yield row_key(row, settings, contents(row, settings, rows.root))
        except CheckerError:
            yield ""


def _complete(rows: Manifest) -> Iterator[dict[str, str]]:
    """Rows with all carried columns, so that every part has the same."""
    blank = dict.fromkeys(rows.scan.carried, "")
    for row in rows:
        yield {**row, **blank, **{column: row[column] for column in blank if column in row}}


def _waiting(rows: Manifest, results: Results) -> Iterator[Mapping[str, Any]]:
    return (row for row in _complete(rows) if results.waiting(int(row["_row"])))


def _tabulate(results: Results, settings: Config, out: Path, jobs: int | None) -> Figures:
    """The tables and the page, from the parts; each part by itself, in as many processes as the check had."""
    from functools import partial

    from checker.runners.local import cores
    from checker.tabulation import Tabulator, join, total
    from checker.workers import Workers

    parts = results.finish()
    numbers = ({"part": number} for number in range(parts))
    if parts <= 2:
        work = Tabulator(str(out), settings)
        made = [work(row)["figures"] for row in numbers]
    else:
        made = []
        for _, done in Workers(partial(Tabulator, str(out), settings), min(jobs or cores(), parts)).run(numbers):
            if isinstance(done, Exception):
                raise done
            made.append((done["part"], done["figures"]))
        made = [figures for _, figures in sorted(made, key=lambda item: item[0])]
    join(out, parts)
    figures = total(made)
    _page(figures, out)
    return figures


def _page(figures: Figures, out: Path) -> None:
    from checker import plugins

    outcomes = {row["name"]: row["reason"] for _, _, row in figures.worst} | dict(figures.broken)
    index = plugins.load("reporters", "index", None, outcomes=outcomes)
    page = index.page([row for _, _, row in figures.worst], figures)
    write(out / "index.html", page)


def _say_end(figures: Figures, counts: tuple[int, int, float], out: Path) -> None:
    before, now, seconds = counts
    rate = f" ({now / seconds:.1f} a second)" if now and seconds > 0 else ""
    parts = [f"{figures.articles:,} articles", f"{now:,} checked now{rate}"]
    parts += [f"{before:,} from before"] if before else []
    parts += [f"{figures.refused:,} did not pass", f"{figures.errors:,} with an error"]
    say(f"{', '.join(parts)}. Results: {out}/ (open {out / 'index.html'})")


class _Progress:
    """A bar with the rate and the time left, on a terminal only."""

    def __init__(self, total: int, before: int, *, shown: bool) -> None:
        self._total, self._before, self._shown = total, before, shown
        self._failed = 0

    def __enter__(self) -> _Progress:
        if self._shown:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

            columns = (TextColumn("Checking"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[note]}"))
            self._bar = Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task("", total=self._total, completed=self._before, note="")
            self._started, self._done = time.monotonic(), 0
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._bar.stop()

    def step(self, *, failed: bool) -> None:
        """One article more."""
        if not self._shown:
            return
        self._failed += failed
        self._done += 1
        rate = self._done / max(time.monotonic() - self._started, 1e-6)
        errors = f", {self._failed} with an error" if self._failed else ""
        self._bar.update(self._task, advance=1, note=f"{rate:.1f}/s{errors}")
