"""Figures written the English way in a language with a decimal comma: 3.5 million, 1,250, 12,000."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.notation import Conventions, Quantity

_POINT = re.compile(r"(?<![\d.,:/-])\d{1,3}\.\d{1,2}(?![\d.,:/-]|\.\d)")
_GROUPS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:,\d{3})+(?:\.\d{1,2})?(?![\d]|,\d)")
_BLANK = "\u00a0"


def figure_forms(
    text: str, known: Conventions, read: Callable[[str], Sequence[Quantity]]
) -> Iterator[tuple[int, int, str, str]]:
    """Start, stop, what to write and why, for a language whose decimal sign is a comma.

    A point is one of decimals only where a unit, a share or a scale word follows (2.5 %, 1.7 million): dates, times,
    versions and scores have points of their own.
    """
    if known.decimal != ",":
        return
    scaled = {quantity.start: quantity for quantity in read(text)}
    for match in _GROUPS.finditer(text):
        figure = match.group()
        if figure.count(",") == 1 and not figure.endswith("000") and "." not in figure:
            continue  # 1,250 can be one and a quarter
        group = _BLANK if known.group == " " else known.group
        fixed = figure.replace(",", "\0").replace(".", ",").replace("\0", group)
        yield match.start(), match.end(), fixed, "A comma parts decimals in this language, not thousands."
    for match in _POINT.finditer(text):
        quantity = scaled.get(match.start())
        if quantity is None or quantity.kind not in ("number", "percent", "money") or quantity.stop <= match.end():
            continue
        if known.group == "." or quantity.unit or quantity.low >= 1000:
            yield match.start(), match.end(), match.group().replace(".", ","), "Decimals take a comma in this language."
