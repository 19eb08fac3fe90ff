"""Names of the original that the translation does not have."""

from __future__ import annotations

from collections import Counter
from functools import cache, cached_property
from typing import TYPE_CHECKING

from checker.detectors._established import entries, register, says, words_of
from checker.detectors._nations import nations, nations_in_english
from checker.detectors._transliteration import folded, romanised
from checker.detectors.names._foreign import stretch
from checker.detectors.names._mentions import FITS, Mention, Sides, bare, carried, fit
from checker.detectors.names._sounds import respelt
from checker.model import Finding, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.model import Alignment, Rule, Token
    from checker.protocols import Context, Language

# English words in a headline or an office have capitals too; a name is rarer than they are.
_RARE = 3.3
_REACH = 100
"""Beads within which a name may stand elsewhere: an article. In a table of thousands all with all would take hours."""
_PLACES = frozenset({"country", "city", "region"})
_TOWNS = _PLACES - {"country"}
# Said in too many ways, or left out where they go without saying.
_BROAD = frozenset({"США", "Россия", "Российская Федерация", "Европа", "Москва", "Подмосковье", "Запад", "Восток"})


def lost(
    context: Context, beads: Sequence[Sides], alignment: Alignment, rule: Rule, known: Sequence[Finding]
) -> Iterator[Finding]:
    """Names that are nowhere in the translation; `known` are findings that already explain one."""
    article = _Article(beads)
    explained = {place for one in known if one.source for place in range(one.source.start, one.source.stop)}
    for number, bead in enumerate(beads):
        if not bead.source or not bead.target:
            continue
        for mention in bead.mentions:
            weight = 0 if article.common(mention) else _weight(mention, article.counts)
            if not weight or any(t.start in explained for t in mention.tokens) or _aside(mention, bead):
                continue
            if article.has(mention, number) and not article.exchanged(mention, number):
                continue
            other = _instead(context, bead, beads, alignment)
            if (other is None or mention.person) and _said_so(mention, bead):
                continue
            if weight > 1 or (other is not None and _striking(context.language(alignment.target.lang), bead, other)):
                source = alignment.source.span(mention.tokens[0].start, mention.tokens[-1].stop)
                yield _finding(rule, alignment, bead, source, (mention, other))


