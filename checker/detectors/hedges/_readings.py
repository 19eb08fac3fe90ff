"""What a hedge says where it stands, and marks that do its work: предполагаемая дата is planned, a name is quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import bead_text, located
from checker.detectors._speech import quoted

if TYPE_CHECKING:
    from checker.detectors.hedges._held import Held
    from checker.model import Pair, Span

_FORESEEN = frozenset(
    """сумма инвестиция стоимость цена дата срок размер объем объём расход доход прибыль убыток бюджет затрата
    время строительство проект план число количество визит встреча сделка продажа рост снижение закрытие открытие
    приезд прибытие выход запуск маршрут окончание завершение начало продолжительность длительность длина ширина высота
    площадь глубина масса вес мощность ёмкость емкость тираж нагрузка выручка выплата платеж платёж поставка добыча
    производство выпуск результат эффект выгода экономия запас численность возраст потребность спрос дивиденд ставка
    реформа поездка переезд слияние приватизация реконструкция ремонт застройка место программа график состав
    аудитория ущерб пробег урожай стадия период день год месяц неделя час""".split()  # noqa: SIM905
)
"""What is planned or reckoned, and nobody accused of."""
_SUSPECT = re.compile(r"(?:подозрева|обвиня)ем(?:ый|ого|ому|ым|ом|ая|ой|ую|ые|ых|ыми)", re.IGNORECASE)
_CULPRIT = re.compile(
    r"\b(?:kill|murder|robb|attack|offend|burgl|shoot|bomb|kidnap|hijack|poison|swindl|smuggl|traffick|arson|terror|rap)"
    r"(?:er|or|ar|ist)s?\b|\b(?:thief|thieves|criminals?|culprits?|perpetrators?|assailants?|fraudsters?|rapists?|guilty"
    r"|assassins?|convicts?|felons?|spy|spies|traitors?|gunm[ae]n)\b",
    re.IGNORECASE,
)
_NOUN = 3
"""Words after a hedge among which its noun stands."""
_SCARE = 4
"""Words of a stretch in quotation marks that sets them apart, and quotes nobody."""
_OPENS, _CLOSES = "«“„\"'‘", "»”“\"'’"
_MARK = re.compile(r"(?<!\w)['‘]([^'‘’]{2,40})['’](?!\w)")


_DATE = 3
"""Words after a hedge among which a date or a figure stands: built, as is supposed, in 1890."""
_WHEN = re.compile(
    r"\d|(?:январ|феврал|март|апрел|ма[яею]$|июн|июл|август|сентябр|октябр|ноябр|декабр|весн|лет[оау]м?$|осен|зим)"
)
_PRESUMED = re.compile(r"предполага(?:ется|лось)")
"""With что or between commas it says what is thought: предполагается, что он уехал; он, предполагается, уехал."""


def reading(held: Held) -> str:
    """The label of a hedge, by what it is said of: предполагаемый объем is a plan, предполагаемый сообщник no plan."""
    low = held.evidence.text.lower()
    if held.label in ("scheduled", "planned") and _PRESUMED.fullmatch(low):
        told = [token.text.lower() for token in held.tokens if token.start >= held.evidence.stop][:2]
        return "presumed" if told == [",", "что"] or held.parenthetical else held.label
    if held.label == "rumoured" and low.startswith("говорят"):
        before = [token for token in held.tokens if token.stop <= held.evidence.start][-1:]
        return "reported" if before and before[0].kind in ("word", "number") else held.label  # в банке говорят, что
    if held.label != "alleged" or not low.startswith(("предпол", "как предпол")):
        return held.label
    behind = [token for token in held.tokens if token.start >= held.evidence.stop]
    if not low.startswith("предполагаем"):
        dated = any(_WHEN.match(token.text.lower()) for token in behind[:_DATE])
        return "foreseen" if dated else held.label
    after = [token for token in behind if token.kind == "word"]
    noun = next((token for token in after[:_NOUN] if "NOUN" in token.tags), None)
    return "foreseen" if noun is not None and noun.lemma in _FORESEEN else held.label


def only_asked(held: Held) -> bool:
    """Whether a possibility is asked about on both sides, and nothing stated: what is there to stop them?"""
    if held.label != "possible":
        return False
    places = [(held.bead.source, held.evidence.start)]
    if held.governed is not None:
        places.append((held.bead.target, held.governed.target.start))
    elif "?" not in bead_text(held.bead.target):
        return False
    return all(_asked(side, at) for side, at in places)


def _asked(side: tuple[Span, ...], at: int) -> bool:
    """Whether a place of some sentences stands in one that asks."""
    return any(span.start <= at < span.stop and "?" in span.text[at - span.start :] for span in side)


def merely_named(held: Held) -> bool:
    """Whether a suspect or defendant is told by a word that makes no culprit of him: he, the man, the driver."""
    return _bare_suspect(held) and _CULPRIT.search(bead_text(held.bead.target)) is None


def culprit(held: Held, pair: Pair) -> Span | None:
    """The word that makes a culprit of a suspect, who is told by that word alone."""
    found = _CULPRIT.search(bead_text(held.bead.target)) if _bare_suspect(held) else None
    return located(pair.translation, held.bead.target, found.start(), found.end()) if found else None


def _bare_suspect(held: Held) -> bool:
    """Whether somebody is called a suspect and no crime is named: in подозреваемый в убийстве it makes a murderer."""
    behind = next((token for token in held.tokens if token.start >= held.evidence.stop), None)
    named = behind is not None and behind.text.lower() in ("в", "во")
    return not named and _SUSPECT.fullmatch(held.evidence.text) is not None


def set_apart(held: Held, pair: Pair) -> bool:
    """Whether marks do what a hedge does: the so-called thing stands quoted or as a name, the alleged one in quotes."""
    if held.label == "named":
        return _named(held, pair)
    return held.label == "alleged" and _scare_quotes(held.bead.target, "en") > _scare_quotes(held.bead.source, "ru")


def _scare_quotes(spans: tuple[Span, ...], lang: str) -> int:
    """How many short stretches of some sentences stand in quotation marks."""
    found = [one.text for one in quoted(spans, lang)] + _MARK.findall(bead_text(spans))
    return sum(len(text.split()) <= _SCARE for text in found)


def _named(held: Held, pair: Pair) -> bool:
    """Whether what is called so is a name of the original, or is quoted or capitalised in the translation."""
    after = [token for token in held.tokens if token.start >= held.evidence.stop]
    if after and (after[0].text in _OPENS or after[0].text[:1].isupper()):
        return True
    inside = quoted(held.bead.target, "en")
    if not held.governed:
        return bool(inside)
    word, text = held.governed.target, pair.translation.text
    capital = word.text[:1].isupper() and not any(word.start == span.start for span in held.bead.target)
    around = text[max(0, word.start - 1) : word.start] + text[word.stop : word.stop + 1]
    return (
        capital
        or any(one.start <= word.start < one.stop for one in inside)
        or any(mark in _OPENS or mark in _CLOSES for mark in around)
    )
