"""Negations compared clause by clause: one that is lost, moved or turned round where others of the sentence hide it.

A word that the original denies stands undenied in a clause of the translation that has nothing negative ("because she
believed", after "had not gone"); or it is its neighbour that the translation denies ("did not ask them to return" for
просил не возвращаться); or the translation denies a word that is the opposite of the denied one ("did not prevent" for
не позволил).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._negation_words import vague, words
from checker.detectors._opposites import opposite
from checker.detectors._viewpoints import led

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors.negation._denials import Denials
    from checker.model import Link, Token

    Found = tuple[Token, Token, tuple[int, int]]
    """The negation and the denied word of the original, and start and end in the translation."""

_SURE, _RENDERED, _ITSELF = 0.93, 0.9, 0.97
"""Strengths of links: of an undenied word, of any other, and from where a word is no opposite but itself."""
_VERBAL = frozenset({"VERB", "INFN", "GRND", "PRTS", "PRTF"})
_OPENERS = frozenset(
    """who which whom whose because but although though while whereas and since when where however so that as""".split()  # noqa: SIM905
)
"""Words that open a clause of the translation."""
_CONDITIONS = frozenset(
    """if whether unless until till before than without lest once should wonder wondered or for""".split()  # noqa: SIM905
)
"""Words of a clause in which an undenied word need not be so."""
_ORDERING = frozenset(
    """просить попросить решить решать приказать приказывать велеть требовать потребовать обещать пообещать призвать
    призывать умолять уговорить убедить поклясться договориться предложить постановить распорядиться поручить обязать
    обязаться предпочесть предпочитать научить учить заставить вынудить успеть начать продолжить пытаться попытаться
    стараться постараться суметь смочь мочь решиться""".split()  # noqa: SIM905
)
"""Verbs whose own negation says something else than that of the infinitive behind them."""
_CONTRARY = {
    lemma: frozenset(english.split())
    for lemmas, english in (
        (
            "позволить позволять дать давать разрешить разрешать пустить пускать",
            "prevent stop keep forbid ban bar block",
        ),
        ("помешать мешать препятствовать воспрепятствовать запретить запрещать", "allow let permit help enable"),
        ("забыть забывать", "remember recall"),
        ("помнить запомнить вспомнить", "forget"),
        ("отказаться отказываться отказать", "agree accept consent"),
        ("согласиться соглашаться", "refuse decline disagree object"),
        ("сомневаться усомниться", "believe know trust"),
        ("верить поверить", "doubt"),
        ("возражать возразить протестовать", "agree approve support"),
        ("скрывать скрыть утаить утаивать", "reveal disclose show tell admit"),
        ("исключать исключить отвергать", "allow admit include consider"),
        ("прекращать прекратить переставать перестать останавливаться", "continue start begin resume keep"),
        ("продолжить продолжать возобновить", "stop cease end"),
        ("уходить уйти покинуть покидать уезжать уехать", "stay remain return"),
        ("остаться оставаться", "leave go depart"),
        ("отменить отменять", "uphold keep confirm introduce retain"),
        ("отрицать опровергать опровергнуть", "confirm admit acknowledge claim"),
        ("признать признавать подтвердить подтверждать", "deny refute dispute"),
        ("опоздать опаздывать пропустить", "arrive come attend"),
        ("потерять терять утратить", "keep retain find gain"),
        ("проиграть проигрывать уступить", "win beat"),
        ("выиграть победить выигрывать", "lose"),
        ("жалеть пожалеть сожалеть", "enjoy rejoice"),
        ("поддержать поддерживать одобрить", "oppose reject condemn"),
        ("закрыть закрывать закрыться", "open"),
        ("открыть открывать открыться", "close shut"),
        ("выполнить соблюдать соблюсти исполнить", "violate break breach ignore"),
        ("нарушать нарушить", "comply observe obey follow"),
        ("снизить снизиться упасть сократить сократиться уменьшить", "rise grow increase raise"),
        ("вырасти увеличить увеличиться повысить расти", "fall drop decrease decline reduce"),
    )
    for lemma in lemmas.split()
}
"""Russian verbs with English ones of the opposite sense: denied on both sides, they say opposite things."""
_WAITING = frozenset({"unless", "lest"})
_BEFORE = 5
_AHEAD = 7
"""Words before a denied one, and the "that" before its clause, among which a negative word makes it denied."""
_CLOSE = 45
"""Characters from a denied word to another negation."""
_REACH = 6
"""Words before the не of an infinitive among which the verb that governs it stands."""
_SMALL = frozenset("to be been being have had has do did does just only really ever even also yet".split())  # noqa: SIM905
_UNABLE = re.compile(r"(?:in|im|ir|il|un)\w+(?:able|ible)", re.IGNORECASE)
_NOT = ("not", "never", "n't", "n’t", "cannot")


def local(theirs: Denials, ours: Denials, links: Sequence[Link]) -> Iterator[Found]:
    """Negations that are lost, moved or turned round in their own clause."""
    if not theirs.denied or any(token.text.lower() in _WAITING for token in ours.tokens):
        return
    best = _best(links)
    marks = _clauses(ours.tokens)
    for negation, head in theirs.denied:
        link = best.get(head.start)
        if link is None or not head.tags & _VERBAL or vague(head, link.target):
            continue
        word, place = link.target, next((n for n, one in enumerate(ours.tokens) if one == link.target), -1)
        if place < 0 or not _alone(ours, word) or _UNABLE.fullmatch(word.text):
            continue
        if opposite(head.text, word.text) or word.lemma in _CONTRARY.get(head.lemma, ()):
            not_ = _denied_by(ours.tokens, place)
            if not_ is not None and _RENDERED <= link.strength < _ITSELF and not _both(theirs, head):
                yield negation, head, (not_.start, word.stop)
            continue
        moved = _moved(theirs, ours, best, negation, place)
        if moved is not None and link.strength >= _RENDERED:
            yield negation, head, moved
        elif link.strength >= _SURE and _said(ours, marks, place) and len(ours.plain) + len(ours.soft) > 0:
            yield negation, head, (ours.tokens[max(0, place - 1)].start, word.stop)


def _best(links: Sequence[Link]) -> dict[int, Link]:
    """The surest link of every word of the original whose counterpart renders no other word more surely."""
    held: dict[int, float] = {}
    for link in links:
        held[link.target.start] = max(link.strength, held.get(link.target.start, 0.0))
    found: dict[int, Link] = {}
    for link in sorted(links, key=lambda link: link.strength):
        if link.strength >= held[link.target.start]:
            found[link.source.start] = link
    return found


def _alone(ours: Denials, word: Token) -> bool:
    """Whether a word stands once in the translation."""
    return sum(one.lemma == word.lemma for one in ours.tokens) == 1


def _clauses(tokens: Sequence[Token]) -> list[int]:
    """The number of the clause of each word: a gap for a mark, or a word that opens a clause, begins another."""
    found, number, last = [], 0, 0
    of = False
    for token in tokens:
        low = token.text.lower()
        if (last and token.start - last > 1) or (low in _OPENERS and not of):  # none of whom
            number += 1
        found.append(number)
        last, of = token.stop, low == "of"
    return found


def _said(ours: Denials, marks: Sequence[int], place: int) -> bool:
    """Whether nothing in the clause of a word, or governing the clause, denies it or makes it a condition."""
    tokens, number = ours.tokens, marks[place]
    first = marks.index(number)
    inside = [n for n, mark in enumerate(marks) if mark == number]
    negative = {start for start, _ in (*ours.plain, *ours.soft, *ours.verbs)}
    low = [tokens[n].text.lower() for n in inside]
    if any(tokens[n].start in negative for n in inside) or not _CONDITIONS.isdisjoint(low[: place - first]):
        return False
    if led(tokens, tokens[place]) or any(one in words("lead") for one in low):
        return False
    opener = low[0]
    bare = opener in ("and", "or") and place == first + 1 and tokens[place].text == tokens[place].lemma
    ahead = tokens[:first] if bare else tokens[max(0, first - _AHEAD) : first]  # cannot take it and pretend
    if opener in ("that", "and", "or", "but", "as", "so") or (first and opener not in _OPENERS):
        return not any(one.start in negative or one.text.lower() in words("lead") for one in ahead)
    return True


def _denied_by(tokens: Sequence[Token], place: int) -> Token | None:
    """The negation of the verb group of a word: did not prevent."""
    for token in reversed(tokens[max(0, place - _BEFORE) : place]):
        low = token.text.lower()
        if low.endswith(_NOT):
            return token
        if low not in _SMALL and not low.endswith("ly") and low not in words("auxiliary"):
            return None
    return None


def _both(theirs: Denials, head: Token) -> bool:
    """Whether another negation of the original stands beside a denied word: it may be the one that is rendered."""
    near = [one for one in theirs.plain if abs(one[0] - head.start) < _CLOSE]
    return len(near) > 1


def _moved(
    theirs: Denials, ours: Denials, best: Mapping[int, Link], negation: Token, place: int
) -> tuple[int, int] | None:
    """Where the verb that governs a denied infinitive is denied in its place: did not ask them to return."""
    before = [token for token in theirs.tokens if token.start < negation.start][-_REACH:]
    ruling = next((token for token in reversed(before) if token.tags & _VERBAL), None)
    if ruling is None or ruling.lemma not in _ORDERING or ruling.start not in best:
        return None
    if any(head.start == ruling.start for _, head in theirs.denied):
        return None
    link = best[ruling.start]
    at = next((n for n, one in enumerate(ours.tokens) if one == link.target), -1)
    not_ = _denied_by(ours.tokens, at) if at >= 0 and link.strength >= _RENDERED else None
    if not_ is None or at > place or opposite(ruling.text, link.target.text):
        return None
    between = {one.start for one in ours.tokens[at:place]}
    if any(start in between for start, _ in (*ours.plain, *ours.verbs)):
        return None
    return not_.start, link.target.stop
