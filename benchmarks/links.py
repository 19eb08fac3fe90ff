"""Word links: precision, recall and F1 on the labelled pairs of tests/links, and agreement with other links.

python benchmarks/links.py                    our labelled pairs, and the time for an article
python benchmarks/links.py --data FOLDER      and agreement with the machine-made links of MLQE-PE (a peer, not gold)
python benchmarks/links.py --fit              the coefficients, by logistic regression: between words of content on
                                                  the pairs marked "tune", between others on MLQE-PE train
"""

from __future__ import annotations

import argparse
import re
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from checker import plugins, testing
from checker.linkers._closed import closed
from checker.linkers._evidence import NAMES, Side, figures
from checker.linkers.embedded import _CONTENT as CONTENT
from checker.model import Bead, Span

GOLD = Path(__file__).parents[1] / "tests" / "links" / "ru-en.tsv"
_LINK = re.compile(r"(.+?)(?::(\d+))?([=~])(.+?)(?::(\d+))?")


@dataclass(frozen=True)
class Pair:
    """A labelled sentence pair: links between offsets of words; the value says whether it is sure."""

    name: str
    part: str
    bead: Bead
    links: dict[tuple[int, int], bool]


def read(path: Path = GOLD) -> list[Pair]:
    """The labelled pairs."""
    where = testing.context()
    lines = [line.split("\t") for line in path.read_text("utf-8").split("\n") if line and line[0] != "#"]
    pairs = []
    for name, part, source, target, links in lines[1:]:
        places = []
        for lang, text in (("ru", source), ("en", target)):
            words: dict[str, list[int]] = {}
            for token in where.language(lang).words(text):
                words.setdefault(token.text, []).append(token.start)
            places.append(words)
        gold = {}
        for link in links.split(" "):
            one, first, sign, other, second = _LINK.fullmatch(link).groups()
            at = places[0][one][int(first or 1) - 1], places[1][other][int(second or 1) - 1]
            gold[at] = sign == "="
        bead = Bead((Span(0, len(source), source),), (Span(0, len(target), target),))
        pairs.append(Pair(name, part, bead, gold))
    return pairs


def judged(pair: Pair, links) -> tuple[int, int, int]:
    """Right, given and wanted links between words of content; possible ones count in none of the three."""
    given = {(link.source.start, link.target.start) for link in links if of_content(link)}
    given = {at for at in given if pair.links.get(at, True)}
    wanted = {at for at, sure in pair.links.items() if sure}
    return len(given & wanted), len(given), len(wanted)


def of_content(link) -> bool:
    """Whether a link joins more than two words of closed classes."""
    return not (closed(link.source, "ru") and closed(link.target, "en"))


def rates(counts) -> tuple[float, float, float]:
    """Precision, recall, F1 from summed counts."""
    right, given, wanted = np.sum(list(counts), axis=0)
    return right / max(given, 1), right / max(wanted, 1), 2 * right / max(given + wanted, 1)


