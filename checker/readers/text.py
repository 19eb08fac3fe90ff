"""Plain text: the file as it stands."""

from __future__ import annotations

from checker.model import Article, Document, Note
from checker.readers._decoding import decode
from checker.readers._furniture import outside


class TextReader:
    """Decodes; marks what a page left around the article. Any suffix that nobody else reads is plain text."""

    suffixes = (".txt", ".text", ".asc")

    def read(self, data: bytes, name: str) -> tuple[Article, tuple[Note, ...]]:
        """The article. Raises InputError for an empty or binary file."""
        text, encoding, notes = decode(data, name)
        return Article(Document(name, "", text, encoding, outside=outside(text))), notes


def reader(context: object) -> TextReader:
    """Reader of plain text."""
    return TextReader()
