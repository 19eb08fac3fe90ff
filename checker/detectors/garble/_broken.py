"""Words broken by a machine: mixed scripts, mojibake, entities, mark-up, a word cut in two."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.model import Category, Finding, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors._lexicon import Lexicon
    from checker.model import Pair, Span, Token

GAR002 = Rule(
    "GAR002",
    "broken-word",
    Category.DESIGN,
    Severity.MINOR,
    "A word is glued, split, written in two scripts, or holds broken characters or mark-up.",
    "It is impossibleto verify this.",
    "It is impossible to verify this.",
    explanation="Units, identifiers and web addresses are left alone.",
)
HOMOGLYPHS = str.maketrans("АВЕЅІЈКМНОРСТУХаеіјорсухѕԁԛԝ", "ABESIJKMHOPCTYXaeijopcyxsdqw")
_CYRILLIC_TWINS = str.maketrans("ABECKMHOPTXIaecopxyi", "АВЕСКМНОРТХІаесорхуі")
_LATIN, _CYRILLIC = re.compile(r"[A-Za-z]"), re.compile(r"[\u0400-\u04ff]")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_TAGS = r"p|br|b|i|em|strong|a|div|span|h[1-6]|li|ul|ol|td|tr|img|blockquote"
_JUNK = (
    (
        re.compile(r"(?:[ÂÃ][\u0080-\u00bf]|â€[\u0080-\u024f\u2000-\u22ff]?|[ÐÑ][\u0080-\u00bf\u2018-\u2122])+"),
        "mojibake",
    ),
    (re.compile(r"&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,4});"), "a character entity"),
    (re.compile(rf"</?(?:{_TAGS})(?:\s[^<>\n]{{0,200}})?/?>", re.I), "mark-up"),
    (re.compile(r"\[/?(?:b|i|u|url|quote|img)(?:=[^\]\n]{0,100})?\]", re.I), "mark-up"),
    (re.compile(r"\*\*(?=\w)|(?<=\w)\*\*"), "mark-up"),
    (re.compile("[\ufffd\u00ad\u200b\u2060\ufeff]+"), "a character that cannot be shown"),
)
_ENTITIES = {"&nbsp;": " ", "&quot;": '"', "&amp;": "&", "&lt;": "<", "&gt;": ">", "&laquo;": '"', "&raquo;": '"',
             "&mdash;": "—", "&ndash;": "–", "&#39;": "'", "&apos;": "'", "&hellip;": "..."}  # fmt: skip


def broken(pair: Pair, sentences: Sequence[Sequence[Token]], lexicon: Lexicon) -> Iterator[Finding]:
    """GAR002 but for glued words."""
    for sentence, tokens in zip(pair.sentences, sentences, strict=True):
        yield from _scripts(pair, sentence)
        yield from _junk(pair, sentence)
        yield from _split(pair, tokens, lexicon)


def broken_anywhere(pair: Pair) -> Iterator[Finding]:
    """What is broken in any language: letters of two scripts in one word, broken characters, mark-up."""
    for sentence in pair.sentences:
        yield from _scripts(pair, sentence)
        yield from _junk(pair, sentence)


def _finding(pair: Pair, place: tuple[int, int], message: str, suggestion: str, confidence: float) -> Finding:
    return Finding(GAR002, pair.translation.span(*place), message, GAR002.severity, confidence, suggestion=suggestion)


def _scripts(pair: Pair, sentence: Span) -> Iterator[Finding]:
    for match in _WORD.finditer(sentence.text):
        word = match.group()
        if not (_LATIN.search(word) and _CYRILLIC.search(word)):
            continue
        if any(not (_LATIN.search(part) and _CYRILLIC.search(part)) for part in word.split("-")) and "-" in word:
            continue  # "ТВ-channel": one script a part is another fault
        cyrillic = len(_CYRILLIC.findall(word)) > len(_LATIN.findall(word))
        fixed = word.translate(_CYRILLIC_TWINS if cyrillic else HOMOGLYPHS)
        left = _LATIN if cyrillic else _CYRILLIC
        suggestion = fixed if not left.search(fixed) else f"[write it in {'Cyrillic' if cyrillic else 'Latin'} letters]"
        place = (sentence.start + match.start(), sentence.start + match.end())
        yield _finding(pair, place, "Latin and Cyrillic letters are mixed in one word.", suggestion, 0.98)


def _junk(pair: Pair, sentence: Span) -> Iterator[Finding]:
    for pattern, name in _JUNK:
        for match in pattern.finditer(sentence.text):
            place = (sentence.start + match.start(), sentence.start + match.end())
            suggestion = _ENTITIES.get(match.group(), "" if name == "mojibake" else "[delete it]")
            yield _finding(pair, place, f"This is {name}, left in the text.", suggestion, 0.95)


def _split(pair: Pair, tokens: Sequence[Token], lexicon: Lexicon) -> Iterator[Finding]:
    """``impossi ble``: two pieces that are no words and make one together."""
    for one, two in pairwise(tokens):
        if one.kind != "word" or two.kind != "word" or two.start - one.stop != 1:
            continue
        left, right = one.text.lower(), two.text
        if not (left.isalpha() and right.isalpha() and right.islower()) or len(left) + len(right) < 6:
            continue
        rates = sorted((lexicon.zipf(left), lexicon.zipf(right)))
        if rates[0] >= 3.3 or min(len(left), len(right)) < 2:
            continue
        whole = lexicon.zipf(left + right)
        margin = 1.5 if lexicon.known_well(left) and lexicon.known_well(right) else 0.7
        if whole >= max(3.7, rates[1] + margin):
            joined = one.text + right
            yield _finding(pair, (one.start, two.stop), f'"{joined}" is cut in two.', joined, 0.85)
