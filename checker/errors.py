"""What can go wrong, each with its exit code.

    CheckerError             3  a part failed that should not have
    ├── InputError           2  a file: missing, empty, binary, too large, wrongly encoded, swapped
    ├── SettingsError        2  a setting or option: unknown key, bad value
    ├── LanguageError        2  a language that nobody here knows
    ├── PluginError          2  an unknown part or unknown options
    │   └── MissingExtra     2  a part whose package is not installed
    └── EngineError          3  a plug-in, model or engine broke in mid-run

Every message says what is wrong, where, and what to do.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class CheckerError(Exception):
    """Base of all errors that a user may see."""

    exit_code = 3


class InputError(CheckerError):
    """A file or text that cannot be checked."""

    exit_code = 2

    def __init__(self, where: str, what: str, advice: str = "") -> None:
        super().__init__(f"{where}: {what}" + (f"; {advice}" if advice else ""))
        self.where, self.what, self.advice = where, what, advice


class SettingsError(CheckerError):
    """A setting or option that is unknown or has an impossible value."""

    exit_code = 2


class LanguageError(CheckerError):
    """A language that is not known."""

    exit_code = 2


class PluginError(CheckerError):
    """A part that does not exist, exists twice, or was given options it does not know."""

    exit_code = 2


class MissingExtra(PluginError):
    """A part whose package is not installed."""

    def __init__(self, part: str, extra: str) -> None:
        super().__init__(
            f'{part} needs packages that are not installed; run: pip install "translation-checker[{extra}]"'
        )
        self.part, self.extra = part, extra


class EngineError(CheckerError):
    """A plug-in, model or engine that broke in mid-run."""


def nearest(word: str, known: Iterable[str]) -> str:
    """``; did you mean "x"?`` for the nearest known name, or the list of known ones."""
    names = sorted(known)
    close = get_close_matches(word, names, n=1)
    if close:
        return f'; did you mean "{close[0]}"?'
    return f"; known: {', '.join(names)}" if names else ""
