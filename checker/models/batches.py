"""Batches of like length, and texts cut so that they fit a model: nothing is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Texts = tuple[str, ...]


def by_length(lengths: Sequence[int], tokens: int, rows: int = 10_000) -> Iterator[list[int]]:
    """Numbers of texts, longest first, in batches of at most `tokens` tokens (padding counted) and `rows` texts.

    The longest come first, so that a batch that does not fit into memory fails at once.
    """
    batch: list[int] = []
    for number in sorted(range(len(lengths)), key=lambda k: (-lengths[k], k)):
        full = len(batch) >= rows or (len(batch) + 1) * (lengths[batch[0]] if batch else 0) > tokens
        if batch and full:
            yield batch
            batch = []
        batch.append(number)
    if batch:
        yield batch


def cut(text: str, count: int) -> Texts:
    """A text in `count` parts of like length, between words; a text of fewer words is cut inside them."""
    words = text.split()
    if len(words) < count:
        size = max(1, -(-len(text) // count))
        parts = [text[start : start + size] for start in range(0, len(text), size)]
        return (*parts, *("",) * (count - len(parts)))
    total, seen = sum(map(len, words)), 0
    groups: list[list[str]] = [[] for _ in range(count)]
    for index, word in enumerate(words):
        # No part stays empty: the words that are left must reach for the parts that are left.
        wanted = min(count - 1, int(count * (seen + len(word) / 2) / max(1, total)))
        last = next((k for k in range(count - 1, -1, -1) if groups[k]), -1)
        lowest = max(last, count - (len(words) - index), 0)
        groups[min(max(wanted, lowest), last + 1)].append(word)
        seen += len(word)
    return tuple(" ".join(group) for group in groups)


def fitted(texts: Texts, fits: Callable[[Texts], bool]) -> tuple[Texts, ...]:
    """Texts that belong together (the sides of a bead), all cut into as few parts as `fits` allows.

    The parts of the sides go together by their place: the second of one with the second of the other.
    """
    longest = max(map(len, texts), default=0)
    count = 1
    rows: tuple[Texts, ...] = (texts,)
    while not all(map(fits, rows)) and count < longest:
        count += max(1, count // 4)
        rows = tuple(zip(*(cut(text, count) for text in texts), strict=True))
    return rows
