"""Which English words stand for an ambiguous word of the original, by word links and by the table's renderings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checker.detectors._english_forms import forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors.senses._sense_table import Sense
    from checker.model import Link, Token

_LINKED = 0.4
_SURE = 0.7
"""Strength of a word link from which a word renders no other word of the original."""
_PARTICLES = frozenset({"on", "up", "off", "out", "down", "over", "away", "back", "through", "together", "apart"})
"""After a verb they make another one."""
VERBS = frozenset({"VERB", "INFN", "GRND", "PRTS", "PRTF"})


def renderings(
    originals: Sequence[Token], words: Sequence[Token], links: Sequence[Link], known: Mapping[int, tuple[Sense, ...]]
) -> Iterator[tuple[Token, Token, list[Token]]]:
    """Words of the original that have senses, what renders them, and the words that may render them.

    Where no word with one of its senses is linked to it, one that is linked to nothing renders it.
    """
    links = [link for link in links if link.strength >= _LINKED]
    takers: dict[int, set[int]] = {}
    for link in links:
        if link.strength >= _SURE:
            takers.setdefault(link.target.start, set()).add(link.source.start)
    linked = {link.target.start for link in links}
    by_source: dict[int, list[Token]] = {}
    for link in links:
        by_source.setdefault(link.source.start, []).append(link.target)
    for source in originals:
        if source.start not in known:
            continue
        free = [token for token in words if source.start in takers.get(token.start, {source.start})]
        found = by_source.get(source.start, [])
        wanted = {part for sense in known[source.start] for word in sense.renderings for part in word.split()}
        if all(wanted.isdisjoint(forms(token)) for token in found):
            found = [token for token in words if token.start not in linked and not wanted.isdisjoint(forms(token))]
            if len(found) != 1:
                continue
        for target in found:
            yield source, target, free


def standing(sense: Sense, linked: Token, words: Sequence[Token]) -> Token | None:
    """The words of one rendering of a sense, as one, where a linked word is one of them."""
    own = forms(linked)
    if not set(own).isdisjoint(sense.renderings):
        return linked
    for parts in (word.split() for word in sense.renderings if " " in word):
        if not set(own).isdisjoint(parts):
            first = words.index(linked) - max(parts.index(form) for form in own if form in parts)
            there = words[first : first + len(parts)] if first >= 0 else []
            if len(there) == len(parts) and all(map(_is, there, parts)):
                said = " ".join(token.text for token in there)
                return replace(there[0], stop=there[-1].stop, text=said, lemma=" ".join(parts))
    return None


def phrasal(source: Token, target: Token, words: Sequence[Token]) -> bool:
    """Whether a particle makes another verb of the rendering: going on, brought up."""
    after = next((token.text.lower() for token in words if token.start >= target.stop), "")
    return after in _PARTICLES and not VERBS.isdisjoint(source.tags)


def _is(token: Token, word: str) -> bool:
    return word in forms(token)
