"""Hedges that a free translation need not render, as it states nothing: questions, abilities, hopes, denied plans."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, cues

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.detectors.hedges._held import Held
    from checker.model import Pair, Token

_ASKING = re.compile(
    r"кто|кого|кому|кем|что|чего|чему|чем|как|как(?:ой|ая|ое|ие|ого|ую|их|им|ими)|насколько|где|куда|откуда|когда|почему"
    r"|зачем|сколько|чей|чья|чьё|чье|ли|котор\w{2,3}"
)
_ASKS = re.compile(
    r"\b(?:who|whom|whose|what|whatever|which|where|how|why|whether|if|when|that|the (?:only|best|right|first|last))\b"
    r"|\?",
    re.IGNORECASE,
)
"""Words of a clause that asks, or only describes: what the impact is going to be, the right person to lead."""
_HOPED = re.compile(r"(?:по)?наде(?:я|ял|ет|ют|ж)\w*|опаса\w+|бо[ия]\w+|страш\w+|тревож\w+|беспоко\w+|мечта\w+")
_HOPES = re.compile(r"\b(?:hop(?:e|es|ed|ing|eful)|fear\w*|afraid|worr\w+|concern\w*|dream\w*|anxi\w+|dread\w*)\b")
_HAVE = re.compile(r"\bwill (?:\w+ ){0,2}have (?:\w+ ){0,2}(?:been )?\w+$", re.IGNORECASE)
"""Up to a participle: will have been exposed, which guesses at the past."""
_AHEAD = 60
_PLANS = ("planned", "scheduled", "promised", "expected")
_ATTRIBUTE = re.compile(r"(?:запланированн|намеченн)(?:ый|ая|ое|ые|ого|ой|ую|ых|ым|ыми|ому|ом)", re.IGNORECASE)
_AHEAD_STILL = re.compile(
    r"\b(?:will|would|postpon\w+|cancel\w*|delay\w*|disrupt\w*|scrap(?:s|ped|ping)|shelv\w+|called? off|put off|wrecked"
    r"|thwart\w*|abandon\w*|boycott\w*|ruin\w*|spoil\w*|prevent\w*|derail\w*|interrupt\w*|threaten\w*|ahead of|before"
    r"|routine|elective)\b",
    re.IGNORECASE,
)
"""What is only said of a thing that has not been: the strike put off 300 operations (запланированных)."""
_WORDS = ("возможно", "вероятно")
"""Words that hedge between marks, and else say that a thing can be done: решение возможно через уступки."""
_APART = ("кажется", "должно быть", "пожалуй", "по идее", "в теории", "теоретически", "как видно")
"""Words that hedge between commas alone, and else are verbs or say how much."""
_BREAKS = frozenset(",;:—–.!?()")
_JOINS = frozenset({"и", "а", "но", "или", "либо", "да", "то"})
_PAST = frozenset("was were had did fell went became got took gave made came left lost won sold bought led met".split())  # noqa: SIM905
_STRONG = 0.7
"""Strength of the link of a predicate from which a plain present or past for "may" means anything."""


def unstated(held: Held, pair: Pair) -> bool:
    """Whether nothing is stated as a fact although the hedge has no counterpart of its own."""
    if held.label in _PLANS:
        ahead = _ATTRIBUTE.fullmatch(held.evidence.text) and _AHEAD_STILL.search(bead_text(held.bead.target))
        return _denied(held) or bool(ahead)
    if held.evidence.text.lower() in _WORDS and not _set_off(held):
        return True
    if held.evidence.text.lower() in _APART and not held.parenthetical:
        return True
    if held.label not in ("possible", "conjectured", "probable"):
        return False
    return _guessed(held, pair) or (held.label == "possible" and (_described(held) or _hoped(held)))


def only_able(held: Held) -> bool:
    """Whether "may" says no more than that somebody can: он может ходить, "he walks".

    What the translation states plainly must be surely the predicate itself, and a thing must be its subject.
    """
    made = held.governed
    if made is None or not held.stated:
        return True
    if made.target.text.endswith("ed") or made.target.text.lower() in _PAST:
        return False  # it may happen, and has
    if made.strength < _STRONG or held.evidence.text.lower().endswith(("быть", "бы")):
        return True
    clause = _clause(held)
    return any(_somebody(clause, number) for number in range(len(clause)))


def _somebody(clause: Sequence[Token], number: int) -> bool:
    """Whether a word of a clause can be the subject that is able: a person, or a pronoun of one."""
    token, before = clause[number], clause[number - 1] if number else None
    if "nomn" not in token.tags or (before is not None and "PREP" in before.tags):
        return False
    return "anim" in token.tags or "NPRO" in token.tags


def _before(held: Held) -> list[Token]:
    """Words between the last mark and the hedge."""
    ahead = [token for token in held.tokens if token.stop <= held.evidence.start]
    last = max((n for n, token in enumerate(ahead) if token.text in _BREAKS), default=-1)
    return ahead[last + 1 :]


def _clause(held: Held) -> list[Token]:
    """Words of the clause of the hedge, the hedge left out."""
    behind = [token for token in held.tokens if token.start >= held.evidence.stop]
    first = next((n for n, token in enumerate(behind) if token.text in _BREAKS), len(behind))
    return [*_before(held), *behind[:first]]


def _denied(held: Held) -> bool:
    """Whether the plan is denied: не намерен уступать is also "refuses to", "is not content to"."""
    before = [token for token in held.tokens if token.stop <= held.evidence.start][-1:]
    return any(token.text.lower() == "не" for token in before)


def _set_off(held: Held) -> bool:
    """Whether a mark or a conjunction stands right before a word, or it opens its sentence."""
    if any(span.start == held.evidence.start for span in held.bead.source):
        return True
    before = [token for token in held.tokens if token.stop <= held.evidence.start][-1:]
    return not before or before[0].kind == "mark" or before[0].text.lower() in _JOINS


def _described(held: Held) -> bool:
    """Whether the clause of the hedge asks or describes on both sides: какими могут быть последствия."""
    if not any(_ASKING.fullmatch(token.text.lower()) for token in _before(held)):
        return False
    word = held.governed.target if held.governed else None
    row = next((span for span in held.bead.target if word and span.start <= word.start < span.stop), None)
    text = row.text[max(0, word.start - row.start - _AHEAD) : word.start - row.start] if row and word else None
    return _ASKS.search(bead_text(held.bead.target) if text is None else text) is not None


def _hoped(held: Held) -> bool:
    """Whether a hope or a fear holds it back on both sides: надеется, что санкции могут смягчить."""
    before: Sequence[Token] = [token for token in held.tokens if token.stop <= held.evidence.start]
    return any(_HOPED.fullmatch(token.text.lower()) for token in before) and bool(
        _HOPES.search(bead_text(held.bead.target).lower())
    )


def _guessed(held: Held, pair: Pair) -> bool:
    """Whether a "will have" guesses at what was."""
    place = held.place(pair)
    if place is None:
        return False
    return _HAVE.search(pair.translation.text[max(0, place.start - _AHEAD) : place.stop]) is not None


def title_case(text: str, start: int) -> bool:
    """Whether a capital "May" stands among the capitals of a headline, where it is the verb."""
    before, after = text[:start].split(), text[start:].split()
    return bool(before) and len(after) > 1 and before[-1][:1].isupper() and after[1][:1].isupper() and len(text) < 200


def attributions(held: Held) -> int:
    """How many attributions the original has."""
    return len(cues("hedges", "ru").find(bead_text(held.bead.source), "reported", "accused", "rumoured"))
