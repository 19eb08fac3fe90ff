"""The aligners: a path that is really the cheapest, and beads that say what happened to each sentence."""

from __future__ import annotations

import itertools
import math
import re
from functools import cache

import numpy as np
import pytest

from benchmarks._alignment_errors import errors
from benchmarks._alignment_scorer import Tally, parse
from checker import plugins
from checker.aligners.anchors import anchors, shared
from checker.aligners.coarse import around, corridor, whole
from checker.aligners.confidence import confidences
from checker.aligners.costs import Weights
from checker.aligners.doubts import reconsidered, stretches
from checker.aligners.dynamic import Lattice, cheapest, potentials
from checker.aligners.gates import gated
from checker.aligners.lexicon import Lexicon
from checker.aligners.margin import beads
from checker.aligners.sides import side
from checker.model import Document, Span
from checker.protocols import Context

SHAPES = ((1, 1), (1, 2), (2, 1), (2, 2))


@cache
def _word(number):
    return np.random.default_rng(number).standard_normal(64)


class Meanings:
    """A fake encoder: a word's meaning is the number in it, a text's the sum of its words'."""

    name, dimension, languages = "meanings", 64, frozenset({"ru", "en"})

    def _text(self, text):
        numbers = [int("".join(re.findall("[0-9]", word))[:9] or 0) for word in text.split()]
        total = sum((_word(number) for number in numbers), np.zeros(64)) + 1e-6
        return (total / np.linalg.norm(total)).astype(np.float32)

    def encode(self, texts):
        return np.stack([self._text(text) for text in texts])

    def words(self, words):
        return self.encode(words)

    def runs(self, sentences, longest, joint=" "):
        found = np.zeros((longest, len(sentences), 64), np.float32)
        for k in range(longest):
            for i in range(len(sentences) - k):
                found[k, i] = self._text(" ".join(sentences[i : i + k + 1]))
        return found


def place(encoder):
    return Context(language=lambda code: None, encoder=lambda: encoder, linker=lambda: None)


def document(sentences, lang, joints=None):
    """Sentences joined by spaces, or by the given joints."""
    spans, text = [], ""
    for index, sentence in enumerate(sentences):
        spans.append(Span(len(text), len(text) + len(sentence), sentence))
        text += sentence + (joints[index] if joints else " ")
    return Document(lang, lang, text), tuple(spans)


def sentence(number, letter):
    """Eight words about a subject of their own."""
    return " ".join(f"{letter}ord{number}x{k}" for k in range(8)) + "."


def text(numbers, letter):
    return [" ".join(sentence(one, letter) for one in ([n] if isinstance(n, int) else n)) for n in numbers]


def align(ours, theirs, name="margin", encoder=None, joints=(None, None)):
    """Beads as (source sentence numbers, target sentence numbers), and the alignment."""
    source, target = document(ours, "ru", joints[0]), document(theirs, "en", joints[1])
    aligner = plugins.load("aligners", name, place(encoder or Meanings()))
    alignment = aligner.align(source[0], target[0], (source[1], target[1]))
    where = [{span: index for index, span in enumerate(spans)} for spans in (source[1], target[1])]
    links = [
        (tuple(where[0][span] for span in bead.source), tuple(where[1][span] for span in bead.target))
        for bead in alignment.beads
    ]
    return links, alignment


def paths(n, m, shapes):
    """Every path through n by m sentences, by brute force."""
    if n == m == 0:
        yield ()
        return
    for a, b in (*shapes, (1, 0), (0, 1)):
        if a <= n and b <= m:
            for path in paths(n - a, m - b, shapes):
                yield (*path, (n - a, n, m - b, m))


def random_lattice(n, m, seed):
    rng = np.random.default_rng(seed)
    band = whole(n, m)
    return Lattice(band, SHAPES, rng.normal(size=(4, band.size)), (rng.normal(size=n) + 1, rng.normal(size=m) + 1))


