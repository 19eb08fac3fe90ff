"""Blanks and dashes: what --fix may put right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._marks import loose_brackets
from checker.detectors._surface import masked, word_span
from checker.model import Category, Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from checker.detectors._surface import Paragraph
    from checker.model import Pair

PUN002 = Rule(
    "PUN002",
    "spacing",
    Category.LINGUISTIC,
    Severity.MINOR,
    "A blank is missing after a mark, stands before one, or is doubled.",
    "You have to help.But there are conditions.",
    "You have to help. But there are conditions.",
    fixable=True,
    explanation="Silent on decimals, initials, abbreviations, domains, file names and where blanks stand for mark-up. "
    "In other languages by their own conventions: French sets a blank before some marks.",
)
PUN003 = Rule(
    "PUN003",
    "dash",
    Category.LOCALE,
    Severity.NEUTRAL,
    "A hyphen does the work of a dash, between clauses or in a range.",
    "The talks failed - the guns did not; losses were 30-40%.",
    "The talks failed – the guns did not; losses were 30–40%.",
    fixable=True,
    explanation="A remark; a minor finding where the article has real dashes too, so that two styles are mixed.",
)

_L = r"[^\W\d_]"
# A missing blank. The word before is in lower case and has at least two letters, so that initials,
# abbreviations and brand names (Yandex.Taxi, U.S.) are left alone.
_GLUED = re.compile(
    rf"(?<![\w./@-]){_L}*[a-z]{{2}}(?P<at>[.!?])[A-Z](?:[a-z]|['’ ])"
    rf"|(?<![\w./@-]){_L}*[a-z]{{2}}(?P<comma>[,;])[A-Za-z]{{2}}"
    rf"|(?<![\w./@-]){_L}*[a-z]{{2}}(?P<colon>:)[A-Z][a-z]"
    rf"|[a-z]{{2}}(?P<open>\()[A-Za-z]{{3}}"
    rf"|[a-z](?P<close>\))[A-Za-z]{{2}}"
)
_DOMAINS = frozenset(
    """com org net ru edu gov info biz io co uk us ua by kz de fr eu tv me online news site media app pdf doc docx
    jpg png html htm js py zip rar exe txt asp php""".split()  # noqa: SIM905
)
_BEFORE_MARK = re.compile(r"(?<=[\w\"”’)%])(?P<gap>[ \t\u00a0\u202f]+)(?P<mark>[,;:!?.]+)(?=[\s\"”’)]|[a-zA-Z]|\Z)")
_INSIDE_BRACKET = re.compile(r"\([ \t\u00a0]+(?=\w)|(?<=\w)[ \t\u00a0]+\)")
_DOUBLED_BLANK = re.compile(r"(?<=[\w,;])(?:  +)(?=\w)")
_DOUBLED_MARK = re.compile(r"(?<=\w)(?:,,+|;;+|,\.|\.,(?=\s)|(?<!\.)\.\.(?!\.))(?!\w)")
_HYPHEN = re.compile(r"(?<=[^\s-])(?P<gap>[ \u00a0])-(?=[ \u00a0]\S)")
_RANGE = re.compile(
    r"(?<![\w.,/-])(?P<low>\d{1,4}(?:[.,]\d+)?)-(?P<high>\d{1,4}(?:[.,]\d+)?)"
    r"(?P<unit>%| (?:percent|per cent|years?|months?|weeks?|days?|hours?|minutes?|people|thousand|[mb]illion|km)\b)"
)
_STARTERS = frozenset(
    """the he she it they we i you in on at but and a an this that these those there his her as by for from if when
    while after before however also so then now not no our my its their what who""".split()  # noqa: SIM905
)
_SHORT = frozenset({"etc", "inc", "jr", "sr", "co", "ltd", "corp", "al", "no"})
_FEW_BLANKS = 6
"""An article with more doubled blanks than this has them by habit of its typesetting."""


def _finding(
    pair: Pair, place: tuple[int, int], message: str, fixed: str | None = None, confidence: float = 0.95
) -> Finding:
    span = pair.translation.span(*place)
    return Finding(PUN002, span, message, PUN002.severity, confidence, suggestion=fixed or "")


def spacing(pair: Pair, parts: Sequence[Paragraph]) -> Iterator[Finding]:
    """Missing, doubled and misplaced blanks, with the words they stand between."""
    doubled: list[Finding] = []
    for part in parts:
        yield from _missing(pair, part)
        loose = loose_brackets(part.text)[1]
        yield from _before_mark(pair, part, loose)
        yield from _inside_bracket(pair, part, loose)
        yield from _doubled_mark(pair, part)
        doubled += _doubled(pair, part)
    if len(doubled) <= _FEW_BLANKS:
        yield from doubled


def _missing(pair: Pair, part: Paragraph) -> Iterator[Finding]:
    for match in _GLUED.finditer(part.text):
        kind = match.lastgroup or "at"
        at = part.start + match.start(kind)
        span = word_span(pair.translation, at, at + 1)
        after = re.match(r"\w+", pair.translation.text[at + 1 : at + 30])
        if kind == "at" and after and _dotted_name(span.text, after.group()):
            continue
        if "://" in span.text or "@" in span.text or "www." in span.text or _plural_bracket(pair, at, kind):
            continue
        cut = at - span.start + (0 if kind == "open" else 1)
        fixed = f"{span.text[:cut]} {span.text[cut:]}"
        where = "before" if kind == "open" else "after"
        yield _finding(pair, (span.start, span.stop), f'A blank is missing {where} "{match[kind]}".', fixed)


def _dotted_name(left: str, right: str) -> bool:
    """``Lenta.Ru``, ``Kostroma.Today``: a domain, or a name that a dot is part of."""
    return right.lower() in _DOMAINS or (left[:1].isupper() and right.lower() not in _STARTERS)


def _plural_bracket(pair: Pair, at: int, kind: str) -> bool:
    """``person(s)``, ``(re)build``: a bracket inside a word."""
    text = pair.translation.text
    if kind == "close":
        opened = text.rfind("(", max(0, at - 6), at)
        return opened >= 0 and text[opened + 1 : at].isalpha()
    return kind == "open" and text[at + 1 : at + 8].partition(")")[0].isalpha() and ")" in text[at + 1 : at + 6]


def _before_mark(pair: Pair, part: Paragraph, loose: Container[int]) -> Iterator[Finding]:
    text = pair.translation.text
    for match in _BEFORE_MARK.finditer(part.text):
        start, stop = part.start + match.start(), part.start + match.end()
        if masked(pair.translation, start, stop) or not _stray(match, part.text, loose):
            continue
        span = word_span(pair.translation, start, stop)
        behind = " " if stop < len(text) and text[stop].isalpha() else ""
        fixed = text[span.start : start] + match["mark"] + behind + text[stop : span.stop]
        yield _finding(pair, (span.start, span.stop), f'A blank stands before "{match["mark"]}".', fixed)


def _stray(match: re.Match[str], text: str, loose: Container[int]) -> bool:
    """Not ``.5``, ``.NET``, not the spaced ellipsis of American style and no smile."""
    mark, following = match["mark"], text[match.end() : match.end() + 1]
    if mark in (":", ";") and match.end() in loose:
        return False
    if "." in mark and len(mark) > 1:
        return following in ('"', "”")
    if following.isalpha():
        return mark == "," and text[match.end()].islower()
    return True


def _inside_bracket(pair: Pair, part: Paragraph, loose: Container[int]) -> Iterator[Finding]:
    for match in _INSIDE_BRACKET.finditer(part.text):
        start, stop = part.start + match.start(), part.start + match.end()
        if masked(pair.translation, start, stop) or match.end() - 1 in loose:
            continue
        span = word_span(pair.translation, start, stop)
        fixed = span.text.replace(match.group(), match.group().strip(), 1)
        yield _finding(pair, (span.start, span.stop), "A blank stands on the inner side of a bracket.", fixed)


def _doubled(pair: Pair, part: Paragraph) -> Iterator[Finding]:
    for match in _DOUBLED_BLANK.finditer(part.text):
        start, stop = part.start + match.start(), part.start + match.end()
        if masked(pair.translation, start, stop):
            continue
        span = word_span(pair.translation, start - 1, stop + 1)
        fixed = span.text.replace(match.group(), " ", 1)
        yield _finding(pair, (span.start, span.stop), "A blank is doubled.", fixed)


def _doubled_mark(pair: Pair, part: Paragraph) -> Iterator[Finding]:
    for match in _DOUBLED_MARK.finditer(part.text):
        start, stop = part.start + match.start(), part.start + match.end()
        span = word_span(pair.translation, start, stop)
        before = span.text[: start - span.start].strip("\"'(“‘")
        if before.lower() in _SHORT or "." in before or (before[:1].isupper() and len(before) <= 4):
            continue
        if match.group() == ".," and _shortened(part.text, match.start(), before):
            continue
        mark = match.group()[0]
        fixed = pair.translation.text[span.start : start] + mark + pair.translation.text[stop : span.stop]
        yield _finding(pair, (span.start, span.stop), "A mark is doubled.", fixed, 0.85)


def dashes(pair: Pair, parts: Sequence[Paragraph]) -> Iterator[Finding]:
    """Hyphens for dashes: a remark, a minor finding where the article has real dashes too."""
    text = "\n".join(part.text for part in parts)
    spaced, closed = text.count(" – ") + text.count(" — "), text.count("—")
    mixed = spaced + closed >= 2
    severity, confidence = (Severity.MINOR, 0.8) if mixed else (Severity.NEUTRAL, 0.6)
    sign = " — " if text.count(" — ") > text.count(" – ") else "—" if closed > spaced else " – "
    for part in parts:
        for match in _HYPHEN.finditer(part.text):
            start = part.start + match.start()
            if masked(pair.translation, start, start + 3):
                continue
            span = word_span(pair.translation, start - 1, start + 4)
            fixed = pair.translation.text[span.start : start] + sign + pair.translation.text[start + 3 : span.stop]
            what = "beside real dashes elsewhere in the article" if mixed else ""
            message = f"A hyphen stands for a dash {what}".rstrip() + "."
            yield Finding(PUN003, span, message, severity, confidence, suggestion=fixed)
        yield from _ranges(pair, part)


def _ranges(pair: Pair, part: Paragraph) -> Iterator[Finding]:
    for match in _RANGE.finditer(part.text):
        span = pair.translation.span(part.start + match.start(), part.start + match.end("unit"))
        fixed = f"{match['low']}–{match['high']}{match['unit']}"
        message = "A range is set with an en dash."
        yield Finding(PUN003, span, message, Severity.NEUTRAL, 0.6, suggestion=fixed)


def _shortened(text: str, place: int, word: str) -> bool:
    """Whether a full stop before a comma is that of an abbreviation: behind a figure, or one in use.

    3 doz., of linen; 1 suitc., from citizen Z.
    """
    before = text[max(0, place - len(word) - 6) : place - len(word)].rstrip("\"'“‘( ")
    notes = _NOTES.search(text, max(0, place - len(word) - 16), place - len(word)) is not None
    return notes or before[-1:].isdigit() or word.lower() in _ABBREVIATED or not re.search(r"[aeiouy]", word.lower())


_NOTES = re.compile(r"(?<=[a-z])\. ?[\"'“‘(]?\Z")
"""Another abbreviation right before: temp. norm., rain in the night."""
_ABBREVIATED = frozenset(
    """doz vol vols ed eds dept est gen col lieut sgt capt approx esp misc incl excl nos fig figs ch chap suppl min max
    tel reg cit pers rec recd ref acc accts qty pkg pcs pc lb lbs oz ft in hr hrs sec wk mo yr yrs av ave st dr mr mrs
    calif conn mass mich minn miss mont okla penn tenn wash wisc ariz colo nebr dela sask aug sept oct dec messrs assn
    intl natl govt corp esq dist ms prof rev hon vs viz cf ibid op loc et seq ad bros univ assoc inst govt""".split()  # noqa: SIM905
)
