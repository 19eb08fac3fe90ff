"""`checker baseline`: today's findings become known; only new ones fail from now on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker.cli import options as opt
from checker.cli.writing import say, write

if TYPE_CHECKING:
    import pandas as pd

    from checker.tables import Entry


def command(
    translations: Annotated[list[Path], typer.Argument(help="Translations or folders.", metavar="TRANSLATION...")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The baseline file to write.")],
    source: opt.Source = None,
    reference: opt.Reference = None,
    source_lang: opt.SourceLang = None,
    target_lang: opt.TargetLang = None,
    select: opt.Select = None,
    ignore: opt.Ignore = None,
    preview: opt.Preview = None,
    encoder: opt.Encoder = None,
    baseline: opt.Baseline = None,
    config: opt.ConfigFile = None,
    isolated: opt.Isolated = False,
) -> None:
    """Write today's findings as known: a file for --baseline. An existing baseline's verdicts are kept."""
    import pandas as pd

    from checker import tables
    from checker.cli.check import find_files
    from checker.desk import Desk, article_names

    settings = opt.settings({**locals(), "baseline": None}) | {"min-fidelity": None, "max-penalty": None}
    desk = Desk({**settings, "baseline": ""}, config, isolated)
    files = find_files(desk, translations, (source, reference), None)
    names = article_names([item.translation for item in files])
    earlier = _earlier(baseline or (str(output) if output.exists() else None))
    frames = []
    for item, name in zip(files, names, strict=True):
        outcome = desk.check(item, name)
        if outcome.report is None:
            assert outcome.error is not None  # noqa: S101 -- an outcome is a report or an error
            raise outcome.error
        frames.append(_known(tables.findings(outcome.report), earlier.get(name, {})))
    table = pd.concat(frames, ignore_index=True) if frames else tables.findings_header()
    write(output, tables.to_csv(table))
    say(f"{output}: {len(table)} findings of {len(files)} articles are known")


def _earlier(path: str | None) -> dict[str, dict[str, Entry]]:
    from checker.gate import VERDICTS
    from checker.tables import read_baseline

    return read_baseline(Path(path), VERDICTS) if path else {}


def _known(frame: pd.DataFrame, earlier: dict[str, Entry]) -> pd.DataFrame:
    """The frame with the earlier verdicts, and "known" where there is none."""
    old = [earlier.get(name) for name in frame["fingerprint"]]
    frame["verdict"] = [entry.verdict if entry and entry.verdict else "known" for entry in old]
    frame["comment"] = [entry.comment if entry else "" for entry in old]
    return frame