def cost(lattice, path):
    total = 0.0
    for i, k, j, q in path:
        if k == i or q == j:
            total += lattice.skips[0][i] if k > i else lattice.skips[1][j]
        else:
            total += lattice.costs[SHAPES.index((k - i, q - j)), lattice.band.index(np.array([k]), np.array([q]))[0]]
    return total


@pytest.mark.parametrize(("n", "m", "seed"), [(1, 1, 0), (3, 2, 1), (4, 4, 2), (2, 5, 3), (5, 3, 4)])
def test_no_path_is_cheaper_and_the_soft_sum_is_the_sum(n, m, seed):
    lattice = random_lattice(n, m, seed)
    every = [cost(lattice, path) for path in paths(n, m, SHAPES)]
    found = cheapest(lattice)
    assert cost(lattice, found.tolist()) == pytest.approx(min(every))
    total = -math.log(sum(math.exp(-one) for one in every))
    assert potentials(lattice)[lattice.band.size - 1] == pytest.approx(total)
    assert potentials(lattice.reversed())[lattice.band.size - 1] == pytest.approx(total)


def test_confidence_is_the_share_of_all_paths():
    lattice = random_lattice(3, 3, 9)
    every = [(path, math.exp(-cost(lattice, path))) for path in paths(3, 3, SHAPES)]
    found = cheapest(lattice)
    for step, sure in zip(found.tolist(), confidences(lattice, found), strict=True):
        i, k, j, q = step
        if k > i and q > j:
            holds = [weight for path, weight in every if tuple(step) in path]
        else:  # a skip counts wherever the other side is
            side_ = 0 if k > i else 2
            holds = [
                weight
                for path, weight in every
                for one in path
                if one[side_ : side_ + 2] == tuple(step[side_ : side_ + 2]) and one[2 - side_] == one[3 - side_]
            ]
        assert sure == pytest.approx(sum(holds) / sum(weight for _, weight in every))


def test_a_band_keeps_the_path_that_made_it():
    lattice = random_lattice(30, 25, 5)
    found = cheapest(lattice)
    band = around(found, 30, 25, 2)
    rows, columns = band.cells()
    narrow = Lattice(band, SHAPES, lattice.costs[:, lattice.band.index(rows, columns)], lattice.skips)
    assert cheapest(narrow).tolist() == found.tolist()
    assert band.size < lattice.band.size


def over(path, row):
    """Whether a step of a path goes over a row without a stop there."""
    return any(i < row < k for i, k, _, _ in path)


@pytest.mark.parametrize("seed", range(8))
def test_stretches_between_gates_are_walked_side_by_side_to_the_same_end(seed):
    lattice = random_lattice(6, 5, seed)
    gates = np.array([[2, 1], [3, 3]]) if seed % 2 else np.array([[1, 2], [4, 4]])
    band = lattice.band.gated(gates[:, 0], gates[:, 1])
    narrow = Lattice(band, SHAPES, lattice.costs[:, lattice.band.index(*band.cells())], lattice.skips)
    every = [
        path
        for path in paths(6, 5, SHAPES)
        if all({(k, q) for _, k, _, q in path} >= {(row, column)} for row, column in gates.tolist())
        and not any(k == row and q == column and i == row for i, k, _, q in path for row, column in gates.tolist())
        and not any(
            i == k == row and (j, q) != (column, column) for i, k, j, q in path for row, column in gates.tolist()
        )
    ]
    costs = [cost(lattice, path) for path in every]
    found = cheapest(narrow)
    assert not any(over(found.tolist(), row) for row in gates[:, 0])
    assert cost(lattice, found.tolist()) == pytest.approx(min(costs))
    total = -math.log(sum(math.exp(-one) for one in costs))
    assert potentials(narrow)[band.size - 1] == pytest.approx(total)
    back = potentials(narrow.reversed())
    assert back[band.size - 1] == pytest.approx(total)


