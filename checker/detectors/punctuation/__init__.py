"""Punctuation: unclosed quotations, spacing, dashes, Russian marks left in English."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from checker.detectors._marks import brackets, pairing
from checker.detectors._surface import paragraphs, word_span
from checker.detectors.punctuation._foreign_marks import PUN004, foreign_marks, strange_quotes
from checker.detectors.punctuation._inherited import Inherited
from checker.detectors.punctuation._left_stops import left_stops
from checker.detectors.punctuation._plain_spacing import plain_spacing
from checker.detectors.punctuation._spacing import PUN002, PUN003, dashes, spacing
from checker.model import Category, Finding, Needs, Rule, Severity
from checker.notation import Conventions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.detectors._marks import Mark, Quotation
    from checker.detectors._surface import Paragraph
    from checker.model import Pair, Span
    from checker.protocols import Context

PUN001 = Rule(
    "PUN001",
    "unclosed-quotation",
    Category.LINGUISTIC,
    Severity.MAJOR,
    "A quotation or bracket is opened and never closed, or closed and never opened.",
    'The minister said, "We will not go back. He left at noon.',
    'The minister said, "We will not go back." He left at noon.',
    Needs.BETTER_WITH_SOURCE,
    explanation=(
        "The reader cannot see who is speaking. Marks are paired as a reader pairs them: nested, over paragraphs "
        "where each new one opens the quotation again, over a list inside a quotation. Apostrophes and inches are "
        "no quotation marks, and ))) is a smile. Silent where the original has the same one-sided mark. Flagged are "
        "the mark and its first words."
    ),
)
WORDS_SHOWN = 3
LONGEST_SHOWN = 200
"""Characters of them: what has no blanks is not words."""
TAIL = 80
"""Characters of a sentence in which its last words are looked for."""


def _first_words(pair: Pair, place: int, paragraph: Paragraph) -> Span:
    """The mark and the words after it."""
    text = pair.translation.text
    stop, end = place + 1, min(paragraph.stop, place + LONGEST_SHOWN)
    for _ in range(WORDS_SHOWN):
        while stop < end and text[stop].isspace():
            stop += 1
        while stop < end and not text[stop].isspace():
            stop += 1
    while stop > place + 2 and text[stop - 1] in ",.;:!?":
        stop -= 1
    return pair.translation.span(place, stop)


def _last_words(pair: Pair, place: int, paragraph: Paragraph) -> Span:
    """The mark and the words before it."""
    text = pair.translation.text
    start, begin = place, max(paragraph.start, place - LONGEST_SHOWN)
    for _ in range(WORDS_SHOWN):
        while start > begin and text[start - 1].isspace():
            start -= 1
        while start > begin and not text[start - 1].isspace():
            start -= 1
    return pair.translation.span(start, place + 1)


_SAYS = (
    r"(?:says|said|laughs|laughed|smiles|smiled|jokes|joked|adds|added|explains|explained|recalls|recalled|notes|noted"
    r"|sighs|sighed|insists|insisted|admits|admitted|complains|complained|shrugs|shrugged|grumbles|grumbled|warns|warned"
    r"|argues|argued|replies|replied|wonders|wondered|exclaims|exclaimed|concludes|concluded|remembers|remembered|quips"
    r"|quipped|stresses|stressed|asks|asked|retorts|retorted|whispers|whispered|comments|commented|continues|continued"
    r"|lists|listed|emphasi[sz]es|emphasi[sz]ed|stated|declares|declared|reasons|reasoned|asserts|asserted|confirms"
    r"|confirmed|claims|claimed|believes|believed)"
)
_SPEAKER = re.compile(
    r"(?<![\w'’-])[\w'’-]{1,40}[,!?] (?=(?:he|she|they|[A-Z][\w'’-]{1,40}(?: [A-Z][\w'’-]{1,40})?) "
    rf"{_SAYS}\b|(?!(?:notes|reasons|claims|comments|lists) the\b){_SAYS} (?:(?:he|she|they|the)\b|[A-Z]))"
    r"[\w'’-]{1,40}"
)
"""The last word of direct speech and the first one behind it, where its closing mark is missing."""


_CLOSING = str.maketrans("“„«", "””»")


def _sentence(pair: Pair, place: int) -> int:
    """The number of the sentence that a place is in, or -1 before the first."""
    return bisect_right(pair.sentences, place, key=lambda sentence: sentence.start) - 1


def _before_speaker(pair: Pair, place: int) -> Span | None:
    """Where a quotation that is never closed should be: before its speaker, in the sentence that it opens."""
    number = _sentence(pair, place)
    if number < 0 or place - pair.sentences[number].start > 1:
        return None
    found = _SPEAKER.search(pair.translation.text, place, pair.sentences[number].stop)
    return pair.translation.span(*found.span()) if found else None


def _where_to_close(pair: Pair, place: int) -> str:
    """Advice: after the last word of the sentence in which the quotation begins."""
    number = _sentence(pair, place)
    if number >= 0 and place < pair.sentences[number].stop:
        end = pair.sentences[number].text[-TAIL:].rstrip("\"”»'.!?… ")
        words = end.split()
        if words:
            return f'[close it, perhaps after "{" ".join(words[-2:])}"]'
    return "[close it]"


def _holder(parts: Sequence[Paragraph], place: int) -> Paragraph:
    return parts[bisect_right(parts, place, key=lambda part: part.start) - 1]


def _quotations(
    pair: Pair, parts: Sequence[Paragraph], quotes: Sequence[str], inherited: Inherited
) -> Iterator[Finding]:
    paired = pairing(parts, quotes)
    reported = -1
    for mark in paired.unclosed:
        shared = _shares_its_end(mark, paired.quotations, parts, pair.translation.text)
        if quotes and shared:
            continue
        kept = inherited.takes("open", mark.place)
        speaker = _before_speaker(pair, mark.place)
        sentence = _sentence(pair, mark.place)
        if sentence != reported and (speaker or not kept):
            reported = sentence  # one mark is missing where two open in a sentence: an editor closes both at once
            mild = kept or (shared and _ends_with(pair, paired.quotations, mark.place))
            yield _unclosed(pair, mark, parts[mark.paragraph], speaker, kept=kept, mild=mild)
    last = -1
    for mark in paired.unopened:
        if not inherited.takes("close", mark.place) and mark.place != last + 1:
            last = mark.place
            yield _unopened(pair, mark, parts[mark.paragraph])


def _shares_its_end(mark: Mark, closed: Sequence[Quotation], parts: Sequence[Paragraph], text: str) -> bool:
    """Whether a quotation of the same marks inside it ends with it: «Он сказал: «Нет» has one mark for both."""
    at = bisect_right(closed, mark.place, key=lambda one: one.start)
    if at == len(closed) or text[closed[at].start] != mark.sign:
        return False
    return closed[at].stop <= parts[mark.paragraph].stop


def _ends_with(pair: Pair, closed: Sequence[Quotation], place: int) -> bool:
    """Whether the first quotation behind a place ends with the sentence it stands in."""
    one = closed[bisect_right(closed, place, key=lambda one: one.start)]
    return one.stop >= pair.sentences[_sentence(pair, one.stop - 1)].stop


def _unopened(pair: Pair, mark: Mark, part: Paragraph) -> Finding:
    text = pair.translation.text
    if text[mark.place - 1 : mark.place] in ("s", "S") and re.match(r" \w", text[mark.place + 1 : mark.place + 3]):
        return _apostrophe(pair, mark, "closes")
    span = _last_words(pair, mark.place, part)
    message = "A quotation ends here that begins nowhere: the opening mark is missing, or this one is too many."
    return Finding(PUN001, span, message, Severity.MINOR, 0.8, suggestion="[open the quotation, or delete the mark]")


def _apostrophe(pair: Pair, mark: Mark, does: str) -> Finding:
    """A mark that stands where only an apostrophe can: coup d"état."""
    span = word_span(pair.translation, mark.place, mark.place + 1)
    message = f"A quotation mark {does} nothing here; an apostrophe is probably meant."
    return Finding(PUN001, span, message, Severity.MINOR, 0.85, suggestion=span.text.replace(mark.sign, "'", 1))


