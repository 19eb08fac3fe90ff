"""Memory of processes that go on long: how often Python looks for cycles, and what goes back to the system."""

from __future__ import annotations

import ctypes
import gc
import sys
from functools import cache
from typing import Any

_UNCOLLECTED = 200_000
"""Objects made before it looks. Tables and tokens live on and stand in no cycles: by the usual threshold a tenth of a
short run, and a twentieth of a long one, goes into looking at them again and again."""


def collect_seldom() -> None:
    """For a process that holds large tables: memory stays bounded, for what is dropped is mostly freed at once."""
    gc.set_threshold(_UNCOLLECTED, *gc.get_threshold()[1:])


def settle() -> None:
    """Never look again at what has been made until now: for a process whose tables are loaded and that goes on long.

    A full look costs 0.3 s, and the tables are nearly all of what it looks at.
    """
    gc.freeze()


def give_back() -> None:
    """Hand the system what was freed and lies between what lives, where the C library is glibc; elsewhere nothing.

    It keeps some seventy megabytes of it otherwise, after some hundred articles. Takes some milliseconds.
    """
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Any:
    if not sys.platform.startswith("linux"):
        return None
    try:
        return ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError):  # another C library
        return None
