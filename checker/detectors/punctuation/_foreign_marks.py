"""Marks of Russian typography that stay behind in English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._surface import word_span
from checker.model import Category, Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors._surface import Paragraph
    from checker.model import Pair

PUN004 = Rule(
    "PUN004",
    "source-punctuation",
    Category.LOCALE,
    Severity.MINOR,
    "Marks of Russian typography are left in English: « », №, dialogue dashes, a comma before a dash.",
    "— We will come, — he replied.",
    '"We will come," he replied.',
    explanation="English sets quotations and dialogue between quotation marks, writes No. for №, and ?! for ?.. "
    "With the original, the stop of млн. or г. left behind million or a year; major where it breaks the sentence. "
    "In other languages: quotation marks that they do not use.",
)
_LONGEST = 80
_ANGLED = re.compile(r"«(?P<inside>[^«»\n]{1,600})»")
_LOW = re.compile(r"„(?P<inside>[^„“”\n]{1,600})[“”]")
_NUMBER = re.compile(r"№ ?(?=\d)|№")
_DIALOGUE = re.compile(
    r"(?P<dash>[—–-])[ \u00a0](?P<said>[A-Z\"“][^\n—–]{0,400}?)(?P<end>[,.!?…])[ \u00a0][—–-][ \u00a0](?=[a-z])"
)
_COMMA_DASH = re.compile(r"(?<!\w)\w{1,40},[ \u00a0]?[—–][ \u00a0]?\w{1,40}")
_MANY_DOTS = re.compile(r"(?<!\w)\w{1,40}[!?]\.\.(?!\.)")


def foreign_marks(pair: Pair, parts: Sequence[Paragraph]) -> Iterator[Finding]:
    """Findings of PUN004."""
    for part in parts:
        yield from _quoted(pair, part)
        taken = []
        for finding in _dialogue(pair, part):
            taken.append(finding.span)
            yield finding
        yield from _signs(pair, part, [(span.start, span.stop) for span in taken])


def _finding(pair: Pair, place: tuple[int, int], message: str, suggestion: str, confidence: float = 0.95) -> Finding:
    return Finding(PUN004, pair.translation.span(*place), message, PUN004.severity, confidence, suggestion=suggestion)


def _quoted(pair: Pair, part: Paragraph) -> Iterator[Finding]:
    for pattern, name in ((_ANGLED, "« »"), (_LOW, "„ “")):
        for match in pattern.finditer(part.text):
            start, stop = part.start + match.start(), part.start + match.end()
            message = f'Quotation marks {name} are not English: " " or “ ”.'
            inside = match["inside"]
            if stop - start <= _LONGEST:
                yield _finding(pair, (start, stop), message, f'"{inside}"')
            else:
                first = word_span(pair.translation, start, start + 2)
                yield _finding(pair, (start, first.stop), message, f'"{pair.translation.text[start + 1 : first.stop]}')
                last = word_span(pair.translation, stop - 2, stop - 1)
                yield _finding(pair, (last.start, stop), message, f'{pair.translation.text[last.start : stop - 1]}"')


_PAIRS = re.compile(r"(?P<open>[«»„“”])(?P<inside>[^«»„“”\n]{1,600})(?P<close>[«»“”])")


def strange_quotes(pair: Pair, parts: Sequence[Paragraph], quotes: Sequence[str]) -> Iterator[Finding]:
    """PUN004 in another language than English: pairs of marks that its file does not list."""
    for part in parts if quotes else ():
        if "“" in part.text and any(sign in part.text for sign in "„”") and "„“" in quotes and "“”" in quotes:
            continue
        for match in _PAIRS.finditer(part.text):
            written = match["open"] + match["close"]
            if written in quotes or not _set_so(part.text, match):
                continue
            right = quotes[0]
            start, stop = part.start + match.start(), part.start + match.end()
            first = word_span(pair.translation, start, start + 2)
            message = f"Quotation marks {match['open']} {match['close']} are not those of the language: {right}."
            if stop - start <= _LONGEST:
                yield _finding(pair, (start, stop), message, right[0] + match["inside"] + right[-1], 0.8)
            else:
                yield _finding(pair, (start, first.stop), message, f"[{right}]", 0.8)


def _set_so(text: str, match: re.Match[str]) -> bool:
    """Whether two marks stand as a pair does: nothing glued outside, no blank inside."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    inside = match["inside"]
    return not before.isalnum() and not after.isalnum() and not inside[0].isspace() and not inside[-1].isspace()


def _dialogue(pair: Pair, part: Paragraph) -> Iterator[Finding]:
    """``— We will come, — he replied`` at the start of a sentence."""
    starts = {sentence.start for sentence in pair.sentences}
    for match in _DIALOGUE.finditer(part.text):
        start = part.start + match.start()
        if start != part.start and start not in starts:
            continue
        said, end = match["said"], match["end"]
        message = "Speech stands between dashes, as in Russian; English sets it between quotation marks."
        stop = part.start + match.end("end") + 2
        if stop - start <= _LONGEST:
            yield _finding(pair, (start, stop), message, f'"{said}{end}"')
        else:
            first = word_span(pair.translation, start + 2, start + 3)
            yield _finding(pair, (start, first.stop), message, f'"{pair.translation.text[start + 2 : first.stop]}')


def _signs(pair: Pair, part: Paragraph, taken: Sequence[tuple[int, int]]) -> Iterator[Finding]:
    for match in _NUMBER.finditer(part.text):
        place = (part.start + match.start(), part.start + match.end())
        span = word_span(pair.translation, *place)
        fixed = pair.translation.text[span.start : place[0]] + "No. " + pair.translation.text[place[1] : span.stop]
        yield _finding(pair, (span.start, span.stop), "The sign № is not used in English.", fixed.strip())
    for match in _COMMA_DASH.finditer(part.text):
        place = (part.start + match.start(), part.start + match.end())
        if not any(start < place[1] and place[0] < stop for start, stop in taken):
            fixed = re.sub(r",(?=[ \u00a0]?[—–])", "", match.group())
            yield _finding(pair, place, "English sets no comma before a dash.", fixed, 0.85)
    for match in _MANY_DOTS.finditer(part.text):
        place = (part.start + match.start(), part.start + match.end())
        yield _finding(pair, place, "A question or exclamation mark takes no dots in English.", match.group()[:-2])