def _unclosed(pair: Pair, mark: Mark, part: Paragraph, speaker: Span | None, *, kept: bool, mild: bool) -> Finding:
    """What a mark opens and nothing closes; with its speaker inside it is wrong though the original has no mark there.

    Minor where the original has no mark either, and where the reader sees the end: that of the quotation inside it.
    """
    if re.fullmatch(r"[^\W\d].[^\W\d]", pair.translation.text[max(0, mark.place - 1) : mark.place + 2]):
        return _apostrophe(pair, mark, "opens")
    message = "The quotation that begins here is never closed: the reader cannot see where it ends."
    if kept:
        message += " The original leaves it open too."
    severity = Severity.MINOR if mild else PUN001.severity
    split = re.fullmatch(r"(\S+) (\S+)", speaker.text) if speaker else None
    advice = f"{split[1]}{mark.sign.translate(_CLOSING)} {split[2]}" if split else _where_to_close(pair, mark.place)
    return Finding(PUN001, speaker or _first_words(pair, mark.place, part), message, severity, 0.9, suggestion=advice)


def _brackets(pair: Pair, parts: Sequence[Paragraph], inherited: Inherited) -> Iterator[Finding]:
    unclosed, unopened = brackets(parts)
    for place in unclosed:
        if inherited.takes("(", place):
            continue
        span = _first_words(pair, place, _holder(parts, place))
        yield Finding(PUN001, span, "This bracket is never closed.", Severity.MINOR, 0.85, suggestion="[close it]")
    for place in unopened:
        if inherited.takes(")", place):
            continue
        span = _last_words(pair, place, _holder(parts, place))
        yield Finding(PUN001, span, "This bracket closes nothing.", Severity.MINOR, 0.8, suggestion="[delete it]")


class Punctuation:
    """Marks and the blanks around them."""

    rules = (PUN001, PUN002, PUN003, PUN004)

    def __init__(self, context: Context) -> None:
        self.context = context

    def _foreign_quotes(self, pair: Pair) -> Sequence[str]:
        lang = pair.source.source.lang if pair.source else ""
        return () if lang in ("", "ru", "en") else self.context.language(lang).conventions.quotes

    def detect(self, pair: Pair) -> Iterable[Finding]:
        """Findings of the four rules; in other languages than English by their own conventions."""
        if not pair.sentences:
            return
        parts = paragraphs(pair)
        english = pair.translation.lang in ("en", "")
        known = Conventions() if english else self.context.language(pair.translation.lang).conventions
        inherited = Inherited(pair, self._foreign_quotes(pair))
        yield from _quotations(pair, parts, known.quotes, inherited)
        yield from _brackets(pair, parts, inherited)
        if english:
            yield from spacing(pair, parts)
            yield from dashes(pair, parts)
            yield from foreign_marks(pair, parts)
            yield from left_stops(pair)
        else:
            yield from plain_spacing(pair, parts, known.spaced)
            yield from strange_quotes(pair, parts, known.quotes)


def detector(context: Context) -> Punctuation:
    """The family."""
    return Punctuation(context)
