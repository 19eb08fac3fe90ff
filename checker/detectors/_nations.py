"""Countries and peoples: which rows of nations.tsv a Russian or an English word belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import data
from checker.bounds import WORDS
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

NONE: frozenset[int] = frozenset()
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class _Forms:
    """What begins or is a word of a row, by its first letters."""

    whole: Mapping[str, frozenset[int]]
    open: Mapping[str, frozenset[int]]

    def rows(self, word: str) -> frozenset[int]:
        """Numbers of the rows that a word belongs to."""
        found = self.whole.get(word, frozenset())
        for size in range(_SHORTEST, len(word) + 1):
            found |= self.open.get(word[:size], frozenset())
        return found


@cache
def _forms(column: str) -> _Forms:
    whole: dict[str, set[int]] = {}
    begun: dict[str, set[int]] = {}
    for number, row in enumerate(data.rows("nations")):
        for form in row[column].lower().split():
            (begun if form.endswith("*") else whole).setdefault(form.rstrip("*"), set()).add(number)
    return _Forms(*({form: frozenset(rows) for form, rows in found.items()} for found in (whole, begun)))


@lru_cache(WORDS)
def nations(word: str) -> frozenset[int]:
    """Numbers of the rows of nations.tsv that a Russian word belongs to."""
    return _forms("russian").rows(plain(word))


@lru_cache(WORDS)
def nations_within(word: str) -> frozenset[int]:
    """The same of the parts of a word too: по-английски, франко-германский, латиноамериканский, антироссийский."""
    low = plain(word)
    parts = {low, *low.split("-"), *(_FIRST.get(part, "") for part in low.split("-")[:-1])}
    parts |= {_PREFIX.sub("", part) for part in parts}
    return NONE.union(*(_forms("russian").rows(part) for part in parts if part))


_FIRST = {
    "англо": "англия", "франко": "франция", "германо": "германия", "русско": "россия", "российско": "россия",
    "польско": "польша", "японо": "япония", "китайско": "китай", "американо": "америка", "испано": "испания",
    "итало": "италия", "греко": "греция", "индо": "индия", "ирано": "иран", "ирако": "ирак", "австро": "австрия",
    "финно": "финляндия", "арабо": "аравия", "афро": "африка", "датско": "дания", "норвежско": "норвегия",
}  # fmt: skip
"""First halves of words of two peoples."""
_PREFIX = re.compile(
    r"^(?:анти|про|пан|все|обще|меж|транс|северо|южно|юго|западно|восточно|центрально|латино|афро|после|до|англо|не)"
    r"(?=\w{6})"
)


@lru_cache(WORDS)
def nations_in_english(word: str) -> frozenset[int]:
    """The same of an English word; one without a capital belongs to none."""
    return _forms("english").rows(word.lower().rstrip(".")) if word[:1].isupper() else frozenset()
