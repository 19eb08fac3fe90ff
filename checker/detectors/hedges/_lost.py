"""Hedges of the original that nothing in the translation answers: allegedly, according to, may, is planned."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, counterpart, cues, literal, located
from checker.detectors._lexicon import misspellings
from checker.detectors.hedges import _attributions
from checker.detectors.hedges._held import Held
from checker.detectors.hedges._kinds import finding
from checker.detectors.hedges._readings import culprit, merely_named, only_asked, reading, set_apart
from checker.detectors.hedges._unstated import only_able, title_case, unstated
from checker.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.detectors._cues import Cue, Cues
    from checker.model import Bead, Finding, Pair, Rule, Span
    from checker.protocols import Context

_ANSWERS = {
    "alleged": ("alleged",),
    "named": ("alleged", "named"),
    "suspected": ("suspected", "alleged"),
    "accused": ("accused", "alleged"),
    "checked": ("checked", "alleged"),
    "reported": ("reported", "alleged", "accused"),
    "rumoured": ("rumoured",),
    "expected": ("expected",),
    "probable": ("probable", "alleged", "possible"),
    "supposed": ("supposed", "probable", "alleged", "reported"),
    "possible": ("possible", "probable", "alleged"),
    "potential": ("potential", "possible", "probable", "alleged", "planned"),
    "conjectured": ("possible", "probable", "alleged"),
    "planned": ("planned", "alleged"),
    "scheduled": ("scheduled",),
    "presumed": ("supposed", "probable", "alleged", "reported", "scheduled", "planned", "expected"),
    "foreseen": ("foreseen", "alleged", "scheduled", "planned", "expected"),
    "promised": ("promised",),
    "unconfirmed": ("unconfirmed",),
    "hoped": ("hoped",),
}
"""Labels of the translation that answer a label of the original."""

_MONTH = re.compile(r"[\w,] May\b")
"""Inside a sentence, a capital tells the month from the verb."""
_IMPERSONAL = re.compile(r"ожида|прогноз|предполаг|планировалось", re.IGNORECASE)
"""Plans that need no infinitive: ожидается партия."""
_HEDGED = {
    "possible": re.compile(r"\b(?:likely|probably|possibly|perhaps)\b"),
    "probable": re.compile(r"\b(?:may|might|could)\b", re.IGNORECASE),
}
"""Words by which the place itself says no more than that: might have been wrong for не исключил, что мог ошибиться."""
_CLOSE = 0.72
"""Literalness from which the lack of a may or a probably means anything; people put them otherwise."""

_LOOSE = 0.5
"""The same of a word between commas, which nothing but a hedge stands for."""
_MERE = re.compile(r"according to|reports|told|(?:he|she|they) sa(?:id|ys?)", re.IGNORECASE)
"""Words of telling that cast no doubt."""
_PLAIN = 0.8
"""Strength of the link of a predicate that is surely the one."""

_CONJUNCTION = re.compile(r"(?:того|тех пор|тем|так|то время),? $", re.IGNORECASE)
"""What makes a как behind it a conjunction: после того как признал себя виновным."""

_TOLD = ("reported", "rumoured")
"""Labels of words that say whose statement it is, or that it is nobody's."""
_WHOLE = (*_TOLD, "suspected", "accused")
"""Labels of words whose loss makes a fact of a whole clause."""


_BREAK = re.compile(r"[,;:()«»“”\"](?=\s|$)|(?<=\s)[—–\"“«(]")
"""Marks that a clause ends or begins with; a comma within a figure is none."""
_RELATIVE = re.compile(r"\s*(?:who|which|whose|whom|where)\b")
_SHORT = 14
"""Words of a clause that an editor takes in at a glance."""


def lost(context: Context, pair: Pair, bead: Bead, rule: Rule) -> Iterator[Finding]:
    """One finding at most: a sentence that has lost its hedges is told once."""
    if pair.source is None:
        return
    theirs, ours = cues("hedges", "ru"), cues("hedges", "en")
    answered: set[str] = set()
    source = bead_text(bead.source)
    for cue in theirs.find(source, *_ANSWERS):
        if cue.text.lower().startswith("как") and _CONJUNCTION.search(source[: cue.start]):
            continue
        evidence = located(pair.source.source, bead.source, cue.start, cue.stop)
        held = Held(context, bead, evidence, cue.label)
        held = Held(context, bead, evidence, reading(held))
        target = bead_text(bead.target)
        said = [
            one
            for one in ours.places(target, *_ANSWERS[held.label])
            if not _MONTH.match(target, max(0, one.start - 2)) or title_case(target, one.start)
        ]
        said = _own(held, theirs, said)
        if _answered(held, pair, said) or _put_otherwise(held, pair) or _mends(target, ours, cue.label):
            answered.add(cue.text.lower())
            continue
        if (
            merely_named(held)
            or set_apart(held, pair)
            or only_asked(held)
            or unstated(held, pair)
            or (cue.text.lower() in answered and held.bare)
        ):
            continue  # a hedge said twice may hold for both verbs: could tell them and persuade others
        free = bool(held.links) and literal(context, bead, held.links, evidence) < _CLOSE
        told = _attributions.place(held, pair) if cue.label in _TOLD else None
        span = (
            told or culprit(held, pair) or held.place(pair) or counterpart(pair.translation, bead, evidence, held.links)
        )
        opens = any(sentence.start == evidence.start for sentence in bead.source)
        span = _stated(pair, bead, span, opens) if cue.label in _WHOLE else span
        foretold = span.text.startswith("will ") and held.foretold
        if free and cue.label in ("possible", "probable") and not foretold and not _set_apart(held, span):
            continue
        if cue.label in _HEDGED and (_HEDGED[cue.label].search(span.text) or ours.any(span.text, cue.label)):
            continue
        # "can" says little that "does" does not
        mild = cue.label == "possible" and not span.text.startswith("will")
        if mild and only_able(held):
            continue
        mild = mild or cue.text.lower().startswith("считается")  # a common belief is often told as one
        yield finding(rule, span, evidence, held.label, Severity.MINOR if mild else None)
        return


