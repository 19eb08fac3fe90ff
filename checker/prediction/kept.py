"""Predictions by content, kept between runs: a bead that has not changed is not judged again."""

from __future__ import annotations

import json
from dataclasses import asdict
from itertools import chain
from typing import TYPE_CHECKING

from checker.prediction.words import Doubt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model import Bead
    from checker.prediction import Prediction
    from checker.protocols import Context


def recalled(context: Context, beads: Sequence[Bead], langs: tuple[str, str]) -> dict[Bead, Prediction]:
    """What is kept of some beads; their numbers have the bits that they were made with."""
    memory = context.memory
    if memory is None:
        return {}
    keys = {bead: memory.key("prediction", *langs, *bead.content) for bead in beads}
    found = memory.store.get(list(keys.values()))
    return {bead: _unpacked(context, bead, langs[1], found[key]) for bead, key in keys.items() if key in found}


def keep(context: Context, made: Mapping[Bead, Prediction], langs: tuple[str, str]) -> None:
    """Keep the predictions of beads."""
    memory = context.memory
    if memory is not None and made:
        memory.store.put({memory.key("prediction", *langs, *bead.content): _packed(one) for bead, one in made.items()})


def _packed(prediction: Prediction) -> bytes:
    values = [asdict(prediction.estimate), prediction.lost, prediction.clumsy]
    return json.dumps(values, separators=(",", ":")).encode("ascii")


def _unpacked(context: Context, bead: Bead, lang: str, data: bytes) -> Prediction:
    from checker.prediction import Prediction
    from checker.prediction.model import Estimate

    values, lost, clumsy = json.loads(data)
    changed = tuple(values.pop("changed"))
    estimate = Estimate(changed=changed, **values)
    tokens = chain.from_iterable(context.tokens(lang, span) for span in bead.target)
    return Prediction(estimate, tuple(lost), tuple(clumsy), tuple(map(Doubt, tokens, changed)))
