"""Foreign names through Russian that a re-translation spells in another way: Sulkheim beside Solheim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors._transliteration import folded, misfit, transliterates
from checker.detectors.names._foreign import home_grown
from checker.detectors.names._mentions import bare
from checker.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.names._mentions import Sides
    from checker.model import Pair, Rule, Token
    from checker.protocols import Context

_SHORTEST = 4
_RARE = 2.6
"""Zipf frequency from which a spelling is at home in English: Tartu, Vladimir."""
_FAR = 0.34
"""Share of a name's letters that may differ where the other spelling is still the same name's."""


def retold(context: Context, pair: Pair, beads: Sequence[Sides], rule: Rule) -> Iterator[Finding]:
    """Names that follow the Russian spelling letter by letter, where the re-translation has one that does not."""
    if pair.source is None or pair.reference is None:
        return
    alignment = pair.source
    texts = dict(zip((bead.target for bead in pair.beads), pair.reference_texts, strict=True))
    told: dict[str, str] = {}
    zipf = context.language("en").zipf
    for bead in beads:
        theirs = _capitals(context.language("en").words(texts.get(bead.bead.target, "")))
        known, ours = {folded(name) for name in theirs}, {folded(bare(token)) for token in bead.capitals}
        free = [name for name in theirs if folded(name) not in ours and len(name) >= _SHORTEST]
        words = [word for mention in bead.mentions if not mention.quoted for word in mention.tokens]
        foreign = [word for word in words if not _russian(word)]
        for token in bead.capitals if free and foreign else ():
            name = bare(token)
            if len(name) < _SHORTEST or folded(name) in known or zipf(name) >= _RARE:
                continue
            found = _better(foreign, name, [other for other in free if zipf(other) >= zipf(name)])
            if found and told.setdefault(folded(name), found[1]) == found[1]:
                span = alignment.target.span(token.start, token.start + len(name))
                evidence = alignment.source.span(found[0].start, found[0].stop)
                message = f'"{name}" is «{evidence.text}» letter by letter; the re-translation has {found[1]}'
                yield Finding(rule, span, message, rule.severity, 0.85, evidence, found[1])


def _russian(token: Token) -> bool:
    """Whether a word is a first name or patronymic of Russian: Александр may be Aleksandr."""
    return "known" in token.tags and bool({"Name", "Patr"} & token.tags)


def _capitals(tokens: Sequence[Token]) -> list[str]:
    return [bare(token) for token in tokens if token.kind == "word" and token.text[:1].isupper()]


def _better(words: Sequence[Token], latin: str, others: Sequence[str]) -> tuple[Token, str] | None:
    """The word that `latin` transliterates, and its other spelling that is no transliteration."""
    for word in words:
        for form in dict.fromkeys((word.text, word.lemma)):
            if home_grown(form) or not transliterates(form, latin):
                continue
            for other in others:
                if not transliterates(form, other) and misfit(form, other, limit=_FAR) <= _FAR:
                    return word, other
    return None
