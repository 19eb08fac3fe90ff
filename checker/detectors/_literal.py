"""Russian set phrases whose every word was rendered by itself: "to lead by the nose" for водить за нос.

The tables checker/data/set_phrases.tsv and set_terms.tsv hold Russian phrases and terms and what English says; the
literal English needs no row, for word links and the encoder's word vectors tell whether a word stands for itself.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker import data
from checker.detectors._about import About
from checker.detectors._cues import readable
from checker.detectors._figurative import explains, hedged
from checker.detectors._wording import Said
from checker.patterns import plain
from checker.prediction import fitted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.model import Link, Pair, Span, Token
    from checker.protocols import Context, Encoder

_LOOSE = 2
"""Words that may stand between those of a phrase, in all."""
_LONGEST = 60
"""Characters of the translation in which the words of a phrase stand."""
_LINKED = 0.4
_ALIKE = 0.3
"""Cosine of two words' vectors from which one renders the other by itself; one word of a phrase at least has it."""
_SURE, _HARDLY = 0.8, 0.1
"""The same for a link of this strength; for a verb the strength will do."""
_CERTAIN = 0.9
"""Strength of a link that will do for any word."""
_ENOUGH = 0.98
"""Strength and cosine together of a word that is no verb: a downed line is no обрыв, reading leaves is no гуща."""
_ENDS = frozenset(".!?;:()")
"""Marks that no phrase goes beyond."""
_BOUND = frozenset({
    "в", "во", "на", "за", "из", "с", "со", "по", "под", "к", "у", "от", "до", "без",
    "через", "сквозь", "не", "ни", "как",
})  # fmt: skip
"""Words after which nothing stands between: уйти из общественной жизни is not уйти из жизни."""
_SHOWN = 3
"""Of what English says, as much as an editor is shown; the rest is there so that it is not flagged."""
_INFINITIVE = ("ть", "ти", "чь", "ться")
_FUNCTION = frozenset({"PREP", "CONJ", "PRCL", "NPRO"})
_ADJECTIVES = frozenset({"ADJF", "PRTF"})
_WITHIN = frozenset({"ADJF", "PRTF", "ADJS", "PRTS", "ADVB", "PRCL", "CONJ", "NUMR"})
"""What may stand between the words of a phrase without a verb: «игровых дней в зале» is no игровой зал."""
_ALIKE_CASES = (frozenset({"nomn", "accs"}), frozenset({"gent", "accs"}))
"""Cases that one form may have, and the dictionary gives one of them."""
_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})


@dataclass(frozen=True, slots=True)
class Literal:
    """A set phrase rendered word for word."""

    source: Span
    target: Span
    phrase: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    text: str
    lemmas: tuple[str, ...]
    words: tuple[frozenset[str], ...]
    """For every word its lemma, and the lemmas that stand for it."""
    suggestion: str
    only: frozenset[str]
    """Words one of which stands in the sentence where the phrase is meant; "@topic" is a topic of the article."""
    unless: frozenset[str]
    """Words of the article, or its topics, where the words are meant as they stand."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A phrase in a sentence, and the words that are its words, in the phrase's order."""

    phrase: _Phrase
    tokens: tuple[Token, ...]


@cache
def _by_longest(lang: str) -> Mapping[str, tuple[_Phrase, ...]]:
    """The phrases of a language by the longest of their words, which is looked for first."""
    table: dict[str, list[_Phrase]] = defaultdict(list)
    also = {row["word"]: row["also"].split() for row in data.rows("set_phrase_words") if row["lang"] == lang}
    for row in (*data.rows("set_phrases"), *data.rows("set_terms")):
        if row["lang"] == lang:
            lemmas = tuple(row["lemmas"].split())
            words = tuple(frozenset((lemma, *also.get(lemma, ()))) for lemma in lemmas)
            conditions = (frozenset(row[column].split()) for column in ("only", "unless"))
            phrase = _Phrase(row["phrase"], lemmas, words, row["suggestion"], *conditions)
            for word in words[lemmas.index(max(lemmas, key=len))]:
                table[word].append(phrase)
    return {word: tuple(phrases) for word, phrases in table.items()}


