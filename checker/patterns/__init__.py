"""Phrase patterns over tokens: by lemma, with gaps, many at once.

A pattern is words in order; the same language serves source and target:

    word        any inflection of the word (its lemma), or the word as it stands
    =word       this form only; with a capital in it, in this case only (=Head)
    a|b         either; each may carry its own =
    word?       may be missing
    *  *3       any one word; up to three words (a gap never crosses a comma or a full stop)
    {n} {Name}  a number, in figures or a small one in words; a word with a capital
    ^  $        the sentence begins; it ends
    !word       the next word is not this one; as the first element: the word before is not
    ,           a mark stands for itself
    [ ... ]     what is reported, where the rest is only context

Quotation marks in the text are looked through, ё is е. A `Condition` joins patterns: ``a ; b`` is either,
``a & b`` both anywhere in the tokens, ``a &! b`` the first without the second.
"""

from __future__ import annotations

from checker.patterns._index import Condition, Index, condition
from checker.patterns._remembered import Remembered
from checker.patterns._views import QUOTES
from checker.patterns._walks import Match
from checker.patterns._written import Element, Pattern, compiled, plain, plain_word

__all__ = [
    "QUOTES",
    "Condition",
    "Element",
    "Index",
    "Match",
    "Pattern",
    "Remembered",
    "compiled",
    "condition",
    "plain",
    "plain_word",
]
