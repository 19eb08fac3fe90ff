"""The verbs as shapes, and what every part may ask for.

A plug-in is a factory ``factory(context, **options)`` behind an entry point; what it returns has
one of these shapes. Shapes hold only what the pipeline calls.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from checker.bounds import SENTENCES, make_room

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from checker.model import (
        Alignment,
        Article,
        Bead,
        Document,
        Finding,
        Link,
        Note,
        Pair,
        Report,
        Rule,
        Score,
        Span,
        Token,
    )
    from checker.notation import Conventions, Quantity
    from checker.store import Memory

    Vectors = NDArray[np.float32]


class Reader(Protocol):
    """Bytes of a file in, an article out: one document, or more where the file holds pairs."""

    suffixes: tuple[str, ...]

    def read(self, data: bytes, name: str) -> tuple[Article, tuple[Note, ...]]:
        """Decode and parse. Raises InputError for bytes that are no such file."""
        ...


class Language(Protocol):
    """What is known of one language. Offsets count within the string that is passed in."""

    code: str
    name: str

    @property
    def conventions(self) -> Conventions:
        """How figures, quotations and marks are written."""
        ...

    def sentences(self, text: str) -> tuple[Span, ...]:
        """Sentences in order; no white space at their ends; every other character is in one of them."""
        ...

    def words(self, text: str) -> tuple[Token, ...]:
        """Words, numbers and marks in order; white space is in none of them."""
        ...

    def lemma(self, word: str) -> str:
        """Dictionary form in lower case; the word itself where nothing is known."""
        ...

    def zipf(self, word: str) -> float:
        """Frequency on the Zipf scale (log10 per billion words, 0-8); 0 for an unknown word."""
        ...

    def quantities(self, text: str) -> tuple[Quantity, ...]:
        """Numbers, dates, sums and shares by value, in order, disjoint."""
        ...


class Encoder(Protocol):
    """Texts to vectors whose cosine says how alike in meaning they are.

    If it also has an `identity`, a string of all that decides a vector's bits beside the text (weights, precision,
    version), its vectors may be kept between runs.
    """

    name: str
    dimension: int
    languages: frozenset[str]

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors, shape (len(texts), dimension). The same bytes for a text in any batch."""
        ...

    def runs(self, sentences: Sequence[str], longest: int, joint: str = " ") -> Vectors:
        """Unit vectors of runs of neighbours, shape (longest, len(sentences), dimension).

        ``[k - 1, i]`` is the vector of sentences i .. i+k-1 joined; zeros where the run would pass the end.
        """
        ...

    def words(self, words: Sequence[str]) -> Vectors:
        """Context-free unit vectors of single words, shape (len(words), dimension of its own)."""
        ...

    def in_context(self, texts: Sequence[str], places: Sequence[Sequence[tuple[int, int]]]) -> Vectors:
        """Unit vectors of words where they stand, in the space of `words`: a row for each place of each text.

        A place is start and stop in its text; those of a text are sorted and disjoint. Zeros where nothing is known.
        """
        ...


class Aligner(Protocol):
    """Sentences of two documents in, beads out."""

    def align(self, source: Document, target: Document, sides: tuple[Sequence[Span], Sequence[Span]]) -> Alignment:
        """Align the sentences `sides` of the two documents."""
        ...


class Linker(Protocol):
    """Word links inside a bead."""

    def begin(self) -> None:
        """An article begins: what is kept of those before may be dropped; what is asked from now on is kept."""
        ...

    def prepare(self, beads: Sequence[Bead], source_lang: str, target_lang: str) -> None:
        """Beads that will be asked for, so that they can be linked together, which is faster; changes no link."""
        ...

    def link(self, bead: Bead, source_lang: str, target_lang: str) -> tuple[Link, ...]:
        """Links in the order of the target's words; tokens carry document offsets."""
        ...

    def support(self, bead: Bead, source_lang: str, target_lang: str) -> tuple[tuple[tuple[Token, float], ...], ...]:
        """For every word of the source, and of the target, the likelihood in 0-1 that the other side carries it."""
        ...


class Detector(Protocol):
    """A family of rules: an aligned article in, findings out."""

    rules: tuple[Rule, ...]

    def detect(self, pair: Pair) -> Iterable[Finding]:
        """Findings in any order; a detector knows nothing of limits, selections and formats."""
        ...


class Scorer(Protocol):
    """An aligned article and its findings in, scores out."""

    def score(self, pair: Pair, findings: Sequence[Finding]) -> tuple[Score, ...]:
        """Scores whose `per_bead` is parallel to ``pair.beads``; () where the pair lacks what is needed."""
        ...


@runtime_checkable
class Foreseeing(Protocol):
    """A scorer that can judge beads one by one before the findings are made; beads that it was not shown it judges
    when it scores."""

    def prepare(self, pair: Pair, beads: Sequence[Bead]) -> None:
        """Some of ``pair.beads``, whose words have just been linked."""
        ...


class Reporter(Protocol):
    """Reports in, one rendering out."""

    suffix: str
    """Of the file it makes, with the dot: ``.html``."""

    def render(self, reports: Sequence[Report]) -> str | bytes:
        """The whole file. Filters nothing."""
        ...


class Runner(Protocol):
    """Runs a check over many articles, on one machine or many."""

    def run(
        self,
        rows: Iterable[Mapping[str, Any]],
        config: Any,
        root: str,
    ) -> Iterable[Mapping[str, Any]]:
        """A result row (batch.py) for every row of a manifest, in any order; draws rows as workers are free.

        `config` is a Config; paths count from `root`. An article whose worker dies, or that takes too long, is a row
        with an error.
        """
        ...


@dataclass(frozen=True)
class Context:
    """What parts get instead of their neighbours; each thing is made when first asked for."""

    language: Callable[[str], Language]
    """By ISO 639-1 code; a generic language for a valid code without a file."""
    encoder: Callable[[], Encoder | None]
    """The run's encoder, or None in a run without one."""
    linker: Callable[[], Linker | None]
    """Word links, or None in a run without them."""
    words: frozenset[str] = frozenset()
    """The desk's own words, lower-cased: never a spelling error."""
    glossary: tuple[Mapping[str, str], ...] = ()
    """The desk's glossary rows: source, required, forbidden, note."""
    variant: str = ""
    """``en-GB``, ``en-US`` or "" for as found."""
    options: Mapping[str, object] = field(default_factory=dict)
    memory: Memory | None = None
    """Where what was made of a sentence is kept between runs; None in a run that keeps nothing."""
    _tokens: dict[tuple[str, int, str], tuple[Token, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def tokens(self, lang: str, span: Span) -> tuple[Token, ...]:
        """Tokens of a span, with the document's offsets; remembered, for every detector asks for the same sentences."""
        key = lang, span.start, span.text  # the hash of a span is a call of its own, and every rule asks here
        found = self._tokens.get(key)
        if found is None:
            make_room(self._tokens, SENTENCES)
            found = self._tokens[key] = self._placed(lang, span)
        return found

    def _placed(self, lang: str, span: Span) -> tuple[Token, ...]:
        from checker.model import Token

        at = span.start
        return tuple(
            Token(token.start + at, token.stop + at, token.text, token.lemma, token.kind, token.tags)
            for token in self.language(lang).words(span.text)
        )

    def links(self, bead: Bead, source_lang: str, target_lang: str) -> tuple[Link, ...]:
        """Word links of a bead; () where there is no linker or the bead has an empty side."""
        linker = self.linker()
        if linker is None or not bead.source or not bead.target:
            return ()
        return linker.link(bead, source_lang, target_lang)
