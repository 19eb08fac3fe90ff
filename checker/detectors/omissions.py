"""What the translation leaves out, puts in, or says elsewhere: sentences, and stretches of words inside a bead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors._asides import Asides
from checker.detectors._freedom import closeness
from checker.detectors._lengths import inverse, needs, short_of, usual_ratio
from checker.detectors._unsupported import Stretch, stretches
from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.model import Alignment, Bead, Pair, Span
    from checker.protocols import Context, Encoder

OMITTED = Rule(
    "OMI001",
    "omitted-sentence",
    Category.ACCURACY,
    Severity.MAJOR,
    "A sentence of the original has no counterpart.",
    bad="The mine closed. The town lives on. (Шахту закрыли. Уволили 400 человек. Город живёт.)",
    good="The mine closed. Four hundred people were dismissed. The town lives on.",
    needs=Needs.SOURCE,
    explanation="From the alignment; also where an unlike sentence stands in its place. Silent where the sentence's "
    "content is found in the translation of its neighbours (two sentences merged or summarised in one). Minor for a "
    "cry of two or three words.",
)
OMITTED_CONTENT = Rule(
    "OMI002",
    "omitted-content",
    Category.ACCURACY,
    Severity.MINOR,
    "Words of the original that nothing in their sentence's translation carries.",
    bad="The minister arrived in Riga. (Министр прилетел в Ригу на военном самолёте.)",
    good="The minister arrived in Riga on a military plane.",
    needs=Needs.SOURCE,
    explanation="A phrase, up to a mark or a translated word, no word of which the translation stands for. What "
    "else counts: whether the translation has words to spare, is too short, and is nearer in meaning to the original "
    "without the phrase. Major for a clause. Silent where a neighbouring sentence says it, and about who says so, "
    "which is a lost hedge. An article that is translated freely needs more.",
)
ADDED = Rule(
    "ADD001",
    "added-sentence",
    Category.ACCURACY,
    Severity.MAJOR,
    "A sentence of the translation has no counterpart in the original.",
    bad="The mine closed. Tourists like the region. The town lives on. (Шахту закрыли. Город живёт.)",
    good="The mine closed. The town lives on.",
    needs=Needs.SOURCE,
    explanation="From the alignment. Silent where the sentence says what its neighbours' original says, and on notes "
    "in square brackets. Minor for a cry of a few words.",
)
ADDED_CONTENT = Rule(
    "ADD002",
    "added-content",
    Category.ACCURACY,
    Severity.MINOR,
    "Words of the translation that nothing in the original stands behind.",
    bad="The minister, who loves fishing, arrived in Riga. (Министр прилетел в Ригу.)",
    good="The minister arrived in Riga.",
    needs=Needs.SOURCE,
    explanation="The reverse of OMI002: a phrase, from a mark or a preposition to the next, no word of which stands "
    "for one of the original. Major for a clause. Explanations for readers abroad are flagged too.",
)
MOVED = Rule(
    "MOV001",
    "moved-passage",
    Category.DESIGN,
    Severity.NEUTRAL,
    "A passage stands elsewhere than in the original.",
    bad="The second paragraph of the original is the last of the translation.",
    good="Paragraphs in the order of the original.",
    needs=Needs.SOURCE,
)
# Cosines, in hundredths. A sentence that is as near as this to the neighbours' counterpart was merged into it;
# joining a sentence that is said there to its neighbour does not lower the neighbour's similarity by more than this.
_SAID, _DROP = 60.0, 3.0
# A sentence in a bead of several carries nothing where the rest is nearer by _GAIN, and it alone is not near.
# Measured on NTREX and WMT21 with sentences taken out: above 6, ten of ten were really without a counterpart.
_GAIN, _UNLIKE, _MOST_SENTENCES = 6.0, 35.0, 6
_FEWEST_WORDS = 2
_FEWEST_LOST, _FEWEST_ADDED, _UNSURE = 4, 5, 0.45
"""Words of a sentence that is lost or added, and a confidence, from which that is major."""
_STRANGE, _FIRM = 15.0, 0.85
"""Similarity up to which two sentences have nothing to do with each other: those of good translations keep above 20,
however free; and strength of a link from which a word is surely rendered."""
_CONTENT = frozenset({"NOUN", "VERB", "INFN", "ADJF", "PRTF", "PRTS", "ADJS", "GRND", "ADVB", "COMP"})
_CLAUSE, _PLAIN = 5, 0.75
"""Content words from which a stretch is a clause, and a confidence from which that is major."""


class Omissions:
    """OMI001, OMI002, ADD001, ADD002 and MOV001."""

    rules = (OMITTED, OMITTED_CONTENT, ADDED, ADDED_CONTENT, MOVED)

    def __init__(self, context: Context) -> None:
        self._context = context

    def detect(self, pair: Pair) -> Iterable[Finding]:
        """Against the original; against the re-translation where there is no original."""
        alignment = pair.compared
        if alignment is None:
            return
        beads = alignment.beads
        encoder, ratio = self._context.encoder(), usual_ratio(alignment)
        asides = Asides(alignment.target)
        for number, bead in enumerate(beads):
            if bead.moved:
                yield _moved(alignment, bead)
            elif not bead.target:
                yield from self._omitted(alignment, number, encoder, ratio)
            elif not bead.source:
                added = self._added(alignment, number, encoder, ratio)
                yield from (finding for finding in added if not asides.holds(finding.span))
            else:
                found = _replaced(self._context, alignment, bead) or list(_glued(alignment, bead, encoder, ratio))
                yield from (one for one in found if not asides.holds(one.span))
        if pair.source is not None and encoder is not None:
            whole = [bead for bead in beads if bead.source and bead.target and not bead.moved]
            close = closeness(self._context, pair)
            for stretch in stretches(self._context, alignment, whole, encoder, ratio, close):
                yield _content(alignment, stretch)

    def _omitted(self, alignment: Alignment, number: int, encoder: Encoder | None, ratio: float) -> Iterator[Finding]:
        beads = alignment.beads
        place = _after(beads, number)
        for sentence in beads[number].source:
            around = _around(beads, number)
            if len(sentence.text.split()) < _FEWEST_WORDS or _said(sentence, around, encoder, False):
                continue
            if any(needs(sentence, bead.source, bead.target, inverse(ratio)) for bead in around):
                continue
            yield _omission(alignment, sentence, place, 0.95 * beads[number].confidence)

    def _added(self, alignment: Alignment, number: int, encoder: Encoder | None, ratio: float) -> Iterator[Finding]:
        beads = alignment.beads
        for sentence in beads[number].target:
            around = _around(beads, number)
            if len(sentence.text.split()) < _FEWEST_WORDS or _said(sentence, around, encoder, True):
                continue
            if any(needs(sentence, bead.target, bead.source, ratio) for bead in around):
                continue
            yield _addition(alignment, sentence, _before(beads, number), 0.95 * beads[number].confidence)


def _weight(sentence: Span, confidence: float, fewest: int) -> Severity:
    """A short cry, and what may as well stand in a neighbour, is minor: dialogue is told freely."""
    short = len(sentence.text.split()) < fewest
    return Severity.MINOR if short or confidence < _UNSURE else OMITTED.severity


def _omission(alignment: Alignment, sentence: Span, place: int, confidence: float) -> Finding:
    return Finding(
        rule=OMITTED,
        span=alignment.target.span(place, place),
        message=f"not translated: «{_short(sentence.text)}»",
        severity=_weight(sentence, confidence, _FEWEST_LOST),
        confidence=round(confidence, 2),
        source=sentence,
        suggestion="(translate the sentence here)",
    )


def _addition(alignment: Alignment, sentence: Span, place: int, confidence: float) -> Finding:
    return Finding(
        rule=ADDED,
        span=sentence,
        message="nothing in the original stands behind this sentence",
        severity=_weight(sentence, confidence, _FEWEST_ADDED),
        confidence=round(confidence, 2),
        source=alignment.source.span(place, place),
        suggestion="(delete)",
    )


def _replaced(context: Context, alignment: Alignment, bead: Bead) -> list[Finding]:
    """A sentence in the place of another one: one left out and one put in, that the alignment had to join."""
    if bead.similarity is None or bead.similarity > _STRANGE or len(bead.source) * len(bead.target) > 1:
        return []
    theirs, ours = bead.source[0], bead.target[0]
    links = context.links(bead, alignment.source.lang, alignment.target.lang)
    firm = sum(link.strength >= _FIRM and not _CONTENT.isdisjoint(link.source.tags) for link in links)
    short = len(theirs.text.split()) < _FEWEST_LOST or len(ours.text.split()) <= _FEWEST_ADDED
    if not links or firm > 1 or short:
        return []
    return [_omission(alignment, theirs, ours.start, 0.8), _addition(alignment, ours, theirs.start, 0.8)]


def _glued(alignment: Alignment, bead: Bead, encoder: Encoder | None, ratio: float) -> Iterator[Finding]:
    """Sentences that the alignment joined to a neighbour although nothing translates them."""
    if encoder is None:
        return
    for sentence in _idle(bead.source, bead.target, inverse(ratio), encoder):
        yield _omission(alignment, sentence, _beside(sentence, bead.source, bead.target, encoder), 0.9)
    for sentence in _idle(bead.target, bead.source, ratio, encoder):
        yield _addition(alignment, sentence, _beside(sentence, bead.target, bead.source, encoder), 0.9)


def _beside(sentence: Span, side: Sequence[Span], other: Sequence[Span], encoder: Encoder) -> int:
    """Where on the other side of a bead a sentence would stand: after the counterpart of the one before it."""
    before = [span for span in side if span.stop <= sentence.start]
    if not before:
        return other[0].start
    vectors = encoder.encode([before[-1].text, *(span.text for span in other)])
    return other[int((vectors[1:] @ vectors[0]).argmax())].stop


def _idle(side: Sequence[Span], other: Sequence[Span], ratio: float, encoder: Encoder) -> list[Span]:
    """Sentences of a side without which it is much nearer to the other, and long enough; at least one always stays."""
    if not 1 < len(side) <= _MOST_SENTENCES:
        return []
    texts = [" ".join(span.text for span in other), " ".join(span.text for span in side)]
    rests = [" ".join(span.text for span in side if span is not sentence) for sentence in side]
    vectors = encoder.encode([*texts, *(span.text for span in side), *rests])
    likeness = (100 * (vectors @ vectors[0])).tolist()
    whole, alone, without = likeness[1], likeness[2 : 2 + len(side)], likeness[2 + len(side) :]
    idle = [n for n in range(len(side)) if without[n] - whole > _GAIN and alone[n] < _UNLIKE]
    idle = [n for n in idle if not short_of([span for span in side if span is not side[n]], other, ratio)]
    return [side[n] for n in idle] if len(idle) < len(side) else []


def _around(beads: Sequence[Bead], number: int) -> list[Bead]:
    """The nearest beads with two sides before and after."""
    found = []
    for step in (-1, 1):
        place = number + step
        while 0 <= place < len(beads) and not (beads[place].source and beads[place].target):
            place += step
        if 0 <= place < len(beads):
            found.append(beads[place])
    return found


def _said(sentence: Span, neighbours: Sequence[Bead], encoder: Encoder | None, added: bool) -> bool:
    """Whether a sentence's content is in the counterpart of its neighbours: then it was merged, not lost."""
    if encoder is None:
        return False
    for bead in neighbours:
        own, other = (bead.target, bead.source) if added else (bead.source, bead.target)
        near = " ".join(span.text for span in own)
        joined = f"{sentence.text} {near}" if sentence.start < own[0].start else f"{near} {sentence.text}"
        alone, beside, together, counterpart = encoder.encode(
            [sentence.text, near, joined, " ".join(span.text for span in other)]
        )
        likeness, before, after = (100 * float(vector @ counterpart) for vector in (alone, beside, together))
        if likeness > _SAID and after > before - _DROP:
            return True
        if after > before and likeness > _SAID / 2 and len(sentence.text) < len(near):
            return True
    return False


