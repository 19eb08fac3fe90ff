"""What a negation of the original denies: a verb, the infinitive of a modal one, or the noun that there is none of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._negation_words import words
from checker.detectors.negation._denials import EMPTY, PREDICATES

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from checker.model import Token

_MODAL = frozenset(
    """мочь смочь хотеть захотеть стать должный намеренный собираться уметь стоить следовать
    решиться решаться пытаться попытаться сметь планировать намереваться рассчитывать желать пожелать
    готовый намерить вправе приходиться прийтись удаваться удаться надлежать полагаться успеть успевать спешить
    торопиться суметь смочь доводиться довестись разрешаться позволяться рекомендоваться""".split()  # noqa: SIM905
)
_BEING = frozenset(["быть", "являться", "оказаться", "иметься", "существовать", "бывать", "остаться", "стать"])
_PARTICLES = frozenset(["бы", "же", "ли", "только", "так", "особо", "и", "уж", "просто"])
_DONE = frozenset({"PRTS", "ADJS"})
_NAMED = _DONE | {"ADJF", "PRTF", "NOUN", "COMP"}
_NONE = frozenset({"NOUN", "gent"})
_OBJECT = frozenset({"gent", "accs"})
_WHOLE = frozenset(["весь", "каждый", "всякий", "любой"])
"""Words that constructions.tsv tells of together with their negation."""
_UNDONE = re.compile(
    r"бесслед\w+|безнаказан\w+|безрезультат\w+|безуспеш\w+|безучаст\w+|безответ\w+|равнодуш\w+|незамечен\w+|незамет\w+"
    r"|невредим\w*|впустую|втуне|зря|напрасно|даром|мимо"
)
"""Words that undo a denied verb: не проходит бесследно, не остался незамеченным, не прошло даром."""
_QUOTES = frozenset("«»\"“”'")
_LEAD = 5
"""Words before не among which a first negation leads to its infinitive."""
_REACH = 5
"""Words of its clause among which the noun or the infinitive of a negation is looked for."""
_FRONT = 6
"""Words before не мог among which the infinitive stands."""
_FAR = 12
"""Words before не было or нет among which the noun stands: "нарушений, способных изменить исход, не было"."""


def denied(tokens: Sequence[Token], starts: Container[int]) -> Iterator[tuple[Token, Token]]:
    """Each negation of a sentence, of those that begin at `starts`, with the word that it denies, or each of two."""
    for index, token in enumerate(tokens):
        lower = token.text.lower()
        if lower not in _DENY or (token.start not in starts and lower not in _WORDLESS):
            continue
        if _twice(tokens, index):
            continue
        head = _DENY[lower](tokens, index)
        if head is not None and head.lemma not in EMPTY:
            yield token, head
        thing = _borne(tokens, index, head) if head is not None else None
        if thing is not None:
            yield token, thing


def _twice(tokens: Sequence[Token], index: int) -> bool:
    """Whether a second negation of the clause undoes a first one: не могли не заметить, не остался без подарка."""
    right = _right(tokens, index)[:3]
    after = [word.text.lower() for word in right]
    before = [word.text.lower() for word in tokens[max(0, index - 2) : index]]
    if any(_UNDONE.fullmatch(word.text.lower()) for word in _right(tokens, index)[:_REACH]):
        return True
    if right and "INFN" in right[0].tags and _no_reason(tokens[max(0, index - _LEAD) : index]):
        return True
    return bool({"не", "без", "безо"} & set(after[1:])) or "не" in before or "нельзя" in before


def _no_reason(before: Sequence[Token]) -> bool:
    """Whether a negation and its noun lead to a denied infinitive: нет причин не подписать."""
    clause: list[str] = []
    for token in before:
        clause = [] if token.kind == "mark" or "CONJ" in token.tags else [*clause, token.text.lower()]
    return not {"не", "нет", "нельзя", "невозможно"}.isdisjoint(clause)


def _after(tokens: Sequence[Token], index: int) -> Token | None:
    """What не denies."""
    clause = _right(tokens, index)
    while clause and clause[0].text.lower() in _PARTICLES:
        clause = clause[1:]
    if not clause:
        return None
    head, rest = clause[0], clause[1:]
    before = tokens[index - 1] if index else None
    if head.lemma in _MODAL:
        infinitive = next((word for word in rest if word.tags & {"INFN", "PRTS"}), None)
        if infinitive is not None:
            return infinitive
        fronted = _infinitive(tokens, index)
        if fronted is not None:
            return fronted
    if head.lemma == "быть" and "futr" in head.tags:
        coming = next((word for word in rest if "INFN" in word.tags), None) or _infinitive(tokens, index)
        if coming is not None:
            return coming
    if head.lemma in _BEING and "INFN" not in head.tags:
        if before is not None and before.tags & _DONE:
            return before
        return next((word for word in rest[:2] if word.tags & _NAMED), None) or _gone(tokens, index, rest)
    if "PREP" in head.tags and head.text.lower() != "против":
        return next((word for word in rest[:2] if word.tags & {"NOUN", "ADJF"} and word.lemma not in _WHOLE), None)
    return head if head.tags & (PREDICATES | _NAMED) else None


def _infinitive(tokens: Sequence[Token], index: int) -> Token | None:
    """The infinitive in front of a denied modal verb: подписываться под этим он не стал бы."""
    for place in range(index - 1, max(-1, index - 1 - _FRONT), -1):
        token = tokens[place]
        if "INFN" in token.tags:
            return token
        if (token.kind == "mark" and token.text not in _QUOTES) or token.tags & {"VERB", "CONJ", "PRTS"}:
            return None
    return None


def _borne(tokens: Sequence[Token], index: int, head: Token) -> Token | None:
    """The noun that bears the sense of a denied verb which says little by itself: не принесло прибыли."""
    if head.lemma not in words("light verb"):
        return None
    after = [word for word in _right(tokens, index) if word.start > head.start]
    near = next((word for word in after[:3] if "NOUN" in word.tags and word.tags & _OBJECT), None)
    return near or _gone(tokens, index, after)


def _none(tokens: Sequence[Token], index: int) -> Token | None:
    """What there is none of: нет."""
    return _gone(tokens, index, _right(tokens, index))


def _gone(tokens: Sequence[Token], index: int, after: Sequence[Token]) -> Token | None:
    """The noun in the genitive after a negation, else the one before it that no other word governs."""
    near = next((word for word in after if word.tags >= _NONE), None)
    if near is not None:
        return near
    if index and tokens[index - 1].tags >= {"PRTF", "gent"} and _alone(tokens, index - 1):
        return tokens[index - 1]
    for place in range(index - 1, max(-1, index - _FAR), -1):
        if tokens[place].tags >= _NONE and _alone(tokens, place):
            return tokens[place]
    return None


def _alone(tokens: Sequence[Token], place: int) -> bool:
    """Whether a noun hangs on no preposition, noun or numeral before it."""
    while place and tokens[place - 1].tags & {"ADJF", "PRTF"}:
        place -= 1
        if tokens[place].text.lower().startswith("никак"):
            return True
    return not place or not tokens[place - 1].tags & {"PREP", "NOUN", "NUMR", "COMP", "VERB", "INFN"}


def _impossible(tokens: Sequence[Token], index: int) -> Token | None:
    """The infinitive of нельзя."""
    head = next((word for word in _right(tokens, index)[:3] if "INFN" in word.tags), None)
    if head is None and index and "INFN" in tokens[index - 1].tags:
        return tokens[index - 1]
    return head


def _right(tokens: Sequence[Token], index: int) -> list[Token]:
    """The words after a place up to the end of its clause."""
    found: list[Token] = []
    for token in tokens[index + 1 :]:
        if len(found) == _REACH or (token.kind == "mark" and token.text not in _QUOTES):
            break
        if token.kind != "mark":
            found.append(token)
    return found


_WORDLESS = frozenset({"невозможно", "незачем", "некому", "негде", "некуда", "неоткуда", "нечем"})
"""Words that deny an infinitive and are no negation by themselves."""
_DENY = {
    "не": _after,
    "нет": _none,
    "нету": _none,
    "нельзя": _impossible,
    **dict.fromkeys(_WORDLESS, _impossible),
}
