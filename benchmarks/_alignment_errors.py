"""What kinds of errors an alignment has: places where it differs from the gold, by what is wrong there."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Link = tuple[tuple[int, ...], tuple[int, ...]]
    Sentence = tuple[str, int]

KINDS = {
    "left alone": (
        "a sentence is called left out or added, and the gold has it in a bead",
        "`A boat?` beside `By boat, he said.` against «— Лодкой, — сказал он. — Лодкой?»",
    ),
    "taken in": (
        "a sentence that the gold leaves alone is in a bead",
        "`Sources:` and the first book of the list against that book",
    ),
    "cut elsewhere": (
        "as many beads as in the gold, and an end between them is a sentence too early or too late",
        "`It is late.` goes with `He nodded.`, and «уже поздно» stands at the end of the sentence before",
    ),
    "too fine": (
        "a bead of the gold is cut in two or more",
        "`Leader J. / Brown, three climbers.` against `Leader J. Brown; / three climbers.`",
    ),
    "too coarse": (
        "beads of the gold are joined in one",
        "`They went by train. / The train was late.` against two sentences, each with a half of both",
    ),
    "mixed": ("several of these at once", "two pairs have changed places, and a heading stands between them"),
}
"""By name: what is wrong, and an example of our own wording."""


def _sentences(link: Link) -> list[Sentence]:
    return [("source", index) for index in link[0]] + [("target", index) for index in link[1]]


def places(found: Sequence[Link], gold: Sequence[Link]) -> list[tuple[list[Link], list[Link]]]:
    """Links of the gold and links found, together where they share sentences; only where they differ."""
    parents: dict[Sentence, Sentence] = {}

    def root(one: Sentence) -> Sentence:
        while (up := parents.setdefault(one, one)) != one:
            parents[one] = parents[up]
            one = up
        return one

    for link in (*gold, *found):
        first, *others = _sentences(link)
        for other in others:
            parents[root(other)] = root(first)
    groups: dict[Sentence, tuple[list[Link], list[Link]]] = {}
    for place, links in enumerate((gold, found)):
        for link in links:
            groups.setdefault(root(_sentences(link)[0]), ([], []))[place].append(link)
    return [(truth, ours) for truth, ours in groups.values() if set(_beads(truth)) != set(_beads(ours))]


def _beads(links: Iterable[Link]) -> list[Link]:
    return [link for link in links if link[0] and link[1]]


def kind_of_error(truth: Iterable[Link], ours: Iterable[Link]) -> str:
    """The name of what is wrong in a place; a sentence that the gold does not mention counts as left alone in it."""
    beads = [_beads(truth), _beads(ours)]
    held = [{one for link in some for one in _sentences(link)} for some in beads]
    if held[0] - held[1]:
        return "mixed" if held[1] - held[0] else "left alone"
    if held[1] - held[0]:
        return "taken in"
    more = len(beads[1]) - len(beads[0])
    return "too fine" if more > 0 else "too coarse" if more < 0 else "cut elsewhere"


def errors(found: Sequence[Link], gold: Sequence[Link]) -> Counter[str]:
    """How many places of each kind."""
    links = [[link for link in side if link[0] or link[1]] for side in (found, gold)]
    return Counter(kind_of_error(truth, ours) for truth, ours in places(*links))


def tables(by_set: dict[str, tuple[int, Counter[str]]]) -> list[str]:
    """Two tables: the places of each kind by set (with the number of gold links), and what the kinds are."""
    head = ["| set | gold links | places | " + " | ".join(KINDS) + " |", "| --- |" + " ---: |" * (len(KINDS) + 2)]
    rows = [
        f"| {name} | {links} | {found.total()} | {' | '.join(str(found[kind]) for kind in KINDS)} |"
        for name, (links, found) in by_set.items()
    ]
    legend = ["| error | what it is | example (our wording) |", "| --- | --- | --- |"]
    return [*head, *rows, "", *legend, *(f"| {kind} | {what} | {example} |" for kind, (what, example) in KINDS.items())]
