"""Words in another sense, found where they were put: ``python -m benchmarks.senses --data DIR [--output PAGE]``.

Translations by people (NTREX with its Russian, translator A of newstest2021) have hardly a word in a wrong sense. A
word that stands for one sense of a row of ambiguous.tsv counts as right there: a finding on it is an alarm. Then in
each sentence one such word makes room for the first rendering of another of its senses: a finding on that is right.
The random numbers have a seed, so a run can be repeated.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks._page import write
from benchmarks.rules import documents
from checker.assembly import build
from checker.config import Config
from checker.detectors.senses._ambiguity import Ambiguity
from checker.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.detectors.senses._ambiguity import Choice
    from checker.model import Article, Finding, Token
    from checker.pipeline import Pipeline

SETS = {
    "NTREX, with its original": ("alignment/ntrex/en", "alignment/ntrex/ru", "alignment/ntrex/documents"),
    "newstest2021, translator A": (
        "retranslation/wmt21-refAB/refA.en",
        "retranslation/wmt21-refAB/ru",
        "retranslation/wmt21-refAB/documents",
    ),
}
SEED = 3


def like(word: str, token: Token) -> str:
    """A lemma in the form of the word that it stands for, as far as an ending tells it."""
    text, stem = token.text, word.removesuffix("e")
    if " " in word or text.lower() == token.lemma.lower():
        made = word
    elif text.endswith("ing"):
        made = stem + "ing"
    elif text.endswith("ed"):
        made = stem + "ed"
    else:
        made = word + "s" if text.endswith("s") else word
    return made.capitalize() if text[:1].isupper() else made


def spoiled(article: Article, choices: Sequence[Choice], rng: random.Random) -> tuple[Article, dict[Span, bool]]:
    """The article with a word of another sense in each sentence; their places, and whether a sense is a rare one."""
    by_bead: dict[int, list[Choice]] = {}
    for choice in choices:
        by_bead.setdefault(choice.place, []).append(choice)
    text, made, at = article.translation.text, "", 0
    places = {}
    for held in sorted((rng.choice(held) for held in by_bead.values()), key=lambda choice: choice.target.start):
        own, *others = held.senses
        other = rng.choice(others)
        word = like(other.renderings[0], held.target)
        made += text[at : held.target.start]
        places[Span(len(made), len(made) + len(word), word)] = own.rare or other.rare
        made, at = made + word, held.target.stop
    return replace(article, translation=replace(article.translation, text=made + text[at:])), places


def on(findings: Sequence[Finding], start: int, stop: int) -> bool:
    """Whether a finding lies on a place."""
    return any(finding.span.start < stop and start < finding.span.stop for finding in findings)


def measured(pipeline: Pipeline, ambiguity: Ambiguity, articles: Iterator[Article], rng: random.Random) -> Counter[str]:
    """What is counted of the articles of a set."""
    told: Counter[str] = Counter()
    for article in articles:
        pair = pipeline.pair(article)
        findings = pipeline.detect(pair)
        choices = list({choice.target.start: choice for choice in ambiguity.choices(pair)}.values())
        told["words"] += len(article.translation.text.split())
        told["choices"] += len(choices)
        told["alarms"] += sum(on(findings, choice.target.start, choice.target.stop) for choice in choices)
        wrong, places = spoiled(article, choices, rng)
        findings = pipeline.detect(pipeline.pair(wrong))
        for span, rare in places.items():
            kind = "rare" if rare else "usual"
            told[kind] += 1
            told[f"{kind} found"] += on(findings, span.start, span.stop)
    return told


def main() -> None:
    """Measure, print, and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path, help="page with the marks of the table")
    asked = parser.parse_args()
    pipeline = build(Config(source_lang="ru", target_lang="en", scorers=("similarity",), detectors=("senses",)))
    ambiguity = Ambiguity(pipeline.context)
    rows = [
        "| translation | words | in a sense of the table | alarms on them | another usual sense put in | found "
        "| a sense hardly ever meant | found |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name, files in SETS.items():
        told = measured(pipeline, ambiguity, documents(*(asked.data / file for file in files)), random.Random(SEED))
        shares = (told[f"{kind} found"] / max(told[kind], 1) for kind in ("usual", "rare"))
        usual, rare = (f"{share:.2f}" for share in shares)
        figures = told["words"], told["choices"], told["alarms"], told["usual"], usual, told["rare"], rare
        rows.append("| " + " | ".join([name, *(f"{one:,}" if isinstance(one, int) else one for one in figures)]) + " |")
        print(rows[-1], flush=True)
    if asked.output:
        write(asked.output, "senses", rows)


if __name__ == "__main__":
    main()
