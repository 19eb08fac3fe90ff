"""What was tried to find garbled phrases by likelihood: the tables of "Tried for GAR003" in docs/evaluation.md.

python -m benchmarks.garble --data DIR --text FOLDER [--articles FOLDER ...] [--output docs/evaluation.md]

FOLDER of --text holds free English text as *.txt, from which the n-gram models are counted. A phrase is two words of
content that stand together and are linked to two words of the original. Each attempt is a logistic regression over
the figures named, learned on the Reddit part of MLQE-PE train (bad: both words were changed by the post-editor), and
is held against labelled articles at the threshold that leaves so many alarms on newstest2021's two human translations.
With the package pocketsphinx at hand its model of spoken English is compared too; the project does not use it.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks._grams import Classes, Trigrams, sentences
from benchmarks._page import write
from benchmarks._phrases import Phrase, Phrases
from benchmarks.fidelity import area, document
from benchmarks.words import placed
from checker.assembly import build
from checker.config import Config
from checker.detectors.garble._salad import salad
from checker.evaluation import read_folder
from checker.model import Article, Severity
from checker.testing import context
from training._english import logistic
from training._sets import judged, lines
from training._tags import owners, tagged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.pipeline import Pipeline

ROOT = Path(__file__).parents[1]
ATTEMPTS = {
    "own trigrams": ("own",),
    "pocketsphinx's trigrams": ("spoken",),
    "likeness of the sentences": ("cosine",),
    "word doubts": ("doubt",),
    "collocation: the phrase against its words, in both languages": ("phrase", "apart", "together", "whole", "literal"),
    "another word for the original's, by likeness": ("nearer", "literal"),
    "another word, by likeness and own trigrams": ("nearer", "literal", "likelier", "own"),
    "all of them": ("own", "cosine", "doubt", "phrase", "apart", "together", "whole", "literal", "nearer", "likelier"),
}
RATES = (0.1, 0.5)
"""Alarms in 1,000 words of clean text."""


def _joined(rows: Sequence[tuple[str, str]], size: int = 100) -> Iterator[Article]:
    for first in range(0, len(rows), size):
        part = rows[first : first + size]
        yield Article(document([b for _, b in part], "en"), document([a for a, _ in part], "ru"), paired=True)


def learned(phrases: Phrases, pipeline: Pipeline, data: Path, count: int) -> list[Phrase]:
    """Phrases of post-edited sentences; those of which one word was changed are left out."""
    gold = judged(data, "train")
    numbers = [number for number in range(len(gold.pairs)) if not gold.proverbs[number]][:count]
    rows: dict[int, list[Phrase]] = {}
    places: dict[int, list[tuple[int, int]]] = {}
    for first in range(0, count, 100):
        some = numbers[first : first + 100]
        pair = pipeline.pair(next(_joined([gold.pairs[number] for number in some])))
        starts = np.array([span.start for span in pair.sentences])
        for phrase in phrases.of(pair):
            place = int(np.searchsorted(starts, phrase.start, side="right")) - 1
            rows.setdefault(some[place], []).append(phrase)
            spots = [(one - starts[place], two - starts[place]) for one, two in phrase.words]
            places.setdefault(some[place], []).extend(spots)
    tokens = placed(len(gold.pairs), {number: np.array(spots) for number, spots in places.items()})
    owned = np.split(owners(gold, 1, tokens), np.cumsum(tokens.sizes)[:-1])
    made, tags = [], tagged(gold, 1)
    for number, held in rows.items():
        changed = [bool(tags[number][first : last + 1].any()) for first, last in owned[number]]
        for phrase, one, two in zip(held, changed[::2], changed[1::2], strict=True):
            phrase.bad = one
            made += [phrase] if one == two else []
    return made


def labelled(phrases: Phrases, pipeline: Pipeline, folders: Sequence[Path]) -> list[Phrase]:
    """Phrases of labelled articles with an original."""
    made = []
    for article in (article for folder in folders for article in read_folder(folder)):
        if article.article.source is None:
            continue
        pair = pipeline.pair(Article(article.article.translation, article.article.source))
        spans = [one.span for one in pipeline.detect(pair) if one.severity is not Severity.NEUTRAL]
        for phrase in phrases.of(pair):
            span = pair.translation.span(phrase.start, phrase.stop)
            hits = [gold.sure for gold in article.gold if not gold.on_source and gold.span.overlaps(span)]
            phrase.bad = True if any(hits) else None if hits else False
            phrase.found = any(span.overlaps(other) for other in spans)
            made.append(phrase)
    return made


def clean(phrases: Phrases, pipeline: Pipeline, data: Path) -> tuple[list[Phrase], int]:
    """Phrases of both human translations of newstest2021, and their words."""
    folder, made, words = data / "retranslation" / "wmt21-refAB", [], 0
    for name in ("refA.en", "refB.en"):
        rows = zip(lines(folder / "ru"), lines(folder / name), strict=True)
        for article in _joined([row for row in rows if all(row)]):
            made += phrases.of(pipeline.pair(article))
            words += len(article.translation.text.split())
    return made, words


def attempts(given: argparse.Namespace, own: Trigrams) -> Iterator[str]:
    """What each attempt finds in the labelled articles at the rates of alarms."""
    phrases, pipeline = Phrases(own), build(Config(source_lang="ru", target_lang="en", scorers=("similarity",)))
    seen = learned(phrases, pipeline, given.data, given.count)
    articles = labelled(phrases, pipeline, (ROOT / "corpora", *given.articles))
    good, words = clean(phrases, pipeline, given.data)
    sure = [phrase for phrase in articles if phrase.bad is not None]
    bad = sum(bool(phrase.bad) for phrase in sure)
    yield f"{len(sure):,} phrases of labelled articles, {bad} with a sure defect; {len(good):,} of {words:,} clean"
    yield f"words; learned on {len(seen):,}, of which {sum(bool(one.bad) for one in seen)} were changed."
    yield ""
    heads = " | ".join(f"{rate} in 1,000: right | wrong | new" for rate in RATES)
    yield f"| attempt | AUC, defects against clean text | {heads} |"
    yield "| --- " * (2 + 3 * len(RATES)) + "|"
    for name, figures in ATTEMPTS.items():
        if phrases.spoken.model is None and "spoken" in figures:
            continue
        values = _judged(seen, figures, (sure, good))
        cells = [f"{_area(values, sure):.2f}"]
        for rate in RATES:
            limit = np.sort(values[1])[::-1][int(rate * words / 1000)]
            said = [phrase for phrase, value in zip(sure, values[0], strict=True) if value > limit]
            right = [phrase for phrase in said if phrase.bad]
            cells += [str(len(right)), str(len(said) - len(right)), str(sum(not phrase.found for phrase in right))]
        yield f"| {name} | " + " | ".join(cells) + " |"


def _judged(seen: Sequence[Phrase], names: Sequence[str], sets: tuple[Sequence[Phrase], ...]) -> tuple[np.ndarray, ...]:
    """The log odds of being bad, for every phrase of some sets."""
    rows = [np.array([[phrase.figures[name] for name in names] for phrase in some]) for some in (seen, *sets)]
    mean, spread = rows[0].mean(axis=0), rows[0].std(axis=0) + 1e-9
    scaled = [(row - mean) / spread for row in rows]
    weights = logistic(scaled[0], np.array([float(bool(phrase.bad)) for phrase in seen]))
    return tuple(row @ weights[:-1] + weights[-1] for row in scaled[1:])


def _area(values: tuple[np.ndarray, ...], sure: Sequence[Phrase]) -> float:
    wrong = values[0][[bool(phrase.bad) for phrase in sure]]
    both = np.concatenate([wrong, values[1]])
    return area(-both, np.arange(len(both)) < len(wrong))


def grammar(given: argparse.Namespace, classes: Classes) -> Iterator[str]:
    """Words of grammar: the lists that are in use, and pairs that were met less often than expected."""
    year = [line for line in lines(given.data / "mt/ru-en/wmt17.en") if len(line.split()) > 7][:800]
    chance = random.Random(2)
    swapped = [_swapped(line, chance) for line in year]
    news = [line for line in lines(given.data / "alignment/ntrex/en") if line]
    people = [line for year in (13, 14) for line in lines(given.data / f"mt/ru-en/wmt{year}.en") if line]
    english = context().language("en")

    def listed(text: str) -> int:
        return sum(len(list(salad(english.words(span.text)))) for span in english.sentences(text))

    yield "| words of grammar | exchanged neighbours found | native news: in 1,000 words | people's translations |"
    yield "| --- | --- | --- | --- |"
    ways = {"lists, in use": listed}
    for least in (6.0, 5.0, 4.0):
        ways[f"pairs of classes, e^{least:.0f} times too rare"] = lambda text, least=least: len(
            classes.odd(text, least)
        )
    for name, way in ways.items():
        found = np.mean([way(text) > 0 for text in swapped])
        rates = [1000 * sum(map(way, texts)) / sum(len(text.split()) for text in texts) for texts in (news, people)]
        yield f"| {name} | {found:.2f} | " + " | ".join(f"{rate:.2f}" for rate in rates) + " |"


def _swapped(line: str, chance: random.Random) -> str:
    words = line.split()
    place = chance.randrange(1, len(words) - 2)
    words[place : place + 2] = words[place : place + 2][::-1]
    return " ".join(words)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--text", type=Path, required=True)
    parser.add_argument("--articles", type=Path, nargs="*", default=[])
    parser.add_argument("--count", type=int, default=1500, help="sentences that are learned from")
    parser.add_argument("--output", type=Path)
    given = parser.parse_args()
    rows = [*grammar(given, Classes(sentences(given.text))), ""]
    print("\n".join(rows), flush=True)
    rows += attempts(given, Trigrams(sentences(given.text)))
    print("\n".join(rows))
    if given.output:
        write(given.output, "garble", rows)


if __name__ == "__main__":
    main()
