"""The editor's page: original and translation side by side, findings in place, verdicts to tick and save.

One self-contained file: no network, readable without JavaScript, usable by keyboard and in print. All
text is escaped by the template engine; bidirectional controls are shown, never obeyed.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from checker.model import Severity
from checker.serial import to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jinja2 import Environment
    from markupsafe import Markup

    from checker.model import Document, Report, Span

_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_HEADLINE = ("fidelity", "adequacy", "fluency", "similarity", "bleu", "chrf", "ter")


@dataclass(frozen=True)
class Html:
    """The page of one article, or of several, one below the other."""

    suffix: str = ".html"

    def render(self, reports: Sequence[Report]) -> str:
        """The whole page."""
        articles = [_article(report, f"a{number}-") for number, report in enumerate(reports)]
        rows = [{"article": report.name, **row} for report in reports for row in to_json(report)["findings"]]
        title = reports[0].name if len(reports) == 1 else f"{len(reports)} articles"
        return _render("page", title=title, articles=articles, data=_embedded(rows))


@dataclass(frozen=True)
class Index:
    """The page of a run: a sortable table of its articles, and small plots."""

    suffix: str = ".html"

    def render(self, reports: Sequence[Report]) -> str:
        """The whole page; articles in the order of input."""
        rules = Counter(finding.rule.code for report in reports for finding in report.findings)
        names = {finding.rule.code: finding.rule.name for report in reports for finding in report.findings}
        most = max(rules.values(), default=1)
        return _render(
            "index",
            rows=[_row(report) for report in reports],
            metrics=[metric for metric in _HEADLINE if any(report.score(metric) for report in reports)],
            rules=[(code, names[code], count, 100 * count / most) for code, count in rules.most_common(20)],
            bins=_histogram([value for report in reports if (value := _value(report, "fidelity")) is not None]),
        )


def _value(report: Report, metric: str) -> float | None:
    score = report.score(metric)
    return score.value if score else None


def _row(report: Report) -> dict[str, Any]:
    counts = {severity.label: sum(f.severity == severity for f in report.findings) for severity in Severity}
    scores = {metric: _value(report, metric) for metric in _HEADLINE}
    penalty = report.penalty_per_1000_words
    return {"name": report.name, "words": report.words, "penalty": penalty, "counts": counts, "scores": scores}


def _histogram(values: Sequence[float]) -> list[tuple[int, int, float]]:
    """Ten bins of 0-100: lower edge, count, height in percent."""
    counts = Counter(min(9, int(value // 10)) for value in values)
    most = max(counts.values(), default=1)
    return [(10 * place, counts[place], 100 * counts[place] / most) for place in range(10)] if values else []


def _article(report: Report, prefix: str) -> dict[str, Any]:
    targets = [(finding.span, place, finding.severity) for place, finding in enumerate(report.findings)]
    sources = [
        (finding.source, place, finding.severity) for place, finding in enumerate(report.findings) if finding.source
    ]
    fidelity = report.score("fidelity")
    values = fidelity.per_bead if fidelity else ()
    by_bead: dict[int | None, list[int]] = {}
    for place, holder in enumerate(report.beads_of_findings):
        by_bead.setdefault(holder, []).append(place)
    beads = []
    for index, bead in enumerate(report.pair.beads):
        places = by_bead.get(index, [])
        beads.append(
            {
                "number": index + 1,
                "kind": bead.kind if report.evidence else "",
                "source": _marked(report.evidence, bead.source, sources, f"{prefix}s"),
                "target": _marked(report.pair.translation, bead.target, targets, f"{prefix}f"),
                "findings": [_finding(report, place, prefix) for place in places],
                "fidelity": values[index] if values else None,
                "penalty": sum(int(report.findings[place].severity) for place in places),
                "reasons": _reasons(report, index),
                "worst": max((report.findings[place].severity for place in places), default=None),
            }
        )
    counts = [(severity.label, sum(f.severity == severity for f in report.findings)) for severity in reversed(Severity)]
    return {
        "report": report,
        "prefix": prefix,
        "beads": beads,
        "strip": _strip(beads),
        "counts": counts,
        "families": sorted({finding.rule.code[:3] for finding in report.findings}),
        "loose": [_finding(report, place, prefix) for place in by_bead.get(None, [])],
        "langs": (report.evidence.lang if report.evidence else "", report.pair.translation.lang),
        "compared": "original" if report.pair.source else "re-translation" if report.pair.reference else "",
    }


def _reasons(report: Report, index: int) -> list[str]:
    said = [score.reasons[index] for score in report.scores if index < len(score.reasons)]
    return list(dict.fromkeys(reason for reasons in said for reason in reasons))


def _strip(beads: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """A bar for each bead: its height says how bad the stretch is."""
    bars = []
    for bead in beads:
        fidelity, worst = bead["fidelity"], bead["worst"]
        badness = 100 - fidelity if fidelity is not None else min(100, 8 * bead["penalty"])
        label = f"sentence {bead['number']}" + (f", fidelity {fidelity:.0f}" if fidelity is not None else "")
        severity = worst.label if worst is not None else "none"
        bars.append({"number": bead["number"], "height": max(4, round(badness)), "label": label, "severity": severity})
    return bars


def _finding(report: Report, place: int, prefix: str) -> dict[str, Any]:
    finding, name = report.findings[place], report.fingerprints[place]
    verdict, comment = report.verdicts.get(name, ("", ""))
    line, column = report.pair.translation.position(finding.span.start)
    values = {"place": place, "id": f"{prefix}f{place}", "fingerprint": name, "verdict": verdict, "comment": comment}
    return values | {"finding": finding, "line": line, "column": column}


def _marked(
    document: Document | None, spans: Sequence[Span], marks: Sequence[tuple[Span, int, Severity]], prefix: str
) -> list[dict[str, Any]]:
    """The text of a bead's side in pieces, each with the findings that lie on it; empty marks become carets."""
    if document is None or not spans:
        return []
    start, stop = spans[0].start, spans[-1].stop
    inside = [mark for mark in marks if mark[0].start <= stop and mark[0].stop >= start]
    edges = sorted(
        {start, stop, *(min(stop, max(start, edge)) for span, _, _ in inside for edge in (span.start, span.stop))}
    )
    pieces = [_caret(mark, prefix) for mark in inside if mark[0].start == mark[0].stop == start]
    for left, right in pairwise(edges):
        covering = [mark for mark in inside if mark[0].start <= left and mark[0].stop >= right]
        worst = max((severity for _, _, severity in covering), default=None)
        first = [f"{prefix}{place}-m" for span, place, _ in covering if max(start, span.start) == left]
        pieces.append(
            {"text": document.text[left:right], "severity": worst.label if worst is not None else "", "ids": first}
        )
        pieces[-1]["places"] = " ".join(str(place) for _, place, _ in covering)
        pieces += [_caret(mark, prefix) for mark in inside if mark[0].start == mark[0].stop == right]
    return pieces


