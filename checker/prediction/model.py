"""The learned part in numpy: kernel ridge regression over landmarks, a network over tokens, and what is made of both.

Coefficients, their origin and the command that makes them: ``data/fidelity.npz``, ``training/fidelity.py``.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from itertools import islice
from math import exp
from typing import TYPE_CHECKING, Any

import numpy as np

from checker.prediction.english import score
from checker.prediction.network import hear, product
from checker.prediction.surface import columns, figures
from checker.prediction.tokens import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from checker.prediction.observed import Observed

    Floats = NDArray[np.float32]
    Doubles = NDArray[np.float64]

FREEDOM = 0.5
"""Standard judgements for an article that is freer by one standard deviation. Where all output is a machine's, freedom
is error, and its judges teach that; human translations would come last. What was looked at when it was set is in
docs/scores.md."""
FREE = -1.6, 2.0
"""Standard deviations of freedom below which a translation is taken to be literal, and above which it gains no more."""
BEADS = 60
"""As many beads of usual freedom are added to an article's: who is free throughout many is a translator, what is free
once may be a slip."""
NETWORK = 0.6
"""Share of the network in the judgement, the kernel's is the rest. Chosen on MLQE-PE dev."""
ENGLISH, ODD = 0.3, -1.2
"""Standard judgements for a factor e in the odds that the English is as written, and the log odds below which it
counts: the judges saw nothing so odd. One in fifty sentences of dev is below."""
SOUND = -0.6
"""Log odds of the English below which freedom counts less: shuffled words stand as far from the original's order as a
free translator's. Chosen on MLQE-PE dev: of its sentences with their words shuffled, in tables of 50, 0.99 then have
less fidelity than before (0.89 with -1.0), and what is not shuffled loses 0.02 standard judgements."""
WORST = -2.2
"""The standard judgement of two texts that have nothing to do with each other: the lowest hundredth of train."""
TOGETHER = 64
"""Pairs that are estimated at once."""
CLIP = 4.0
"""Standard deviations beyond which a figure counts no further: a text unlike the training set extrapolates nowhere."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the learned part says of a pair of texts, in points of 0-100."""

    fidelity: float
    adequacy: float
    fluency: float
    low: float
    high: float
    """Ends of the 80 % interval of `fidelity`."""
    changed: tuple[float, ...]
    """For every token of the translation the share of such that post-editors changed, in 0-1."""
    judgement: float
    """The judge's z-score before freedom is rewarded."""
    reward: float
    """What the bead's freedom is worth, in standard judgements, to the article."""


def pairwise_vectors(source: Floats, target: Floats) -> tuple[Floats, ...]:
    """What is made of the two vectors: product, distance, and each alone."""
    return source * target, np.abs(source - target), source, target


