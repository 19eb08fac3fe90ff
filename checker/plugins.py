"""The one door: parts by kind and name, over entry points. Ours come in as a stranger's do."""

from __future__ import annotations

import inspect
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, Any

from checker.errors import MissingExtra, PluginError, nearest

if TYPE_CHECKING:
    from collections.abc import Callable

KINDS = ("readers", "languages", "encoders", "aligners", "linkers", "scorers", "detectors", "reporters", "runners")


@cache
def _points(kind: str) -> dict[str, EntryPoint]:
    found: dict[str, EntryPoint] = {}
    for point in entry_points(group=f"checker.{kind}"):
        if point.name in found and found[point.name].value != point.value:
            raise PluginError(
                f'two {kind} are called "{point.name}": {found[point.name].value} and {point.value}; uninstall one'
            )
        found[point.name] = point
    return found


def names(kind: str) -> tuple[str, ...]:
    """Names of the installed parts of a kind, sorted."""
    return tuple(sorted(_points(kind)))


def everyday(kind: str) -> tuple[str, ...]:
    """Names of the parts that run when none is named: those that need no extra. Heavy ones run only when named."""
    return tuple(name for name in names(kind) if not _points(kind)[name].extras)


def origin(kind: str, name: str) -> str:
    """``module:attribute`` of a part."""
    return _points(kind)[name].value


def factory(kind: str, name: str) -> Callable[..., Any]:
    """The factory behind a name.

    Raises PluginError for an unknown name, MissingExtra where its package is not installed.
    """
    points = _points(kind)
    if name not in points:
        raise PluginError(f'no {kind[:-1]} is called "{name}"{nearest(name, points)}')
    point = points[name]
    try:
        loaded: Callable[..., Any] = point.load()
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] == "checker" or not point.extras:
            raise PluginError(f"{kind[:-1]} {name}: {error}") from error
        raise MissingExtra(f"{kind[:-1]} {name}", ",".join(point.extras)) from error
    return loaded


def load(kind: str, name: str, context: object, **options: object) -> Any:
    """Make a part. Unknown options are refused with the known ones."""
    make = factory(kind, name)
    parameters = list(inspect.signature(make).parameters.values())[1:]
    known = {parameter.name for parameter in parameters}
    takes_all = any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters)
    for option in options:
        if option not in known and not takes_all:
            raise PluginError(f'{kind[:-1]} {name} has no option "{option}"{nearest(option, known)}')
    return make(context, **options)
