"""`checker score`: a table of paired segments in, the same rows and their scores out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from checker.cli import options as opt
from checker.cli.writing import emit
from checker.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from checker.model import Article, Document, Score

METRICS = ("similarity", "adequacy", "fluency", "fidelity", "bleu", "chrf", "ter")


def command(
    table: Annotated[
        Path, typer.Argument(help="CSV, TSV, JSONL or Parquet with the columns source, translation, reference.")
    ],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File; else standard output.")] = None,
    source_lang: opt.SourceLang = None,
    target_lang: opt.TargetLang = None,
    encoder: opt.Encoder = None,
    model: opt.Model = None,
    cache: opt.Cache = None,
    config: opt.ConfigFile = None,
    isolated: opt.Isolated = False,
) -> None:
    """Score paired segments: the same rows in the same order, with a column for each score.

    Nothing is kept for another run unless a cache is named: a table is seldom scored twice.
    """
    from checker.cli.frames import read, render
    from checker.desk import Desk
    from checker.intake import Intake, Reading

    desk = Desk(opt.settings(locals()), config, isolated)
    settings = desk.config(table)
    settings = replace(settings, cache=settings.cache or "none")
    frame = read(table)
    if "translation" not in frame or not {"source", "reference"} & set(frame.columns):
        raise InputError(str(table), "has no columns translation and source (or reference)", "name the columns so")
    rows = [index for index, text in enumerate(frame["translation"]) if _text(text).strip()]
    article, _ = Intake(settings).join(Reading(_article(frame, rows, table.name)))
    pipeline = desk.pipeline(settings)
    pair = pipeline.pair(article)
    scores = pipeline.score(pair, pipeline.detect(pair))
    _add(frame, rows, scores)
    emit(render(frame, (output or table).suffix.lower()), output)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _article(frame: pd.DataFrame, rows: Sequence[int], name: str) -> Article:
    from checker.model import Article

    sides = {
        side: [_text(frame[side].iloc[row]) for row in rows]
        for side in ("source", "translation", "reference")
        if side in frame
    }
    documents = {side: _document(texts, name) for side, texts in sides.items()}
    return Article(documents["translation"], documents.get("source"), documents.get("reference"), paired=True)


def _document(texts: Sequence[str], name: str) -> Document:
    """The cells as one text, each a segment and a paragraph of its own."""
    from checker.model import Document, Span

    segments, place = [], 0
    for text in texts:
        segments.append(Span(place, place + len(text), text))
        place += len(text) + 2
    return Document(name, "", "\n\n".join(texts), segments=tuple(segments))


def _add(frame: pd.DataFrame, rows: Sequence[int], scores: Sequence[Score]) -> None:
    """A column for each metric that was made, the usual ones first; rows without a translation stay empty."""
    by_name = {score.metric: score for score in scores}
    for metric in dict.fromkeys((*METRICS, *by_name)):
        if metric in by_name:
            values: list[float | None] = [None] * len(frame)
            for row, value in zip(rows, by_name[metric].per_bead, strict=True):
                values[row] = None if value is None else round(value, 2)
            frame[metric] = values
