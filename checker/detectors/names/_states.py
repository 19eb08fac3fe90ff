"""States as English shortens them, on party lines and behind towns: D-Mo., Springfield, Mass., (R-FL)."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_SHORT = """
Алабама=Ala AL; Аризона=Ariz AZ; Арканзас=Ark AR; Калифорния=Calif CA; Колорадо=Colo CO; Коннектикут=Conn CT;
Делавэр=Del DE; Флорида=Fla FL; Джорджия=Ga GA; Иллинойс=Ill IL; Индиана=Ind IN; Канзас=Kan KS; Кентукки=Ky KY;
Луизиана=La LA; Мэриленд=Md MD; Массачусетс=Mass MA; Мичиган=Mich MI; Миннесота=Minn MN; Миссисипи=Miss MS;
Миссури=Mo MO; Монтана=Mont MT; Небраска=Neb Nebr NE; Невада=Nev NV; Нью-Гэмпшир=N.H NH; Нью-Джерси=N.J NJ;
Нью-Мексико=N.M NM; Нью-Йорк=N.Y NY; Северная Каролина=N.C NC; Северная Дакота=N.D ND; Огайо=OH;
Оклахома=Okla OK; Орегон=Ore OR; Пенсильвания=Pa Penn PA; Род-Айленд=R.I RI; Южная Каролина=S.C SC;
Южная Дакота=S.D SD; Теннесси=Tenn TN; Техас=Tex TX; Вермонт=Vt VT; Вирджиния=Va VA; Виргиния=Va VA;
Вашингтон=Wash WA D.C; Западная Вирджиния=W.Va WV; Висконсин=Wis Wisc WI; Вайоминг=Wyo WY; Айова=IA; Юта=UT;
Аляска=AK; Гавайи=HI; Айдахо=ID; Мэн=ME; Пуэрто-Рико=P.R PR; Британская Колумбия=B.C BC; Онтарио=Ont ON; Квебек=Que QC;
Альберта=Alta AB; Виктория=Vic VIC; Квинсленд=Qld QLD; Западная Австралия=WA; Южная Австралия=SA; Тасмания=Tas TAS;
Новый Южный Уэльс=NSW; Австралия=WA NSW QLD; Уэльс=NSW; Новая Зеландия=NZ N.Z; Северная Ирландия=NI N.I;
Лос-Анджелес=L.A
"""
"""What each is shortened to; a dot behind it is left out."""


_PLAIN = frozenset("Calif Conn Fla Okla Tenn Nev Nebr Mont Wyo Colo Ariz Minn Qld".split())  # noqa: SIM905
"""Those that are no other word."""


_WORDS = frozenset({"IN", "OR", "OK", "ME", "HI", "OH", "MA", "PA", "LA", "AL", "DE", "CO", "ID", "MS", "MD"})
"""Those that a headline in capitals, a title or another abbreviation may be."""


@cache
def _states() -> Mapping[str, frozenset[str]]:
    """Russian names by what they are shortened to."""
    found: dict[str, set[str]] = {}
    for row in _SHORT.split(";"):
        name, _, forms = row.strip().partition("=")
        for form in forms.split():
            found.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in found.items()}


@cache
def _shortened() -> re.Pattern[str]:
    """A short form behind a comma, a bracket or the letter of a party; one of initials anywhere (N.J. Governor).

    So are capitals that spell no word: eight WA winners.
    """
    forms = "|".join(re.escape(form) for form in sorted(_states(), key=len, reverse=True))
    dotted = "|".join(re.escape(form) for form in _states() if "." in form or form in _PLAIN)
    capitals = "|".join(re.escape(form) for form in _states() if form.isupper() and form not in _WORDS)
    return re.compile(
        rf"(?:, |\(|\b[DRI][-–])({forms})(?![\w-])|(?<![\w.])({dotted})\.|(?<![\w.-])({capitals})(?![\w.-])"
    )


def states(texts: Iterable[str]) -> Iterator[str]:
    """The Russian names of the states that texts have in short."""
    for text in texts:
        for match in _shortened().finditer(text):
            yield from _states()[match[1] or match[2] or match[3]]
