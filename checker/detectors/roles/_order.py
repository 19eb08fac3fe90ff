"""Whether the translation turns round who does what to whom: the order of its words, and the passive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.roles._clauses import ASIDE, NAMES, lemmas, literal_verbs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.detectors.roles._clauses import Deed, Phrase
    from checker.model import Link, Token

_SURE = 0.6
_LITERAL = 0.85
_RENDERED = 0.91
_REACH = 4  # words between an English verb and its subject or object
_ADJUNCT = frozenset(
    ["in", "on", "at", "through", "into", "over", "under", "across", "out", "during", "after", "before"]
)
"""Prepositions behind a verb whose noun may stand before the object: carried out in her arms the policeman."""
_LINKING = frozenset("however though meanwhile also the a an his her their its too still often".split())  # noqa: SIM905
_FARTHEST = 9
"""Words behind a verb, adjuncts counted, among which its object stands."""


def ahead(words: Sequence[Token], verb: Token, known: frozenset[int]) -> tuple[int | None, bool]:
    """The known word that is the subject of a verb of the translation, and whether the verb is passive."""
    return _before(words, words.index(verb), known)


def targets(links: Sequence[Link], least: float) -> Mapping[int, Token]:
    """The surest counterpart of every word of the original, by its start, from a strength on."""
    best = sorted((link for link in links if link.strength >= least), key=lambda link: link.strength)
    return {link.source.start: link.target for link in best}


def robbed(phrase: Phrase, verb: Token, links: Sequence[Link], words: Sequence[Token]) -> tuple[int, int] | None:
    """Start and end in the translation where the one stripped has become the one who strips, else None."""
    target = {link.source.start: link.target for link in links if link.strength >= _SURE}
    index = {token.start: place for place, token in enumerate(words)}
    made, places = target.get(verb.start), _places(phrase, target)
    if made is None or made.start not in index or made.lemma in RECEIVING:
        return None
    at = index[made.start]
    first, passive = _before(words, at, places)
    after = words[at + 1].text.lower() if at + 1 < len(words) else "."
    if first is None or passive or after in lemmas("break") or not after.isalnum():
        return None
    return first, made.stop


def turned(deed: Deed, links: Sequence[Link], words: Sequence[Token]) -> tuple[int, int] | None:
    """Start and end in the translation of a deed that it turns round, else None."""
    target = {link.source.start: link.target for link in links if link.strength >= _SURE}
    verb = target.get(deed.verb.start)
    if verb is None:
        return None
    doer, sufferer = _places(deed.doer, target), _places(deed.sufferer, target)
    index = {token.start: place for place, token in enumerate(words)}
    if not doer or not sufferer or verb.start not in index or doer & sufferer:
        return None
    at = index[verb.start]
    if deed.sufferer.dative and (verb.lemma in RECEIVING or not _itself(deed.verb, links)):
        return None
    things = not (deed.doer.actor and deed.sufferer.actor)
    if things and verb.lemma not in literal_verbs().get(deed.verb.lemma, frozenset()):
        return None
    tails = _tails(deed.doer, target) | _tails(deed.sufferer, target)
    first, passive = _before(words, at, sufferer | doer, tails)
    second, by = _after(words, at, sufferer | doer, _bridges(deed), _nouns(links, sufferer | doer))
    if first in sufferer and second is None and not passive and not by and _fronted(words, doer, first):
        return first, verb.stop
    if first is None or second is None:
        return None
    if not passive and not by and first in sufferer and second in doer:
        return first, _end(words, second)
    if passive and by and first in doer and second in sufferer:
        return first, _end(words, second)
    return None


def _itself(verb: Token, links: Sequence[Link]) -> bool:
    """Whether a verb of giving or helping is surely rendered by itself, and not by what the other one does."""
    return any(link.source.start == verb.start and link.strength >= _RENDERED for link in links)


def _fronted(words: Sequence[Token], doer: frozenset[int], subject: int) -> bool:
    """Whether the doer opens the sentence as its object: "Colleagues, however, the professor reproaches"."""
    end = next(place for place, token in enumerate(words) if token.start == subject)
    place = next((place for place in range(min(end, _REACH)) if words[place].start in doer), None)
    if place is None:
        return False
    between = [token for token in words[place + 1 : end] if token.kind != "mark"]
    return all(token.text.lower() in _LINKING or token.text.endswith("ly") for token in between)


def taken_over(
    verb: Token, subjects: frozenset[str], doer: Phrase, links: Sequence[Link], words: Sequence[Token]
) -> tuple[int, int] | None:
    """Start and end in the translation where the one to whom it was done, a pronoun, does it to the doer.

    Bodies are doers where the verb is surely rendered by itself: she carried the faction for её поддержала фракция.
    """
    least = _SURE if "anim" in doer.head.tags else _LITERAL
    if not any(link.source.start == verb.start and link.strength >= least for link in links):
        return None
    target = {link.source.start: link.target for link in links if link.strength >= _SURE}
    made, places = target.get(verb.start), _places(doer, target)
    index = {token.start: place for place, token in enumerate(words)}
    if made is None or not places or made.start not in index or made.lemma in RECEIVING:
        return None
    at = index[made.start]
    pronouns = frozenset(token.start for token in words[:at] if token.text.lower() in subjects)
    first, passive = _before(words, at, pronouns)
    second, by = _after(words, at, places, frozenset(), _nouns(links, places))
    if first is None or second is None or passive or by:
        return None
    return first, _end(words, second)


def _bridges(deed: Deed) -> frozenset[str]:
    """Words that may stand between the verb of the translation and its object."""
    if deed.sufferer.preposition:
        return lemmas("bridge")
    return lemmas("bridge") - {"from"} if deed.sufferer.dative else frozenset()


def _tails(phrase: Phrase, target: Mapping[int, Token]) -> frozenset[int]:
    """Where the genitives of a phrase stand in the translation: "directors" of совет директоров."""
    return frozenset(target[token.start].start for token in phrase.tokens[1:] if token.start in target)


def _nouns(links: Sequence[Link], known: frozenset[int]) -> frozenset[int]:
    """Counterparts of the nouns of a sentence, but for known ones."""
    sure = (link for link in links if link.strength >= _SURE and "NOUN" in link.source.tags)
    return frozenset(link.target.start for link in sure) - known


def _places(phrase: Phrase, target: Mapping[int, Token]) -> frozenset[int]:
    """Where the words of a phrase stand in the translation: its head, or the names it holds."""
    named = [
        token for token in phrase.tokens if token is phrase.head or (NAMES & token.tags and "gent" not in token.tags)
    ]
    return frozenset(target[token.start].start for token in named if token.start in target)


def _end(words: Sequence[Token], start: int) -> int:
    return next(token.stop for token in words if token.start == start)


TYING = frozenset("from to for with by of in on at under over against behind about into than".split())  # noqa: SIM905
"""What ties a party to its verb, or a phrase to another."""
RECEIVING = frozenset(
    """hear learn get receive see find take enjoy have know be gain lose meet face follow win earn draw suffer
    feel need want trail host house await inherit succeed share rely depend come""".split()  # noqa: SIM905
)
"""What the one to whom something was done or given does in a free translation."""
LOSING = frozenset({"проиграть", "проигрывать", "уступить", "уступать"})
"""Verbs of the one who is beaten, which "to beat" turns round and "to lose" does not."""
_PASSED = ("ly", "not", "n't", "n’t")
"""Endings of words between a subject and its verb."""


def _leading(words: Sequence[Token], at: int) -> Iterator[Token]:
    """The words before a verb, the nearest first, an aside between commas left out: the trenches, he notes, still."""
    place = at - 1
    for _ in range(_REACH):
        if place >= 0 and words[place].text == ",":
            opening = [n for n in range(max(0, place - ASIDE), place) if words[n].text == ","]
            place = opening[-1] - 1 if opening else -1
        if place < 0:
            return
        yield words[place]
        place -= 1


def _before(
    words: Sequence[Token], at: int, known: frozenset[int], tails: frozenset[int] = frozenset()
) -> tuple[int | None, bool]:
    """The nearest known word before a verb, and whether the verb is passive.

    Only auxiliaries and adverbs stand between, and what belongs to a known word ("the board of directors").
    """
    passive = ended = False
    for token in _leading(words, at):
        lower = token.text.lower()
        if token.start in known:
            return token.start, passive and not words[at].text.endswith("ing")
        if lower in lemmas("be"):
            passive = True
            continue
        if token.start in tails or (ended and lower in ("of", "the")):
            ended = True
            continue
        passes = (
            token.text in "”\"'’" if token.kind == "mark" else lower in lemmas("auxiliary") or lower.endswith(_PASSED)
        )
        if not passes:
            return None, passive
    return None, passive


def _after(
    words: Sequence[Token], at: int, known: frozenset[int], bridges: frozenset[str], nouns: frozenset[int] = frozenset()
) -> tuple[int | None, bool]:
    """The nearest known word after a verb, and whether "by" stands before it.

    Words of `bridges` may stand right behind the verb; an adjunct with one of `nouns` may stand between.
    """
    by = inside = False
    passed = 0
    for number, token in enumerate(words[at + 1 : at + 1 + _FARTHEST]):
        lower = token.text.lower()
        if token.start in known:
            return (None if inside else token.start), by
        by = by or lower == "by"
        if inside:
            inside = token.start not in nouns
            continue
        passed += 1
        if passed > _REACH + 1:
            break
        if lower == "by" or (number < 2 and lower in bridges):
            continue
        if nouns and lower in _ADJUNCT and lower != "out":
            inside = True
        elif token.text not in "“\"'‘" if token.kind == "mark" else lower in lemmas("break"):
            return None, by
    return None, by
