"""Whether what goes with a denied word stands in the translation as it is, or the statement has been turned round.

A negation that was lost leaves its clause word for word. A free translation that affirms the same verb says something
else of it: "I think it a bad idea" for не думаю, что хорошая, "eats fish" for не ест мяса.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._negation_words import words
from checker.detectors._opposites import opposite

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.detectors.negation._denials import Denials
    from checker.model import Link, Token

_SURE, _ENOUGH = 0.7, 0.6
_FIRM, _HALF = 0.8, 0.5
"""Strength of a link, and the share of the words beside the affirmed one that have such a link at least."""
_NEARLY = 0.99
_BEFORE, _AFTER = 5, 8
"""Words on either side of the affirmed one that go with it."""
_OPINION = frozenset(
    """думать считать полагать казаться советовать рекомендовать ожидать любить хотеть намереваться намерить намеренный
    планировать собираться""".split()  # noqa: SIM905
)
"""Verbs whose negation speaks of what follows them: "thinks it false" for не думает, что это правда."""
_WHOLE = frozenset({"everything", "everyone", "everybody", "everywhere", "always"})
_SMALL = frozenset(
    """about above according after again against all already also always and any are around because been before
    behind being below between both but could did does doing down during each everybody everyone everything far
    for from further had has have having her here hers him his how however including into its just many more most
    mr mrs ms much never nor not now off once one ones only other our out over own said same says she should since
    so single some still such than that the their them then there these they thing things this those through
    too true turning under until upon very was way were what when where which while who whom whose why will
    with within without would you your""".split()  # noqa: SIM905
)
_UP_TO = re.compile(
    r"(?<!\w)(?:(?:раньше|ранее)\s|до\s+(?:\d|утр|вечер|ноч|полу|рассвет|осен|весн|лет|зим|понед|вторн|сред[ыу]|четв|пятн"
    r"|субб|воскр|январ|феврал|март|апрел|мая\b|июн|июл|август|сентябр|октябр|ноябр|декабр|начал|войн|завтра|обед))",
    re.IGNORECASE,
)
_BY_THEN = re.compile(r"\b(?:before|until|till|earlier|ahead|by|prior|through|to|up to|sooner|previously|so far)\b")
_BEFORE_THEN = re.compile(
    r"(?<!\w)(?:раньше|ранее|прежде|никогда|доселе|до этого|до сих пор|ещ[её])(?!\w)", re.IGNORECASE
)
_NEW = re.compile(r"\bfirst(?: time)?\b", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)(?:со?\s|после\s|давно|уже|больше\s)", re.IGNORECASE)
_TILL = re.compile(r"\b(?:until|till|last|ago|used to|formerly|once|up to)\b", re.IGNORECASE)


def whole(ours: Denials, word: Token) -> bool:
    """Whether an affirmed word is said of everything or everyone: "regretted everything" for ни о чём не жалел."""
    near = [token.text.lower() for token in _around(ours.tokens, word)]
    return not _WHOLE.isdisjoint(near)


def kept(theirs: Denials, ours: Denials, links: Iterable[Link], both: tuple[Token, Token]) -> bool:
    """Whether the words beside the counterpart of a denied word render those of the original, most of them surely."""
    near = [token for token in _around(ours.tokens, both[1]) if _heavy(token)]
    strengths = dict.fromkeys((token.start for token in near), 0.0)
    for link in links:
        if link.target.start in strengths:
            if opposite(link.source.text, link.target.text):
                return False
            strengths[link.target.start] = max(strengths[link.target.start], link.strength)
    if not strengths:
        return True
    sure = sum(strength >= _SURE for strength in strengths.values()) / len(strengths)
    firm = sum(strength >= _FIRM for strength in strengths.values()) / len(strengths)
    return sure >= _ENOUGH and firm >= (_NEARLY if both[0].lemma in _OPINION else _HALF)


def timed(source: str, target: str) -> bool:
    """Whether what is not so before, or since, a time is so from, or till, then: lived there until 2019."""
    if _NEW.search(target) and _BEFORE_THEN.search(source):
        return True
    if _UP_TO.search(source) and not _BY_THEN.search(target):
        return True
    return _FROM.search(source) is not None and _TILL.search(target) is not None


def _heavy(token: Token) -> bool:
    """Whether an English word says something of its own."""
    lower = token.text.lower()
    return not (
        len(lower) < 3
        or lower in _SMALL
        or lower in words("light")
        or lower in words("auxiliary")
        or lower in words("carrier")
    )


def _around(tokens: Sequence[Token], word: Token) -> list[Token]:
    index = next(number for number, token in enumerate(tokens) if token.start == word.start)
    near = tokens[max(0, index - _BEFORE) : index + _AFTER + 1]
    return [token for token in near if token.start != word.start]
