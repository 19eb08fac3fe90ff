"""One country or people in the place of another: Swedish for швейцарские."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import data
from checker.bounds import WORDS
from checker.detectors.names._mentions import bare
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


@lru_cache(WORDS)
def nations_in_english(word: str) -> frozenset[int]:
    """The same of an English word; one without a capital belongs to none."""
    return _forms("english").rows(word.lower().rstrip(".")) if word[:1].isupper() else frozenset()


def replaced(context: Context, beads: Sequence[Sides], alignment: Alignment, rule: Rule) -> Iterator[Finding]:
    """Words of the translation that name a country the original does not, where one of the original's is lost."""
    for number, bead in enumerate(beads):
        theirs = [(token, nations(token.text)) for tokens in bead.source for token in tokens if token.kind == "word"]
        theirs = [(token, rows) for token, rows in theirs if rows]
        if not theirs:
            continue
        ours = [(token, nations_in_english(bare(token))) for token in bead.capitals]
        said = _NONE.union(*(rows for _, rows in ours))
        near = beads[max(0, number - 1) : number + 2]
        meant = _NONE.union(*(nations(token.text) for other in near for tokens in other.source for token in tokens))
        lost = [(token, rows) for token, rows in theirs if not rows & said]
        strange = [(token, rows) for token, rows in ours if rows and not rows & meant]
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
