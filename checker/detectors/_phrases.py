"""Phrase tables at work: rows of checker/data found in a translation, each with its condition on the original."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker.data import rows
from checker.detectors._wording import is_said
from checker.model import Finding, Severity, Span
from checker.patterns import Index, compiled, condition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.model import Bead, Pair, Rule, Token
    from checker.patterns import Match
    from checker.protocols import Context


_CUES = 2
"""Words of the original about a word that make it sure what it means there; one may be chance."""


@dataclass(frozen=True, slots=True)
class Row:
    """A trap: what it looks like in English, what must stand in the original, what to write instead."""

    pattern: str
    source: str
    """A condition as written, "" for none; it is compiled when its pattern is first found."""
    suggestion: str
    severity: Severity
    alone: str
    """Without an original: "yes" it still fires, "remark" as a neutral remark, "no" not at all."""
    reason: str
    table: str = ""


@dataclass(frozen=True)
class Tables:
    """Rows of some tables and the index over all their patterns."""

    index: Index
    rows: tuple[Row, ...]
    """Parallel to the index's patterns: a row with several patterns stands here once for each."""


@cache
def tables(names: tuple[str, ...]) -> Tables:
    """The tables data/NAME.tsv as one. Raises ValueError where a pattern is malformed."""
    found = [
        Row(
            pattern,
            row["source"],
            row["suggestion"],
            Severity[row["severity"].upper()],
            row["alone"],
            row["reason"],
            name,
        )
        for name in names
        for row in rows(name)
        for pattern in row["pattern"].split(" ; ")
    ]
    return Tables(Index.of(row.pattern for row in found), tuple(found))


@dataclass(frozen=True, slots=True)
class Hit:
    """A row found in a sentence, with the source tokens that fulfil its condition."""

    row: Row
    match: Match
    tokens: tuple[Token, ...]
    evidence: tuple[Token, ...]
    originals: Sequence[tuple[Token, ...]] = ()
    """The sentences of the original that it was looked for in."""

    @property
    def place(self) -> tuple[int, int]:
        """Start and stop in the document."""
        return self.tokens[self.match.start].start, self.tokens[self.match.stop - 1].stop

    @property
    def is_slight(self) -> bool:
        """Whether one word of English and one of the original's sentence about the row's word are all there is."""
        if not self.evidence or self.match.stop - self.match.start > 1:
            return False
        return condition(self.row.source).cues(self.originals) < _CUES

    def is_within(self, other: Hit) -> bool:
        """Whether it is a shorter hit of the same row."""
        (start, stop), (first, last) = self.place, other.place
        shorter = first <= start and stop <= last and stop - start < last - first
        return shorter and self.row.reason == other.row.reason

    def suggestion(self) -> str:
        """The row's suggestion, its {n} and {Name} filled from the text; a capital where the sentence begins."""
        text = self.row.suggestion
        for sign, kind in (("{n}", "number"), ("{Name}", "name")):
            if sign in text:
                text = text.replace(sign, self._covered(kind))
        first = self.tokens[self.match.start]
        if self._opens_sentence() and first.text[:1].isupper() and not text.startswith("("):
            text = text[:1].upper() + text[1:]
        return text

    def _covered(self, kind: str) -> str:
        """What the pattern's first number or name covers."""
        kinds = [element.kind for element in compiled(self.row.pattern).elements]
        open_kinds = [other for other in kinds if other in ("gap", "number", "name")]
        if kind not in open_kinds:
            return "…"
        start, stop = self.match.gaps[open_kinds.index(kind)]
        return " ".join(token.text for token in self.tokens[start:stop]) or "…"

    def _opens_sentence(self) -> bool:
        return all(token.kind == "mark" for token in self.tokens[: self.match.start])


