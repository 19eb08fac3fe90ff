"""Verbs that Russian follows with an infinitive and English does not: recommend, demand, suggest, order, stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.detectors.interference._carried import Carried

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.detectors.interference._lines import Line

_ING = {
    "recommend": "recommend ...ing",
    "suggest": "suggest ...ing",
    "insist": "insist on ...ing",
    "avoid": "avoid ...ing",
    "finish": "finish ...ing",
    "quit": "quit ...ing",
    "dream": "dream of ...ing",
    "risk": "risk ...ing",
    "admit": "admit ...ing",
    "deny": "deny ...ing",
    "postpone": "postpone ...ing",
    "succeed": "succeed in ...ing",
    "prohibit": "prohibit ...ing",
    "prevent": "prevent ... from ...ing",
    "hinder": "hinder ... from ...ing",
}
_SOMEBODY = {
    "demand": "demand that ...",
    "call": "call for ...",
    "order": "order ... to",
    "instruct": "instruct ... to",
    "advise": "advise ... to",
    "urge": "urge ... to",
    "oblige": "oblige ... to",
    "allow": "allow ... to",
    "permit": "permit ... to",
    "forbid": "forbid ... to",
    "enable": "enable ... to",
    "persuade": "persuade ... to",
    "convince": "convince ... to",
    "invite": "invite ... to",
    "command": "command ... to",
    "entrust": "entrust ... with",
    "force": "force ... to",
    "compel": "compel ... to",
    "teach": "teach ... to",
    "warn": "warn ... to",
    "encourage": "encourage ... to",
}
"""Verbs whose infinitive is somebody else's, who has to be named."""
_CLAIMED = frozenset(
    """know see be have get hear speak talk meet go leave stay enter return come read look inspect receive attend join
    visit learn understand watch""".split()  # noqa: SIM905
)
"""What one demands to do oneself."""
_NOUNS = frozenset("in a an the his her its their this that of no any such on by".split())  # noqa: SIM905
"""What stands before a noun: in order to, a call to."""
_STOPPED = frozenset({"перестать", "переставать", "прекратить", "прекращать", "бросить", "бросать"})
_HELPED = frozenset("be been being is are was were 's 're get gets got had has have not".split())  # noqa: SIM905


def infinitives(line: Line) -> Iterator[Carried]:
    """ "Demanded to convene a meeting" for «потребовал созвать собрание»."""
    for number in range(len(line.tokens) - 2):
        if line.low(number + 1) != "to":
            continue
        verb, done = line.source(number), line.source(number + 2)
        if (
            verb is None
            or not verb.tags & {"VERB", "GRND", "INFN"}
            or line.low(number - 1) in _NOUNS
            or verb.lemma.endswith("ся")
        ):
            continue
        if not line.governs(verb, done) or line.low(number + 2) in ("the", "a", "an"):
            continue
        if line.acts_behind(verb, number):
            continue
        lemma = line.tokens[number].lemma
        advice = _ING.get(lemma) or _SOMEBODY.get(lemma)
        if lemma == "stop" and verb.lemma in _STOPPED and done is not None:
            advice = "stop ...ing"
        if lemma == "call" and (done is None or "звон" in verb.lemma):
            continue
        if lemma == "demand" and _own(line, number + 2):
            continue
        if line.low(number) == "tired" and line.low(number - 1) not in ("too", "so", "not"):
            yield Carried("GRM104", number, number + 2, "English is tired of doing a thing.", "[tired of ...ing]")
        elif advice and not _passive(line, number) and not (lemma in _SOMEBODY and _nobody(line, number)):
            message = f'English does not follow "{lemma}" with an infinitive of its own (the original: «{verb.text}»).'
            yield Carried("GRM104", number, number + 2, message, f"[{advice}]")


def _passive(line: Line, number: int) -> bool:
    """Whether a form in -ed is a participle: "was ordered to leave", "ordered to leave, he ..."."""
    if line.low(number).endswith(("ing", "s")) or line.low(number) == line.tokens[number].lemma:
        return any(line.low(n) in _HELPED and line.low(n) in ("be", "been") for n in range(number - 2, number))
    return not line.is_word(number - 1) or any(line.low(n) in _HELPED for n in range(number - 3, number))


def _own(line: Line, number: int) -> bool:
    """Whether what is demanded may be done by who demands it: "demanded to know", "demanded to be heard"."""
    return line.source(number) is None or line.tokens[number].lemma in _CLAIMED


def _nobody(line: Line, number: int) -> bool:
    """Whether nobody is said to do it: «которым приказали уйти», "who were (or those) ordered to leave"."""
    verb = line.source(number)
    return verb is not None and {"VERB", "plur"} <= verb.tags and line.lacks_subject(verb)
