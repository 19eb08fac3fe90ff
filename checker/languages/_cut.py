"""A place where a sentence may end, and what the rules of splitting may ask about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.languages._profile import Profile

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
WINDOW = 60
"""Characters looked at on either side: every rule takes the same time wherever it is asked."""

_OPENERS = "\"'«“„‘‚([{‹「『【〈《（［¿¡*_"
_DASHES = "—–―-"


@dataclass(frozen=True)
class Cut:
    """A place where a sentence may end, with what stands around it."""

    text: str
    begin: int
    """Start of the sentence that would end here."""
    start: int
    """Start of the mark."""
    stop: int
    """End of the mark with the closing quotes and brackets after it."""
    end: int
    """End of the paragraph."""
    marks: str
    closers: str
    profile: Profile

    @cached_property
    def after(self) -> int:
        """Offset of the next character that is not white space, or `end`."""
        place = self.stop
        while place < self.end and self.text[place].isspace():
            place += 1
        return place

    @cached_property
    def spaced(self) -> bool:
        """Whether white space (or nothing) follows."""
        return self.after > self.stop or self.after == self.end

    @cached_property
    def head(self) -> int:
        """Offset of the next character that is no white space, opening mark or dash."""
        place, limit = self.after, min(self.end, self.after + WINDOW)
        while place < limit and (self.text[place].isspace() or self.text[place] in _OPENERS + _DASHES):
            place += 1
        return place

    @cached_property
    def first(self) -> str:
        """The character at `head`, or ""."""
        return self.text[self.head : self.head + 1] if self.head < self.end else ""

    @cached_property
    def word(self) -> str:
        """The word at `head`, or ""."""
        found = WORD.match(self.text, self.head, min(self.end, self.head + WINDOW))
        return found.group() if found else ""

    @cached_property
    def dash(self) -> bool:
        """Whether a dash follows."""
        return self.after < self.end and self.text[self.after] in _DASHES

    @cached_property
    def left(self) -> str:
        """The token before the mark: ``Mr``, ``U.S``, ``т.д`` (also for ``т. д``); "" for a part like ``/с``."""
        place, limit = self.start, max(self.begin, self.start - WINDOW)
        while place > limit and (self.text[place - 1].isalnum() or self.text[place - 1] in ".-'’"):
            place -= 1
        token = self.text[place : self.start].lstrip("'’-.")
        before = self.text[max(self.begin, place - 3) : place]
        if before[-1:] in ("/", "°", "№", "$", "€"):
            return ""
        if len(token) == 1 and len(before) == 3 and before[0].isalpha() and before[1] == "." and before[2].isspace():
            return f"{before[0]}.{token}"
        return token

    def is_one_of(self, abbreviations: frozenset[str]) -> bool:
        """Whether the token before the mark is listed; an entry with a capital is listed with it alone."""
        if len(self.left) == 1:
            return self.left in abbreviations
        forms = (self.left, self.left.lower(), self.left.capitalize() if self.left.isupper() else self.left)
        return not abbreviations.isdisjoint(forms)

    @cached_property
    def counted(self) -> bool:
        """Whether a number stands before the token before the mark: "10 см."."""
        before = self.text[max(self.begin, self.start - len(self.left) - 8) : self.start - len(self.left)].rstrip()
        return before[-1:].isdigit()

    @cached_property
    def starts(self) -> bool:
        """Whether the next word is one that begins sentences, and no initial."""
        if self.word.lower() not in self.profile.starters or not self.first.isupper():
            return False
        follows = self.head + len(self.word)
        return not (len(self.word) == 1 and self.text[follows : follows + 1] == ".")

    @cached_property
    def previous(self) -> str:
        """The word before the token before the mark, lower-cased."""
        found = WORD.findall(self.text[max(self.begin, self.start - WINDOW) : self.start])
        return found[-2].lower() if len(found) > 1 else ""

    @property
    def so_far(self) -> str:
        """At most the first hundred characters of what would be the sentence, the mark left out."""
        return self.text[self.begin : min(self.start, self.begin + 100)]
