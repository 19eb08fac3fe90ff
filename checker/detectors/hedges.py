"""HED001: what the original only reports, suspects or plans, and the translation states as a fact."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._constructions import misread
from checker.detectors._cues import bead_text, counterpart, cues, literal, located, readable
from checker.detectors._held import Held
from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.detectors._cues import Cues
    from checker.model import Bead, Pair
    from checker.protocols import Context

LOST = Rule(
    code="HED001",
    name="hedge-lost",
    category=Category.ACCURACY,
    severity=Severity.MAJOR,
    summary="The original only reports, suspects or plans something; the translation states it as a fact.",
    bad="and her accomplice (предполагаемый сообщник)",
    good="and her alleged accomplice",
    needs=Needs.SOURCE,
    explanation=(
        "Words such as якобы, предположительно, подозреваемый, по версии следствия, по данным, может, намечен "
        "need a counterpart "
        "in the sentence: allegedly, suspected, according to, may, is planned. Critical where somebody is accused "
        "of something. "
        "Any word of attribution, suspicion, possibility or intention counts as a counterpart unless it stands for "
        "another word of the original, or, of possibilities and plans, far from the verb that is hedged."
    ),
)

_ANSWERS = {
    "alleged": ("alleged",),
    "suspected": ("suspected", "alleged"),
    "accused": ("accused", "alleged"),
    "checked": ("checked", "alleged"),
    "reported": ("reported", "alleged", "accused"),
    "probable": ("probable", "alleged"),
    "possible": ("possible", "probable", "alleged"),
    "planned": ("planned", "alleged"),
    "scheduled": ("scheduled",),
    "promised": ("promised",),
}
"""Labels of the translation that answer a label of the original."""

_MONTH = re.compile(r"[\w,] May\b")
"""Inside a sentence, a capital tells the month from the verb."""
_LIKELY = re.compile(r"\b(?:likely|probably|possibly|perhaps)\b")
_FIRM = 0.85
"""Strength of the link of a predicate that a "will" stands before: the may was there to be seen."""
_CLOSE = 0.72
"""Literalness from which the lack of a may or a probably means anything; people put them otherwise."""

_SEVERITY = {
    "alleged": Severity.CRITICAL,
    "suspected": Severity.CRITICAL,
    "accused": Severity.CRITICAL,
    "checked": Severity.CRITICAL,
    "reported": Severity.MAJOR,
    "probable": Severity.MAJOR,
    "possible": Severity.MAJOR,
    "planned": Severity.MINOR,
    "scheduled": Severity.MINOR,
    "promised": Severity.MINOR,
}
_CONFIDENCE = {
    "alleged": 0.85,
    "suspected": 0.85,
    "accused": 0.85,
    "checked": 0.8,
    "reported": 0.8,
    "probable": 0.7,
    "possible": 0.7,
    "planned": 0.6,
    "scheduled": 0.6,
    "promised": 0.6,
}
_ADVICE = {
    "alleged": "(allegedly, alleged, suspected)",
    "suspected": "(suspected, on suspicion of)",
    "accused": "(investigators allege, according to prosecutors)",
    "checked": "(whether ... is being checked)",
    "reported": "(according to ..., ... said)",
    "probable": "(probably, apparently, may)",
    "possible": "(may, might, possibly)",
    "planned": "(plans to, intends to, is expected to)",
    "scheduled": "(is planned, is scheduled)",
    "promised": "(promises to, has pledged to)",
}


class Hedges:
    """Looks for a counterpart of every hedge of the original in its bead."""

    rules = (LOST,)

    def __init__(self, context: Context) -> None:
        self.context = context

    def detect(self, pair: Pair) -> Iterator[Finding]:
        """Findings of an article."""
        alignment = pair.source
        if alignment is None or (alignment.source.lang, alignment.target.lang) != ("ru", "en"):
            return
        theirs, ours = cues("hedges", "ru"), cues("hedges", "en")
        for bead in alignment.beads:
            if readable(bead):
                found = [*self._bead(pair, bead, (theirs, ours))] or [*misread(self.context, pair, bead, LOST)]
                yield from found

    def _bead(self, pair: Pair, bead: Bead, sides: tuple[Cues, Cues]) -> Iterator[Finding]:
        """One finding at most: a sentence that has lost its hedges is told once."""
        if pair.source is None:
            return
        for cue in sides[0].find(bead_text(bead.source), *_ANSWERS):
            evidence = located(pair.source.source, bead.source, cue.start, cue.stop)
            held = Held(self.context, bead, evidence, cue.label)
            target = bead_text(bead.target)
            said = [
                one
                for one in sides[1].places(target, *_ANSWERS[cue.label])
                if not _MONTH.match(target, max(0, one.start - 2))
            ]
            if held.answered(pair, said):
                continue
            free = bool(held.links) and literal(self.context, bead, held.links, evidence) < _CLOSE
            span = held.place(pair) or counterpart(pair.translation, bead, evidence, held.links)
            foretold = held.governed is not None and held.governed.strength >= _FIRM and span.text.startswith("will ")
            if free and cue.label in ("possible", "probable") and not foretold:
                continue
            if cue.label == "possible" and _LIKELY.search(span.text):
                continue
            mild = cue.label == "possible" and not span.text.startswith(
                "will"
            )  # "can" says little that "does" does not
            yield Finding(
                LOST,
                span,
                f"«{evidence.text}» has no counterpart: what the original only {_VERB[cue.label]} is stated as a fact",
                Severity.MINOR if mild else _SEVERITY[cue.label],
                _CONFIDENCE[cue.label],
                evidence,
                _ADVICE[cue.label],
            )
            return


_VERB = {
    "alleged": "alleges",
    "suspected": "suspects",
    "accused": "alleges",
    "checked": "examines",
    "reported": "reports",
    "probable": "thinks likely",
    "possible": "thinks possible",
    "planned": "intends",
    "scheduled": "plans",
    "promised": "promises",
}


def detector(context: Context) -> Hedges:
    """The family of hedges."""
    return Hedges(context)
