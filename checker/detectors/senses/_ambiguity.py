"""Which sense of an ambiguous word of the original is meant, asked of the words around it and of the encoder.

The table checker/data/ambiguous.tsv keeps the senses apart: шайба is a puck or a washer. Where the translation has a
word of one sense, words of the other senses are put in its place. Words of the original that stand near a sense (its
cues in the table: хоккей; болт), beside the word, in its sentence or in the article around it, words of the topics that
the cues belong to (checker/data/topics.tsv) and the four figures of `_CHEAP` and `_DEAR` say which of them is meant. A
word is asked about only where cues lead for another sense, or none speaks for a noun's sense that the table marks as
rare: without any the four figures are no guide. A first look needs no sentence to be encoded, and leaves few to encode.

The weights are a conditional logistic regression over 4,525 choices of post-editors (MLQE-PE ru-en train, CC0; learned
by ``python -m training.senses --data DIR``): they had left or written a word of one sense, and it should win over the
others. It does in 89 of 100 on pages kept out, in 84 without the cues. Cues of other sentences have a weight by hand,
for the set's sentences do not follow each other: in translations by people (NTREX, newstest2021) three more of them
than of any other sense are right in 16 of 17 words that have no cue in their sentence, two in 9 of 10, one in 4 of 5.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from checker.detectors._english_forms import forms
from checker.detectors.senses._english import named
from checker.detectors.senses._retold import alike
from checker.detectors.senses._sense_table import holds, known_words, senses_of
from checker.detectors.senses._standing import VERBS, phrasal, renderings, standing
from checker.detectors.senses._surroundings import Surroundings
from checker.patterns import plain_word
from checker.prediction import fitted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from checker.detectors.senses._sense_table import Sense
    from checker.model import Bead, Document, Pair, Span, Token
    from checker.protocols import Context, Encoder

    Floats = NDArray[np.float32]

_CHEAP = np.array([17.4, 27.9])
"""Of a rendering's cosine to the words of its sentence, and to those of the original's sentences around."""
_DEAR = np.array([8.4, 6.7])
"""Of the sentence's cosine to the original's, and of the word's to the original's word, both where they stand."""
_CUES = np.array([3.0, 1.3, 0.7, 0.7], np.float32)
"""Of a cue of the sense beside the original's word, elsewhere in its sentence, and around; of a word of its topic."""
_RARE = 1.6
"""Taken from a sense that the table marks as rare: one in five, as a logarithm."""
_GLANCE = 0.6
"""Lead after the first look that a rendering needs for the second."""
_GAIN = 0.2
"""What another sense's rendering has to gain in the sentence where no re-translation speaks for it."""
_SURER = 0.1
"""By how much less for each unit of the cues' lead."""
_CUED = 1.2
"""Lead by cues alone from which they speak for a sense."""
_TRIED = 3
"""Renderings of a sense that are tried in their sentence."""
_MARGIN = 4.5
"""Lead of another sense's rendering over all those of the sense that stands there.

Of the words of a sense in translations by people one in 300 leads by more for another sense, half of them rightly; of
those that another sense's word was put in for, two of five do (`python -m benchmarks.senses`).
"""
_TOLD = -4.0
"""The same where a re-translation has a word of that sense and none of the sense that stands there."""
_Leaders = tuple[dict[str, float], tuple[dict[str, float], ...]]
_Said = tuple[float | None, ...]
"""By how much cues speak for each other sense; None where nothing does."""


@dataclass(frozen=True, slots=True)
class Misread:
    """A word of the translation in a sense that the original does not mean."""

    source: Token
    target: Token
    better: tuple[str, ...]
    """Renderings of the sense that is meant."""
    lead: float


@dataclass(frozen=True, slots=True)
class Choice:
    """A word that stands for one sense of an ambiguous word."""

    bead: Bead
    place: int
    source: Token
    target: Token
    senses: tuple[Sense, ...]
    """The one that stands there first."""
    told: tuple[tuple[str, ...], ...]
    """Renderings of each other sense that a re-translation has, where it has none of the sense that stands there."""

    @property
    def words(self) -> tuple[tuple[str, ...], ...]:
        """Renderings of each sense, the word that stands there with its own."""
        own, *others = (sense.renderings for sense in self.senses)
        return tuple(dict.fromkeys((self.target.lemma, *own))), *others


