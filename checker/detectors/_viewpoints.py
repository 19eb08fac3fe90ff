"""One event told from another side: Spartak beat CSKA for ЦСКА проиграл, entered orbit for вышел на орбиту."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker.detectors._negation_words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Link, Token

_SURE = 0.7
_FIRM = 0.85
_PARTIES = frozenset({"NOUN", "NPRO", "LATN"})
_GOAL = frozenset(["в", "во", "на", "к", "ко", "за", "под"])
_ORIGIN = frozenset(["из", "изо", "с", "со", "от", "из-за", "из-под"])
_INTO = frozenset({"accs", "datv", "ablt"})
_ADJUNCT = frozenset(["в", "во", "на", "по", "после", "перед", "при", "из-за", "через", "под", "до"])
"""Prepositions of a place, a time or a reason: what follows them is no party of a deed."""
_TILL = frozenset(["до", "под", "к", "ко"])
_HALF = frozenset(["наполовину", "полупуст", "половина", "половину", "half"])
_NEAR = 3
"""Words after a verb of motion among which its goal is named."""
_AROUND = 8
"""Words on either side of a word among which the parties of what it says are named."""
_LED = 4
_ORDER = frozenset(["после", "перед", "до", "накануне"])
_NOUN = 3
"""Words after an adjective among which its noun stands."""
_BESIDE = 5
"""Words on either side of an adjective of the translation among which the counterpart of its noun stands."""
_PLACES = frozenset(
    """outside inside after before in on at next across there here now away behind beside by under over up down into to
    along around near from off through back beneath above below against between among onto where when until""".split()  # noqa: SIM905
)
"""Words before which "right" is no adjective: "right outside the council"."""
_VERBAL = frozenset("to will would can could should must may might shall".split())  # noqa: SIM905
"""Words before which an adjective is a verb: to correct, will open."""
_JOINS = frozenset(["and", "but", "or", ",", ";"])
_NO_LEAD = frozenset((more, "than") for more in ("more", "no", "later", "earlier")) | {("a", "few"), ("a", "little")}
"""Pairs of words of which the second stands for no negation: "more than", "a few"."""

_WITH_TO = frozenset(["hard", "difficult"])
_TO = frozenset(["to", "put", "for", "pressed"])
"""What makes them lead to a verb: hard to sell, hard put to sell; a hard price says nothing of the verb behind it."""


_APART = frozenset({"but", "and"})
"""What a negation hardly reaches over."""


def led(ours: Sequence[Token], word: Token) -> bool:
    """Whether a word right before another one, or before its infinitive, stands for a negation: "loath to raise"."""
    before: list[str] = []
    for token in reversed([token for token in ours if token.start < word.start]):
        if len(before) == _LED or token.kind == "mark" or token.text in _APART:
            break  # paid late, but agreed that
        before.insert(0, token.text.lower())
    kept = [one for place, one in enumerate(before) if (before[place - 1] if place else "", one) not in _NO_LEAD]
    return any(
        (one in words("lead") and (one not in _WITH_TO or after in _TO)) or one.startswith(("anti-", "non-"))
        for one, after in pairwise([*kept, ""])
    )


def seen_otherwise(
    kind: str,
    side: int,
    words: tuple[Token, Token],
    tokens: tuple[Sequence[Token], Sequence[Token]],
    links: Sequence[Link],
) -> bool:
    """Whether the opposite of a word says the same thing from another side. `side` is that of the original's word."""
    theirs, ours = tokens
    source, target = words
    after = [token for token in theirs if token.start > source.start][:_NEAR]
    if kind == "motion":
        return _bound(after, _ORIGIN if side == 0 else _GOAL, side) or _left_for(ours, target)
    if kind == "limit":
        return any(token.text.lower() in ("до", "с", "со", "от") for token in after)
    if kind == "till":  # up to the morning is through the night
        before = next((token.text.lower() for token in reversed(theirs) if token.start < source.start), "")
        return before in _TILL
    if kind == "half":
        around = [token for token in (*theirs, *ours) if abs(token.start - source.start) < 30]
        return any(token.text.lower() in _HALF for token in around)
    # What is compared may change places as well: worse in the new house, better in the old.
    compared = kind == "converse" or "COMP" in source.tags
    return compared and not _same_parties(theirs, source, target, links)


