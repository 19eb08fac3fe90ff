"""The predicted human judgement of a bead, shared by the scores and by the rule that points at the worst beads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from checker import plugins
from checker.bounds import SENTENCES, make_room
from checker.prediction.kept import keep, recalled
from checker.prediction.reasons import adequacy_reasons, fluency_reasons
from checker.prediction.words import Doubt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Bead, Pair, Span
    from checker.prediction.model import Estimate
    from checker.prediction.observed import Observed
    from checker.protocols import Context, Encoder

FITTED_ON = "embedded"


@dataclass(frozen=True, slots=True)
class Prediction:
    """What is predicted of a bead with two sides, with the reasons in words."""

    estimate: Estimate
    lost: tuple[str, ...]
    """What speaks against its meaning being carried."""
    clumsy: tuple[str, ...]
    """What speaks against its English."""
    doubts: tuple[Doubt, ...]
    """Every token of the translation, and how probably it would be changed."""


_MADE: WeakKeyDictionary[Encoder, dict[tuple[Bead, str, str], Prediction]] = WeakKeyDictionary()


def predictions(context: Context, pair: Pair) -> tuple[Prediction | None, ...]:
    """Parallel to ``pair.beads``; None for a bead with an empty side, and for all in a run without an encoder."""
    made = predict(context, pair, pair.beads)
    return _together([made.get(bead) for bead in pair.beads])


def predict(context: Context, pair: Pair, beads: Sequence[Bead]) -> dict[Bead, Prediction]:
    """The predictions of those of some beads of a pair that have two sides, each by itself; they are remembered."""
    context = fitted(context)
    alignment, encoder = pair.compared, context.encoder()
    if alignment is None or encoder is None:
        return {}
    langs = alignment.source.lang, alignment.target.lang
    kept = _MADE.setdefault(encoder, {})
    asked = {bead: kept.get((bead, *langs)) for bead in beads if bead.source and bead.target}
    new = [bead for bead, one in asked.items() if one is None]
    known = recalled(context, new, langs)
    made = _made(context, langs, [bead for bead in new if bead not in known])
    keep(context, made, langs)
    make_room(kept, SENTENCES, len(new))
    kept.update(((bead, *langs), one) for bead, one in (known | made).items())
    return {bead: one for bead, one in asked.items() if one} | known | made


def _together(made: Sequence[Prediction | None]) -> tuple[Prediction | None, ...]:
    """The beads' predictions in the light of the article's: how free its translator is."""
    from checker.prediction.model import load

    estimates = iter(load().among([one.estimate for one in made if one]))
    return tuple(replace(one, estimate=next(estimates)) if one else None for one in made)


def fitted(context: Context) -> Context:
    """The context with the encoder that weights were fitted on: they mean nothing for another's vectors."""
    encoder = context.encoder()
    return context if encoder is None or encoder.name == FITTED_ON else replace(context, encoder=_own_encoder)


@cache
def _own_encoder() -> Encoder:
    made: Encoder = plugins.load("encoders", FITTED_ON, None)
    return made


def _made(context: Context, langs: tuple[str, str], beads: Sequence[Bead]) -> dict[Bead, Prediction]:
    from checker.prediction.model import TOGETHER, load
    from checker.prediction.observed import observe

    made = {}
    # What is seen of a bead takes two kilobytes a word: no more than some beads of it at a time.
    for first in range(0, len(beads), TOGETHER):
        some = beads[first : first + TOGETHER]
        seen = tuple(observe(context, some, langs))
        for bead, one, estimate in zip(some, seen, load().estimates(seen), strict=True):
            made[bead] = _prediction(one, estimate)
    return made


def _prediction(seen: Observed, estimate: Estimate) -> Prediction:
    doubts = tuple(map(Doubt, seen.target.tokens, estimate.changed))
    return Prediction(estimate, adequacy_reasons(seen), fluency_reasons(seen.target), doubts)


def english_alone(context: Context, lang: str, spans: Sequence[Span]) -> tuple[float, tuple[str, ...]]:
    """Fluency in 0-100 and its reasons from the translation alone; needs no encoder."""
    from checker.prediction.model import load
    from checker.prediction.observed import alone

    seen = alone(context, lang, spans)
    return load().fluency(seen), fluency_reasons(seen.target)


def model_signature() -> str:
    """Version of the model, and what it was learned on."""
    from checker.prediction.model import load

    return load().signature