def literal(context: Context, pair: Pair) -> Iterator[Literal]:
    """Set phrases of the original that were rendered word for word, sentence by sentence."""
    alignment, encoder = pair.source, fitted(context).encoder()
    if alignment is None or encoder is None:
        return
    langs = alignment.source.lang, alignment.target.lang
    phrases, language, about = _by_longest(langs[0]), context.language(langs[1]), About(context, pair)
    for bead in alignment.beads if phrases else ():
        if not readable(bead):
            continue
        tokens = [token for span in bead.source for token in context.tokens(langs[0], span)]
        found = [
            hit
            for hit in _hits(tokens, phrases)
            if _as_said(context, langs[0], hit)
            and _joined(tokens, hit)
            and about.meant(hit.phrase.only, hit.phrase.unless, tokens)
        ]
        if not found:
            continue
        links = {link.source.start: link for link in context.links(bead, *langs) if link.strength >= _LINKED}
        english = [token for span in bead.target for token in context.tokens(langs[1], span)]
        said = Said(language, english, kin=True)
        for hit in _widest(found):
            own = () if said.any_of(hit.phrase.suggestion) else _own(encoder, hit, links)
            explained = own and not _verbal(hit.phrase) and explains(own, english)
            if explained or hedged(own, alignment.source.text, alignment.target.text):
                continue
            if _turned(own):
                continue
            places = [place for link in own for place in (link.target.start, link.target.stop)]
            told = alignment.target.text[min(places) : max(places)] if places else ""
            if told and len(told) <= _LONGEST and ", and " not in told:
                starts = [place for token in hit.tokens for place in (token.start, token.stop)]
                source = alignment.source.span(min(starts), max(starts))
                target = alignment.target.span(min(places), max(places))
                shown = ", ".join(hit.phrase.suggestion.split(", ")[:_SHOWN])
                yield Literal(source, target, hit.phrase.text, shown)


def _hits(tokens: Sequence[Token], phrases: Mapping[str, tuple[_Phrase, ...]]) -> Iterator[_Hit]:
    lemmas = [plain(token.lemma) for token in tokens]
    for place, lemma in enumerate(lemmas):
        for phrase in phrases.get(lemma, ()):
            low = max(0, place - len(phrase.words) - _LOOSE)
            window = range(low, min(len(tokens), place + len(phrase.words) + _LOOSE + 1))
            where = _places([lemmas[i] for i in window], phrase)
            if where is not None:
                yield _Hit(phrase, tuple(tokens[low + i] for i in where))


def _widest(hits: Sequence[_Hit]) -> Iterator[_Hit]:
    """Each place once: дать задний ход is no дать ход, and of two phrases of the same words the first stands."""
    taken: list[set[int]] = []
    for hit in sorted(hits, key=lambda hit: -len(hit.tokens)):
        places = {token.start for token in hit.tokens}
        if not any(places <= others for others in taken):
            taken.append(places)
            yield hit


def _own(encoder: Encoder, hit: _Hit, links: Mapping[int, Link]) -> tuple[Link, ...]:
    """The links of a phrase's words of content if each is rendered by itself; else none."""
    words = [(lemma, token) for lemma, token in zip(hit.phrase.lemmas, hit.tokens, strict=True) if _content(token)]
    linked = [(lemma, link) for lemma, token in words if (link := links.get(token.start)) is not None]
    cosines = [_cosine(encoder, lemma, link) for lemma, link in linked]
    # Two words that became one were not rendered each by itself.
    if len({link.target for _, link in linked}) < len(words) or max(cosines, default=0.0) < _ALIKE:
        return ()
    own = (_by_itself(lemma, link, cosine) for (lemma, link), cosine in zip(linked, cosines, strict=True))
    return tuple(link for _, link in linked) if all(own) else ()


def _turned(own: Sequence[Link]) -> bool:
    """Whether an adjective stands right behind its noun in English, where it says something else: a bridge swaying."""
    if len(own) != 2 or own[0].source.tags.isdisjoint(_ADJECTIVES) or "NOUN" not in own[1].source.tags:
        return False
    return 0 < own[0].target.start - own[1].target.stop <= 1


def _cosine(encoder: Encoder, lemma: str, link: Link) -> float:
    """Of a word, by the phrase's lemma or the text's (село for сел), and what it is linked to."""
    vectors = encoder.words([lemma, link.source.lemma, link.target.lemma])
    return float((vectors[:2] @ vectors[2]).max())


