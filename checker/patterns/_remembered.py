"""What was made of some tokens, for whoever asks next about the same ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from checker.bounds import SENTENCES, make_room

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.model import Token

T = TypeVar("T")


class Remembered(Generic[T]):
    """Answers by the identity of tuples of tokens, which are held so that it is not given to others.

    A sentence's tokens are one tuple for a whole run (`Context.tokens`); to compare them costs more than most answers.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[Sequence[Token], T]] = {}

    def of(self, tokens: Sequence[Token], make: Callable[[Sequence[Token]], T]) -> T:
        """What `make` makes of the tokens; remembered for a tuple, which cannot change."""
        known = self._known.get(id(tokens))
        if known is not None and known[0] is tokens:
            return known[1]
        made = make(tokens)
        if isinstance(tokens, tuple):
            make_room(self._known, SENTENCES)
            self._known[id(tokens)] = tokens, made
        return made
