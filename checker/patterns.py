"""Phrase patterns over tokens: by lemma, with gaps, many at once.

A pattern is words in order; the same language serves source and target:

    word        any inflection of the word (its lemma), or the word as it stands
    =word       this form only; with a capital in it, in this case only (=Head)
    a|b         either; each may carry its own =
    word?       may be missing
    *  *3       any one word; up to three words (a gap never crosses a comma or a full stop)
    {n} {Name}  a number, in figures or a small one in words; a word with a capital
    ^  $        the sentence begins; it ends
    !word       the next word is not this one; as the first element: the word before is not
    ,           a mark stands for itself
    [ ... ]     what is reported, where the rest is only context

Quotation marks in the text are looked through, ё is е. A `Condition` joins patterns: ``a ; b`` is either,
``a & b`` both anywhere in the tokens, ``a &! b`` the first without the second.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.model import Token

QUOTES = frozenset("\"'«»“”„‟‘’‚‹›`")
# Poor anchors: a pattern is looked up by its rarest word, and these are in every sentence.
_COMMON = frozenset(
    """a an the of to in on at by for with from as and or but not no it is be have do this that which who what he she
    they we i you his her their its all so if than then there one will would can up out about into over after under
    и в во не на что с со он она они я мы по из за к ко от о об у же а но как это этот весь свой который быть для
    до при так то или если бы ли один мочь""".split()  # noqa: SIM905
)

_NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred
    два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать пятнадцать двадцать тридцать сорок
    пятьдесят сто несколько several""".split()  # noqa: SIM905
)


def plain(word: str) -> str:
    """Lower case, with the letter that Russian print mostly leaves out."""
    return word.lower().replace("ё", "е")


@dataclass(frozen=True, slots=True)
class Element:
    """One step of a pattern. `kind`: word, gap, number, name, not, start, end, open, close."""

    kind: str
    low: int = 1
    high: int = 1
    lemmas: frozenset[str] = frozenset()
    forms: frozenset[str] = frozenset()
    cased: frozenset[str] = frozenset()

    @property
    def words(self) -> frozenset[str]:
        """All its words in lower case."""
        return self.lemmas | self.forms | {plain(form) for form in self.cased}

    def fits(self, token: Token) -> bool:
        """Whether a token can stand here."""
        if self.kind == "gap":
            return token.kind != "mark"
        if self.kind == "number":
            return token.kind == "number" or plain(token.lemma) in _NUMBERS
        if self.kind == "name":
            return token.kind == "word" and token.text[:1].isupper()
        low = plain(token.text)
        return low in self.lemmas or plain(token.lemma) in self.lemmas or low in self.forms or token.text in self.cased


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern."""

    text: str
    elements: tuple[Element, ...]

    @property
    def anchors(self) -> tuple[int, ...]:
        """The elements that it can be looked up by: words that must be there."""
        return tuple(n for n, element in enumerate(self.elements) if element.kind == "word" and element.low)


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern stands in the tokens that were searched."""

    number: int
    """Place of the pattern in the sequence that the index was made from."""
    start: int
    """First token reported."""
    stop: int
    """After the last token reported."""
    gaps: tuple[tuple[int, int], ...] = ()
    """What each ``*`` and ``{...}`` covers, in order: first token, after the last."""
    whole: tuple[int, int] = (0, 0)
    """The tokens of the whole match, context included."""


@dataclass(frozen=True, slots=True)
class _View:
    """Tokens without quotation marks, with their places in the full sequence and what they are looked up by."""

    tokens: tuple[Token, ...]
    places: tuple[int, ...]
    places_of: Mapping[str, tuple[int, ...]]
    """Where each form and each lemma stands, folded."""


_VIEWS: dict[int, tuple[Sequence[Token], _View]] = {}
"""The last views by the identity of the tokens, which are held so that it is not given to others."""
_KEPT_VIEWS = 1_000


def _view(tokens: Sequence[Token]) -> _View:
    """The view of some tokens; many indexes are asked about the same ones, one after the other."""
    known = _VIEWS.get(id(tokens))
    if known is not None and known[0] is tokens:
        return known[1]
    kept = [(token, place) for place, token in enumerate(tokens) if token.text not in QUOTES]
    places: dict[str, tuple[int, ...]] = {}
    for at, (token, _) in enumerate(kept):
        for word in {plain(token.text), plain(token.lemma)}:
            places[word] = (*places.get(word, ()), at)
    view = _View(tuple(token for token, _ in kept), tuple(place for _, place in kept), places)
    if isinstance(tokens, tuple):
        if len(_VIEWS) >= _KEPT_VIEWS:
            _VIEWS.clear()
        _VIEWS[id(tokens)] = tokens, view
    return view


