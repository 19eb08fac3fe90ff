"""The learned part in numpy: kernel ridge regression over landmarks, a network over tokens, and what is made of both.

Coefficients, their origin and the command that makes them: ``data/fidelity.npz``, ``training/fidelity.py``.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from functools import cache, cached_property
from importlib.resources import files
from math import exp
from typing import TYPE_CHECKING, Any

import numpy as np

from checker.prediction.english import score
from checker.prediction.network import hear
from checker.prediction.surface import columns, figures
from checker.prediction.tokens import rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
WORST = -2.2
"""The standard judgement of two texts that have nothing to do with each other: the lowest hundredth of train."""
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

    def standardised(self, seen: Observed) -> Floats:
        """The figures of a pair in standard deviations from the mean of the training set."""
        row = columns(self._names, [figures(seen)])[0]
        flat: Floats = np.clip((row - self.parts["mean"]) / self.parts["deviation"], -CLIP, CLIP)
        return flat

    @cached_property
    def _names(self) -> list[str]:
        return [str(name) for name in self.parts["names"]]

    def projected(self, source: Floats, target: Floats) -> Floats:
        """The two vectors' principal components, each block of unit total variance."""
        blocks = pairwise_vectors(source, target)
        return np.concatenate(
            [(block - self.parts["centres"][i]) @ self.parts["bases"][i] for i, block in enumerate(blocks)], axis=-1
        )

    def estimate(self, seen: Observed) -> Estimate:
        """The estimate of one pair alone. A bead at a time: then its bits do not depend on its company."""
        flat = self.standardised(seen)
        components = self.projected(seen.source.vector, seen.target.vector)
        point = np.concatenate([flat * self.parts["surface_scale"], components]).astype(np.float32)
        english = score(seen.target.words, self.parts)
        apart = 1 / (1 + exp(-float(flat @ self.parts["stranger"] + self.parts["stranger_intercept"])))
        heard = hear(self.parts, point, rows(seen))
        kernel, freedom = self._judgement(point)
        bare = NETWORK * heard.judgement + (1 - NETWORK) * kernel + float(oddness(np.array(english)))
        reward = float(rewarded(np.array(bare), np.array(freedom), np.array(english)))
        adequacy = float(flat @ self.parts["adequacy"] + self.parts["adequacy_intercept"])
        carried = _interpolated(adequacy, self.parts["adequacy_knots"], self.parts["adequacy_values"])
        judgement = (1 - apart) * bare + apart * WORST
        changed = self._changed(heard.target)
        made = Estimate(0.0, carried, fluency_points(english), 0.0, 0.0, changed, judgement, (1 - apart) * reward)
        return self.among([made])[0]

    def among(self, estimates: Sequence[Estimate]) -> tuple[Estimate, ...]:
        """The estimates of an article's beads, all with the reward of the article's freedom."""
        total = sum(one.reward for one in estimates) + BEADS * float(self.parts["usual"])
        return tuple(self._placed(one, total / (len(estimates) + BEADS)) for one in estimates)

    def _placed(self, estimate: Estimate, reward: float) -> Estimate:
        """With the points that the judgement is worth, and the ends of their interval."""
        value, knots = estimate.judgement + reward, self.parts["knots"]
        low, middle, high = (_interpolated(value, knots, self.parts[end]) for end in ("q10", "middle", "q90"))
        return replace(estimate, fidelity=middle, low=low, high=high)

    def _changed(self, odds: Floats) -> tuple[float, ...]:
        """The network's log odds, which are too sure, made probabilities."""
        slope, start = self.parts["changed"]
        return tuple(round(float(share), 4) for share in 1 / (1 + np.exp(-(slope * odds + start))))

    def _judgement(self, point: Floats) -> tuple[float, float]:
        """The judge's z-score by the kernel, and how free the translation is."""
        squares = self.parts["squares"] + point @ point - 2 * (self.parts["landmarks"] @ point)
        kernel = np.exp(-np.maximum(squares, 0))
        linear = point[: len(self.parts["linear"])] @ self.parts["linear"]
        judgement = kernel @ self.parts["weights"] + linear + self.parts["intercept"]
        return float(judgement), float(point @ self.parts["freedom"])

    def fluency(self, seen: Observed) -> float:
        """Fluency alone: needs no other side."""
        return fluency_points(score(seen.target.words, self.parts))


def oddness(english: Doubles) -> Doubles:
    """What very odd English takes away; `english` is log odds."""
    made: Doubles = ENGLISH * np.clip(english - ODD, -3, 0)
    return made


def rewarded(judgement: Doubles, freedom: Doubles, english: Doubles) -> Doubles:
    """What freedom is worth: nothing for the most literal, and nothing for bad translations and odd English."""
    good = 1 / (1 + np.exp(-(judgement + 0.6) / 0.15)) / (1 + np.exp(-(english + 1) / 0.2))
    made: Doubles = FREEDOM * (np.clip(freedom, *FREE) - FREE[0]) * good
    return made


def fluency_points(log_odds: float) -> float:
    """0-100 from the log odds of written against spoiled English, at prior odds of one spoiled in five or six."""
    return 100 / (1 + exp(-(log_odds + 1.5)))


def _interpolated(value: float, knots: Floats, values: Floats) -> float:
    """Piecewise linear and monotone, within 0-100; beyond the ends as steep as the last piece, so that no two tie."""
    inside = float(np.interp(value, knots, values))
    below, above = min(0.0, value - float(knots[0])), max(0.0, value - float(knots[-1]))
    steps = np.diff(values) / np.maximum(np.diff(knots), 1e-6)
    return min(100.0, max(0.0, inside + below * float(steps[0]) + above * float(steps[-1])))


@cache
def load() -> Model:
    """The coefficients that come with checker."""
    stored = np.load(io.BytesIO(files("checker.data").joinpath("fidelity.npz").read_bytes()))
    parts = {name: stored[name] for name in stored.files}
    wide = {name: part.astype(np.float32) if part.dtype == np.float16 else part for name, part in parts.items()}
    wide["squares"] = (wide["landmarks"] ** 2).sum(axis=1)
    return Model({**wide, "known": {str(name): number for number, name in enumerate(parts["classes"])}})
