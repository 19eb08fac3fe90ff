"""Bytes to text: byte-order marks, UTF-8, UTF-16, Cyrillic single-byte encodings, and what charset-normalizer knows.

Line ends stay as they are; a byte-order mark is dropped.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from checker.errors import InputError
from checker.model import Note
from checker.readers._cyrillic import cyrillic

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (.doc, .xls)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"SQLite format", "a database"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet file"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_SAMPLE = 200_000


class Decoded(NamedTuple):
    """A text, the encoding it was in, and what is to be said of it."""

    text: str
    encoding: str
    notes: tuple[Note, ...]


def decode(data: bytes, name: str, declared: bool = False) -> Decoded:
    """The text of a file. With `declared`, an encoding named in its mark-up is believed where it fits.

    Raises InputError for an empty file, a binary one, and one in an encoding that cannot be told.
    """
    for magic, kind in _KINDS:
        if data.startswith(magic):
            raise InputError(name, f"is {kind}, not text", "save it as plain text, HTML, Markdown or DOCX")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strict(data[len(mark) :], encoding)
            if text is None:
                raise InputError(name, f"has the mark of {encoding.upper()} but is not in it", "save it again as UTF-8")
            return _checked(text, encoding, name, f"{encoding} with byte-order mark")
    named = _declared(data) if declared else ""
    text, encoding = _guess(data, named, name)
    return _checked(text, encoding, name, "" if encoding == "utf-8" else f"{encoding}, {_how(named, encoding)}")


def _how(named: str, encoding: str) -> str:
    return "as declared" if named and _same(named, encoding) else "detected"


def _same(one: str, other: str) -> bool:
    return codecs.lookup(one) == codecs.lookup(other)


def _checked(text: str, encoding: str, name: str, said: str) -> Decoded:
    if not text.strip():
        raise InputError(name, "is empty", "give a file with text")
    if len(_CONTROLS.findall(text, 0, _SAMPLE)) * 50 > min(len(text), _SAMPLE):
        raise InputError(name, "seems to be a binary file", "give a text, HTML, Markdown or DOCX file")
    return Decoded(text, encoding, (Note("encoding", f"{name}: {said}"),) if said else ())


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _declared(data: bytes) -> str:
    """The encoding named in the first 2,048 bytes, where Python has it and it is one for text."""
    found = _DECLARED.search(data[:2048])
    if not found:
        return ""
    try:
        info = codecs.lookup(found.group(1).decode("ascii"))
    except LookupError:
        return ""
    return info.name if info._is_text_encoding else ""


def _guess(data: bytes, named: str, name: str) -> tuple[str, str]:
    wide = _unmarked_utf16(data)
    if wide:
        return wide
    text = _strict(data, "utf-8")
    if text is not None:
        return text, "utf-8"
    if named and named != "utf-8":
        text = _strict(data, named)
        if text is not None:
            return text, named
    _refuse_damaged(data, name)
    return cyrillic(data) or _by_library(data, name)


def _unmarked_utf16(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark: every other byte is one of a few page numbers (0 for Latin, 4 for Cyrillic)."""
    sample = data[:4096]
    if len(data) % 2 or len(sample) < 4:
        return None
    for place, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        pages = sample[place::2]
        if sum(pages.count(page) for page in (0, 4, 0x20)) > 0.9 * len(pages) and pages.count(0) + pages.count(4) > 1:
            others = sample[1 - place :: 2]
            text = _strict(data, encoding) if others.count(0) < 0.05 * len(others) else None
            if text is not None:
                return text, encoding
    return None


def _refuse_damaged(data: bytes, name: str) -> None:
    """A file that is UTF-8 but for a few bytes was damaged; guessing another encoding would garble all of it."""
    damaged = data[:_SAMPLE].decode("utf-8", "replace")
    good = sum(ord(character) > 127 for character in damaged) - damaged.count("\ufffd")
    if good <= 20 * damaged.count("\ufffd"):
        return
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"is UTF-8 but for byte {error.start} (line {line})"
        raise InputError(name, what, "repair it or save it again as UTF-8") from error


def _by_library(data: bytes, name: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    text = _strict(data, best.encoding) if best is not None else None
    if best is None or text is None:
        raise InputError(name, "is in an encoding that cannot be told, or is no text", "save it as UTF-8")
    if text == _strict(data, "cp1252"):  # the commoner of two that read alike
        return text, "windows-1252"
    return text, re.sub(r"\Acp125(?=\d\Z)", "windows-125", best.encoding.replace("_", "-"))
