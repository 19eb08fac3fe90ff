"""Quoted stretches of a text and direct speech, by their marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Span

_QUOTED = {
    "ru": re.compile(r"«([^«»]{1,800})»|[“„\"]([^«»“”„\"]{1,800})[”“\"]"),
    "en": re.compile(r"[“\"«]([^“”\"«»]{1,800})[”\"»]"),
}
_VERBAL = r"[а-яё]{1,30}(?:[еиую]т|[ая]т|[аеиуыя]л[аио]?|ла|ли)(?:с[ья])?"
"""A finite verb by its ending: говорит, сказала, возмутились."""
_SPEECH = {
    "ru": re.compile(
        r"[«\"“„][^«»\"“”„]{25,800}(?:[,.?!…][»\"”“]|[»\"”“]\s*[,.?!…])\s*[—–―−-]\s"
        rf"|[«\"“„][^«»\"“”„]{{25,800}}[»\"”“]\s*[—–―−-]\s(?={_VERBAL}\b)"
        r"|:\s*[«\"“„][А-ЯЁ][^«»\"“”„]{25,800}[»\"”“]"
    ),
    "en": re.compile(r"[“\"][^“”\"]{25,800}[,.?!…][”\"]\s*[A-Za-z]|[,:]\s*[“\"][A-Z][^“”\"]{25,800}[”\"]"),
}
TOLD = re.compile(rf"(?:[,!?…](?P<mark>[»\"”“])?|(?P<mark_first>[»\"”“])[,!?…]?)\s?[—–―−-]\s(?={_VERBAL}\b)")
"""The end of Russian direct speech before its verb: ", - сказал"."""
_TRACES = {
    "ru": re.compile(r"[“”„\"«»‘’]|^\s*[—–―−-]|[,!?…]\s*[—–―−-]\s*[а-яё]|:\s*[—–―−-]"),
    "en": re.compile(r"[“”\"«»‘]|(?<!\w)['’]|^\s*[—–―-]"),
}
_PREDICATE = re.compile(
    rf"\b(?:{_VERBAL}|[а-яё]{{1,30}}(?:ть|ем|им|ишь|ешь|йте|ите)(?:с[ья])?|это|нет|есть|надо|нужно|можно|нельзя"
    r"|пора)\b|[—–!?]"
)
_MARKS = {"ru": '«»“”„"', "en": '“”"«»'}


_SMALL = 4
"""Letters up to which a word has no capital in a title."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands between two quotation marks, in document offsets, the marks left out."""

    start: int
    stop: int
    text: str


def quoted(spans: Sequence[Span], lang: str) -> tuple[Quoted, ...]:
    """Quoted stretches that open and close inside one sentence."""
    found = []
    for span in spans:
        for match in _QUOTED[lang].finditer(span.text):
            group = 1 if match.group(1) is not None else 2
            found.append(Quoted(span.start + match.start(group), span.start + match.end(group), match.group(group)))
    return tuple(found)


def balanced(spans: Sequence[Span], lang: str) -> bool:
    """Whether every quotation mark of some sentences belongs to a quoted stretch."""
    return all(
        sum(span.text.count(mark) for mark in _MARKS[lang]) == 2 * len(_QUOTED[lang].findall(span.text))
        for span in spans
    )


def speech(text: str, lang: str) -> re.Match[str] | None:
    """Direct speech in quotation marks with the punctuation of its attribution; names and terms are none.

    Of a Russian quotation behind a colon a predicate is asked, of an English one that it is no title by its capitals.
    """
    return next((found for found in _SPEECH[lang].finditer(text) if _says(found.group(), lang)), None)


def _says(text: str, lang: str) -> bool:
    if lang == "ru":
        return not text.startswith(":") or _PREDICATE.search(text[1:]) is not None
    words = re.findall(r"[A-Za-z][\w'’-]*", text)
    return any(word[0].islower() and len(word) > _SMALL for word in words)


def has_traces(text: str, lang: str) -> bool:
    """Whether anything in a text may mark somebody's words: a quotation mark, a dash of dialogue."""
    return _TRACES[lang].search(text) is not None
