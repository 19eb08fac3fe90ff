"""How much a process remembers of what it has read.

A word comes again within some articles, and every detector asks about the same sentences. What is remembered is full
after some dozens of articles, and stays so: a run over millions takes no more memory than one over a hundred.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import MutableMapping

WORDS = 6_144
"""Words of which an answer is remembered. With 16,384 an article is checked no faster, and memory grows for hundreds
of articles (`python -m benchmarks.scale memory`)."""
SENTENCES = 2_000
"""Sentences, beads or other short texts of which an answer is remembered: some articles' worth."""


def make_room(known: MutableMapping[Any, Any], bound: int, coming: int = 1) -> None:
    """Drop the oldest entries of a memory until as many as come fit.

    One that is emptied when it is full takes now much and now little: with dozens of them the peak of a long run grows
    for thousands of articles, until all happen to be full at once.
    """
    with suppress(RuntimeError, StopIteration):  # another thread changes it: then that one makes room
        while known and len(known) + coming > bound:
            known.pop(next(iter(known)), None)