def _after(beads: Sequence[Bead], number: int) -> int:
    """Where the translation of an omitted bead should stand: the end of the sentence before it."""
    for bead in reversed(beads[:number]):
        if bead.target and not bead.moved:
            return bead.target[-1].stop
    return next((bead.target[0].start for bead in beads[number:] if bead.target), 0)


def _before(beads: Sequence[Bead], number: int) -> int:
    for bead in reversed(beads[:number]):
        if bead.source and not bead.moved:
            return bead.source[-1].stop
    return next((bead.source[0].start for bead in beads[number:] if bead.source), 0)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 90 else words[:90].rsplit(" ", 1)[0] + " ..."


def _moved(alignment: Alignment, bead: Bead) -> Finding:
    span = alignment.target.span(bead.target[0].start, bead.target[-1].stop)
    return Finding(
        rule=MOVED,
        span=span,
        message="stands elsewhere than in the original",
        severity=MOVED.severity,
        confidence=round(0.9 * bead.confidence, 2),
        source=alignment.source.span(bead.source[0].start, bead.source[-1].stop) if bead.source else None,
        suggestion="(restore the order of the original, unless the move is meant)",
    )


def _content(alignment: Alignment, stretch: Stretch) -> Finding:
    rule = ADDED_CONTENT if stretch.added else OMITTED_CONTENT
    severity = Severity.MAJOR if stretch.words >= _CLAUSE and stretch.confidence >= _PLAIN else rule.severity
    here = alignment.target.span(stretch.place, stretch.place)
    other = "original" if stretch.added else "translation"
    return Finding(
        rule=rule,
        span=stretch.span if stretch.added else here,
        message=f"nothing in the {other} carries “{_short(stretch.span.text)}”",
        severity=severity,
        confidence=stretch.confidence,
        source=None if stretch.added else stretch.span,
        suggestion="(delete, unless it explains)" if stretch.added else "(add it)",
    )


def detector(context: Context) -> Omissions:
    """The family `omissions`."""
    return Omissions(context)
