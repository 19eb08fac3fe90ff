"""One name spelled two ways in one article, found without a list."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._transliteration import misfit
from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors._evidence import Evidence
    from checker.model import Pair, Token
    from checker.protocols import Context

CON001 = Rule(
    "CON001",
    "name-variant",
    Category.TERMINOLOGY,
    Severity.MINOR,
    "One name is spelled two ways in the article.",
    "Thorkildsen came. An hour later Torkildsen left.",
    "Thorkildsen came. An hour later Thorkildsen left.",
    Needs.BETTER_WITH_SOURCE,
    explanation=(
        "Found by what transliterations differ in: Yanukovych and Yanukovich, Donbas and Donbass. Plurals, possessives "
        "and demonyms are no variants; with the original, two spellings of two different names are not flagged."
    ),
)
SHORTEST = 4
MOST = 5
"""Places of one variant that are reported; an editor replaces the rest in one go."""
_POSSESSIVE = re.compile(r"['’]s?\Z")
_FOLDS = (
    (re.compile(r"['’ʼ-]"), ""),
    (re.compile(r"shch|stch|sch(?=[aeiouy])"), "shh"),
    (re.compile(r"tch"), "ch"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ck|c(?![heiy])|q"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"tz"), "ts"),
    (re.compile(r"(?<=[oe])ff?\Z"), "v"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"\Aie"), "e"),
    (re.compile(r"i+e"), "e"),
    (re.compile(r"(?<=[mstvrnl])io(?=[a-z])"), "e"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """What all transliterations of a name have in common."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    for pattern, common in _FOLDS:
        plain = pattern.sub(common, plain)
    return plain


@cache
def _pairs() -> Mapping[str, str]:
    """Listed doublets, both ways."""
    pairs = [(row["one"], row["other"]) for row in data.rows("name_variants")]
    return {one: other for two in pairs for one, other in (two, two[::-1])}


class _Forms:
    """Capitalised words of an article with their places."""

    def __init__(self, pair: Pair, context: Context) -> None:
        self.zipf = context.language(pair.translation.lang).zipf
        self.places: dict[str, list[Token]] = defaultdict(list)
        self.following: dict[str, set[str]] = defaultdict(set)
        self.lowered: set[str] = set()
        for sentence in pair.sentences:
            self._add(context.tokens(pair.translation.lang, sentence))

    def _add(self, tokens: Sequence[Token]) -> None:
        for at, token in enumerate(tokens):
            name = _POSSESSIVE.sub("", token.text)
            if token.kind != "word" or len(name) < SHORTEST:
                continue
            if name.islower():
                self.lowered.add(name)
            if name[:1].isupper() and not name.isupper() and name.replace("-", "").replace("'", "").isalpha():
                self.places[name].append(token)
                behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
                if behind[:1].isupper():
                    self.following[name].add(_POSSESSIVE.sub("", behind))

    def names(self) -> tuple[str, ...]:
        """Forms that are names rather than words at the start of a sentence."""
        return tuple(name for name in self.places if name.lower() not in self.lowered)

    def distinct(self, one: str, two: str) -> bool:
        """Two well-known names, or two given names before different surnames: different persons."""
        first, second = self.following[one], self.following[two]
        if first and second and not any(key(a) == key(b) for a in first for b in second):
            return True
        known = min(self.zipf(one), self.zipf(two)) >= 3.3
        return known and not (first & second)


def _groups(forms: _Forms) -> Iterator[tuple[str, str]]:
    by_key: dict[str, list[str]] = defaultdict(list)
    for name in forms.names():
        by_key[key(name)].append(name)
    for group in by_key.values():
        usual = max(group, key=lambda name: (len(forms.places[name]), -forms.places[name][0].start))
        for other in group:
            if other != usual:
                yield usual, other
    for name in forms.places:
        other = _pairs().get(name, "")
        if other in forms.places and (len(forms.places[other]), name) < (len(forms.places[name]), other):
            yield name, other


def _originals(evidence: Evidence, places: Sequence[Token]) -> dict[str, Token]:
    """Lemmas of the source names that the places may stand for."""
    found = {}
    for place in places[:MOST]:
        name = _POSSESSIVE.sub("", place.text)
        for token in evidence.tokens(place.start):
            if token.text[:1].isupper() and min(misfit(token.lemma, name), misfit(token.text, name)) < 0.3:
                found[token.lemma] = token
    return found


def name_variants(pair: Pair, context: Context, evidence: Evidence) -> Iterator[Finding]:
    """CON001 over the article: the rarer form is reported."""
    forms = _Forms(pair, context)
    for usual, other in dict.fromkeys(_groups(forms)):
        if usual.lower() == other.lower():
            continue
        listed = _pairs().get(usual) == other
        theirs, ours = _originals(evidence, forms.places[usual]), _originals(evidence, forms.places[other])
        common = theirs.keys() & ours.keys()
        if theirs and ours and not common and not listed:
            continue
        if not common and not listed and forms.distinct(usual, other):
            continue
        source = evidence.span(ours[sorted(common)[0]]) if common else None
        confidence = 0.95 if common or listed else 0.85
        for token in forms.places[other][:MOST]:
            span = pair.translation.span(token.start, token.stop)
            line = pair.translation.position(forms.places[usual][0].start)[0]
            message = f'"{other}" is spelled "{usual}" elsewhere in the article (line {line}).'
            suggestion = token.text.replace(other, usual)
            yield Finding(CON001, span, message, CON001.severity, confidence, source, suggestion)
