"""Fit the weights of checker/detectors/senses/_ambiguity.py on the post-edits of MLQE-PE ru-en train (CC0).

python -m training.senses --data DIR

A post-editor who wrote a word of one sense chose that sense over the others of its row in ambiguous.tsv: a conditional
logistic regression over those choices, each sense by its best rendering, with a ridge of 1 on figures of unit spread.
Prints the constants, and how often the chosen sense leads; every fifth page is kept out of the fit for that.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from checker.detectors.senses._ambiguity import Ambiguity, renderings_in_place
from checker.detectors.senses._surroundings import Surroundings
from checker.model import Alignment, Bead, Document, Pair
from checker.testing import context
from training._sets import FOLDER, lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.senses._ambiguity import Choice

NAMES = ("sentence", "around", "whole", "inside", "cue beside", "cue in sentence", "cue around", "topic", "rare")
ROUNDS = 5
PAGE = 40
"""Sentences of a page that are looked at together."""
_TOKENISED = re.compile(r" (?=[.,;:!?%)\]»])|(?<=[(\[«]) | (?='(?:s|t|re|ve|ll|d|m)\b)")


@dataclass(frozen=True)
class Chosen:
    """One choice: for every sense the figures of its renderings, shape (renderings, 9); the chosen sense first."""

    senses: tuple[np.ndarray, ...]
    held_out: bool


def pages(data: Path) -> Iterator[list[tuple[str, str]]]:
    """Sentences of one page with their post-edits; a proverb has no neighbours."""
    folder = data / FOLDER / "train"
    rows = zip(*(lines(folder / name) for name in ("documents", "src", "pe")), strict=True)
    for page, found in groupby(rows, key=lambda row: row[0]):
        pairs = [(joined(source), joined(edited)) for _, source, edited in found if source and edited]
        step = 1 if "wikiquote" in page else PAGE
        yield from (pairs[first : first + step] for first in range(0, len(pairs), step))


def joined(text: str) -> str:
    """A tokenised line as one would print it."""
    return _TOKENISED.sub("", text.replace(" 't", "'t"))


def pair(rows: Sequence[tuple[str, str]]) -> Pair:
    """Sentences and their translations, each pair a bead."""
    sides = ["\n\n".join(column) for column in zip(*rows, strict=True)]
    source, target = Document("source", "ru", sides[0]), Document("target", "en", sides[1])
    beads = []
    at = [0, 0]
    for left, right in rows:
        spans = source.span(at[0], at[0] + len(left)), target.span(at[1], at[1] + len(right))
        beads.append(Bead((spans[0],), (spans[1],), 80.0))
        at = [at[0] + len(left) + 2, at[1] + len(right) + 2]
    return Pair(target, tuple(bead.target[0] for bead in beads), Alignment(source, target, tuple(beads)))


def chosen(data: Path) -> Iterator[Chosen]:
    """Every choice of the set."""
    known = context("embedded", "embedded")
    encoder, ambiguity = known.encoder(), Ambiguity(known)
    assert encoder is not None
    for number, rows in enumerate(pages(data)):
        read = pair(rows)
        choices = list(ambiguity.choices(read))
        if not choices:
            continue
        around = Surroundings(known, read)
        words = {word for choice in choices for sense in choice.words for word in sense}
        around.learn(encoder, words, {choice.place for choice in choices})
        dear = renderings_in_place(encoder, read, [(choice, choice.words) for choice in choices])
        for choice, there in zip(choices, dear, strict=True):
            yield Chosen(_figures(choice, around, there), number % 5 == 0)


def _figures(choice: Choice, around: Surroundings, there: np.ndarray) -> tuple[np.ndarray, ...]:
    flat = [word for sense in choice.words for word in sense]
    near = around.nearness(choice.place, choice.source, choice.target, flat)
    cues = around.cues(choice.place, choice.source, [(sense.cues, sense.topic) for sense in choice.senses])
    owners = np.repeat(np.arange(len(choice.words)), [len(words) for words in choice.words])
    rare = np.array([float(sense.rare) for sense in choice.senses])[owners, None]
    table = np.hstack([near, there, cues[owners], -rare])
    return tuple(table[owners == number] for number in range(len(choice.words)))


def fit(choices: Sequence[Chosen]) -> np.ndarray:
    """The weights, in the order of NAMES."""
    spread = np.vstack([sense for choice in choices for sense in choice.senses]).std(axis=0)
    weights = 1 / np.maximum(spread, 1e-6)
    for _ in range(ROUNDS):
        best = [[sense[(sense @ weights).argmax()] for sense in choice.senses] for choice in choices]
        leads = np.array([own - other for own, *others in best for other in others]) / np.maximum(spread, 1e-6)
        found = np.zeros(len(weights))
        for _ in range(25):  # Newton's steps of a logistic regression without intercept, ridge 1
            right = 1 / (1 + np.exp(-leads @ found))
            slope = leads.T @ (1 - right) - found
            curve = (leads * (right * (1 - right))[:, None]).T @ leads + np.eye(len(weights))
            found += np.linalg.solve(curve, slope)
        weights = np.maximum(found, 0) / np.maximum(spread, 1e-6)
    return weights


def leading(choices: Sequence[Chosen], weights: np.ndarray) -> float:
    """Share of the choices in which the chosen sense leads."""
    values = [[(sense @ weights).max() for sense in choice.senses] for choice in choices]
    return float(np.mean([own >= max(others) for own, *others in values]))


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    choices = list(chosen(parser.parse_args().data))
    learned = [choice for choice in choices if not choice.held_out]
    kept = [choice for choice in choices if choice.held_out]
    weights = fit(learned)
    without = np.where([name.startswith(("cue", "topic")) for name in NAMES], 0, weights)
    print(f"{len(learned)} choices; of {len(kept)} kept out {leading(kept, weights):.3f} lead, without cues", end=" ")
    print(f"{leading(kept, without):.3f}")
    print(*(f"{name} {weight:.2f}" for name, weight in zip(NAMES, weights, strict=True)), sep="\n")


if __name__ == "__main__":
    main()
