"""Words in a wrong sense: false friends (FFR001) and the dictionary's first sense of a word with many (SEN001).

FFR001 flags the English lookalike where the Russian word means another thing: "the trolleybus fabric" for
троллейбусная фабрика (factory). SEN001 flags a real sense of the Russian word that is not the one meant here:
"the police organs" for органы полиции (authorities). Both want the Russian word in the sentence's original and
stay silent where it is absent, for the same English word is usually good; without an original a
false friend is a neutral remark at most. The tables are checker/data/false_friends*.tsv and senses*.tsv.

Where a word's sense is settled by the word that it goes with, or by the topic of the article (governed.tsv), the
English of another sense is called wrong without weighing, and any other English is let be: снять обвинения is to drop
charges, never to film them, and a тур of footballers is a round, never a tour. English that a word never is in the news
(misreadings.tsv) is wrong wherever nothing in the article speaks of what it means: a гарнитур for the kitchen is no
headset. Where it may be right as often as not, something has to speak against it beside the word (a broken кисть is a
hand, no brush), or the article as a whole, and it is minor. Somebody's name is asked about nowhere (Люк Блэк), and
where what English says for the word stands in the sentence too and renders no other word, nothing is called wrong.

Of some four thousand other ambiguous words (checker/data/ambiguous.tsv) the words around, the topic of the
sentence (topics.tsv) and the encoder say which sense the original speaks for, and a re-translation that has a word of
another sense speaks with them. For the words of the other tables a re-translation speaks alone: where it says release
and the translation reset, сбрасывать is misread. Without a re-translation cues of the sentence or of the article have
to lead, and what they speak for has to read better. Where nothing around speaks for another sense, it stays silent,
but for a sense that the news hardly ever mean and whose English says another thing: "the president's errand" for
поручение (instruction), but not hothouse for теплица. What only the words around speak against, or a word beside, is
minor, for of good translations they say nearly as much. A single word in a row of senses*.tsv, which one word of the
original's sentence speaks against, is minor too, and so is English that misreadings.tsv lets be in some articles.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from checker.detectors._figurative import in_quoted_name
from checker.detectors._phrases import Judgement, findings, tables
from checker.detectors.senses._ambiguity import Ambiguity
from checker.detectors.senses._governed import settled
from checker.detectors.senses._misreadings import misreadings
from checker.detectors.senses._retold import retold
from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.detectors.senses._ambiguity import Misread
    from checker.detectors.senses._governed import Settled
    from checker.detectors.senses._misreadings import Misreading
    from checker.detectors.senses._retold import Retold
    from checker.model import Pair, Span, Token
    from checker.protocols import Context

FRIENDS = ("false_friends",)
SENSES = ("senses_words", "senses_law", "senses_everyday", "senses_news")

FALSE_FRIEND = Rule(
    code="FFR001",
    name="false-friend",
    category=Category.ACCURACY,
    severity=Severity.MAJOR,
    summary="An English lookalike stands for a word of the original that means another thing.",
    bad="The fabric employs six hundred people.",
    good="The factory employs six hundred people.",
    needs=Needs.SOURCE,
    explanation=__doc__,
)
WRONG_SENSE = Rule(
    code="SEN001",
    name="wrong-sense",
    category=Category.ACCURACY,
    severity=Severity.MAJOR,
    summary="A word of the original with many senses is rendered in one that is not meant here.",
    bad="The organs of the investigation detained him.",
    good="The investigating authorities detained him.",
    needs=Needs.SOURCE,
    explanation=__doc__,
)
_NEVER, _RETOLD, _SETTLED, _CUED = 0.85, 0.8, 0.75, 0.7
"""Shares of right among what a word never is, what a re-translation has in another sense, what a neighbouring word
settles, and what the words of a sentence speak for. The last three are minor, and so is what a word is not where
something else is spoken of: they say nearly as much of a good translation as of a bad one, and no gate should close for
them."""
_INSIDE = re.compile(r"[\w,] $")
"""Before a capital that is not that of a sentence."""


class Senses:
    """Looks the translation up in the tables of false friends and of wrong senses."""

    rules = (FALSE_FRIEND, WRONG_SENSE)

    def __init__(self, context: Context) -> None:
        self.context = context
        self.families = (
            (FRIENDS, Judgement(FALSE_FRIEND, "false friend", with_source=0.9, alone=0.3)),
            (SENSES, Judgement(WRONG_SENSE, "wrong sense", with_source=0.85, alone=0.3, weighed=True)),
        )

    def detect(self, pair: Pair) -> Iterator[Finding]:
        """Findings sentence by sentence."""
        if pair.translation.lang != "en":
            return
        told: list[Span] = []
        for names, judgement in self.families:
            for finding in findings(self.context, pair, tables(names), judgement):
                if judgement.rule is FALSE_FRIEND and _is_named(pair, finding):
                    continue
                told.append(finding.span)
                yield finding
        known = list(settled(self.context, pair))
        right = {one.source.start for one in known if not one.target}
        # What a neighbouring word settles is not asked of the rest of the article.
        read = (one for one in misreadings(self.context, pair) if one.sure or one.source.start not in right)
        never = (_misread(pair, one) for one in read)
        for finding in chain(never, (_retold(pair, one) for one in retold(self.context, pair))):
            if not any(finding.span.overlaps(span) for span in told):
                told.append(finding.span)
                yield finding
        asked = Ambiguity(self.context).misread(pair, frozenset(one.source.start for one in known))
        for finding in (*_governed(pair, known), *(_cued(pair, misread) for misread in asked)):
            if not any(finding.span.overlaps(span) for span in told):
                yield finding


def _is_named(pair: Pair, finding: Finding) -> bool:
    """Whether the word is a name or part of one: Roman for Роман, the Independent Tribune for «Независимая трибуна»."""
    if pair.source is None or finding.source is None or not finding.span.text[:1].isupper():
        return False
    if " " in finding.span.text or " " in finding.source.text:
        return False
    text, start, stop = pair.source.source.text, finding.source.start, finding.source.stop
    if in_quoted_name(text, start, stop):
        return True
    ours = finding.span.start
    before = text[max(0, start - 2) : start], pair.translation.text[max(0, ours - 2) : ours]
    inside = any(_INSIDE.search(side) for side in before)
    return finding.source.text[:1].isupper() and inside


def _misread(pair: Pair, one: Misreading) -> Finding:
    said = f"«{one.source.text}» does not mean ", " here"
    sure = (Severity.MAJOR, _NEVER) if one.sure else (Severity.MINOR, _SETTLED)
    return _wrong(pair, ((one.source,), one.target), said, one.better, sure)


def _retold(pair: Pair, one: Retold) -> Finding:
    said = f"«{one.source.text}» has several senses; the re-translation has another one than ", ""
    return _wrong(pair, ((one.source,), (one.target,)), said, one.better, (Severity.MINOR, _RETOLD))


def _governed(pair: Pair, known: Iterable[Settled]) -> Iterator[Finding]:
    """Words whose sense the words they go with settle, and which English says in another."""
    for one in (one for one in known if one.target):
        tokens = sorted((one.source, one.beside or one.source), key=lambda token: token.start)
        said = f"«{one.source.text}» does not mean ", f" beside «{one.beside.text}»" if one.beside else ""
        yield _wrong(pair, (tokens, one.target), said, one.better, (Severity.MINOR, _SETTLED))


def _cued(pair: Pair, one: Misread) -> Finding:
    said = f"«{one.source.text}» has several senses; the sentence speaks for another one than ", ""
    return _wrong(pair, ((one.source,), (one.target,)), said, one.better, (Severity.MINOR, _CUED))


def _wrong(
    pair: Pair,
    words: tuple[Sequence[Token], Sequence[Token]],
    said: tuple[str, str],
    better: Sequence[str],
    sure: tuple[Severity, float],
) -> Finding:
    """A finding about words of the original and of the translation; `said` stands before and behind the latter."""
    assert pair.source is not None  # noqa: S101 -- words of it were misread
    theirs, ours = words
    source = pair.source.source.span(theirs[0].start, theirs[-1].stop)
    span = pair.translation.span(ours[0].start, ours[-1].stop)
    return Finding(WRONG_SENSE, span, span.text.join(said), *sure, source, " or ".join(better[:2]))


def detector(context: Context) -> Senses:
    """The family's factory."""
    return Senses(context)
