"""The sets of the alignment benchmark: pairs of texts with gold links, intact and damaged with fixed seeds."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from benchmarks._alignment_scorer import Link, parse
from checker import plugins
from checker.model import Document, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

UNSPACED = ("zh", "zh_TW", "ja", "th")
PERTURBED = {"merge": 0.12, "drop": 0.04}
"""Share of the lines of a document that begin a merge (two lines, one in five three), and that one side loses."""


@dataclass(frozen=True)
class Pair:
    """Two texts cut into sentences, and the gold: links, or for books the rungs that must be recovered."""

    source: tuple[Document, tuple[Span, ...]]
    target: tuple[Document, tuple[Span, ...]]
    gold: tuple[Link, ...]
    rungs: tuple[tuple[int, int], ...] = ()


def lines(path: Path) -> list[str]:
    """Lines of a file, cut at line feeds only."""
    text = path.read_bytes().decode("utf-8")
    return text.removesuffix("\n").split("\n")


def document(name: str, lang: str, sentences: Sequence[str], joint: str = "\n") -> tuple[Document, tuple[Span, ...]]:
    """A document whose sentences are given."""
    spans, at = [], 0
    for sentence in sentences:
        spans.append(Span(at, at + len(sentence), sentence))
        at += len(sentence) + len(joint)
    return Document(name, lang.split("_")[0], joint.join(sentences)), tuple(spans)


def pair(source: Sequence[str], target: Sequence[str], gold: Sequence[Link], langs: tuple[str, str]) -> Pair:
    """A pair of sentence lists with its gold."""
    sides = [[text.strip() for text in side] for side in (source, target)]
    return Pair(document("source", langs[0], sides[0]), document("target", langs[1], sides[1]), tuple(gold))


def textberg(data: Path) -> dict[str, list[Pair]]:
    """Text+Berg dev, German to French, and each side against a machine translation of the other."""
    folder, again = data / "alignment" / "textberg-dev", data / "retranslation" / "textberg-dev"
    gold = [parse(line) for line in lines(folder / "gold")]
    german, french = lines(folder / "de"), lines(folder / "fr")
    back = [(target, source) for source, target in gold]
    return {
        "Text+Berg dev de-fr": [pair(german, french, gold, ("de", "fr"))],
        "Text+Berg dev, machine fr - fr": [pair(lines(again / "mt.google.fr"), french, gold, ("fr", "fr"))],
        "Text+Berg dev, machine de - de": [pair(lines(again / "mt.google.de"), german, back, ("de", "de"))],
    }


def karenina(data: Path) -> dict[str, list[Pair]]:
    """Anna Karenina val, whole, and with holes, inserted blocks and swapped passages in the Russian."""
    folder = data / "alignment" / "karenina-val"
    gold = [parse(line) for line in lines(folder / "gold")]
    english, russian = lines(folder / "en"), lines(folder / "ru")
    news = lines(data / "alignment" / "ntrex" / "ru")
    blocks = 6 * len(gold) // 1000
    damages: dict[str, Callable[[random.Random], tuple[list[str], list[Link]]]] = {
        "six holes of ten links per 1,000": lambda rng: _reordered(russian, gold, _holes(len(gold), blocks, rng)),
        "six blocks of ten foreign sentences per 1,000": lambda rng: _inserted(russian, gold, news, blocks, rng),
        "six swaps of five links per 1,000": lambda rng: _reordered(russian, gold, _swaps(len(gold), blocks, rng)),
    }
    sets = {"Anna Karenina val en-ru": [pair(english, russian, gold, ("en", "ru"))]}
    for name, damage in damages.items():
        damaged, links = damage(random.Random(20))
        sets[f"- {name}"] = [pair(english, damaged, links, ("en", "ru"))]
    return sets


def _places(length: int, blocks: int, size: int, rng: random.Random) -> list[int]:
    """Where blocks of `size` links begin: one at random in each of as many equal parts."""
    part = length // blocks
    return [k * part + rng.randrange(1, part - size) for k in range(blocks)]


def _holes(length: int, blocks: int, rng: random.Random) -> list[int]:
    gone = {start + k for start in _places(length, blocks, 10, rng) for k in range(10)}
    return [index for index in range(length) if index not in gone]


def _swaps(length: int, blocks: int, rng: random.Random) -> list[int]:
    order = list(range(length))
    for start in _places(length, blocks, 10, rng):
        order[start : start + 10] = order[start + 5 : start + 10] + order[start : start + 5]
    return order


def _reordered(target: Sequence[str], gold: Sequence[Link], order: Sequence[int]) -> tuple[list[str], list[Link]]:
    """The target with the sentences of the links `order` only, in that order; what lost its target is a null."""
    damaged: list[str] = []
    moved: dict[int, tuple[int, ...]] = {}
    for index in order:
        moved[index] = tuple(range(len(damaged), len(damaged) + len(gold[index][1])))
        damaged += [target[place] for place in gold[index][1]]
    links: list[Link] = []
    for index, (source, old) in enumerate(gold):
        new = moved.get(index, ())
        if source and new:
            links.append((source, new))
        elif not old or index in moved or not new:
            links += [((place,), ()) for place in source] + [((), (place,)) for place in new]
    return damaged, links


def _inserted(
    target: Sequence[str], gold: Sequence[Link], foreign: Sequence[str], blocks: int, rng: random.Random
) -> tuple[list[str], list[Link]]:
    places = {start: 10 * k for k, start in enumerate(_places(len(gold), blocks, 10, rng))}
    damaged: list[str] = []
    links: list[Link] = []
    for index, (source, old) in enumerate(gold):
        if index in places:
            links += [((), (len(damaged) + k,)) for k in range(10)]
            damaged += foreign[places[index] : places[index] + 10]
        links.append((source, tuple(range(len(damaged), len(damaged) + len(old)))))
        damaged += [target[place] for place in old]
    return damaged, links


def perturbed(
    source: Sequence[str], target: Sequence[str], rng: random.Random, joints: tuple[str, str]
) -> tuple[list[str], list[str], list[Link]]:
    """Line-parallel texts with random merges on either side (a split of the other) and random drops."""
    sides: tuple[list[str], list[str]] = ([], [])
    links: list[Link] = []
    at = 0
    while at < len(source):
        chance, count = rng.random(), 1
        keep = (True, True)
        merged = -1
        if chance < PERTURBED["merge"] and at + 1 < len(source):
            count = 3 if rng.random() > 0.8 and at + 2 < len(source) else 2
            merged = rng.randrange(2)
        elif chance < PERTURBED["merge"] + PERTURBED["drop"]:
            keep = (True, False) if rng.random() < 0.5 else (False, True)
        indices = []
        for place, text in enumerate((source, target)):
            some = list(text[at : at + count]) if keep[place] else []
            some = [joints[place].join(some)] if merged == place else some
            indices.append(tuple(range(len(sides[place]), len(sides[place]) + len(some))))
            sides[place].extend(some)
        links.append((indices[0], indices[1]))
        at += count
    return sides[0], sides[1], links


def _documents(path: Path) -> list[tuple[int, int]]:
    found: list[tuple[str, int, int]] = []
    for index, line in enumerate(lines(path)):
        name = line.split("\t")[0]
        if found and found[-1][0] == name:
            found[-1] = (name, found[-1][1], index + 1)
        else:
            found.append((name, index, index + 1))
    return [(start, stop) for _, start, stop in found]


def _parallel(folder: Path, names: tuple[str, str], langs: tuple[str, str], seed: int) -> list[Pair]:
    source, target = lines(folder / names[0]), lines(folder / names[1])
    rng = random.Random(seed)
    joints = ("" if langs[0] in UNSPACED else " ", "" if langs[1] in UNSPACED else " ")
    return [
        pair(*perturbed(source[start:stop], target[start:stop], rng, joints), langs)
        for start, stop in _documents(folder / "documents")
    ]


def ntrex(data: Path, langs: Sequence[str]) -> dict[str, list[Pair]]:
    """NTREX documents, perturbed: Russian to English, then other languages to English on the last 1,186 lines."""
    sets = {"NTREX ru-en, perturbed": _parallel(data / "alignment" / "ntrex", ("ru", "en"), ("ru", "en"), 11)}
    for lang in langs:
        folder = data / "alignment" / "ntrex-languages"
        sets[f"NTREX {lang}-en, perturbed"] = _parallel(folder, (lang, "en"), (lang, "en"), 12)
    return sets


def wmt(data: Path) -> dict[str, list[Pair]]:
    """Two independent English translations of the same Russian news, intact and perturbed."""
    folder = data / "retranslation" / "wmt21-refAB"
    first, second = lines(folder / "refA.en"), lines(folder / "refB.en")
    whole = [
        pair(first[start:stop], second[start:stop], [((k,), (k,)) for k in range(stop - start)], ("en", "en"))
        for start, stop in _documents(folder / "documents")
    ]
    broken = _parallel(folder, ("refA.en", "refB.en"), ("en", "en"), 13)
    return {"WMT21 refA-refB, intact": whole, "WMT21 refA-refB, perturbed": broken}


def articles(parent: Path, names: Sequence[str]) -> dict[str, list[Pair]]:
    """Labelled articles with their paragraphs: original and re-translation against the translation."""
    sets: dict[str, list[Pair]] = {"articles, original": [], "articles, re-translation": []}
    for name in names:
        folder = parent / name
        target = _article(folder, "en", "en")
        for title, stem, lang, table in (
            ("articles, original", "ru", "ru", "beads.tsv"),
            ("articles, re-translation", "retranslation", "en", "beads.retranslation.tsv"),
        ):
            rows = [[int(cell) for cell in line.split("\t")[:4]] for line in lines(folder / table)[1:]]
            gold = tuple((tuple(range(a, b)), tuple(range(c, d))) for a, b, c, d in rows)
            sets[title].append(Pair(_article(folder, stem, lang), target, gold))
    return sets


def _article(folder: Path, stem: str, lang: str) -> tuple[Document, tuple[Span, ...]]:
    text = (folder / f"article.{stem}.txt").read_bytes().decode("utf-8")
    spans, at = [], 0
    for sentence in lines(folder / f"article.{stem}.sentences.txt"):
        start = text.index(sentence, at)
        at = start + len(sentence)
        spans.append(Span(start, at, sentence))
    return Document(stem, lang, text), tuple(spans)


def books(data: Path) -> dict[str, list[Pair]]:
    """Works aligned by paragraph: sentences are found in each paragraph, the paragraph marks hidden."""
    import re

    folder = data / "alignment" / "books"
    split = {lang: plugins.load("languages", lang, None).sentences for lang in ("ru", "en")}
    found = []
    for path in sorted(folder.glob("*.en")):
        sides: tuple[list[str], list[str]] = ([], [])
        rungs = []
        for ours, theirs in zip(lines(path.with_suffix(".ru")), lines(path), strict=True):
            for place, (lang, text) in enumerate((("ru", ours), ("en", theirs))):
                plain = " ".join(re.sub(r"<[^>]*>", " ", text).split())
                sides[place].extend(span.text for span in split[lang](plain))
            rungs.append((len(sides[0]), len(sides[1])))
        whole = pair(sides[0], sides[1], (), ("ru", "en"))
        last = (len(sides[0]), len(sides[1]))
        inner = tuple(dict.fromkeys(rung for rung in rungs if rung not in ((0, 0), last)))
        source = document(path.stem, "ru", [span.text for span in whole.source[1]], " ")
        target = document(path.stem, "en", [span.text for span in whole.target[1]], " ")
        found.append(replace(whole, source=source, target=target, rungs=inner))
    return {"books ru-en, paragraph boundaries": found}


def all_sets(data: Path) -> Iterator[tuple[str, list[Pair]]]:
    """Every set, by name."""
    languages = sorted(
        path.name
        for path in (data / "alignment" / "ntrex-languages").iterdir()
        if path.name not in ("en", "ru", "documents", "LICENSE")
    )
    for sets in (
        textberg(data),
        karenina(data),
        books(data),
        ntrex(data, languages),
        wmt(data),
        articles(data / "articles", ("dev1", "dev2")),
    ):
        yield from sets.items()
