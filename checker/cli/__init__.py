"""The command line: the only place that prints or exits. One file a command; nothing heavy is imported here."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from checker.cli import (
    align,
    baseline,
    batch,
    check,
    compare,
    evaluate,
    export,
    init,
    languages,
    listing,
    retranslate,
    score,
)
from checker.collector import collect_seldom
from checker.errors import CheckerError

app = typer.Typer(
    name="checker",
    help="Find where a translation says something else than its original, and which phrases are garbled.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from checker.version import __version__

        typer.echo(f"checker {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Find where a translation says something else than its original, and which phrases are garbled."""


app.command("check")(check.command)
app.command("align")(align.command)
app.command("score")(score.command)
app.command("retranslate")(retranslate.command)
app.command("batch")(batch.command)
app.command("compare")(compare.command)
app.command("report")(export.command)
app.command("baseline")(baseline.command)
app.command("rules")(listing.rules)
app.command("languages")(languages.command)
app.command("plugins")(listing.parts)
app.command("evaluate")(evaluate.command)
app.command("init")(init.command)


def main() -> None:
    """Run the command line; every error a user may see is one line and an exit code."""
    # Our matrices are small: OpenBLAS's threads wait for each other longer than they work (8.8 s of CPU became 6.3).
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    collect_seldom()
    try:
        app()
    except CheckerError as error:
        sys.stderr.write(f"checker: {error}\n")
        raise SystemExit(error.exit_code) from None
    except BrokenPipeError:
        # The reader of a pipe went away (`checker check ... | head`): nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
    except KeyboardInterrupt:
        sys.stderr.write("checker: interrupted; finished articles are kept\n")
        raise SystemExit(130) from None