def test_gates_are_set_where_nothing_rivals_and_change_no_path():
    rng = np.random.default_rng(4)
    band = whole(40, 40)
    rows, columns = band.cells()
    costs = rng.normal(size=(4, band.size)) + 3
    costs[0, rows == columns] = -8
    costs[0, (rows == columns) & (rows > 10) & (rows <= 15)] = 3
    lattice = Lattice(band, SHAPES, costs, (np.zeros(40), np.zeros(40)))
    narrow = gated(lattice, 4.0)
    assert set(narrow.band.gates) == {*range(1, 10), *range(16, 40)}
    assert narrow.band.size < band.size / 10
    assert cheapest(narrow).tolist() == cheapest(lattice).tolist()


def test_passages_that_change_places_leave_no_gate_between_them():
    band = whole(20, 20)
    rows, columns = band.cells()
    costs = np.full((4, band.size), 3.0)
    order = [*range(1, 6), *range(11, 16), *range(6, 11), *range(16, 21)]
    for row, column in enumerate(order, 1):
        costs[0, (rows == row) & (columns == column)] = -9
    narrow = gated(Lattice(band, SHAPES, costs, (np.zeros(20), np.zeros(20))), 4.0)
    assert set(narrow.band.gates) == {1, 2, 3, 4, 16, 17, 18, 19}


def test_a_rivalled_gate_is_none():
    band = whole(2, 2)
    costs = np.full((4, band.size), 3.0)
    costs[0, band.index(np.array([1, 2]), np.array([1, 2]))] = -9
    costs[3, band.index(np.array([2]), np.array([2]))] = -19
    lattice = Lattice(band, SHAPES, costs, (np.zeros(2), np.zeros(2)))
    assert gated(lattice, 4.0) is lattice
    assert cheapest(lattice).tolist() == [[0, 2, 0, 2]]


def test_one_to_one():
    links, alignment = align(text(range(12), "s"), text(range(12), "t"))
    assert links == [((k,), (k,)) for k in range(12)]
    assert all(bead.similarity > 95 and bead.confidence > 0.9 for bead in alignment.beads)


def test_merged_split_omitted_and_added_sentences_say_so():
    ours = text([0, 1, 2, (3, 4), 5, 6, 7, 8, 9, 11, 12, 13, 14, 15], "s")
    theirs = text([0, (1, 2), 3, 4, 5, 7, 8, 10, 9, (11, 12, 13), 14, 15], "t")
    links, alignment = align(ours, theirs)
    kinds = [bead.kind for bead in alignment.beads]
    assert kinds == ["1-1", "2-1", "1-2", "1-1", "omitted", "1-1", "1-1", "added", "1-1", "3-1", "1-1", "1-1"]
    assert links[4] == ((5,), ())
    assert links[7] == ((), (7,))
    assert alignment.beads[4].similarity is None


def test_four_by_four_is_one_bead_when_its_sentences_are_mixed():
    words = [f"ord{k}" for k in range(16)]
    shuffled = words[1::2] + words[::2]
    ours = text(range(100, 104), "s") + [" ".join(f"s{w}" for w in words[k : k + 4]) for k in (0, 4, 8, 12)]
    theirs = text(range(100, 104), "t") + [" ".join(f"t{w}" for w in shuffled[k : k + 4]) for k in (0, 4, 8, 12)]
    assert align(ours, theirs)[0][-1] == ((4, 5, 6, 7), (4, 5, 6, 7))


def test_a_dropped_paragraph_and_a_foreign_block_disturb_nobody():
    ours = text(range(60), "s")
    theirs = text([*range(20), *range(30, 50), *range(900, 910), *range(50, 60)], "t")
    links, _ = align(ours, theirs)
    assert {source for source, target in links if not target} == {(k,) for k in range(20, 30)}
    assert {target for source, target in links if not source} == {(k,) for k in range(40, 50)}
    assert sum(bool(source and target) for source, target in links) == 50


def test_a_moved_paragraph_is_moved_and_stands_where_the_target_has_it():
    order = [*range(5), *range(10, 20), *range(5, 10), *range(20, 30)]
    links, alignment = align(text(range(30), "s"), text(order, "t"))
    assert links == [((number,), (index,)) for index, number in enumerate(order)]
    assert [bead.source[0].text for bead in alignment.beads if bead.moved] == text(range(5, 10), "s")
    assert {bead.kind for bead in alignment.beads} == {"1-1", "moved"}


