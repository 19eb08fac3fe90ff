"""Two runs over the same articles: which is better, and is it more than chance.

Paired bootstrap resampling (Koehn 2004, W04-3250) with sacrebleu's seed, samples and p-value. What is drawn are
articles, not sentences: two translations are not cut into the same sentences, and the sentences of an article
are not independent of each other. Every figure of a sample comes from the summed statistics of its articles.

sacrebleu's p-value is given as it is, but does not decide alone: of two runs that differ by chance only it calls
12 of 100 different at p < 0.05, for it centres absolute differences. That the interval of the differences keeps
clear of zero brings this to 6 (3,000 drawings of 60 articles; both must hold).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from checker.errors import InputError
from checker.parts import Parts
from checker.scorers.overlap import HIGHER_IS_BETTER, from_statistics

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

SAMPLES, SEED = 1000, 12345
"""sacrebleu's own."""
LEVEL = 0.05
PENALTY = "penalty_per_1000_words"
METRICS = ("fidelity", "adequacy", "fluency", "similarity", "bleu", "chrf", "ter", PENALTY)


@dataclass(frozen=True)
class Comparison:
    """One metric of two runs over the same articles."""

    metric: str
    articles: int
    """Articles for which both runs have the metric."""
    a: float
    b: float
    interval: tuple[float, float]
    """95 of 100 samples have a difference b - a in it."""
    p: float
    signature: str
    higher_is_better: bool = True

    @property
    def better(self) -> str:
        """``A``, ``B``, or "" where the difference may be chance."""
        low, high = self.interval
        if self.p >= LEVEL or low <= 0 <= high:
            return ""
        return "B" if (self.b > self.a) == self.higher_is_better else "A"


@dataclass(frozen=True)
class Figures:
    """Additive statistics of an article by metric, and the signature of each."""

    statistics: Mapping[str, tuple[float, ...]]
    signatures: Mapping[str, str]


def read_run(folder: Path) -> dict[str, Figures]:
    """Articles of a run by name: a folder of `checker batch --out`, or of `checker check --reports`.

    Raises InputError where there is none. Articles with an error are left out.
    """
    run = {values["name"]: _figures(values) for values in _reports(folder)}
    if not run:
        raise InputError(str(folder), "holds no results", "name a folder of checker batch --out or check --reports")
    return run


def _reports(folder: Path) -> Iterator[Mapping[str, Any]]:
    parts = Parts(folder)
    for number in parts.numbers():
        rows = parts.read(number, ["name", "report"])
        if not rows:
            raise InputError(str(parts.path(number)), "is damaged", "finish the run with --resume")
        yield from (json.loads(row["report"]) | {"name": row["name"]} for row in rows if row["report"])
    for path in sorted(folder.glob("*.json")) if not parts.numbers() else ():
        try:
            values = json.loads(path.read_bytes())
        except (OSError, ValueError, RecursionError) as error:
            raise InputError(str(path), f"is no readable JSON ({error})", "make it again") from error
        if isinstance(values, dict) and {"name", "scores", "words", "penalty"} <= values.keys():
            yield values


def _figures(values: Mapping[str, Any]) -> Figures:
    scores = {
        score["metric"]: score for score in values["scores"] if score["statistics"] and score["value"] is not None
    }
    statistics = {metric: tuple(score["statistics"]) for metric, score in scores.items()}
    signatures = {metric: score["signature"] for metric, score in scores.items()}
    return Figures(
        statistics | {PENALTY: (float(values["penalty"]), float(values["words"]))},
        signatures | {PENALTY: "minor:1|major:5|critical:25"},
    )


def compare(
    a: Mapping[str, Figures], b: Mapping[str, Figures], samples: int = SAMPLES, seed: int = SEED
) -> tuple[Comparison, ...]:
    """Every metric that both runs have for at least two articles of the same name.

    Raises InputError where no two articles have the same name, or the two runs measured differently.
    """
    names = [name for name in a if name in b]
    if len(names) < 2:
        raise InputError("compare", f"the runs have {len(names)} articles in common", "two are the least, 20 advisable")
    made = (_compared(metric, (a, b), names, samples, seed) for metric in METRICS)
    return tuple(item for item in made if item is not None)


def _compared(
    metric: str,
    runs: tuple[Mapping[str, Figures], Mapping[str, Figures]],
    names: Sequence[str],
    samples: int,
    seed: int,
) -> Comparison | None:
    names = [name for name in names if all(metric in run[name].statistics for run in runs)]
    if len(names) < 2:
        return None
    signatures = {run[name].signatures[metric] for run in runs for name in names}
    if len(signatures) > 1:
        said = "; ".join(sorted(signatures)[:2])
        raise InputError("compare", f"{metric} was not measured the same way ({said})", "make both runs alike")
    figure = _figure(metric)
    statistics = [np.array([run[name].statistics[metric] for name in names], np.float64) for run in runs]
    a, b = (figure(rows.sum(0)) for rows in statistics)
    differences = bootstrap(statistics[0], statistics[1], figure, samples, seed)
    low, high = np.percentile(differences, (2.5, 97.5))
    higher = metric != PENALTY and HIGHER_IS_BETTER.get(metric, True)
    signature = f"{signatures.pop()}|test:paired-bootstrap|unit:article|n:{len(names)}|samples:{samples}|seed:{seed}"
    return Comparison(
        metric, len(names), a, b, (float(low), float(high)), p_value(differences, b - a), signature, higher
    )


def _figure(metric: str) -> Callable[[Floats], float]:
    """From summed statistics to the figure of a corpus."""
    if metric in HIGHER_IS_BETTER:
        return lambda summed: from_statistics(metric, summed.tolist())
    scale = 1000.0 if metric == PENALTY else 1.0
    return lambda summed: scale * float(summed[0]) / float(summed[1]) if summed[1] else 0.0


def bootstrap(a: Floats, b: Floats, figure: Callable[[Floats], float], samples: int, seed: int) -> Floats:
    """b - a for every sample of articles, drawn with replacement, the same ones from both runs.

    `a`, `b`: statistics, shape (articles, statistics). The samples are those that sacrebleu draws.
    """
    random = np.random.default_rng(seed)
    differences = np.empty(samples)
    for number in range(samples):
        drawn = np.bincount(random.choice(len(a), size=len(a), replace=True), minlength=len(a))
        differences[number] = figure(drawn @ b) - figure(drawn @ a)
    return differences


def p_value(differences: Floats, difference: float) -> float:
    """sacrebleu's: the share of samples whose absolute difference, centred, is larger than the true one."""
    centred = np.abs(differences) - np.abs(differences).mean()
    return (int(np.sum(centred > abs(difference))) + 1) / (len(differences) + 1)
