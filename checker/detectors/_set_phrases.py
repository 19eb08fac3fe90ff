"""Russian set phrases in an original: the rows of set_phrases.tsv and set_terms.tsv in any order and form."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from checker import data
from checker.patterns import plain_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from checker.model import Token
    from checker.protocols import Context

_LOOSE = 2
"""Words that may stand between those of a phrase, in all."""
_ENDS = frozenset(".!?;:()")
"""Marks that no phrase goes beyond."""
_BOUND = frozenset({
    "в", "во", "на", "за", "из", "с", "со", "по", "под", "к", "у", "от", "до", "без",
    "через", "сквозь", "не", "ни", "как",
})  # fmt: skip
"""Words after which nothing stands between: уйти из общественной жизни is not уйти из жизни."""
_PARTING = frozenset({"и", "или", "а", "но"})
"""Words across which a phrase with a verb does not go: «раньше срока и получил премию» is no получить срок."""
_OWNERS = frozenset({"свой", "чужой", "собственный", "мой", "твой", "наш", "ваш", "его", "ее", "их"})
"""Words that may stand even there: лить воду на чужую мельницу."""
_INFINITIVE = ("ть", "ти", "чь", "ться")
_NO_VERBS = frozenset({
    "власть", "гость", "двести", "девять", "деготь", "десять", "дочь", "зависть", "кисть", "коготь",
    "кость", "лапоть", "локоть", "масть", "мать", "медведь", "месть", "мощь", "насмерть", "ненависть", "нефть", "нить",
    "ноготь", "ночь", "область", "память", "пасть", "печать", "плоть", "полночь", "полпути", "помощь", "почесть",
    "прочь", "пропасть", "путь", "пять", "речь", "сеть", "скатерть", "смерть", "совесть", "треть", "тридевять",
    "тридцать", "хоть", "часть", "челюсть", "честь", "четверть", "чуть", "шерсть",
})  # fmt: skip
"""Words that end as an infinitive does; the nouns in -ость are told by that: часть is none of a phrase's verbs."""
_ADJECTIVES = frozenset({"ADJF", "PRTF"})
_WITHIN = frozenset({"ADJF", "PRTF", "ADJS", "PRTS", "ADVB", "PRCL", "CONJ", "NUMR"})
"""What may stand between the words of a phrase without a verb: «игровых дней в зале» is no игровой зал."""
_ALIKE_CASES = (frozenset({"nomn", "accs"}), frozenset({"gent", "accs"}))
"""Cases that one form may have, and the dictionary gives one of them."""
_OBJECT = frozenset({"accs", "gent"})
_REFLEXIVE = ("ся", "сь")
_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of the tables."""

    text: str
    lemmas: tuple[str, ...]
    words: tuple[frozenset[str], ...]
    """For every word its lemma, and the lemmas that stand for it."""
    suggestion: str
    only: frozenset[str]
    """Words one of which stands in the sentence where the phrase is meant; "@topic" is a topic of the article."""
    unless: frozenset[str]
    """Words of the article, or its topics, where the words are meant as they stand."""
    term: bool

    @property
    def verbal(self) -> bool:
        """Whether a verb is among its words."""
        return any(infinitive(lemma) for lemma in self.lemmas)

    @property
    def figurative(self) -> bool:
        """Whether it may be an idiom, whose words may then be meant plainly: no term, nor two words for a thing."""
        return not self.term and (self.verbal or not _BOUND.isdisjoint(self.lemmas))


@dataclass(frozen=True, slots=True)
class PhraseHit:
    """A phrase in a sentence, and the words that are its words, in the phrase's order."""

    phrase: Phrase
    tokens: tuple[Token, ...]


def infinitive(lemma: str) -> bool:
    """Whether a word of a phrase is a verb."""
    return lemma.endswith(_INFINITIVE) and not lemma.endswith("ость") and lemma not in _NO_VERBS


@cache
def by_longest(lang: str) -> Mapping[str, tuple[Phrase, ...]]:
    """The phrases of a language by the longest of their words, which is looked for first."""
    table: dict[str, list[Phrase]] = defaultdict(list)
    also = {row["word"]: row["also"].split() for row in data.rows("set_phrase_words") if row["lang"] == lang}
    for name, row in ((kind, row) for kind in ("set_phrases", "set_terms") for row in data.rows(kind)):
        if row["lang"] == lang:
            lemmas = tuple(row["lemmas"].split())
            words = tuple(frozenset((lemma, *also.get(lemma, ()))) for lemma in lemmas)
            only, unless = (frozenset(row[column].split()) for column in ("only", "unless"))
            term = name == "set_terms"
            phrase = Phrase(row["phrase"], lemmas, words, row["suggestion"], only, unless, term)
            for word in words[lemmas.index(max(lemmas, key=len))]:
                table[word].append(phrase)
    return {word: tuple(phrases) for word, phrases in table.items()}


def phrase_hits(tokens: Sequence[Token], phrases: Mapping[str, tuple[Phrase, ...]]) -> Iterator[PhraseHit]:
    """Phrases whose words stand close together, by the place of their longest word."""
    lemmas = [plain_word(token.lemma) for token in tokens]
    there = frozenset(lemmas)
    for place, lemma in enumerate(lemmas):
        for phrase in phrases.get(lemma, ()):
            if any(map(there.isdisjoint, phrase.words)):
                continue
            low = max(0, place - len(phrase.words) - _LOOSE)
            window = range(low, min(len(tokens), place + len(phrase.words) + _LOOSE + 1))
            where = _places([lemmas[i] for i in window], phrase)
            if where is not None:
                yield PhraseHit(phrase, tuple(tokens[low + i] for i in where))


