"""split -> align -> detect -> score: one article in, its report out. Names no plug-in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from checker.coverage import Ground
from checker.errors import CheckerError, EngineError
from checker.model import Alignment, Bead, Document, Note, Pair, Report, Span
from checker.protocols import Foreseeing
from checker.selection import Selection, number, silence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checker.model import Article, Finding, Rule, Score
    from checker.protocols import Aligner, Context, Detector, Scorer

_TOGETHER = 64
"""Beads that are prepared at once."""
T = TypeVar("T")
P = ParamSpec("P")


@dataclass(frozen=True)
class Pipeline:
    """The parts of a run, ready to check any number of articles."""

    context: Context
    aligner: Aligner
    detectors: tuple[tuple[str, Detector], ...]
    scorers: tuple[tuple[str, Scorer], ...]
    selection: Selection

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Every rule of every detector, on or off, by code."""
        rules = {rule.code: rule for _, detector in self.detectors for rule in detector.rules}
        return tuple(rules[code] for code in sorted(rules))

    def pair(self, article: Article) -> Pair:
        """Cut an article into sentences and align it with what it came with."""
        translation = article.translation
        sentences = self.split(translation)
        return Pair(
            translation,
            sentences,
            source=self._align(article.source, translation, sentences, article.paired),
            reference=self._align(article.reference, translation, sentences, article.paired),
        )

    def split(self, document: Document) -> tuple[Span, ...]:
        """Sentences of a document, page furniture left out; given segments stay as they are."""
        inside = _inside(document)
        if document.segments:
            return tuple(segment for segment in document.segments if any(a <= segment.start < b for a, b in inside))
        split = self.context.language(document.lang).sentences
        spans = (span.shifted(start) for start, stop in inside for span in split(document.text[start:stop]))
        return tuple(piece for span in spans for piece in _readable(span))

    def check(self, article: Article, notes: Sequence[Note] = ()) -> Report:
        """The whole way for one article."""
        pair = self.pair(article)
        ground = self._ground(pair, article.paired)
        findings = self.detect(pair, ground)
        scores = self.score(pair, findings)
        outside = article.translation.outside
        said = [Note("outside", f"{len(outside)} stretches of page furniture are not judged")] if outside else []
        unchecked = ground.unchecked(rule for rule in self.rules if self.selection.reports(rule))
        said += [unchecked] if unchecked else []
        return Report(article.translation.name, pair, scores, findings, (*notes, *said))

    def detect(self, pair: Pair, ground: Ground | None = None) -> tuple[Finding, ...]:
        """Findings of the selected rules that know the pair's languages, numbered, silenced and sorted."""
        ground = ground or self._ground(pair)
        self._prepare(pair)
        found: list[Finding] = []
        for name, detector in self.detectors:
            if not any(self.selection.reports(rule) and ground.knows(rule) for rule in detector.rules):
                continue
            found.extend(_run(f"detector {name}", _all_of, detector, pair))
        reported = [one for one in found if self.selection.reports(one.rule) and ground.knows(one.rule)]
        reported.sort(key=lambda finding: (finding.span.start, finding.span.stop, finding.rule.code))
        numbered = number(reported, pair.translation)
        kept = silence(numbered, pair.sentences, pair.translation.text)
        exact = (replace(finding, confidence=_rounded(finding.confidence)) for finding in kept)
        return tuple(finding for finding in exact if self.selection.keeps(finding))

    def _ground(self, pair: Pair, paired: bool = False) -> Ground:
        """The languages of a pair, and the encoder's where it decides what was left out: the texts are no pairs."""
        encoder = self.context.encoder() if pair.source and not paired else None
        source = pair.source.source.lang if pair.source else ""
        given = frozenset(lang for _, detector in self.detectors for lang in getattr(detector, "dictionaries", ()))
        return Ground(source, pair.translation.lang, encoder.languages if encoder else frozenset(), given)

    def _prepare(self, pair: Pair) -> None:
        """Link the words of all beads, and let the parts that judge beads do it, some beads at a time.

        A detector that asks for a bead's links then finds them made, and what the encoder makes of a word where it
        stands is still at hand for all who need it: it is too large to be kept for a whole article.
        """
        linker = self.context.linker() if pair.source else None
        beads = pair.beads
        if linker is not None:
            _run("linker", linker.begin)
        for first in range(0, len(beads), _TOGETHER):
            some = beads[first : first + _TOGETHER]
            if linker is not None and pair.source is not None:
                _run("linker", linker.prepare, some, pair.source.source.lang, pair.translation.lang)
            for name, scorer in self.scorers:
                if isinstance(scorer, Foreseeing):
                    _run(f"scorer {name}", scorer.prepare, pair, some)

    def score(self, pair: Pair, findings: Sequence[Finding]) -> tuple[Score, ...]:
        """All scores that the pair allows."""
        return tuple(
            _exact(score)
            for name, scorer in self.scorers
            for score in _run(f"scorer {name}", scorer.score, pair, findings)
        )

    def _align(
        self, other: Document | None, translation: Document, sentences: tuple[Span, ...], paired: bool
    ) -> Alignment | None:
        if other is None:
            return None
        theirs = self.split(other)
        if paired and len(other.segments) == len(translation.segments):
            return Alignment(other, translation, tuple(_paired(other.segments, translation.segments)))
        return _settled(_run("aligner", self.aligner.align, other, translation, (theirs, sentences)))


