"""Who is ahead of whom, told by an adverb: "two seconds behind the Belgian" for опередив бельгийку на две секунды."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.roles._clauses import phrases, stretch
from checker.detectors.roles._parties import party

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.roles._clauses import Phrase
    from checker.detectors.roles._rendered import Rendered
    from checker.detectors.roles._reversals import Parts
    from checker.model import Token

_PASSING = frozenset(
    """опередить опережать обойти обходить обогнать обгонять превзойти превосходить победить обыграть
    оттеснить оставить""".split()  # noqa: SIM905
)
_TRAILING = frozenset({"отстать", "отставать", "уступить", "уступать", "проиграть", "проигрывать"})
_AHEAD = frozenset(
    {"ahead", "beat", "beats", "beating", "beaten", "clear", "above", "before", "front", "edging", "edged"}
)
_AFTER = frozenset({"behind", "adrift", "after", "below", "trailing", "lost", "losing", "lagging", "trailed"})
_BEFORE_NAME = 4
"""Words between the adverb and the one who is ahead or behind."""
_ACTS = frozenset({"VERB", "GRND", "INFN", "PRTF"})


def ranked(sentence: Rendered) -> Iterator[Parts]:
    """Places in a race that the adverb of the translation turns round."""
    for number, verb in enumerate(sentence.tokens):
        if _ACTS.isdisjoint(verb.tags) or "pssv" in verb.tags or verb.lemma not in _PASSING | _TRAILING:
            continue
        passing = verb.lemma in _PASSING
        right, wrong = (_AHEAD, "behind") if passing else (_AFTER, "ahead")
        if any(word.text.lower() in right or word.lemma in right for word in sentence.words):
            continue
        for one in _others(sentence.tokens, number, passing=passing):
            for place in sorted(sentence.places(party(one))):
                start = _led(sentence, place, wrong)
                if start is not None:
                    yield (verb, one.head), (sentence.words[start].start, sentence.words[place].stop)
                    return


def _others(tokens: Sequence[Token], number: int, *, passing: bool) -> list[Phrase]:
    """Those who are passed, or trailed."""
    around = [*phrases(stretch(tokens, number, 1)), *phrases(stretch(tokens, number, -1))]
    if passing:
        bare = [one for one in around if not one.preposition and one.object and one.actor]
        return [one for one in bare if "nomn" not in one.head.tags]
    return [one for one in around if one.actor and (one.preposition == "от" or (one.dative and not one.preposition))]


def _led(sentence: Rendered, place: int, adverb: str) -> int | None:
    """The place of an adverb right before somebody, no mark between, else None."""
    for number in range(place - 1, max(-1, place - 2 - _BEFORE_NAME), -1):
        if sentence.said.low(number) == adverb:
            return number
        if sentence.words[number].kind == "mark":
            return None
    return None
