"""`checker retranslate`: a re-translation by a model, to use as ``--reference``."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli import options as opt
from checker.cli.writing import emit, say, write
from checker.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.config import Config
    from checker.model import Document

_PLAIN = (".txt", ".text", ".md", ".markdown", "")
"""Suffixes under which plain text may be written; any other becomes .txt."""


def command(
    source: Annotated[Path, typer.Argument(help="The original; - for standard input.")],
    model: Annotated[str, typer.Option("--model", "-m", help="A translation model: a folder or a hub id.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File; else {stem}.retranslation{suffix} beside the original.")
    ] = None,
    beams: Annotated[int, typer.Option(min=1, max=64, help="Width of the beam search.")] = 4,
    batch: Annotated[int, typer.Option(min=1, max=4096, help="Sentences translated at once.")] = 16,
    source_lang: opt.SourceLang = None,
    target_lang: opt.TargetLang = None,
    revision: Annotated[str | None, typer.Option(help="Commit, tag or branch of a model on the hub.")] = None,
    device: Annotated[str, typer.Option(help="auto, cpu, cuda, mps.")] = "auto",
    cache: Annotated[
        str | None, typer.Option("--cache", help="Folder for what was translated; none for no memory.")
    ] = None,
    config: opt.ConfigFile = None,
    isolated: opt.Isolated = False,
    quiet: opt.Quiet = False,
    no_progress: opt.NoProgress = False,
) -> None:
    """Translate an original sentence by sentence with a model of your own (extra: models)."""
    from checker.cache import default_folder
    from checker.desk import Desk
    from checker.retranslation import Settings, retranslate

    desk = Desk(opt.settings({"source_lang": source_lang, "target_lang": target_lang}), config, isolated)
    settings = desk.config(source)
    piped = str(source) == "-"
    target = output if output or piped else _beside(source)
    if target is not None and target.absolute() == source.absolute():
        raise InputError(str(target), "is the original itself", "name another file with --output")
    document = _document(source, settings)
    sentences = desk.pipeline(settings).split(document)
    if not sentences:
        raise InputError(str(source), "holds no sentence", "give an article")
    how = Settings(model, document.lang, settings.target_lang or "en", revision, beams, batch, device)
    place = cache if cache is not None else settings.cache
    memory = None if place == "none" else Path(place) if place else default_folder()
    with _progress(shown=sys.stderr.isatty() and not (quiet or no_progress)) as step:
        made = retranslate(document, sentences, how, memory, step)
    if target is None:
        emit(made.text, None)
    else:
        write(target, made.text)
    for sentence in made.unfinished:
        say(f"checker: the model came to no end, what it wrote until then stands: {sentence[:120]}")
    if not quiet:
        say(f"{len(sentences)} sentences from {document.lang}: {target or 'standard output'} ({made.signature})")


def _beside(source: Path) -> Path:
    """The default name: found again as the re-translation of a translation with the same stem and suffix."""
    from checker.companions import split_name

    stem, _, suffix = split_name(source)
    return source.with_name(f"{stem}.retranslation{suffix if suffix.lower() in _PLAIN else '.txt'}")


def _document(source: Path, settings: Config) -> Document:
    """The original with its language. Raises InputError for a file of pairs."""
    from dataclasses import replace

    from checker.intake import Intake

    # What is read here is the original: its language is the source's.
    intake = Intake(replace(settings, source_lang="", target_lang=settings.source_lang))
    reading = intake.data(sys.stdin.buffer.read(), "-") if str(source) == "-" else intake.file(source)
    article = reading.article
    if article.source is not None or article.reference is not None or article.paired:
        raise InputError(str(source), "holds pairs of segments, not an article", "give the original by itself")
    return intake.join(reading)[0].translation


@contextmanager
def _progress(*, shown: bool) -> Iterator[Callable[[int, int], None]]:
    """A bar over the sentences."""
    if not shown:
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Translating"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("")
        yield lambda done, total: bar.update(task, completed=done, total=total)
