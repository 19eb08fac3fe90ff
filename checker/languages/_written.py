"""Numbers written out where words are not set apart, or run together: 三百五十万, 이천오백, สองร้อยห้าสิบ, ორმოცდახუთი.

Signs up to 99 add or are multiplied by the scale sign behind them; 万, 億 and ล้าน close a group of figures. A sign by
itself is a number only where a word that is counted follows (三人, 두 명): elsewhere it is a part of any word.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.languages._numerals import Lexicon

SCRIPTS = re.compile(r"[\u0e01-\u0e4e\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_THAI = re.compile(r"[\u0e01-\u0e4e]")
_LONGEST = 100
"""Characters; what is longer is no number anybody reads."""
_DIGITS = 3
"""Figures in a row that are read one by one: 二〇一八. Two are "three or four"."""


def alternatives(forms: Iterable[str]) -> str:
    """Forms as the alternatives of a pattern, the longest first; one that nothing matches where there are none."""
    return "|".join(sorted(map(re.escape, forms), key=len, reverse=True)) or r"(?!)"


def patterns(lexicon: Lexicon) -> str:
    """The groups of a pattern that cuts out written numbers (``run``) and the words beside them (``literal``)."""
    run = rf"(?:{lexicon.number_sign.pattern})+"
    known = (form for form in lexicon.literals if SCRIPTS.match(form) and not re.fullmatch(run, form))
    literal = alternatives(known)
    if lexicon.borrowed:
        literal, run = (rf"(?<![\uac00-\ud7a3])(?:{part})" for part in (literal, run))
    thai = rf"|(?P<thai>(?:(?!{literal}|{run})[\u0e01-\u0e4e])+)" if any(map(_THAI.match, lexicon.signs)) else ""
    return rf"(?P<literal>{literal})|(?P<run>{run}){thai}"


def written(text: str, start: int, stop: int, lexicon: Lexicon) -> Fraction | None:
    """The value of a run of number signs; None where it is no number."""
    run = text[start:stop]
    if len(run) > _LONGEST:
        return None
    signs = lexicon.number_sign.findall(run)
    counted = _counter(lexicon.counters).match(text, stop) is not None
    if not counted and (len(signs) < 2 or run in lexicon.plain or (lexicon.borrowed and not _ends_word(text, stop))):
        return None
    if lexicon.borrowed and not _chosen(signs, text[stop : stop + 1], lexicon):
        return None
    plain = [lexicon.signs[sign] for sign in signs if sign in lexicon.signs]
    if len(plain) == len(signs) and all(value < 10 for value in plain):
        return _figures(plain)
    return _sum(signs, lexicon)


def _chosen(signs: Sequence[str], behind: str, lexicon: Lexicon) -> bool:
    """Whether a run of figures of two origins is a number: their own take no scale, borrowed ones need one."""
    kinds = {"borrowed" if sign in lexicon.borrowed else "own" if sign in lexicon.signs else "scale" for sign in signs}
    if kinds == {"scale"} and len(signs) == 1:
        return behind in (" ", "\u00a0")  # 조 명 is a trillion people, 조명 is light
    return kinds in ({"own"}, {"scale"}, {"scale", "borrowed"})


def _ends_word(text: str, stop: int) -> bool:
    return not SCRIPTS.match(text, stop)


def _figures(values: Sequence[Fraction]) -> Fraction | None:
    if len(values) == 1:
        return values[0] if values[0] > 1 else None  # "one" is an article, or a part of every other word
    return Fraction("".join(str(value) for value in values)) if len(values) >= _DIGITS else None


def _sum(signs: Sequence[str], lexicon: Lexicon) -> Fraction | None:
    """The value by groups; None for "three or four", and where a group is closed out of order."""
    total = section = Fraction(0)
    figure: Fraction | None = None
    last = Fraction(1)
    for sign in signs:
        value = lexicon.signs.get(sign)
        if value is not None and value < 10:
            if figure:
                return None
            figure = value
        elif value is not None:
            section += value
        else:
            last = lexicon.written_scales[sign]
            if last < lexicon.closing:
                section, figure = section + (1 if figure is None else figure) * last, None
            else:
                group = section + (figure or 0)
                total, section, figure = total + (group or 1) * last, Fraction(0), None
    # 三百五, 一万五: the last figure counts the next smaller scale.
    tail = last / 10 if signs[-2:-1] and signs[-2] in lexicon.shortened else 1
    return total + section + (figure or 0) * tail


@cache
def _counter(forms: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"[ \u00a0]?(?:{alternatives(forms)})")


def compounded(low: str, lexicon: Lexicon) -> Fraction | None:
    """A word of tens and units with a link between them: ორმოც-და-ხუთი is forty and five."""
    head, link, tail = low.partition(lexicon.link)
    if not link:
        return None
    tens, units = (lexicon.words.get(part, {}).get("add") for part in (head, tail))
    return tens + units if tens and units and tens >= 20 > units else None
