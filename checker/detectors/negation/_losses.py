"""Denied words of the original that the translation affirms: their own counterparts stand there undenied."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from checker.detectors._negation_words import affirms, vague, words
from checker.detectors._opposites import opposite
from checker.detectors._viewpoints import led
from checker.detectors.negation._denials import answers, apart, beside, literal
from checker.detectors.negation._liberties import elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.detectors.negation._denials import Denials, Place
    from checker.model import Link, Token

_DENIED = 0.88
"""Strength of a link from which a denied word stands in the translation as itself.

Below, the translator has most likely put the whole in words of his own: "the stove is left unlit" for не топят.
"""
_CLOSE = 0.84  # the same where nearly every other word has its link: a close translation
_NEARLY_ALL = 0.75
_UNLIKE = re.compile(r"(?:in|im|ir|il|dis|mis)\w{2,}(?:[ai]ble|ous|ent|ant|ate|ive|al|ct|te|ested|posed|liked?)(?:ly)?")
_EMPHATIC = 0.75
"""The same where a second negative word strengthens the negation and nothing in the translation denies."""
_STRESS = re.compile(
    r"ни|никто|никого|никому|никем|ничто|ничего|ничему|ничем|никогда|нигде|никуда|никак\w*|нич(?:ей|ь\w+)"
)
_STRESSED = 8
_NEAR = 5
_BEHIND = 2
_BESIDE = 30
"""Characters around a verb of refusing within which what is refused is named."""
_MADE = frozenset(["make", "makes", "made", "making", "has", "have", "had", "put", "filed", "brought", "pressed"])
"""Verbs with which what was refused is done after all: "made claims"."""
_AFTER = 8
"""Words after a denied one within which the translation may deny it: "their understanding is not good"."""
_VERBAL = frozenset({"VERB", "INFN", "GRND", "PRTS"})
_ONE = frozenset(["a", "an"])
_ARTICLES = _ONE | {
    "the",
    "this",
    "that",
    "these",
    "its",
    "his",
    "her",
    "their",
    "our",
    "my",
    "your",
    "any",
    "some",
    "no",
}
"""Words right behind which a word is a noun; with an adjective between, behind the first two alone."""
_LEVEL = frozenset(["as", "so", "equally", "similarly", "still"])
_NEGATIVE = re.compile(r"(?:un|non|anti)-?\w{3,}|\w{3,}(?:less|-free|-proof)(?:ly|ness)?")


def losses(theirs: Denials, ours: Denials, links: Mapping[int, Link]) -> Iterator[tuple[Place, Token | None]]:
    """The place of each lost negation, up to the word it denies where that follows; and that word, None without links.

    A word that has no counterpart of its own tells nothing: the translator may have put the thing otherwise.
    """
    free, close = answers(theirs, ours, links), literal(theirs, links, _NEARLY_ALL)
    if not links and theirs.plain and not free:
        yield theirs.plain[0], None
    for negation, head in theirs.denied:
        link = links.get(head.start)
        wanted = _CLOSE if close else _DENIED
        if not free and emphatic(theirs, negation) and not _leads_on(theirs, head):
            wanted = _EMPHATIC
        if link is None or link.strength < wanted:
            continue
        if _turned(ours, links, (negation, head)) or _another_right(theirs, links, head):
            continue
        if head.tags & _VERBAL and _noun(ours, link.target):
            continue
        if ("COMP" in head.tags and _equal(ours, link.target)) or _turned_beside(theirs, head, links):
            continue
        if "NOUN" in head.tags and not _stated(ours, link.target, words("carrier") | words("auxiliary")):
            continue
        if (head.tags & {"NOUN", "ADJF", "PRTF"} and free) or led(ours.tokens, link.target):
            continue
        others = _others(theirs, links, negation)
        near = [place for place in free if not apart(ours, place, link.target, others)]
        if not _denied(theirs, ours, links, (negation, head)) and not (
            any(beside(ours, place, link.target) for place in near)
            or elsewhere(theirs, ours, links, (negation, head), others)
        ):
            after = next((token for token in theirs.tokens if token.start > negation.start), negation)
            yield (negation.start, max(after.stop, head.stop)), head
    if not (ours.plain or ours.soft or ours.verbs) and not theirs.plain:
        yield from ((place, None) for place in theirs.verbs[:1] if not links or _granted(theirs, ours, links, place))


def _turned(ours: Denials, links: Mapping[int, Link], both: tuple[Token, Token]) -> bool:
    """Whether the counterpart of a denied word denies by itself, or affirms nothing of the kind."""
    head, word = both[1], links[both[1].start].target
    if _negative(word.text.lower()) or opposite(head.text, word.text) or vague(head, word):
        return True
    if head.lemma in words("turned") and not affirms(head, word):
        return True
    if head.tags & _VERBAL and _told_against(ours, word):
        return True
    return _rendered(ours, links.get(both[0].start), word)


def _rendered(ours: Denials, link: Link | None, word: Token) -> bool:
    """Whether a negative word behind the affirmed one renders the negation: says ..., and makes no mention of it."""
    return (
        link is not None
        and link.strength >= _DENIED
        and link.target.start > word.start
        and any(link.target.start == place[0] for place in ours.plain)
    )


def _told_against(ours: Denials, word: Token) -> bool:
    """Whether a word behind a verb turns it round: advises against it, votes it down."""
    after = [token.text.lower() for token in ours.tokens if token.start > word.start]
    return "against" in after[:_BEHIND] or (word.lemma == "vote" and "down" in after[:_NEAR])


def _another_right(theirs: Denials, links: Mapping[int, Link], head: Token) -> bool:
    """Whether the right that one does not have is said to be a right to do another thing."""
    if head.lemma != "право":
        return False
    after = [token for token in theirs.tokens if token.start > head.start][:_NEAR]
    infinitive = next((token for token in after if "INFN" in token.tags), None)
    return infinitive is not None and infinitive.start not in links


def emphatic(theirs: Denials, negation: Token) -> bool:
    """Whether a second negative word strengthens a negation: ни о какой отставке не помышляла."""
    around = [token for token in theirs.tokens if token.start != negation.start]
    near = sorted(around, key=lambda token: abs(token.start - negation.start))[:_STRESSED]
    return any(_STRESS.fullmatch(token.text.lower()) for token in near)


def _leads_on(theirs: Denials, head: Token) -> bool:
    """Whether an infinitive behind a denied verb bears its sense: никто и не думал уходить, "everybody stayed put"."""
    after = [token for token in theirs.tokens if token.start > head.start][:2]
    return any("INFN" in token.tags for token in after)


def _others(theirs: Denials, links: Mapping[int, Link], negation: Token, least: float = 0.0) -> list[Token]:
    """Counterparts of the words that other negations of the original deny, by links of a strength at least."""
    own = (links.get(head.start) for other, head in theirs.denied if other != negation)
    return [link.target for link in own if link is not None and link.strength >= least]


def _granted(theirs: Denials, ours: Denials, links: Mapping[int, Link], place: Place) -> bool:
    """Whether what is refused or denied in the original is agreed to, or done, in the translation."""
    if any(token.lemma in words("granting") for token in ours.tokens):
        return True
    around = [token for token in theirs.tokens if token.start != place[0] and abs(token.start - place[0]) < _BESIDE]
    sure = [token for token in around if token.start in links and links[token.start].strength >= _DENIED]
    done = any("INFN" in token.tags and token.start > place[0] for token in sure)
    nouns = [links[token.start].target for token in sure if token.tags >= {"NOUN", "gent"}]
    return done or any(_stated(ours, word, _MADE) for word in nouns)


def _negative(word: str) -> bool:
    """Whether a word denies by a part of itself: unhurt, scoreless, tax-free."""
    if not (_NEGATIVE.fullmatch(word) or _UNLIKE.fullmatch(word)):
        return False
    return word.endswith("ble") or not word.startswith(tuple(words("no prefix")))


def _turned_beside(theirs: Denials, head: Token, links: Mapping[int, Link]) -> bool:
    """Whether a word soon after a denied one is rendered by its opposite: "earns less" for не зарабатывает больше."""
    after = [token for token in theirs.tokens if token.start > head.start][:_NEAR]
    return any(token.start in links and opposite(token.text, links[token.start].target.text) for token in after)


def _equal(ours: Denials, word: Token) -> bool:
    """Whether "as" or "equally" puts two things on a level: just as dirty for не чище."""
    before = [token.text.lower() for token in ours.tokens if token.start < word.start][-2:]
    return not _LEVEL.isdisjoint(before)


def _noun(ours: Denials, word: Token) -> bool:
    """Whether an English word is used as a noun: "a sudden change" affirms nothing for не меняет."""
    before = [token for token in ours.tokens if token.start < word.start][-2:]
    near = [token.text.lower() for token in before]
    plain = word.text.lower() == word.lemma and not word.text.lower().endswith("ed")
    return near[-1:] != [] and (near[-1] in _ARTICLES or (plain and near[0] in _ONE))


def _stated(ours: Denials, word: Token, verbs: frozenset[str]) -> bool:
    """Whether a verb of being, having or making before a noun says that there is such a thing."""
    before = [token.text.lower() for token in ours.tokens if token.start < word.start][-_NEAR:]
    return any(one in verbs for one in before)


def _denied(theirs: Denials, ours: Denials, links: Mapping[int, Link], both: tuple[Token, Token]) -> bool:
    """Whether a negation of the translation before the word's counterpart belongs to no other denied word."""
    word = links[both[1].start].target
    others = _others(theirs, links, both[0], _CLOSE)
    after = [token for token in ours.tokens if token.start > word.start][:_AFTER]
    known = {link.target.start for link in links.values()}
    late = [
        token.start
        for before, token in pairwise(after)
        if before.text.lower() in words("auxiliary") or token.text.lower().endswith(("n't", "n’t"))
    ]
    near = [place for place in ours.plain if place[0] < word.start or place[0] in late]
    if any(_negative(token.text.lower()) and token.start not in known for token in after):
        return True
    return any(not any(_claims(ours, place, one) for one in others) for place in near)


def _claims(ours: Denials, place: Place, word: Token) -> bool:
    """Whether a negation belongs to a word: one behind it does so only where no mark parts the two.

    "No bridges are safe, no minor roads have been repaired": the second "no" is none of what stands before the comma.
    """
    if not beside(ours, place, word):
        return False
    between = [word, *(token for token in ours.tokens if word.start < token.start <= place[0])]
    return place[0] <= word.start or all(two.start - one.stop <= 1 for one, two in pairwise(between))
