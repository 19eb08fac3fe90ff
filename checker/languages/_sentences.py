"""Sentence splitting by an ordered list of small rules over every place where a sentence may end.

The design (candidates, then rules of which the first with an opinion decides) is that of razdel
(https://github.com/natasha/razdel). Every rule looks at a bounded window, so the time is linear.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.languages._clauses import cut
from checker.languages._cut import WINDOW, WORD, Cut
from checker.languages._lines import stretches
from checker.languages._profile import words
from checker.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.languages._profile import Profile

_WIDE = "。！？｡"
_MARK = re.compile(
    rf"([.!?…‼⁇⁈⁉։।॥۔؟።។៕᠃{_WIDE}]+)"
    r"((?:[\"'»”’)\]}›」』】〉》）］*_]|[“‘](?=[\s.,;:!?)»]|\Z))*(?:[ \u00a0\u202f][»”\"](?=\s|\Z))?)"
)
_WORDLIKE = re.compile(r"[^\W_]")
_JOINERS = ",;:.!?…)]»/、，；："
_LABEL = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,5}|[^\W\d_])\Z")
_LISTED = re.compile(r"[:;]\s{1,2}\(?\d{1,2}\Z")
_ROMAN = re.compile(r"[IVXLC]+\b")
_SITES = words("ru com org net info by ua kz me io tv eu uk us de fr рф su edu gov biz")
_SPOKEN = re.compile(r"\s*[.,;]|\s*\Z|\s(?:on|in|at|during|after|before|to|as)\s")


def _empty(cut: Cut) -> bool | None:
    """An ellipsis that opens a sentence ends none."""
    return None if _WORDLIKE.search(cut.so_far) else False


def _last(cut: Cut) -> bool | None:
    return True if cut.after >= cut.end else None


def _wide(marks: str) -> bool:
    return any(mark in _WIDE for mark in marks)


def _unspaced_script(cut: Cut) -> bool | None:
    if not _wide(cut.marks) and not (cut.marks[0] in "!?" and not cut.profile.spaced and not cut.spaced):
        return None
    return not (cut.closers and cut.text[cut.stop] in cut.profile.quoting) and cut.text[cut.stop] not in _JOINERS


def _missing_space(cut: Cut) -> bool | None:
    """ "them.But" ends a sentence; "Node.js", "Lenta.Ru" and "5.5" do not."""
    if cut.spaced:
        return None
    before, word = cut.text[max(cut.begin, cut.start - 2) : cut.start], cut.word
    if not cut.first.isupper() or (word.isupper() and len(word) > 1) or cut.head != cut.stop or len(before) < 2:
        return False
    if cut.marks != ".":
        return before[-1].isalpha() and before[-1].islower()
    if not ((before.isalpha() and before.islower()) or cut.closers) or word.lower() in _SITES or "//" in cut.left:
        return False
    capital = cut.text[max(cut.begin, cut.start - len(cut.left)) : cut.start][:1].isupper()
    return cut.starts or not capital


def _lower(cut: Cut) -> bool | None:
    """A small letter goes on with the sentence, unless it is an iPhone."""
    if _small(cut.first) and not (len(cut.word) > 1 and cut.word[1].isupper()):
        return False
    return None


def _label(cut: Cut) -> bool | None:
    """The number or letter of a list item belongs to the item."""
    if cut.marks != "." or cut.closers not in ("", ")"):
        return None
    if cut.start - cut.begin < 12 and _LABEL.match(cut.text[cut.begin : cut.start]):
        return False
    return False if _LISTED.search(cut.text[max(cut.begin, cut.start - 6) : cut.start]) else None


def _joiner(cut: Cut) -> bool | None:
    return False if cut.text[cut.after] in _JOINERS else None


def _dash(cut: Cut) -> bool | None:
    """After a quotation a dash introduces the speaker; after a sentence it goes on with the dialogue."""
    if not cut.dash:
        return None
    return not cut.closers.strip(")*_") and _abbreviated(cut) is not False


def _abbreviated(cut: Cut) -> bool | None:
    if cut.marks != "." or cut.closers.strip(")") or not cut.left:
        return None
    profile = cut.profile
    roman = bool(_ROMAN.fullmatch(cut.word)) and not cut.starts
    number = cut.first.isdigit() or cut.text[cut.after] in "№#" or roman
    verdict: bool | None = None
    if cut.is_one_of(profile.years):
        verdict = _year(cut)
    elif cut.counted and cut.is_one_of(profile.ending):
        verdict = _unit(cut)
    elif cut.is_one_of(profile.before_name) or (number and cut.is_one_of(profile.before_number)):
        verdict = False
    elif cut.is_one_of(profile.inside) or (profile.ordinals and cut.left.isdigit() and len(cut.left) < 3):
        verdict = cut.starts
    elif cut.is_one_of(profile.ending):
        verdict = _unit(cut)
    return verdict


def _unit(cut: Cut) -> bool:
    """ "5 руб. 20 коп." and "100 долл. США" go on; "и т. д. Петров ..." does not."""
    if cut.first.isdigit():
        unit = WORD.search(cut.text, cut.head, min(cut.end, cut.head + 12))
        return not (unit and unit.group().lower() in cut.profile.ending)
    return not (cut.dash and cut.counted) and cut.word not in cut.profile.tied


def _year(cut: Cut) -> bool:
    """ "г." after a year ends a sentence that is more than "В 2019 г."; before a name it is a town."""
    before = cut.text[max(cut.begin, cut.start - 8) : cut.start - len(cut.left)].rstrip()
    if not before or not (before[-1].isdigit() or before[-1] in "IVXХ"):
        return cut.starts
    opening = cut.so_far.split()
    return not cut.dash and (len(opening) > 4 or opening[0].lower() not in cut.profile.prepositions)


def _initial(cut: Cut) -> bool | None:
    """ "A. S. Pushkin", "А.С.Пушкин"; not "plan B. The"."""
    if cut.marks != "." or cut.closers or not cut.left:
        return None
    last = cut.left.split(".")[-1]
    if len(last) != 1 or not last.isalpha() or not cut.text[cut.start - 1].isupper():
        return None
    return cut.starts or (len(cut.left) == 1 and cut.previous in cut.profile.lettered)


def _parenthesis(cut: Cut) -> bool | None:
    """A mark inside brackets that opened in mid-sentence ends only what is in the brackets."""
    if ")" not in cut.closers:
        return None
    opened = cut.text.rfind("(", max(cut.begin, cut.start - 300), cut.start)
    if opened < 0:
        return None
    return False if any(character.isalnum() for character in cut.text[cut.begin : opened][-50:]) else None


def _quoted_title(cut: Cut) -> bool | None:
    """ "Ну, погоди!" and "Why?" in mid-sentence: a short title, or a speaker after the question."""
    if cut.marks == "." or not cut.closers.strip(")*_"):
        return None
    if not cut.starts and _speaker(cut):
        return False
    window = cut.text[max(cut.begin, cut.start - 30) : cut.start]
    opened = max(window.rfind(mark) for mark in '«“„"')
    if opened <= 0 or window[:opened].rstrip()[-1:] in ("", ":", ","):
        return None
    return False if len(window[opened:].split()) < 4 and window[:opened].rstrip()[-1].isalnum() else None


def _speaker(cut: Cut) -> bool:
    """Whether "Smith asked" follows, and not "Smith asked: ..." or "Smith said that ..."."""
    for found in list(WORD.finditer(cut.text, cut.head, min(cut.end, cut.head + WINDOW)))[:4]:
        if found.group().lower() in cut.profile.saying:
            return _SPOKEN.match(cut.text, found.end()) is not None
    return False


_RULES: tuple[Callable[[Cut], bool | None], ...] = (
    _empty,
    _last,
    _unspaced_script,
    _missing_space,
    _lower,  # before the abbreviations: most are followed by a small letter
    _label,
    _joiner,
    _dash,
    _abbreviated,  # before the initials: "г." and "U.S." look like them
    _initial,
    _parenthesis,
    _quoted_title,
)


def _ends(cut: Cut) -> bool:
    for rule in _RULES:
        verdict = rule(cut)
        if verdict is not None:
            return verdict
    return True


def _small(character: str) -> bool:
    """Whether a letter is lower case in a script that begins sentences with capitals (Georgian does not)."""
    return character.islower() and not "\u10a0" <= character <= "\u10ff"


def _inside_word(following: str, marks: str) -> bool:
    """ "example.com", "2.5": most marks of a text without spaces, so they are passed over first."""
    return not _wide(marks) and (following.islower() or following.isdigit())


def _pieces(text: str, profile: Profile) -> Iterator[tuple[int, int]]:
    for begin, end in stretches(text):
        start = begin
        for match in _MARK.finditer(text, begin, end):
            if _inside_word(text[match.end() : match.end() + 1], match.group(1)):
                continue
            cut = Cut(text, start, match.start(), match.end(), end, match.group(1), match.group(2), profile)
            if _ends(cut):
                yield start, match.end()
                start = cut.after
        yield start, end


def _clauses(text: str, profile: Profile) -> Iterator[tuple[int, int]]:
    """Pieces cut again at the blanks that stand for the full stops a language has none of."""
    for start, stop in _pieces(text, profile):
        yield from cut(text, start, stop, profile.cues)


def sentences(text: str, profile: Profile) -> tuple[Span, ...]:
    """Sentences of a text, in order, without white space at their ends."""
    found = []
    for start, stop in _clauses(text, profile) if profile.cues else _pieces(text, profile):
        piece = text[start:stop]
        inner = piece.strip()
        if inner:
            indent = len(piece) - len(piece.lstrip())
            found.append(Span(start + indent, start + indent + len(inner), inner))
    return tuple(found)
