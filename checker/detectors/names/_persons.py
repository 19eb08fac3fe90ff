"""Names of the people of a language without capitals: 文在寅, 문재인 and Moon Jae-in, 习近平 and Xi Jinping.

In the original such a name is sure beside a title or a verb of saying, in English by its form: a given name with a
hyphen, or two words that are Mandarin syllables. Where a bead has one of each and they do not sound alike,
and the English one is heard nowhere near, another person stands there.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.model import Token

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.names._sounds import Hearing

    Sentences = Sequence[Sequence[Token]]

_HYPHENED = re.compile(r"[A-Z][a-z]+-[a-z]+\Z")
_CAPITAL = re.compile(r"[A-Z][a-z]+\Z")
_CLASSES = 2
"""Consonants of a name that can be told from another's."""


def exchanged(
    theirs: Sentences, ours: Sentences, near: Sequence[Sentences], ear: Hearing
) -> tuple[Token, Token] | None:
    """The person of the original and the other one of the translation; None where they are one, or not sure to be two.

    `near` are the original's beads around, with this one.
    """
    names = [one for tokens in ours for one in _names(tokens, ear)]
    if len(names) != 1:
        return None
    persons = [one for tokens in theirs for one in _titled(tokens, ear)]
    lost = [one for one in persons if _sure(one, ear) and not ear.named(one.text, names[0].text)]
    if len({one.text for one in lost}) != 1:
        return None
    around = (one for bead in near for tokens in bead for one in ear.surnamed(tokens))
    return None if any(ear.named(one.text, names[0].text) for one in around) else (lost[0], names[0])


def _sure(person: Token, ear: Hearing) -> bool:
    return min(len(form) for form in ear.heard(person.text)) >= _CLASSES


def _titled(tokens: Sequence[Token], ear: Hearing) -> Iterator[Token]:
    """Names of which a title or a verb of saying stands to the right or left."""
    ends = {token.stop: token.text for token in tokens}
    for person in ear.surnamed(tokens):
        before = ends.get(person.start, ends.get(person.start - 1, ""))
        behind = next((token.text for token in tokens if person.stop <= token.start <= person.stop + 1), "")
        foreign = ear.ear.signs.issuperset(person.text) if ear.ear.signs else False
        if not foreign and (before.endswith(ear.ear.titles) or behind.startswith(ear.ear.titles)):
            yield person


def _names(tokens: Sequence[Token], ear: Hearing) -> Iterator[Token]:
    """Surname and given name of a Korean or Chinese in English."""
    for one, two in pairwise(tokens):
        if two.start != one.stop + 1 or not _CAPITAL.match(one.text):
            continue
        mandarin = one.text.lower() in ear.family_names and _CAPITAL.match(two.text)
        if _HYPHENED.match(two.text) or (mandarin and _mandarin().match(two.text.lower())):
            text = f"{one.text} {two.text}"
            yield Token(one.start, two.stop, text, text, "word")


@cache
def _mandarin() -> re.Pattern[str]:
    """Words of Mandarin syllables."""
    from anyascii import anyascii

    syllables = {anyascii(chr(code)).lower() for code in range(0x4E00, 0x9FA6)}
    known = sorted((one for one in syllables if one.isalpha()), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(known)}){{1,2}}\Z")
