"""`checker compare`: which of two runs is better, with significance."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from checker.cli.writing import emit
from checker.errors import SettingsError, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.comparison import Comparison

FORMATS = ("full", "csv", "json")
COLUMNS = ("metric", "articles", "a", "b", "difference", "low", "high", "p", "better", "signature")


def command(
    run_a: Annotated[Path, typer.Argument(help="Folder of checker batch --out or checker check --reports.")],
    run_b: Annotated[Path, typer.Argument(help="Another one, over the same articles (matched by name).")],
    output_format: Annotated[str, typer.Option("--format", "-f", help=", ".join(FORMATS))] = "full",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File; else standard output.")] = None,
    samples: Annotated[int, typer.Option(min=100, max=1_000_000, help="Bootstrap samples.")] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="Seed of the samples.")] = 12345,
) -> None:
    """Compare two runs: paired bootstrap over articles for fidelity, penalty and every other score they share."""
    from checker.comparison import compare, read_run

    if output_format not in FORMATS:
        raise SettingsError(f'--format: "{output_format}" is not known{nearest(output_format, FORMATS)}')
    runs = read_run(run_a), read_run(run_b)
    made = compare(*runs, samples, seed)
    alone = [name for one, other in (runs, runs[::-1]) for name in one if name not in other]
    render = {"full": _full, "csv": _csv, "json": _json}[output_format]
    emit(render(made, (run_a, run_b), alone), output)


def _row(item: Comparison) -> dict[str, Any]:
    low, high = item.interval
    values = (item.a, item.b, item.b - item.a, low, high)
    rounded = (round(value, 2) + 0.0 for value in values)
    return dict(
        zip(
            COLUMNS,
            (item.metric, item.articles, *rounded, round(item.p, 4), item.better, item.signature),
            strict=True,
        )
    )


def _full(made: Sequence[Comparison], runs: tuple[Path, Path], alone: Sequence[str]) -> str:
    lines = [f"A = {runs[0]}", f"B = {runs[1]}", ""]
    lines.append(f"{'':22}{'A':>9}{'B':>9}{'B - A':>9}  {'95 of 100 samples':<20}{'p':>7}  better")
    for item in made:
        row = _row(item)
        span = f"{row['low']:+.2f} .. {row['high']:+.2f}"
        better = item.better or "not significant"
        figures = f"{row['a']:9.2f}{row['b']:9.2f}{row['difference']:+9.2f}"
        lines.append(f"{item.metric.replace('_', ' '):22}{figures}  {span:<20}{item.p:7.3f}  {better}")
    most = max(item.articles for item in made)
    lines += [
        "",
        f"Paired bootstrap over {most} articles; in ter and penalty the lower is better.",
        "Significant: p < 0.05, and no zero between the two bounds.",
    ]
    if most < 20:
        lines.append("With fewer than 20 articles only large differences show.")
    if alone:
        lines.append(f"{len(alone)} articles are in one run only and left out: {', '.join(alone[:5])} ...")
    return "\n".join(lines) + "\n"


def _csv(made: Sequence[Comparison], runs: tuple[Path, Path], alone: Sequence[str]) -> str:
    del runs, alone
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(_row(item) for item in made)
    return text.getvalue()


def _json(made: Sequence[Comparison], runs: tuple[Path, Path], alone: Sequence[str]) -> str:
    del runs
    values = {"metrics": [_row(item) for item in made], "alone": list(alone)}
    return json.dumps(values, ensure_ascii=False, indent=1) + "\n"
