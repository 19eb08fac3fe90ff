"""Acronyms of no table that are rendered letter by letter, and legal forms that stand for the companies themselves."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._realia import Explained
from checker.detectors._transliteration import transliterates
from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.model import Pair, Rule, Token

_LONGEST = 8
_SHORTEST = 3
_DIGRAPH = re.compile(r"(?:Zh|Kh|Shch|Sh|Ch|Ts|Yu|Ya|Yo)(?=[A-Z]|\Z)")
"""One Russian capital in two Latin letters: among capitals it is no English abbreviation."""
_IN_USE = frozenset({"VTsIOM", "TsUM", "TsAGI", "TsDKh", "TsSKA", "TsSU", "VTsIK", "TsIK", "YuKOS", "KhTZ", "ChTZ"})
_LEGAL = {"ООО": "OOO", "ЗАО": "ZAO", "ОАО": "OAO", "ПАО": "PAO", "ТОО": "TOO"}
"""Legal forms that an English text keeps before the name of a company, and nowhere else."""


def lettered(
    source: Sequence[Sequence[Token]], target: Sequence[Sequence[Token]], pair: Pair, rule: Rule, known: frozenset[str]
) -> Iterator[Finding]:
    """Findings of a bead's words; `known` are the acronyms of the table."""
    shouted = [token for tokens in source for token in tokens if token.text.isupper() and len(token.text) >= _SHORTEST]
    if not shouted:
        return
    for tokens in target:
        for at, word in enumerate(tokens):
            bare = word.text.removesuffix("'s").removesuffix("’s")
            if word.kind != "word" or sum(map(str.isupper, bare)) < _SHORTEST - 1:
                continue
            token = next((one for one in shouted if _carried(one, bare, known)), None)
            if token is not None and f"({bare})" in pair.translation.text:
                continue  # what they mean stands before the brackets
            if token is not None and bare not in Explained(pair.translation.text):
                what = f'"{bare}" is «{token.text}» letter by letter: it says nothing to the reader'
                yield _finding(pair, rule, (token, word, bare), (what, "[say what it stands for]"))
            elif token is None and bare in _LEGAL.values() and _alone(tokens, at, _named_in_english):
                token = _company(source, bare)
                if token is not None:
                    what = f'"{bare}" is a legal form; English says what it is called where no name follows'
                    yield _finding(pair, rule, (token, word, bare), (what, "company"))


def _carried(token: Token, bare: str, known: frozenset[str]) -> bool:
    fits = len(token.text) <= _LONGEST and token.text not in known and bare not in _IN_USE
    return fits and _DIGRAPH.search(bare) is not None and transliterates(token.text, bare)


def _company(source: Sequence[Sequence[Token]], bare: str) -> Token | None:
    """The legal form of the original, where no name of a company follows there either."""
    for tokens in source:
        for at, token in enumerate(tokens):
            if _LEGAL.get(token.text) == bare and _alone(tokens, at, _named_in_russian):
                return token
    return None


def _alone(tokens: Sequence[Token], at: int, named: Callable[[Token], bool]) -> bool:
    beside = [*tokens[max(0, at - 1) : at], *tokens[at + 1 : at + 2]]
    return not any(named(token) for token in beside)


def _named_in_russian(token: Token) -> bool:
    return token.text in '«“„"»”' or token.text[:1].isupper()


def _named_in_english(token: Token) -> bool:
    return token.text in "“\"”'‘’(" or (token.text[:1].isupper() and token.text not in ("The", "An"))


def _finding(pair: Pair, rule: Rule, where: tuple[Token, Token, str], what: tuple[str, str]) -> Finding:
    token, word, bare = where
    span = pair.translation.span(word.start, word.start + len(bare))
    source = pair.source.source.span(token.start, token.stop) if pair.source else None
    return Finding(rule, span, what[0], Severity.MINOR, 0.8, source, what[1])
