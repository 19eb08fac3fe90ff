"""One of a sentence's nations, names or days in the place of another: the Peruvian authorities for эквадорские власти.

Each is named on both sides; that one is named once too often and the other once too seldom proves which is wrong.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from checker.detectors._nations import nations, nations_in_english
from checker.detectors._transliteration import transliterates
from checker.detectors.roles._order import targets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.roles._reversals import Parts
    from checker.model import Link, Token

    Key = frozenset[int] | str
    """The rows of nations.tsv that a word belongs to, or the English of a name, month or day."""

_LINKED = 0.5
_SHORTEST = 3
_TIMES = {
    "январь": "january", "февраль": "february", "март": "march", "апрель": "april", "май": "may", "июнь": "june",
    "июль": "july", "август": "august", "сентябрь": "september", "октябрь": "october", "ноябрь": "november",
    "декабрь": "december", "понедельник": "monday", "вторник": "tuesday", "среда": "wednesday",
    "четверг": "thursday", "пятница": "friday", "суббота": "saturday", "воскресенье": "sunday",
}  # fmt: skip
_DAYS = frozenset(_TIMES.values())
_ENDINGS = "аяоеуюыий"
"""Letters in which the forms of a surname differ: Соколов, his wife, and their cases."""
_BETWEEN = frozenset({"of", "the", "in", "to", "'s", "’s", "'", "’", "from", "with", "new", "own"})
_NAMED = frozenset({"Surn", "Geox", "Name", "surname", "place", "name"})


def mistaken(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """A word that names one of the sentence where the original names another of it."""
    meant = [(token, key) for token in tokens if token.kind == "word" and (key := _meant(token))]
    if len(meant) < _SHORTEST:
        return
    theirs = [(token, _one(key, [other for _, other in meant])) for token, key in meant]
    wanted = Counter(key for _, key in theirs)
    if len(wanted) < 2 or max(wanted.values()) < 2:
        return
    names = {key: token for token, key in theirs}
    ours = [(word, key) for word in words if (key := _said(word, names))]
    found = Counter(key for _, key in ours)
    for key in [key for key in wanted if isinstance(key, str) and not found[key]]:
        del wanted[key]  # a name that has another form in English
    many = [key for key in found if found[key] == wanted[key] + 1 > 1]
    few = [key for key in wanted if found[key] == wanted[key] - 1]
    if len(many) != 1 or len(few) != 1 or any(found[key] != wanted[key] for key in wanted if key not in many + few):
        return
    target = targets(links, _LINKED)
    linked = {target[token.start].start for token, key in theirs if key == many[0] and token.start in target}
    free = [word for word, key in ours if key == many[0] and word.start not in linked]
    for token, key in theirs:
        if key != few[0]:
            continue
        near = [target[one.start] for one in _beside(tokens, token) if one.start in target]
        for word in free:
            if word == target.get(token.start) or any(_close(words, word, one) for one in near):
                yield (token,), (word.start, word.stop)


def _beside(tokens: Sequence[Token], token: Token) -> Iterator[Token]:
    """The noun that an adjective belongs to, or the one on which a noun hangs."""
    place = tokens.index(token)
    if "ADJF" in token.tags:
        yield from (one for one in tokens[place + 1 : place + 3] if "NOUN" in one.tags)
    else:
        yield from (one for one in tokens[max(0, place - 2) : place] if "NOUN" in one.tags)


def _close(words: Sequence[Token], one: Token, two: Token) -> bool:
    """Whether nothing but small words stands between two words of the translation."""
    places = sorted((words.index(one), words.index(two)))
    between = words[places[0] + 1 : places[1]]
    return all(word.text.lower() in _BETWEEN for word in between)


def _meant(token: Token) -> Key:
    """What a word of the original names."""
    if token.lemma in _TIMES:
        return _TIMES[token.lemma]
    if rows := nations(token.text):
        return rows
    named = token.text.istitle() and "NOUN" in token.tags and not _NAMED.isdisjoint(token.tags)
    return token.lemma.rstrip(_ENDINGS) if named and len(token.lemma) >= _SHORTEST else ""


def _one(key: Key, keys: Sequence[Key]) -> Key:
    """The first of the keys that is the same nation: США and American."""
    return key if isinstance(key, str) else next(other for other in keys if not isinstance(other, str) and other & key)


def _said(word: Token, names: dict[Key, Token]) -> Key:
    """Which of the original's names a word of the translation is."""
    if not word.text[:1].isupper():
        return ""
    plain = word.text.removesuffix("'s").removesuffix("’s")
    low = plain.lower()
    if low in _DAYS:
        return low
    if rows := nations_in_english(plain):
        return next((key for key in names if not isinstance(key, str) and key & rows), rows)
    return next((key for key, one in names.items() if isinstance(key, str) and transliterates(one.lemma, plain)), "")
