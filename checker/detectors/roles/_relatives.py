"""Relative clauses turned round: "the firm, which took the city to court" for фирма, на которую город подал в суд.

Russian says by the case of который, or by the participle, whether the noun before the clause acts or another one does;
English says it by what stands before the verb: who and which, or another noun behind whom.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.roles._clauses import agrees, lemmas, phrases, stretch
from checker.detectors.roles._order import RECEIVING, TYING, ahead, targets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.roles._clauses import Phrase
    from checker.detectors.roles._reversals import Parts
    from checker.model import Link, Token

_SURE = 0.7
_RENDERED = 0.85
_WHO = frozenset(["who", "which", "that"])
_OBJECT = 4
"""Words from a verb to its object."""
_DETERMINERS = frozenset("the a an his her its their our this that these those".split())  # noqa: SIM905
_WHOM = frozenset({"whom", "which", "that"})
_TIES = {"от": frozenset(["from"]), "у": frozenset(["from"]), "против": frozenset(["against"]), "к": frozenset(["to"])}
_JOINING = TYING | {"and", "or", "but", "as"}
"""What ties words to the noun before them, or sets another beside it."""
_MUTUAL = frozenset(
    """встретить встречать обсудить обсуждать окружить окружать сопровождать включать составить составлять
    образовать заменить заменять соединить соединять касаться сменить ждать означать""".split()  # noqa: SIM905
)
"""Verbs whose two sides may change places."""


def acted_on(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """A noun told by который in another case than the nominative that does what another one does to it."""
    for number, token in enumerate(tokens):
        if token.lemma != "который" or "nomn" in token.tags or not _opens(tokens, number):
            continue
        clause = [place for place in _clause(tokens, number) if "VERB" in tokens[place].tags]
        verb = tokens[clause[0]] if len(clause) == 1 else token
        if verb is token or verb.lemma in _MUTUAL | lemmas("converse") or verb.lemma.endswith(("ся", "сь")):
            continue
        around = [*tokens[number + 1 : clause[0]], *stretch(tokens, clause[0], 1)]
        if any({"NPRO", "nomn"} <= one.tags for one in around):
            continue
        doer = next((one for one in phrases(around) if _doer(one, verb)), None)
        target = targets(links, _SURE) if doer is not None else {}
        made = target.get(verb.start)
        ours = target.get(doer.head.start) if doer is not None else None
        if doer is None or made is None or ours is None:
            continue
        if made.lemma in RECEIVING and not _sues(words, made):
            continue
        pronouns = frozenset(word.start for word in words if word.text.lower() in _WHO)
        first, passive = ahead(words, made, pronouns)
        if first is not None and not passive and _object(words, made, ours, _ties(tokens, number)):
            yield (token, verb, doer.head), (first, ours.stop)


def _opens(tokens: Sequence[Token], number: int) -> bool:
    """Whether a relative pronoun opens its clause, or stands behind the preposition that does."""
    if number > 1 and "PREP" in tokens[number - 1].tags:
        number -= 1
    return number > 0 and tokens[number - 1].text == ","


def _ties(tokens: Sequence[Token], number: int) -> frozenset[str]:
    """What stands in English before the one for whom a preposition and который stand."""
    before = tokens[number - 1]
    return _TIES.get(before.text.lower(), frozenset()) if "PREP" in before.tags else frozenset()


def _clause(tokens: Sequence[Token], number: int) -> range:
    end = next((place for place in range(number + 1, len(tokens)) if tokens[place].text in ",;.!?—:"), len(tokens))
    return range(number + 1, end)


def _doer(phrase: Phrase, verb: Token) -> bool:
    head = phrase.head
    return not phrase.preposition and phrase.actor and "nomn" in head.tags and agrees(phrase, verb)


def _sues(words: Sequence[Token], verb: Token) -> bool:
    """Whether to take is to take to court."""
    place = words.index(verb)
    near = [word.text.lower() for word in words[place + 1 : place + 3 + _OBJECT]]
    return verb.lemma == "take" and "court" in near


def _object(words: Sequence[Token], verb: Token, other: Token, ties: frozenset[str]) -> bool:
    """Whether a word is the bare object of a verb before it, or stands behind what renders the other preposition."""
    place, end = words.index(verb), words.index(other)
    between = [word.text.lower() for word in words[place + 1 : end]]
    marks = any(word.kind == "mark" for word in words[place + 1 : end])
    if not place < end <= place + 1 + 2 * _OBJECT or marks or other.text.endswith(("'s", "’s", "'", "’")):
        return False
    tied = [number for number, word in enumerate(between) if word in _JOINING]
    if not tied:
        return len(between) <= _OBJECT
    return between[tied[-1]] in ties and len(tied) == 1 and len(between) - tied[0] <= _OBJECT


def acting(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """A noun told by an active participle, or by который as a subject, to whom another one does it in English."""
    for number, verb in _active(tokens):
        if verb.lemma in _MUTUAL or verb.lemma.endswith(("ся", "сь")):
            continue
        given = next(phrases(stretch(tokens, number, 1)), None)
        if given is None or given.preposition or not _undergoes(given, verb):
            continue
        target = targets(links, _RENDERED)
        made, theirs = target.get(verb.start), target.get(given.head.start)
        if made is None or theirs is None or made.lemma in RECEIVING:
            continue
        first, passive = ahead(words, made, frozenset({theirs.start}))
        place = words.index(theirs)
        place -= place > 0 and words[place - 1].text.lower() in _DETERMINERS
        told = place > 0 and words[place - 1].text.lower() in _WHOM
        if first is not None and not passive and told:
            yield (verb, given.head), (first, made.stop)


def _active(tokens: Sequence[Token]) -> Iterator[tuple[int, Token]]:
    """Active participles behind a comma, and verbs right behind a который that can be their subject alone."""
    for number in range(1, len(tokens) - 1):
        token = tokens[number]
        if tokens[number - 1].text != ",":
            continue
        if {"PRTF", "actv"} <= token.tags:
            yield number, token
        elif token.lemma == "который" and {"nomn", "femn", "sing"} <= token.tags and "VERB" in tokens[number + 1].tags:
            yield number + 1, tokens[number + 1]


def _undergoes(phrase: Phrase, verb: Token) -> bool:
    """Whether a noun behind a verb is what it is done to, or to whom: never the nominative of another clause."""
    tags = phrase.head.tags
    given = "datv" in tags and "loct" not in tags - {"datv"} and verb.lemma not in lemmas("governing")
    return given or ("tran" in verb.tags and phrase.object and bool(tags & {"accs", "gent", "nomn"}))
