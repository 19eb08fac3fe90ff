"""Parties that have changed places without changing their words: X, а не Y; отбила у них охрана; whose lawyer."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from checker.detectors.roles._clauses import NAMES, agrees, bodies, lemmas, phrases, stretch
from checker.detectors.roles._order import LOSING, RECEIVING, ahead, targets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.roles._clauses import Phrase
    from checker.detectors.roles._reversals import Parts
    from checker.model import Link, Token

_SURE = 0.8
_KNOWN = 0.7
_FAIR = 0.65
_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
_BETWEEN = 3
"""Words between a negation and the noun that it denies, or between a subject and its verb."""
_BEFORE = 6
"""Words before a noun among which не столько stands."""
_ASIDE = 8
_BEHIND = 9
"""Words behind a verb among which the one from whom stands."""
_WHO = frozenset(["который", "которая", "которые"])
_KIN = frozenset(["семья", "родня", "родственник"])
_UNDERGONE = frozenset(
    """detained arrested accused convicted sentenced injured wounded killed dead slain murdered missing imprisoned
    jailed suspected deceased drowned evicted evacuated deported kidnapped abducted hospitalized hospitalised indicted
    executed hurt poisoned defrauded deceived cheated""".split()  # noqa: SIM905
)
"""What has happened to a person whose lawyer, mother or family somebody is."""


def contrasted(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """ "The president, not the accountant" for бухгалтер, а не президент."""
    pairs = list(_opposed(tokens))
    target = targets(links, _KNOWN) if pairs else {}
    for meant, denied in pairs:
        ours, theirs = target.get(meant.start), target.get(denied.start)
        if ours is None or theirs is None or ours == theirs or meant.lemma == denied.lemma:
            continue
        if _repeated(words, ours) or _repeated(words, theirs):
            continue
        if _ruled_out(words, ours) and not _ruled_out(words, theirs):
            yield (meant, denied), (min(ours.start, theirs.start), max(ours.stop, theirs.stop))


def _opposed(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Nouns of one case, the one meant and the other denied: X, а не Y; не Y, а X; не столько Y, сколько X."""
    for place in range(1, len(tokens) - 2):
        low = tokens[place + 1].text.lower()
        if tokens[place].text != "," or low not in ("а", "сколько"):
            continue
        denies = tokens[place + 2].text.lower() == "не"
        right = _first_noun(tokens, place + (3 if denies else 2))
        left = next((n for n in _last_nouns(tokens, place) if right is not None and _alike(tokens, n, right)), None)
        if left is None or right is None:
            continue
        before = [token.text.lower() for token in tokens[max(0, left - _BEFORE) : left]]
        if low == "сколько":
            if "столько" in before and "не" in before:
                yield tokens[right], tokens[left]
        elif denies:
            yield tokens[left], tokens[right]
        elif "не" in before[-2:]:
            yield tokens[right], tokens[left]


def _alike(tokens: Sequence[Token], left: int, right: int) -> bool:
    """Whether two nouns stand in one case, or behind the same preposition."""
    one, two = tokens[left - 1] if left else tokens[left], tokens[right - 1]
    if "PREP" in one.tags and "PREP" in two.tags:
        return one.text.lower() == two.text.lower()
    return bool(_CASES & tokens[left].tags & tokens[right].tags)


def _last_nouns(tokens: Sequence[Token], place: int) -> Iterator[int]:
    """The noun on whose genitive the noun before a mark stands, and that noun; an aside is stepped over."""
    number = place - 1
    if number < 0:
        return
    if "NOUN" not in tokens[number].tags:
        opening = next((n for n in range(number, max(-1, number - _ASIDE), -1) if tokens[n].text == ","), 0)
        if not opening or "NOUN" not in tokens[opening - 1].tags:
            return
        number = opening - 1
    last = number
    while number and "gent" in tokens[number].tags and "NOUN" in tokens[number - 1].tags:
        number -= 1
    yield number
    if last != number:
        yield last


def _first_noun(tokens: Sequence[Token], place: int) -> int | None:
    """The noun that a phrase begins with, a preposition and adjectives left out."""
    for number in range(place, min(len(tokens), place + _BETWEEN)):
        if "NOUN" in tokens[number].tags:
            return number
        if not tokens[number].tags & {"PREP", "ADJF", "PRTF"}:
            return None
    return None


def _repeated(words: Sequence[Token], one: Token) -> bool:
    return sum(word.lemma == one.lemma for word in words) > 1


def _ruled_out(words: Sequence[Token], one: Token) -> bool:
    """Whether a word of the translation stands behind "not", "rather than" or "instead of"."""
    place = words.index(one)
    for number in range(place - 1, max(-1, place - 2 - _BETWEEN), -1):
        lower = words[number].text.lower()
        if words[number].kind == "mark" or lower in ("but", "who", "and", "or"):
            return False
        before = words[number - 1].text.lower() if number else ""
        if lower == "not" or (before, lower) in (("rather", "than"), ("instead", "of")):
            return True
    return False


