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
_LONG_SINCE = re.compile(
    r"\b(?:long|ages|(?:years|months|weeks|days|decades|time|while)) since\b[^.!?;]{0,60}$", re.IGNORECASE
)
"""The same without a verb of passing: it was long since he had slept."""
_LESS = re.compile(r"\b(?:(?:still|much|even|far) less|let alone|least of all)\b[^.!?;]{0,70}$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom (?:\w+ly |ever )?$", re.IGNORECASE)
"""Before a gerund: dissuaded them from leaving."""
_RHETORICAL = re.compile(
    r"(?:\bhow (?:can|could|dare|would|is it possible)|\bwhy (?:should|would|on earth)|\bwhat is the use"
    r"|(?:^|[.!?:;—–\"“‘(-])\s?[\"“‘]?(?:(?:but|and|so|for) )?"
    r"(?:who (?:can|could|would|wants?|needs?|cares?|knows?|dares?)|what (?:use is|good is|does it matter)"
    r"|as (?:if|though)))\b[^.!?]{0,70}$",
    re.IGNORECASE,
)
"""Before a verb, whatever mark ends the sentence: how can you drive like that!"""
_ASKED = re.compile(r"\b(?:how|who|why) $", re.IGNORECASE)
_MODAL = frozenset(["can", "could", "would", "should", "dare", "dares"])
"""Verbs with which the same words ask: how can one drive like that!"""
_NEVER_SO = re.compile(
    r"(?<!\w)н(?:икто|икого|икому|ичто|ичего|икогда|игде|и од(?:ин|на|но|ного|ной|ну)|и раз[ау])(?!\w)[^.!?;]{0,70}?"
    r"(?<!\w)(?:так|так(?:ой|ая|ое|ие|ого|их|ую|им|ими)|столь|столько|настолько|чем|лучше|больше|хуже|выше|ниже|быстрее)(?!\w)",
    re.IGNORECASE,
)
_UTMOST = re.compile(
    r"\b(?:than (?:any\w*|ever|all|most|at any|in any|the rest|he|she|it|they|we|you|I)|most|best|worst|of all"
    r"|above all|like no \w+|record\w*|unparalleled|unprecedented|unrivalled|highest|lowest|greatest|biggest|largest"
    r"|fastest|first)\b",
    re.IGNORECASE,
)
"""What nothing else equals: faster than ever, for никогда так быстро."""
_BUT = re.compile(
    r"(?<!\w)н(?:икто|икого|икому|икем|ичто|ичего|ичему|икогда|игде|икуда|и о чем|и о ком)(?!\w)[^.!?;]{0,40}?"
    r"(?<!\w)(?:кроме|помимо|друг\w{2,3}|иного|ином)(?!\w)",
    re.IGNORECASE,
)
_NOT_EXCLUDED = re.compile(r"(?<!\w)(?:не|нельзя)\s(?:\w+\s)?исключ", re.IGNORECASE)
_MAY = re.compile(r"\b(?:may|might|could|can|possib\w*|perhaps|maybe|likely|potential\w*)\b", re.IGNORECASE)
"""What is not ruled out: he may yet leave."""
_ALONE = re.compile(r"\b(?:all (?:he|she|it|they|we|you|I|there|that)|only|alone|sole|the one)\b", re.IGNORECASE)
"""What there is nothing else but: all she saw, his sister alone."""
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
    if affirmed is not None and _led(before, affirmed.text.lower()):
        return True
    if (_NEVER_SO.search(source) and _UTMOST.search(target)) or (
        _BUT.search(source.replace("ё", "е")) and _ALONE.search(target)
    ):
        return True
    if _NOT_EXCLUDED.search(source) and _MAY.search(before):
        return True
    return _conditional(source, target)


def _led(before: str, word: str) -> bool:
    """Whether what stands before an affirmed word makes it say that the thing is not so."""
    if any(way.search(before) for way in (_UNREAL, _SINCE, _LONG_SINCE, _TO_COME, _EARLIER, _RHETORICAL, _LESS)):
        return True
    return (word.endswith("ing") and bool(_FROM.search(before))) or (word in _MODAL and bool(_ASKED.search(before)))


def _conditional(source: str, target: str) -> bool:
    """Whether two things denied are told as one that follows from the other: sign, or the deal is off."""
    if cues("negation", "en").any(target, "plain"):
        return False  # one of the two is denied: the other may be lost
    if _TWICE.search(source):
        held = _NOT_WITHOUT.search(source) is not None and _WITH.search(target) is not None
        return held or _CONDITION.search(target) is not None
    return _IF_NOT.search(source) is not None and _OR.search(target) is not None