def _word(text: str, kind: str = "word", low: int = 1) -> Element:
    lemmas, forms, cased = set(), set(), set()
    for word in text.split("|"):
        if not word or word == "=":
            raise ValueError(f"an empty alternative in {text!r}")
        exact = word.removeprefix("=")
        if exact == word:
            lemmas.add(plain(word))
        elif exact == exact.lower():
            forms.add(plain(exact))
        else:
            cased.add(exact)
    return Element(kind, low, 1, frozenset(lemmas), frozenset(forms), frozenset(cased))


_SIGNS = {"^": "start", "$": "end", "[": "open", "]": "close"}
_BRACKETS = ("open", "close")
_CLASSES = {"*": "gap", "{n}": "number", "{Name}": "name"}


@cache
def _element(text: str) -> Element:
    if text in _SIGNS:
        return Element(_SIGNS[text], 0, 0)
    optional = len(text) > 1 and text.endswith("?")
    body = text[:-1] if optional else text
    low = 0 if optional else 1
    if body in _CLASSES:
        return Element(_CLASSES[body], low)
    if body[0] == "*" and body[1:].isdigit():
        return Element("gap", 0, min(int(body[1:]), 9))
    if body[0] == "!" and len(body) > 1:
        return _word(body[1:], "not", 0)
    return _word(body, low=low)


@cache
def compiled(text: str) -> Pattern:
    """Compile one pattern. Raises ValueError where it has no word to look it up by."""
    pattern = Pattern(text, tuple(_element(part) for part in text.split()))
    if not pattern.anchors:
        raise ValueError(f"the pattern {text!r} needs a word that must be there")
    return pattern


@dataclass(frozen=True, slots=True)
class _Walk:
    """A walk over the elements on one side of the anchor; `step` is the direction."""

    tokens: tuple[Token, ...]
    elements: tuple[Element, ...]
    step: int

    def run(self, number: int, at: int) -> tuple[tuple[int, int], ...] | None:
        """(element, token) steps from `number` on with the token `at` next, or None.

        Gaps are bounded by nine words, so the search is bounded too.
        """
        if not 0 <= number < len(self.elements):
            return ()
        element = self.elements[number]
        if element.high == 0 or element.kind == "not":
            return self._sign(number, at) if self._holds(element, number, at) else None
        reach = self._reach(element, at)
        # Gaps take as little as they can; a word that may be missing is taken where it stands.
        counts = range(element.low, reach + 1)
        for count in counts if element.kind == "gap" else reversed(counts):
            rest = self.run(number + self.step, at + self.step * count)
            if rest is not None:
                return (*((number, at + self.step * taken) for taken in range(count)), *rest)
        return None

    def _reach(self, element: Element, at: int) -> int:
        """How many tokens from `at` on the element could take."""
        for count in range(element.high):
            here = at + self.step * count
            if not 0 <= here < len(self.tokens) or not element.fits(self.tokens[here]):
                return count
        return element.high

    def _sign(self, number: int, at: int) -> tuple[tuple[int, int], ...] | None:
        rest = self.run(number + self.step, at)
        if rest is None or self.elements[number].kind not in _BRACKETS:
            return rest
        # A bracket is kept with the token that follows it in reading order.
        return ((number, at if self.step > 0 else at + 1), *rest)

    def _holds(self, element: Element, number: int, at: int) -> bool:
        following = at if self.step > 0 else at + 1
        if element.kind == "start":
            return all(token.kind == "mark" for token in self.tokens[:following])
        if element.kind == "end":
            return all(token.kind == "mark" for token in self.tokens[following:])
        if element.kind == "not":
            seen = following - 1 if number == 0 else following
            return not (0 <= seen < len(self.tokens) and element.fits(self.tokens[seen]))
        return True


def _match(pattern: Pattern, anchor: int, view: _View, at: int) -> tuple[tuple[int, int], ...] | None:
    """(element, token) steps of the pattern around a token that stands at its anchor."""
    if not pattern.elements[anchor].fits(view.tokens[at]):
        return None
    before = _Walk(view.tokens, pattern.elements, -1).run(anchor - 1, at - 1)
    if before is None:
        return None
    after = _Walk(view.tokens, pattern.elements, 1).run(anchor + 1, at + 1)
    return None if after is None else tuple(sorted((*before, (anchor, at), *after)))


def _made(number: int, pattern: Pattern, steps: Sequence[tuple[int, int]], view: _View) -> Match:
    kinds = [(pattern.elements[element].kind, place) for element, place in steps]
    consumed = [place for kind, place in kinds if kind not in _BRACKETS]
    brackets = {kind: place for kind, place in kinds if kind in _BRACKETS}
    first, last = brackets.get("open", consumed[0]), brackets.get("close", consumed[-1] + 1)
    whole = view.places[consumed[0]], view.places[consumed[-1]] + 1
    gaps = _gaps(pattern.elements, steps, view)
    return Match(number, view.places[first], view.places[last - 1] + 1, gaps, whole)


