"""Scales on which a translation climbs a step: a belief told as knowledge, advice as an order, a bill as a law."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._cues import bead_text, forms_pattern
from checker.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.expressions import Late
    from checker.model import Bead, Link, Token
    from checker.protocols import Context

    Climbed = tuple[Token, Token, "Step"]
    """The word of the original, that of the translation, and the scale."""

_RENDERS = 0.75
"""Strength of a link by which a word of the original has a counterpart, so that no other word stands for it."""
_OTHER = 0.72
_SURE = 0.85
_ABOUT = 0.05
"""By how much a link may be stronger and yet say nothing."""
_TAKEN = 0.9
"""Strength of a link by which a word renders another one of the original."""
_NEAR = 25
"""Characters before a word of the higher step in which one of the lower takes it back: a draft law."""
_THAT = 3
"""Words behind a verb among which its "that" stands."""
_FOUND = frozenset({"it", "this", "him", "her", "them", "himself", "herself", "myself"})
_NOT = frozenset({"not", "n't", "never", "no", "without", "cannot", "yet", "to", "whether", "if", "neither", "nor"})


@dataclass(frozen=True, slots=True)
class Step:
    """A row of steps.tsv."""

    scale: str
    higher: frozenset[str]
    """Lemmas of the original that say the higher step themselves."""
    words: frozenset[str]
    behind_that: frozenset[str]
    answers: Late
    least: float
    severity: Severity
    advice: str


@cache
def _rows() -> Mapping[str, tuple[Step, ...]]:
    """The scales of every lemma of their lower steps."""
    found: dict[str, tuple[Step, ...]] = {}
    for row in data.rows("steps"):
        step = Step(
            row["scale"],
            frozenset(row["strong"].split()),
            frozenset(row["en"].split()),
            frozenset(row["en_that"].split()),
            forms_pattern(tuple(form.strip() for form in row["weak"].split(";"))),
            float(row["least"]),
            Severity[row["severity"].upper()],
            row["advice"],
        )
        for lemma in dict.fromkeys(row["ru"].split()):
            found[lemma] = (*found.get(lemma, ()), step)
    return found


def climbed(context: Context, bead: Bead) -> Iterator[Climbed]:
    """The first word of a bead that has become one of a higher step."""
    known = _rows()
    tokens = [token for span in bead.source for token in context.tokens("ru", span)]
    lower = [token for token in tokens if token.lemma in known]
    if not lower:
        return
    words = [token for span in bead.target for token in context.tokens("en", span)]
    lemmas = {token.lemma for token in tokens}
    links = context.links(bead, "ru", "en")
    for token in lower:
        for step in known[token.lemma]:
            if not lemmas.isdisjoint(step.higher):
                continue
            for number, word in enumerate(words):
                if _higher(step, words, number) and _taken_for(token, word, step, links, bead):
                    yield token, word, step
                    return


def _higher(step: Step, words: Sequence[Token], number: int) -> bool:
    """Whether a word of the translation says the higher step, and denies nothing."""
    word = words[number]
    if word.lemma == "find" and number + 1 < len(words) and words[number + 1].text.lower() in _FOUND:
        return False  # I find it wonderful
    if word.lemma in step.behind_that:
        after = [other.text.lower() for other in words[number + 1 : number + 1 + _THAT]]
        if "that" not in after and "out" not in after[:1] and not _behind_as(words, number):
            return False
    elif (word.lemma not in step.words and word.text.lower() not in step.words) or _behind_as(words, number):
        return False  # as he sees it
    if word.text.lower() == "order" and number and words[number - 1].text.lower() in ("by", "in", "of"):
        return False  # by order of size
    return _NOT.isdisjoint(other.text.lower() for other in words[max(0, number - 3) : number])


def _behind_as(words: Sequence[Token], number: int) -> bool:
    """Whether an "as" is one of the few words before: as the lawyer pointed out."""
    return any(other.text.lower() == "as" for other in words[max(0, number - 4) : number])


def _taken_for(token: Token, word: Token, step: Step, links: Sequence[Link], bead: Bead) -> bool:
    """Whether a word of the higher step stands for one of the lower: by its link, or because neither has another."""
    own = max((link.strength for link in links if _joins(link, token, word)), default=0.0)
    others = [link for link in links if link.target.start == word.start and link.source.start != token.start]
    if any(link.strength > max(own + _ABOUT, _OTHER) for link in others):
        return False
    if _answered(step, bead, links, token, word, beside=own >= _SURE):
        return False
    if own >= step.least:
        return True
    rendered = any(link.source.start == token.start and link.strength >= _RENDERS for link in links)
    return not own and not rendered and all(link.strength < _OTHER for link in others)


def _answered(step: Step, bead: Bead, links: Sequence[Link], token: Token, word: Token, *, beside: bool) -> bool:
    """Whether a word of the lower step stands in the translation too, and renders nothing else; or right before."""
    offset = bead.target[0].start
    for match in step.answers.ready.finditer(bead_text(bead.target)):
        if len(bead.target) > 1 and not beside:
            return True
        start, stop = offset + match.start(), offset + match.end()
        if start <= word.start < stop or 0 <= word.start - start <= _NEAR:
            return True
        own = [link for link in links if start <= link.target.start < stop and link.strength >= _TAKEN]
        if not beside and (not own or any(link.source.start == token.start for link in own)):
            return True
    return False


def _joins(link: Link, token: Token, word: Token) -> bool:
    return link.source.start == token.start and link.target.start == word.start
