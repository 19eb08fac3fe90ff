"""Ways of English to deny without a negative word: who wants to pay, he could have signed, read it before you sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import cues

if TYPE_CHECKING:
    from checker.model import Token

_QUESTION = re.compile(
    r"\b(?:who|what|why|how|where|which|is|are|was|were|do|does|did|can|could|would|has|have)\b[^.!?]*\?", re.IGNORECASE
)
_UNREAL = re.compile(
    r"\b(?:could|would|should|might|ought to|(?:was|were) (?:to|supposed to|meant to|due to)|had (?:hoped|planned) to)"
    r" have(?: \w+ly)?(?: been)? $",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:been|passed|elapsed|go(?:ne|es) by|ago|last)\b[^.!?;]{0,40}\bsince\b[^.!?;]{0,50}$|\blast\b[^.!?;,]{0,30}$",
    re.IGNORECASE,
)
"""Before a verb: it has been three years since the company paid, when they last met."""
_TO_COME = re.compile(r"\b(?:still|yet|waiting|remain\w*|left|due|out) to (?:be )?$|\bstill being $", re.IGNORECASE)
"""Before a verb: still waiting to be signed, still being counted."""
_EARLIER = re.compile(r"\b(?:before|until|till|unless|lest|rather than)\b[^.,;:!?]{0,50}$", re.IGNORECASE)
"""Before a verb: gone before anyone was up to see it."""
_CONDITION = re.compile(
    r"\b(?:only|when\w*|once|after|if|must|or|before|first|until|till|every|each|all|always|as soon as|the moment"
    r"|depends)\b",
    re.IGNORECASE,
)
_TWICE = re.compile(
    r"(?<!\w)(?:не|нельзя|нету?|пока)\s[^.!?;]{0,80}?(?<!\w)(?:не(?!\s+(?:только|просто|раз|более|менее))|без)\s",
    re.IGNORECASE,
)
_IF_NOT = re.compile(r"(?<!\w)если(?!\w)[^.!?;,]{0,60}(?<!\w)не\s", re.IGNORECASE)
_OR = re.compile(r"\b(?:or|only|otherwise|depends|must)\b", re.IGNORECASE)
_NOT_WITHOUT = re.compile(r"(?<!\w)(?:не|нельзя)\s[^.!?;]{0,80}?(?<!\w)без\s", re.IGNORECASE)
_WITH = re.compile(r"\bwith\b", re.IGNORECASE)
_CLAUSE = 90
"""Characters before a word in which its clause is looked at."""


def put_so(source: str, target: str, word: tuple[str, Token | None]) -> bool:
    """Whether a sentence denies in one of these ways. `word` is what stands before the affirmed word, and the word."""
    before, affirmed = word[0][-_CLAUSE:], word[1]
    if "?" in target and "?" not in source and _QUESTION.search(target):
        return True
    if affirmed is not None and any(way.search(before) for way in (_UNREAL, _SINCE, _TO_COME, _EARLIER)):
        return True
    return _conditional(source, target)


def _conditional(source: str, target: str) -> bool:
    """Whether two things denied are told as one that follows from the other: sign, or the deal is off."""
    if cues("negation", "en").any(target, "plain"):
        return False  # one of the two is denied: the other may be lost
    if _TWICE.search(source):
        held = _NOT_WITHOUT.search(source) is not None and _WITH.search(target) is not None
        return held or _CONDITION.search(target) is not None
    return _IF_NOT.search(source) is not None and _OR.search(target) is not None
