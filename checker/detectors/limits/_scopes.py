"""A word of scope that has become another one: some for любой, only for даже, already for еще.

A sense of scopes.tsv that the original says, that nothing in the translation answers, and that one of its
contradictions stands for: beside the counterpart of the same word, rendering nothing else of the original.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._bounds import KEPT_FROM
from checker.detectors._cues import bead_text, counterpart, literal, located, of_forms
from checker.detectors.limits._places import misplaced
from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors._cues import Cue, Cues
    from checker.model import Bead, Link, Pair, Rule, Span, Token
    from checker.protocols import Context

_AHEAD, _BEHIND = 4, 3
"""Words after and before a word of scope among which stands what it speaks of."""
_NEAR = 5
"""Words between a word of scope of the translation and the counterpart of what the original's speaks of."""
_TIMED = 2
"""The same, for a word before a time."""
_CLOSE_BY = 2
"""Words between a loose answer or explanation and what it would answer or explain."""
_SURE = 0.6
_OWN = 0.8
"""Strength of a link by which a word renders another one of the original."""
_ITSELF = 0.85
"""Strength of a link by which a lost word itself stands for one: weaker ones join it to its neighbours."""
_DIRECT = 0.4
_CLOSE = 0.75
"""Literalness from which a lost word means anything."""
_NAMED = 3
"""Words of a figure with what it counts: 700 млн рублей."""
_STOPS = re.compile(r"[;:.!?]")
_CONTENT = frozenset("NOUN VERB INFN ADJF PRTF PRTS ADJS NUMR GRND COMP NPRO LATN".split())  # noqa: SIM905
_SLIGHT = frozenset(
    """the a an to for in on by at of as from with and is has have had was were are be been that this these those they
    them its his her their it so then у в во на с со к ко по о об от из за до и а но не ни как же бы для""".split()  # noqa: SIM905
)
"""Words too common to answer or to explain anything by standing near."""
_NEGATIONS = frozenset("not never no n't cannot hardly without nor neither none".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Sense:
    """A row of scopes.tsv."""

    against: frozenset[str]
    severity: Severity
    lost: Severity | None
    """How grave it is that nothing answers it; None where that means nothing."""
    advice: str


@cache
def senses() -> Mapping[str, Sense]:
    """The rows of the table that name a sense."""
    return {
        row["sense"]: Sense(
            frozenset(row["against"].split()),
            Severity[row["severity"].upper()],
            Severity[row["lost"].upper()] if row["lost"] else None,
            row["advice"],
        )
        for row in data.rows("scopes")
        if row["sense"]
    }


@cache
def said(column: str) -> Cues:
    """The forms of a column of the table, by sense."""
    forms: dict[str, list[str]] = {}
    for row in data.rows("scopes"):
        listed = [form.strip() for form in row[column].split(";") if form.strip()]
        if listed:
            forms.setdefault(row["sense"], []).extend(listed)
    return of_forms(forms)


def scoped(context: Context, pair: Pair, bead: Bead, rule: Rule) -> Iterator[Finding]:
    """Findings of a bead; nothing without word links."""
    source = bead_text(bead.source)
    theirs = [cue for cue in said("ru").find(source) if cue.label and _tells(cue.label)]
    if not theirs or pair.source is None:
        return
    links = context.links(bead, "ru", "en")
    if not links:
        return
    sides = Sides(context, pair, bead, links)
    yield from misplaced(sides, rule)
    target = sides.target
    answered = {cue.label for cue in said("en").places(target, *{cue.label for cue in theirs})}
    open_ = [cue for cue in theirs if cue.label not in answered]
    for cue in open_:
        finding = _contradicted(sides, cue, rule) or _lost(sides, cue, rule)
        if finding is not None:
            yield finding


def _tells(sense: str) -> bool:
    return bool(senses()[sense].against or senses()[sense].lost)


class Sides:
    """Both sides of a bead with their tokens and links."""

    def __init__(self, context: Context, pair: Pair, bead: Bead, links: Sequence[Link]) -> None:
        self.context, self.pair, self.bead, self.links = context, pair, bead, links
        self.source, self.target = bead_text(bead.source), bead_text(bead.target)
        self.theirs = [token for span in bead.source for token in context.tokens("ru", span)]
        self.ours = [token for span in bead.target for token in context.tokens("en", span)]

    def original(self, cue: Cue) -> Span:
        """A cue of the original as a span."""
        document = self.pair.source.source if self.pair.source is not None else self.pair.translation
        return located(document, self.bead.source, cue.start, cue.stop)

    def translated(self, cue: Cue) -> Span:
        """A cue of the translation as a span."""
        return located(self.pair.translation, self.bead.target, cue.start, cue.stop)

    def counterparts(self, span: Span) -> set[int]:
        """Places of the words that stand for what a word of scope of the original speaks of."""
        spoken = {token.start for token in _around(self.theirs, span)}
        made = {link.target.start for link in self.links if link.source.start in spoken and link.strength >= _SURE}
        return {number for number, token in enumerate(self.ours) if token.start in made}

    def places(self, span: Span) -> list[int]:
        """Numbers of the translation's words in a span."""
        return [number for number, token in enumerate(self.ours) if span.start <= token.start < span.stop]


def _around(tokens: Sequence[Token], span: Span) -> list[Token]:
    """The words of content that stand around a word of scope, up to the next marks."""
    found: list[Token] = []
    for row, most in (
        ([token for token in tokens if token.start >= span.stop], _AHEAD),
        ([token for token in reversed(tokens) if token.stop <= span.start], _BEHIND),
    ):
        for token in row[:most]:
            if token.kind == "mark" and token.text not in '«»"“”':
                break
            if token.kind == "number" or token.tags & _CONTENT:
                found.append(token)
    return found


def _contradicted(sides: Sides, cue: Cue, rule: Rule) -> Finding | None:
    """A finding where a word that contradicts a sense stands in its place."""
    sense = senses()[cue.label]
    if not sense.against:
        return None
    wrongs = [
        wrong
        for wrong in said("en").find(sides.target, *sense.against)
        if not said("ru").any(sides.source, wrong.label) and sides.target[wrong.stop : wrong.stop + 1] != "-"
    ]
    if not wrongs or _negated(sides.source[: cue.start]):
        return None
    evidence = sides.original(cue)
    spoken = sides.counterparts(evidence)
    for wrong in wrongs:
        span = sides.translated(wrong)
        if (
            _stands_for(sides, evidence, span, spoken, before="time" in cue.label)
            and not _negated(sides.target[: wrong.start])
            and not KEPT_FROM.search(sides.target[: wrong.start])
            and not _answered(sides, cue, wrong, spoken)
            and not _explained(sides, cue, wrong)
        ):
            message = f'«{evidence.text}» of the original has become "{span.text}"'
            return Finding(rule, span, message, sense.severity, 0.8, evidence, sense.advice)
    return None


def _negated(before: str) -> bool:
    """Whether a negation stands right before a word: не часто, "not always"."""
    words = before.lower().replace("’", "'").replace("n't", " n't").split()[-3:]
    return bool(words) and (words[-1] in ("не", "ни") or not _NEGATIONS.isdisjoint(words))


def _stands_for(sides: Sides, read: Span, wrong: Span, spoken: set[int], *, before: bool) -> bool:
    """Whether a word of the translation stands in the place of one of the original, and for no other one.

    With `before`, it has to stand right before what the original's word speaks of: "by" before a time, and nobody.
    """
    places = sides.places(wrong)
    if before:
        timed = {link.target.start for link in sides.links if read.start <= link.source.start < read.stop}
        return any(sides.ours[place].start in timed for place in _behind(sides, places))
    inside = [link for link in sides.links if wrong.start <= link.target.start < wrong.stop]
    direct = [link for link in inside if read.start <= link.source.start < read.stop]
    if any(link.strength >= _DIRECT for link in direct):
        return True
    own = {token.start for token in _around(sides.theirs, read)}
    if any(link.strength >= _OWN and len(link.target.text) > 2 and link.source.start not in own for link in inside):
        return False
    return bool(places) and any(
        (0 < place - places[-1] <= _NEAR and not _parted(sides.ours[places[-1] + 1 : place]))
        or (0 < places[0] - place <= _NEAR and not _parted(sides.ours[place + 1 : places[0]]))
        or places[0] <= place <= places[-1]
        for place in spoken
    )


def _behind(sides: Sides, places: Sequence[int]) -> Sequence[int]:
    """The few places right behind some."""
    return range(places[-1] + 1, min(len(sides.ours), places[-1] + 1 + _TIMED)) if places else ()


def _parted(between: Sequence[Token]) -> bool:
    return any(token.kind == "mark" and token.text in ",;:.—–()!?" for token in between)


def _answered(sides: Sides, cue: Cue, wrong: Cue, spoken: set[int]) -> bool:
    """Whether a word near what a sense speaks of answers it in some way."""
    near = {place + step for place in spoken for step in range(-_CLOSE_BY, _CLOSE_BY + 1)}
    for answer in said("en_loose").places(sides.target, cue.label):
        if wrong.start <= answer.start < wrong.stop or answer.text.lower() in _SLIGHT:
            continue
        between = sides.target[min(answer.stop, wrong.stop) : max(answer.start, wrong.start)]
        if _STOPS.search(between) is None and not near.isdisjoint(sides.places(sides.translated(answer))):
            return True
    return False


def _explained(sides: Sides, cue: Cue, wrong: Cue) -> bool:
    """Whether another word of the original, near the one compared, can be what the translation has."""
    for other in said("ru_loose").places(sides.source, wrong.label):
        if cue.start <= other.start < cue.stop or other.text.lower() in _SLIGHT:
            continue
        if len(sides.source[min(other.stop, cue.stop) : max(other.start, cue.start)].split()) <= _CLOSE_BY:
            return True
    return False


def _lost(sides: Sides, cue: Cue, rule: Rule) -> Finding | None:
    """A finding where nothing at all answers a sense that cannot go unsaid, in a translation that is close."""
    sense = senses()[cue.label]
    if sense.lost is None:
        return None
    if any(answer.text.lower() not in _SLIGHT for answer in said("en_loose").places(sides.target, cue.label)):
        return None
    evidence = sides.original(cue)
    if literal(sides.context, sides.bead, sides.links, evidence) < _CLOSE or not sides.counterparts(evidence):
        return None
    span = _figure(sides, evidence) or counterpart(
        sides.pair.translation, sides.bead, evidence, sides.links, words=3, least=_ITSELF
    )
    message = f"«{evidence.text}» of the original has no counterpart"
    return Finding(rule, span, message, sense.lost, 0.75, evidence, sense.advice)


def _figure(sides: Sides, evidence: Span) -> Span | None:
    """The figure that a sense limits, as the translation has it: 700 million roubles, for почти на 700 млн рублей."""
    tokens = [token for span in sides.bead.source for token in sides.context.tokens("ru", span)]
    behind = [token for token in tokens if token.start >= evidence.stop]
    first = 1 if behind[:1] and "PREP" in behind[0].tags else 0
    if not behind[first:] or not (behind[first].text[:1].isdigit() or "NUMR" in behind[first].tags):
        return None
    named = {token.start for token in behind[first : first + _NAMED] if token.kind != "mark"}
    made = [link.target for link in sides.links if link.source.start in named and link.strength >= _SURE]
    made = sorted(made, key=lambda token: token.start)
    for one, two in pairwise(made):
        if two.start - one.stop > 1:
            return sides.pair.translation.span(made[0].start, one.stop)
    return sides.pair.translation.span(made[0].start, made[-1].stop) if made else None
