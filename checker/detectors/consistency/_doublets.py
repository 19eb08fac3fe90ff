"""Two right ways to write one word, both in one article: roubles and rubles, per cent and percent."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._surface import flat
from checker.model import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Pair, Rule, Span

_COUNTED = "million"
"""A word that is the other's double only behind a figure: 6 million and 6 mln, but a million people."""


@cache
def _rows() -> tuple[tuple[re.Pattern[str], re.Pattern[str], str, str], ...]:
    return tuple(
        (_compiled(row["one"]), _compiled(row["other"]), row["one"], row["other"]) for row in data.rows("doublets")
    )


def _compiled(form: str) -> re.Pattern[str]:
    word, plural, _ = form.partition("(s)")
    pattern = re.escape(word) + ("s?" if plural else "")
    if word == word.lower():
        pattern = f"[{word[0]}{word[0].upper()}]{pattern[1:]}"
    ahead = r"(?<=\d )" if word == _COUNTED else r"(?<![\w.-])"
    return re.compile(rf"{ahead}{pattern}(?![\w-])")


def doublets(pair: Pair, rule: Rule) -> Iterator[Finding]:
    """CON002 for the rows of which an article has both forms: the rarer one, or the later of two.

    One place is reported: an editor who is told of it replaces the rest in one go.
    """
    if pair.translation.lang not in ("en", ""):
        return
    text = flat(pair.translation.text)
    low = text.lower()
    for one, other, *forms in _rows():
        if any(form.removesuffix("(s)").lower() not in low for form in forms):
            continue  # looking for letters is fast, trying a pattern at each is not
        if not one.search(text) or not other.search(text):
            continue
        sides = [(_places(pair, pattern), form) for pattern, form in zip((one, other), forms, strict=True)]
        (rare, _), (usual, form) = sorted(sides, key=lambda side: (len(side[0]), -side[0][0].start if side[0] else 0))
        if not rare or not usual:
            continue
        right = form.replace("(s)", "")
        span = rare[0]
        message = f'"{span.text}" is written "{right}" elsewhere in the article.'
        suggestion = right + ("s" if "(s)" in form and span.text.endswith("s") else "")
        yield Finding(rule, span, message, rule.severity, 0.85, suggestion=suggestion)


def _places(pair: Pair, pattern: re.Pattern[str]) -> list[Span]:
    """Where a form stands in the sentences of the article."""
    return [
        pair.translation.span(sentence.start + match.start(), sentence.start + match.end())
        for sentence in pair.sentences
        for match in pattern.finditer(flat(sentence.text))
    ]
