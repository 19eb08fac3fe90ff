"""Russian words by the dictionary of pymorphy3 (OpenCorpora)."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from checker.languages._language import Language

if TYPE_CHECKING:
    from collections.abc import Iterable

_KINDS = {"Name": "name", "Surn": "surname", "Patr": "patronymic", "Geox": "place", "Orgn": "organisation"}
_CYRILLIC = re.compile(r"[Ѐ-ӿ0-9.'-]+")
"""What the dictionary is asked about; some rare characters of other scripts it cannot even look at."""
FOREIGN = frozenset({"LATN"})


class Russian(Language):
    """Lemma and OpenCorpora grammemes of the likeliest reading.

    Beside the grammemes (NOUN, anim, masc, sing, gent ...) the tags are "name", "surname",
    "patronymic", "place" and "organisation" where any dictionary reading of a capitalised word is
    one, "appellative" where another reading of it is a common noun (Кабанов), and "known" where the dictionary
    has the word. Every form that a word with cases may be is a tag as well, the likeliest not the only one:
    "gent+sing+femn", "nomn+plur+femn".
    """

    way = "dictionary"
    lists = ("small",)  # loads in 0.05 s instead of 0.7 s; which words there are, the dictionary knows better

    @cached_property
    def _dictionary(self) -> Any:
        import pymorphy3

        return pymorphy3.MorphAnalyzer()

    def _analyse(self, word: str) -> tuple[str, frozenset[str]]:
        if not _CYRILLIC.fullmatch(word):
            return word.lower(), FOREIGN
        readings = self._dictionary.parse(word)
        best = readings[0]
        tags = {str(grammeme) for grammeme in best.tag.grammemes}
        proper = [reading for reading in readings if _KINDS.keys() & reading.tag.grammemes]
        if word[:1].isupper():
            tags.update(_KINDS[kind] for reading in proper for kind in _KINDS.keys() & reading.tag.grammemes)
            if proper and any(reading.is_known and _common_noun(reading.tag.grammemes) for reading in readings):
                tags.add("appellative")
        if any(reading.is_known for reading in readings):
            tags.add("known")
        tags.update(_form(reading.tag) for reading in readings if reading.tag.case and reading.tag.POS != "NUMR")
        return best.normal_form, frozenset(tags)


def _form(tag: Any) -> str:
    """Case, number and gender of a reading."""
    return "+".join(filter(None, (tag.case, tag.number, tag.gender)))


def _common_noun(grammemes: Iterable[str]) -> bool:
    found = frozenset(map(str, grammemes))
    return "NOUN" in found and not found & (_KINDS.keys() | {"Abbr", "Trad"})
