"""One thing instead of another that the translation says of both: "tomatoes and windows" for не помидоры, а окна."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker.detectors._cues import cues

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Bead, Link, Pair, Span, Token
    from checker.protocols import Context

_SURE = 0.8
_FAR = 10
"""Words after не among which the other thing begins."""
_NEAR = 4
"""Words after не, and after а, among which the noun stands."""
_BETWEEN = 14
"""English words between the two."""
_BOTH = frozenset(["and", "plus"])
_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
_DIRECT = frozenset({"nomn", "accs"})
_PREDICATES = frozenset({"VERB", "INFN", "GRND", "PRTS", "ADJS", "PRED"})
_OTHERWISE = frozenset(
    ["только", "просто", "столько", "единственный", "один", "лишь", "сразу", "всегда", "каждый", "весь", "так", "сам"]
)
"""Words behind не with which the first thing is so too."""
_CONTRAST = frozenset(
    ["instead", "rather", "unlike", "than", "without", "replace", "versus", "less", "hardly", "from", "beyond"]
)
_ONLY = frozenset(["only", "just", "merely", "simply", "solely"])


def instead(context: Context, pair: Pair, bead: Bead) -> Iterator[tuple[Span, Span, str]]:
    """Each (span of the translation, evidence in the original, advice)."""
    if pair.source is None:
        return
    for span in bead.source:
        contrasts = list(_contrasts(context.tokens("ru", span)))
        if not contrasts:
            continue
        links = {link.source.start: link for link in context.links(bead, "ru", "en") if link.strength >= _SURE}
        for denied, said, negation in contrasts:
            if denied.start not in links or said.start not in links:
                continue
            place = _joined(context, bead, links[denied.start], links[said.start])
            if place is not None:
                yield pair.translation.span(*place), pair.source.source.span(negation.start, said.stop), "(not ... but)"


def _contrasts(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token, Token]]:
    """The noun that не denies, the one behind its а in the same case, and не."""
    for at, token in enumerate(tokens):
        if token.text.lower() != "не" or any(word.lemma in _OTHERWISE for word in tokens[at + 1 : at + 3]):
            continue
        denied = _noun(tokens[at + 1 : at + 1 + _NEAR])
        for number, (mark, word) in enumerate(pairwise(tokens[at + 1 : at + 1 + _FAR]), at + 1):
            if mark.kind == "mark" and mark.text != ",":
                break
            if mark.text == "," and word.text.lower() == "а":
                said = _noun(tokens[number + 2 : number + 2 + _NEAR])
                if denied is not None and said is not None and _alike(denied, said):
                    yield denied, said, token
                break


def _alike(denied: Token, said: Token) -> bool:
    """Whether two nouns may stand in one case; рамы is read as a genitive too."""
    direct = denied.tags & _DIRECT and said.tags & (_DIRECT | {"gent"})
    return bool(direct or denied.tags & said.tags & _CASES)


def _noun(tokens: Sequence[Token]) -> Token | None:
    """The first noun of a few words, before any verb or mark."""
    for token in tokens:
        if token.kind == "mark" or token.tags & _PREDICATES or token.text.lower() in ("не", "также", "если", "когда"):
            return None
        if "NOUN" in token.tags:
            return token
    return None


def _joined(context: Context, bead: Bead, denied: Link, said: Link) -> tuple[int, int] | None:
    """The stretch of a sentence in which both things are said to be so."""
    for span in bead.target:
        if not (span.start <= denied.target.start < span.stop and span.start <= said.target.start < span.stop):
            continue
        words = context.tokens("en", span)
        first, last = sorted((denied.target.start, said.target.start))
        between = [token for token in words if first < token.start < last and token.kind != "mark"]
        lemmas = {token.lemma for token in words} | {token.text.lower() for token in words}
        if len(between) > _BETWEEN or not lemmas.isdisjoint(_CONTRAST):
            return None
        stop = max(denied.target.stop, said.target.stop)
        only = next(
            (
                two
                for one, two in pairwise(words)
                if one.text.lower() == "not" and two.text.lower() in _ONLY and two.start < first
            ),
            None,
        )
        if only is not None and "but" in lemmas and denied.target.start == first:
            return only.start - len("not "), stop
        joined = any(token.text.lower() in _BOTH for token in between) and "but" not in lemmas
        denies = cues("negation", "en").any(span.text[: stop - span.start], "plain")
        return (first, stop) if joined and not denies else None
    return None