def _by_itself(lemma: str, link: Link, cosine: float) -> bool:
    """Whether a link says that a word stands for itself; of verbs the vectors know least."""
    verb = lemma.endswith(_INFINITIVE)
    if link.strength >= (_SURE if verb else _CERTAIN):
        return True
    if not verb and link.strength + cosine < _ENOUGH:
        return False
    return cosine >= _ALIKE or (link.strength >= _SURE and cosine >= _HARDLY)


def _places(lemmas: Sequence[str], phrase: _Phrase) -> tuple[int, ...] | None:
    """Where the words of a phrase stand, close together, in the phrase's order.

    With a verb in it what is last may come first: «за нос водили», «не хватает звёзд с неба».
    """
    count = len(phrase.words)
    turns = range(count) if _verbal(phrase) else (0,)
    for turn in turns:
        order = (*phrase.words[turn:], *phrase.words[:turn])
        for start in (i for i, lemma in enumerate(lemmas) if lemma in order[0]):
            places = _following(lemmas, start, order)
            if len(places) == count and places[-1] - start < count + _LOOSE:
                return (*places[count - turn :], *places[: count - turn])
    return None


def _following(lemmas: Sequence[str], start: int, order: Sequence[frozenset[str]]) -> list[int]:
    """Places of the words one after the other, as far as they are found with little between."""
    places = [start]
    for before, word in pairwise(order):
        loose = 0 if before & _BOUND else _LOOSE
        near = range(places[-1] + 1, min(len(lemmas), places[-1] + 2 + loose))
        place = next((i for i in near if lemmas[i] in word), None)
        between = lemmas[places[-1] + 1 : place]
        if place is None or not _ENDS.isdisjoint(between) or between.count(",") == 1:
            break  # one comma ends a clause, two hold what is put in
        places.append(place)
    return places


def _joined(tokens: Sequence[Token], hit: _Hit) -> bool:
    """Whether nothing but what describes a noun stands between the words of a phrase without a verb.

    Across such words an adjective must agree with its noun.
    """
    if _verbal(hit.phrase):
        return True
    places = {token.start: place for place, token in enumerate(tokens)}
    for one, other in pairwise(hit.tokens):
        between = tokens[places[one.start] + 1 : places[other.start]]
        words = [token for token in between if token.kind == "word"]
        if any(token.tags.isdisjoint(_WITHIN) for token in words):
            return False
        if words and one.tags & _ADJECTIVES and not _agree(one, other):
            return False
    return True


def _verbal(phrase: _Phrase) -> bool:
    """Whether a verb is among a phrase's words."""
    return any(lemma.endswith(_INFINITIVE) for lemma in phrase.lemmas)


def _agree(one: Token, other: Token) -> bool:
    """Whether two words may be of one case; a numeral makes the number of the two differ."""
    cases = one.tags & _CASES, other.tags & _CASES
    if not all(cases) or cases[0] & cases[1]:
        return True
    return any(all(case & alike for case in cases) for alike in _ALIKE_CASES)


def _as_said(context: Context, lang: str, hit: _Hit) -> bool:
    """Whether what the phrase has in the instrumental is in it, and its prepositions have the case of the phrase.

    Гора стоит is not стоять горой, and вышли на группе is not выйти на группу.
    """
    words = [token for token in context.language(lang).words(hit.phrase.text) if token.kind == "word"]
    if len(words) != len(hit.tokens):
        return True
    nouns = [
        (one, other, before)
        for one, other, before in zip(words, hit.tokens, (None, *words), strict=False)
        if "NOUN" in one.tags & other.tags
    ]
    verbal = _verbal(hit.phrase)
    if any("PRTF" in one.tags and "VERB" in other.tags for one, other in zip(words, hit.tokens, strict=True)):
        return False  # «президенту части действовали» is no действующий президент
    return all(
        (("ablt" in one.tags) == ("ablt" in other.tags) or not (verbal or "ablt" in one.tags))
        and (before is None or _governed(before, one, other))
        for one, other, before in nouns
    )


def _governed(before: Token, one: Token, other: Token) -> bool:
    """Whether a noun after в or на answers the same question, where to or where."""
    if before.lemma not in ("в", "во", "на"):
        return True
    return ("loct" in one.tags) == ("loct" in other.tags)


def _content(token: Token) -> bool:
    return token.kind == "word" and len(token.text) > 2 and not token.tags & _FUNCTION and token.lemma != "быть"
