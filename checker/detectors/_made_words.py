"""Words that no list has and every reader takes apart: hippotherapy, one-dayers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.detectors._lexicon import Lexicon
    from checker.model import Token

_FORMS = re.compile(
    r"(?:aero|agro|anthropo|audio|auto|bio|cardio|chrono|cosmo|cryo|crypto|cyber|dendro|eco|electro|endo|ethno|exo"
    r"|gastro|geno|geo|helio|hemo|hepato|hippo|hydro|hyper|hypo|immuno|infra|inter|iso|kinesio|litho|macro|magneto|mega"
    r"|meta|micro|mono|multi|myco|nano|necro|neuro|oligo|onco|opto|ortho|osteo|paleo|palaeo|para|patho|petro|phono|photo"
    r"|phyto|poly|proto|pseudo|psycho|pyro|radio|retro|rheo|seismo|socio|sono|spectro|speleo|super|techno|tele|thermo"
    r"|topo|toxico|tribo|turbo|ultra|uro|vibro|xeno|zoo)(?P<rest>[a-z]{5,})"
)
"""Greek and Latin beginnings of words of science."""
_NUMBERED = re.compile(
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|\d+)[-‐‑](?P<noun>[a-z]{3,})ers?"
)
"""What has or lasts so many of something: a two-wheeler, the one-dayers."""
_SCIENCE = re.compile(
    r"[a-z]{3,}(?:retic|lytic|tropic|genic|pathic|trophic|kinetic|phagic|genesis|lysis|ectom(?:y|ies)|otom(?:y|ies)|scopy"
    r"|itis|osis|algia|a?emia|uria|plasty|opathy|phagia)"
)
"""Endings of words of science, which are made every day of stems that no list has: choleretic."""
_COMMON = 2.5
"""Zipf from which a word is one that readers know."""
_LONG = 4
_TITLE = 10
"""Words of a bracket that may hold a title as the original has it."""


def made(lexicon: Lexicon, word: str) -> bool:
    """Whether a word is made of parts that readers know, by a pattern that makes new ones every day."""
    if _SCIENCE.fullmatch(word) and not lexicon.typo(word) and not lexicon.nearest(word):
        return True
    built, numbered = _FORMS.fullmatch(word), _NUMBERED.fullmatch(word)
    if built is not None:
        return lexicon.zipf(built["rest"]) >= _COMMON
    if numbered is None:
        return False
    noun = numbered["noun"]
    return any(lexicon.zipf(form) >= _COMMON for form in (noun, f"{noun}e"))


def title_in_brackets(lexicon: Lexicon, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word is one of several strange ones in a bracket: a title spelt in Latin letters behind its meaning."""
    first, last = at, at
    while first and tokens[first - 1].text not in ("(", ")") and at - first < _TITLE:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].text not in ("(", ")") and last - at < _TITLE:
        last += 1
    enclosed = first and tokens[first - 1].text == "(" and tokens[last + 1 : last + 2] and tokens[last + 1].text == ")"
    words = [token.text for token in tokens[first : last + 1] if token.kind == "word" and len(token.text) >= _LONG]
    strange = [word for word in words if lexicon.zipf(word.lower()) < _COMMON]
    return bool(enclosed) and len(strange) > 1 and len(strange) == len(words) and words[0][:1].isupper()
