"""The nouns of checker. Every one is a frozen value; this module knows no other (figures: notation.py).

Offsets are Unicode code points into ``Document.text``, the end excluded, counted from 0; lines and
columns are counted from 1. Severities carry their MQM weight (https://themqm.org), so that a
penalty is a sum of severities.
"""

from __future__ import annotations

import enum
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Severity(enum.IntEnum):
    """How much a finding matters; the value is its MQM weight."""

    NEUTRAL = 0
    MINOR = 1
    MAJOR = 5
    CRITICAL = 25

    @property
    def label(self) -> str:
        """The name as reports write it: lower case."""
        return self.name.lower()


class Category(enum.StrEnum):
    """The MQM dimension of a rule."""

    ACCURACY = "Accuracy"
    TERMINOLOGY = "Terminology"
    LINGUISTIC = "Linguistic conventions"
    STYLE = "Style"
    LOCALE = "Locale conventions"
    DESIGN = "Design and markup"


class Needs(enum.StrEnum):
    """What a rule needs beside the translation: an original (or a re-translation), or nothing."""

    SOURCE = "source"
    BETTER_WITH_SOURCE = "better with source"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a document: ``document.text[start:stop] == text``."""

    start: int
    stop: int
    text: str

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character (an empty span overlaps what it stands inside)."""
        if self.start == self.stop or other.start == other.stop:
            return self.start <= other.stop and other.start <= self.stop
        return self.start < other.stop and other.start < self.stop

    def shifted(self, offset: int) -> Span:
        """The same text, `offset` code points further on."""
        return Span(self.start + offset, self.stop + offset, self.text)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark of a text, with offsets into the text that was tokenised."""

    start: int
    stop: int
    text: str
    lemma: str
    """Dictionary form in lower case; for marks and numbers the text itself."""
    kind: str
    """"word", "number" or "mark"."""
    tags: frozenset[str] = frozenset()
    """What the language's dictionary knows: part of speech, case, "name", "surname", "place", ..."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text exactly as read (mark-up masked by as many blanks), with its name and language."""

    name: str
    lang: str
    """ISO 639-1 code, or "" while nobody has said and nothing was detected."""
    text: str
    encoding: str = "utf-8"
    outside: tuple[Span, ...] = ()
    """Page furniture: read, reported, not judged. Sorted, disjoint."""
    masked: tuple[tuple[int, int], ...] = ()
    """Where blanks of `text` stand for mark-up of the file. Sorted, disjoint."""
    segments: tuple[Span, ...] = ()
    """A segmentation that came with the file; empty where sentences must be found."""
    lines: tuple[int, ...] = ()
    """Where the lines of the file (of a DOCX, the paragraphs) begin, if they are not the lines of `text`."""

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1; only ``\\n`` ends a line."""
        if self.lines:
            line = bisect_right(self.lines, offset)
            return line, offset - self.lines[line - 1] + 1
        line_start = self.text.rfind("\n", 0, offset) + 1
        return self.text.count("\n", 0, offset) + 1, offset - line_start + 1

    def span(self, start: int, stop: int) -> Span:
        """The span between two offsets."""
        return Span(start, stop, self.text[start:stop])

    def around(self, span: Span) -> str:
        """The 20 characters on either side of a span, white space folded, so that re-wrapping changes nothing."""
        before, after = self.text[max(0, span.start - 20) : span.start], self.text[span.stop : span.stop + 20]
        return " ".join(f"{before}\x1e{after}".split())


@dataclass(frozen=True, slots=True)
class Bead:
    """Sentences that translate each other; an empty side is an omission or an addition."""

    source: tuple[Span, ...]
    target: tuple[Span, ...]
    similarity: float | None = None
    """Cosine of the two sides by the encoder, in 0-100; None where nothing measured it."""
    confidence: float = 1.0
    """Share of such beads that are right, in 0-1."""
    moved: bool = False

    @property
    def kind(self) -> str:
        """``1-1``, ``1-2``, ..., ``omitted``, ``added`` or ``moved``."""
        if self.moved:
            return "moved"
        if not self.target:
            return "omitted"
        if not self.source:
            return "added"
        return f"{len(self.source)}-{len(self.target)}"

    @property
    def content(self) -> tuple[str, ...]:
        """The sentences of both sides, the number of each side's before them: beads that say the same have it alike."""
        return tuple(part for side in (self.source, self.target) for part in (str(len(side)), *(s.text for s in side)))