def test_a_short_sentence_is_moved_when_it_stands_near_and_alone_when_it_stands_far():
    def moved(away):
        kept = list(range(30))
        ours = [*text(kept[:10], "L"), "Lord90x1 lord90x2.", *text(kept[10:], "L")]
        theirs = [*text(kept[: 10 + away], "W"), "Word90x1 word90x2.", *text(kept[10 + away :], "W")]
        return [(bead.source[0].text, bead.target[0].text) for bead in align(ours, theirs)[1].beads if bead.moved]

    assert moved(2) == [("Lord90x1 lord90x2.", "Word90x1 word90x2.")]
    assert moved(12) == []


def test_a_paragraph_is_a_prior_and_never_a_wall():
    ours = ["s1 s2 s3 s4.", "s5 s6 s7 s8.", "s9 s10 s11 s12."]
    theirs = ["t1 t2 t3 t4.", "t5 t6 t7 t8 t9 t10 t11 t12."]
    links, plain = align(ours, theirs)
    assert links == [((0,), (0,)), ((1, 2), (1,))]
    over, broken = align(ours, theirs, joints=([" ", "\n\n", " "], ["\n\n", " "]))
    assert over == links
    assert broken.beads[1].confidence < plain.beads[1].confidence


def test_paragraphs_are_seen_between_blank_lines_only_where_there_are_any():
    one = document(["A b.", "C d.", "E f."], "en", ["\n", "\n\n", ""])
    assert side(*one, None).opens.tolist() == [True, False, True]
    lines = document(["A b.", "C d.", "E f."], "en", ["\n", "\n", ""])
    assert side(*lines, None).opens.tolist() == [True, False, False]


def test_the_same_text_again_is_the_diagonal():
    words = text(range(40), "t")
    links, alignment = align(words, words)
    assert links == [((k,), (k,)) for k in range(40)]
    assert min(bead.similarity for bead in alignment.beads) > 99.9


@pytest.mark.parametrize(("ours", "theirs"), [([], []), (["s1."], []), ([], ["t1.", "t2."])])
def test_empty_sides(ours, theirs):
    for name in ("margin", "length"):
        links, _ = align(ours, theirs, name)
        assert links == [((k,), ()) for k in range(len(ours))] + [((), (k,)) for k in range(len(theirs))]


def test_languages_without_spaces_are_joined_without_them():
    joints = []

    class Listening(Meanings):
        def runs(self, sentences, longest, joint=" "):
            joints.append(joint)
            return super().runs(sentences, longest, joint)

    for lang in ("zh", "ja", "th", "ru"):
        side(*document(["a1", "b2"], lang), Listening())
    assert joints == ["", "", "", " "]


def test_without_an_encoder_lengths_and_anchors_decide():
    """The third sentence is lost; lengths alone would pair its neighbours."""
    ours = [
        "Иванов купил 120 тонн зерна.",
        "Цена выросла вдвое за лето.",
        "Петров против этого плана.",
        "Смоленск ждёт 15 вагонов.",
    ]
    theirs = ["Ivanov bought 120 tonnes of grain.", "The price doubled in summer.", "Smolensk awaits 15 wagons."]
    source, target = document(ours, "ru"), document(theirs, "en")
    aligner = plugins.load("aligners", "margin", Context(lambda code: None, lambda: None, lambda: None))
    beads = aligner.align(source[0], target[0], (source[1], target[1])).beads
    last = beads[-1]
    assert (last.source[-1].text, last.target[-1].text) == (ours[3], theirs[2])
    assert all(bead.similarity is None for bead in beads)
    assert all(0 <= bead.confidence <= 1 for bead in beads)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Зеленский", "Zelenskyy"), ("Зеленский", "Selenskyj"), ("Хабаровск", "Khabarovsk"),
        ("Щербаков", "Shcherbakov"),
        ("Юлия", "Yulia"), ("Янукович", "Yanukovych"), ("Чайковский", "Tchaikovsky"), ("1 200", "1,200"),
    ],
)  # fmt: skip
def test_names_and_numbers_meet_across_scripts(one, other):
    assert anchors(f"— {one} —") & anchors(f"- {other} -")


