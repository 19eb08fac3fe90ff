"""Magnitudes: how many, before anything is said about of what. Digits, number words and scale words."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from checker.languages._fractions import fraction, mixed, scaled, written_fraction
from checker.languages._profile import words
from checker.languages._quantity_text import HYPHENS, Magnitude, Text
from checker.languages._spoken_amounts import couple, inverted, past_case, past_excess

_SUFFIXES = {
    "en": frozenset({"st", "nd", "rd", "th"}),
    "ru": words("й го му м х ю ой ого ая ое ые ых ым ми е я ый ий ти"),
    "uk": words("й го му м х ю ої ого а е і ий та те ті та ту ми річний"),
    "be": words("й га му м х ю ай я ы ая ае ыя ых ым ці"),
}
_GLUED_SCALES = {
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "tn": 10**12,
    "tln": 10**12,
    "trn": 10**12,
}


_NOTHING, _NO_LIMIT = Fraction(0), Fraction(10**18)
_DOZEN = 12
_JOINED = {"en": (100, 1000)}  # what may be added with a joint: "a hundred and five", never "twenty and five"


def magnitude(text: Text, index: int) -> Magnitude | None:
    """The magnitude that begins at a piece, the longest reading first."""
    if index not in text.read:
        text.read[index] = _magnitude(text, index)
    return text.read[index]


def _magnitude(text: Text, index: int) -> Magnitude | None:
    for read in (_inverted, couple, written_fraction, mixed, fraction, _indefinite, _group, _cardinal, _named):
        found = read(text, index)
        if found is not None:
            return found
    return None


def _inverted(text: Text, index: int) -> Magnitude | None:
    return inverted(text, index, magnitude)


def _indefinite(text: Text, index: int) -> Magnitude | None:
    """Tens of thousands, сотни миллионов, several hundred, миллионы: at least one of them."""
    at, value = index, None if _one_and_more(text, index) else text.is_a(index, "many")
    tens = text.is_a(index, "add") if text.lexicon.composed_teens else None
    if tens == 10 and (text.is_a(index + 1, "many") or 0) >= 1000:
        value, at = tens * (text.is_a(index + 1, "many") or 1), index + 1  # on binlerce
    if value is None and text.is_a(index, "several") is not None:
        at = index + 1 if text.low(index + 1) not in HYPHENS else index
        value = text.is_a(at, "scale") or text.is_a(at, "hundred") or text.is_a(at, "group") or text.is_a(at, "many")
        if value is not None and at > index and value == 12:
            value = Fraction(10)
    if value is None or (at == index and text.is_a(index, "scale") and text.is_a(index - 1, "several")):
        return None
    at += 1
    step = at + 1 if text.low(at) in text.lexicon.of else at
    scale = text.is_a(step, "scale") or text.is_a(step, "many")
    if scale and scale > value:
        value, at = value * scale, step + 1
    return Magnitude(value, value * 10, at, "many", rounded=True)


def _group(text: Text, index: int) -> Magnitude | None:
    """Десяток, полсотни, две дюжины, a dozen, half a dozen."""
    count = text.is_a(index, "add")
    at = index + 1 if count is not None else index
    if text.lexicon.code == "en" and text.low(index) == "a":
        at = index + 1
    size = text.is_a(at, "group")
    if size is None or (text.low(at) == "score" and count is None):
        return None
    if text.lexicon.code == "ru" and at == index and text.is_a(index - 1, "ordinal") not in (None, 1):
        return None  # седьмой десяток is an age; первая сотня is the top hundred
    value, at = size * (count or 1), at + 1
    more = _half_after(text, at) if text.lexicon.code == "en" and size == _DOZEN else None
    if more is not None:
        value, at = value + size * more[0], more[1]  # a dozen and a half
    return scaled(text, Magnitude(value, value, at))


def _cardinal(text: Text, index: int) -> Magnitude | None:
    """Digits and number words with their scale words: "5 млн 300 тыс.", "двадцать пять тысяч триста"."""
    total, current, limit, last_scale, at = _NOTHING, None, _NO_LIMIT, _NO_LIMIT, index
    digits = excess = False
    half = _NOTHING
    while True:
        read = _next_part(text, at, current, limit, last_scale, total)
        if read is None:
            past = past_excess(text, at) if at > index else at
            if past == at:
                break
            excess, at = True, past
            continue
        kind, value, at_next = read
        if kind == "add" and digits:
            break  # "1.7 million four years ago"
        if kind == "thousands":
            total, limit, last_scale = total * value, value, value
            at = at_next
            continue
        if kind == "ordinal":
            whole = total + (current or 0) + value
            return Magnitude(whole, whole, at_next, "ordinal", digits)
        if kind == "scale":
            total += (Fraction(1) if current is None else current + half) * value
            current, limit, last_scale, half = None, value, value, Fraction(0)
        elif kind == "hundred":
            current, limit = (current or 1) * value, value
        elif kind == "half":
            half = value
        else:
            current = (current or 0) + value
            limit = _below(value, text.lexicon.composed_teens) if kind == "add" else Fraction(0)
            digits = digits or kind == "digits"
        at = at_next
    if at == index:
        return None
    group = text.is_a(at, "group") if half and not total else None
    if group is not None:
        value = ((current or 0) + half) * group  # два с половиной десятка
        return scaled(text, Magnitude(value, value, at + 1, digits=digits))
    value = total + (current or 0) + half
    found = Magnitude(value, value, at, digits=digits, scale=last_scale if total else Fraction(1), rounded=excess)
    return _suffixed(text, found)


def _below(value: Fraction, composed_teens: bool) -> Fraction:
    """What may still be added after a number word: units after tens (and after ten in on bir), tens after hundreds."""
    if value >= 100:
        return Fraction(100)
    return Fraction(10) if value >= 20 or (value == 10 and composed_teens) else Fraction(0)


def _next_part(
    text: Text, at: int, current: Fraction | None, limit: Fraction, last_scale: Fraction, total: Fraction
) -> tuple[str, Fraction, int] | None:
    """The next part of a cardinal: (kind, value, index after it)."""
    number = text.number(at)
    if number is not None:
        if current is None and (not total or (text.is_a(at + 1, "scale") or last_scale) < last_scale):
            return "digits", number, past_case(text, at + 1)
        return None
    inside = current is not None or bool(total)
    step = at
    if (inside and text.low(at) in HYPHENS and current is not None and limit == 10) or (
        inside and text.low(at) in text.lexicon.joints and limit in _JOINED.get(text.lexicon.code, (10, 100, 1000))
    ):
        step = at + 1
    tens = _tens_after(text, at) if current is not None and text.lexicon.clitics else None
    if tens is not None and current is not None and 0 < current % 100 < 10:
        return "add", tens[0], tens[1]
    half = _half_after(text, at) if current is not None else None
    if half is not None:
        return "half", half[0], half[1]
    value = text.is_a(step, "add")
    if value is not None and (value < limit) and (step == at or value > 0):
        return "add", value, step + 1
    scale = text.is_a(at, "scale")
    if scale is not None and scale < last_scale and (inside or _single_scale(text, at)):
        return "scale", scale, at + 1
    if scale is not None and scale > last_scale == 1000 and current is None and text.lexicon.code in ("es", "pt"):
        return "thousands", scale, at + 1  # 37 mil millones
    hundred = text.is_a(at, "hundred")
    if hundred is not None and (current is None or current < 100):
        return "hundred", hundred, at + 1
    order = text.is_a(step, "ordinal")
    if order is not None and current and order >= 1000 and text.lexicon.code == "en" and text.number(at - 1) is None:
        return "ordinal", current * order - current, step + 1  # the hundred thousandth visitor
    if order is not None and order < limit and (not inside or order >= 1):
        return "ordinal", order, step + 1
    return None


def _tens_after(text: Text, at: int) -> tuple[Fraction, int] | None:
    """Arabic counts units before tens: خمسة وعشرون, خمسة عشر."""
    if text.low(at) in text.lexicon.joints:
        value = text.is_a(at + 1, "add")
        return (value, at + 2) if value is not None and 20 <= value < 100 else None
    return (Fraction(10), at + 1) if text.is_a(at, "add") == 10 else None


def _half_after(text: Text, at: int) -> tuple[Fraction, int] | None:
    """ "с половиной", "и три четверти", "and a half", "and three quarters"."""
    joint = at + 1 if text.low(at) in HYPHENS else at
    if text.is_a(joint, "and") is None:
        return None
    at = joint
    low = text.low(at + 1 + (joint_hyphen := int(text.low(at + 1) in HYPHENS)))
    at += joint_hyphen
    step = at + 2 if low in ("a", "one") else at + 1
    step += int(text.low(step) in HYPHENS)
    count = text.is_a(step, "add") if step == at + 1 else None
    if count is not None and count <= 3 and text.is_a(step + 1, "fraction") == Fraction(1, 4):
        return count * Fraction(1, 4), step + 2
    share = text.is_a(step, "fraction")
    if share is None or (text.lexicon.code == "ru" and not text.low(step).endswith(("иной", "ью"))):
        return None
    return share, step + 1


def _single_scale(text: Text, at: int) -> bool:
    """Whether a scale word without a number is exactly one: "тысяча", "миллион рублей", "a million".

    A short form needs its digits, and "multi-million" says of no number how many.
    """
    english = text.lexicon.code == "en"
    if english and (text.low(at) in _SHORT or (text.low(at - 1) in HYPHENS and text.low(at - 2) == "multi")):
        return False
    return text.is_a(at, "many") is None or _one_and_more(text, at)


def _one_and_more(text: Text, at: int) -> bool:
    """Whether a scale in the genitive is one with what follows: из тысячи ста, до миллиона двухсот тысяч."""
    if text.low(at) not in _ONE_OF_A_SCALE or not text.low(at + 1).endswith(_MORE_IN_THE_GENITIVE):
        return False
    return text.is_a(at + 1, "add") is not None


def _suffixed(text: Text, found: Magnitude) -> Magnitude:
    """Take in what is glued to digits: "25th", "25-й", "1.5m", "£2bn"."""
    if not found.digits:
        return found
    at = found.stop
    code = text.lexicon.code
    if text.glued(at) and text.low(at) in _SUFFIXES["en"]:
        return replace(found, stop=at + 1, kind="ordinal")
    if text.low(at) in HYPHENS and text.glued(at) and text.glued(at + 1):
        if code in _SUFFIXES and code != "en" and text.low(at + 1) in _SUFFIXES[code]:
            return replace(found, stop=at + 2, kind="ordinal")
        scale = _scale_stem(text, at + 1)
        if scale is not None:
            return replace(found, low=found.low * scale, high=found.high * scale, stop=at + 2, scale=scale)
    joined = text.glued(at) or (text.low(at) in ("m", "b", "k") and text.low(at - 2)[-1:] in ("$", "€", "£"))
    scale = Fraction(_GLUED_SCALES.get(text.low(at), 0)) if joined and found.scale == 1 else Fraction(0)
    if code == "en" and scale and not _is_metre(text, at) and not _is_code(text, at):
        return replace(found, low=found.low * scale, high=found.high * scale, stop=at + 1, scale=scale)
    return found


def _scale_stem(text: Text, at: int) -> Fraction | None:
    """ "10-миллионный", "5-тысячный", "10-million"."""
    order = text.is_a(at, "ordinal") if text.lexicon.code == "ru" else text.is_a(at, "scale")
    return order if order is not None and order >= 1000 else None


def _is_code(text: Text, at: int) -> bool:
    """Whether a capital behind digits is a part of a code: -1B, Room 5B; not of "$5B" or "2-3B"."""
    ahead = text.pieces[at - 2] if at >= 2 else None
    if ahead is None or not text.pieces[at].text.isupper():
        return False
    if ahead.text in HYPHENS:
        return text.glued(at - 1) and text.number(at - 3) is None
    named = ahead.kind == "word" and ahead.text[:1].isupper() and not ahead.text.isupper() and at > 2
    return named and text.low(at - 1).isdigit() and ahead.text not in text.lexicon.symbols


def _is_metre(text: Text, at: int) -> bool:
    """Whether a glued "m" is metres: no currency stands before the digits and a length word comes after."""
    if text.pieces[at].text != "m":
        return False
    before = text.low(at - 2)
    if text.low(at + 1) == "of" and text.low(at + 2) in _IT:
        return False  # 275m of the advance that was spoken of
    return not (before and before[-1] in "$€£¥₽₸₴") and text.low(at + 1) in _METRE_NEIGHBOURS


_SHORT = words("thou thous ths thsd mil mln mn bn bln tn tln trn trln")
_ONE_OF_A_SCALE = words("тысячи")
_MORE_IN_THE_GENITIVE = ("ста", "сот", "десяти", "двадцати", "тридцати", "сорока", "девяноста")

_METRE_NEIGHBOURS = words(
    "long high tall wide deep away below above race final run sprint hurdles relay freestyle butterfly and in from of"
)

_IT = words("it them this that these those which")


def _named(text: Text, index: int) -> Magnitude | None:
    """Words that hold a small number without naming it: both, a pair, единственный."""
    value = text.is_a(index, "both")
    return Magnitude(value, value, index + 1, "both") if value is not None else None
