"""One country or people in the place of another: Swedish for швейцарские."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import data
from checker.bounds import WORDS
from checker.detectors.names._mentions import FITS, bare, fit
from checker.model import Finding
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors.names._mentions import Sides
    from checker.model import Alignment, Rule, Token
    from checker.protocols import Context

_NONE: frozenset[int] = frozenset()
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


@cache
def _neighbours() -> frozenset[int]:
    """Rows of the states whose places have Russian names."""
    states = frozenset(
        """Россия Украина Белоруссия Казахстан Узбекистан Таджикистан Киргизия Туркмения Азербайджан Армения Грузия
        Абхазия Осетия Чечня Дагестан Татарстан Башкирия Молдавия Эстония Латвия Литва""".split()  # noqa: SIM905
    )
    return frozenset(number for number, row in enumerate(data.rows("nations")) if row["country"] in states)


def abroad(beads: Sequence[Sides]) -> bool:
    """Whether the original tells of a country whose places have names of another language, and of none at home."""
    rows = _NONE.union(*(nations(token.text) for bead in beads for tokens in bead.source for token in tokens))
    return bool(rows) and not rows & _neighbours()


@lru_cache(WORDS)
def nations_within(word: str) -> frozenset[int]:
    """The same of the parts of a word too: по-английски, франко-германский, латиноамериканский, антироссийский."""
    low = plain(word)
    parts = {low, *low.split("-"), *(_FIRST.get(part, "") for part in low.split("-")[:-1])}
    parts |= {_PREFIX.sub("", part) for part in parts}
    return _NONE.union(*(_forms("russian").rows(part) for part in parts if part))


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


_ONLY_BEFORE = {
    "united": (),
    "south": ("africa", "african", "africans"),
    "tel": ("aviv",),
}
"""Words that are a country's with the next one alone: South Yorkshire and Manchester United are none.

The States and the Kingdom say themselves what is united.
"""
_ONLY_BEHIND = {"states": ("united", "the"), "kingdom": ("united", "the")}
"""The same with the word before: the Gulf States, the Animal Kingdom."""
_NOT_BEFORE = {
    "french": ("fries", "toast", "window", "windows", "door", "doors", "horn", "kiss", "open", "press"),
    "indian": ("summer", "ocean"),
    "danish": ("pastry", "pastries"),
    "brussels": ("sprouts", "sprout"),
    "russian": ("roulette",),
    "turkish": ("delight", "bath", "baths"),
    "swiss": ("cheese", "army"),
    "dutch": ("oven", "courage", "auction"),
    "greek": ("gift", "fire"),
    "irish": ("stew", "coffee", "setter"),
    "scotch": ("tape",),
    "chinese": ("whispers", "lantern", "lanterns", "wall", "walls"),
    "english": ("breakfast", "horn", "channel"),
    "mexican": ("wave", "standoff"),
    "german": ("shepherd", "measles"),
}
"""What is called after a people in English, and by another name in Russian."""


def _named(bead: Sides) -> Iterator[tuple[Token, frozenset[int]]]:
    """Words of the translation that are a country or people, with their rows."""
    names = [token for tokens in bead.source for token in tokens if token.text[:1].isupper()]
    for tokens in bead.target:
        for before, word, behind in zip((None, *tokens), tokens, (*tokens[1:], None), strict=False):
            rows = nations_in_english(bare(word)) if word.kind == "word" else _NONE
            low, left, right = bare(word).lower(), _low(before), _low(behind)
            alone = right in _NOT_BEFORE.get(low, ())
            alone = alone or (low in _ONLY_BEFORE and right not in _ONLY_BEFORE[low])
            alone = alone or (low in _ONLY_BEHIND and left not in _ONLY_BEHIND[low])
            if (
                rows
                and not alone
                and not any(fit(name, bare(word)) <= FITS for name in names if not nations(name.text))
            ):
                yield word, rows


def _low(token: Token | None) -> str:
    return bare(token).lower() if token is not None else ""


def replaced(context: Context, beads: Sequence[Sides], alignment: Alignment, rule: Rule) -> Iterator[Finding]:
    """Words of the translation that name a country the original does not, where one of the original's is lost."""
    for number, bead in enumerate(beads):
        theirs = [(token, nations(token.text)) for tokens in bead.source for token in tokens if token.kind == "word"]
        theirs = [(token, rows) for token, rows in theirs if rows]
        if not theirs:
            continue
        ours = tuple(_named(bead))
        said = _NONE.union(*(nations_in_english(bare(token)) for token in bead.capitals))
        near = beads[max(0, number - 1) : number + 2]
        meant = _NONE.union(
            *(nations_within(token.text) for other in near for tokens in other.source for token in tokens)
        )
        lost = [(token, rows) for token, rows in theirs if not rows & said]
        strange = [(token, rows) for token, rows in ours if not rows & meant]
        if not (lost and strange):
            continue
        links = {(link.source.start, link.target.start) for link in context.links(bead.bead, "ru", "en")}
        for word, _ in strange:
            for token, rows in lost:
                alone = len({rows for _, rows in lost}) == len({rows for _, rows in strange}) == 1
                if alone or (token.start, word.start) in links:
                    yield _finding(rule, alignment, token, word, min(rows))
                    break


def _finding(rule: Rule, alignment: Alignment, token: Token, word: Token, row: int) -> Finding:
    source = alignment.source.span(token.start, token.stop)
    span = alignment.target.span(word.start, word.start + len(bare(word)))
    forms = data.rows("nations")[row]["english"].split()
    advice = "/".join(form for form in forms if not form.endswith("*")) or f"{forms[0].rstrip('*')}..."
    message = f'«{source.text}» is another country or people than "{span.text}"'
    return Finding(rule, span, message, rule.severity, 0.85, source, f"[{advice}]")
