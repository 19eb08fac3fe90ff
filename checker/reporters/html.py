"""The editor's page: original and translation side by side, findings in place, verdicts to tick and save.

One self-contained file: no network, readable without JavaScript, usable by keyboard and in print. All text is
escaped by the template engine, and only the page's own script may run; bidirectional controls are shown, never
obeyed. What "Save" writes is findings.csv with the verdicts filled in.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from checker.model import Severity
from checker.reporters._marking import Mark, marked

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jinja2 import Environment
    from markupsafe import Markup

    from checker.model import Report

_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_HEADLINE = ("fidelity", "adequacy", "fluency", "similarity", "bleu", "chrf", "ter")
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
        return _render(
            "page",
            title=title,
            articles=articles,
            counts=_counts(counts),
            families=_families(reports),
            data=_embedded(_saved(reports)),
        )


@dataclass(frozen=True)
class Index:
    """The page of a run: a sortable table of its articles, worst first, and small plots.

    `outcomes` says of an article by name why it does not pass ("" for one that does); a name without a report
    is an article that could not be checked.
    """

    outcomes: Mapping[str, str] = field(default_factory=dict)
    suffix: str = ".html"

    def render(self, reports: Sequence[Report]) -> str:
        """The whole page."""
        findings = [finding for report in reports for finding in report.findings]
        fidelity = [value for report in reports if (value := _value(report, "fidelity")) is not None]
        totals = _Totals(
            len(reports),
            sum(report.words for report in reports),
            Counter(finding.severity for finding in findings),
            Counter((finding.rule.code, finding.rule.name) for finding in findings),
            Counter(min(9, int(value // 10)) for value in fidelity),
        )
        rows = [
            self.row(report) | {"href": f"./{quote(report.name, safe='', errors='replace')}.html"} for report in reports
        ]
        return self.page(rows, totals)

    def page(self, rows: Sequence[Mapping[str, Any]], totals: Any) -> str:
        """The page of a run that may be too long to hold: `rows` (see `row`) of its worst articles, and `totals`.

        `totals` has the figures of `_Totals`. A row without `href` is not linked.
        """
        most = max(totals.rules.values(), default=1)
        listed = [{"href": "", "reason": self.outcomes.get(row["name"], ""), **row} for row in rows]
        checked = {row["name"] for row in listed}
        return _render(
            "index",
            rows=sorted(listed, key=lambda row: -row["penalty"]),
            total=totals.articles,
            worst=max((row["penalty"] for row in listed), default=0.0),
            judged=bool(self.outcomes),
            broken=[(name, reason) for name, reason in self.outcomes.items() if name not in checked],
            metrics=[metric for metric in _HEADLINE if any(metric in row["scores"] for row in listed)],
            counts=_counts(totals.severities),
            words=totals.words,
            rules=[(code, name, count, 100 * count / most) for (code, name), count in totals.rules.most_common(20)],
            bins=_histogram(totals.fidelity),
        )

    def row(self, report: Report) -> dict[str, Any]:
        """What the page of a run says of an article."""
        return {
            "name": report.name,
            "words": report.words,
            "penalty": report.penalty_per_1000_words,
            "counts": dict(_counts(Counter(finding.severity for finding in report.findings))),
            "scores": {score.metric: score.value for score in report.scores if score.metric in _HEADLINE},
        }


@dataclass(frozen=True)
class _Totals:
    """What the page of a run counts."""

    articles: int
    words: int
    severities: Counter[Severity]
    rules: Counter[tuple[str, str]]
    """Findings by code and name."""
    fidelity: Counter[int]
    """Articles by tenth of fidelity."""


def _value(report: Report, metric: str) -> float | None:
    score = report.score(metric)
    return score.value if score else None


def _counts(counts: Mapping[Severity, int]) -> list[tuple[str, int]]:
    """Every severity's label and count, the gravest first."""
    return [(severity.label, counts.get(severity, 0)) for severity in sorted(Severity, reverse=True)]


def _histogram(counts: Mapping[int, int]) -> list[tuple[int, int, float]]:
    """Ten bins of 0-100: lower edge, count, height in percent."""
    most = max(counts.values(), default=1)
    return (
        [(10 * place, counts.get(place, 0), 100 * counts.get(place, 0) / most) for place in range(10)] if counts else []
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
        "strip": _strip(beads),
        "dense": len(beads) > DENSE,
        "counts": [row for row in _counts(Counter(finding.severity for finding in report.findings)) if row[1]],
        "loose": [cards[place] for place in by_bead.get(None, [])],
        "langs": langs,
        "dirs": tuple(_direction(lang) for lang in langs),
        "compared": "original" if report.pair.source else "re-translation" if report.pair.reference else "",
    }


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
                "reasons": _reasons(report, index),
            }
        )
    return rows


def _reasons(report: Report, index: int) -> list[str]:
    said = [score.reasons[index] for score in report.scores if index < len(score.reasons)]
    return list(dict.fromkeys(reason for reasons in said for reason in reasons))


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


def _embedded(values: object) -> Markup:
    """JSON that cannot end the script element that holds it."""
    from markupsafe import Markup

    text = json.dumps(values, ensure_ascii=True)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704


def _visible(text: str) -> Markup:
    """Escaped, with control characters as labels."""
    from markupsafe import Markup, escape

    return Markup(_CONTROLS.sub(lambda match: f'<span class="ctl">U+{ord(match[0]):04X}</span>', str(escape(text))))  # noqa: S704


def _plain(text: str) -> str:
    """For attributes and titles: control characters as words."""
    return _CONTROLS.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)


@cache
def _environment() -> Environment:
    from jinja2 import DictLoader, Environment, StrictUndefined

    folder = files("checker.data").joinpath("html")
    sources = {name: folder.joinpath(name).read_text("utf-8") for name in ("page.html", "index.html", "head.html")}
    environment = Environment(
        loader=DictLoader(sources), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"visible": _visible, "plain": _plain}
    return environment


@cache
def _asset(name: str) -> str:
    return files("checker.data").joinpath("html", name).read_text("utf-8")


def _render(name: str, **values: Any) -> str:
    from markupsafe import Markup

    script = _asset(f"{name}.js")
    allowed = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    assets = {"script": Markup(script), "style": Markup(_asset("style.css")), "allowed": allowed}  # noqa: S704
    page = _environment().get_template(f"{name}.html").render(**assets, **values)
    return page.encode("utf-8", "replace").decode("utf-8")


def reporter(context: object) -> Html:
    """Factory of the entry point `html`."""
    del context
    return Html()


def index(context: object, outcomes: Mapping[str, str] | None = None) -> Index:
    """Factory of the entry point `index`."""
    del context
    return Index(outcomes or {})
