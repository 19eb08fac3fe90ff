"""Word links from the encoder's word vectors, sound, quantities and place.

For every pair of words of a bead a few figures (see _evidence.py) give a probability; then each word takes the best
free partner, strongest pair first, and a word that is left over joins the partner of the word beside it
(Центробанк: central bank).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from checker import plugins
from checker.linkers._closed import article
from checker.linkers._evidence import NAMES, Side, figures
from checker.model import Link, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from checker.model import Bead, Span
    from checker.notation import Quantity
    from checker.protocols import Context, Encoder

    Floats = NDArray[np.float32]

# Logistic regressions over the figures of _evidence.py, the intercept last (benchmarks/links.py --fit). Between words
# of content: on the 40 pairs "tune" of tests/links/ru-en.tsv. Between words of closed classes: on the links that
# come with MLQE-PE ru-en train (CC0), first 1,500 lines; those are machine-made, and so no gold.
_CONTENT = np.array([2.02, 6.65, 1.07, 0.28, 0.69, 0.00, -3.07, -3.28, 0.00, 1.11, -0.19], np.float32)
_CLOSED = np.array([2.81, 6.21, 0.31, 0.06, 0.20, 0.00, -7.80, 0.00, 0.00, 2.21, -1.37], np.float32)
# Whether the other side has a word at all, from its best cosine, its best quantity figure and its best score of the
# above; intercept last. Logistic regression on the words of those 40 pairs and, in equal number, the same words with
# what they are linked to taken out: even odds. On the 20 pairs "check" the area under its ROC curve is 0.98.
_SUPPORT = np.array([0.98, 1.03, 1.50, -0.66], np.float32)
_CALIBRATION = 1 / 3
"""Power of a chosen pair's probability that gives its share of right: the rivals it won against speak for it too."""
_ALONE = 0.3
"""Least probability of a link between two words that are both free."""
_JOINED = 0.2
"""Least probability of a link to a word that is taken, by the word beside the one that has it."""
_LONGEST = 4000
"""Characters of a side beyond which a bead is not linked: it is no bead, and its table would grow with the square."""
_BATCH = 64
"""Beads that the encoder gets at once."""


@dataclass(frozen=True, slots=True)
class _Linked:
    """A bead's words, how well each is supported by the other side, and its links."""

    source: tuple[Token, ...]
    target: tuple[Token, ...]
    support: tuple[Floats, Floats]
    links: tuple[Link, ...]


_NOTHING = _Linked((), (), (np.zeros(0, np.float32), np.zeros(0, np.float32)), ())


class Embedded:
    """Word links inside beads; those of an article are kept, however long it is."""

    def __init__(self, context: Context, encoder: Encoder) -> None:
        self._context, self._encoder = context, encoder
        self._linked: dict[tuple[Bead, str, str], _Linked] = {}

    def begin(self) -> None:
        """Drop what is kept of the articles before."""
        self._linked = {}

    def prepare(self, beads: Sequence[Bead], source_lang: str, target_lang: str) -> None:
        """Link beads together that will be asked for: half the time, for the encoder gets them in one batch."""
        keys = [(bead, source_lang, target_lang) for bead in beads]
        new = [key for key in dict.fromkeys(keys) if key not in self._linked]
        for first in range(0, len(new), _BATCH):
            batch = new[first : first + _BATCH]
            fitting = [key for key in batch if _fits(key[0])]
            self._linked.update(dict.fromkeys(batch, _NOTHING))
            sides = self._sides([bead for bead, _, _ in fitting], source_lang, target_lang)
            self._linked.update(zip(fitting, map(_solved, sides), strict=True))

    def link(self, bead: Bead, source_lang: str, target_lang: str) -> tuple[Link, ...]:
        """Links in the order of the target's words; tokens carry document offsets. () where a side is empty."""
        linked = self._one(bead, source_lang, target_lang)
        return linked.links

    def support(self, bead: Bead, source_lang: str, target_lang: str) -> tuple[tuple[tuple[Token, float], ...], ...]:
        """For every word of the source, and of the target, the likelihood in 0-1 that the other side carries it.

        At even odds, and measured for words of content: as nearly every word of a translation is carried over, a word
        with 0.3 still more often is than is not. No words for a bead that is too long to be linked.
        """
        linked = self._one(bead, source_lang, target_lang)
        return tuple(
            tuple((token, round(value, 4)) for token, value in zip(tokens, values.tolist(), strict=True))
            for tokens, values in zip((linked.source, linked.target), linked.support, strict=True)
        )

    def _one(self, bead: Bead, source_lang: str, target_lang: str) -> _Linked:
        key = (bead, source_lang, target_lang)
        if key not in self._linked:
            self.prepare((bead,), source_lang, target_lang)
        return self._linked[key]

    def _sides(self, beads: Sequence[Bead], source_lang: str, target_lang: str) -> list[tuple[Side, Side]]:
        """Both sides' words of every bead; marks are no words."""
        spans = [(span, lang) for bead in beads for span, lang in _spans(bead, source_lang, target_lang)]
        tokens = [self._context.language(lang).words(span.text) for span, lang in spans]
        # The marks too, as the scores ask: then the encoder has done it for both.
        vectors = self._encoder.in_context(
            [span.text for span, _ in spans], [[(t.start, t.stop) for t in found] for found in tokens]
        )
        vectors = vectors[[token.kind != "mark" for found in tokens for token in found]]
        inside = [[token for token in found if token.kind != "mark"] for found in tokens]
        flat = [token for found in inside for token in found]
        alone = self._encoder.words([*(token.text.lower() for token in flat), *(token.lemma for token in flat)])
        vectors = vectors + alone[: len(flat)] + alone[len(flat) :]
        vectors /= np.maximum(np.sqrt(np.einsum("ij,ij->i", vectors, vectors)), np.float32(1e-9))[:, None]
        rest = iter(np.split(vectors, np.cumsum([len(tokens) for tokens in inside])[:-1]))
        return [
            (
                self._side(source_lang, bead.source, list(islice(rest, len(bead.source)))),
                self._side(target_lang, bead.target, list(islice(rest, len(bead.target)))),
            )
            for bead in beads
        ]

    def _side(self, lang: str, spans: Sequence[Span], found: Sequence[Floats]) -> Side:
        """The words of some sentences with the document's offsets."""
        language = self._context.language(lang)
        tokens = tuple(token for span in spans for token in self._context.tokens(lang, span) if token.kind != "mark")
        quantities = tuple(_moved(quantity, span) for span in spans for quantity in language.quantities(span.text))
        vectors = np.concatenate(found) if found else np.zeros((0, 1), np.float32)
        return Side(lang, tokens, vectors, quantities)


