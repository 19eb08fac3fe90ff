"""XML from untrusted files: no entities, no document types, no network, bounded size."""

from __future__ import annotations

import re
from typing import Any

from checker.errors import InputError

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
LARGEST = 64 * 2**20
"""Bytes of one unpacked XML part; a book of a thousand pages has a tenth of it."""


def parse(data: bytes, name: str, kind: str) -> Any:
    """The root element. Raises InputError for what is not well-formed, too large or declares entities."""
    from lxml import etree

    if len(data) > LARGEST:
        raise InputError(name, f"unpacks to more than {LARGEST:,} bytes", f"give a smaller {kind} file")
    if _DOCTYPE.search(_plain(data[:4096])):
        raise InputError(name, "declares a document type or entities", f"save the {kind} file without them")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, dtd_validation=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = str(error).split("\n")[0]
        raise InputError(name, f"is no well-formed {kind} file ({reason})", "save it again") from error
    if root is None:
        raise InputError(name, f"is no {kind} file", "save it again")
    return root


def _plain(head: bytes) -> bytes:
    """UTF-16 without its zero bytes, so that a document type is seen in it too."""
    return head.replace(b"\x00", b"")


def local(element: Any) -> str:
    """The name of an element without its namespace; "" for comments and instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
