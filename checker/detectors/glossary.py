"""Glossary: the desk's own terms, inflected on both sides.

A row says what a source term must be in English (`required`, alternatives parted by ``|``), what it must
not be (`forbidden`, likewise), and why (`note`). A row without a source term forbids words everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.detectors._evidence import Evidence
from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.model import Bead, Pair, Token
    from checker.protocols import Context

TRM001 = Rule(
    "TRM001",
    "glossary",
    Category.TERMINOLOGY,
    Severity.MAJOR,
    "The desk's glossary asks for another term.",
    "The gas pipe was shut.",
    "The gas main was shut.",
    Needs.BETTER_WITH_SOURCE,
    explanation=(
        "Terms are compared by the dictionary forms of their words, so inflection does not matter on either side. "
        "Without the original only forbidden words are looked for. Flagged are the forbidden words, else the words "
        "linked to the source term, else the end of the sentence that lacks the term."
    ),
)

Lemmas = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary row by lemmas."""

    source: Lemmas
    required: tuple[Lemmas, ...]
    forbidden: tuple[Lemmas, ...]
    row: Mapping[str, str]

    @property
    def suggestion(self) -> str:
        """The first required term."""
        return self.row.get("required", "").split("|")[0].strip()

    @property
    def note(self) -> str:
        """Why, ready to be put behind a message."""
        note = self.row.get("note", "").strip()
        return f" ({note})" if note else ""


def _places(tokens: Sequence[Token], term: Lemmas) -> Iterator[tuple[Token, Token]]:
    """First and last token of every stretch whose words are the term's, in any inflection."""
    size = len(term)
    for at in range(len(tokens) - size + 1 if size else 0):
        run = tokens[at : at + size]
        if all(_forms(token) & wanted for token, wanted in zip(run, term, strict=True)):
            yield run[0], run[-1]


def _forms(token: Token) -> frozenset[str]:
    return frozenset({token.text.lower().replace("ё", "е"), token.lemma.replace("ё", "е")})


class Glossary:
    """The desk's terms."""

    rules = (TRM001,)

    def __init__(self, context: Context, terms: Sequence[Mapping[str, str]] = ()) -> None:
        self.context = context
        self._rows = (*context.glossary, *terms)

    def detect(self, pair: Pair) -> Iterable[Finding]:
        """Findings of the rule; none without a glossary."""
        if not self._rows:
            return
        source_lang = pair.source.source.lang if pair.source else ""
        terms = tuple(self._term(row, source_lang, pair.translation.lang) for row in self._rows)
        evidence = Evidence(pair, self.context)
        for bead in pair.source.beads if pair.source else ():
            for term in terms:
                if term.source and bead.target:
                    yield from self._judged(pair, bead, term, evidence)
        for sentence in pair.sentences:
            tokens = self.context.tokens(pair.translation.lang, sentence)
            for term in terms:
                if not term.source or pair.source is None:
                    yield from self._forbidden(pair, tokens, term, 0.95 if not term.source else 0.5)

    def _term(self, row: Mapping[str, str], source_lang: str, target_lang: str) -> Term:
        source = row.get("source", "")
        return Term(
            self._lemmas(source, source_lang) if source_lang else _words(source),
            tuple(self._lemmas(one, target_lang) for one in _alternatives(row.get("required", ""))),
            tuple(self._lemmas(one, target_lang) for one in _alternatives(row.get("forbidden", ""))),
            row,
        )

    def _lemmas(self, text: str, lang: str) -> Lemmas:
        return tuple(_forms(token) for token in self.context.language(lang).words(text) if token.kind != "mark")

    def _judged(self, pair: Pair, bead: Bead, term: Term, evidence: Evidence) -> Iterator[Finding]:
        """A bead whose source has the term."""
        found = list(_places(evidence.tokens(bead.target[0].start), term.source))
        if not found:
            return
        tokens = [token for span in bead.target for token in self.context.tokens(pair.translation.lang, span)]
        source = evidence.span(*found[0])
        faults = list(self._forbidden(pair, tokens, term, 0.95))
        for fault in faults:
            yield Finding(TRM001, fault.span, fault.message, TRM001.severity, 0.95, source, term.suggestion)
        if faults or not term.required or any(True for one in term.required for _ in _places(tokens, one)):
            return
        links = evidence.links(bead.target[0].start)
        first, last = found[0]
        linked = [link.target for link in links if first.start <= link.source.start < last.stop]
        end = bead.target[-1].stop
        start, stop = (min(t.start for t in linked), max(t.stop for t in linked)) if linked else (end, end)
        wanted, original = term.row["required"], term.row["source"]
        message = f'The glossary asks for "{wanted}" where the original has "{original}"{term.note}.'
        span = pair.translation.span(start, stop)
        yield Finding(TRM001, span, message, TRM001.severity, 0.9, source, term.suggestion)

    def _forbidden(self, pair: Pair, tokens: Sequence[Token], term: Term, confidence: float) -> Iterator[Finding]:
        for one in term.forbidden:
            for first, last in _places(tokens, one):
                span = pair.translation.span(first.start, last.stop)
                message = f'The glossary forbids "{span.text}"{term.note}.'
                yield Finding(TRM001, span, message, TRM001.severity, confidence, suggestion=term.suggestion)


def _alternatives(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _words(text: str) -> Lemmas:
    return tuple(frozenset({word.lower()}) for word in text.split())


def detector(context: Context, terms: Sequence[Mapping[str, str]] = ()) -> Glossary:
    """The family; `terms` are rows beside those of the desk's file."""
    return Glossary(context, terms)
