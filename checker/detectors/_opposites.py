"""Words of the translation that are linked to a word of the opposite meaning: confirms for отрицают, son for дочь."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, cues
from checker.detectors._poles import accused, rows, sides
from checker.detectors._viewpoints import another_noun, led, seen_otherwise
from checker.model import Finding, Severity
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors._poles import Poles
    from checker.model import Bead, Link, Pair, Rule, Token
    from checker.protocols import Context

_Both = tuple[Counter[tuple[int, int]], Counter[tuple[int, int]]]
"""How often every side of a row stands in the original and in the translation."""
_SURE = 0.55
_FIRM = 0.8
"""Strength of a link from which two opposites surely stand for each other; below, a finding is major at most."""
_PARTICLES = frozenset("up out off into over through around away back along across short onto together".split())  # noqa: SIM905
"""Words that make another verb of the one before them: dropped out, fell through, ended up."""
_SHARE = re.compile(
    r"\b(?:half|third|quarter|fifth|sixth|tenth|fraction|per\s?cent|%|not|n['’]t|nowhere near) (?:\w+ )?as $",
    re.IGNORECASE,
)
"""Before a word that a share turns round: half as frequent is rarer."""
_ALL_BUT = re.compile(
    r"\b(?:anything but|far from|nowhere near|next to|short of|all but"
    r"|all except(?: for)?|everything but|everyone but|(?:except|apart|aside) (?:for|from)|bar|barring|save"
    r"|save for|with the exception of|other than)(?: (?:an?|the|some))?(?: (?:very|few|tiny|\w+ly))? $"
    r"|\b(?:quite|not) an? $|\ba good $",
    re.IGNORECASE,
)
"""Before a word of what is left out, or of what is not so: all but a small part, anything but rich."""
_EXCEPT = {
    "ru": re.compile(r"(?<!\w)(?:кроме|помимо|за исключением|исключая|не считая)(?!\w)", re.IGNORECASE),
    "en": re.compile(
        r"\b(?:except\w*|but for|apart from|aside from|other than|save for|bar|barring|outside)\b", re.IGNORECASE
    ),
}
_ONLY = {
    "ru": re.compile(r"(?<!\w)(?:только|лишь|исключительно|единственн\w+)(?!\w)", re.IGNORECASE),
    "en": re.compile(r"\b(?:only|solely|alone|exclusively|just|sole)\b", re.IGNORECASE),
}
_ASKED = re.compile(r"[^.!?…;\n]*\?")
_OPENED = re.compile(r"[.!?…;:«“„\"\n]\s*|(?<=,)\s+(?=or am\b)")
_WH = re.compile(
    r"(?<!\w)(?:кто|ком[уа]?|кем|кого|(?<!, )что|чего|чему|чем|как|как(?:ой|ая|ое|ие|ую|им|их)|где|куда|откуда"
    r"|когда|почему|зачем|отчего|сколько|чей|чья|чьё|чье|who|whom|whose|what|which|when|where|why|how)(?!\w)",
    re.IGNORECASE,
)
"""Words of a question that states the rest of what it says: why did they lose?"""
_NOT = re.compile(r"(?:(?<!\w)не|\b(?:not|no|never)|n['’]t)\s+$", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:is|are|was|were|be|been|being|'s|'re)\s+$", re.IGNORECASE)
"""Before a "left" that is a state: "were left homeless"."""
_REACHING = re.compile(r"(?<!\w)до\w{2,}(?:\s+\w+)?\s+$", re.IGNORECASE)
"""Before a до that a verb governs: дошла до, довели до."""
_ABSENT = re.compile(
    r"[^.!?;:]{0,40}?\b(?:не (?:было|будет|оказалось|нашлось|обнаруж\w+|зафиксир\w+)|нет)\b", re.IGNORECASE
)
"""After what there is none of, be it behind an aside: погибших, к счастью, не было."""
_BREAK = re.compile(r"[,;:.!?—–()\n]")
_OWN_CLAUSE = re.compile(
    r"\b(?:as|because|although|though|since|while|when|but|that|whether|if)"
    r" (?=(?:the|a|an|he|she|it|they|we|I|his|her|their)\b)"
)
"""Where an English clause begins that no mark parts from the one before."""
_SET_PHRASES = tuple(
    (re.compile(rf"(?<!\w)(?:{theirs})", re.IGNORECASE), re.compile(rf"\b(?:{ours})\b", re.IGNORECASE))
    for theirs, ours in (
        (r"частн\w+ (?:школ|интернат|гимнази)", r"public (?:schools?|schoolboys?|schoolgirls?)"),
        (r"вз?л[её]тн\w+(?:-посадочн\w+)? полос|взл[её]тно-посадочн", r"landing (?:strips?|fields?|grounds?)"),
        (r"приемн\w+ час", r"open(?:ing)? hours"),
        (r"поздн\w+ вечер", r"(?:early|small) hours"),
    )
)
"""Phrases that are each other's English although two of their words are opposites: a landing strip to take off from."""
_CLAUSE = 120
"""Characters on either side that are looked through for the end of a clause."""
_WORD = re.compile(r"[\w'’-]+")