@dataclass(frozen=True)
class Model:
    """Coefficients by name, as `training.fidelity` writes them."""

    parts: Mapping[str, Any]

    @property
    def signature(self) -> str:
        """Version and training set."""
        return str(self.parts["signature"])

    def standardised(self, seen: Sequence[Observed]) -> Floats:
        """The figures of pairs in standard deviations from the mean of the training set, shape (pairs, figures)."""
        rows = columns(self._names, [figures(one) for one in seen])
        flat: Floats = np.clip((rows - self.parts["mean"]) / self.parts["deviation"], -CLIP, CLIP)
        return flat

    @cached_property
    def _names(self) -> list[str]:
        return [str(name) for name in self.parts["names"]]

    def projected(self, source: Floats, target: Floats) -> Floats:
        """The principal components of pairs' vectors, each block of unit total variance."""
        blocks = pairwise_vectors(source, target)
        centres, bases = self.parts["centres"], self.parts["bases"]
        return np.hstack([product(block - centres[i], bases[i]) for i, block in enumerate(blocks)])

    def estimates(self, seen: Iterable[Observed]) -> list[Estimate]:
        """The estimate of each pair alone: its bits do not depend on its company."""
        rest, made = iter(seen), list[Estimate]()
        while some := tuple(islice(rest, TOGETHER)):
            made += self._estimates(some)
        return made

    def _estimates(self, seen: Sequence[Observed]) -> tuple[Estimate, ...]:
        flat = self.standardised(seen)
        source, target = (np.array([getattr(one, side).vector for one in seen]) for side in ("source", "target"))
        points = np.hstack([flat * self.parts["surface_scale"], self.projected(source, target)]).astype(np.float32)
        english = np.array([score(one.target.words, self.parts) for one in seen])
        apart = 1 / (1 + np.exp(-_weighed(flat, self.parts["stranger"]) - float(self.parts["stranger_intercept"])))
        heard = hear(self.parts, points, [rows(one) for one in seen])
        kernel, freedom = self._judgements(points)
        bare = NETWORK * np.array([one.judgement for one in heard]) + (1 - NETWORK) * kernel + oddness(english)
        judgements = (1 - apart) * bare + apart * WORST
        rewards = (1 - apart) * rewarded(bare, freedom, english)
        adequacy = _weighed(flat, self.parts["adequacy"]) + float(self.parts["adequacy_intercept"])
        carried = _interpolated(adequacy, self.parts["adequacy_knots"], self.parts["adequacy_values"])
        made = [
            Estimate(0.0, points, fluency_points(odds), 0.0, 0.0, self._changed(one.target), judgement, reward)
            for points, odds, one, judgement, reward in zip(
                carried.tolist(), english.tolist(), heard, judgements.tolist(), rewards.tolist(), strict=True
            )
        ]
        return self._placed(made, judgements + (rewards + self._usual) / (1 + BEADS))

    def among(self, estimates: Sequence[Estimate]) -> tuple[Estimate, ...]:
        """The estimates of an article's beads, all with the reward of the article's freedom."""
        reward = (sum(one.reward for one in estimates) + self._usual) / (len(estimates) + BEADS)
        return self._placed(estimates, np.array([one.judgement for one in estimates]) + reward)

    @cached_property
    def _usual(self) -> float:
        """The rewards of `BEADS` beads of usual freedom."""
        return BEADS * float(self.parts["usual"])

    def _placed(self, estimates: Sequence[Estimate], values: Doubles) -> tuple[Estimate, ...]:
        """With the points that their judgements are worth, and the ends of the intervals."""
        middle, low, high = (
            _interpolated(values, self.parts["knots"], self.parts[end]).tolist() for end in ("middle", "q10", "q90")
        )
        return tuple(
            replace(one, fidelity=points, low=least, high=most)
            for one, points, least, most in zip(estimates, middle, low, high, strict=True)
        )

    def _changed(self, odds: Floats) -> tuple[float, ...]:
        """The network's log odds, which are too sure, made probabilities."""
        slope, start = self.parts["changed"]
        return tuple(round(float(share), 4) for share in 1 / (1 + np.exp(-(slope * odds + start))))

    def _judgements(self, points: Floats) -> tuple[Doubles, Doubles]:
        """The judge's z-scores by the kernel, and how free the translations are."""
        nearness = 2 * product(points, self.parts["landmarks"].T)
        squares = self.parts["squares"] + (points * points).sum(axis=1)[:, None] - nearness
        kernel = _weighed(np.exp(-np.maximum(squares, 0)), self.parts["weights"])
        linear = _weighed(points[:, : len(self.parts["linear"])], self.parts["linear"])
        return kernel + linear + float(self.parts["intercept"]), _weighed(points, self.parts["freedom"])

    def fluency(self, seen: Observed) -> float:
        """Fluency alone: needs no other side."""
        return fluency_points(score(seen.target.words, self.parts))


def oddness(english: Doubles) -> Doubles:
    """What very odd English takes away; `english` is log odds."""
    made: Doubles = ENGLISH * np.clip(english - ODD, -3, 0)
    return made


def rewarded(judgement: Doubles, freedom: Doubles, english: Doubles) -> Doubles:
    """What freedom is worth: nothing for the most literal, and nothing for bad translations and odd English."""
    good = 1 / (1 + np.exp(-(judgement + 0.6) / 0.15)) / (1 + np.exp(-(english - SOUND) / 0.2))
    made: Doubles = FREEDOM * (np.clip(freedom, *FREE) - FREE[0]) * good
    return made


def fluency_points(log_odds: float) -> float:
    """0-100 from the log odds of written against spoiled English, at prior odds of one spoiled in five or six."""
    return 100 / (1 + exp(-(log_odds + 1.5)))


def _weighed(rows: Floats, weights: Floats) -> Doubles:
    """Rows summed by weights. Not a product with a vector, whose bits depend on the number of rows."""
    made: Doubles = (rows * weights).sum(axis=1).astype(np.float64)
    return made


def _interpolated(values: Doubles, knots: Floats, heights: Floats) -> Doubles:
    """Piecewise linear and monotone, within 0-100; beyond the ends as steep as the last piece, so that no two tie."""
    inside = np.interp(values, knots, heights)
    below, above = np.minimum(0.0, values - float(knots[0])), np.maximum(0.0, values - float(knots[-1]))
    steps = np.diff(heights) / np.maximum(np.diff(knots), 1e-6)
    made: Doubles = np.clip(inside + below * float(steps[0]) + above * float(steps[-1]), 0.0, 100.0)
    return made


@cache
def load() -> Model:
    """The coefficients that come with checker."""
    stored = np.load(io.BytesIO(files("checker.data").joinpath("fidelity.npz").read_bytes()))
    parts = {name: stored[name] for name in stored.files}
    wide = {name: part.astype(np.float32) if part.dtype == np.float16 else part for name, part in parts.items()}
    wide["squares"] = (wide["landmarks"] ** 2).sum(axis=1)
    return Model({**wide, "known": {str(name): number for number, name in enumerate(parts["classes"])}})
