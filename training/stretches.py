"""Fit the weights of checker/detectors/_unsupported.py: ``python -m training.stretches --data DIR``.

From sentence pairs that people wrote or mended (post-edits of MLQE-PE ru-en train without proverbs, CC0; the free
translations of corpora/) a phrase is cut from one side: what it is linked to on the other side has lost its
counterpart. Every run of unlinked words there is right; every run of the pairs as they were is wrong. A logistic
regression with a ridge of 1 on figures of unit spread. Every fourth pair is kept out of the fit for what is printed.
"""

from __future__ import annotations

import argparse
import random
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from checker.detectors._loose import LINKED, NAMES, content, opens, runs
from checker.detectors._unsupported import DEAR, USUAL, figures
from checker.model import Alignment, Bead, Document
from checker.testing import context
from training._sets import FOLDER, lines, own_pairs
from training.senses import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors._loose import Run
    from checker.model import Token
    from checker.protocols import Context

SENTENCES = 5000
"""Pairs of MLQE-PE."""
SEED = 5
CUTS = 2
"""Phrases that are cut from each pair, of different length."""
_LENGTHS = range(8, 46)
"""Words of a translation that is used."""
_LONGEST, _MOST, _SHARE = 12, 8, 0.6
"""Words of a phrase, words of content in it, and its share of those of its side."""
_HELD_OUT = 4
BATCH = 64


@dataclass(frozen=True)
class Example:
    """Figures of a run, which side it stands on, whether it is right, and the pair it comes from."""

    figures: np.ndarray
    added: bool
    right: bool
    pair: int


@dataclass(frozen=True)
class Cut:
    """Places in both texts of a phrase and of its translation."""

    source: tuple[int, int]
    target: tuple[int, int]
    words: int


def pairs(data: Path) -> list[tuple[str, str]]:
    """Sentences and their translations."""
    folder = data / FOLDER / "train"
    rows = zip(*(lines(folder / name) for name in ("documents", "src", "pe")), strict=True)
    read = [(joined(source), joined(edited)) for page, source, edited in rows if "wikiquote" not in page]
    fitting = [(source, target) for source, target in read if source and len(target.split()) in _LENGTHS]
    random.Random(SEED).shuffle(fitting)
    return fitting[:SENTENCES] + list(own_pairs(Path("corpora"))[1])


def bead(source: str, target: str) -> tuple[Alignment, Bead]:
    """A pair as a bead."""
    documents = Document("source", "ru", source), Document("target", "en", target)
    spans = [(document.span(0, len(document.text)),) for document in documents]
    made = Bead(spans[0], spans[1], 80.0)
    return Alignment(*documents, (made,)), made


def phrases(where: Context, pair: Bead) -> list[Cut]:
    """English phrases whose words are all linked to a run of the Russian that is linked to nothing else."""
    sides = [where.tokens(lang, spans[0]) for lang, spans in (("ru", pair.source), ("en", pair.target))]
    places = [{token.start: number for number, token in enumerate(side)} for side in sides]
    there: dict[int, set[int]] = {}
    back: dict[int, set[int]] = {}
    for link in where.links(pair, "ru", "en"):
        if link.strength >= LINKED:
            one, other = places[1][link.target.start], places[0][link.source.start]
            there.setdefault(one, set()).add(other)
            back.setdefault(other, set()).add(one)
    said = [[content(where, lang, token) for token in side] for lang, side in zip(("ru", "en"), sides, strict=True)]
    found = []
    for first in range(len(sides[1])):
        for last in range(first, min(len(sides[1]), first + _LONGEST)):
            held = [number for number in range(first, last + 1) if said[1][number]]
            if not (said[1][last] and _whole(sides[1], first, last) and all(number in there for number in held)):
                continue
            theirs = set().union(*(there[number] for number in held))
            low, high = min(theirs), max(theirs)
            apart = all(
                number in back and back[number] <= set(range(first, last + 1))
                for number in range(low, high + 1)
                if said[0][number]
            )
            if apart and len(held) <= min(_MOST, _SHARE * sum(said[1])):
                low -= low > 0 and opens("ru", sides[0][low - 1])
                found.append(Cut(_between(sides[0], low, high), _between(sides[1], first, last), len(held)))
    return found


