"""Articles and relatives that a name or a person does not take: "the Kravtsova has recovered", "climbers which spent".

The original tells what is a name or a person; an English noun behind the name (the Zakharov case, the Petrov family)
or a plural (the Petrovs) takes the article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.interference._carried import Carried
from checker.detectors.interference._lines import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.detectors.interference._lines import Line

_SURNAMES = frozenset({"Surn", "surname"})
_AUXILIARIES = listed("is was has had will would can could did does said says told went came may might must")
_BEHIND = listed("'s ’s")
_ANIMALS = listed(
    "dog cat horse cow bull bear wolf fox fish bird animal pig sheep goat hen deer elk tiger lion leopard elephant",
    "monkey whale dolphin seal shark snake insect bee fly mosquito puppy kitten cub pet eagle stork swan goose duck",
    "chicken rooster turkey calf lamb pony donkey camel rat mouse hare rabbit squirrel boar moose virus bacterium",
    "microbe beast creature robot doll character monster",
)
_BODIES = listed("team club company group people nation party army police family couple crew enemy ancestor")
"""Persons in Russian that English may take for things, and groups."""


def persons(line: Line) -> Iterator[Carried]:
    """What the rules find in a sentence."""
    for number in range(len(line.tokens)):
        if line.low(number) == "the":
            yield from _named(line, number)
        elif line.low(number) == "which":
            yield from _which(line, number)


def _named(line: Line, number: int) -> Iterator[Carried]:
    """ "The Kravtsova has": one person's surname alone."""
    name, behind = line.source(number + 1), line.low(number + 2)
    token = line.tokens[number + 1] if number + 1 < len(line.tokens) else None
    if name is None or token is None or name.tags.isdisjoint(_SURNAMES) or "plur" in name.tags:
        return
    before = line.originals[line.numbers[name.start] - 1].tags if line.numbers[name.start] else frozenset()
    bare = name.text[:1].isupper() and token.text[:1].isupper() and before.isdisjoint({"ADJF", "PRTF"})
    owner = token.text.endswith(("'s", "’s")) or behind in _BEHIND
    if bare and (behind in _AUXILIARIES or behind.endswith("ed") or owner) and not token.text.endswith("s"):
        message = "A person's name takes no article."
        yield Carried("GRM112", number, number + 1, message, token.text)


def _which(line: Line, number: int) -> Iterator[Carried]:
    """ "The climbers which spent": a person right before which, no comma between."""
    who, verb, relative = line.source(number - 1), line.source(number + 1), line.source(number)
    if who is None or not {"NOUN", "anim"} <= who.tags or line.low(number + 1) == "of":
        return
    if line.tokens[number - 1].lemma in _ANIMALS | _BODIES or line.tokens[number - 1].text[:1].isupper():
        return
    if (relative is not None and relative.lemma == "который") or (verb is not None and "VERB" in verb.tags):
        yield Carried("GRM119", number, number, "Which refers to things; a person takes who.", "who")
