"""Likelihood: how probable a translation model finds the translation given the original, and the other way round.

Forced decoding: the model does not translate, it is asked for the probability of every token of the given translation.
A word that nothing in the original calls for is improbable; a word of the original that cannot be got back from the
translation was probably lost. The idea is Prism's (Thompson and Post 2020, arXiv:2004.14564), with a bilingual model.
The model's own way of putting things is probable too, so a free translation scores below a literal one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.models.checkpoint import Checkpoint
from checker.models.seq2seq import Seq2Seq
from checker.scorers import _tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Bead, Finding, Pair, Score

_SAID = "improbable after the original"
_SAID_REVERSE = "of the original, hardly to be guessed from the translation"


@dataclass(frozen=True)
class _Named:
    """A model's name, which may hold {source} and {target}, and its revision."""

    name: str
    revision: str | None


@dataclass(frozen=True)
class Likelihood:
    """Scores `likelihood` (translation given original) and, with a second model, `likelihood_reverse`."""

    forward: _Named
    reverse: _Named | None
    device: str
    _made: dict[tuple[_Named, str, str], Seq2Seq] = field(default_factory=dict)

    def score(self, pair: Pair, findings: Sequence[Finding]) -> tuple[Score, ...]:
        """One or two scores; none without an original. Beads with an empty side have no value."""
        if pair.source is None:
            return ()
        langs = pair.source.source.lang, pair.translation.lang
        scores = [self._scored("likelihood", self._model(self.forward, *langs), pair.beads, _SAID)]
        if self.reverse:
            model = self._model(self.reverse, *reversed(langs))
            scores.append(self._scored("likelihood_reverse", model, pair.beads, _SAID_REVERSE))
        return tuple(scores)

    def _model(self, named: _Named, source: str, target: str) -> Seq2Seq:
        """The model of a direction; in names, {source} and {target} stand for what it reads and writes."""
        key = (named, source, target)
        if key not in self._made:
            name = named.name.replace("{source}", source).replace("{target}", target)
            checkpoint = Checkpoint("scorer likelihood", name, named.revision, self.device)
            self._made[key] = Seq2Seq(checkpoint, source, target)
        return self._made[key]

    def _scored(self, metric: str, model: Seq2Seq, beads: Sequence[Bead], said: str) -> Score:
        both = [index for index, bead in enumerate(beads) if bead.source and bead.target]
        sides = [(_tokens.text(beads[index].source), _tokens.text(beads[index].target)) for index in both]
        if metric == "likelihood_reverse":
            sides = [(right, left) for left, right in sides]
        found = dict(zip(both, model.likelihoods(sides), strict=True))
        direction = f"{model.source_lang}-{model.target_lang}"
        signature = f"{metric}|model:{model.checkpoint.identity}|direction:{direction}|{model.checkpoint.settings}"
        return _tokens.scored(metric, [found.get(index) for index in range(len(beads))], signature, said)


def scorer(
    context: object,
    model: str = "",
    reverse: str = "",
    revision: str | None = None,
    reverse_revision: str | None = None,
    device: str = "auto",
) -> Likelihood:
    """Models by folder or hub id: `model` from the original's language, `reverse` into it ("" for none)."""
    del context
    forward = _Named(_tokens.named("likelihood", model, "Helsinki-NLP/opus-mt-{source}-{target}"), revision)
    return Likelihood(forward, _Named(reverse, reverse_revision) if reverse else None, device)
