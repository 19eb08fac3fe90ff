"""What lasts or recurs since a year, put into that year: "concluded in 2021" for заключенные с 2021 года."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Bead, Link, Token
    from checker.protocols import Context

_YEAR = re.compile(r"(?:19|20)\d\d")
_SURE = 0.85
"""Strength of a link between what lasts and its counterpart."""
_AHEAD = 3
_BEHIND = 3
"""Words before с and after the year among which stands what lasts."""
_REACH = 6
"""Words of the translation from its counterpart to "in" and the year."""
_BEGUN = re.compile(
    r"(?:на?ч[аи]н|нача|введ|ввод|вступ|отмен|запре|установ|повы|пониз|сни|откр|созда|основ|учре|запус|стал|стан|появ|"
    r"возник|приня|назнач|избра|перен|переш|переех|ушл|уш[её]л|пришл|приш[её]л|вырос|упал|измен|лиш|освобо|арест|задерж)",
    re.IGNORECASE,
)
"""Russian verbs of which с names the moment: введен с 2021 года."""
_BEGINS = re.compile(
    r"(?:start|beg[aiu]n|launch|introduc|open|join|bec[ao]m|came|com|took|tak|mov|establish|found|enter|effect|first|since"
    r"|set|creat|adopt|rais|settl|arriv|sign)\w*",
    re.IGNORECASE,
)
_LASTS = frozenset({"VERB", "PRTF"})


def begun(context: Context, bead: Bead, links: Sequence[Link]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Start and end of "in 2021" in the translation, and of с 2021 in the original."""
    words = [token for span in bead.target for token in context.tokens("en", span)]
    for span in bead.source:
        tokens = context.tokens("ru", span)
        for number, token in enumerate(tokens[:-1]):
            year = tokens[number + 1]
            if token.text.lower() in ("с", "со") and _YEAR.fullmatch(year.text):
                place = _put_into(_lasting(tokens, number), year.text, words, links)
                if place is not None:
                    yield place, (token.start, year.stop)


def _lasting(tokens: Sequence[Token], number: int) -> tuple[Token, ...]:
    """The verbs in the present, and the participles of many deeds, around с and its year."""
    before, after = tokens[max(0, number - _AHEAD) : number], tokens[number + 2 : number + 2 + _BEHIND]
    until = next((place for place, token in enumerate(after) if token.text in ",.;:"), len(after))
    around = [token for token in (*before, *after[:until]) if token.tags & _LASTS]
    return tuple(
        token
        for token in around
        if not _BEGUN.match(token.text)
        and ("pres" in token.tags or {"PRTF", "plur", "past"} <= token.tags)
        and (token in before or "VERB" in token.tags)
    )


def _put_into(
    lasting: Sequence[Token], year: str, words: Sequence[Token], links: Sequence[Link]
) -> tuple[int, int] | None:
    """Where "in" and the year stand close behind the counterpart of what lasts, nothing beginning before it."""
    made = {link.target.start for link in links if link.source in lasting and link.strength >= _SURE}
    years = [number for number, token in enumerate(words) if token.text == year]
    if not made or len(years) != 1 or years[0] == 0 or words[years[0] - 1].text.lower() != "in":
        return None
    place = years[0] - 1
    behind = next((n for n in range(place - 1, max(-1, place - 1 - _REACH), -1) if words[n].start in made), None)
    if behind is None or any(token.text in ",;:" for token in words[behind:place]):
        return None
    if any(_BEGINS.match(token.text) for token in words[max(0, behind - 3) : behind + 1]):
        return None
    return words[place].start, words[years[0]].stop
