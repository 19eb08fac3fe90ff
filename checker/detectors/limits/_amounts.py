"""Amounts of a change told as others: "by a third" for втрое, "threefold" for на треть, a change for a range."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, located
from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Bead, Pair, Rule

_TIMES = {
    2: (r"вдвое|в два раза|в 2 раза|двукратн\w+|удво\w+", "doubl|twice|two ?fold|two times|2 times|halv|half"),
    3: (r"втрое|втройне|в три раза|в 3 раза|тр[её]хкратн\w+|утро[ие]\w+",
        "tripl|trebl|three ?fold|three times|3 times|third"),
    4: (r"вчетверо|в четыре раза|в 4 раза|четыр[её]хкратн\w+|учетвер\w+",
        "quadrupl|four ?fold|four times|4 times|quarter"),
    5: (r"впятеро|в пять раз|в 5 раз|пятикратн\w+", "quintupl|five ?fold|five times|5 times|fifth"),
    10: (r"вдесятеро|в десять раз|в 10 раз|десятикратн\w+", "ten ?fold|ten times|10 times|tenth"),
}  # fmt: skip
_SHARES = {
    2: (r"наполовину|вполовину|на половину", "half"),
    3: ("на треть", "third"),
    4: ("на четверть", "quarter"),
    5: (r"на (?:одну )?пятую", "fifth"),
    10: (r"на (?:одну )?десятую", "tenth"),
}
_TOLD_TIMES = {
    number: re.compile(rf"(?<!\w)(?:{theirs})(?!\w)", re.IGNORECASE) for number, (theirs, _) in _TIMES.items()
}
_TOLD_SHARE = {
    number: re.compile(rf"(?<!\w)(?:{theirs})(?!\w)", re.IGNORECASE) for number, (theirs, _) in _SHARES.items()
}
_MULTIPLIED = {
    number: re.compile(
        rf"\b(?:{'|'.join(part for part in ours.split('|') if part not in ('halv', _SHARES[number][1]))})\w*",
        re.IGNORECASE,
    )
    for number, (_, ours) in _TIMES.items()
}
_BY_SHARE = {
    number: re.compile(rf"\bby (?:almost |nearly |about |over |more than )?(?:a |one[ -])?{ours}\b", re.IGNORECASE)
    for number, (_, ours) in _SHARES.items()
}
_LESS = re.compile(
    r"(?<!\w)(?:меньш|ниже|дешев|короче|реже|слабее|легче|медленн|мельче|моложе|уже(?!\w)|сокра[тщ]|сни[зж]|упа[лд]|паде|уменьш"
    r"|подешев|ослаб|замедл|обвал|рухн|урез|потеря|просе|половин|просад|спад)\w*",
    re.IGNORECASE,
)
_GREATER = re.compile(
    r"(?<!\w)(?:больш|выше|дорож|длинн|чаще|сильн|тяжел|быстр|крупн|старше|шире|вырос|выраст|увелич|возр[ао]с|повы[сш]|подорож|рост|раст"
    r"|рос(?:ли|ла|ло)?(?!\w)|прибав|удво|утро|подскоч|взлет|превы[сш]|прирос|расшир|ускор|усил)\w*",
    re.IGNORECASE,
)
_SMALLER = re.compile(
    r"\b(?:less|fewer|low\w*|small\w*|cheap\w*|short\w*|down|fell|fall\w*|drop\w*|declin\w*|decreas\w*|reduc\w*|cut\w*|shr[aiu]nk\w*"
    r"|halv\w*|half|slow\w*|weak\w*|rare\w*|los\w+|plung\w*|slump\w*|slash\w*|lighter|third|quarter|fifth|tenth|fraction)\b",
    re.IGNORECASE,
)
_DEGREE = "as (?:many|much|large|big|high|long|often|expensive|heavy|strong|fast|great|old|wide)"
_DOUBLE = re.compile(
    r"\b(?:twice|double|three times|triple|four times|five times|ten times) "
    rf"(?:(?:the|that|what|its|their|his|last)\b|{_DEGREE}\b)"
    r"|\b(?:doubl|tripl|trebl|quadrupl)(?:ed|ing|es?)\b",
    re.IGNORECASE,
)
_HALF = re.compile(
    rf"\bhalf (?:the|that|what|its|their|{_DEGREE})\b"
    r"|\bhalv(?:ed|es|ing)\b|\bfell by half\b|\bcut (?:in|by) half\b",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:more|greater|higher|larger|bigger|longer|doubl\w*|tripl\w*|twice|times|\w+fold|up|rose|ris\w+|gr[eo]w\w*|increas\w*|older|heavier)\b",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(?<!\w)от\s[^.;:!?]{1,40}?\sдо\s", re.IGNORECASE)
_MOVED = re.compile(
    r"\b(?:(?:will|would|to|may|could|can)\s)?(?:r[io]ses?|risen|rising|grow\w*|grew|increas\w+|climb\w*|jump\w*|fall\w*|fell|drop\w*|declin\w+"
    r"|decreas\w+|shr[aiu]nk\w*|go(?:es)? (?:up|down)|went (?:up|down)|surg\w+|soar\w*)\sfrom\s(?:\S+\s){1,4}?to\b",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"(?<!\w)(?:выр[ао]с|рас[тш]|рос|увелич|возр|прибав|дорож|удорож|подорож|повы|подн|под[ъь]|прир|сни[зж]|сокра|упа|пад|умень|дешев"
    r"|подешев|пони|взле|скак|скоч|подск|измен|меня|мен[яь]|колеб|вари|расш|расх|переш|переход|ускор|замед|усил|ослаб|добав|довест|довел"
    r"|прогресс|плюс|минус|динамик|эволюц|развит)\w*",
    re.IGNORECASE,
)


def amounts(pair: Pair, bead: Bead, rule: Rule) -> Iterator[Finding]:
    """Findings of a bead: what grows so many times, by a share, or ranges."""
    source, target = bead_text(bead.source), bead_text(bead.target)
    found = _multiple(source, target) or _share(source, target) or _turned(source, target) or _ranging(source, target)
    if found is None or pair.source is None:
        return
    theirs, ours, advice = found
    evidence = located(pair.source.source, bead.source, theirs.start(), theirs.end())
    span = located(pair.translation, bead.target, ours.start(), ours.end())
    message = f'the original says «{evidence.text}», the translation "{span.text}"'
    yield Finding(rule, span, message, Severity.CRITICAL, 0.85, evidence, advice)


_Found = tuple[re.Match[str], re.Match[str], str]


def _multiple(source: str, target: str) -> _Found | None:
    """Times told as a share: "by a third" for втрое; what halves does fall by half."""
    for number, told in _TOLD_TIMES.items():
        theirs = told.search(source)
        ours = _BY_SHARE[number].search(target) if theirs else None
        if theirs is None or ours is None or _TOLD_SHARE[number].search(source):
            continue
        if number == 2 and not _GREATER.search(source):
            continue
        if not _MULTIPLIED[number].search(target):
            return theirs, ours, f"{number} times"
    return None


def _share(source: str, target: str) -> _Found | None:
    """A share told as times: "threefold" for на треть."""
    for number, told in _TOLD_SHARE.items():
        theirs = told.search(source)
        ours = _MULTIPLIED[number].search(target) if theirs else None
        if theirs is None or ours is None or _TOLD_TIMES[number].search(source) or re.search(r"\bраза?\b", source):
            continue
        if not re.search(rf"\b{_SHARES[number][1]}", target, re.IGNORECASE):
            return theirs, ours, f"by a {_SHARES[number][1]}"
    return None


_COMPARED = re.compile(
    r"(?<!\w)(?:вдвое|втрое|вчетверо|впятеро|вдесятеро|в (?:два|три|четыре|2|3|4) раза|в (?:пять|десять|5|10) раз)"
    r"(?: (\w+))?(?: (\w+))?",
    re.IGNORECASE,
)


def _turned(source: str, target: str) -> _Found | None:
    """So many times less told as more, or the other way round: "twice the size" for вдвое меньше."""
    theirs = _COMPARED.search(source)
    if theirs is None:
        return None
    beside = source[max(0, theirs.start() - 30) : theirs.end()]
    less, more = _LESS.search(beside) is not None, _GREATER.search(beside) is not None
    if less == more:
        return None
    ours = (_DOUBLE if less else _HALF).search(target)
    if ours is None or (_SMALLER if less else _MORE).search(target.replace(ours.group(), " ")):
        return None
    return theirs, ours, "half" if less else "twice"


def _ranging(source: str, target: str) -> _Found | None:
    """A range told as a change: "will rise from 40 to 50" for составит от 40 до 50."""
    theirs = _RANGE.search(source)
    ours = _MOVED.search(target) if theirs else None
    if theirs is None or ours is None or _MOVES.search(source):
        return None
    return theirs, ours, "between ... and"
