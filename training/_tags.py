"""Which tokens a post-editor changed: the tags of MLQE-PE, which are of its own tokens, for ours."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import numpy as np

from training._sets import lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from training._sets import Judged, Tokens

    Texts = Sequence[str]


def wrong(judged: Judged, side: int, tokens: Tokens) -> np.ndarray:
    """For each of our tokens whether any part of it is tagged BAD; side 0 is the source, 1 the translation."""
    owned = np.split(owners(judged, side, tokens), np.cumsum(tokens.sizes)[:-1])
    pairs = zip(tagged(judged, side), owned, strict=True)
    return np.concatenate([[tags[first : last + 1].any() for first, last in rows] for tags, rows in pairs])


def tagged(judged: Judged, side: int) -> list[np.ndarray]:
    """For every sentence which of the set's own tokens are BAD."""
    rows = [line.split() for line in lines(judged.split / ("source_tags", "tags")[side])]
    return [np.array(row if side == 0 else row[1::2]) == "BAD" for row in rows]


def owners(judged: Judged, side: int, tokens: Tokens) -> np.ndarray:
    """For each of our tokens the first and the last token of the set that it shares letters with; shape (tokens, 2).

    The set's tokens are the raw text's but for spaces, so that letters are counted.
    """
    made = []
    starts = np.concatenate([[0], np.cumsum(tokens.sizes)])
    for number, line in enumerate(lines(judged.split / ("src", "mt")[side])):
        letters = np.cumsum([0, *(not (char.isspace() or char == "\ufeff") for char in judged.pairs[number][side])])
        ends = np.cumsum([len(word.replace("\ufeff", "")) for word in line.split()])
        for start, stop in tokens.places[starts[number] : starts[number + 1]]:
            first, last = letters[start], max(letters[start], letters[stop] - 1)
            made.append(np.searchsorted(ends, (first, last), side="right"))
    return np.minimum(np.array(made), np.repeat([len(r) - 1 for r in tagged(judged, side)], tokens.sizes)[:, None])


def carried(before: Tokens, after: Tokens, texts: tuple[Texts, Texts], wrong: np.ndarray) -> np.ndarray:
    """For tokens of spoiled texts: whether they are new, or wrong already before; `texts` are before and after."""
    made = []
    starts = [np.concatenate([[0], np.cumsum(tokens.sizes)]) for tokens in (before, after)]
    for number, (text, spoiled) in enumerate(zip(*texts, strict=True)):
        rows = [slice(one[number], one[number + 1]) for one in starts]
        old = [text[start:stop] for start, stop in before.places[rows[0]]]
        new = [spoiled[start:stop] for start, stop in after.places[rows[1]]]
        labels = np.ones(len(new), bool)
        for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
            labels[block.b : block.b + block.size] = wrong[rows[0]][block.a : block.a + block.size]
        made.append(labels)
    return np.concatenate(made)
