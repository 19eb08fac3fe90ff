"""Repetition: words, conjuncts, stems and passages said twice, and pleonasms."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._evidence import Evidence
from checker.detectors.repetition._echoes import REP002, REP003, conjuncts, stems
from checker.detectors.repetition._one_source import one_source
from checker.detectors.repetition._passages import REP004, passages
from checker.model import Category, Finding, Rule, Severity
from checker.patterns import Index

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.model import Pair, Token
    from checker.protocols import Context

REP001 = Rule(
    "REP001",
    "repeated-word",
    Category.LINGUISTIC,
    Severity.MINOR,
    "A word or a short phrase is written twice in a row, or twice for one word of the original.",
    "The bank was saving the the money.",
    "The bank was saving the money.",
    explanation="Silent on had had, that that, very very and the like, on names, and across marks. With the original "
    "also a word that stands on both sides of a small one and renders one word (the shortage of shortage): major.",
)
REP005 = Rule(
    "REP005",
    "pleonasm",
    Category.STYLE,
    Severity.MINOR,
    "Two words say one thing.",
    "The troops retreated back.",
    "The troops retreated.",
    explanation="A list of what Russian lets pass (совместное сотрудничество) and English does not.",
)


@cache
def idioms() -> frozenset[str]:
    """Repetitions that English makes on purpose."""
    return frozenset(row["phrase"] for row in data.rows("idioms_repeat"))


@cache
def _cries() -> frozenset[str]:
    """Those that are a cry: well well, there there."""
    return frozenset(row["phrase"] for row in data.rows("idioms_repeat") if row["reason"] == "interjection")


def _alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether two words begin or end what is said, as a cry does."""
    opens = at == 0 or tokens[at - 1].kind == "mark"
    return opens or (at + 2 < len(tokens) and tokens[at + 2].kind == "mark" and tokens[at].text[:1].isupper())


def _twice(words: Sequence[str], at: int, width: int) -> bool:
    """Whether `width` words from `at` on stand again right behind; a mark or number, "", is no word."""
    middle, stop = at + width, at + 2 * width
    if stop > len(words) or words[at] != words[middle]:
        return False
    return words[at:middle] == words[middle:stop] and all(words[at:middle])


_OBJECTS = frozenset({"you", "it", "her"})
_TELLS = frozenset(
    """tell show give teach promise assure convince warn remind inform pay offer send bring make lend hand buy owe
    ask let help persuade cost grant deny""".split()  # noqa: SIM905
)
"""Verbs whose object may stand before the same word: they told you you were free, gave her her book."""
_PARTICLES = frozenset({"in", "on", "off", "up", "out", "over", "through", "by"})
_PHRASAL = frozenset(
    """come go move log sign check hand turn break bring put take vote swear call carry get live set kick fill step drop
    settle sink cave tune join cash close zero hold lock dig chip clock look let give jump lean phone dial buy opt tie
    plug tap catch hang hold keep pass press soldier drag""".split()  # noqa: SIM905
)
"""Verbs with a particle that may stand before the same preposition: the party came in in 2010."""
_COPULAS = frozenset({"is", "was", "are", "were", "will"})
"""What will be will be: one clause ends, the next begins."""


def _intended(tokens: Sequence[Token], at: int, width: int) -> bool:
    first, second = tokens[at], tokens[at + width]
    if width > 1:
        words = [token.text.lower() for token in tokens[at : at + width]]
        if " ".join((words[-1], *words)) in idioms() or words[0] in _COPULAS:
            return True
        return all(token.text[:1].isupper() for token in tokens[at : at + width])
    phrase = f"{first.text} {second.text}".lower()
    if f"{first.lemma} {second.lemma}" in idioms() or phrase in idioms():
        return phrase not in _cries() or _alone(tokens, at)
    if first.text.lower() in _PARTICLES and at and (tokens[at - 1].lemma in _PHRASAL or _located(tokens, at)):
        return True
    if first.text.lower() in _OBJECTS and at and tokens[at - 1].lemma in _TELLS:
        return True
    name = first.text[:1].isupper() and second.text[:1].isupper()
    return name or len(first.text) == 1 or (second.text[:1].isupper() and first.text.islower())


def _located(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause ends on what its noun was in, and a time or place follows: the state it was in in May."""
    behind = tokens[at + 2] if at + 2 < len(tokens) else None
    return (
        tokens[at - 1].lemma == "be" and behind is not None and (behind.kind == "number" or behind.text[:1].isupper())
    )


def _repeated(pair: Pair, tokens: Sequence[Token], doubled: frozenset[str]) -> Iterator[Finding]:
    words = [token.text.lower() if token.kind == "word" else "" for token in tokens]
    at = 0
    while at < len(tokens):
        width = next((n for n in (3, 2, 1) if _twice(words, at, n)), 0)
        grammar = width == 1 and tokens[at].text.lower() in doubled
        slip = width == 1 and _slip(tokens, at)
        if width and not grammar and (slip or not _intended(tokens, at, width)):
            span = pair.translation.span(tokens[at].start, tokens[at + 2 * width - 1].stop)
            once = pair.translation.text[tokens[at].start : tokens[at + width - 1].stop]
            yield Finding(REP001, span, f'"{once}" stands twice.', REP001.severity, 0.9, suggestion=once)
        at += 2 * width if width else 1


_SUBJECTS = frozenset({"he", "she", "they", "we", "i", "it", "there", "the", "a", "an", "this", "his", "her", "their"})
_ASIDE = frozenset({"what", "it", "this", "that", "who", "where", "how", "why", "all", "thing"})
"""Words after which a clause ends on is: what it is is a fraud."""


def _slip(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word that English may double is doubled by mistake: says that that he, the accident is is."""
    word, behind = tokens[at].text.lower(), tokens[at + 2] if at + 2 < len(tokens) else None
    if word == "that" and behind is not None:
        return behind.text.lower() in _SUBJECTS or (behind.text[:1].isupper() and behind.kind == "word")
    return word == "is" and not any(token.text.lower() in _ASIDE for token in tokens[:at])


class Repetition:
    """What is said twice."""

    rules = (REP001, REP002, REP003, REP004, REP005)

    def __init__(self, context: Context) -> None:
        self.context = context

    @cached_property
    def _pleonasms(self) -> Index:
        return Index.of(row["pattern"] for row in data.rows("pleonasms"))

    def detect(self, pair: Pair) -> Iterable[Finding]:
        """Findings of the five rules."""
        evidence = Evidence(pair, self.context)
        tokens = [self.context.tokens(pair.translation.lang, sentence) for sentence in pair.sentences]
        doubled = self.context.language(pair.translation.lang).conventions.doubled
        for sentence in tokens:
            told = [*_repeated(pair, sentence, doubled), *conjuncts(pair, sentence, evidence, idioms())]
            yield from told
            echoes = one_source(pair, sentence, evidence, idioms(), REP001)
            yield from (one for one in echoes if not any(one.span.overlaps(other.span) for other in told))
            yield from stems(pair, sentence)
            yield from self._said_twice(pair, sentence)
        yield from passages(pair, tokens, evidence)

    def _said_twice(self, pair: Pair, tokens: Sequence[Token]) -> Iterator[Finding]:
        for match in self._pleonasms.find(tokens):
            row = data.rows("pleonasms")[match.number]
            span = pair.translation.span(tokens[match.start].start, tokens[match.stop - 1].stop)
            message = f"One of the words is enough: {row['reason']}."
            yield Finding(REP005, span, message, REP005.severity, 0.8, suggestion=row["suggestion"])


def detector(context: Context) -> Repetition:
    """The family."""
    return Repetition(context)
