"""Stretches of words that nothing on the other side of a bead carries.

Two logistic regressions over a run of unlinked words: a first look at what is measured without a sentence to encode
(_loose.py), and for the few that it leaves a second one, which knows how near the sides are with the run and without.
Learned by ``python -m training.stretches --data DIR`` from post-edited sentences (MLQE-PE ru-en train, CC0) and our own
free translations, from one side of which a phrase was cut that is linked on the other: runs where it stood are right,
runs of the sentences as they were are not. On sentences kept out the area under the ROC curve of the second look is
0.90 for what is left out and 0.92 for what is put in, of the first 0.85 and 0.88.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from checker.detectors._cues import bead_text, cues
from checker.detectors._loose import NAMES, runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from checker.detectors._loose import Run
    from checker.model import Alignment, Bead, Span
    from checker.protocols import Context, Encoder

    Floats = NDArray[np.float64]

DEAR = ("likeness", "likeness alone", "gain", "gain a word")
"""Figures of the second look, after those of the first: cosines of the run's side and of the run alone to the other
side, by how much the side is nearer without the run, and that for each of its words."""
# In the order of _loose.NAMES and DEAR, the intercept last: of words left out and of words put in.
_FIRST = (
    np.array([
        -0.264, -1.405, 1.184, 2.148, -2.862, -0.560, 0.849, -0.043, 0.402, -4.742, 0.616, 0.666, -0.185,
        1.836, 5.057,
    ]),
    np.array([
        0.993, -0.146, -0.210, 0.382, -2.191, -0.571, 0.557, 0.131, 0.433, -1.920, 0.683, 0.891, -0.637,
        2.268, 2.721,
    ]),
)  # fmt: skip
_SECOND = (
    np.array([
        -0.564, -1.509, 1.204, 2.009, -2.804, -0.578, 0.824, 0.242, 0.254, -1.054, 0.624, 0.443, -0.143,
        2.618, -4.462, 4.526, 10.004, 22.907, 4.956,
    ]),
    np.array([
        0.800, -0.101, -0.362, 0.575, -2.362, -0.529, 0.438, 0.284, 0.319, -1.034, 0.712, 0.712, -0.459,
        2.870, 0.553, 3.277, 14.551, 15.348, 0.234,
    ]),
)  # fmt: skip
_GLANCE = 1.4
"""Log-odds at the first look from which there is a second."""
_TOLD = 3.0
"""Log-odds at the second look from which a run is told; training has three right ones to a wrong one, articles have
not."""
_LONE = 0.5
"""By how much more where it is one word: that may be said by the words around it."""
_FREE = 2.0
"""By how much more where a person has retold the article, and for other languages than those of the training set."""
_LITERAL, _RANGE = 0.88, 0.12
"""Literalness of an article from which nothing more is wanted, and by how much it falls until all of that is."""
_JOINED = 1.5
"""By how much less a run needs beside one that is told, but for a mark."""
_FEWEST_LEFT = 3
"""Words of content that must be left of a side: a short one may be said in one word that is linked to nothing."""
USUAL = 1.14
"""Letters of English for a letter of Russian where an article is too short to tell: the median of those in corpora."""
_SPEAKER = re.compile(r"[»”\"!?,.…]\s*[—–-]\s*$")
"""Before the words that say who has spoken."""
_OPEN, _CLOSED = ("«", "“", '"'), ("»", "”", '"')
_SAYING = frozenset({"said", "says", "added", "told", "noted", "explained", "continued", "recalled", "replied"})
"""Verbs that an author puts in to vary or to repeat who speaks."""
_LINKING = frozenset(
    phrase
    for line in (
        "meanwhile, however, moreover, in turn, in addition, in fact, of course, for example, on the other hand",
        "on the contrary, at the same time, as it happens, by the way, in other words, after all, for one thing",
    )
    for phrase in line.split(", ")
)
"""What a particle (же, ведь) or the order of words says in Russian."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that nothing carries."""

    span: Span
    words: int
    """Of content."""
    place: int
    """In the translation: where the words should stand, or where they stand."""
    added: bool
    confidence: float


def stretches(
    context: Context, alignment: Alignment, beads: Sequence[Bead], encoder: Encoder, ratio: float, close: float
) -> Iterator[Stretch]:
    """Unsupported stretches of both sides of some beads.

    `ratio` is the usual length of the target for the source's, 0 where it is unknown; `close`: how literal the article
    is, 0-1.
    """
    known = (alignment.source.lang, alignment.target.lang) == ("ru", "en")
    ratio = ratio or (USUAL if known else 0.0)
    if not ratio:
        return
    found = list(runs(context, alignment, beads, ratio))
    glanced = [run for run, lead in zip(found, first_look(found), strict=True) if lead > _GLANCE]
    fitting = [run for run in glanced if run.rest >= _FEWEST_LEFT and not _known_otherwise(run)]
    more = _FREE * min(1.0, max(0.0, _LITERAL - close) / _RANGE) if known else _FREE
    looked = zip(fitting, second_look(encoder, fitting), strict=True)
    leads = [(run, lead - _TOLD - _LONE * (run.words == 1) - more) for run, lead in looked]
    groups = [group for group in _groups(leads) if max(lead for _, lead in group) > 0]
    elsewhere = _said_beside(encoder, beads, [group[0][0] for group in groups])
    yield from (_stretch(group) for group, moved in zip(groups, elsewhere, strict=True) if not moved)


