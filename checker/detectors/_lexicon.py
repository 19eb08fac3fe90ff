"""Which English words there are, British and American, and which one a garbled word was meant to be."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker import data
from checker.bounds import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SLIPS = 2.5
"""Zipf frequency below which a web list holds slips beside its words, which many make: aquire."""
_COMMON = 3.0
PLAIN = 2.0
"""From here on a word that is on no list of wrong ones needs no second look."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PREFIXES = tuple(
    """agro anti archaeo astro auto bio cardio co counter cross cyber de dis eco ethno euro ex extra geo giga glacio
    hydro hyper il im in infra inter ir kilo macro mega meta micro mid mini mis mono multi narco neo neuro non
    nuclear out over palaeo paleo para petro photo poly post pre pro proto pseudo psycho pyro quasi radio re self
    semi socio sub super techno tele trans ultra un under uni up vice""".split()  # noqa: SIM905
)
_SUFFIXES = tuple(
    """ability able ably al ally ance ation dom ed edly ee en ened ening er ers es esque est ful fully hood ial ible ic
    ical ically ied ier ies iest ification ified ify ily iness ing ingly ings ish isation ise ised iser ises ising ism
    isms ist ists ity ive ively ization ize ized izer izes izing less let lets like ling lings ly ment ments ness or ors
    ory ous s ship some ster ward wards wise y""".split()  # noqa: SIM905
)
_SECOND = frozenset(
    """bank beam bed berry bird board boat boot bowl box brush cake car cart case cloth coat craft door dress drop fall
    field fire fish fly foot fruit fur gate grass ground gun guard hall hat head hill hole hook horn horse hold house
    hull hut jacket keeper kettle knife ladder lamp land leaf light line load lock maker mark master meal meat mill net
    nut pan path piece pile pipe pit place plate pole pool post pot proof rack rail ring road rod roof room root rope
    sack shed shell ship shirt shoe shop side skin smith smoke stable stalk stall stand stick stock stone store storm
    stove straw stream suit tail tent tower track trap tree trough tube wagon wall water weed wheel wind wing wood work
    worker worm yard""".split()  # noqa: SIM905
)
_SECOND = _SECOND | {f"{word}s" for word in _SECOND}
"""What compounds of two nouns end in, new ones too: splashboard, mudbank, hopfield."""
_FUNCTION = frozenset(
    """a about after all also an and any are as at be been before but by can could for from had has have he her his how
    if in into is it its more most no not of on one only or other our out over she should so some such than that the
    their them then there these they this those to under up was we were what when where which while who will with
    would you your""".split()  # noqa: SIM905
)


@cache
def misspellings() -> dict[str, str]:
    """Misspellings that are no words, with their correction."""
    return {row["wrong"]: row["right"] for row in data.rows("misspellings")}


@cache
def russianisms() -> dict[str, tuple[str, str]]:
    """Non-words of machine translation with what to write and the Russian word behind them."""
    return {row["nonword"]: (row["suggestion"], row["source"]) for row in data.rows("nonwords")}


@lru_cache(WORDS)
def listed(word: str) -> bool:
    """Whether a list of English has the word."""
    import simplemma

    return bool(simplemma.is_known(word, lang="en"))


def _bases(word: str) -> Iterator[str]:
    """What a word may be derived from by one prefix or one suffix."""
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 4:
            yield word[len(prefix) :]
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            stem = word[: -len(suffix)]
            yield stem
            yield stem + "e"
            yield stem + "y"
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]
    if word.endswith(("ized", "izing", "izes", "ization", "ize")):
        yield re.sub(r"iz(?=(?:ed|ing|es|ation|e)\Z)", "is", word)