def _fits(bead: Bead) -> bool:
    return all(sum(len(span.text) for span in side) <= _LONGEST for side in (bead.source, bead.target))


def _spans(bead: Bead, source_lang: str, target_lang: str) -> list[tuple[Span, str]]:
    return [(span, source_lang) for span in bead.source] + [(span, target_lang) for span in bead.target]


def _moved(quantity: Quantity, span: Span) -> Quantity:
    """A quantity of a span's text, with the document's offsets."""
    return replace(quantity, start=quantity.start + span.start, stop=quantity.stop + span.start)


def _solved(sides: tuple[Side, Side]) -> _Linked:
    source, target = sides
    if not source.tokens or not target.tokens:
        nothing = np.zeros(len(source.tokens), np.float32), np.zeros(len(target.tokens), np.float32)
        return _Linked(source.tokens, target.tokens, nothing, ())
    values = figures(source, target)
    content, closed = values @ _CONTENT[:-1] + _CONTENT[-1], values @ _CLOSED[:-1] + _CLOSED[-1]
    probabilities = _sigmoid(np.where(values[:, :, NAMES.index("closed")] > 0, closed, content))
    probabilities[_lone_articles(source, target)] = 0.0
    pairs = sorted(_choose(probabilities), key=lambda pair: (pair[1], pair[0]))
    strengths = [round(float(probabilities[pair]) ** _CALIBRATION, 4) for pair in pairs]
    return _Linked(
        source.tokens,
        target.tokens,
        (_supported(values, content, axis=1), _supported(values, content, axis=0)),
        tuple(Link(source.tokens[i], target.tokens[j], n) for (i, j), n in zip(pairs, strengths, strict=True)),
    )


def _supported(values: Floats, scores: Floats, axis: int) -> Floats:
    """How likely the words along the other axis have a counterpart along this one."""
    best = (values[:, :, NAMES.index(name)].max(axis=axis) for name in ("cosine", "quantity"))
    return _sigmoid(np.stack((*best, scores.max(axis=axis)), axis=1) @ _SUPPORT[:-1] + _SUPPORT[-1])


def _sigmoid(scores: Floats) -> Floats:
    return (1 / (1 + np.exp(-scores))).astype(np.float32)


def _lone_articles(source: Side, target: Side) -> NDArray[np.bool_]:
    """Pairs with an article of a language whose partner has none: it stands for no word."""
    left = [article(token, source.lang, target.lang) for token in source.tokens]
    right = [article(token, target.lang, source.lang) for token in target.tokens]
    lone: NDArray[np.bool_] = np.logical_or.outer(np.array(left, bool), np.array(right, bool))
    return lone


def _choose(probabilities: Floats) -> tuple[tuple[int, int], ...]:
    """Pairs of words: the strongest first, each word once; then what is left beside what is linked."""
    strongest = np.argsort(-probabilities, axis=None, kind="stable")
    alone, joined = ((probabilities >= least).sum() for least in (_ALONE, _JOINED))
    rows, columns = np.unravel_index(strongest[:joined], probabilities.shape)
    pairs = list(zip(rows.tolist(), columns.tolist(), strict=True))
    partner: dict[int, int] = {}
    taken: dict[int, int] = {}
    for i, j in pairs[:alone]:
        if i not in partner and j not in taken:
            partner[i], taken[j] = j, i
    chosen = dict.fromkeys(partner.items())
    for i, j in pairs:
        beside = (j not in taken and abs(partner.get(i, -9) - j) <= 2) or (
            i not in partner and abs(taken.get(j, -9) - i) <= 2
        )
        if beside:
            chosen[i, j] = None
            partner.setdefault(i, j)
            taken.setdefault(j, i)
    return tuple(chosen)


def linker(context: Context) -> Embedded:
    """Word links by the embedded encoder, whichever encoder the run has: the figures' weights are for its vectors."""
    encoder = context.encoder()
    if encoder is None or encoder.name != "embedded":
        encoder = plugins.load("encoders", "embedded", context)
    return Embedded(context, encoder)