def test_a_frequent_name_is_no_anchor():
    ours, theirs = ["Анна вошла."] * 20 + ["Борис ушёл."], ["Anna came in."] * 20 + ["Boris left."]
    source, target, _ = shared(ours, theirs)
    assert list(zip(source, target, strict=True)) == [(20, 20)]


def test_long_texts_look_at_a_narrow_band():
    rng = np.random.default_rng(1)
    vectors = rng.standard_normal((3000, 32)).astype(np.float32)
    sizes = []
    for count in (1500, 3000):
        band = corridor(vectors[:count], vectors[:count] + 0.3 * rng.standard_normal((count, 32)).astype(np.float32), 5)
        diagonal = np.arange(count + 1)
        assert (band.start <= diagonal).all()
        assert (diagonal < band.stop).all()
        sizes.append(band.size)
    assert sizes[1] < 2.3 * sizes[0]


def test_the_scorer_counts_as_vecalign_does():
    """Precision is over all links found, recall over gold links with two sides; lax is an overlap on both sides."""
    gold = [parse(line) for line in ("[0]:[0]", "[1, 2]:[1]", "[]:[2]", "[3]:[3]")]
    found = [parse(line) for line in ("[0]:[0]:0.1", "[1]:[1]:0.3", "[2]:[]", "[]:[2]", "[3]:[3]")]
    tally = Tally()
    tally.add(found, gold)
    got = tally.figures()
    assert got["precision"] == pytest.approx(3 / 5)
    assert got["recall"] == pytest.approx(2 / 3)
    assert got["lax"] == pytest.approx(2 * (4 / 5) * 1 / (4 / 5 + 1))
    assert got["null_precision"] == pytest.approx(1 / 2)
    assert got["null_recall"] == 1
    assert tally.by_kind() == {"1-1": (2, 2), "n-1": (0, 1), "0-1": (1, 1)}


@pytest.mark.parametrize(
    ("gold", "found", "kind"),
    [
        ("0,1:0 2:1", "0:0 1: 2:1", "left alone"),
        ("0:0 :1 1:2", "0:0,1 1:2", "taken in"),
        ("0,1:0 2,3:1", "0,1,2:0 3:1", "cut elsewhere"),
        ("0,1:0,1 2:2", "0:0 1:1 2:2", "too fine"),
        ("0:0 1:1 2:2", "0,1:0,1 2:2", "too coarse"),
        ("0,1:0 2:", "0: 1,2:0", "mixed"),
        ("0:0 1:1", "0:0 1:1 :2", ""),
    ],
)
def test_an_error_has_a_kind(gold, found, kind):
    def links(text):
        sides = (link.split(":") for link in text.split())
        return [tuple(tuple(map(int, filter(None, side.split(",")))) for side in link) for link in sides]

    assert errors(links(found), links(gold)) == ({kind: 1} if kind else {})


def test_the_order_of_beads_is_the_targets():
    order = [3, 4, 5, 0, 1, 2, 6, 7]
    _, alignment = align(text(range(8), "s"), text(order, "t"))
    starts = [bead.target[0].start for bead in alignment.beads if bead.target]
    assert starts == sorted(starts)
    straight = [bead.source[0].start for bead in alignment.beads if bead.source and not bead.moved]
    assert all(one < other for one, other in itertools.pairwise(straight))
    assert sum(bead.moved for bead in alignment.beads) == 3


def test_a_word_whose_counterpart_is_next_door_has_gone_astray():
    ours = ["s1 s2 s3", "s4 s5 s6"]
    theirs = ["t1 t2 t3 t4 t5", "t6"]
    astray = Lexicon((ours, theirs), Meanings().words).astray((0, 2), (0, 2))
    assert astray[0, 0, 0, 0] == pytest.approx(2.0)  # t4 and t5 are in the second sentence
    assert astray[0, 0, 1, 1] == pytest.approx(2.0)  # s4 and s5 in the first
    assert astray[1, 1, 0, 0] == 0
    assert astray[1, 0, 0, 0] == pytest.approx(1.0)  # s6 is outside


