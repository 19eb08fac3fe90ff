"""Date and quotation styles mixed in one article: the minority is reported."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from checker.detectors._marks import pairing
from checker.detectors._surface import flat, paragraphs
from checker.model import Category, Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.model import Pair, Span

CON002 = Rule(
    "CON002",
    "mixed-variant",
    Category.LOCALE,
    Severity.MINOR,
    "British and American spelling, two date styles, quotation styles or ways to write a compound in one article.",
    "The colour of the centre; the neighbouring street; a colored flag.",
    "The colour of the centre; the neighbouring street; a coloured flag.",
    explanation="The minority is reported. Oxford -ize is British; names and long quotations keep their spelling.",
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
_DATES = re.compile(
    rf"(?P<of>\bthe \d{{1,2}}(?:st|nd|rd|th) of {_MONTH})"
    rf"|(?P<mdy>\b{_MONTH} \d{{1,2}}(?!\d|:|st|nd|rd|th))"
    rf"|(?P<mdth>\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)\b)"
    rf"|(?P<dmy>(?<![\d.,-])\b\d{{1,2}} {_MONTH}(?!\w))"
)
_VERSION = re.compile(r"[A-Z](?!\w*day)\w+ \Z")
"""``Windows 10 May Update``: the figure belongs to the name before it."""
_NAMES = {
    "of": '"the 5th of January"',
    "mdy": '"January 5"',
    "mdth": '"January 5th"',
    "dmy": '"5 January"',
}
_SINGLE = re.compile(r"(?<![\w\"'])'(?P<inside>[A-Za-z][^'\"\n]{1,60}[\w.,!?])'(?![\w\"'])")


def date_styles(pair: Pair) -> Iterator[Finding]:
    """CON002 for dates. On a tie the plain styles win over those with an ending."""
    places: dict[str, list[Span]] = defaultdict(list)
    for sentence in pair.sentences:
        text = flat(sentence.text)
        for match in _DATES.finditer(text):
            style = match.lastgroup or ""
            if style == "dmy" and _VERSION.search(text[max(0, match.start() - 20) : match.start()]):
                continue
            start = sentence.start + match.start()
            places[style].append(pair.translation.span(start, start + len(match.group())))
    usual = _usual({style: len(spans) for style, spans in places.items()})
    if not usual:
        return
    for style, spans in places.items():
        for span in spans if style != usual else ():
            message = f"This date is written like {_NAMES[style]}, most in the article like {_NAMES[usual]}."
            yield Finding(CON002, span, message, CON002.severity, 0.85, suggestion=_rewritten(span.text, usual))


def _usual(counts: Mapping[str, int]) -> str:
    """The style of at least two dates that no other outnumbers; "" where none leads."""
    if len(counts) < 2:
        return ""
    ranked = sorted(counts, key=lambda style: (-counts[style], style in ("of", "mdth")))
    best, next_one = ranked[0], ranked[1]
    plain_leads = best in ("mdy", "dmy") and next_one in ("of", "mdth")
    if counts[best] < 2 or (counts[best] == counts[next_one] and not plain_leads):
        return ""
    return best if plain_leads or counts[best] >= 3 * counts[next_one] else ""


def _rewritten(text: str, style: str) -> str:
    day = re.search(r"\d{1,2}", text)
    month = re.search(_MONTH, text)
    if day is None or month is None:
        return ""
    return f"{month.group()} {day.group()}" if style == "mdy" else f"{day.group()} {month.group()}"


def quote_styles(pair: Pair) -> Iterator[Finding]:
    """CON002 for a few phrases between single marks in an article that quotes with double ones."""
    parts = paragraphs(pair)
    doubles = pairing(parts).quotations
    if len(doubles) < 4:
        return
    found = []
    for part in parts:
        if part.is_heading:
            continue  # headlines take single marks by custom
        for match in _SINGLE.finditer(_kept(part.text)):
            start, stop = part.start + match.start(), part.start + match.end()
            if not any(one.start < start < one.stop for one in doubles):
                found.append((start, stop, match["inside"]))
    if len(found) * 4 > len(doubles):
        return
    for start, stop, inside in found:
        mark = pair.translation.text[doubles[0].start]
        closing = {"“": "”", "«": "»"}.get(mark, mark)
        message = "Single quotation marks here, double ones elsewhere in the article."
        span = pair.translation.span(start, stop)
        yield Finding(CON002, span, message, CON002.severity, 0.8, suggestion=f"{mark}{inside}{closing}")


def _kept(text: str) -> str:
    """One kind of apostrophe, the double marks as they are."""
    return text.translate({0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"'})
