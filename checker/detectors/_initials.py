"""Initials of an English name beside the letters of its Russian one: IBU for МСБ, NTSB for НСБТ."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.detectors._established import entries
from checker.detectors._transliteration import transliterates
from checker.model import Finding, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Bead, Pair, Rule

_BODY_RU = re.compile(
    r"(?<!\w)(?:международн|всемирн|миров|европейск|азиатск|африканск)\w{1,4}(?: [\w-]{1,30}){1,6} \(([А-ЯЁ]{2,6})\)",
    re.IGNORECASE,
)
"""An international body with its acronym; Russian ones often keep their letters in English (ФСБ, FSB)."""
_BODY_EN = re.compile(r"\b((?:[A-Z][\w'’-]+ (?:(?:of|for|and|the|on|against|in) ){0,2}){2,6})\(([A-Z]{2,6})\)")


_APPOSED = re.compile(r"\b([A-Z]{3,6}), the ((?:[A-Z][a-z]+ (?:(?:of|for|and|on) (?:the )?)?){1,5}[A-Z][a-z]+)")
_CYRILLIC = re.compile(r"(?<!\w)[А-ЯЁ]{3,6}(?!\w)")


def bracketed(bead: Bead, pair: Pair, rule: Rule) -> Iterator[Finding]:
    """Letters in brackets behind an international body that are the Russian ones, not its own: IBU for МСБ."""
    if pair.source is None:
        return
    theirs = [(match[1], span.start + match.start(1)) for span in bead.source for match in _BODY_RU.finditer(span.text)]
    for span in bead.target if theirs else ():
        for match in _BODY_EN.finditer(span.text):
            initials = "".join(word[0] for word in match[1].split() if word[0].isupper() and word != "The")
            letters = match[2]
            given, at = next((one for one in theirs if transliterates(one[0], letters)), ("", 0))
            if not given or initials == letters or len(initials) != len(letters) or letters in _in_use():
                continue
            source = pair.source.source.span(at, at + len(given))
            yield _reordered(pair, rule, span.start + match.start(2), (letters, initials), source)


def apposed(bead: Bead, pair: Pair, rule: Rule) -> Iterator[Finding]:
    """Letters before a name that has the same ones in another order: the NSBT, the National Transportation Safety..."""
    for span in bead.target if pair.source else ():
        for match in _APPOSED.finditer(span.text):
            letters, initials = match[1], "".join(word[0] for word in match[2].split() if word[0].isupper())
            if letters == initials or sorted(letters) != sorted(initials):
                continue
            given = [one for theirs in bead.source for one in _places(theirs) if transliterates(one.text, letters)]
            if given and pair.source:
                yield _reordered(pair, rule, span.start + match.start(1), (letters, initials), given[0])


@cache
def _in_use() -> frozenset[str]:
    """Russian letters that English uses for the body, whatever its English name begins with: MGIMO."""
    return frozenset(entry.suggestion for entry in entries("acronyms") if entry.suggestion.isupper())


def _places(span: Span) -> Iterator[Span]:
    """Words in capitals of a sentence of the original."""
    for match in _CYRILLIC.finditer(span.text):
        yield Span(span.start + match.start(), span.start + match.end(), match[0])


def _reordered(pair: Pair, rule: Rule, start: int, letters: tuple[str, str], given: Span) -> Finding:
    written, initials = letters
    return Finding(
        rule=rule,
        span=pair.translation.span(start, start + len(written)),
        message=f'"{written}" is «{given.text}» letter by letter; the English name has other initials',
        severity=rule.severity,
        confidence=0.85,
        source=given,
        suggestion=initials,
    )
