"""HED001: what the original only reports, suspects or plans, and the translation states as a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors._constructions import misreadings
from checker.detectors._cues import counterpart, readable
from checker.detectors._freedom import told_closely
from checker.detectors.hedges._approximate import approximate
from checker.detectors.hedges._facts import made_facts
from checker.detectors.hedges._kinds import finding
from checker.detectors.hedges._lost import lost, unattributed
from checker.detectors.hedges._pending import pending
from checker.detectors.hedges._steps import climbed
from checker.detectors.hedges._unreal import unreal
from checker.model import Category, Finding, Needs, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from checker.detectors.hedges._kinds import Made
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
        "in the sentence: allegedly, suspected, according to, may, is planned; a rumour needs more than somebody who "
        "was told, and a numeral behind what it counts (человек сорок) an about. "
        "Critical where somebody is accused of something; так называемый is minor, and quotation marks or a capital "
        "answer it, as a planned sum or date (предполагаемая сумма) is. "
        "Any word of attribution, suspicion, possibility or intention counts as a counterpart unless it stands for "
        "another word of the original, or, of possibilities and plans, far from the verb that is hedged; a word of "
        "saying that renders another one attributes nothing. Silent where those whose view it is still stand in the "
        "translation (critics found it dull for по мнению критиков), "
        "and where a verb of planning is another verb (собираться у фонтана). A single verb can make a fact of it too: "
        "has proved for утверждает, have been fined for грозит штраф, accused for подозревают, established that for "
        "устанавливает, был ли. So can a deed told as done that is only tried, wanted, proposed or feared (has sold "
        "for хочет продать), a word that says more (forced for рекомендовал, law for законопроект), and a condition "
        "that is none any more (once for если). In an article that is translated freely throughout, only critical "
        "findings are told."
    ),
)

_STEP_CONFIDENCE = 0.75


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
        found = (one for bead in alignment.beads if readable(bead) for one in self._found(pair, bead))
        yield from told_closely(self.context, pair, found)

    def _found(self, pair: Pair, bead: Bead) -> Iterator[Finding]:
        """What is reported of a bead."""
        yield from self._bead(pair, bead) or self._facts(pair, bead)
        yield from self._made(pair, bead, approximate)

    def _bead(self, pair: Pair, bead: Bead) -> list[Finding]:
        """What is lost, by the surest way in which it shows: a sentence is told once."""
        misread = [*misreadings(self.context, pair, bead, LOST)]
        # A graver one with the words that it has become names what a lost hedge would only surround.
        if not any(shown and one.severity > Severity.MINOR for one, shown in misread):
            found = [*lost(self.context, pair, bead, LOST)]
            if found:
                return found
        return [one for one, _ in misread]

    def _facts(self, pair: Pair, bead: Bead) -> list[Finding]:
        """What has become a fact without a hedge's being lost."""
        return (
            self._made(pair, bead, made_facts)[:1]
            or [*unattributed(self.context, pair, bead, LOST)][:1]
            or self._made(pair, bead, pending)
            or [*self._climbed(pair, bead)]
            or self._made(pair, bead, unreal)[:1]
        )

    def _made(self, pair: Pair, bead: Bead, family: Callable[[Context, Bead], Iterable[Made]]) -> list[Finding]:
        """Findings for what a family of looks says that a fact was made of."""
        if pair.source is None:
            return []
        found = []
        for made in family(self.context, bead):
            evidence = pair.source.source.span(made.said[0].start, made.said[1].stop)
            if made.fact is not None:
                span = pair.translation.span(made.fact[0].start, made.fact[1].stop)
            else:
                span = counterpart(pair.translation, bead, evidence, self.context.links(bead, "ru", "en"))
            found.append(finding(LOST, span, evidence, made.label, made.severity))
        return found

    def _climbed(self, pair: Pair, bead: Bead) -> Iterator[Finding]:
        """Words that say more than those of the original: know for fear, order for recommend."""
        if pair.source is None:
            return
        for said, word, step in climbed(self.context, bead):
            evidence = pair.source.source.span(said.start, said.stop)
            message = f'"{word.text}" says more than «{said.text}» of the original'
            span = pair.translation.span(word.start, word.stop)
            yield Finding(LOST, span, message, step.severity, _STEP_CONFIDENCE, evidence, step.advice)


def detector(context: Context) -> Hedges:
    """The family of hedges."""
    return Hedges(context)
