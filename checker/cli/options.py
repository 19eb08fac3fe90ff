"""Options that several commands take, and how they become settings."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

_GATE, _PARTS, _LANGS, _SETTINGS = "What blocks", "How it is checked", "Languages", "Settings"

Source = Annotated[Path | None, typer.Option("--source", "-s", help="The original; without it the template finds it.")]
Reference = Annotated[Path | None, typer.Option("--reference", "-r", help="An independent re-translation.")]
SourceLang = Annotated[
    str | None, typer.Option(help="Language of the original, e.g. ru (detected when absent).", rich_help_panel=_LANGS)
]
TargetLang = Annotated[
    str | None,
    typer.Option(help="Language of the translation, e.g. en (detected when absent).", rich_help_panel=_LANGS),
]
Variant = Annotated[str | None, typer.Option(help="en-GB or en-US.", rich_help_panel=_LANGS)]
Select = Annotated[
    str | None, typer.Option(help="Only rules with these code prefixes, e.g. NUM,NEG001.", rich_help_panel=_PARTS)
]
Ignore = Annotated[str | None, typer.Option(help="Not the rules with these code prefixes.", rich_help_panel=_PARTS)]
Preview = Annotated[
    bool | None, typer.Option("--preview", help="Rules that are still being measured, too.", rich_help_panel=_PARTS)
]
MinConfidence = Annotated[
    float | None, typer.Option(help="Drop findings less sure than this (0-1).", rich_help_panel=_PARTS)
]
Glossary = Annotated[
    str | None,
    typer.Option(help="The desk's glossary (CSV: source, required, forbidden, note).", rich_help_panel=_PARTS),
]
Words = Annotated[str | None, typer.Option(help="The desk's own words, one a line.", rich_help_panel=_PARTS)]
Encoder = Annotated[
    str | None, typer.Option(help="Encoder by name; none for a run without one.", rich_help_panel=_PARTS)
]
Model = Annotated[str | None, typer.Option(help="Model of the encoder: a folder or a hub id.", rich_help_panel=_PARTS)]
FailOn = Annotated[str | None, typer.Option(help="critical, major, minor or never.", rich_help_panel=_GATE)]
MinFidelity = Annotated[float | None, typer.Option(help="Least fidelity of an article (0-100).", rich_help_panel=_GATE)]
MaxPenalty = Annotated[float | None, typer.Option(help="Most MQM penalty per 1,000 words.", rich_help_panel=_GATE)]
Baseline = Annotated[
    str | None, typer.Option(help="Reviewed findings.csv: rejected and known ones are silent.", rich_help_panel=_GATE)
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit 0 even if the gate fails.", rich_help_panel=_GATE)]
ConfigFile = Annotated[
    Path | None, typer.Option("--config", help="Settings file to use for all articles.", rich_help_panel=_SETTINGS)
]
Isolated = Annotated[bool, typer.Option("--isolated", help="Read no settings file.", rich_help_panel=_SETTINGS)]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Only what was asked for; no summary, no notes.")]
NoProgress = Annotated[bool, typer.Option("--no-progress", help="No progress bar on a terminal.")]

Cache = Annotated[
    str | None,
    typer.Option(
        "--cache", help="Folder for finished reports and vectors; none for no cache.", rich_help_panel=_SETTINGS
    ),
]

_NAMES = (
    *("source_lang", "target_lang", "variant", "select", "ignore", "preview", "min_confidence", "glossary", "words"),
    *("encoder", "model", "fail_on", "min_fidelity", "max_penalty", "baseline", "cache", "max_seconds"),
)


def settings(values: dict[str, Any]) -> dict[str, Any]:
    """The given ones among a command's local values, with hyphens, as settings."""
    return {name.replace("_", "-"): values[name] for name in _NAMES if values.get(name) is not None}
