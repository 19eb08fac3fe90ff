"""What signs behind figures say: 2018年5月3日, 平成30年, 9월 4일, 午後5時半, 80年代, 21世紀, 三分之二."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from checker.languages._quantity_text import Text

_YEAR, _MONTH, _DAY = frozenset("年년"), frozenset("月월"), frozenset("日号號일")
_HOUR, _MINUTE, _HALF = frozenset("点點时時시"), frozenset("分분"), frozenset("半반")
_OVER = ("分之", "分の", "분의")
_ERAS = {"平成": 1988, "令和": 2018, "昭和": 1925, "大正": 1911, "民国": 1911, "民國": 1911}
_LATE = ("下午", "晚上", "午後", "오후", "傍晚", "夜晚")
_EARLY = ("上午", "早上", "凌晨", "清晨", "午前", "오전", "새벽", "早晨")
_NO_NUMBER = ("代", "대", "年生", "学年", "학년", "年级", "年級", "番目", "번째", "주택")
"""Behind figures that count nothing: somebody in their teens, a pupil of the third form."""
_GENERATION = ("代", "대")
"""Also words for things that are counted (15만 대 are cars)."""
_LONGEST = 3
OPENINGS = frozenset(name[0] for name in (*_ERAS, *_LATE, *_EARLY))
"""Signs that a date or time begins with, where no figure does."""


class Signed(NamedTuple):
    """A reading: the index after it, its value, kind and unit."""

    stop: int
    value: Fraction
    kind: str
    unit: str


def signed(text: Text, index: int) -> Signed | None:
    """A date, time, decade, century or fraction that signs make of figures; None where they make none."""
    opens = text.low(index) in OPENINGS
    if not text.lexicon.glued or not (opens or text.number(index) is not None):
        return None
    for read in (_date, _clock, _era, _fraction):
        found = read(text, index)
        if found is not None:
            return found
    return None


def counts_nothing(text: Text, index: int) -> bool:
    """Whether the figure belongs to the word behind it: 10代, 2年生, 3학년."""
    if not text.lexicon.glued or not _follows(text, index + 1, _NO_NUMBER):
        return False
    return text.low(index + 1) not in _GENERATION or (text.number(index) or 0) in range(10, 100, 10)


def _follows(text: Text, index: int, forms: tuple[str, ...]) -> int:
    """How many pieces one of some forms takes from `index` on; 0 for none of them."""
    written = ""
    for size in range(1, _LONGEST + 1):
        written += text.low(index + size - 1)
        if written in forms:
            return size
    return 0


def _date(text: Text, index: int) -> Signed | None:
    """Year, month and day ("2018-05-03", "--05-03", "--05"); a year of a reign alone is a year."""
    era, at = 0, index
    name = text.low(index) + text.low(index + 1)
    if name in _ERAS:
        era, at = _ERAS[name], index + 2
    year, at = _part(text, at, _YEAR, 2100) if not era else _reign(text, at)
    month, at = _part(text, at, _MONTH, 12)
    if not month:
        return Signed(at, Fraction(year + era), "year", "") if era and year else None
    day, at = _part(text, at, _DAY, 31)
    code = f"{year + era:04d}" if year else "-"
    return Signed(at, Fraction(0), "date", f"{code}-{month:02d}" + (f"-{day:02d}" if day else ""))


def _reign(text: Text, index: int) -> tuple[int, int]:
    if text.low(index) == "元" and text.low(index + 1) in _YEAR:
        return 1, index + 2
    return _part(text, index, _YEAR, 120)


def _part(text: Text, index: int, signs: frozenset[str], most: int) -> tuple[int, int]:
    """The figure before one of the signs and the index after the sign; (0, index) where there is none."""
    value = text.number(index)
    if value is None or value.denominator != 1 or not Fraction(0) < value <= most or text.low(index + 1) not in signs:
        return 0, index
    return int(value), index + 2


def _clock(text: Text, index: int) -> Signed | None:
    """午後5時半, 13点10分, 오전 11시 15분, 下午5：30: minutes since midnight."""
    half, at = _half_of_day(text, index)
    hour = text.number(at)
    if hour is None or hour.denominator != 1 or hour > 24:
        return None
    minutes: Fraction | None = None
    if text.low(at + 1) in _HOUR and text.low(at + 2) != "间" and text.low(at + 2) not in ("間", "간"):
        minutes, stop = Fraction(0), at + 2
        if text.low(stop) in _HALF:
            minutes, stop = Fraction(30), stop + 1
        elif text.number(stop) is not None and text.low(stop + 1) in _MINUTE:
            minutes, stop = text.number(stop) or Fraction(0), stop + 2
        elif text.low(at + 1) in "点點" and half is None:
            return None  # three points
    elif text.low(at + 1) in (":", "：") and text.glued(at + 2) and text.low(at + 2).isdigit():
        minutes, stop = text.number(at + 2), at + 3
    if minutes is None or minutes >= 60:
        return None
    value = hour * 60 + minutes
    if half is not None:
        value = value % 720 + half
    return Signed(stop, value, "time", "h24" if half is not None or value >= 780 else "h12")


def _half_of_day(text: Text, index: int) -> tuple[Fraction | None, int]:
    name = text.low(index) + text.low(index + 1)
    if name in _EARLY:
        return Fraction(0), index + 2
    return (Fraction(720), index + 2) if name in _LATE else (None, index)


def _era(text: Text, index: int) -> Signed | None:
    """80年代, 1990년대; 21世紀, 20세기."""
    value = text.number(index)
    if value is None:
        return None
    size = _follows(text, index + 1, ("年代", "년대"))
    if size and value % 10 == 0:
        return Signed(index + 1 + size, value, "year", "decade")
    size = _follows(text, index + 1, ("世纪", "世紀", "세기"))
    return Signed(index + 1 + size, value, "century", "") if size and value <= 30 else None


def _fraction(text: Text, index: int) -> Signed | None:
    """三分之二, 3分の2, 3분의 2: the share that is counted stands last."""
    under = text.number(index)
    size = _follows(text, index + 1, _OVER) if under else 0
    over = _sign(text, index + 1 + size) if size else None
    if under is None or over is None or not 0 < over < under <= 1000:
        return None
    stop = index + 2 + size
    return Signed(stop, over / under, "fraction", "") if under != 100 else Signed(stop, over, "percent", "%")


def _sign(text: Text, index: int) -> Fraction | None:
    value = text.number(index)
    return value if value is not None else text.lexicon.signs.get(text.low(index), _ONE.get(text.low(index)))


_ONE = {"一": Fraction(1), "일": Fraction(1)}
