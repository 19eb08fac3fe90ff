"""Scores of token models: from log probabilities a bead's value, the article's, and what is said of weak words."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING

from checker.errors import SettingsError
from checker.model import Score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Span
    from checker.models.words import Judged


def scored(metric: str, judged: Sequence[Judged | None], signature: str, said: str) -> Score:
    """A score of 0-100: 100 x the geometric mean of the tokens' probabilities, per bead and over the article.

    Statistics are the sum of the log probabilities and the number of tokens: they add up over articles.
    """
    counted = [one for one in judged if one is not None]
    total, tokens = sum(one.total for one in counted), sum(one.tokens for one in counted)
    return Score(
        metric,
        100 * exp(total / tokens) if tokens else None,
        tuple(None if one is None or not one.tokens else one.value for one in judged),
        signature,
        (total, float(tokens)),
        reasons=tuple(_reasons(one, said) for one in judged),
    )


def _reasons(judged: Judged | None, said: str) -> tuple[str, ...]:
    if judged is None or not judged.unlikely:
        return ()
    named = ", ".join(f"“{word.text}” ({100 * exp(word.log_probability):.2g} %)" for word in judged.unlikely)
    return (f"{said}: {named}",)


def text(spans: Sequence[Span]) -> str:
    """The sentences of a side as one text, white space folded."""
    return " ".join(" ".join(span.text.split()) for span in spans)


def named(part: str, model: str, example: str) -> str:
    """The model that was named. Raises SettingsError where none was: nothing is downloaded unasked."""
    if not model:
        raise SettingsError(
            f"scorer {part} needs a model (a folder or a hub id), for example "
            f'[tool.checker.parts.scorers.{part}] model = "{example}"'
        )
    return model
