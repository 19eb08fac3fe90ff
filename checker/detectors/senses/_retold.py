"""What an independent re-translation says for a word: it knows the sense that nothing in the original's sentence tells.

A row of governed.tsv or misreadings.tsv names English that is wrong for a word in some surroundings, and what English
says there. Where the translation has the one, the re-translation the other, neither has both, and the two mean unlike
things, the re-translation speaks for the second, whatever the surroundings are.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._english_forms import forms
from checker.detectors.senses._sense_table import holds
from checker.patterns import plain
from checker.prediction import fitted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.model import Link, Pair, Token
    from checker.protocols import Context, Encoder

_LINKED = 0.75
"""Strength of a link from which the English word renders the original's."""
_ALIKE = 0.3
"""Cosine of two renderings from which they may be said of one thing: rounds and tours, legs and feet.

Of the words told by it 44 of 46 are defects on thirteen labelled articles with a re-translation, corpora/ among them;
of two good translations, the references of WMT21 ru-en, 0.4 words in a thousand differ so, some of them by an error.
"""
_TABLES = "governed", "misreadings"
_VERBS = ("ть", "ти", "чь", "ться", "тись", "чься")
"""Endings of verbs, which have as many senses as objects."""


@dataclass(frozen=True, slots=True)
class Retold:
    """A word of the original, the English that stands for it, and what the re-translation says."""

    source: Token
    target: Token
    better: tuple[str, ...]


@cache
def _rows(lang: str) -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]]:
    """By a word of the original pairs of English that is wrong in some surroundings, and what is said there.

    English that another row has as right for a verb proves nothing: выходить is to leave as well as to come out.
    """
    table: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in (row for name in _TABLES for row in data.rows(name)):
        if row["lang"] == lang and row["wrong"]:
            for word in row["word"].split("|"):
                table[word].add((row["wrong"], row["right"]))
    found = {}
    for word, rows in table.items():
        said = {one for _, right in rows for one in right.split("|") if word.endswith(_VERBS)}
        pairs = ((tuple(one for one in wrong.split("|") if one not in said), right) for wrong, right in sorted(rows))
        found[word] = tuple((wrong, tuple(right.split("|"))) for wrong, right in pairs if wrong)
    return found


def retold(context: Context, pair: Pair) -> Iterator[Retold]:
    """Words that the re-translation renders in another sense, sentence by sentence; none without an encoder."""
    encoder = fitted(context).encoder()
    if pair.source is None or pair.reference is None or encoder is None:
        return
    langs = pair.source.source.lang, pair.translation.lang
    rows = _rows(langs[0])
    for bead, reference in zip(pair.beads, pair.reference_texts, strict=True):
        if not rows or not reference or not bead.source or not bead.target:
            continue
        theirs = reference, {form for token in context.language(langs[1]).words(reference) for form in forms(token)}
        tokens = [token for span in bead.target for token in context.tokens(langs[1], span)]
        ours = " ".join(span.text for span in bead.target), {form for token in tokens for form in forms(token)}
        for link in context.links(bead, *langs):
            said = _said(link, rows, ours, theirs) if link.strength >= _LINKED else ()
            if said and not alike(encoder, link.target, said):
                yield Retold(link.source, link.target, said)


def _said(
    link: Link,
    rows: Mapping[str, Sequence[tuple[tuple[str, ...], tuple[str, ...]]]],
    ours: tuple[str, set[str]],
    theirs: tuple[str, set[str]],
) -> tuple[str, ...]:
    """What the re-translation says for a word whose English some row calls wrong; () where it may say the same.

    `ours` and `theirs` are the translation's sentence and the re-translation's, each with its words.
    """
    named = {plain(link.source.lemma), plain(link.source.text)}
    for wrong, right in (row for word in sorted(named) for row in rows.get(word, ())):
        if set(forms(link.target)).isdisjoint(wrong) or holds(*theirs, wrong) or holds(*ours, right):
            continue
        said = tuple(word for word in right if holds(*theirs, (word,)))
        if said:
            return said
    return ()


def alike(encoder: Encoder, word: Token, said: Sequence[str]) -> bool:
    """Whether a word and what is said in its place are near each other out of context."""
    vectors = encoder.words([word.lemma, word.text.lower(), *said])
    return bool((vectors[:2] @ vectors[2:].T).max() >= _ALIKE)
