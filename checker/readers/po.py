"""Gettext PO: messages and their translations, already paired."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from checker.errors import InputError
from checker.readers._decoding import decode
from checker.readers._pairs import article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Article, Note

_LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,2})\])?[ \t]*)?"((?:[^"\\]|\\.)*+)"[ \t]*\Z')
_ESCAPE = re.compile(r"\\(.)")
_MEANING = {"n": "\n", "t": "\t", "r": "\r"}
_LANGUAGE = re.compile(r"^Language:[ \t]{0,9}([a-zA-Z]{2})\b", re.MULTILINE)


class _Line(NamedTuple):
    keyword: str
    """ "" where the line continues the one before."""
    form: str
    text: str


class PoReader:
    """Fuzzy and obsolete messages and those without a translation are left out; of plurals each form is a pair."""

    suffixes = (".po", ".pot")

    def read(self, data: bytes, name: str) -> tuple[Article, tuple[Note, ...]]:
        """The article. Raises InputError for what is no PO file or has no translated message."""
        text, encoding, notes = decode(data, name, declared=True)
        rows, lang = [], ""
        for entry in _entries(text, name):
            pairs = list(_pairs(entry))
            if pairs and not pairs[0][1]:
                found = _LANGUAGE.search(pairs[0][0])
                lang = found.group(1).lower() if found else ""
            rows += [pair for pair in pairs if pair[0].strip() and pair[1]]
        return article(name, rows, ("translation", "source"), (lang, ""), encoding), notes


def _entries(text: str, name: str) -> Iterator[list[_Line]]:
    """Lines of every message that is neither fuzzy nor obsolete."""
    entry: list[_Line] = []
    fuzzy = False
    for number, raw in enumerate(text.split("\n"), 1):
        line = raw.strip()
        if not line or (line.startswith("#") and entry):
            if entry and not fuzzy:
                yield entry
            entry, fuzzy = [], False
        if line.startswith("#,") and "fuzzy" in line:
            fuzzy = True
        elif line and not line.startswith("#"):
            match = _LINE.match(line)
            if not match or not (match.group(1) or entry):
                raise InputError(name, f"line {number} is no line of a PO file", "repair the line")
            entry.append(_Line(match.group(1) or "", match.group(2) or "", _unescaped(match.group(3))))
    if entry and not fuzzy:
        yield entry


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda match: _MEANING.get(match.group(1), match.group(1)), text)


def _pairs(entry: list[_Line]) -> Iterator[tuple[str, str]]:
    """Translation and message; several of each in an entry without blank lines between."""
    said: dict[str, str] = {}
    key = ""
    for line in entry:
        if line.keyword in ("msgid", "msgctxt") and any(name.startswith("msgstr") for name in said):
            yield from _paired(said)
            said = {}
        key = f"{line.keyword}{line.form}" if line.keyword else key
        said[key] = said.get(key, "") + line.text
    yield from _paired(said)


def _paired(said: dict[str, str]) -> Iterator[tuple[str, str]]:
    for key, translation in said.items():
        if key.startswith("msgstr"):
            plural = key not in ("msgstr", "msgstr0") and "msgid_plural" in said
            yield translation, said["msgid_plural"] if plural else said.get("msgid", "")


def reader(context: object) -> PoReader:
    """Reader of message catalogues."""
    return PoReader()