class _Article:
    """What a translation says, near a bead and as a whole; every name is looked for once."""

    def __init__(self, beads: Sequence[Sides]) -> None:
        self._beads = beads
        self.counts = Counter(token.lemma for bead in beads for tokens in bead.source for token in tokens)
        self._settled: set[str] = set()
        self._blocks: dict[int, tuple[str, tuple[str, ...]]] = {}

    def common(self, mention: Mention) -> bool:
        """Whether a word that opens a sentence may be no name: none of its form has a capital inside one."""
        token = mention.tokens[0]
        return mention.opening and ("appellative" not in token.tags or token.lemma not in self._inside)

    @cached_property
    def _inside(self) -> frozenset[str]:
        """Lemmas of the words with a capital behind the first word of a sentence."""
        rows = ([t for t in tokens if t.kind == "word"] for bead in self._beads for tokens in bead.source)
        return frozenset(token.lemma for words in rows for token in words[1:] if token.text[:1].isupper())

    def has(self, mention: Mention, number: int) -> bool:
        """Whether the translation has the name; a second question about one that it lacks is answered yes too."""
        key = mention.tokens[-1].lemma
        if key in self._settled:
            return True
        self._settled.add(key)
        near = self._beads[max(0, number - 2) : number + 3]
        if mention.entry is not None and any(mention.entry.source in bead.states for bead in near):
            return True
        countries = frozenset[int]().union(*(nations(token.text) for token in mention.tokens))
        if any(countries & nations_in_english(bare(word)) for bead in near for word in bead.capitals):
            return True
        if carried(mention, " ".join(bead.said for bead in near), [bare(w) for bead in near for w in bead.capitals]):
            return True
        return carried(mention, *self._around(number // _REACH))

    def exchanged(self, mention: Mention, number: int) -> bool:
        """Whether a town that is said elsewhere lacks here, where one stands that the original has nowhere."""
        entry, bead = mention.entry, self._beads[number]
        if entry is None or entry.kind not in _TOWNS or carried(mention, bead.said, [bare(w) for w in bead.capitals]):
            return False
        return any(folded(bare(w)) in _places() and not says(bare(w), self._meant) for w in bead.capitals)

    @cached_property
    def _meant(self) -> str:
        return _meanings(self._beads)

    def _around(self, block: int) -> tuple[str, tuple[str, ...]]:
        """What is said in a block of beads and the two beside it, and the words with capitals there."""
        found = self._blocks.get(block)
        if found is None:
            beads = self._beads[max(0, block - 1) * _REACH : (block + 2) * _REACH]
            words = tuple(dict.fromkeys(bare(word) for bead in beads for word in bead.capitals))
            found = self._blocks[block] = " ".join(bead.said for bead in beads), words
        return found


def _weight(mention: Mention, counts: Mapping[str, int]) -> int:
    """2 where a translation must have the name, 1 where it is missed only if another stands there, else 0."""
    last = mention.tokens[-1]
    if mention.quoted or "Patr" in last.tags:
        return 0
    entry = mention.entry
    if entry and entry.table == "exonyms":
        return 0 if entry.kind not in _PLACES else 1 if entry.source in _BROAD else 2
    if not mention.person or len(last.text) < 4 or stretch(last.lemma):
        return 0
    if len(mention.tokens) > 1:
        return 2
    # One word alone may be a scale, a law or a street that bears a name; twice, or as a subject, it is somebody.
    surname = {"Surn", "known"} <= last.tags and "ADJF" not in last.tags
    return 2 if surname and (counts[last.lemma] > 1 or "nomn" in last.tags) else 1


_FOR = {
    "country": (
        "the country",
        "country s",
        "here",
        "nation",
        "the nation",
        "national",
        "nationwide",
        "domestic",
    ),
    "city": ("the city", "the town", "the capital", "city s", "town s", "here", "local"),
    "region": ("the state", "the region", "the province", "the island", "here", "local", "statewide", "regional"),
}
"""What a translation may say in a place's stead."""


_RANKS = (
    "duke of", "duchess of", "earl of", "countess of", "prince of", "princess of", "the pope", "the queen", "the king",
)  # fmt: skip


def _said_so(mention: Mention, bead: Sides) -> bool:
    """Whether a place is told by what it is, people here, across the country, or a person by his rank."""
    if mention.person:
        return any(f" {rank} " in bead.said for rank in _RANKS)
    kind = mention.entry.kind if mention.entry is not None else ""
    return any(f" {words} " in bead.said for words in _FOR.get(kind, ()))


_CALLED = frozenset(
    """площадь улица бульвар проспект набережная мост сквер шоссе авеню переулок вокзал станция отель дворец чемпионат
    кубок суперкубок первенство лига серия""".split()  # noqa: SIM905
)
"""What may keep its own name abroad: площадь Испании, Piazza di Spagna; чемпионат Германии, the Bundesliga."""


def _aside(mention: Mention, bead: Sides) -> bool:
    return _of_another(mention, bead) or _behind_town(mention, bead) or _of_district(mention, bead)


def _place(mention: Mention, bead: Sides) -> tuple[Sequence[Token], int]:
    """The sentence of the original that a name stands in, and at which place."""
    row = next(row for row in bead.source if mention.tokens[0] in row)
    return row, row.index(mention.tokens[0])


def _of_district(mention: Mention, bead: Sides) -> bool:
    """Whether an adjective says which province: Нижнесилезское воеводство, Lower Silesia, is nobody's name."""
    if mention.entry is not None or not mention.tokens[-1].text.lower().endswith(_ADJECTIVE):
        return False
    row, _ = _place(mention, bead)
    at = row.index(mention.tokens[-1]) + 1
    return at < len(row) and row[at].lemma in _PARTS


_ADJECTIVE = ("ский", "ская", "ское", "ского", "ской", "ском", "скому", "ским", "скую", "цкий", "цкого", "цкой", "цком")


def _of_another(mention: Mention, bead: Sides) -> bool:
    """Whether a country stands in what something else is called, which a translation may leave in its own language."""
    if mention.entry is None or mention.entry.kind != "country":
        return False
    row, at = _place(mention, bead)
    return at > 0 and row[at - 1].lemma in _CALLED


_PARTS = frozenset(
    """штат графство провинция область земля округ кантон регион край район уезд губерния волость воеводство повет
    департамент префектура муниципалитет вилайет остан хребет полуостров архипелаг""".split()  # noqa: SIM905
)


def _behind_town(mention: Mention, bead: Sides) -> bool:
    """Whether a country or state only says where a town is, which goes without saying: в Милане, Италия."""
    if mention.entry is None or mention.entry.kind not in ("country", "region"):
        return False
    row, at = _place(mention, bead)
    at -= at > 1 and row[at - 1].lemma in _PARTS
    behind = row[at - 1].text == "," and row[at - 2].text[:1].isupper() if at > 1 else False
    return behind and ("nomn" in mention.tokens[0].tags or row[at].lemma in _PARTS)


def _meanings(beads: Sequence[Sides]) -> str:
    """English of every name of the tables that the original of some beads has."""
    return " ".join(
        words_of(found.entry.accepted)
        for bead in beads
        for tokens in bead.source
        for found in register("exonyms", "foreign_names").find(tokens)
    )


def _instead(context: Context, bead: Sides, beads: Sequence[Sides], alignment: Alignment) -> Token | None:
    """A name of the bead's translation that the original does not have."""
    language = context.language(alignment.target.lang)
    meanings = _meanings([bead])

    def meant(latin: str) -> bool:
        return says(latin, meanings)

    theirs = [token for other in beads for tokens in other.source for token in tokens if token.text[:1].isupper()]
    for word in bead.capitals:
        latin = bare(word)
        known = language.zipf(latin)
        first = any(tokens and tokens[0] == word for tokens in bead.target)
        if len(latin) < 4 or _shortened(alignment.target.text, bead, word):
            continue
        if (known > _RARE or (first and known > 0)) and folded(latin) not in _places():
            continue
        if latin[1:].islower() and not any(fit(token, latin) <= FITS for token in theirs) and not meant(latin):
            return word
    return None


def _shortened(text: str, bead: Sides, word: Token) -> bool:
    """Whether a dot inside a sentence follows: Sens. Graham and Lee."""
    return text[word.stop : word.stop + 1] == "." and all(word.stop + 1 < span.stop for span in bead.bead.target)


def _striking(language: Language, bead: Sides, word: Token) -> bool:
    """Whether a word is a name for certain: unknown to English or a known place, in a sentence of few capitals."""
    latin = bare(word)
    few = 3 * len(bead.capitals) < sum(token.kind == "word" for tokens in bead.target for token in tokens)
    return few and (folded(latin) in _places() or language.zipf(latin) == 0) and latin.isalpha()


@cache
def _places() -> frozenset[str]:
    """Towns and countries of the table, as English has them in one word, and what its regions are called after."""
    named = {
        entry.suggestion.removesuffix(" Region").removesuffix(" region")
        for entry in entries("exonyms")
        if entry.kind in _PLACES
    }
    return frozenset(folded(name) for name in named if " " not in name)


def _finding(
    rule: Rule, alignment: Alignment, bead: Sides, source: Span, what: tuple[Mention, Token | None]
) -> Finding:
    mention, other = what
    entry = mention.entry
    whole = entry is not None and (len(mention.tokens) == 1 or entry.table == "exonyms")
    name = (
        entry.suggestion
        if entry and whole
        else " ".join(romanised(token.lemma.capitalize()) for token in mention.tokens)
    )
    if other is not None:
        span = alignment.target.span(other.start, other.start + len(bare(other)))
        message = f'«{source.text}» is nowhere in the translation; "{span.text}" is not in the original'
    else:
        end = bead.bead.target[-1].stop
        span = alignment.target.span(end, end)
        message = f"«{source.text}» is nowhere in the translation"
    return Finding(
        rule=rule,
        span=span,
        message=message,
        severity=Severity.MINOR if other is not None and respelt(mention.tokens[-1], bare(other)) else rule.severity,
        confidence=0.85 if other else 0.75,
        source=source,
        suggestion=name,
    )
