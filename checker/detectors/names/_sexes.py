"""A woman's first name that has become the man's, or the other way round: Juan Echeverría напомнила, who is Juana.

In Russian Хуана is Juana, and the genitive of Juan. The verb of the original says which: a past tense has a gender.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors.names._mentions import bare
from checker.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors.names._mentions import Sides
    from checker.model import Alignment, Rule, Token

_ASIDE = frozenset({"ADVB", "PRCL"})
_NAMES = frozenset({"Name", "Surn", "Patr", "surname"})
_NEAR = 4
"""Words between a name and its verb: the surname, an adverb."""
_SPEAKING = frozenset(
    """сказать добавить пояснить рассказать отметить напомнить заявить подчеркнуть сообщить признаться уточнить
    объяснить ответить написать считать говорить заметить предположить подтвердить""".split()  # noqa: SIM905
)
"""Verbs behind which a name is the subject: сказала Александра."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A first name of the original: its sex, how it is written in Latin letters, and how the other sex's is."""

    sex: str
    own: frozenset[str]
    other: frozenset[str]


@cache
def _names() -> Mapping[str, _Name]:
    """The names of name_sexes.tsv by their nominatives."""
    found: dict[str, _Name] = {}
    for row in data.rows("name_sexes"):
        women, men = (frozenset(row[column].lower().split()) for column in ("women", "men"))
        found |= {name.lower(): _Name("femn", women, men - women) for name in row["woman"].split()}
        found |= {name.lower(): _Name("masc", men, women - men) for name in row["man"].split()}
    return found


def other_sex(beads: Sequence[Sides], alignment: Alignment, rule: Rule) -> Iterator[Finding]:
    """First names of the translation that are a man's where the original's is a woman, and the reverse."""
    for bead in beads:
        for tokens in bead.source:
            for number, token in enumerate(tokens):
                name = _names().get(token.text.lower()) if token.text[:1].isupper() else None
                if name is None or not _acts(tokens, number, name.sex) or _namesake(bead, token):
                    continue
                said = {bare(word).lower(): word for word in bead.capitals}
                wrong = [said[form] for form in said if form in name.other]
                if len(wrong) == 1 and name.own.isdisjoint(said) and not _owns(wrong[0]):
                    span = alignment.target.span(wrong[0].start, wrong[0].stop)
                    source = alignment.source.span(token.start, token.stop)
                    who = "a woman" if name.sex == "femn" else "a man"
                    message = f'«{source.text}» is {who} here, "{span.text}" is not'
                    advice = "/".join(sorted(form.capitalize() for form in name.own))
                    yield Finding(rule, span, message, rule.severity, 0.85, source, f"[{advice}]")


def _owns(word: Token) -> bool:
    """Whether somebody or something is said to be of him: Alexander's wife."""
    return bare(word) != word.text


def _namesake(bead: Sides, name: Token) -> bool:
    """Whether another word of the original may be the same name of the other sex: Александр и Александра."""
    stem = name.text.lower().rstrip("аяийоь")
    others = (one for tokens in bead.source for one in tokens if one is not name and one.text[:1].isupper())
    return any(one.text.lower().startswith(stem) for one in others)


def _acts(tokens: Sequence[Token], number: int, sex: str) -> bool:
    """Whether a name is the subject of a past verb of its sex, and no other noun of that sex may be."""
    begin, end = _clause(tokens, number)
    rest = [*tokens[begin:number], *tokens[number + 1 : end]]
    rivals = [one for one in rest if {"NOUN", "nomn", "sing", "femn"} <= one.tags and _NAMES.isdisjoint(one.tags)]
    if (sex == "femn" and rivals) or (number and "PREP" in tokens[number - 1].tags):
        return False
    for one in tokens[number + 1 : min(end, number + 1 + _NEAR)]:
        if "VERB" in one.tags:
            return {"past", "sing", sex} <= one.tags
        if not (one.text[:1].isupper() or one.tags & _ASIDE):
            break
    before = tokens[number - 1] if number else tokens[number]
    return {"VERB", "past", "sing", sex} <= before.tags and (before.lemma in _SPEAKING or "intr" in before.tags)


def _clause(tokens: Sequence[Token], number: int) -> tuple[int, int]:
    """Where the clause around a word begins and ends."""
    begin, end = number, number + 1
    while begin and tokens[begin - 1].text not in ",;:—–.«»":
        begin -= 1
    while end < len(tokens) and tokens[end].text not in ",;:—–.«»":
        end += 1
    return begin, end