@dataclass(frozen=True, slots=True)
class Alignment:
    """Beads over two documents, in the target's order; every sentence of a side is in one bead."""

    source: Document
    target: Document
    beads: tuple[Bead, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """What is checked: a translation, with its original, a re-translation, both, or neither."""

    translation: Document
    source: Document | None = None
    reference: Document | None = None
    paired: bool = False
    """Whether `segments` of the documents pair off one to one (a table, XLIFF, TMX)."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An article cut and aligned: what detectors and scorers look at."""

    translation: Document
    sentences: tuple[Span, ...]
    """The translation's sentences, furniture left out."""
    source: Alignment | None = None
    """Original to translation."""
    reference: Alignment | None = None
    """Re-translation (as source side) to translation."""

    @property
    def beads(self) -> tuple[Bead, ...]:
        """The backbone: beads with the original, else with the re-translation, else the sentences."""
        if self.compared is not None:
            return self.compared.beads
        return tuple(Bead((), (sentence,)) for sentence in self.sentences)

    @property
    def compared(self) -> Alignment | None:
        """What the translation is held against: the original, else the re-translation."""
        return self.source or self.reference

    @property
    def witness(self) -> str:
        """What `compared` is, in an editor's words."""
        return "original" if self.source is not None else "re-translation"

    @property
    def reference_texts(self) -> tuple[str, ...]:
        """For every bead the re-translation of the same target sentences; "" where there is none."""
        if self.reference is None:
            return ("",) * len(self.beads)
        theirs = self.reference.beads
        if self.source is None:
            return tuple(" ".join(span.text for span in bead.source) for bead in theirs)
        by_start = {span.start: index for index, bead in enumerate(theirs) for span in bead.target}
        hits = (sorted({by_start[span.start] for span in bead.target if span.start in by_start}) for bead in self.beads)
        return tuple(" ".join(span.text for index in hit for span in theirs[index].source) for hit in hits)


@dataclass(frozen=True, slots=True)
class Link:
    """A translation word that stands for a source word. Tokens carry document offsets."""

    source: Token
    target: Token
    strength: float
    """Share of such links that are right, in 0-1."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the catalogue; it feeds --select, the docs, SARIF and `checker rules`."""

    code: str
    name: str
    category: Category
    severity: Severity
    summary: str
    """One sentence in an editor's words: what is flagged."""
    bad: str
    good: str
    needs: Needs = Needs.NOTHING
    preview: bool = False
    fixable: bool = False
    """Whether --fix may write the suggestion: typography and spacing only."""
    explanation: str = ""
    """What an editor would be told at length: why it is bad, when the rule stays silent."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A place in the translation that an editor should look at, with the evidence."""

    rule: Rule
    span: Span
    """In the translation; for an omission an empty span where the words should stand."""
    message: str
    severity: Severity
    confidence: float
    """Share of like findings that are right, in 0-1."""
    source: Span | None = None
    """The evidence in the original (or, where there is none, in the re-translation)."""
    suggestion: str = ""
    """What to write instead; advice stands in brackets; "" for none."""
    occurrence: int = 1
    """Which of the findings of this rule on the same words in the same surroundings it is, from 1."""


@dataclass(frozen=True, slots=True)
class Score:
    """A metric over an article: its value, the value of every bead, and how it was made."""

    metric: str
    value: float | None
    per_bead: tuple[float | None, ...]
    """Parallel to `Pair.beads`; None where it does not apply."""
    signature: str
    statistics: tuple[float, ...] = ()
    """Sums from which a corpus figure is made; they add up over articles."""
    higher_is_better: bool = True
    interval: tuple[float, float] | None = None
    """80 % prediction interval of `value`, where the metric has one."""
    reasons: tuple[tuple[str, ...], ...] = ()
    """For every bead what drags it down, in words; empty where the metric gives none."""
    heat: tuple[tuple[Span, float], ...] = ()
    """Words of the translation that it doubts, each with how much, in 0-1, by place; the rest it does not doubt."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something said about a run that is no finding: an encoding, a language, what was not checked."""

    topic: str
    """"encoding", "language", "outside", "unchecked", "baseline", ..."""
    text: str


_SIGNS = re.compile("[\u0e01-\u0e30\u0e40-\u0e46\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
"""Thai letters, kana and ideographs, which set no words apart."""
_SIGNS_OF_A_WORD = 2
_LETTERS_OF_A_WORD = 4


_IDEOGRAPHS = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_SYLLABLES = re.compile(r"[\u3041-\u30ff\uac00-\ud7a3]")


def extent(text: str) -> int:
    """How long a text is in letters of an alphabet: an ideograph stands for three, a kana or a Korean syllable for two.

    On NTREX-128 English has 3.0 characters for one of Chinese, 2.2 of Japanese, 1.9 of Korean, 0.8 to 1.1 of others."""
    if text.isascii():
        return len(text)
    return len(text) + 2 * len(_IDEOGRAPHS.findall(text)) + len(_SYLLABLES.findall(text))


def word_count(text: str) -> int:
    """White-space words; runs of signs count as a word for two (four letters of Thai), as translators reckon them."""
    if text.isascii() or not _SIGNS.search(text):
        return len(text.split())
    runs = _SIGNS.findall(text)
    thai = sum(len(run) for run in runs if run[0] < "\u0e80")
    signs = sum(map(len, runs)) - thai
    spaced = len([word for word in _SIGNS.sub(" ", text).split() if any(char.isalnum() for char in word)])
    return spaced + -(-signs // _SIGNS_OF_A_WORD) + -(-thai // _LETTERS_OF_A_WORD)


@dataclass(frozen=True)
class Report:
    """Everything known about one checked article; any format is made from it."""

    name: str
    pair: Pair
    scores: tuple[Score, ...] = ()
    findings: tuple[Finding, ...] = ()
    """Sorted by place, then code."""
    notes: tuple[Note, ...] = ()

    verdicts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """By fingerprint: the editor's verdict and comment, from a baseline."""
    path: str = ""
    """Where the translation lies, as it was named for this run; enters no report file that must be reproducible."""
    source_path: str = ""
    """Where the original (or else the re-translation) lies, likewise."""

    @cached_property
    def beads_of_findings(self) -> tuple[int | None, ...]:
        """For every finding the index of the bead that holds it (or its place), parallel to `findings`.

        What is missing belongs to the omitted sentence that is its evidence, not to the one it would stand before.
        """
        places = sorted(
            (span.start, span.stop, index) for index, bead in enumerate(self.pair.beads) for span in bead.target
        )
        starts = [place[0] for place in places]
        omitted = {span: index for index, bead in enumerate(self.pair.beads) if not bead.target for span in bead.source}
        held = ((finding, bisect_right(starts, finding.span.start) - 1) for finding in self.findings)
        return tuple(
            omitted[finding.source]
            if not finding.span.text and finding.source in omitted
            else places[place][2]
            if place >= 0
            else None
            for finding, place in held
        )

    @cached_property
    def fingerprints(self) -> tuple[str, ...]:
        """A name for every finding, parallel to them, that outlives edits elsewhere: no line number enters it."""
        return tuple(self._fingerprint(finding) for finding in self.findings)

    def _fingerprint(self, finding: Finding) -> str:
        around = self.pair.translation.around(finding.span)
        content = "\x1f".join((finding.rule.code, finding.span.text, around, str(finding.occurrence)))
        # The leading letter keeps spreadsheets from reading digits, or digits around an e, as a number.
        return "f" + blake2b(content.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()[1:]

    @property
    def words(self) -> int:
        """White-space words of the translation inside the article; two signs of a script without spaces are one."""
        return sum(word_count(sentence.text) for sentence in self.pair.sentences)

    @property
    def penalty(self) -> int:
        """The MQM sum of the findings' weights."""
        return sum(int(finding.severity) for finding in self.findings)

    @property
    def penalty_per_1000_words(self) -> float:
        """`penalty` for an article of 1,000 words; 0 for an empty one."""
        return 1000 * self.penalty / self.words if self.words else 0.0

    @property
    def evidence(self) -> Document | None:
        """The document that source spans of findings point into: the original, else the re-translation."""
        return self.pair.compared.source if self.pair.compared else None

    def score(self, metric: str) -> Score | None:
        """The score of that name, or None."""
        return next((score for score in self.scores if score.metric == metric), None)
