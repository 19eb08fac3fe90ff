"""Words of the original that the translation denies: nothing beside them denies, and they are no opposites."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.detectors._nearness import nearness
from checker.detectors._negation_words import words
from checker.detectors._opposites import opposite
from checker.detectors.negation._denials import content, literal, negated, within

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors.negation._denials import Denials, Place
    from checker.model import Link, Token
    from checker.protocols import Context

_FIRM = 0.75  # strength of a link that makes a negation of the translation an addition
_HEAD = 0.88  # the same for the word that is denied; weaker links join it to its own opposite ("tolerate", порицать)
_FAIR = 0.8  # the same in a close translation of an original without any negative word
_SAME = 0.95  # strength of a link between a word and its plain translation: "closed" for закрыт, not "open"
_CLOSE = 0.8  # share of linked content words that makes a translation a close one
_NEAR = 0.3  # nearness of two words below which a link joins a word and what was said in place of it
_NEXT = 4  # words after a negation in which what it denies stands
_REACHED = 6  # words after a negation among which an opposite makes it the right one: "not die rich" for в нищете
_TOGETHER = 40  # characters between two negations of one statement, which then affirms
_BESIDE = 20  # characters between a verb of refusing and the negation that it undoes: "sparing neither side"
_FAR = 12
"""Words after a negation among which what lifts it again stands: "does not begin until after the interval"."""
_ONLY_THEN = frozenset(["until", "till", "unless", "except", "since", "before", "but"])
_NOBODY = frozenset(["nobody", "no", "nothing", "none", "never"])
"""With a comparison they name the utmost: "nobody arrived later than he did"."""
_NO = frozenset(["no", "nobody", "nothing", "none", "nowhere", "neither", "nor"])
_FLAWS = frozenset(
    """matter fault faults flaw flaws hitch problem problems trouble issue issues
    suspicious harm damage defect defects broken strange odd new special remarkable surprising bad ill""".split()  # noqa: SIM905
)
"""What there is nothing of where all is well, or as ever."""
_AMISS = frozenset({"wrong", "amiss", "awry", "untoward"})
_BAD = re.compile(r"не|ошиб|плох|дурн|странн|бес?пор|зло|вино|худ|нелад|прич")
"""What renders them: "nothing wrong" says the opposite of that alone."""
_UNUSUAL = re.compile(r"un(?!i|der|til)\w{4,}|abnormal|irregular|dishonest")
_DOES = frozenset("has have had did do does will would could can should".split())  # noqa: SIM905
_DOES_NOT = ("has", "have", "had", "did", "do", "will", "won", "would", "could", "can", "should")
_MUCH = frozenset(["much", "many", "long", "far", "often", "big", "large", "lot"])
"""What there is not of where there is little: "not asking for much" for требует немногого."""
_UTMOST = frozenset(["more", "better", "happier", "prouder", "clearer"])
"""After "could not": "could not agree more"."""
_NONE = re.compile(
    r"отсутств|лиш[еёиа]|воспрещ|запре|(?:нул|нол)[ьяеюи]|исчерп|кончи|закончи|пуст|исчез|пропа|прекра|отказ|иссяк"
    r"|нехват|бе[зс]\w{3}|тих(?:о|ий|ая|ое|ие)$|свобод|хватит|последн|одинок|сирот|вместо|кроме|снят|отмен"
)
"""Russian words that say there is none of a thing: "there was no record" for запись отсутствует."""


_GONE = re.compile(
    r"(?:отключ|выключ|обесточ|освобо|погас|потух|потуш|отсек|отрез|уничтож|разруш|снес|изъя|изым|отобр|отня|конфиск"
    r"|проста[ий]|пуст[уое]|опусте|ликвид|упраздн|расторг|аннул|отозв|отзыв|обанкрот|уехал|ушел|ушл|увол|сбеж|покин"
    r"|бросил|истек|просроч)"
)
_LITTLE = re.compile(r"немног|недолг|небольш|невелик|недавн|мало(?:$|числ)|чуть$|едва$|медл")


def additions(context: Context, theirs: Denials, ours: Denials, links: Mapping[int, Link]) -> Iterator[Place]:
    """Negations of the translation whose words nothing denies in the original."""
    if any(token.lemma == "вместо" for token in theirs.tokens):
        return
    denies = any(token.text.lower() in ("не", "ни", "нет") for token in theirs.tokens)
    for place in ours.plain:
        turned = _turned(theirs, ours, place, links)
        if turned is not None:
            yield turned
        elif (
            not denies
            and not theirs.plain
            and (_affirmed(context, theirs, ours, place, links) if links else not theirs.soft + theirs.verbs)
        ):
            yield place


def _turned(theirs: Denials, ours: Denials, place: Place, links: Mapping[int, Link]) -> Place | None:
    """A negation with its verb of denying, where the original has such a verb alone: "does not deny" for отрицает."""
    follow = next((verb for verb in ours.verbs if verb[0] > place[1]), None)
    if follow is None or follow[0] - place[1] > 2 or not theirs.verbs:
        return None
    if not theirs.plain:
        return place[0], follow[1]
    own = next((link.source for link in links.values() if link.target.start == follow[0]), None)
    if own is None or all(verb[0] != own.start for verb in theirs.verbs):
        return None
    near = any(other[0] < own.start and within(theirs, other, own) for other in theirs.plain)
    return None if near else (place[0], follow[1])


def _affirmed(context: Context, theirs: Denials, ours: Denials, place: Place, links: Mapping[int, Link]) -> bool:
    """Whether what a negation denies stands in the original as itself, and nothing there explains the negation."""
    backward = {link.target.start: link.source for link in links.values()}
    firm = {link.target.start: link for link in links.values() if link.strength >= _FIRM}
    after = _clause([token for token in ours.tokens if token.start > place[1]])
    head = next((token for token in after[:_NEXT] if _heavy(token)), None)
    carried = head is not None and head.start not in firm and head.text.lower() in words("carrier")
    if head is not None and head.start not in firm and not carried:
        return False
    if any(_well(token, firm.get(token.start)) for token in after[:_NEXT]):
        return False
    if _put_otherwise(theirs, ours, place) or _opposed(after[:_REACHED], backward):
        return False
    own = backward.get(place[0])
    if own is not None and negated(own.text):
        return False
    linked = [firm[token.start] for token in after[:_REACHED] if token.start in firm]
    denied = next((link for link in linked if content(link.source)), None)
    if denied is None or ((carried or _loose(ours, place, denied)) and denied.strength < _SAME):
        return False
    return _sure(theirs, denied, literal(theirs, links, _CLOSE)) and _plain(context, denied)


def _plain(context: Context, link: Link) -> bool:
    """Whether a denied word is near the original's out of context: "not modest" denies nothing of серьезный."""
    if link.strength >= _SAME:
        return True
    found = nearness(context, link.source.text, link.target.text)
    return found is None or found >= _NEAR


