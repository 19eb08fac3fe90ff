"""One name spelled two ways in one article, found without a list."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._transliteration import folded, misfit, romanised
from checker.detectors.consistency._name_keys import (
    LIVES_ON,
    called,
    goes_on,
    home_grown,
    key,
    keys,
    through_russian,
)
from checker.detectors.consistency._two_spellings import two_spellings
from checker.model import Category, Finding, Needs, Rule, Severity
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors._evidence import Evidence
    from checker.model import Pair, Span, Token
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
        "Found by what transliterations differ in: Yanukovych and Yanukovich, Donbas and Donbass. Plurals, "
        "possessives, demonyms and families (the Petrovs) are no variants. Of two spellings of a foreign name the one "
        "that follows the Russian letters is reported, not the one at home (Hathaway, Havránek). Spellings that differ "
        "in accents alone (Montreal, Montréal) are reported once, and not where one is part of a foreign name (Union "
        "Montréal). With the original, "
        "two spellings of two different names are not flagged."
    ),
)
SHORTEST = 4
MOST = 5
"""Places of one variant that are reported; an editor replaces the rest in one go."""
_MOST_BESIDE = 120
"""Names of one beginning or end that are compared with each other; an article has fewer."""
_SLIPS = 2
"""Letters by which two forms of one name differ at most."""
_SURE = 4
"""Letters that both forms have more than where they differ by more than one."""
_FITS = 0.34
_WELL = 0.15
"""Up to here a form fits well enough that one more slip may lie between two of them: Heinz and Geints."""
_CASE = re.compile(r"(?<=\w{4})(?:ым|ом|ой|ою|ей|ы|а|у|е|и|я|ю|ем)\Z")
"""Endings of a name's cases: the dictionary takes Гафурова for a woman and Гафуров for several Gafurs."""
_POSSESSIVE = re.compile(r"['’]s?\Z")


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
        self.called: dict[str, int] = defaultdict(int)
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
            before = tokens[at - 1] if at else None
            if name[:1].isupper() and not name.isupper() and name.replace("-", "").replace("'", "").isalpha():
                self.places[name].append(token)
                self.called[name] += before is not None and called(before)
                behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
                if behind[:1].isupper():
                    self.following[name].add(_POSSESSIVE.sub("", behind))

    def apart(self, names: Sequence[str], source: Token | None) -> bool:
        """Whether no form of a town stands in foreign names alone, behind a word of theirs: Stade de Québec."""
        town = source is not None and not {"Geox", "place"}.isdisjoint(source.tags)
        return not town or all(len(self.places[name]) > self.called[name] for name in names)

    def names(self) -> tuple[str, ...]:
        """Forms that are names rather than words at the start of a sentence."""
        return tuple(name for name in self.places if name.lower() not in self.lowered)

    def of_others(self, one: str, two: str) -> bool:
        """Two given names before different surnames: persons who write themselves so, Yelena Orlova, Elena Petrova."""
        first, second = self.following[one], self.following[two]
        return bool(first and second) and not any(key(a) == key(b) for a in first for b in second)

    def distinct(self, one: str, two: str) -> bool:
        """Two well-known names, or names of different persons."""
        first, second = self.following[one], self.following[two]
        if self.of_others(one, two):
            return True
        known = min(self.zipf(one), self.zipf(two)) >= 3.3
        return known and not (first & second)


def _groups(forms: _Forms) -> Iterator[tuple[str, str]]:
    by_key: dict[str, list[str]] = defaultdict(list)
    for name in forms.names():
        for common in keys(name):
            by_key[common].append(name)
    for group in by_key.values():
        usual = max(group, key=lambda name: (len(forms.places[name]), -forms.places[name][0].start))
        for other in group:
            if other != usual:
                yield usual, other
    for name in forms.places:
        other = _pairs().get(name, "")
        if not LIVES_ON.isdisjoint(forms.following[name] | forms.following[other]):
            continue
        if other in forms.places and (len(forms.places[other]), name) < (len(forms.places[name]), other):
            yield name, other


