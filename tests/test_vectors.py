"""What was made of a sentence is kept between runs: same bits, bounded, shared, and never in the way."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import plugins, store, testing
from checker.assembly import make_context
from checker.batch import FrameChecker
from checker.cache import vectors
from checker.config import Config
from checker.model import Alignment, Bead, Document, Link, Span, Token
from checker.prediction import predictions
from checker.store import Memory, Store
from checker.vectors import KeptAligner, KeptEncoder, KeptLinker
from tests.rounding import same, same_report

EN = ["The minister left early.", "He said nothing.", "Nobody knew why.", "It rained.", "The 12 guests stayed on."]
RU = ["Министр ушёл рано.", "Он ничего не сказал.", "Никто не знал почему.", "Шёл дождь.", "12 гостей остались."]


@pytest.fixture
def kept(tmp_path):
    return Store(tmp_path / "kept" / "values", 1_000_000)


@pytest.fixture(scope="module")
def embedded():
    return plugins.load("encoders", "embedded", None)


class Counting:
    """An encoder, and how many sentences it was given."""

    def __init__(self, inner):
        self.inner = inner
        self.name, self.dimension, self.languages = self.inner.name, self.inner.dimension, self.inner.languages
        self.seen = 0

    def encode(self, texts):
        self.seen += len(texts)
        return self.inner.encode(texts)

    def runs(self, sentences, longest, joint=" "):
        self.seen += len(sentences)
        return self.inner.runs(sentences, longest, joint)


# The file


def test_what_was_kept_is_there(kept):
    kept.put({b"a": b"1", b"b": b""})
    assert kept.get([b"a", b"b", b"c", b"a"]) == {b"a": b"1", b"b": b""}
    kept.put({b"a": b"2"})
    assert Store(kept.path, 1_000_000).get([b"a"]) == {b"a": b"2"}


def test_it_keeps_its_bound_and_what_was_used_last(kept, monkeypatch):
    kept.bound = 400_000
    monkeypatch.setattr(store, "FRESH", 0)
    for number in range(200):
        monkeypatch.setattr(time, "time", lambda number=number: 1e9 + number)
        kept.put({bytes([number]): os.urandom(10_000)})
        assert kept.get([b"\x00"]), "what is used stays"
    assert kept.path.stat().st_size < 450_000
    there = sorted(key[0] for key in kept.get([bytes([number]) for number in range(200)]))
    assert there[0] == 0
    assert there[1:] == list(range(200 - len(there) + 1, 200))
    assert len(there) > 15


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 300, "half", "middle"])
def test_a_damaged_file_is_begun_anew(kept, damage):
    values = {bytes([number]): os.urandom(3_000) for number in range(50)}
    kept.put(values)
    data = kept.path.read_bytes()
    if damage == "half":
        damage = data[: len(data) // 2]
    elif damage == "middle":
        damage = data[:8_000] + os.urandom(60_000) + data[68_000:]
    kept.path.write_bytes(damage)
    again = Store(kept.path, 1_000_000)
    for key, value in again.get(list(values)).items():
        assert values[key] == value
    again.put(values)
    again = Store(kept.path, 1_000_000)
    again.put(values)
    assert again.get(list(values)) == values


def test_a_flipped_bit_is_a_miss(kept):
    kept.put({b"a": b"x" * 100, b"b": b"y" * 100})
    data = kept.path.read_bytes()
    kept.path.write_bytes(data.replace(b"x" * 100, b"x" * 99 + b"z"))
    assert Store(kept.path, 1_000_000).get([b"a", b"b"]) == {b"b": b"y" * 100}


def test_another_writer_is_waited_for_but_not_for_ever(kept, monkeypatch):
    monkeypatch.setattr(store, "WAIT", 0.1)
    kept.put({b"a": b"1"})
    other = sqlite3.connect(kept.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert kept.get([b"a"]) == {}
    kept.put({b"b": b"2"})
    other.execute("COMMIT")
    assert kept.get([b"a", b"b"]) == {b"a": b"1"}


def test_a_file_that_cannot_be_written_is_no_obstacle(tmp_path):
    (tmp_path / "file").write_text("in the way")
    kept = Store(tmp_path / "file" / "values", 1_000_000)
    kept.put({b"a": b"1"})
    assert kept.get([b"a"]) == {}
    assert (tmp_path / "file").read_text() == "in the way"


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_read(kept):
    kept.put({b"a": b"1"})
    kept.path.chmod(0o444)
    kept.path.parent.chmod(0o555)
    again = Store(kept.path, 1_000_000)
    again.put({b"b": b"2"})
    assert again.get([b"a", b"b"]) == {b"a": b"1"}


def test_a_full_disk_keeps_what_was_there(kept):
    kept.put({b"a": b"1"})
    kept._connect().execute("PRAGMA max_page_count = 10")  # SQLite then says what it says of a full disk
    kept.put({b"b": b"2" * 100_000})
    assert kept.get([b"a", b"b"]) == {b"a": b"1"}


def test_removing_the_folder_is_safe(kept):
    kept.put({b"a": b"1"})
    shutil.rmtree(kept.path.parent)
    kept.put({b"a": b"1"})
    kept.get([b"a"])
    kept.put({b"b": b"2"})
    assert Store(kept.path, 1_000_000).get([b"b"]) == {b"b": b"2"}


def hammer(path):
    """Keep and fetch in a file that others use and that is always too small."""
    kept = Store(Path(path), 60_000)
    for number in range(60):
        key = bytes([number % 20])
        kept.put({key: key * 5_000})
        if any(value != name * 5_000 for name, value in kept.get([bytes([n]) for n in range(20)]).items()):
            return False
    return True


def test_runs_share_a_file(kept):
    with ProcessPoolExecutor(3, mp_context=get_context("spawn")) as pool:
        assert all(pool.map(hammer, [str(kept.path)] * 3))


ENDLESS = """
import os, sys
from pathlib import Path
from checker.store import Memory, Store
kept = Store(Path(sys.argv[1]), 1_000_000)
print(flush=True)
for number in range(10**9):
    key = (number % 40).to_bytes(2, "big")
    kept.put({key: key * 10_000})
