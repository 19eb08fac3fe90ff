"""The learned part: kernel ridge regression over landmarks, in numpy, and the maps from its figure to a judgement.

Coefficients, their origin and the command that makes them: ``data/fidelity.npz``, ``training/fidelity.py``.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from checker.prediction.surface import columns, figures

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from checker.prediction.observed import Observed

    Floats = NDArray[np.float32]

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

    @property
    def _names(self) -> list[str]:
        return [str(name) for name in self.parts["names"]]

    def projected(self, source: Floats, target: Floats) -> Floats:
        """The two vectors' principal components, each block of unit total variance."""
        blocks = pairwise_vectors(source, target)
        return np.concatenate(
            [(block - self.parts["centres"][i]) @ self.parts["bases"][i] for i, block in enumerate(blocks)], axis=-1
        )

    def estimate(self, seen: Observed) -> Estimate:
        """The estimate of one pair. A bead at a time: then its bits do not depend on its company."""
        flat = self.standardised(seen)
        point = np.concatenate(
            [flat * self.parts["surface_scale"], self.projected(seen.source.vector, seen.target.vector)]
        ).astype(np.float32)
        kernel = np.exp(-((self.parts["landmarks"] - point) ** 2).sum(axis=1))
        raw = float(kernel @ self.parts["weights"] + flat @ self.parts["linear"] + self.parts["intercept"])
        knots = self.parts["knots"]
        low, middle, high = (_interpolated(raw, knots, self.parts[end]) for end in ("q10", "middle", "q90"))
        return Estimate(middle, self._axis("adequacy", flat), self._axis("fluency", flat), low, high)

    def fluency(self, seen: Observed) -> float:
        """Fluency alone: needs no other side."""
        return self._axis("fluency", self.standardised(seen))

    def _axis(self, name: str, flat: Floats) -> float:
        raw = float(flat @ self.parts[name] + self.parts[f"{name}_intercept"])
        return _interpolated(raw, self.parts[f"{name}_knots"], self.parts[f"{name}_values"])


def _interpolated(value: float, knots: Floats, values: Floats) -> float:
    """Piecewise linear and monotone; beyond the ends a tenth of the last slope, so that no two figures tie."""
    inside = float(np.interp(value, knots, values))
    beyond = min(0.0, value - float(knots[0])) + max(0.0, value - float(knots[-1]))
    return min(100.0, max(0.0, inside + beyond))


@cache
def load() -> Model:
    """The coefficients that come with checker."""
    stored = np.load(io.BytesIO(files("checker.data").joinpath("fidelity.npz").read_bytes()))
    parts = {name: stored[name] for name in stored.files}
    return Model({k: v.astype(np.float32) if v.dtype == np.float16 else v for k, v in parts.items()})
