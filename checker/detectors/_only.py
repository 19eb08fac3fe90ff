"""Where только and лишь restrict what follows them: only three countries, not "he only smiled"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._negation_words import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Span, Token

_NAMED = frozenset({"NOUN", "ADJF", "NUMR", "PRTF"})
_LOOSE = frozenset({"VERB", "INFN", "GRND", "PRTS", "ADJS", "ADVB", "CONJ", "PRCL", "NPRO", "PRED", "COMP"})
"""Words before which только is "merely", "but" or "no sooner than"."""
_EXCUSED = re.compile(
    r"\b(?:but|at (?:the )?(?:most|least)|no(?:t|thing|body|ne|where)?|ever|exclusive\w*|very|all|so much|alone|just"
    r"|until|when|far|still|as yet|however|though)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words of the translation by which it may restrict in its own way."""
_PREFIXED = re.compile(r"\s{1,2}((?:un|in|im|ir|il|dis)\w{4,})", re.IGNORECASE)


def restricts(tokens: Sequence[Token], only: Span) -> bool:
    """Whether a noun, a numeral or a preposition with one follows right behind только, in the same clause."""
    after = [token for token in tokens if token.start >= only.stop][:2]
    before = next((token for token in reversed(tokens) if token.start < only.start), None)
    if not after or after[0].kind == "mark":
        return False
    if after[0].kind == "number":
        return True
    if before is not None and before.kind == "mark" and "NUMR" not in after[0].tags:
        return False  # only in the sense of but: было тихо, только ветер шумел
    if "PREP" in after[0].tags:
        after = after[1:]
    return bool(after) and (after[0].kind == "number" or bool(after[0].tags & _NAMED and not after[0].tags & _LOOSE))


def excused(translation: str) -> bool:
    """Whether the translation has a word that may say as much as "only"."""
    return _EXCUSED.search(translation) is not None


def unlike(after: str) -> bool:
    """Whether a word that denies by its prefix follows: "more unlike" for менее похожи."""
    word = _PREFIXED.match(after)
    return word is not None and (
        word[1].lower() == "unlike" or not word[1].lower().startswith(tuple(words("no prefix")))
    )