def _caret(mark: tuple[Span, int, Severity], prefix: str) -> dict[str, Any]:
    _, place, severity = mark
    return {"text": "‸", "severity": severity.label, "ids": [f"{prefix}{place}-m"], "places": str(place)}


def _embedded(rows: Iterable[dict[str, Any]]) -> Markup:
    """JSON that cannot end the script element that holds it."""
    from markupsafe import Markup

    text = json.dumps(list(rows), ensure_ascii=True)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704


def _visible(text: str) -> Markup:
    """Escaped, with control characters as labels."""
    from markupsafe import Markup, escape

    safe = str(escape(text.encode("utf-8", "replace").decode("utf-8")))
    return Markup(_CONTROLS.sub(lambda match: f'<span class="ctl">U+{ord(match[0]):04X}</span>', safe))  # noqa: S704


@cache
def _environment() -> Environment:
    from jinja2 import DictLoader, Environment, StrictUndefined

    folder = files("checker.data").joinpath("html")
    sources = {
        name: folder.joinpath(name).read_text("utf-8")
        for name in ("page.html", "index.html", "style.css", "page.js", "index.js")
    }
    environment = Environment(
        loader=DictLoader(sources), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["visible"] = _visible
    return environment


def _render(name: str, **values: Any) -> str:
    return _environment().get_template(f"{name}.html").render(**values)


def reporter(context: object) -> Html:
    """Factory of the entry point `html`."""
    del context
    return Html()


def index(context: object) -> Index:
    """Factory of the entry point `index`."""
    del context
    return Index()
