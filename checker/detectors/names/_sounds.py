"""Names between an alphabet and a script that writes them by ear: katakana, Hangul, Chinese, Arabic, Georgian.

A word is reduced to the classes of its consonants (K, L, N, P, S, T): カバノー, 캐버노, كافانو and Kavanaugh are KPN.
Vowels, h, w and y are left out, and what is hard to tell by ear is one class. So two words that do not sound alike here
are sure to be two names; two that do may still be. How a language writes by ear stands in its file (`Ear`);
Chinese signs are read by the Mandarin readings of anyascii (ISC).
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, cached_property, lru_cache
from itertools import groupby, product
from typing import TYPE_CHECKING

from checker.bounds import WORDS
from checker.detectors._transliteration import folded, romanised
from checker.model import Token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checker.notation import Ear

_CONSONANTS = {"K": "kgqc", "S": "sz", "T": "td", "N": "nm", "P": "pbfv", "L": "lr"}
_LATIN = {letter: name for name, letters in _CONSONANTS.items() for letter in letters}
_SPELT = (
    (re.compile(r"gh|^k(?=n)|h|w|y"), ""), (re.compile(r"x"), "ks"), (re.compile(r"c(?=[ei])|j|dg(?=[ei])"), "s"),
)  # fmt: skip
_DIGRAPHS = ((re.compile(r"ph"), "f"), (re.compile(r"t?sch|t?ch|sh|cz|ts|tz|zh|dzh|dz"), "s"), (re.compile(r"kh"), "k"))
_MUTE = re.compile(r"r(?![aeiou])")
_NASAL = re.compile(r"(?<=[aeiou])ng(?![aeiou])")
_MUTE_ENDS = "tsxzdpnm"
"""Consonants that French and others write at the end of a name and do not say."""
_CLASSES = 3
"""Consonants of a word that says anything by its sound."""
_LONG = 6
"""Consonants from which two may be heard otherwise."""
_SIGNS = 8
"""Signs of the longest name that is looked for where words are not set apart."""
_GIVEN = 3
"""Syllables of a full name in Chinese and Korean, at most; a rare few have more."""
_STEM = 3
"""Letters that are left of a word without its endings."""
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_HANGUL, _VOWELS = 0xAC00, 21


class Hearing:
    """How the words of one language sound."""

    def __init__(self, ear: Ear) -> None:
        self.ear = ear
        self._script = re.compile(rf"[{ear.script}]+\Z")
        self._before = _one_of(ear.before, rf"\A(?:{{}})(?={'.' * _STEM})")
        self._behind = _one_of(ear.behind, rf"(?<={'.' * min(_STEM, ear.shortest - 1)})(?:{{}})\Z")
        self.writes = lru_cache(WORDS)(self._writes)
        self.heard = lru_cache(WORDS)(self._heard)
        self.alike = lru_cache(65_536)(self._alike)
        self._reading = lru_cache(4_096)(self._read)

    def _writes(self, word: str) -> bool:
        """Whether a word is written in the script."""
        return self._script.match(word) is not None

    def names(self, tokens: Sequence[Token], frequency: Callable[[str], float]) -> Iterator[Token]:
        """Words that are taken for names: rare ones, and by their form; where signs are words, stretches of them."""
        if self.ear.signs:
            yield from self._stretches(tokens, frequency)
            return
        for token in tokens:
            if token.kind == "word" and self.writes(token.text) and self._is_name(token.text, frequency):
                yield token

    def _is_name(self, word: str, frequency: Callable[[str], float]) -> bool:
        ear, bare = self.ear, self._bare(word)
        return (
            len(bare) >= ear.shortest
            and not bare.endswith(ear.never)
            and not any(letter in word[:-1] for letter in ear.final)
            and (not ear.marks or any(mark in bare for mark in ear.marks))
            and max(frequency(word), frequency(bare)) < ear.rare
            and self.telling(word)
        )

    def _bare(self, word: str) -> str:
        return self._behind.sub("", self._before.sub("", word))

    def _stretches(self, tokens: Sequence[Token], frequency: Callable[[str], float]) -> Iterator[Token]:
        """Neighbouring words of signs that names are written with, none of them common but for single signs."""
        run: list[Token] = []
        for token in (*tokens, None):
            fits = (
                token is not None
                and set(token.text) <= self.ear.signs
                and (len(token.text) == 1 or frequency(token.text) < self.ear.rare)
            )
            if run and not (fits and token is not None and token.start == run[-1].stop):
                text = "".join(one.text for one in run)
                if self.ear.shortest <= len(text) <= _SIGNS and max(map(len, self.heard(text))) >= _CLASSES:
                    yield Token(run[0].start, run[-1].stop, text, text, "word")
                run = []
            if fits and token is not None:
                run.append(token)

    def words(self, tokens: Sequence[Token]) -> Iterator[str]:
        """Words that may be a name of the other side."""
        if not self.ear.signs:
            words = (token.text for token in tokens if token.kind == "word")
            yield from (word for word in words if not word.endswith(self.ear.never))
            return
        for first, token in enumerate(tokens):
            text, stop = "", token.start
            if not self.writes(token.text):
                yield token.text
            for other in tokens[first : first + _SIGNS]:
                text += other.text
                if other.start != stop or not self.writes(other.text) or len(text) > _SIGNS:
                    break
                stop = other.stop
                yield text

    def surnamed(self, tokens: Sequence[Token]) -> Iterator[Token]:
        """Stretches that may be a name of its own people: a surname and a given name of one or two syllables."""
        for first, token in enumerate(tokens):
            if token.text[0] not in self.ear.surnames:
                continue
            text, stop = "", token.start
            for other in tokens[first : first + (_GIVEN if self.ear.signs else 1)]:
                text += other.text
                if other.start != stop or not self.writes(other.text):
                    break
                stop = other.stop
                for form in dict.fromkeys((text, text if self.ear.signs else self._bare(text))):
                    if len(form) in (_GIVEN - 1, _GIVEN):
                        yield Token(token.start, token.start + len(form), form, form, "word")

    @cached_property
    def family_names(self) -> frozenset[str]:
        """The surnames as they are read: xi, li, wang."""
        return frozenset(_ascii(sign).lower() for sign in self.ear.surnames)

    def named(self, person: str, latin: str) -> bool:
        """Whether a name of its own people may be one in Latin letters, in any spelling."""
        return any(_close(form, other) for form in self.heard(person) for other in _spelt(latin))

    def telling(self, word: str) -> bool:
        """Whether a word has consonants enough to be told from others by ear."""
        forms, least = (self.heard(word), _CLASSES) if self.writes(word) else (_spelt(word), self.ear.least)
        return min(len(form) for form in forms) >= least

    def _alike(self, one: str, two: str) -> bool:
        """Whether a word of letters may be the name that a word of the script writes by ear, in either order."""
        if self.writes(one) == self.writes(two):
            return False
        heard, latin = (one, two) if self.writes(one) else (two, one)
        if self.ear.signs and not self.ear.signs.issuperset(heard):
            return _ascii(heard).lower() == folded(latin)
        return any(_close(form, other) for form in self.heard(heard) for other in _spelt(latin))

    def _heard(self, word: str) -> tuple[str, ...]:
        """The consonant classes of a word, and those of it without its case ending or article."""
        return tuple(
            dict.fromkeys(form for text in dict.fromkeys((self._bare(word), word)) for form in self._classes(text))
        )

    def _classes(self, word: str) -> list[str]:
        """As every writer may mean it: one that says K for a letter says so throughout."""
        said = [kind for piece in self._pieces(word) if (kind := self._sounds.get(piece))]
        doubtful = sorted({kind for kind in said if len(kind) > 1})
        found = []
        for choice in product(*doubtful):
            meant = dict(zip(doubtful, choice, strict=True))
            found.append(_squeezed("".join(meant.get(kind, kind) for kind in said).replace("-", "")))
        return found

    @cached_property
    def _sounds(self) -> dict[str, str]:
        return dict(self.ear.sounds)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = sorted((form for form, _ in self.ear.sounds), key=len, reverse=True)
        return re.compile("|".join(re.escape(form) for form in forms) + "|.")

    def _pieces(self, word: str) -> Iterator[str]:
        for place, sign in enumerate(word if self.ear.signs else self._pattern.findall(word)):
            if self.ear.signs:
                yield from self._reading(sign)
            elif 0 <= ord(sign[0]) - _HANGUL < 11_172:
                initial, rest = divmod(ord(sign) - _HANGUL, _VOWELS * len(_FINALS))
                first = "^" + _INITIALS[initial]
                yield first if place == 0 and first in self._sounds else _INITIALS[initial]
                yield "-" + _FINALS[rest % len(_FINALS)]
            else:
                yield sign

    def _read(self, sign: str) -> tuple[str, ...]:
        return tuple(self._pattern.findall(_ascii(sign).lower()))


def _one_of(forms: Sequence[str], pattern: str) -> re.Pattern[str]:
    """`pattern` with its braces filled by the forms; one that nothing matches where there are none."""
    return re.compile(pattern.replace("{}", "|".join(map(re.escape, forms))) if forms else r"(?!)")


@cache
def hearing(ear: Ear) -> Hearing:
    """The hearing of a language, made once."""
    return Hearing(ear)


@lru_cache(WORDS)
def kin(one: str, two: str) -> bool:
    """Whether two Latin words may be one name in the spelling of two languages: Pjongjang and Pyongyang."""
    return any(
        min(len(left), len(right)) >= _CLASSES and _close(left, right) for left in _spelt(one) for right in _spelt(two)
    )


def apart(one: str, two: str) -> int:
    """How many consonants of a romanised name a Latin word has not, or has too many; mute ones at its end are none."""
    from rapidfuzz.distance import Levenshtein

    heard = _spelt(one)
    said = {*_spelt(two), *_spelt(two.lower().rstrip(_MUTE_ENDS))}
    # Bouchet for Буше, Petrovs for Петров; letters changed round may be the original's slip.
    if any(form.startswith(name) or sorted(form) == sorted(name) for form in said for name in heard):
        return 0
    return min(Levenshtein.distance(name, form) for name in heard for form in said)


def _close(one: str, two: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    if len(two) >= _CLASSES and two in one:
        return True  # a part of a compound: ウエストバージニア
    most = max(len(one), len(two))
    return Levenshtein.distance(one, two) <= (0 if most < _CLASSES + 1 else 1 if most < _LONG else 2)


@lru_cache(WORDS)
def _spelt(word: str) -> tuple[str, ...]:
    """The consonant classes of a Latin word, with every r, and without those that are not spoken in Parker."""
    plain = _ascii(folded(word)).replace("'", "")
    lisped = re.sub(r"g(?=[ei])", "s", plain.replace("th", "s"))
    spoken = [_spoken(form) for form in (plain, lisped, re.sub(r"(?<!s)ch", "k", plain))]
    forms = [form for word in spoken for form in (word, _MUTE.sub("", word), _NASAL.sub("n", word))]
    return tuple(dict.fromkeys(_squeezed("".join(_LATIN.get(letter, "") for letter in form)) for form in forms))


def _spoken(word: str) -> str:
    for pattern, letters in (*_DIGRAPHS, *_SPELT):
        word = pattern.sub(letters, word)
    return word


def _ascii(text: str) -> str:
    """In the letters of ASCII: signs by their Mandarin reading, Cyrillic letters transliterated."""
    if text.isascii():
        return text
    from anyascii import anyascii

    return str(anyascii(text))


def _squeezed(classes: str) -> str:
    return "".join(name for name, _ in groupby(classes))


def respelt(name: Token, latin: str) -> bool:
    """Whether a Latin word is a name itself with a letter too many, too few or out of its place: Goemz for Гомес."""
    ours = folded(latin)
    for form in (name.text, name.lemma):
        theirs = folded(romanised(form))
        apart = (Counter(theirs) - Counter(ours)) + (Counter(ours) - Counter(theirs))
        if len(ours) > 4 and ours[:1] == theirs[:1] and apart.total() <= 1:
            return True
    return False
