"""Renderings that a word never has in the news, but where the article or its grammar speak of what they mean.

The table checker/data/misreadings.tsv has for a word of the original the English of a sense that is read into it (a
пень for the пеня of a debtor, a headset for a suite of furniture), what English says, and what lets the rendering be:
words or topics of the original that stand anywhere in the article. Where the English may be right as often as not, a
row names what has to be spoken of ("given"): in the verb's sentence, near a noun, or by the article as a whole. Where
the cell "when" names a form or a place of the word, the row is about that alone: an adjective that stands as a noun, a
verb that tells who said what was quoted.
A word link says which English word renders the word; nothing is weighed. A word that no link speaks of, as nonsense
has none (a bump stop for the отбойник of a road), is taken for the wrong English that renders nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._cues import readable
from checker.detectors.senses._ambiguity import Choice, preference
from checker.detectors.senses._english import English, named
from checker.detectors.senses._places import holds, is_name
from checker.detectors.senses._sense_table import topics_of
from checker.patterns import plain
from checker.prediction import fitted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from checker.model import Bead, Link, Pair, Token
    from checker.protocols import Context

_LINKED = 0.55
_ELSEWHERE = 0.3
"""The same, from which an English word renders another word, where nothing is linked to the word asked about."""
_TAKEN = 0.7
"""Strength of a link from which an English word renders another word of the original."""
_OVER = 0.15
"""Lead of a link from another word of the original from which the English renders that one."""
_TOPICAL, _ABOUT = 4, 2
"""Words of a topic in an article that let a rendering of it be, and near a word that make the sentence one about it."""
_WORDS, _WHOLE = 4, 10
"""Words that a row asks for, and words of a topic that it asks for, which make a whole article one about it."""
_BESIDE = 4
"""Words to either side of a word within which what a row asks for is about that word."""
_NOT, _MAYBE, _SURE = range(3)
_GAIN = -1.0
"""What the right rendering gains at least over the one that stands there, for a row that may hold to do so."""
_NEIGHBOURS = 2
"""Beads to either side whose words are near."""
_VERBS = frozenset({"VERB", "INFN", "GRND", "PRTS", "PRTF"})


@dataclass(frozen=True, slots=True)
class Row:
    """A row: where it holds, and the English that is wrong there."""

    english: English
    when: frozenset[str]
    given: frozenset[str]
    """Words, and topics with "#", one of which stands near."""
    unless: frozenset[str]
    """The same, none of which stands anywhere."""


@dataclass(frozen=True, slots=True)
class Misreading:
    """A word of the original and the English that does not render it."""

    source: Token
    target: tuple[Token, ...]
    better: tuple[str, ...]
    sure: bool
    """Whether the row has no condition: the English is never right, whatever is spoken of."""


@cache
def _rows(lang: str) -> Mapping[str, tuple[Row, ...]]:
    table: dict[str, list[Row]] = defaultdict(list)
    for row in data.rows("misreadings"):
        if row["lang"] == lang:
            given, unless = (frozenset(word for word in row[cell].split("|") if word) for cell in ("given", "unless"))
            made = Row(English.read(row["wrong"], row["right"]), frozenset(row["when"].split()), given, unless)
            for word in row["word"].split("|"):
                table[word].append(made)
    return {word: tuple(found) for word, found in table.items()}


def misreadings(context: Context, pair: Pair) -> Iterator[Misreading]:
    """Words in a sense that nothing in the article lets them have, sentence by sentence."""
    if pair.source is None:
        return
    langs = pair.source.source.lang, pair.translation.lang
    rows = _rows(langs[0])
    if not rows:
        return
    surroundings = _Surroundings(context, pair, langs[0])
    for place, bead in enumerate(pair.beads):
        sentences = [context.tokens(langs[0], span) for span in bead.source]
        asked = [
            (tokens, at, found)
            for tokens in sentences
            for at, token in enumerate(tokens)
            if token.kind == "word" and not is_name(tokens, at) and (found := _rows_of(rows, token))
        ]
        if not asked or not bead.target or not readable(bead):
            continue
        words = [token for span in bead.target for token in context.tokens(langs[1], span)]
        links = context.links(bead, *langs)
        for tokens, at, found in asked:
            for row in found:
                there = _wrong(row.english, tokens[at], words, links)
                if (
                    there
                    and all(holds(name, tokens, at) for name in row.when)
                    and (meant := surroundings.mean(row, place, tokens, at))
                ):
                    one = Misreading(tokens[at], there, row.english.better, not (row.given or row.unless))
                    if meant == _SURE or _preferred(context, pair, bead, one):
                        yield one
                    break


def _preferred(context: Context, pair: Pair, bead: Bead, one: Misreading) -> bool:
    """Whether the encoder takes what a row has for the word nearly as well as what stands there, or better."""
    encoder = fitted(context).encoder()
    if encoder is None:
        return False
    there = replace(one.target[0], stop=one.target[-1].stop)
    choice = Choice(bead, pair.beads.index(bead), one.source, there, (), ())
    return preference(encoder, pair, choice, one.better) > _GAIN


def _rows_of(rows: Mapping[str, tuple[Row, ...]], token: Token) -> tuple[Row, ...]:
    lemma, form = plain(token.lemma), plain(token.text)
    return rows.get(lemma, ()) + (rows.get(form, ()) if form != lemma else ())


class _Surroundings:
    """The words of the original, everywhere and about a place, as they are and as the dictionary has them."""

    def __init__(self, context: Context, pair: Pair, lang: str) -> None:
        self._context, self._beads, self._lang = context, pair.beads, lang
        self._forms: dict[int, frozenset[str]] = {}

    def mean(self, row: Row, place: int, tokens: Sequence[Token], at: int) -> int:
        """Whether what a row asks for stands about a word, and nothing that lets the English be stands anywhere: _NOT,
        _MAYBE or _SURE.

        Where a row asks for something, what lets the English be has to stand as near: for a verb in its sentence. What
        is asked for makes a row sure only beside the word; two words of it near make it one that may hold.
        """
        reach = _NEIGHBOURS if _VERBS.isdisjoint(tokens[at].tags) else 0
        if not row.given:
            return _NOT if row.unless and _any(row.unless, self._everywhere, _TOPICAL, self._lang) else _SURE
        near = self._near(place, reach)
        if _any(row.unless, near, _TOPICAL, self._lang):
            return _NOT
        words = [token for token in tokens if token.kind == "word"]
        here = next(i for i, token in enumerate(words) if token.start == tokens[at].start)
        about = (*words[max(0, here - _BESIDE) : here], *words[here + 1 : here + 1 + _BESIDE])
        beside = frozenset(form for token in about for form in (plain(token.lemma), plain(token.text)))
        if _any(row.given, beside, _ABOUT, self._lang) or self._about(row.given, reach):
            return _SURE
        enough = self._said(row.given, place, reach) != 1 and _any(row.given, near, _ABOUT, self._lang)
        return _MAYBE if enough else _NOT

    def _said(self, given: Collection[str], place: int, reach: int) -> int:
        """How many of the words that a row asks for stand near."""
        beads = self._beads[max(0, place - reach) : place + reach + 1]
        tokens = (token for bead in beads for span in bead.source for token in self._context.tokens(self._lang, span))
        return len({token.lemma for token in tokens if {plain(token.lemma), plain(token.text)} & set(given)})

    def _about(self, given: frozenset[str], reach: int) -> bool:
        """Whether the article as a whole is about what a row asks for; of a verb, only its topics tell that."""
        topics = (topics_of(self._lang)[name[1:]] for name in given if name[0] == "#")
        if reach and len(given & self._everywhere) >= _WORDS:
            return True
        return any(len(one & self._everywhere) >= _WHOLE for one in topics)

    @cached_property
    def _everywhere(self) -> frozenset[str]:
        return frozenset().union(*(self._of(place) for place in range(len(self._beads))))

    def _near(self, place: int, reach: int) -> frozenset[str]:
        first, last = max(0, place - reach), min(len(self._beads), place + reach + 1)
        return frozenset().union(*(self._of(other) for other in range(first, last)))

    def _of(self, place: int) -> frozenset[str]:
        if place not in self._forms:
            tokens = (token for span in self._beads[place].source for token in self._context.tokens(self._lang, span))
            forms = frozenset(form for token in tokens for form in (plain(token.lemma), plain(token.text)))
            self._forms[place] = forms
        return self._forms[place]


def _any(names: Collection[str], forms: Collection[str], enough: int, lang: str) -> bool:
    """Whether one of the words is among forms, or so many words of one of the topics."""
    return any(
        len(topics_of(lang)[name[1:]].intersection(forms)) >= enough if name[0] == "#" else name in forms
        for name in names
    )


def _wrong(english: English, source: Token, words: Sequence[Token], links: Sequence[Link]) -> tuple[Token, ...]:
    """What stands for a word, where it is wrong and nothing right stands near it."""
    strengths = {link.target.start: link.strength for link in links if link.source.start == source.start}
    taken = {link.target.start for link in links if link.source.start != source.start and link.strength >= _TAKEN}
    for place, token in enumerate(words):
        strength = strengths.get(token.start, 0.0)
        if strength < _LINKED:
            continue
        there = english.about(words, place, source)
        if not there or named(there, words) or _renders_another(token, source, strength, links):
            continue
        if not english.answered(words, words.index(there[0]), len(there), taken):
            return there
    return () if strengths else _unlinked(english, source, words, links)


def _unlinked(english: English, source: Token, words: Sequence[Token], links: Sequence[Link]) -> tuple[Token, ...]:
    """The same of a word that nothing is linked to: wrong English, every word of which renders nothing else."""
    rendering = {link.target.start for link in links if link.strength >= _ELSEWHERE}
    for place, token in enumerate(words):
        if token.start in rendering:
            continue
        there = english.there(words, place, source)
        if there and not named(there, words) and rendering.isdisjoint(one.start for one in there):
            return () if english.answered(words, place, len(there), rendering) else there
    return ()


def _renders_another(target: Token, source: Token, strength: float, links: Sequence[Link]) -> bool:
    return any(
        link.target.start == target.start
        and link.source.start != source.start
        and link.strength >= strength + _OVER
        and not link.source.text[:1].isupper()
        for link in links
    )
