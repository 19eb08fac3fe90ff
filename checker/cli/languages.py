"""`checker languages`: what is known of each language and pair, and how well it was measured."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from checker.errors import SettingsError

if TYPE_CHECKING:
    from checker.knowledge import Knowledge

FORMATS = ("text", "json")
_HEADS = ("code", "language", "sentences", "words", "numbers", "names", "quotes", "spelling", "encoder", "rules")
_SHOWN = {
    "alignment_f1": "alignment F1",
    "retrieval": "retrieval",
    "number_alarms": "false number alarms",
    "name_alarms": "false name alarms",
    "target_alarms": "false alarms as target",
}


def command(
    form: Annotated[str, typer.Option("--format", help="text or json.")] = "text",
) -> None:
    """Show what is known of each language and pair, and how well it was measured."""
    if form not in FORMATS:
        raise SettingsError(f'no format "{form}": {" or ".join(FORMATS)}')
    from checker import knowledge
    from checker.cli.listing import all_rules

    rules = all_rules()
    known, pairs = knowledge.languages(rules), knowledge.pairs(rules)
    if form == "json":
        shown = {
            "languages": [one.row() for one in known],
            "pairs": [{"source": one.source, "target": one.target, "knows": list(one.subjects)} for one in pairs],
        }
        typer.echo(json.dumps(shown, ensure_ascii=False, indent=2))
        return
    rows = [_HEADS, *(_row(one) for one in known)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    for row in rows:
        typer.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    typer.echo(
        "\nrules: that know the language as a target. Any other language: shared rules, words and figures as written."
    )
    for pair in pairs:
        typer.echo(f"\n{pair.source} to {pair.target}: {', '.join(pair.subjects)}")
    _measured(known)


def _row(one: Knowledge) -> tuple[str, ...]:
    encoder = "yes" if one.encoder else "no"
    cells = (one.code, one.name, one.sentences, one.words, one.numerals, one.names, one.quotes, one.spelling)
    return (*cells, encoder, str(one.rules))


def _measured(known: tuple[Knowledge, ...]) -> None:
    told = [one for one in known if one.measured]
    if told:
        typer.echo("\nmeasured on news with human translations (alarms for 1,000 words):")
    for one in told:
        typer.echo(f"  {one.code}  " + ", ".join(f"{_SHOWN[key]} {value}" for key, value in one.measured.items()))
