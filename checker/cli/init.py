"""`checker init`: settings and snippets for a new project; overwrites nothing, prints what to merge."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer

from checker.cli.writing import write

TEMPLATES = {
    "checker.toml": "checker.toml",
    "workflow.yml": ".github/workflows/translations.yml",
    "pre-commit.yaml": ".pre-commit-config.yaml",
    "gitlab.yml": ".gitlab-ci.yml",
}


def command(
    folder: Annotated[Path, typer.Argument(help="The project.")] = Path(),
) -> None:
    """Write commented settings and the snippets for GitHub, pre-commit and GitLab where they are missing."""
    for template, place in TEMPLATES.items():
        content = files("checker.data").joinpath("init", template).read_text("utf-8")
        target = folder / place
        if template == "checker.toml" and _has_table(folder / "pyproject.toml"):
            typer.echo(
                f"pyproject.toml has [tool.checker]; nothing written. All settings with their defaults:\n\n{content}"
            )
        elif target.exists():
            typer.echo(f"{target} exists and is left as it is; merge this into it:\n\n{content}")
        else:
            write(target, content)
            typer.echo(f"wrote {target}")


def _has_table(path: Path) -> bool:
    import tomllib

    try:
        return "checker" in tomllib.loads(path.read_text("utf-8")).get("tool", {})
    except (OSError, ValueError):
        return False
