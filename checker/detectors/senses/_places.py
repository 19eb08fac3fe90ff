"""Where a word of the original stands, as far as its clause tells: what a row of misreadings.tsv may ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.patterns import QUOTES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Token

_DASHES = frozenset({"—", "–", "-"})
_CLOSING = frozenset({"»", '"', "”", "“", ",", "!", "?", "…", "..."})
_NOUNS = frozenset({"NOUN", "NPRO", "NUMR"})
_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
_LIKE = frozenset({"nomn", "accs"})
"""Cases that look alike as often as not."""
_BETWEEN = frozenset({"ADJF", "PRTF", "Apro", "Anum", "ADVB", "PRCL"})
_PERSONS = frozenset({"ADJF", "PRTF"})
_NAMES = frozenset({"name", "surname", "patr"})
_GENDERS = frozenset({"masc", "femn", "neut"})
_REACH = 5
"""Words to either side of a verb within which what it does something to stands."""


def holds(name: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word stands so: a grammeme of it, the name of a place below, or not after a word, as in "-как"."""
    if name[0] == "-":
        return at == 0 or tokens[at - 1].text.lower() != name[1:]
    asked = PLACES.get(name)
    return asked(tokens, at) if asked else name in tokens[at].tags


def is_name(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is somebody's name: a capital within a sentence, or before another one, where it may be a name."""
    if _NAMES.isdisjoint(tokens[at].tags) or not tokens[at].text[:1].isupper():
        return False
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return (at > 0 and tokens[at - 1].kind == "word") or after[:1].isupper()


def _tells(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb says who said what was quoted: «…», — бросил он."""
    if at < 2 or tokens[at - 1].text not in _DASHES or tokens[at - 2].text not in _CLOSING:
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return after is not None and (not after.tags.isdisjoint({"nomn", "name", "surname"}) or after.text[:1].isupper())


def _owns(tokens: Sequence[Token], at: int) -> bool:
    """Whether a genitive follows that the word is no adjective of: простой судна, and not простой работы."""
    after = at + 1
    while after < len(tokens) and tokens[after].kind == "word" and not _BETWEEN.isdisjoint(tokens[after].tags):
        after += 1
    if after < len(tokens) and _genitive(tokens[after]):
        return not _qualifies(tokens[at], tokens[after])
    last = tokens[after - 1]  # an adjective that stands as a noun: защита обвиняемого
    return after - 1 > at and "gent" in last.tags and not _PERSONS.isdisjoint(last.tags)


def _qualifies(word: Token, noun: Token) -> bool:
    """Whether an adjective agrees with a noun: in the plural, or in gender."""
    if "ADJF" not in word.tags or "NOUN" not in noun.tags:
        return False
    return "plur" in word.tags or not (_GENDERS & word.tags).isdisjoint(noun.tags)


def _genitive(token: Token) -> bool:
    """Whether a noun may be one; the dictionary takes «судна» for a short adjective."""
    return "gent" in token.tags or "ADJS" in token.tags


def _bare(tokens: Sequence[Token], at: int) -> bool:
    return not _owns(tokens, at)


def _objectless(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing stands in the clause that a verb could do something to: линия так и не заработала."""
    for step in (1, -1):
        place, steps = at + step, 0
        while 0 <= place < len(tokens) and steps < _REACH and _within(tokens[place]):
            token = tokens[place]
            if token.kind == "number" or (not _NOUNS.isdisjoint(token.tags) and _objective(tokens, place)):
                return False
            steps += token.kind == "word"
            place += step
    return True


def _within(token: Token) -> bool:
    return token.kind != "mark" or token.text in QUOTES


def _objective(tokens: Sequence[Token], place: int) -> bool:
    """Whether a noun stands without a preposition in a case that a verb may want."""
    if tokens[place].tags.isdisjoint({"accs", "gent", "datv", "ablt"}):
        return False
    before = place - 1
    while before >= 0 and tokens[before].kind == "word" and not _BETWEEN.isdisjoint(tokens[before].tags):
        before -= 1
    governed = before >= 0 and not tokens[before].tags.isdisjoint({"PREP", "NOUN"})
    return not governed


def _reaches(tokens: Sequence[Token], at: int) -> bool:
    return not _objectless(tokens, at)


def _alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adjective stands as a noun: no noun follows that it could go with."""
    for token in tokens[at + 1 : at + 4]:
        if token.kind != "word":
            return True
        if "NOUN" in token.tags:
            shared = _CASES & tokens[at].tags
            return shared.isdisjoint(token.tags) and not (shared <= _LIKE and _LIKE & token.tags)
        if token.tags.isdisjoint(_BETWEEN):
            return True
    return True


PLACES = {
    "tells": _tells,
    "owns": _owns,
    "bare": _bare,
    "objectless": _objectless,
    "reaches": _reaches,
    "alone": _alone,
}
