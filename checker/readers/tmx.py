"""TMX: the units of a translation memory, already paired. The languages are those of the first unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.errors import InputError
from checker.readers._pairs import article
from checker.readers._xml import local, parse

if TYPE_CHECKING:
    from checker.model import Article, Note

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})


class TmxReader:
    """The source is the header's ``srclang`` (else the first variant of the first unit), the translation the other."""

    suffixes = (".tmx",)

    def read(self, data: bytes, name: str) -> tuple[Article, tuple[Note, ...]]:
        """The article. Raises InputError for what is no TMX file or has no unit in two languages."""
        root = parse(data, name, "TMX")
        if local(root) != "tmx":
            raise InputError(name, f"is no TMX file (its root is {local(root)})", "give a TMX 1.4 file")
        units = [_variants(unit) for unit in root.iter() if local(unit) == "tu"]
        first = next((list(unit) for unit in units if len(unit) > 1), None)
        if first is None:
            raise InputError(name, "has no unit in two languages", "give a TMX file with pairs")
        source = _source(root, first)
        target = next(lang for lang in first if lang != source)
        rows = [(unit[target], unit[source]) for unit in units if source in unit and target in unit]
        return article(name, rows, ("translation", "source"), (target, source)), ()


def _source(root: Any, first: list[str]) -> str:
    said = next((element.get("srclang", "") for element in root if local(element) == "header"), "")
    code = _short(said)
    return code if code in first else first[0]


def _short(tag: str) -> str:
    return tag.replace("_", "-").split("-")[0].lower()


def _variants(unit: Any) -> dict[str, str]:
    """Language code and text of every variant."""
    found: dict[str, str] = {}
    for variant in unit:
        lang = _short(variant.get(_LANG) or variant.get("lang") or "") if local(variant) == "tuv" else ""
        segment = next((child for child in variant if local(child) == "seg"), None)
        if lang and segment is not None:
            found.setdefault(lang, _plain(segment))
    return found


def _plain(segment: Any) -> str:
    """Text of a segment and its highlights, without its inline codes."""
    pieces = [segment.text or ""]
    for child in segment:
        if local(child) and local(child) not in _CODES:
            pieces.append("".join(child.itertext()))
        pieces.append(child.tail or "")
    return "".join(pieces)


def reader(context: object) -> TmxReader:
    """Reader of translation memories."""
    return TmxReader()