class _Neighbours:
    """Names that may be slips of each other: of one beginning or one end, and so few that time stays linear."""

    def __init__(self, names: Sequence[str]) -> None:
        self._begin: dict[str, list[str]] = defaultdict(list)
        self._end: dict[str, list[str]] = defaultdict(list)
        for name in names:
            self._begin[key(name)[:2]].append(name)
            self._end[key(name)[-3:]].append(name)

    def of(self, name: str) -> Iterator[str]:
        """Every name beside it once, those of its beginning first."""
        begun = self._begin[key(name)[:2]][:_MOST_BESIDE]
        ended = self._end[key(name)[-3:]][:_MOST_BESIDE]
        yield from dict.fromkeys((*begun, *ended))


def _slips(forms: _Forms) -> Iterator[tuple[str, str]]:
    """A word that English does not know, beside a name a slip or two away: which of the two is meant the original says.

    A form that only goes on where the other ends is a case, a plural, a demonym or a woman's surname.
    """
    from rapidfuzz.distance import OSA

    names = forms.names()
    near = _Neighbours(names)
    for other in names:
        if len(other) <= SHORTEST or "-" in other or forms.zipf(other) > 0:
            continue
        for usual in near.of(other):
            if abs(len(usual) - len(other)) > _SLIPS + 1 or usual == other or key(usual) == key(other):
                continue
            rarer = (len(forms.places[other]), -forms.places[other][0].start)
            if rarer > (len(forms.places[usual]), -forms.places[usual][0].start) or goes_on(usual, other):
                continue
            most = _SLIPS + 1 if min(len(usual), len(other)) > _SURE else 1
            if OSA.distance(usual.lower(), other.lower(), score_cutoff=most) <= most:
                yield usual, other


def _far(one: str, two: str) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(one.lower(), two.lower()) > _SLIPS


def _fit_well(source: Token, *names: str) -> bool:
    """Whether all forms may be a surname of the original that the dictionary does not know as a word."""
    surname = "surname" in source.tags or "known" not in source.tags
    return surname and all(_unfit(source, name) < _WELL for name in names)


def _best(evidence: Evidence, places: Sequence[Token]) -> dict[str, Token]:
    """Lemmas of the source names that fit the places best, each in its bead."""
    found = {}
    for name, capitals in _beside(evidence, places):
        fits = [(_unfit(token, name), token.start, token) for token in capitals]
        if fits and min(fits)[0] < _FITS:
            found[min(fits)[2].lemma] = min(fits)[2]
    return found


def _beside(evidence: Evidence, places: Sequence[Token]) -> Iterator[tuple[str, list[Token]]]:
    """For the first places of a name its form and the capitalised words of the original."""
    for place in places[:MOST]:
        capitals = [token for token in evidence.tokens(place.start) if token.text[:1].isupper()]
        yield _POSSESSIVE.sub("", place.text), capitals


def _unfit(source: Token, name: str) -> float:
    """How badly a form fits a name of the original, in the case it has or in the first."""
    return min(misfit(source.lemma, name), misfit(source.text, name))


def _worse(forms: _Forms, source: Token, names: tuple[str, str]) -> str:
    """The form that came through Russian; of two as frequent as each other the one that fits the original less.

    Else the rarer, the second.
    """
    usual, other = names
    foreign = _foreign(forms, source, names)
    if foreign:
        return foreign
    alike = len(forms.places[usual]) == len(forms.places[other]) and forms.zipf(usual) == 0
    return usual if alike and _unlike(source, usual) > _unlike(source, other) else other


def _foreign(forms: _Forms, source: Token, names: tuple[str, str]) -> str:
    return through_russian(source, *names, (forms.zipf(names[0]), forms.zipf(names[1])))