class Ambiguity:
    """Looks for ambiguous words in a sense that is not meant."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def misread(self, pair: Pair, settled: frozenset[int] = frozenset()) -> Iterator[Misread]:
        """Words in a wrong sense, sentence by sentence; nothing where the run has no encoder or no word links.

        `settled`: where the words stand whose sense another word of the original settles, which are not asked about.
        """
        encoder = fitted(self._context).encoder()
        if pair.source is None or encoder is None:
            return
        surroundings = Surroundings(self._context, pair)
        asked = (_unlike(encoder, choice) for choice in self.choices(pair) if choice.source.start not in settled)
        cued = ((choice, _cued(choice, surroundings)) for choice in asked)
        spoken = {choice: (cues, _spoken(encoder, choice, cues)) for choice, cues in cued}
        choices = {choice: both for choice, both in spoken.items() if any(lead is not None for lead in both[1])}
        words = {word for choice in choices for sense in choice.words for word in sense}
        surroundings.learn(encoder, words, {choice.place for choice in choices})
        near = [
            (choice, found, said)
            for choice, (cues, said) in choices.items()
            if (found := _leaders(choice, surroundings, cues, said))
        ]
        for (choice, _, _), leads in zip(near, _look(encoder, pair, near), strict=True):
            over = [lead - (_TOLD if told else _MARGIN) for lead, told in zip(leads, choice.told, strict=True)]
            best = max(range(len(over)), key=over.__getitem__)
            if over[best] > 0:
                yield Misread(choice.source, choice.target, choice.senses[best + 1].advice, leads[best])

    def choices(self, pair: Pair) -> Iterator[Choice]:
        """Words whose sense the table knows, with its other senses."""
        assert pair.source is not None  # noqa: S101 -- the caller asked
        langs = pair.source.source.lang, pair.translation.lang
        rows = known_words(langs[0])
        for place, (bead, reference) in enumerate(zip(pair.beads, pair.reference_texts, strict=True)):
            originals = [token for span in bead.source for token in self._context.tokens(langs[0], span)]
            known = {
                token.start: senses_of(langs[0], form)
                for token in originals
                if token.kind == "word"
                and ((form := plain_word(token.text)) in rows or (form := plain_word(token.lemma)) in rows)
            }
            if not known:
                continue
            words = [token for span in bead.target for token in self._context.tokens(langs[1], span)]
            links = self._context.links(bead, *langs)
            text = _text(pair.translation, bead.target) if bead.target else ""
            text = "\n".join((text, " ".join(token.lemma for token in words)))
            elsewhere = {form for token in self._context.language(langs[1]).words(reference) for form in forms(token)}
            for source, linked, free in renderings(originals, words, links, known):
                there = {form for token in free for form in forms(token)}
                meant = [sense for sense in known[source.start] if holds(text, there, sense.renderings)]
                target = standing(meant[0], linked, words) if len(meant) == 1 else None
                if target and not phrasal(source, target, words) and not named((target,), words):
                    others = tuple(sense for sense in known[source.start] if sense is not meant[0])
                    silent = not holds(reference, elsewhere, meant[0].advice)
                    told = tuple(
                        tuple(word for word in sense.renderings if silent and holds(reference, elsewhere, (word,)))
                        for sense in others
                    )
                    yield Choice(bead, place, source, target, (meant[0], *others), told)


def _unlike(encoder: Encoder, choice: Choice) -> Choice:
    """A choice in which a re-translation speaks for no sense by a word that may mean what stands there."""
    if not any(choice.told):
        return choice
    return replace(
        choice, told=tuple(() if said and alike(encoder, choice.target, said) else said for said in choice.told)
    )


def _cued(choice: Choice, surroundings: Surroundings) -> list[float]:
    """What the cues of each sense and the words of its topic say for it."""
    signs = [(sense.cues, sense.topic) for sense in choice.senses]
    said: list[float] = (surroundings.cues(choice.place, choice.source, signs) @ _CUES).tolist()
    return said


def _spoken(encoder: Encoder, choice: Choice, cued: Sequence[float]) -> _Said:
    """By how much cues speak for each other sense, where they, a re-translation, or a rare sense that stands there do.

    Without these nine of ten that the encoder called wrong were right. A rare sense's rendering that may be said of the
    usual one is as right as any (hothouse, greenhouse); and a verb's rare senses are mostly what it says literally,
    which stories are told in: those want a cue like any other.
    """
    own, *others = cued
    rare = choice.senses[0].rare and VERBS.isdisjoint(choice.source.tags)
    found = []
    for sense, told, other in zip(choice.senses[1:], choice.told, others, strict=True):
        unlike = rare and other >= own and not alike(encoder, choice.target, sense.renderings)
        found.append(other - own if told or other - own > _CUED or unlike else None)
    return tuple(found)


def _leaders(choice: Choice, surroundings: Surroundings, cued: Sequence[float], spoken: _Said) -> _Leaders | None:
    """Sums of the first look, of the own sense's renderings and of the others', or None where none leads enough."""
    senses = choice.words
    flat = [word for sense in senses for word in sense]
    nearness = surroundings.nearness(choice.place, choice.source, choice.target, flat) @ _CHEAP
    cues = [said - _RARE * sense.rare for said, sense in zip(cued, choice.senses, strict=True)]
    cheap = iter(nearness.tolist())
    own, *others = ({word: next(cheap) + cue for word in sense} for sense, cue in zip(senses, cues, strict=True))
    floor = max(own.values()) + _GLANCE
    kept = tuple(
        _best({word: value for word, value in sense.items() if said is not None and (told or value > floor)})
        for sense, told, said in zip(others, choice.told, spoken, strict=True)
    )
    return (_best(own), kept) if any(kept) else None


def _best(sums: dict[str, float]) -> dict[str, float]:
    return {word: sums[word] for word in sorted(sums, key=sums.__getitem__)[-_TRIED:]}


def _look(encoder: Encoder, pair: Pair, near: Sequence[tuple[Choice, _Leaders, _Said]]) -> Iterator[tuple[float, ...]]:
    """For every choice the lead of each other sense over the one that stands there, with its sentence encoded."""
    asked = [(choice, (own, *others)) for choice, (own, others), _ in near]
    spoken = [said for _, _, said in near]
    looked = renderings_in_place(encoder, pair, asked)
    for (choice, senses), said, figures in zip(asked, spoken, looked, strict=True):
        dear = iter((figures @ _DEAR).tolist())
        there = [[(cheap, next(dear)) for cheap in sense.values()] for sense in senses]
        own, *sums = (max((sum(both) for both in sense), default=-np.inf) for sense in there)
        least, *gained = (max((gain for _, gain in sense), default=-np.inf) for sense in there)
        yield tuple(
            value - own if told or gain > least + _GAIN - _SURER * (lead or 0.0) else -np.inf
            for value, gain, told, lead in zip(sums, gained, choice.told, said, strict=True)
        )


def preference(encoder: Encoder, pair: Pair, choice: Choice, better: Sequence[str]) -> float:
    """What the nearest of some renderings gains over the one that stands there, each put in the sentence."""
    said = pair.translation.text[choice.target.start : choice.target.stop]
    there, *others = (renderings_in_place(encoder, pair, [(choice, [(said, *better)])])[0] @ _DEAR).tolist()
    return float(max(others) - there)


def renderings_in_place(
    encoder: Encoder, pair: Pair, asked: Sequence[tuple[Choice, Sequence[Iterable[str]]]]
) -> list[Floats]:
    """Of the renderings of each choice, put where the word stands: shape (renderings, 2).

    The cosine of the sentence to the original's, and of the rendering to the original's word.
    """
    if pair.source is None or not asked:
        return []
    texts: list[str] = []
    places: list[list[tuple[int, int]]] = []
    sizes: list[int] = []
    for choice, senses in asked:
        text, at = _text(pair.translation, choice.bead.target), choice.bead.target[0].start
        start, stop = choice.target.start - at, choice.target.stop - at
        words = [word for sense in senses for word in sense]
        sizes.append(len(words))
        texts += [text[:start] + word + text[stop:] for word in words]
        places += [[(start, start + len(word))] for word in words]
    originals = [_text(pair.source.source, choice.bead.source) for choice, _ in asked]
    begins = [choice.bead.source[0].start for choice, _ in asked]
    theirs = [
        [(choice.source.start - at, choice.source.stop - at)] for (choice, _), at in zip(asked, begins, strict=True)
    ]
    owners = np.repeat(np.arange(len(asked)), sizes)
    source, word_there = encoder.encode(originals), encoder.in_context(originals, theirs)
    whole = np.einsum("ij,ij->i", encoder.encode(texts), source[owners])
    inside = np.einsum("ij,ij->i", encoder.in_context(texts, places), word_there[owners])
    return np.split(np.stack((whole, inside), axis=1), np.cumsum(sizes)[:-1])


def _text(document: Document, spans: Sequence[Span]) -> str:
    return document.text[spans[0].start : spans[-1].stop]
