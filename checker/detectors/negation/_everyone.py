"""Two negations of Russian that English puts as everyone, nearly all or all but one."""

from __future__ import annotations

import re

_FIND = r"(?:най[тд]|отыск|сыска|встрет|назва|назов|представ|вспомн|припомн|увид|обнаруж|указа|привест|подобра)\w*"
_SCARCE = (
    rf"(?:(?:трудно|сложно|нелегко|непросто|тяжело|невозможно|нельзя)\s+(?:\w+\s+){{0,2}}?{_FIND}"
    r"|(?:мало|редко)\s+(?:кто|что|кого|кому|где|как\w+)|немногие|редк(?:ий|ая|ое|ие|ого|ую)\s+\w+"
    r"|(?:на)?(?:вряд|едва)\s+ли"
    r"|(?:нету?|не\s+(?:было|осталось|наш[ёе]?л\w*|найд\w+|найти|встрет\w+|проход\w+|сыщ\w+))\s+(?:[\w«»-]+\s+){0,3}?[\w«»-]+,\s+(?:в\s+|на\s+|с\s+|у\s+)?"
    r"(?:котор\w+|кто|кого|кому|что|чего|чтобы|где|куда|когда))"
)
_REACH = r"(?:\W+(?!(?:не|ни|без)\b)\w+){0,9}?"
_UNDONE = re.compile(rf"(?<!\w){_SCARCE}{_REACH}\W+(?:не|без)\s+\w+(?:\s+\w+)?", re.IGNORECASE)
_LEADS = re.compile(r"трудно|сложно|легко|просто|тяжело|нельзя|мало|редк|немног|ли(?!\w)|нет|не ", re.IGNORECASE)
"""What every lead holds: most sentences have none, and are asked no further."""
_SOLE = re.compile(
    r"(?<!\w)не\s+(?!только\b|лишь\b)(\w+)(?:\s+[\w«»-]+){0,5}?\s+(?:лишь|только|один|одна|одни)(?!\w)"
    r"|(?<!\w)(?:лишь|только)(?:\s+[\w«»-]+){1,5}?\s+не\s+(\w+)",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"(?<!\w)не\s+\w+(?:\s+\w+){0,3}\s+ни\s+\w+(?:\s+\w+){0,3}\s+без\s+\w+"
    r"|(?<!\w)ни\s+\w+(?:\s+\w+){0,4}\s+не\s+\w+(?:\s+\w+){0,3}\s+без\s+\w+",
    re.IGNORECASE,
)
"""Nothing without: ни один договор он не подписал без юриста, every one had been read."""
_ALL = re.compile(
    r"\b(?:every\w*|all|each|any\w*|most|many|always|universal\w*|whole|entire|daily|constant\w*|majority|others?|rest"
    r"|remaining|practically|virtually|nearly|almost)\b",
    re.IGNORECASE,
)
_FEW = re.compile(
    r"\b(?:few|rare(?:ly)?|seldom|hardly|scarcely|(?:hard|difficult|tough|impossible|not easy) (?:now )?to "
    r"(?:find|meet|name|imagine|recall|remember|come across|think of))\b",
    re.IGNORECASE,
)


def undone(source: str, target: str) -> list[tuple[int, int]]:
    """Stretches of the original whose two negations the translation puts as everyone: nothing is lost in them."""
    if not _ALL.search(target):
        return []
    found = [match.span() for match in (*_SOLE.finditer(source), *_WITHOUT.finditer(source))]
    return found + [match.span() for match in scarce(source)]


def scarce(source: str) -> list[re.Match[str]]:
    """Where a few, or nobody, are those who did not: мало кто не слышал, трудно найти семью, не связанную с этим."""
    return list(_UNDONE.finditer(source)) if _LEADS.search(source) else []


def sole(source: str) -> list[tuple[re.Match[str], int]]:
    """Where one alone did not do a thing, with the group of the verb: не подписал лишь он, только он не подписал."""
    return [(match, 1 if match.group(1) else 2) for match in _SOLE.finditer(source)]


def few(target: str) -> re.Match[str] | None:
    """The few of a translation, which answer the first of two negations."""
    return _FEW.search(target)
