"""Whose what: "Orlov's brother's wife" for брат жены Орлова, "the school of the director" for директор школы."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.roles._clauses import NAMES, QUANTITIES, lemmas
from checker.detectors.roles._order import targets
from checker.detectors.roles._stands import BREAKS, PREPOSITIONS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors.roles._reversals import Parts
    from checker.model import Link, Token

_SURE = 0.8
_OWNERS = ("'s", "’s", "s'", "s’")
_DEEDS = frozenset({"VERB", "INFN", "PRTS"})
_BETWEEN = 3
"""Words between an owner or "of" and the noun behind it."""
_OPEN = frozenset("the a an his her its their our my your this that these those".split())  # noqa: SIM905


def owners_swapped(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """A noun that owns the noun that it belongs to in the original."""
    marks = [n for n, word in enumerate(words) if _owns(words, n) or word.text.lower() == "of"]
    if not marks:
        return
    pairs = list(_owned(tokens))
    target = targets(links, _SURE) if pairs else {}
    index = {word.start: place for place, word in enumerate(words)}
    counts = [word.lemma for word in words]
    for head, owner in pairs:
        one, two = _only(target, links, head), _only(target, links, owner)
        if one is None or two is None or one == two or counts.count(one.lemma) > 1 or counts.count(two.lemma) > 1:
            continue
        first, second = index[one.start], index[two.start]
        if _owns(words, first) and _behind(words, first, second) and not _compound(words, second, links):
            yield (head, owner), (one.start, two.stop)
        elif {"anim"} <= head.tags & owner.tags and _of(words, second, first):
            yield (head, owner), (two.start, one.stop)


def _owned(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Nouns with the noun in the genitive right behind them, adjectives between."""
    for number, head in enumerate(tokens[:-1]):
        if "NOUN" not in head.tags or head.lemma in QUANTITIES or NAMES & head.tags or _within(tokens, number):
            continue
        place = number + 1
        while place < len(tokens) and "ADJF" in tokens[place].tags and "gent" in tokens[place].tags:
            place += 1
        owner = tokens[place] if place < len(tokens) else head
        somebody = "anim" in head.tags | owner.tags or NAMES & owner.tags
        if head.text[:1].isupper() and owner.text[:1].isupper():
            continue  # друга Форда Александра Лиси
        if {"NOUN", "gent"} <= owner.tags and owner.lemma != head.lemma and somebody:
            yield head, owner


def _within(tokens: Sequence[Token], number: int) -> bool:
    """Whether a noun stands inside of another's adjectives: один из лучших в мире игроков."""
    return number > 1 and "PREP" in tokens[number - 1].tags and bool(tokens[number - 2].tags & {"ADJF", "PRTF"})


def _only(target: Mapping[int, Token], links: Sequence[Link], token: Token) -> Token | None:
    """The counterpart of a word, if it renders no other one more surely."""
    made = target.get(token.start)
    if made is None:
        return None
    best = max((link for link in links if link.target == made), key=lambda link: link.strength)
    return made if best.source.start == token.start else None


def _owns(words: Sequence[Token], place: int) -> bool:
    after = words[place + 1].text if place + 1 < len(words) else ""
    return words[place].text.endswith(_OWNERS) or after in ("'s", "’s")


def _behind(words: Sequence[Token], owner: int, place: int) -> bool:
    """Whether a noun is what the owner before it owns."""
    between = words[owner + 1 : place]
    return owner < place <= owner + _BETWEEN and all(
        word.kind == "word" and not _owns(words, words.index(word)) and word.text.lower() not in _OPEN | PREPOSITIONS
        for word in between
    )


def _compound(words: Sequence[Token], place: int, links: Sequence[Link]) -> bool:
    """Whether a noun may be the first of a compound: the institution's food services website."""
    after = words[place + 1] if place + 1 < len(words) else words[place]
    low = after.text.lower()
    if after.kind != "word" or low in PREPOSITIONS | BREAKS | lemmas("auxiliary") or low.endswith("ly"):
        return False
    return not any(link.target == after and link.source.tags & _DEEDS for link in links)


def _of(words: Sequence[Token], first: int, second: int) -> bool:
    """Whether nothing stands between two nouns but "of" and what belongs to the second."""
    if any(word.text[:1].isupper() for word in words[max(first, 1) : second]):
        return False  # a name: the Bank of Russia forecast
    between = [word.text.lower() for word in words[first + 1 : second]]
    return between[:1] == ["of"] and len(between) <= _BETWEEN and "of" not in between[1:]
