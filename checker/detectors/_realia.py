"""Foreign words that a translation carries over on purpose: things of one country, and words it explains."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker.data import rows
from checker.detectors._transliteration import folded
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Token

_ENDINGS = "аяоеыиьй"
_CASES = frozenset("а я у ю е и ы о ь ой ей ою ею ью ом ем ам ям ами ями ах ях ов ев ий".split()) | {""}  # noqa: SIM905
"""Endings of a noun's cases: братин-ами."""
_STEM = 3
_SUBSTANCES = frozenset(
    """препарат лекарство вещество стимулятор средство допинг капля вакцина антибиотик таблетка яд пестицид гормон
    анальгетик наркотик витамин ингредиент компонент гербицид инсектицид удобрение соединение фермент минерал
    сыворотка мазь сироп анестетик анаболик мельдоний диуретик стероид""".split()  # noqa: SIM905
)
"""Words beside which an unknown one is the name of what they are."""
_PLACES = 20
"""Places of a word that are looked at: one that stands oftener is explained at its first."""
_REACH = 90
"""Characters behind a word within which its explanation ends."""

_SAYS = re.compile(
    r"""[”"'’*_]?(?:
        [ ]?\(|:[ ][a-z]
      | ,[ ](?:or\s|that\sis|i\.[ ]?e\.|meaning|literally|which\s(?:means|is\s(?:what|how)|translates)|namely|known\s
          |(?:a|the|as)\skind\sof|what\s(?:is|we|they|the)\s)
      | ,?[ ]as\s[^,.;:()]{1,40}\s(?:called|known|named|termed|dubbed|nicknamed|say|call\sit|call\sthem)\b
      | ,?[ ](?:means|meant)\s | ,?[ ]is\s(?:a\skind\sof|the\s(?:local|Russian)\s)
      | [ ][–—-][ ][a-z][^,.;:()–—]{0,60}\bfor\s )""",
    re.VERBOSE,
)
_BESIDE = re.compile(r"[”\"'’*_]?(?P<mark>,| [–—-]) (?P<rest>[^,;:.!?()–—\n]{4,90})(?P<close>[,;:.!?()–—\n]|\Z)")
_BEFORE = re.compile(
    r"(?:\b(?:called|named|known\sas|termed|dubbed|nicknamed|word|term|Russian|say)"
    r"|\b(?:called|known\sas)\s[^,.;:]{3,30},|\w,\sor)\s[“\"'‘*_]?(?:an?\s|the\s)?\Z"
)
_PHRASE = re.compile(r"(?:an?|one of|the|some|those|our|his|her|their|its) ")
_LISTED = re.compile(r"\b(?:and|or|nor) (?:(?:an?|the|some|his|her|their) |\d|[\w-]+(?: [\w-]+)?\Z)")
_THINGS = re.compile(
    r"(?!\w+(?:ing|ed)\b)(?:[a-z][a-z'’-]+ ){1,4}?[a-z-]*[a-rt-z]s\b(?!\s(?:was|were|is|are|and|or)\b)"
)
"""Several things by name, without an article: paper-thin rye pancakes; sheets of dried berries."""
_ONE_WORD = re.compile(r"[a-z]+s (?:of|on|in|for|with|made|from) ")
_GOES_ON = re.compile(r"\s*(?:was|were|is|are|had|has|have|in|on|at|to|for|that|which|who|would|could|will|can)\b")
_NO_PHRASE = frozenset(
    """and but or so then who which that he she it they we i you not when while where if
    because""".split()  # noqa: SIM905
)


@cache
def _words() -> frozenset[str]:
    return frozenset(word for row in rows("realia") for word in row["words"].split())


@cache
def _stems() -> frozenset[str]:
    stems = {word.rstrip(_ENDINGS) for word in _words()}
    stems |= {word[:-2] + "к" for word in _words() if word.endswith(("ок", "ек"))}
    return frozenset(stem for stem in stems if len(stem) >= _STEM)


@cache
def _loans() -> frozenset[str]:
    loans = (row for row in rows("transliterated_words") if row["status"] == "loan")
    return frozenset(folded(form) for row in loans for form in row["english"].split("|"))


def is_loan(latin: str) -> bool:
    """Whether a word of a translation is one that English has taken over."""
    return folded(latin) in _loans()


def is_realia(russian: str) -> bool:
    """Whether a Russian word, in any case, is the name of a thing that English has no word of its own for."""
    low = plain(russian)
    for part in {low, *low.split("-")}:
        cuts = range(max(_STEM, len(part) - 3), len(part) + 1)
        if part in _words() or any(part[cut:] in _CASES and part[:cut] in _stems() for cut in cuts):
            return True
    return False


def is_substance(word: Token, sentence: Sequence[Token]) -> bool:
    """Whether a word that no Russian list has is the name of a drug or another substance, by its sentence."""
    return "known" not in word.tags and any(other.lemma in _SUBSTANCES for other in sentence)


def is_term(word: Token, ours: Token, translation: str) -> bool:
    """Whether a translation has a word again that is foreign to Russian too: the name of a dish, a plant, a game."""
    return "known" not in word.tags and translation.lower().count(ours.text.lower()) > 1


class Explained:
    """Which words a text explains where it first has them; one object serves a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = any(self._beside(start, start + len(word)) for start in self._starts(word))
        return found

    def _starts(self, word: str) -> list[int]:
        starts: list[int] = []
        at = self._text.find(word)
        while at >= 0 and len(starts) < _PLACES:
            if not (self._text[at - 1 : at].isalpha() or self._text[at + len(word) : at + len(word) + 1].isalpha()):
                starts.append(at)
            at = self._text.find(word, at + len(word))
        return starts

    def _beside(self, start: int, stop: int) -> bool:
        if _SAYS.match(self._text, stop) or _BEFORE.search(self._text, max(0, start - 50), start):
            return True
        found = _BESIDE.match(self._text, stop, stop + _REACH + 10)
        if found is None:
            return False
        rest, dash = found["rest"].strip(), "," not in found["mark"]
        if rest.split(" ", 1)[0].lower() in _NO_PHRASE or not rest[:1].islower():
            return False
        listed = _LISTED.search(rest) is not None
        if _PHRASE.match(rest):
            return dash or not (listed or self._goes_on_listing(found))
        things = (_THINGS.match(rest) or _ONE_WORD.match(rest)) is not None
        return (
            things
            and not listed
            and (dash or found["close"] != "," or _GOES_ON.match(self._text, found.end()) is not None)
        )

    def _goes_on_listing(self, found: re.Match[str]) -> bool:
        """Whether what stands behind the phrase is one more of a list: a tulup, a hat, a pair of boots."""
        behind = self._text[found.end() : found.end() + 8].lstrip()
        return found["close"] == "," and behind.startswith(("a ", "an ", "and a ", "and an ", "or a "))