# Numbers are cut to four decimals where they are made: what is shown, stored and judged is then one and the same.


def _rounded(value: float) -> float:
    return round(float(value), 4)


def _maybe(value: float | None) -> float | None:
    return None if value is None else _rounded(value)


def _settled(alignment: Alignment) -> Alignment:
    return replace(
        alignment,
        beads=tuple(
            replace(bead, similarity=_maybe(bead.similarity), confidence=_rounded(bead.confidence))
            for bead in alignment.beads
        ),
    )


def _exact(score: Score) -> Score:
    low_high = (_rounded(score.interval[0]), _rounded(score.interval[1])) if score.interval else None
    return replace(
        score, value=_maybe(score.value), per_bead=tuple(_maybe(value) for value in score.per_bead), interval=low_high
    )


LONGEST = 5_000
"""Characters of a sentence. What is longer is a dump: in pieces it costs time by its length, not by its square."""


def _readable(span: Span) -> Iterable[Span]:
    """The sentence, or pieces of a monstrous one, cut at white space where there is some."""
    start, text = 0, span.text
    while len(text) - start > LONGEST:
        blank = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        stop = blank if blank > 0 else start + LONGEST
        piece = text[start:stop].rstrip()
        if piece:
            yield Span(span.start + start, span.start + start + len(piece), piece)
        start = stop
        while text[start].isspace():
            start += 1
    yield Span(span.start + start, span.stop, text[start:]) if start else span


def _inside(document: Document) -> list[tuple[int, int]]:
    """The stretches between the page furniture."""
    edges = [0, *(edge for span in document.outside for edge in (span.start, span.stop)), len(document.text)]
    return [(start, stop) for start, stop in zip(edges[::2], edges[1::2], strict=True) if start < stop]


def _paired(source: Sequence[Span], target: Sequence[Span]) -> Iterable[Bead]:
    """One bead a row; an empty cell is an empty side; rows empty on both sides are no beads."""
    for one, other in zip(source, target, strict=True):
        left, right = (one,) if one.text.strip() else (), (other,) if other.text.strip() else ()
        if left or right:
            yield Bead(left, right)


def _all_of(detector: Detector, pair: Pair) -> list[Finding]:
    return list(detector.detect(pair))


def _run(part: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run a part; what it should not have raised becomes an EngineError that names it."""
    try:
        return work(*args, **kwargs)
    except CheckerError:
        raise
    except Exception as error:
        raise EngineError(f"{part} failed: {type(error).__name__}: {error}") from error
