"""`checker check`: articles in, findings, reports and an exit code out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from checker.cli import options as opt
from checker.cli.writing import emit, say, write
from checker.errors import CheckerError, SettingsError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.companions import Companions
    from checker.desk import Desk, Outcome
    from checker.model import Report

FORMATS = ("full", "concise", "json", "jsonl", "csv", "html", "markdown", "github", "sarif", "junit", "rdjson", "xlsx")


def command(
    translations: Annotated[
        list[Path], typer.Argument(help="Translations or folders; - for standard input.", metavar="TRANSLATION...")
    ],
    source: opt.Source = None,
    reference: opt.Reference = None,
    output_format: Annotated[str, typer.Option("--format", "-f", help=", ".join(FORMATS))] = "full",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="File for the report; else standard output.")
    ] = None,
    reports: Annotated[
        Path | None, typer.Option("--reports", help="Folder for all report files of each article.")
    ] = None,
    source_lang: opt.SourceLang = None,
    target_lang: opt.TargetLang = None,
    variant: opt.Variant = None,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    preview: opt.Preview = None,
    min_confidence: opt.MinConfidence = None,
    glossary: opt.Glossary = None,
    words: opt.Words = None,
    encoder: opt.Encoder = None,
    model: opt.Model = None,
    fail_on: opt.FailOn = None,
    min_fidelity: opt.MinFidelity = None,
    max_penalty: opt.MaxPenalty = None,
    baseline: opt.Baseline = None,
    since: Annotated[str | None, typer.Option(help="Only articles changed since this git revision.")] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Write safe corrections (spacing, typography) into the files.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show what --fix would write, and write nothing.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings of each rule.")] = False,
    exit_zero: opt.ExitZero = False,
    quiet: opt.Quiet = False,
    no_progress: opt.NoProgress = False,
    config: opt.ConfigFile = None,
    isolated: opt.Isolated = False,
    cache: opt.Cache = None,
    show_settings: Annotated[
        bool, typer.Option("--show-settings", help="Show the settings of each file and stop.")
    ] = False,
) -> None:
    """Check translations: with their originals, with a re-translation, with both or alone."""
    from checker.desk import Desk, article_names

    if output_format not in FORMATS:
        raise SettingsError(f'--format: "{output_format}" is not known{nearest(output_format, FORMATS)}')
    if (source or reference) and (len(translations) > 1 or translations[0].is_dir()):
        raise SettingsError("--source and --reference go with one translation; for several let the template find them")
    desk = Desk(opt.settings(locals()), config, isolated)
    files = find_files(desk, translations, (source, reference), since)
    if show_settings:
        from checker.cli.showing import settings_of

        typer.echo(settings_of(desk, files), nl=False)
        return
    if not files and not quiet:
        say(f"No article has changed since {since}.")
    names = article_names([companions.translation for companions in files])
    outcomes = list(_outcomes(desk, files, names, progress=not (no_progress or quiet)))
    checked = [outcome.report for outcome in outcomes if outcome.report is not None]
    if fix or diff:
        from checker.cli.fixing import fix_files

        fix_files(checked, write_them=fix and not diff)
    if not diff:
        _present(checked, output_format, output, quiet=quiet)
    if reports is not None:
        _write_reports(outcomes, reports, quiet=quiet)
    if statistics:
        _statistics(checked)
    if output_format != "full" and not quiet:
        _say_baseline(checked)
    code = _say_verdicts(outcomes)
    raise typer.Exit(0 if code == 1 and exit_zero else code)


def find_files(
    desk: Desk, paths: Sequence[Path], given: tuple[Path | None, Path | None], since: str | None
) -> list[Companions]:
    """The articles that were asked for, with what belongs to each; `given` are --source and --reference."""
    from checker.companions import Companions, companions, translations

    if any(given):
        beside = Companions(paths[0]) if str(paths[0]) == "-" else companions(paths[0], desk.config(paths[0]))
        files = [Companions(paths[0], given[0] or beside.source, given[1] or beside.reference)]
    else:
        found = dict.fromkeys(file for path in paths for file in translations([path], desk.config(path)))
        files = [Companions(path) if str(path) == "-" else companions(path, desk.config(path)) for path in found]
    if since is None:
        return files
    from checker.cli.changed import changed_since

    changed = changed_since(since, paths)
    return [item for item in files if changed & {path.resolve() for path in item.paths()}]


def _outcomes(desk: Desk, files: Sequence[Companions], names: Sequence[str], *, progress: bool) -> Iterator[Outcome]:
    shown = progress and len(files) > 1 and sys.stderr.isatty()
    if not shown:
        yield from (_one(desk, companions, name) for companions, name in zip(files, names, strict=True))
        return
    from rich.console import Console
    from rich.progress import track

    pairs = list(zip(files, names, strict=True))
    for companions, name in track(pairs, "Checking", console=Console(stderr=True), transient=True):
        yield _one(desk, companions, name)


def _one(desk: Desk, companions: Companions, name: str) -> Outcome:
    if str(companions.translation) != "-":
        return desk.check(companions, name)
    from checker.desk import Outcome
    from checker.intake import Intake

    try:
        config = desk.config(Path.cwd())
        intake = Intake(config)
        others = [intake.file(path) if path else None for path in (companions.source, companions.reference)]
        return desk.check_data(config, [intake.data(sys.stdin.buffer.read(), "stdin"), *others], "stdin")
    except CheckerError as error:
        return Outcome(name, error=error)


def _present(checked: Sequence[Report], output_format: str, output: Path | None, *, quiet: bool) -> None:
    from checker import plugins

    options: dict[str, Any] = {}
    if output_format == "full":
        options = {"colour": output is None and sys.stdout.isatty(), "quiet": quiet}
    reporter = plugins.load("reporters", output_format, None, **options)
    emit(reporter.render(checked), output)


def _write_reports(outcomes: Sequence[Outcome], folder: Path, *, quiet: bool) -> None:
    from checker import plugins, tables

    makers = {name: plugins.load("reporters", name, None) for name in ("html", "json")}
    rows = []
    for outcome in outcomes:
        report = outcome.report
        if report is None or outcome.verdict is None:
            rows.append(tables.error_row(outcome.name, str(outcome.error)))
            continue
        write(folder / f"{report.name}.segments.csv", tables.to_csv(tables.segments(report)))
        write(folder / f"{report.name}.findings.csv", tables.to_csv(tables.findings(report)))
        for maker in makers.values():
            write(folder / f"{report.name}{maker.suffix}", maker.render([report]))
        rows.append(tables.summary_row(report, outcome.verdict.passed, "; ".join(outcome.verdict.reasons)))
    write(folder / "summary.csv", tables.to_csv(tables.summary(rows)))
    said = {item.name: "; ".join(item.verdict.reasons) if item.verdict else str(item.error) for item in outcomes}
    index = plugins.load("reporters", "index", None, outcomes=said)
    write(folder / "index.html", index.render([outcome.report for outcome in outcomes if outcome.report]))
    if not quiet:
        say(f"Reports: {folder}/ ({len(rows)} article{'s' if len(rows) != 1 else ''}; open {folder}/index.html)")


def _statistics(checked: Sequence[Report]) -> None:
    counts: dict[tuple[str, str], int] = {}
    for report in checked:
        for finding in report.findings:
            key = (finding.rule.code, finding.rule.name)
            counts[key] = counts.get(key, 0) + 1
    for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        typer.echo(f"{count:6}  {code}  {name}")


def _say_baseline(checked: Sequence[Report]) -> None:
    """What the baseline made of the findings, for formats that have no place for notes."""
    for report in checked:
        for note in report.notes:
            if note.topic == "baseline":
                say(f"{report.name}: {note.text}")


def _say_verdicts(outcomes: Sequence[Outcome]) -> int:
    """Say on standard error why articles fail; the exit code: 3 before 2 before 1."""
    code = 0
    for outcome in outcomes:
        if outcome.error is not None:
            say(f"checker: {outcome.error}")
            code = max(code, outcome.error.exit_code)
        elif outcome.verdict is not None and not outcome.verdict.passed:
            for reason in outcome.verdict.reasons:
                say(f"{outcome.name}: {reason}")
            code = max(code, 1)
    return code
