"""`checker report`: another rendering of a finished check, nothing recomputed."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from checker.cli.check import FORMATS
from checker.cli.writing import emit
from checker.errors import InputError, SettingsError, nearest


def command(
    reports: Annotated[list[Path], typer.Argument(help="NAME.json of finished checks.", metavar="REPORT...")],
    output_format: Annotated[str, typer.Option("--format", "-f", help=", ".join(FORMATS))] = "full",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File for the report; else standard output.")
    ] = None,
) -> None:
    """Render finished checks in another format; nothing is recomputed."""
    from checker import plugins
    from checker.serial import from_json

    if output_format not in FORMATS:
        raise SettingsError(f'--format: "{output_format}" is not known{nearest(output_format, FORMATS)}')
    made = [from_json(values, str(path)) for path in reports for values in _values(path)]
    options = {"colour": output is None and sys.stdout.isatty()} if output_format == "full" else {}
    emit(plugins.load("reporters", output_format, None, **options).render(made), output)


def _values(path: Path) -> list[Any]:
    try:
        values = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InputError(str(path), f"cannot be read ({error.strerror})", "name a NAME.json") from error
    except (ValueError, RecursionError) as error:
        raise InputError(str(path), f"is no JSON ({error})", "name a NAME.json") from error
    several = values.get("reports") if isinstance(values, dict) else None
    return several if isinstance(several, list) else [values]