def opposite(theirs: str, ours: str) -> bool:
    """Whether a Russian and an English word mean the opposite of each other: остался, "leave"."""
    english = sides(ours.lower(), True)
    return any((number, 1 - side) in english for number, side in sides(plain(theirs), False))


def flipped(source: str, target: str) -> bool:
    """Whether a translation has the opposite of a word of the original, which it has not: less for больше."""
    return any(
        rows()[number].code and (number, 1 - side) in english and (number, side) not in english
        for english in [frozenset(both for word in _WORD.findall(target.lower()) for both in accused(word, True))]
        for word in _WORD.findall(plain(source))
        for number, side in accused(word, False)
    )


_MOREOVER = re.compile(r"более того(?!\w)", re.IGNORECASE)
"""A comparative that compares nothing."""


def opposed(context: Context, pair: Pair, bead: Bead, rule: Rule, severity: Severity) -> Iterator[Finding]:
    """Findings of the rows that belong to a rule; nothing without word links."""
    texts = bead_text(bead.source), bead_text(bead.target)
    if pair.source is None or rule.code not in _at_odds(*texts):
        return
    every = context.links(bead, "ru", "en")
    if not every:
        return
    theirs, ours = _present(texts[0], english=False), _present(texts[1], english=True)
    links = [link for link in every if link.strength >= _SURE]
    linked = [(link.source, link.target, link.strength) for link in links]
    for source, target, strength in (*linked, *_left_over(context, bead, links, (theirs, ours))):
        found = _reversed(source, target, (theirs, ours), rule.code)
        if found is None or _turned(pair, source, target) or _denied(pair, source, target):
            continue
        if _only_asked(pair, source, target) or _MOREOVER.match(pair.source.source.text, source.start):
            continue
        beads = _tokens(context, bead)
        if rule.code == "NEG001" and (led(beads[1], target) or _with_particle(beads[1], target)):
            continue
        if _share(pair, target) or _told_otherwise((source, target), (theirs, ours)) or _excepted(bead):
            continue
        if seen_otherwise(found[0].kind, found[1], (source, target), beads, links):
            continue
        if another_noun((source, target), beads, links) or _rendered(source, target, found[0], theirs):
            continue
        if _set_phrase(bead):
            continue
        evidence = pair.source.source.span(source.start, source.stop)
        span = pair.translation.span(target.start, target.stop)
        message = f'«{evidence.text}» of the original has become its opposite, "{span.text}"'
        told = min(severity, Severity.MAJOR) if strength < _FIRM else severity
        yield Finding(rule, span, message, told, 0.85 if strength else 0.8, evidence, _advice(*found))


@lru_cache(maxsize=1000)
def _present(text: str, english: bool) -> Counter[tuple[int, int]]:
    return Counter(side for word in _WORD.findall(plain(text)) for side in sides(word, english))


@lru_cache(maxsize=1000)
def _at_odds(source: str, target: str) -> frozenset[str]:
    """The rules of the rows of which the translation has one side too few and the other one too many.

    Every rule of opposites asks about every bead; few beads have any.
    """
    theirs, ours = _present(source, english=False), _present(target, english=True)
    return frozenset(
        rows()[number].code
        for (number, side), count in theirs.items()
        if ours.get((number, side), 0) < count and theirs.get((number, 1 - side), 0) < ours.get((number, 1 - side), 0)
    )


def _left_over(
    context: Context, bead: Bead, links: Sequence[Link], present: _Both
) -> Iterator[tuple[Token, Token, float]]:
    """Words without a counterpart whose opposite has none either, where there is one of each; no strength."""
    theirs, ours = present
    if not any((number, 1 - side) in ours for number, side in theirs):
        return
    known = {link.source.start for link in links}, {link.target.start for link in links}
    lost = [token for span in bead.source for token in context.tokens("ru", span) if token.start not in known[0]]
    strange = [token for span in bead.target for token in context.tokens("en", span) if token.start not in known[1]]
    for one in lost:
        for number, side in accused(plain(one.text), False):
            others = [token for token in strange if (number, 1 - side) in accused(token.text.lower(), True)]
            if len(others) == 1:
                yield one, others[0], 0.0


def _reversed(source: Token, target: Token, present: _Both, code: str) -> tuple[Poles, int] | None:
    """The row whose sides two words stand on, where the right word is one too few and the wrong one too many."""
    theirs, ours = present
    said = accused(target.text.lower(), True)
    for number, side in accused(plain(source.text), False) if said else ():
        row, other = rows()[number], (number, 1 - side)
        if row.code != code or other not in said:
            continue
        if ours[number, side] < theirs[number, side] and theirs[other] < ours[other]:
            return row, side
    return None