def _gaps(elements: Sequence[Element], steps: Iterable[tuple[int, int]], view: _View) -> tuple[tuple[int, int], ...]:
    covered: dict[int, list[int]] = {
        number: [] for number, element in enumerate(elements) if element.kind in ("gap", "number", "name")
    }
    for number, place in steps:
        if number in covered:
            covered[number].append(view.places[place])
    return tuple((places[0], places[-1] + 1) if places else (0, 0) for places in covered.values())


@dataclass(frozen=True)
class Index:
    """Many patterns looked up together: the cost grows with the text, not with the number of patterns."""

    patterns: tuple[Pattern, ...]
    anchors: tuple[int, ...]
    """For each pattern the element that it is looked up by: its word that fewest patterns have."""
    by_word: Mapping[str, tuple[int, ...]] = field(repr=False)
    others: tuple[tuple[frozenset[str], ...], ...] = field(repr=False)
    """For each pattern the words of its other elements: a sentence without one of each needs no second look."""

    @classmethod
    def of(cls, texts: Iterable[str]) -> Index:
        """An index of patterns as written; a match's `number` counts them from 0."""
        patterns = tuple(compiled(text) for text in texts)
        words = [{n: pattern.elements[n].words for n in pattern.anchors} for pattern in patterns]
        counts = Counter(word for elements in words for group in elements.values() for word in group)

        def cost(group: frozenset[str]) -> tuple[bool, int]:
            return not group.isdisjoint(_COMMON), sum(counts[word] for word in group)

        anchors = tuple(min((cost(group), n) for n, group in elements.items())[1] for elements in words)
        by_word: dict[str, list[int]] = {}
        for number, (elements, anchor) in enumerate(zip(words, anchors, strict=True)):
            for word in elements[anchor]:
                by_word.setdefault(word, []).append(number)
        others = tuple(
            tuple(group for n, group in elements.items() if n != anchor)
            for elements, anchor in zip(words, anchors, strict=True)
        )
        return cls(patterns, anchors, {word: tuple(numbers) for word, numbers in by_word.items()}, others)

    def find(self, tokens: Sequence[Token]) -> tuple[Match, ...]:
        """Matches in one sentence's tokens, by place; a pattern matches at most once at a place."""
        view = _view(tokens)
        words = self.by_word.keys() & view.places_of.keys()
        if not words:
            return ()
        found: dict[tuple[int, int, int], Match] = {}
        for at, number in self._candidates(words, view):
            steps = _match(self.patterns[number], self.anchors[number], view, at)
            if steps is not None:
                match = _made(number, self.patterns[number], steps, view)
                found.setdefault((match.start, match.stop, number), match)
        return tuple(found[key] for key in sorted(found))

    def _candidates(self, words: Iterable[str], view: _View) -> list[tuple[int, int]]:
        """Places of anchors with their patterns, in order, where the sentence has a word of each other element."""
        seen, others = view.places_of.keys(), self.others
        return sorted({
            (at, number)
            for word in words
            for number in self.by_word[word]
            if not any(group.isdisjoint(seen) for group in others[number])
            for at in view.places_of[word]
        })  # fmt: skip


@dataclass(frozen=True)
class Condition:
    """What must stand somewhere in a stretch of tokens: alternatives of patterns that go together."""

    text: str
    clauses: tuple[tuple[Index, Index | None], ...]
    """For each alternative the patterns that must all be there, and those that must not."""

    def evidence(self, sentences: Sequence[Sequence[Token]]) -> tuple[Token, ...]:
        """Tokens of the first clause that holds (its first pattern's match), or () where none does."""
        for wanted, unwanted in self.clauses:
            found = [(match, tokens) for tokens in sentences for match in wanted.find(tokens)]
            if len({match.number for match, _ in found}) < len(wanted.patterns):
                continue
            if unwanted is not None and any(unwanted.find(tokens) for tokens in sentences):
                continue
            match, tokens = next(pair for pair in found if pair[0].number == 0)
            return tuple(tokens[match.start : match.stop])
        return ()


@cache
def condition(text: str) -> Condition:
    """Parse a condition: ``a ; b``, ``a & b``, ``a &! b``. Raises ValueError where it is malformed."""
    clauses = []
    for clause in text.split(" ; "):
        first, *others = clause.split("&")
        wanted = [first.strip(), *(other.strip() for other in others if not other.startswith("!"))]
        unwanted = [other[1:].strip() for other in others if other.startswith("!")]
        if not all(wanted) or not all(unwanted):
            raise ValueError(f"an empty pattern in the condition {text!r}")
        clauses.append((Index.of(wanted), Index.of(unwanted) if unwanted else None))
    return Condition(text, tuple(clauses))