"""


@pytest.mark.skipif(os.name == "nt", reason="signals are POSIX")
def test_a_killed_writer_harms_nothing(kept):
    keys = [number.to_bytes(2, "big") for number in range(40)]
    for number in range(5):
        process = subprocess.Popen([sys.executable, "-c", ENDLESS, kept.path], stdout=subprocess.PIPE)
        process.stdout.read(1)
        time.sleep(0.02 + number * 0.013)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        found = Store(kept.path, 1_000_000).get(keys)
        assert all(value == key * 10_000 for key, value in found.items())
    kept.put({b"a": b"1"})
    assert kept.get([b"a"]) == {b"a": b"1"}


# Vectors and links


def test_known_sentences_are_not_encoded_again(kept, embedded):
    encoder = Counting(embedded)
    first, second = KeptEncoder(encoder, kept, "e"), KeptEncoder(encoder, kept, "e")
    made = first.encode([*EN, EN[0]]), first.runs(RU, 3)
    assert same(made[0], encoder.inner.encode([*EN, EN[0]]))
    assert same(made[1], encoder.inner.runs(RU, 3))
    encoder.seen = 0
    assert same(second.encode([*EN, EN[0]]), made[0])
    assert same(second.runs(RU, 3), made[1])
    assert encoder.seen == 0
    assert same(second.encode([*EN, "A new one."])[:5], made[0][:5])
    assert encoder.seen == 1
    assert KeptEncoder(encoder, kept, "another").encode(EN).shape == (5, 512)
    assert encoder.seen == 6
    assert (second.encode([]).shape, second.runs([], 3).shape) == ((0, 512), (3, 0, 512))


def test_words_in_and_out_of_context_are_kept(kept, embedded):
    encoder = KeptEncoder(embedded, kept, "e")
    places = [[(0, 3), (4, 12)], [], [(3, 7)], [(0, 3), (4, 12)]]
    texts = [EN[0], EN[2], EN[1], EN[0]]
    for _ in range(2):
        assert same(encoder.in_context(texts, places), embedded.in_context(texts, places))
        assert same(encoder.words(["left", "rain", "left"]), embedded.words(["left", "rain", "left"]))
    fetching = KeptEncoder(None, kept, "e")  # an encoder that is asked would fail
    assert fetching.in_context(texts[:3], places[:3]).shape == (3, 512)
    assert fetching.words(["rain"]).shape == (1, 512)
    assert encoder.in_context([EN[0]], [[]]).shape == (0, 512)


def test_a_new_sentence_costs_the_runs_that_hold_it(kept, embedded):
    encoder = Counting(embedded)
    sentences = [f"{sentence} {number}" for number in range(12) for sentence in EN]
    remembering = KeptEncoder(encoder, kept, "e")
    remembering.runs(sentences, 4)
    sentences[30] = "A new one."
    encoder.seen = 0
    assert same(remembering.runs(sentences, 4), encoder.inner.runs(sentences, 4))
    assert encoder.seen == 7


@given(st.lists(st.sampled_from([*EN, *RU, "No", ".", ""]), min_size=1, max_size=9), st.data())
@settings(max_examples=25, deadline=None)
def test_edited_texts_have_the_bits_of_new_ones(embedded, tmp_path_factory, sentences, data):
    kept = KeptEncoder(embedded, Store(tmp_path_factory.mktemp("kept") / "values", 10_000_000), "e")
    kept.runs(sentences, 4)
    for _ in range(3):
        place = data.draw(st.integers(0, len(sentences) - 1))
        sentences[place : place + data.draw(st.integers(0, 2))] = data.draw(st.lists(st.sampled_from(EN), max_size=2))
        sentences = sentences or ["No"]
        assert same(kept.runs(sentences, 4), embedded.runs(sentences, 4))


def bead(source, target, offset):
    """A bead of given sentences, each `offset` further on than it stood alone."""

    def spans(texts):
        at = offset
        for text in texts:
            yield Span(at, at + len(text), text)
            at += len(text) + 1

    return Bead(tuple(spans(source)), tuple(spans(target)))


def test_beads_come_back_as_they_were_made(kept):
    def document(lang, sentences, gap):
        text, spans = "", []
        for sentence in sentences:
            spans.append(Span(len(text), len(text) + len(sentence), sentence))
            text += sentence + gap
        return Document("d", lang, text), tuple(spans)

    (source, theirs), (target, ours) = document("ru", RU, " "), document("en", EN[:3] + EN[4:], " ")
    plain = plugins.load("aligners", "margin", make_context(Config()))
    expected = plain.align(source, target, (theirs, ours))
    assert any(bead.similarity for bead in expected.beads)
    assert any(not bead.target for bead in expected.beads)
    assert KeptAligner(plain, Memory(kept, "a"), "margin").align(source, target, (theirs, ours)) == expected
    fetching = KeptAligner(None, Memory(kept, "a"), "margin")  # an aligner that is asked would fail
    assert fetching.align(source, target, (theirs, ours)) == expected
    renamed = replace(source, name="another"), replace(target, name="another")
    assert fetching.align(*renamed, (theirs, ours)).beads == expected.beads
    paragraphs, again = document("ru", RU, "\n\n")
    for other in (
        (paragraphs, target, (again, ours)),
        (replace(source, lang="uk"), target, (theirs, ours)),
        (source, target, (theirs[:-1], ours)),
    ):
        with pytest.raises(AttributeError):
            fetching.align(*other)
    with pytest.raises(AttributeError):
        KeptAligner(None, Memory(kept, "a"), "length").align(source, target, (theirs, ours))


def test_an_aligner_whose_sentences_are_its_own_is_not_kept(kept):
    source, target = Document("s", "ru", "Да."), Document("t", "en", "Yes.")
    sides = (Span(0, 3, "Да."),), (Span(0, 4, "Yes."),)

    class Cutting:
        def align(self, source, target, sides):
            return Alignment(source, target, (Bead((Span(0, 2, "Да"),), sides[1]),))

    made = KeptAligner(Cutting(), Memory(kept, "a"), "cutting").align(source, target, sides)
    assert made.beads[0].source[0].text == "Да"
    with pytest.raises(AttributeError):
        KeptAligner(None, Memory(kept, "a"), "cutting").align(source, target, sides)


def test_links_come_back_as_they_were_made(kept):
    beads = [bead([RU[n], RU[n + 1]], [EN[n] + " " + EN[n + 1]], 100 * n) for n in range(4)]
    beads += [bead([RU[0]], [EN[0]], 7), bead([], [EN[0]], 7), bead([RU[0]], [], 7)]
    plain = plugins.load("linkers", "embedded", make_context(Config()))
    expected = [(plain.link(one, "ru", "en"), plain.support(one, "ru", "en")) for one in beads]
    assert any(links for links, _ in expected)
    tokens = make_context(Config()).tokens
    making = KeptLinker(plugins.load("linkers", "embedded", make_context(Config())), Memory(kept, "l"), tokens)
    making.prepare(beads, "ru", "en")
    assert [(making.link(one, "ru", "en"), making.support(one, "ru", "en")) for one in beads] == expected
    fetching = KeptLinker(None, Memory(kept, "l"), tokens)  # a linker that is asked would fail
    fetching.prepare(beads[:3], "ru", "en")
    assert [(fetching.link(one, "ru", "en"), fetching.support(one, "ru", "en")) for one in beads] == expected
    moved = bead([RU[0]], [EN[0]], 50)
    assert fetching.link(moved, "ru", "en") == plain.link(moved, "ru", "en")
    with pytest.raises(AttributeError):
        fetching.link(bead([RU[0]], [EN[1]], 0), "ru", "en")


def test_a_linker_whose_words_are_its_own_is_not_kept(kept):
    word = Token(0, 2, "Да", "да", "word"), Token(0, 3, "Yes", "yes", "word")

    class Cutting:
        def prepare(self, beads, source_lang, target_lang):
            pass

        def link(self, bead, source_lang, target_lang):
            return (Link(*word, 1.0),)

        def support(self, bead, source_lang, target_lang):
            return ((word[0], 1.0),), ((word[1], 1.0),)

    asked = bead(["Давно."], ["Yesterday."], 0), "ru", "en"
    tokens = make_context(Config()).tokens
    assert KeptLinker(Cutting(), Memory(kept, "l"), tokens).link(*asked) == (Link(*word, 1.0),)
    with pytest.raises(AttributeError):
        KeptLinker(None, Memory(kept, "l"), tokens).link(*asked)


def test_predictions_come_back_as_they_were_made(kept, monkeypatch):
    pair = testing.pair(" ".join(EN), " ".join(RU), where=make_context(Config()))
    plain = predictions(make_context(Config()), pair)
    assert all(one.doubts for one in plain)
    assert predictions(make_context(Config(), kept), pair) == plain
    monkeypatch.setattr("checker.prediction.observed.observe", None)  # a bead that is looked at again would fail
    assert predictions(make_context(Config(), kept), pair) == plain
    with pytest.raises(TypeError):
        predictions(make_context(Config(linker="none"), kept), pair)


# A run

ROW = {
    "name": "n",
    "translation_text": "\n\n".join(f"{sentence} Entry {n}." for n in range(4) for sentence in EN),
    "source_text": "\n\n".join(f"{sentence} Запись {n}." for n in range(4) for sentence in RU),
}


@pytest.fixture
def encoded(monkeypatch):
    """What the embedded encoder was asked for: (method, how many texts)."""
    asked = []
    for method in ("encode", "runs", "in_context", "words"):
        original = getattr(plugins.load("encoders", "embedded", None).__class__, method)

        def counted(self, texts, *more, method=method, original=original):
            if len(texts):
                asked.append((method, len(texts)))
            return original(self, texts, *more)

        monkeypatch.setattr(f"checker.encoders.embedded.Embedded.{method}", counted)
    return asked


def checked(row=ROW, **options):
    made = FrameChecker(Config(**options)).row(row)
    assert not made["error"]
    return made["report"]


def test_other_rules_encode_nothing_and_find_the_same(tmp_path, encoded):
    cache = str(tmp_path / "kept")
    plain = checked(cache="none")
    assert same_report(checked(cache=cache), plain)
    encoded.clear()
    other = checked(cache=cache, ignore=("PUN",), preview=True)
    assert encoded == []
    assert same_report(other, checked(cache="none", ignore=("PUN",), preview=True))
    for path in (tmp_path / "kept").glob("*.z"):
        path.unlink()
    encoded.clear()
    assert same_report(checked(cache=cache), plain)
    assert encoded == []


def test_one_changed_side_leaves_the_other(tmp_path, encoded):
    cache = str(tmp_path / "kept")
    checked(cache=cache)
    encoded.clear()
    row = ROW | {
        "translation_text": ROW["translation_text"].replace("Nobody knew why. Entry 2.", "No one knew. Entry 2.")
    }
    made = checked(row, cache=cache)
    counts = [(method, count) for method, count in encoded if method in ("encode", "runs")]
    assert sum(count for _, count in counts) < 30, "80 sentences, of which one is new"
    assert same_report(made, checked(row, cache="none"))


def test_a_run_without_a_cache_keeps_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    checked(cache="none")
    assert list(tmp_path.iterdir()) == []
    checked()
    assert (tmp_path / "checker" / "vectors-1.sqlite").exists()


def test_weights_code_and_device_name_an_encoder():
    encoder = plugins.load("encoders", "embedded", None)
    assert encoder.identity == plugins.load("encoders", "embedded", None).identity
    assert encoder.identity.startswith("embedded|float32|")
    assert not hasattr(plugins.load("encoders", "hashing", None), "identity"), "faster than a disk"
    assert vectors(Path("x")).bound < 1e9