def test_words_go_by_how_often_they_stand():
    ours = ["s1 s2"] * 10 + ["s3 s1"]
    theirs = ["t9"] * 10 + ["t9", "t3 t1"]
    astray = Lexicon((ours, theirs), Meanings().words).astray((10, 11), (10, 12))
    assert 1.0 < astray[0, 0, 0, 0] < 1.5  # the third word in full, the first much less


def test_doubtful_parts_lie_between_beads():
    steps = np.array([(0, 1, 0, 1), (1, 2, 1, 2), (2, 3, 2, 2), (3, 4, 2, 3), (4, 5, 3, 4), (5, 6, 4, 5), (6, 7, 5, 6)])
    sure = np.array([1, 1, 1, 1, 0.4, 1, 1.0])
    assert stretches(steps, sure) == [((1, 7), (1, 6))]
    assert stretches(steps, np.ones(7)) == []
    assert stretches(steps[:1], sure[4:5]) == [((0, 1), (0, 1))]


def test_the_second_look_prices_only_what_is_in_doubt_and_keeps_the_ends():
    lattice = random_lattice(8, 8, 3)
    parts = [((2, 5), (2, 5))]
    lexicon = Lexicon((["s1 s2"] * 8, [*["t2"] * 4, "t1", *["t2"] * 3]), Meanings().words)
    again = reconsidered(lattice, parts, lexicon, 2.0)
    assert again.band.gates.tolist() == [2, 5]
    path = cheapest(again).tolist()
    assert {(2, 2), (5, 5)} <= {(k, q) for _, k, _, q in path}
    rows, columns = again.band.cells()
    changed = again.costs - lattice.costs[:, lattice.band.index(rows, columns)]
    assert (changed >= 0).all()
    assert changed.any()
    assert not changed[:, (rows <= 2) | (rows > 5)].any()


def test_a_clause_that_went_to_the_next_sentence_makes_two_by_two():
    def words(letter, *numbers):
        return " ".join(f"{letter}ord{number}" for number in numbers)

    ours = [
        *text(range(10), "s"),
        words("s", *range(900, 908)),
        words("s", *range(908, 912)),
        *text(range(10, 20), "s"),
    ]
    theirs = [
        *text(range(10), "t"),
        words("t", *range(900, 905)),
        words("t", *range(905, 912)),
        *text(range(10, 20), "t"),
    ]
    links, _ = align(ours, theirs)
    assert ((10, 11), (10, 11)) in links


def test_cuts_that_end_no_sentence_are_seen():
    cut = [
        "Their guide was B.M.",
        "Orlova.",
        "She brought:",
        "two ropes,",
        "(see vol.",
        "2 of Nov .",
        "1956).",
        "Good.",
    ]
    assert side(*document(cut, "en"), None).torn.tolist() == [False, True, False, True, True, False, True, False]
    french = ["'À la guerre!'", "'[To the war!]'", "[They drink.]", "All of them."]
    assert side(*document(french, "en"), None).torn.tolist() == [False, True, True, False]
    chat = ["so what", "not yet", "we came by train", "Anna was there"]
    assert not side(*document(chat, "en"), None).torn.any()


def test_a_name_cut_in_two_is_one_bead_with_what_belongs_to_it():
    cut = "Lord90x1 lord90x2 L.", "Lord91x1 lord91x2, lord92x1 lord92x2."
    whole_name = "Word90x1 word90x2 Word91x1 Word91x2.", "Word92x1 word92x2."
    ours, theirs = ([*text(range(6), x), *one, *text(range(10, 14), x)] for x, one in (("L", cut), ("W", whole_name)))
    sides = side(*document(ours, "ru"), Meanings()), side(*document(theirs, "en"), Meanings())
    found = [[one[0] for one in beads(*sides, Weights(torn=torn))] for torn in (0.0, Weights().torn)]
    assert (6, 7, 6, 7) in found[0]
    assert (6, 8, 6, 8) in found[1]