def first_look(found: Sequence[Run]) -> list[float]:
    """Log-odds that nothing carries each run, before a sentence is encoded for it."""
    return _odds(found, np.array([run.figures for run in found]), _FIRST)


def second_look(encoder: Encoder, found: Sequence[Run]) -> list[float]:
    """The same with what the encoder says of the sentence."""
    return _odds(found, figures(encoder, found), _SECOND)


def _odds(found: Sequence[Run], rows: Floats, weights: tuple[Floats, Floats]) -> list[float]:
    if not found:
        return []
    sides = [rows @ side[:-1] + side[-1] for side in weights]
    return [float(sides[run.added][number]) for number, run in enumerate(found)]


def figures(encoder: Encoder, found: Sequence[Run]) -> Floats:
    """Figures of both looks, shape (runs, 18)."""
    if not found:
        return np.zeros((0, len(NAMES) + len(DEAR)), np.float32)
    texts = [text for run in found for text in (*_sides(run), run.text)]
    whole, other, rest, alone = np.moveaxis(encoder.encode(texts).reshape(len(found), 4, -1), 1, 0)
    likeness, there, without = (np.einsum("ij,ij->i", side, other) for side in (whole, alone, rest))
    gain = without - likeness
    words = np.array([run.words for run in found])
    return np.column_stack([[run.figures for run in found], likeness, there, gain, gain / words])


def _sides(run: Run) -> tuple[str, str, str]:
    """The run's side, the other one, and the run's without it."""
    own, other = (run.bead.target, run.bead.source) if run.added else (run.bead.source, run.bead.target)
    text = bead_text(own)
    return text, bead_text(other), " ".join(text.replace(run.text, " ", 1).split())


def _known_otherwise(run: Run) -> bool:
    """Whether other rules know better: names, for a pronoun may stand for them; numbers; acronyms; who says so."""
    if "word" not in run.kinds or run.acronym or _titled(run):
        return True
    if run.added:
        return not run.whole or run.text.lower() in _LINKING or (run.words == 1 and run.text.split()[-1] in _SAYING)
    sentence = next(span for span in run.bead.source if span.start <= run.start < span.stop)
    before = sentence.text[: run.start - sentence.start]
    return _SPEAKER.search(before) is not None or cues("hedges", "ru").has(f"{run.text}, что")


def _titled(run: Run) -> bool:
    """Whether a run is a name in quotation marks: of a newspaper that "its journalist" may stand for."""
    document = run.alignment.target if run.added else run.alignment.source
    before, after = document.text[run.start - 1 : run.start], document.text[run.stop : run.stop + 1]
    return before in _OPEN and after in _CLOSED and run.text[:1].isupper()


def _groups(looked: Sequence[tuple[Run, float]]) -> Iterator[list[tuple[Run, float]]]:
    """Runs that only marks stand between, of those that are told or nearly so."""
    group: list[tuple[Run, float]] = []
    for run, lead in looked:
        if lead <= -_JOINED:
            continue
        if group and not _beside(group[-1][0], run):
            yield group
            group = []
        group.append((run, lead))
    if group:
        yield group


def _beside(one: Run, other: Run) -> bool:
    if one.bead is not other.bead or one.added != other.added:
        return False
    document = one.alignment.target if one.added else one.alignment.source
    return not any(letter.isalnum() for letter in document.text[one.stop : other.start])


def _said_beside(encoder: Encoder, beads: Sequence[Bead], found: Sequence[Run]) -> Iterator[bool]:
    """Whether the counterpart of a neighbouring bead is nearer to it with the run than without."""
    numbers = {id(bead): number for number, bead in enumerate(beads)}
    asked = [
        (beads[near], run)
        for run in found
        for near in (numbers[id(run.bead)] - 1, numbers[id(run.bead)] + 1)
        if 0 <= near < len(beads)
    ]
    texts = []
    for bead, run in asked:
        own, other = (bead.target, bead.source) if run.added else (bead.source, bead.target)
        texts += [bead_text(own), f"{bead_text(own)} {run.text}", bead_text(other)]
    vectors = iter(encoder.encode(texts)) if texts else iter(())
    moved = set()
    for _, run in asked:
        alone, joined, there = islice(vectors, 3)
        if float(joined @ there - alone @ there) > 0:
            moved.add(id(run))
    yield from (id(run) in moved for run in found)


def _stretch(group: Sequence[tuple[Run, float]]) -> Stretch:
    """Runs as one stretch."""
    first, last = group[0][0], group[-1][0]
    document = first.alignment.target if first.added else first.alignment.source
    lead = max(lead for _, lead in group)
    confidence = round(min(0.9, 0.6 + 0.1 * lead), 2)
    words = sum(run.words for run, _ in group)
    return Stretch(document.span(first.start, last.stop), words, first.place, first.added, confidence)