def regained(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """ "The rebels took the bridge back from the army" for мост отбила у повстанцев армия."""
    if not any(token.text.lower() == "у" for token in tokens):
        return
    target = targets(links, _FAIR)
    for number, verb in enumerate(tokens):
        made = target.get(verb.start) if "VERB" in verb.tags and "tran" in verb.tags else None
        if made is None:
            continue
        around = [*phrases(stretch(tokens, number, -1)), *phrases(stretch(tokens, number, 1))]
        robbed = next((phrase for phrase in around if phrase.preposition == "у" and "gent" in phrase.head.tags), None)
        doer = next((phrase for phrase in around if _does(phrase, verb)), None)
        if robbed is None or doer is None:
            continue
        ours, theirs = target.get(robbed.head.start), target.get(doer.head.start)
        if ours is None or theirs is None:
            continue
        first, passive = ahead(words, made, frozenset({ours.start}))
        if first is not None and not passive and _from(words, made, theirs):
            yield (verb, robbed.head, doer.head), (first, theirs.stop)


def _does(phrase: Phrase, verb: Token) -> bool:
    """Whether a noun is surely the subject of a verb: somebody, or a feminine noun, whose accusative is another."""
    tags = phrase.head.tags
    sure = phrase.actor or {"femn", "sing"} <= tags
    return not phrase.preposition and "nomn" in tags and sure and agrees(phrase, verb)


def _from(words: Sequence[Token], verb: Token, other: Token) -> bool:
    """Whether something is done from another one, who stands behind a verb."""
    place, end = words.index(verb), words.index(other)
    between = [word.text.lower() for word in words[place + 1 : end]]
    return place < end <= place + _BEHIND and "from" in between[-1 - _BETWEEN :] and "," not in between


def suffered(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """ "The doctors whom the minister had saved" for врачи, которые спасли министра, or for врачи, спасшие его."""
    for number, place in _relatives(tokens):
        token, verb = tokens[number], tokens[place]
        losing = verb.lemma in LOSING
        if verb.lemma in lemmas("converse") and not losing:
            continue
        after = next(phrases(stretch(tokens, place, 1)), None)
        if after is None or after.preposition or not after.actor or not after.object:
            continue
        target = targets(links, _SURE)
        made, theirs = target.get(verb.start), target.get(after.head.start)
        if made is None or theirs is None or "anim" not in after.head.tags:
            continue
        if made.lemma != "lose" if losing else made.lemma in RECEIVING:
            continue
        first, passive = ahead(words, made, frozenset({theirs.start}))
        if first is not None and not passive and _relative(words, theirs):
            yield (token, verb, after.head), (first, made.stop)


def _relatives(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Places where a clause about the noun before it begins, and of its verb: который спас, спасший."""
    for number in range(1, len(tokens) - 1):
        if tokens[number - 1].text != ",":
            continue
        if {"PRTF", "actv", "tran"} <= tokens[number].tags:
            yield number, number
        elif tokens[number].text.lower() in _WHO and {"VERB", "tran"} <= tokens[number + 1].tags:
            yield number, number + 1


def _relative(words: Sequence[Token], subject: Token) -> bool:
    """Whether a noun is the subject of a relative clause that is told of another: "whom the minister"."""
    place = words.index(subject)
    return any(word.text.lower() in ("whom", "which", "that") for word in words[max(0, place - 2) : place])


def whose(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """ "The detained lawyer" for адвокат задержанных, who is free."""
    if not any(word.text.lower() in _UNDERGONE for word in words):
        return
    target = targets(links, _SURE)
    for number, (person, owner) in enumerate(pairwise(tokens)):
        if "NOUN" not in person.tags or not ("anim" in person.tags or person.lemma in _KIN):
            continue
        if "gent" not in owner.tags or "gent" in person.tags or not owner.tags & {"PRTF", "ADJF", "NOUN"}:
            continue
        after = tokens[number + 2].tags if number + 2 < len(tokens) else frozenset()
        one, two = target.get(person.start), target.get(owner.start)
        if {"NOUN", "gent"} <= after or after & {"ADJF", "PRTF"} or one is None or two is None:
            continue
        place = words.index(one)
        if two.text.lower() in _UNDERGONE and place and words[place - 1] == two:
            yield (person, owner), (two.start, one.stop)


def verbs_swapped(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """ "What B had sought, what A had offered" for чего добивался A, что предлагал B."""
    acting = list(_subjects(tokens))
    if len(acting) < 2:
        return
    target = targets(links, _FAIR)
    own = [(one, verb) for one, verb in acting if one.start in target and verb.start in target]
    for (one, first), (two, second) in pairwise(own):
        if first == second or one.lemma == two.lemma:
            continue
        places = frozenset({target[one.start].start, target[two.start].start})
        if len(places) < 2 or target[first.start] == target[second.start]:
            continue
        before, after = ahead(words, target[first.start], places), ahead(words, target[second.start], places)
        if before == (target[two.start].start, False) and after == (target[one.start].start, False):
            yield (one, first, two, second), (target[two.start].start, target[first.start].stop)
            yield (one, first, two, second), (target[one.start].start, target[second.start].stop)


def _subjects(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Names, persons and bodies with the verb right beside them."""
    for number, token in enumerate(tokens):
        named = bool(NAMES & token.tags) or "anim" in token.tags or token.lemma in bodies()
        if not {"NOUN", "nomn"} <= token.tags or not named:
            continue
        beside = [*reversed(tokens[max(0, number - _BETWEEN) : number])], [*tokens[number + 1 : number + 1 + _BETWEEN]]
        for words in beside:
            near = next((word for word in words if word.kind == "mark" or word.tags & {"VERB", "CONJ"}), None)
            if near is not None and "VERB" in near.tags and near.lemma not in lemmas("converse"):
                yield token, near
                break