def another_noun(
    words: tuple[Token, Token], tokens: tuple[Sequence[Token], Sequence[Token]], links: Sequence[Link]
) -> bool:
    """Whether two adjectives belong to nouns that are no counterparts: "open question" and закрытый аукцион."""
    (source, target), (theirs, ours) = words, tokens
    ordered = source.text.lower() in _ORDER
    if not (ordered or source.tags & {"ADJF", "PRTF"}) or "NPRO" in source.tags:
        return False
    place = next((number for number, token in enumerate(ours) if token.start == target.start), 0)
    if target.text.lower() == "right" and place + 1 < len(ours) and ours[place + 1].text.lower() in _PLACES:
        return True
    if not ordered and place and ours[place - 1].text.lower() in _VERBAL:
        return True  # to correct the wrong impression
    noun = _noun_of(source, theirs)
    if noun is None:
        return ordered and _pronoun_follows(source, theirs)
    near = {token.start for token in ours[max(0, place - _BESIDE) : place + _BESIDE + 1]}
    own = [link.target.start for link in links if link.source.start == noun.start and link.strength >= _SURE]
    if ordered:  # "he spoke before leaving" tells an "after" in the order of events
        return all(not target.start < start for start in near.intersection(own))
    if own:
        return near.isdisjoint(own) or _past_another(ours, place, own)
    after = {token.start for token in ours[place + 1 : place + 2]}
    strange = [link.source for link in links if link.target.start in after and link.strength >= _FIRM]
    # The noun may have its sense from one behind it: размер пособия.
    behind = [token.start for token in theirs if token.start > noun.start][:2]
    return any("NOUN" in token.tags and token.start not in behind for token in strange)


def _past_another(ours: Sequence[Token], place: int, own: Sequence[int]) -> bool:
    """Whether another noun stands between an adjective and its noun, joined to it: the high cost and slow rate."""
    last = next((number for number in range(place + 1, len(ours)) if ours[number].start in own), 0)
    between = [token.text.lower() for token in ours[place + 1 : last]]
    return len(between) > 1 and between[0] not in _JOINS and not _JOINS.isdisjoint(between)


def _pronoun_follows(word: Token, theirs: Sequence[Token]) -> bool:
    """Whether a pronoun stands behind a preposition: after this doors were locked, before that they were not."""
    behind = next((token for token in theirs if token.start > word.start), None)
    return behind is not None and bool(behind.tags & {"NPRO", "Apro"})


def _noun_of(adjective: Token, theirs: Sequence[Token]) -> Token | None:
    """The noun behind an adjective or a preposition, other adjectives between."""
    index = next((number for number, token in enumerate(theirs) if token.start == adjective.start), 0)
    for token in theirs[index + 1 : index + 1 + _NOUN]:
        if "NOUN" in token.tags:
            return token
        if not token.tags & {"ADJF", "PRTF", "NUMR"} and token.text not in '«“"':
            return None
    return None


def _bound(after: Sequence[Token], prepositions: frozenset[str], side: int) -> bool:
    """Whether a verb of motion names the place that makes leaving an arrival (вышел на орбиту), or the other way."""
    cases = frozenset({"gent"}) if side == 0 else _INTO
    return any(
        token.text.lower() in prepositions and any(word.tags & cases for word in after[place + 1 :])
        for place, token in enumerate(after)
    )


def _left_for(ours: Sequence[Token], target: Token) -> bool:
    """Whether one leaves for a place, which is going there."""
    after = next((token for token in ours if token.start > target.start), None)
    return (
        after is not None and after.text.lower() == "for" and target.text.lower().startswith(("left", "leav", "depart"))
    )


def _same_parties(theirs: Sequence[Token], source: Token, target: Token, links: Sequence[Link]) -> bool:
    """Whether who or what is named before a word is named before its counterpart too, and the same after it."""
    if source.tags & {"PRTS", "PRTF"} or source.text.lower().endswith(("ся", "сь")):
        return False
    sure = {link.source.start: link.target for link in links if link.strength >= _SURE}
    index = next((place for place, token in enumerate(theirs) if token.start == source.start), 0)
    ahead = _parties(theirs[max(0, index - _AROUND) : index])
    if _object(ahead, sure):
        return False
    before = list(_named(reversed(ahead), sure))
    after = list(_named(_parties(theirs[index + 1 : index + 1 + _AROUND]), sure))
    kept = [word.start < target.start for word in before[:1]] + [word.start > target.start for word in after[:1]]
    return bool(kept) and all(kept)


def _named(tokens: Sequence[Token] | Iterator[Token], sure: dict[int, Token]) -> Iterator[Token]:
    """Counterparts of the nouns and names of a clause, in order."""
    for token in tokens:
        if token.kind == "mark" and token.text not in "«»\"“”„'-–":
            return
        if token.tags & _PARTIES and token.start in sure:
            yield sure[token.start]


def _object(ahead: Sequence[Token], sure: dict[int, Token]) -> bool:
    """Whether the nearest party before a verb is its object: их обыграл чемпион, "they lost to the champion"."""
    party = next((token for token in reversed(ahead) if token.tags & _PARTIES and token.start in sure), None)
    return party is not None and "NPRO" in party.tags and bool(party.tags & {"accs", "datv"})


def _parties(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The words of a stretch without its adjuncts: на своем льду, в гостях, по итогам сезона."""
    kept: list[Token] = []
    inside = False
    for token in tokens:
        if token.text.lower() in _ADJUNCT:
            inside = True
        elif not (inside and token.tags & {"ADJF", "PRTF", "NUMR", "NOUN"}):
            inside = False
            kept.append(token)
        elif "NOUN" in token.tags:
            inside = False
    return tuple(kept)
