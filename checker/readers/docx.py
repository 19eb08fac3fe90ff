"""DOCX: the paragraphs of a Word document, one below the other; a line of the report is a paragraph."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zlib import error as ZlibError  # noqa: N812

from checker.errors import InputError
from checker.model import Article, Document, Note
from checker.readers._furniture import outside
from checker.readers._xml import LARGEST, local, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAIN = "word/document.xml"
_GAP = "\n\n"
_SHOWN = {"tab": "\t", "br": "\u2028", "cr": "\u2028", "noBreakHyphen": "\u2011", "ptab": "\t"}
_SKIPPED = frozenset(
    {"del", "moveFrom", "instrText", "delText", "Fallback", "footnoteReference", "rPr", "pPr", "sectPr"}
)


class DocxReader:
    """Body text with insertions accepted and deletions left out; headers, footers and notes are not read."""

    suffixes = (".docx", ".docm")

    def read(self, data: bytes, name: str) -> tuple[Article, tuple[Note, ...]]:
        """The article. Raises InputError for what is no DOCX file, is damaged or has no text."""
        root = parse(_document(data, name), name, "DOCX")
        paragraphs = list(_paragraphs(root))
        while paragraphs and not paragraphs[-1].strip():
            paragraphs.pop()
        if not paragraphs:
            raise InputError(name, "has no text", "give a document with text")
        text = _GAP.join(paragraphs)
        lines, start = [], 0
        for paragraph in paragraphs:
            lines.append(start)
            start += len(paragraph) + len(_GAP)
        document = Document(name, "", text, "docx", outside(text), lines=tuple(lines))
        said = f"{name}: offsets count in the extracted text of {len(paragraphs)} paragraphs; a line is a paragraph"
        return Article(document), (Note("encoding", said),)


def _document(data: bytes, name: str) -> bytes:
    """The main part, read up to the limit whatever the archive says of its size."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open(_MAIN) as part:
            unpacked = part.read(LARGEST + 1)
    except KeyError:
        raise InputError(name, "is a ZIP archive but no DOCX file", "save it as DOCX") from None
    except (zipfile.BadZipFile, ZlibError, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise InputError(name, f"is no DOCX file or is damaged ({error})", "save it again as DOCX") from error
    if len(unpacked) > LARGEST:
        raise InputError(name, f"unpacks to more than {LARGEST:,} bytes", "give a smaller document")
    return unpacked


def _paragraphs(root: Any) -> Iterator[str]:
    """Text of every paragraph, empty ones too. One inside another (a text box) comes after it."""
    body = next((child for child in root if local(child) == "body"), root)
    waiting = [body]
    while waiting:
        element = waiting.pop()
        if local(element) == "p":
            inner: list[Any] = []
            yield "".join(_runs(element, inner))
            waiting.extend(reversed(inner))
        elif local(element) not in _SKIPPED:
            waiting.extend(reversed(element))


def _runs(paragraph: Any, inner: list[Any]) -> Iterator[str]:
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        kind = local(element)
        if kind == "p":
            inner.append(element)
        elif kind == "t":
            yield element.text or ""
        elif kind in _SHOWN:
            yield _SHOWN[kind]
        elif kind and kind not in _SKIPPED:
            waiting.extend(reversed(element))


def reader(context: object) -> DocxReader:
    """Reader of Word documents."""
    return DocxReader()
