"""Words whose form was carried over: participles without their verb, objects that stand where the subject should."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.interference._carried import Carried
from checker.detectors.interference._lines import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.detectors.interference._lines import Line

_DONE = listed("spoken appeared happened lived worked remained occurred existed died survived")
"""Participles that cannot stand alone for one who did something: the man spoken first."""
_WHEN = listed("first once twice earlier later recently previously long many several for all only still never years")
"""What stands before such a participle."""
_HELPED = listed("be been being is are was were have has had having get got 's 've 'd")
_MODAL = listed("cannot can't can could couldn't will would won't must may might")
_FINITE = _MODAL | listed("is are was were has have had does do did")
"""What shows that the word before it is a subject."""
_NOT = listed("not never already yet still also")
_OPEN = listed(
    "open close start begin end finish change increase decrease grow move stop break burn sink double improve rise",
    "fall drop split return turn run sell read expand shut proceed continue go work wait come stay remain last",
)
"""Verbs whose subject may be what the Russian verb has as its object: the doors will open."""


def fragments(line: Line) -> Iterator[Carried]:
    """What the rules find in a sentence."""
    for number in range(1, len(line.tokens)):
        tags = line.tags(number)
        if {"PRTF", "actv", "past"} <= tags:
            yield from _active(line, number)
        elif "VERB" in tags and line.low(number - 1) == "not":
            yield from _helpless(line, number)
        elif line.low(number) in _MODAL:
            yield from _object(line, number)
        elif line.low(number) == "which" and line.low(number - 1) == ",":
            yield from _owned(line, number)


def _active(line: Line, number: int) -> Iterator[Carried]:
    """ "Petrova, first spoken about it" for «первой заговорившая»: the participle is an active one."""
    source = line.source(number)
    if (
        line.low(number) not in _DONE
        or any(line.low(n) in _HELPED for n in range(number - 3, number))
        or source is None
    ):
        return
    first = line.begin(number)
    between = [line.low(n) for n in range(first, number)]
    timed = bool(between) and all(word in _WHEN or word.endswith("ly") for word in between)
    opens = any("VERB" in line.tags(n) or line.low(n) in _HELPED for n in range(first))
    if first and line.low(first - 1) == "," and len(between) <= 2 and timed and not opens:
        message = f"«{source.text}» is one who did it: the English participle says that it was done."
        yield Carried("GRM127", first, number, message, "[who ...]")


def _owned(line: Line, number: int) -> Iterator[Carried]:
    """ "The plant, which workers are on strike" for «завод, рабочие которого бастуют».

    Behind the noun stands its verb; "which rises to 2,000 metres" and "which numbers ten people" have one of their own.
    """
    noun, verb = line.source(number + 1), line.low(number + 2)
    acts = verb in _FINITE or "VERB" in line.tags(number + 2)
    if noun is not None and "NOUN" in noun.tags and line.owned(noun) and acts:
        message = "What belongs to somebody takes whose (директор которого)."
        yield Carried("GRM132", number, number + 1, message, f"whose {line.low(number + 1)}")


def _helpless(line: Line, number: int) -> Iterator[Carried]:
    """ "There is no work and not foreseen" for «работы нет и не предвидится»."""
    source = line.source(number)
    if source is None or not source.lemma.endswith("ся") or line.low(number - 2) not in ("and", "but", ","):
        return
    if not line.low(number).endswith(("ed", "en")) or "VERB" not in source.tags or "past" in source.tags:
        return
    before = [line.low(n) for n in range(number - 1)]
    clause = before[line.begin(number - 2) :]
    if any(word.endswith("ed") for word in clause):
        return
    if not any(word in _HELPED and "there" not in before[max(0, n - 1) : n] for n, word in enumerate(before)):
        message = f"«{source.text}» is a verb of its own: the English one lacks its subject and its auxiliary."
        yield Carried("GRM133", number - 2 + (line.low(number - 2) == ","), number, message, "[none is ...ed]")


def _object(line: Line, number: int) -> Iterator[Carried]:
    """ "The new cannot sign" for «новый подписать не могут»: nobody is named who could."""
    noun, last = line.source(number - 1), number + 1
    while line.low(last) in _NOT:
        last += 1
    verb = line.source(last)
    if noun is None or verb is None or not {"tran"} <= verb.tags or line.tokens[last].lemma in _OPEN:
        return
    if line.is_word(last + 1) and line.low(last + 1) not in ("in", "on", "at", "for", "until", "because", "without"):
        return
    helper = next((token for token in (line.source(number), verb) if token and {"VERB", "plur"} <= token.tags), None)
    single = "sing" in noun.tags and noun.tags & {"NOUN", "ADJF"} and noun.tags & {"accs", "nomn"}
    if helper and single and noun.start < verb.start and line.lacks_subject(helper):
        first = line.begin(number - 1)
        if number - first <= 3:
            message = f"«{noun.text}» is what is done to; nobody is named who does it."
            yield Carried("GRM122", first, last, message, "[use the passive]")
