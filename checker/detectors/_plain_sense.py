"""When an idiom is none: its words stand beside things that make them mean what they say, a nose with glasses on it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.model import Token

_STEM = 3
"""Letters by which a word of an idiom is known in its other forms."""


@cache
def _beside(lang: str) -> Mapping[str, frozenset[str]]:
    """Of a word that idioms are made of, the words beside which it means what it says."""
    found: dict[str, set[str]] = {}
    for row in data.rows("plain_sense"):
        if row["lang"] == lang:
            for word in row["words"].split():
                found.setdefault(word, set()).update(row["beside"].split())
    return {word: frozenset(words) for word, words in found.items()}


def meant_plainly(lang: str, idiom: Sequence[Token], sentence: Iterable[Token], wording: str = "") -> bool:
    """Whether some tokens of a sentence that might be an idiom are meant as they stand, by the others around them.

    What the idiom's own `wording` has more of, in any form, says nothing.
    """
    table = _beside(lang)
    lemmas = [plain(token.lemma) for token in idiom]
    cues = frozenset().union(*(table[lemma] for lemma in lemmas if lemma in table))
    if not cues:
        return False
    own = {plain(word)[:_STEM] for word in re.findall(r"\w+", wording)}
    places = {token.start for token in idiom}
    beside = (plain(token.lemma) for token in sentence if token.start not in places)
    return any(lemma in cues and lemma[:_STEM] not in own for lemma in beside)
