"""Words of the translation that are linked to a word of the opposite meaning: confirms for отрицают, son for дочь."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._cues import bead_text, cues
from checker.detectors._viewpoints import another_noun, led, seen_otherwise
from checker.model import Finding
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.model import Bead, Link, Pair, Rule, Severity, Token
    from checker.protocols import Context

_Both = tuple[Counter[tuple[int, int]], Counter[tuple[int, int]]]
"""How often every side of a row stands in the original and in the translation."""
_SURE = 0.55
_NOT = re.compile(r"(?:(?<!\w)не|\b(?:not|no|never)|n['’]t)\s+$", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:is|are|was|were|be|been|being|'s|'re)\s+$", re.IGNORECASE)
"""Before a "left" that is a state: "were left homeless"."""
_REACHING = re.compile(r"(?<!\w)до\w{2,}(?:\s+\w+)?\s+$", re.IGNORECASE)
"""Before a до that a verb governs: дошла до, довели до."""
_ABSENT = re.compile(
    r"[^.!?;:]{0,40}?\b(?:не (?:было|будет|оказалось|нашлось|обнаруж\w+|зафиксир\w+)|нет)\b", re.IGNORECASE
)
"""After what there is none of, be it behind an aside: погибших, к счастью, не было."""
_BREAK = re.compile(r"[,;:.!?—–()\n]")
_OWN_CLAUSE = re.compile(
    r"\b(?:as|because|although|though|since|while|when|but) (?=(?:the|a|an|he|she|it|they|we|I|his|her|their)\b)"
)
"""Where an English clause begins that no mark parts from the one before."""
_CLAUSE = 120
"""Characters on either side that are looked through for the end of a clause."""
_WORD = re.compile(r"[\w'’-]+")


@dataclass(frozen=True, slots=True)
class Poles:
    """One row of opposites.tsv: forms of both sides in both languages."""

    code: str
    forms: tuple[str, ...]
    """Russian and English of the one side, Russian and English of the other."""
    advice: tuple[str, str]
    """The first whole English word of either side."""
    kind: str
    """What else can make the other word the right one; see the table."""


@cache
def _rows() -> tuple[Poles, ...]:
    columns = ("ru", "en", "ru_opposite", "en_opposite")
    return tuple(
        Poles(
            row["code"],
            tuple(row[column] for column in columns),
            (_whole(row["en"]), _whole(row["en_opposite"])),
            row["kind"],
        )
        for row in data.rows("opposites")
    )


@cache
def _pattern(forms: str) -> re.Pattern[str]:
    """Compiled when a word first begins like one of its forms: most rows are never asked for."""
    listed = "|".join(re.escape(form).replace(r"\*", r"\w*") for form in forms.split())
    return re.compile(f"(?:{listed or '(?!)'})")


def _whole(forms: str) -> str:
    return next((form for form in forms.split() if not form.endswith("*")), "")


@cache
def _openings(english: bool) -> tuple[Mapping[str, tuple[tuple[int, int], ...]], tuple[int, ...]]:
    """What forms of a language begin with, up to their first open end, with the rows and sides; and its lengths."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, row in enumerate(data.rows("opposites")):
        for side, column in enumerate(("en", "en_opposite") if english else ("ru", "ru_opposite")):
            for form in row[column].split():
                found.setdefault(form.partition("*")[0], []).append((number, side))
    return {opening: tuple(places) for opening, places in found.items()}, tuple(sorted(set(map(len, found))))


@lru_cache(maxsize=16_384)
def _sides(word: str, english: bool) -> frozenset[tuple[int, int]]:
    """Rows a word belongs to, with its side (0 or 1)."""
    openings, lengths = _openings(english)
    return frozenset(
        (number, side)
        for length in lengths
        for number, side in openings.get(word[:length], ())
        if _pattern(_rows()[number].forms[2 * side + english]).fullmatch(word)
    )


def opposite(theirs: str, ours: str) -> bool:
    """Whether a Russian and an English word mean the opposite of each other: остался, "leave"."""
    english = _sides(ours.lower(), True)
    return any((number, 1 - side) in english for number, side in _sides(plain(theirs), False))


