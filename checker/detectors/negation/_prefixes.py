"""Words that have gained or lost a negative prefix: "fit" for непригодный, "disagree" for согласны."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.detectors._cues import cues
from checker.detectors._nearness import nearness
from checker.detectors._negation_words import words
from checker.patterns import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Link
    from checker.protocols import Context, Language

_SURE = 0.75
_KNOWN = 2.2
"""Zipf frequency from which a word made by adding or dropping a prefix exists; the word without it must be commoner."""
_COMMON = 2.9
_RUSSIAN = re.compile(r"(?:не|бе[зс])(?=[а-я]{4})")
_ENGLISH = re.compile(r"(?:un|in|im|ir|il|dis|non|mis)-?(?=[a-z]{3})")
_VERBS = frozenset({"VERB", "INFN", "GRND"})
"""No verb is denied by a prefix: недоставать is to lack, негодовать to resent."""
_PREFIXES = ("un", "in", "im", "ir", "il", "dis")
_PLAIN = 0.4
"""Nearness of two words from which one is the plain translation of the other."""
_BETTER, _BY = 0.25, 0.1
"""The same where the word with the prefix is the nearer one, and by how much: "unfit" for непригодный, not "fit"."""


def changed(context: Context, links: Sequence[Link]) -> Iterator[tuple[Link, str]]:
    """Links whose word has a negative prefix on one side alone, with the English word that would be right."""
    russian, english = context.language("ru"), context.language("en")
    for link in links:
        theirs, ours = plain(link.source.text), link.target.text.lower()
        if link.strength < _SURE or not ours.isalpha() or theirs.startswith(tuple(words("no change"))):
            continue
        if _denied(theirs, russian) or _denied(plain(link.source.lemma), russian):
            if link.source.tags & _VERBS or cues("negation", "en").any(ours, "soft"):
                continue
            made = next((prefix + ours for prefix in _PREFIXES if english.zipf(prefix + ours) >= _KNOWN), "")
            if (
                made
                and not _ENGLISH.match(ours)
                and english.zipf(ours) >= _COMMON
                and _lost(context, theirs, ours, made)
            ):
                yield link, made
        elif not theirs.startswith(("не", "без", "бес", "анти", "противо")) and russian.zipf("не" + theirs) >= _KNOWN:
            match = _ENGLISH.match(ours)
            if (
                match
                and not ours.startswith(tuple(words("no prefix")))
                and len(ours) > 6
                and english.zipf(ours[match.end() :]) >= _COMMON
                and _gained(context, theirs, ours, ours[match.end() :])
            ):
                yield link, ours[match.end() :].lstrip("-")


def _denied(word: str, language: Language) -> bool:
    """Whether a word is another word denied: непригодна, but not неделя."""
    match = _RUSSIAN.match(word)
    return match is not None and language.zipf(word[match.end() :]) >= _KNOWN


def _lost(context: Context, theirs: str, ours: str, made: str) -> bool:
    """Whether a word without a prefix renders what stands behind the не- of the original's, and not all of it.

    Letters do not tell: "civil" is the English of невоенный, and "uncivil" of neither that nor its opposite.
    """
    stem, right, said = (nearness(context, *both) for both in ((theirs[2:], ours), (theirs, made), (theirs, ours)))
    if stem is None or right is None or said is None:
        return True
    return stem >= _PLAIN or right >= max(_BETTER, said + _BY)


def _gained(context: Context, theirs: str, ours: str, without: str) -> bool:
    """Whether a word would be right without its prefix: "agree" for согласны, but no "partially" for справедливо."""
    right, said = nearness(context, theirs, without), nearness(context, theirs, ours)
    return right is None or said is None or (right >= _PLAIN and right > said)
