"""One country or people in the place of another: Swedish for швейцарские."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._nations import NONE, nations, nations_in_english, nations_within
from checker.detectors.names._mentions import FITS, bare, fit
from checker.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.names._mentions import Sides
    from checker.model import Alignment, Rule, Token
    from checker.protocols import Context


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
    rows = NONE.union(*(nations(token.text) for bead in beads for tokens in bead.source for token in tokens))
    return bool(rows) and not rows & _neighbours()


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
            rows = nations_in_english(bare(word)) if word.kind == "word" else NONE
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
        said = NONE.union(*(nations_in_english(bare(token)) for token in bead.capitals))
        near = beads[max(0, number - 1) : number + 2]
        meant = NONE.union(
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
