"""What somebody did by the way and has done to him now: "being replaced by the singer" for заменив певицу."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.roles._clauses import lemmas

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Link, Token

_OWN = 0.6
_SURE = 0.8
_NEAR = 4
"""Words after the participle among which its object stands, and after "by" the object's counterpart."""
_DOES = frozenset({"GRND", "PRTF"})


def suffering(
    tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]
) -> Iterator[tuple[tuple[Token, ...], tuple[int, int]]]:
    """Each ((participle, its object), place in the translation) where a passive makes the object the doer."""
    passive = lemmas("be") | {"getting"}
    for at, token in enumerate(tokens):
        if not token.tags & _DOES or ("PRTF" in token.tags and "actv" not in token.tags) or _own_doing(token):
            continue
        thing = _object(tokens[at + 1 : at + 1 + _NEAR])
        if thing is None:
            continue
        verbs = {link.target.start for link in links if link.source.start == token.start and link.strength >= _OWN}
        things = {link.target.start for link in links if link.source.start == thing.start and link.strength >= _SURE}
        for number, word in enumerate(words):
            being = next((one for one in words[max(0, number - 2) : number] if one.text.lower() in passive), None)
            after = words[number + 1 : number + 2 + _NEAR]
            if word.start not in verbs or being is None or not after or after[0].text.lower() != "by":
                continue
            doer = next((one for one in after if one.start in things), None)
            if doer is not None:
                yield (token, thing), (being.start, doer.stop)


def _own_doing(token: Token) -> bool:
    """Whether a verb is done to nobody else: вернувшись."""
    return token.text.lower().endswith(("сь", "ся"))


def _object(after: Sequence[Token]) -> Token | None:
    """The noun in the accusative behind a participle, before any preposition, verb or mark."""
    for token in after:
        if token.kind == "mark" or token.tags & {"PREP", "VERB", "CONJ"} or token.text.lower() == "не":
            return None
        if "NOUN" in token.tags:
            return token if "accs" in token.tags else None
    return None
