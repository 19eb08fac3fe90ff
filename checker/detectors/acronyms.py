"""Acronyms and official titles that have an established English (data/acronyms.tsv, data/titles.tsv)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.detectors._established import Entry, entries, register, wrong_forms
from checker.detectors._initials import apposed, bracketed
from checker.detectors._lettered import lettered
from checker.detectors._title_bearers import of_another, spelling
from checker.detectors._transliteration import transliterates
from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.model import Bead, Pair, Token
    from checker.protocols import Context

    _Words = tuple[list[tuple[Token, ...]], list[tuple[Token, ...]]]
    """A bead's words, sentence by sentence, of the original and of the translation."""

ACRONYM = Rule(
    "ACR001",
    "acronym",
    Category.TERMINOLOGY,
    Severity.MAJOR,
    "An acronym is rendered letter by letter; it has an established English name.",
    bad="The MChS warned of floods, and the NCO appealed to OON.",
    good="The Emergencies Ministry warned of floods, and the NGO appealed to the UN.",
    needs=Needs.BETTER_WITH_SOURCE,
    explanation="The acronym of the original is looked up; its letters, in any transliteration or translated one by "
    "one, are the defect. Silent for acronyms that English uses as they are (FSB, OMON), and where the translation "
    "explains the letters in brackets; letters that English uses once they were told (FAS) are silent where the name "
    "stands anywhere in the article. Letters of two for one Russian (ZhNVLP) are flagged "
    "for any acronym that the article does not explain, and a legal form (OOO) where no name follows it. Without the "
    "original only letters that English never has.",
)
TITLE = Rule(
    "TTL001",
    "official-title",
    Category.TERMINOLOGY,
    Severity.MINOR,
    "An office, body, treaty or prize with an established English name is translated word by word.",
    bad="The Counting Chamber wrote to the General Prosecution.",
    good="The Accounts Chamber wrote to the Prosecutor General's Office.",
    needs=Needs.SOURCE,
    explanation="The phrase of the original and its word-by-word English must both stand in the sentence pair.",
)
_TOLD = 6
"""Letters of an expansion that is no everyday word."""
_HOMOGRAPHS = {"UK": ("британ", "великобритан", "соединить", "соединённый", "соединенный", "англи", "лондон")}
"""English words of capitals, and beginnings of the Russian ones that they are for; УК is the Criminal Code."""
_ENDINGS = "аеёиймовухыьэюя"
_LONGEST_ENDING = 3
"""Letters of a case ending behind an acronym."""
# Military words: among them an NCO is a non-commissioned officer.
_MILITARY = re.compile(
    r"\b(sergeants?|corporals?|officers?|soldiers?|platoons?|regiments?|battalions?|enlisted)\b", re.I
)


class Acronyms:
    """ACR001 and TTL001."""

    rules = (ACRONYM, TITLE)

    def __init__(self, context: Context) -> None:
        self._context = context
        self._of = ""
        self._answers: dict[str, bool] = {}

    def detect(self, pair: Pair) -> Iterable[Finding]:
        """Findings of an English translation from Russian, or of an English text alone."""
        if pair.translation.lang != "en":
            return
        if pair.source is None:
            yield from self._alone(pair)
            return
        if pair.source.source.lang != "ru":
            return
        for bead in pair.source.beads:
            if bead.source and bead.target:
                words = self._tokens(bead, pair)
                rest = (*lettered(*words, pair, ACRONYM, _letters_known()), *_beside(bead, pair))
                yield from _longest([*_titles(words, pair), *self._acronyms(words, pair), *rest])

    def _tokens(self, bead: Bead, pair: Pair) -> _Words:
        lang = pair.source.source.lang if pair.source else ""
        return (
            [self._context.tokens(lang, span) for span in bead.source],
            [self._context.tokens(pair.translation.lang, span) for span in bead.target],
        )

    def _acronyms(self, words: _Words, pair: Pair) -> Iterator[Finding]:
        source, target = words
        named: dict[str, tuple[Entry, Token]] = {}
        for tokens in source:
            for found in register("acronyms").find(tokens):
                token = tokens[found.start]
                if token.text in (found.entry.source, found.entry.source.upper()):
                    named.setdefault(found.entry.source, (found.entry, token))
            for token in tokens:
                entry = _by_letters().get(token.text.rstrip(_ENDINGS)) if token.text[-1:] in _ENDINGS else None
                if entry is not None and len(token.text) - len(entry.source) <= _LONGEST_ENDING:
                    named.setdefault(entry.source, (entry, token))
        for word in (word for words in target if named for word in words if _shouted(word)):
            for entry, token in named.values():
                letters = "" if _said_otherwise(word, source) else _letters(entry, word.text)
                if letters and not self._explained(letters, pair) and not _told(entry, letters, pair):
                    yield self._acronym(pair, word, len(letters), (entry, token))
                    break

    def _explained(self, letters: str, pair: Pair) -> bool:
        """Whether the translation gives the letters in brackets after their meaning, or the meaning after them."""
        text = pair.translation.text
        if self._of is not text:
            self._of, self._answers = text, {}
        if letters not in self._answers:
            around = (f"({letters})", f"({letters},", f"{letters} (")
            self._answers[letters] = any(form in text for form in around)
        return self._answers[letters]

    def _acronym(self, pair: Pair, word: Token, size: int, what: tuple[Entry, Token | None]) -> Finding:
        entry, token = what
        span = pair.translation.span(word.start, word.start + size)
        source = pair.source.source.span(token.start, token.stop) if token and pair.source else None
        return Finding(
            rule=ACRONYM,
            span=span,
            message=f'"{span.text}" is «{entry.source}» letter by letter: {entry.reason}',
            severity=ACRONYM.severity if source and f"{span.text}?" not in entry.wrong else Severity.MINOR,
            confidence=0.93 if source else 0.7,
            source=source,
            suggestion=_numbered(entry, span.text),
        )

    def _alone(self, pair: Pair) -> Iterator[Finding]:
        known = _alone_forms()
        for sentence in pair.sentences:
            for token in self._context.tokens(pair.translation.lang, sentence):
                entry = known.get(token.text)
                if entry is None or self._explained(token.text, pair):
                    continue
                if token.text.startswith("NCO") and _MILITARY.search(sentence.text):
                    continue
                yield self._acronym(pair, token, len(token.text), (entry, None))


