"""Objects that Russian leaves out ("reminded that") and objects said twice ("a whistle that we hear it")."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from checker.detectors.interference._carried import Carried
from checker.detectors.interference._lines import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.detectors.interference._lines import Line
    from checker.model import Token

_ADDRESSED = {
    "reminded": "pointed out that / reminded ... that",
    "reminds": "points out that / reminds ... that",
    "assured": "insisted that / assured ... that",
    "assures": "insists that / assures ... that",
    "informed": "said that / informed ... that",
    "informs": "says that / informs ... that",
    "notified": "said that / notified ... that",
    "notifies": "says that / notifies ... that",
    "reassured": "insisted that / reassured ... that",
    "reassures": "insists that / reassures ... that",
}
"""Verbs that name the person spoken to, and what an editor would write."""
_HELPED = listed(
    "be been being is are was were am 's 're get gets got having feel felt feels rest remain remains remained",
)
_PRONOUNS = listed("it them him her")
_SUBJECT = listed(
    "the a an his her its their our this these those he she they we i you everyone everybody nobody many all people",
)
_HELPERS = listed("had has have did does do not was were is are will would can could cannot didn't doesn't don't never")
_THINGS = listed(
    "report claim fact idea news statement view belief feeling sense hope fear concern evidence proof sign",
    "rumour rumor allegation assertion argument conclusion decision threat promise suggestion proposal warning",
    "condition demand word impression chance possibility danger risk likelihood understanding assumption",
    "thought theory opinion insistence denial confirmation assurance message suspicion notion principle rule",
    "order agreement recommendation doubt way so such said day time year moment reason place point extent",
    "degree manner now given",
)
"""Nouns whose "that" begins what they say, or a time or a way, not what the clause is about."""
_DOUBLE = listed(
    "give tell show cost offer send bring owe call name consider pay ask teach deny let make help keep find",
)
"""Verbs that have another object beside the pronoun."""
_WHOM = listed("которого которую которые который которое которых")
_NAMED = listed("он она оно они этот это тот себя сам ее её его их")
_BEHIND = listed("to in on at for with during until after before and but because when while or as from by")
_REACH = 9
"""Words of a clause up to its pronoun."""


def objects(line: Line) -> Iterator[Carried]:
    """What the rules find in a sentence."""
    for number in range(1, len(line.tokens) - 2):
        low = line.low(number)
        if low in _ADDRESSED and line.low(number + 1) == "that":
            yield from _unaddressed(line, number)
        elif low in ("that", "which") and line.is_word(number - 1):
            yield from _twice(line, number)


def _unaddressed(line: Line, number: int) -> Iterator[Carried]:
    """ "Its president, Petrov, reminded that ..." for «президент Петров напомнил, что»: nobody is reminded."""
    verb = line.source(number)
    if verb is None or "VERB" not in verb.tags or verb.lemma.endswith("ся"):
        return
    if any(line.low(n) in _HELPED for n in range(number - 3, number)) or not line.low(number + 2)[:1].isalpha():
        return
    if "plur" in verb.tags and (line.low(number - 1) == "," or line.lacks_subject(verb)):
        return
    low = line.low(number)
    message = f'"{low.capitalize()}" needs the person spoken to (the original: «{verb.text}»).'
    yield Carried("GRM103", number, number + 1, message, f"[{_ADDRESSED[low]}]")


def _twice(line: Line, number: int) -> Iterator[Carried]:
    """ "A whistle that the sensors were not registering it" for «свист, который датчики не регистрировали»."""
    if line.low(number + 1) not in _SUBJECT and not line.tokens[number + 1].text[:1].isupper():
        return
    if line.tokens[number - 1].lemma in _THINGS or "NOUN" not in line.tags(number - 1):
        return
    last = next((n for n in range(number + 3, number + _REACH) if not line.is_word(n) or line.low(n) in _PRONOUNS), 0)
    if not last or line.low(last) not in _PRONOUNS:
        return
    if line.is_word(last + 1) and line.low(last + 1) not in _BEHIND:
        return
    between = [line.low(n) for n in range(number + 1, last)]
    verb = line.tokens[last - 1]
    joined = "to" in between or "that" in between or "and" in between
    if joined or verb.lemma in _DOUBLE or line.low(last - 1) in _HELPERS or "VERB" not in line.tags(last - 1):
        return
    if any("VERB" in line.tags(n) and line.source(n) != line.source(last - 1) for n in range(number + 1, last)):
        return
    whom = next((n for n, token in enumerate(line.originals) if token.text.lower() in _WHOM), None)
    if whom is None or any(token.lemma in _NAMED for token in takewhile(_no_mark, line.originals[whom:])):
        return
    message = f'"{line.low(number).capitalize()}" is the object already; the pronoun says it twice.'
    yield Carried("GRM132", last - 1, last, message, f"[drop {line.low(last)}]")


def _no_mark(token: Token) -> bool:
    return token.kind != "mark"
