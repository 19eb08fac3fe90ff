"""`checker rules`, `checker languages`, `checker plugins`: what there is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from checker.cli.writing import say, write
from checker.errors import SettingsError, nearest

if TYPE_CHECKING:
    from checker.model import Rule


def rules(
    code: Annotated[str | None, typer.Argument(help="A rule's code or name; all without it.")] = None,
    pages: Annotated[
        Path | None, typer.Option("--pages", help="Folder to write a page in Markdown for every rule into.")
    ] = None,
) -> None:
    """List the catalogue, or explain one rule with a bad and a good example."""
    catalogue = {rule.code: rule for rule in all_rules()}
    if pages is not None:
        _write_pages(list(catalogue.values()), pages)
        return
    if code is None:
        for rule in catalogue.values():
            mark = " (preview)" if rule.preview else ""
            typer.echo(
                f"{rule.code}  {rule.name:<28} {rule.severity.label:<8} {rule.needs.value:<19} {rule.summary}{mark}"
            )
        return
    by_name = {rule.name: rule for rule in catalogue.values()}
    found = catalogue.get(code.upper()) or by_name.get(code.lower())
    if found is None:
        raise SettingsError(f'no rule "{code}"{nearest(code.upper(), catalogue)}')
    typer.echo(explain(found))


def explain(rule: Rule) -> str:
    """A rule's page as plain text."""
    flags = [rule.category.value, rule.severity.label, f"needs {rule.needs.value}"]
    flags += ["preview"] * rule.preview + ["fixable"] * rule.fixable
    lines = [f"{rule.code} {rule.name}", ", ".join(flags), "", rule.summary]
    lines += ["", rule.explanation] if rule.explanation else []
    return "\n".join([*lines, "", f"Bad:  {rule.bad}", f"Good: {rule.good}"])


def _write_pages(catalogue: list[Rule], folder: Path) -> None:
    from checker.cli.pages import pages

    made = pages(catalogue)
    for name, content in made.items():
        write(folder / name, content)
    gone = sorted(path.name for path in folder.glob("[A-Z]*[0-9].md") if path.name not in made)
    say(f"{folder}: {len(made) - 1} pages and an index" + (f"; of no rule any more: {', '.join(gone)}" if gone else ""))


def all_rules() -> list[Rule]:
    """Every rule of every installed detector, by code."""
    from checker import plugins
    from checker.assembly import make_context
    from checker.config import Config

    context = make_context(Config())
    found: dict[str, Any] = {}
    for name in plugins.names("detectors"):
        found.update({rule.code: rule for rule in plugins.load("detectors", name, context).rules})
    return [found[code] for code in sorted(found)]


def parts() -> None:
    """List the installed parts by kind and name, with the module each comes from."""
    from checker import plugins as door

    for kind in door.KINDS:
        typer.echo(kind)
        for name in door.names(kind):
            typer.echo(f"  {name:<16} {door.origin(kind, name)}")
