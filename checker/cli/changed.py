"""Which files changed since a git revision."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Sequence


def changed_since(revision: str, paths: Sequence[Path]) -> set[Path]:
    """Files that differ from a revision, committed or not, and untracked ones; resolved paths."""
    folder = paths[0] if paths[0].is_dir() else paths[0].absolute().parent
    top = Path(_git(folder, revision, "rev-parse", "--show-toplevel").strip())
    names = _git(folder, revision, "diff", "--name-only", "-z", "--end-of-options", revision, "--").split("\0")
    names += _git(top, revision, "ls-files", "-z", "--others", "--exclude-standard").split("\0")
    return {(top / name).resolve() for name in names if name}


def _git(folder: Path, revision: str, *arguments: str) -> str:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=True)  # noqa: S603, S607
    except FileNotFoundError as error:
        raise SettingsError("--since needs git, which is not installed") from error
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise SettingsError(f"--since {revision}: {said}") from error
    return done.stdout.decode("utf-8", "surrogateescape")
