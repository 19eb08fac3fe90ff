"""How often Python looks for cycles among its objects."""

import gc

_UNCOLLECTED = 200_000
"""Objects made before it looks. Tables and tokens live on and stand in no cycles: by the usual threshold a tenth of a
short run, and a twentieth of a long one, goes into looking at them again and again."""


def collect_seldom() -> None:
    """For a process that holds large tables: memory stays bounded, for what is dropped is mostly freed at once."""
    gc.set_threshold(_UNCOLLECTED, *gc.get_threshold()[1:])
