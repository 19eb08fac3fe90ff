"""Those concerned, in the dative, made doers or receivers: "a man who threatens a trial" for которому грозит суд.

Also those who have to do something: платить придётся перевозчику says who pays, and not to whom ("to the carrier").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.roles._clauses import NAMES, bodies, lemmas, phrases, stretch
from checker.detectors.roles._order import ahead, targets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.roles._clauses import Phrase
    from checker.detectors.roles._reversals import Parts
    from checker.model import Link, Token

_SURE = 0.6
_THREATENS = frozenset(["грозить", "угрожать"])
_TRIALS = frozenset(["суд", "трибунал", "арбитраж"])
"""Bodies with which somebody is threatened."""
_WHO = frozenset(["who", "which", "that", "he", "she", "they", "it", "i", "we", "you"])
_MUST = frozenset(
    """предстоять предстоит прийтись приходиться придется придётся пришлось приходится следует следовало надлежит
    надлежало положено надо нужно необходимо можно нельзя удаться удалось удастся удаваться надлежать
    следовать""".split()  # noqa: SIM905
)
"""Impersonal words that have the one who is to act in the dative."""
_AT_HAND = 4
"""Words behind a passive among which "to" and the one stand."""
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_LEFT = frozenset("left entrusted assigned delegated given granted allotted linked related tied used supposed".split())  # noqa: SIM905
"""Participles behind which "to" names the one who is to act."""
_PARTICIPLES = ("ed", "en", "id", "de", "ne", "ld", "nt", "ught", "ut", "wn")
_TENSES = frozenset({"будет", "было", "бы", "самому", "самой", "самим"})
TELLING = frozenset(
    """сообщить сообщать сказать говорить показать показывать объяснить объяснять рассказать написать писать передать
    передавать посвятить доверить отправить послать направить вернуть адресовать обещать напомнить""".split()  # noqa: SIM905
)
"""What is told or sent to somebody in the dative."""


def threatened(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """ "A man who threatens an unfair trial" for человек, которому грозит суд; "he threatens" for ему грозит."""
    for number, verb in enumerate(tokens):
        if verb.lemma not in _THREATENS or "VERB" not in verb.tags or {"1per", "2per"} & verb.tags:
            continue
        clause = [*stretch(tokens, number, -1), *stretch(tokens, number, 1)]
        if any("nomn" in one.tags and (one.tags & {"anim", "NPRO"} or _named(one)) for one in clause):
            continue
        person = next((one for one in clause if "datv" in one.tags and one.tags & {"NOUN", "NPRO", "ADJF"}), None)
        cause = next((one for one in clause if {"NOUN", "nomn", "inan"} <= one.tags), None)
        if person is None or cause is None or person is cause:
            continue
        target = targets(links, _SURE)
        made, theirs, thing = (target.get(one.start) for one in (verb, person, cause))
        if made is None or made.lemma != "threaten" or made.text.lower().endswith("ing"):
            continue
        known = frozenset(word.start for word in words if word == theirs or word.text.lower() in _WHO)
        known -= {thing.start} if thing is not None else set()
        first, passive = ahead(words, made, known)
        behind = thing is not None and words.index(thing) > words.index(made)
        if first is not None and not passive and behind:
            yield (person, verb), (first, made.stop)


def _named(token: Token) -> bool:
    return "NOUN" in token.tags and (
        bool(NAMES & token.tags) or (token.lemma in bodies() and token.lemma not in _TRIALS)
    )


def obliged(tokens: Sequence[Token], links: Sequence[Link], words: Sequence[Token]) -> Iterator[Parts]:
    """ "Damages are to be paid to the carrier" for возмещать ущерб предстоит перевозчику."""
    for number, must in enumerate(tokens):
        if must.lemma not in _MUST or not must.tags & {"VERB", "PRED"} or {"1per", "2per", "plur"} & must.tags:
            continue
        person = _concerned(tokens, number)
        if person is None or not person.actor:
            continue
        theirs = targets(links, _SURE).get(person.head.start)
        first = _receives(words, words.index(theirs)) if theirs is not None else None
        if theirs is not None and first is not None:
            yield (must, person.head), (words[first].start, theirs.stop)


def _concerned(tokens: Sequence[Token], number: int) -> Phrase | None:
    """Who has to act: in the dative behind платить придётся, or before придётся and a deed without a receiver."""
    before, after = _side(tokens, number, -1), _side(tokens, number, 1)
    if any("INFN" in one.tags for one in before):
        behind = next(phrases(after), None)
        good = behind is not None and not behind.preposition and _dative(behind) and behind.head in after[:2]
        either = tokens[number].lemma != "предстоять" and any(one.lemma in lemmas("given") for one in before)
        return behind if good and not either and not any("INFN" in one.tags for one in after) else None
    deed = next((one for one in after if "INFN" in one.tags), None)
    if deed is None or "tran" not in deed.tags or deed.lemma in lemmas("given") or deed.lemma in TELLING:
        return None
    return next((one for one in phrases(before) if not one.preposition and _dative(one)), None)


def _dative(phrase: Phrase) -> bool:
    return "datv" in phrase.head.tags


def _side(tokens: Sequence[Token], number: int, step: int) -> list[Token]:
    """The words on one side of a word, infinitives among them, up to a mark or a finite verb."""
    found: list[Token] = []
    place = number + step
    while 0 <= place < len(tokens) and tokens[place].text not in ",;:.!?—–":
        if tokens[place].text.lower() not in _TENSES:
            if "VERB" in tokens[place].tags:
                break
            found.append(tokens[place])
        place += step
    return found if step > 0 else found[::-1]


def _receives(words: Sequence[Token], place: int) -> int | None:
    """Where a passive begins to which "to" ties a word: "be paid to the carrier"."""
    for number in range(place - 1, max(1, place - 1 - _AT_HAND), -1):
        if words[number].kind == "mark":
            return None
        if words[number].text.lower() == "to":
            done, being = words[number - 1].text.lower(), words[number - 2].text.lower()
            told = being in _BEING and done not in _LEFT and done.endswith(_PARTICIPLES)
            return number - 1 if told else None
    return None
