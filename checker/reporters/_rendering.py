"""Templates to pages: everything of a text is escaped, control characters are shown, one script may run."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from checker.model import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment
    from markupsafe import Markup

_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_QUOTED = re.compile("(«|“|&#34;)([^«»“”&<>]{1,300})(»|”|&#34;)")
METRICS = ("fidelity", "adequacy", "fluency", "similarity", "bleu", "chrf", "ter")
"""Scores in the order that pages show them."""


def severities(counts: Mapping[Severity, int]) -> list[tuple[str, int]]:
    """Every severity's label and count, the gravest first."""
    return [(severity.label, counts.get(severity, 0)) for severity in sorted(Severity, reverse=True)]


def _visible(text: str) -> Markup:
    """Escaped, with control characters as labels."""
    from markupsafe import Markup, escape

    return Markup(_CONTROLS.sub(lambda match: f'<span class="ctl">U+{ord(match[0]):04X}</span>', str(escape(text))))  # noqa: S704


def _said(text: str) -> Markup:
    """A message: `_visible`, with quoted words that are written from the right kept in their own order."""
    from markupsafe import Markup

    shown = str(_visible(text))
    return Markup(_QUOTED.sub(r"\1<bdi>\2</bdi>\3", shown) if _RIGHT_TO_LEFT.search(shown) else shown)  # noqa: S704


def _plain(text: str) -> str:
    """For attributes and titles: control characters as words."""
    return _CONTROLS.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)


def _apart(text: str) -> Markup:
    """`_visible`, kept in its own order where it is written from the right."""
    from markupsafe import Markup

    shown = _visible(text)
    return Markup(f"<bdi>{shown}</bdi>") if _RIGHT_TO_LEFT.search(shown) else shown  # noqa: S704


@cache
def _environment() -> Environment:
    from jinja2 import DictLoader, Environment, StrictUndefined

    folder = files("checker.data").joinpath("html")
    sources = {name: folder.joinpath(name).read_text("utf-8") for name in ("page.html", "index.html", "head.html")}
    environment = Environment(
        loader=DictLoader(sources), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"visible": _visible, "said": _said, "apart": _apart, "plain": _plain}
    return environment


@cache
def _asset(name: str) -> str:
    return files("checker.data").joinpath("html", name).read_text("utf-8")


def render(name: str, **values: Any) -> str:
    from markupsafe import Markup

    script = _asset(f"{name}.js")
    allowed = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    assets = {"script": Markup(script), "style": Markup(_asset("style.css")), "allowed": allowed}  # noqa: S704
    page = _environment().get_template(f"{name}.html").render(**assets, **values)
    return page.encode("utf-8", "replace").decode("utf-8")


def embedded(values: object) -> Markup:
    """JSON that cannot end the script element that holds it."""
    from markupsafe import Markup

    text = json.dumps(values, ensure_ascii=True)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704
