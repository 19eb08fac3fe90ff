"""Vectors, beads and word links by content, kept between runs: a sentence that has not changed is not encoded again.

They serve where a finished report does not: one side of an article was edited, or other rules, scorers or a new
version look at it. What comes from here has the bits that it would have if it were made anew.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from checker.model import Alignment, Bead, Link, Token
from checker.store import content_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from checker.model import Document, Span
    from checker.protocols import Aligner, Encoder, Linker
    from checker.store import Memory, Store

    Vectors = NDArray[np.float32]
    Support = tuple[tuple[tuple[Token, float], ...], ...]
    Linked = tuple[tuple[Link, ...], Support]

T = TypeVar("T")


def _floats(data: bytes) -> Vectors:
    return np.frombuffer(data, np.float32)


@dataclass(frozen=True, eq=False)
class KeptEncoder:
    """An encoder whose vectors are kept, text by text and word by word."""

    inner: Encoder
    store: Store
    identity: str
    """What decides a vector's bits, beside the text."""

    @property
    def name(self) -> str:
        """The encoder's own."""
        return self.inner.name

    @property
    def dimension(self) -> int:
        """The encoder's own."""
        return self.inner.dimension

    @property
    def languages(self) -> frozenset[str]:
        """The encoder's own."""
        return self.inner.languages

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (len(texts), dimension)."""
        return self._each("encode", texts)

    def runs(self, sentences: Sequence[str], longest: int, joint: str = " ") -> Vectors:
        """Unit vectors of runs of neighbours, shape (longest, len(sentences), dimension); zeros past the end."""
        if not sentences:
            return self.inner.runs(sentences, longest, joint)
        # Under one key lie all runs that begin with a sentence.
        keys = [
            content_key(self.identity, "runs", str(longest), joint, *sentences[start : start + longest])
            for start in range(len(sentences))
        ]
        found = self.store.get(keys)
        made: dict[bytes, bytes] = {}
        for lacking, group in groupby(range(len(keys)), lambda start: keys[start] not in found):
            if lacking:
                places = list(group)
                seen = sentences[places[0] : places[-1] + longest]
                vectors = self.inner.runs(seen, longest, joint)
                made |= {keys[start]: vectors[:, start - places[0]].tobytes() for start in places}
        if made:
            self.store.put(made)
            found |= made
        return np.stack([_floats(found[key]).reshape(longest, -1) for key in keys], axis=1)

    def words(self, words: Sequence[str]) -> Vectors:
        """Context-free unit vectors of single words, a row for each."""
        return self._each("words", words)

    def in_context(self, texts: Sequence[str], places: Sequence[Sequence[tuple[int, int]]]) -> Vectors:
        """Unit vectors of words where they stand, a row for each place of each text; kept text by text."""
        order = [(text, tuple(spans)) for text, spans in zip(texts, places, strict=True) if spans]
        if not order:
            return self.inner.in_context(texts, places)

        def make(new: Sequence[tuple[str, tuple[tuple[int, int], ...]]]) -> Sequence[Vectors]:
            rows = self.inner.in_context([text for text, _ in new], [spans for _, spans in new])
            return np.split(rows, list(accumulate(len(spans) for _, spans in new))[:-1])

        found = self._filled(
            {one: content_key(self.identity, "in context", one[0], repr(one[1])) for one in order}, make
        )
        return np.concatenate([found[one].reshape(len(one[1]), -1) for one in order])

    def _each(self, what: str, texts: Sequence[str]) -> Vectors:
        """A row for each text, by the encoder's method `what`, which stands in the keys too."""

        def make(new: Sequence[str]) -> Vectors:
            rows: Vectors = getattr(self.inner, what)(new)
            return rows

        if not texts:
            return make(texts)
        found = self._filled({text: content_key(self.identity, what, text) for text in texts}, make)
        return np.stack([found[text] for text in texts])

    def _filled(self, keys: Mapping[T, bytes], make: Callable[[Sequence[T]], Iterable[Vectors]]) -> dict[T, Vectors]:
        """What lies under the keys; what does not is made together, and kept."""
        found = self.store.get(list(keys.values()))
        new = [one for one, key in keys.items() if key not in found]
        if new:
            made = {keys[one]: vectors.tobytes() for one, vectors in zip(new, make(new), strict=True)}
            self.store.put(made)
            found |= made
        return {one: _floats(found[key]) for one, key in keys.items()}


@dataclass(frozen=True, eq=False)
class KeptAligner:
    """An aligner whose beads are kept for two texts and the sentences that they are cut into."""

    inner: Aligner
    memory: Memory
    name: str

    def align(self, source: Document, target: Document, sides: tuple[Sequence[Span], Sequence[Span]]) -> Alignment:
        """Align the sentences `sides` of two documents, or fetch how they were aligned."""
        texts = (source.lang, source.text, target.lang, target.text)
        key = self.memory.key("beads", self.name, *texts, *(repr([(s.start, s.stop) for s in side]) for side in sides))
        data = self.memory.store.get([key]).get(key)
        if data is not None:
            return Alignment(source, target, tuple(_beads(data, sides)))
        made = self.inner.align(source, target, sides)
        places = [{span: number for number, span in enumerate(side)} for side in sides]
        if all(known.keys() >= set(cut) for bead in made.beads for known, cut in _cut(bead, places)):
            self.memory.store.put({key: _numbered(made.beads, places)})
        return made


