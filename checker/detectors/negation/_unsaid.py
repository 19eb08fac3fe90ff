"""Negative words of the original that deny nothing: до тех пор пока не, не ... ли, как ни, a question asked with не."""

from __future__ import annotations

import re

_WAITING = re.compile(r"(?<!\w)пока(?:\s+[^\s,;:!?]+){0,6}\s+$", re.IGNORECASE)
_OPENS = re.compile(r"(?:^\W*|[,;:—–-]\s+|тех пор,? )пока(?:\s+[^\s,;:!?]+){0,6}\s+$", re.IGNORECASE)
_BOTH = re.compile(
    r"(?<!\w)пока\s(?=[^.;!?]{0,60}(?<!\w)не\s)[^.;!?]{1,90}(?<!\w)и(?:\s+[^\s,;:!?]+){0,4}\s+$", re.IGNORECASE
)
"""Before the second не of a пока: пока самолёт не взлетит и капитан не разрешит."""
_UNTIL = re.compile(
    r"\b(?:until|till|til|unless|before|once|when|while|as long as|by the time|pending|ahead of|prior to|only after)\b",
    re.IGNORECASE,
)
_SO_FAR = re.compile(
    r"\b(?:so far|yet|as yet|for now|for the moment|for the time being|at the moment|at present|currently|still|now"
    r"|to date|already|present|thus far)\b",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"(?<!\w)(?:давно|давненько|долго|лет|года?|месяц\w*|недел\w+|дн(?:я|ей))(?:\s+\w+){0,5}\s+$", re.IGNORECASE
)
_SINCE = re.compile(r"\b(?:since|ago|last time|last (?:seen|heard)|first time)\b", re.IGNORECASE)
_WHETHER = re.compile(r"(?:не|нет)(?:\s+\w+){0,2}?\s+ли(?!\w)", re.IGNORECASE)
_CONCEDED = re.compile(
    r"(?<!\w)(?:как|кто|что|чего|кого|чем|кому|сколько|куда|где|когда|как(?:ой|ая|ое|ие|ого|им|их)|откуда)"
    r"\s+(?:бы\s+)?(?:(?!не\b)\w+\s+)?$",
    re.IGNORECASE,
)
_WOULD = re.compile(
    r"(?<!\w)(?:как|кто|кому|что|чего|чем|сколько|куда|где|когда|как(?:ой|ая|ое|ие|ого|им|их)|откуда)"
    r"\s+бы\s+(?:(?!не\b)\w+\s+)?$",
    re.IGNORECASE,
)
"""Before a не that is meant for ни: где бы они не выставлялись."""
_ENDS = re.compile(r"[.!?…]")
_OPENED = re.compile(r"[.!?…«“„\"]\W*")
_HOW = re.compile(
    r"\W*(?:(?:а|и|но|так|да|ну|вот|же|тогда)\W+)*(?:кто|кого|кому|кем|что|чего|чему|чем|как|как(?:ой|ая|ое|ие|ую|им|их)|где|куда|откуда|когда|почему|зачем"
    r"|отчего|сколько|чей|чья)(?!\w)",
    re.IGNORECASE,
)


def waits(before: str, translation: str) -> bool:
    """Whether the не after a text belongs to пока in the sense of until: "until he comes" for пока не придет.

    пока не also says "not yet": the translation tells, or else whether пока opens a clause. «Давно не» may be said
    by when it was last so: "it has been a while since you wrote".
    """
    if _LONG.search(before):
        return _SINCE.search(translation) is not None
    if _BOTH.search(before) and _UNTIL.search(translation):
        return True
    if not _WAITING.search(before):
        return False
    if _UNTIL.search(translation):
        return True
    return bool(_OPENS.search(before)) and not _SO_FAR.search(translation)


def denies_nothing(text: str, start: int) -> bool:
    """Whether the negation at a place only asks, or concedes."""
    return wonders(text, start) or _concedes(text, start) or _asks(text, start)


def wonders(text: str, start: int) -> bool:
    """Whether the negation at a place asks whether a thing is so: проверяют, не причастен ли он, нет ли сговора."""
    return _WHETHER.match(text, start) is not None


def _concedes(text: str, start: int) -> bool:
    """Whether the ни at a place, or the не after бы, concedes: как ни странно, где бы он не жил."""
    if _WOULD.search(text, 0, start):
        return True
    return text[start : start + 3].lower() == "ни " and _CONCEDED.search(text, 0, start) is not None


def _asks(text: str, start: int) -> bool:
    """Whether the words around a place ask for a yes or a no, which may be done with не or without: не боитесь?"""
    end = _ENDS.search(text, start)
    if end is None or end.group() != "?":
        return False
    opened = [found.end() for found in _OPENED.finditer(text, 0, start)]
    return _HOW.match(text[opened[-1] if opened else 0 : start + 1]) is None