def _unlike(source: Token, name: str) -> tuple[float, bool]:
    """How badly a form fits the original's name, and whether it is another one than the press writes."""
    plain = folded(name) in {folded(romanised(word)) for word in (source.lemma, source.text)}
    return _unfit(source, name), not plain


def _slip_variants(pair: Pair, forms: _Forms, evidence: Evidence) -> Iterator[Finding]:
    """CON001 where the original has one name and the translation two that no transliteration makes alike."""
    if pair.source is None:
        return
    for usual, other in _slips(forms):
        ours, theirs = _best(evidence, forms.places[other]), _best(evidence, forms.places[usual])
        common = sorted(ours.keys() & theirs.keys())
        if len(ours) != 1 or not common or (_far(usual, other) and not _fit_well(ours[common[0]], usual, other)):
            continue
        wrong = _worse(forms, ours[common[0]], (usual, other))
        right, source = (other, theirs) if wrong == usual else (usual, ours)
        yield from _reported(pair, forms, (right, wrong), (evidence.span(source[common[0]]), 0.9))


def _originals(evidence: Evidence, places: Sequence[Token]) -> dict[str, Token]:
    """The source names that the places may stand for, by their lemmas and by what their cases have in common."""
    return {
        form: token
        for name, capitals in _beside(evidence, places)
        for token in capitals
        if _unfit(token, name) < 0.3
        for form in (token.lemma, _CASE.sub("", plain(token.text)))
    }


def name_variants(pair: Pair, context: Context, evidence: Evidence) -> Iterator[Finding]:
    """CON001 over the article: the rarer form is reported."""
    forms = _Forms(pair, context)
    for usual, other in dict.fromkeys(_groups(forms)):
        if usual.lower() == other.lower():
            continue
        listed = _pairs().get(usual) == other
        theirs, ours = _originals(evidence, forms.places[usual]), _originals(evidence, forms.places[other])
        common = theirs.keys() & ours.keys()
        # The original may have both names too: Бомбей and Мумбаи.
        if theirs and ours and not common:
            continue
        if not common and not listed and forms.distinct(usual, other):
            continue
        token = ours[sorted(common)[0]] if common else None
        if token is not None and "Name" in token.tags and forms.of_others(usual, other):
            continue
        names = usual, other
        # Of forms that differ in accents alone the first place of the rarer is told: Montreal, Montréal.
        marked = folded(usual) == folded(other)
        if not marked and token is not None and _foreign(forms, token, names) == usual:
            names, token = (other, usual), theirs[token.lemma]
        source = evidence.span(token) if token is not None else None
        found = _reported(pair, forms, names, (source, 0.95 if common or listed else 0.85))
        yield from found if not marked else islice(found, 1) if forms.apart(names, token) else ()
    told = set()
    for finding in _slip_variants(pair, forms, evidence):
        told.add(finding.span.text)
        yield finding
    if pair.source is not None and pair.source.source.lang == "ru":
        for usual, other, token in two_spellings(forms.names(), forms.places, forms.zipf, evidence):
            wrong = _worse(forms, token, (usual, other)) if home_grown(token.text) else other
            right = usual if wrong == other else other
            if told.isdisjoint((usual, other)):
                yield from _reported(pair, forms, (right, wrong), (evidence.span(token), 0.9))


def _reported(pair: Pair, forms: _Forms, names: tuple[str, str], why: tuple[Span | None, float]) -> Iterator[Finding]:
    """The places of the rarer form, with the source word and how sure it is."""
    (usual, other), (source, confidence) = names, why
    line = pair.translation.position(forms.places[usual][0].start)[0]
    message = f'"{other}" is spelled "{usual}" elsewhere in the article (line {line}).'
    for token in forms.places[other][:MOST]:
        span = pair.translation.span(token.start, token.stop)
        suggestion = token.text.replace(other, usual)
        yield Finding(CON001, span, message, CON001.severity, confidence, source, suggestion)