_FOREIGN = frozenset(
    {"tenge", "tenges", "manat", "manats", "shouldn", "mightn", "oughtn", "needn", "mustn", "bulker", "bulkers"}
    | {"incomer", "incomers", "narcologist", "narcologists"}
)
"""Words of the news, and what stands before the apostrophe of some, that are a slip away from others."""
_VERB = 2.6
"""Zipf from which a verb has its doer."""
_HEARD = 3.5
_SOUNDS = (
    ("ane", "ain"), ("ain", "ane"), ("ea", "ee"), ("ee", "ea"), ("ite", "ight"), ("aught", "ought"), ("aut", "aught"),
    ("ceed", "cede"), ("cede", "ceed"), ("tial", "cial"), ("cial", "tial"), ("sion", "tion"), ("cion", "tion"),
    ("ph", "f"), ("f", "ph"), ("wh", "w"), ("kw", "qu"), ("ks", "x"), ("ow", "ough"), ("uff", "ough"), ("eau", "o"),
)  # fmt: skip
"""Letters that sound alike, where a slip puts one for the other."""


def _alike(word: str) -> Iterator[str]:
    """What a word would be with one stretch of letters written as it sounds."""
    for wrong, right in _SOUNDS:
        at = word.find(wrong)
        while at >= 0:
            yield word[:at] + right + word[at + len(wrong) :]
            at = word.find(wrong, at + 1)


_PERSONS = ("woman", "women", "man", "men")


