"""What drags a bead down, in an editor's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import extent
from checker.prediction.english import doubled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.prediction.observed import Observed, Side, Word

UNSUPPORTED = 0.1
"""Support below which words are named, two at least; one alone only below `_SURE`."""
_SURE = 0.03
_CONTENT = 5.0
"""Zipf frequency from which a word is too common to be missed."""
_NAMED = 4
_FAR = 0.45
"""Cosine below which two sides hardly say the same."""
_COUNTS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def adequacy_reasons(seen: Observed) -> tuple[str, ...]:
    """Why the meaning may not be carried; () where nothing speaks against it."""
    reasons = []
    for words, where, other in (
        (seen.source.words, "of the original", "in the translation"),
        (seen.target.words, "of the translation", "in the original"),
    ):
        missing = _missing(words)
        if missing:
            noun, verb = ("word", "has") if len(missing) == 1 else ("words", "have")
            head = f"{_count(len(missing))} content {noun} {where} {verb} no counterpart {other}"
            reasons.append(f"{head}: {_named(missing)}")
    if seen.cosine < _FAR:
        reasons.append(f"the two sides are far apart in meaning (similarity {round(100 * seen.cosine)})")
    length, made = extent(seen.source.text), extent(seen.target.text)
    if max(length, made) > 40 and not 0.6 * length <= made <= 1.8 * length:
        more = "shorter" if made < length else "longer"
        reasons.append(f"the translation is much {more} than the original ({_sizes(seen)})")
    return tuple(reasons)


def _sizes(seen: Observed) -> str:
    """The characters of both sides; what is usual, where those of one side say more each than those of the other."""
    texts = seen.target.text, seen.source.text
    made, given = (len(text) for text in texts)
    usual = round(extent(texts[1]) * made / extent(texts[0])) if made else given
    said = f"{made} characters for {given}"
    return said if usual == given else f"{said}, where {usual} are usual"


def fluency_reasons(side: Side) -> tuple[str, ...]:
    """Why the English may be bad; () where nothing speaks against it."""
    reasons = []
    words = [word.token.text for word in side.words if word.token.kind == "word"]
    unknown = [word for word in side.words if _unknown(word)]
    if unknown:
        reasons.append(f"not known as English: {_named(unknown)}")
    twice = doubled(words)
    if twice:
        reasons.append(f"a word stands twice: {', '.join(twice[:_NAMED])}")
    return tuple(reasons)


def _missing(words: Sequence[Word]) -> list[Word]:
    """Words without a counterpart; one that the encoder merely does not know is no sign."""
    content = [word for word in words if word.zipf < _CONTENT and len(word.token.text) > 2]
    found = [word for word in content if 0 <= word.support < UNSUPPORTED]
    return found if len(found) > 1 else [word for word in found if word.support < _SURE]


def _unknown(word: Word) -> bool:
    text = word.token.text
    return word.token.kind == "word" and word.zipf == 0 and text.islower() and text.isalpha() and len(text) > 2


def _count(number: int) -> str:
    return _COUNTS[number] if number < len(_COUNTS) else str(number)


def _named(words: Sequence[Word]) -> str:
    named = ", ".join(word.token.text for word in words[:_NAMED])
    return f"{named}, ..." if len(words) > _NAMED else named
