"""The settings of a run as one frozen value, from defaults, a settings file and options.

Settings live in ``[tool.checker]`` of pyproject.toml or in checker.toml, found upward from the file
that is checked. Keys are written with hyphens. Unknown keys are refused with the nearest known name.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from checker.errors import SettingsError, nearest
from checker.model import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path, PurePath

FAIL_ON = ("critical", "major", "minor", "never")
VARIANTS = ("", "en-GB", "en-US")
PATHS = ("baseline", "glossary", "words")


@dataclass(frozen=True, slots=True)
class Config:
    """Names of parts, their options, and limits. Small, picklable: it alone crosses a process border."""

    source_lang: str = ""
    target_lang: str = ""
    variant: str = ""
    source_template: str = "{stem}.{source}{suffix}"
    reference_template: str = "{stem}.retranslation{suffix}"
    encoder: str = "embedded"
    model: str = ""
    aligner: str = "margin"
    linker: str = "embedded"
    detectors: tuple[str, ...] = ()
    scorers: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    min_confidence: float = 0.0
    fail_on: str = "major"
    min_fidelity: float | None = None
    max_penalty: float | None = None
    baseline: str = ""
    glossary: str = ""
    words: str = ""
    max_size: int = 5_000_000
    """Bytes of a file; a larger one is refused."""
    max_seconds: float | None = None
    """Wall-clock seconds an article may take in a batch; None for no limit."""
    cache: str = ""
    """Folder of finished reports and vectors; "" for the user's cache folder, "none" for no cache."""
    parts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Options of parts: ``{"detectors.garble": {"rare": 2.0}}``."""
    per_file: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    """Globs and the settings that hold for files they match, later ones first."""

    def options(self, kind: str, name: str) -> Mapping[str, Any]:
        """Options of one part."""
        return self.parts.get(f"{kind}.{name}", {})

    def for_file(self, path: PurePath) -> Config:
        """These settings with those of the matching globs laid over them, in the order written."""
        config = self
        for glob, changes in self.per_file:
            if path.match(glob):
                config = replace(config, **changes)
        return config


_NAMES = {item.name.replace("_", "-"): item.name for item in fields(Config)}


def _strings(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    if isinstance(value, list | tuple) and all(isinstance(part, str) for part in value):
        return tuple(value)
    raise ValueError("a list of strings is needed")


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("a string is needed")
    return value


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("true or false is needed")
    return value


def _number(low: float, high: float) -> Callable[[Any], float]:
    def parse(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise ValueError(f"a number from {low:g} to {high:g} is needed")
        return value

    return parse


def _choice(known: tuple[str, ...]) -> Callable[[Any], str]:
    def parse(value: Any) -> str:
        if value not in known:
            raise ValueError(f'"{value}" is not known{nearest(str(value), [name for name in known if name])}')
        return str(value)

    return parse


_PARSERS: dict[str, Callable[[Any], Any]] = {
    "detectors": _strings,
    "scorers": _strings,
    "select": _strings,
    "ignore": _strings,
    "preview": _flag,
    "variant": _choice(VARIANTS),
    "fail_on": _choice(FAIL_ON),
    "min_confidence": _number(0, 1),
    "min_fidelity": _number(0, 100),
    "max_penalty": _number(0, 1e6),
    "max_size": _number(1, 1e12),
    "max_seconds": _number(0, 1e9),
}


def _parse(key: str, value: Any, where: str) -> tuple[str, Any]:
    if key not in _NAMES:
        raise SettingsError(f'{where}: unknown setting "{key}"{nearest(key, _NAMES)}')
    name = _NAMES[key]
    try:
        parser: Callable[[Any], Any] = _PARSERS.get(name, _string)
        return name, parser(value)
    except ValueError as error:
        raise SettingsError(f"{where}: {key}: {error}") from error


def _flatten_parts(table: Any, where: str) -> dict[str, Mapping[str, Any]]:
    if not isinstance(table, dict) or not all(isinstance(kind, dict) for kind in table.values()):
        raise SettingsError(f"{where}: parts: tables like [tool.checker.parts.detectors.NAME] are needed")
    return {f"{kind}.{name}": options for kind, names in table.items() for name, options in names.items()}


def _parse_per_file(table: Any, where: str) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    if not isinstance(table, dict) or not all(isinstance(changes, dict) for changes in table.values()):
        raise SettingsError(f'{where}: per-file: tables like [tool.checker.per-file."news/*.en.txt"] are needed')
    return tuple((glob, _parse_all(changes, f"{where}: per-file {glob}")) for glob, changes in table.items())


def _parse_all(table: Mapping[str, Any], where: str) -> dict[str, Any]:
    return dict([_parse(key, value, where) for key, value in table.items()])


def parse(table: Mapping[str, Any], where: str, folder: Path | None = None) -> Config:
    """Settings from a mapping with hyphenated keys; paths count from `folder`.

    Raises SettingsError for an unknown key or a bad value, naming `where`.
    """
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key == "parts":
            values["parts"] = _flatten_parts(value, where)
        elif key == "per-file":
            values["per_file"] = _parse_per_file(value, where)
        else:
            name, parsed = _parse(key, value, where)
            values[name] = str(folder / parsed) if name in PATHS and folder and parsed else parsed
    return Config(**values)


def override(config: Config, options: Mapping[str, Any], where: str = "option") -> Config:
    """`config` with the options that were given (not None) laid over it. Keys are hyphenated."""
    given = {key: value for key, value in options.items() if value is not None}
    return replace(config, **_parse_all(given, where))


def find(start: Path) -> Path | None:
    """The settings file for a file or folder: checker.toml, else a pyproject.toml with our table, upward."""
    start = start.absolute()
    for folder in (start, *start.parents) if start.is_dir() else start.parents:
        own = folder / "checker.toml"
        if own.is_file():
            return own
        project = folder / "pyproject.toml"
        if project.is_file() and "checker" in _load(project).get("tool", {}):
            return project
    return None


def read(path: Path) -> Config:
    """The settings in a file; defaults where it has none."""
    table = _load(path)
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("checker", {})
    elif set(table) == {"tool"} and "checker" in table["tool"]:
        table = table["tool"]["checker"]
    return parse(table, str(path), path.parent)


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: not valid TOML: {error}") from error


def threshold(name: str) -> Severity | None:
    """The severity from which a finding fails the gate; None for "never"."""
    return None if name == "never" else Severity[name.upper()]