def _cut(bead: Bead, places: Sequence[Mapping[Span, int]]) -> Iterable[tuple[Mapping[Span, int], Sequence[Span]]]:
    """The numbers of each side's sentences, and those of the bead."""
    return zip(places, (bead.source, bead.target), strict=True)


def _numbered(beads: Iterable[Bead], places: Sequence[Mapping[Span, int]]) -> bytes:
    """As JSON: the numbers of each bead's sentences, and what else is known of it."""
    values = [
        [*([known[span] for span in cut] for known, cut in _cut(bead, places)), *_measures(bead)] for bead in beads
    ]
    return json.dumps(values, separators=(",", ":")).encode("ascii")


def _measures(bead: Bead) -> tuple[float | None, float, bool]:
    return None if bead.similarity is None else float(bead.similarity), float(bead.confidence), bead.moved


def _beads(data: bytes, sides: Sequence[Sequence[Span]]) -> Iterable[Bead]:
    for source, target, *measures in json.loads(data):
        yield Bead(tuple(sides[0][n] for n in source), tuple(sides[1][n] for n in target), *measures)


@dataclass(frozen=True, eq=False)
class KeptLinker:
    """A linker whose links are kept, bead by bead."""

    inner: Linker
    memory: Memory
    tokens: Callable[[str, Span], tuple[Token, ...]]
    """Of a sentence by its language, with the document's offsets: `Context.tokens`."""
    _known: dict[tuple[Bead, str, str], Linked] = field(default_factory=dict, repr=False)

    def begin(self) -> None:
        """Drop what is at hand of the articles before."""
        self.inner.begin()
        self._known.clear()

    def prepare(self, beads: Sequence[Bead], source_lang: str, target_lang: str) -> None:
        """Fetch the links of beads, or make them together."""
        new = [bead for bead in dict.fromkeys(beads) if (bead, source_lang, target_lang) not in self._known]
        keys = {bead: self._bead_key(bead, source_lang, target_lang) for bead in new}
        found = self.memory.store.get(list(keys.values()))
        lacking = [bead for bead, key in keys.items() if key not in found]
        if lacking:
            self.inner.prepare(lacking, source_lang, target_lang)
        made: dict[bytes, bytes] = {}
        for bead, key in keys.items():
            sides = [
                [token for span in spans for token in self.tokens(lang, span)]
                for spans, lang in ((bead.source, source_lang), (bead.target, target_lang))
            ]
            if key in found:
                linked = _unpacked(found[key], sides)
            else:
                asked = bead, source_lang, target_lang
                linked = self.inner.link(*asked), self.inner.support(*asked)
                packed = _packed(linked, sides)
                if packed is not None:
                    made[key] = packed
            self._known[bead, source_lang, target_lang] = linked
        if made:
            self.memory.store.put(made)

    def link(self, bead: Bead, source_lang: str, target_lang: str) -> tuple[Link, ...]:
        """Links in the order of the target's words; tokens carry document offsets."""
        return self._one(bead, source_lang, target_lang)[0]

    def support(self, bead: Bead, source_lang: str, target_lang: str) -> Support:
        """For every word of the source, and of the target, the likelihood in 0-1 that the other side carries it."""
        return self._one(bead, source_lang, target_lang)[1]

    def _one(self, bead: Bead, source_lang: str, target_lang: str) -> Linked:
        known = self._known.get((bead, source_lang, target_lang))
        if known is None:
            self.prepare((bead,), source_lang, target_lang)
            known = self._known[bead, source_lang, target_lang]
        return known

    def _bead_key(self, bead: Bead, source_lang: str, target_lang: str) -> bytes:
        return self.memory.key("links", source_lang, target_lang, *bead.content)


def _packed(linked: Linked, sides: Sequence[Sequence[Token]]) -> bytes | None:
    """As JSON, the numbers of the tokens in place of them; None where a linker has tokens of its own."""
    links, support = linked
    known = [{token.start: number for number, token in enumerate(side)} for side in sides]
    used = [[link.source for link in links], [link.target for link in links]]
    for tokens, words in zip(used, support, strict=True):
        tokens += [token for token, _ in words]
    for tokens, numbers, side in zip(used, known, sides, strict=True):
        if any(token.start not in numbers or side[numbers[token.start]] != token for token in tokens):
            return None
    values = [
        [[known[0][link.source.start], known[1][link.target.start], link.strength] for link in links],
        *(
            [[numbers[token.start], value] for token, value in words]
            for numbers, words in zip(known, support, strict=True)
        ),
    ]
    return json.dumps(values, separators=(",", ":")).encode("ascii")


def _unpacked(data: bytes, sides: Sequence[Sequence[Token]]) -> Linked:
    links, *support = json.loads(data)
    return tuple(Link(sides[0][i], sides[1][j], strength) for i, j, strength in links), tuple(
        tuple((side[number], value) for number, value in words) for side, words in zip(sides, support, strict=True)
    )
