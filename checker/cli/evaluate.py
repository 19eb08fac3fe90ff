"""`checker evaluate`: precision and recall on labelled articles, alignment F1."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli import options as opt
from checker.cli.writing import emit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.evaluation import Evaluation, Labelled, Tally
    from checker.model import Report

BEGIN, END = "<!-- evaluate: begin -->", "<!-- evaluate: end -->"


def command(
    folder: Annotated[Path, typer.Argument(help="Folder of labelled articles, e.g. corpora/.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="Page whose table between the markers is replaced.")
    ] = None,
    misses: Annotated[bool, typer.Option("--misses", help="List wrong findings and missed defects.")] = False,
    reference: Annotated[bool, typer.Option(help="With the re-translations beside the originals.")] = True,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    preview: opt.Preview = None,
    min_confidence: opt.MinConfidence = None,
    encoder: opt.Encoder = None,
) -> None:
    """Measure precision and recall per rule on labelled articles, and alignment F1."""
    from checker.assembly import build
    from checker.config import Config, override
    from checker.evaluation import evaluate, read_folder

    config = override(Config(source_lang="ru", target_lang="en"), opt.settings(locals()))
    evaluation, reports = evaluate(read_folder(folder, reference=reference), build(config))
    table = "\n".join(_table(evaluation, len(reports)))
    if misses:
        table = "\n".join([*_misses(reports), "", table])
    if output is None:
        emit(f"{table}\n", None)
    else:
        emit(_into_page(output, table), output)


def _into_page(path: Path, table: str) -> str:
    page = path.read_text("utf-8") if path.exists() else f"# Evaluation\n\n{BEGIN}\n{END}\n"
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table}\n{END}{after}"


def _table(evaluation: Evaluation, articles: int) -> Iterator[str]:
    whole = evaluation.whole
    grave = whole.found["major"] + whole.found["critical"], whole.wanted["major"] + whole.wanted["critical"]
    yield f"Over {articles} articles: precision {_share(whole.precision)} ({whole.right} right, {whole.wrong} wrong);"
    yield f"recall of sure defects {_share(whole.recall())} ({whole.found['all']} of {whole.wanted['all']}),"
    share = _share(grave[0] / grave[1] if grave[1] else None)
    yield f"of major and critical ones {share} ({grave[0]} of {grave[1]});"
    per_1000 = 1000 * evaluation.clean_alarms / evaluation.clean_words if evaluation.clean_words else 0.0
    alarms = f"{evaluation.clean_alarms} in {evaluation.clean_words} words"
    yield f"false alarms per 1,000 words of clean sentences {per_1000:.2f} ({alarms})."
    yield from ("", *_alignment(evaluation.alignment), "")
    yield "| rule | right | wrong | neither | precision | defects | found | recall |"
    yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
    for code in sorted(evaluation.rules):
        tally = evaluation.rules[code]
        cells = (
            tally.right,
            tally.wrong,
            tally.neither,
            _share(tally.precision),
            tally.wanted["all"],
            tally.found["all"],
            _share(tally.recall()),
        )
        yield f"| {code} | " + " | ".join(str(cell) for cell in cells) + " |"
    yield from ("", "| confidence | findings | right |", "| --- | --- | --- |")
    for tenth, (right, every) in sorted(evaluation.confidence.items()):
        yield f"| {tenth / 10:.1f}-{(tenth + 1) / 10:.1f} | {every} | {right / every:.2f} |"


def _alignment(tally: Tally) -> list[str]:
    from checker.evaluation import f1

    if not tally.wanted["all"]:
        return ["Alignment: no gold beads."]
    strict = _share(f1(tally.precision, tally.recall()))
    nulls = f"{tally.found['null']} of {tally.wanted['null']} null links found"
    return [f"Alignment: strict F1 {strict} over {tally.wanted['all']} gold links; {nulls}."]


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _misses(reports: Sequence[tuple[Labelled, Report]]) -> Iterator[str]:
    from checker.evaluation import hit, verdict

    for labelled, report in reports:
        for finding in report.findings:
            if verdict(finding, labelled.gold) is False:
                what = f"{finding.rule.code} {finding.severity.label} {finding.span.text!r}: {finding.message}"
                yield f"wrong  {labelled.name} {what}"
        for gold in labelled.gold:
            if gold.sure and not any(hit(finding, gold) for finding in report.findings):
                yield f"missed {labelled.name} {gold.code} {gold.severity.label} {gold.span.text!r}"