def hits(context: Context, pair: Pair, table: Tables) -> Iterator[Hit]:
    """Rows that hold, the longest where several overlap."""
    langs = (pair.source.source.lang if pair.source else "", pair.translation.lang)
    for bead in pair.source.beads if pair.source else pair.beads:
        originals: Sequence[tuple[Token, ...]] | None = None
        found: list[Hit] = []
        for sentence in bead.target:
            tokens = context.tokens(langs[1], sentence)
            matches = table.index.find(tokens)
            if matches and originals is None and pair.source:
                originals = [context.tokens(langs[0], original) for original in bead.source]
            found += _holding(table, matches, tokens, originals)
        kept = [hit for hit in found if not _is_right(context, hit, langs[1])]
        yield from _longest([hit for hit in kept if not _stands_for_another(context, hit, bead, langs)])


def _is_right(context: Context, hit: Hit, lang: str) -> bool:
    """Whether what was found is the row's own suggestion, or a part of it."""
    place = hit.match.start, hit.match.stop
    return is_said(context.language(lang), hit.tokens, place, hit.row.suggestion)


SURE = 0.7
"""Strength of a word link from which it may contradict a row."""


def _stands_for_another(context: Context, hit: Hit, bead: Bead, langs: tuple[str, str]) -> bool:
    """Whether word links say that what is flagged renders other words of the original than the row's.

    Of a single word its own links say so; of several, that the row's word is surely rendered, and by none of them:
    beside a collection of medals the сборная is the home team.
    """
    if len(hit.evidence) != 1:
        return False
    flagged = {token.start for token in hit.tokens[hit.match.start : hit.match.stop]}
    original = hit.evidence[0].start
    sure = [link for link in context.links(bead, *langs) if link.strength >= SURE]
    theirs = [link.source.start for link in sure if link.target.start in flagged]
    ours = [link.target.start for link in sure if link.source.start == original]
    if not theirs or original in theirs:
        return False
    return len(flagged) == 1 or bool(ours)


def _holding(
    table: Tables, matches: Iterable[Match], tokens: tuple[Token, ...], originals: Sequence[tuple[Token, ...]] | None
) -> Iterator[Hit]:
    for match in matches:
        row = table.rows[match.number]
        evidence = condition(row.source).evidence(originals) if row.source and originals else ()
        if evidence or row.alone == "yes" or (row.alone == "remark" and originals is None):
            yield Hit(row, match, tokens, evidence, originals or ())


def _longest(found: Sequence[Hit]) -> Iterator[Hit]:
    """Of overlapping hits the one with evidence, then the longest, then the gravest; of one row's the shortest."""

    def rank(hit: Hit) -> tuple[bool, int, int, int]:
        start, stop = hit.place
        return not hit.evidence, start - stop, -hit.row.severity, start

    taken: list[tuple[int, int]] = []
    for hit in sorted((hit for hit in found if not any(other.is_within(hit) for other in found)), key=rank):
        start, stop = hit.place
        if all(stop <= other[0] or other[1] <= start for other in taken):
            taken.append((start, stop))
            yield hit


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a family speaks of its hits and how sure it is, with the original's evidence and without."""

    rule: Rule
    names: str
    """What the message calls it: "calque", "false friend", "wrong sense"."""
    with_source: float
    alone: float
    weighed: bool = False
    """Whether a single word of English is minor where one word of the original alone speaks against it."""

    def finding(self, hit: Hit, pair: Pair) -> Finding:
        """The hit as a finding."""
        source = _span(pair, hit.evidence)
        remark = not source and hit.row.alone == "remark"
        severity = min(hit.row.severity, Severity.MINOR) if self.weighed and hit.is_slight else hit.row.severity
        of = f" of «{source.text}»" if source else ""
        return Finding(
            rule=self.rule,
            span=pair.translation.span(*hit.place),
            message=f"{self.names}{of}: {hit.row.reason}",
            severity=Severity.NEUTRAL if remark else severity,
            confidence=self.with_source if source else self.alone,
            source=source,
            suggestion=hit.suggestion(),
        )


def _span(pair: Pair, evidence: Sequence[Token]) -> Span | None:
    if not evidence or pair.source is None:
        return None
    return pair.source.source.span(evidence[0].start, evidence[-1].stop)


def findings(context: Context, pair: Pair, table: Tables, judgement: Judgement) -> Iterator[Finding]:
    """All findings of one family of tables in an article."""
    for hit in hits(context, pair, table):
        yield judgement.finding(hit, pair)
