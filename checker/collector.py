"""How often Python looks for cycles among its objects."""

import gc

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
