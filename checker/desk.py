"""Files in, outcomes out: finds the settings of each file, reads, checks, applies the baseline, judges.

Prints nothing, exits nowhere. Models load once for all files whose settings name the same parts.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from checker import config as settings
from checker.assembly import build
from checker.cache import Cache, default_folder, key, vectors
from checker.errors import CheckerError
from checker.gate import VERDICTS, Policy, Verdict, accept, judge
from checker.intake import Intake
from checker.model import Needs, Note
from checker.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.companions import Companions
    from checker.config import Config
    from checker.intake import Reading
    from checker.model import Report
    from checker.pipeline import Pipeline
    from checker.tables import Entry


@dataclass(frozen=True)
class Outcome:
    """What became of one article: a report and its verdict, or an error."""

    name: str
    report: Report | None = None
    verdict: Verdict | None = None
    error: CheckerError | None = None


@dataclass
class Desk:
    """Checks files one after the other. `options` (hyphenated) stand above every settings file."""

    options: Mapping[str, Any] = field(default_factory=dict)
    config_file: Path | None = None
    isolated: bool = False
    _pipelines: dict[str, Pipeline] = field(default_factory=dict)
    _caches: dict[Path, Cache] = field(default_factory=dict)
    _configs: dict[Path | None, Config] = field(default_factory=dict)
    _baselines: dict[str, dict[str, dict[str, Entry]]] = field(default_factory=dict)

    def config(self, path: Path) -> Config:
        """The settings that hold for a file: its settings file, the globs in it, the options."""
        return settings.override(self._found(path).for_file(path), self.options)

    def settings(self, path: Path) -> Config:
        """The settings of a run over many files, found from `path`: its globs are left in, below the options."""
        found = self._found(path)
        given = {name.replace("-", "_") for name, value in self.options.items() if value is not None}
        globs = tuple(
            (glob, {name: value for name, value in changes.items() if name not in given})
            for glob, changes in found.per_file
        )
        return replace(settings.override(found, self.options), per_file=globs)

    def _found(self, path: Path) -> Config:
        source = None if self.isolated else self.config_file or settings.find(path)
        if source not in self._configs:
            self._configs[source] = settings.read(source) if source else settings.Config()
        return self._configs[source]

    def pipeline(self, config: Config) -> Pipeline:
        """The pipeline of a configuration; those that differ in selection alone share their parts."""
        parts = replace(config, select=(), ignore=(), preview=False, min_confidence=0.0, per_file=())
        key = repr(replace(parts, fail_on="major", min_fidelity=None, max_penalty=None, baseline=""))
        if key not in self._pipelines:
            folder = _cache_folder(config)
            self._pipelines[key] = build(config, vectors(folder) if folder else None)
        selection = Selection(config.select, config.ignore, config.preview, config.min_confidence)
        selection.check(self._pipelines[key].rules)
        return replace(self._pipelines[key], selection=selection)

    def check(self, files: Companions, name: str) -> Outcome:
        """The whole way for one article; errors that a user may see become part of the outcome."""
        try:
            config = self.config(files.translation)
            report = self._report(config, (files.translation, files.source, files.reference))
            other = files.source or files.reference
            placed = replace(report, path=files.translation.as_posix(), source_path=other.as_posix() if other else "")
            return self.judged(config, replace(placed, name=name))
        except CheckerError as error:
            return Outcome(name, error=error)

    def check_data(self, config: Config, readings: Sequence[Reading | None], name: str) -> Outcome:
        """Check what was read already (translation, source, reference), from standard input or a table."""
        return self.judged(config, replace(self._checked(config, readings), name=name, path="-"))

    def _report(self, config: Config, paths: Sequence[Path | None]) -> Report:
        intake = Intake(config)
        return self.report(config, [(str(path), intake.content(path)) if path else None for path in paths])

    def report(self, config: Config, contents: Sequence[tuple[str, bytes] | None]) -> Report:
        """From the cache, or checked and kept there. `contents`: (name, bytes) of translation, source, reference."""
        intake = Intake(config)
        folder = _cache_folder(config)
        kept = self._caches.setdefault(folder, Cache(folder)) if folder else None
        name = key(config, [(PurePath(item[0]).name, item[1]) if item else ("", None) for item in contents])
        report = kept.get(name) if kept else None
        if report is None:
            report = self._checked(config, [intake.data(item[1], item[0]) if item else None for item in contents])
            if kept:
                kept.put(name, report)
        return report

    def _checked(self, config: Config, readings: Sequence[Reading | None]) -> Report:
        translation, source, reference = readings
        assert translation is not None  # noqa: S101 -- a programmer's promise, not a user's input
        article, notes = Intake(config).join(translation, source, reference)
        if article.source is None and article.reference is None:
            said = "no original and no re-translation: nothing is compared with what it should say"
            notes = (*notes, Note("unchecked", said))
        return self.pipeline(config).check(article, notes)

    def judged(self, config: Config, report: Report) -> Outcome:
        """The report after the baseline, with its verdict."""
        if config.baseline:
            known = self._baseline(config.baseline).get(report.name, {})
            report = accept(report, known, lambda entry: self._asked(config, report, entry))
        policy = Policy(settings.threshold(config.fail_on), config.min_fidelity, config.max_penalty)
        return Outcome(report.name, report, judge(report, policy))

    def _asked(self, config: Config, report: Report, entry: Entry) -> bool:
        """Whether this run would have reported a baseline's entry if it were still there."""
        if entry.confidence < config.min_confidence:
            return False
        if not entry.code:
            return not (config.select or config.ignore or config.detectors or config.min_confidence)
        pipeline = self.pipeline(config)
        rule = next((rule for rule in pipeline.rules if rule.code == entry.code), None)
        if rule is None:  # no rule of this version, unless its detector was left out
            return not config.detectors
        alone = report.pair.source is None and report.pair.reference is None
        return pipeline.selection.reports(rule) and not (alone and rule.needs is Needs.SOURCE)

    def _baseline(self, path: str) -> dict[str, dict[str, Entry]]:
        if path not in self._baselines:
            from checker.tables import read_baseline

            self._baselines[path] = read_baseline(Path(path), VERDICTS)
        return self._baselines[path]


def _cache_folder(config: Config) -> Path | None:
    if config.cache == "none":
        return None
    return Path(config.cache) if config.cache else default_folder()


def article_names(paths: Sequence[Path]) -> tuple[str, ...]:
    """A name for every file: its own less the last suffix; names that clash get their folders before them."""
    names = [path.stem if path.suffix else path.name for path in paths]
    depth = 1
    while len(set(names)) < len(names) and depth < max(len(path.parts) for path in paths):
        clashing = {name for name in names if names.count(name) > 1}
        names = [
            "-".join((*path.absolute().parts[-1 - depth : -1], path.stem)) if name in clashing else name
            for name, path in zip(names, paths, strict=True)
        ]
        depth += 1
    return tuple(names)
