"""Translations with one thing wrong, made from those of the training set: each is worse than what it was made of.

The judges saw whole sentences of one engine, in which hardly ever a single name, number or negation is wrong; nothing
of these is in their judgements.
"""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from checker.testing import context

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Token

    Pairs = tuple[tuple[str, str], ...]

KINDS = (
    *("word", "word", "word", "name", "name", "number", "negation", "negation", "opposite", "opposite"),
    *("lost", "lost", "lost", "clause lost", "added", "added", "swapped", "shuffled", "repeated", "left", "misspelt"),
)
"""What is done, by turns of chance; what does not fit a sentence gives way to a word that is replaced or lost."""
_COMMON = 5.3
"""Zipf frequency from which a word is no content."""
_OPPOSITES = """
good bad, better worse, best worst, big small, large little, high low, higher lower, highest lowest, long short,
old new, young old, rich poor, strong weak, hot cold, warm cool, early late, earlier later, first last, many few,
more less, most least, always never, often rarely, before after, above below, inside outside, up down, left right,
increase decrease, increased decreased, rise fall, rose fell, rising falling, grow shrink, growth decline, gain
loss, win lose, won lost, victory defeat, begin end, began ended, start finish, started finished, open close,
opened closed, buy sell, bought sold, allow forbid, allowed banned, accept reject, accepted rejected, approve
reject, approved rejected, support oppose, supported opposed, agree disagree, agreed refused, love hate, loved
hated, friend enemy, friends enemies, ally opponent, true false, right wrong, easy difficult, simple complex, fast
slow, quickly slowly, safe dangerous, strong weak, full empty, clean dirty, light dark, white black, alive dead,
life death, war peace, male female, man woman, men women, boy girl, father mother, son daughter, brother sister,
husband wife, day night, morning evening, summer winter, north south, northern southern, east west, eastern
western, guilty innocent, legal illegal, public private, possible impossible, important trivial, happy sad, success
failure, successful failed, advantage disadvantage, positive negative, maximum minimum, majority minority, cheap
expensive, remember forget, found lost, give take, gave took, come go, came went, arrive leave, arrived left, enter
exit, attack defend, create destroy, created destroyed, include exclude, hire fire, import export, income expense,
profit loss, future past, ancient modern, same different, everyone nobody, everything nothing, all none, with
without, near far, heavy light, wide narrow, deep shallow, thick thin, brave cowardly, hope despair
"""
_OPPOSITE = {
    word: other
    for pair in _OPPOSITES.replace("\n", " ").split(",")
    for word, other in (pair.split(), pair.split()[::-1])
}
_AUXILIARY = re.compile(r"\b(is|are|was|were|will|would|can|could|should|must|has|have|had|did|does|do|may|might)\b")
_NEGATED = re.compile(r"\b(?:not|never) |n['’]t\b")


def spoiled(pairs: Pairs, seed: int) -> Pairs:
    """The sources with their translations spoiled, one way each, in order."""
    generator = random.Random(seed)
    where = context()
    language = where.language("en")
    found = [language.words(text) for _, text in pairs]
    content = [
        token.text
        for tokens in found
        for token in tokens[1:]
        if token.kind == "word" and 0 < language.zipf(token.text) < _COMMON and len(token.text) > 2
    ]
    pools = {
        capital: [word for word in content if word[0].isupper() == capital and word[1:].islower()]
        for capital in (False, True)
    }
    made = []
    for (source, text), tokens in zip(pairs, found, strict=True):
        words = [t for t in tokens if t.kind == "word" and t.text.lower() not in ("the", "a", "an", "of", "to")]
        solid = [t for t in words if language.zipf(t.text) < _COMMON and len(t.text) > 2]
        made.append((source, _one(generator, text, source, (words, solid), pools)))
    return tuple(made)


def _one(
    generator: random.Random,
    text: str,
    source: str,
    tokens: tuple[Sequence[Token], Sequence[Token]],
    pools: dict[bool, list[str]],
) -> str:
    """A text spoiled in one way; shuffled where no other way changes it."""
    words, solid = tokens
    for kind in (generator.choice(KINDS), "word", "lost", "swapped", "shuffled"):
        changed = _changed(kind, generator, text, source, solid or words, pools)
        if changed != text and changed.strip():
            return changed
    return text + " " + text


def _changed(
    kind: str, generator: random.Random, text: str, source: str, words: Sequence[Token], pools: dict[bool, list[str]]
) -> str:
    if kind in ("number", "negation", "clause lost", "shuffled", "repeated"):
        return _as_text(kind, generator, text)
    names = [word for word in words if word.text[0].isupper() and word.start]
    chosen = {"name": names, "opposite": [word for word in words if word.text.lower() in _OPPOSITE]}.get(kind, words)
    if not chosen:
        return text
    word = generator.choice(chosen)
    before, after = text[: word.start], text[word.stop :]
    if kind == "opposite":
        return before + _like(word.text, _OPPOSITE[word.text.lower()]) + after
    if kind == "lost":
        return before.rstrip() + after
    if kind == "added":
        return before + " ".join(generator.sample(pools[False], generator.randint(1, 4))) + " " + text[word.start :]
    if kind == "swapped":
        return before + re.sub(r"^(\w+) (\w+)", r"\2 \1", text[word.start :])
    if kind == "left":
        return before + generator.choice(re.findall(r"[\w-]{4,}", source) or ["слово"]) + after
    if kind == "misspelt":
        place = generator.randrange(len(word.text))
        return before + word.text[:place] + generator.choice("aeioumnrst") + word.text[place:] + after
    return before + _other(generator, word.text, pools) + after


def _as_text(kind: str, generator: random.Random, text: str) -> str:
    if kind == "number":
        return re.sub(r"\d", lambda digit: str((int(digit.group()) + generator.randint(1, 9)) % 10), text)
    if kind == "negation":
        if _NEGATED.search(text):
            return _NEGATED.sub("", text, count=1)
        return _AUXILIARY.sub(r"\1 not", text, count=1)
    parts = text.split()
    if kind == "clause lost":
        place = generator.randrange(max(1, len(parts) - 4))
        return " ".join(parts[:place] + parts[place + generator.randint(3, 7) :]) if len(parts) > 9 else text
    if kind == "repeated":
        return " ".join(parts + parts[-generator.randint(1, 4) :])
    generator.shuffle(parts)
    return " ".join(parts)


def _other(generator: random.Random, word: str, pools: dict[bool, list[str]]) -> str:
    """Another word with the same ending, if one is soon found."""
    pool = pools[word[0].isupper()]
    drawn = [generator.choice(pool) for _ in range(12)]
    ending = next((end for end in ("ing", "ed", "ly", "s") if word.endswith(end)), "")
    fitting = [other for other in drawn if other.endswith(ending) and other.lower() != word.lower()]
    return (fitting or drawn)[0]


def _like(word: str, other: str) -> str:
    return other.capitalize() if word[0].isupper() else other
