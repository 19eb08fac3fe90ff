"""A foreign name in the letters of the Russian spelling here and in its own there: Uitlok and Whitlock for Уитлок."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors._transliteration import misfit, transliterates
from checker.detectors.consistency._name_keys import goes_on, home_grown, key
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from checker.detectors._evidence import Evidence
    from checker.model import Token

_STEM = 5
"""Letters of a name that its cases have in common."""
_ENDING = 3
"""Letters of a case ending at most."""
_SHORTEST = 5
_SLIP = 0.65
"""From here on a form has a slip of a letter, rather than the correspondences of another language."""
_PLACES = 3
"""Places of a name that are looked at."""


def two_spellings(
    names: Sequence[str], places: Mapping[str, Sequence[Token]], zipf: Callable[[str], float], evidence: Evidence
) -> Iterator[tuple[str, str, Token]]:
    """The name in its own spelling, the letter-by-letter one and the word of the original.

    Both stand for one word, in different sentences; the first fits it, but is no transliteration of it. Of a name
    that is half Russian (Вельяминов-Ган) the letter-by-letter one comes first.
    """
    spelt = [(name, token) for name in names if (token := _spelt_out(name, places[name], zipf, evidence)) is not None]
    for name, token in spelt:
        taken = {id(evidence.bead(place.start)) for place in places[name]}
        for other in names:
            part = other.lower() in name.lower() or name.lower() in other.lower()
            if part or len(other) < _SHORTEST - 1 or key(other) == key(name) or goes_on(other, name):
                continue
            found = [place for place in places[other][:_PLACES] if id(evidence.bead(place.start)) not in taken]
            if any(_stands_for(other, token, evidence.tokens(place.start)) for place in found):
                yield (name, other, token) if home_grown(token.text) else (other, name, token)
                break


def _spelt_out(name: str, places: Sequence[Token], zipf: Callable[[str], float], evidence: Evidence) -> Token | None:
    """The foreign word of the original that a name unknown to English is letter by letter."""
    if len(name) < _SHORTEST or zipf(name) > 0 or not name.isascii():
        return None
    for place in places[:_PLACES]:
        for token in evidence.tokens(place.start):
            half = "-" in token.text
            foreign = (
                token.text[:1].isupper()
                and (half or not home_grown(token.text))
                and not {"Name", "known"} <= token.tags
            )
            forms = (token.text, token.text[:-1], token.lemma)
            if foreign and "Patr" not in token.tags and any(transliterates(form, name) for form in forms):
                return token
    return None


def _stands_for(name: str, spelt: Token, tokens: Sequence[Token]) -> bool:
    """Whether a form fits that word, in any case, best of all, and is no transliteration of it."""
    stem = _stem(spelt)
    capitals = [token for token in tokens if token.text[:1].isupper()]
    if not any(_stem(token) == stem for token in capitals):
        return False
    best = min(capitals, key=lambda token: _unfit(token, name))
    plainly = any(transliterates(form, name) for form in (best.text, best.lemma))
    return _same(best, spelt) and _unfit(best, name) * max(len(best.text), len(name)) < _SLIP and not plainly


def _unfit(token: Token, name: str) -> float:
    return min(misfit(form, name) for form in (token.text, token.text[:-1], token.lemma))


def _stem(token: Token) -> str:
    return plain(token.text[:_STEM])


def _same(one: Token, two: Token) -> bool:
    """Whether two words can be cases of one: Родопах is none of Родопигаз."""
    words = plain(one.text), plain(two.text)
    shared = next((at for at, (left, right) in enumerate(zip(*words, strict=False)) if left != right), 99)
    return min(shared, *map(len, words)) >= max(map(len, words)) - _ENDING
