"""Reports to JSON values and back. The shape is described by ``data/report.schema.json``."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from checker.errors import InputError
from checker.model import (
    Alignment,
    Bead,
    Category,
    Document,
    Finding,
    Needs,
    Note,
    Pair,
    Report,
    Rule,
    Score,
    Severity,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SCHEMA = 1


def to_json(report: Report) -> dict[str, Any]:
    """Everything in a report as JSON values; holds no time and no path of the run."""
    pair = report.pair
    return {
        "schema": SCHEMA,
        "name": report.name,
        "words": report.words,
        "penalty": report.penalty,
        "documents": {
            "translation": _document(pair.translation),
            "source": _document(pair.source.source) if pair.source else None,
            "reference": _document(pair.reference.source) if pair.reference else None,
        },
        "sentences": _ranges(pair.sentences),
        "alignments": {"source": _beads(pair.source), "reference": _beads(pair.reference)},
        "scores": [_score(score) for score in report.scores],
        "rules": {
            rule.code: _rule(rule) for rule in sorted({f.rule for f in report.findings}, key=lambda rule: rule.code)
        },
        "findings": [
            _finding(*row, report)
            for row in zip(report.findings, report.fingerprints, report.beads_of_findings, strict=True)
        ],
        "notes": [{"topic": note.topic, "text": note.text} for note in report.notes],
    }


def _range(span: Span) -> list[int]:
    return [span.start, span.stop]


def _ranges(spans: Sequence[Span]) -> list[list[int]]:
    return [_range(span) for span in spans]


def _document(document: Document) -> dict[str, Any]:
    return {
        "name": document.name,
        "lang": document.lang,
        "encoding": document.encoding,
        "text": document.text,
        "outside": _ranges(document.outside),
        "masked": [list(pair) for pair in document.masked],
        "segments": _ranges(document.segments),
        "lines": list(document.lines),
    }


def _beads(alignment: Alignment | None) -> list[dict[str, Any]] | None:
    if alignment is None:
        return None
    return [
        {
            "kind": bead.kind,
            "source": _ranges(bead.source),
            "target": _ranges(bead.target),
            "similarity": bead.similarity,
            "confidence": bead.confidence,
        }
        for bead in alignment.beads
    ]


def _score(score: Score) -> dict[str, Any]:
    return {
        "metric": score.metric,
        "value": score.value,
        "interval": list(score.interval) if score.interval else None,
        "higher_is_better": score.higher_is_better,
        "signature": score.signature,
        "statistics": [float(value) for value in score.statistics],
        "per_bead": list(score.per_bead),
        "reasons": [list(reasons) for reasons in score.reasons],
        "heat": [[*_range(span), doubt] for span, doubt in score.heat],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    values: dict[str, Any] = {item.name: getattr(rule, item.name) for item in fields(rule)}
    return values | {"category": rule.category.value, "needs": rule.needs.value, "severity": rule.severity.label}


def _finding(finding: Finding, fingerprint: str, bead: int | None, report: Report) -> dict[str, Any]:
    line, column = report.pair.translation.position(finding.span.start)
    verdict, comment = report.verdicts.get(fingerprint, ("", ""))
    return {
        "fingerprint": fingerprint,
        "code": finding.rule.code,
        "severity": finding.severity.label,
        "confidence": finding.confidence,
        "line": line,
        "column": column,
        "start": finding.span.start,
        "end": finding.span.stop,
        "excerpt": finding.span.text,
        "bead": None if bead is None else bead + 1,
        "source": None
        if finding.source is None
        else {"start": finding.source.start, "end": finding.source.stop, "excerpt": finding.source.text},
        "message": finding.message,
        "suggestion": finding.suggestion,
        "occurrence": finding.occurrence,
        "verdict": verdict,
        "comment": comment,
    }


def from_json(values: Mapping[str, Any], where: str) -> Report:
    """The report that `to_json` wrote.

    Raises InputError where the values are no report of this schema.
    """
    if not isinstance(values, dict) or values.get("schema") != SCHEMA:
        raise InputError(where, "is no report of this version", "make it again with checker check --format json")
    try:
        return _report(values)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise InputError(where, f"is a damaged report ({type(error).__name__}: {error})", "make it again") from error


def _report(values: Mapping[str, Any]) -> Report:
    documents = {role: _read_document(value) for role, value in values["documents"].items() if value is not None}
    translation = documents["translation"]
    pair = Pair(
        translation,
        tuple(translation.span(*ends) for ends in values["sentences"]),
        _read_alignment(values["alignments"]["source"], documents.get("source"), translation),
        _read_alignment(values["alignments"]["reference"], documents.get("reference"), translation),
    )
    rules = {code: _read_rule(rule) for code, rule in values["rules"].items()}
    return Report(
        values["name"],
        pair,
        tuple(_read_score(score, translation) for score in values["scores"]),
        tuple(_read_finding(row, rules, pair) for row in values["findings"]),
        tuple(Note(note["topic"], note["text"]) for note in values["notes"]),
        {
            row["fingerprint"]: (row["verdict"], row["comment"])
            for row in values["findings"]
            if row["verdict"] or row["comment"]
        },
        translation.name,
    )


def _read_document(values: Mapping[str, Any]) -> Document:
    bare = Document(values["name"], values["lang"], values["text"], values["encoding"])
    return Document(
        bare.name,
        bare.lang,
        bare.text,
        bare.encoding,
        tuple(bare.span(*ends) for ends in values["outside"]),
        tuple((start, stop) for start, stop in values["masked"]),
        tuple(bare.span(*ends) for ends in values["segments"]),
        tuple(values.get("lines", ())),
    )


def _read_alignment(
    values: Sequence[Mapping[str, Any]] | None, source: Document | None, target: Document
) -> Alignment | None:
    if values is None or source is None:
        return None
    return Alignment(
        source,
        target,
        tuple(
            Bead(
                tuple(source.span(*ends) for ends in row["source"]),
                tuple(target.span(*ends) for ends in row["target"]),
                row["similarity"],
                row["confidence"],
                row["kind"] == "moved",
            )
            for row in values
        ),
    )


def _read_rule(values: Mapping[str, Any]) -> Rule:
    typed = {
        "category": Category(values["category"]),
        "needs": Needs(values["needs"]),
        "severity": Severity[values["severity"].upper()],
    }
    return Rule(**{**values, **typed})


def _read_score(values: Mapping[str, Any], translation: Document) -> Score:
    return Score(
        values["metric"],
        values["value"],
        tuple(values["per_bead"]),
        values["signature"],
        tuple(values["statistics"]),
        values["higher_is_better"],
        (values["interval"][0], values["interval"][1]) if values["interval"] else None,
        tuple(tuple(reasons) for reasons in values["reasons"]),
        tuple((translation.span(start, stop), doubt) for start, stop, doubt in values.get("heat", ())),
    )


def _read_finding(values: Mapping[str, Any], rules: Mapping[str, Rule], pair: Pair) -> Finding:
    evidence = values["source"]
    return Finding(
        rules[values["code"]],
        pair.translation.span(values["start"], values["end"]),
        values["message"],
        Severity[values["severity"].upper()],
        values["confidence"],
        Span(evidence["start"], evidence["end"], evidence["excerpt"]) if evidence else None,
        values["suggestion"],
        values["occurrence"],
    )