def widest(hits: Sequence[PhraseHit]) -> Iterator[PhraseHit]:
    """Each place once: дать задний ход is no дать ход, and of two phrases of the same words the first stands."""
    taken: list[set[int]] = []
    for hit in sorted(hits, key=lambda hit: -len(hit.tokens)):
        places = {token.start for token in hit.tokens}
        if not any(places <= others for others in taken):
            taken.append(places)
            yield hit


def _places(lemmas: Sequence[str], phrase: Phrase) -> tuple[int, ...] | None:
    """Where the words of a phrase stand, close together, in the phrase's order.

    With a verb in it what is last may come first: «за нос водили», «не хватает звёзд с неба».
    """
    count = len(phrase.words)
    turns, ends = (range(count), _ENDS | _PARTING) if phrase.verbal else ((0,), _ENDS)
    for turn in turns:
        order = (*phrase.words[turn:], *phrase.words[:turn])
        for start in (i for i, lemma in enumerate(lemmas) if lemma in order[0]):
            places = _following(lemmas, start, order, ends)
            if len(places) == count and places[-1] - start < count + _LOOSE:
                return (*places[count - turn :], *places[: count - turn])
    return None


def _following(lemmas: Sequence[str], start: int, order: Sequence[frozenset[str]], ends: frozenset[str]) -> list[int]:
    """Places of the words one after the other, as far as they are found with little and none of `ends` between."""
    places = [start]
    for before, word in pairwise(order):
        first = places[-1] + 1
        if before & _BOUND:
            near = range(first, min(len(lemmas), first + 1 + (first < len(lemmas) and lemmas[first] in _OWNERS)))
        else:
            near = range(first, min(len(lemmas), first + 1 + _LOOSE))
        place = next((i for i in near if lemmas[i] in word), None)
        between = lemmas[places[-1] + 1 : place]
        if place is None or not ends.isdisjoint(between) or between.count(",") == 1:
            break  # one comma ends a clause, two hold what is put in
        places.append(place)
    return places


def joined(tokens: Sequence[Token], hit: PhraseHit) -> bool:
    """Whether nothing but what describes a noun stands between the words of a phrase without a verb.

    Across such words an adjective must agree with its noun.
    """
    if hit.phrase.verbal:
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


def _agree(one: Token, other: Token) -> bool:
    """Whether two words may be of one case; a numeral makes the number of the two differ."""
    cases = one.tags & _CASES, other.tags & _CASES
    if not all(cases) or cases[0] & cases[1]:
        return True
    return any(all(case & alike for case in cases) for alike in _ALIKE_CASES)


def as_said(context: Context, lang: str, hit: PhraseHit) -> bool:
    """Whether what the phrase has in the instrumental is in it, and its prepositions have the case of the phrase.

    Гора стоит is not стоять горой, and вышли на группе is not выйти на группу. A way of doing has its number too:
    левой ногой is carelessly, левыми ногами is with the left feet.
    """
    words = [token for token in context.language(lang).words(hit.phrase.text) if token.kind == "word"]
    if len(words) != len(hit.tokens):
        return True
    nouns = [
        (one, other, before)
        for one, other, before in zip(words, hit.tokens, (None, *words), strict=False)
        if "NOUN" in one.tags & other.tags
    ]
    verbal = hit.phrase.verbal
    if verbal and any(
        _another_part(one, other, hit.tokens)
        for one, other, before in nouns
        if before is None or before.lemma not in _BOUND
    ):
        return False
    if any("PRTF" in one.tags and "VERB" in other.tags for one, other in zip(words, hit.tokens, strict=True)):
        return False  # «президенту части действовали» is no действующий президент
    return all(
        (("ablt" in one.tags) == ("ablt" in other.tags) or not (verbal or "ablt" in one.tags))
        and (verbal or "ablt" not in one.tags or ("plur" in one.tags) == ("plur" in other.tags))
        and (before is None or _governed(before, one, other))
        for one, other, before in nouns
    )


def _another_part(one: Token, other: Token, words: Sequence[Token]) -> bool:
    """Whether the phrase's object is what acts in the text, or whom it is for: «ребёнок ждал» is not ждать ребёнка.

    Told by forms that cannot be an object's; where the verb is passive, what it is done to stands in the nominative.
    """
    text = other.text.lower()
    if one.tags.isdisjoint(_OBJECT):
        return False
    if "datv" in other.tags:
        return text.endswith(("е",) if "femn" in other.tags else ("у", "ю", "ам", "ям"))
    if "nomn" not in other.tags or any("pssv" in word.tags or word.text.lower().endswith(_REFLEXIVE) for word in words):
        return False
    sole = text.endswith(("а", "я")) and "femn" in other.tags and "sing" in other.tags
    return sole or ("anim" in other.tags and ("masc" in other.tags or "plur" in other.tags))


def _governed(before: Token, one: Token, other: Token) -> bool:
    """Whether a noun after в or на answers the same question, where to or where."""
    if before.lemma not in ("в", "во", "на"):
        return True
    return ("loct" in one.tags) == ("loct" in other.tags)