@cache
def _by_letters() -> Mapping[str, Entry]:
    """Acronyms by their letters, for those that are declined: в ЦУПе."""
    return {entry.source: entry for entry in entries("acronyms") if entry.source.isupper()}


@cache
def _letters_known() -> frozenset[str]:
    return frozenset(_by_letters())


def _alone_forms() -> Mapping[str, Entry]:
    return {form: entry for entry in entries("acronyms") for form in entry.alone}


def _titles(words: _Words, pair: Pair) -> Iterator[Finding]:
    source, target = words
    named = {
        id(found.entry): (found.entry, (tokens[found.start].start, tokens[found.stop - 1].stop))
        for tokens in source
        for found in register("titles").find(tokens)
        if not of_another(found, tokens)
    }
    if not named or pair.source is None:
        return
    inside = {id(part): whole for tokens in source for part, whole in _inside(tokens)}
    for tokens in target:
        for entry, start, stop in wrong_forms("titles", inflected=True).find(tokens):
            span = pair.translation.span(tokens[start].start, tokens[stop - 1].stop)
            given = named.get(id(entry)) or (inside.get(id(entry)) if _in_letters(entry, span.text) else None)
            said = {spelling(form) for form in entry.accepted}
            wider = spelling(pair.translation.text[tokens[start - 1].start : span.stop]) if start else ""
            if given is None or spelling(span.text) in said or wider in said:
                continue
            meant, place = given
            evidence = pair.source.source.span(*place)
            yield Finding(
                rule=TITLE,
                span=span,
                message=f'"{span.text}" for «{evidence.text}»: {meant.reason}',
                severity=TITLE.severity,
                confidence=0.9,
                source=evidence,
                suggestion=meant.suggestion,
            )


def _inside(tokens: Sequence[Token]) -> Iterator[tuple[Entry, tuple[Entry, tuple[int, int]]]]:
    """Rows of one word that are part of a longer row, with that and its place: Минфин in Минфин США."""
    for whole in register("titles").find(tokens):
        for at in range(whole.start, whole.stop if whole.stop - whole.start > 1 else whole.start):
            for part in register("titles").find((tokens[at],)):
                yield part.entry, (whole.entry, (tokens[whole.start].start, tokens[whole.stop - 1].stop))


def _in_letters(entry: Entry, form: str) -> bool:
    """Whether a form is the Russian word in Latin letters, which is wrong in any phrase."""
    return any(transliterates(word, form) for word in (entry.source, entry.source.split("|")[0]))


def _beside(bead: Bead, pair: Pair) -> Iterator[Finding]:
    yield from bracketed(bead, pair, ACRONYM)
    yield from apposed(bead, pair, ACRONYM)


def _shouted(word: Token) -> bool:
    return word.kind == "word" and sum(map(str.isupper, word.text)) > 1


def _letters(entry: Entry, word: str) -> str:
    """The part of an English word that is the acronym letter by letter; "" where it is none."""
    for bare in (word, word.removesuffix("'s").removesuffix("’s"), word.removesuffix("s")):
        if bare in entry.accepted or bare.split("-")[0] in entry.accepted:
            return ""
    for bare in (word, word.removesuffix("'s").removesuffix("’s"), word.removesuffix("s")):
        if bare in entry.wrong or f"{bare}?" in entry.wrong:
            return bare
        capitals = sum(c.isupper() for c in bare)
        if capitals > 1 and capitals >= len(entry.source) / 1.5 and len(bare) > 2 and _spelt(entry, bare):
            return bare
    return ""


def _said_otherwise(word: Token, source: Sequence[Sequence[Token]]) -> bool:
    """Whether letters that are a word of English too stand for another word: the UK, where the original has Britain."""
    stems = _HOMOGRAPHS.get(word.text.removesuffix("'s").removesuffix("’s"), ())
    return bool(stems) and any(token.lemma.startswith(stems) for tokens in source for token in tokens)


def _told(entry: Entry, letters: str, pair: Pair) -> bool:
    """Whether the article says what the letters are that English uses once they were explained (FAS)."""
    text = pair.translation.text.lower()
    told = (form.lower() for form in entry.accepted if len(form) > _TOLD)
    return f"{letters}?" in entry.wrong and any(form in text for form in told)


def _spelt(entry: Entry, letters: str) -> bool:
    established = any(transliterates(entry.source, form) for form in entry.accepted)
    return not established and transliterates(entry.source, letters)


def _numbered(entry: Entry, form: str) -> str:
    plural = form.endswith("s") and form[:-1].isupper() and entry.suggestion.isupper()
    return entry.suggestion + "s" if plural else entry.suggestion


def _longest(found: Sequence[Finding]) -> Iterator[Finding]:
    """Of overlapping findings the longest."""
    taken: set[int] = set()
    for finding in sorted(found, key=lambda finding: finding.span.start - finding.span.stop):
        places = range(finding.span.start, finding.span.stop)
        if taken.isdisjoint(places):
            taken.update(places)
            yield finding


def detector(context: Context) -> Acronyms:
    """The family `acronyms`."""
    return Acronyms(context)
