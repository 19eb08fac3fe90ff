"""Figures told in a way of their own: rounds of a cup, Roman numerals, fiscal years, number words inside names."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.detectors._claims import Claim

_FINAL = re.compile(r"[ -](?:финал\w*|finals?\b)", re.IGNORECASE)
_ROMAN = re.compile(r"(?<![\w'’.])(?=[IVXLХІ])(?:X[LХ]|[LХ]|L?[XХ]{0,3})(?:[IІ][XХV]|V?[IІ]{0,3})(?![\w'’.])")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_LATIN = str.maketrans("ХІ", "XI")  # the Cyrillic letters that are typed for them
_ALONE = {"en": ("I", "L", "X"), "ru": ("L",)}
"""Single letters that are a pronoun, an initial or a name sooner than a number."""
_FISCAL = re.compile(r"\b(?:FY ?[’']?|[1-4][QH][’']?|[QH][1-4])(\d\d)\b")
_LIFE = re.compile(r"\s+году?\s+жизни")
_NUMBERED = re.compile(
    r"\b(?:FTSE|S&P|Nasdaq|NASDAQ|Fortune|Forbes|CAC|Nikkei|DAX|Stoxx|STOXX|Russell|ASX|IBEX|KOSPI|Topix|Route|Boeing"
    r"|Airbus|Formula|Channel|Windows|i[PO]\w{1,5}|Galaxy|Xbox|PlayStation|Apollo|Soyuz|Radio|Sky|Article|Section|Chapter"
    r"|Page|Room|Gate|Flight|Highway|Interstate|Reactor|Level|Category|Terminal|Platform|Number|No\.?)[ -]?$"
)
"""Names that a number is a part of, so that it counts nothing: the FTSE 100."""
_BASICS = re.compile(r"\b(?:[Tt]he|[A-Z]\w{2,20}) 101(?=[.,:;!?”»\"’)]|$| (?:for|on|in|to|of)\b)")
"""The number of a first course, for the rudiments of anything: Cooking 101, the 101 on bargains."""
_SAYINGS = re.compile(
    r"\b(?:24[/-]7|20[/-]20|9/11|50[/-]50|4[x×]4|the \$?64,000 dollar|forty winks|thanks a million|\w{2,8}-wheelers?"
    r"|(?:a|one) million(?:-dollar| dollar)? question|a million (?:miles|reasons|times|years|things|ways|to one)"
    r"|(?:nine|9)(?: |-)to(?: |-)(?:five|5)|(?:11|eleven)th hour|(?:ten|10)-foot pole"
    r"|g[aiv]{2}\w{1,3} (?:it )?(?:110|120|150|200) ?(?:%|per ?cent)"
    r"|(?:call|calls|called|calling|dial|dials|dialled|dialed|dialing|dialling|phone|phoned|ring|rang) (?:911|999|112)"
    r"|the (?:911|999|112)|(?:911|999|112) (?:call|calls|operator|operators|dispatcher|line|service)"
    r"|dressed to the nines|whole nine yards)\b"
    r"|\$64,000 question",
    re.IGNORECASE,
)
"""Sayings and names of services that no number is meant by: 24/7, 20/20 hindsight, call 911."""
_NEXT = re.compile(r"[ -]([^\W\d_]+)")
_OPENS = re.compile(r"(?:^|[.!?:;»”\"“«‘(\[—–]\s?)$")
_LONG = 4
"""Letters from which a word without a capital shows that a sentence is no headline."""
_SMALL = frozenset({"with", "from", "into", "over", "after", "about", "amid", "that", "than", "near", "under", "upon"})
_BEFORE = 40


def retold(claim: Claim, text: str) -> Claim:
    """A claim as the other language says it.

    A round of a cup told by its share of the final is how many are in it: 1/8 финала is the last 16. Who dies на 81-м
    году жизни is 80.
    """
    if claim.quantity.kind == "ordinal" and _LIFE.match(text, claim.quantity.stop):
        return replace(claim, added=True)
    if claim.quantity.kind != "fraction" or claim.value.numerator != 1 or not _FINAL.match(text, claim.quantity.stop):
        return claim
    left = Fraction(2 * claim.value.denominator)
    quantity = replace(claim.quantity, low=left, high=left, kind="number")
    return replace(claim, value=left, quantity=quantity, added=False)


def roman(text: str, lang: str) -> Iterator[str]:
    """The values of the Roman numerals of a text."""
    for match in _ROMAN.finditer(text):
        letters = match.group().translate(_LATIN)
        if letters and letters not in _ALONE.get(lang, ()):
            values = [_VALUES[letter] for letter in letters]
            pairs = zip(values, [*values[1:], 0], strict=True)
            yield str(sum(-one if one < two else one for one, two in pairs))


def fiscal(text: str) -> Iterator[str]:
    """Years without their century in the short names of quarters and business years: FY15, 1Q15."""
    yield from (f"20{match[1]}" for match in _FISCAL.finditer(text))


def within_name(text: str, start: int, stop: int) -> bool:
    """Whether a number word of a sentence is a part of a capitalised name: Ocean's Eleven, the Twelve Architects.

    The word that opens a sentence, and the words of a headline, have their capital anyway.
    """
    word, before = text[start:stop], text[max(0, start - _BEFORE) : start]
    said = (found for pattern in (_SAYINGS, _BASICS) for found in pattern.finditer(text))
    if any(found.start() <= start and stop <= found.end() for found in said):
        return True
    if word.isdigit():
        return _NUMBERED.search(before) is not None
    if not word[:1].isupper() or not start or not _running(text):
        return False
    if not _OPENS.search(before):
        return True  # a number word in the midst of a sentence has a capital for no other reason
    quoted = before[-1:] in ('"', "“", "«", "‘") and text[stop : stop + 1] in ('"', "”", "»", "’")
    after = _NEXT.match(text, stop)
    beyond = _NEXT.match(text, after.end()) if after is not None and after[1][0].isupper() else None
    return quoted or (beyond is not None and beyond[1][0].isupper())


def _running(sentence: str) -> bool:
    """Whether long words of a sentence have no capital, as they have in a headline; prepositions have none there."""
    words = {word for word in re.findall(r"[^\W\d_]+", sentence) if len(word) >= _LONG and word.islower()}
    return len(words - _SMALL) > 1
