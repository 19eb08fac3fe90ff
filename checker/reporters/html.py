"""The editor's page: original and translation side by side, findings in place, verdicts to tick and save.

One self-contained file: no network, readable without JavaScript, usable by keyboard and in print. All text is
escaped by the template engine, and only the page's own script may run; bidirectional controls are shown, never
obeyed. What "Save" writes is findings.csv with the verdicts filled in.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.reporters._marking import Mark, marked
from checker.reporters._rendering import METRICS, embedded, render, severities

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model import Report, Score

_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"}
DENSE = 250
"""Sentences from which the strip has no room for gaps between its bars."""


@dataclass(frozen=True)
class Html:
    """The page of one article, or of several, one below the other."""

    suffix: str = ".html"

    def render(self, reports: Sequence[Report]) -> str:
        """The whole page."""
        articles = [_article(report, f"a{number}-") for number, report in enumerate(reports)]
        title = reports[0].name if len(reports) == 1 else f"{len(reports)} articles"
        counts = Counter(finding.severity for report in reports for finding in report.findings)
        return render(
            "page",
            title=title,
            articles=articles,
            counts=severities(counts),
            families=_families(reports),
            data=embedded(_saved(reports)),
        )


def _families(reports: Sequence[Report]) -> list[tuple[str, str, int]]:
    """Code prefix, names of the rules found, count of findings: what the page filters by."""
    counts: Counter[str] = Counter()
    names: dict[str, dict[str, None]] = {}
    for report in reports:
        for finding in report.findings:
            family = finding.rule.code[:3]
            counts[family] += 1
            names.setdefault(family, {})[finding.rule.name] = None
    return [(family, ", ".join(names[family]), counts[family]) for family in sorted(counts)]


def _article(report: Report, prefix: str) -> dict[str, Any]:
    by_bead: dict[int | None, list[int]] = {}
    for place, holder in enumerate(report.beads_of_findings):
        by_bead.setdefault(holder, []).append(place)
    beads = _beads(report, by_bead)
    begun = {place for bead in beads for piece in bead["target"] for place in piece.begins}
    cards = [_card(report, place, prefix, place in begun) for place in range(len(report.findings))]
    for index, bead in enumerate(beads):
        bead["cards"] = [cards[place] for place in by_bead.get(index, [])]
    langs = (report.evidence.lang if report.evidence else "", report.pair.translation.lang)
    return {
        "report": report,
        "prefix": prefix,
        "beads": beads,
        "scores": sorted((score for score in report.scores if score.value is not None), key=_rank),
        "strip": _strip(beads),
        "dense": len(beads) > DENSE,
        "counts": [row for row in severities(Counter(finding.severity for finding in report.findings)) if row[1]],
        "loose": [cards[place] for place in by_bead.get(None, [])],
        "langs": langs,
        "dirs": tuple(_direction(lang) for lang in langs),
        "compared": "original" if report.pair.source else "re-translation" if report.pair.reference else "",
    }


def _rank(score: Score) -> int:
    return METRICS.index(score.metric) if score.metric in METRICS else len(METRICS)


def _direction(lang: str) -> str:
    return "rtl" if lang in _RIGHT_TO_LEFT else "ltr" if lang else "auto"


def _beads(report: Report, by_bead: Mapping[int | None, Sequence[int]]) -> list[dict[str, Any]]:
    found, beads = list(enumerate(report.findings)), report.pair.beads
    on_target = [Mark(item.span.start, item.span.stop, place, item.severity) for place, item in found]
    on_source = [
        Mark(item.source.start, item.source.stop, place, item.severity) for place, item in found if item.source
    ]
    sources = marked(report.evidence, [bead.source for bead in beads], on_source)
    targets = marked(report.pair.translation, [bead.target for bead in beads], on_target)
    fidelity = report.score("fidelity")
    rows = []
    for index, bead in enumerate(beads):
        held = [report.findings[place].severity for place in by_bead.get(index, ())]
        worst = max(held, default=None)
        rows.append(
            {
                "number": index + 1,
                "kind": bead.kind if report.evidence else "",
                "source": sources[index],
                "target": targets[index],
                "fidelity": fidelity.per_bead[index] if fidelity else None,
                "penalty": sum(int(severity) for severity in held),
                "worst": worst.label if worst is not None else "none",
                "reasons": _reasons(report, index, by_bead.get(index, ())),
            }
        )
    return rows


def _reasons(report: Report, index: int, places: Sequence[int]) -> list[str]:
    """What drags the sentence down, but for what its cards say already."""
    cards = [report.findings[place].message for place in places]
    said = [score.reasons[index] for score in report.scores if index < len(score.reasons)]
    fresh = (reason for reasons in said for reason in reasons if not any(card in reason for card in cards))
    return list(dict.fromkeys(fresh))


def _strip(beads: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """A bar for each bead: its height says how bad the stretch is."""
    bars = []
    for bead in beads:
        fidelity = bead["fidelity"]
        badness = 100 - fidelity if fidelity is not None else min(100, 8 * bead["penalty"])
        label = f"Sentence {bead['number']}"
        label += f", fidelity {fidelity:.0f}" if fidelity is not None else ""
        label += f", {bead['worst']}" if bead["worst"] != "none" else ""
        height = min(100, max(6, round(badness)))
        bars.append({"number": bead["number"], "height": height, "label": label, "severity": bead["worst"]})
    return bars


def _card(report: Report, place: int, prefix: str, marked_in_text: bool) -> dict[str, Any]:
    finding, name = report.findings[place], report.fingerprints[place]
    verdict, comment = report.verdicts.get(name, ("", ""))
    line, _ = report.pair.translation.position(finding.span.start)
    source = finding.source.text if finding.source else ""
    return {
        "finding": finding,
        "place": place,
        "id": f"{prefix}f{place}",
        "mark": f"{prefix}f{place}-m" if marked_in_text else "",
        "verdict": verdict,
        "comment": comment,
        "line": line,
        "excerpt": finding.span.text if finding.span.text not in finding.message else "",
        "source": source if source not in finding.message else "",
        "advice": finding.suggestion[:1] in ("(", "["),
    }


def _saved(reports: Sequence[Report]) -> dict[str, Any]:
    """The cells of findings.csv as "Save" writes them, and what of a baseline stands on no card.

    `silent` are verdicts on findings that the baseline hides: the saved table must not forget them.
    """
    from checker import tables

    header, rows, silent = list(tables.FINDINGS), [], []
    for report in reports:
        text = tables.to_csv(tables.findings(report)).decode("utf-8-sig", "surrogatepass")
        rows.append(list(csv.reader(io.StringIO(text, newline="")))[1:])
        shown = set(report.fingerprints)
        silent += [(report.name, name, *said) for name, said in report.verdicts.items() if name not in shown]
    return {"columns": header, "rows": rows, "silent": silent}


def reporter(context: object) -> Html:
    """Factory of the entry point."""
    del context
    return Html()
