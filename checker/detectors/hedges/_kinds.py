"""How grave it is to lose a hedge of each kind, how sure that is, what to write, and what the original does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.model import Finding, Severity

if TYPE_CHECKING:
    from checker.model import Rule, Span, Token


@dataclass(frozen=True, slots=True)
class Kind:
    """What a finding says of a lost hedge."""

    severity: Severity
    confidence: float
    verb: str
    """What the original only does."""
    advice: str


KINDS = {
    "alleged": Kind(Severity.CRITICAL, 0.85, "alleges", "(allegedly, alleged, suspected)"),
    "named": Kind(Severity.MINOR, 0.6, "calls so", "(so-called)"),
    "suspected": Kind(Severity.CRITICAL, 0.85, "suspects", "(suspected, on suspicion of)"),
    "accused": Kind(Severity.CRITICAL, 0.85, "alleges", "(investigators allege, according to prosecutors)"),
    "checked": Kind(Severity.CRITICAL, 0.8, "examines", "(whether ... is being checked)"),
    "reported": Kind(Severity.MAJOR, 0.8, "reports", "(according to ..., ... said)"),
    "rumoured": Kind(Severity.MAJOR, 0.8, "rumours", "(according to rumour, reportedly)"),
    "expected": Kind(Severity.MINOR, 0.7, "expects", "(is expected to, is likely to)"),
    "approximate": Kind(Severity.MINOR, 0.6, "estimates", "(about, some)"),
    "probable": Kind(Severity.MAJOR, 0.7, "thinks likely", "(probably, apparently, may)"),
    "possible": Kind(Severity.MAJOR, 0.7, "thinks possible", "(may, might, possibly)"),
    "potential": Kind(Severity.MAJOR, 0.7, "thinks possible", "(potential, possible, prospective)"),
    "unconfirmed": Kind(Severity.MAJOR, 0.75, "calls unconfirmed", "(has not been confirmed, unconfirmed)"),
    "hoped": Kind(Severity.MAJOR, 0.75, "hopes or fears", "(hopes, fears that)"),
    "conjectured": Kind(Severity.MAJOR, 0.75, "thinks possible", "(may have, might have)"),
    "planned": Kind(Severity.MINOR, 0.6, "intends", "(plans to, intends to, is expected to)"),
    "scheduled": Kind(Severity.MINOR, 0.6, "plans", "(is planned, is scheduled)"),
    "presumed": Kind(Severity.MINOR, 0.6, "supposes", "(is thought to, is expected to)"),
    "foreseen": Kind(Severity.MINOR, 0.6, "foresees", "(planned, estimated, expected)"),
    "promised": Kind(Severity.MINOR, 0.6, "promises", "(promises to, has pledged to)"),
    "supposed": Kind(Severity.MAJOR, 0.8, "supposes", "(suppose, suspect that)"),
    "claims": Kind(Severity.MAJOR, 0.8, "claims", "(claims, says)"),
    "threatens": Kind(Severity.MAJOR, 0.8, "threatens with", "(faces, could be)"),
    "questioned": Kind(Severity.CRITICAL, 0.8, "asks", "(is establishing whether)"),
    "tried": Kind(Severity.MAJOR, 0.75, "attempts", "(tried to)"),
    "intended": Kind(Severity.MAJOR, 0.75, "intends", "(plans to, wants to, is ready to)"),
    "vowed": Kind(Severity.MAJOR, 0.75, "promises", "(promised to)"),
    "proposed": Kind(Severity.MAJOR, 0.75, "proposes or asks for", "(proposed, asked, demanded)"),
    "ordered": Kind(Severity.MAJOR, 0.75, "orders or sets down", "(was to, is to, ordered to)"),
    "threatened": Kind(Severity.MAJOR, 0.75, "thinks possible", "(may, could, is in danger of)"),
    "considered": Kind(Severity.MAJOR, 0.75, "discusses", "(is considering, is discussing)"),
    "awaited": Kind(Severity.MAJOR, 0.75, "expects", "(is expected, is likely)"),
    "imagined": Kind(Severity.MAJOR, 0.75, "imagines", "(would, would have)"),
    "conditional": Kind(Severity.MAJOR, 0.75, "makes a condition", "(if)"),
    "asked": Kind(Severity.MAJOR, 0.75, "asks", "(whether)"),
    "foretold": Kind(Severity.MAJOR, 0.7, "foretells", "(will, is to)"),
}


@dataclass(frozen=True, slots=True)
class Made:
    """Words of the original that only say so, and those by which the translation makes a fact of it."""

    label: str
    """The key of its kind."""
    said: tuple[Token, Token]
    """First and last word of the original's."""
    fact: tuple[Token, Token] | None = None
    """First and last word of the translation's; None where nobody knows which."""
    severity: Severity | None = None
    """None where it is the kind's."""


def finding(rule: Rule, span: Span, evidence: Span, label: str, severity: Severity | None = None) -> Finding:
    """A finding for a lost hedge of a kind; the severity is the kind's where none is given."""
    kind = KINDS[label]
    message = f"«{evidence.text}» has no counterpart: what the original only {kind.verb} is stated as a fact"
    return Finding(rule, span, message, severity or kind.severity, kind.confidence, evidence, kind.advice)
