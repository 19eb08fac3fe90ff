"""Words that post-editors changed, against what is predicted of them: the table of words in docs/scores.md.

The set's own tokens are judged, marks counted, each by the greatest probability of our tokens that share a letter
with it. The threshold is chosen on dev alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from checker.model import Alignment, Bead, Document, Pair, Span
from checker.prediction.words import doubts
from checker.testing import context
from training._sets import Judged, Tokens, judged
from training._tags import owners, tagged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from checker.prediction.words import Doubt

THRESHOLDS = np.arange(0.1, 0.7, 0.01)


@dataclass(frozen=True)
class Marked:
    """All tokens of some sentences: changed or not, how probably, and whether they are of a proverb."""

    wrong: np.ndarray
    probability: np.ndarray
    proverb: np.ndarray


def marked(gold: Judged, part: slice = slice(None)) -> Marked:
    """What is predicted of the tokens of a split, or of a part of it."""
    chosen = range(len(gold.pairs))[part]
    found = _found([gold.pairs[number] for number in chosen])
    rows = {
        number: [(one.token.start, one.token.stop, one.wrong) for one in row]
        for number, row in zip(chosen, found, strict=True)
    }
    best, tags = worst(gold, rows), tagged(gold, 1)
    return Marked(
        np.concatenate([tags[number] for number in chosen]),
        np.concatenate(best),
        np.concatenate([np.repeat(gold.proverbs[number], len(tags[number])) for number in chosen]),
    )


def worst(gold: Judged, rows: Mapping[int, Sequence[tuple[int, int, float]]]) -> list[np.ndarray]:
    """For the set's own tokens of some sentences the greatest value of what shares a letter with them.

    `rows` has (start, stop, value) in the raw translation, by the number of the sentence.
    """
    places = {number: np.array([one[:2] for one in row], int).reshape(-1, 2) for number, row in rows.items()}
    tokens = placed(len(gold.pairs), places)
    owned = np.split(owners(gold, 1, tokens), np.cumsum(tokens.sizes)[:-1])
    tags = tagged(gold, 1)
    made = []
    for number, row in rows.items():
        best = np.zeros(len(tags[number]))
        for (first, last), (_, _, value) in zip(owned[number], row, strict=True):
            best[first : last + 1] = np.maximum(best[first : last + 1], value)
        made.append(best)
    return made


def placed(count: int, places: dict[int, np.ndarray]) -> Tokens:
    """Places of some sentences, by their number, as tokens of a split of so many sentences."""
    nothing = np.zeros((0, 2), int)
    rows = [places.get(number, nothing) for number in range(count)]
    empty = np.zeros((0, 1))
    return Tokens(empty, empty, empty, np.array([len(row) for row in rows]), np.concatenate(rows))


def _found(pairs: list[tuple[str, str]]) -> list[tuple[Doubt, ...]]:
    where = context("embedded", "embedded")
    made = []
    for source, text in pairs:
        documents = Document("source", "ru", source), Document("translation", "en", text)
        sides = Span(0, len(source), source), Span(0, len(text), text)
        bead = Bead((sides[0],), (sides[1],))
        made += doubts(where, Pair(documents[1], (sides[1],), Alignment(*documents, (bead,))))
    return made


def agreement(wrong: np.ndarray, said: np.ndarray) -> float:
    """Matthews' correlation of two yes-or-no judgements."""
    return float(np.corrcoef(wrong, said)[0, 1]) if said.any() and not said.all() else 0.0


def hits(wrong: np.ndarray, said: np.ndarray) -> tuple[float, float]:
    """Precision and recall of two yes-or-no judgements; 0 where there is nothing to divide by."""
    hit = (wrong & said).sum()
    return float(hit / max(1, said.sum())), float(hit / max(1, wrong.sum()))


def best_threshold(dev: Marked) -> float:
    """The probability above which a word is doubted: the best agreement on dev."""
    return float(max(THRESHOLDS, key=lambda threshold: agreement(dev.wrong, dev.probability > threshold)))


def _row(name: str, made: Marked, inside: np.ndarray, threshold: float) -> str:
    wrong, said = made.wrong[inside], made.probability[inside] > threshold
    precision, recall = hits(wrong, said)
    return (
        f"| {name} | {len(wrong):,} | {100 * wrong.mean():.1f} % | {precision:.2f} | {recall:.2f} | "
        f"{agreement(wrong, said):.3f} |"
    )


def table(data: Path) -> list[str]:
    """Matthews' correlation on dev and test20, whole and Reddit alone, at the threshold that is best on dev."""
    made = {split: marked(judged(data, split)) for split in ("dev", "test20")}
    best = best_threshold(made["dev"])
    rows = [
        f"| threshold {best:.2f} | words | changed | precision | recall | MCC |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for split, words in made.items():
        rows.append(_row(split, words, np.ones(len(words.wrong), bool), best))
        rows.append(_row(f"{split}, Reddit only", words, ~words.proverb, best))
    return rows
