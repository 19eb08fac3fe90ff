"""Things of one kind taken for each other (SEN002): an airport for вокзал, a boyfriend for подруга.

The table checker/data/sisters.tsv has kinds of things (kin, animals, places, ranks, instruments), each with what it is
called in English. A word of the original whose link leads to another thing of its kind is misread, where nothing that
it is called stands anywhere in the sentence and no other word of the original is called so. A lieutenant colonel is
one word here, and no colonel.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._cues import readable
from checker.detectors._english_forms import forms
from checker.detectors._figurative import in_quoted_name
from checker.detectors._opposites import opposite
from checker.model import Category, Finding, Needs, Rule, Severity
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.model import Bead, Link, Pair, Token
    from checker.protocols import Context

SISTER = Rule(
    code="SEN002",
    name="thing-of-its-kind",
    category=Category.ACCURACY,
    severity=Severity.MAJOR,
    summary="A thing has become another one of its kind: an airport for вокзал, a colonel for майор.",
    bad="The airport was evacuated.",
    good="The railway station was evacuated.",
    needs=Needs.SOURCE,
    preview=True,
    explanation=(
        "Things of one kind (kin, ranks, animals, buildings, stages of a case) stand together in a table. A word "
        "whose link leads to the English of another thing of its kind is reported where nothing that it is called "
        "itself stands in the sentence. Good translators put one for the other too (flight attendants for "
        "стюардессы, a march for митинг): one alarm in 6,000 words of news, so that the rule is in preview."
    ),
)
_CONFIDENCE = 0.85
_SURE = 0.75
"""Strength of a link that says which English word renders a word."""
_OVER = 0.1
"""Lead of it over the links of other words to the same one."""


@dataclass(frozen=True, slots=True)
class Sister:
    """A thing of a kind: what it is called, and what else answers for it."""

    kind: str
    words: frozenset[str]
    english: tuple[str, ...]
    answers: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Kinds:
    """The table of a language: things by what the original calls them, and by what English does."""

    theirs: Mapping[str, tuple[Sister, ...]]
    ours: Mapping[tuple[str, ...], tuple[Sister, ...]]


@cache
def _kinds(lang: str) -> _Kinds:
    theirs: dict[str, list[Sister]] = defaultdict(list)
    ours: dict[tuple[str, ...], list[Sister]] = defaultdict(list)
    for row in data.rows("sisters"):
        if row["lang"] != lang:
            continue
        english = tuple(row["english"].split("|"))
        also = frozenset(word for word in row["also"].split("|") if word)
        made = Sister(row["kind"], frozenset(row["word"].split("|")), english, also.union(english))
        for word in made.words:
            theirs[word].append(made)
        for name in english:
            ours[tuple(name.split())].append(made)
    return _Kinds(
        {word: tuple(found) for word, found in theirs.items()}, {name: tuple(found) for name, found in ours.items()}
    )


class Sisters:
    """Asks of each thing whether its link leads to another one of its kind."""

    rules = (SISTER,)

    def __init__(self, context: Context) -> None:
        self.context = context

    def detect(self, pair: Pair) -> Iterator[Finding]:
        """Findings bead by bead."""
        if pair.source is None or pair.translation.lang != "en":
            return
        lang = pair.source.source.lang
        kinds = _kinds(lang)
        for bead in pair.beads if kinds.theirs else ():
            tokens = [token for span in bead.source for token in self.context.tokens(lang, span)]
            known = [token for token in tokens if token.kind == "word" and plain(token.lemma) in kinds.theirs]
            asked = [token for token in known if not _names(pair.source.source.text, token, bead)]
            if asked and bead.target and readable(bead):
                yield from _taken(self.context, pair, bead, asked)


def _taken(context: Context, pair: Pair, bead: Bead, asked: Sequence[Token]) -> Iterator[Finding]:
    """What of the words asked about stands for another thing of its kind."""
    assert pair.source is not None  # noqa: S101 -- the caller asked
    langs = pair.source.source.lang, pair.translation.lang
    kinds, links = _kinds(langs[0]), context.links(bead, *langs)
    places = {token.start for token in asked}
    sure = [link for link in links if link.strength >= _SURE and link.source.start in places]
    sure = [link for link in sure if _leads(link.source, link.target, links)]
    if not sure:
        return
    words = [token for span in bead.target for token in context.tokens(langs[1], span)]
    said = {plain(form) for span in bead.source for token in context.tokens(langs[0], span) for form in forms(token)}
    for source, target in ((link.source, link.target) for link in sure):
        wrong, there = _called(kinds, words, target)
        own = kinds.theirs[plain(source.lemma)]
        if not there or any(not one.answers.isdisjoint(_names_of(there)) for one in own):
            continue
        others = [one for one in wrong if any(one.kind == mine.kind for mine in own)]
        if not others or any(one in own or not one.words.isdisjoint(said) for one in wrong):
            continue
        if any(_answers(own, words, token, there) for token in words) or opposite(source.text, there[0].text):
            continue
        span = pair.translation.span(there[0].start, there[-1].stop)
        message = f"«{source.text}» does not mean {span.text} here"
        given, advice = pair.source.source.span(source.start, source.stop), " or ".join(own[0].english[:2])
        yield Finding(SISTER, span, message, Severity.MAJOR, _CONFIDENCE, given, advice)


def _names(text: str, token: Token, bead: Bead) -> bool:
    """Whether a word is a name or part of one: a capital within its sentence, or marks around it."""
    first = {span.start for span in bead.source}
    capital = token.text[:1].isupper() and not first.intersection(range(token.start - 2, token.start + 1))
    return capital or in_quoted_name(text, token.start, token.stop)


def _leads(source: Token, target: Token, links: Sequence[Link]) -> bool:
    """Whether no other word of the original is rendered by the same English as surely."""
    strengths = {link.source.start: link.strength for link in links if link.target.start == target.start}
    own = strengths.pop(source.start)
    return all(strength <= own - _OVER for strength in strengths.values())


def _called(kinds: _Kinds, words: Sequence[Token], target: Token) -> tuple[tuple[Sister, ...], tuple[Token, ...]]:
    """What an English word calls, with the word before or behind it where the two are a name, and the words."""
    place = next(at for at, token in enumerate(words) if token.start == target.start)
    for first, last in ((place, place + 2), (place - 1, place + 1), (place, place + 1)):
        there = tuple(words[max(first, 0) : last])
        for name in {tuple(form) for form in zip(*map(forms, there), strict=True)} if there else ():
            if name in kinds.ours:
                return kinds.ours[name], there
    return (), ()


def _names_of(there: Sequence[Token]) -> frozenset[str]:
    """Some words as they are, and by their dictionary forms."""
    return frozenset(" ".join(form) for form in zip(*map(forms, there), strict=True))


def _answers(own: Sequence[Sister], words: Sequence[Token], token: Token, there: Sequence[Token]) -> bool:
    """Whether an English word that is none of the wrong ones renders what the original has."""
    return token not in there and any(form in one.answers for form in forms(token) for one in own)


def detector(context: Context) -> Sisters:
    """The family's factory."""
    return Sisters(context)
