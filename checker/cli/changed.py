"""Which files changed since a git revision."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Sequence


def changed_since(revision: str, paths: Sequence[Path]) -> set[Path]:
    """Files changed since this branch left a revision, committed or not, and untracked ones; resolved paths.

    What the revision itself gained since then is nobody's change here: compared is the common ancestor.
    """
    folder = paths[0] if paths[0].is_dir() else paths[0].absolute().parent
    top = Path(_git(folder, revision, "rev-parse", "--show-toplevel").strip())
    commit = _git(top, revision, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").strip()
    base = _git(top, revision, "merge-base", commit, "HEAD", missing=commit).strip()
    names = _git(top, revision, "diff", "--name-only", "--no-relative", "-z", base, "--").split("\0")
    names += _git(top, revision, "ls-files", "-z", "--others", "--exclude-standard").split("\0")
    return {(top / name).resolve() for name in names if name}


def _git(folder: Path, revision: str, *arguments: str, missing: str | None = None) -> str:
    """What git says; `missing` where it finds nothing (exit 1) and a value stands for that."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=True)  # noqa: S603, S607
    except FileNotFoundError as error:
        raise SettingsError("--since needs git, which is not installed") from error
    except subprocess.CalledProcessError as error:
        if missing is not None and error.returncode == 1:
            return missing
        said = error.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        advice = "name a commit, branch or tag that is here (a shallow clone lacks most: fetch-depth: 0)"
        raise SettingsError(f"--since {revision}: {said}; {advice}") from error
    return done.stdout.decode("utf-8", "surrogateescape")
