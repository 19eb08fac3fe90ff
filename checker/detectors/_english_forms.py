"""What an English word may stand in a table of the knowledge as."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.model import Token

_OWN = frozenset({
    "arms", "better", "customs", "damages", "forces", "goods", "grounds", "later", "lower", "means", "minutes",
    "proceeds", "quarters", "remains", "spirits", "stranger", "talks", "works",
})  # fmt: skip
"""Forms that are words of their own: a stranger is nothing more strange."""


def forms(token: Token) -> tuple[str, str]:
    """A word's dictionary form, and the word as it is, in lower case."""
    form = token.text.lower()
    return (form, form) if form in _OWN else (token.lemma, form)