def test_six_sentences_for_one_are_one_bead():
    numbers = [list(range(100 + 3 * k, 103 + 3 * k)) for k in range(6)]
    theirs = [" ".join(f"tord{number}" for number in some) + "." for some in numbers]
    ours = [" ".join(f"sord{number}" for some in numbers for number in some) + "."]
    links, alignment = align(
        [*text(range(5), "s"), *ours, *text(range(5, 9), "s")], [*text(range(5), "t"), *theirs, *text(range(5, 9), "t")]
    )
    assert ((5,), (5, 6, 7, 8, 9, 10)) in links
    assert len(links) == 10
    assert all(0 <= bead.confidence <= 1 for bead in alignment.beads)


def test_rubbish_beside_a_bead_of_four_stays_alone():
    theirs = [" ".join(f"tord{number}" for number in range(100 + 3 * k, 103 + 3 * k)) + "." for k in range(4)]
    ours = [" ".join(f"sord{number}" for number in range(100, 112)) + "."]
    links, _ = align(
        [*text(range(5), "s"), *ours, *text(range(5, 9), "s")],
        [*text(range(5), "t"), *theirs, "t7777 t8888.", *text(range(5, 9), "t")],
    )
    assert ((5,), (5, 6, 7, 8)) in links
    assert ((), (9,)) in links


def test_what_is_rewritten_for_learning_keeps_every_line_in_a_link_at_most_once():
    import random

    from training._rewritten import rewritten

    source = [f"Строка {k}, в ней две части; вторая длиннее первой, номер {k}." for k in range(60)]
    target = [f"Line {k}, of two parts; the second one is longer, number {k}." for k in range(60)]
    kinds = set()
    for seed in range(30):
        one, other, links = rewritten(source, target, random.Random(seed), (" ", " "))
        assert [i for link, _ in links for i in link] == list(range(len(one)))
        assert [j for _, link in links for j in link] == list(range(len(other)))
        kinds |= {(len(ours), len(theirs)) for ours, theirs in links}
        for ours, theirs in links:
            numbers = [
                set(re.findall(r"[0-9]+", " ".join(side[k] for k in link)))
                for side, link in ((one, ours), (other, theirs))
            ]
            assert not ours or not theirs or numbers[0] & numbers[1]
    assert {(1, 1), (1, 2), (2, 1), (2, 2), (1, 0), (0, 1), (2, 3)} <= kinds


def test_where_nothing_is_alike_little_is_said_to_be_missing():
    """An encoder that does not know a language gives chance vectors; lengths then keep sentences together."""
    rng = np.random.default_rng(3)
    sizes = rng.integers(20, 200, 30)
    ours = ["s" + "".join(map(str, rng.integers(0, 9, size))) for size in sizes]
    theirs = ["t" + "".join(map(str, rng.integers(0, 9, size))) for size in sizes]
    links, _ = align(ours, theirs)
    assert sum(bool(source and target) for source, target in links) > 0.8 * len(links)


@pytest.mark.data
@pytest.mark.slow
def test_quality_does_not_fall(data):
    """Floors a little under the measured figures of docs/alignment.md."""
    from benchmarks._alignment_sets import articles, ntrex, textberg
    from benchmarks.alignment import measure, ours

    margin = ours("margin")
    floors = [
        (textberg(data)["Text+Berg dev de-fr"], 0.915),
        (ntrex(data, ())["NTREX ru-en, perturbed"][:40], 0.988),
        (articles(data / "articles", ("dev1", "dev2"))["articles, original"], 0.99),
    ]
    for pairs, floor in floors:
        assert measure(margin, pairs)[0].figures()["strict"] >= floor


def test_words_of_scripts_without_spaces_are_two_letters_in_a_row():
    from checker.aligners.lexicon import words

    assert words("Двое ушли, 2 остались.") == ("двое", "ушли", "2", "остались")
    assert words("中国人, GDP") == ("中国", "国人", "gdp")
    assert words("東") == ()
