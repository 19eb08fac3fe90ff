"""Fixed constructions whose loss turns or blurs the sense: вряд ли, чуть не, не без, мало кто, не все, почти все.

A row of constructions.tsv says what must answer the construction and, where silence alone proves nothing, which
words show that it was misread.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._cues import bead_text, counterpart, cues, forms_pattern, located, of_forms
from checker.detectors._opposites import opposite
from checker.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.detectors._cues import Cue, Cues
    from checker.expressions import Late
    from checker.model import Bead, Pair, Rule, Span
    from checker.protocols import Context

_CONFIDENCE = 0.8
_OF_A_VERB = ("NEG001", "HED001")
"""Rules whose constructions speak of a predicate."""
_NEAR = 5  # words after a construction among which what it speaks of stands
_SURE = 0.84  # strength of a link between a word and its own counterpart
_NOT = re.compile(r"(?<!\w)(?:не|ни|нельзя|никто|никогда)\s[^.;:!?]*$", re.IGNORECASE)
"""A negation of the clause that a без undoes: никто не ушел без подарка."""
_WHETHER = re.compile(r"\s+ли(?!\w)", re.IGNORECASE)
"""Behind a negation that only asks: не возражает ли она."""
_NEARLY = re.compile(r"(?<!\w)(?:чуть|едва) (?:ли|было) $", re.IGNORECASE)
_OTHER = 0.85
"""Strength of a link by which a word that shows a misreading renders another word of the original."""
_OWN = 0.8
_TAKEN, _FAR = 0.9, 25
"""Strength of a link, and characters from a construction, from which a word of the translation renders another word."""
_BEHIND = 7
"""Words behind "with" among which what goes with it stands."""
_BEFORE = 50
_DONE = frozenset({"VERB", "INFN", "PRTS", "ADJS"})
_COUNTED = frozenset({"NOUN", "NUMR", "ADJF"})
_SAID = _DONE | {"NOUN", "ADJF", "COMP"}


@dataclass(frozen=True, slots=True)
class Construction:
    """A row of constructions.tsv."""

    code: str
    answers: Late | None
    negation: bool
    """Whether any negation of the translation answers it."""
    wrong: Late | None
    severity: Severity
    advice: str


@cache
def _rows() -> tuple[Cues, tuple[Construction, ...]]:
    forms: dict[str, list[str]] = {}
    made = []
    for number, row in enumerate(data.rows("constructions")):
        answers = tuple(form.strip() for form in row["answers"].split(";") if form.strip() not in ("", "NOT"))
        wrong = tuple(form.strip() for form in row["wrong"].split(";") if form.strip())
        forms[str(number)] = [form.strip() for form in row["ru"].split(";")]
        made.append(
            Construction(
                row["code"],
                forms_pattern(answers) if answers else None,
                "NOT" in row["answers"].split("; "),
                forms_pattern(wrong) if wrong else None,
                Severity[row["severity"].upper()],
                row["advice"],
            )
        )
    return of_forms(forms), tuple(made)


def misread(context: Context, pair: Pair, bead: Bead, rule: Rule) -> Iterator[Finding]:
    """Findings of the rows that belong to a rule, the first of a bead."""
    return (finding for finding, _ in misreadings(context, pair, bead, rule))


def misreadings(context: Context, pair: Pair, bead: Bead, rule: Rule) -> Iterator[tuple[Finding, bool]]:
    """The same, each with whether words of the translation show it; else there is nothing but silence."""
    if pair.source is None:
        return
    known, rows = _rows()
    source = bead_text(bead.source)
    found = known.find(source)
    if not any(rows[int(cue.label)].code == rule.code for cue in found):
        return
    target = bead_text(bead.target).replace("’", "'")
    for cue in found:
        row = rows[int(cue.label)]
        if row.code != rule.code or (rule.code == "NEG001" and _WHETHER.match(source, cue.stop)):
            continue
        wrong = row.wrong.ready.search(target) if row.wrong is not None else None
        evidence = located(pair.source.source, bead.source, cue.start, cue.stop)
        if (row.wrong is not None and wrong is None) or _answered(context, pair, bead, row, evidence):
            continue
        others = [
            rows[int(other.label)].answers
            for other in found
            if (other.start, other.stop) != (cue.start, cue.stop) and _speak_alike(row, rows[int(other.label)])
        ]
        if wrong is not None and any(answers and answers.ready.search(wrong.group()) for answers in others):
            continue  # "ago" answers the назад of a sentence that has a через too
        if (wrong is not None and _another(wrong.group(), source, cue)) or _undone(source, cue):
            continue
        if wrong is not None and wrong.group().startswith("one of") and target[: wrong.start()].endswith("not "):
            continue  # not one of them
        single = wrong is not None and " " not in wrong.group()
        lower = cue.text.lower()
        loose = wrong is None or (single and (lower.startswith(("мало", "чуть", "едва")) or lower.endswith(" не")))
        if loose and rule.code in _OF_A_VERB and not _stands(context, bead, evidence):
            continue
        if wrong is not None:
            span = located(pair.translation, bead.target, wrong.start(), wrong.end())
            if rule.code != "HED001" and not _rendered_here(context, bead, evidence, span):
                continue
            message = f'«{evidence.text}» of the original has become "{span.text}"'
        else:
            span = counterpart(pair.translation, bead, evidence, context.links(bead, "ru", "en"), words=3)
            message = f"«{evidence.text}» of the original has no counterpart"
        yield Finding(rule, span, message, row.severity, _CONFIDENCE, evidence, row.advice), wrong is not None
        return


def _answered(context: Context, pair: Pair, bead: Bead, row: Construction, read: Span) -> bool:
    """Whether a word of the translation carries a construction.

    Where a negation is read as something else, an answer that surely renders a word far from the construction carries
    nothing: the "only" of a лишь in the next clause.
    """
    target = bead_text(bead.target).replace("’", "'")
    found = [match.span() for match in row.answers.ready.finditer(target)] if row.answers is not None else []
    if row.negation:
        found += [(cue.start, cue.stop) for cue in cues("negation", "en").places(target, "plain")]
    if not found or row.code != "NEG001" or row.wrong is None:
        return bool(found)
    taken = {
        link.target.start
        for link in context.links(bead, "ru", "en")
        if link.strength >= _TAKEN and not read.start - _FAR <= link.source.start <= read.stop + _FAR
    }
    return any(located(pair.translation, bead.target, *answer).start not in taken for answer in found)


def _speak_alike(one: Construction, other: Construction) -> bool:
    """Whether what answers one construction may be meant by another: who took a bribe says nothing of an accusation."""
    return one.code != "HED001" or other.code != "ROL001"


def _undone(source: str, read: Cue) -> bool:
    """Whether what stands before a construction makes another one of it: чуть ли не единственный, никто ... без."""
    if read.text.lower().startswith("не ") and _NEARLY.search(source, 0, read.start):
        return True
    return read.text.lower() == "без" and _NOT.search(source, max(0, read.start - _BEFORE), read.start) is not None


def _another(wrong: str, source: str, read: Cue) -> bool:
    """Whether a "not" that shows a misreading renders another negation: "was not reached" beside неоднократно."""
    verbal = any(cue.text.lower().endswith(("not", "n't")) for cue in cues("negation", "en").places(wrong, "plain"))
    return verbal and any(
        (cue.stop <= read.start or read.stop <= cue.start) and not (cue.text == "не" and read.text.lower()[:2] == "ни")
        for cue in cues("negation", "ru").find(source, "plain")
    )


def _rendered_here(context: Context, bead: Bead, read: Span, wrong: Span) -> bool:
    """Whether a word that shows a misreading can stand for the construction, as far as word links tell.

    It renders no other word surely ("all" for всех beside часть), and the "with" that is to stand for без goes with
    the counterpart of the noun that без goes with: "with a yawn" has nothing of без интереса.
    """
    links = context.links(bead, "ru", "en")
    if not links:
        return True
    inside = [link for link in links if wrong.start <= link.target.start < wrong.stop and link.strength >= _OTHER]
    single = len(wrong.text.split()) == 1
    if single and inside and not any(read.start <= link.source.start < read.stop for link in inside):
        return False
    if read.text.lower() not in ("без", "не без"):
        return True
    behind = [token for span in bead.source for token in context.tokens("ru", span) if token.start >= read.stop]
    noun = next((token.start for token in behind[:_NEAR] if "NOUN" in token.tags), None)
    words = [token for span in bead.target for token in context.tokens("en", span) if token.start >= wrong.start]
    after = {token.start for token in words[:_BEHIND]}
    return any(link.source.start == noun and link.target.start in after and link.strength >= _OWN for link in links)


def _stands(context: Context, bead: Bead, read: Span) -> bool:
    """Whether a word that a construction speaks of stands in the translation as itself.

    Else the whole has most likely been put in other words: "the ship scraped the sandbank" for едва не сел на мель.
    """
    links = context.links(bead, "ru", "en")
    every = [token for span in bead.source for token in context.tokens("ru", span) if token.start >= read.start]
    tokens = [token for token in every if token.start >= read.stop]
    near = [token for token in tokens[:_NEAR] if token.tags & _SAID]
    verbs = [token for token in near if token.tags & _DONE]
    inside = [token for token in every if token.stop <= read.stop and "PRTF" in token.tags]  # считали погибшими
    if inside:
        near = verbs = inside
    counted = tokens[:1] if tokens[:1] and tokens[0].tags & _COUNTED else []  # едва ли не треть жалоб
    near = counted or (near[:1] if read.text.lower().startswith("отсутств") or not verbs else verbs[:2])
    return not links or any(
        link.source in near and link.strength >= _SURE and not opposite(link.source.text, link.target.text)
        for link in links
    )
