"""Names of which a machine has made a word that no reading of theirs gives: Zhatolova for Заволжская.

A Latin form may be the original of any language (Блуа is Blois, Уэйн is Wayne), so that letters alone prove little. Two
witnesses must agree: the letters fit in no transcription, and a consonant that is heard in the name is not in the word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors._transliteration import misfit, romanised
from checker.detectors.names._mentions import FITS, bare, fit
from checker.detectors.names._sounds import apart
from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.names._mentions import Mention, Sides
    from checker.model import Alignment, Rule, Token
    from checker.protocols import Context

_LINKED = 0.8
"""Strength of the link between a name and the word that stands for it."""
_SHORTEST = 4
"""Letters of a name, and of the word."""
_SLIP = 0.105
"""Misfit above which it is more than a letter of a long name."""
_CASES = (0, 1, 2)
"""Letters that a case ending may have."""
_STEM = 4


def unlike(context: Context, beads: Sequence[Sides], alignment: Alignment, rule: Rule) -> Iterator[Finding]:
    """Capitalised words that English does not know, linked to a name that they cannot be; major for quite another.

    Silent where the article has another name that the word is: the link is wrong, or the original has a slip.
    """
    zipf = context.language(alignment.target.lang).zipf
    names = {token.text: token for bead in beads for row in bead.source for token in row if token.text[:1].isupper()}
    for bead in beads:
        strange = {w.start: w for w in bead.capitals if _nameish(bare(w)) and not zipf(bare(w))}
        if not strange:
            continue
        named = {token.start: (mention, token) for mention in bead.mentions for token in mention.tokens}
        for link in context.links(bead.bead, alignment.source.lang, alignment.target.lang):
            word, (mention, token) = strange.get(link.target.start), named.get(link.source.start, (None, None))
            if word is None or mention is None or token is None or link.strength < _LINKED:
                continue
            latin = bare(word)
            amiss = 0.0 if mention.quoted and _somebody(bead, word) else _amiss(mention, token, latin)
            if amiss and not any(fit(other, latin) <= FITS / 4 for other in names.values()):
                yield _finding(rule, alignment, (token, word), amiss)


def _somebody(bead: Sides, word: Token) -> bool:
    """Whether a word is somebody of a club by what its friends call it: the diehard Gooner, a Hibee."""
    row = next((row for row in bead.target if word in row), None)
    at = row.index(word) if row else 0
    return row is not None and any(one.text.lower() in ("a", "an", "the") for one in row[max(0, at - 2) : at])


def _nameish(latin: str) -> bool:
    return len(latin) >= _SHORTEST and latin.isalpha() and latin[1:].islower()


def _amiss(mention: Mention, token: Token, latin: str) -> float:
    """By how much a word is not the name; 0 where it may be: as a transcription, or by its consonants."""
    text = token.text
    if len(text) < _SHORTEST or "-" in text or mention.opening:
        return 0.0
    whole = "".join(one.text for one in mention.tokens)  # Тан Вэй may be Tanwei
    amiss = min(fit(token, latin), *(misfit(form, latin) for form in (token.lemma, text, whole)))
    if amiss <= _SLIP or (mention.entry is not None and any(latin in form for form in mention.entry.accepted)):
        return 0.0
    forms = (text[: len(text) - cut] for cut in _CASES if not cut or len(text) - cut >= _STEM)
    heard = min(apart(romanised(form), latin) for form in {token.lemma, *forms})
    return amiss if heard else 0.0


def _finding(rule: Rule, alignment: Alignment, place: tuple[Token, Token], amiss: float) -> Finding:
    token, word = place
    source = alignment.source.span(token.start, token.stop)
    span = alignment.target.span(word.start, word.start + len(bare(word)))
    message = f'"{span.text}" for «{source.text}»: no reading of the name gives these letters'
    severity = Severity.MAJOR if amiss > FITS else rule.severity
    return Finding(rule, span, message, severity, 0.8, source, romanised(token.lemma.capitalize()))