def unattributed(context: Context, pair: Pair, bead: Bead, rule: Rule) -> Iterator[Finding]:
    """Attributions between commas that are gone with whoever said so."""
    if pair.source is None:
        return
    ours, target = cues("hedges", "en"), bead_text(bead.target)
    said = [
        located(pair.translation, bead.target, cue.start, cue.stop)
        for cue in ours.places(target, *_ANSWERS["reported"], *_ANSWERS["rumoured"])
    ]
    for span in bead.source:
        tokens = context.tokens("ru", span)
        spoken = said or _attributions.quotes(target) or _mends(target, ours, "reported")
        alone = [] if spoken else [*_attributions.told_alone(tokens)]
        for first, last in (*_attributions.asides(tokens), *_attributions.rumours(tokens), *alone):
            evidence = pair.source.source.span(first.start, last.stop)
            held = Held(context, bead, evidence, "reported")
            bare = (first, last) in alone
            if said and first.text.lower() == "о":
                continue
            kept = not bare and (_attributions.aside_kept(held) or _attributions.answered(held, said))
            if held.links and not kept:
                place = _attributions.place(held, pair) or counterpart(pair.translation, bead, evidence, held.links)
                yield finding(rule, _stated(pair, bead, place), evidence, "reported")


def _stated(pair: Pair, bead: Bead, span: Span, opens: bool = False) -> Span:
    """The clause that some words stand in, if it is short: the whole of it is stated as a fact.

    `opens`: the hedge opened its sentence, and spoke of the main clause.
    """
    sentence = next((one for one in bead.target if one.start <= span.start and span.stop <= one.stop), None)
    if sentence is None:
        return span
    breaks = [match.span() for match in _BREAK.finditer(sentence.text)]
    start = max((stop for _, stop in breaks if sentence.start + stop <= span.start), default=0)
    stop = min((start for start, _ in breaks if sentence.start + start >= span.stop), default=len(sentence.text))
    clause = sentence.text[start:stop]
    if opens and start and _RELATIVE.match(clause) and stop < len(sentence.text):  # the main clause goes on behind it
        behind = (begun for begun, _ in breaks if begun > stop)
        start, stop = stop + 1, next(behind, len(sentence.text))
        clause = sentence.text[start:stop]
    if len(clause.split()) > _SHORT:
        return span
    start += len(clause) - len(clause.lstrip())
    stop = start + len(clause.strip().rstrip('.!?…"”»'))
    return pair.translation.span(sentence.start + start, sentence.start + stop)


def _mends(target: str, ours: Cues, label: str) -> bool:
    """Whether a word that is misspelt is an answer to a label."""
    known = misspellings()
    words = [known[word] for word in re.findall(r"\w+", target.lower()) if word in known]
    return bool(words) and ours.any(" ".join(words), *_ANSWERS[label])


def _own(held: Held, theirs: Cues, said: list[Cue]) -> list[Cue]:
    """Answers without "according to" and "said" where those render an attribution that the original has beside."""
    if held.label not in ("possible", "conjectured"):
        made = held.governed
        sure = made is not None and made.strength >= _PLAIN and held.stated
        if not sure or not held.evidence.text.lower().startswith("якобы"):
            return said
    own = [cue for cue in said if not _MERE.fullmatch(cue.text)]
    mere = {cue.start for cue in said} - {cue.start for cue in own}
    return own if len(mere) <= len(theirs.find(bead_text(held.bead.source), *_TOLD)) else said


def _answered(held: Held, pair: Pair, said: list[Cue]) -> bool:
    """Whether the translation has a word for the hedge."""
    if held.label not in _TOLD:
        return held.answered(pair, said)
    if said and _attributions.sayer_kept(held):
        return True
    places = [located(pair.translation, held.bead.target, cue.start, cue.stop) for cue in said]
    return _attributions.answered(held, places)


def _set_apart(held: Held, span: Span) -> bool:
    """Whether the hedge stands between commas, and what it is said of is plain even in a free translation."""
    if not held.parenthetical or literal(held.context, held.bead, held.links, held.evidence) < _LOOSE:
        return False
    made = held.governed
    return span.text.startswith("will ") or (made is not None and made.strength >= _PLAIN and held.stated)


def _future_stated(held: Held, pair: Pair) -> bool:
    """Whether what is expected has become a plain "will"."""
    place = held.place(pair)
    return place is not None and place.text.startswith("will ")


def _put_otherwise(held: Held, pair: Pair) -> bool:
    """Whether a free translation has the hedge in words of its own, or the original has none here."""
    if held.label in _TOLD:
        return _attributions.kept(held)
    if held.label == "expected":
        return not _future_stated(held, pair)
    if held.label == "possible" and held.governed is not None and not _future_stated(held, pair):
        place = held.place(pair)  # words to calm her, the thought of the plant closing: nothing is stated
        return not held.stated or (place is not None and place.text.startswith("to "))
    if held.label == "conjectured":
        return not (held.stated and held.guessed)
    if held.label not in ("planned", "promised"):
        return False
    if held.idle or held.governed is not None:
        return held.idle or not held.stated
    return held.place(pair) is None and not _IMPERSONAL.match(held.evidence.text)
