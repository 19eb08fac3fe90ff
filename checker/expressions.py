"""Regular expressions that are compiled when they are first asked.

Compiling those of all tables took a quarter of the processor time of one short run, and an article needs few of them.
"""

from __future__ import annotations

import re


class Late:
    """A pattern; `ready` is its compiled form."""

    __slots__ = ("_made", "flags", "source")

    def __init__(self, source: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.source, self.flags = source, flags
        self._made: re.Pattern[str] | None = None

    @property
    def ready(self) -> re.Pattern[str]:
        """Compiled now, if it was not before."""
        if self._made is None:
            self._made = re.compile(self.source, self.flags)
        return self._made