def _rendered(source: Token, target: Token, row: Poles, theirs: Counter[tuple[int, int]]) -> bool:
    """Whether the wrong word is the right one for another word of the original: "before" for its до, not for после."""
    own = sides(plain(source.text), False)
    return any(theirs[both] > (both in own) for both in sides(target.text.lower(), True) if rows()[both[0]] is not row)


def _with_particle(ours: Sequence[Token], target: Token) -> bool:
    """Whether a particle right behind a verb makes another one of it: "closed in" on the town."""
    after = next((token for token in ours if token.start > target.start), None)
    return after is not None and after.text.lower() in _PARTICLES and after.start - target.stop == 1


def _share(pair: Pair, target: Token) -> bool:
    """Whether a share before a word makes the opposite of it: half as frequent, all but a small part."""
    before = pair.translation.text[max(0, target.start - 40) : target.start]
    return _SHARE.search(before) is not None or _ALL_BUT.search(before) is not None


def _only_asked(pair: Pair, source: Token, target: Token) -> bool:
    """Whether both words stand in questions for a yes or a no, which ask the same of either side: легко ли?"""
    return pair.source is not None and all(
        _whether(text, word) for text, word in ((pair.source.source.text, source), (pair.translation.text, target))
    )


def _whether(text: str, word: Token) -> bool:
    """Whether a word stands in a question that no question word opens."""
    if not _ASKED.match(text, word.stop):
        return False
    opening = max(0, word.start - _CLAUSE)
    return _WH.search(_OPENED.split(text[opening : word.start])[-1]) is None


def _excepted(bead: Bead) -> bool:
    """Whether "only" on one side answers "except" on the other: open only to members, закрыт для всех, кроме членов."""
    theirs, ours = bead_text(bead.source), bead_text(bead.target)
    return any(
        one["ru"].search(theirs) is not None
        and other["en"].search(ours) is not None
        and one["en"].search(ours) is None
        and other["ru"].search(theirs) is None
        for one, other in ((_EXCEPT, _ONLY), (_ONLY, _EXCEPT))
    )


def _set_phrase(bead: Bead) -> bool:
    """Whether a phrase of the original stands in the translation by one that names it from its other side."""
    theirs, ours = plain(bead_text(bead.source)), bead_text(bead.target)
    return any(one.search(theirs) is not None and other.search(ours) is not None for one, other in _SET_PHRASES)


def _told_otherwise(words: tuple[Token, Token], present: _Both) -> bool:
    """Whether another word names the event from its other side as well: the hosts lost, победа досталась гостям."""
    theirs, ours = present
    own = accused(plain(words[0].text), False), sides(words[1].text.lower(), True)
    return any(
        rows()[number].kind == "converse"
        and (number, side) not in own[0]
        and (number, 1 - side) not in own[1]
        and ours[number, side] < count
        and theirs[number, 1 - side] < ours[number, 1 - side]
        for (number, side), count in theirs.items()
    )


def _tokens(context: Context, bead: Bead) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The tokens of both sides of a bead."""
    theirs = tuple(token for span in bead.source for token in context.tokens("ru", span))
    return theirs, tuple(token for span in bead.target for token in context.tokens("en", span))


def _advice(row: Poles, side: int) -> str:
    return row.advice[side] or "(the opposite)"


def _turned(pair: Pair, source: Token, target: Token) -> bool:
    """Whether a negation right before one of two words makes the opposite the right one: не согласен, disagreement."""
    if pair.source is None:
        return False
    theirs = pair.source.source.text[max(0, source.start - 12) : source.start]
    ours = pair.translation.text[max(0, target.start - 12) : target.start]
    if plain(source.text) == "до" and _REACHING.search(
        pair.source.source.text[max(0, source.start - 30) : source.start]
    ):
        return True
    if target.text.lower() == "least" and ours.lower().endswith("at "):
        return True  # at least is a bound as свыше is
    if target.text.lower() == "left" and _LEFT.search(ours):
        return True
    return theirs.lower().endswith("тем не ") or bool(_NOT.search(theirs)) != bool(_NOT.search(ours))


def _denied(pair: Pair, source: Token, target: Token) -> bool:
    """Whether the clause of one of two words is negated, and that of the other is not."""
    if pair.source is None:
        return False
    text = pair.source.source.text
    theirs = cues("negation", "ru").any(_clause(text, source), "plain")
    if "gent" in source.tags and _ABSENT.match(text, source.stop):
        theirs = True
    ours = _OWN_CLAUSE.split(_clause(pair.translation.text, target))
    said = next((part for part in ours if re.search(rf"\b{re.escape(target.text)}\b", part)), ours[-1])
    return theirs != cues("negation", "en").any(said, "plain")


def _clause(text: str, word: Token) -> str:
    """The words around a word up to the next marks."""
    before = _BREAK.split(text[max(0, word.start - _CLAUSE) : word.start])[-1]
    return before + word.text + _BREAK.split(text[word.stop : word.stop + _CLAUSE], maxsplit=1)[0]
