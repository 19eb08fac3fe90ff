"""Acronyms and official titles that have an established English (data/acronyms.tsv, data/titles.tsv)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._established import Entry, Register, entries, register, wrong_forms
from checker.detectors._transliteration import folded, transliterates
from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.model import Bead, Pair, Token
    from checker.protocols import Context

ACRONYM = Rule(
    "ACR001",
    "acronym",
    Category.TERMINOLOGY,
    Severity.MAJOR,
    "An acronym is rendered letter by letter; it has an established English name.",
    bad="The MChS warned of floods, and the NCO appealed to OON.",
    good="The Emergencies Ministry warned of floods, and the NGO appealed to the UN.",
    needs=Needs.BETTER_WITH_SOURCE,
    explanation="The acronym of the original is looked up; its letters, in any transliteration or translated one by "
    "one, are the defect. Silent for acronyms that English uses as they are (FSB, OMON), and where the translation "
    "explains the letters in brackets. Without the original only letters that English never has.",
)
TITLE = Rule(
    "TTL001",
    "official-title",
    Category.TERMINOLOGY,
    Severity.MINOR,
    "An office, body, treaty or prize with an established English name is translated word by word.",
    bad="The Counting Chamber wrote to the General Prosecution.",
    good="The Accounts Chamber wrote to the Prosecutor General's Office.",
    needs=Needs.SOURCE,
    explanation="The phrase of the original and its word-by-word English must both stand in the sentence pair.",
)
# Military words: among them an NCO is a non-commissioned officer.
_MILITARY = re.compile(
    r"\b(sergeants?|corporals?|officers?|soldiers?|platoons?|regiments?|battalions?|enlisted)\b", re.I
)


class Acronyms:
    """ACR001 and TTL001."""

    rules = (ACRONYM, TITLE)

    def __init__(self, context: Context) -> None:
        self._context = context
        self._of = ""
        self._answers: dict[str, bool] = {}

    def detect(self, pair: Pair) -> Iterable[Finding]:
        """Findings of an English translation from Russian, or of an English text alone."""
        if pair.translation.lang != "en":
            return
        if pair.source is None:
            yield from self._alone(pair)
            return
        if pair.source.source.lang != "ru":
            return
        for bead in pair.source.beads:
            if bead.source and bead.target:
                found = list(self._titles(bead, pair)) + list(self._acronyms(bead, pair))
                yield from _longest(found)

    def _tokens(self, bead: Bead, pair: Pair) -> tuple[list[tuple[Token, ...]], list[tuple[Token, ...]]]:
        lang = pair.source.source.lang if pair.source else ""
        return (
            [self._context.tokens(lang, span) for span in bead.source],
            [self._context.tokens(pair.translation.lang, span) for span in bead.target],
        )

    def _acronyms(self, bead: Bead, pair: Pair) -> Iterator[Finding]:
        source, target = self._tokens(bead, pair)
        named: dict[str, tuple[Entry, Token]] = {}
        for tokens in source:
            for found in register("acronyms").find(tokens):
                token = tokens[found.start]
                if token.text in (found.entry.source, found.entry.source.upper()):
                    named.setdefault(found.entry.source, (found.entry, token))
        for word in (word for words in target if named for word in words if _shouted(word)):
            for entry, token in named.values():
                letters = _letters(entry, word.text)
                if letters and not self._explained(letters, pair):
                    yield self._acronym(pair, word, len(letters), (entry, token))
                    break

    def _numbered(entry: Entry, form: str) -> str:
    plural = form.endswith("s") and form[:-1].isupper() and entry.suggestion.isupper()
    return entry.suggestion + "s" if plural else entry.suggestion


def _found(table: Register, tokens: Sequence[Token]) -> Iterator[tuple[Entry, tuple[int, int]]]:
    for found in table.find(tokens):
        yield found.entry, (tokens[found.start].start, tokens[found.stop - 1].stop)


def _longest(found: Sequence[Finding]) -> Iterator[Finding]:
    """Of overlapping findings the longest."""
    taken: list[Finding] = []
    for finding in sorted(found, key=lambda finding: finding.span.start - finding.span.stop):
        if not any(finding.span.overlaps(other.span) for other in taken):
            taken.append(finding)
            yield finding


def detector(context: Context) -> Acronyms:
    """The family `acronyms`."""
    return Acronyms(context)