def opposed(context: Context, pair: Pair, bead: Bead, rule: Rule, severity: Severity) -> Iterator[Finding]:
    """Findings of the rows that belong to a rule; nothing without word links."""
    every = context.links(bead, "ru", "en")
    if pair.source is None or not every:
        return
    theirs, ours = _present(bead_text(bead.source), english=False), _present(bead_text(bead.target), english=True)
    links = [link for link in every if link.strength >= _SURE]
    linked = [(link.source, link.target, 0.85) for link in links]
    for source, target, confidence in (*linked, *_left_over(context, bead, links, (theirs, ours))):
        found = _reversed(source, target, (theirs, ours), rule.code)
        if found is None or _turned(pair, source, target) or _denied(pair, source, target):
            continue
        beads = _tokens(context, bead)
        if rule.code == "NEG001" and led(beads[1], target):
            continue
        if seen_otherwise(found[0].kind, found[1], (source, target), beads, links):
            continue
        if another_noun((source, target), beads, links) or _rendered(source, target, found[0], theirs):
            continue
        evidence = pair.source.source.span(source.start, source.stop)
        span = pair.translation.span(target.start, target.stop)
        message = f'«{evidence.text}» of the original has become its opposite, "{span.text}"'
        yield Finding(rule, span, message, severity, confidence, evidence, _advice(*found))


@lru_cache(maxsize=1000)
def _present(text: str, english: bool) -> Counter[tuple[int, int]]:
    return Counter(side for word in _WORD.findall(plain(text)) for side in _sides(word, english))


def _left_over(
    context: Context, bead: Bead, links: Sequence[Link], present: _Both
) -> Iterator[tuple[Token, Token, float]]:
    """Words without a counterpart whose opposite has none either, where there is one of each."""
    theirs, ours = present
    if not any((number, 1 - side) in ours for number, side in theirs):
        return
    known = {link.source.start for link in links}, {link.target.start for link in links}
    lost = [token for span in bead.source for token in context.tokens("ru", span) if token.start not in known[0]]
    strange = [token for span in bead.target for token in context.tokens("en", span) if token.start not in known[1]]
    for one in lost:
        for number, side in _sides(plain(one.text), False):
            others = [token for token in strange if (number, 1 - side) in _sides(token.text.lower(), True)]
            if len(others) == 1:
                yield one, others[0], 0.8


def _reversed(source: Token, target: Token, present: _Both, code: str) -> tuple[Poles, int] | None:
    """The row whose sides two words stand on, where the right word is one too few and the wrong one too many."""
    theirs, ours = present
    for number, side in _sides(plain(source.text), False):
        row, other = _rows()[number], (number, 1 - side)
        if row.code != code or other not in _sides(target.text.lower(), True):
            continue
        if ours[number, side] < theirs[number, side] and theirs[other] < ours[other]:
            return row, side
    return None


def _rendered(source: Token, target: Token, row: Poles, theirs: Counter[tuple[int, int]]) -> bool:
    """Whether the wrong word is the right one for another word of the original: "before" for its до, not for после."""
    own = _sides(plain(source.text), False)
    return any(
        theirs[both] > (both in own) for both in _sides(target.text.lower(), True) if _rows()[both[0]] is not row
    )


def _tokens(context: Context, bead: Bead) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The tokens of both sides of a bead."""
    theirs = tuple(token for span in bead.source for token in context.tokens("ru", span))
    return theirs, tuple(token for span in bead.target for token in context.tokens("en", span))


def _advice(row: Poles, side: int) -> str:
    return row.advice[side] or "(the opposite)"


def _turned(pair: Pair, source: Token, target: Token) -> bool:
    """Whether a negation right before one of two words makes the opposite the right one: не согласен, disagreement."""
    if pair.source is None:
        return False
    theirs = pair.source.source.text[max(0, source.start - 12) : source.start]
    ours = pair.translation.text[max(0, target.start - 12) : target.start]
    if plain(source.text) == "до" and _REACHING.search(
        pair.source.source.text[max(0, source.start - 30) : source.start]
    ):
        return True
    if target.text.lower() == "left" and _LEFT.search(ours):
        return True
    return theirs.lower().endswith("тем не ") or bool(_NOT.search(theirs)) != bool(_NOT.search(ours))


def _denied(pair: Pair, source: Token, target: Token) -> bool:
    """Whether the clause of one of two words is negated, and that of the other is not."""
    if pair.source is None:
        return False
    text = pair.source.source.text
    theirs = cues("negation", "ru").any(_clause(text, source), "plain")
    if "gent" in source.tags and _ABSENT.match(text, source.stop):
        theirs = True
    ours = _OWN_CLAUSE.split(_clause(pair.translation.text, target))
    said = next((part for part in ours if re.search(rf"\b{re.escape(target.text)}\b", part)), ours[-1])
    return theirs != cues("negation", "en").any(said, "plain")


def _clause(text: str, word: Token) -> str:
    """The words around a word up to the next marks."""
    before = _BREAK.split(text[max(0, word.start - _CLAUSE) : word.start])[-1]
    return before + word.text + _BREAK.split(text[word.stop : word.stop + _CLAUSE], maxsplit=1)[0]
