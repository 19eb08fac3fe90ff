"""Whether two ways to a vector must give the same bits on this machine."""

from __future__ import annotations

import json
from functools import cache

import numpy as np

LAST_BITS = 2e-6
"""Greatest difference of a component of a unit vector that comes from rounding alone."""
ROUNDED, ROUNDED_SHARE = 0.11, 0.0011
"""The same of a figure of a report, and of one between 0 and 1: one step of its last place."""


@cache
def exact() -> bool:
    """Whether the BLAS at hand rounds a row of a product alike wherever it stands among others.

    OpenBLAS does with its kernels for AVX-512 (SkylakeX), and does not with those for older processors (Haswell):
    there the last bits of a row depend on the rows before it.
    """
    generator = np.random.default_rng(0)
    rows, matrix = (generator.standard_normal(shape).astype(np.float32) for shape in ((96, 256), (256, 512)))
    whole = rows @ matrix
    return all((rows[start : start + 32] @ matrix == whole[start : start + 32]).all() for start in range(0, 64, 5))


def same(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether two arrays are the same: to the bit, or where the machine rounds by place but for the last bits."""
    if one.shape != other.shape or one.dtype != other.dtype:
        return False
    return one.tobytes() == other.tobytes() or (not exact() and bool(np.allclose(one, other, rtol=0, atol=LAST_BITS)))


def same_report(one: str, other: str) -> bool:
    """Whether two reports as JSON are the same: to the letter, or where the machine rounds by place but for figures."""
    return one == other or (not exact() and _alike(json.loads(one), json.loads(other)))


def _alike(one: object, other: object) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_alike(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_alike, one, other))
    if isinstance(one, float) and isinstance(other, (float, int)):
        return abs(one - other) <= (ROUNDED_SHARE if max(abs(one), abs(other)) <= 1 else ROUNDED)
    return one == other
