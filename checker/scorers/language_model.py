"""Language model: how probable the translation is as a text of its language, whatever the original says.

Garbled phrases, wrong prepositions and words that do not go together are improbable; so are rare names. The value is
for comparing sentences and versions under one model: figures of two models have nothing to do with each other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.errors import SettingsError
from checker.models.checkpoint import Checkpoint
from checker.models.language_model import FAMILIES, LanguageModel
from checker.scorers import _tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Finding, Pair, Score

_SAID = "improbable in this place"


@dataclass(frozen=True)
class Fluent:
    """The score `language_model`, of the translation alone."""

    model: LanguageModel

    def score(self, pair: Pair, findings: Sequence[Finding]) -> tuple[Score, ...]:
        """One score; a bead without a translation has no value."""
        beads = pair.beads
        written = [index for index, bead in enumerate(beads) if bead.target]
        judged = self.model.judge([_tokens.text(beads[index].target) for index in written])
        found = dict(zip(written, judged, strict=True))
        checkpoint = self.model.checkpoint
        family = "masked, within words from the left" if self.model.masked else "causal"
        signature = f"language_model|model:{checkpoint.identity}|family:{family}|{checkpoint.settings}"
        rows = [found.get(index) for index in range(len(beads))]
        return (_tokens.scored("language_model", rows, signature, _SAID),)


def scorer(
    context: object, model: str = "", revision: str | None = None, device: str = "auto", family: str = "auto"
) -> Fluent:
    """A masked or causal model by folder or hub id; `family` is auto (as its config says), masked or causal."""
    del context
    if family not in FAMILIES:
        raise SettingsError(f'scorer language_model: family "{family}" is not one of {", ".join(FAMILIES)}')
    name = _tokens.named("language_model", model, "openai-community/gpt2")
    return Fluent(LanguageModel(Checkpoint("scorer language_model", name, revision, device), family))