def table(linker, pairs: list[Pair]) -> None:
    for part in ("tune", "check"):
        chosen = [pair for pair in pairs if pair.part == part]
        found = {pair.name: linker.link(pair.bead, "ru", "en") for pair in chosen}
        precision, recall, f1 = rates(judged(pair, found[pair.name]) for pair in chosen)
        print(f"{part:6} {len(chosen)} pairs  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
        for kind, is_kind in (("names", is_name), ("numbers", is_number)):
            counts = []
            for pair in chosen:
                own = {at for at, sure in pair.links.items() if sure and is_kind(pair, at)}
                given = {(link.source.start, link.target.start) for link in found[pair.name]}
                counts.append((len(own & given), len(own), len(own)))
            print(f"       {kind}: {sum(c[0] for c in counts)} of {sum(c[2] for c in counts)} linked to themselves")
        reliability(
            [
                (link.strength, pair.links.get((link.source.start, link.target.start)))
                for pair in chosen
                for link in found[pair.name]
                if of_content(link)
            ]
        )


def reliability(links) -> None:
    """Stated strength beside the share that is right. None is wrong, False possible (left out)."""
    for low, high in ((0, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 0.97), (0.97, 1.01)):
        here = [(strength, sure) for strength, sure in links if low <= strength < high and sure is not False]
        if here:
            print(
                f"       strength {low}-{min(high, 1)}: {len(here)} links, stated {np.mean([s for s, _ in here]):.2f}, "
                f"right {np.mean([sure is True for _, sure in here]):.2f}"
            )


def is_name(pair: Pair, at: tuple[int, int]) -> bool:
    source, target = pair.bead.source[0].text, pair.bead.target[0].text
    return at[0] > 0 and source[at[0]].isupper() and target[at[1]].isupper()


def is_number(pair: Pair, at: tuple[int, int]) -> bool:
    return pair.bead.source[0].text[at[0]].isdigit()


def fit(linker, pairs: list[Pair], of_content: bool) -> None:
    """Coefficients over all pairs of words of content, or of closed classes, that are not labelled as possible."""
    from sklearn.linear_model import LogisticRegression

    rows, labels = [], []
    for pair in pairs:
        ((source, target),) = linker._sides([pair.bead], "ru", "en")
        values = figures(source, target)
        for i, one in enumerate(source.tokens):
            for j, other in enumerate(target.tokens):
                sure = pair.links.get((one.start, other.start))
                if sure is not False and of_content != bool(closed(one, "ru") and closed(other, "en")):
                    rows.append(values[i, j])
                    labels.append(sure is True)
    model = LogisticRegression(C=1.0, max_iter=2000).fit(np.array(rows), np.array(labels))
    print(len(rows), "pairs of words,", sum(labels), "links")
    for name, value in zip(NAMES, model.coef_[0], strict=True):
        print(f"{name:11} {value:8.3f}")
    print("[" + ", ".join(f"{value:.2f}" for value in (*model.coef_[0], *model.intercept_)) + "]")


def fit_support(linker, pairs: list[Pair]) -> None:
    """How sure it is that the other side has a word: words as they are, and with what they are linked to taken out."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.metrics import roc_auc_score

    rows, labels = {"tune": [], "check": []}, {"tune": [], "check": []}
    for pair in pairs:
        ((source, target),) = linker._sides([pair.bead], "ru", "en")
        for own, other, at in ((source, target, 0), (target, source, 1)):
            for number, token in enumerate(own.tokens):
                partners = {link[1 - at] for link in pair.links if link[at] == token.start}
                if not partners or closed(token, own.lang):
                    continue
                for there in (True, False):
                    rest = other if there else without(other, partners)
                    values = figures(own, rest) if at == 0 else figures(rest, own).transpose(1, 0, 2)
                    scores = values[number] @ CONTENT[:-1] + CONTENT[-1]
                    best = (values[number][:, NAMES.index(name)].max() for name in ("cosine", "quantity"))
                    rows[pair.part].append([*best, scores.max()])
                    labels[pair.part].append(there)
    model = LogisticRegression(C=1.0).fit(rows["tune"], labels["tune"])
    area = roc_auc_score(labels["check"], model.decision_function(rows["check"]))
    print("support [" + ", ".join(f"{value:.2f}" for value in (*model.coef_[0], *model.intercept_)) + "]", end=" ")
    print(f"from {len(labels['tune'])} words; area under the ROC curve on {len(labels['check'])} others: {area:.3f}")


def without(side: Side, starts: set[int]) -> Side:
    """A side that lacks the words at these offsets."""
    kept = [number for number, token in enumerate(side.tokens) if token.start not in starts]
    quantities = tuple(one for one in side.quantities if not any(one.start <= start < one.stop for start in starts))
    return replace(side, tokens=tuple(side.tokens[k] for k in kept), vectors=side.vectors[kept], quantities=quantities)


def machine_made(folder: Path, lines: int) -> list[Pair]:
    """Pairs of MLQE-PE ru-en with the links that come with them, marks left out; a peer's, not gold."""
    where = testing.context()
    sides = [(folder / name).read_text("utf-8").split("\n") for name in ("src", "mt", "alignments")]
    pairs = []
    for number, (source, target, links) in enumerate(zip(*sides, strict=False)):
        if not source or len(pairs) == lines:
            continue
        starts = [[match.start() for match in re.finditer(r"\S+", text)] for text in (source, target)]
        words = [
            {token.start for token in where.language(lang).words(text) if token.kind != "mark"}
            for lang, text in (("ru", source), ("en", target))
        ]
        places = [tuple(starts[side][int(n)] for side, n in enumerate(link.split("-"))) for link in links.split()]
        gold = {(i, j): True for i, j in places if i in words[0] and j in words[1]}
        bead = Bead((Span(0, len(source), source),), (Span(0, len(target), target),))
        pairs.append(Pair(str(number), "peer", bead, gold))
    return pairs


def agreement(linker, pairs: list[Pair]) -> None:
    """How much of our links is in theirs, and of theirs in ours."""
    for name, of_content in (("words of content", True), ("all words", False)):
        counts = []
        for pair in pairs:
            links = linker.link(pair.bead, "ru", "en")
            tokens = [{t.start: t for t, _ in side} for side in linker.support(pair.bead, "ru", "en")]
            both = [{(link.source.start, link.target.start) for link in links}, set(pair.links)]
            if of_content:
                both = [
                    {(i, j) for i, j in one if not (closed(tokens[0][i], "ru") or closed(tokens[1][j], "en"))}
                    for one in both
                ]
            counts.append((len(both[0] & both[1]), len(both[0]), len(both[1])))
        precision, recall, f1 = rates(counts)
        print(
            f"MLQE-PE dev, {len(pairs)} pairs, {name}: "
            f"ours in theirs {precision:.3f}  theirs in ours {recall:.3f}  F1 {f1:.3f}"
        )


def speed(pairs: list[Pair]) -> None:
    """An article of 60 beads that was cut, aligned and checked for numbers before; together, and bead by bead."""
    where = testing.context("embedded", "embedded")
    beads = [pair.bead for pair in pairs]
    for bead in beads:
        for lang, side in (("ru", bead.source), ("en", bead.target)):
            where.encoder().encode([side[0].text])
            where.language(lang).words(side[0].text), where.language(lang).quantities(side[0].text)
    for name, size in (("together", len(beads)), ("bead by bead", 1)):
        times = []
        for _ in range(3):
            fresh = plugins.load("linkers", "embedded", where)
            start = time.process_time()
            for first in range(0, len(beads), size):
                fresh.prepare(beads[first : first + size], "ru", "en")
            times.append(time.process_time() - start)
        print(f"{len(beads)} beads {name}: {min(times):.3f} s of one core")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, help="folder with quality/mlqe-ru-en")
    options.add_argument("--fit", action="store_true")
    chosen = options.parse_args()
    where = testing.context("embedded", "embedded")
    linker = where.linker()
    pairs = read()
    if chosen.fit:
        fit(linker, [pair for pair in pairs if pair.part == "tune"], of_content=True)
        fit_support(linker, pairs)
        if chosen.data:
            fit(linker, machine_made(chosen.data / "quality" / "mlqe-ru-en" / "train", 1500), of_content=False)
        return
    table(linker, pairs)
    if chosen.data:
        agreement(linker, machine_made(chosen.data / "quality" / "mlqe-ru-en" / "dev", 300))
    speed(pairs)


if __name__ == "__main__":
    main()
