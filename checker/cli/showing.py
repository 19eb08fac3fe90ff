"""`--show-settings`: what holds for each file, as TOML that may be put into checker.toml."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.companions import Companions
    from checker.config import Config
    from checker.desk import Desk

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def settings_of(desk: Desk, files: Sequence[Companions]) -> str:
    """A table for each file, named after it; settings without a value stand as comments."""
    blocks = []
    for item in files:
        name = _key(item.translation.as_posix())
        lines = [f"[{name}]", f"# source: {item.source or 'none'}", f"# reference: {item.reference or 'none'}"]
        blocks.append("\n".join([*lines, *_lines(desk.config(item.translation), name)]) + "\n")
    return "\n".join(blocks)


def _lines(config: Config, name: str) -> Iterator[str]:
    tables = []
    for field in fields(config):
        value = getattr(config, field.name)
        if field.name == "parts":
            tables = [(part, options) for part, options in value.items() if options]
        elif field.name != "per_file":  # laid over already
            key = field.name.replace("_", "-")
            yield f"# {key} =" if value is None else f"{key} = {_value(value)}"
    for part, options in tables:
        yield f"[{name}.parts.{part}]"
        yield from (f"{_key(key)} = {_value(value)}" for key, value in options.items())


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _value(name)


def _value(value: object) -> str:
    """A TOML value; JSON's strings are TOML's but for DEL, which TOML wants escaped."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_key(str(key))} = {_value(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
