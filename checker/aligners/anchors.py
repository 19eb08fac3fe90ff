"""What two texts share to the letter: numbers, names by their transliteration, words in Latin script.

No dictionary: a capitalised word stands for the first four letters of its rough Latin spelling, in which the usual
transliterations fall together (Zelensky, Selenskyj, Зеленский: "sele"), a number for its digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from checker.bounds import WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

COMMON = 12
"""An anchor that stands in more sentences of a side is no anchor."""

_WORD = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})*|[^\W\d_]{3,}")
_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
        "a b v g d e e zh z i i k l m n o p r s t u f h c c s s - i - e u a i i e g u".split(),  # noqa: SIM905
        strict=True,
    )
)
_SPELLINGS = (
    "tsch:c shch:s sch:s tch:c zh:z kh:h ch:c sh:s ts:c ph:f th:t ck:k qu:kv ya:a yu:u yo:e ye:e ia:a iu:u",
    "j:i y:i w:v x:ks q:k z:s g:h c:k -:",
)
"""Latin spellings that transliterations differ in; longer ones first, so that "shch" is not read as "sh" and "ch"."""
_FOLDS = tuple(tuple(pair.split(":")) for line in _SPELLINGS for pair in line.split())


@lru_cache(WORDS)
def _key(word: str) -> str:
    """What a name is recognised by in another script; "" for a script that is neither Latin nor Cyrillic."""
    plain = "".join(_CYRILLIC.get(letter, letter) for letter in word.lower())
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    if not plain.replace("-", "").isascii():
        return ""
    for old, new in _FOLDS:
        plain = plain.replace(old, new)
    return re.sub(r"(.)\1", r"\1", plain)[:4]


def anchors(sentence: str) -> frozenset[str]:
    """The anchors of a sentence."""
    found = set()
    for match in _WORD.finditer(sentence):
        word = match.group()
        if word[0].isdigit():
            found.add("".join(filter(str.isdigit, word)))
        elif word[0].isupper():
            found.add(_key(word))
    return frozenset(found - {""})


def shared(source: Sequence[str], target: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64], Floats]:
    """Pairs of sentences with a rare anchor in common: source index, target index, and how much they share.

    An anchor that k sentences of a side have counts 1/k there, so that a hero's name in a novel weighs little.
    """
    sides = []
    for texts in (source, target):
        places: defaultdict[str, list[int]] = defaultdict(list)
        for index, text in enumerate(texts):
            for anchor in anchors(text):
                places[anchor].append(index)
        sides.append(places)
    pairs: defaultdict[tuple[int, int], float] = defaultdict(float)
    for anchor in sorted(sides[0].keys() & sides[1].keys()):
        ours, theirs = sides[0][anchor], sides[1][anchor]
        if max(len(ours), len(theirs)) <= COMMON:
            weight = 1.0 / max(len(ours), len(theirs)) ** 0.5
            for i in ours:
                for j in theirs:
                    pairs[i, j] += weight
    keys = np.array(list(pairs), dtype=np.int64).reshape(-1, 2)
    return keys[:, 0], keys[:, 1], np.array(list(pairs.values()), dtype=np.float32)
