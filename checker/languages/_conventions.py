"""What a language does with figures and marks: CLDR by way of babel, and what only its own file can say."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from checker.languages._ear import ear
from checker.notation import Conventions

if TYPE_CHECKING:
    from checker.languages._profile import Profile

_BLANKS = frozenset("\u00a0\u202f\u2009 ")
_IN_TABLES = ("en", "ru")
"""Languages whose number words stand in data/numerals.tsv."""
_CONTEXTS = (("format", "wide"), ("stand-alone", "wide"))


@cache
def _locale(code: str) -> Any:
    """The locale of a code; None for a language that CLDR does not describe."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return None


def conventions(profile: Profile) -> Conventions:
    """Signs of figures and the direction of writing from CLDR, quotation marks and spacing from the language's file."""
    own = Conventions(
        quotes=profile.quotes,
        spaced=profile.spaced_marks,
        doubled=profile.doubled,
        alien=frozenset(profile.alien),
        ear=ear(profile.ear),
        numerals="add " in profile.figures or "sign " in profile.figures or profile.code in _IN_TABLES,
        scales="scale " in profile.figures or "glued " in profile.figures or profile.code in _IN_TABLES,
    )
    locale = _locale(profile.code)
    if locale is None:
        return own
    symbols = locale.number_symbols
    symbols = symbols.get("latn", symbols)
    group = str(symbols.get("group", ","))
    return replace(
        own,
        decimal=str(symbols.get("decimal", ".")),
        group=" " if group in _BLANKS else group,
        right_to_left=locale.text_direction == "rtl",
        script=_script(profile.code),
    )


def _script(code: str) -> str:
    from babel.core import get_global

    likely = str(get_global("likely_subtags").get(code, "")).split("_")
    return next((part for part in likely[1:] if len(part) == 4), "")


@cache
def calendar_names(code: str) -> dict[str, str]:
    """Months ("--09") and weekdays ("-W-4") by their full names in lower case, as CLDR has them."""
    locale = _locale(code)
    found: dict[str, str] = {}
    for context, width in _CONTEXTS if locale else ():
        for number, name in locale.months[context][width].items():
            found[str(name).lower()] = f"--{number:02d}"
        for number, name in locale.days[context][width].items():
            found[str(name).lower()] = f"-W-{number + 1}"
    return {name: what for name, what in found.items() if name.replace("-", "").replace("'", "").isalpha()}