def _whole(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether an English run is one word, or begins and ends as a phrase does."""
    if tokens[first].kind == "mark" or first == last:
        return first == last and tokens[first].kind != "mark"
    begun = first == 0 or tokens[first - 1].kind == "mark" or opens("en", tokens[first])
    return begun and (last + 1 == len(tokens) or tokens[last + 1].kind == "mark" or opens("en", tokens[last + 1]))


def _between(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    return tokens[first].start, tokens[last].stop


def without(text: str, place: tuple[int, int]) -> str:
    """A text without a phrase, and without the comma that set it off."""
    left, right = text[: place[0]].rstrip(), text[place[1] :].lstrip()
    if left.endswith(",") and right[:1] in {",", "."}:
        left = left[:-1]
    return (left + ("" if right[:1] in set(",.;:!?)") else " ") + right).strip()


def examples(where: Context, read: Sequence[tuple[str, str]]) -> Iterator[Example]:
    """Runs of the pairs as they are, and of the same with a phrase cut from a side."""
    rng = random.Random(SEED)
    for number, (source, target) in enumerate(read):
        linker = where.linker()
        if linker is not None and number % BATCH == 0:
            linker.begin()
            linker.prepare([bead(*pair)[1] for pair in read[number : number + BATCH]], "ru", "en")
        _, pair = bead(source, target)
        for run, row in _seen(where, source, target):
            yield Example(row, run.added, False, number)
        by_length: dict[int, list[Cut]] = {}
        for cut in phrases(where, pair):
            by_length.setdefault(min(cut.words, 4), []).append(cut)
        for words in rng.sample(sorted(by_length), min(CUTS, len(by_length))):
            cut = rng.choice(by_length[words])
            for run, row in _seen(where, source, without(target, cut.target)):
                if not run.added and run.start < cut.source[1] and cut.source[0] < run.stop:
                    yield Example(row, False, True, number)
            for run, row in _seen(where, without(source, cut.source), target):
                if run.added and run.start < cut.target[1] and cut.target[0] < run.stop:
                    yield Example(row, True, True, number)


def _seen(where: Context, source: str, target: str) -> Iterator[tuple[Run, np.ndarray]]:
    encoder = where.encoder()
    assert encoder is not None
    alignment, pair = bead(source, target)
    found = list(runs(where, alignment, (pair,), USUAL))
    yield from zip(found, figures(encoder, found), strict=True)


def fit(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Weights of the figures as they are, and the intercept."""
    mean, spread = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    table = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])
    ridge = np.diag(np.append(np.ones(rows.shape[1]), 1e-6))
    found = np.zeros(table.shape[1])
    for _ in range(25):  # Newton's steps
        odds = 1 / (1 + np.exp(-table @ found))
        curve = (table * (odds * (1 - odds))[:, None]).T @ table + ridge
        found += np.linalg.solve(curve, table.T @ (right - odds) - ridge @ found)
    weights = found[:-1] / spread
    return np.append(weights, found[-1] - weights @ mean)


def area(values: np.ndarray, right: np.ndarray) -> float:
    """Under the ROC curve."""
    ranks = values.argsort().argsort() + 1
    count = int(right.sum())
    return float((ranks[right].sum() - count * (count + 1) / 2) / (count * (len(right) - count)))


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    read = pairs(parser.parse_args().data)
    made = list(examples(context("embedded", "embedded"), read))
    for added in (False, True):
        side = [one for one in made if one.added == added]
        rows = np.array([one.figures for one in side])
        right = np.array([one.right for one in side])
        kept = np.array([one.pair % _HELD_OUT == 0 for one in side])
        for look, width in (("first", len(NAMES)), ("second", len(NAMES) + len(DEAR))):
            learned = fit(rows[~kept][:, :width], right[~kept])
            values = rows[kept][:, :width] @ learned[:-1] + learned[-1]
            told = area(values, right[kept])
            print(
                f"{'put in' if added else 'left out'}, {look} look: {len(side)} runs, area on those kept out {told:.3f}"
            )
            print(*(f"{weight:.3f}" for weight in learned), sep=", ")


if __name__ == "__main__":
    main()
