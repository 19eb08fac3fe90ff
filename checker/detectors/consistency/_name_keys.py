"""What spellings of one name have in common, and which of two came through the Russian one."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from checker.bounds import WORDS
from checker.detectors._transliteration import misfit

if TYPE_CHECKING:
    from checker.model import Token

_FOLDS = (
    (re.compile(r"['’ʼ-]"), ""),
    (re.compile(r"shch|stch|sch(?=[aeiouy])"), "shh"),
    (re.compile(r"sch(?=[mnlvw])"), "sh"),
    (re.compile(r"tch"), "ch"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ck|c(?![heiy])|q"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"tz"), "ts"),
    (re.compile(r"(?<=[oe])ff?\Z"), "v"),
    (re.compile(r"[yj]"), "i"),
    (re.compile(r"\Aie"), "e"),
    (re.compile(r"i+e"), "e"),
    (re.compile(r"(?<=[mstvrnl])io(?=[a-z])"), "e"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=sk)aia\Z"), "a"),
)


@lru_cache(WORDS)
def key(name: str) -> str:
    """What all transliterations of a name have in common."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))
    for pattern, common in _FOLDS:
        plain = pattern.sub(common, plain)
    return plain


_HISSED = str.maketrans(
    {"š": "sh", "ś": "sh", "ş": "sh", "ș": "sh", "ž": "zh", "ż": "zh", "č": "ch", "ć": "ch", "ř": "rzh"}
)
"""Letters that a transliteration through Russian writes with two."""
_HOME = tuple("ов ова ев ева ёв ёва ин ина ын ына ский ская цкий цкая ко ых их".split())  # noqa: SIM905
_SHORTEST = 4
_SLIP = 0.5
"""The price of a slip by a letter at the least; correspondences of other languages cost less."""
_AT_HOME = re.compile(r"[wxq]|j(?=[aeou])|ic\Z")
"""Letters by which a name is spelt as its bearer does, for no transliteration has them: Lubwanga, Vujovic."""


_PARTICLES = frozenset("de du des la le les di del della da do dos das von zu y et d'".split())  # noqa: SIM905
_BEFORE = frozenset("in from near the and of at for to old new greater north south east west central".split())  # noqa: SIM905
"""Words that English has before a town, in a headline or a sentence's opening with a capital."""


def called(before: Token) -> bool:
    """Whether the word before a town makes it part of a longer name: Union Montréal, Stade de Québec, FC Zürich."""
    low = before.text.lower()
    return before.kind == "word" and (low in _PARTICLES or (before.text[:1].isupper() and low not in _BEFORE))


LIVES_ON = frozenset(
    """University Opera Stock Exchange High Cup Railway Duck Chicken Review Presidency Dockyard Mail Road Hotel Club
    Protocol Library""".split()  # noqa: SIM905
)
"""What keeps the old name of a town: Peking University, the Bombay Stock Exchange."""


def keys(name: str) -> tuple[str, ...]:
    """The key, and the one of the name with its marks written out: Živanović and Zhivanovich have one in common."""
    low = name.lower()
    return tuple(dict.fromkeys((key(name), key(low.translate(_HISSED)))))


def goes_on(one: str, two: str) -> bool:
    """Whether one form is the other with an ending: a plural, a demonym, a woman's surname; "zh" for "j" is none."""
    if _family(one) != one.lower() or _family(two) != two.lower():
        one, two = _family(one), _family(two)
    short, long = sorted((one, two), key=len)
    if len(long) == len(short):
        return long == short
    ending = long[len(short) - 1 :]
    changed = long.startswith(short[:-1]) and ending[:1] in "aeiouy" and ending[-1] != short[-1]
    return long.startswith(short) or changed


def _family(name: str) -> str:
    """A surname of which the plural speaks of the whole family: the Remizovs beside Remizova."""
    low = name.lower()
    return low.removesuffix("s") if len(low) > _SHORTEST and low.endswith(("vs", "ns", "ys", "is", "os")) else low


def home_grown(name: str) -> bool:
    """Whether a surname, or one half of it, is formed as in Russia."""
    return any(part.endswith(_HOME) for part in name.lower().split("-"))


def through_russian(source: Token, one: str, two: str, often: tuple[float, float]) -> str:
    """Of two spellings of a foreign name the one nearer to the Russian letters; "" where none is sure to be foreign.

    Sure where the other one has marks or letters that no transliteration has (Havránek, Vujovic), or where English
    knows it (Hathaway).
    `often` is how common both are, on the scale of Zipf.
    """
    text = source.text.lower()
    if "Patr" in source.tags:
        return ""
    forms = (source.lemma, text, text[:-1], text[:-2]) if len(text) > _SHORTEST + 1 else (source.lemma, text)
    unlike = [min(misfit(form, name, strict=True) for form in forms) for name in (one, two)]
    marked = [not name.isascii() for name in (one, two)]
    if marked[0] != marked[1]:
        return one if marked[1] else two
    if text.endswith(_HOME):
        return ""
    lettered = [_AT_HOME.search(name.lower()) is not None for name in (one, two)]
    if lettered[0] != lettered[1] and "known" not in source.tags and max(often) == 0:
        theirs, other = (one, two) if lettered[0] else (two, one)
        if misfit(source.lemma, theirs) < _SLIP / len(theirs) and min(misfit(form, other) for form in forms) == 0:
            return other
    if unlike[0] == unlike[1]:
        return ""
    (known, usual), ours = (often, one) if unlike[0] < unlike[1] else (often[::-1], two)
    return ours if known == 0 < usual else ""
