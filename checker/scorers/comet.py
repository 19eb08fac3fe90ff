"""COMET, by its own command where it is installed: ``comet-score`` of unbabel-comet, in an environment of its own.

No model is the default. CometKiwi, xCOMET and most later weights are CC-BY-NC-SA: not for commercial use, a newsroom's
work included. wmt22-comet-da (Apache-2.0) compares with a re-translation: ``against = "reference"``.
COMET: Rei et al. 2020, arXiv:2009.09025; CometKiwi: Rei et al. 2022, arXiv:2209.06243.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.errors import EngineError, PluginError, SettingsError
from checker.model import Score
from checker.models.batches import fitted
from checker.scorers import _tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model import Finding, Pair

_AGAINST = ("source", "reference")
_ROOM = 440
"""Tokens of all sides together that no model of COMET cuts off (they take 512, and would say nothing)."""
_LETTERS = 2.6
"""Characters of a token, at least, in scripts with letters; in others each is a token."""
_WIDE = "\u2e80"
"""From here on characters are mostly ideographs, kana and syllables."""
_FILES = ("source.txt", "translation.txt", "reference.txt")

Texts = tuple[str, ...]


@dataclass(frozen=True)
class Comet:
    """The score `comet`, 100 x what the command says."""

    command: str
    model: str
    against: str
    batch: int
    gpus: int

    def score(self, pair: Pair, findings: Sequence[Finding]) -> tuple[Score, ...]:
        """One score, the article's weighted by characters; none where a text that it compares with is missing."""
        compared = self.against == "reference"
        if pair.source is None or (compared and pair.reference is None):
            return ()
        rows: dict[int, Texts] = {}
        for index, (bead, theirs) in enumerate(zip(pair.beads, pair.reference_texts, strict=True)):
            sides = (_tokens.text(bead.source), _tokens.text(bead.target), *((_folded(theirs),) if compared else ()))
            if all(sides):
                rows[index] = sides
        found = self._rows(rows)
        weights = {index: max(len(row[0]), len(row[1])) for index, row in rows.items()}
        summed, total = sum(found[index][0] * weights[index] for index in rows), sum(weights.values())
        beads = range(len(pair.beads))
        signature = f"comet|model:{Path(self.model).name if Path(self.model).exists() else self.model}"
        return (
            Score(
                "comet",
                summed / total if total else None,
                tuple(found[index][0] if index in found else None for index in beads),
                f"{signature}|against:{self.against}|scale:x100|weight:characters",
                (summed, float(total)),
                reasons=tuple(found[index][1] if index in found else () for index in beads),
            ),
        )

    def _rows(self, rows: Mapping[int, Texts]) -> dict[int, tuple[float, tuple[str, ...]]]:
        """Value and reasons of every row; of one too long for the model the mean of its parts, by their length."""
        parts = [(index, part) for index, row in rows.items() for part in fitted(row, _fits) if all(part)]
        made = self._run([part for _, part in parts]) if parts else []
        sums: dict[int, float] = dict.fromkeys(rows, 0.0)
        weights: dict[int, float] = dict.fromkeys(rows, 0.0)
        reasons: dict[int, list[str]] = {index: [] for index in rows}
        for (index, part), entry in zip(parts, made, strict=True):
            weights[index] += len(part[1])
            sums[index] += 100 * float(entry["COMET"]) * len(part[1])
            reasons[index] += [_said(error) for error in entry.get("errors", ())]
        return {index: (sums[index] / (weights[index] or 1), tuple(reasons[index])) for index in rows}

    def _run(self, rows: Sequence[Texts]) -> list[Any]:
        """The command's entries for the rows, in order."""
        with tempfile.TemporaryDirectory(prefix="checker-comet-") as folder:
            for name, side in zip(_FILES, zip(*rows, strict=True), strict=False):
                Path(folder, name).write_text("\n".join(side) + "\n", "utf-8", newline="\n")
            told = self._call(folder, len(rows[0]) > 2)
            try:
                entries = json.loads(Path(folder, "scores.json").read_text("utf-8"))[_FILES[1]]
                if len(entries) != len(rows) or not all("COMET" in entry for entry in entries):
                    raise EngineError(f"{self.command} gave {len(entries)} scores for {len(rows)} segments")
            except (OSError, ValueError, KeyError, TypeError) as error:
                raise EngineError(f"{self.command} wrote no scores ({error}): {told}") from error
        return list(entries)

    def _call(self, folder: str, compared: bool) -> str:
        program = shutil.which(self.command)
        if program is None:
            advice = (
                "install unbabel-comet in an environment of its own and name its comet-score with the option command"
            )
            raise PluginError(f'scorer comet: there is no command "{self.command}"; {advice}')
        texts = ("-s", _FILES[0], "-t", _FILES[1], *(("-r", _FILES[2]) if compared else ()))
        settings = ("--model", self._model_path(), "--batch_size", str(self.batch), "--gpus", str(self.gpus))
        done = subprocess.run(  # noqa: S603 -- the command is the user's own setting, and no shell reads it
            (str(Path(program).absolute()), *texts, *settings, "--quiet", "--to_json", "scores.json"),
            cwd=folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        told = (done.stderr.strip() or done.stdout.strip() or "it said nothing").splitlines()[-1]
        if done.returncode:
            raise EngineError(f"{self.command}, model {self.model}: exit code {done.returncode}: {told}")
        return told

    def _model_path(self) -> str:
        """A checkpoint file by its full path, since the command runs in a folder of its own."""
        path = Path(self.model)
        return str(path.absolute()) if path.is_file() else self.model


def _fits(sides: Texts) -> bool:
    return sum(_tokens_at_most(side) for side in sides) <= _ROOM


def _tokens_at_most(side: str) -> float:
    wide = sum(char >= _WIDE for char in side)
    return wide + (len(side) - wide) / _LETTERS


def _folded(theirs: str) -> str:
    return " ".join(theirs.split())


def _said(error: Mapping[str, Any]) -> str:
    return f"an error ({error.get('severity', 'no severity')}), says the model: “{str(error.get('text', '')).strip()}”"


def scorer(
    context: object,
    model: str = "",
    against: str = "source",
    command: str = "comet-score",
    batch: int = 8,
    gpus: int = 1,
) -> Comet:
    """A model by hub id or checkpoint file; `gpus` 0 for the CPU alone, 1 for a GPU where there is one."""
    del context
    if against not in _AGAINST:
        raise SettingsError(f'scorer comet: against "{against}" is not one of {", ".join(_AGAINST)}')
    return Comet(command, _tokens.named("comet", model, "Unbabel/wmt22-comet-da"), against, batch, gpus)