def _well(head: Token, link: Link | None) -> bool:
    """Whether all is well, or as ever, where there is none of it: "nothing wrong" for в порядке, "nothing unusual"."""
    word = head.text.lower()
    if _UNUSUAL.match(word) and not word.startswith(tuple(words("no prefix"))):
        return link is None or not negated(link.source.text)
    if word in _AMISS:
        return link is None or _BAD.match(link.source.text.lower()) is None
    return word in _FLAWS and (link is None or link.strength < _SAME)


def _loose(ours: Denials, place: Place, denied: Link) -> bool:
    """Whether a link may well join a verb and a noun that do not render each other: "not moved" for на месте."""
    before = next((token.text.lower() for token in reversed(ours.tokens) if token.stop < place[1]), "")
    said = _word(ours, place)
    verbal = before in _DOES or said.startswith(_DOES_NOT)
    return verbal and "NOUN" in denied.source.tags


def _word(ours: Denials, place: Place) -> str:
    """The negation itself."""
    return next((token.text.lower() for token in ours.tokens if token.start == place[0]), "")


def _clause(after: Sequence[Token]) -> Sequence[Token]:
    """As many of the words as no mark parts: "so you don't have to," read a poster."""
    stop = next(
        (number for number, (one, two) in enumerate(pairwise(after), 1) if two.start - one.stop > 1), len(after)
    )
    return after[:stop]


def _put_otherwise(theirs: Denials, ours: Denials, place: Place) -> bool:
    """Whether two negations of the translation make one statement, or its "no" renders a word of absence."""
    if any(other != place and abs(other[0] - place[0]) <= _TOGETHER for other in ours.plain):
        return True
    if any(0 < place[0] - other[0] <= _BESIDE for other in ours.verbs):
        return True
    index = next((number for number, token in enumerate(ours.tokens) if token.start == place[0]), 0)
    word, after = ours.tokens[index].text.lower(), ours.tokens[index + 1 : index + 1 + _REACHED]
    if any(token.text.lower() in _ONLY_THEN for token in ours.tokens[index + 1 : index + 1 + _FAR]):
        return True
    if word in _NOBODY and any(token.text.lower() == "than" for token in ours.tokens[index + 1 : index + 1 + _FAR]):
        return True
    if any(token.text.lower() in _UTMOST for token in after) and "could" in (word[:5], ours.tokens[index - 1].text):
        return True
    if any(token.text.lower() in _MUCH for token in after[:_NEXT]) and any(
        _LITTLE.match(token.text.lower()) for token in theirs.tokens
    ):
        return True
    return word in _NO and any(_NONE.match(token.text.lower()) for token in theirs.tokens)


def _opposed(after: Sequence[Token], backward: Mapping[int, Token]) -> bool:
    """Whether a negation turns round a word that is, or renders, the opposite of the original's."""
    return any(
        token.start in backward
        and (
            opposite(backward[token.start].text, token.text)
            or _LITTLE.match(backward[token.start].text.lower())
            or (negated(backward[token.start].text) and not token.text.lower().startswith(("un", "in")))
        )
        for token in after
    )


def _sure(theirs: Denials, link: Link, close: bool) -> bool:
    """Whether a denied word is the plain translation of one that nothing denies."""
    unhindered = close and not (theirs.soft or theirs.verbs)
    return link.strength >= (_FAIR if unhindered else _HEAD) and not _explained(theirs, link)


def _explained(theirs: Denials, link: Link) -> bool:
    """Whether a negative word of the original stands beside a word, or is it and may be rendered by its opposite."""
    same = link.strength >= _SAME and not negated(link.source.text)
    others = [other for other in theirs.soft + theirs.verbs if not same or other[0] != link.source.start]
    if link.source.tags & {"NOUN", "INFN"}:
        others += [(token.start, token.stop) for token in theirs.tokens if _gone(token, link)]
    return any(within(theirs, other, link.source) for other in others)


def _gone(token: Token, link: Link) -> bool:
    """Whether a word beside a thing says that it is there no more: no heating, for отключили отопление."""
    return token.start != link.source.start and _GONE.match(token.text.lower()) is not None


def _heavy(token: Token) -> bool:
    """Whether an English word can be what a negation denies: no auxiliary, article or adverb."""
    return token.text.lower() not in words("light") and not token.text.lower().endswith("ly")