class Lexicon:
    """English words by frequency and by rule of derivation; `zipf` is the language's frequency."""

    def __init__(self, zipf: Callable[[str], float]) -> None:
        self.zipf = zipf
        self.plain = lru_cache(WORDS)(self._plain)
        self._known: dict[str, bool] = {}
        self._typos: dict[str, str | None] = {}
        self._nearest: dict[str, str] = {}

    def _plain(self, text: str) -> bool:
        """Whether a word as it stands is a common one without a capital, an 's or a slip: the most of any text."""
        return text.islower() and self.zipf(text) >= PLAIN and text not in misspellings() and text not in russianisms()

    def known(self, word: str) -> bool:
        """Whether a lower-case word is English: listed, or made from a common word by one affix."""
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._decide(word)
        return found

    def _decide(self, word: str) -> bool:
        if word in misspellings() or word in russianisms():
            return False
        if self.zipf(word) >= _SLIPS or listed(word) or word in _FOREIGN or self._made(word):
            return True
        if len(word) > 45 or self.typo(word) is not None:
            return False
        if self.zipf(word) > 0:
            return True
        if any(self.zipf(base) >= _COMMON for base in _bases(word) if base not in misspellings()):
            return True
        # Prefix and ending at once (reinjecting), two nouns in one word (cinemagoing), un- and a participle (unmown).
        if word.startswith("un") and len(word) >= 6 and listed(word[2:]):
            return True
        plural = word.endswith("s") and len(word) > 6 and not word.endswith("ss") and self.known(word[:-1])
        return plural or any(listed(base) and len(base) > 4 for base in _bases(word)) or self._compound(word)

    def _made(self, word: str) -> bool:
        """Whether a word is made by a rule without exceptions, whatever other word is a slip away.

        Who startles is a startler, oceanaria are more than one oceanarium, a motordrome is a track for motors.
        """
        doer = re.fullmatch(r"(\w{5,}e)rs?", word)
        if doer and listed(doer[1]) and self.zipf(doer[1]) >= _VERB:
            return True
        track = re.fullmatch(r"(\w{4,})dromes?", word)
        if track and self.known_well(track[1]):
            return True
        return word.endswith(("aria", "oria")) and self.known(f"{word[:-1]}um")

    def known_well(self, word: str) -> bool:
        """Whether a word is listed and in use: no abbreviation, prefix or piece of a word."""
        return len(word) > 2 and self.zipf(word) >= _COMMON and listed(word)

    def _compound(self, word: str) -> bool:
        """Two common words in one, or a person of a trade (mortarman)."""
        trade = next((word.removesuffix(end) for end in _PERSONS if word.endswith(end)), "")
        if len(trade) > 3 and (listed(trade + "man") or (self.zipf(trade) >= _COMMON and listed(trade))):
            return True
        cuts = [(word[:cut], word[cut:]) for cut in range(3, len(word) - 3)]
        return any(
            self.zipf(one) >= 4 and self.zipf(other) >= 4 and len(one) > 3 and not {one, other} & _FUNCTION
            for one, other in cuts
        ) or any(other in _SECOND and self.known_well(one) and one not in _FUNCTION for one, other in cuts)

    def typo(self, word: str) -> str | None:
        """The one common word a single slip away, or None where there is none or more than one."""
        if word not in self._typos:
            self._typos[word] = self._slip(word)
        return self._typos[word]

    def _slip(self, word: str) -> str | None:
        if word in misspellings():
            return misspellings()[word]
        if not 5 <= len(word) <= 24:
            return None
        swapped = _swaps(word)  # fingers out of step are the commonest slip
        near = sorted(((self.zipf(one) + (1.5 if one in swapped else 0), one) for one in _edits(word)), reverse=True)[
            :2
        ]
        best, second = near[0], near[1] if len(near) > 1 else (0.0, "")
        clear = best[0] >= _COMMON and best[0] >= second[0] + 0.7 and best[0] >= self.zipf(word) + 2
        return best[1] if clear else self._heard(word)

    def _heard(self, word: str) -> str | None:
        """The one common word that sounds alike: explane, greated."""
        heard = {one for one in _alike(word) if self.zipf(one) >= max(_HEARD, self.zipf(word) + 2)}
        return heard.pop() if len(heard) == 1 else None

    def nearest(self, word: str) -> str:
        """The likeliest word at most two slips away (three in a long word), or ""."""
        if word not in self._nearest:
            self._nearest[word] = self._likeliest(word)
        return self._nearest[word]

    def _likeliest(self, word: str) -> str:
        slip = self.typo(word)
        if slip:
            return slip
        if not 5 <= len(word) <= 24:
            return ""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        limit = 2 if len(word) < 10 else 3
        found = process.extract(word, _common_words(word[0]), scorer=OSA.distance, score_cutoff=limit, limit=20)
        swapped = _swaps(word)
        ranked = sorted(found, key=lambda hit: (hit[1], hit[0] not in swapped, -self.zipf(hit[0])))
        return ranked[0][0] if ranked else ""

    def glued(self, word: str) -> str:
        """``impossible to`` for ``impossibleto``: two common words, one of them a function word; or ""."""
        best = (0.0, "")
        for cut in range(2, len(word) - 1):
            left, right = word[:cut], word[cut:]
            if not (left in _FUNCTION or right in _FUNCTION) or min(len(left), len(right)) < 2:
                continue
            score = min(self.zipf(left), self.zipf(right))
            if score >= 3.5 and len(word) >= 6 and score > best[0]:
                best = (score, f"{left} {right}")
        return best[1]


def _swaps(word: str) -> frozenset[str]:
    """Two neighbouring letters changed round."""
    return frozenset(word[:n] + word[n + 1] + word[n] + word[n + 2 :] for n in range(len(word) - 1))


def _edits(word: str) -> set[str]:
    """Everything one slip away: a letter lost, added, changed, or two changed round."""
    cuts = [(word[:n], word[n:]) for n in range(len(word) + 1)]
    lost = {a + b[1:] for a, b in cuts if b}
    changed = {a + letter + b[1:] for a, b in cuts if b for letter in _LETTERS}
    added = {a + letter + b for a, b in cuts for letter in _LETTERS}
    return (lost | _swaps(word) | changed | added) - {word}


@cache
def _common_words(initial: str) -> tuple[str, ...]:
    import wordfreq

    frequencies = wordfreq.get_frequency_dict("en", "large")
    limit = 10 ** (_COMMON - 9)
    return tuple(one for one, often in frequencies.items() if often >= limit and one[0] == initial and one.isalpha())
