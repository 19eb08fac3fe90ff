"""Source-language words left standing, and common words transliterated instead of translated."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.data import rows
from checker.detectors._left_over import UNTRANSLATED, left_over
from checker.detectors._realia import Explained, is_realia, is_substance, is_term
from checker.detectors._transliteration import folded, transliterates
from checker.model import Category, Finding, Needs, Rule, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checker.model import Bead, Pair, Token
    from checker.protocols import Context

CARRIED_OVER = Rule(
    "UNT002",
    "transliterated-word",
    Category.ACCURACY,
    Severity.MINOR,
    "A common word of the original is written in Latin letters instead of translated.",
    bad="The prokuratura searched two kvartiry.",
    good="Prosecutors searched two flats.",
    needs=Needs.BETTER_WITH_SOURCE,
    explanation="Words of the table, and with the original any word unknown to English that is a common word of the "
    "sentence letter by letter. Silent for established loans (dacha, taiga, kolkhoz), for things of one country that "
    "have no other name (dishes, dress, instruments, kinds of land, species), for words in quotation marks or "
    "explained where they first stand (pastila, a fruit confection), for terms used again that are foreign to Russian "
    "too, and for capitalised words after a name (Rostov Oblast, Nevsky Prospekt).",
)
_QUOTES = frozenset("\"'«»“”„‘’()[]*_")
_LOOKALIKES = frozenset("АВСЕНКМОРТХУЅІЈасеорхуѕіј")
_GLOSS = re.compile(r"\s*(\(|, or |, that is|, meaning|—|–|, a |, the )")


_LATIN = re.compile(r"ph|th|[xqw]|ck")
"""Letters of a word that came from Latin or Greek, not by way of the Russian one: phillumenist."""
_RARE = 1.3
"""Zipf up to which a word of English lists is a foreign one that some text quoted: plakat, konkurs."""
# Characters beyond which a bead is no sentence: every unknown word is held to every word of the original.
_LONGEST = 10_000


class Untranslated:
    """UNT001 and UNT002."""

    rules = (UNTRANSLATED, CARRIED_OVER)

    def __init__(self, context: Context) -> None:
        self._context = context

    def detect(self, pair: Pair) -> Iterable[Finding]:
        """Findings in any translation written in Latin letters; UNT002 in English ones."""
        lang = pair.translation.lang
        if _script(pair.translation.text) != "latin":
            yield from left_over(self._context, pair)
            return
        beads = pair.source.beads if pair.source else ()
        originals = {span.start: bead.source for bead in beads for span in bead.target}
        for sentence in pair.sentences:
            yield from self._foreign(pair, sentence, originals.get(sentence.start, ()))
        yield from _copied(pair)
        if lang == "en" and (pair.source is None or pair.source.source.lang == "ru"):
            explained = Explained(pair.translation.text)
            for bead in pair.source.beads if pair.source else pair.beads:
                yield from self._carried_over(pair, bead, explained)

    def _foreign(self, pair: Pair, sentence: Span, originals: Sequence[Span]) -> Iterator[Finding]:
        for start, stop in _stretches(sentence.text):
            place = sentence.start + start
            span = pair.translation.span(place, sentence.start + stop)
            text = pair.translation.text
            if _glossed(text, span) or _homoglyphs(span.text) or _in_address(text, span.start, span.stop):
                continue
            several = " " in span.text
            yield Finding(
                rule=UNTRANSLATED,
                span=span,
                message=f'"{span.text}" is not translated' if several else f'the word "{span.text}" is not translated',
                severity=UNTRANSLATED.severity,
                confidence=0.95,
                source=_same(pair, originals, span),
                suggestion="(translate)",
            )

    def _carried_over(self, pair: Pair, bead: Bead, explained: Explained) -> Iterator[Finding]:
        if sum(span.stop - span.start for span in (*bead.source, *bead.target)) > _LONGEST:
            return
        source = [token for span in bead.source for token in self._context.tokens("ru", span)]
        for sentence in bead.target:
            tokens = self._context.tokens("en", sentence)
            for number, token in enumerate(tokens):
                if token.kind != "word" or _set_apart(pair.translation.text, token):
                    continue
                found = self._judged(tokens, number, source, pair.translation.text if pair.source else None)
                if found and token.text not in explained:
                    yield self._finding(pair, token, found)

    def _judged(
        self, tokens: Sequence[Token], number: int, source: Sequence[Token], once: str | None
    ) -> tuple[Token | None, str, float] | None:
        """The source word, the suggestion and the confidence, or None where the word may stand.

        `once` is the text of a translation that has an original: a capitalised word that it has again is a name.
        """
        token, paired = tokens[number], once is not None
        low = folded(token.text)
        row = _table().get(low)
        if row is not None and row["status"] == "loan":
            return None
        opens = paired and not any(other.kind == "word" for other in tokens[:number])
        if token.text[:1].isupper() and (number or row is None) and not opens and not _street(tokens, number, row):
            return None
        if row is not None:
            lemmas = row["lemmas"].replace("|", " ").split()
            word = next((other for other in source if other.lemma in lemmas and _no_name(other, source)), None)
            if word is not None or (not paired and row["alone"] == "yes"):
                return word, row["suggestion"], 0.9 if word else 0.75
            return None
        if not paired or len(low) < 5 or _LATIN.search(low) or self._known(token.text):
            return None
        named = number > 0 and tokens[number - 1].text[:1].isupper() and not self._known(tokens[number - 1].text)
        capital = token.text[:1].isupper()
        if capital and once is not None and once.count(token.text) > 1:
            return None
        word = next((other for other in source if _common(other, source, capital) and _is(other, low)), None)
        if word is None or once is None or is_realia(word.text) or is_term(word, token, once):
            return None
        if is_substance(word, source):
            return None
        if named and any(other.text[:1].isupper() and other.stop + 1 == word.start for other in source):
            return None  # a part of a foreign name that both sides keep
        return word, "(translate)", 0.85

    def _known(self, word: str) -> bool:
        """Whether English lists have the word, or all parts of it."""
        language = self._context.language("en")
        return language.zipf(word) > (_RARE if word.islower() else 0) or (
            "-" in word and all(language.zipf(part) > 0 for part in word.split("-"))
        )

    def _finding(self, pair: Pair, token: Token, found: tuple[Token | None, str, float]) -> Finding:
        word, suggestion, confidence = found
        source = pair.source.source.span(word.start, word.stop) if word and pair.source else None
        of = f" «{source.text}»" if source else " a Russian word"
        return Finding(
            rule=CARRIED_OVER,
            span=pair.translation.span(token.start, token.stop),
            message=f'"{token.text}" is{of} in Latin letters',
            severity=Severity.NEUTRAL if suggestion in _STREETS and _addressed(pair, token) else CARRIED_OVER.severity,
            confidence=confidence,
            source=source,
            suggestion=suggestion,
        )


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    return {folded(form): row for row in rows("transliterated_words") for form in row["english"].split("|")}


def _street(tokens: Sequence[Token], number: int, row: Mapping[str, str] | None) -> bool:
    """Whether a capitalised word of the table stands before its name, as Russian has it: Ulitsa Lenina."""
    if row is None:
        return False
    before = tokens[number - 1] if number else None
    after = tokens[number + 1] if number + 1 < len(tokens) else None
    alone = before is None or not before.text[:1].isupper()
    return alone and after is not None and after.text[:1].isupper() and row["suggestion"] in _STREETS


_STREETS = frozenset({"street", "lane", "embankment", "square", "highway", "boulevard", "avenue"})


def _addressed(pair: Pair, token: Token) -> bool:
    """Whether a street word stands beside a name or number: some desks keep it in addresses."""
    text = pair.translation.text
    after = text[token.stop : token.stop + 2].lstrip()[:1]
    before = text[max(0, token.start - 60) : token.start].split()[-1:]
    return after.isupper() or any(word[:1].isupper() or word[-1].isdigit() for word in before)


def _no_name(token: Token, source: Sequence[Token]) -> bool:
    """Whether a Russian word is a common one: lower case, or a capital that only opens a sentence."""
    if token.text.islower():
        return True
    before = [other for other in source if other.stop <= token.start]
    return not before or before[-1].text in ".!?…»" or before[-1].stop + 1 < token.start


def _common(token: Token, source: Sequence[Token], capital: bool) -> bool:
    """Whether a word is no name; for a word that opens its sentence a noun of the dictionary that does so too."""
    if token.kind != "word" or len(token.text) <= 4:
        return False
    if not capital or token.text.islower():
        return token.text.islower() and not capital
    return {"NOUN", "known"} <= token.tags and not _NAMES & token.tags and _no_name(token, source)


_NAMES = frozenset({"name", "surname", "patronymic", "place", "organisation", "Name", "Surn", "Geox", "Orgn"})


def _is(token: Token, latin: str) -> bool:
    return transliterates(token.lemma, latin) or transliterates(token.text, latin)


def _script(text: str) -> str:
    """ "latin" where most letters of the opening are Latin, else "other"."""
    letters = [c for c in text[:5000] if c.isalpha()]
    return "latin" if sum(map("\u0250".__gt__, letters)) * 2 > len(letters) else "other"


def _other_script(char: str) -> bool:
    return (
        "\u0400" <= char <= "\u052f" or "\u0370" <= char <= "\u03ff" or "\u0530" <= char <= "\u1fff" or char >= "\u3040"
    )


_OURS = re.compile(r"[\x00-\u036f\u2000-\u303f]*")
"""Text without a letter of another script (`_other_script`)."""


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Start and stop of runs of words in another alphabet, two letters at the least."""
    start = stop = -1
    if _OURS.fullmatch(text):
        return
    for match in re.finditer(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", text):
        foreign = [c for c in match[0] if c.isalpha() and _other_script(c)]
        whole = len(foreign) == sum(c.isalpha() for c in match[0])
        if whole and start >= 0 and not any(c.isalnum() or c == "." for c in text[stop : match.start()].rstrip()):
            stop = match.end()
        elif whole:
            if start >= 0:
                yield start, stop
            start, stop = match.start(), match.end()
    if start >= 0:
        yield start, stop


def _homoglyphs(text: str) -> bool:
    """Whether every letter looks like a Latin one: a slip of the keyboard, which GAR002 reports."""
    return " " not in text and (len(text) < 2 or all(c in _LOOKALIKES for c in text if c.isalpha()))


def _glossed(text: str, span: Span) -> bool:
    """Whether a short foreign stretch is quoted or bracketed beside its English."""
    before, after = text[span.start - 1 : span.start], text[span.stop : span.stop + 1]
    bracketed = (
        before == "(" or after == ")" or text[max(0, span.start - 12) : span.start].rstrip().endswith("Russian:")
    )
    quoted = before in _QUOTES and after in _QUOTES and before != ""
    return span.text.count(" ") < 6 and (bracketed or (quoted and bool(_GLOSS.match(text, span.stop + 1))))


def _set_apart(text: str, token: Token) -> bool:
    """Whether a word is quoted, in italics, or explained right beside: then it was kept on purpose."""
    if _in_address(text, token.start, token.stop):
        return True
    before, after = text[max(0, token.start - 1) : token.start], text[token.stop : token.stop + 1]
    quoted = (before != "" and before in _QUOTES) or (after != "" and after in "\"'”’*_)")
    return quoted or bool(_BESIDE.match(text, token.stop))


def _in_address(text: str, start: int, stop: int) -> bool:
    """Whether a word is part of a web address: letters beyond its full stop."""
    after, before = text[stop : stop + 2], text[max(0, start - 2) : start]
    return (after[:1] == "." and after[1:].islower()) or (before[1:] == "." and before[:1].isalpha())


_BESIDE = re.compile(r"\s*(\(|, or |, that is|, meaning)")


def _same(pair: Pair, originals: Sequence[Span], span: Span) -> Span | None:
    """The same words in the sentences that the translation's stands for, where they have them."""
    for source in originals:
        place = source.text.find(span.text)
        if place >= 0 and pair.source:
            return pair.source.source.span(source.start + place, source.start + place + len(span.text))
    return None


def _copied(pair: Pair) -> Iterator[Finding]:
    """Sentences that are the original's own, between languages that share an alphabet."""
    if pair.source is None or pair.source.source.lang == pair.translation.lang:
        return
    if _script(pair.source.source.text) != "latin":
        return  # what it says in Latin letters is foreign to its readers too
    for bead in pair.source.beads:
        originals = {" ".join(span.text.split()): span for span in bead.source}
        for span in bead.target:
            source = originals.get(" ".join(span.text.split()))
            words = [word for word in span.text.split() if word.isalpha() and word.islower()]
            if source is not None and len(words) > 3 and _script(span.text) == "latin":
                yield Finding(
                    rule=UNTRANSLATED,
                    span=span,
                    message="the sentence is the original's own",
                    severity=UNTRANSLATED.severity,
                    confidence=0.95,
                    source=source,
                    suggestion="(translate)",
                )


def detector(context: Context) -> Untranslated:
    """The family `untranslated`."""
    return Untranslated(context)
